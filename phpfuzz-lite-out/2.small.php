function fn_1($i0, $i1) {
	for ($L10 = 0; $L10 < 5; $L10++) {
		for ($L23 = 0; $L23 < 5; $L23++) {
		}
	}
	do {
		foreach ($m1 as $L31 => $val) {
		}
	}
}
