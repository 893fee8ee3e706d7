//! What a change is called, and how much it weighs.

use std::borrow::Cow;
use std::fmt;

use super::{Change, marks};
use crate::text::Verbatim;

/// What changed, and why it counts as it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The class of the change.
    pub change: Change,
    /// The reasons, gravest first; none for `None` and `Typographic`.
    pub reasons: Vec<Reason>,
}

/// One reason of a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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
    /// The same for readers, in other signs of Markdown: `&nbsp;` for its space, `_x_` for `*x*`.
    Signs,
    /// Spaces beside signs: `n° 5` for `n°5`, `II. - Il` for `II.-Il`.
    Spaces,
    /// Spelling or agreement of a word that stays the same word.
    Spelling(String, String),
    /// Capitals.
    Case(String, String),
    /// Punctuation.
    Punctuation(String, String),
}

/// A [`Reason`] as a person would say it: reasons of one kind can be told together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// `number`, `words added`, `punctuation removed`, `most of the sentence`.
    pub kind: Cow<'static, str>,
    /// `75 → 76`, `“de bois”`, `comma`; none where the kind says all.
    pub what: Option<String>,
}

/// `number: 75 → 76`, `words added: “de bois”`, `most of the sentence`.
impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.what {
            Some(what) => write!(f, "{}: {what}", self.kind),
            None => f.write_str(&self.kind),
        }
    }
}

/// In one line, as it is [told](Told).
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.told().fmt(f)
    }
}

/// In JSON, as it is told.
impl serde::Serialize for Reason {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Reason {
    /// The reason in words: of what kind it is, and what changed.
    pub fn told(&self) -> Told {
        let is_bare = |text: &str| !text.contains(char::is_alphanumeric);
        let (what, old, new) = match self {
            Reason::Much => return Told::of_kind("most of the sentence"),
            Reason::Signs => return Told::of_kind("signs of Markdown that readers don’t see"),
            Reason::Spaces => return Told::of_kind("spaces beside signs"),
            Reason::Words(old, new) if old.is_empty() && new.is_empty() => {
                return Told::of_kind("a space inside a word or between two");
            }
            Reason::Verbatim(kind, old, new) => (verbatim_name(*kind), old, new),
            // `10, 12` and `10; 12`.
            Reason::Number(old, new) if is_bare(old) && is_bare(new) => ("between numbers", old, new),
            Reason::Number(old, new) => ("number", old, new),
            Reason::Date(old, new) => ("date", old, new),
            Reason::Negation(old, new) => ("negation", old, new),
            Reason::Markup(old, new) => ("markup", old, new),
            Reason::Symbol(old, new) => ("sign", old, new),
            Reason::Name(old, new) => ("name", old, new),
            Reason::AnotherWord(old, new) => ("another word", old, new),
            Reason::Words(old, new) => ("words", old, new),
            Reason::Question(old, new) => ("question", old, new),
            Reason::Spelling(old, new) => ("spelling", old, new),
            Reason::Case(old, new) => ("capital", old, new),
            Reason::Punctuation(old, new) => ("punctuation", old, new),
        };
        let shown = |text: &str| match self {
            Reason::Verbatim(..) => bare(text).to_owned(),
            Reason::Markup(..) | Reason::Symbol(..) => text.to_owned(),
            Reason::Number(..) if is_bare(text) => marks::in_words(text),
            Reason::Number(..) => number_as_written(text),
            Reason::Question(..) | Reason::Punctuation(..) => marks::in_words(text),
            Reason::Date(..)
            | Reason::Negation(..)
            | Reason::Name(..)
            | Reason::AnotherWord(..)
            | Reason::Words(..)
            | Reason::Spelling(..)
            | Reason::Case(..)
            | Reason::Signs
            | Reason::Spaces
            | Reason::Much => {
                // Half of a pair is told as punctuation.
                let text = as_written(text);
                let half = text
                    .strip_prefix("\" ")
                    .or_else(|| text.strip_suffix(" \""))
                    .filter(|_| text.matches('"').count() == 1);
                let words: Vec<String> = half.unwrap_or(&text).split(' ').map(number_as_written).collect();
                format!("“{}”", words.join(" "))
            }
        };
        match (old.is_empty(), new.is_empty()) {
            (true, _) => Told::new(format!("{what} added"), shown(new)),
            (_, true) => Told::new(format!("{what} removed"), shown(old)),
            (false, false) => Told::new(what, format!("{} → {}", shown(old), shown(new))),
        }
    }
}

impl Told {
    fn new(kind: impl Into<Cow<'static, str>>, what: String) -> Told {
        Told { kind: kind.into(), what: Some(what) }
    }

    fn of_kind(kind: &'static str) -> Told {
        Told { kind: kind.into(), what: None }
    }
}

/// A number of the normal form as French writes it: `18h30` is `18 h 30`.
fn number_as_written(number: &str) -> String {
    let Some((hour, minutes)) = number.split_once('h') else { return as_written(number).into_owned() };
    let is_figure = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    match !hour.is_empty() && is_figure(hour) && is_figure(minutes) {
        true => format!("{hour} h {minutes}").trim().to_owned(),
        false => as_written(number).into_owned(),
    }
}

/// The token of a link target or title as people know it: without the end of the link's text, and spaces.
pub fn bare(token: &str) -> &str {
    token.strip_prefix("](").unwrap_or(token).trim()
}

/// Tokens of the normal form, parted by spaces, as French writes them: `n' ouvre` is `n’ouvre`, and a pair of
/// quotation marks is « ».
pub fn as_written(tokens: &str) -> Cow<'_, str> {
    let is_apart = |pair: &[u8]| matches!(pair, [b' ', b'-' | b',' | b'.']);
    let has_apart = tokens.as_bytes().windows(2).any(is_apart);
    for (apart, joined) in [(" - ", "-"), (" ,", ","), (" .", ".")] {
        if has_apart && tokens.contains(apart) {
            return Cow::Owned(as_written(&tokens.replace(apart, joined)).into_owned());
        }
    }
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
    /// Where it stands among the reasons of a verdict: by its kind, then what took another's place, what went and
    /// what came.
    pub(super) fn rank(&self) -> (u8, Option<Verbatim>, u8) {
        let form = |old: &str, new: &str| match (old.is_empty(), new.is_empty()) {
            (false, false) | (true, true) => 0,
            (false, true) => 1,
            (true, false) => 2,
        };
        let (kind, old, new) = match self {
            Reason::Number(old, new) => (0, old, new),
            Reason::Date(old, new) => (1, old, new),
            Reason::Negation(old, new) => (2, old, new),
            Reason::Verbatim(kind, old, new) => return (3, Some(*kind), form(old, new)),
            Reason::Markup(old, new) => (4, old, new),
            Reason::Symbol(old, new) => (5, old, new),
            Reason::Name(old, new) => (6, old, new),
            Reason::AnotherWord(old, new) => (7, old, new),
            Reason::Words(old, new) => (8, old, new),
            Reason::Question(old, new) => (9, old, new),
            Reason::Much => return (10, None, 0),
            Reason::Signs => return (14, None, 0),
            Reason::Spaces => return (15, None, 0),
            Reason::Spelling(old, new) => (11, old, new),
            Reason::Case(old, new) => (12, old, new),
            Reason::Punctuation(old, new) => (13, old, new),
        };
        (kind, None, form(old, new))
    }

    /// How much this reason weighs by itself.
    pub(super) fn change(&self) -> Change {
        match self {
            Reason::Signs
            | Reason::Spaces
            | Reason::Spelling(..)
            | Reason::Case(..)
            | Reason::Punctuation(..) => Change::Minor,
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
