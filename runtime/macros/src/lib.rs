//! phpc-macros
