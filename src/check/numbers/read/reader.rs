//! What reads the numbers of one text, in digits, words or signs: what is wanted of it, how far it came, and what stands
//! around a number.

use super::digits::{Marks, is_blank};
use super::reading::Reading;
use crate::check::lexicon::Lexicon;
use crate::check::lists::Words;
use crate::check::numbers::value::digit;
use crate::check::scan::{FRACTION, PERCENT, Text, WIDE, Word, with_lower};
use crate::check::script::Script;
use crate::text::Span;

/// What to read besides digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted {
    /// Numbers in words, Roman numerals, months.
    pub(super) words: bool,
    /// Which numbers are per cent.
    pub(super) percents: bool,
    /// ¾ and its sisters.
    pub(super) fractions: bool,
}

impl Wanted {
    pub(super) const ALL: Wanted = Wanted { words: true, percents: true, fractions: true };
}

/// A text that is being read.
pub(super) struct Reader<'t, 'a> {
    pub(super) text: &'t Text<'a>,
    pub(super) lexicon: &'t Lexicon,
    pub(super) marks: Marks,
    pub(super) script: Script,
    pub(super) is_french: bool,
    /// Whether a sign such as ½ may stand in it, and is asked for.
    pub(super) has_fractions: bool,
    pub(super) out: Reading,
    /// Whether anything in the text may stand for per cent; asked at the first number.
    pub(super) has_percent: Option<bool>,
    /// Ends of spans whose words are spent, by word index.
    pub(super) spent: Vec<Span>,
}

impl<'t, 'a> Reader<'t, 'a> {
    /// A text of which nothing is read yet.
    pub(super) fn new(
        text: &'t Text<'a>,
        lexicon: &'t Lexicon,
        marks: Marks,
        script: Script,
        is_french: bool,
        wanted: Wanted,
    ) -> Self {
        Reader {
            text,
            lexicon,
            marks,
            script,
            is_french,
            has_fractions: wanted.fractions && text.has(FRACTION),
            out: Reading::default(),
            has_percent: if wanted.percents { None } else { Some(false) },
            spent: Vec::new(),
        }
    }

    pub(super) fn prose(&self) -> &str {
        &self.text.prose
    }

    /// Index of the first word that begins at `at` or later.
    pub(super) fn word_from(&self, at: usize) -> usize {
        self.text.words.partition_point(|word| word.span().start < at)
    }

    /// The word that begins after blanks from `at` on, and its index.
    pub(super) fn word_after(&self, at: usize) -> Option<(usize, &Word)> {
        let blanks: usize =
            self.prose()[at..].chars().take(2).take_while(|c| is_blank(*c)).map(char::len_utf8).sum();
        let index = self.word_from(at);
        let word = self.text.words.get(index)?;
        (word.span().start == at + blanks).then_some((index, word))
    }

    /// Whether a word for a half follows, after a small word or two.
    pub(super) fn has_half(&self, end: usize) -> bool {
        /// Bytes up to the end of the word: `миллиона с половиной`.
        const NEAR: usize = 24;
        /// Words before a half by which, or to which, something grows or falls: it exceeded two million *by* half.
        static BEFORE_SHARE: Words = Words::of("before-share");
        // What is *by half* in Bulgarian is *and a half* in Russian.
        const BY_IN_BULGARIAN: &str = "с";
        // A half of them, and no half more: *3 мільйони, половина з них*. What is added has another ending.
        const OF_THEM: [&str; 3] = ["половина", "половини", "половину"];
        if self.lexicon.half.is_empty() {
            return false;
        }
        let adds = |word: &Word| {
            let written = self.text.word(word);
            self.lexicon.half.contains(&written)
                && !(OF_THEM.contains(&written) && self.lexicon.is_of(&["ru", "uk"]))
        };
        let is_before_share = |word: &&Word| {
            let written = self.text.word(word);
            BEFORE_SHARE.has(written) || written == BY_IN_BULGARIAN && self.lexicon.is_of(&["bg"])
        };
        let index = self.word_from(end);
        self.text.words[index..]
            .iter()
            .take(3)
            .take_while(|word| word.span().end < end + NEAR)
            .take_while(|word| !is_before_share(word))
            .find(|word| word.span().len() > 3 || self.lexicon.half.contains(&self.text.word(word)))
            .is_some_and(adds)
            || self.lexicon.adds_half(&self.prose()[end..])
    }

