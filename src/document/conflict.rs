//! Documents in which a merge was left undone.

use crate::text::{ConflictMarker, conflict_marker};

/// The line, from 1, of the first conflict that git left in a document: `<<<<<<<`, `=======` and `>>>>>>>` at
/// the starts of lines, in this order; or what a hasty hand left of one: a first or a last line with the name
/// of a branch. What stands in a fenced code block may well show how a conflict looks, and is none.
pub fn conflict(text: &str) -> Option<usize> {
    let holds = |mark: &str| text.starts_with(mark) || text.contains(&format!("\n{mark}"));
    if !holds("<<<<<<<") && !holds(">>>>>>>") {
        return None;
    }
    let mut fence: Option<&str> = None;
    let (mut begun, mut parted, mut lone) = (None, false, None);
    let mut last = "";
    for (number, line) in text.lines().enumerate() {
        let bare = line.trim_start_matches(' ');
        // A quotation in a quotation, seven deep, stands behind others.
        let in_quotation = std::mem::replace(&mut last, bare).starts_with('>');
        let mark =
            ["```", "~~~"].into_iter().find(|mark| bare.starts_with(mark) && line.len() - bare.len() < 4);
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ if fence.is_some() => {}
            _ => match conflict_marker(line) {
                Some(ConflictMarker::Ours) => {
                    (begun, parted) = (Some(number + 1), false);
                    if line.contains(' ') {
                        lone.get_or_insert(number + 1);
                    }
                }
                Some(ConflictMarker::Middle) => parted = begun.is_some(),
                Some(ConflictMarker::Theirs) if parted => return begun,
                Some(ConflictMarker::Theirs) if line.contains(' ') && !in_quotation => {
                    lone.get_or_insert(number + 1);
                }
                Some(ConflictMarker::Theirs | ConflictMarker::Base) | None => {}
            },
        }
    }
    lone
}

#[cfg(test)]
mod tests {
    use super::conflict;

    #[test]
    fn a_conflict_is_found_by_its_three_lines() {
        let left = "Un.\n<<<<<<< HEAD\nDeux.\n=======\nTrois.\n>>>>>>> autre\n";
        assert_eq!(conflict(left), Some(2));
        assert_eq!(conflict(&left.replace('\n', "\r\n")), Some(2));
        let renamed = "Un.\n<<<<<<<< HEAD:bac.md\nDeux.\n========\nTrois.\n>>>>>>>> autre:quai.md\n";
        assert_eq!(conflict(renamed), Some(2));
        assert_eq!(conflict("Un.\n\n=======\n"), None);
        assert_eq!(conflict("Titre\n=======\n\n<<<<<<<\n"), None);
    }

    #[test]
    fn a_line_that_was_left_of_a_conflict_is_found() {
        assert_eq!(conflict("Un.\n<<<<<<< HEAD\nDeux.\n"), Some(2));
        assert_eq!(conflict("Un.\n\nDeux.\n>>>>>>> autre\n"), Some(4));
        assert_eq!(conflict("> Un.\n>>>>>>> Deux.\n"), None);
        assert_eq!(conflict("```\n>>>>>>> autre\n```\n"), None);
    }

    #[test]
    fn a_conflict_in_a_code_block_is_an_example() {
        let example = "Voici :\n\n```\n<<<<<<< HEAD\nDeux.\n=======\nTrois.\n>>>>>>> autre\n```\n";
        assert_eq!(conflict(example), None);
    }
}
