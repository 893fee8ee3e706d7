//! Brackets and quotation marks that open and don't close.

use super::scan::wide_characters;
use super::scan::{BRACKET, MARK, OPAQUE, PLAIN_BRACKET, Text, WIDE, Word};
use super::script::{Script, script};
use super::{Pair, Problem, Shared, characters, links};
use crate::text::Span;

const RULE: &str = "brackets";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let translation = Marks::read(&pair.translation);
    if let Some(odd) = &translation.odd {
        let french = pair.source.marks();
        // A quotation over several sentences opens in one and closes in another, in French too.
        if french.odd.as_ref().is_some_and(|french| french.is_quote == odd.is_quote) {
            return;
        }
        // One slip is told once: the bracket that a link lost is told of the link.
        if odd.is_quote || !problems.iter().any(links::tells_of_brackets) {
            problems.push(alone(odd, &pair.target.quotes));
        }
        return;
    }
    let french = pair.source.marks();
    if french.odd.is_none()
        && let Some(odd) = single_in_asia(pair)
    {
        problems.push(alone(&odd, &pair.target.quotes));
        return;
    }
    // In the wrong encoding, quotation marks are other signs: that is told.
    if problems.iter().any(|problem| problem.rule == characters::RULE) {
        return;
    }
    if french.odd.is_none()
        && translation.quotes < french.quotes
        && let Some(odd) = half_open(pair)
    {
        problems.push(alone(&odd, &pair.target.quotes));
        return;
    }
    if french.quotes > 0 && translation.quotes == 0 && french.odd.is_none() && has_quotes(&pair.source.text) {
        lost(pair, problems);
    }
}

/// The only single mark of a text, where it opens a quotation that nothing closes: ‘Live, work, decide.
fn half_open(pair: &Pair<'_>) -> Option<Odd> {
    half_open_with(pair, '‘').or_else(|| half_open_with(pair, '‚'))
}

fn half_open_with(pair: &Pair<'_>, mark_alone: char) -> Option<Odd> {
    let (text, quotes) = (&pair.translation, &pair.target.quotes);
    if !text.has(WIDE) {
        return None;
    }
    let mut places = text.prose.match_indices(mark_alone).map(|(at, _)| at);
    let (Some(at), None) = (places.next(), places.next()) else { return None };
    let rest = &text.prose[at + mark_alone.len_utf8()..];
    let before = text.prose[..at].chars().next_back();
    let begins = before.is_none_or(|c| c.is_whitespace() || "([—–:：\u{2}„“«»".contains(c));
    // In German it closes, in Arabic too.
    let opens_here = quotes.iter().step_by(2).any(|mark| *mark == mark_alone)
        && !quotes.iter().skip(1).step_by(2).any(|mark| *mark == mark_alone);
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_elided = ELIDED.contains(&word.to_lowercase().as_str());
    // A name of another script begins with it (‘Abd), and stands in the French with this mark, another one, or none.
    let is_name = || word.starts_with(char::is_uppercase) && pair.source.text.raw.contains(word);
    // An apostrophe between letters closes nothing: it’s.
    let may_close = |(at, mark): (usize, &str)| {
        let is_latin = |c: char| script(c) == Script::Latin;
        !(rest[..at].ends_with(is_latin) && rest[at + mark.len()..].starts_with(is_latin))
    };
    let is_closed = mark_alone == '‚' && rest.contains(['‘', '›', '‹']);
    let is_open = begins
        && opens_here
        && !word.is_empty()
        && !is_elided
        && !rest.contains(['′', '´', '`', '”', '"'])
        && !rest.match_indices(['’', '\'']).any(may_close)
        && !is_closed
        && !is_name();
    is_open.then(|| Odd::open(at, mark_alone))
}

