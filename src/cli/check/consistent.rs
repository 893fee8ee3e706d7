//! Whether a locale renders the same French alike wherever it stands: no page knows that alone.

use std::collections::BTreeMap;

use super::weigh::Weights;
use crate::catalog::{Catalog, Unit};
use crate::check::{Rendering, inconsistent};
use crate::diagnostic::Diagnostic;
use crate::text::{Locale, Span, conflict_marker, visible};

/// The rule's name.
pub(super) const INCONSISTENT: &str = "inconsistent";

/// A translation that is compared with those of other pages.
pub(super) struct Kept {
    /// Index of its locale.
    pub(super) locale: usize,
    pub(super) french: String,
    pub(super) translation: String,
    /// See [`Rendering::is_readable`].
    pub(super) is_readable: bool,
    /// What to say of it if it differs, but for the words.
    pub(super) finding: Diagnostic,
    /// Where its comment allows that: what to say if it does not differ.
    pub(super) unused_allow: Option<Box<Diagnostic>>,
}

/// What the lines of an invalid unit hold of a translation, and where it begins; none if a person could not tell
/// it from the lines either.
pub(super) fn unreadable(catalog: &Catalog<'_>, unit: &Unit<'_>) -> Option<(String, Span)> {
    let value = unit.message.as_ref().map(|message| message.value());
    let mut words = catalog.text[value.clone().unwrap_or_default()].to_owned();
    let mut span = value.clone();
    for junk in unit.broken() {
        let text = catalog.text[junk.clone()].trim();
        if span.is_some() && value.is_none() || text.lines().any(|line| conflict_marker(line).is_some()) {
            return None;
        }
        // Junk after the message is what cuts it short.
        let rest = match value {
            Some(_) => text,
            None => text.strip_prefix(unit.id)?.trim_start(),
        };
        let rest = rest.strip_prefix('=').unwrap_or(rest);
        for line in rest.lines().map(str::trim).take_while(|line| !line.starts_with(['.', '#'])) {
            words.push(' ');
            words.push_str(line);
        }
        let start = junk.end - catalog.text[junk.clone()].trim_start().len();
        let first = text.lines().next().unwrap_or_default().trim_end();
        span.get_or_insert(start..start + first.len());
    }
    // The names of terms, variables and functions are not seen by readers.
    let is_name = |c: char| matches!(c, '-' | '$') || c.is_ascii_uppercase();
    let is_text = !words.split('{').skip(1).any(|after| after.trim_start().starts_with(is_name));
    span.filter(|_| is_text).map(|span| (words, span))
}

/// What is to be told of translations that differ where their French does not. Both ends of a difference are
/// told: nobody but a reader of both knows which is right.
pub(super) fn inconsistencies(kept: &[Kept], asked: &[Locale], weights: &Weights<'_>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for (at, locale) in asked.iter().enumerate() {
        let own: Vec<&Kept> = kept.iter().filter(|kept| kept.locale == at).collect();
        let renderings: Vec<Rendering<'_>> = own.iter().map(|kept| rendering(kept)).collect();
        let mut other = BTreeMap::new();
        for (known, at) in inconsistent(&renderings) {
            other.entry(known).or_insert(at);
            other.insert(at, known);
        }
        for (here, kept) in own.iter().enumerate() {
            let finding = match (other.get(&here), &kept.unused_allow) {
                (Some(_), Some(_)) => continue,
                (Some(&there), None) => differs(kept, own[there]),
                (None, Some(unused)) => (**unused).clone(),
                (None, None) => continue,
            };
            let severity = weights.of_finding(Some(locale), &finding);
            findings.extend(severity.map(|severity| Diagnostic { severity, ..finding }));
        }
    }
    findings
}

fn rendering(kept: &Kept) -> Rendering<'_> {
    Rendering { french: &kept.french, translation: &kept.translation, is_readable: kept.is_readable }
}

fn differs(here: &Kept, there: &Kept) -> Diagnostic {
    let reads = match there.is_readable {
        true => "there it reads",
        false => "there it reads, but for a mistake in its line",
    };
    Diagnostic { message: "the same French is translated otherwise elsewhere".into(), ..here.finding.clone() }
        .help(format!("{reads}: {}", visible(there.translation.trim())))
}
