//! Findings as text for people, JSON for scripts, annotations for GitHub: one file each.
//!
//! Every function takes values and gives a string; none knows a file system or a terminal.

pub mod align;
mod github;
mod json;
pub mod manifest;
pub mod status;
pub mod sync;
mod text;
pub mod todo;

#[cfg(test)]
mod tests;

pub use github::github;
pub use json::json;
pub use text::{Colors, summary, text};
