<?php
// rule: 3.4
enum S: string { case H = 'h'; case D = 'd'; const X = self::H; static function pick() { return self::from('d'); } function label() { return ucfirst($this->name); } }
var_dump(S::pick(), S::tryFrom('zz'), S::X === S::H, S::D->label(), S::cases());
try { S::from('q'); } catch (ValueError $e) { echo $e->getMessage(), "\n"; }
