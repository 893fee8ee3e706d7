//! What changed between two French sentences, and how much: the verdict that makes a translation stale.
//!
//! Typography is no change; a change of punctuation, case or spelling is minor; all else is major. In
//! doubt a change is the graver: a translation is never called current when the meaning changed.

use std::borrow::Cow;
use std::fmt;

use rustc_hash::FxHashSet;
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::spelling::{self, Grade};
use super::token::{Kind, Token, tokens_of};
use super::{Change, lists};
use crate::text::normal::{self, Sign};
use crate::text::{Verbatim, common};

/// What changed, and why it counts as it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The class of the change.
    pub change: Change,
    /// The reasons, gravest first; none for `None` and `Typographic`.
    pub reasons: Vec<Reason>,
}

/// One reason of a verdict.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// A number is another: before, after; empty where there was or is none.
    Number(String, String),
    /// A month, a day, a time of day.
    Date(String, String),
    /// A word that denies or restricts came or went.
    Negation(String, String),
    /// A link target, code span, note … is another.
    Verbatim(Verbatim, String, String),
    /// Emphasis, link or image marks changed.
    Markup(String, String),
    /// A sign that is read aloud.
    Symbol(String, String),
    /// A name.
    Name(String, String),
    /// An accent, space, hyphen or capital that makes another word.
    AnotherWord(String, String),
    /// Other words.
    Words(String, String),
    /// A question became a statement, or the reverse: the marks before and after.
    Question(String, String),
    /// So much that it was not compared word by word.
    Much,
    /// Spelling or agreement of a word that stays the same word.
    Spelling(String, String),
    /// Capitals.
    Case(String, String),
    /// Punctuation.
    Punctuation(String, String),
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, old, new) = match self {
            Reason::Much => return f.write_str("most of the sentence"),
            Reason::Words(old, new) if old.is_empty() && new.is_empty() => {
                return f.write_str("another word");
            }
            Reason::Words(old, new) if old.contains(' ') || new.contains(' ') => ("words", old, new),
            Reason::Verbatim(kind, old, new) => (verbatim_name(*kind), old, new),
            Reason::Number(old, new) => ("number", old, new),
            Reason::Date(old, new) => ("date", old, new),
            Reason::Negation(old, new) => ("negation", old, new),
            Reason::Markup(old, new) => ("markup", old, new),
            Reason::Symbol(old, new) => ("sign", old, new),
            Reason::Name(old, new) => ("name", old, new),
            Reason::AnotherWord(old, new) => ("another word", old, new),
            Reason::Words(old, new) => ("word", old, new),
            Reason::Question(old, new) => ("question mark", old, new),
            Reason::Spelling(old, new) => ("spelling", old, new),
            Reason::Case(old, new) => ("capital", old, new),
            Reason::Punctuation(old, new) => ("punctuation", old, new),
        };
        let (old, new) = match self {
            Reason::Verbatim(..) => (Cow::Borrowed(bare(old)), Cow::Borrowed(bare(new))),
            _ => (as_written(old), as_written(new)),
        };
        match (old.is_empty(), new.is_empty()) {
            (true, _) => write!(f, "{what} added: {new}"),
            (_, true) => write!(f, "{what} removed: {old}"),
            _ => write!(f, "{what} {old} → {new}"),
        }
    }
}

/// The token of a link target or title as people know it: without the end of the link's text, and spaces.
pub fn bare(token: &str) -> &str {
    token.strip_prefix("](").unwrap_or(token).trim()
}

/// Tokens of the normal form, parted by spaces, as French writes them: `n' ouvre` is `n’ouvre`, and a pair of
/// quotation marks is « ».
pub fn as_written(tokens: &str) -> Cow<'_, str> {
    if !tokens.contains(['\'', '"']) {
        return Cow::Borrowed(tokens);
    }
    let mut out = String::with_capacity(tokens.len() + 4);
    let mut signs = tokens.chars().peekable();
    while let Some(sign) = signs.next() {
        if sign != '\'' || !out.ends_with(char::is_alphabetic) {
            out.push(sign);
            continue;
        }
        out.push('’');
        signs.next_if_eq(&' ');
    }
    if tokens == "\"\"" { Cow::Borrowed("« »") } else { Cow::Owned(out) }
}

fn verbatim_name(kind: Verbatim) -> &'static str {
    match kind {
        Verbatim::Code => "code",
        Verbatim::Target => "link target",
        Verbatim::Title => "link title",
        Verbatim::Label => "link label",
        Verbatim::Note => "note call",
        Verbatim::Address => "address",
        Verbatim::Tag => "tag",
        Verbatim::Placeholder => "placeholder",
    }
}

