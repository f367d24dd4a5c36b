//! A program in SSA form to machine code.

use crate::{Failure, Program};
use phpc_codegen::{ProgramInfo, Settings, Target, Text};

#[derive(Clone, Default, Debug)]
pub struct BackOptions {
    /// None: this machine.
    pub target: Option<String>,
    pub jobs: usize,
    /// Number of the entry unit. None: an object without a program's table.
    pub entry: Option<usize>,
    /// The compile-time root. None: left out.
    pub root: Option<Vec<u8>>,
    /// Settings of the program, lines `name=value`.
    pub settings: Vec<u8>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BackText {
    Clif,
    Asm,
}

/// An object file.
pub fn back(program: &Program, options: &BackOptions) -> Result<Vec<u8>, Failure> {
    Ok(phpc_codegen::object(&image(program, options)?))
}

/// Code and data for memory.
pub fn image(program: &Program, options: &BackOptions) -> Result<phpc_codegen::Image, Failure> {
    let settings = settings(options.target.as_deref(), options.jobs)?;
    phpc_codegen::compile(&program.program, &program.funcs, &info(options), &settings).map_err(failed)
}

fn info(options: &BackOptions) -> ProgramInfo {
    ProgramInfo {
        entry: options.entry.map(|entry| entry as u32),
        root: options.root.clone().unwrap_or_default(),
        settings: options.settings.clone(),
    }
}

pub fn back_text(program: &Program, kind: BackText, function: Option<&str>) -> Result<String, Failure> {
    let text = match kind {
        BackText::Clif => Text::Clif,
        BackText::Asm => Text::Assembly,
    };
    phpc_codegen::print(&program.program, &program.funcs, &settings(None, 1)?, text, function).map_err(failed)
}

fn settings(target: Option<&str>, threads: usize) -> Result<Settings, Failure> {
    let target = match target {
        None => Target::X86_64,
        Some(triple) => Target::from_triple(triple)
            .ok_or_else(|| Failure::BadInput(format!("no code is made for the target '{triple}'")))?,
    };
    Ok(Settings { target, threads: threads.max(1), ..Settings::default() })
}

/// Ours to repair: the function and what was wrong with its code.
fn failed(failure: phpc_codegen::Failure) -> Failure {
    Failure::BadInput(format!("{:?}: {}", failure.function, failure.message))
}
