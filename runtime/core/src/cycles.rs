//! The cycle collector, in the manner of Bacon and Rajan.

use phpc_abi::layout::Header;

/// A count went down without reaching zero.
#[cold]
#[inline(never)]
pub(crate) unsafe fn possible_root(_header: *mut Header) {}

/// A buffered block died by its count.
pub(crate) unsafe fn died(_header: *mut Header) {}
