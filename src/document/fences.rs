//! What of a page of Markdown is no fenced code.

/// A line of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'t> {
    /// Its number, from 1.
    pub number: usize,
    /// Its first byte.
    pub start: usize,
    /// Its text, without the line end.
    pub text: &'t str,
}

/// The lines of a page that stand in no fence of code; those that open and close one are left out, too.
pub fn outside_fences(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut fence: Option<(u8, usize)> = None;
    let mut start = 0;
    let lines = text.split_inclusive('\n').enumerate().map(move |(at, line)| {
        let begin = start;
        start += line.len();
        Line { number: at + 1, start: begin, text: line.trim_end_matches(['\n', '\r']) }
    });
    lines.filter(move |line| {
        let bare = line.text.trim_start_matches([' ', '\t', '>']);
        let Some(mark @ (b'`' | b'~')) = bare.bytes().next() else { return fence.is_none() };
        let count = bare.bytes().take_while(|byte| *byte == mark).count();
        let rest = &bare[count..];
        match fence {
            Some((open, least)) => {
                if open == mark && count >= least && rest.trim().is_empty() {
                    fence = None;
                }
                false
            }
            // A line of code in the text may begin with three backticks, too, and has others behind.
            None if count >= 3 && !(mark == b'`' && rest.contains('`')) => {
                fence = Some((mark, count));
                false
            }
            None => true,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fence_ends_where_one_as_long_of_its_kind_stands() {
        let text = "a\n````md\n```\nb\n```\n````\nc\r\n> ~~~\n> ```\n> ~~~\n```x``` d\n``` e\nf\n";
        let found: Vec<(usize, &str)> = outside_fences(text).map(|line| (line.number, line.text)).collect();
        assert_eq!(found, [(1, "a"), (7, "c"), (11, "```x``` d")]);
        assert!(outside_fences(text).all(|line| text[line.start..].starts_with(line.text)));
    }
}
