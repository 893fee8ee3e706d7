//! A long page in parts that can be parsed one after the other: the parser makes a tree of all that it is given, which
//! takes several times the page where paragraphs are short.

use crate::text::Span;

/// Parts of at least so many bytes: few pages have more than one.
pub(super) const PART: usize = 1 << 20;

/// What may reach over an empty line, or be meant anywhere in a page: definitions of links and notes, fenced code, HTML.
/// A page with one of these is one part.
const FAR: [&[u8]; 4] = [b"]:", b"```", b"~~~", b"<"];

/// The parts of a page, of at least `least` bytes each but the last. A part begins behind an empty line with a letter
/// that is not indented: whatever stands above has ended there.
pub(super) fn parts(text: &str, least: usize) -> Vec<Span> {
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    let mut start = 0;
    if bytes.len() > least && !FAR.iter().any(|far| memchr::memmem::find(bytes, far).is_some()) {
        while let Some(next) = bytes.get(start + least..).and_then(first_start) {
            let next = start + least + next;
            parts.push(start..next);
            start = next;
        }
    }
    parts.push(start..bytes.len());
    parts
}

/// The first letter behind an empty line.
fn first_start(bytes: &[u8]) -> Option<usize> {
    memchr::memmem::find_iter(bytes, b"\n\n").find_map(|at| {
        // Of three line ends the last is in no pair.
        let start = at + 2 + usize::from(bytes.get(at + 2) == Some(&b'\n'));
        bytes.get(start).is_some_and(u8::is_ascii_alphabetic).then_some(start)
    })
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Parser, Tag, TagEnd};

    use super::parts;
    use crate::document::markdown::extensions;

    /// What the reader makes blocks of. Where an item or a quotation ends does not matter to it.
    fn events(text: &str, least: usize) -> Vec<String> {
        let mut events = Vec::new();
        for part in parts(text, least) {
            for (event, range) in Parser::new_ext(&text[part.clone()], extensions()).into_offset_iter() {
                let from = part.start + range.start;
                events.push(match event {
                    Event::Start(Tag::List(_) | Tag::Item | Tag::BlockQuote(_))
                    | Event::End(TagEnd::List(_)) => {
                        format!("{event:?} {from}")
                    }
                    Event::End(_) => format!("{event:?}"),
                    _ => format!("{event:?} {from}..{}", part.start + range.end),
                });
            }
        }
        events
    }

    #[test]
    fn parts_are_read_as_the_whole_is() {
        const ABOVE: [&str; 16] = [
            "Le bac passe.",
            "# Le quai\n",
            "Le quai\n=======",
            "- un\n- deux",
            "- un\n\n- deux",
            "- un\n\n  encore",
            "1. un\n2. deux\n",
            "> cité\n> encore",
            "> - un\n>\n>   deux",
            "    code",
            "| a | b |\n|---|---|\n| c | d |",
            "a | b\n--|--\nc | d",
            "**gras** et `code` et [lien](x)",
            "un *mot",
            "---",
            "- [ ] à faire\n\n      code",
        ];
        for first in ABOVE {
            for second in ABOVE {
                let page = format!("{first}\n\nUn texte* ici`.\n\n{second}\n\nLa fin.\n");
                assert_eq!(events(&page, 1), events(&page, page.len()), "{page}");
                assert!(parts(&page, 1).len() >= 3, "{page}");
            }
        }
    }

    #[test]
    fn a_page_with_something_that_reaches_far_is_one_part() {
        for far in ["[lien]: x", "[^1]: note", "```\na\n\nb\n```", "~~~\na\n\nb\n~~~", "<div>\n\nb\n\n</div>"]
        {
            let page = format!("Un.\n\n{far}\n\nDeux.\n");
            assert_eq!(parts(&page, 1).len(), 1, "{page}");
        }
        assert_eq!(parts("", 1).len(), 1);
        assert_eq!(parts("Un.\n\n- deux\n\n  trois\n\n", 1).len(), 1);
    }
}
