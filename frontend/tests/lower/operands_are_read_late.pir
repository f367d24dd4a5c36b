unit {
  path: "operands_are_read_late.php"
  hoisted_functions: [f1]
}
const c0 = "g"
const c1 = "h"
const c2 = "max"
const c3 = null
const c4 = 1

f0 {
  kind: main
  line_start: 1
  line_end: 9
}
temps 0
b0:
    return c4 !9  ; 1
end

f1 {
  name: "f"
  kind: function
  params: [
    {name: "i", passing: value, line: 2}
  ]
  locals: ["i", "a", "b"]
  line_start: 2
  line_end: 8
}
temps 14
b0:
    %0 = inc_dec post_inc, $i !3
    %1 = binary add, $i, %0 !3
    assign $a, %1 !3
    %3 = call_begin function(c0, -), 1 !4  ; "g"
    arg_auto %3, $i !4
    %4 = call_end %3 !4
    %5 = binary lt, %4, $i !4
    assign $b, %5 !4
    %7 = inc_dec post_inc, $i !5
    assign $a[$i], %7 !5
    %9 = call_begin function(c1, -), 3 !6  ; "h"
    arg_auto %9, $i !6
    %10 = inc_dec post_inc, $i !6
    arg_expr %9, %10 !6
    arg_auto %9, $i !6
    call_end %9 !6
    %12 = inc_dec post_inc, $i !7
    %13 = intrinsic c2, [$i, %12] !7  ; "max"
    return %13 !7
b1:
    return c3 !8  ; null
end
