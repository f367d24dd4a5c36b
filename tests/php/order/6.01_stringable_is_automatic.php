<?php
// rule: 6.1
class S { function __toString(): string { return 's'; } }
var_dump(new S instanceof Stringable, (string) new S, class_implements('S'));
