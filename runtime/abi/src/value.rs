//! The 16-byte PHP value as two machine words, and its tags.

/// What a value is. The order matters: `tag >= Tag::STRING` is "counted", `tag - INT < 2` is "int or float",
/// `tag <= NULL` is "null or undefined".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[repr(transparent)]
pub struct Tag(pub u64);

impl Tag {
    /// No value: an undefined local, an uninitialised or unset property, a hole in a hash.
    pub const UNDEF: Tag = Tag(0);
    pub const NULL: Tag = Tag(1);
    /// Payload 0 or 1.
    pub const BOOL: Tag = Tag(2);
    pub const INT: Tag = Tag(3);
    /// Payload: the bits of the double.
    pub const FLOAT: Tag = Tag(4);
    /// First counted tag. Payload: `*StrHeader`.
    pub const STRING: Tag = Tag(5);
    /// Payload: `*ArrayHeader`.
    pub const ARRAY: Tag = Tag(6);
    /// Payload: `*ObjectHeader`.
    pub const OBJECT: Tag = Tag(7);
    /// Payload: `*ResourceHeader`.
    pub const RESOURCE: Tag = Tag(8);
    /// A reference cell, only in slots, elements and cells' owners; never inside a cell. Payload: `*ReferenceHeader`.
    pub const REFERENCE: Tag = Tag(9);
    /// A slot whose value is a constant expression not yet evaluated (default of a property or class constant).
    /// Payload: a runtime-owned descriptor. Never seen by emitted code outside slots.
    pub const LAZY: Tag = Tag(10);
    /// Native state of a builtin class in its hidden slot. Payload: a runtime-owned pointer.
    pub const NATIVE: Tag = Tag(11);

    #[inline]
    pub const fn is_counted(self) -> bool {
        self.0 >= Tag::STRING.0 && self.0 <= Tag::REFERENCE.0
    }
}

/// A value as it crosses between emitted code and the runtime: returned in two registers, passed as two words.
///
/// Payload of `UNDEF` and `NULL` is 0, so that two uncounted values are identical exactly if both words are equal
/// (floats excepted).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(C)]
pub struct RawValue {
    pub tag: Tag,
    pub payload: u64,
}

impl RawValue {
    pub const UNDEF: RawValue = RawValue { tag: Tag::UNDEF, payload: 0 };
    pub const NULL: RawValue = RawValue { tag: Tag::NULL, payload: 0 };
    pub const FALSE: RawValue = RawValue { tag: Tag::BOOL, payload: 0 };
    pub const TRUE: RawValue = RawValue { tag: Tag::BOOL, payload: 1 };

    #[inline]
    pub const fn int(value: i64) -> RawValue {
        RawValue { tag: Tag::INT, payload: value as u64 }
    }
    #[inline]
    pub const fn float(value: f64) -> RawValue {
        RawValue { tag: Tag::FLOAT, payload: value.to_bits() }
    }
}
