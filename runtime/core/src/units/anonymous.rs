//! Anonymous classes: declared when their `new` first runs, under a name made up from the place.

use phpc_abi::decl::ClassIndex;

use super::Unit;
use crate::classes::{ClassRef, table};
use crate::names::Name;
use crate::{Cx, Result};

/// The class, declared now if it was not. In `class@anonymous`, NUL, `:line$number` the unit's path follows the NUL byte.
pub fn declare(cx: &mut Cx, unit: &'static Unit, index: ClassIndex) -> Result<ClassRef> {
    if let Some(class) = unit.bound_class(index) {
        return Ok(class);
    }
    let declared = &unit.class_decl(index).name;
    let name = match declared.iter().position(|&byte| byte == 0) {
        Some(at) => [&declared[..=at], unit.path.bytes(), &declared[at + 1..]].concat(),
        None => declared.to_vec(),
    };
    table::declare_as(cx, unit, index, Name::new(&name))
}
