unit {
  path: "assert_messages.php"
}
const c0 = "assert"
const c1 = false
const c2 = true
const c3 = "given"
const c4 = 1
const c5 = 2
const c6 = "f"
const c7 = "x\n"
const c8 = "name"
const c9 = "p"
const c10 = 1.0
const c11 = "q"
const c12 = null
const c13 = "assert(($a + 1) * -$b ** 2 === f(...$args, name: \"x\\n$y\") ?? $o?->p[1.0]::$q)"
const c14 = "assert(fn(int|null &...$x): ?A => new class(1) extends B {\n    public readonly int $p;\n    use T {\n        a as protected b;\n    }\n})"
const c15 = "x"
const c16 = "s"
const c17 = "[0]"
const c18 = "E"
const c19 = "F"
const c20 = "assert(function () use($x) {\n    if ($a) {\n        return 1;\n    } else if ($b) {\n        foreach ($c as $k => $v) {\n            echo \"{$v}s{$k}[0]\";\n        }\n    } else {\n        try {\n            throw $e;\n        } catch (E|F $e) {\n        } finally {\n        }\n    }\n}())"
const c21 = "b"
const c22 = "assert(match ($x) {\n    1, 2 => $a ?: 'b',\n    default => null,\n})"

class0 {
  name: "B@anonymous\x00:4$0"
  kind: anonymous
  parent: "B"
  traits: [
    {names: ["T"], rules: [alias(-, "a", "b", protected)], line: 4}
  ]
  properties: [
    {name: "p", ty: {mask: int, text: "int"}, modifiers: public|readonly|protected_set, line: 4}
  ]
  line_start: 4
  line_end: 4
}

f0 {
  kind: main
  locals: ["a", "b", "c", "args", "y", "o", "x"]
  line_start: 1
  line_end: 7
}
temps 39
b0:
    branch_assert b1, b2 !2
b1:
    %5 = copy c2 !2  ; true
    jump b3 !2
b2:
    %0 = call_begin function(c0, -), 2 !2  ; "assert"
    branch $a, b5, b4 !2
b3:
    free %5 !2
    branch_assert b10, b11 !3
b4:
    %1 = copy c1 !2  ; false
    jump b6 !2
b5:
    branch $b, b7, b8 !2
b6:
    arg_expr %0, %1 !2
    arg_expr %0, c3 !2  ; "given"
    %4 = call_end %0 !2
    %5 = copy %4 !2
    jump b3 !2
b7:
    %2 = copy c2 !2  ; true
    jump b9 !2
b8:
    %2 = cast bool, $c !2
    jump b9 !2
b9:
    %3 = unary not, %2 !2
    %1 = cast bool, %3 !2
    jump b6 !2
b10:
    %21 = copy c2 !3  ; true
    jump b12 !3
b11:
    %6 = call_begin function(c0, -), 2 !3  ; "assert"
    %7 = binary add, $a, c4 !3  ; 1
    %8 = binary pow, $b, c5 !3  ; 2
    %9 = unary neg, %8 !3
    %10 = binary mul, %7, %9 !3
    %11 = call_begin function(c6, -), 2 !3  ; "f"
    arg_spread %11, $args !3
    %12 = binary concat, c7, $y !3  ; "x\n"
    arg_name %11, c8 !3  ; "name"
    arg_expr %11, %12 !3
    %13 = call_end %11 !3
    %14 = binary identical, %10, %13 !3
    branch_null %14, b13, b14 !3
b12:
    free %21 !3
    branch_assert b19, b20 !4
b13:
    free %14 !3
    %16 = copy $o !3
    branch_null %16, b16, b17 !3
b14:
    %15 = copy %14 !3
    jump b15 !3
b15:
    arg_expr %6, %15 !3
    arg_expr %6, c13 !3  ; "assert(($a + 1) * -$b ** 2 === f(......
    %20 = call_end %6 !3
    %21 = copy %20 !3
    jump b12 !3
b16:
    free %16 !3
    %19 = copy c12 !3  ; null
    jump b18 !3
b17:
    %17 = read warn, %16->c9[c10] !3  ; "p", 1.0
    %18 = read warn, static_property((%17), c11) !3  ; "q"
    %19 = copy %18 !3
    jump b18 !3
b18:
    %15 = copy %19 !3
    jump b15 !3
b19:
    %25 = copy c2 !4  ; true
    jump b21 !4
