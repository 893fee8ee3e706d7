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

/// Which marker a line is: seven signs, with a name behind them or nothing.
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
    let seven = line.len() - rest.len() == 7;
    (seven && (rest.is_empty() || rest.starts_with(' '))).then_some(kind)
}
