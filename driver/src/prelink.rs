//! Linking by ourselves: the runtime was linked once, into an image with a slot for the program; a program's code and data
//! are placed behind the image's last segment (design 8). What is left to do: our own references are settled, absolute
//! addresses get relative relocations for the dynamic loader, two spare program headers become segments.
//!
//! The image is made beside the archive when it is first needed or older than it; that needs the system's linker, using it
//! does not. x86-64 only.

use crate::failure::{Failure, reason};
use crate::link;
use crate::relax::relax;
use object::elf;
use phpc_abi::unit::Program;
use phpc_pipeline::{Bases, Image, RelocKind, Section};
use std::collections::HashMap;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

const PAGE: u64 = 4096;
const RELA_SIZE: u64 = 24;

/// Writes the executable of `program` to `output`.
pub(crate) fn executable(program: &Image, output: &Path, embed_compiler: bool) -> Result<(), Failure> {
    let archive = link::archive(embed_compiler)?;
    let image = up_to_date(&archive, embed_compiler)?;
    let bytes = std::fs::read(&image).map_err(|error| Failure::at(&image, reason(&error)))?;
    let bytes = join(bytes, program).map_err(|problem| Failure::Message(format!("linking failed: {problem}")))?;
    std::fs::write(output, bytes).map_err(|error| Failure::at(output, reason(&error)))?;
    std::fs::set_permissions(output, PermissionsExt::from_mode(0o755)).map_err(|error| Failure::at(output, reason(&error)))
}

// ---- the image

fn up_to_date(archive: &Path, embed_compiler: bool) -> Result<PathBuf, Failure> {
    let image = archive.with_extension("image");
    let time = |path: &Path| std::fs::metadata(path).and_then(|data| data.modified()).ok();
    if let (Some(made), Some(changed)) = (time(&image), time(archive))
        && made >= changed
    {
        return Ok(image);
    }
    make(archive, &image, embed_compiler)?;
    Ok(image)
}

/// Links the archive with an empty program.
fn make(archive: &Path, image: &Path, embed_compiler: bool) -> Result<(), Failure> {
    // Several processes may be making it at once: each has names of its own.
    let own = |kind: &str| image.with_extension(format!("{}.{kind}", std::process::id()));
    let (stub, linked, response, relaxed) = (own("o"), own("linked"), own("args"), own("a"));
    std::fs::write(&stub, stub_object()).map_err(|error| Failure::at(&stub, reason(&error)))?;
    let bytes = std::fs::read(archive).map_err(|error| Failure::at(archive, reason(&error)))?;
    std::fs::write(&relaxed, relax(bytes)).map_err(|error| Failure::at(&relaxed, reason(&error)))?;
    // Every symbol that a program may refer to stays.
    let kept: String = program_symbols().into_iter().map(|name| format!("-Wl,--undefined={name}\n")).collect();
    std::fs::write(&response, kept).map_err(|error| Failure::at(&response, reason(&error)))?;
    let argument = format!("@{}", response.display());
    let result = link::link(&stub, &linked, &relaxed, embed_compiler, &[&argument]);
    for file in [&stub, &response, &relaxed] {
        let _ = std::fs::remove_file(file);
    }
    result?;
    std::fs::rename(&linked, image).map_err(|error| Failure::at(image, reason(&error)))
}

/// What emitted code may refer to: primitives, words of the engine, entries of builtins.
fn program_symbols() -> Vec<&'static str> {
    use phpc_abi::layout::{ONE_BYTE_STRINGS, PENDING, STACK_LIMIT};
    use phpc_abi::primitives::Primitive;
    let mut all: Vec<&str> = Primitive::ALL.iter().map(|primitive| primitive.symbol()).collect();
    all.extend([PENDING, STACK_LIMIT, ONE_BYTE_STRINGS]);
    for description in phpc_ext::descriptions() {
        all.extend([description.native, description.entry].into_iter().filter(|name| !name.is_empty()));
    }
    all.sort_unstable();
    all.dedup();
    all
}

/// An object that defines the program's slot.
fn stub_object() -> Vec<u8> {
    use object::write::{Object, StandardSection, Symbol, SymbolSection};
    let mut stub = Object::new(object::BinaryFormat::Elf, object::Architecture::X86_64, object::Endianness::Little);
    let section = stub.section_id(StandardSection::Data);
    let value = stub.append_section_data(section, &[0; size_of::<Program>()], 8);
    stub.add_symbol(Symbol {
        name: phpc_abi::program_symbol!().into(),
        value,
        size: size_of::<Program>() as u64,
        kind: object::SymbolKind::Data,
        scope: object::SymbolScope::Linkage,
        weak: false,
        section: SymbolSection::Section(section),
        flags: object::SymbolFlags::None,
    });
    stub.write().expect("an object with one symbol can be written")
}

