//! One decision: does a sentence end at this mark?

use std::cell::Cell;

use super::chess;
use super::ending::{Ending, Stop};
use super::following::{
    Following, Next, commands, is_article_of_law, is_aside, is_before_colon, is_book_and_verse, is_compound,
    is_elided, is_last_note, is_letter_of_line, is_measured_alike, is_omission, is_quoted_subject, opens,
    second_word_is_capital, word_at,
};
use super::lexicon::{Class, Lexicon};
use super::preceding::{
    Word, has_no_vowel, is_acronym, is_in_capitals, is_initial, is_pressed, is_small_consonant, last_word,
};
use super::reason::Reason;
use super::sentence::Sentence;
use super::slip;
use super::view::{Seen, View};

/// What was decided about a mark.
#[derive(Debug, Clone, Copy)]
pub(super) struct Decision {
    /// Behind the mark and all that closes with it: where the sentence ends, if it does.
    pub(super) end: usize,
    /// Where to look on.
    pub(super) resume: usize,
    /// Why.
    pub(super) reason: Reason,
}

/// Bytes of closing marks behind a stop, more than any text has.
const LONG_ROW: usize = 64;

/// Digits of a year.
const YEAR: usize = 4;

/// Decides mark by mark, in order; remembers what is open in the sentence.
pub(super) struct Decider<'v, 't> {
    pub(super) view: &'v View<'t>,
    pub(super) lexicon: &'v Lexicon,
    pub(super) sentence: Sentence<'v, 't>,
    /// The number or letter of the item that is being read, of a list within the text; nothing if there is none.
    pub(super) item: Cell<&'t str>,
    /// Whether the sentence begins with a picture.
    pub(super) is_led_by_picture: bool,
}

/// A full stop behind a word, before something that may open a sentence.
pub(super) struct Case<'t> {
    pub(super) word: Word<'t>,
    pub(super) next: Next,
    pub(super) opener: Option<char>,
    /// Whether the word that follows opens sentences.
    pub(super) opens: bool,
    /// Whether a parenthesis follows that goes on in the same sentence.
    pub(super) aside: bool,
    /// The answer if the sentence ends.
    pub(super) cut: Reason,
}

impl<'v, 't> Decider<'v, 't> {
    pub(super) fn new(view: &'v View<'t>, lexicon: &'v Lexicon) -> Self {
        Decider {
            view,
            lexicon,
            sentence: Sentence::new(view),
            item: Cell::new(""),
            is_led_by_picture: false,
        }
    }

    /// A new sentence begins.
    pub(super) fn begin(&mut self, start: usize) {
        self.sentence.start = start;
        self.is_led_by_picture = false;
    }

    /// Decides about the mark at `stop`, in the sentence that began last.
    pub(super) fn decide(&mut self, stop: usize) -> Decision {
        self.sentence.read(stop);
        let ending = Ending::at(self.view, &self.sentence, stop);
        let Ending { behind, end, .. } = ending;
        // A long row of closing marks is looked at once.
        let resume = if end - behind > LONG_ROW { end } else { behind };
        let decision = |reason: Reason| {
            if reason.is_cut() {
                Decision { end, resume: end, reason }
            } else {
                Decision { end: behind, resume, reason }
            }
        };
        if self.view.is_inside(end) || self.sentence.is_in_code(stop) {
            return decision(Reason::InlineElement);
        }
        let (seen, place, _) = self.view.forward(end);
        let spaced = match seen {
            Seen::End => return decision(Reason::EndOfText),
            Seen::Character(c) => c.is_whitespace(),
            Seen::Atom => false,
        };
        if self.sentence.is_in_parenthesis(stop, end) {
            return decision(Reason::Parenthesis);
        }
        if !spaced {
            if let Some(end) = self.glued_note(stop, &ending) {
                return Decision { end, resume: end, reason: Reason::OpensSentence };
            }
            return decision(slip::judge(self.view, &self.sentence, self.lexicon, stop, &ending, place));
        }
        if is_omission(self.view, end) {
            return decision(Reason::OpensQuotation);
        }
        if ending.kind != Stop::Full
            && let Some(end) = self.behind_direction(stop, end)
        {
            return Decision { end, resume: end, reason: Reason::OpensSentence };
        }
        decision(self.judge(stop, &ending, Following::behind(self.view, end)))
    }

