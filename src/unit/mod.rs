//! (being built)

pub mod state;
