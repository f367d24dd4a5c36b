//! phpc-frontend
