; Every operation once, and every kind of declaration: the text form's own test.
unit {
  path: "dir/all.php"
  strict: true
  hoisted_functions: [f1]
  hoisted_classes: [class0]
  halt_offset: 1234
  diagnostics: [
    {level: 8192, message: "Old \"thing\"\n\x00\xff", line: 3}
  ]
}
const c0 = null
const c1 = true
const c2 = -5
const c3 = 0.1
const c4 = -0.0
const c5 = 1e300
const c6 = 0x7ff8000000000001
const c7 = ""
const c8 = "a\\b"
const c9 = [0: "x", "k": [], -1: 2.0]
const c10 = 1

class0 {
  name: "NS\\A"
  kind: class
  modifiers: abstract|readonly
  parent: "B"
  interfaces: ["I", "J"]
  traits: [
    {names: ["T", "U"], rules: [insteadof("T", "m", ["U"]), alias(-, "m", "n", protected), alias("U", "m", -, 0)], line: 4}
  ]
  enum_type: {mask: int, text: "int"}
  constants: [
    {name: "C", value: thunk(f2), modifiers: public|final, line: 5},
    {name: "D", value: -3, case: true, doc_comment: "/** D */", line: 6}
  ]
  properties: [
    {name: "p", ty: {mask: null|int, classes: ["X", ["Y", "Z"]], text: "X|(Y&Z)|int|null"}, default: 1, modifiers: public|private_set, get_hook: f1, line: 7}
  ]
  methods: [f1]
  attributes: [
    {name: "Attr", args: [-: 1, "named": thunk(f2)], line: 4}
  ]
  line_start: 4
  line_end: 9
}

