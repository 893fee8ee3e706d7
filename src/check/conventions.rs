//! What a locale does by convention: its script, quotation marks and number signs.
//!
//! The data are `data/conventions.tsv`, written by `data/generate.py` from CLDR. A locale that is not listed takes the
//! conventions of its language.

use smol_str::SmolStr;

use super::characters::misread::Misread;
use super::codes::in_words;
use super::language::Form;
use super::letters::Letters;
use super::lexicon::Lexicon;
use super::script::Script;
use super::section::{SUPPLEMENT, section};
use crate::diagnostic::advice;
use crate::text::Locale;

const CONVENTIONS: &str = include_str!("data/conventions.tsv");

/// A target locale's conventions. Made once, used for all its translations.
#[derive(Debug)]
pub struct Target {
    /// Its whole tag.
    pub(super) tag: String,
    /// Its language alone.
    pub(super) language: String,
    /// What to do where a translation is in another language.
    pub(super) in_its_language: SmolStr,
    /// The script that it is written in.
    pub(super) script: Script,
    /// Which Chinese characters it writes, if its tag says so.
    pub(super) form: Option<Form>,
    /// Opening and closing marks: the usual ones, then those inside a quotation.
    pub(super) quotes: Vec<char>,
    /// Quotation marks in wide use that CLDR does not name.
    pub(super) custom_quotes: &'static str,
    /// The decimal mark.
    pub(super) decimal: char,
    /// The mark between groups of three digits.
    pub(super) group: char,
    /// Which language of the function words this is.
    pub(super) vocabulary: u64,
    /// The code by which its texts are recognised; none if they are not.
    pub(super) code: Option<&'static str>,
    /// The letters that it is written with.
    pub(super) letters: Letters,
    /// What its letters become in the encoding of another language.
    pub(super) misread: Misread,
    pub(super) lexicon: Lexicon,
}

impl Target {
    /// The conventions of `locale`, or of its language, or none beyond those of English.
    pub fn new(locale: &Locale) -> Self {
        let tag = locale.as_str();
        let language = match locale.language() {
            "nb" | "nn" => "no",
            other => other,
        };
        let mut target = Target {
            tag: tag.to_owned(),
            language: language.to_owned(),
            in_its_language: advice(format!(
                "this catalog is for {} (`{tag}`): write the translation in that language",
                in_words(language)
            )),
            script: Script::Latin,
            form: Form::of(tag),
            quotes: Vec::new(),
            custom_quotes: section(SUPPLEMENT, language)
                .find_map(|line| line.strip_prefix("quotes\t"))
                .unwrap_or_default(),
            decimal: '.',
            group: ',',
            vocabulary: super::vocabulary::bit(language),
            code: super::codes::code(language),
            letters: Letters::default(),
            misread: Misread::of_language(language),
            lexicon: Lexicon::new(locale.language()),
        };
        if let Some(row) = convention(tag) {
            let mut columns = row.split('\t').skip(1);
            target.script = Script::from_code(columns.next().unwrap_or_default());
            target.quotes = columns.next().unwrap_or_default().chars().collect();
            target.decimal = columns.next().and_then(|mark| mark.chars().next()).unwrap_or('.');
            target.group = columns.next().and_then(|mark| mark.chars().next()).unwrap_or(',');
        }
        target.letters = Letters::new(language, target.script);
        target
    }

    /// Whether a mark may open or close a quotation here, for what CLDR and custom say.
    pub(super) fn has_quote(&self, mark: char) -> bool {
        self.quotes.contains(&mark) || self.custom_quotes.contains(mark)
    }
}

/// The row of the longest listed beginning of `tag`.
fn convention(tag: &str) -> Option<&'static str> {
    let row = |tag: &str| {
        CONVENTIONS.lines().find(|line| line.strip_prefix(tag).is_some_and(|rest| rest.starts_with('\t')))
    };
    // The regions that write traditional characters have no script in their tag.
    let mut tag = match tag {
        "zh-TW" | "zh-HK" | "zh-MO" => "zh-Hant",
        "nb" | "nn" => "no",
        other => other,
    };
    loop {
        if let Some(row) = row(tag) {
            return Some(row);
        }
        tag = tag.rsplit_once('-')?.0;
    }
}
