//! What git leaves in a catalog that it could not merge.

use rustc_hash::FxHashSet;

use super::Teller;
use crate::catalog::is_identifier;
use crate::diagnostic::Severity;
use crate::text::{ConflictMarker, Span, conflict_marker};

impl Teller<'_, '_> {
    /// A conflict is told once, where it begins.
    pub(super) fn conflict(&mut self, marker: ConflictMarker, place: &Span) {
        let was_open = std::mem::replace(&mut self.in_conflict, marker != ConflictMarker::Theirs);
        if was_open && marker != ConflictMarker::Ours {
            return;
        }
        let (message, help) = match sides(&self.catalog.text[place.end..]) {
            Some(sides) if marker == ConflictMarker::Ours => (
                "a merge left both versions here, and nobody has chosen",
                match sides_differ(&sides) {
                    true => {
                        "each side has units of its own: keep both, and delete the lines of <<<<<<<, ======= and >>>>>>>"
                    }
                    false => "keep one of them, and delete the lines of <<<<<<<, ======= and >>>>>>>",
                },
            ),
            Some(_) | None => (
                "a merge left its marks here",
                "keep what is right around them, and delete the lines of <<<<<<<, ======= and >>>>>>>",
            ),
        };
        self.tell("conflict-markers", Severity::Error, place, "", message.to_owned(), help);
    }
}

/// The units on each side of a conflict, of which this is the text behind its first marker; none if no marker parts two
/// sides.
fn sides(text: &str) -> Option<[FxHashSet<&str>; 2]> {
    let mut sides: [FxHashSet<&str>; 2] = Default::default();
    let mut side = Some(0);
    let mut is_parted = false;
    for line in text.lines().skip(1) {
        match conflict_marker(line) {
            Some(ConflictMarker::Base) => side = None,
            Some(ConflictMarker::Middle) => {
                side = Some(1);
                is_parted = true;
            }
            Some(ConflictMarker::Ours | ConflictMarker::Theirs) => break,
            None => {
                let marked = line.strip_prefix("# @unit ").and_then(|rest| rest.split_whitespace().next());
                let named = || line.split_once('=').map(|(name, _)| name.trim_end());
                let id = marked.or_else(named).filter(|id| is_identifier(id));
                if let (Some(side), Some(id)) = (side, id) {
                    sides[side].insert(id);
                }
            }
        }
    }
    is_parted.then_some(sides)
}

/// Whether the two sides of a conflict have units, and none of them both.
fn sides_differ(sides: &[FxHashSet<&str>; 2]) -> bool {
    sides.iter().all(|ids| !ids.is_empty()) && sides[0].is_disjoint(&sides[1])
}
