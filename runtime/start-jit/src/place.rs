//! Code into memory: pages near the executable, written, then made executable, never both at once.

use crate::symbols;
use phpc_abi::unit::CompiledUnit;
use phpc_core::global::Global;
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

/// What is left of the memory set aside for code: its lowest address and the end of what is free.
static RESERVE: Global<Option<(u64, u64)>> = Global::new(None);

/// Memory within reach of the runtime's data: from the top of a reserve below the executable, where nothing else lies.
fn map(size: u64) -> Result<u64, String> {
    let (low, free) = match RESERVE.get() {
        Some(reserve) => reserve,
        None => reserve()?,
    };
    let base = free.saturating_sub(size);
    if base < low {
        return Err("the memory near the program for compiled code is used up".to_string());
    }
    // SAFETY: pages of the reserve that nobody was given yet.
    unsafe { protect(base, size, libc::PROT_READ | libc::PROT_WRITE)? };
    RESERVE.set(Some((low, base)));
    Ok(base)
}

/// Addresses without memory behind them: as many as can be had within reach, below the program or (where that lies low)
/// above it.
fn reserve() -> Result<(u64, u64), String> {
    let here = symbols::lookup("php_pending").expect("the runtime's own symbol") & !(PAGE - 1);
    let below = |gap: u64, size: u64| here.checked_sub(gap + size);
    let above = |gap: u64, _: u64| Some(here + gap);
    let places: [&dyn Fn(u64, u64) -> Option<u64>; 2] = [&below, &above];
    for place in places {
        for size in [1 << 30, 1 << 29, 1 << 28, 1 << 27, 1 << 26] {
            let free = (1..32).filter_map(|step| place(step * (16 << 20), size)).find(|&low| take(low, size));
            if let Some(low) = free {
                return Ok((low, low + size));
            }
        }
    }
    Err("no memory near the program for compiled code".to_string())
}

/// Sets these addresses aside; false: something else lies there.
fn take(low: u64, size: u64) -> bool {
    // SAFETY: a new mapping that replaces none.
    let base = unsafe {
        libc::mmap(
            low as *mut libc::c_void,
            size as usize,
            libc::PROT_NONE,
            libc::MAP_PRIVATE | libc::MAP_ANONYMOUS | libc::MAP_NORESERVE | libc::MAP_FIXED_NOREPLACE,
            -1,
            0,
        )
    };
    if base != libc::MAP_FAILED && base as u64 != low {
        // SAFETY: the mapping just made, which an old kernel put elsewhere.
        unsafe { libc::munmap(base, size as usize) };
    }
    base as u64 == low
}

unsafe fn protect(at: u64, size: u64, how: i32) -> Result<(), String> {
    // SAFETY: the caller's own pages.
    match unsafe { libc::mprotect(at as *mut libc::c_void, size as usize, how) } {
        0 => Ok(()),
        _ => Err("the system refuses executable memory".to_string()),
    }
}