/// The only single mark of a text in Korean or Chinese, which have no apostrophes: beside a letter of theirs it opens or
/// closes a quotation.
fn single_in_asia(pair: &Pair<'_>) -> Option<Odd> {
    const MARKS: [char; 4] = ['\'', '‘', '’', '＇'];
    let text = &pair.translation;
    if !matches!(pair.target.script, Script::Hangul | Script::Han) {
        return None;
    }
    let mut places = text.prose.match_indices(MARKS);
    let (Some((at, mark)), None) = (places.next(), places.next()) else { return None };
    let (before, rest) = (&text.prose[..at], &text.prose[at + mark.len()..]);
    let is_letter = |c: char| script(c) == pair.target.script;
    let is_free = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || "([,.!?…".contains(c));
    let mark = mark.chars().next()?;
    let opens = is_free(before.chars().next_back()) && rest.starts_with(is_letter);
    let closes = before.ends_with(is_letter) && is_free(rest.chars().next());
    match (opens, closes) {
        (true, false) => Some(Odd::open(at, mark)),
        (false, true) => Some(Odd { at, mark, is_quote: true, opens: false, opener: None }),
        (true, true) | (false, false) => None,
    }
}

/// What stands behind an apostrophe for a whole word, in the languages in which single marks quote: ’tis, ’em, ’s avonds. Many
/// programs turn it the wrong way.
const ELIDED: [&str; 25] = [
    "bout", "cause", "cos", "em", "er", "ere", "im", "k", "m", "n", "na", "neath", "ns", "r", "round", "s",
    "sta", "sto", "t", "til", "till", "tis", "twas", "twere", "twill",
];

/// What is told of a mark without a partner: which that would be, and where it belongs.
fn alone(odd: &Odd, quotes: &[char]) -> Problem {
    let Odd { at, mark, is_quote, mut opens, opener } = *odd;
    let span = at..at + mark.len_utf8();
    if let Some(opener) = opener
        && let Some(partner) = partner(opener, true, quotes)
    {
        let message = format!("the quotation opens with {opener} and closes with {mark}");
        return Problem::warning(RULE, span, message).help(format!("write {partner} for {mark}"));
    }
    // A mark that closes quotations in the language, and opens none, was not meant to open one.
    let own = |side: usize| quotes.chunks_exact(2).any(|pair| pair[side] == mark);
    if own(0) != own(1) {
        opens = own(0);
    }
    let what = if is_quote { "the quotation mark" } else { "the bracket" };
    let (message, help) = match partner(mark, opens, quotes) {
        Some(partner) => {
            let side = if opens { "after" } else { "before" };
            let help = format!("write {partner} {side} the words that belong together, or delete {mark}");
            (format!("{what} {mark} has no partner: {partner} is missing"), help)
        }
        None => (format!("{what} {mark} has no partner"), "write its partner, or delete it".to_owned()),
    };
    let problem = if is_quote { Problem::warning } else { Problem::error };
    problem(RULE, span, message).help(help)
}

/// The mark that would close or open what this one opens or closes: in the way of the language (`quotes` are
/// its pairs, one after the other), else in the way that is most common.
fn partner(mark: char, opens: bool, quotes: &[char]) -> Option<char> {
    const PAIRS: [(char, char); 19] = [
        ('(', ')'),
        ('[', ']'),
        ('（', '）'),
        ('［', '］'),
        ('【', '】'),
        ('「', '」'),
        ('『', '』'),
        ('《', '》'),
        ('〈', '〉'),
        ('"', '"'),
        ('״', '״'),
        ('\'', '\''),
        ('‘', '’'),
        ('‚', '‘'),
        ('“', '”'),
        ('„', '“'),
        ('«', '»'),
        ('»', '«'),
        ('”', '”'),
    ];
    let own = quotes.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    let mut all = own.chain(PAIRS);
    match opens {
        true => all.find(|(open, _)| *open == mark).map(|(_, close)| close),
        false => all.find(|(_, close)| *close == mark).map(|(open, _)| open),
    }
}

/// Whether a place of the French stands in the title of a work, between quotation marks.
pub(super) fn is_in_title(text: &Text<'_>, at: usize) -> bool {
    let (before, after) = text.prose.split_at(at);
    let Some((begin, _)) = before.rmatch_indices(['«', '“', '"']).next() else { return false };
    let Some((length, mark)) = after.match_indices(['»', '”', '"']).next() else { return false };
    let place = begin..at + length + mark.len();
    let words = text.words.iter().filter(|word| begin < word.span().start && word.span().end <= at).count();
    is_title(text, words, &place)
}

