//! phpc-pipeline
