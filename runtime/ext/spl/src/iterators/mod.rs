//! Iterators over iterators.

pub(crate) mod append;
pub(crate) mod caching;
pub(crate) mod inner;
pub(crate) mod multiple;
pub(crate) mod outer;
pub(crate) mod recursive;
pub(crate) mod regex;
pub(crate) mod tree;
