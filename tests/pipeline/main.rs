//! The program as its users meet it: a folder, a command, the folder after.

mod acceptance;
mod forms;
mod identity;
mod laws;
mod merges;
mod support;
