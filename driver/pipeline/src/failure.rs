//! What a stage says when it cannot do its work (errors of the PHP program are diagnostics of its unit instead).

use std::fmt;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Failure {
    /// A construct or stage that does not exist yet, by name.
    Unsupported(String),
    /// Input of ours (PIR) that is damaged or not well formed.
    BadInput(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Unsupported(what) => write!(f, "not supported yet: {what}"),
            Failure::BadInput(what) => f.write_str(what),
        }
    }
}
