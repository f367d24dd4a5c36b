//! phpc-ext-json
