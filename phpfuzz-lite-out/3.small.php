if (($i2 < 1)) {
	foreach ($a0 as $L12 => $e12) {
	}
}
