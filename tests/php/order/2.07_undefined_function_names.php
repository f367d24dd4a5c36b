<?php
// rule: 2.7
namespace N;
try { nope(); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
try { \nope(); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
try { sub\nope(); } catch (\Error $e) { echo $e->getMessage(), "\n"; }
