//! Lines of a list that begin with the name of what they are about.
//!
//! « Clé USB de 16 Go : 9 € » is what was said of that key before, even if « Clé USB de 32 Go : 9 € » came in and is
//! more like it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::few::Few;
use super::lists;
use super::passages::may_be_cut;
use super::similarity::Features;
use super::state::{Side, State};
use super::{ALONE, NEAR};

/// Links the lines of a gap that begin with the same name, which no other line around begins with.
pub(super) fn labelled(state: &mut State<'_, '_>, old: Range<usize>, new: Range<usize>) {
    let of_old = old.clone().filter_map(|at| Some((label(state.old.items[at].text)?, at)));
    let labels: FxHashMap<&str, usize> = of_old.collect();
    if labels.is_empty() {
        return;
    }
    let is_only = |side: &Side<'_>, at: usize, label: &str| {
        let range = side.range(side.items[at].document());
        let mut around = at.saturating_sub(NEAR).max(range.start)..(at + NEAR).min(range.end);
        around.all(|other| other == at || !side.items[other].text.starts_with(label))
    };
    for to in new.clone() {
        if let Some(label) = label(state.new.items[to].text)
            && let Some(&from) = labels.get(label)
            // A name may stand once more, far away.
            && state.of_old[from].is_none()
            && state.similarity(from, to) >= ALONE
            && is_only(state.old, from, label)
            && is_only(state.new, to, label)
            && !may_be_cut(state, (from, &old), (to, &new))
        {
            state.link(Few::one(from), Few::one(to));
        }
    }
}

/// The name at the head of a line: what stands before a colon, or what has a number before the first mark, as a date
/// has. A word and its number are none: « Article 2 » is what was « Article 3 », and « Deuxième acte » what was the third
/// one, as soon as another one is taken out.
fn label(text: &str) -> Option<&str> {
    /// Words that carry meaning, numbers too.
    const WITH_NUMBER: usize = 3;
    let (head, rest) = at_first_mark(text)?;
    let has_number = head.bytes().any(|byte| byte.is_ascii_digit());
    if !rest.contains(char::is_alphanumeric) || !has_number && !rest.starts_with(':') {
        return None;
    }
    let has_order = |word: &str| lists::ORDINALS.contains(word.to_lowercase().as_str());
    if head.split(|c: char| !c.is_alphabetic()).any(has_order) {
        return None;
    }
    let words = Features::of(head).content().len();
    (words >= if has_number { WITH_NUMBER } else { 1 }).then_some(head)
}

/// What stands before the first mark that may end a name, and the rest.
fn at_first_mark(text: &str) -> Option<(&str, &str)> {
    const MARKS: [char; 5] = [',', ':', '(', '–', '—'];
    let end = text.find(MARKS)?;
    Some((text[..end].trim_end(), &text[end..]))
}

/// What a line has before a colon that a value stands behind: no sentence.
pub(super) fn name_of_value(text: &str) -> Option<&str> {
    if text.ends_with(['.', '!', '?']) || memchr::memchr(b':', text.as_bytes()).is_none() {
        return None;
    }
    let (head, rest) = at_first_mark(text)?;
    (!head.is_empty() && rest.starts_with(':') && rest.contains(char::is_alphanumeric)).then_some(head)
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn a_name_stands_before_a_colon_or_has_a_date() {
        assert_eq!(label("Clé USB de 16 Go\u{a0}: 9 €"), Some("Clé USB de 16 Go"));
        assert_eq!(label("Samedi 22 juin, 10 heures : reliure"), Some("Samedi 22 juin"));
        assert_eq!(label("Écluse : porte d'eau."), Some("Écluse"));
        for text in
            ["Article 2 – Durée", "Deuxième acte : la nuit", "Le soir, il part.", "Il faut :", "Le bac part."]
        {
            assert_eq!(label(text), None, "{text}");
        }
    }
}
