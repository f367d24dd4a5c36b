//! phpc-start
