//! The static library that a compiled program is linked with: `main`.
//!
//! Finds the program ([`phpc_abi::unit::Program`]), sets the engine up, runs the entry unit on the large stack, ends the
//! program in PHP's order. It knows neither the compiler nor what extensions do. Start at `main`.

mod arguments;
mod program;

use phpc_core::{Cx, alloc, stack};

#[global_allocator]
static RUST_HEAP: alloc::rust::RustHeap = alloc::rust::RustHeap::new();

/// The C entry point.
///
/// # Safety
/// Called by the C runtime only.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn main(count: i32, values: *const *const libc::c_char) -> i32 {
    alloc::rust::adopt_thread();
    let status = stack::run(|| {
        let cx = &mut Cx::enter();
        // SAFETY: the C runtime's own arguments.
        let arguments = unsafe { arguments::from_c(count, values) };
        program::run(cx, arguments)
    });
    std::process::exit(status)
}
