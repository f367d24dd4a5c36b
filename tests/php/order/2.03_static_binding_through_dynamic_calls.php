<?php
// rule: 2.3
class A { static function c() { return static::class; } }
class B extends A { static function t() { return [parent::c(), self::c(), A::c(), call_user_func('parent::c'), forward_static_call(['A', 'c'])]; } }
echo implode(' ', B::t()), "\n";