// ---- joining

/// Little-endian words of a file.
struct File(Vec<u8>);

impl File {
    fn u16(&self, at: u64) -> u16 {
        u16::from_le_bytes(self.0[at as usize..at as usize + 2].try_into().expect("two bytes"))
    }
    fn u32(&self, at: u64) -> u32 {
        u32::from_le_bytes(self.0[at as usize..at as usize + 4].try_into().expect("four bytes"))
    }
    fn u64(&self, at: u64) -> u64 {
        u64::from_le_bytes(self.0[at as usize..at as usize + 8].try_into().expect("eight bytes"))
    }
    fn put32(&mut self, at: u64, value: u32) {
        self.0[at as usize..at as usize + 4].copy_from_slice(&value.to_le_bytes());
    }
    fn put64(&mut self, at: u64, value: u64) {
        self.0[at as usize..at as usize + 8].copy_from_slice(&value.to_le_bytes());
    }
    fn pad(&mut self, size: u64) {
        self.0.resize(size as usize, 0);
    }

    // Program headers: 56 bytes each.
    fn headers(&self) -> Vec<u64> {
        let (start, count) = (self.u64(32), u64::from(self.u16(56)));
        (0..count).map(|number| start + number * 56).collect()
    }
    /// Where the byte at a virtual address lies in the file.
    fn offset_of(&self, address: u64) -> Option<u64> {
        let loads = self.headers().into_iter().filter(|&at| self.u32(at) == elf::PT_LOAD);
        let within = |at: &u64| (self.u64(at + 16)..self.u64(at + 16) + self.u64(at + 32)).contains(&address);
        let at = loads.into_iter().find(within)?;
        Some(address - self.u64(at + 16) + self.u64(at + 8))
    }
}

fn join(image: Vec<u8>, program: &Image) -> Result<Vec<u8>, String> {
    let mut file = File(image);
    let symbols = symbols(&file, program)?;
    let loads: Vec<u64> = file.headers().into_iter().filter(|&at| file.u32(at) == elf::PT_LOAD).collect();
    let end = loads.iter().map(|&at| file.u64(at + 16) + file.u64(at + 40)).max().ok_or("the image has no segments")?;
    let dynamic = dynamic(&file)?;
    let old_relocations = (dynamic.relocations, dynamic.relocations_size);
    let added: Vec<_> = program.relocations.iter().filter(|relocation| relocation.kind == RelocKind::Abs64).collect();
    let slot_count = size_of::<Program>() as u64 / 8;

    // The layout: text, read-only data and the relocation table; then data and zeroed data.
    let text = end.next_multiple_of(PAGE);
    let rodata = (text + program.text_size()).next_multiple_of(16);
    let table = (rodata + program.rodata.len() as u64).next_multiple_of(16);
    let table_size = old_relocations.1 + (added.len() as u64 + slot_count) * RELA_SIZE;
    let data = (table + table_size).next_multiple_of(PAGE);
    let bss = (data + program.data.len() as u64).next_multiple_of(16);
    let bases = Bases { text, rodata, data, bss };
    let placed = program.place(bases, &|name| symbols.get(name).copied())?;

    let mut relocations = Vec::with_capacity(table_size as usize);
    let old = file.offset_of(old_relocations.0).ok_or("the image's relocations are not in it")? as usize;
    relocations.extend_from_slice(&file.0[old..old + old_relocations.1 as usize]);
    let mut relative = |address: u64, value: u64| {
        for word in [address, u64::from(elf::R_X86_64_RELATIVE), value] {
            relocations.extend_from_slice(&word.to_le_bytes());
        }
    };
    let slot = *symbols.get(phpc_abi::program_symbol!()).ok_or("the image has no slot for the program")?;
    let start = program.program.ok_or("the program has no entry")?;
    for relocation in added {
        if relocation.section != Section::Data {
            return Err("an absolute address in code".to_string());
        }
        let value = word(&placed.data, relocation.offset);
        relative(data + relocation.offset, value);
        if (start..start + size_of::<Program>() as u64).contains(&relocation.offset) {
            relative(slot + relocation.offset - start, value);
        }
    }
    let size = relocations.len() as u64;

    let slot_at = file.offset_of(slot).ok_or("the program's slot is not in the file")? as usize;
    let description = start as usize..start as usize + size_of::<Program>();
    file.0[slot_at..slot_at + description.len()].copy_from_slice(&placed.data[description]);
    file.put64(dynamic.relocations_at, table);
    file.put64(dynamic.relocations_size_at, size);

    let file_text = (file.0.len() as u64).next_multiple_of(PAGE);
    for (bytes, address) in [(&placed.text, text), (&placed.rodata, rodata), (&relocations, table), (&placed.data, data)] {
        file.pad(file_text + address - text);
        file.0.extend_from_slice(bytes);
    }
    let spare = spare_headers(&file, &loads)?;
    let code_size = table + size - text;
    segment(&mut file, spare[0], elf::PF_R | elf::PF_X, (file_text, text), (code_size, code_size));
    let data_size = program.data.len() as u64;
    segment(&mut file, spare[1], elf::PF_R | elf::PF_W, (file_text + data - text, data), (data_size, bss + program.bss - data));
    Ok(file.0)
}

