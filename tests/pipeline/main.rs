//! The program as its users meet it: a folder, a command, the folder after.

mod identity;
mod support;
