<?php
echo 'it\'s \n', "tab\t \x41\101\u{20ac} \$x {$a} $b[0] $b[-1] $b[name] $b[$i] $o->p?->q $o?->p ${v} ${v['w']} ${'x' . $y}";
echo <<<EOT
    a $b
      c
    {$d->e()}

    f
    EOT . <<<'RAW'
  no $interpolation \n here
  RAW, <<<X
X;
echo b"bytes", "", 0x7F + 0b11 + 0o17 + 017 + 1_000 + 9223372036854775808 + .5e-3 + 0xFFFFFFFFFFFFFFFF;
?>
text <?= $short ?>

end <?php __halt_compiler();
data <?php
