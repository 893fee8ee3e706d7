//! The lines that git leaves in a file in which a merge was left undone.

/// A line that git writes into a file that it could not merge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConflictMarker {
    /// `<<<<<<<`: what our side says follows.
    Ours,
    /// `|||||||`: what both sides began with follows.
    Base,
    /// `=======`: what the other side says follows.
    Middle,
    /// `>>>>>>>`: the end.
    Theirs,
}

/// Which marker a line is: seven signs, with a name behind them or nothing. Where both sides gave a file another name, git
/// writes eight or nine, so that those of a merge before stay apart.
pub fn conflict_marker(line: &str) -> Option<ConflictMarker> {
    let kind = match line.as_bytes().first()? {
        b'<' => ConflictMarker::Ours,
        b'|' => ConflictMarker::Base,
        b'=' => ConflictMarker::Middle,
        b'>' => ConflictMarker::Theirs,
        _ => return None,
    };
    let mark = char::from(line.as_bytes()[0]);
    let rest = line.trim_start_matches(mark);
    let signs = line.len() - rest.len();
    let is_marker = (7..=9).contains(&signs) && (rest.is_empty() || rest.starts_with(' '));
    is_marker.then_some(kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_have_seven_signs_or_some_more() {
        assert_eq!(conflict_marker("<<<<<<< HEAD"), Some(ConflictMarker::Ours));
        assert_eq!(conflict_marker("<<<<<<<< HEAD:content/bac.md"), Some(ConflictMarker::Ours));
        assert_eq!(conflict_marker("|||||||| 1a2b3c"), Some(ConflictMarker::Base));
        assert_eq!(conflict_marker("========"), Some(ConflictMarker::Middle));
        assert_eq!(conflict_marker(">>>>>>>>> autre:content/bac.md"), Some(ConflictMarker::Theirs));
        for line in ["<<<<<< HEAD", "<<<<<<<HEAD", "==========", "= a", ""] {
            assert_eq!(conflict_marker(line), None, "{line}");
        }
    }
}
