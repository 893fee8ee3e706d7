//! What a language's word lists say: abbreviations and how they behave, words that open sentences.

use rustc_hash::{FxHashMap, FxHashSet};

/// How an abbreviation behaves before a capital; see `fr/abbreviations.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A name follows: never the end of a sentence.
    Title,
    /// The end only before a word that opens sentences.
    Inner,
    /// A word of its own too: the end before any capital but an initial or a Roman number.
    Word,
    /// The end before any capital.
    Final,
}

/// The word lists of a language.
#[derive(Debug, Clone)]
pub(super) struct Lexicon {
    abbreviations: FxHashMap<Box<str>, Class>,
    units: FxHashSet<Box<str>>,
    openers: FxHashSet<&'static str>,
    introducers: FxHashSet<&'static str>,
    exclaiming: FxHashSet<&'static str>,
}

impl Lexicon {
    /// The word lists of a language, with further abbreviations of the project (with or without their
    /// stop, which behave as `Inner`); `None` for a language that has none.
    pub(super) fn of(language: &str, further: &[String]) -> Option<Lexicon> {
        match language {
            "fr" => Some(Lexicon::read(
                include_str!("fr/abbreviations.txt"),
                include_str!("fr/openers.txt"),
                include_str!("fr/introducers.txt"),
                include_str!("fr/exclaiming_names.txt"),
                further,
            )),
            _ => None,
        }
    }

    fn read(
        abbreviations: &str,
        openers: &'static str,
        introducers: &'static str,
        exclaiming: &'static str,
        further: &[String],
    ) -> Lexicon {
        let mut lexicon = Lexicon {
            abbreviations: FxHashMap::default(),
            units: FxHashSet::default(),
            openers: lines(openers).collect(),
            introducers: lines(introducers).collect(),
            exclaiming: lines(exclaiming).collect(),
        };
        // Units are no abbreviations where no number is before them.
        let mut class = None;
        for line in lines(abbreviations) {
            match (line, class) {
                ("[title]", _) => class = Some(Class::Title),
                ("[inner]", _) => class = Some(Class::Inner),
                ("[word]", _) => class = Some(Class::Word),
                ("[final]", _) => class = Some(Class::Final),
                ("[unit]", _) => class = None,
                (word, Some(class)) => {
                    lexicon.abbreviations.entry(word.into()).or_insert(class);
                }
                (word, None) => {
                    lexicon.units.insert(word.into());
                }
            }
        }
        for word in further {
            let word = word.trim().trim_end_matches('.').replace(['’', 'ʼ'], "'");
            // Of several words the last is the one before the stop.
            let word = word.split_whitespace().next_back().unwrap_or_default().to_owned();
            lexicon.abbreviations.insert(word.into(), Class::Inner);
        }
        lexicon
    }

    /// How the word before a stop behaves, if it is an abbreviation. `after_number`: a number is before it.
    pub(super) fn abbreviation(&self, word: &str, after_number: bool) -> Option<Class> {
        if after_number && self.units.contains(word) {
            return Some(Class::Final);
        }
        if let Some(class) = self.abbreviations.get(word) {
            return Some(*class);
        }
        let first = word.chars().next().filter(|first| first.is_uppercase())?;
        let small: String = first.to_lowercase().chain(word.chars().skip(1)).collect();
        self.abbreviations.get(small.as_str()).copied().filter(|_| word.chars().nth(1).is_some())
    }

    /// Whether a word, its first letter a capital, opens sentences.
    pub(super) fn opens(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        self.openers.contains(lower.as_str())
    }

    /// Whether a single capital after this word is a mark, not an initial.
    pub(super) fn introduces(&self, word: &str) -> bool {
        self.introducers.contains(word.to_lowercase().as_str())
    }

    /// Whether a name ends in an exclamation or question mark of its own.
    pub(super) fn exclaims(&self, word: &str) -> bool {
        self.exclaiming.contains(word)
    }
}

fn lines(data: &str) -> impl Iterator<Item = &str> {
    data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}
