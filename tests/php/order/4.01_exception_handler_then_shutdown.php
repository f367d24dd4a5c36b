<?php
// rule: 4.1
set_exception_handler(function ($e) { echo 'handler: ', $e->getMessage(), "\n"; });
register_shutdown_function(fn() => print("shutdown\n"));
throw new Exception('e');
