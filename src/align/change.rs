//! What changed between two French sentences, and how much: the verdict that makes a translation stale.
//!
//! Typography is no change; a change of punctuation, case or spelling is minor; all else is major. In
//! doubt a change is the graver: a translation is never called current when the meaning changed. What Markdown shows
//! alike is minor, too: `&nbsp;` for its space, `_x_` for `*x*`.

use std::borrow::Cow;

use rustc_hash::FxHashSet;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Change;
use super::hunk::Hunk;
pub use super::reason::{Reason, Told, Verdict, as_written, bare};
use super::respelled::respelled;
use super::spaced::are_spaced_otherwise;
use super::token::{Kind, Token, tokens_of};
use crate::text::common;
use crate::text::normal::{self, Sign};

/// Compared token by token as long as that is cheap; what differs in more than this many pairs of tokens
/// is another sentence.
const MOST_PAIRS: usize = 4_000_000;

/// Compares two sentences.
pub fn verdict(old: &str, new: &str) -> Verdict {
    if old == new {
        return Verdict { change: Change::None, reasons: Vec::new() };
    }
    let ends = plain_ends(old, new);
    let verdict = within(old, new, ends).or_else(|| within(old, new, (0, 0)));
    let verdict = verdict.unwrap_or(Verdict { change: Change::Major, reasons: vec![Reason::Much] });
    match verdict.change {
        Change::Minor | Change::Major if are_shown_alike(old, new) => {
            Verdict { change: Change::Minor, reasons: vec![Reason::Signs] }
        }
        _ => verdict,
    }
}

/// Whether two sentences of different normal forms are the same for readers of Markdown.
fn are_shown_alike(old: &str, new: &str) -> bool {
    let (old, new) = (respelled(old), respelled(new));
    let is_other = |text: &Cow<'_, str>| matches!(text, Cow::Owned(_));
    (is_other(&old) || is_other(&new)) && normal::same(&old, &new)
}

/// The verdict, without a look at so many bytes at both ends; `None` if that leaves too little around what differs.
fn within(old: &str, new: &str, (from, behind): (usize, usize)) -> Option<Verdict> {
    let signs = |text: &str| normal::normal_signs(&text[from..text.len() - behind]);
    let (old, new) = (signs(old), signs(new));
    if old == new {
        return Some(Verdict { change: Change::Typographic, reasons: Vec::new() });
    }
    if are_spaced_otherwise(&old, &new) {
        return Some(Verdict { change: Change::Minor, reasons: vec![Reason::Spaces] });
    }
    let (head, tail) = unchanged(&old, &new);
    if (from > 0 && head == 0) || (behind > 0 && tail == 0) {
        return None;
    }
    let words_before = old[..head].iter().any(|sign| sign.character.is_alphabetic());
    let (old, new) = (tokens_of(&old[head..old.len() - tail]), tokens_of(&new[head..new.len() - tail]));
    let mut reasons = reasons(&old, &new, words_before);
    if reasons.is_empty() {
        // The tokens are the same, the normal forms are not: a space inside a word, say.
        reasons.push(Reason::Words(String::new(), String::new()));
    }
    // Those of one kind in the order in which they are met with.
    let mut seen = FxHashSet::default();
    reasons.retain(|reason| seen.insert(reason.clone()));
    reasons.sort_by_key(Reason::rank);
    // What is told as a negation is not told once more as words in another order.
    let told: FxHashSet<(String, String)> = reasons
        .iter()
        .filter_map(|reason| match reason {
            Reason::Negation(old, new) => Some((old.clone(), new.clone())),
            _ => None,
        })
        .collect();
    let is_told = |old: &str, new: &str| !told.is_empty() && told.contains(&(old.to_owned(), new.to_owned()));
    reasons.retain(|reason| !matches!(reason, Reason::Words(old, new) if is_told(old, new)));
    let change = reasons.iter().map(Reason::change).max().unwrap_or(Change::Major);
    Some(Verdict { change, reasons })
}

/// Spaces left between what differs and a cut, so that the tokens around it are seen whole.
const CONTEXT: usize = 4;

/// How many bytes at both ends are the same words and need not even be brought into normal form. They are parted
/// from the rest by a space between two letters, over which nothing reaches in a text without verbatim stretches
/// that hold spaces.
fn plain_ends(old: &str, new: &str) -> (usize, usize) {
    let (head, tail) = common(old, new);
    if may_hold_spaces(old.as_bytes()) || may_hold_spaces(&new.as_bytes()[head..new.len() - tail]) {
        return (0, 0);
    }
    let (head, tail) = (&old.as_bytes()[..head], &old.as_bytes()[old.len() - tail..]);
    let is_letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let parts = |bytes: &[u8], at: usize| {
        bytes[at] == b' ' && at > 0 && is_letter(bytes.get(at - 1)) && is_letter(bytes.get(at + 1))
    };
    let from = (0..head.len()).rev().filter(|&at| parts(head, at)).nth(CONTEXT);
    let behind = (0..tail.len()).filter(|&at| parts(tail, at)).nth(CONTEXT);
    (from.map_or(0, |at| at + 1), behind.map_or(0, |at| tail.len() - at))
}