    /// Behind the digits of a note call that lost its raised form (« en hiver.3 Le pont ») between a word and one
    /// that opens sentences.
    fn glued_note(&self, stop: usize, ending: &Ending) -> Option<usize> {
        const LONGEST: usize = 3;
        let rest = &self.view.text.as_bytes()[ending.end..];
        let digits = rest.iter().take(LONGEST + 1).take_while(|byte| byte.is_ascii_digit()).count();
        let end = ending.end + digits;
        let spaced = || matches!(self.view.forward(end).0, Seen::Character(c) if c.is_whitespace());
        if !(1..=LONGEST).contains(&digits) || ending.kind == Stop::Ellipsis || !spaced() {
            return None;
        }
        // A space may stand before `!` and `?`.
        let stop = match self.view.backward(stop) {
            (Seen::Character(c), begin) if c.is_whitespace() => begin,
            _ => stop,
        };
        let word = Word::before(self.view, &self.sentence, stop);
        let is_before = slip::is_word_before(&word, self.lexicon, ending.kind)
            && word.text.starts_with(char::is_lowercase)
            && word.is_whole(self.view, &self.sentence);
        let following = Following::behind(self.view, end);
        let opens = matches!(following.next, Next::Capital(at) if opens(self.view, self.lexicon, at));
        (opens && is_before && following.opener.is_none()).then_some(end)
    }

    /// Behind a note in small letters that says how a question or an exclamation was taken, if a sentence follows:
    /// « Vous partez ? (rires) Jamais. »
    fn behind_direction(&self, stop: usize, end: usize) -> Option<usize> {
        const LONGEST: usize = 60;
        if !self.sentence.has_word_before(stop) {
            return None;
        }
        let rest = &self.view.text[end..];
        let note =
            rest.trim_start().strip_prefix(['(', '[']).filter(|note| note.starts_with(char::is_lowercase))?;
        let length =
            note.bytes().take(LONGEST).position(|byte| matches!(byte, b')' | b']' | b'.' | b'(' | b'['))?;
        let behind = note[length..].strip_prefix([')', ']'])?;
        let begins = behind.trim_start();
        let opens = begins.len() < behind.len()
            && opens(self.view, self.lexicon, self.view.text.len() - begins.len())
            && begins.starts_with(char::is_uppercase);
        let is_name = || self.lexicon.exclaims(Word::before(self.view, &self.sentence, stop).text);
        (opens && !is_name()).then_some(self.view.text.len() - behind.len())
    }

    /// Decides by what stands before the mark and what follows behind a space.
    fn judge(&self, stop: usize, ending: &Ending, following: Following) -> Reason {
        let cut = if following.opener.is_some() { Reason::OpensQuotation } else { Reason::OpensSentence };
        if !self.sentence.has_word_before(stop) {
            return Reason::NoWords;
        }
        let is_subject =
            ending.kind == Stop::Full && !ending.closed && is_quoted_subject(self.view, &following);
        let next = if is_subject { Next::Atom } else { following.next };
        let following = Following { next, ..following };
        self.by_next(stop, ending, following, cut)
            .or_else(|| self.by_frame(stop, ending, following))
            .unwrap_or_else(|| self.by_word(stop, ending, following, cut))
    }

