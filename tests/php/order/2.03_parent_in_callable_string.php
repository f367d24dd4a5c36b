<?php
// rule: 2.3
class A { function w() { return 'A'; } }
class B extends A { function w() { return 'B'; } function t() { return [call_user_func([$this, 'w']), call_user_func([new A, 'w']), parent::w()]; } }
echo implode((new B)->t()), "\n";
