//! Files that the command line names: reports and baselines, which may lie anywhere.

use std::io;
use std::path::Path;

/// Writes a report where the user wants it.
///
/// # Errors
/// If the file can't be written.
pub fn write_outside(path: &Path, text: &str) -> io::Result<()> {
    std::fs::write(path, text)
}

/// Reads a file that the user names.
///
/// # Errors
/// If it can't be read, or is not UTF-8.
pub fn read_outside(path: &Path) -> io::Result<String> {
    std::fs::read_to_string(path)
}