/// Whether a quotation mark of the French opens somewhere.
fn has_quotes(text: &Text<'_>) -> bool {
    let raw = text.raw.as_bytes();
    text.has(BRACKET)
        && memchr::memchr3_iter(b'"', 0xC2, 0xE2, raw).any(|at| {
            let sign = &raw[at..];
            sign[0] == b'"' || ["«", "“", "„"].iter().any(|mark| sign.starts_with(mark.as_bytes()))
        })
}

/// The French quotes and the translation doesn't: no mark, no dash, no italics.
fn lost(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let prose: &str = &pair.source.text.prose;
    let (longest, place) = longest_quotation(prose);
    let begin = place.start;
    // `""` and `","` have no words that a translation would quote.
    if longest == 0 {
        return;
    }
    // A word in guillemets is a name, or kept at a distance: each language does that its own way. One in the
    // marks of the keyboard is most often a label or a value, and stays quoted, as does a word that is spoken of.
    let is_name = longest == 1 && !prose.contains('"') && !is_word_itself(&prose[..begin]);
    let is_title = is_title(&pair.source.text, longest, &place);
    let problem =
        Problem::warning(RULE, 0..0, "the French quotes, and the translation has no quotation marks")
            .of_french(place.clone())
            .help("put the quoted words in quotation marks, if they are quoted here too")
            .shared(if is_title { Shared::Style(0) } else { Shared::Taste(0) });
    // What is not told of this translation may still show that translators do without.
    let is_name = is_name || is_kept_name(pair, &place);
    let is_silent = is_name || quotes_otherwise(pair) || is_taste(pair, longest, &prose[..begin]);
    problems.push(if is_silent { problem.silent() } else { problem });
}

/// Whether what is quoted behind an article is a name of words with capitals, which the translation has without marks:
/// le « New York Times ».
fn is_kept_name(pair: &Pair<'_>, place: &Span) -> bool {
    let quoted = pair.source.text.prose[place.clone()].trim_matches(|c: char| !c.is_alphanumeric());
    let name =
        ["Le ", "La ", "Les "].iter().find_map(|article| quoted.strip_prefix(article)).unwrap_or(quoted);
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let before = pair.source.text.prose[..place.start].trim_end();
    let article = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    matches!(article, "le" | "Le" | "la" | "La" | "au" | "Au" | "du")
        && name.split_whitespace().all(is_capital)
        && pair.translation.prose.contains(name)
}

/// What French titles stand between quotation marks of.
const WORKS: [&str; 40] = [
    "album",
    "ballet",
    "bande dessinée",
    "biographie",
    "chanson",
    "comédie",
    "conte",
    "disque",
    "documentaire",
    "drame",
    "émission",
    "essai",
    "feuilleton",
    "film",
    "hebdomadaire",
    "jeu",
    "journal",
    "livre",
    "long métrage",
    "magazine",
    "manga",
    "mémoires",
    "morceau",
    "nouvelle",
    "opéra",
    "ouvrage",
    "pièce",
    "poème",
    "quotidien",
    "recueil",
    "revue",
    "roman",
    "saga",
    "série",
    "single",
    "symphonie",
    "tableau",
    "toile",
    "trilogie",
    "tube",
];

/// Whether the quoted words at `place`, so many, are the title of a work: it begins with a capital, the sentence names
/// the kind of work or the year of it, and nobody speaks. Most other languages set titles in italics, which plain text
/// does without.
fn is_title(text: &Text<'_>, words: usize, place: &Span) -> bool {
    const LONGEST: usize = 8;
    let prose: &str = &text.prose;
    let (before, after) = (prose[..place.start].trim_end(), prose[place.end..].trim_start());
    let inner = prose[place.clone()].trim_matches(|c: char| !c.is_alphanumeric() && !"?!…,".contains(c));
    let is_spoken =
        before.ends_with(':') || before.is_empty() && after.starts_with(',') || inner.ends_with(',');
    let is_dated = || {
        let year = after.strip_prefix('(').unwrap_or_default();
        year.bytes().take_while(u8::is_ascii_digit).count() == 4
    };
    let is_work = || {
        let lower = prose.to_lowercase();
        WORKS.iter().any(|work| {
            lower.match_indices(work).any(|(at, _)| {
                let rest = lower[at + work.len()..].trim_start_matches(['s', 'x']);
                !lower[..at].ends_with(char::is_alphabetic) && !rest.starts_with(char::is_alphabetic)
            })
        })
    };
    words <= LONGEST && inner.starts_with(char::is_uppercase) && !is_spoken && (is_dated() || is_work())
}

