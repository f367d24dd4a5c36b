//! Addresses that objects of the runtime read from a table (the GOT), since another library might have defined the symbol:
//! their relocations become the relaxable kinds, so that the linker puts the address into the instruction where the symbol
//! is the program's own (System V ABI for x86-64, B.2 "Optimize GOTPCRELX Relocations"). rustc does not mark them.

use object::read::archive::ArchiveFile;
use object::read::elf::{FileHeader, Rela, SectionHeader};
use object::{LittleEndian, elf};

/// Where relocations stand in an object, and the kinds that they become.
fn changes(object: &[u8]) -> object::Result<Vec<(usize, u32)>> {
    let endian = LittleEndian;
    let header = elf::FileHeader64::<LittleEndian>::parse(object)?;
    let sections = header.sections(endian, object)?;
    let mut changes = Vec::new();
    if header.e_machine(endian) != elf::EM_X86_64 {
        return Ok(changes);
    }
    for section in sections.iter() {
        let Some((relocations, _)) = section.rela(endian, object)? else { continue };
        let code = sections.section(section.info_link(endian))?;
        if code.sh_flags(endian) & u64::from(elf::SHF_EXECINSTR) == 0 {
            continue;
        }
        let (bytes, first) = (code.data(endian, object)?, section.sh_offset(endian) as usize);
        for (number, relocation) in relocations.iter().enumerate() {
            if relocation.r_type(endian, false) == elf::R_X86_64_GOTPCREL
                && let Some(kind) = relaxable(bytes, relocation.r_offset(endian) as usize)
            {
                // The kind is the low half of the second word.
                changes.push((first + number * size_of::<elf::Rela64<LittleEndian>>() + 8, kind));
            }
        }
    }
    Ok(changes)
}

/// The kind for an address at this place of the code, if its instruction can do without the table.
fn relaxable(code: &[u8], at: usize) -> Option<u32> {
    let [prefix, opcode, operands] = *code.get(at.checked_sub(3)?..at)? else { return None };
    let (is_wide, is_relative) = (prefix & 0xf8 == 0x48, operands & 0xc7 == 0x05);
    match opcode {
        // call, jmp
        0xff if matches!(operands, 0x15 | 0x25) => Some(elf::R_X86_64_GOTPCRELX),
        // mov, test, add, or, and, sub, xor, cmp
        0x8b | 0x85 | 0x03 | 0x0b | 0x23 | 0x2b | 0x33 | 0x3b if is_wide && is_relative => Some(elf::R_X86_64_REX_GOTPCRELX),
        _ => None,
    }
}

/// The archive with relaxable relocations; what is no object as expected stays as it is.
pub(crate) fn relax(mut archive: Vec<u8>) -> Vec<u8> {
    let ranges: Vec<(u64, u64)> = match ArchiveFile::parse(&archive[..]) {
        Ok(file) => file.members().flatten().map(|member| member.file_range()).collect(),
        Err(_) => Vec::new(),
    };
    for (start, size) in ranges {
        let object = &mut archive[start as usize..(start + size) as usize];
        for (at, kind) in changes(object).unwrap_or_default() {
            object[at..at + 4].copy_from_slice(&kind.to_le_bytes());
        }
    }
    archive
}
