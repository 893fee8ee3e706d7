//! The colours of a terminal.

/// Terminal sequences, all empty where there is no colour.
#[derive(Debug, Clone, Copy, Default)]
pub struct Style {
    /// For what is complete.
    pub good: &'static str,
    /// For what is nearly so.
    pub fair: &'static str,
    /// For what is not.
    pub bad: &'static str,
    /// For what matters less.
    pub dim: &'static str,
    /// For headings.
    pub bold: &'static str,
    /// Ends each of them.
    pub reset: &'static str,
}

impl Style {
    /// The sixteen colours that every terminal with colours has.
    pub const COLOUR: Style = Style {
        good: "\u{1b}[32m",
        fair: "\u{1b}[33m",
        bad: "\u{1b}[31m",
        dim: "\u{1b}[2m",
        bold: "\u{1b}[1m",
        reset: "\u{1b}[0m",
    };
}