impl Reason {
    /// How much this reason weighs by itself.
    fn change(&self) -> Change {
        match self {
            Reason::Spelling(..) | Reason::Case(..) | Reason::Punctuation(..) => Change::Minor,
            Reason::Number(..)
            | Reason::Date(..)
            | Reason::Negation(..)
            | Reason::Verbatim(..)
            | Reason::Markup(..)
            | Reason::Symbol(..)
            | Reason::Name(..)
            | Reason::AnotherWord(..)
            | Reason::Words(..)
            | Reason::Question(..)
            | Reason::Much => Change::Major,
        }
    }
}

impl Verdict {
    /// Where nothing but link targets, image paths, footnote labels or code spans changed, one for one:
    /// what stood there before and what stands there now, in order. A machine can carry that over.
    pub fn mechanical(&self) -> Option<Vec<(&str, &str)>> {
        let pairs: Option<Vec<(&str, &str)>> = self
            .reasons
            .iter()
            .map(|reason| match reason {
                Reason::Verbatim(
                    Verbatim::Target | Verbatim::Label | Verbatim::Note | Verbatim::Code | Verbatim::Address,
                    old,
                    new,
                ) if !old.is_empty() && !new.is_empty() => Some((old.as_str(), new.as_str())),
                _ => None,
            })
            .collect();
        pairs.filter(|pairs| !pairs.is_empty())
    }
}

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
    verdict.unwrap_or(Verdict { change: Change::Major, reasons: vec![Reason::Much] })
}

