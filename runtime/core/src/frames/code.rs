//! From a return address to its unit and position: the tables of abi `position`, read in place.

use crate::global::Global;
use phpc_abi::position::{CallSite, FrameLayout, Home, LINE, NONE, Position, PositionHeader};
use phpc_abi::unit::CompiledUnit;
use std::sync::atomic::{AtomicBool, Ordering};

pub use phpc_abi::position::Position as CodePosition;

/// Units by address of their code.
static UNITS: Global<Vec<&'static CompiledUnit>> = Global::new(Vec::new());

/// Makes the unit's code known to walks.
pub fn register_unit(unit: &'static CompiledUnit) {
    CHANGING.store(true, Ordering::Release);
    UNITS.with(|units| {
        let place = units.partition_point(|other| other.code_start < unit.code_start);
        units.insert(place, unit);
    });
    CHANGING.store(false, Ordering::Release);
}

/// The list of units is being changed: signal handlers must not read it.
static CHANGING: AtomicBool = AtomicBool::new(false);
/// Where a signal stopped emitted code for good.
static INTERRUPTED: Global<usize> = Global::new(0);

/// Is it emitted code? For signal handlers.
pub(crate) fn is_emitted(address: usize) -> bool {
    !CHANGING.load(Ordering::Acquire) && search_unit(address).is_some_and(|unit| address < unit.code_end as usize)
}
pub(super) fn interrupted_at(address: usize) {
    INTERRUPTED.set(address);
}

/// Addresses found before: units stay where they are.
static FOUND: Global<[Option<(usize, &'static CompiledUnit, u32)>; FOUND_ENTRIES]> = Global::new([None; FOUND_ENTRIES]);
const FOUND_ENTRIES: usize = 256;

#[inline]
fn found(address: usize) -> Option<(&'static CompiledUnit, u32)> {
    let entry = FOUND.with(|found| found[(address ^ address >> 8) % FOUND_ENTRIES])?;
    (entry.0 == address).then_some((entry.1, entry.2))
}

/// The unit with this address, and the number of the position of the call that returns to it.
#[inline(always)]
pub(super) fn locate(address: usize) -> Option<(&'static CompiledUnit, Option<u32>)> {
    if let Some((unit, number)) = found(address)
        && address != INTERRUPTED.get()
    {
        return Some((unit, Some(number)));
    }
    locate_slow(address)
}

#[cold]
#[inline(never)]
fn locate_slow(address: usize) -> Option<(&'static CompiledUnit, Option<u32>)> {
    let unit = search_unit(address)?;
    Some((unit, position_at(unit, address)))
}

fn search_unit(address: usize) -> Option<&'static CompiledUnit> {
    UNITS.with(|units| {
        let place = units.partition_point(|unit| unit.code_start as usize <= address);
        // A return address may lie just behind a call that ends the code.
        units[..place].last().copied().filter(|unit| address <= unit.code_end as usize)
    })
}

struct Tables {
    call_sites: &'static [CallSite],
    positions: &'static [Position],
    frames: &'static [FrameLayout],
    homes: &'static [Home],
}

#[inline]
fn tables(unit: &'static CompiledUnit) -> Option<Tables> {
    if unit.positions.is_null() {
        return None;
    }
    // SAFETY: codegen writes the header and the four arrays behind it, 4-byte aligned, alive as long as the unit.
    unsafe {
        let header = *unit.positions.cast::<PositionHeader>();
        let call_sites = unit.positions.add(size_of::<PositionHeader>()).cast::<CallSite>();
        let positions = call_sites.add(header.call_sites as usize).cast::<Position>();
        let frames = positions.add(header.positions as usize).cast::<FrameLayout>();
        let homes = frames.add(header.frames as usize).cast::<Home>();
        Some(Tables {
            call_sites: std::slice::from_raw_parts(call_sites, header.call_sites as usize),
            positions: std::slice::from_raw_parts(positions, header.positions as usize),
            frames: std::slice::from_raw_parts(frames, header.frames as usize),
            homes: std::slice::from_raw_parts(homes, header.homes as usize),
        })
    }
}

/// Number of the position of the call that returns to `address`; None: a call that is no PHP call (a generic entry's).
pub(super) fn position_at(unit: &'static CompiledUnit, address: usize) -> Option<u32> {
    let is_interrupted = address == INTERRUPTED.get();
    if let Some((known, number)) = found(address)
        && std::ptr::eq(known, unit)
        && !is_interrupted
    {
        return Some(number);
    }
    let tables = tables(unit)?;
    let offset = u32::try_from(address - unit.code_start as usize).ok()?;
    let sites = tables.call_sites;
    if is_interrupted {
        let place = sites.partition_point(|site| site.offset <= offset).saturating_sub(1);
        return sites.get(place).map(|site| site.position & !LINE).filter(|&number| number != NONE & !LINE);
    }
    // A call stands before a line that begins where it returns.
    let site = sites.get(sites.partition_point(|site| site.offset < offset)).filter(|site| site.offset == offset)?;
    let number = Some(site.position).filter(|&number| number & LINE == 0)?;
    FOUND.with(|found| found[(address ^ address >> 8) % FOUND_ENTRIES] = Some((address, unit, number)));
    Some(number)
}

#[inline]
pub(super) fn position(unit: &'static CompiledUnit, number: u32) -> &'static Position {
    &tables(unit).expect("a position was found in this table").positions[number as usize]
}

#[inline]
pub(super) fn frame_layout(unit: &'static CompiledUnit, number: u32) -> Option<&'static FrameLayout> {
    tables(unit)?.frames.get(number as usize)
}

/// The homes of a layout's parameters.
#[inline]
pub(super) fn homes(unit: &'static CompiledUnit, layout: &FrameLayout) -> &'static [Home] {
    let homes = tables(unit).expect("a frame layout was found in this table").homes;
    &homes[layout.first_home as usize..(layout.first_home + layout.home_count) as usize]
}
