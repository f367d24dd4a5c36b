<?php
// rule: 5.4
ini_set('zend.assertions', '1');
try { assert(1 > 2); } catch (AssertionError $e) { echo $e->getMessage(), "\n"; }
ini_set('assert.exception', '1');
try { assert(false, 'message'); } catch (AssertionError $e) { echo $e->getMessage(), "\n"; }
