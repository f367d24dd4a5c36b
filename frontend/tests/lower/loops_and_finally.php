<?php
function f($list) {
    foreach ($list as $key => [$a, $b]) {
        try {
            foreach ($a as $b) {
                if ($b) continue 2;
                return $b;
            }
        } catch (E | F $e) {
            echo $e;
        } finally {
            done();
        }
    }
    finish: goto finish;
}
