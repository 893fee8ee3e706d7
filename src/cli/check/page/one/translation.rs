//! What is told of a translation, but for what its comment allows.

use std::borrow::Cow;

use super::One;
use crate::catalog::with_braces;
use crate::check::{self, Problem};
use crate::cli::check::allow::{self, Allow};
use crate::cli::check::consistent::{INCONSISTENT, Kept, unreadable};
use crate::cli::check::page::lines::Lines;
use crate::cli::check::page::read::Read;
use crate::cli::check::page::{Row, keep};
use crate::cli::check::value;
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::Edit;
use crate::unit::State;
use crate::unit::assess::Assessed;

/// Whether an edit takes away or replaces nothing that a reader could see but spaces.
fn harmless(text: &str, fix: &Edit) -> bool {
    let seen = |c: &char| !(c.is_whitespace() || c.is_control() || is_invisible(*c));
    let is_blank = fix.with.chars().all(|c| c == ' ' || seen(&c));
    let is_same = |old: &str| old.chars().filter(seen).eq(fix.with.chars().filter(seen));
    is_blank && text.get(fix.span.clone()).is_some_and(is_same)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

impl<'p, 'l> One<'p, 'l>
where
    'l: 'p,
{
    /// The text of a unit's message, if a quality rule wants to see it.
    pub(super) fn translation(&self, this: &Assessed<'p>) -> Option<Cow<'p, str>> {
        if !self.look.rules[self.at].has_quality() {
            return None;
        }
        let unit = this.unit?;
        self.bundles.with(this.file, |bundle| bundle.text(unit)).ok()
    }

    /// What is compared with the translations of other pages.
    pub(super) fn kept(
        &self,
        at: usize,
        this: &Assessed<'p>,
        french: &str,
        translation: Option<&str>,
        allows: &mut [Allow<'p>],
    ) -> Option<Kept> {
        let (unit, catalog) = (this.unit?, &this.file.catalog);
        let (text, span) = match (translation, &unit.message) {
            (Some(text), Some(message)) => (text.to_owned(), message.value()),
            _ if this.state == State::Invalid => unreadable(catalog, unit)?,
            _ => return None,
        };
        let subject = self.subject(Some(&self.page.units[at].id));
        let lines = self.lines_of(this);
        let mut finding =
            Diagnostic::new(INCONSISTENT, Severity::Warning, "").at(lines.place(&span)).about(subject);
        finding.french = lines.french(unit, french, 0..0);
        let is_allowed = allow::allows(allows, INCONSISTENT);
        let allow = allows.iter().find(|allow| is_allowed && allow.rule == INCONSISTENT);
        Some(Kept {
            locale: self.at,
            french: french.to_owned(),
            translation: text,
            is_readable: translation.is_some(),
            finding,
            unused_allow: allow.map(|allow| Box::new(self.unused_allow(allow, at, &lines))),
        })
    }

    /// Tells what was found in a translation, but for what its comment allows.
    pub(in crate::cli::check::page) fn tell(
        &self,
        read: &mut Read<'p, '_>,
        problems: Vec<Problem>,
        row: &mut Row,
    ) {
        if problems.is_empty() && read.allows.is_empty() {
            return;
        }
        let id = self.page.units[read.at].id.as_str();
        let lines = self.lines_of(read.this);
        let translation = read.translation.as_deref().unwrap_or_default();
        for problem in problems.into_iter().filter(|problem| !problem.is_silent) {
            if allow::allows(&mut read.allows, problem.rule) {
                continue;
            }
            let Some(unit) = read.this.unit else { continue };
            let Some(message) = unit.message.as_ref() else { continue };
            let span = value::place(&read.this.file.catalog, message, translation, &problem.span);
            if self.is_slip(read.this, id, &span) {
                continue;
            }
            let mut finding = Diagnostic::new(problem.rule, problem.severity, problem.message)
                .at(lines.place(&span))
                .about(self.subject(Some(id)));
            finding.help = (!problem.help.is_empty()).then_some(problem.help);
            if check::rule(problem.rule).is_some_and(|rule| rule.compares) {
                // What is told of a stale translation is measured by today's French, which its line does not have.
                finding.french = match (read.is_of_today(self.page), read.this.state) {
                    (true, _) => lines.french(unit, read.french, problem.french),
                    (false, State::Current) => lines.french(unit, read.french, 0..0),
                    (false, _) => None,
                };
            }
            let catalog = &read.this.file.catalog;
            let raw = &catalog.text[message.value()];
            // Braces that were copied as they are in the French are no text for Fluent.
            if matches!(problem.rule, "markup" | "variables" | "links")
                && !raw.contains('\n')
                && let Some(value) = with_braces(raw, read.french)
            {
                finding = finding.help(format!(
                    "Fluent takes braces for its own: to show them, write it as: {id} = {value}"
                ));
            }
            finding.suggestion = problem
                .fix
                .filter(|fix| harmless(translation, fix))
                .and_then(|fix| value::edit(catalog, message, translation, &fix))
                .and_then(|edit| lines.suggestion(edit, true))
                .map(Box::new);
            keep(&mut row.findings, self.look, Some(self.locale), finding);
        }
        for allow in read.allows.iter().filter(|allow| !allow.used && self.is_looked_for(allow, read.this)) {
            let finding = self.unused_allow(allow, read.at, &lines);
            keep(&mut row.findings, self.look, Some(self.locale), finding);
        }
    }

    /// Whether a run looks for what a line allows: else it can't say that the line is of no use.
    fn is_looked_for(&self, allow: &Allow<'_>, this: &Assessed<'_>) -> bool {
        match check::rule(allow.rule) {
            None => true,
            Some(rule) if rule.group == check::Group::Quality => {
                self.look.rules[self.at].contains(rule.name)
                    && matches!(this.state, State::Current | State::Stale(_) | State::Unverified)
            }
            Some(rule) => rule.group == check::Group::States,
        }
    }

    fn unused_allow(&self, allow: &Allow<'p>, at: usize, lines: &Lines<'p>) -> Diagnostic {
        let (message, help) = allow::unused(allow);
        Diagnostic::new("unused-allow", Severity::Warning, message)
            .at(lines.place(&allow.span))
            .about(self.subject(Some(&self.page.units[at].id)))
            .help(help)
    }
}
