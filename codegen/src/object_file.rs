//! An image as an ELF object file.

use crate::compile::Target;
use crate::image::{Address, Image, RelocKind, Section};
use object::write::{Object, Relocation, SectionId, Symbol, SymbolId, SymbolSection};
use object::{Architecture, BinaryFormat, Endianness, RelocationFlags, SectionKind, SymbolFlags, SymbolKind, SymbolScope, elf};

struct Sections {
    text: SectionId,
    rodata: SectionId,
    data: SectionId,
    bss: SectionId,
}

impl Sections {
    fn id(&self, section: Section) -> SectionId {
        match section {
            Section::Text => self.text,
            Section::Rodata => self.rodata,
            Section::Data => self.data,
            Section::Bss => self.bss,
        }
    }
}

pub(crate) fn write(image: &Image) -> Vec<u8> {
    let architecture = match image.target {
        Target::X86_64 => Architecture::X86_64,
        Target::Aarch64 => Architecture::Aarch64,
    };
    let mut object = Object::new(BinaryFormat::Elf, architecture, Endianness::Little);
    let sections = Sections {
        text: object.add_section(Vec::new(), b".text".to_vec(), SectionKind::Text),
        rodata: object.add_section(Vec::new(), b".rodata".to_vec(), SectionKind::ReadOnlyData),
        data: object.add_section(Vec::new(), b".data".to_vec(), SectionKind::Data),
        bss: object.add_section(Vec::new(), b".bss".to_vec(), SectionKind::UninitializedData),
    };
    object.set_section_data(sections.text, &image.text[..], 16);
    object.set_section_data(sections.rodata, &image.rodata[..], 8);
    object.set_section_data(sections.data, &image.data[..], 16);
    if image.bss > 0 {
        object.append_section_bss(sections.bss, image.bss, 16);
    }
    object.add_section(Vec::new(), b".note.GNU-stack".to_vec(), SectionKind::Other);
    add_functions(&mut object, &sections, image);
    if let Some(offset) = image.program {
        let name = phpc_abi::program_symbol!().as_bytes().to_vec();
        add_symbol(&mut object, name, SymbolSection::Section(sections.data), offset, SymbolKind::Data, SymbolScope::Linkage);
    }
    let externals: Vec<SymbolId> = image
        .externals
        .iter()
        .map(|name| {
            let name = name.as_bytes().to_vec();
            add_symbol(&mut object, name, SymbolSection::Undefined, 0, SymbolKind::Unknown, SymbolScope::Unknown)
        })
        .collect();
    for relocation in &image.relocations {
        let (symbol, addend) = match relocation.target {
            Address::In(section, offset) => {
                (object.section_symbol(sections.id(section)), relocation.addend + offset as i64)
            }
            Address::External(number) => (externals[number as usize], relocation.addend),
        };
        let flags = RelocationFlags::Elf { r_type: elf_type(relocation.kind, image.target) };
        let entry = Relocation { offset: relocation.offset, symbol, addend, flags };
        object.add_relocation(sections.id(relocation.section), entry).expect("ELF has the relocation");
    }
    object.write().expect("the object is well formed")
}

fn add_functions(object: &mut Object, sections: &Sections, image: &Image) {
    for function in &image.functions {
        object.add_symbol(Symbol {
            name: function.name.as_bytes().to_vec(),
            value: function.offset,
            size: function.size,
            kind: SymbolKind::Text,
            scope: SymbolScope::Compilation,
            weak: false,
            section: SymbolSection::Section(sections.text),
            flags: SymbolFlags::None,
        });
    }
}

fn add_symbol(
    object: &mut Object, name: Vec<u8>, section: SymbolSection, value: u64, kind: SymbolKind, scope: SymbolScope,
) -> SymbolId {
    object.add_symbol(Symbol { name, value, size: 0, kind, scope, weak: false, section, flags: SymbolFlags::None })
}

fn elf_type(kind: RelocKind, target: Target) -> u32 {
    match (kind, target) {
        (RelocKind::Abs64, Target::X86_64) => elf::R_X86_64_64,
        (RelocKind::Abs64, Target::Aarch64) => elf::R_AARCH64_ABS64,
        (RelocKind::X86Pc32, _) => elf::R_X86_64_PC32,
        (RelocKind::X86Call, _) => elf::R_X86_64_PLT32,
        (RelocKind::X86Got, _) => elf::R_X86_64_GOTPCREL,
        (RelocKind::Arm64Call, _) => elf::R_AARCH64_CALL26,
        (RelocKind::Arm64Page, _) => elf::R_AARCH64_ADR_PREL_PG_HI21,
        (RelocKind::Arm64PageOffset, _) => elf::R_AARCH64_ADD_ABS_LO12_NC,
        (RelocKind::Arm64GotPage, _) => elf::R_AARCH64_ADR_GOT_PAGE,
        (RelocKind::Arm64GotPageOffset, _) => elf::R_AARCH64_LD64_GOT_LO12_NC,
    }
}
