//! Which pass on which function makes a program go wrong: first by leaving passes out, then by fuel, the number of steps that
//! passes may do. `--plant` has the compiler fold wrongly, to see that it is found.

use crate::tools::{Scratch, build_phpc, capture, split_flags};
use std::path::PathBuf;
use std::process::Command;

pub(crate) fn run(args: &[String]) -> Result<(), String> {
    let (flags, names) = split_flags(args, &["--plant"])?;
    let [file] = names[..] else { return Err("bisect FILE".to_string()) };
    let file = std::path::absolute(file).map_err(|error| error.to_string())?;
    let expected = capture(Command::new("php84").arg(&file))?.output;
    let flags = flags.into_iter().map(str::to_string).collect();
    let trial = Trial { phpc: build_phpc()?, scratch: Scratch::new()?, file, expected, flags };
    if trial.is_right(&[])? {
        println!("the program is right");
        return Ok(());
    }
    if !trial.is_right(&["--fuel=0".to_string()])? {
        println!("the program is wrong without any pass: the fault is not in a pass");
        return Ok(());
    }
    for pass in trial.passes()? {
        if trial.is_right(&[format!("--skip={pass}")])? {
            println!("right without the pass {pass}");
        }
    }
    let guilty = trial.guilty_step()?;
    println!("wrong from step {guilty} on: {}", trial.describe(guilty)?);
    Ok(())
}

struct Trial {
    phpc: PathBuf,
    scratch: Scratch,
    file: PathBuf,
    expected: Vec<u8>,
    flags: Vec<String>,
}

impl Trial {
    fn is_right(&self, options: &[String]) -> Result<bool, String> {
        let out = self.scratch.file("program");
        let built = capture(Command::new(&self.phpc).args(&self.flags).args(options).arg("-o").arg(&out).arg(&self.file))?;
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
    fn guilty_step(&self) -> Result<u64, String> {
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

    /// Pass and function of the last step.
    fn describe(&self, fuel: u64) -> Result<String, String> {
        let mut command = Command::new(&self.phpc);
        command.args(&self.flags).arg(format!("--fuel={fuel}")).arg("--emit=step").arg(&self.file);
        Ok(String::from_utf8_lossy(&capture(&mut command)?.output).trim_end().to_string())
    }
}
