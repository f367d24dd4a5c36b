unit {
  path: "null_safe_and_coalesce.php"
  hoisted_functions: [f1]
}
const c0 = "p"
const c1 = "i"
const c2 = "m"
const c3 = "j"
const c4 = "q"
const c5 = null
const c6 = "k"
const c7 = false
const c8 = "x"
const c9 = "v"
const c10 = 1
const c11 = "d"

f0 {
  kind: main
  line_start: 1
  line_end: 8
}
temps 0
b0:
    return c10 !8  ; 1
end

f1 {
  name: "f"
  kind: function
  params: [
    {name: "o", passing: value, line: 2},
    {name: "a", passing: value, line: 2}
  ]
  locals: ["o", "a", "x", "y"]
  line_start: 2
  line_end: 7
}
temps 28
b0:
    %0 = copy $o !3
    branch_null %0, b1, b2 !3
b1:
    free %0 !3
    %9 = copy c5 !3  ; null
    jump b5 !3
b2:
    %1 = call_begin function(c1, -), 0 !3  ; "i"
    %2 = call_end %1 !3
    %3 = read warn, %0->c0[%2] !3  ; "p"
    %4 = call_begin method(%3, c2), 1 !3  ; "m"
    %5 = call_begin function(c3, -), 0 !3  ; "j"
    %6 = call_end %5 !3
    arg_result %4, %6 !3
    %7 = call_end %4 !3
    branch_null %7, b3, b4 !3
b3:
    free %7 !3
    %9 = copy c5 !3  ; null
    jump b5 !3
b4:
    %8 = read warn, %7->c4 !3  ; "q"
    %9 = copy %8 !3
    jump b5 !3
b5:
    assign $x, %9 !3
    branch_null $o, b6, b7 !4
b6:
    %12 = copy c7 !4  ; false
    jump b8 !4
b7:
    %11 = isset $o->c0[c6] !4  ; "p", "k"
    %12 = copy %11 !4
    jump b8 !4
b8:
    assign $y, %12 !4
    %14 = call_begin function(c6, -), 0 !5  ; "k"
    %15 = call_end %14 !5
    %16 = dup %15 !5
    %17 = read quiet, $a[%15][c8] !5  ; "x"
    branch_null %17, b9, b10 !5
b9:
    free %17 !5
    %19 = call_begin function(c9, -), 0 !5  ; "v"
    %20 = call_end %19 !5
    %21 = assign $a[%16][c8], %20 !5  ; "x"
    %18 = copy %21 !5
    jump b11 !5
b10:
    %18 = copy %17 !5
    free %16 !5
    jump b11 !5
b11:
    free %18 !5
    %22 = read quiet, $o->c0 !6  ; "p"
    branch_null %22, b12, b13 !6
b12:
    free %22 !6
    %24 = read quiet, $a[c10] !6  ; 1
    branch_null %24, b15, b16 !6
b13:
    %23 = copy %22 !6
    jump b14 !6
b14:
    return %23 !6
b15:
    free %24 !6
    %26 = call_begin function(c11, -), 0 !6  ; "d"
    %27 = call_end %26 !6
    %25 = copy %27 !6
    jump b17 !6
b16:
    %25 = copy %24 !6
    jump b17 !6
b17:
    %23 = copy %25 !6
    jump b14 !6
b18:
    return c5 !7  ; null
end