    /// The answer where what follows gives it alone, as it may open no sentence.
    fn by_next(&self, stop: usize, ending: &Ending, following: Following, cut: Reason) -> Option<Reason> {
        match following.next {
            Next::End if following.opener.is_some() => Some(Reason::MarkFollows),
            Next::End => Some(Reason::EndOfText),
            Next::Small => {
                // « a. Peser. b. Mélanger. »
                let opens = ending.kind != Stop::Ellipsis && self.is_next_item(following.at)
                    || ending.kind == Stop::Full && !ending.closed && self.is_small_name(stop, following.at);
                Some(if opens { cut } else { Reason::SmallLetter })
            }
            Next::Address if ending.kind == Stop::Ellipsis => Some(Reason::SmallLetter),
            Next::Mark => Some(Reason::MarkFollows),
            Next::Capital(_) | Next::Brand | Next::Digit(_) | Next::Address | Next::Atom => None,
        }
    }

    /// The answer where the mark belongs to what it stands in, whatever its word is: a head, a label, a note, a game of
    /// chess, an aside.
    fn by_frame(&self, stop: usize, ending: &Ending, following: Following) -> Option<Reason> {
        let Following { next, at, opener } = following;
        if ending.kind == Stop::Full {
            if self.is_head(stop, next, opener) {
                return Some(Reason::Head);
            }
            if self.is_label(stop, opener) {
                return Some(Reason::Enumerator);
            }
            if is_article_of_law(self.view, stop, next) {
                return Some(Reason::Abbreviation);
            }
        }
        // « Il part. (1) »
        if opener == Some('(') && is_last_note(self.view, ending.end) {
            return Some(Reason::MarkFollows);
        }
        if self.is_chess(stop, ending, at) {
            return Some(Reason::Number);
        }
        // An aside between dashes goes on in small letters; with a number it is one too.
        if matches!(next, Next::Digit(_)) && matches!(opener, Some('–' | '-')) && ending.kind != Stop::Strong
        {
            return Some(Reason::Number);
        }
        // « (Applaudissements à gauche. – Exclamations à droite.) » is one note.
        let is_note = matches!(opener, Some('–' | '—' | '-')) && self.sentence.is_open_parenthesis(stop);
        is_note.then_some(Reason::Parenthesis)
    }

    /// Decides by the word before the mark, and by whether what follows opens sentences.
    fn by_word(&self, stop: usize, ending: &Ending, following: Following, cut: Reason) -> Reason {
        let Following { next, opener, .. } = following;
        let word = Word::before(self.view, &self.sentence, stop);
        let opens = matches!(next, Next::Capital(at) if opens(self.view, self.lexicon, at)
            || opener.is_none() && commands(self.view, self.lexicon, at) && !self.is_title(&word, next));
        let aside = opener == Some('(') && is_aside(self.view, ending.end);
        match ending.kind {
            // « Où vas-tu ? » (Roux, 1902).
            _ if ending.closed && aside => Reason::MarkFollows,
            // `[...]`, `(…)`: stands for what was left out, and ends nothing by itself.
            Stop::Ellipsis if ending.closed && word.text.is_empty() && !matches!(next, Next::Digit(_)) => {
                self.after_omission(stop, cut)
            }
            Stop::Ellipsis
                if ending.end == ending.behind
                    && opener.is_none()
                    && !opens
                    && self.is_awaited(stop, next) =>
            {
                Reason::Name
            }
            Stop::Ellipsis => cut,
            Stop::Strong if self.lexicon.exclaims(word.text) && word.end == stop && !opens => Reason::Name,
            Stop::Strong if self.exclaims_inside(stop, next) => Reason::Name,
            Stop::Strong => cut,
            // « A. Bel (dir.) Lyon »
            Stop::Full if ending.closed && !opens && self.ends_in_parenthesis(stop, &word, next) => {
                Reason::Abbreviation
            }
            Stop::Full if ending.closed || word.text.is_empty() => cut,
            Stop::Full => self.full_stop(&Case { word, next, opener, opens, aside, cut }),
        }
    }

    /// Whether a word stands before names: « le Dr. Suivez ».
    fn is_title(&self, word: &Word<'t>, next: Next) -> bool {
        self.class(word, false, next) == Some(Class::Title)
    }

