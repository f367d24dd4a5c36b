//! Declarations and constants of units.

use super::words::Pointer;
use crate::units::{self, Unit, functions};
use crate::classes::table;
use crate::global::Global;
use crate::{Array, Cx, Result, Str};
use phpc_abi::codec::Codec;
use phpc_abi::hash::BytesMap;
use phpc_abi::decl::{ClassIndex, Const, FuncIndex};
use phpc_abi::unit::CompiledUnit;
use phpc_abi::value::Tag;

fn compiled<'a>(unit: Pointer) -> &'a CompiledUnit {
    // SAFETY: emitted code passes its own unit.
    unsafe { &*unit.cast::<CompiledUnit>() }
}

fn unit_of(unit: Pointer) -> &'static Unit {
    units::of_compiled(unit.cast_const().cast())
}

/// A unit's constants, decoded.
struct Constants {
    unit: *const CompiledUnit,
    all: Vec<Const>,
    /// Where the strings are.
    texts: BytesMap<Box<[u8]>, usize>,
}

/// Runs `body` on a unit's constants; those of the last one are kept.
fn with_constants<R>(unit: &CompiledUnit, body: impl FnOnce(&Constants) -> R) -> R {
    static LAST: Global<Option<Constants>> = Global::new(None);
    LAST.with(|last| {
        if last.as_ref().is_none_or(|last| !std::ptr::eq(last.unit, unit)) {
            // SAFETY: codegen encoded the constants there.
            let mut bytes = unsafe { std::slice::from_raw_parts(unit.const_blob, unit.const_blob_length as usize) };
            let all = Vec::<Const>::decode(&mut bytes).expect("a unit's constants were encoded by the same abi");
            let text = |(at, value): (usize, &Const)| if let Const::Str(text) = value { Some((text.clone(), at)) } else { None };
            let texts = all.iter().enumerate().filter_map(text).collect();
            *last = Some(Constants { unit, all, texts });
        }
        body(last.as_ref().expect("just made"))
    })
}

/// The array constant `index`, built on first use and kept, uncounted, in the unit's table.
pub fn const_array(unit: Pointer, index: i64) -> Array {
    let unit = compiled(unit);
    // SAFETY: the unit has `const_count` values; the table lives as long as the process.
    let slot = unsafe { unit.consts.add(index as usize) };
    // SAFETY: as above.
    if unsafe { (*slot).tag } == Tag::UNDEF {
        let value = with_constants(unit, |constants| {
            // Its strings are the unit's literals where there are such: keys are then found by their addresses.
            let text = |bytes: &[u8]| match constants.texts.get(bytes) {
                // SAFETY: as above; the constant there is a string.
                Some(&at) => unsafe { Str::retain((*unit.consts.add(at)).payload as *mut _) },
                None => Str::new(bytes),
            };
            units::constant_value_of(&constants.all[index as usize], &text)
        });
        crate::engine::owners::keep_immortal(value.clone());
        // SAFETY: as above; the biased count keeps it to the end of the program.
        unsafe { *slot = value.into_raw() };
    }
    // SAFETY: an array is there now.
    unsafe { Array::retain((*slot).payload as *mut _) }
}

pub fn declare_function(unit: Pointer, index: i64) -> Result {
    functions::declare(&mut Cx::enter(), unit_of(unit), FuncIndex(index as u32));
    Ok(())
}

pub fn declare_class(unit: Pointer, index: i64) -> Result {
    table::declare(&mut Cx::enter(), unit_of(unit), ClassIndex(index as u32))?;
    Ok(())
}

/// The class's name.
pub fn declare_anonymous_class(unit: Pointer, index: i64) -> Result<Str> {
    let class = units::anonymous::declare(&mut Cx::enter(), unit_of(unit), ClassIndex(index as u32))?;
    Ok(class.name.str())
}
