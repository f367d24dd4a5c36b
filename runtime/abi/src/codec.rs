//! The binary form of declarations and PIR: little-endian, lengths and small numbers as LEB128, no padding, one encoding
//! for each value (so equal data are equal bytes).

/// Data that can be written to bytes and read back.
pub trait Codec: Sized {
    fn encode(&self, out: &mut Vec<u8>);
    /// None on truncated or malformed input.
    fn decode(input: &mut &[u8]) -> Option<Self>;
}

pub fn write_unsigned(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

pub fn read_unsigned(input: &mut &[u8]) -> Option<u64> {
    let mut value = 0u64;
    for shift in (0..64).step_by(7) {
        let (&byte, rest) = input.split_first()?;
        *input = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

impl Codec for u64 {
    fn encode(&self, out: &mut Vec<u8>) {
        write_unsigned(*self, out);
    }
    fn decode(input: &mut &[u8]) -> Option<Self> {
        read_unsigned(input)
    }
}
impl Codec for u32 {
    fn encode(&self, out: &mut Vec<u8>) {
        write_unsigned(u64::from(*self), out);
    }
    fn decode(input: &mut &[u8]) -> Option<Self> {
        read_unsigned(input)?.try_into().ok()
    }
}
impl Codec for i64 {
    fn encode(&self, out: &mut Vec<u8>) {
        write_unsigned(((self << 1) ^ (self >> 63)) as u64, out);
    }
    fn decode(input: &mut &[u8]) -> Option<Self> {
        let raw = read_unsigned(input)?;
        Some((raw >> 1) as i64 ^ -((raw & 1) as i64))
    }
}
impl Codec for bool {
    fn encode(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }
    fn decode(input: &mut &[u8]) -> Option<Self> {
        match read_unsigned(input)? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}
impl Codec for Box<[u8]> {
    fn encode(&self, out: &mut Vec<u8>) {
        write_unsigned(self.len() as u64, out);
        out.extend_from_slice(self);
    }
    fn decode(input: &mut &[u8]) -> Option<Self> {
        let length = usize::try_from(read_unsigned(input)?).ok()?;
        let (bytes, rest) = input.split_at_checked(length)?;
        *input = rest;
        Some(bytes.into())
    }
}
impl<T: Codec> Codec for Vec<T> {
    fn encode(&self, out: &mut Vec<u8>) {
        write_unsigned(self.len() as u64, out);
        for item in self {
            item.encode(out);
        }
    }
    fn decode(input: &mut &[u8]) -> Option<Self> {
        let length = read_unsigned(input)?;
        // An item takes at least a byte, so a lying length cannot make us allocate more than the input's size.
        if length > input.len() as u64 {
            return None;
        }
        (0..length).map(|_| T::decode(input)).collect()
    }
}
impl<T: Codec> Codec for Option<T> {
    fn encode(&self, out: &mut Vec<u8>) {
        self.is_some().encode(out);
        if let Some(value) = self {
            value.encode(out);
        }
    }
    fn decode(input: &mut &[u8]) -> Option<Self> {
        Some(if bool::decode(input)? { Some(T::decode(input)?) } else { None })
    }
}
impl<T: Codec> Codec for Box<T> {
    fn encode(&self, out: &mut Vec<u8>) {
        (**self).encode(out);
    }
    fn decode(input: &mut &[u8]) -> Option<Self> {
        T::decode(input).map(Box::new)
    }
}
impl<A: Codec, B: Codec> Codec for (A, B) {
    fn encode(&self, out: &mut Vec<u8>) {
        self.0.encode(out);
        self.1.encode(out);
    }
    fn decode(input: &mut &[u8]) -> Option<Self> {
        Some((A::decode(input)?, B::decode(input)?))
    }
}

/// Implements [`Codec`] for the structs and enums named, from their fields in order; an enum's variant is its number in the
/// list. Leaving out a field or variant does not compile.
#[macro_export]
macro_rules! codec {
    () => {};
    (struct $name:ident { $($field:ident),* $(,)? } $($rest:tt)*) => {
        impl $crate::codec::Codec for $name {
            fn encode(&self, out: &mut Vec<u8>) {
                let $name { $($field),* } = self;
                $($crate::codec::Codec::encode($field, out);)*
            }
            fn decode(input: &mut &[u8]) -> Option<Self> {
                $(let $field = $crate::codec::Codec::decode(input)?;)*
                Some($name { $($field),* })
            }
        }
        $crate::codec::codec! { $($rest)* }
    };
    (struct $name:ident ( $field:ident ); $($rest:tt)*) => {
        impl $crate::codec::Codec for $name {
            fn encode(&self, out: &mut Vec<u8>) {
                let $name($field) = self;
                $crate::codec::Codec::encode($field, out);
            }
            fn decode(input: &mut &[u8]) -> Option<Self> {
                Some($name($crate::codec::Codec::decode(input)?))
            }
        }
        $crate::codec::codec! { $($rest)* }
    };
    (enum $name:ident { $($variant:ident $(($($tuple:ident),*))? $({ $($field:ident),* $(,)? })?),* $(,)? } $($rest:tt)*) => {
        impl $crate::codec::Codec for $name {
            #[allow(unused_assignments, unused_mut)]
            fn encode(&self, out: &mut Vec<u8>) {
                let mut number = 0u64;
                $(
                    if let $name::$variant $(($($tuple),*))? $({ $($field),* })? = self {
                        $crate::codec::write_unsigned(number, out);
                        $($($crate::codec::Codec::encode($tuple, out);)*)?
                        $($($crate::codec::Codec::encode($field, out);)*)?
                        return;
                    }
                    number += 1;
                )*
                // The exhaustive match keeps the list complete.
                match self { $($name::$variant { .. } => {})* }
            }
            #[allow(unused_assignments, unused_mut)]
            fn decode(input: &mut &[u8]) -> Option<Self> {
                let number = $crate::codec::read_unsigned(input)?;
                let mut next = 0u64;
                $(
                    if number == next {
                        $($(let $tuple = $crate::codec::Codec::decode(input)?;)*)?
                        $($(let $field = $crate::codec::Codec::decode(input)?;)*)?
                        return Some($name::$variant $(($($tuple),*))? $({ $($field),* })?);
                    }
                    next += 1;
                )*
                None
            }
        }
        $crate::codec::codec! { $($rest)* }
    };
}
pub use codec;
