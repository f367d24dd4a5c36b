//! What objects do: properties, magic methods, dimensions, cloning, iteration, comparison and casts.

pub mod cast;
pub mod create;
pub mod dimension;
pub mod guard;
pub mod iteration;
pub mod marker;
pub mod native;
pub mod property;
pub mod reference;
pub mod static_property;
pub mod walk;

use crate::Object;
use crate::classes::{Class, ClassRef};

pub use cast::to_object;
pub use create::{clone, instantiate};
pub use dimension::{offset_exists, offset_get, offset_get_for_write, offset_set, offset_unset};
pub use iteration::{
    current_reference, is_iterator, is_traversable, iterated_property, iterates_by_reference, visible_property_names,
};
pub use property::{
    Access, PropertyPlace, admits_class, bind_property_reference, isset_property, parent_hook, property_place,
    property_reference, read_property, read_property_for_modify, read_property_quiet, straight_slot, straight_write,
    unset_property, write_property,
};
pub use reference::assign_reference;
pub use static_property::static_property;
pub use static_property::Access as StaticAccess;

impl Object {
    /// The class.
    #[inline]
    pub fn class_ref(&self) -> ClassRef {
        // SAFETY: objects are made of linked classes only.
        unsafe { Class::from_head(self.class()) }
    }
}
