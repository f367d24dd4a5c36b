//! phpc-ext-ctype
