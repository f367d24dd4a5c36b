//! phpc-abi