    /// Whether a move of chess follows its number (« 2. Cf3 », « 7... Cf6 ») or a move with a mark of praise
    /// or blame, the next one's number before it or not (« Dxg7+! Rxg7 », « Dh4! 15. g3 »).
    fn is_chess(&self, stop: usize, ending: &Ending, at: usize) -> bool {
        stop > 0
            && matches!(self.view.text.as_bytes()[stop - 1], b'0'..=b'9' | b'+' | b'#' | b'O')
            && !ending.closed
            && chess::begins(&self.view.text[at..], ending.kind == Stop::Strong)
            && match ending.kind {
                Stop::Full | Stop::Ellipsis => {
                    let word = Word::before(self.view, &self.sentence, stop);
                    !word.text.is_empty() && word.is_number()
                }
                Stop::Strong => chess::ends(&self.view.text[..stop]),
            }
    }

    /// Whether the word is an abbreviation at the end of a parenthesis within the sentence.
    fn ends_in_parenthesis(&self, stop: usize, word: &Word<'_>, next: Next) -> bool {
        matches!(next, Next::Capital(_))
            && self.sentence.is_in_parenthesis(stop, stop)
            && (is_small_consonant(word.text) || self.lexicon.abbreviation(word.text, false).is_some())
    }

    /// Behind `[...]` or `(…)`: a sentence ended before it, or goes on through it.
    fn after_omission(&self, stop: usize, cut: Reason) -> Reason {
        let mut at = stop;
        loop {
            match self.view.backward(at) {
                (Seen::Character(c), begin) if c.is_whitespace() || matches!(c, '[' | '(') => at = begin,
                (Seen::Character('.' | '!' | '?' | '…' | '»' | '”'), _) => return cut,
                _ => return Reason::MarkFollows,
            }
        }
    }

    fn full_stop(&self, case: &Case<'t>) -> Reason {
        let Case { word, cut, .. } = case;
        let after_number = word.is_after_number(self.view);
        let class = self.class(word, after_number, case.next);
        // A key is no name and no abbreviation.
        if matches!(case.next, Next::Capital(_)) && is_pressed(&self.view.text[..word.begin]) {
            return *cut;
        }
        if class != Some(Class::Title) && self.is_enumerator(word, case.opens) {
            if !word.text.contains(|c: char| c.is_uppercase() || c == '.' || c == '-') {
                self.item.set(word.text);
            }
            return Reason::Enumerator;
        }
        if word.is_number() {
            // No French number has a space behind a stop.
            return *cut;
        }
        if let Next::Digit(at) = case.next
            && (self.is_next_item(at) || (after_number && is_measured_alike(self.view, at, word.text)))
        {
            return *cut;
        }
        // « n° 23-14. 455 »
        if matches!(case.next, Next::Digit(_)) && word.is_after_number_sign(self.view) {
            return Reason::Number;
        }
        // « il reste %d. Fixez »
        if word.text.len() == 1 && self.view.text[..word.begin].ends_with('%') {
            return *cut;
        }
        // « au rang n. Montrons »
        let is_variable = || {
            matches!(case.next, Next::Capital(_))
                && is_small_consonant(word.text)
                && word.elided.is_empty()
                && (matches!(word.text, "k" | "w" | "x" | "z")
                    || self.lexicon.introduces(self.previous(word)))
        };
        if is_variable() {
            return *cut;
        }
        if let Some(class) = class {
            return self.abbreviation(class, case);
        }
        if is_initial(word.text) {
            return self.initial(case);
        }
        if is_acronym(word.text) {
            return self.acronym(case, after_number);
        }
        if has_no_vowel(word.text) {
            return self.abbreviation(Class::Word, case);
        }
        if is_small_consonant(word.text)
            && word.elided.is_empty()
            && !after_number
            && !self.lexicon.introduces(self.previous(word))
        {
            return self.abbreviation(Class::Inner, case);
        }
        // « Luc. VI, 20 »
        if matches!(case.next, Next::Capital(at) if is_book_and_verse(self.view, at))
            && word.text.starts_with(char::is_uppercase)
        {
            return Reason::Number;
        }
        *cut
    }

