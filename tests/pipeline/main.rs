//! The program as its users meet it: a folder, a command, the folder after.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod acceptance;
mod article;
mod bad_input;
mod cut_short;
mod forms;
mod identity;
mod laws;
mod merges;
mod proposals;
#[path = "../support/mod.rs"]
mod support;
mod unread;
