//! Code into memory: pages near the executable, written, then made executable, never both at once.

use crate::symbols;
use phpc_abi::unit::CompiledUnit;
use phpc_pipeline::{Bases, Image};

const PAGE: u64 = 4096;

fn pages(size: u64) -> u64 {
    size.max(1).next_multiple_of(PAGE)
}

/// Maps and relocates the image; the address of its first unit. It stays for the life of the process.
pub(crate) fn place(image: &Image) -> Result<*const CompiledUnit, String> {
    let (text, rodata, data, bss) =
        (pages(image.text_size()), pages(image.rodata.len() as u64), pages(image.data.len() as u64), pages(image.bss));
    let base = map(text + rodata + data + bss)?;
    let bases = Bases { text: base, rodata: base + text, data: base + text + rodata, bss: base + text + rodata + data };
    let placed = image.place(bases, &symbols::lookup)?;
    // SAFETY: fresh pages of these sizes, writable until protected.
    unsafe {
        for (bytes, at) in [(&placed.text, bases.text), (&placed.rodata, bases.rodata), (&placed.data, bases.data)] {
            std::ptr::copy_nonoverlapping(bytes.as_ptr(), at as *mut u8, bytes.len());
        }
        protect(bases.text, text, libc::PROT_READ | libc::PROT_EXEC)?;
        protect(bases.rodata, rodata, libc::PROT_READ)?;
    }
    placed.units.first().map(|&unit| unit as *const CompiledUnit).ok_or_else(|| "no unit was made".to_string())
}

/// Memory within reach of the runtime's data: below the executable, where nothing else lies.
fn map(size: u64) -> Result<u64, String> {
    let here = symbols::lookup("php_pending").expect("the runtime's own symbol") & !(PAGE - 1);
    for step in 1..64u64 {
        let hint = here.saturating_sub(step * (16 << 20) + size) & !(PAGE - 1);
        // SAFETY: a new mapping; the hint is only a wish.
        let base = unsafe {
            libc::mmap(
                hint as *mut libc::c_void,
                size as usize,
                libc::PROT_READ | libc::PROT_WRITE,
                libc::MAP_PRIVATE | libc::MAP_ANONYMOUS,
                -1,
                0,
            )
        };
        if base == libc::MAP_FAILED {
            continue;
        }
        if (base as u64).abs_diff(here) < 1 << 30 {
            return Ok(base as u64);
        }
        // SAFETY: the mapping just made.
        unsafe { libc::munmap(base, size as usize) };
    }
    Err("no memory near the program for compiled code".to_string())
}

unsafe fn protect(at: u64, size: u64, how: i32) -> Result<(), String> {
    // SAFETY: the caller's own pages.
    match unsafe { libc::mprotect(at as *mut libc::c_void, size as usize, how) } {
        0 => Ok(()),
        _ => Err("the system refuses executable memory".to_string()),
    }
}