/// Whether what is quoted behind these words is a word as such: le mot « pont ».
fn is_word_itself(before: &str) -> bool {
    const WORDS: [&str; 8] = ["mot", "mots", "terme", "termes", "adjectif", "verbe", "préfixe", "suffixe"];
    let last = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    WORDS.contains(&last)
}

/// Whether a dash, single marks or italics may set the quoted words apart.
fn quotes_otherwise(pair: &Pair<'_>) -> bool {
    let raw = pair.translation.raw;
    let dashes = ['–', '—', '―'];
    // Before the words that say who speaks, Russian has a dash beside quotation marks, too.
    let has_dash = match pair.target.language.as_str() {
        "ru" | "uk" | "be" => raw.starts_with(dashes),
        _ => raw.contains(dashes),
    };
    let other_ways = ['‚', '*', '_', '`', '「', '｢', '『', '《', '〈', '‹'];
    // Programs in Chinese and Japanese name what is on the screen so: [保存]をクリックします.
    let in_brackets = || {
        pair.target.script.is_unspaced()
            && raw.contains(['[', '［', '【'])
            && !pair.source.text.raw.contains('[')
    };
    // An apostrophe stands inside a word, or at its end: l'album, Sony'nin, the boys' school.
    let opens = |(at, _): (usize, &str)| {
        let before = raw[..at].chars().next_back();
        let after = raw[at..].chars().nth(1);
        // Also before a placeholder: '%s'.
        !before.is_some_and(char::is_alphanumeric)
            && after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '%' | '$' | '{'))
    };
    raw.starts_with('-')
        || raw.contains(" - ")
        || has_dash
        || raw.contains(other_ways)
        || in_brackets()
        || raw.match_indices(['\'', '‘', '’', '׳']).any(opens)
}

/// Whether the language often does without quotation marks where French has them round so many words, behind these.
fn is_taste(pair: &Pair<'_>, longest: usize, before: &str) -> bool {
    let before = before.trim_end();
    match pair.target.language.as_str() {
        // Reported speech goes without quotation marks in the press of these languages, but not where a colon opens it.
        "es" | "pt" => {
            let is_spoken = before.is_empty() || before.ends_with("que");
            let was_opened = before.ends_with(':') && !pair.translation.raw.contains(':');
            longest >= 4 && (is_spoken || was_opened)
        }
        "en" => longest >= 4 && reports(&pair.translation),
        "ar" => matches!(longest, 2..=3),
        _ => false,
    }
}

/// Whether English says what somebody said in words of its own: said he had, admits that she is.
fn reports(text: &Text<'_>) -> bool {
    const SAYS: [&str; 22] = [
        "said",
        "says",
        "say",
        "saying",
        "told",
        "tells",
        "admitted",
        "admits",
        "explained",
        "explains",
        "added",
        "adds",
        "claimed",
        "claims",
        "confided",
        "confides",
        "recalled",
        "recalls",
        "insisted",
        "insists",
        "stated",
        "states",
    ];
    const WHAT: [&str; 12] =
        ["that", "he", "she", "it", "they", "there", "his", "her", "its", "their", "him", "them"];
    text.words.windows(3).any(|three| {
        let [says, what, next] = three else { return false };
        let is_blank =
            |first: &Word, second: &Word| text.prose[first.span().end..second.span().start] == *" ";
        // *I saw nothing, said he.*
        SAYS.contains(&text.word(says))
            && WHAT.contains(&text.word(what))
            && is_blank(says, what)
            && is_blank(what, next)
    })
}

