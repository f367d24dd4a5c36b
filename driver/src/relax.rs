//! Addresses that objects of the runtime read from a table (the GOT), since another library might have defined the symbol:
//! their relocations become the relaxable kinds, so that the linker puts the address into the instruction where the symbol
//! is the program's own (System V ABI for x86-64, B.2 "Optimize GOTPCRELX Relocations"). rustc does not mark them.

use object::elf;
use object::read::archive::ArchiveFile;

/// An object file in an archive.
struct Member<'a>(&'a mut [u8]);

impl Member<'_> {
    fn u16(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes(self.0.get(at..at + 2)?.try_into().ok()?))
    }
    fn u32(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(self.0.get(at..at + 4)?.try_into().ok()?))
    }
    fn u64(&self, at: usize) -> Option<u64> {
        Some(u64::from_le_bytes(self.0.get(at..at + 8)?.try_into().ok()?))
    }

    /// Start of section header `number`.
    fn section(&self, number: usize) -> Option<usize> {
        Some(self.u64(0x28)? as usize + number * usize::from(self.u16(0x3a)?))
    }

    fn relax(&mut self) -> Option<()> {
        let count = match self.u16(0x3c)? {
            0 => self.u64(self.section(0)? + 0x20)?,
            count => u64::from(count),
        };
        for number in 0..count as usize {
            let header = self.section(number)?;
            if self.u32(header + 4)? != elf::SHT_RELA {
                continue;
            }
            let code = self.section(self.u32(header + 0x2c)? as usize)?;
            if self.u64(code + 8)? & u64::from(elf::SHF_EXECINSTR) == 0 {
                continue;
            }
            let (start, size, base) = (self.u64(header + 0x18)?, self.u64(header + 0x20)?, self.u64(code + 0x18)?);
            for entry in (start..start + size).step_by(24) {
                self.relax_entry(entry as usize, base as usize)?;
            }
        }
        Some(())
    }

    fn relax_entry(&mut self, entry: usize, base: usize) -> Option<()> {
        if self.u32(entry + 8)? != elf::R_X86_64_GOTPCREL {
            return Some(());
        }
        let at = base + self.u64(entry)? as usize;
        let [prefix, opcode, operands] = *self.0.get(at - 3..at)? else { return None };
        let (is_wide, is_relative) = (prefix & 0xf8 == 0x48, operands & 0xc7 == 0x05);
        let relaxable = match opcode {
            // call, jmp
            0xff if matches!(operands, 0x15 | 0x25) => elf::R_X86_64_GOTPCRELX,
            // mov, test, add, or, and, sub, xor, cmp
            0x8b | 0x85 | 0x03 | 0x0b | 0x23 | 0x2b | 0x33 | 0x3b if is_wide && is_relative => elf::R_X86_64_REX_GOTPCRELX,
            _ => return Some(()),
        };
        self.0.get_mut(entry + 8..entry + 12)?.copy_from_slice(&relaxable.to_le_bytes());
        Some(())
    }
}

/// The archive with relaxable relocations; what is no object as expected stays as it is.
pub(crate) fn relax(mut archive: Vec<u8>) -> Vec<u8> {
    let ranges: Vec<(u64, u64)> = match ArchiveFile::parse(&archive[..]) {
        Ok(file) => file.members().flatten().map(|member| member.file_range()).collect(),
        Err(_) => Vec::new(),
    };
    for (start, size) in ranges {
        let bytes = &mut archive[start as usize..(start + size) as usize];
        if bytes.starts_with(&elf::ELFMAG) && bytes.get(18) == Some(&(elf::EM_X86_64 as u8)) {
            let _ = Member(bytes).relax();
        }
    }
    archive
}
