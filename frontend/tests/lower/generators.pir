unit {
  path: "generators.php"
  hoisted_functions: [f1, f2]
}
const c0 = 1
const c1 = 0
const c2 = "g"
const c3 = null
const c4 = "f"
const c5 = []

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
  returns_reference: true
  generator: true
  params: [
    {name: "a", ty: {mask: array, text: "array"}, passing: value, line: 2}
  ]
  return_type: {mask: iterable, text: "Traversable|array"}
  locals: ["a", "x"]
  line_start: 2
  line_end: 6
}
temps 6
b0:
    %0 = ref $a[c1] !3  ; 0
    %1 = yield_ref c0, %0 !3  ; 1
    assign $x, %1 !3
    %3 = call_begin function(c2, -), 0 !4  ; "g"
    %4 = call_end %3 !4
    yield_ref_call -, %4, true !4
    return $x !5
b1:
    return c3 !6  ; null
end

f2 {
  name: "g"
  kind: function
  generator: true
  line_start: 7
  line_end: 7
}
temps 3
b0:
    %0 = call_begin function(c4, -), 1 !7  ; "f"
    arg_expr %0, c5 !7  ; []
    %1 = call_end %0 !7
    %2 = yield_from %1 !7
    free %2 !7
    return c3 !7  ; null
end
