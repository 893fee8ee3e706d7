//! From byte offsets to the lines and columns that people count.

use super::short;

/// A place in a text, as a person counts: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineColumn {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters (Unicode scalar values).
    pub column: usize,
}

/// Where the lines of a text begin. A line ends at LF, CRLF or a lone CR.
#[derive(Debug, Clone)]
pub struct LineIndex<'a> {
    text: &'a str,
    /// Kept by the million, so in half of the bytes.
    starts: Vec<u32>,
}

impl<'a> LineIndex<'a> {
    /// Indexes a `text` of less than 4 GiB in one pass.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                continue;
            }
            starts.push(short(at + 1));
        }
        LineIndex { text, starts }
    }

    /// The line and column of the byte `offset`. A byte-order mark at the start counts as no column.
    pub fn line_column(&self, offset: usize) -> LineColumn {
        let line = self.starts.partition_point(|&start| start as usize <= offset);
        let start = self.starts[line - 1] as usize;
        let before = &self.text[start..offset];
        let before = before.strip_prefix('\u{feff}').filter(|_| start == 0).unwrap_or(before);
        LineColumn { line, column: before.chars().count() + 1 }
    }

    /// The text that is indexed.
    pub fn text(&self) -> &'a str {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_of_each_kind_of_end() {
        let index = LineIndex::new("a\nb\r\nc\rdé!");
        let at = |offset| {
            let LineColumn { line, column } = index.line_column(offset);
            (line, column)
        };
        assert_eq!([at(0), at(2), at(5), at(7), at(10)], [(1, 1), (2, 1), (3, 1), (4, 1), (4, 3)]);
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(LineIndex::new("\u{feff}ab").line_column(4), LineColumn { line: 1, column: 2 });
    }
}
