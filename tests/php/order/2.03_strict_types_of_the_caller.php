<?php
declare(strict_types=1);
// rule: 2.3
function half(int $n) { return $n / 2; }
try { echo half("8"), "\n"; } catch (TypeError $e) { echo preg_replace('/, called.*/', '', $e->getMessage()), "\n"; }
$f = 'half';
try { echo $f("6"), "\n"; } catch (TypeError $e) { echo "strict by name\n"; }
echo implode(',', array_map('half', ["4", "2"])), "\n";
try { echo strlen(5), "\n"; } catch (TypeError $e) { echo $e->getMessage(), "\n"; }