    /// Whether a per-cent sign or word stands at a number.
    pub(super) fn percent(&mut self, start: usize, end: usize) -> bool {
        let may_say = || {
            self.script.is_unspaced()
                || self.text.has(PERCENT)
                // The signs of others begin with these bytes.
                || self.text.has(WIDE) && memchr::memchr2(0xD9, 0xEF, self.text.prose.as_bytes()).is_some()
                || self.text.words.iter().any(|word| self.lexicon.percent_beginnings.has(word))
        };
        if !*self.has_percent.get_or_insert_with(may_say) {
            return false;
        }
        let prose = self.prose();
        let rest = prose[end..].trim_start_matches(is_blank);
        if rest.starts_with(['%', '٪', '％']) {
            self.out.percents = self.out.percents.saturating_add(1);
            return true;
        }
        if rest.starts_with('‰') {
            return false;
        }
        if is_of_volume(rest) {
            self.out.percents = self.out.percents.saturating_add(1);
            return true;
        }
        let before = prose[..start].trim_end_matches(is_blank);
        // French writes it behind: `%1` is a placeholder.
        let sign = before.strip_suffix(['%', '٪']).filter(|_| !self.is_french);
        if sign.is_some_and(|before| !before.trim_end_matches(is_blank).ends_with(|c| digit(c).is_some())) {
            self.out.percents = self.out.percents.saturating_add(1);
            return true;
        }
        /// Bytes between a number and a word behind it: `15 орчим хувь`.
        const NEAR: usize = 20;
        let index = self.word_from(end);
        let near = |word: &&Word| word.span().start < end + NEAR;
        let after =
            self.text.words[index..].iter().take(2).take_while(near).any(|word| self.is_percent(word));
        let found = after
            || self
                .word_from(start)
                .checked_sub(1)
                .is_some_and(|at| self.is_before(&self.text.words[at], start))
            || self.script.is_unspaced()
                && (rest.starts_with("パーセント")
                    || self
                        .lexicon
                        .percent
                        .iter()
                        .any(|form| before.ends_with(form) || rest.starts_with(form)));
        self.out.percents = self.out.percents.saturating_add(u8::from(found));
        found
    }

    pub(super) fn is_before(&self, word: &Word, start: usize) -> bool {
        word.span().end + 1 >= start && self.is_percent(word)
    }

    /// Whether a word stands for per cent. The longer ones may have endings.
    pub(super) fn is_percent(&self, word: &Word) -> bool {
        if !self.lexicon.percent_beginnings.has(word) {
            return false;
        }
        // 101 → Cent Un
        let before = || self.prose()[..word.span().start].trim_end_matches(is_blank);
        if self.is_french && word.span().len() == "cent".len() && !before().ends_with("pour") {
            return false;
        }
        with_lower(self.text.word(word), |lower| {
            self.lexicon.percent.iter().any(|form| {
                *form == lower || (form.len() >= 5 && lower.starts_with(form) && lower.len() > form.len())
            })
        })
    }

    pub(super) fn is_spent(&self, word: &Word) -> bool {
        if self.spent.is_empty() {
            return false;
        }
        let span = word.span();
        let at = self.spent.partition_point(|spent| spent.end <= span.start);
        self.spent.get(at).is_some_and(|spent| spent.start < span.end)
    }

    pub(super) fn month(&mut self, month: u8) {
        self.out.months |= 1 << month;
        self.out.month_count = self.out.month_count.saturating_add(1);
    }

    pub(super) fn weekdays(&mut self, days: u8) {
        self.out.weekdays |= days;
    }

    pub(super) fn noon(&mut self, hours: u8) {
        self.out.noon |= hours;
    }

    pub(super) fn count_percent(&mut self) {
        self.out.percents = self.out.percents.saturating_add(1);
    }

    pub(super) fn joins_words(&self) -> bool {
        matches!(self.script, Script::Arabic | Script::Hebrew)
    }
}

/// Whether per cent of a whole that has a short name follow: `Vol.-%`, `об. %`, `vol%`.
fn is_of_volume(rest: &str) -> bool {
    /// Letters of such a name.
    const NAME: usize = 4;
    /// Bytes of it and of what stands between it and its sign.
    const NEAR: usize = 14;
    let bytes = rest.as_bytes();
    if !bytes.first().is_some_and(|first| first.is_ascii_alphabetic() || !first.is_ascii())
        || memchr::memchr(b'%', &bytes[..bytes.len().min(NEAR)]).is_none()
    {
        return false;
    }
    let tail = rest.trim_start_matches(char::is_alphabetic);
    let name = &rest[..rest.len() - tail.len()];
    !name.is_empty()
        && name.chars().nth(NAME).is_none()
        && tail.trim_start_matches(|c| c == '.' || c == '-' || is_blank(c)).starts_with('%')
}
