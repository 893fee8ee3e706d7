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
    if pair.settings.glossary.is_empty() {
        return;
    }
    let french = pair.source.text.prose.to_lowercase();
    let here = pair.translation.prose.to_lowercase();
    let glossary = &pair.settings.glossary;
    for (term, forms) in glossary.terms.iter().zip(&glossary.forms) {
        let Some(wanted) =
            term.locales.get(&pair.target.tag).or_else(|| term.locales.get(&pair.target.language))
        else {
            continue;
        };
        let place_of = |form: &Form| form.sought.iter().find_map(|sought| find(&french, sought, Ends::Word));
        let Some((form, place)) = forms.iter().find_map(|form| Some((&form.shown, place_of(form)?))) else {
            continue;
        };
        // Lower case may have another length: then no word is underlined.
        let place = if french.len() == pair.source.text.raw.len() { place } else { 0..0 };
        let goods = || wanted.wanted.join("” or “");
        let told = problems.len();
        for bad in &wanted.forbidden {
            let inside = |span: &Span| {
                let mut goods = wanted.wanted.iter().flat_map(|good| spellings(good));
                goods.any(|good| {
                    good.len() > span.len()
                        && matches(&here, &good, Ends::Anywhere)
                            .any(|good| good.start <= span.start && span.end <= good.end)
                })
            };
            let bad_here = (spellings(bad).iter())
                .find_map(|bad| matches(&here, bad, Ends::Anywhere).find(|span| !inside(span)));
            if let Some(span) = bad_here {
                // Lower case may have another length: then the whole text is underlined.
                let span = if here.len() == pair.translation.raw.len() {
                    span
                } else {
                    0..pair.translation.raw.len()
                };
                let help = match wanted.wanted.is_empty() {
                    false => format!("the glossary wants “{}” for “{form}”", goods()),
                    true => format!("the glossary forbids it for “{form}”"),
                };
                problems.push(
                    Problem::warning(RULE, span, format!("“{bad}” is not to be used for “{form}”"))
                        .of_french(place.clone())
                        .help(help),
                );
            }
        }
        // Which word to write is told of the one that stands in its place.
        let is_used = problems.len() > told
            || wanted.wanted.is_empty()
            || (wanted.wanted.iter().flat_map(|good| spellings(good)))
                .any(|good| find(&here, &good, Ends::Anywhere).is_some());
        if !is_used {
            problems.push(
                Problem::warning(RULE, 0..0, format!("“{form}” is not translated as the glossary wants"))
                    .of_french(place)
                    .help(format!("write “{}”", goods())),
            );
        }
    }
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

/// Where `term` first begins a word of `text`, both in lower case.
fn find(text: &str, term: &str, ends: Ends) -> Option<Span> {
    matches(text, term, ends).next()
}

/// Where `term` begins words of `text`, both in lower case. Scripts without spaces have no beginnings.
fn matches<'t>(text: &'t str, term: &'t str, ends: Ends) -> impl Iterator<Item = Span> + use<'t> {
    let is_word = |c: char| c.is_alphanumeric() && !super::script::script(c).is_unspaced();
    let begins = term.chars().next().is_some_and(is_word);
    text.match_indices(term).map(|(at, found)| at..at + found.len()).filter(move |span| {
        let before = text[..span.start].chars().next_back();
        let after = text[span.end..].chars().next();
        !(begins && before.is_some_and(is_word)) && (ends == Ends::Anywhere || !after.is_some_and(is_word))
    })
}
