//! Typed SSA to machine code: object files, or images to be placed in memory.
//!
//! [`compile`] lowers each function to CLIF (`lower/`), compiles them in parallel (`compile.rs`) and lays the program out
//! ([`Image`]); [`object`] writes an image as an ELF object, [`Image::place`] relocates it for memory. Every Cranelift call
//! of the project is in this crate. It knows nothing of PHP beyond what SSA and abi say. Start with `lower/mod.rs`.
#![forbid(unsafe_code)]

mod compile;
mod image;
mod layout;
mod lower;
mod names;
mod object_file;
mod placed;
mod positions;
mod threading;
mod words;

pub use compile::{Failure, Settings, Target};
pub use image::{Image, RelocKind, Section};
pub use placed::{Bases, Placed};

use lower::Input;
use phpc_ir::program::Program;
use phpc_ir::ssa::{Func, Variant};

/// What `main` is told of an executable.
#[derive(Clone, Default, Debug)]
pub struct ProgramInfo {
    /// Number of the entry unit. None: no program record.
    pub entry: Option<u32>,
    /// The compile-time root; empty: left out.
    pub root: Vec<u8>,
    /// Lines `name=value`.
    pub settings: Vec<u8>,
}

/// Compiles all functions of a program. Every function that is called must be among them.
pub fn compile(program: &Program, funcs: &[Func], info: &ProgramInfo, settings: &Settings) -> Result<Image, Failure> {
    let isas = compile::Isas::new(settings);
    let input = Input::new(program, funcs, isas.frontend_config());
    let tasks = compile::tasks(&input);
    let codes = compile::compile_all(&input, &isas, &tasks, settings.threads)?;
    let mut image = Image::new(settings.target);
    layout::lay_out(&input, &tasks, &codes, info, &mut image);
    Ok(image)
}

/// The image as an ELF object file.
pub fn object(image: &Image) -> Vec<u8> {
    object_file::write(image)
}

/// Which text to print.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Text {
    Clif,
    Assembly,
}

/// The CLIF or assembly of the functions of this name (all without one), with their generic entries.
pub fn print(
    program: &Program, funcs: &[Func], settings: &Settings, text: Text, function: Option<&str>,
) -> Result<String, Failure> {
    let isas = compile::Isas::new(settings);
    let input = Input::new(program, funcs, isas.frontend_config());
    let mut tasks = compile::tasks(&input);
    if let Some(name) = function {
        tasks.retain(|task| {
            let title = title(&input, task.func, false);
            let main = input.funcs[task.func as usize].reference.func.0 == 0;
            title == name || title.split(" (").next() == Some(name) || name == "main" && main
        });
    }
    compile::dump(&input, &isas, &tasks, text == Text::Assembly)
}

/// A function's name for people: `Class::method`, `file.php` for top-level code, the version behind it.
fn title(input: &Input, func: u32, entry: bool) -> String {
    let reference = input.funcs[func as usize].reference;
    let unit = input.program.unit(reference.unit);
    let decl = input.program.decl(reference);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace('\0', "@");
    let mut name = match decl.kind {
        phpc_abi::decl::FunctionKind::Main => text(&unit.path),
        _ => text(&decl.name),
    };
    if let Some(class) = decl.class {
        name = format!("{}::{name}", text(&unit.classes[class.0 as usize].name));
    }
    match reference.variant {
        Variant::Body if entry => name + " (entry)",
        Variant::Body => name,
        Variant::Special(number) => format!("{name} (special {number})"),
        Variant::Resume => name + " (resume)",
    }
}
