//! Quality rules: a translation against the French that it renders. One file a rule, and a table of them.
//!
//! A rule is a pure function from a `Pair` to [`Problem`]s. It knows no file and no catalog: spans are
//! bytes of the *formatted* translation, and fixes are edits of it. The table [`RULES`] also names the
//! rules of states and catalogs, which are judged elsewhere, so that lists, `explain` and the manual come
//! from one place.
//!
//! Invariants: doubt is silence or a warning, never an error; no rule allocates for a text in which
//! nothing is odd, but for the words of [`Source`] and of the translation; time is linear in the text.

mod across;
mod brackets;
mod characters;
mod closing;
mod codes;
mod conventions;
mod explain;
mod glossary;
mod labels;
mod language;
mod length;
mod letters;
mod lexicon;
mod links;
mod lists;
mod many;
mod markup;
mod mixed_script;
mod numbers;
mod punctuation;
mod quoted_names;
mod reads_as;
mod repeated_word;
mod rule_set;
mod rules;
mod sayings;
mod scan;
mod script;
mod section;
mod spaces;
mod structure;
mod typography;
mod units;
mod unmatched;
mod untranslated;
mod variables;
mod vocabulary;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt::Debug;

use rustc_hash::FxHashSet;
use smol_str::SmolStr;

use crate::diagnostic::{Severity, advice};
use crate::document::BlockKind;
use crate::text::{Edit, Span};

pub use across::{Rendering, Shared, across, alone, inconsistent};
pub use characters::ungarbled;
pub use conventions::Target;
pub use explain::manual;
pub use glossary::{Glossary, Term, Wording};
pub use labels::Labels;
pub use rule_set::RuleSet;
pub use rules::{Group, RULES, Rule, rule};
use scan::{Present, Text, Word};
pub use untranslated::IN_FRENCH;

/// Which marks a text's inline markup has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Markdown: `*`, `[…](…)`, tags and escapes mean something.
    Markdown,
    /// Plain text.
    Plain,
}

/// A French sentence, read once for all its translations.
#[derive(Debug)]
pub struct Source<'a> {
    text: Text<'a>,
    kind: BlockKind,
    format: Format,
    /// The labels in brackets that are links by themselves.
    shortcuts: Vec<Span>,
    numbers: OnceCell<numbers::Reading>,
    marks: OnceCell<brackets::Marks>,
    present: OnceCell<Present>,
    /// Whether it is not in French itself.
    foreign: OnceCell<bool>,
    /// The hashes of its words.
    words: OnceCell<FxHashSet<u32>>,
}

impl<'a> Source<'a> {
    /// Reads `french`, a sentence of a block of this kind in a document of this format.
    pub fn new(french: &'a str, kind: BlockKind, format: Format) -> Self {
        Source {
            text: Text::of_french(french),
            kind,
            format,
            shortcuts: Vec::new(),
            numbers: OnceCell::new(),
            marks: OnceCell::new(),
            present: OnceCell::new(),
            foreign: OnceCell::new(),
            words: OnceCell::new(),
        }
    }

    /// With the labels of its page, which say what words in brackets are links: `[plan]`.
    #[must_use]
    pub fn with_labels(mut self, labels: &Labels<'_>) -> Self {
        if self.format == Format::Markdown && self.text.has(scan::PLAIN_BRACKET) {
            self.shortcuts = labels::shortcuts(self.text.raw, labels);
        }
        self
    }

    /// The sentence.
    pub fn french(&self) -> &'a str {
        self.text.raw
    }

    /// Whether it has a word, written alike.
    fn has(&self, word: &Word) -> bool {
        self.present().may_have(word) && self.has_hash(word.hash)
    }

    /// Whether it has a word of this [hash](scan::hash).
    fn has_hash(&self, hash: u32) -> bool {
        let words = || self.text.words.iter().map(|word| word.hash).collect();
        self.words.get_or_init(words).contains(&hash)
    }

    fn marks(&self) -> &brackets::Marks {
        self.marks.get_or_init(|| brackets::Marks::read(&self.text))
    }

    fn is_foreign(&self) -> bool {
        *self.foreign.get_or_init(|| language::is_foreign(&self.text))
    }

    fn present(&self) -> &Present {
        self.present.get_or_init(|| Present::new(&self.text.words))
    }

    fn numbers(&self) -> &numbers::Reading {
        self.numbers.get_or_init(|| numbers::of_french(&self.text))
    }
}

/// What rules compare.
#[derive(Debug)]
struct Pair<'a> {
    source: &'a Source<'a>,
    translation: Text<'a>,
    target: &'a Target,
    settings: &'a Settings,
    headings: Option<&'a dyn Headings>,
    /// The numbers of the translation, once they were asked.
    numbers: OnceCell<Option<numbers::Reading>>,
}

impl Pair<'_> {
    /// Whether the translation is the French itself, but for the marks at its end, which may be those of the locale.
    fn is_in_french(&self) -> bool {
        let bare = |text: &'_ str| {
            let is_mark = |c: char| c.is_whitespace() || matches!(c, '.' | '!' | '?' | '…' | ':' | ';' | ',');
            text.trim_end_matches(is_mark).len()
        };
        let (french, here) = (self.source.text.raw, self.translation.raw);
        // Nearly all begin otherwise, or are of another length.
        french.len().abs_diff(here.len()) <= 4
            && french.as_bytes().first() == here.as_bytes().first()
            && french[..bare(french)] == here[..bare(here)]
    }
}

