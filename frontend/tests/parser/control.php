<?php
declare(strict_types=1);
declare(ticks=1) { tick(); }
if ($a) b(); elseif ($c) { d(); } else if ($e) f(); else g();
if ($a): b(); elseif ($c): d(); else: e(); endif;
for ($i = 0, $j = 1; $i < 3; $i++, $j--) continue 2;
for (;;): break; endfor;
foreach ($a as $k => &$v) {}
foreach ($a as [$x, 'y' => $y]): endforeach;
while ($a): endwhile;
do { $i--; } while ($i);
switch ($a) { case 1: case 2; b(); break; default: c(); }
switch ($a):
    case 1: endswitch;
try { a(); } catch (A | \B $e) { } catch (C) { } finally { d(); }
goto end;
end:
global $g, $$h, ${'i' . $j};
static $s, $t = 1 + 2;
unset($a, $b[1],);
echo match (true) { $a, $b => 1, default => 2, };
return;
