//! The project's terms: which renderings of a French term a locale wants, and which it forbids.

use std::collections::BTreeMap;

use super::{Pair, Problem};
use crate::text::Span;

const RULE: &str = "glossary";

/// The terms of a project.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    terms: Vec<Term>,
    /// The forms of each term.
    forms: Vec<Vec<Form>>,
}

/// A form of a French term.
#[derive(Debug, Clone)]
struct Form {
    /// As the glossary writes it.
    shown: String,
    /// In lower case, with the one apostrophe and with the other.
    sought: Vec<String>,
}

/// One French term.
#[derive(Debug, Clone, Default)]
pub struct Term {
    /// Its forms; each stands for whole words, capitals or not.
    pub french: Vec<String>,
    /// By language tag.
    pub locales: BTreeMap<String, Wording>,
}

/// How a locale renders a term.
#[derive(Debug, Clone, Default)]
pub struct Wording {
    /// One of these begins a word of the translation, wherever the French has the term. None: any will do.
    pub wanted: Vec<String>,
    /// None of these stands there, but inside of one that is wanted.
    pub forbidden: Vec<String>,
}

impl Glossary {
    /// The glossary of these terms.
    pub fn new(terms: impl IntoIterator<Item = Term>) -> Glossary {
        let terms: Vec<Term> = terms.into_iter().collect();
        let form = |form: &String| Form { shown: form.clone(), sought: spellings(form) };
        let forms = terms.iter().map(|term| term.french.iter().map(form).collect()).collect();
        Glossary { terms, forms }
    }

    /// Whether there are no terms.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let glossary = &pair.settings.glossary;
    if glossary.is_empty() {
        return;
    }
    let french = Lower::of(&pair.source.text.prose);
    let here = Lower::of(&pair.translation.prose);
    for (term, forms) in glossary.terms.iter().zip(&glossary.forms) {
        let locales = &term.locales;
        let wording = locales.get(&pair.target.tag).or_else(|| locales.get(&pair.target.language));
        let said = |form: &Form| form.sought.iter().find_map(|sought| french.find(sought, Ends::Word));
        let Some(wording) = wording else { continue };
        let Some((form, place)) = forms.iter().find_map(|form| Some((&form.shown, said(form)?))) else {
            continue;
        };
        let told = problems.len();
        problems.extend(forbidden(wording, form, &here).map(|problem| problem.of_french(place.clone())));
        // Which word to write is told of the one that stands in its place.
        if problems.len() == told && !wording.is_kept(&here) {
            problems.push(
                Problem::warning(RULE, 0..0, format!("“{form}” is not translated as the glossary wants"))
                    .of_french(place)
                    .help(format!("write “{}”", wording.wanted_ones())),
            );
        }
    }
}

impl Wording {
    /// Whether one of the words that are wanted stands there, or none is wanted.
    fn is_kept(&self, here: &Lower<'_>) -> bool {
        let mut wanted = self.wanted.iter().flat_map(|word| spellings(word));
        self.wanted.is_empty() || wanted.any(|word| here.find(&word, Ends::Anywhere).is_some())
    }

    /// The words that are wanted, for a message that has the outer quotation marks.
    fn wanted_ones(&self) -> String {
        self.wanted.join("” or “")
    }
}

/// The forbidden words that stand in a translation for this form of the French term, each where it is first.
fn forbidden<'a>(
    wording: &'a Wording,
    form: &'a str,
    here: &'a Lower<'_>,
) -> impl Iterator<Item = Problem> + 'a {
    let is_inside_wanted = |span: &Span| {
        let mut wanted = wording.wanted.iter().flat_map(|word| spellings(word));
        wanted.any(|word| {
            let holds = |wanted: Span| wanted.start <= span.start && span.end <= wanted.end;
            word.len() > span.len() && here.matches(&word, Ends::Anywhere).any(holds)
        })
    };
    let help = move || match wording.wanted.is_empty() {
        false => format!("the glossary wants “{}” for “{form}”", wording.wanted_ones()),
        true => format!("the glossary forbids it for “{form}”"),
    };
    wording.forbidden.iter().filter_map(move |word| {
        let first = |word: &String| here.matches(word, Ends::Anywhere).find(|span| !is_inside_wanted(span));
        let span = here.original(spellings(word).iter().find_map(first)?);
        let message = format!("“{word}” is not to be used for “{form}”");
        Some(Problem::warning(RULE, span, message).help(help()))
    })
}

/// A word in lower case, and with the other apostrophe if it has one: the page and the glossary may not write the same.
fn spellings(word: &str) -> Vec<String> {
    let lower = word.to_lowercase();
    match lower.contains(['\'', '’']) {
        true => vec![lower.replace('’', "'"), lower.replace('\'', "’")],
        false => vec![lower],
    }
}

/// Where a match may end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    /// At the end of a word.
    Word,
    /// Anywhere: the language may put endings on it.
    Anywhere,
}

/// A text in lower case, in which words are looked for whatever their capitals.
struct Lower<'t> {
    original: &'t str,
    text: String,
}

impl<'t> Lower<'t> {
    fn of(original: &'t str) -> Lower<'t> {
        Lower { original, text: original.to_lowercase() }
    }

    /// Where `term`, in lower case, first begins a word: bytes of the original.
    fn find(&self, term: &str, ends: Ends) -> Option<Span> {
        let first = self.matches(term, ends).next();
        first.map(|span| self.original(span))
    }

    /// Where `term`, in lower case, begins words: bytes of the text in lower case. Scripts without spaces have no
    /// beginnings.
    fn matches<'m>(&'m self, term: &'m str, ends: Ends) -> impl Iterator<Item = Span> + 'm {
        let is_word = |c: char| c.is_alphanumeric() && !super::script::script(c).is_unspaced();
        let begins = term.chars().next().is_some_and(is_word);
        let text = self.text.as_str();
        text.match_indices(term).map(|(at, found)| at..at + found.len()).filter(move |span| {
            let before = text[..span.start].chars().next_back();
            let after = text[span.end..].chars().next();
            !(begins && before.is_some_and(is_word))
                && (ends == Ends::Anywhere || !after.is_some_and(is_word))
        })
    }

    /// The characters of the original that these bytes of the text in lower case are made of, where İ takes a byte more
    /// and ẞ one less.
    fn original(&self, lower: Span) -> Span {
        let mut at = 0;
        let mut span = 0..self.original.len();
        for (place, c) in self.original.char_indices() {
            if at <= lower.start {
                span.start = place;
            }
            if at >= lower.end {
                span.end = place;
                break;
            }
            at += c.to_lowercase().map(char::len_utf8).sum::<usize>();
        }
        span
    }
}
