unit {
  path: "places_after_their_operands.php"
  hoisted_functions: [f1]
}
const c0 = "i"
const c1 = "j"
const c2 = "p"
const c3 = "k"
const c4 = "x"
const c5 = "rhs"
const c6 = "list"
const c7 = 1
const c8 = "C"
const c9 = "g"
const c10 = null

f0 {
  kind: main
  line_start: 1
  line_end: 10
}
temps 0
b0:
    return c7 !10  ; 1
end

f1 {
  name: "f"
  kind: function
  params: [
    {name: "a", passing: value, line: 2},
    {name: "o", passing: value, line: 2}
  ]
  locals: ["a", "o"]
  line_start: 2
  line_end: 9
}
temps 25
b0:
    %0 = call_begin function(c0, -), 0 !3  ; "i"
    %1 = call_end %0 !3
    %2 = call_begin function(c1, -), 0 !3  ; "j"
    %3 = call_end %2 !3
    %4 = call_begin function(c3, -), 0 !3  ; "k"
    %5 = call_end %4 !3
    assign $a[%1][%3]->c2, %5 !3  ; "p"
    %7 = copy $a !4
    assign $a[c4], %7 !4  ; "x"
    %9 = call_begin function(c5, -), 0 !5  ; "rhs"
    %10 = call_end %9 !5
    %11 = call_begin function(c3, -), 0 !5  ; "k"
    %12 = call_end %11 !5
    %13 = list_get %10, %12 !5
    %14 = call_begin function(c0, -), 0 !5  ; "i"
    %15 = call_end %14 !5
    assign $a[%15], %13 !5
    free %10 !5
    assign_op add, $o->c6[], c7 !6  ; "list", 1
    inc_dec pre_inc, static_property(c8, c2)[$a] !7  ; "C", "p"
    %20 = call_begin function(c0, -), 0 !8  ; "i"
    %21 = call_end %20 !8
    %22 = isset $a[%21]->c2 !8  ; "p"
    %23 = dup %22 !8
    branch %23, b1, b2 !8
b1:
    %19 = copy %22 !8
    jump b3 !8
b2:
    free %22 !8
    %24 = read warn, global(c9) !8  ; "g"
    %19 = copy %24 !8
    jump b3 !8
b3:
    return %19 !8
b4:
    return c10 !9  ; null
end
