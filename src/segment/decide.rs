//! One decision: does a sentence end at this mark?

use std::cell::Cell;

use super::lexicon::{Class, Lexicon};
use super::view::{Seen, View};

/// Why a sentence ends at a mark, or goes on behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A cut: what follows opens a sentence.
    OpensSentence,
    /// A cut: a sentence in quotation marks, brackets or behind a dash follows.
    OpensQuotation,
    /// A cut: nothing follows.
    EndOfText,
    /// A cut: the space behind the stop is missing, and it is plainly one.
    MissingSpace,
    /// A small letter follows.
    SmallLetter,
    /// A mark of the same sentence follows.
    MarkFollows,
    /// No space follows, as in a number, an address, a name.
    NoSpace,
    /// An abbreviation that something belongs to.
    Abbreviation,
    /// The initial of a name.
    Initial,
    /// The number or letter of what follows.
    Enumerator,
    /// A number goes on.
    Number,
    /// Inside a parenthesis that stands in a sentence.
    Parenthesis,
    /// Inside an emphasis, a link or code.
    InlineElement,
    /// A mark that is part of a name.
    Name,
    /// No word stands before it.
    NoWords,
}

impl Reason {
    /// Whether the sentence ends.
    pub fn is_cut(self) -> bool {
        match self {
            Reason::OpensSentence | Reason::OpensQuotation | Reason::EndOfText | Reason::MissingSpace => true,
            Reason::SmallLetter
            | Reason::MarkFollows
            | Reason::NoSpace
            | Reason::Abbreviation
            | Reason::Initial
            | Reason::Enumerator
            | Reason::Number
            | Reason::Parenthesis
            | Reason::InlineElement
            | Reason::Name
            | Reason::NoWords => false,
        }
    }

    /// In a few words, for `--explain`.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::OpensSentence => "cut: what follows opens a sentence",
            Reason::OpensQuotation => "cut: a quotation, parenthesis or dash opens a sentence",
            Reason::EndOfText => "cut: the text ends",
            Reason::MissingSpace => "cut: only the space behind the stop is missing",
            Reason::SmallLetter => "no cut: a small letter follows",
            Reason::MarkFollows => "no cut: a mark of the same sentence follows",
            Reason::NoSpace => "no cut: no space follows",
            Reason::Abbreviation => "no cut: an abbreviation",
            Reason::Initial => "no cut: the initial of a name",
            Reason::Enumerator => "no cut: the number or letter of what follows",
            Reason::Number => "no cut: a number goes on",
            Reason::Parenthesis => "no cut: inside a parenthesis",
            Reason::InlineElement => "no cut: inside an emphasis, a link or code",
            Reason::Name => "no cut: the mark is part of a name",
            Reason::NoWords => "no cut: no word stands before it",
        }
    }
}

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

/// Characters of a token that may be a word behind a stop without a space.
const LONGEST_TOKEN: usize = 64;

/// Bytes of closing marks behind a stop, more than any text has.
const LONG_ROW: usize = 64;

/// Decides mark by mark, in order; remembers what is open in the sentence.
pub(super) struct Decider<'v, 't> {
    view: &'v View<'t>,
    lexicon: &'v Lexicon,
    /// Up to where `quotes` and `parenthesis` know the text.
    known: usize,
    /// Whether an odd number of straight quotation marks stands before `known`.
    in_quotes: bool,
    /// Where the parenthesis ends that opened last within a sentence.
    parenthesis_end: usize,
    /// Where the sentence began.
    start: usize,
    /// The sentence's start that was asked about last, up to where it holds no word, and whether one is there.
    word: Cell<(usize, usize, bool)>,
}

/// The marks at the end of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// One full stop.
    Full,
    /// Three or more, or `…`.
    Ellipsis,
    /// With `!` or `?`.
    Strong,
}

/// What follows behind the space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    /// A capital letter, or one of a script without capitals; where its word begins.
    Capital(usize),
    /// A small letter, then a capital: `iPhone`.
    Brand,
    /// A small letter.
    Small,
    /// A digit.
    Digit,
    /// Code, an address, an image.
    Atom,
    /// Another mark or sign.
    Mark,
    /// Nothing.
    End,
}

