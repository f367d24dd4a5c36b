unit {
  path: "loops_and_finally.php"
  hoisted_functions: [f1]
}
const c0 = 0
const c1 = 1
const c2 = "E"
const c3 = "F"
const c4 = "done"
const c5 = null

f0 {
  kind: main
  line_start: 1
  line_end: 17
}
temps 0
b0:
    return c1 !17  ; 1
end

f1 {
  name: "f"
  kind: function
  params: [
    {name: "list", passing: value, line: 2}
  ]
  locals: ["list", "a", "b", "key", "e"]
  line_start: 2
  line_end: 16
}
temps 14
region r0 = finally(b6, %8)
region r1 = finally_body(%8)
region r2 in r0 = catch(b9, %9)
b0:
    %0 = iter_init $list, b3, b1 !3
b1:
    iter_next %0, %1, %2, b4, b2 !3
b2:
    iter_free %0 !3
    jump b3 !3
b3:
    jump b23 !15
b4:
    %3 = list_get %1, c0 !3  ; 0
    assign $a, %3 !3
    %5 = list_get %1, c1 !3  ; 1
    assign $b, %5 !3
    free %1 !3
    assign $key, %2 !3
    jump b7 !4
b5:
    jump b1 !3
b6 in r1:
    %12 = call_begin function(c4, -), 0 !12  ; "done"
    call_end %12 !12
    finally_end r0 !12
b7 in r0:
    jump b10 !4
b8 in r0:
    finally_call r0, b5 !11
b9 in r0:
    catch_match %9, c2, b20, b22 !9  ; "E"
b10 in r2:
    %10 = iter_init $a, b13, b11 !5
b11 in r2:
    iter_next %10, $b, -, b14, b12 !5
b12 in r2:
    iter_free %10 !5
    jump b13 !5
b13 in r2:
    jump b8 !5
b14 in r2:
    branch $b, b16, b17 !6
b15 in r2:
    %11 = copy $b !7
    iter_free %10 !7
    finally_call r0, b19 !7
b16 in r2:
    iter_free %10 !6
    finally_call r0, b18 !6
b17 in r2:
    jump b15 !6
b18:
    jump b1 !6
b19:
    iter_free %0 !7
    return %11 !7
b20 in r0:
    catch_assign $e, %9 !9
    echo $e !10
    jump b8 !10
b21 in r0:
    rethrow %9 !10
b22 in r0:
    catch_match %9, c3, b20, b21 !9  ; "F"
b23:
    jump b23 !15
b24:
    return c5 !16  ; null
end
