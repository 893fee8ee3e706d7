//! The brackets and quotation marks of a text, each with its partner, and the first that has none.

use super::role::{Role, closes, role};
use crate::check::scan::{BRACKET, PLAIN_BRACKET, Text, wide_characters};

/// The brackets and quotation marks of a text.
#[derive(Debug)]
pub(in crate::check) struct Marks {
    /// The first without a partner.
    pub(super) odd: Option<Odd>,
    /// Pairs of quotation marks.
    pub(super) quotes: usize,
    /// Closing brackets that number an item or smile, and where the last one is.
    pub(super) items: (usize, usize),
}

impl Marks {
    /// How many pairs of quotation marks there are, if each has its partner.
    pub(in crate::check) fn quotations(&self) -> Option<usize> {
        self.odd.is_none().then_some(self.quotes)
    }

    pub(in crate::check) fn read(text: &Text<'_>) -> Marks {
        if text.has(PLAIN_BRACKET) {
            Marks::at(text, text.places(BRACKET))
        } else if text.has(BRACKET) {
            Marks::at(text, wide_characters(&text.prose))
        } else {
            Marks { odd: None, quotes: 0, items: (0, 0) }
        }
    }

    /// `places`: where they may be.
    fn at(text: &Text<'_>, places: impl Iterator<Item = usize>) -> Marks {
        let prose: &str = &text.prose;
        let mut open: Vec<(usize, char)> = Vec::new();
        let (mut odd, mut quotes, mut items) = (None, 0, (0, 0));
        // Whether there was a round bracket of either kind.
        let (mut has_open, mut has_close) = (false, false);
        for at in places {
            let Some(c) = prose[at..].chars().next() else { break };
            // Most are apostrophes, dashes and spaces, which begin with the same bytes.
            if !is_mark(c) {
                continue;
            }
            let before = prose[..at].chars().next_back().unwrap_or(' ');
            let mut orphan = |opens: bool| {
                let last = open.last().map(|(_, mark)| *mark);
                let opener = last.filter(|last| !opens && !is_bracket(c) && !is_bracket(*last));
                odd.get_or_insert(Odd { at, mark: c, is_quote: !is_bracket(c), opens, opener });
            };
            match role(c, &prose[..at], &open, &prose[at + c.len_utf8()..]) {
                Role::None => {}
                // So many are open that nobody closes them: more would only take time.
                Role::Opens if open.len() >= DEEPEST => orphan(true),
                Role::Opens => open.push((at, c)),
                Role::Closes => match open.iter().rposition(|&(_, opener)| closes(opener, c)) {
                    Some(found) => {
                        if !is_bracket(c) {
                            quotes += 1;
                        }
                        for &(at, mark) in &open[found + 1..] {
                            odd.get_or_insert(Odd::open(at, mark));
                        }
                        open.truncate(found);
                    }
                    // `a)` and `1)` number the items of a list; a smiley smiles.
                    None if matches!(c, ')' | '）')
                        && (before == ':'
                            || before == ';'
                            || before == '-'
                            || is_enumerator(&prose[..at], has_close && !has_open)) =>
                    {
                        items = (items.0 + 1, at);
                    }
                    None => orphan(false),
                },
            }
            has_open |= matches!(c, '(' | '（');
            has_close |= matches!(c, ')' | '）');
        }
        if odd.is_none() {
            let first = open.first();
            odd = first.map(|&(at, mark)| Odd::open(at, mark));
        }
        Marks { odd, quotes, items }
    }
}

/// Brackets and quotations within each other.
const DEEPEST: usize = 32;

/// A mark without a partner.
#[derive(Debug)]
pub(super) struct Odd {
    pub(super) at: usize,
    pub(super) mark: char,
    pub(super) is_quote: bool,
    /// Whether it opens, and nothing closes what it opens; else it closes what nothing opened.
    pub(super) opens: bool,
    /// The mark that opened the quotation that it ends in another way.
    pub(super) opener: Option<char>,
}

impl Odd {
    /// A mark that nothing closes.
    pub(super) fn open(at: usize, mark: char) -> Self {
        Odd { at, mark, is_quote: !is_bracket(mark), opens: true, opener: None }
    }
}

fn is_mark(c: char) -> bool {
    is_bracket(c)
        || matches!(
            c,
            '"' | '״'
                | '“'
                | '”'
                | '„'
                | '«'
                | '»'
                | '「'
                | '」'
                | '『'
                | '』'
                | '《'
                | '》'
                | '〈'
                | '〉'
        )
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')' | '[' | ']' | '（' | '）' | '［' | '］' | '【' | '】')
}

/// `a`, `12` or `iv` before a lone closing parenthesis: at the beginning, or after a mark.
///
/// `listed`: another one stood before, and no opening one.
fn is_enumerator(before: &str, listed: bool) -> bool {
    let length = before.chars().rev().take_while(|c| c.is_alphanumeric()).count();
    let begin = before.char_indices().rev().nth(length).map_or(0, |(at, c)| at + c.len_utf8());
    let near = &before[..begin];
    let rest = near.trim_end_matches(|c: char| c.is_whitespace() || c == '\u{2}');
    (1..=3).contains(&length)
        // The ending of a file: (.gif)
        && !near.ends_with('.')
        && (rest.is_empty()
            || rest.ends_with([',', ';', ':', '.', '、', '，', '；', '：', '。', '،', '؛']) && !is_range(near)
            // `a) the invoice and b) the receipt`
            || (length == 1 && listed))
}

/// Whether a text ends in the beginning of a range of cells, as before `B6` in `A1:B6`.
fn is_range(text: &str) -> bool {
    text.strip_suffix(':').is_some_and(|cell| cell.ends_with(|c: char| c.is_ascii_digit()))
}
