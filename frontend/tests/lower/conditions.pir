unit {
  path: "conditions.php"
  hoisted_functions: [f1]
}
const c0 = 1
const c1 = 0
const c2 = 9
const c3 = 3
const c4 = -1.5
const c5 = null

f0 {
  kind: main
  line_start: 1
  line_end: 8
}
temps 0
b0:
    return c0 !8  ; 1
end

f1 {
  name: "f"
  kind: function
  params: [
    {name: "a", passing: value, line: 2},
    {name: "b", passing: value, line: 2}
  ]
  locals: ["a", "b", "x", "y", "i", "j", "z"]
  line_start: 2
  line_end: 7
}
temps 14
b0:
    branch $a, b5, b4 !3
b1:
    jump b8 !4
b2:
    assign $x, $a !3
    jump b1 !3
b3:
    %1 = binary xor, $b, $a !3
    branch %1, b6, b7 !3
b4:
    jump b3 !3
b5:
    branch $b, b4, b2 !3
b6:
    assign $y, c0 !3  ; 1
    jump b1 !3
b7:
    jump b1 !3
b8:
    branch $a, b11, b10 !4
b9:
    jump b10 !4
b10:
    assign $i, c1 !5  ; 0
    assign $j, c2 !5  ; 9
    jump b14 !5
b11:
    branch $b, b9, b10 !4
b12:
    jump b18 !5
b13:
    inc_dec pre_inc, $i !5
    inc_dec pre_dec, $j !5
    jump b14 !5
b14:
    %8 = binary lt, $i, c3 !5  ; 3
    free %8 !5
    %9 = binary lt, $i, $j !5
    branch %9, b12, b15 !5
b15:
    branch $a, b22, b20 !6
b16:
    jump b13 !5
b17:
    assign $z, c0 !5  ; 1
    jump b16 !5
b18:
    jump b16 !5
b19:
    %10 = copy $x !6
    jump b21 !6
b20:
    %12 = copy $y !6
    %13 = dup %12 !6
    branch %13, b23, b24 !6
b21:
    return %10 !6
b22:
    branch $b, b19, b20 !6
b23:
    %11 = copy %12 !6
    jump b25 !6
b24:
    free %12 !6
    %11 = copy c4 !6  ; -1.5
    jump b25 !6
b25:
    %10 = copy %11 !6
    jump b21 !6
b26:
    return c5 !7  ; null
end