b20:
    %22 = call_begin function(c0, -), 2 !4  ; "assert"
    %23 = closure_new f1 !4
    arg_expr %22, %23 !4
    arg_expr %22, c14 !4  ; "assert(fn(int|null &...$x): ?A => ne...
    %24 = call_end %22 !4
    %25 = copy %24 !4
    jump b21 !4
b21:
    free %25 !4
    branch_assert b22, b23 !5
b22:
    %31 = copy c2 !5  ; true
    jump b24 !5
b23:
    %26 = call_begin function(c0, -), 2 !5  ; "assert"
    %27 = closure_new f2 !5
    closure_use %27, c15, $x !5  ; "x"
    %28 = call_begin value(%27), 0 !5
    %29 = call_end %28 !5
    arg_result %26, %29 !5
    arg_expr %26, c20 !5  ; "assert(function () use($x) {\n    if...
    %30 = call_end %26 !5
    %31 = copy %30 !5
    jump b24 !5
b24:
    free %31 !5
    branch_assert b25, b26 !6
b25:
    %38 = copy c2 !6  ; true
    jump b27 !6
b26:
    %32 = call_begin function(c0, -), 2 !6  ; "assert"
    match $x, [c4: b28, c5: b28], b29 !6  ; 1, 2
b27:
    free %38 !6
    return c4 !7  ; 1
b28:
    %35 = copy $a !6
    %36 = dup %35 !6
    branch %36, b31, b32 !6
b29:
    %33 = copy c12 !6  ; null
    jump b30 !6
b30:
    arg_expr %32, %33 !6
    arg_expr %32, c22 !6  ; "assert(match ($x) {\n    1, 2 => $a ...
    %37 = call_end %32 !6
    %38 = copy %37 !6
    jump b27 !6
b31:
    %34 = copy %35 !6
    jump b33 !6
b32:
    free %35 !6
    %34 = copy c21 !6  ; "b"
    jump b33 !6
b33:
    %33 = copy %34 !6
    jump b30 !6
end

f1 {
  name: "{closure:\x00:4}"
  kind: arrow_function
  params: [
    {name: "x", ty: {mask: null|int, text: "?int"}, passing: reference, variadic: true, line: 4}
  ]
  return_type: {mask: null, classes: ["A"], text: "?A"}
  locals: ["x"]
  line_start: 4
  line_end: 4
}
temps 4
b0:
    %0 = declare_anonymous_class class0 !4
    %1 = new (%0) !4
    %2 = call_begin constructor(%1), 1 !4
    arg_expr %2, c4 !4  ; 1
    call_end %2 !4
    %3 = verify_return %1 !4
    return %3 !4
b1:
    verify_return_missing !4
    return c12 !4  ; null
end

f2 {
  name: "{closure:\x00:5}"
  kind: closure
  locals: ["x", "a", "b", "c", "v", "k", "e"]
  uses: ["x": false]
  line_start: 5
  line_end: 5
}
temps 7
region r0 = finally(b12, %5)
region r1 = finally_body(%5)
region r2 in r0 = catch(b15, %6)
b0:
    branch $a, b2, b3 !5
b1:
    return c12 !5  ; null
b2:
    return c4 !5  ; 1
b3:
    branch $b, b5, b6 !5
b4:
    jump b1 !5
b5:
    %0 = iter_init $c, b9, b7 !5
b6:
    jump b13 !5
b7:
    iter_next %0, $v, %1, b10, b8 !5
b8:
    iter_free %0 !5
    jump b9 !5
b9:
    jump b4 !5
b10:
    assign $k, %1 !5
    %3 = rope_begin !5
    rope_add %3, $v !5
    rope_add %3, c16 !5  ; "s"
    rope_add %3, $k !5
    rope_add %3, c17 !5  ; "[0]"
    %4 = rope_end %3 !5
    echo %4 !5
    jump b7 !5
b11:
    jump b4 !5
b12 in r1:
    finally_end r0 !5
b13 in r0:
    jump b16 !5
b14 in r0:
    finally_call r0, b11 !5
b15 in r0:
    catch_match %6, c18, b17, b19 !5  ; "E"
b16 in r2:
    throw $e !5
b17 in r0:
    catch_assign $e, %6 !5
    jump b14 !5
b18 in r0:
    rethrow %6 !5
b19 in r0:
    catch_match %6, c19, b17, b18 !5  ; "F"
end
