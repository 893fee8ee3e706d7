//! A catalog that was read in the wrong encoding and saved: one mistake, however many lines it spoilt.

use super::One;
use crate::check::ungarbled;
use crate::cli::garbled::finding;
use crate::diagnostic::{Diagnostic, Place};
use crate::text::normal::same;
use crate::unit::State;
use crate::unit::assess::{AllAssessed, Assessed};

impl<'p, 'l> One<'p, 'l>
where
    'l: 'p,
{
    /// One finding for a catalog in which most lines of French beyond ASCII are garbled, and most of these were today's
    /// French: to correct and accept each would leave the translations as they are.
    pub(in crate::cli::check::page) fn garbled(&self, assessed: &AllAssessed<'p>) -> Option<Diagnostic> {
        let file = self.page.targets[self.at];
        let is_own = |this: &&Assessed<'p>| std::ptr::eq(this.file, file);
        if !assessed.iter().filter(is_own).any(|this| matches!(this.state, State::Stale(_))) {
            return None;
        }
        let (mut beyond_ascii, mut garbled, mut of_today) = (0_usize, 0_usize, 0_usize);
        for (at, this) in assessed.iter().enumerate().filter(|(_, this)| is_own(this)) {
            let french = this.unit.and_then(|unit| unit.french().next()).filter(|line| !line.text.is_ascii());
            let Some(french) = french else { continue };
            beyond_ascii += 1;
            if let Some(meant) = ungarbled(french.text) {
                garbled += 1;
                of_today += usize::from(same(&meant, self.page.sentence(at)));
            }
        }
        (garbled * 2 > beyond_ascii && of_today * 2 > garbled).then(|| {
            let path = &file.catalog.file;
            finding("the file", path, Place::file(path.clone())).about(self.subject(None))
        })
    }
}
