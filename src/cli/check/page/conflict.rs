//! Which version of a conflict that git left renders today's French.

use std::collections::BTreeSet;

use crate::catalog::is_identifier;
use crate::text::normal::same;
use crate::text::{ConflictMarker, Span, conflict_marker};

/// What to do about the conflict at the start of `conflict`, the text between its markers, if the `# fr:` lines of its
/// two sides differ, and those of one alone are of today's French. `source` is the source language's tag.
pub(super) fn help(conflict: &str, source: &str, is_of_today: impl Fn(&str) -> bool) -> Option<String> {
    let sides = sides(conflict)?;
    let french = |side: &Span| -> Vec<&str> {
        let lines = conflict[side.clone()].lines();
        let lines = lines.filter_map(|line| line.strip_prefix("# ")?.strip_prefix(source)?.strip_prefix(':'));
        lines.map(str::trim).collect()
    };
    // What only one of them has would be lost.
    let ids = |side: &Span| -> BTreeSet<&str> { conflict[side.clone()].lines().filter_map(id).collect() };
    if ids(&sides[0]) != ids(&sides[1]) {
        return None;
    }
    let [ours, theirs] = sides.map(|side| french(&side));
    let apart = |own: &[&str], others: &[&str]| -> Vec<bool> {
        let only = own.iter().filter(|own| !others.iter().any(|other| same(own, other)));
        only.map(|french| is_of_today(french)).collect()
    };
    let (first, second) = (apart(&ours, &theirs), apart(&theirs, &ours));
    let is_today = |side: &[bool]| !side.is_empty() && side.iter().all(|today| *today);
    let is_former = |side: &[bool]| !side.is_empty() && !side.contains(&true);
    let (kept, other) = if is_today(&first) && is_former(&second) {
        ("first", "second")
    } else if is_today(&second) && is_former(&first) {
        ("second", "first")
    } else {
        return None;
    };
    Some(format!(
        "the {kept} renders today's French: keep it, and delete the {other} with the lines of <<<<<<<, ======= and >>>>>>>"
    ))
}

/// The unit that a line opens or translates.
fn id(line: &str) -> Option<&str> {
    let marked = line.strip_prefix("# @unit ").and_then(|rest| rest.split_whitespace().next());
    marked
        .or_else(|| line.split_once('=').map(|(name, _)| name.trim_end()).filter(|name| is_identifier(name)))
}

/// The bytes of the two sides.
fn sides(conflict: &str) -> Option<[Span; 2]> {
    let mut first = None;
    let (mut at, mut start) = (0, 0);
    for line in conflict.split_inclusive('\n') {
        let end = at + line.len();
        match conflict_marker(line.trim_end_matches(['\n', '\r'])) {
            Some(ConflictMarker::Ours) => start = end,
            Some(ConflictMarker::Base) => first = Some(start..at),
            Some(ConflictMarker::Middle) => {
                first.get_or_insert(start..at);
                start = end;
            }
            Some(ConflictMarker::Theirs) => return first.map(|first| [first, start..at]),
            None => {}
        }
        at = end;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_side_of_todays_french_is_named() {
        let told = |ours: &str, theirs: &str| {
            let conflict = format!("<<<<<<< HEAD\n{ours}||||||| 1a\n# fr: Neuf\n=======\n{theirs}>>>>>>> b");
            help(&conflict, "fr", |french| same(french, "Neuf"))
                .and_then(|help| Some(help.get(..9)?.to_owned()))
        };
        assert_eq!(told("# fr: Neuf\na = New\n", "# fr: Vieux\na = Old\n"), Some("the first".to_owned()));
        assert_eq!(told("# fr: Vieux\na = Old\n", "# fr: Neuf\na = New\n"), Some("the secon".to_owned()));
        assert_eq!(told("# fr: Neuf\na = New\n", "# fr: Neuf\na = Newer\n"), None);
        assert_eq!(told("# fr: Vieux\na = Old\n", "# fr: Ancien\na = Old\n"), None);
        assert_eq!(told("a = New\n", "# fr: Neuf\na = New\n"), None);
        assert_eq!(told("# fr: Neuf\n", "# fr: Vieux\n"), Some("the first".to_owned()));
        let with_more = "# fr: Vieux\na = Old\n\n# @unit b\n# fr: Ancien\nb = Older\n";
        assert_eq!(told("# fr: Neuf\na = New\n", with_more), None);
        assert_eq!(help("=======\n# fr: Neuf\n>>>>>>> b", "fr", |_| true), None);
    }
}