/// The words of the longest passage between quotation marks of the French, and where it stands with its marks.
fn longest_quotation(prose: &str) -> (usize, Span) {
    const MARKS: [char; 5] = ['«', '»', '“', '”', '"'];
    let is_word = |word: &&str| word.contains(|c: char| c.is_alphanumeric() || c == MARK || c == OPAQUE);
    let mut longest = (0, 0..0);
    let mut rest = prose;
    while let Some(begin) = rest.find(['«', '“', '"']) {
        let mark = rest[begin..].chars().next().map_or(1, char::len_utf8);
        let inner = &rest[begin + mark..];
        let end = inner.find(MARKS).unwrap_or(inner.len());
        let close = inner[end..].chars().next().map_or(0, char::len_utf8);
        let words = inner[..end].split_whitespace().filter(is_word).count();
        if words > longest.0 {
            let begin = prose.len() - rest.len() + begin;
            longest = (words, begin..begin + mark + end + close);
        }
        rest = &inner[end + close..];
    }
    longest
}

/// A mark without a partner.
#[derive(Debug)]
struct Odd {
    at: usize,
    mark: char,
    is_quote: bool,
    /// Whether it opens, and nothing closes what it opens; else it closes what nothing opened.
    opens: bool,
    /// The mark that opened the quotation that it ends in another way.
    opener: Option<char>,
}

impl Odd {
    /// A mark that nothing closes.
    fn open(at: usize, mark: char) -> Self {
        Odd { at, mark, is_quote: !is_bracket(mark), opens: true, opener: None }
    }
}

/// The brackets and quotation marks of a text.
#[derive(Debug)]
pub(super) struct Marks {
    odd: Option<Odd>,
    /// Pairs of quotation marks.
    quotes: usize,
}

impl Marks {
    /// How many pairs of quotation marks there are, if each has its partner.
    pub(super) fn quotations(&self) -> Option<usize> {
        self.odd.is_none().then_some(self.quotes)
    }

    pub(super) fn read(text: &Text<'_>) -> Marks {
        if text.has(PLAIN_BRACKET) {
            Marks::at(text, text.places(BRACKET))
        } else if text.has(BRACKET) {
            Marks::at(text, wide_characters(&text.prose))
        } else {
            Marks { odd: None, quotes: 0 }
        }
    }

    /// `places`: where they may be.
    fn at(text: &Text<'_>, places: impl Iterator<Item = usize>) -> Marks {
        let prose: &str = &text.prose;
        let mut open: Vec<(usize, char)> = Vec::new();
        let (mut odd, mut quotes) = (None, 0);
        // Whether there was a round bracket of either kind.
        let (mut has_open, mut has_close) = (false, false);
        for at in places {
            let Some(c) = prose[at..].chars().next() else { break };
            // Most are apostrophes, dashes and spaces, which begin with the same bytes.
            if !is_mark(c) {
                continue;
            }
            let before = prose[..at].chars().next_back().unwrap_or(' ');
            let mut orphan = |opens: bool| {
                let last = open.last().map(|(_, mark)| *mark);
                let opener = last.filter(|last| !opens && !is_bracket(c) && !is_bracket(*last));
                odd.get_or_insert(Odd { at, mark: c, is_quote: !is_bracket(c), opens, opener });
            };
            match role(c, &prose[..at], &open, &prose[at + c.len_utf8()..]) {
                Role::None => {}
                // So many are open that nobody closes them: more would only take time.
                Role::Opens if open.len() >= DEEPEST => orphan(true),
                Role::Opens => open.push((at, c)),
                Role::Closes => match open.iter().rposition(|&(_, opener)| closes(opener, c)) {
                    Some(found) => {
                        if !is_bracket(c) {
                            quotes += 1;
                        }
                        for &(at, mark) in &open[found + 1..] {
                            odd.get_or_insert(Odd::open(at, mark));
                        }
                        open.truncate(found);
                    }
                    // `a)` and `1)` number the items of a list; a smiley smiles.
                    None if matches!(c, ')' | '）')
                        && (before == ':'
                            || before == ';'
                            || before == '-'
                            || is_enumerator(&prose[..at], has_close && !has_open)) => {}
                    None => orphan(false),
                },
            }
            has_open |= matches!(c, '(' | '（');
            has_close |= matches!(c, ')' | '）');
        }
        if odd.is_none() {
            let first = open.first();
            odd = first.map(|&(at, mark)| Odd::open(at, mark));
        }
        Marks { odd, quotes }
    }
}

