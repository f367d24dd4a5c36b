//! phpc-ext-hash
