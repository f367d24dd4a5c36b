//! The binary form of a unit: a header that refuses what is foreign, stale or damaged, then the unit as `abi::codec` writes it.

use super::*;
use phpc_abi::codec::Codec;
use phpc_abi::effects::Effects;
use phpc_abi::magic::{MAGIC, fnv1a};
use phpc_abi::primitives::Primitive;
use std::fmt::Write;

/// 0 while the form is free to change.
pub const IR_VERSION: u32 = 0;

/// After the magic: that a unit of PIR follows.
const KIND: [u8; 4] = *b"pir\n";

/// Magic, kind, version, table hash, length and checksum of the payload.
const HEADER_LENGTH: usize = 8 + 4 + 4 + 8 + 8 + 8;

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum BinaryError {
    Foreign,
    Version { found: u32 },
    Tables { found: u64, expected: u64 },
    Truncated { found: u64, expected: u64 },
    Checksum { found: u64, expected: u64 },
    Malformed,
}

impl std::fmt::Display for BinaryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            BinaryError::Foreign => write!(f, "not a PIR file (expected the magic {})", MAGIC.escape_ascii()),
            BinaryError::Version { found } => write!(f, "PIR version {found}, expected {IR_VERSION}"),
            BinaryError::Tables { found, expected } => {
                write!(f, "made for other operations or primitives (table hash {found:016x}, expected {expected:016x})")
            }
            BinaryError::Truncated { found, expected } => write!(f, "{found} bytes of PIR, expected {expected}"),
            BinaryError::Checksum { found, expected } => {
                write!(f, "damaged PIR (checksum {found:016x}, expected {expected:016x})")
            }
            BinaryError::Malformed => write!(f, "malformed PIR"),
        }
    }
}

pub fn encode(unit: &Unit) -> Vec<u8> {
    let mut payload = Vec::new();
    unit.encode(&mut payload);
    let mut out = Vec::with_capacity(HEADER_LENGTH + payload.len());
    out.extend_from_slice(&MAGIC);
    out.extend_from_slice(&KIND);
    out.extend_from_slice(&IR_VERSION.to_le_bytes());
    out.extend_from_slice(&table_hash().to_le_bytes());
    out.extend_from_slice(&(payload.len() as u64).to_le_bytes());
    out.extend_from_slice(&fnv1a(&payload).to_le_bytes());
    out.extend_from_slice(&payload);
    out
}

pub fn is_binary(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC)
}

pub fn decode(bytes: &[u8]) -> Result<Unit, BinaryError> {
    let mut rest = bytes;
    if take(&mut rest)? != MAGIC || take(&mut rest)? != KIND {
        return Err(BinaryError::Foreign);
    }
    let version = u32::from_le_bytes(take(&mut rest)?);
    if version != IR_VERSION {
        return Err(BinaryError::Version { found: version });
    }
    let (found, expected) = (u64::from_le_bytes(take(&mut rest)?), table_hash());
    if found != expected {
        return Err(BinaryError::Tables { found, expected });
    }
    let length = u64::from_le_bytes(take(&mut rest)?);
    let checksum = u64::from_le_bytes(take(&mut rest)?);
    if rest.len() as u64 != length {
        return Err(BinaryError::Truncated { found: rest.len() as u64, expected: length });
    }
    let found = fnv1a(rest);
    if found != checksum {
        return Err(BinaryError::Checksum { found, expected: checksum });
    }
    let unit = Unit::decode(&mut rest).ok_or(BinaryError::Malformed)?;
    if rest.is_empty() { Ok(unit) } else { Err(BinaryError::Malformed) }
}

/// The next field of the header.
fn take<const N: usize>(rest: &mut &[u8]) -> Result<[u8; N], BinaryError> {
    let Some((field, after)) = rest.split_first_chunk::<N>() else {
        // What is shorter than the magic is anything; what has the magic was cut.
        return Err(if N == MAGIC.len() {
            BinaryError::Foreign
        } else {
            BinaryError::Truncated { found: 0, expected: 1 }
        });
    };
    *rest = after;
    Ok(*field)
}

/// What a unit's meaning rests on beside its version: the operations, and the primitives.
pub fn table_hash() -> u64 {
    let mut text = primitive_table();
    for shape in Op::SHAPES {
        text.push_str(shape);
        text.push('\n');
    }
    fnv1a(text.as_bytes())
}

/// `boot/primitives.txt`: name, signature and effects of every primitive, in order.
pub fn primitive_table() -> String {
    let mut text = String::new();
    for primitive in Primitive::ALL {
        let signature = primitive.signature();
        let params: Vec<String> = signature.params.iter().map(|(name, kind)| format!("{name}: {kind:?}")).collect();
        let effects: Vec<&str> = Effects::NAMES
            .iter()
            .filter(|(_, effect)| signature.effects.contains(*effect))
            .map(|(name, _)| *name)
            .collect();
        let effects = if effects.is_empty() { "PURE".to_string() } else { effects.join(" | ") };
        writeln!(text, "{}({}) -> {:?}; {effects}", signature.name, params.join(", "), signature.result)
            .expect("writing to a string succeeds");
    }
    text
}