/// Brackets and quotations within each other.
const DEEPEST: usize = 32;

fn is_mark(c: char) -> bool {
    is_bracket(c)
        || matches!(
            c,
            '"' | '״'
                | '“'
                | '”'
                | '„'
                | '«'
                | '»'
                | '「'
                | '」'
                | '『'
                | '』'
                | '《'
                | '》'
                | '〈'
                | '〉'
        )
}

enum Role {
    None,
    Opens,
    Closes,
}

fn is_bracket(c: char) -> bool {
    matches!(c, '(' | ')' | '[' | ']' | '（' | '）' | '［' | '］' | '【' | '】')
}

/// What a mark does here. The marks that open in one language and close in another (“ ” » «) open at the
/// beginning of a word and close at its end, unless something waits for them.
fn role(c: char, ahead: &str, open: &[(usize, char)], rest: &str) -> Role {
    // A mark of emphasis, or an underscore at the end of a name (VEN_), is part of the word before.
    let before = ahead.trim_end_matches(MARK).chars().next_back().unwrap_or(' ');
    let is_behind_mark = ahead.ends_with(MARK);
    // Behind what ends a sentence, or code, a mark of emphasis or a link closes: „[Was tun?](/x)“.
    let is_behind_passage = is_behind_mark && (before == OPAQUE || "?!….,;:)]%".contains(before));
    let before = if is_behind_mark && !before.is_alphanumeric() { MARK } else { before };
    match c {
        '(' | '[' | '（' | '［' | '【' | '「' | '『' | '《' | '〈' | '„' => Role::Opens,
        ')' | ']' | '）' | '］' | '】' | '」' | '』' | '》' | '〉' => Role::Closes,
        _ if GERSHAYIM.contains(&c) && is_in_acronym(ahead, rest) => Role::None,
        _ if GERSHAYIM.contains(&c)
            && is_between_letters(ahead, rest)
            && !open.iter().any(|&(_, opener)| closes(opener, c)) =>
        {
            Role::Opens
        }
        '״' if open.iter().any(|&(_, opener)| closes(opener, c)) => Role::Closes,
        '״' => Role::Opens,
        '"' => {
            if is_measure(ahead) && !open.iter().any(|&(_, opener)| opener == '"') {
                return Role::None;
            }
            if open.iter().any(|&(_, opener)| closes(opener, c)) { Role::Closes } else { Role::Opens }
        }
        // 26’17”53
        '”' if rest.starts_with(|c: char| c.is_ascii_digit()) && is_measure(ahead) => Role::None,
        '“' | '”' | '«' | '»' => {
            // Arabic also has ”…“; in others, “ closes nothing that ” opened.
            let is_closed = |opener| {
                closes(opener, c)
                    && (c != '“' || opener != '”' || ahead.contains(|c| script(c) == Script::Arabic))
            };
            let is_opening = || c == '“' && !is_behind_passage && begins_word(before, rest);
            if open.iter().any(|&(_, opener)| is_closed(opener)) && !is_opening() {
                return Role::Closes;
            }
            if matches!(c, '“' | '«') || begins_word(before, rest) { Role::Opens } else { Role::Closes }
        }
        _ => Role::None,
    }
}

/// What stands in acronyms of Hebrew (ארה"ב, דו״ח): its own sign, and those of quotations that keyboards have.
const GERSHAYIM: [char; 4] = ['"', '״', '“', '”'];

/// Whether a mark between these stands in a word of Hebrew.
fn is_between_letters(ahead: &str, rest: &str) -> bool {
    ahead.ends_with(is_hebrew) && rest.starts_with(is_hebrew)
}

fn is_hebrew(c: char) -> bool {
    script(c) == Script::Hebrew
}

