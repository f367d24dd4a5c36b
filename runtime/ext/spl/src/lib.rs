//! The extension `SPL`: exceptions, containers, iterators, files.

mod array;
mod exceptions;
mod files;
mod fixed;
mod heap;
mod interfaces;
mod iterators;
mod list;
mod object_storage;
mod serialized;
mod support;

use phpc_core::classes::ClassRef;
use phpc_core::extension::Extension;
use phpc_core::{Cx, Result, Value, behaviour, calls};

pub static EXTENSION: Extension = Extension {
    classes: &[
        interfaces::CLASSES,
        exceptions::CLASSES,
        array::CLASSES,
        object_storage::CLASSES,
        heap::CLASSES,
        list::CLASSES,
        fixed::CLASSES,
        iterators::outer::CLASSES,
        iterators::append::CLASSES,
        iterators::caching::CLASSES,
        iterators::multiple::CLASSES,
        iterators::recursive::CLASSES,
        iterators::tree::CLASSES,
        iterators::regex::CLASSES,
        files::info::CLASSES,
        files::dir::CLASSES,
        files::object::CLASSES,
    ],
    ..Extension::new("SPL")
};

/// `new C(…)`.
pub(crate) fn construct(cx: &mut Cx, class: ClassRef, args: Vec<Value>) -> Result<Value> {
    let object = behaviour::instantiate(cx, class)?;
    if let Some(constructor) = class.magic.constructor
        && let Err(thrown) = calls::call_on(cx, &object, constructor, args)
    {
        object.suppress_destructor();
        return Err(thrown);
    }
    Ok(object.into())
}
