//! phpc-ir
