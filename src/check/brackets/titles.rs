//! Titles of works: French quotes them, where most other languages set them in italics.

use crate::check::lists::Words;
use crate::check::scan::Text;
use crate::text::Span;

/// Whether a place of the French stands in the title of a work, between quotation marks.
pub(in crate::check) fn is_in_title(text: &Text<'_>, at: usize) -> bool {
    let (before, after) = text.prose.split_at(at);
    let Some((begin, _)) = before.rmatch_indices(['«', '“', '"']).next() else { return false };
    let Some((length, mark)) = after.match_indices(['»', '”', '"']).next() else { return false };
    let place = begin..at + length + mark.len();
    let words = text.words.iter().filter(|word| begin < word.span().start && word.span().end <= at).count();
    is_title(text, words, &place)
}

/// Whether the quoted words at `place`, so many, are the title of a work: it begins with a capital, the sentence names
/// the kind of work or the year of it, and nobody speaks. Most other languages set titles in italics, which plain text
/// does without.
pub(super) fn is_title(text: &Text<'_>, words: usize, place: &Span) -> bool {
    const LONGEST: usize = 8;
    let prose: &str = &text.prose;
    let (before, after) = (prose[..place.start].trim_end(), prose[place.end..].trim_start());
    let inner = prose[place.clone()].trim_matches(|c: char| !c.is_alphanumeric() && !"?!…,".contains(c));
    let is_spoken =
        before.ends_with(':') || before.is_empty() && after.starts_with(',') || inner.ends_with(',');
    let is_dated = || {
        let year = after.strip_prefix('(').unwrap_or_default();
        year.bytes().take_while(u8::is_ascii_digit).count() == 4
    };
    let is_work = || {
        let lower = prose.to_lowercase();
        WORKS.all().iter().any(|work| {
            lower.match_indices(work).any(|(at, _)| {
                let rest = lower[at + work.len()..].trim_start_matches(['s', 'x']);
                !lower[..at].ends_with(char::is_alphabetic) && !rest.starts_with(char::is_alphabetic)
            })
        })
    };
    words <= LONGEST && inner.starts_with(char::is_uppercase) && !is_spoken && (is_dated() || is_work())
}

/// What French titles stand between quotation marks of.
static WORKS: Words = Words::of("works");
