<?php
class A implements JsonSerializable { function jsonSerialize(): mixed { return json_encode(new A); } }
try { json_encode(new A); } catch (Error $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; }