/// Whether a mark between these stands in an acronym of Hebrew: before its last letter, or before its ending (דו"חות). It
/// opens a quotation where all before it are small words, which are written onto the next one, and it is closed: ב"הארץ".
fn is_in_acronym(ahead: &str, rest: &str) -> bool {
    const SMALL_WORDS: &str = "משהוכלב";
    /// Of them, before one word.
    const MOST: usize = 6;
    /// Marks within words, behind each other.
    const MARKS: usize = 16;
    if !is_between_letters(ahead, rest) {
        return false;
    }
    let is_last = !rest.chars().nth(1).is_some_and(is_hebrew);
    let mut before = ahead.chars().rev().take_while(|c| is_hebrew(*c)).take(MOST);
    if is_last || !before.all(|c| SMALL_WORDS.contains(c)) {
        return true;
    }
    let mut marks =
        rest.match_indices(GERSHAYIM).take(MARKS).map(|(at, mark)| (&rest[..at], &rest[at + mark.len()..]));
    let next = marks.find(|(before, behind)| !is_between_letters(before, behind));
    next.is_none_or(|(before, _)| before.is_empty() || before.ends_with([' ', '(', '-', '־']))
}

/// Whether a text ends in a measure, as before the marks of 5'10" and 12": in a number that no letter begins.
fn is_measure(ahead: &str) -> bool {
    let number = ahead.trim_end_matches(|c: char| c.is_ascii_digit() || "'’.,/".contains(c));
    // 1h52'38"
    let is_time = number.strip_suffix('h').is_some_and(|hour| hour.ends_with(|c: char| c.is_ascii_digit()));
    ahead.ends_with(|c: char| c.is_ascii_digit())
        && (is_time || !number.ends_with(|c: char| c.is_alphanumeric() || c == ':'))
}

fn begins_word(before: char, rest: &str) -> bool {
    let after = rest.chars().next();
    // A sign that is quoted by itself, or that begins a name: »;«, ”!x”.
    let is_quoted_sign = || {
        let mut rest = rest.chars();
        rest.next().is_some_and(|c| !c.is_whitespace()) && rest.next().is_some_and(|c| "«»”“".contains(c))
    };
    let begins_name = || rest.strip_prefix('!').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
    (before.is_whitespace() || "(-–—[\u{2}'’".contains(before))
        && (after.is_some_and(|c| c.is_alphanumeric() || "\u{1}\u{2}¿¡(…-−./#@$€%=+<>&~^*[{\\`|".contains(c))
            || is_quoted_sign()
            || begins_name())
}

fn closes(opener: char, closer: char) -> bool {
    match opener {
        '(' | '（' => matches!(closer, ')' | '）'),
        '[' | '［' => matches!(closer, ']' | '］'),
        '【' => closer == '】',
        '「' => closer == '」',
        '『' => closer == '』',
        '《' => closer == '》',
        '〈' => closer == '〉',
        '"' | '״' => matches!(closer, '"' | '״'),
        '«' => closer == '»',
        '»' => closer == '«' || closer == '»',
        '„' => matches!(closer, '“' | '”'),
        '“' => closer == '”',
        '”' => matches!(closer, '”' | '“'),
        _ => false,
    }
}

/// Whether a text ends in the beginning of a range of cells, as before `B6` in `A1:B6`.
fn is_range(text: &str) -> bool {
    text.strip_suffix(':').is_some_and(|cell| cell.ends_with(|c: char| c.is_ascii_digit()))
}

/// `a`, `12` or `iv` before a lone closing parenthesis: at the beginning, or after a mark.
///
/// `listed`: another one stood before, and no opening one.
fn is_enumerator(before: &str, listed: bool) -> bool {
    let length = before.chars().rev().take_while(|c| c.is_alphanumeric()).count();
    let begin = before.char_indices().rev().nth(length).map_or(0, |(at, c)| at + c.len_utf8());
    let near = &before[..begin];
    let rest = near.trim_end_matches(|c: char| c.is_whitespace() || c == '\u{2}');
    (1..=3).contains(&length)
        && (rest.is_empty()
            || rest.ends_with([',', ';', ':', '.', '、', '，', '；', '：', '。', '،', '؛']) && !is_range(near)
            // `a) the invoice and b) the receipt`
            || (length == 1 && listed))
}
