//! What a language's word lists say: abbreviations and how they behave, words that open sentences.

use rustc_hash::{FxHashMap, FxHashSet};

/// How an abbreviation behaves before a capital; see `fr/abbreviations.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A name follows: never the end of a sentence.
    Title,
    /// Something follows that it stands for or points at: never the end.
    Head,
    /// The end only before a word that opens sentences.
    Inner,
    /// Behind an article the name of it follows, as for `Inner`; else as `Final`.
    Named,
    /// A word of its own too: the end before any capital but an initial or a Roman number.
    Word,
    /// The end only before a word that firms have in no name; see `fr/firm_words.txt`.
    Firm,
    /// The end before any capital.
    Final,
    /// The end before a number too.
    Measure,
}

/// The word lists of a language.
#[derive(Debug, Clone)]
pub(super) struct Lexicon {
    abbreviations: FxHashMap<Box<str>, Class>,
    /// Abbreviations behind a number.
    units: FxHashMap<&'static str, Class>,
    /// Of abbreviations in two words: by the second, the first and the class.
    phrases: FxHashMap<&'static str, Vec<(&'static str, Class)>>,
    /// Abbreviations behind the number of a reference.
    pages: FxHashSet<&'static str>,
    openers: FxHashSet<&'static str>,
    commands: FxHashSet<&'static str>,
    /// Words that a single capital follows as a mark; whether always.
    introducers: FxHashMap<&'static str, bool>,
    exclaiming: FxHashSet<&'static str>,
    /// Names with their mark inside: by the word before it, those behind it.
    exclaiming_inside: FxHashMap<&'static str, Vec<&'static str>>,
    firm_words: FxHashSet<&'static str>,
    small_names: FxHashSet<&'static str>,
    unfinished: FxHashSet<&'static str>,
    greetings: FxHashSet<&'static str>,
    articles: FxHashSet<&'static str>,
    determiners: FxHashSet<&'static str>,
    particles: FxHashSet<&'static str>,
    extensions: FxHashSet<&'static str>,
}

/// The data files of a language.
struct Sources {
    abbreviations: &'static str,
    openers: &'static str,
    commands: &'static str,
    introducers: &'static str,
    exclaiming: &'static str,
    determiners: &'static str,
    particles: &'static str,
    firm_words: &'static str,
    small_names: &'static str,
    unfinished: &'static str,
    greetings: &'static str,
}

impl Lexicon {
    /// The word lists of a language, with further abbreviations of the project (with or without their
    /// stop, which behave as `Inner`); `None` for a language that has none.
    pub(super) fn of(language: &str, further: &[String]) -> Option<Lexicon> {
        match language {
            "fr" => Some(Lexicon::read(
                &Sources {
                    abbreviations: include_str!("fr/abbreviations.txt"),
                    openers: include_str!("fr/openers.txt"),
                    commands: include_str!("fr/commands.txt"),
                    introducers: include_str!("fr/introducers.txt"),
                    exclaiming: include_str!("fr/exclaiming_names.txt"),
                    determiners: include_str!("fr/determiners.txt"),
                    particles: include_str!("fr/name_particles.txt"),
                    firm_words: include_str!("fr/firm_words.txt"),
                    small_names: include_str!("fr/small_names.txt"),
                    unfinished: include_str!("fr/unfinished.txt"),
                    greetings: include_str!("fr/greetings.txt"),
                },
                further,
            )),
            _ => None,
        }
    }

