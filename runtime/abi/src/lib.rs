//! What emitted code and the runtime agree on: tags, layouts, declarations, effects, primitives.
//!
//! Every number that both sides know stands here once: codegen takes offsets with `offset_of!` from [`layout`],
//! runtime/core implements the primitives of [`primitives`] under exactly the signatures listed there (a mismatch does
//! not compile), and both read functions and classes as [`decl`] describes them. It knows nothing of how either side
//! does its work. Start with [`value`] and [`layout`].

pub mod codec;
pub mod decl;
pub mod effects;
pub mod hash;
pub mod layout;
pub mod magic;
pub mod position;
pub mod primitives;
pub mod signature;
pub mod unit;
pub mod value;

include!(concat!(env!("OUT_DIR"), "/fingerprint.rs"));
