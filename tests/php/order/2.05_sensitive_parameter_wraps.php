<?php
// rule: 2.5
function login($user, #[SensitiveParameter] $password) { throw new Exception('x'); }
try { login('me', 'secret'); } catch (Exception $e) { echo preg_replace('/#0 .*?: /', '', explode("\n", $e->getTraceAsString())[0]), "\n"; }
