<?php
// rule: 4.4
try { eval('$x = ;'); } catch (ParseError $e) { echo $e->getMessage(), ' ', $e->getLine(), "\n"; }
try { eval("\n\nfoo("); } catch (ParseError $e) { echo $e->getMessage(), ' ', $e->getLine(), "\n"; }
