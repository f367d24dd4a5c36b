//! Errors and warnings with PHP's wording.

/// What a stage has to say besides its result, in the order in which PHP would say it.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    pub list: Vec<Diagnostic>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    pub kind: DiagnosticKind,
    /// PHP's text. It can quote the source, so it is bytes.
    pub message: Vec<u8>,
    pub line: u32,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DiagnosticKind {
    /// A syntax error: PHP throws ParseError where the file is included.
    ParseError,
    /// An error that PHP throws as CompileError while it parses.
    CompileError,
    /// An error that ends the program when the file is compiled.
    Fatal,
    Warning,
    /// E_COMPILE_WARNING
    CompileWarning,
    Deprecated,
    Notice,
}

impl DiagnosticKind {
    /// Whether the file cannot be compiled.
    pub fn is_error(self) -> bool {
        matches!(self, DiagnosticKind::ParseError | DiagnosticKind::CompileError | DiagnosticKind::Fatal)
    }

    /// The label that PHP prints before the message.
    pub fn label(self) -> &'static str {
        match self {
            DiagnosticKind::ParseError => "Parse error",
            DiagnosticKind::CompileError | DiagnosticKind::Fatal => "Fatal error",
            DiagnosticKind::Warning | DiagnosticKind::CompileWarning => "Warning",
            DiagnosticKind::Deprecated => "Deprecated",
            DiagnosticKind::Notice => "Notice",
        }
    }
}

impl Diagnostics {
    pub fn push(&mut self, kind: DiagnosticKind, line: u32, message: impl Into<Vec<u8>>) {
        self.list.push(Diagnostic { kind, message: message.into(), line });
    }

    /// The first error, the one that PHP stops at.
    pub fn first_error(&self) -> Option<&Diagnostic> {
        self.list.iter().find(|d| d.kind.is_error())
    }

    pub fn has_errors(&self) -> bool {
        self.first_error().is_some()
    }
}