/// Whether a mark of a verbatim stretch stands here that can hold spaces.
fn may_hold_spaces(text: &[u8]) -> bool {
    // All bytes are asked, many at once.
    let opens = |byte: u8| matches!(byte, b'`' | b'[' | b']' | b'<' | b'{');
    text.iter().fold(false, |any, byte| any | opens(*byte)) || memchr::memmem::find(text, b"%(").is_some()
}

/// How many signs at the head and at the tail need no look: the same on both sides, and cut at the last of
/// [`CONTEXT`] spaces.
fn unchanged(old: &[Sign], new: &[Sign]) -> (usize, usize) {
    let same = |(a, b): &(&Sign, &Sign)| a == b;
    let head = old.iter().zip(new).take_while(same).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(same).count().min(rest);
    let space = |sign: &Sign| sign.character == ' ' && sign.verbatim.is_none();
    let mut before = (0..head).rev().filter(|&at| space(&old[at]));
    let mut behind = (old.len() - tail..old.len()).filter(|&at| space(&old[at]));
    let head = before.nth(CONTEXT - 1).unwrap_or(0);
    let tail = behind.nth(CONTEXT - 1).map_or(0, |at| old.len() - at);
    (head, tail)
}

fn reasons(old: &[Token], new: &[Token], words_before: bool) -> Vec<Reason> {
    let head = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(a, b)| a == b).count();
    let pairs = (old_rest.len() - tail).saturating_mul(new_rest.len() - tail);
    if pairs > MOST_PAIRS {
        return vec![Reason::Much];
    }
    let mut out = Vec::new();
    let first_word = |tokens: &[Token]| tokens.iter().position(|token| token.kind == Kind::Word);
    let heads = (first_word(old), first_word(new));
    let denies = [old, new]
        .into_iter()
        .flatten()
        .filter(|token| token.kind == Kind::Word)
        .any(|token| ["ne", "n'"].iter().any(|negation| token.text.eq_ignore_ascii_case(negation)));
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        if let DiffOp::Equal { .. } = op {
            continue;
        }
        let (from, to) = (op.old_range(), op.new_range());
        let hunk = Hunk {
            old: &old[from.clone()],
            new: &new[to.clone()],
            old_context: (from.start.checked_sub(1).map(|at| &old[at]), old.get(from.end)),
            new_context: (to.start.checked_sub(1).map(|at| &new[at]), new.get(to.end)),
            at_head: !words_before
                && (heads.0.is_none_or(|head| from.contains(&head))
                    || heads.1.is_none_or(|head| to.contains(&head))),
            denies,
        };
        hunk.reasons(&mut out);
    }
    out
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::{Change, Reason, plain_ends, verdict, within};

    /// Sentences of few words and of all that typography and markup put between them.
    fn sentence() -> impl Strategy<Value = Vec<&'static str>> {
        let word = prop_oneof![
            8 => prop::sample::select(vec!["le", "bac", "longe", "Oeuvre", "rive", "h", "km", "été", "ne", "à", "n’a"]),
            3 => prop::sample::select(vec!["75", "1 000", "18 h", "3,5", "%", ":", "« oui »", "--", "(deux)", "…", "fin.", "m²"]),
            1 => prop::sample::select(vec![
                "`a b", "`", "[un", "](x y)", "<b a", ">", "{ x", "}", "%s", "%(a b)s", "${un deux}", "exemple.fr", "a@b.fr", "**mot**", "e\u{301}",
                "\u{a0}", "co\u{ad}op", ".net", "’", "a\u{200b}", "--",
            ]),
        ];
        prop::collection::vec(word, 0..24)
    }

    /// A sentence and what an edit in it, or two, make of it.
    pub(crate) fn edited() -> impl Strategy<Value = (String, String)> {
        let edit = (any::<prop::sample::Index>(), sentence(), 0..2_usize);
        (sentence(), prop::collection::vec(edit, 1..3)).prop_map(|(old, edits)| {
            let mut new = old.clone();
            for (at, words, kept) in edits {
                let at = at.index(new.len() + 1);
                let end = new.len().min(at + kept);
                new.splice(at..end, words.into_iter().take(2));
            }
            (old.join(" "), new.join(" "))
        })
    }

    proptest! {
        #[test]
        fn what_is_left_out_at_the_ends_changes_no_verdict((old, new) in edited()) {
            if let Some(short) = within(&old, &new, plain_ends(&old, &new)) {
                prop_assert_eq!(Some(short), within(&old, &new, (0, 0)));
            }
        }
    }

    #[test]
    fn the_ends_of_long_sentences_are_left_out() {
        let (old, new) =
            ("Le bac longe la rive et il part à 18 h.", "Le bac longe la rive et il part à 19 h.");
        assert_eq!(plain_ends(old, new), ("Le bac longe ".len(), 0));
        // Four spaces are left beside what differs.
        let (old, new) =
            ("La rive est ici et le bac est sur le lac.", "Le bac est ici et le bac est sur le lac.");
        assert_eq!(plain_ends(old, new), (0, " est sur le lac.".len()));
        assert_eq!(plain_ends("La rive est ici et le lac.", "Le bac est ici et le lac."), (0, 0));
    }

    #[test]
    fn what_is_too_much_to_compare_is_another_sentence() {
        let words = |word: &str| vec![word; 2_100].join(" ");
        let verdict = verdict(&words("bac"), &words("quai"));
        assert_eq!((verdict.change, verdict.reasons), (Change::Major, vec![Reason::Much]));
    }

    #[test]
    fn only_what_a_machine_can_carry_over_is_mechanical() {
        let carried = |old: &str, new: &str| {
            let verdict = verdict(old, new);
            let pairs = verdict.mechanical();
            pairs.map(|pairs| pairs.iter().map(|(old, new)| format!("{old} → {new}")).collect::<Vec<_>>())
        };
        let (plan, map) = ("Voir [le plan](a.md) et `ici`.", "Voir [le plan](b.md) et `là`.");
        assert_eq!(carried(plan, map), Some(vec!["`ici` → `là`".to_owned(), "](a.md → ](b.md".to_owned()]));
        assert_eq!(carried("Voir `ici`.", "Voir."), None, "nothing takes its place");
        assert_eq!(carried(plan, "Voir [le quai](b.md) et `là`."), None, "a word changed too");
        assert_eq!(carried(plan, plan), None);
    }

    #[test]
    fn other_signs_of_the_same_are_minor() {
        let verdict = |old: &str, new: &str| {
            let verdict = verdict(old, new);
            (verdict.change, verdict.reasons)
        };
        let minor = || (Change::Minor, vec![Reason::Signs]);
        assert_eq!(verdict("Ils sont 15 % ici.", "Ils sont 15&nbsp;% ici."), minor());
        assert_eq!(verdict("Un _mot_ et __deux__.", "Un *mot* et **deux**."), minor());
        assert_eq!(verdict("Un *mot*.", "Un **mot**.").0, Change::Major);
        assert_eq!(verdict("Dans `&nbsp;`.", "Dans ` `.").0, Change::Major);
    }

    fn reasons(old: &str, new: &str) -> String {
        verdict(old, new).reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn the_groups_of_a_telephone_number_come_together() {
        let (old, new) = ("Écrivez à la gare.", "Écrivez à la gare : 01 23 45 67 89.");
        assert_eq!(reasons(old, new), "number added: 01 23 45 67 89; punctuation added: colon");
        assert!(reasons(new, old).contains("number removed: 01 23 45 67 89"));
        let (old, new) = ("Il y a 3 ou 4 bacs.", "Il y a 5 ou 6 bacs.");
        assert_eq!(reasons(old, new), "number: 3 → 5; number: 4 → 6");
    }

    #[test]
    fn reasons_of_one_kind_come_in_the_order_of_the_sentence() {
        assert_eq!(reasons("Un bac à 18 h 30.", "Un bac à 9 h."), "number: 18 h 30 → 9 h");
        // Words that changed places with a number are told with it, and not one by one.
        assert_eq!(
            reasons("Le 3 mai, un bac part.", "Au soir du 4 part un car."),
            "number: 3 → 4; words: “Le 3 mai,” → “Au soir du 4 part”; words: “bac part” → “car”; punctuation removed: comma"
        );
        assert_eq!(
            reasons("Le vieux bac part vide.", "Un petit bac part plein, ici."),
            "words: “Le” → “Un”; words: “vieux” → “petit”; words: “vide” → “plein ici”; punctuation added: comma"
        );
        assert_eq!(
            reasons("Il part, là.", "Il part ; là !"),
            "punctuation: comma → semicolon; punctuation: full stop → exclamation mark"
        );
    }

    #[test]
    fn reasons_quote_french_as_it_is_written() {
        for (old, new, told) in [
            ("Le bac part.", "L’été, le bac part.", "words: “Le” → “L’été le”; punctuation added: comma"),
            ("Il va au port.", "Il n'va au port.", "negation added: “n’”"),
            (
                "Un bac rouge passe.",
                "Un « car » rouge passe.",
                "words: “bac” → “car”; punctuation added: quotation marks",
            ),
            ("Le quai ouvre.", "Le quai n’ouvre pas.", "negation added: “n’”; negation added: “pas”"),
            (
                "« Le bac part », dit Léa.",
                "Tout coule », dit Léa.",
                "words: “Le bac part” → “Tout coule”; punctuation removed: quotation mark",
            ),
            ("La rive se vide.", "La rive s’emplit.", "words: “se” → “s’”; words: “vide” → “emplit”"),
            ("Voir `l'eau`.", "Voir `l' eau`.", "code: `l'eau` → `l' eau`"),
            ("[Ici](a.md \"Le bac\")", "[Ici](a.md \"Un bac\")", "link title: \"Le bac\" → \"Un bac\""),
        ] {
            assert_eq!(reasons(old, new), told, "{old} / {new}");
        }
        let told = reasons("La gare de l’Est rouvrira.", "La gare de l’Ouest n’ouvrira.");
        assert_eq!(told.matches("rouvrira").count(), 1, "{told}");
    }
}
