//! Documents in which a merge was left undone.

use crate::text::{ConflictMarker, conflict_marker};

/// The line, from 1, of the first conflict that git left in a document: `<<<<<<<`, `=======` and `>>>>>>>` at
/// the starts of lines, in this order. What stands in a fenced code block may well show how a conflict
/// looks, and is none.
pub fn conflict(text: &str) -> Option<usize> {
    if !text.starts_with("<<<<<<<") && !text.contains("\n<<<<<<<") {
        return None;
    }
    let mut fence: Option<&str> = None;
    let (mut begun, mut parted) = (None, false);
    for (number, line) in text.lines().enumerate() {
        let bare = line.trim_start_matches(' ');
        let mark =
            ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark) && line.len() - bare.len() < 4);
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ if fence.is_some() => {}
            _ => match conflict_marker(line) {
                Some(ConflictMarker::Ours) => (begun, parted) = (Some(number + 1), false),
                Some(ConflictMarker::Middle) => parted = begun.is_some(),
                Some(ConflictMarker::Theirs) if parted => return begun,
                Some(ConflictMarker::Theirs | ConflictMarker::Base) | None => {}
            },
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::conflict;

    #[test]
    fn a_conflict_is_found_by_its_three_lines() {
        let left = "Un.\n<<<<<<< HEAD\nDeux.\n=======\nTrois.\n>>>>>>> autre\n";
        assert_eq!(conflict(left), Some(2));
        assert_eq!(conflict(&left.replace('\n', "\r\n")), Some(2));
        assert_eq!(conflict("Un.\n\n=======\n"), None);
        assert_eq!(conflict("Titre\n=======\n\n<<<<<<< seul\n"), None);
    }

    #[test]
    fn a_conflict_in_a_code_block_is_an_example() {
        let example = "Voici :\n\n```\n<<<<<<< HEAD\nDeux.\n=======\nTrois.\n>>>>>>> autre\n```\n";
        assert_eq!(conflict(example), None);
    }
}
