<?php
// rule: 1.2
class D { function __construct(public $n) {} function __destruct() { echo "~$this->n\n"; } }
try { $a = [new D(1), new D(2), throw new Exception('e')]; } catch (Exception) { echo "caught\n"; }
