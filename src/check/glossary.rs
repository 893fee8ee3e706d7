//! The project's terms: which renderings of a French term a locale wants, and which it forbids.
//!
//! ```toml
//! [[term]]
//! french = ["préfet", "préfète"]      # forms; each matches whole words, capitals or not
//! en = { use = ["prefect"], avoid = ["governor"] }
//! de = { use = ["Präfekt"] }
//! ```

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Pair, Problem};
use crate::text::{Locale, Span, nearest, visible};

const RULE: &str = "glossary";

/// The terms of a project.
#[derive(Debug, Clone, Default)]
pub struct Glossary {
    terms: Vec<Term>,
}

/// A glossary as it is written: each term by itself, so that a mistake is told where its term begins.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default, rename = "term")]
    terms: Vec<Spanned<toml::Table>>,
}

/// One French term.
#[derive(Debug, Clone, Deserialize)]
pub struct Term {
    /// Its forms.
    #[serde(deserialize_with = "one_or_more")]
    french: Vec<String>,
    /// By language tag.
    #[serde(flatten)]
    locales: BTreeMap<String, Wanted>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wanted {
    /// One of these begins a word of the translation, wherever the French has the term.
    #[serde(default, rename = "use", deserialize_with = "one_or_more")]
    good: Vec<String>,
    /// None of these stands there.
    #[serde(default, rename = "avoid", deserialize_with = "one_or_more")]
    bad: Vec<String>,
}

/// `"préfet"` or `["préfet", "préfète"]`.
fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(
        untagged,
        expecting = "words stand in quotation marks, several of them in a list: [\"préfet\", \"préfète\"]"
    )]
    enum Words {
        One(String),
        More(Vec<String>),
    }
    Ok(match Words::deserialize(deserializer)? {
        Words::One(word) => vec![word],
        Words::More(words) => words,
    })
}

/// Why a glossary can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryError {
    /// What is wrong.
    pub message: String,
    /// Bytes of the file, where they are known.
    pub span: Option<Span>,
    /// What was meant, where that can be guessed.
    pub help: Option<String>,
}

impl std::fmt::Display for GlossaryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for GlossaryError {}

impl Glossary {
    /// Reads the text of a `glossary.toml`.
    ///
    /// # Errors
    /// If it is no TOML, has an unknown key, a term without a French form, or a key that is no language tag.
    pub fn parse(text: &str) -> Result<Glossary, GlossaryError> {
        if let Some(error) = DeTable::parse(text).ok().and_then(|table| unknown_key(table.get_ref())) {
            return Err(error);
        }
        let written: Written = toml::from_str(text).map_err(|error| GlossaryError {
            message: error.message().to_owned(),
            span: error.span(),
            help: None,
        })?;
        let term = |table: Spanned<toml::Table>| {
            let span = table.span();
            Term::read(table.into_inner()).map_err(|message| GlossaryError {
                message,
                span: Some(span),
                help: None,
            })
        };
        Ok(Glossary { terms: written.terms.into_iter().map(term).collect::<Result<_, _>>()? })
    }

    /// The language tags for which it has terms.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.terms.iter().flat_map(|term| term.locales.keys().map(String::as_str))
    }

    /// Whether there are no terms.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// The first key that a glossary doesn't know. The reader proper takes each for a language tag.
