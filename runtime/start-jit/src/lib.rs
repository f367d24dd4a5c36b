//! phpc-start-jit
