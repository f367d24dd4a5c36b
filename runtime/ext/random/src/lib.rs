//! phpc-ext-random
