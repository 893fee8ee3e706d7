//! Why one stretch of a sentence is another.

use rustc_hash::FxHashSet;

use super::lists;
use super::reason::Reason;
use super::spelling::{self, Grade};
use super::token::{Kind, Token};
use crate::text::Verbatim;

/// A stretch in which two sentences differ.
pub(super) struct Hunk<'t> {
    pub(super) old: &'t [Token],
    pub(super) new: &'t [Token],
    /// The tokens before and after, in the old sentence.
    pub(super) old_context: (Option<&'t Token>, Option<&'t Token>),
    pub(super) new_context: (Option<&'t Token>, Option<&'t Token>),
    /// Whether the first word of a sentence is in it.
    pub(super) at_head: bool,
    /// Whether « ne » stands near it: what « personne » and « point » need to deny something.
    pub(super) denies: bool,
}

impl Hunk<'_> {
    pub(super) fn reasons(&self, out: &mut Vec<Reason>) {
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
        let told = out.len();
        self.words(out);
        if self.order_changed() {
            // The words one by one would say it once more.
            let mut at = 0;
            out.retain(|reason| {
                at += 1;
                at <= told || !matches!(reason, Reason::Words(..))
            });
            out.push(Reason::Words(joined(self.old), joined(self.new)));
        }
        self.punctuation(out);
    }

    /// Pairs the tokens of a kind on both sides.
    fn of_kind(
        &self,
        out: &mut Vec<Reason>,
        is: &dyn Fn(Kind) -> bool,
        reason: &dyn Fn(String, String) -> Reason,
    ) {
        // Most hunks are of words alone.
        if !self.old.iter().chain(self.new).any(|token| is(token.kind)) {
            return;
        }
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
        let (old, new) = (words_of(self.old), words_of(self.new));
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
            let is_negation = |words: &[&str]| words.iter().any(|word| self.is_negation(word));
            let (before, after) = (old.join(" "), new.join(" "));
            out.push(match is_negation(&old) != is_negation(&new) {
                true => Reason::Negation(before, after),
                false => Reason::Words(before, after),
            });
            return;
        }
        let is_title = are_in_capitals(&old) || are_in_capitals(&new);
        for (at, (before, after)) in old.into_iter().zip(new).enumerate() {
            if before == after {
                continue;
            }
            let at_head = self.at_head && at == 0 || is_title;
            let both = |list: &FxHashSet<&str>| {
                [before, after].iter().all(|word| list.contains(word.to_lowercase().as_str()))
            };
            let reason = match spelling::compare(before, after, at_head) {
                Grade::Case => Reason::Case,
                Grade::Spelling => Reason::Spelling,
                Grade::AnotherWord => Reason::AnotherWord,
                Grade::Other if self.is_negation(before) || self.is_negation(after) => Reason::Negation,
                Grade::Other if both(&lists::NUMBER_WORDS) => Reason::Number,
                Grade::Other if both(&lists::DATES) => Reason::Date,
                Grade::Other if !at_head && is_name(before) && is_name(after) => Reason::Name,
                Grade::Other => Reason::Words,
            };
            out.push(reason(before.to_owned(), after.to_owned()));
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
            let (before, after) = (around(self.old, self.old_context), around(self.new, self.new_context));
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
}

/// The words of some tokens, and of those before and behind them.
fn around(tokens: &[Token], context: (Option<&Token>, Option<&Token>)) -> String {
    let all = context.0.into_iter().chain(tokens).chain(context.1);
    all.map(|token| token.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn words_of(tokens: &[Token]) -> Vec<&str> {
    tokens.iter().filter(|token| token.kind == Kind::Word).map(|token| token.text.as_str()).collect()
}

/// Whether several words have no small letter, as in titles.
fn are_in_capitals(words: &[&str]) -> bool {
    words.len() > 1 && !words.iter().any(|word| word.chars().any(char::is_lowercase))
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
mod tests {
    use crate::align::change::verdict;

    #[test]
    fn each_change_is_called_what_it_is() {
        for (old, new, reasons) in [
            ("Le bac part.", "Le bac ne part pas.", "negation added: “ne”; negation added: “pas”"),
            ("Le bac ne part jamais.", "Le bac part.", "negation removed: “ne”; negation removed: “jamais”"),
            // These deny something beside « ne » alone.
            ("Il ne voit point la rive.", "Il ne voit guère la rive.", "negation: “point” → “guère”"),
            ("Il n’y voit point.", "Il n’y voit goutte.", "negation: “point” → “goutte”"),
            ("Le point est clair.", "Le port est clair.", "words: “point” → “port”"),
            ("Il voit une personne.", "Il voit une passante.", "words: “personne” → “passante”"),
            // The capital of a first word makes no name; that of the second does.
            ("Paul Durand part.", "Marc Dupont part.", "name: “Durand” → “Dupont”; words: “Paul” → “Marc”"),
            ("Il voit Paul ici.", "Il voit Pierre ici.", "name: “Paul” → “Pierre”"),
            ("La France rit.", "La france rit.", "another word: “France” → “france”"),
            ("le bac part.", "Le bac part.", "capital: “le” → “Le”"),
            ("1. France.", "1. france.", "capital: “France” → “france”"),
            ("Il part.", "Il part ?", "question: full stop → question mark"),
            ("Il part ?", "Il part.", "question: question mark → full stop"),
            // Words, and marks beside them, between two numbers.
            ("Quais 10 , 12.", "Quais 10 ; 12.", "between numbers: comma → semicolon"),
            ("Quais 10 à 12.", "Quais 10 ; 12.", "between numbers added: semicolon; words removed: “à”"),
            ("Quais 10 ; 12.", "Quais 10 à 12.", "between numbers removed: semicolon; words added: “à”"),
            ("Il peut être là.", "Il peut-être là.", "another word: “peut être” → “peut-être”"),
            ("Il viendra peut-être.", "Il viendra peut être.", "another word: “peut-être” → “peut être”"),
            ("Il est bientôt là.", "Il est bien tôt là.", "another word: “bientôt” → “bien tôt”"),
            (
                "Il vient parce que tu pars.",
                "Il vient par ce que tu pars.",
                "another word: “parce” → “par ce”",
            ),
            ("Un avant-port ferme.", "Un avant port ferme.", "punctuation removed: hyphen"),
            ("Un Avantport ferme.", "Un avant port ferme.", "spelling: “Avantport” → “avant port”"),
            ("Le quai ferme en mars.", "Le quai ferme en mai.", "date: “mars” → “mai”"),
            ("Il y a deux bacs.", "Il y a trois bacs.", "number: deux → trois"),
            ("Voir `ici`.", "Voir.", "code removed: `ici`"),
            // The words are the same, a space is not.
            ("Oui/non.", "Oui / non.", "a space inside a word or between two"),
            ("Oui/non ici.", "Oui/ non ici.", "spaces beside signs"),
        ] {
            let found: Vec<String> = verdict(old, new).reasons.iter().map(ToString::to_string).collect();
            assert_eq!(found.join("; "), reasons, "{old} → {new}");
        }
    }
}
