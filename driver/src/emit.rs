//! `--emit`: the text of any stage.

use crate::compile;
use crate::failure::Failure;
use crate::output;
use crate::session::Session;
use std::path::{Path, PathBuf};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Stage {
    Tokens,
    Ast,
    Pir,
    PirBinary,
    Ssa,
    /// The last step that `--fuel` sufficed for.
    Step,
    Clif,
    Asm,
    Object,
}

const STAGES: &[(&str, Stage)] = &[
    ("tokens", Stage::Tokens),
    ("ast", Stage::Ast),
    ("pir", Stage::Pir),
    ("pir-binary", Stage::PirBinary),
    ("ssa", Stage::Ssa),
    ("step", Stage::Step),
    ("clif", Stage::Clif),
    ("asm", Stage::Asm),
    ("obj", Stage::Object),
];

/// `STAGE[:after=PASS][:function=NAME]`
#[derive(Debug)]
pub(crate) struct Emit {
    pub(crate) stage: Stage,
    pub(crate) after: Option<String>,
    pub(crate) function: Option<String>,
}

impl Emit {
    pub(crate) fn parse(text: &str) -> Result<Emit, String> {
        let (name, mut rest) = text.split_at(text.find(':').unwrap_or(text.len()));
        let Some((_, stage)) = STAGES.iter().find(|(known, _)| *known == name) else {
            let names: Vec<&str> = STAGES.iter().map(|(name, _)| *name).collect();
            return Err(format!("--emit knows {}, not '{name}'", names.join(", ")));
        };
        let mut emit = Emit { stage: *stage, after: None, function: None };
        while !rest.is_empty() {
            // Names of methods have colons of their own.
            let end = [":after=", ":function="].iter().filter_map(|mark| rest[1..].find(mark)).min().map_or(rest.len(), |at| at + 1);
            let part = &rest[1..end];
            match part.split_once('=') {
                Some(("after", pass)) => emit.after = Some(pass.to_string()),
                Some(("function", function)) => emit.function = Some(function.to_string()),
                _ => return Err(format!("--emit takes :after=PASS and :function=NAME, not ':{part}'")),
            }
            rest = &rest[end..];
        }
        Ok(emit)
    }

    /// Of the files that hold the stage.
    fn extension(&self) -> &'static str {
        match self.stage {
            Stage::PirBinary => "pir",
            stage => STAGES.iter().find(|(_, known)| *known == stage).expect("every stage has a name").0,
        }
    }
}

/// Prints the stage of a file to standard output or to `-o`, of many files to `--out-dir`.
pub(crate) fn run(session: &Session, emit: &Emit, files: &[PathBuf]) -> Result<(), Failure> {
    if session.options.out_dir.is_some() {
        let write = |file: &Path, target: &Path| output::write(target, &text(session, emit, file)?);
        return compile::each_file(session, files, emit.extension(), write);
    }
    let file = &files[0];
    let bytes = text(session, emit, file)?;
    match &session.options.output {
        Some(path) => output::write(path, &bytes),
        None => output::print(&bytes),
    }
}

fn text(session: &Session, emit: &Emit, file: &Path) -> Result<Vec<u8>, Failure> {
    let (function, after) = (emit.function.as_deref(), emit.after.as_deref());
    match emit.stage {
        Stage::Tokens => Ok(compile::source_text(session, file, phpc_pipeline::print_tokens)?.into_bytes()),
        Stage::Ast => Ok(compile::source_text(session, file, phpc_pipeline::print_ast)?.into_bytes()),
        Stage::Pir => {
            let unit = compile::unit(session, file)?;
            Ok(phpc_pipeline::print_pir(&unit, function)?.into_bytes())
        }
        Stage::PirBinary => Ok(phpc_ir::pir::binary::encode(&compile::unit(session, file)?)),
        Stage::Ssa => Ok(compile::middle_text(session, file, after, function)?.into_bytes()),
        Stage::Step => Ok(compile::last_step(session, file)?.into_bytes()),
        Stage::Clif => Ok(compile::back_text(session, file, phpc_pipeline::BackText::Clif, after, function)?.into_bytes()),
        Stage::Asm => Ok(compile::back_text(session, file, phpc_pipeline::BackText::Asm, after, function)?.into_bytes()),
        Stage::Object => unreachable!("objects are written by -c"),
    }
}
