<?php
// rule: 4.1
register_shutdown_function(fn() => print("shutdown\n"));
echo "one\n";
return 5;
echo "two\n";
