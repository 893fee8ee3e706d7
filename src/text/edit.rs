//! Every change to a text is a list of edits; what no edit touches cannot change.

use super::Span;

/// The bytes `span` of a text become `with`. Offsets are those of the original text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that are replaced; empty for an insertion.
    pub span: Span,
    /// What stands there afterwards.
    pub with: String,
}

impl Edit {
    /// An insertion before the byte `at`.
    pub fn insert(at: usize, with: impl Into<String>) -> Self {
        Edit { span: at..at, with: with.into() }
    }

    /// A replacement of `span`.
    pub fn replace(span: Span, with: impl Into<String>) -> Self {
        Edit { span, with: with.into() }
    }

    /// A removal of `span`.
    pub fn delete(span: Span) -> Self {
        Edit { span, with: String::new() }
    }
}

/// Two edits want the same bytes: a mistake of the caller, never of a user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The span that ends too late.
    pub first: Span,
    /// The span that begins inside it.
    pub second: Span,
}

impl std::fmt::Display for Overlap {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "edits overlap: {:?} and {:?}", self.first, self.second)
    }
}

impl std::error::Error for Overlap {}

/// Applies edits in one pass, in any order of the list. Insertions at one offset keep their order in
/// the list, and come before a replacement that begins there.
///
/// # Errors
/// If two spans overlap. Every byte outside the spans is kept.
pub fn apply(text: &str, edits: &[Edit]) -> Result<String, Overlap> {
    let mut order: Vec<&Edit> = edits.iter().collect();
    order.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let added: usize = order.iter().map(|edit| edit.with.len()).sum();
    let mut out = String::with_capacity(text.len() + added);
    let mut last: Span = 0..0;
    for edit in order {
        if edit.span.start < last.end {
            return Err(Overlap { first: last, second: edit.span.clone() });
        }
        out.push_str(&text[last.end..edit.span.start]);
        out.push_str(&edit.with);
        last = edit.span.clone();
    }
    out.push_str(&text[last.end..]);
    Ok(out)
}

/// A text with insertions, given in the order of their places.
pub(crate) fn inserted<'i>(text: &str, inserts: impl IntoIterator<Item = (usize, &'i str)>) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut done = 0;
    for (at, insert) in inserts {
        out.push_str(&text[done..at]);
        out.push_str(insert);
        done = at;
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_apply_in_any_order() {
        let edits =
            [Edit::replace(3..4, "D"), Edit::insert(1, "x"), Edit::insert(1, "y"), Edit::delete(1..2)];
        assert_eq!(apply("abcd", &edits).unwrap(), "axycD");
    }

    #[test]
    fn no_edit_changes_nothing() {
        assert_eq!(apply("a\r\né", &[]).unwrap(), "a\r\né");
    }

    #[test]
    fn overlapping_edits_are_refused() {
        assert!(apply("abcd", &[Edit::delete(0..3), Edit::delete(2..4)]).is_err());
    }
}
