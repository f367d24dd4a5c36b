//! phpc-ext-reflection
