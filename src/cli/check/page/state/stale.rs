//! What is told of a translation of former French.

use super::Telling;
use crate::catalog::{Marked, edit};
use crate::cli::check::page::one::told_as;
use crate::diagnostic::{Diagnostic, Place, Suggestion};
use crate::report::Style;
use crate::report::todo::{CORRECT, changed_words, reasons_in_words};
use crate::text::{Edit, normal};
use crate::unit::Staleness;
use crate::unit::accept::{carries, french_below};
use crate::unit::assess::staleness;
use crate::unit::state::rendered;
use crate::unit::typed::{former_sentence, holds_translation};

impl<'p, 'l> Telling<'_, 'p, 'l>
where
    'l: 'p,
{
    pub(super) fn stale(&self, change: Staleness) -> Diagnostic {
        let (rule, severity) = told_as(change);
        let slip = self.below(rule).or_else(|| self.swapped(rule)).or_else(|| self.broken(rule));
        let finding = slip.unwrap_or_else(|| self.changed(rule));
        Diagnostic { severity, ..finding }
    }

    /// The new line of French stands below the translation.
    fn below(&self, rule: &'static str) -> Option<Diagnostic> {
        let (catalog, unit) = (self.catalog(), self.this.unit?);
        let below = french_below(catalog, unit, self.sentence)?;
        let tag = &catalog.source_locale;
        let message =
            format!("the new line `# {tag}: …` stands below its translation, and must stand above it");
        let above = unit.french().next().and_then(|line| self.lines.place(&line.span()).at);
        let above = above.map_or(0, |at| at.line);
        Some(self.error(rule, message).at(self.lines.place(&below.span())).help(format!(
            "if the translation says that, put it in the place of line {above}; or let drogman do that: {}",
            self.accept("")
        )))
    }

    /// The line of French holds the translation.
    fn swapped(&self, rule: &'static str) -> Option<Diagnostic> {
        let french = self.holds_translation()?;
        let tag = &self.catalog().source_locale;
        let message = format!("the line `# {tag}: …` holds the translation, not the French");
        Some(self.error(rule, message).at(self.lines.place(&french.span())).help(format!(
            "if the translation says that, let the line be: # {tag}: {}\nor let drogman write it: {}",
            edit::one_line(self.sentence),
            self.accept("")
        )))
    }

    /// An editor broke the line of French at its margin, and wrote a `#` before what is left of it.
    fn broken(&self, rule: &'static str) -> Option<Diagnostic> {
        const MANY: usize = 10;
        let catalog = self.catalog();
        let french = self.only_french()?;
        let former = former_sentence(self.one.page, self.this.unit?.id);
        let is_whole = |words: &str| {
            let same = |sentence: &str| normal::typographic(words) == normal::typographic(sentence);
            same(self.sentence) || former.as_deref().is_some_and(same)
        };
        let mut whole = french.text.trim_end().to_owned();
        let start = french.span().end + catalog.text[french.span().end..].find('\n')? + 1;
        for line in catalog.text[start..].lines().take(MANY) {
            whole.push(' ');
            whole.push_str(line.strip_prefix("# ")?.trim());
            if is_whole(&whole) {
                let tag = &catalog.source_locale;
                let message =
                    format!("this line goes on with the `# {tag}: …` line above it, which was broken");
                let end = start + catalog.text[start..].lines().next()?.len();
                let finding = self.error(rule, message).at(self.lines.place(&(start..end)));
                return Some(finding.help(format!("join them, as: # {tag}: {whole}")));
            }
        }
        None
    }

    /// The French has changed.
    fn changed(&self, rule: &'static str) -> Diagnostic {
        let renders = self.this.unit.and_then(|unit| rendered(unit, staleness)).unwrap_or_default();
        let (was, now) = changed_words(renders, self.sentence, &Style::default());
        let why = match self.this.reasons.is_empty() {
            true => String::new(),
            false => format!(": {}", reasons_in_words(&self.this.reasons)),
        };
        let what = match carries(self.one.page, self.at, self.this) {
            true => format!("put what changed into the translation: {}", self.accept(" --carry")),
            false => format!("{CORRECT}, then: {}", self.accept("")),
        };
        let what_happened = match self.is_lost() {
            true => "the French has not changed, and the line above the translation now says another",
            false => "the French has changed since it was translated",
        };
        let finding = self.error(rule, format!("{what_happened}{why}"));
        let Some((place, suggestion)) = self.acceptance() else {
            return finding.help(format!("it was: {was}\nit is:  {now}\n{what}"));
        };
        let finding = finding.at(place).help(format!(
            "it was: {was}\nit is:  {now}\nthis branch has changed the translation; if it says that now, \
             take over the line: {}",
            suggestion.line
        ));
        Diagnostic { suggestion: Some(Box::new(suggestion)), ..finding }
    }

    /// The `# fr:` line of a stale unit, where it holds the words of the translation.
    fn holds_translation(&self) -> Option<Marked<'p>> {
        let unit = self.this.unit?;
        let translation = self.catalog().sentence(unit.message.as_ref()?)?;
        let french = self.only_french()?;
        let former = former_sentence(self.one.page, unit.id);
        holds_translation(french.text, &translation, former.as_deref(), self.sentence).then_some(french)
    }

    /// The `# fr:` line of a unit that has just one.
    fn only_french(&self) -> Option<Marked<'p>> {
        let mut lines = self.this.unit?.french();
        let (french, None) = (*lines.next()?, lines.next()) else { return None };
        Some(french)
    }

    /// The `# fr:` line of a stale unit and what it would be, where the branch has changed the translation
    /// but not that line. Of what it did not touch nobody knows whether it was looked at.
    fn acceptance(&self) -> Option<(Place, Suggestion)> {
        let change = self.one.look.since?.change(self.one.page, self.at, self.this)?;
        let unit = self.this.unit.filter(|_| change.unaccepted)?;
        let section = unit.section.as_ref().filter(|section| section.more_french().is_empty())?;
        // A suggestion is for one line, and leaves it where it stands.
        let french = section.french.as_ref()?;
        let sentence = edit::one_line(self.sentence);
        let edit = Edit::replace(french.value(), format!(" {sentence}"));
        // The sentence is pointed to, without the space before it.
        let lines = self.lines;
        let written = lines.catalog.text[edit.span.clone()].trim();
        let start = edit.span.start + lines.catalog.text[edit.span.clone()].find(written).unwrap_or(0);
        let place = lines.place(&(start..start + written.len()));
        Some((place, lines.suggestion(edit, false)?))
    }
}