impl<'v, 't> Decider<'v, 't> {
    pub(super) fn new(view: &'v View<'t>, lexicon: &'v Lexicon) -> Self {
        Decider {
            view,
            lexicon,
            known: 0,
            in_quotes: false,
            parenthesis_end: 0,
            start: 0,
            word: Cell::new((0, 0, false)),
        }
    }

    /// A new sentence begins.
    pub(super) fn begin(&mut self, start: usize) {
        self.start = start;
    }

    /// Decides about the mark at `stop`, in the sentence that began at `start`.
    pub(super) fn decide(&mut self, start: usize, stop: usize) -> Decision {
        self.start = start;
        self.learn(stop);
        let (kind, behind) = self.marks(stop);
        let (end, closed, kind) = self.closers(behind, kind);
        let end = self.pictures(end);
        let decision = |reason, end| Decision { end, resume: end, reason };
        // A long row of closing marks is looked at once.
        let resume = if end - behind > LONG_ROW { end } else { behind };
        let no = |reason| Decision { end: behind, resume, reason };
        if self.view.is_inside(end) {
            return no(Reason::InlineElement);
        }
        let (seen, place, _) = self.view.forward(end);
        let spaced = match seen {
            Seen::End => return decision(Reason::EndOfText, end),
            Seen::Character(c) => c.is_whitespace(),
            Seen::Atom => false,
        };
        if stop < self.parenthesis_end && end <= self.parenthesis_end {
            return no(Reason::Parenthesis);
        }
        if !spaced {
            let reason = self.without_space(stop, end, place, kind);
            return if reason.is_cut() { decision(reason, end) } else { no(reason) };
        }
        if self.omission_follows(end) {
            return decision(Reason::OpensQuotation, end);
        }
        let (next, opened, opener) = self.next(end);
        let reason = self.judge(stop, kind, closed, next, opened, opener);
        if reason.is_cut() { decision(reason, end) } else { no(reason) }
    }

    /// Follows quotation marks and parentheses up to `until`.
    fn learn(&mut self, until: usize) {
        let bytes = self.view.text.as_bytes();
        let mut from = self.known.min(until);
        while let Some(next) = memchr::memchr2(b'"', b'(', &bytes[from..until]) {
            let at = from + next;
            if bytes[at] == b'"' {
                self.in_quotes = !self.in_quotes;
            } else if at >= self.parenthesis_end
                && at < self.view.last_closing
                && self.has_word(self.start, at)
            {
                self.parenthesis_end = self.closing(at).unwrap_or(self.parenthesis_end);
            }
            from = at + 1;
        }
        self.known = until.max(self.known);
    }

    /// The closing parenthesis of the one at `open`. A long one is no aside, and is not looked through.
    fn closing(&self, open: usize) -> Option<usize> {
        const LONGEST: usize = 600;
        let bytes = &self.view.text.as_bytes()[open..];
        let mut depth = 0_usize;
        for (at, &byte) in bytes.iter().take(LONGEST).enumerate() {
            match byte {
                b'(' => depth += 1,
                b')' if depth <= 1 => return Some(open + at),
                b')' => depth -= 1,
                _ => {}
            }
        }
        None
    }

    /// Whether a word begins between the two places. Asked about one start, it reads no text twice.
    fn has_word(&self, from: usize, until: usize) -> bool {
        let (asked, mut at, mut found) = self.word.get();
        if asked != from {
            (at, found) = (from, false);
        }
        while !found && at < until {
            match self.view.forward(at) {
                (_, place, _) if place >= until => break,
                (Seen::Character(c), _, next) if !c.is_alphanumeric() => at = next,
                (Seen::Character(_) | Seen::Atom, place, _) => (at, found) = (place, true),
                (Seen::End, _, _) => break,
            }
        }
        self.word.set((from, at, found));
        found && at < until
    }

