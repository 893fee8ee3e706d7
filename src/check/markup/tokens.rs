//! What is copied sign for sign (code, marks of notes, formulas, entities) is the same in both texts, in any order.
//!
//! What may differ is for each kind to say: it takes that out of what is [`Unmatched`] before the rest is told.

use super::RULE;
use crate::check::scan::Kind;
use crate::check::{Pair, Problem, Shared, unmatched};
use crate::diagnostic::Severity;
use crate::text::Span;

/// What of one kind only one of the texts has.
pub(super) struct Unmatched<'p> {
    french: &'p str,
    text: &'p str,
    /// Of the French, what the translation has not.
    pub(super) wanted: Vec<Span>,
    /// Of the translation, what the French has not.
    pub(super) added: Vec<Span>,
}

impl<'p> Unmatched<'p> {
    pub(super) fn of(pair: &'p Pair<'_>, kind: Kind) -> Self {
        let (source, translation) = (&pair.source.text, &pair.translation);
        let (french, text) = (source.raw, translation.raw);
        let mut wanted: Vec<Span> = source.spans(kind).cloned().collect();
        let is_same = |wanted: &Span, here: &Span| french[wanted.clone()] == text[here.clone()];
        let added = unmatched::added(&mut wanted, translation.spans(kind).cloned(), is_same);
        Unmatched { french, text, wanted, added }
    }

    /// Takes away pairs that are the same in some wider sense, as they are written.
    pub(super) fn pair_off(&mut self, is_same: impl Fn(&str, &str) -> bool) {
        unmatched::pair_off(&mut self.wanted, &mut self.added, |wanted, added| {
            is_same(&self.french[wanted.clone()], &self.text[added.clone()])
        });
    }

    /// The first that is lost and the first that is new, as they are written.
    pub(super) fn first(&self) -> (Option<&'p str>, Option<&'p str>) {
        let lost = self.wanted.first().map(|span| &self.french[span.clone()]);
        (lost, self.added.first().map(|span| &self.text[span.clone()]))
    }

    /// That the first of the French became another one, or is missing. `what`: how it is called.
    pub(super) fn lost(&self, severity: Severity, what: &str, help: &'static str) -> Option<Problem> {
        let lost = self.wanted.first()?;
        let was = &self.french[lost.clone()];
        let problem = match self.added.first() {
            Some(added) => {
                let message = format!("{what} {was} became {}", &self.text[added.clone()]);
                let shared = Shared::told_as(&message);
                Problem::new(RULE, severity, added.clone(), message).shared(shared)
            }
            None => Problem::new(RULE, severity, 0..0, format!("{what} {was} is missing")),
        };
        Some(problem.of_french(lost.clone()).help(help))
    }

    /// That the French has no such thing, where nothing of it is lost.
    pub(super) fn gained(&self) -> Option<Problem> {
        let added = self.added.first().filter(|_| self.wanted.is_empty())?;
        let message = format!("the French has no {} here", &self.text[added.clone()]);
        let shared = Shared::told_as(&message);
        let problem = Problem::warning(RULE, added.clone(), message);
        Some(problem.help("write plain words, or mark up the French too").shared(shared))
    }
}

/// The marks that call notes.
pub(super) fn notes(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let notes = Unmatched::of(pair, Kind::Footnote);
    let lost = notes.lost(Severity::Error, "the note", "copy its mark to where the note belongs");
    problems.extend(lost.or_else(|| notes.gained()));
}
