//! phpc-codegen
