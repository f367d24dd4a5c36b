//! phpc-ext
