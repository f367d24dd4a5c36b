<?php
// rule: 1.10
try { echo 1 % 0; } catch (DivisionByZeroError $e) { echo $e->getMessage(), "\n"; }
try { echo 1 / 0; } catch (DivisionByZeroError $e) { echo $e->getMessage(), "\n"; }
try { echo 1 << -1; } catch (ArithmeticError $e) { echo $e->getMessage(), "\n"; }
try { echo [] + 1; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
echo "5 apples" + 3, "\n";