    fn read(sources: &Sources, further: &[String]) -> Lexicon {
        let mut lexicon = Lexicon {
            abbreviations: FxHashMap::default(),
            units: FxHashMap::default(),
            phrases: FxHashMap::default(),
            pages: FxHashSet::default(),
            openers: lines(sources.openers).collect(),
            commands: lines(sources.commands).collect(),
            introducers: FxHashMap::default(),
            exclaiming: lines(sources.exclaiming).filter(|name| !name.contains('!')).collect(),
            exclaiming_inside: FxHashMap::default(),
            firm_words: lines(sources.firm_words).collect(),
            small_names: lines(sources.small_names).collect(),
            unfinished: lines(sources.unfinished).collect(),
            greetings: lines(sources.greetings).collect(),
            articles: FxHashSet::default(),
            determiners: FxHashSet::default(),
            particles: lines(sources.particles).collect(),
            extensions: lines(include_str!("extensions.txt")).collect(),
        };
        for name in lines(sources.exclaiming) {
            if let Some((before, behind)) = name.split_once(" ! ") {
                lexicon.exclaiming_inside.entry(before).or_default().push(behind);
            }
        }
        for (section, word) in sections(sources.introducers) {
            lexicon.introducers.insert(word, section == "always");
        }
        for (section, word) in sections(sources.determiners) {
            if section == "article" {
                lexicon.articles.insert(word);
            }
            lexicon.determiners.insert(word);
        }
        for (section, word) in sections(sources.abbreviations) {
            let class = match section {
                "title" => Class::Title,
                "head" => Class::Head,
                "inner" => Class::Inner,
                "named" => Class::Named,
                "word" => Class::Word,
                "firm" => Class::Firm,
                "final" => Class::Final,
                "pages" => {
                    lexicon.pages.insert(word);
                    continue;
                }
                _ => {
                    let class = if section == "unit" { Class::Final } else { Class::Measure };
                    lexicon.units.insert(word, class);
                    continue;
                }
            };
            match word.split_once(' ') {
                Some((first, second)) => {
                    lexicon.phrases.entry(second).or_default().push((first.trim_end_matches('.'), class));
                }
                None => {
                    lexicon.abbreviations.entry(word.into()).or_insert(class);
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
        if after_number && let Some(class) = self.units.get(word) {
            return Some(*class);
        }
        if let Some(class) = self.abbreviations.get(word) {
            return Some(*class);
        }
        let first = word.chars().next().filter(|first| first.is_uppercase())?;
        let small: String = first.to_lowercase().chain(word.chars().skip(1)).collect();
        self.abbreviations.get(small.as_str()).copied().filter(|_| word.chars().nth(1).is_some())
    }

    /// How the second word of an abbreviation in two behaves, if `previous` tells the first.
    pub(super) fn phrase<'t>(&self, word: &str, previous: impl FnOnce() -> &'t str) -> Option<Class> {
        let firsts = self.phrases.get(word)?;
        let previous = previous();
        firsts.iter().find(|(first, _)| is_like(previous, first)).map(|&(_, class)| class)
    }

    /// Whether the word ends references: `sq` of « p. 12 sq. ».
    pub(super) fn is_behind_pages(&self, word: &str) -> bool {
        self.pages.contains(word)
    }

    /// Whether a word goes on the name of a firm behind `Inc.` or `Bros.`.
    pub(super) fn is_firm_word(&self, word: &str) -> bool {
        self.firm_words.contains(word)
    }

    /// Whether a word in small letters is a name that keeps them at the head of a sentence.
    pub(super) fn is_small_name(&self, word: &str) -> bool {
        self.small_names.contains(word)
    }

    /// Whether a word, its first letter a capital, opens sentences.
    pub(super) fn opens(&self, word: &str) -> bool {
        let lower = word.to_lowercase();
        self.openers.contains(lower.as_str())
    }

    /// Whether a word, its first letter a capital, tells readers what to do; all end in *-ez* or *-tes*.
    pub(super) fn commands(&self, word: &str) -> bool {
        // What follows a stop is hardly ever one.
        let may_be_one = word.ends_with("ez") || word.ends_with("tes");
        may_be_one
            && word.starts_with(char::is_uppercase)
            && self.commands.contains(word.to_lowercase().as_str())
    }

    /// Whether a single capital after this word is a mark, hardly an initial.
    pub(super) fn introduces(&self, word: &str) -> bool {
        self.introducers.contains_key(word.to_lowercase().as_str())
    }

    /// Whether a single capital after this word is never an initial.
    pub(super) fn always_introduces(&self, word: &str) -> bool {
        self.introducers.get(word.to_lowercase().as_str()) == Some(&true)
    }

    /// Whether a name ends in an exclamation or question mark of its own.
    pub(super) fn exclaims(&self, word: &str) -> bool {
        self.exclaiming.contains(word)
    }

    /// Whether a sentence hardly ends with the word.
    pub(super) fn is_unfinished(&self, word: &str) -> bool {
        self.unfinished.contains(word)
    }

    /// Whether a word, its first letter a capital, begins a greeting or an exclamation.
    pub(super) fn greets(&self, word: &str) -> bool {
        self.greetings.contains(word.to_lowercase().as_str())
    }

    /// Whether a mark between the two words stands within a name: « Tora ! Tora ! Tora ! »
    pub(super) fn exclaims_inside(&self, before: &str, behind: &str) -> bool {
        self.exclaiming_inside.get(before).is_some_and(|words| words.contains(&behind))
    }

    /// Whether a word is a definite article.
    pub(super) fn is_article(&self, word: &str) -> bool {
        self.articles.contains(word.to_lowercase().as_str())
    }

    /// Whether a word is an article or stands for one: no name follows it right away.
    pub(super) fn is_determiner(&self, word: &str) -> bool {
        self.determiners.contains(word.to_lowercase().as_str())
    }

    /// Whether a word with a capital may begin a name: « Le Goff ».
    pub(super) fn is_particle(&self, word: &str) -> bool {
        self.particles.contains(word)
    }

    /// Whether a token, in whatever case, is the extension of a file's name or the end of a host's.
    pub(super) fn is_extension(&self, token: &str) -> bool {
        self.extensions.contains(token.to_ascii_lowercase().as_str())
    }
}

/// Whether a word is as the list has it, or has a capital for its first small letter.
fn is_like(word: &str, listed: &str) -> bool {
    let (mut letters, mut wanted) = (word.chars(), listed.chars());
    let (first, small) = (letters.next(), wanted.next());
    letters.as_str() == wanted.as_str()
        && (first == small || first.is_some_and(|first| first.to_lowercase().eq(small)))
}

/// The lines of a data file that are neither empty nor comments.
fn lines(data: &str) -> impl Iterator<Item = &str> {
    data.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The lines of a data file, each with the `[section]` it stands in.
fn sections(data: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let mut section = "";
    lines(data).filter_map(move |line| match line.strip_prefix('[').and_then(|line| line.strip_suffix(']')) {
        Some(name) => {
            section = name;
            None
        }
        None => Some((section, line)),
    })
}
