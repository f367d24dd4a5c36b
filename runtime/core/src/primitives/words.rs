//! How arguments and results of primitives travel as machine words (abi `Kind`), for the exported entries.

use crate::pending::Result;
use crate::{Array, Object, Str, Value};
use phpc_abi::layout::{ArrayHeader, ObjectHeader, StrHeader};
use phpc_abi::value::{RawValue, Tag};
use std::mem::ManuallyDrop;

/// A variable, element or argument area in memory that emitted code owns for the time of the call.
#[derive(Clone, Copy)]
pub struct Slot(pub *mut RawValue);

impl Slot {
    pub fn is_null(self) -> bool {
        self.0.is_null()
    }
    /// The variable itself. Emitted code hands over slots that nothing else touches during the primitive, apart from user
    /// code that the primitive runs; so never hold this across such a point: use [`Slot::get`] and [`Slot::set`].
    ///
    /// # Safety
    /// See above.
    pub unsafe fn value<'a>(self) -> &'a mut Value {
        // SAFETY: a valid value lies there (the protocol of emitted code); `Value` is transparent over `RawValue`.
        unsafe { &mut *self.0.cast() }
    }
    /// A copy of the value at `index`.
    pub fn get(self, index: usize) -> Value {
        // SAFETY: emitted code passes an area of valid values.
        unsafe { Value::from_borrowed(*self.0.add(index)) }
    }
    /// Takes the value at `index` over and leaves UNDEF.
    pub fn take(self, index: usize) -> Value {
        // SAFETY: as above; the count moves to the result.
        unsafe { Value::from_raw(self.0.add(index).replace(RawValue::UNDEF)) }
    }
    /// Stores over whatever lies at `index` without looking at it.
    pub fn init(self, index: usize, value: Value) {
        // SAFETY: as above.
        unsafe { self.0.add(index).write(value.into_raw()) }
    }
    /// Stores and then releases the old value.
    pub fn set(self, value: Value) {
        // SAFETY: as above; the old value is dropped after the new one is in place.
        drop(unsafe { Value::from_raw(self.0.replace(value.into_raw())) });
    }
    /// The first `count` values, borrowed.
    ///
    /// # Safety
    /// Nobody writes them for `'a`.
    pub unsafe fn slice<'a>(self, count: usize) -> &'a [Value] {
        if count == 0 {
            return &[];
        }
        // SAFETY: an area of that many valid values.
        unsafe { std::slice::from_raw_parts(self.0.cast(), count) }
    }
    pub fn at(self, index: usize) -> Slot {
        Slot(self.0.wrapping_add(index))
    }
}

/// An address of something else.
pub type Pointer = *mut u8;

/// A borrowed argument: a handle that is not dropped.
pub struct Borrowed<T>(ManuallyDrop<T>);

impl<T> std::ops::Deref for Borrowed<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

pub fn value(tag: u64, payload: u64) -> Borrowed<Value> {
    // SAFETY: emitted code passes the two words of a valid value that it keeps alive during the call; it is not dropped.
    Borrowed(ManuallyDrop::new(unsafe { Value::from_raw(RawValue { tag: Tag(tag), payload }) }))
}
pub fn owned_value(tag: u64, payload: u64) -> Value {
    // SAFETY: emitted code gives up a count of a valid value.
    unsafe { Value::from_raw(RawValue { tag: Tag(tag), payload }) }
}

macro_rules! handle {
    ($($borrowed:ident $owned:ident: $handle:ident $header:ident;)*) => {$(
        pub fn $borrowed(pointer: *mut $header) -> Borrowed<$handle> {
            // SAFETY: emitted code passes a live block that it keeps alive during the call; it is not dropped.
            Borrowed(ManuallyDrop::new(unsafe { $handle::from_ptr(pointer) }))
        }
        pub fn $owned(pointer: *mut $header) -> $handle {
            // SAFETY: emitted code gives up a count of a live block.
            unsafe { $handle::from_ptr(pointer) }
        }
    )*};
}

handle! {
    str owned_str: Str StrHeader;
    array owned_array: Array ArrayHeader;
    object owned_object: Object ObjectHeader;
}

/// What an implementing function may return for a kind of result; a `Thrown` leaves a meaningless word.
pub trait Returns<Word> {
    fn word(self) -> Word;
}

macro_rules! returns {
    ($($from:ty => $word:ty: |$it:ident| $body:expr, $none:expr;)*) => {$(
        impl Returns<$word> for $from {
            #[inline]
            fn word(self) -> $word {
                let $it = self;
                $body
            }
        }
        impl Returns<$word> for Result<$from> {
            #[inline]
            fn word(self) -> $word {
                match self {
                    Ok($it) => $body,
                    Err(_) => $none,
                }
            }
        }
    )*};
}

returns! {
    () => (): |it| it, ();
    Value => RawValue: |it| it.into_raw(), RawValue::UNDEF;
    i64 => i64: |it| it, 0;
    f64 => f64: |it| it, 0.0;
    bool => u64: |it| u64::from(it), 0;
    Str => *mut StrHeader: |it| it.into_ptr(), std::ptr::null_mut();
    Array => *mut ArrayHeader: |it| it.into_ptr(), std::ptr::null_mut();
    Object => *mut ObjectHeader: |it| it.into_ptr(), std::ptr::null_mut();
    Slot => *mut RawValue: |it| it.0, std::ptr::null_mut();
    Pointer => Pointer: |it| it, std::ptr::null_mut();
}
