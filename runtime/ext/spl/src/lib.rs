//! phpc-ext-spl
