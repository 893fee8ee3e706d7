//! What is taken of what stands below a top-level key: the texts that are asked for by names such as `hero.tagline`.

use crate::document::front_matter::flaw::Flaw;
use crate::document::front_matter::{Text, bit};

/// What is asked for below a key.
#[derive(Default)]
pub(in crate::document::front_matter) struct Below<'s> {
    pub(in crate::document::front_matter) texts: Vec<Text>,
    /// What can't be read of it.
    pub(in crate::document::front_matter) flaws: Vec<Flaw>,
    /// The names of texts, which others may repeat.
    pub(in crate::document::front_matter) anchors: Vec<&'s str>,
    /// See [`crate::document::front_matter::Front::met`].
    pub(in crate::document::front_matter) met: u64,
    /// Whether texts that nobody asks for are taken, too.
    pub(in crate::document::front_matter) is_of_all: bool,
    /// Those, with their names.
    pub(in crate::document::front_matter) left: Vec<(String, Text)>,
}

impl Below<'_> {
    /// Whether a key is asked for; then it is met.
    pub(super) fn meets(&mut self, name: &str, asked: &[String]) -> bool {
        let bit = bit(name, asked);
        self.met |= bit.unwrap_or_default();
        bit.is_some()
    }
}