fn word(bytes: &[u8], at: u64) -> u64 {
    u64::from_le_bytes(bytes[at as usize..at as usize + 8].try_into().expect("eight bytes"))
}

/// Addresses of the symbols that the program refers to, and of its slot.
fn symbols(file: &File, program: &Image) -> Result<HashMap<String, u64>, String> {
    let (sections, count) = (file.u64(40), u64::from(file.u16(60)));
    let section = |number: u64| sections + number * 64;
    let table = (0..count).map(section).find(|&at| file.u32(at + 4) == elf::SHT_SYMTAB).ok_or("the image has no symbols")?;
    let names = file.u64(section(u64::from(file.u32(table + 40))) + 24) as usize;
    let mut wanted: HashMap<&[u8], &str> = program.externals.iter().map(|name| (name.as_bytes(), name.as_str())).collect();
    wanted.insert(phpc_abi::program_symbol!().as_bytes(), phpc_abi::program_symbol!());
    let mut found = HashMap::new();
    let (start, size) = (file.u64(table + 24), file.u64(table + 32));
    for at in (start..start + size).step_by(24) {
        let name = &file.0[names + file.u32(at) as usize..];
        if !name.starts_with(b"php_") {
            continue;
        }
        let length = name.iter().position(|&byte| byte == 0).unwrap_or(name.len());
        if let Some(wanted) = wanted.get(&name[..length])
            && file.u16(at + 6) != elf::SHN_UNDEF
        {
            found.insert(wanted.to_string(), file.u64(at + 8));
        }
    }
    Ok(found)
}

struct Dynamic {
    relocations: u64,
    relocations_at: u64,
    relocations_size: u64,
    relocations_size_at: u64,
}

fn dynamic(file: &File) -> Result<Dynamic, String> {
    let header = file.headers().into_iter().find(|&at| file.u32(at) == elf::PT_DYNAMIC).ok_or("the image is not dynamic")?;
    let (start, size) = (file.u64(header + 8), file.u64(header + 32));
    let entry = |tag: u64| (start..start + size).step_by(16).find(|&at| file.u64(at) == tag).map(|at| at + 8);
    let relocations_at = entry(elf::DT_RELA as u64).ok_or("the image has no relocation table")?;
    let relocations_size_at = entry(elf::DT_RELASZ as u64).ok_or("the image has no relocation table")?;
    Ok(Dynamic {
        relocations: file.u64(relocations_at),
        relocations_at,
        relocations_size: file.u64(relocations_size_at),
        relocations_size_at,
    })
}

/// Two headers that the program can do without, behind all segments (segments must be in order of address).
fn spare_headers(file: &File, loads: &[u64]) -> Result<Vec<u64>, String> {
    let last = loads.last().copied().unwrap_or(0);
    let spare = |at: &u64| *at > last && [elf::PT_NOTE, elf::PT_GNU_EH_FRAME, elf::PT_GNU_PROPERTY].contains(&file.u32(*at));
    let found: Vec<u64> = file.headers().into_iter().filter(spare).take(2).collect();
    if found.len() < 2 { Err("the image has no spare program headers".to_string()) } else { Ok(found) }
}

fn segment(file: &mut File, at: u64, flags: u32, (offset, address): (u64, u64), (size, memory): (u64, u64)) {
    file.put32(at, elf::PT_LOAD);
    file.put32(at + 4, flags);
    for (field, value) in [(8, offset), (16, address), (24, address), (32, size), (40, memory), (48, PAGE)] {
        file.put64(at + field, value);
    }
}