/// The verdict, without a look at so many bytes at both ends; `None` if that leaves too little around what differs.
fn within(old: &str, new: &str, (from, behind): (usize, usize)) -> Option<Verdict> {
    let signs = |text: &str| normal::normal_signs(&text[from..text.len() - behind]);
    let (old, new) = (signs(old), signs(new));
    if old == new {
        return Some(Verdict { change: Change::Typographic, reasons: Vec::new() });
    }
    let (head, tail) = unchanged(&old, &new);
    if (from > 0 && head == 0) || (behind > 0 && tail == 0) {
        return None;
    }
    let words_before = from > 0 || old[..head].iter().any(|sign| sign.character.is_alphabetic());
    let (old, new) = (tokens_of(&old[head..old.len() - tail]), tokens_of(&new[head..new.len() - tail]));
    let mut reasons = reasons(&old, &new, words_before);
    if reasons.is_empty() {
        // The tokens are the same, the normal forms are not: a space inside a word, say.
        reasons.push(Reason::Words(String::new(), String::new()));
    }
    reasons.sort();
    reasons.dedup();
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
    let opens = |byte: u8| matches!(byte, b'`' | b'[' | b']' | b'<' | b'{' | b'%' | b'$');
    let (head, tail) = common(old, new);
    if old.bytes().any(opens) || new.as_bytes()[head..new.len() - tail].iter().copied().any(opens) {
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
        .any(|token| token.kind == Kind::Word && matches!(token.text.to_lowercase().as_str(), "ne" | "n'"));
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

/// A stretch in which two sentences differ.
struct Hunk<'t> {
    old: &'t [Token],
    new: &'t [Token],
    /// The tokens before and after, in the old sentence.
    old_context: (Option<&'t Token>, Option<&'t Token>),
    new_context: (Option<&'t Token>, Option<&'t Token>),
    /// Whether the first word of a sentence is in it.
    at_head: bool,
    /// Whether « ne » stands near it: what « personne » and « point » need to deny something.
    denies: bool,
}

impl Hunk<'_> {
    fn reasons(&self, out: &mut Vec<Reason>) {
        self.of_kind(out, &|kind| kind == Kind::Number, &Reason::Number);
        self.of_kind(out, &|kind| kind == Kind::Symbol, &Reason::Symbol);
        self.of_kind(out, &|kind| kind == Kind::Markup, &Reason::Markup);
        for kind in [
            Verbatim::Code,
            Verbatim::Target,
            Verbatim::Title,
            Verbatim::Label,
            Verbatim::Note,
            Verbatim::Address,
            Verbatim::Tag,
            Verbatim::Placeholder,
        ] {
            self.of_kind(out, &|other| other == Kind::Verbatim(kind), &|old, new| {
                Reason::Verbatim(kind, old, new)
            });
        }
        // What stayed the same but changed places with something else moved.
        if self.order_changed() {
            out.push(Reason::Words(joined(self.old), joined(self.new)));
        }
        self.words(out);
        self.punctuation(out);
    }

    /// Pairs the tokens of a kind on both sides.
    fn of_kind(
        &self,
        out: &mut Vec<Reason>,
        is: &dyn Fn(Kind) -> bool,
        reason: &dyn Fn(String, String) -> Reason,
    ) {
        let of = |tokens: &[Token]| -> Vec<String> {
            tokens.iter().filter(|token| is(token.kind)).map(|token| token.text.to_string()).collect()
        };
        let (mut old, mut new) = (of(self.old), of(self.new));
        if is(Kind::Number) && old.is_empty() != new.is_empty() {
            // The groups of a telephone number come and go together.
            (old, new) = (runs(self.old, is), runs(self.new, is));
        }
        for at in 0..old.len().max(new.len()) {
            let (before, after) = (old.get(at), new.get(at));
            if before != after {
                out.push(reason(before.cloned().unwrap_or_default(), after.cloned().unwrap_or_default()));
            }
        }
    }

    /// Whether the order of words, numbers and the rest among each other is another.
    fn order_changed(&self) -> bool {
        let kinds = |tokens: &[Token]| -> Vec<Kind> {
            tokens.iter().map(|token| token.kind).filter(|&kind| kind != Kind::Punctuation).collect()
        };
        let (old, new) = (kinds(self.old), kinds(self.new));
        old != new && old.len() > 1 && new.len() > 1
    }

    fn words(&self, out: &mut Vec<Reason>) {
        let of = |tokens: &[Token]| -> Vec<String> {
            tokens
                .iter()
                .filter(|token| token.kind == Kind::Word)
                .map(|token| token.text.to_string())
                .collect()
        };
        let (old, new) = (of(self.old), of(self.new));
        if old.is_empty() && new.is_empty() {
            return;
        }
        if old != new && old.concat().to_lowercase() == new.concat().to_lowercase() && old.len() != new.len()
        {
            let (before, after) = (old.join(" "), new.join(" "));
            out.push(match self.makes_another_word() {
                true => Reason::AnotherWord(before, after),
                false => Reason::Spelling(before, after),
            });
            return;
        }
        if old.len() != new.len() {
            let is_negation = |words: &[String]| words.iter().any(|word| self.is_negation(word));
            let (before, after) = (old.join(" "), new.join(" "));
            out.push(match is_negation(&old) != is_negation(&new) {
                true => Reason::Negation(before, after),
                false => Reason::Words(before, after),
            });
            return;
        }
        for (at, (before, after)) in old.into_iter().zip(new).enumerate() {
            if before == after {
                continue;
            }
            let at_head = self.at_head && at == 0;
            let grade = spelling::compare(&before, &after, at_head);
            let both = |list: &FxHashSet<&str>| {
                [&before, &after].iter().all(|word| list.contains(word.to_lowercase().as_str()))
            };
            out.push(match grade {
                Grade::Case => Reason::Case(before, after),
                Grade::Spelling => Reason::Spelling(before, after),
                Grade::AnotherWord => Reason::AnotherWord(before, after),
                Grade::Other if self.is_negation(&before) || self.is_negation(&after) => {
                    Reason::Negation(before, after)
                }
                Grade::Other if both(&lists::NUMBER_WORDS) => Reason::Number(before, after),
                Grade::Other if both(&lists::DATES) => Reason::Date(before, after),
                Grade::Other if !at_head && is_name(&before) && is_name(&after) => {
                    Reason::Name(before, after)
                }
                Grade::Other => Reason::Words(before, after),
            });
        }
    }

    fn is_negation(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        lists::NEGATIONS.contains(word.as_str())
            && (self.denies || !matches!(word.as_str(), "personne" | "point"))
    }

    fn punctuation(&self, out: &mut Vec<Reason>) {
        let of = |tokens: &[Token]| -> String {
            let marks = tokens.iter().filter(|token| token.kind == Kind::Punctuation);
            marks.map(|token| token.text.as_str()).collect()
        };
        let (old, new) = (of(self.old), of(self.new));
        if old == new {
            return;
        }
        if old.contains('?') != new.contains('?') {
            out.push(Reason::Question(old, new));
            return;
        }
        let numbers = |context: (Option<&Token>, Option<&Token>)| {
            [context.0, context.1].iter().all(|token| token.is_some_and(|token| token.kind == Kind::Number))
        };
        if numbers(self.old_context) || numbers(self.new_context) {
            // `10-12` and `10, 12` are not the same numbers.
            out.push(Reason::Number(old, new));
        } else if self.makes_another_word() {
            let (before, after) =
                (self.around(self.old, self.old_context), self.around(self.new, self.new_context));
            out.push(Reason::AnotherWord(before, after));
        } else {
            out.push(Reason::Punctuation(old, new));
        }
    }

    /// Whether a hyphen or space that came or went makes another word: `peut être`, `peut-être`.
    fn makes_another_word(&self) -> bool {
        let letters = |tokens: &[Token], context: (Option<&Token>, Option<&Token>)| {
            let all = context.0.into_iter().chain(tokens).chain(context.1);
            all.filter(|token| token.kind == Kind::Word)
                .flat_map(|token| token.text.chars())
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect::<String>()
        };
        let alone = letters(self.old, (None, None));
        let both = letters(self.old, self.old_context);
        let old_hyphen = self.old.iter().any(|token| token.text == "-");
        let new_hyphen = self.new.iter().any(|token| token.text == "-");
        let has_hyphen = old_hyphen != new_hyphen;
        lists::JOINED.contains_key(alone.as_str())
            || (has_hyphen && lists::JOINED.contains_key(both.as_str()))
    }

    fn around(&self, tokens: &[Token], context: (Option<&Token>, Option<&Token>)) -> String {
        let all = context.0.into_iter().chain(tokens).chain(context.1);
        all.map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The tokens of a kind; those that follow one another are one.
fn runs(tokens: &[Token], is: &dyn Fn(Kind) -> bool) -> Vec<String> {
    let runs = tokens.chunk_by(|a, b| is(a.kind) == is(b.kind));
    runs.filter(|run| is(run[0].kind)).map(joined).collect()
}

fn joined(tokens: &[Token]) -> String {
    tokens.iter().map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::{plain_ends, verdict, within};

    /// Sentences of few words and of all that typography and markup put between them.
    fn sentence() -> impl Strategy<Value = Vec<&'static str>> {
        let word = prop_oneof![
            8 => prop::sample::select(vec!["le", "bac", "longe", "Oeuvre", "rive", "h", "km", "été", "ne", "à", "n’a"]),
            3 => prop::sample::select(vec!["75", "1 000", "18 h", "3,5", "%", ":", "« oui »", "--", "(deux)", "…", "fin.", "m²"]),
            1 => prop::sample::select(vec![
                "`a b", "`", "[un", "](x y)", "<b a", ">", "{ x", "}", "%s", "exemple.fr", "a@b.fr", "**mot**", "e\u{301}",
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

    fn reasons(old: &str, new: &str) -> String {
        verdict(old, new).reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn the_groups_of_a_telephone_number_come_together() {
        let (old, new) = ("Écrivez à la gare.", "Écrivez à la gare : 01 23 45 67 89.");
        assert_eq!(reasons(old, new), "number added: 01 23 45 67 89; punctuation added: :");
        assert!(reasons(new, old).contains("number removed: 01 23 45 67 89"));
        let (old, new) = ("Il y a 3 ou 4 bacs.", "Il y a 5 ou 6 bacs.");
        assert_eq!(reasons(old, new), "number 3 → 5; number 4 → 6");
    }

    #[test]
    fn reasons_quote_french_as_it_is_written() {
        for (old, new, told) in [
            ("Le bac part.", "L’été, le bac part.", "words Le → L’été le; punctuation added: ,"),
            ("Il va au port.", "Il n'va au port.", "negation added: n’"),
            ("Un bac rouge passe.", "Un « car » rouge passe.", "word bac → car; punctuation added: « »"),
            ("Le quai ouvre.", "Le quai n’ouvre pas.", "negation added: n’; negation added: pas"),
            ("La rive se vide.", "La rive s’emplit.", "word se → s’; word vide → emplit"),
            ("Voir `l'eau`.", "Voir `l' eau`.", "code `l'eau` → `l' eau`"),
            ("[Ici](a.md \"Le bac\")", "[Ici](a.md \"Un bac\")", "link title \"Le bac\" → \"Un bac\""),
        ] {
            assert_eq!(reasons(old, new), told, "{old} / {new}");
        }
        let told = reasons("La gare de l’Est rouvrira.", "La gare de l’Ouest n’ouvrira.");
        assert_eq!(told.matches("rouvrira").count(), 1, "{told}");
    }
}
