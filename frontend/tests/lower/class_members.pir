unit {
  path: "class_members.php"
  diagnostics: [
    {level: 64, message: "Must not use parent::$s::get() in a different property hook (set)", line: 7}
  ]
}
const c0 = null

f0 {
  kind: main
  line_start: 1
  line_end: 1
}
temps 0
b0:
    return c0 !1  ; null
end
