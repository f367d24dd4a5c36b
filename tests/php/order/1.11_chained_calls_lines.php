<?php
// rule: 1.11
class C { function a() { return $this; } function b() { return (new Exception)->getTrace()[0]['line']; } }
echo (new C)
    ->a()
    ->a()
    ->b(), "\n";
