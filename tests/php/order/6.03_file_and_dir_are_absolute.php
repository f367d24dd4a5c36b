<?php
// rule: 6.3
var_dump(__FILE__ === __DIR__ . '/' . basename(__FILE__), __FILE__[0], basename(__FILE__), __LINE__);
