unit {
  path: "functions_that_are_opcodes.php"
  hoisted_functions: [f1]
}
const c0 = "N\\strlen"
const c1 = "strlen"
const c2 = "N\\trim"
const c3 = "trim"
const c4 = [0: 1]
const c5 = "assert"
const c6 = "assert($a)"
const c7 = true
const c8 = " is "
const c9 = "%"
const c10 = "a "
const c11 = 1
const c12 = " b "
const c13 = null

f0 {
  kind: main
  line_start: 1
  line_end: 9
}
temps 0
b0:
    return c11 !9  ; 1
end

f1 {
  name: "N\\f"
  kind: function
  params: [
    {name: "a", passing: value, line: 3}
  ]
  locals: ["a", "x", "y"]
  line_start: 3
  line_end: 8
}
temps 30
b0:
    %0 = call_begin function(c0, c1), 1 !4  ; "N\\strlen", "strlen"
    arg_auto %0, $a !4
    %1 = call_end %0 !4
    %2 = intrinsic c1, [$a] !4  ; "strlen"
    %3 = binary add, %1, %2 !4
    branch_function c2, b1, b2 !4  ; "N\\trim"
b1:
    %4 = call_begin function(c2, c3), 1 !4  ; "N\\trim", "trim"
    arg_auto %4, $a !4
    %5 = call_end %4 !4
    %6 = copy %5 !4
    jump b3 !4
b2:
    %7 = intrinsic c3, [$a] !4  ; "trim"
    %6 = copy %7 !4
    jump b3 !4
b3:
    %8 = binary add, %3, %6 !4
    assign $x, %8 !4
    %10 = call_begin callback($a, false), 1 !5
    arg_user %10, $x !5
    %11 = call_end %10 !5
    %12 = call_begin callback($a, true), 1 !5
    arg_array %12, c4 !5  ; [0: 1]
    %13 = call_end %12 !5
    %14 = binary concat, %11, %13 !5
    assign $y, %14 !5
    branch_assert b4, b5 !6
b4:
    %18 = copy c7 !6  ; true
    jump b6 !6
b5:
    %16 = call_begin function(c5, -), 2 !6  ; "assert"
    arg_auto %16, $a !6
    arg_expr %16, c6 !6  ; "assert($a)"
    %17 = call_end %16 !6
    %18 = copy %17 !6
    jump b6 !6
b6:
    free %18 !6
    %19 = rope_begin !7
    rope_add %19, $a !7
    rope_add %19, c8 !7  ; " is "
    %20 = cast int, $x !7
    rope_add %19, %20 !7
    rope_add %19, c9 !7  ; "%"
    %21 = rope_end %19 !7
    %22 = rope_begin !7
    rope_add %22, c10 !7  ; "a "
    rope_add %22, $x !7
    %23 = read warn, $y[c11] !7  ; 1
    rope_add %22, c12 !7  ; " b "
    rope_add %22, %23 !7
    %24 = rope_end %22 !7
    %25 = binary concat, %21, %24 !7
    %26 = binary concat, $x, $y !7
    %27 = binary concat, %25, %26 !7
    %28 = cast string, $x !7
    %29 = binary concat, %27, %28 !7
    return %29 !7
b7:
    return c13 !8  ; null
end
