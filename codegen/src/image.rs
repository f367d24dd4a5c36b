//! A compiled program before it becomes an object file or code in memory: four sections and what refers to what.

use crate::compile::Target;
use cranelift_codegen::binemit::Reloc;
use std::collections::HashMap;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Section {
    Text,
    Rodata,
    Data,
    Bss,
}

/// An address in the image or of the runtime.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Address {
    In(Section, u64),
    /// Index into `Image::externals`.
    External(u32),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RelocKind {
    Abs64,
    X86Pc32,
    X86Call,
    X86Got,
    Arm64Call,
    Arm64Page,
    Arm64PageOffset,
    Arm64GotPage,
    Arm64GotPageOffset,
}

#[derive(Clone, Copy, Debug)]
pub struct Relocation {
    pub section: Section,
    pub offset: u64,
    pub kind: RelocKind,
    pub target: Address,
    pub addend: i64,
}

/// A function's code, for symbol tables and debuggers.
#[derive(Clone, Debug)]
pub struct CodeSymbol {
    pub name: String,
    pub offset: u64,
    pub size: u64,
}

#[derive(Debug)]
pub struct Image {
    pub target: Target,
    pub text: Vec<u8>,
    pub rodata: Vec<u8>,
    pub data: Vec<u8>,
    pub bss: u64,
    pub relocations: Vec<Relocation>,
    pub externals: Vec<String>,
    pub functions: Vec<CodeSymbol>,
    /// Where each unit's `CompiledUnit` lies in the data.
    pub units: Vec<u64>,
    /// Where the `Program` lies in the data, if there is one.
    pub program: Option<u64>,
    external_numbers: HashMap<String, u32>,
}

impl Image {
    pub(crate) fn new(target: Target) -> Image {
        Image {
            target,
            text: Vec::new(),
            rodata: Vec::new(),
            data: Vec::new(),
            bss: 0,
            relocations: Vec::new(),
            externals: Vec::new(),
            functions: Vec::new(),
            units: Vec::new(),
            program: None,
            external_numbers: HashMap::new(),
        }
    }

    pub(crate) fn external(&mut self, name: &str) -> Address {
        if let Some(&known) = self.external_numbers.get(name) {
            return Address::External(known);
        }
        let number = self.externals.len() as u32;
        self.externals.push(name.to_string());
        self.external_numbers.insert(name.to_string(), number);
        Address::External(number)
    }

    /// Appends code, aligned, and yields its offset.
    pub(crate) fn add_text(&mut self, bytes: &[u8]) -> u64 {
        let padding: &[u8] = if self.target == Target::X86_64 { &[0xcc] } else { &[0] };
        while !self.text.len().is_multiple_of(16) {
            self.text.extend(padding);
        }
        self.text.extend(bytes);
        (self.text.len() - bytes.len()) as u64
    }

    pub(crate) fn add_rodata(&mut self, bytes: &[u8]) -> Address {
        align(&mut self.rodata);
        self.rodata.extend(bytes);
        Address::In(Section::Rodata, (self.rodata.len() - bytes.len()) as u64)
    }

    pub(crate) fn add_data(&mut self, bytes: &[u8]) -> u64 {
        align(&mut self.data);
        self.data.extend(bytes);
        (self.data.len() - bytes.len()) as u64
    }

    /// Zeroed words.
    pub(crate) fn add_bss(&mut self, words: u64) -> u64 {
        self.bss += words * 8;
        self.bss - words * 8
    }

    /// The word at `offset` of the data holds the address.
    pub(crate) fn point(&mut self, offset: u64, target: Address) {
        self.relocations.push(Relocation { section: Section::Data, offset, kind: RelocKind::Abs64, target, addend: 0 });
    }

    /// A reference in code. What stays within the code is settled at once.
    pub(crate) fn refer(&mut self, offset: u64, kind: Reloc, target: Address, addend: i64) {
        let kind = reloc_kind(kind);
        let relocation = Relocation { section: Section::Text, offset, kind, target, addend };
        match target {
            Address::In(Section::Text, at) if kind != RelocKind::Abs64 => {
                apply(&mut self.text, &relocation, offset, at).expect("code of one image lies together");
            }
            _ => self.relocations.push(relocation),
        }
    }
}

fn align(bytes: &mut Vec<u8>) {
    bytes.resize(bytes.len().next_multiple_of(8), 0);
}

fn reloc_kind(kind: Reloc) -> RelocKind {
    match kind {
        Reloc::Abs8 => RelocKind::Abs64,
        Reloc::X86PCRel4 => RelocKind::X86Pc32,
        Reloc::X86CallPCRel4 | Reloc::X86CallPLTRel4 => RelocKind::X86Call,
        Reloc::X86GOTPCRel4 => RelocKind::X86Got,
        Reloc::Arm64Call => RelocKind::Arm64Call,
        Reloc::Aarch64AdrPrelPgHi21 => RelocKind::Arm64Page,
        Reloc::Aarch64AddAbsLo12Nc => RelocKind::Arm64PageOffset,
        Reloc::Aarch64AdrGotPage21 => RelocKind::Arm64GotPage,
        Reloc::Aarch64Ld64GotLo12Nc => RelocKind::Arm64GotPageOffset,
        other => panic!("relocation {other:?} never occurs in our code"),
    }
}

/// Writes the reference at `relocation.offset` of `bytes`, which lies at address `place`, to address `target`.
pub(crate) fn apply(bytes: &mut [u8], relocation: &Relocation, place: u64, target: u64) -> Result<(), &'static str> {
    let at = relocation.offset as usize;
    let value = (target as i64).wrapping_add(relocation.addend);
    let near = value.wrapping_sub(place as i64);
    let word = |bytes: &[u8]| u32::from_le_bytes(bytes[at..at + 4].try_into().expect("four bytes"));
    let written = match relocation.kind {
        RelocKind::Abs64 => {
            bytes[at..at + 8].copy_from_slice(&value.to_le_bytes());
            return Ok(());
        }
        RelocKind::X86Pc32 | RelocKind::X86Call => i32::try_from(near).map_err(|_| "too far")? as u32,
        RelocKind::Arm64Call => {
            if !(-(1 << 27)..1 << 27).contains(&near) {
                return Err("too far");
            }
            word(bytes) & 0xfc00_0000 | (near >> 2) as u32 & 0x03ff_ffff
        }
        RelocKind::Arm64Page => {
            let pages = (value >> 12) - (place as i64 >> 12);
            if !(-(1 << 20)..1 << 20).contains(&pages) {
                return Err("too far");
            }
            let (low, high) = (pages as u32 & 3, (pages >> 2) as u32 & 0x7ffff);
            word(bytes) & 0x9f00_001f | low << 29 | high << 5
        }
        RelocKind::Arm64PageOffset => word(bytes) & 0xffc0_03ff | (value as u32 & 0xfff) << 10,
        RelocKind::X86Got | RelocKind::Arm64GotPage | RelocKind::Arm64GotPageOffset => return Err("needs a GOT"),
    };
    bytes[at..at + 4].copy_from_slice(&written.to_le_bytes());
    Ok(())
}
