//! A translation, with the French that it is compared with.

use std::borrow::Cow;

use super::super::allow::Allow;
use super::Look;
use super::anchors::PageHeadings;
use crate::check::{Asked, Labels, Source};
use crate::cli::ask::format_of;
use crate::unit::Page;
use crate::unit::assess::Assessed;

/// A translation that was looked at, until it is known what others have in common with it.
pub(super) struct Read<'p, 'r> {
    /// Which locale.
    pub(super) one: usize,
    /// Which unit.
    pub(super) at: usize,
    pub(super) this: &'r Assessed<'p>,
    /// The French that it renders.
    pub(super) french: &'p str,
    /// None if no quality rule is to see it.
    pub(super) translation: Option<Cow<'p, str>>,
    pub(super) allows: Vec<Allow<'p>>,
}

impl Read<'_, '_> {
    /// What it is to be asked, if any rule is to see it.
    pub(super) fn asked<'a>(
        &'a self,
        look: &'a Look<'_>,
        source: &'a Source<'a>,
        headings: &'a [PageHeadings<'_, '_>],
    ) -> Option<Asked<'a>> {
        let translation = self.translation.as_deref()?;
        let (target, rules) = (&look.targets[self.one], look.rules[self.one]);
        Some(Asked { source, translation, target, rules, headings: Some(&headings[self.one]) })
    }

    pub(super) fn is_of_today(&self, page: &Page<'_>) -> bool {
        self.french == page.sentence(self.at)
    }
}

/// The French of a unit, or of several of its block, to be compared with translations.
pub(super) fn source<'f>(page: &Page<'_>, labels: &Labels<'_>, at: usize, french: &'f str) -> Source<'f> {
    let kind = page.document.blocks[page.segments[at].block()].kind;
    Source::new(french, kind, format_of(page)).with_labels(labels)
}
