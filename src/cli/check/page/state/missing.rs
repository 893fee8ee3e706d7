//! What is told of a unit without a translation.

use super::Telling;
use crate::catalog::{Catalog, Marked, Unit, edit};
use crate::cli::proposed::says_more;
use crate::cli::tasks::{place, proposal};
use crate::diagnostic::Diagnostic;
use crate::report::TAKE_BACK;
use crate::text::{Span, normal, shorten};

impl<'p, 'l> Telling<'_, 'p, 'l>
where
    'l: 'p,
{
    /// Of one that the catalog has nothing of.
    pub(super) fn absent(&self) -> Diagnostic {
        let sentence = self.sentence;
        if self.is_lost() {
            let message = format!("the translation is gone on this branch: {sentence}");
            return self.error("missing", message).help(TAKE_BACK);
        }
        let missing = self.error("missing", ["not translated yet: ", sentence].concat());
        let Some(unit) = self.one.renamed(self.at) else {
            return missing.help("run drogman sync, then write the translation in this file");
        };
        let start = place(unit);
        let help = format!(
            "a translation of it has the name `{}`, which no sentence has: write `{}` in its place here and behind `# @unit`",
            unit.id, self.id
        );
        missing.at(self.lines.place(&(start..start + unit.id.len()))).help(help)
    }

    /// Of one that has its lines.
    pub(super) fn missing(&self) -> Diagnostic {
        if let Some((words, french)) = self.one.typed(self.at, self.this) {
            return self.typed(words, &french);
        }
        let (sentence, unit) = (self.sentence, self.this.unit);
        if let Some((note, ready)) = unit.and_then(|unit| self.one.in_comment(self.this, unit)) {
            let (why, help) = match ready {
                None => (
                    ", since the translation is commented out",
                    format!("take away the # to use it, or write in its place: {} = …", self.id),
                ),
                // It may as well be a note to whoever reads that language.
                Some(ready) => (
                    "; a comment stands where the translation belongs",
                    format!("if it is the translation, write it as: {ready}"),
                ),
            };
            let changed = unit.and_then(|unit| self.one.changed_since(self.at, self.catalog(), unit));
            let help = [Some(help), changed].into_iter().flatten().collect::<Vec<_>>().join("\n");
            let message = format!("not translated yet{why}: {sentence}");
            return self.error("missing", message).at(self.lines.place(&note)).help(help);
        }
        let proposal = unit.and_then(proposal).map(|text| {
            match says_more(self.one.page, self.at, self.one.at, &self.one.look.targets[self.one.at]) {
                true => {
                    format!("\nits proposal says more than this sentence, cut out what is said here: {text}")
                }
                false => format!("\nor take its proposal over ({text}): {}", self.accept(" --proposal")),
            }
        });
        let noted = unit.and_then(|unit| kept_words(self.catalog(), unit, sentence)).map(|(note, words)| {
            let line = self.lines.place(&note).at.map_or(0, |at| at.line);
            format!(
                "\nif its note, line {line}, is the translation, write: {} = {}",
                self.id,
                shorten(without_id(words, self.id), 300)
            )
        });
        let (proposal, noted) = (proposal.unwrap_or_default(), noted.unwrap_or_default());
        let (why, back) = match self.is_lost() {
            true => ("the translation is gone on this branch: ", format!("\n{TAKE_BACK}")),
            false => ("not translated yet: ", String::new()),
        };
        let mut finding = self
            .error("missing", [why, sentence].concat())
            .help(format!("write under it: {} = …{noted}{proposal}{back}", self.id));
        // Nothing in the line is wrong: it is named, and not drawn.
        if let Some(place) = &mut finding.place {
            place.span = None;
        }
        finding
    }

    /// Of one of which the line of French holds other words, written for this `french`.
    fn typed(&self, words: &str, french: &str) -> Diagnostic {
        let tag = &self.catalog().source_locale;
        let message = format!("the line `# {tag}: …` holds other words than the French, and no translation");
        let words = without_id(words, self.id);
        let finding = self.error("missing", message).help(format!(
            "if they are the translation, write them under that line, as: {} = {words}\n\
             and let the line be: # {tag}: {}",
            self.id,
            edit::one_line(french)
        ));
        match self.this.unit.and_then(|unit| unit.french().next().map(Marked::span)) {
            Some(span) => finding.at(self.lines.place(&span)),
            None => finding,
        }
    }
}

/// The words behind the id and its sign, where a line break before them was deleted.
fn without_id<'w>(words: &'w str, id: &str) -> &'w str {
    let behind = words.strip_prefix(id).filter(|rest| rest.starts_with([' ', '=']));
    let rest = behind.map_or(words, str::trim_start);
    rest.strip_prefix('=').map_or(rest, str::trim_start)
}

/// The note of a unit that holds words which `sync` found in its line of French, and the words; not those that were written
/// for another French.
fn kept_words<'a>(catalog: &Catalog<'a>, unit: &Unit<'a>, sentence: &str) -> Option<(Span, &'a str)> {
    let mut notes = unit.notes();
    notes.find_map(|note| {
        let words = catalog.text[note.clone()].strip_prefix(edit::NOTE.trim_end())?.trim();
        let (words, french) = edit::words_of(words);
        let is_of_it = french.is_none_or(|french| normal::same(french, &edit::one_line(sentence)));
        (!words.is_empty() && is_of_it).then(|| (note.clone(), words))
    })
}