    /// All marks that stand together at `stop`: `?!`, `...`, `! !`. Returns the byte behind them.
    fn marks(&self, stop: usize) -> (Stop, usize) {
        let (mut full, mut strong, mut ellipsis) = (0, false, false);
        let mut end = stop;
        let mut at = stop;
        loop {
            let (seen, _, next) = self.view.forward(at);
            match seen {
                Seen::Character('.') => full += 1,
                Seen::Character('…') => ellipsis = true,
                Seen::Character('!' | '?') => strong = true,
                Seen::Character(c) if c.is_whitespace() && at == end => {
                    // `Quoi ! ?`, `fin … !`
                    if let (Seen::Character('!' | '?'), _, _) = self.view.forward(next) {
                        at = next;
                        continue;
                    }
                    break;
                }
                _ => break,
            }
            at = next;
            end = next;
        }
        let kind = if strong {
            Stop::Strong
        } else if ellipsis || full >= 2 {
            Stop::Ellipsis
        } else {
            Stop::Full
        };
        (kind, end)
    }

    /// Quotation marks, brackets and note calls that close with the marks. Returns the byte behind them,
    /// markup that closes there too; and whether there was any besides markup.
    fn closers(&self, behind: usize, mut kind: Stop) -> (usize, bool, Stop) {
        let mut end = behind;
        let mut quotes = self.in_quotes;
        loop {
            let (seen, place, next) = self.view.forward(end);
            match seen {
                Seen::Character('»' | '”' | '’' | '›' | ')' | ']' | '}') => end = next,
                // Markup that nobody read as such.
                Seen::Character('*' | '_') if place == end => end = next,
                Seen::Character('"') if quotes || (place == end && self.closes_apart(next)) => {
                    quotes = false;
                    end = next;
                }
                Seen::Character('\'') if end > behind || self.quote_opened('\'') => end = next,
                // `« Oui. ».`, `(Non !).`
                Seen::Character('.' | '…' | '!' | '?') if end > behind => {
                    if kind == Stop::Full && !matches!(seen, Seen::Character('.')) {
                        kind = Stop::Strong;
                    }
                    end = next;
                }
                // Superscript note calls.
                Seen::Character('¹' | '²' | '³' | '⁰' | '⁴'..='⁹') => end = next,
                Seen::Character('0'..='9') if place > end => match self.raised_note(place) {
                    Some(note) => end = note,
                    None => break,
                },
                Seen::Character('[') if place == end => match self.note(end) {
                    Some(note) => end = note,
                    None => break,
                },
                Seen::Character(c) if c.is_whitespace() => {
                    // `Oui. »`
                    let (after, _, beyond) = self.view.forward(next);
                    match after {
                        Seen::Character('»' | '›') => end = beyond,
                        Seen::Character('"') if quotes && self.closes_apart(beyond) => {
                            quotes = false;
                            end = beyond;
                        }
                        _ => break,
                    }
                }
                _ => break,
            }
        }
        (self.closing_markup(end), end > behind, kind)
    }

    /// Emoji behind the marks, with or without a space, belong to the sentence that they comment on. Returns
    /// the byte behind them.
    fn pictures(&self, behind: usize) -> usize {
        let (mut at, mut end) = (behind, behind);
        loop {
            match self.view.forward(at) {
                (Seen::Character(c), _, next) if is_picture(c) => (at, end) = (next, next),
                (Seen::Character(c), _, next) if c.is_whitespace() && at == end => at = next,
                _ => return end,
            }
        }
    }

    /// The end of a note call that markup raises: the digits of `<sup>1</sup>`.
    fn raised_note(&self, digits: usize) -> Option<usize> {
        const LONGEST: usize = 3;
        let bytes = &self.view.text.as_bytes()[digits..];
        let length = bytes.iter().take(LONGEST).take_while(|byte| byte.is_ascii_digit()).count();
        let end = digits + length;
        self.view.hidden(end).map(|_| end)
    }

    /// Whether a straight quotation mark with a space before it closes: a space or a mark is behind it too.
    fn closes_apart(&self, behind: usize) -> bool {
        match self.view.forward(behind).0 {
            Seen::Character(c) => !c.is_alphanumeric(),
            Seen::Atom => false,
            Seen::End => true,
        }
    }