    /// The word before a word.
    pub(super) fn previous(&self, word: &Word<'t>) -> &'t str {
        word.previous(self.view, &self.sentence)
    }

    fn initial(&self, case: &Case<'t>) -> Reason {
        let Case { word, next, opens, cut, .. } = case;
        let previous = self.previous(word);
        match *next {
            Next::Capital(at) => {
                let follower = word_at(self.view, at);
                let follower_is_initial = is_initial(follower) && !is_elided(self.view, at);
                // « l’A. Marie », but « les romans d’A. Dumas »
                let whole = self.lexicon.is_article(word.elided);
                if (whole || self.lexicon.introduces(previous)) && *opens {
                    return *cut;
                }
                if *opens
                    && self.lexicon.is_particle(follower)
                    && second_word_is_capital(self.view, at)
                    && (!previous.starts_with(char::is_uppercase) || self.lexicon.opens(previous))
                {
                    return Reason::Initial;
                }
                if *opens && !follower_is_initial {
                    return *cut;
                }
                // « Classe : B. Série : 2 »
                if is_before_colon(self.view, at) && self.is_behind_colon(word) {
                    return *cut;
                }
                let whole = whole || self.lexicon.always_introduces(previous);
                if whole && !follower_is_initial && follower.chars().count() > 1 {
                    return *cut;
                }
                Reason::Initial
            }
            // « le bâtiment C. 12 logements »; « l’art. L. 121-3 », « l’A. 6 »
            Next::Digit(at)
                if (!word.elided.is_empty() || self.lexicon.introduces(previous))
                    && !self.lexicon.is_article(word.elided)
                    && !is_compound(self.view, at) =>
            {
                *cut
            }
            Next::Digit(_) => Reason::Number,
            Next::Atom | Next::Address | Next::Brand => *cut,
            Next::Small | Next::Mark | Next::End => Reason::Initial,
        }
    }

    /// Whether a colon stands before the word, or before the initials before it.
    fn is_behind_colon(&self, word: &Word<'t>) -> bool {
        const MOST: usize = 4;
        let mut before = self.view.text[self.sentence.start.min(word.begin)..word.begin].trim_end();
        for _ in 0..MOST {
            let Some(rest) = before.strip_suffix('.') else { break };
            let initial = last_word(rest);
            if !is_initial(initial) {
                break;
            }
            before = rest[..rest.len() - initial.len()].trim_end();
        }
        before.ends_with(':')
    }

    fn acronym(&self, case: &Case<'t>, after_number: bool) -> Reason {
        let Case { word, next, opener, opens, cut, .. } = case;
        match *next {
            Next::Digit(_) if opener.is_none() => Reason::Number,
            // « la S.N.C.F. (1938) »
            Next::Digit(at) if *opener == Some('(') && word_at(self.view, at).len() == YEAR => Reason::Number,
            Next::Capital(_) if *opener == Some('(') => Reason::Initial,
            Next::Capital(_) if *opens || self.is_titled(*next) => *cut,
            // « L’O.N.U. SIÈGE À GENÈVE »: a capital says nothing where all are capitals.
            Next::Capital(at)
                if is_in_capitals(word_at(self.view, at)) && self.is_in_capitals_before(word) =>
            {
                Reason::Initial
            }
            // « la finale O.M. - P.S.G. »
            Next::Capital(_) if matches!(opener, Some('-' | '–')) => Reason::Initial,
            Next::Capital(_) if opener.is_some() || after_number => *cut,
            // « le R.E.R. B est en panne »
            Next::Capital(at) if is_letter_of_line(self.view, at) => Reason::Initial,
            Next::Capital(_)
                if !word.elided.is_empty() || self.lexicon.is_determiner(self.previous(word)) =>
            {
                *cut
            }
            Next::Capital(_) => Reason::Initial,
            Next::Digit(_)
            | Next::Atom
            | Next::Address
            | Next::Brand
            | Next::Small
            | Next::Mark
            | Next::End => *cut,
        }
    }
}
