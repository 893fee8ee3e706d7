//! What `sync` did to which sentence.

use std::fmt::Write as _;

use super::status::Style;
use super::todo::changed_words;
use crate::align::Change;
use crate::text::visible;
use crate::unit::Page;
use crate::unit::track::{Kin, Origin};

/// More new sentences than this in one document are counted, not listed.
const LISTED: usize = 8;

/// What happened to the sentences of a page, as lines for a terminal; empty if nothing did.
pub fn events(page: &Page<'_>, style: &Style) -> String {
    if !page.changed {
        return String::new();
    }
    let born = page.units.iter().filter(|unit| matches!(unit.origin, Origin::Born { .. })).count();
    let mut typographic = 0;
    let mut lines = String::new();
    for (at, unit) in page.units.iter().enumerate() {
        let today = page.sentence(at);
        let from = unit.from.as_ref().map(|from| format!(" (from {})", visible(from))).unwrap_or_default();
        let mut line = |what: &str, text: &str| {
            let _ = writeln!(lines, "  {what:<9} {}  {text}{from}", unit.id);
        };
        match &unit.origin {
            Origin::Same => {}
            Origin::Kept { former, change, moved } => {
                let moved = *moved || unit.from.is_some();
                match change {
                    Change::None if moved => line("moved", &visible(today)),
                    Change::None => {}
                    Change::Typographic if moved => line("moved", &visible(today)),
                    Change::Typographic => typographic += 1,
                    Change::Minor | Change::Major => {
                        let (was, now) = changed_words(former.as_deref().unwrap_or(today), today, style);
                        let grade = if *change == Change::Minor { "minor" } else { "major" };
                        let what = if moved { "moved and edited" } else { "edited" };
                        line(what, &format!("{grade}: {was} → {now}"));
                    }
                }
            }
            Origin::Split { former } => line("split", &format!("{} → {} …", visible(former), visible(today))),
            Origin::Merged { former } => {
                line("merged", &format!("{} sentences → {}", former.len(), visible(today)));
            }
            Origin::Returned => line("back", &visible(today)),
            Origin::Born { kin: Some(Kin::Whole(whole)) } => {
                line("new", &format!("{} (a part of what was {whole})", visible(today)));
            }
            Origin::Born { .. } if born > LISTED => {}
            Origin::Born { kin: Some(Kin::Candidate(candidate)) } => {
                line("new", &format!("{} (was it {candidate}?)", visible(today)));
            }
            Origin::Born { kin: None } => line("new", &visible(today)),
        }
    }
    if born > LISTED {
        let _ = writeln!(lines, "  {born} new sentences");
    }
    if typographic > 0 {
        let s = if typographic == 1 { "sentence" } else { "sentences" };
        let _ = writeln!(lines, "  {typographic} {s} changed in typography only: translations stay current");
    }
    for (id, former) in page.gone {
        let _ = writeln!(lines, "  {:<9} {id}  {}", "gone", visible(former));
    }
    if lines.is_empty() {
        return lines;
    }
    let gone = if page.path.is_none() { " (no document any more)" } else { "" };
    format!("{}{}{}{gone}\n{lines}", style.bold, visible(page.name), style.reset)
}
