<?php
// rule: 6.1
echo (new Later)->m(), "\n";
class Later { function m() { return 'early bound'; } }
