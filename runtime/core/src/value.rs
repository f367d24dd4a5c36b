//! A PHP value as an owning handle, and borrowed views of it.

use crate::{Array, Object, Reference, Resource, Str};
use crate::release;
use phpc_abi::layout::Header;
pub use phpc_abi::value::{RawValue, Tag};
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;

/// A PHP value. Clone retains, drop releases (and may so run a destructor).
#[repr(transparent)]
pub struct Value(RawValue);

/// What a value is, borrowed.
#[derive(Clone, Copy)]
pub enum View<'a> {
    Undef,
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    Str(&'a Str),
    Array(&'a Array),
    Object(&'a Object),
    Resource(&'a Resource),
    /// Only in slots, elements and locals; [`Value::deref`] looks through.
    Reference(&'a Reference),
}

impl Value {
    pub const UNDEF: Value = Value(RawValue::UNDEF);
    pub const NULL: Value = Value(RawValue::NULL);
    pub const FALSE: Value = Value(RawValue::FALSE);
    pub const TRUE: Value = Value(RawValue::TRUE);

    #[inline]
    pub const fn int(value: i64) -> Value {
        Value(RawValue::int(value))
    }
    #[inline]
    pub const fn float(value: f64) -> Value {
        Value(RawValue::float(value))
    }
    #[inline]
    pub const fn bool(value: bool) -> Value {
        Value(RawValue { tag: Tag::BOOL, payload: value as u64 })
    }
    /// A new string of these bytes.
    pub fn string(bytes: impl AsRef<[u8]>) -> Value {
        Str::new(bytes.as_ref()).into()
    }

    #[inline]
    pub fn tag(&self) -> Tag {
        self.0.tag
    }
    #[inline]
    pub fn raw(&self) -> RawValue {
        self.0
    }
    /// Gives up ownership.
    #[inline]
    pub fn into_raw(self) -> RawValue {
        ManuallyDrop::new(self).0
    }
    /// Takes over a count.
    ///
    /// # Safety
    /// `raw` is a valid value, one count of which is the caller's.
    #[inline]
    pub unsafe fn from_raw(raw: RawValue) -> Value {
        Value(raw)
    }
    /// Retains a value that someone else owns.
    ///
    /// # Safety
    /// `raw` is a valid value.
    #[inline]
    pub unsafe fn from_borrowed(raw: RawValue) -> Value {
        Value::clone(&ManuallyDrop::new(Value(raw)))
    }
    /// Views a raw value in memory.
    ///
    /// # Safety
    /// `raw` points to a valid value that stays so for `'a`.
    #[inline]
    pub unsafe fn ref_from_raw<'a>(raw: *const RawValue) -> &'a Value {
        // SAFETY: the caller's promise; `Value` is transparent.
        unsafe { &*raw.cast() }
    }

    /// NULL or undefined.
    #[inline]
    pub fn is_null(&self) -> bool {
        self.0.tag <= Tag::NULL
    }
    #[inline]
    pub fn is_undef(&self) -> bool {
        self.0.tag == Tag::UNDEF
    }
    #[inline]
    pub fn is_reference(&self) -> bool {
        self.0.tag == Tag::REFERENCE
    }
    #[inline]
    pub fn is_number(&self) -> bool {
        self.0.tag.0.wrapping_sub(Tag::INT.0) < 2
    }
    #[inline]
    pub fn is_true(&self) -> bool {
        self.0 == RawValue::TRUE
    }
    #[inline]
    pub fn is_false(&self) -> bool {
        self.0 == RawValue::FALSE
    }
    #[inline]
    pub fn as_bool(&self) -> Option<bool> {
        (self.0.tag == Tag::BOOL).then_some(self.0.payload != 0)
    }
    #[inline]
    pub fn as_int(&self) -> Option<i64> {
        (self.0.tag == Tag::INT).then_some(self.0.payload as i64)
    }
    #[inline]
    pub fn as_float(&self) -> Option<f64> {
        (self.0.tag == Tag::FLOAT).then_some(f64::from_bits(self.0.payload))
    }
    #[inline]
    pub fn as_str(&self) -> Option<&Str> {
        // SAFETY: the tag says what the payload is; handles are transparent over the pointer.
        (self.0.tag == Tag::STRING).then(|| unsafe { self.payload_as() })
    }
    #[inline]
    pub fn as_array(&self) -> Option<&Array> {
        // SAFETY: as above.
        (self.0.tag == Tag::ARRAY).then(|| unsafe { self.payload_as() })
    }
    #[inline]
    pub fn as_array_mut(&mut self) -> Option<&mut Array> {
        // SAFETY: as above, and the handle inside may be replaced by another array.
        (self.0.tag == Tag::ARRAY).then(|| unsafe { &mut *(&raw mut self.0.payload).cast() })
    }
    #[inline]
    pub fn as_str_mut(&mut self) -> Option<&mut Str> {
        // SAFETY: as above.
        (self.0.tag == Tag::STRING).then(|| unsafe { &mut *(&raw mut self.0.payload).cast() })
    }
    #[inline]
    pub fn as_object(&self) -> Option<&Object> {
        // SAFETY: as above.
        (self.0.tag == Tag::OBJECT).then(|| unsafe { self.payload_as() })
    }
    #[inline]
    pub fn as_resource(&self) -> Option<&Resource> {
        // SAFETY: as above.
        (self.0.tag == Tag::RESOURCE).then(|| unsafe { self.payload_as() })
    }
    #[inline]
    pub fn as_reference(&self) -> Option<&Reference> {
        // SAFETY: as above.
        (self.0.tag == Tag::REFERENCE).then(|| unsafe { self.payload_as() })
    }

    #[inline]
    unsafe fn payload_as<T>(&self) -> &T {
        // SAFETY: the caller checked the tag.
        unsafe { &*(&raw const self.0.payload).cast() }
    }

    #[inline]
    pub fn view(&self) -> View<'_> {
        // SAFETY: the tag says what the payload is.
        unsafe {
            match self.0.tag {
                Tag::UNDEF => View::Undef,
                Tag::NULL => View::Null,
                Tag::BOOL => View::Bool(self.0.payload != 0),
                Tag::INT => View::Int(self.0.payload as i64),
                Tag::FLOAT => View::Float(f64::from_bits(self.0.payload)),
                Tag::STRING => View::Str(self.payload_as()),
                Tag::ARRAY => View::Array(self.payload_as()),
                Tag::OBJECT => View::Object(self.payload_as()),
                Tag::RESOURCE => View::Resource(self.payload_as()),
                Tag::REFERENCE => View::Reference(self.payload_as()),
                // LAZY and NATIVE stay inside object slots; whoever reads a slot handles them first.
                _ => View::Undef,
            }
        }
    }

    /// The value itself, or what the reference holds: owned, never a reference.
    #[inline]
    pub fn deref(&self) -> Value {
        match self.as_reference() {
            Some(cell) => cell.get(),
            None => self.clone(),
        }
    }
    /// Like [`Value::deref`], giving up `self`; UNDEF becomes NULL.
    #[inline]
    pub fn into_plain(self) -> Value {
        match self.0.tag {
            Tag::REFERENCE => self.deref(),
            Tag::UNDEF => Value::NULL,
            _ => self,
        }
    }

    /// Nothing that is released with this value can run user code or lie on a cycle.
    #[inline]
    pub fn is_inert(&self) -> bool {
        match self.0.tag {
            Tag::ARRAY => self.as_array().is_some_and(Array::is_inert),
            tag => tag <= Tag::STRING,
        }
    }

    /// The count of a counted value.
    pub fn count(&self) -> u32 {
        // SAFETY: counted values point to a header.
        if self.0.tag.is_counted() { unsafe { (*(self.0.payload as *const Header)).count } } else { 0 }
    }
}

impl Clone for Value {
    #[inline]
    fn clone(&self) -> Value {
        if self.0.tag.is_counted() {
            // SAFETY: counted values point to a header.
            unsafe { (*(self.0.payload as *mut Header)).count += 1 };
        }
        Value(self.0)
    }
}

impl Drop for Value {
    #[inline]
    fn drop(&mut self) {
        if self.0.tag.is_counted() {
            // SAFETY: this handle owned one count.
            unsafe { release::release(self.0) };
        }
    }
}

impl Default for Value {
    fn default() -> Value {
        Value::NULL
    }
}

impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.view() {
            View::Undef => f.write_str("undef"),
            View::Null => f.write_str("null"),
            View::Bool(value) => value.fmt(f),
            View::Int(value) => value.fmt(f),
            View::Float(value) => value.fmt(f),
            View::Str(value) => value.fmt(f),
            View::Array(value) => value.fmt(f),
            View::Object(value) => write!(f, "object #{}", value.handle()),
            View::Resource(value) => write!(f, "resource #{}", value.id()),
            View::Reference(value) => write!(f, "&{:?}", value.get()),
        }
    }
}

macro_rules! from_handle {
    ($($handle:ty = $tag:ident),*) => {$(
        impl From<$handle> for Value {
            #[inline]
            fn from(handle: $handle) -> Value {
                Value(RawValue { tag: Tag::$tag, payload: handle.into_ptr() as u64 })
            }
        }
    )*};
}
from_handle!(Str = STRING, Array = ARRAY, Object = OBJECT, Resource = RESOURCE, Reference = REFERENCE);

impl From<i64> for Value {
    #[inline]
    fn from(value: i64) -> Value {
        Value::int(value)
    }
}
impl From<usize> for Value {
    #[inline]
    fn from(value: usize) -> Value {
        Value::int(value as i64)
    }
}
impl From<f64> for Value {
    #[inline]
    fn from(value: f64) -> Value {
        Value::float(value)
    }
}
impl From<bool> for Value {
    #[inline]
    fn from(value: bool) -> Value {
        Value::bool(value)
    }
}
impl From<&str> for Value {
    fn from(value: &str) -> Value {
        Value::string(value)
    }
}
impl From<&[u8]> for Value {
    fn from(value: &[u8]) -> Value {
        Value::string(value)
    }
}
impl From<String> for Value {
    fn from(value: String) -> Value {
        Value::string(value)
    }
}
impl From<()> for Value {
    fn from(_: ()) -> Value {
        Value::NULL
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::NULL, Into::into)
    }
}