/// What a project can set.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Hosts (`fr.wikipedia.org`) and path prefixes (`/fr/`) whose link targets may differ in a translation.
    pub localized_links: Vec<String>,
    /// The project's terms.
    pub glossary: Glossary,
}

/// One thing that a rule has to say about a translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The rule's name.
    pub rule: &'static str,
    /// How sure and how grave; a policy may say otherwise.
    pub severity: Severity,
    /// Bytes of the translation; empty where something is missing.
    pub span: Span,
    /// Bytes of the French that it is about; empty where that is nothing in particular.
    pub french: Span,
    /// What is wrong, in one sentence without a final stop.
    pub message: String,
    /// What to do.
    pub help: SmolStr,
    /// An edit of the translation that is certain and harmless.
    pub fix: Option<Edit>,
    /// Equal in translations of one sentence where the French may be the reason; see [`across()`].
    pub shared: Option<Shared>,
    /// Not told by itself: it only counts among those that are shared.
    pub is_silent: bool,
}

impl Problem {
    fn new(rule: &'static str, severity: Severity, span: Span, message: String) -> Self {
        Problem {
            rule,
            severity,
            span,
            french: 0..0,
            message,
            help: SmolStr::new_static(""),
            fix: None,
            shared: None,
            is_silent: false,
        }
    }

    fn error(rule: &'static str, span: Span, message: impl Into<String>) -> Self {
        Problem::new(rule, Severity::Error, span, message.into())
    }

    fn warning(rule: &'static str, span: Span, message: impl Into<String>) -> Self {
        Problem::new(rule, Severity::Warning, span, message.into())
    }

    fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = advice(help);
        self
    }

    fn of_french(mut self, span: Span) -> Self {
        self.french = span;
        self
    }

    fn shared(mut self, shared: Shared) -> Self {
        self.shared = Some(shared);
        self
    }

    fn silent(mut self) -> Self {
        self.is_silent = true;
        self
    }

    fn fix(mut self, edit: Edit) -> Self {
        self.fix = Some(edit);
        self
    }
}

/// Says which headings the pages have in the language of a translation.
pub trait Headings: Debug {
    /// Whether a link leads to the same heading of a page in this language as the French one in the French page. Both are
    /// to the page that they name by this path, or to their own by none; one from the root (`/de/plan`) begins with the
    /// folder of the language. Nothing where the page is not known, or the French link leads to no heading by its words.
    fn leads(&self, path: &str, french: &str, fragment: &str) -> Option<bool>;
}

/// A translation to be looked at (its formatted value, markup raw), and what with.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The French that it renders.
    pub source: &'a Source<'a>,
    /// The translation.
    pub translation: &'a str,
    /// The conventions of its locale.
    pub target: &'a Target,
    /// The rules to run.
    pub rules: RuleSet,
    /// The headings that its links may lead to; none where no page is at hand.
    pub headings: Option<&'a dyn Headings>,
}

/// Runs the quality rules on translations; gives what they find in each, in the order of the table.
///
/// Findings that are silent are to be dropped after [`across()`], if that is asked at all.
///
/// Where a translation is surely in another language, or in a wrong encoding, that alone is told: all else would follow
/// from it.
///
/// Each rule goes over all translations before the next one begins: the code of one fits into a processor's
/// nearest memory, that of all does not. So ask for some dozens at once, and not for a million: their words are held.
pub fn check_all(asked: &[Asked<'_>], settings: &Settings) -> Vec<Vec<Problem>> {
    let pairs: Vec<Pair<'_>> = asked
        .iter()
        .map(|asked| Pair {
            source: asked.source,
            translation: Text::of_translation(asked.translation, &asked.source.text),
            target: asked.target,
            settings,
            headings: asked.headings,
            numbers: OnceCell::new(),
        })
        .collect();
    let mut found = vec![Vec::new(); asked.len()];
    let mut open: Vec<usize> = (0..asked.len()).filter(|at| !asked[*at].translation.is_empty()).collect();
    for (rule_at, rule) in RULES.iter().enumerate() {
        let Some(run) = rule.run else { continue };
        if rule.name == numbers::RULE {
            // The longest of them is taken in steps, for the same reason.
            for step in numbers::STEPS {
                open.iter().filter(|at| asked[**at].rules.has(rule_at)).for_each(|at| step(&pairs[*at]));
            }
        }
        open.retain(|&at| {
            if !asked[at].rules.has(rule_at) {
                return true;
            }
            let problems: &mut Vec<Problem> = &mut found[at];
            let begun = problems.len();
            run(&pairs[at], problems);
            if problems.len() > begun + many::MANY {
                many::fold(problems, begun, asked[at].translation);
            }
            // A rule may also take back what follows from what it found.
            !problems.iter().skip(begun).any(rule.settles)
        });
        if rule.name == language::RULE {
            // Translations of one sentence stand beside each other.
            let mut begin = 0;
            for of_one in pairs.chunk_by(|a, b| std::ptr::eq(a.source, b.source)) {
                let end = begin + of_one.len();
                let is_asked = |at: usize| asked[begin + at].rules.has(rule_at);
                language::pasted(of_one, &mut found[begin..end], is_asked);
                begin = end;
            }
        }
    }
    found
}

/// As [`check_all`], of one translation.
pub fn check(asked: Asked<'_>, settings: &Settings) -> Vec<Problem> {
    check_all(&[asked], settings).into_iter().flatten().collect()
}
