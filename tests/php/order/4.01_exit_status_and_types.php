<?php
// rule: 4.1
register_shutdown_function(function () { echo "first\n"; exit(3); });
register_shutdown_function(function () { echo "not reached\n"; });
exit("text\n");
