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

/// Looks up bytes of a text that come one behind the other, in one pass over it: a line may be as long as a book.
#[derive(Debug)]
pub struct Cursor<'i, 'a> {
    index: &'i LineIndex<'a>,
    /// The last byte, and where it is.
    last: (usize, LineColumn),
}

impl<'i, 'a> Cursor<'i, 'a> {
    /// Stands at the first byte.
    pub fn new(index: &'i LineIndex<'a>) -> Self {
        Cursor { index, last: (0, index.line_column(0)) }
    }

    /// The same as [`LineIndex::line_column`].
    pub fn line_column(&mut self, offset: usize) -> LineColumn {
        let (before, LineColumn { line, column }) = self.last;
        let next_line = self.index.starts.get(line).map_or(usize::MAX, |&start| start as usize);
        let is_ahead = before > 0 && (before..next_line).contains(&offset);
        let found = match is_ahead {
            true => LineColumn { line, column: column + self.index.text[before..offset].chars().count() },
            false => self.index.line_column(offset),
        };
        self.last = (offset, found);
        found
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
    fn a_cursor_finds_the_same_in_any_order() {
        let text = "\u{feff}aé\nbéc\r\nd";
        let index = LineIndex::new(text);
        let mut cursor = Cursor::new(&index);
        let ends = || (0..=text.len()).filter(|at| text.is_char_boundary(*at));
        for at in ends().chain(ends().rev()).chain([6, 7, 3, 10]) {
            assert_eq!(cursor.line_column(at), index.line_column(at), "{at}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(LineIndex::new("\u{feff}ab").line_column(4), LineColumn { line: 1, column: 2 });
    }
}
