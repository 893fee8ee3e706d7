//! What `sync` did to which sentence.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::Style;
use super::plural;
use super::todo::changed_words;
use crate::align::Change;
use crate::text::visible;
use crate::unit::track::{Kin, Origin, Tracked};
use crate::unit::{CatalogFile, Page, Presence};

/// More new sentences than this in one document are counted, not listed; so are those that left it, or changed their
/// place in it.
const LISTED: usize = 8;

/// More sentences than this that came unchanged from one other document are counted, not listed.
const LISTED_FROM: usize = 3;

/// How many sentences of a page stand unchanged in another place, by the document that they came from.
struct Moved<'p> {
    counts: BTreeMap<Option<&'p str>, usize>,
    units: usize,
}

impl<'p> Moved<'p> {
    fn of(page: &'p Page<'p>) -> Self {
        let mut counts = BTreeMap::new();
        for unit in page.units.iter().filter(|unit| is_only_moved(unit)) {
            *counts.entry(unit.from()).or_default() += 1;
        }
        Moved { counts, units: page.units.len() }
    }

    /// What is said once of all that came from there, if they are not listed one by one: many, or a whole page.
    fn line(&self, from: Option<&str>) -> Option<String> {
        let count = *self.counts.get(&from)?;
        let sentences = plural(count, "sentence");
        match from {
            None => (count > LISTED).then(|| format!("{sentences} to another place of this page")),
            Some(from) => (count > LISTED_FROM || count == self.units)
                .then(|| format!("{sentences} from {}", visible(from))),
        }
    }
}

/// Whether a sentence is as it was, in another place.
fn is_only_moved(unit: &Tracked) -> bool {
    let Origin::Kept { change: Change::None | Change::Typographic, moved, .. } = *unit.origin() else {
        return false;
    };
    moved || unit.from().is_some()
}

/// Whether a sentence is as it was, in its own place.
fn is_as_it_was(unit: &Tracked) -> bool {
    let is_kept = matches!(unit.origin(), Origin::Kept { change: Change::None, moved: false, .. });
    unit.from().is_none() && (is_kept || matches!(unit.origin(), Origin::Same))
}

/// Of how many sentences that are not new a catalog has no lines, by its path: somebody deleted them, or a file was
/// saved by half. `sync` writes them again, and nothing shows afterwards that there were translations.
pub fn lacking<'p>(page: &'p Page<'_>) -> Vec<(&'p str, usize)> {
    let count = |at: usize, target: &CatalogFile<'_>| {
        let arrives = |unit: usize| {
            let origin = page.origins.get(unit).copied().flatten();
            origin.is_some_and(|files| files[at].catalog.unit(&page.units[unit].id).is_some())
        };
        let is_lacking = |(at, unit): &(usize, &Tracked)| {
            target.catalog.unit(&unit.id).is_none()
                && page.source.catalog.unit(&unit.id).is_some()
                && !arrives(*at)
        };
        page.units.iter().enumerate().filter(is_lacking).count()
    };
    let targets = page.targets.iter().enumerate();
    targets
        .filter(|(_, target)| target.in_scope && target.presence == Presence::Read)
        .map(|(at, target)| (&*target.catalog.file, count(at, target)))
        .filter(|(_, count)| *count > 0)
        .collect()
}

/// How many sentences of a page without a source catalog are known from their translations: it was deleted, and is there
/// again, say.
pub fn back(page: &Page<'_>) -> usize {
    match page.source.presence {
        Presence::Absent => page.units.iter().filter(|unit| is_as_it_was(unit)).count(),
        Presence::Read | Presence::Unreadable => 0,
    }
}

/// What happened to the sentences of a page, as lines for a terminal; empty if nothing did. So many are `back`, and
/// `lacking` are the catalogs that have no lines of some.
pub fn events(page: &Page<'_>, back: usize, lacking: &[(&str, usize)], style: &Style) -> String {
    if !page.changed && lacking.is_empty() {
        return String::new();
    }
    let mut lines = String::new();
    tell_units(page, style, &mut lines);
    if back > 0 {
        let _ = writeln!(lines, "  {:<9} {}, with their translations", "back", plural(back, "sentence"));
    }
    tell_gone(page, &mut lines);
    for (file, count) in lacking {
        let sentences = plural(*count, "sentence");
        let _ = writeln!(
            lines,
            "  {:<9} {sentences} in {}: their lines are written, to be translated",
            "lacking",
            visible(file)
        );
    }
    if lines.is_empty() {
        return lines;
    }
    let gone = if page.path.is_none() { " (no document any more)" } else { "" };
    format!("{}{}{}{gone}\n{lines}", style.bold, visible(page.name), style.reset)
}

