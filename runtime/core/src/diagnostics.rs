//! Warnings, notices, fatal errors: the one way to report.

/// Reports a fatal error, runs the shutdown functions and ends the program with 255.
#[cold]
pub fn fatal(message: &str) -> ! {
    println!("PHP Fatal error:  {message}");
    std::process::exit(255)
}
