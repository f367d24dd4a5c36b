//! phpc-ext-pcre
