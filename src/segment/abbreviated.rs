//! A stop behind an abbreviation: what kind of one it is, and whether it ends the sentence too.

use super::decide::{Case, Decider};
use super::following::{Next, is_item, is_name_alone, second_word_is_capital, word_at};
use super::lexicon::Class;
use super::preceding::{Word, capitalised, is_in_capitals, is_initial, is_lettered, is_roman};
use super::reason::Reason;

impl<'t> Decider<'_, 't> {
    /// How the word behaves, if it is an abbreviation.
    pub(super) fn class(&self, word: &Word<'t>, after_number: bool, next: Next) -> Option<Class> {
        if after_number && self.lexicon.is_behind_pages(word.text) {
            let counted = word.counted(self.view, &self.sentence);
            let is_part = is_roman(counted)
                || (!counted.is_empty() && counted.bytes().all(|byte| byte.is_ascii_digit()));
            if is_part
                || self.lexicon.introduces(counted)
                || self.lexicon.abbreviation(counted, false).is_some()
            {
                return Some(Class::Final);
            }
        }
        self.lexicon
            .phrase(word.text, || word.previous_short(self.view, &self.sentence))
            .or_else(|| self.lexicon.abbreviation(word.text, after_number))
            .or_else(|| self.class_in_capitals(word, after_number, next))
            .or_else(|| self.class_of_compound(word, after_number))
    }

    /// How the last of several abbreviations with hyphens behaves: « juill.-sept. », « gramm.-hist. »
    fn class_of_compound(&self, word: &Word<'t>, after_number: bool) -> Option<Class> {
        let (before, last) = word.text.rsplit_once('-')?;
        let before = before.strip_suffix('.')?;
        let first = before.split(['.', '-']).next().unwrap_or(before);
        self.lexicon.abbreviation(first, false)?;
        self.lexicon.abbreviation(last, after_number)
    }

    /// How the word behaves in a text all in capitals: « LE DR. ROUX », « ART. 3 », « À 12 H. FERMÉ LE LUNDI ».
    fn class_in_capitals(&self, word: &Word<'t>, after_number: bool, next: Next) -> Option<Class> {
        const LONGEST: usize = 8;
        let is_small = word.text.ends_with(|last: char| last.is_ascii_lowercase());
        let is_unit = || after_number && word.text == "H";
        if is_small || word.text.len() > LONGEST || !(is_in_capitals(word.text) || is_unit()) {
            return None;
        }
        let follows = match next {
            Next::Capital(at) => is_in_capitals(word_at(self.view, at)),
            Next::Digit(_) => true,
            Next::Atom | Next::Address | Next::Brand | Next::Small | Next::Mark | Next::End => false,
        };
        if !follows || !self.is_in_capitals_before(word) {
            return None;
        }
        let small = || self.lexicon.abbreviation(&word.text.to_lowercase(), after_number);
        small().or_else(|| self.lexicon.abbreviation(&capitalised(word.text), false))
    }

    /// Whether no small letter stands a little before the word in its sentence.
    pub(super) fn is_in_capitals_before(&self, word: &Word<'t>) -> bool {
        const BEFORE: usize = 24;
        let before = &self.view.text[self.sentence.start.min(word.begin)..word.begin];
        !before.chars().rev().take(BEFORE).any(char::is_lowercase)
    }

    /// Decides behind an abbreviation.
    pub(super) fn abbreviation(&self, class: Class, case: &Case<'t>) -> Reason {
        let Case { word, next, opener, opens, cut, .. } = case;
        if case.aside {
            return Reason::Abbreviation;
        }
        let titled = self.is_titled(*next);
        let belongs = match *next {
            Next::Capital(at) => {
                let follower = word_at(self.view, at);
                !opens && !titled && (is_initial(follower) || is_roman(follower) || is_lettered(follower))
            }
            Next::Digit(_) => true,
            Next::Atom | Next::Address | Next::Brand | Next::Small | Next::Mark | Next::End => false,
        };
        let ends = match class {
            Class::Title => *opens && self.is_no_title(*next),
            Class::Head => false,
            // Alone it is the head of what follows: « N.B. Le bureau est clos. »
            Class::Inner if !self.sentence.has_word_before(word.begin) => false,
            Class::Inner | Class::Named if *opens && self.is_place(*next) => false,
            Class::Inner => *opens,
            Class::Named if !word.elided.is_empty() || self.lexicon.is_article(self.previous(word)) => {
                *opens || titled
            }
            // « EXT. LE QUAI – JOUR »
            Class::Word if is_in_capitals(word.text) && !self.sentence.has_word_before(word.begin) => false,
            Class::Word => !belongs,
            // No unit is a part of somebody's name: « à 12 €. A. Roux ».
            Class::Measure => match *next {
                Next::Capital(at) => !belongs || is_initial(word_at(self.view, at)),
                _ => !belongs || matches!(next, Next::Digit(_)),
            },
            Class::Firm if self.goes_on_firm(*next) => false,
            Class::Final if matches!(*next, Next::Digit(at) if is_item(self.view, at)) => true,
            Class::Named | Class::Firm | Class::Final => {
                !belongs || (matches!(next, Next::Digit(_)) && opener.is_some())
            }
        };
        if ends { *cut } else { Reason::Abbreviation }
    }

    /// Whether nothing but a name that begins as sentences do follows (« Z.I. Les Prés, à Metz »), or one in a
    /// text all in capitals (« AV. DE LA GARE »).
    fn is_place(&self, next: Next) -> bool {
        let Next::Capital(at) = next else { return false };
        let follower = word_at(self.view, at);
        if is_in_capitals(follower) {
            return self.lexicon.is_particle(&capitalised(follower));
        }
        self.lexicon.is_particle(follower)
            && second_word_is_capital(self.view, at)
            && is_name_alone(self.view, at, &['.', '!', '?', '…', ',', ';', ')'])
    }

    /// Whether the name of a firm goes on: « Roux & Co. KG ».
    fn goes_on_firm(&self, next: Next) -> bool {
        matches!(next, Next::Capital(at) if self.lexicon.is_firm_word(word_at(self.view, at)))
    }

    /// Whether a title stands where no name can follow: « le 3e M. Il » is none, but « en l’an MM. Le roi ».
    fn is_no_title(&self, next: Next) -> bool {
        let Next::Capital(at) = next else { return false };
        let follower = word_at(self.view, at);
        // « M. Le Goff », « Mme La Fontaine », « M. LE JUGE »
        !self.lexicon.is_particle(follower) && follower.chars().count() > 1 && !is_in_capitals(follower)
    }

    /// Whether a title and a name follow: « … etc. M. Roux ».
    pub(super) fn is_titled(&self, next: Next) -> bool {
        let Next::Capital(at) = next else { return false };
        let follower = word_at(self.view, at);
        if self.lexicon.abbreviation(follower, false) != Some(Class::Title) {
            return false;
        }
        let rest = &self.view.text[at + follower.len()..];
        let (dotted, rest) = rest.strip_prefix('.').map_or((false, rest), |rest| (true, rest));
        let rest = rest.strip_prefix(char::is_whitespace).unwrap_or_default();
        (dotted || follower.chars().count() > 1)
            && rest.starts_with(|c: char| c.is_uppercase() || (dotted && c.is_lowercase()))
    }
}
