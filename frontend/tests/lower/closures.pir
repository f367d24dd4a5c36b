unit {
  path: "closures.php"
  hoisted_classes: [class0]
}
const c0 = "D"
const c1 = "a"
const c2 = "b"
const c3 = "{closure:C::m():5}"
const c4 = null
const c5 = "m"
const c6 = 1

class0 {
  name: "C"
  kind: class
  methods: [f1]
  line_start: 2
  line_end: 9
}

f0 {
  kind: main
  locals: ["h"]
  line_start: 1
  line_end: 11
}
temps 2
b0:
    declare_class class0 !2
    %0 = closure_new f4 !10
    assign $h, %0 !10
    return c6 !11  ; 1
end

f1 {
  name: "m"
  kind: method
  modifiers: public
  params: [
    {name: "a", passing: value, line: 3},
    {name: "b", passing: reference, line: 3}
  ]
  class: class0
  statics: ["n": 0, "o": -]
  locals: ["a", "b", "n", "o", "f", "g", "undefined"]
  line_start: 3
  line_end: 8
}
temps 9
b0:
    bind_static $n, s0, b1, b1 !4
b1:
    bind_static $o, s1, b3, b2 !4
b2:
    %2 = closure_new f2 !5
    closure_use %2, c1, $a !5  ; "a"
    %3 = ref $b !5
    closure_use_ref %2, c2, %3 !5  ; "b"
    assign $f, %2 !5
    %5 = closure_new f3 !6
    closure_capture %5, $a !6
    closure_capture %5, $undefined !6
    assign $g, %5 !6
    %7 = call_begin method(this, c5), 0 !7  ; "m"
    %8 = call_closure %7 !7
    return %8 !7
b3:
    %0 = new c0 !4  ; "D"
    %1 = call_begin constructor(%0), 0 !4
    call_end %1 !4
    init_static $o, s1, %0 !4
    jump b2 !4
b4:
    return c4 !8  ; null
end

f2 {
  name: "{closure:C::m():5}"
  kind: closure
  class: class0
  locals: ["a", "b"]
  uses: ["a": false, "b": true]
  line_start: 5
  line_end: 5
}
temps 0
b0:
    return c3 !5  ; "{closure:C::m():5}"
b1:
    return c4 !5  ; null
end

f3 {
  name: "{closure:C::m():6}"
  kind: arrow_function
  modifiers: static
  params: [
    {name: "x", passing: value, line: 6}
  ]
  class: class0
  locals: ["x", "a", "undefined"]
  uses: ["a": false, "undefined": false]
  line_start: 6
  line_end: 6
}
temps 2
b0:
    %0 = binary add, $x, $a !6
    %1 = binary add, %0, $undefined !6
    return %1 !6
b1:
    return c4 !6  ; null
end

f4 {
  name: "{closure:\x00:10}"
  kind: arrow_function
  line_start: 10
  line_end: 10
}
temps 1
b0:
    %0 = magic_const function !10
    return %0 !10
b1:
    return c4 !10  ; null
end
