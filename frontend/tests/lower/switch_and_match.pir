unit {
  path: "switch_and_match.php"
  hoisted_functions: [f1]
}
const c0 = 1
const c1 = "a"
const c2 = "one"
const c3 = "other"
const c4 = "g"
const c5 = "h"
const c6 = 2
const c7 = 3
const c8 = "few"
const c9 = "three"
const c10 = true
const c11 = "many"
const c12 = null

f0 {
  kind: main
  line_start: 1
  line_end: 13
}
temps 0
b0:
    return c0 !13  ; 1
end

f1 {
  name: "f"
  kind: function
  params: [
    {name: "x", passing: value, line: 2}
  ]
  locals: ["x"]
  line_start: 2
  line_end: 12
}
temps 14
b0:
    switch $x, [c0: b2, c1: b3], b4 !3  ; 1, "a"
b1:
    %4 = call_begin function(c4, -), 0 !8  ; "g"
    %5 = call_end %4 !8
    %6 = call_begin function(c5, -), 0 !9  ; "h"
    %7 = call_end %6 !9
    %8 = case false, %5, %7 !9
    branch %8, b6, b7 !9
b2:
    jump b3 !4
b3:
    %0 = call_begin function(c2, -), 0 !5  ; "one"
    call_end %0 !5
    jump b1 !5
b4:
    %2 = call_begin function(c3, -), 0 !6  ; "other"
    call_end %2 !6
    jump b1 !6
b5:
    free %5 !9
    match $x, [c0: b8, c6: b8, c7: b9], b10 !11  ; 1, 2, 3
b6:
    free %5 !9
    return c0 !9  ; 1
b7:
    jump b5 !9
b8:
    %9 = copy c8 !11  ; "few"
    jump b11 !11
b9:
    %9 = copy c9 !11  ; "three"
    jump b11 !11
b10:
    match_error $x !11
b11:
    %10 = binary lt, c0, $x !11  ; 1
    %11 = case true, c10, %10 !11  ; true
    branch %11, b12, b14 !11
b12:
    %12 = copy c11 !11  ; "many"
    jump b15 !11
b13:
    %12 = copy c2 !11  ; "one"
    jump b15 !11
b14:
    jump b13 !11
b15:
    %13 = binary concat, %9, %12 !11
    return %13 !11
b16:
    return c12 !12  ; null
end
