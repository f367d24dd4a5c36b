//! phpc-ext-standard