/// The sentences of a page that are not as they were, where they were.
fn tell_units(page: &Page<'_>, style: &Style, lines: &mut String) {
    let born = page.units.iter().filter(|unit| matches!(unit.origin(), Origin::Born { .. })).count();
    let all_moved = Moved::of(page);
    let mut told = BTreeSet::new();
    let mut typographic = 0;
    for (at, unit) in page.units.iter().enumerate() {
        if is_only_moved(unit)
            && let Some(all) = all_moved.line(unit.from())
        {
            if told.insert(unit.from()) {
                let _ = writeln!(lines, "  {:<9} {all}", "moved");
            }
        } else if is_retouched(unit) {
            typographic += 1;
        } else if let Some((what, text)) = in_words(unit, page.sentence(at), born > LISTED, style) {
            let from = unit.from().map(|from| format!(" (from {})", visible(from))).unwrap_or_default();
            let _ = writeln!(lines, "  {what:<9} {}  {text}{from}", unit.id);
        }
    }
    if born > LISTED {
        let _ = writeln!(lines, "  {born} new sentences");
    }
    if typographic > 0 {
        let sentences = plural(typographic, "sentence");
        let _ = writeln!(lines, "  {sentences} changed in typography only: translations stay current");
    }
}

/// Whether the typography of a sentence changed, and nothing else.
fn is_retouched(unit: &Tracked) -> bool {
    unit.from().is_none()
        && matches!(unit.origin(), Origin::Kept { change: Change::Typographic, moved: false, .. })
}

/// What happened to a sentence, and how it reads; nothing if there is nothing to say. New ones may be many.
fn in_words(
    unit: &Tracked,
    today: &str,
    are_many_new: bool,
    style: &Style,
) -> Option<(&'static str, String)> {
    let shown = || visible(today).into_owned();
    Some(match unit.origin() {
        Origin::Same => return None,
        Origin::Kept { former, change, moved, doubtful } => {
            let moved = *moved || unit.from().is_some();
            match change {
                Change::None | Change::Typographic if moved => ("moved", shown()),
                Change::None | Change::Typographic => return None,
                Change::Minor | Change::Major => {
                    let (was, now) = changed_words(former.as_deref().unwrap_or(today), today, style);
                    let grade = if *change == Change::Minor { "minor" } else { "major" };
                    let moved = match (moved, doubtful) {
                        (true, true) => ", moved, if it is the same sentence",
                        (true, false) => ", moved",
                        (false, _) => "",
                    };
                    ("edited", format!("{grade}{moved}: {was} → {now}"))
                }
            }
        }
        Origin::Split { former } => ("split", format!("{} → {} …", visible(former), visible(today))),
        Origin::Merged { former } => ("merged", format!("{} sentences → {}", former.len(), visible(today))),
        Origin::Returned => ("back", shown()),
        Origin::Born { kin: Some(Kin::Whole(whole)) } => {
            ("new", format!("{} (a part of what was {whole})", visible(today)))
        }
        Origin::Born { .. } if are_many_new => return None,
        Origin::Born { kin: Some(Kin::Candidate(candidate)) } => {
            ("new", format!("{} (was it {candidate}?)", visible(today)))
        }
        Origin::Born { kin: None } => ("new", shown()),
    })
}

/// The sentences that left a page.
fn tell_gone(page: &Page<'_>, lines: &mut String) {
    let merged: BTreeSet<&str> = page
        .units
        .iter()
        .filter_map(|unit| match unit.origin() {
            Origin::Merged { former } => Some(former),
            _ => None,
        })
        .flatten()
        .map(|former| &**former)
        .collect();
    // Of a page that was deleted nobody asks for the sentences.
    let listed = if page.path.is_none() { 0 } else { LISTED };
    if page.gone.len() > listed {
        let sentences = plural(page.gone.len(), "sentence");
        let _ = writeln!(lines, "  {:<9} {sentences}; translations stay until `drogman prune`", "gone");
    }
    for (id, former) in page.gone.iter().filter(|_| page.gone.len() <= listed) {
        let what = if merged.contains(former.as_str()) { "taken in" } else { "gone" };
        let _ = writeln!(lines, "  {what:<9} {id}  {}", visible(former));
    }
}