f0 {
  kind: main
  statics: ["s0": -]
  locals: ["a", "this", "odd name", "a\xc3\xa9"]
  line_start: 1
  line_end: 90
  strict: true
  dynamic_locals: true
}
temps 100
region r0 = catch(b20, %70)
region r1 in r0 = finally(b23, %71)
region r2 in r0 = finally_body(%71)
b0:
    %0 = copy $a !1
    %50 = dup %0 !1
    %51 = list_get %50, c2 !1
    free %51 !1
    free %50 !1
    %52 = globals !1
    free %52 !1
    %53 = ref $a !1
    %54 = list_ref %53, c2 !1
    free %54 !1
    free %53 !1
    %55 = magic_const file !1
    free %55 !1
    %56 = case true, $a, c2 !1
    free %56 !1
    free %0 !1
    %1 = binary add, $a, c2 !2
    %2 = unary neg, %1 !2
    %3 = cast int, %2 !2
    %4 = rope_begin !3
    rope_add %4, %3 !3
    %5 = rope_end %4 !3
    %6 = instanceof %5, c8 !4
    %7 = clone %6 !4
    %8 = clone_with %7, c9 !4
    %9 = intrinsic c8, [%8, $a, this] !5
    %10 = read warn, $a[%9]->c8[] !6
    %11 = isset value($#2)[c2] !6
    %12 = empty static_property((%11), %10) !6
    unset global(c8) !7
    %13 = assign variable(%12), c1 !7
    assign $#3, %13 !7
    %14 = assign_op concat, $this, c8 !8
    assign_op concat, static_property(self, c8), %14 !8
    %15 = inc_dec pre_inc, this->c8 !8
    inc_dec post_dec, %15[c2] !8
    %16 = ref $a[] !9
    %17 = assign_ref $a, %16 !9
    assign_ref_call $a, %17 !9
    bind_global $a, c8 !10
    bind_static $a, s0, b1, b2 !11
b1:
    init_static $a, s0, c2 !11
    jump b2 !11
b2:
    %18 = isset_this !12
    %19 = array_new 3 !12
    array_push %19, -, %18 !12
    array_push %19, c2, c1 !12
    %20 = ref $a !12
    array_push_ref %19, -, %20 !12
    array_spread %19, $a !12
    %21 = fetch_const c8, - !13
    %22 = fetch_class_const static, %21 !13
    %23 = class_name (%22) !13
    declare_const c8, %23 !14
    declare_function f1 !14
    declare_class class0 !14
    %24 = declare_anonymous_class class0 !14
    free %24 !14
    %25 = closure_new f1 !15
    closure_use %25, c8, $a !15
    closure_capture %25, $a !15
    %26 = ref $a !15
    closure_use_ref %25, c8, %26 !15
    %27 = call_begin value(%25), 7 !16
    arg_val %27, c2 !16
    arg_auto %27, $a !16
    %28 = call_begin function(c8, c7), 0 !16
    %29 = call_end %28 !16
    arg_result %27, %29 !16
    arg_expr %27, c1 !16
    arg_name %27, c8 !16
    arg_val %27, c1 !16
    arg_spread %27, %19 !16
    call_end %27 !16
    %30 = new parent !17
    %31 = call_begin constructor(%30), 0 !17
    call_end %31 !17
    %32 = call_begin method(%30, c8), 0 !17
    %33 = call_closure %32 !17
    echo %33 !18
    %34 = call_begin static_method(c8, c8), 0 !18
    call_end %34 !18
    %35 = call_begin parent_hook(c8, set), 0 !18
    call_end %35 !18
    %57 = call_begin callback($a, false), 1 !18
    arg_user %57, $a !18
    call_end %57 !18
    %58 = call_begin callback($a, true), 1 !18
    arg_array %58, $a !18
    call_end %58 !18
    %36 = silence_begin !19
    silence_end %36 !19
    %37 = include require_once, c8 !19
    tick 1 !20
    %38 = verify_return %37 !20
    branch %38, b3, b4 !20
b3:
    verify_never !21
    verify_return_missing !21
    match_error $a !21
b4:
    branch_null $a, b5, b6 !22
b5:
    branch_assert b6, b7 !22
b6:
    branch_function c8, b26, b27 !22
b7:
    match $a, [], b9 !23
b8:
    %39 = ref $a !24
    return_ref %39 !24
b9:
    %40 = iter_init_ref $a, b10, b11 !25
b10:
    return_ref_call c1, true !25
b11:
    iter_next %40, &$a, %42, b12, b13 !26
b12:
    free %42 !26
    jump b11 !26
b13:
    iter_free %40 !26
    %43 = yield -, - !27
    %44 = yield %43, c1 !27
    %45 = ref $a !27
    %46 = yield_ref %44, %45 !27
    %59 = yield_ref_call -, c1, true !27
    free %59 !27
    %47 = yield_from %46 !28
    yield_from %47 !28
    jump b14 !28
b14 in r1:
    %48 = iter_init $a, b15, b16 !29
b15 in r1:
    finally_call r1, b17 !29
b16 in r1:
    iter_next %48, %49, -, b18, b19 !29
b17:
    throw c1 !30
b18 in r1:
    free %49 !30
    iter_free %48 !30
    unreachable !30
b19 in r1:
    iter_free %48 !30
    finally_call r1, b17 !30
b20:
    catch_match %70, c8, b21, b22 !31
b21:
    catch_assign $a, %70 !31
    jump b17 !31
b22:
    rethrow %70 !31
b23 in r2:
    branch $a, b24, b25 !32
b24 in r2:
    discard_exception r1 !32
    return c0 !32
b25 in r2:
    finally_end r1 !33
b26:
    jump b27 !22
b27:
    switch $a, [c2: b7, c8: b8], b9 !23
end

f1 {
  name: "f"
  kind: method
  modifiers: public|static
  returns_reference: true
  generator: true
  params: [
    {name: "x", ty: {mask: float, text: "float"}, default: 1.5, default_text: "1.5", passing: reference, promoted: true, line: 40},
    {name: "rest", passing: value, variadic: true, line: 41}
  ]
  return_type: {mask: void, text: "void"}
  class: class0
  statics: ["s": -, "t": 1]
  locals: ["x", "rest"]
  uses: ["u": true]
  doc_comment: "/** f */"
  line_start: 40
  line_end: 42
  uses_arguments: true
  deprecated: true
}
temps 0
b0:
    return c0 !42
end

f2 {
  kind: const_expr
  line_start: 5
  line_end: 5
}
temps 0
b0:
    return c9 !5
end