    /// Whether a single quotation mark opened in the sentence: `'` before a letter, after a space.
    fn quote_opened(&self, mark: char) -> bool {
        const FAR: usize = 400;
        let mut from = self.known.saturating_sub(FAR).max(self.start);
        while !self.view.text.is_char_boundary(from) {
            from += 1;
        }
        let until = self.known.max(from);
        let text = &self.view.text[from..until];
        text.match_indices(mark).any(|(at, _)| text[..at].chars().next_back().is_none_or(char::is_whitespace))
    }

    /// Markup that closes right behind `end`.
    fn closing_markup(&self, end: usize) -> usize {
        let mut at = end;
        for inline in self
            .view
            .inline()
            .iter()
            .skip(self.view.inline().partition_point(|inline| inline.span.start < end))
        {
            let is_markup = inline.kind == crate::document::InlineKind::Markup;
            if inline.span.start != at {
                if inline.span.start > at {
                    break;
                }
                continue;
            }
            if !is_markup {
                // An element that begins here is of the next sentence.
                break;
            }
            at = inline.span.end;
        }
        at
    }

    /// The end of a note call in brackets at `open`: `[3]`, `[^a]`, `[note 2]`.
    fn note(&self, open: usize) -> Option<usize> {
        const LONGEST: usize = 12;
        let bytes = self.view.text.as_bytes();
        let length = bytes[open..].iter().take(LONGEST).position(|&byte| byte == b']')?;
        let inside = &self.view.text[open + 1..open + length];
        let is_note = inside.starts_with('^')
            || inside.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '–'))
            || inside.starts_with("note")
            || inside.chars().count() == 1;
        (is_note && !inside.is_empty()).then_some(open + length + 1)
    }

    /// What follows the space behind `end`; whether a quotation, bracket or dash opens before it; the first
    /// such mark.
    fn next(&self, end: usize) -> (Next, bool, Option<char>) {
        let mut at = end;
        let mut opener = None;
        let mut opened = false;
        loop {
            let (seen, place, next) = self.view.forward(at);
            match seen {
                Seen::End => return (Next::End, opened, opener),
                Seen::Atom => return (Next::Atom, opened, opener),
                Seen::Character(c) if c.is_whitespace() => at = next,
                Seen::Character(
                    c @ ('«' | '“' | '„' | '‹' | '"' | '‘' | '\'' | '(' | '[' | '—' | '–' | '-' | '¿' | '¡'
                    | '•' | '*' | '_' | '@' | '#' | '→' | '‒' | '―'),
                ) => {
                    opened = true;
                    opener = opener.or(Some(c));
                    at = next;
                }
                Seen::Character(c) if c.is_numeric() => return (Next::Digit, opened, opener),
                Seen::Character(c) if c.is_lowercase() => {
                    let second = match self.view.forward(next).0 {
                        Seen::Character(second) => second,
                        Seen::Atom | Seen::End => ' ',
                    };
                    let next = if second.is_uppercase() { Next::Brand } else { Next::Small };
                    return (next, opened, opener);
                }
                Seen::Character(c) if c.is_alphabetic() => return (Next::Capital(place), opened, opener),
                Seen::Character(_) => return (Next::Mark, opened, opener),
            }
        }
    }

    /// A mark without a space behind it: a number, an address, or a slip of the pen.
    fn without_space(&self, stop: usize, end: usize, next: usize, kind: Stop) -> Reason {
        // French type has a space before `!` and `?`.
        let word = match self.view.backward(stop) {
            (Seen::Character(c), begin) if c.is_whitespace() && kind == Stop::Strong => {
                self.word_before(begin)
            }
            _ => self.word_before(stop),
        };
        let rest = &self.view.text[next..];
        let first = rest.chars().next().unwrap_or(' ');
        if matches!(first, ',' | ';' | ':' | ')' | ']' | '»' | '”' | '"') {
            return Reason::MarkFollows;
        }
        let is_plain =
            |word: &str| word.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '’' || c == '-');
        // What has no space for so long is no word.
        let token_end = rest.char_indices().take(LONGEST_TOKEN).find(|(_, c)| c.is_whitespace()).map_or_else(
            || rest.char_indices().nth(LONGEST_TOKEN).map_or(rest.len(), |(at, _)| at),
            |(at, _)| at,
        );
        let token = rest[..token_end].trim_end_matches(['.', ',', '!', '?', ';', ':', '»', ')', '…']);
        let small_before = {
            let letters = word.text.chars().rev().take(2);
            letters.clone().count() == 2 && letters.clone().all(char::is_lowercase)
        };
        let is_word_before = is_plain(word.text)
            && small_before
            && !word.text.chars().skip(1).any(char::is_uppercase)
            && (kind == Stop::Strong || self.lexicon.abbreviation(word.text, false).is_none());
        let mut letters = token.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let second = letters.next();
        let is_word_after = capital
            && is_plain(token)
            && second.is_none_or(|c| c.is_lowercase() || c == '\'' || c == '’')
            && (second.is_some() || token == "À" || token == "Y");
        let opens_quotation = matches!(first, '«' | '“') && end == self.view.forward(end).1;
        // A name with a capital before and after the stop is one of the net, or of code.
        let name_before = word.text.starts_with(char::is_uppercase)
            && word.begin > self.start
            && kind == Stop::Full
            && !self.lexicon.opens(token.split(['\'', '’']).next().unwrap_or(token));
        if is_word_before && !name_before && (is_word_after || opens_quotation) {
            return Reason::MissingSpace;
        }
        Reason::NoSpace
    }

    /// Decides by what stands before the mark and what follows behind a space.
    fn judge(
        &self,
        stop: usize,
        kind: Stop,
        closed: bool,
        next: Next,
        opened: bool,
        opener: Option<char>,
    ) -> Reason {
        let cut = if opened { Reason::OpensQuotation } else { Reason::OpensSentence };
        if !self.has_word(self.start, stop) {
            return Reason::NoWords;
        }
        match next {
            Next::End => return Reason::EndOfText,
            Next::Small => return Reason::SmallLetter,
            Next::Mark => return Reason::MarkFollows,
            Next::Capital(_) | Next::Brand | Next::Digit | Next::Atom => {}
        }
        // An aside between dashes goes on in small letters; with a number it is one too.
        if next == Next::Digit && matches!(opener, Some('–' | '-')) && kind != Stop::Strong {
            return Reason::Number;
        }
        let word = self.word_before(stop);
        match kind {
            Stop::Ellipsis => {
                if closed && word.text.is_empty() && next != Next::Digit {
                    // `[...]`, `(…)`: stands for what was left out, and ends nothing by itself.
                    return self.after_omission(stop, cut);
                }
                return cut;
            }
            Stop::Strong => {
                let exclaims = self.lexicon.exclaims(word.text) && word.end == stop;
                let opens = matches!(next, Next::Capital(at) if self.opens(at));
                return if exclaims && !opens { Reason::Name } else { cut };
            }
            Stop::Full => {}
        }
        if closed {
            return cut;
        }
        self.full_stop(&word, next, opener, cut)
    }

    /// Whether `[...]` or `(…)` follows, and then a sentence: it stands for sentences left out.
    fn omission_follows(&self, end: usize) -> bool {
        let rest = self.view.text[end..].trim_start();
        let Some(rest) = rest.strip_prefix(['[', '(']) else { return false };
        let Some(rest) =
            rest.trim_start().strip_prefix("...").or_else(|| rest.trim_start().strip_prefix('…'))
        else {
            return false;
        };
        let Some(rest) = rest.trim_start().strip_prefix([']', ')']) else { return false };
        rest.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '“'))
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

    fn full_stop(&self, word: &Word<'_>, next: Next, opener: Option<char>, cut: Reason) -> Reason {
        let opened = opener.is_some();
        let opens = match next {
            Next::Capital(at) => self.opens(at),
            _ => false,
        };
        if word.text.is_empty() {
            return cut;
        }
        let is_title = self.lexicon.abbreviation(word.text, false) == Some(Class::Title);
        if !is_title && self.is_enumerator(word) {
            return Reason::Enumerator;
        }
        if word.text.bytes().all(|byte| byte.is_ascii_digit()) {
            // No French number has a space behind a stop.
            return cut;
        }
        let after_number = self.number_before(word.begin);
        if let Some(class) = self.lexicon.abbreviation(word.text, after_number) {
            return self.abbreviation(class, word, next, opens, opened, cut);
        }
        if is_initial(word.text) {
            return self.initial(word, next, opens, cut);
        }
        if is_acronym(word.text) {
            return match next {
                Next::Capital(_) if opener == Some('(') => Reason::Initial,
                Next::Capital(_) if !opens && !self.after_determiner(word) && !opened => Reason::Initial,
                Next::Digit if !opened => Reason::Number,
                _ => cut,
            };
        }
        cut
    }

    fn abbreviation(
        &self,
        class: Class,
        word: &Word<'_>,
        next: Next,
        opens: bool,
        opened: bool,
        cut: Reason,
    ) -> Reason {
        let belongs = match next {
            Next::Capital(at) => {
                let follower = self.word_at(at);
                !opens && (is_initial(follower) || is_roman(follower))
            }
            Next::Digit => true,
            Next::Atom | Next::Brand | Next::Small | Next::Mark | Next::End => false,
        };
        let ends = match class {
            Class::Title => opens && self.is_no_title(word, next),
            // Alone it is the head of what follows: « N.B. Le bureau est clos. »
            Class::Inner if !self.has_word(self.start, word.begin) => false,
            Class::Inner => opens && (!opened || !word.text.is_empty()) && next != Next::Digit,
            Class::Word => !belongs,
            Class::Final => !belongs || (next == Next::Digit && opened),
        };
        if ends { cut } else { Reason::Abbreviation }
    }

    /// Whether a title stands where no name can follow: « le 3e M. Il » is none, but « en l’an MM. Le roi ».
    fn is_no_title(&self, word: &Word<'_>, next: Next) -> bool {
        let Next::Capital(at) = next else { return false };
        let follower = self.word_at(at);
        // « M. Le Goff », « Mme La Fontaine »
        let particle = matches!(follower, "Le" | "La" | "Les" | "Du" | "De" | "Des" | "L" | "D" | "Saint");
        word.text.chars().count() == 1 && !particle && follower.chars().count() > 1
    }

    fn initial(&self, word: &Word<'_>, next: Next, opens: bool, cut: Reason) -> Reason {
        let before = self.word_before_space(word.begin);
        let marks = word.elided || self.lexicon.introduces(before);
        match next {
            Next::Capital(at) => {
                let follower = self.word_at(at);
                if marks && opens {
                    return cut;
                }
                let particle = matches!(follower, "Le" | "La" | "Les" | "Du" | "De" | "Des" | "L" | "D");
                if opens
                    && particle
                    && self.second_word_is_capital(at)
                    && !before.starts_with(char::is_uppercase)
                {
                    return Reason::Initial;
                }
                if opens && !is_initial(follower) {
                    return cut;
                }
                if marks && !is_initial(follower) && follower.chars().count() > 1 && word.elided {
                    return cut;
                }
                Reason::Initial
            }
            Next::Digit => {
                if marks {
                    cut
                } else {
                    Reason::Number
                }
            }
            Next::Atom | Next::Brand => cut,
            Next::Small | Next::Mark | Next::End => Reason::Initial,
        }
    }

    /// Whether the word at `at` opens sentences. One letter does only where it is elided (`L’eau`) or whole
    /// (`À`, `Y`): `J.` is an initial.
    fn opens(&self, at: usize) -> bool {
        let word = self.word_at(at);
        let behind = self.view.text[at + word.len()..].chars().next().unwrap_or(' ');
        let elided = matches!(behind, '\'' | '’' | 'ʼ');
        let one = word.chars().count() == 1;
        self.lexicon.opens(word)
            && (!one || elided || (behind.is_whitespace() && matches!(word, "À" | "A" | "Y" | "Ô")))
    }

    /// Whether the word behind the one at `at` has a capital: « Le Goff ».
    fn second_word_is_capital(&self, at: usize) -> bool {
        let word = self.word_at(at);
        let rest = self.view.text[at + word.len()..].trim_start_matches(['\'', '’']);
        rest.trim_start().chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether an article or the like, often elided, stands before a word: « le P.S. », « l’U.R.S.S. »
    fn after_determiner(&self, word: &Word<'_>) -> bool {
        word.elided
            || matches!(
                self.word_before_space(word.begin),
                "le" | "la"
                    | "les"
                    | "du"
                    | "au"
                    | "aux"
                    | "des"
                    | "un"
                    | "une"
                    | "Le"
                    | "La"
                    | "Les"
                    | "ce"
                    | "cette"
                    | "son"
                    | "sa"
            )
    }

    /// Whether the word is the number or letter of an item: all that stands in the sentence so far.
    fn is_enumerator(&self, word: &Word<'_>) -> bool {
        if self.has_word(self.start, word.begin) {
            return false;
        }
        let text = word.text;
        let number = text
            .split(['.', '-'])
            .all(|part| part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit()));
        let letter = text.chars().count() == 1 && text.chars().all(char::is_alphanumeric);
        number || letter || (is_roman(text) && text.len() <= 6)
    }

    /// Whether a number stands before the word that begins at `begin`.
    fn number_before(&self, begin: usize) -> bool {
        let mut at = begin;
        loop {
            match self.view.backward(at) {
                (Seen::Character(c), before)
                    if c.is_whitespace() && at - before <= 4 && before + 8 > begin =>
                {
                    at = before
                }
                (Seen::Character(c), _) => return c.is_ascii_digit(),
                _ => return false,
            }
        }
    }

    /// The word before the one that begins at `begin`, past one space.
    fn word_before_space(&self, begin: usize) -> &'t str {
        let text = &self.view.text[self.start.min(begin)..begin];
        let text = text.trim_end();
        let from = text
            .rfind(|c: char| !c.is_alphanumeric())
            .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
        &text[from..]
    }

    /// The letters of the word that begins at `at`.
    fn word_at(&self, at: usize) -> &'t str {
        let rest = &self.view.text[at..];
        let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
        &rest[..end]
    }

    /// The word right before the mark at `stop`.
    fn word_before(&self, stop: usize) -> Word<'t> {
        const LONGEST: usize = 48;
        let mut begin = stop;
        let mut end = stop;
        let mut elided = false;
        // Markup may close between the word and its stop.
        while let (Seen::Character(c), before) = self.view.backward(begin) {
            if begin == stop {
                end = before + c.len_utf8();
            }
            if matches!(c, '\'' | '’' | 'ʼ') {
                elided = true;
                break;
            }
            let inside = c.is_alphanumeric()
                || matches!(c, '.' | '-' | '‑' | '°' | '^' | '_' | '/' | '@' | '€' | '§' | '&');
            if !inside || stop - before > LONGEST || before < self.start {
                break;
            }
            begin = before;
        }
        let end = end.max(begin);
        Word { text: &self.view.text[begin..end], begin, end, elided }
    }
}

/// A word before a mark.
struct Word<'t> {
    text: &'t str,
    begin: usize,
    end: usize,
    /// Whether an apostrophe joins it to the word before.
    elided: bool,
}

/// `J`, `J.-P`, `É`: one capital, or several with hyphens.
fn is_initial(word: &str) -> bool {
    let mut parts = word.split(['-', '‑']);
    parts.all(|part| {
        let part = part.strip_suffix('.').unwrap_or(part);
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    })
}

/// `U.R.S.S`, `P.S`: capitals with stops between.
fn is_acronym(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    parts.len() >= 2
        && parts.iter().all(|part| {
            (1..=2).contains(&part.chars().count()) && part.chars().next().is_some_and(char::is_uppercase)
        })
}

/// Emoji and the marks that join and tint them.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{1f300}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{1f1e6}'..='\u{1f1ff}' | '\u{fe0f}' | '\u{200d}')
}

/// Capitals of a Roman number, more than one.
fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C' | b'D' | b'M'))
}
