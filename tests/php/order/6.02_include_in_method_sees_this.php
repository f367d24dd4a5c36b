<?php
// rule: 6.2
file_put_contents($p = tempnam(sys_get_temp_dir(), 'o'), '<?php return $this->secret . static::class . self::class;');
class A { private $secret = 's'; function inc($p) { return include $p; } }
class B extends A {}
echo (new B)->inc($p), "\n";
unlink($p);
