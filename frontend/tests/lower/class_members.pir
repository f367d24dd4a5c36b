unit {
  path: "class_members.php"
}
const c0 = "B"
const c1 = "X"
const c2 = "y"
const c3 = "s"
const c4 = null
const c5 = "v"
const c6 = "p"
const c7 = "q"
const c8 = "A"
const c9 = 1

class0 {
  name: "C"
  kind: class
  modifiers: abstract
  parent: "P"
  interfaces: ["I"]
  traits: [
    {names: ["T"], rules: [alias("T", "a", "b", protected)], line: 4}
  ]
  constants: [
    {name: "X", value: 8, modifiers: public, line: 5},
    {name: "Y", value: thunk(f2), modifiers: public, line: 5}
  ]
  properties: [
    {name: "n", ty: {mask: int|float, text: "int|float"}, default: 1, modifiers: public, line: 6},
    {name: "s", ty: {mask: null|string, text: "?string"}, modifiers: public|final|private_set, get_hook: f3, set_hook: f4, line: 7},
    {name: "v", ty: {mask: string, text: "string"}, modifiers: public|virtual, get_hook: f5, line: 8},
    {name: "p", ty: {mask: null, classes: ["self"], text: "?self"}, modifiers: protected|readonly, promoted: true, line: 9},
    {name: "q", ty: {mask: array, text: "array"}, modifiers: public, promoted: true, line: 9}
  ]
  methods: [f6, f7]
  attributes: [
    {name: "A", args: [-: 2, "b": thunk(f1)], line: 2}
  ]
  line_start: 3
  line_end: 11
}

class1 {
  name: "E"
  kind: enum
  interfaces: ["UnitEnum", "BackedEnum"]
  enum_type: {mask: string, text: "string"}
  constants: [
    {name: "A", value: "a", modifiers: public, case: true, line: 12},
    {name: "D", value: thunk(f8), modifiers: public, line: 12}
  ]
  line_start: 12
  line_end: 12
}

f0 {
  kind: main
  line_start: 1
  line_end: 13
}
temps 0
b0:
    declare_class class0 !3
    declare_class class1 !12
    return c9 !13  ; 1
end

f1 {
  kind: const_expr
  class: class0
  line_start: 3
  line_end: 3
}
temps 2
b0:
    %0 = new c0 !3  ; "B"
    %1 = call_begin constructor(%0), 0 !3
    call_end %1 !3
    return %0 !3
end

f2 {
  name: "[constant expression]"
  kind: const_expr
  class: class0
  line_start: 3
  line_end: 3
}
temps 2
b0:
    %0 = fetch_class_const self, c1 !3  ; "X"
    %1 = binary concat, %0, c2 !3  ; "y"
    return %1 !3
end

f3 {
  name: "$s::get"
  kind: property_hook
  modifiers: public
  return_type: {mask: null|string, text: "?string"}
  class: class0
  line_start: 7
  line_end: 7
}
temps 3
b0:
    %0 = read quiet, this->c3 !7  ; "s"
    branch_null %0, b1, b2 !7
b1:
    free %0 !7
    %1 = copy c3 !7  ; "s"
    jump b3 !7
b2:
    %1 = copy %0 !7
    jump b3 !7
b3:
    %2 = verify_return %1 !7
    return %2 !7
b4:
    verify_return_missing !7
    return c4 !7  ; null
end

f4 {
  name: "$s::set"
  kind: property_hook
  modifiers: public
  params: [
    {name: "v", ty: {mask: null|string, text: "?string"}, passing: value, line: 7}
  ]
  return_type: {mask: void, text: "void"}
  class: class0
  locals: ["v"]
  line_start: 7
  line_end: 7
}
temps 3
b0:
    assign this->c3, $v !7  ; "s"
    %1 = call_begin parent_hook(c3, set), 1 !7  ; "s"
    arg_auto %1, $v !7
    call_end %1 !7
    return c4 !7  ; null
end

f5 {
  name: "$v::get"
  kind: property_hook
  modifiers: public
  return_type: {mask: string, text: "string"}
  class: class0
  line_start: 8
  line_end: 8
}
temps 0
b0:
    return c5 !8  ; "v"
b1:
    verify_return_missing !8
    return c4 !8  ; null
end

f6 {
  name: "__construct"
  kind: method
  modifiers: public
  params: [
    {name: "p", ty: {mask: null, classes: ["self"], text: "?self"}, passing: value, promoted: true, line: 9},
    {name: "q", ty: {mask: array, text: "array"}, default: [0: 1, "k": 2], default_text: "[1, 'k' => 2]", passing: value, promoted: true, line: 9}
  ]
  class: class0
  locals: ["p", "q"]
  line_start: 9
  line_end: 9
}
temps 0
b0:
    assign this->c6, $p !9  ; "p"
    assign this->c7, $q !9  ; "q"
    return c4 !9  ; null
end

f7 {
  name: "m"
  kind: method
  modifiers: protected|static|abstract
  params: [
    {name: "x", ty: {classes: ["self"], text: "self"}, passing: value, line: 10},
    {name: "rest", ty: {mask: int, text: "int"}, passing: value, variadic: true, line: 10}
  ]
  return_type: {mask: static, text: "static"}
  class: class0
  locals: ["x", "rest"]
  line_start: 10
  line_end: 10
}
temps 0
b0:
    verify_return_missing !10
    return c4 !10  ; null
end

f8 {
  name: "[constant expression]"
  kind: const_expr
  class: class1
  line_start: 12
  line_end: 12
}
temps 1
b0:
    %0 = fetch_class_const self, c8 !12  ; "A"
    return %0 !12
end
