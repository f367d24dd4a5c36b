//! An image relocated for addresses in memory: the bytes to copy there. Mapping and copying are the caller's.

use crate::compile::Target;
use crate::image::{Address, Image, RelocKind, Relocation, Section, apply};

/// Where the image will lie: text (with room for stubs), read-only data, data, zeroed data, each on its own pages.
#[derive(Clone, Copy, Debug)]
pub struct Bases {
    pub text: u64,
    pub rodata: u64,
    pub data: u64,
    pub bss: u64,
}

#[derive(Debug)]
pub struct Placed {
    pub text: Vec<u8>,
    pub rodata: Vec<u8>,
    pub data: Vec<u8>,
    /// Addresses of the units' `CompiledUnit` records.
    pub units: Vec<u64>,
}

/// Bytes of a jump to an absolute address.
const STUB: u64 = 16;

impl Image {
    /// Bytes of text with a jump for each function of the runtime, in case it is out of reach.
    pub fn text_size(&self) -> u64 {
        (self.text.len() as u64).next_multiple_of(STUB) + self.externals.len() as u64 * STUB
    }

    /// Relocates for the addresses. `lookup` knows the runtime's symbols. Data of the runtime must be within reach (2 GB;
    /// 4 GB on aarch64); functions may be anywhere.
    pub fn place(&self, bases: Bases, lookup: &dyn Fn(&str) -> Option<u64>) -> Result<Placed, String> {
        let mut externals = Vec::new();
        for name in &self.externals {
            externals.push(lookup(name).ok_or_else(|| format!("the runtime has no symbol {name}"))?);
        }
        let (mut text, mut data) = (self.text.clone(), self.data.clone());
        let stubs = (text.len() as u64).next_multiple_of(STUB);
        text.resize(self.text_size() as usize, 0);
        for (number, &address) in externals.iter().enumerate() {
            let at = (stubs + number as u64 * STUB) as usize;
            text[at..at + STUB as usize].copy_from_slice(&stub(self.target, address));
        }
        let base = |section| match section {
            Section::Text => bases.text,
            Section::Rodata => bases.rodata,
            Section::Data => bases.data,
            Section::Bss => bases.bss,
        };
        for relocation in &self.relocations {
            let place = base(relocation.section) + relocation.offset;
            let target = match relocation.target {
                Address::In(section, offset) => base(section) + offset,
                Address::External(number) => externals[number as usize],
            };
            let bytes = if relocation.section == Section::Text { &mut text } else { &mut data };
            let result = apply(bytes, relocation, place, target).or_else(|problem| {
                let Some(stub) = stub_of(relocation, bases.text + stubs) else { return Err(problem) };
                apply(bytes, relocation, place, stub)
            });
            result.map_err(|problem| format!("{:?} of the image: {problem}", relocation.target))?;
        }
        let units = self.units.iter().map(|offset| bases.data + offset).collect();
        Ok(Placed { text, rodata: self.rodata.clone(), data, units })
    }
}

/// The stub's address, if a call can go through one.
fn stub_of(relocation: &Relocation, stubs: u64) -> Option<u64> {
    match (relocation.kind, relocation.target) {
        (RelocKind::X86Call | RelocKind::Arm64Call, Address::External(number)) => Some(stubs + number as u64 * STUB),
        _ => None,
    }
}

fn stub(target: Target, address: u64) -> [u8; STUB as usize] {
    let mut bytes = [0; STUB as usize];
    let jump: [u8; 8] = match target {
        // jmp [rip + 2]
        Target::X86_64 => [0xff, 0x25, 2, 0, 0, 0, 0xcc, 0xcc],
        // ldr x16, +8; br x16
        Target::Aarch64 => [0x50, 0, 0, 0x58, 0, 0x02, 0x1f, 0xd6],
    };
    bytes[..8].copy_from_slice(&jump);
    bytes[8..].copy_from_slice(&address.to_le_bytes());
    bytes
}
