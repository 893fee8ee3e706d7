//! drogman follows every French sentence from an article to each of its published translations.
//!
//! Data flows one way: bytes → document → segments → units → states → report or output. The modules
//! below stand in that order, which is also the order to read them in; each uses only those above it
//! (`tests/tidy.rs` holds the arrows). Files are read and written in [`project`], printing is done by
//! [`cli`]; everything else is pure functions on values.

pub mod text;

pub mod diagnostic;

pub mod document;

pub mod segment;

pub mod catalog;

pub mod align;

pub mod unit;

pub mod check;

pub mod report;

pub mod config;

pub mod project;

pub mod cli;
