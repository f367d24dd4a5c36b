<?php
// rule: 6.1
interface HasLabel { function label(): string; }
enum Level: int implements HasLabel { case Low = 1; case High = 10; const DEFAULT = self::Low; function label(): string { return strtolower($this->name); } }
echo Level::DEFAULT->label(), Level::from(10)->label(), count(Level::cases()), Level::High instanceof UnitEnum ? 'unit' : '', "\n";
try { clone Level::Low; } catch (Error $e) { echo $e->getMessage(), "\n"; }