fn unknown_key(root: &DeTable<'_>) -> Option<GlossaryError> {
    let unknown = |key: &Spanned<Cow<'_, str>>, place: &str, known: &[&str]| {
        let word: &str = key.get_ref();
        let help = match nearest(word, known.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("the keys here are `{}`", known.join("`, `")),
        };
        let message = format!("unknown key `{}`{place}", visible(word));
        Some(GlossaryError { message, span: Some(key.span()), help: Some(help) })
    };
    if let Some((key, _)) = root.iter().find(|(key, _)| key.get_ref() != "term") {
        return unknown(key, "", &["term"]);
    }
    let terms = root.get("term").map(|terms| terms.get_ref());
    let Some(DeValue::Array(terms)) = terms else { return None };
    let entries = terms.iter().filter_map(|term| match term.get_ref() {
        DeValue::Table(term) => Some(term.iter()),
        _ => None,
    });
    for (key, value) in entries.flatten().filter(|(key, _)| key.get_ref() != "french") {
        let word: &str = key.get_ref();
        let DeValue::Table(wanted) = value.get_ref() else {
            if nearest(word, ["french"]).is_some() {
                return unknown(key, " in `[[term]]`", &["french"]);
            }
            continue;
        };
        if word.parse::<Locale>().is_err() {
            let message = format!("“{}” is not a language tag", visible(word));
            return Some(GlossaryError { message, span: Some(key.span()), help: None });
        }
        if let Some((key, _)) =
            wanted.iter().find(|(key, _)| !matches!(key.get_ref().as_ref(), "use" | "avoid"))
        {
            return unknown(key, &format!(" in `{word}`"), &["use", "avoid"]);
        }
    }
    None
}

impl Term {
    fn read(table: toml::Table) -> Result<Term, String> {
        let mut term: Term = table.try_into().map_err(|error: toml::de::Error| error.message().to_owned())?;
        term.french.retain(|form| !form.trim().is_empty());
        if term.french.is_empty() {
            return Err("a term without a French form".to_owned());
        }
        for form in &mut term.french {
            *form = form.trim().to_lowercase();
        }
        Ok(term)
    }
}

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if pair.settings.glossary.is_empty() {
        return;
    }
    let french = pair.source.text.prose.to_lowercase();
    let here = pair.translation.prose.to_lowercase();
    for term in &pair.settings.glossary.terms {
        let Some(wanted) =
            term.locales.get(&pair.target.tag).or_else(|| term.locales.get(&pair.target.language))
        else {
            continue;
        };
        let Some(form) = term.french.iter().find(|form| find(&french, form, Ends::Word).is_some()) else {
            continue;
        };
        let goods = || wanted.good.join("” or “");
        let told = problems.len();
        for bad in &wanted.bad {
            if let Some(span) = find(&here, &bad.to_lowercase(), Ends::Anywhere) {
                // Lower case may have another length: then the whole text is underlined.
                let span = if here.len() == pair.translation.raw.len() {
                    span
                } else {
                    0..pair.translation.raw.len()
                };
                let help = match wanted.good.is_empty() {
                    false => format!("the glossary wants “{}” for “{form}”", goods()),
                    true => format!("the glossary forbids it for “{form}”"),
                };
                problems.push(
                    Problem::warning(RULE, span, format!("“{bad}” is not to be used for “{form}”"))
                        .help(help),
                );
            }
        }
        // Which word to write is told of the one that stands in its place.
        let is_used = problems.len() > told
            || wanted.good.is_empty()
            || wanted.good.iter().any(|good| find(&here, &good.to_lowercase(), Ends::Anywhere).is_some());
        if !is_used {
            problems.push(
                Problem::warning(RULE, 0..0, format!("“{form}” is not translated as the glossary wants"))
                    .help(format!("write “{}”", goods())),
            );
        }
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

/// Where `term` begins a word of `text`, both in lower case. Scripts without spaces have no beginnings.
fn find(text: &str, term: &str, ends: Ends) -> Option<Span> {
    let is_word = |c: char| c.is_alphanumeric() && !super::script::script(c).is_unspaced();
    let begins = term.chars().next().is_some_and(is_word);
    text.match_indices(term).map(|(at, found)| at..at + found.len()).find(|span| {
        let before = text[..span.start].chars().next_back();
        let after = text[span.end..].chars().next();
        !(begins && before.is_some_and(is_word)) && (ends == Ends::Anywhere || !after.is_some_and(is_word))
    })
}
