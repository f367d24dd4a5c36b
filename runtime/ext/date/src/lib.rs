//! phpc-ext-date
