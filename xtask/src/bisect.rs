//! Which pass makes a program go wrong: first by leaving passes out, then by fuel, the number of rewrites that passes may do.

use crate::tools::{Scratch, build_phpc, capture, split_flags};
use std::path::{Path, PathBuf};
use std::process::Command;

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let (_, names) = split_flags(args, &[])?;
    let [file] = names[..] else { return Err("bisect FILE".to_string()) };
    let file = std::path::absolute(file).map_err(|error| error.to_string())?;
    let expected = capture(Command::new("php84").arg(&file))?.output;
    let trial = Trial { phpc: build_phpc()?, scratch: Scratch::new()?, file, expected };
    if trial.is_right(&[])? {
        println!("the program is right");
        return Ok(());
    }
    if !trial.is_right(&["--fuel=0".to_string()])? {
        println!("the program is wrong without any rewrite: the fault is not in a pass");
        return Ok(());
    }
    for pass in trial.passes()? {
        if trial.is_right(&[format!("--skip={pass}")])? {
            println!("right without the pass {pass}");
        }
    }
    let guilty = trial.guilty_rewrite()?;
    println!("wrong from rewrite {guilty} on: {}", trial.describe(guilty)?);
    Ok(())
}

struct Trial {
    phpc: PathBuf,
    scratch: Scratch,
    file: PathBuf,
    expected: Vec<u8>,
}

impl Trial {
    fn is_right(&self, options: &[String]) -> Result<bool, String> {
        let out = self.scratch.file("program");
        let built = capture(Command::new(&self.phpc).args(options).arg("-o").arg(&out).arg(&self.file))?;
        if built.status != 0 {
            return Err(format!("phpc {}: {}", options.join(" "), String::from_utf8_lossy(&built.errors).trim_end()));
        }
        Ok(capture(&mut Command::new(&out))?.output == self.expected)
    }

    fn passes(&self) -> Result<Vec<String>, String> {
        let listed = capture(Command::new(&self.phpc).arg("--list-passes"))?;
        Ok(String::from_utf8_lossy(&listed.output).lines().map(str::to_string).collect())
    }

    /// The smallest fuel with which the program is wrong.
    fn guilty_rewrite(&self) -> Result<u64, String> {
        let (mut right, mut wrong) = (0, 1);
        while self.is_right(&[format!("--fuel={wrong}")])? {
            right = wrong;
            wrong *= 2;
        }
        while wrong - right > 1 {
            let middle = right + (wrong - right) / 2;
            if self.is_right(&[format!("--fuel={middle}")])? { right = middle } else { wrong = middle }
        }
        Ok(wrong)
    }

    /// Pass and function of the last rewrite, as the SSA before and after it shows.
    fn describe(&self, fuel: u64) -> Result<String, String> {
        let text = |fuel: u64| -> Result<String, String> {
            let file: &Path = &self.file;
            let ran = capture(Command::new(&self.phpc).arg(format!("--fuel={fuel}")).arg("--emit=ssa").arg(file))?;
            Ok(String::from_utf8_lossy(&ran.output).into_owned())
        };
        let (before, after) = (text(fuel - 1)?, text(fuel)?);
        let mut function = String::new();
        for (old, new) in before.lines().zip(after.lines()) {
            if new.starts_with("func") {
                function = new.to_string();
            }
            if old != new {
                return Ok(format!("in {function}\n  before: {}\n  after:  {}", old.trim(), new.trim()));
            }
        }
        Ok("the SSA does not show it".to_string())
    }
}
