//! phpc-core