/// An element or other value borrowed from a container that does not change for `'a`; what was a reference there is
/// owned instead. Reads like `&Value`.
pub struct Elem<'a> {
    value: ManuallyDrop<Value>,
    owned: bool,
    container: PhantomData<&'a Value>,
}

impl<'a> Elem<'a> {
    /// # Safety
    /// `raw` is valid and stays owned by someone else for `'a`.
    #[inline]
    pub unsafe fn borrowed(raw: RawValue) -> Elem<'a> {
        Elem { value: ManuallyDrop::new(Value(raw)), owned: false, container: PhantomData }
    }
    /// Looks through a reference.
    ///
    /// # Safety
    /// As for [`Elem::borrowed`].
    #[inline]
    pub unsafe fn plain(raw: RawValue) -> Elem<'a> {
        // SAFETY: the caller's promise.
        let element = unsafe { Elem::borrowed(raw) };
        if raw.tag != Tag::REFERENCE {
            return element;
        }
        Elem::owned(Value::deref(&element))
    }
    #[inline]
    pub fn owned(value: Value) -> Elem<'a> {
        Elem { value: ManuallyDrop::new(value), owned: true, container: PhantomData }
    }
    #[inline]
    pub fn to_value(&self) -> Value {
        Value::clone(&self.value)
    }
}

impl<'a> From<&'a Object> for Elem<'a> {
    /// Shows an object as a value without counting it, as the collector wants it.
    #[inline]
    fn from(object: &'a Object) -> Elem<'a> {
        // SAFETY: the handle keeps the object for `'a`.
        unsafe { Elem::borrowed(RawValue { tag: Tag::OBJECT, payload: object.as_ptr() as u64 }) }
    }
}
impl<'a> From<&'a Array> for Elem<'a> {
    #[inline]
    fn from(array: &'a Array) -> Elem<'a> {
        // SAFETY: as above.
        unsafe { Elem::borrowed(RawValue { tag: Tag::ARRAY, payload: array.as_ptr() as u64 }) }
    }
}

impl Deref for Elem<'_> {
    type Target = Value;
    #[inline]
    fn deref(&self) -> &Value {
        &self.value
    }
}

impl Drop for Elem<'_> {
    #[inline]
    fn drop(&mut self) {
        if self.owned {
            // SAFETY: owned, and dropped once.
            unsafe { ManuallyDrop::drop(&mut self.value) }
        }
    }
}
