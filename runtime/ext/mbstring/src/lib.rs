//! phpc-ext-mbstring
