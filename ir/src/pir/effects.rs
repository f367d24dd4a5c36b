//! What each operation may do beside defining its result, and how it is written: docs/pir.md is made from it.

/// What may happen while an operation executes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Nothing that anybody could notice.
    Nothing,
    /// It changes locals, a temporary under construction, or where control goes; nothing runs.
    Quiet,
    /// A warning or notice, whose handler is user code that may throw.
    Warns,
    /// A value dies: its destructor is user code that may throw.
    Releases,
    /// Output.
    Writes,
    /// User code: conversions, magic methods, destructors, handlers of warnings, autoload; any of them may throw, and so may
    /// the operation itself.
    Runs,
    /// It throws, or ends the program.
    Throws,
}

impl Effect {
    /// As docs/pir.md says it.
    pub fn text(self) -> &'static str {
        match self {
            Effect::Nothing => "none",
            Effect::Quiet => "quiet",
            Effect::Warns => "may warn",
            Effect::Releases => "may destroy",
            Effect::Writes => "writes output, may run user code",
            Effect::Runs => "may run user code and throw",
            Effect::Throws => "throws",
        }
    }
}

/// By operation, in the order of the table. Reading a local that is undefined warns in every operation.
pub const EFFECTS: &[(&str, Effect)] = &[
    ("copy", Effect::Nothing),
    ("dup", Effect::Nothing),
    ("free", Effect::Releases),
    ("binary", Effect::Runs),
    ("unary", Effect::Runs),
    ("cast", Effect::Runs),
    ("rope_begin", Effect::Nothing),
    ("rope_add", Effect::Runs),
    ("rope_end", Effect::Nothing),
    ("instanceof", Effect::Quiet),
    ("clone", Effect::Runs),
    ("clone_with", Effect::Runs),
    ("intrinsic", Effect::Runs),
    ("read", Effect::Runs),
    ("list_get", Effect::Runs),
    ("list_ref", Effect::Runs),
    ("globals", Effect::Nothing),
    ("isset", Effect::Runs),
    ("empty", Effect::Runs),
    ("unset", Effect::Runs),
    ("assign", Effect::Runs),
    ("assign_op", Effect::Runs),
    ("inc_dec", Effect::Runs),
    ("ref", Effect::Runs),
    ("assign_ref", Effect::Runs),
    ("assign_ref_call", Effect::Runs),
    ("bind_global", Effect::Releases),
    ("bind_static", Effect::Quiet),
    ("init_static", Effect::Releases),
    ("isset_this", Effect::Nothing),
    ("array_new", Effect::Nothing),
    ("array_push", Effect::Runs),
    ("array_push_ref", Effect::Runs),
    ("array_spread", Effect::Runs),
    ("magic_const", Effect::Nothing),
    ("fetch_const", Effect::Runs),
    ("fetch_class_const", Effect::Runs),
    ("class_name", Effect::Runs),
    ("declare_const", Effect::Runs),
    ("declare_function", Effect::Runs),
    ("declare_class", Effect::Runs),
    ("declare_anonymous_class", Effect::Runs),
    ("closure_new", Effect::Nothing),
    ("closure_use", Effect::Nothing),
    ("closure_capture", Effect::Nothing),
    ("closure_use_ref", Effect::Nothing),
    ("call_begin", Effect::Runs),
    ("new", Effect::Runs),
    ("arg_val", Effect::Nothing),
    ("arg_auto", Effect::Runs),
    ("arg_result", Effect::Runs),
    ("arg_expr", Effect::Runs),
    ("arg_spread", Effect::Runs),
    ("arg_name", Effect::Quiet),
    ("arg_user", Effect::Runs),
    ("arg_array", Effect::Runs),
    ("call_end", Effect::Runs),
    ("call_closure", Effect::Runs),
    ("echo", Effect::Writes),
    ("silence_begin", Effect::Quiet),
    ("silence_end", Effect::Quiet),
    ("include", Effect::Runs),
    ("tick", Effect::Runs),
    ("verify_return", Effect::Runs),
    ("verify_return_missing", Effect::Throws),
    ("verify_never", Effect::Throws),
    ("match_error", Effect::Throws),
    ("jump", Effect::Quiet),
    ("branch", Effect::Runs),
    ("branch_null", Effect::Quiet),
    ("branch_assert", Effect::Quiet),
    ("branch_function", Effect::Quiet),
    ("case", Effect::Runs),
    ("switch", Effect::Quiet),
    ("match", Effect::Quiet),
    ("return", Effect::Quiet),
    ("return_ref", Effect::Quiet),
    ("return_ref_call", Effect::Warns),
    ("throw", Effect::Throws),
    ("catch_match", Effect::Quiet),
    ("catch_assign", Effect::Releases),
    ("rethrow", Effect::Quiet),
    ("finally_call", Effect::Quiet),
    ("finally_end", Effect::Quiet),
    ("discard_exception", Effect::Quiet),
    ("unreachable", Effect::Quiet),
    ("iter_init", Effect::Runs),
    ("iter_init_ref", Effect::Runs),
    ("iter_next", Effect::Runs),
    ("iter_free", Effect::Releases),
    ("yield", Effect::Quiet),
    ("yield_ref", Effect::Quiet),
    ("yield_ref_call", Effect::Warns),
    ("yield_from", Effect::Runs),
];
