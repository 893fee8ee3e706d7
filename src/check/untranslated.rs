//! French left in a translation: the whole sentence, or a passage that nobody reached.
//!
//! Judged by runs of words that stand in the French in the same order. Names, titles and quotations may
//! well stay French: words with capitals don't count, and what stands between marks must be long.

mod aside;
mod between;
mod clause;
mod declared;
mod headings;
mod left;
pub(super) mod loans;
mod notes;
mod runs;
mod short;
mod sisters;
mod whole;

use std::sync::OnceLock;

use self::between::is_cut;
pub(super) use self::runs::is_of_formula;
use self::runs::{RUN, longest_run};
use super::lexicon::Lexicon;
use super::lists::Words;
use super::scan::{Beginnings, DIGIT, QUESTION, SPECIAL, Text, Word, with_lower};
use super::script::Script;
use super::{Pair, Problem, quoted_names, reads_as, vocabulary};
use crate::diagnostic::Severity;
use crate::text::Span;

const RULE: &str = "untranslated";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    if pair.target.language == "fr" {
        return;
    }
    let text = &pair.translation;
    if text.words.is_empty() && !text.raw.contains(is_shown) && !is_sign_for_words(pair) {
        // A dash or an arrow may well stand for « aucun » or « devient »; a full stop does not.
        let may_do = pair.source.text.words.len() <= SIGN_WORDS && text.raw.contains(|sign| !is_stop(sign));
        let problem = if may_do { Problem::warning } else { Problem::error };
        problems.push(
            problem(RULE, 0..text.raw.len(), "there are no words in this translation".to_owned())
                .help("translate it, or write { \"\" } for a sentence that was folded into its neighbour"),
        );
        return;
    }
    leftover(pair, problems);
    if is_date(pair) {
        push_date(pair, problems);
        return;
    }
    // Of these alone: what another rule told of the language makes room for them.
    let count = |problems: &[Problem]| problems.iter().filter(|problem| problem.rule == RULE).count();
    let begun = count(problems);
    if pair.is_in_french() {
        whole::report(pair, problems);
    } else {
        passage(pair, problems);
    }
    if count(problems) == begun
        && !pair.source.is_foreign()
        && let Some(span) = short::passage(pair).or_else(|| aside::passage(pair))
        && !is_quoted_name(pair, &span)
        && !declared::is_foreign(text, &span)
    {
        push_passage(pair, span, problems);
    }
}

/// The longest passage of French, if it is no title and no address.
fn passage(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let text = &pair.translation;
    let Some(run) = longest_run(pair).map(|run| clause::without_work(pair, run)) else { return };
    let span = text.words[run.start].span().start..text.words[run.end - 1].span().end;
    let is_short = run.len() < 8 || run.len() * 2 < text.words.len();
    let may_be_kept = is_marked(text, &span) || is_title(text, &run) || has_title(text, &run);
    if is_short && may_be_kept && !clause::is_clause(pair, &run)
        || is_address(text, run.clone())
        || is_foreign_in_italics(pair, &run)
        || declared::are_foreign(text, &run)
        || is_quoted_name(pair, &span)
    {
        return;
    }
    push(pair, span, problems);
}

/// Whether what stays French in a translation may be the name of an institution: it begins with a capital, and no verb is
/// to be seen.
pub(super) fn may_be_name(pair: &Pair<'_>) -> bool {
    let text = &pair.translation;
    longest_run(pair).is_some_and(|run| text.words[run.start].capital && !clause::has_verb(text, &run))
}

/// Whether a sign says something by itself: a letter, a digit, a picture.
fn is_shown(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..)
}

/// Signs that are read as a word, unlike marks and dots.
const SIGNS: &str = "%‰&+=<>§©®@№€$£¥°#¶×÷±";

/// How many words of the French a sign may stand for.
const SIGN_WORDS: usize = 3;

/// Whether the translation is signs in the place of very few words: `%` for « pour cent », `&` for « et », `≤` or `<=` for
/// « au plus ». Marks of emphasis stand around them as they do in the French.
fn is_sign_for_words(pair: &Pair<'_>) -> bool {
    let signs = pair.translation.raw.trim_matches(['*', '_', ' ', '\n']);
    let is_one = (1..=2).contains(&signs.chars().count()) && signs.chars().all(|sign| SIGNS.contains(sign));
    is_one && (1..=SIGN_WORDS).contains(&pair.source.text.words.len())
}

/// Whether a sign ends or parts a sentence, and says nothing.
fn is_stop(sign: char) -> bool {
    sign.is_whitespace() || ".,;:!?…*_\"'“”«»()[]".contains(sign)
}

/// Most words of a text that is nothing but a date.
const DATE_WORDS: usize = 6;

/// Whether the translation is nothing but days and months with the small words between them, one of which is French and
/// none of the language's own: « septembre », « du lundi au jeudi ». They are written alike by mistake only, unlike names.
fn is_date(pair: &Pair<'_>) -> bool {
    let text = &pair.translation;
    if !(1..=DATE_WORDS).contains(&text.words.len()) || pair.source.text.words.len() > DATE_WORDS {
        return false;
    }
    let (french, own) = (Lexicon::french(), &pair.target.lexicon);
    if pair.target.script == Script::Latin && (own.months.is_empty() || own.all_weekdays.is_empty()) {
        return false;
    }
    let is_named = |form: &&str, word: &str| form.to_lowercase() == word;
    let mut is_left = false;
    for word in &text.words {
        let may_be = word.script == Script::Latin
            && with_lower(text.word(word), |word| {
                let is_month = french.months.contains_key(word);
                if is_month || french.weekdays.iter().any(|(form, _)| *form == word) {
                    // « Jamais » is no month, though Italian says `mai`.
                    if !pair.source.text.has_word(|french| french == word) {
                        return true;
                    }
                    let mut names = own.months.keys().chain(own.all_weekdays.iter().map(|(form, _)| form));
                    is_left |= !names.any(|form| is_named(form, word));
                    return true;
                }
                false
            });
        let is_small = || {
            let meanings = match word.capital {
                true if word.span().start == 0 => vocabulary::meanings_in_lower_case(text, word),
                true => 0,
                false => vocabulary::meanings(word),
            };
            meanings & vocabulary::bit("fr") != 0
        };
        // The planet.
        if text.word(word) == "Mars" || !may_be && !is_small() {
            return false;
        }
    }
    is_left
}

/// Whether all of the translation was told, so that no other rule has anything to add.
pub(super) fn tells_of_all(problem: &Problem) -> bool {
    problem.severity == Severity::Error || problem.help == DATE_HELP
}

const DATE_HELP: &str = "write the days and months of this language";

/// What is said of a text that is French throughout.
pub const IN_FRENCH: &str = "this is still in French";

/// Tells of a date that is still French.
fn push_date(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let problem = Problem::warning(RULE, 0..pair.translation.raw.len(), IN_FRENCH);
    problems.push(problem.help(DATE_HELP));
}

/// What people write where something is still to be done. `TODO` is a word in Spanish and Portuguese, there it counts
/// with what sets a note off.
const NOTES: [&str; 6] = ["TODO", "FIXME", "XXX", "TBD", "TRADUIRE", "TRANSLATE"];

/// A note of a translator that was to go.
fn leftover(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let may_be = beginnings();
    let mut words = text.words.iter().filter(|word| may_be.has(word));
    let note = words
        .find_map(|word| note(pair, word))
        .or_else(|| notes::bracketed(french, text))
        .or_else(|| remark(french, text));
    let asked = || {
        if !text.has(QUESTION) {
            return None;
        }
        let mut marks = memchr::memchr_iter(b'?', text.prose.as_bytes());
        let at = marks.find(|&at| text.prose[at..].starts_with("???"))?;
        (!french.raw.contains("??") && !french.raw.contains("? ?")).then_some(at..at + 3)
    };
    let Some(span) = note.or_else(asked) else { return };
    if is_indented_comment(text.raw, &span) {
        let message = "this comment is indented, so that it belongs to the translation and is published";
        let line = text.raw[span.clone()].find('\n').map_or(span.end, |length| span.start + length);
        problems.push(
            Problem::error(RULE, span.start..line, message).help("begin it at the first column of its line"),
        );
        return;
    }
    let written = &text.raw[span.clone()];
    let help = match written.starts_with(['#', '/']) {
        true => {
            "what stands on the line of a translation is published: write notes on a line above it, behind “# ”"
        }
        false => "finish the translation, and delete the note",
    };
    let message = format!("“{written}” looks like a note that was left");
    // Where there is nothing else, all that it lacks is told with it.
    let is_all = !text.raw[..span.start].contains(is_shown) && !text.raw[span.end..].contains(is_shown);
    let problem = if is_all { Problem::error } else { Problem::warning };
    problems.push(problem(RULE, span, message).help(help));
}

/// Words behind a sign with which many formats begin a comment at the end of a line; Fluent does not.
fn remark(french: &Text<'_>, text: &Text<'_>) -> Option<Span> {
    let begin = |sign: &str| {
        let mut all = memchr::memchr_iter(sign.as_bytes()[0], text.prose.as_bytes());
        let at = all.find(|&at| {
            let (before, behind) = (&text.prose[..at], text.prose[at..].strip_prefix(sign));
            before.ends_with([' ', '\n'])
                && behind.is_some_and(|words| {
                    let words = words.trim_start();
                    words.starts_with(char::is_alphabetic) || words.starts_with("@unit")
                })
        });
        at.filter(|_| !french.raw.contains(sign.trim_end()))
    };
    let at = begin("# ").or_else(|| begin("// ").filter(|_| text.has(SPECIAL)))?;
    Some(at..text.raw.trim_end().len())
}

/// Where a comment begins that is indented, and so taken for a line of the translation.
pub(super) fn indented_comment(french: &Text<'_>, text: &Text<'_>) -> Option<usize> {
    remark(french, text).filter(|span| is_indented_comment(text.raw, span)).map(|span| span.start)
}

/// Whether a note is a line of its own that would be a comment at the first column.
fn is_indented_comment(raw: &str, note: &Span) -> bool {
    raw[..note.start].ends_with('\n') && raw[note.start..].starts_with('#')
}

/// Whether a note was told that reaches to the end of the translation: the mark that should stand there is behind it.
pub(super) fn ends_in_note(pair: &Pair<'_>, problems: &[Problem]) -> bool {
    let end = pair.translation.raw.trim_end().len();
    let raw = pair.translation.raw;
    let reaches = |span: &Span| span.end == end || is_indented_comment(raw, span);
    problems.iter().any(|problem| problem.rule == RULE && reaches(&problem.span))
}

/// Those of the words that [`note`] asks for, in capitals or not.
fn beginnings() -> &'static Beginnings {
    static BEGINNINGS: OnceLock<Beginnings> = OnceLock::new();
    BEGINNINGS.get_or_init(|| {
        let mut beginnings = Beginnings::default();
        NOTES.iter().for_each(|note| beginnings.add(note));
        beginnings
    })
}

/// The note that a word is, or ends.
fn note(pair: &Pair<'_>, word: &Word) -> Option<Span> {
    const TO_DO: &str = "à traduire";
    let (french, text) = (&pair.source.text, &pair.translation);
    let span = word.span();
    let written = text.word(word);
    if !word.capital {
        let is_note = text.prose[..span.end].ends_with(TO_DO) && !french.raw.contains("traduire");
        return is_note.then(|| span.end - TO_DO.len()..span.end);
    }
    let is_word =
        written == "TODO" && matches!(pair.target.language.as_str(), "es" | "pt" | "gl" | "it" | "ca");
    let is_note = NOTES.contains(&written)
        && !french.raw.contains(written)
        && !says_what_is_to_do(french.raw)
        // The thirtieth; an edition.
        && !(written == "XXX" && (french.has(DIGIT) || french.raw.contains("tren") || !sets_off(&text.prose, &span)))
        && (!is_word || text.prose[span.end..].starts_with([':', ']']));
    is_note.then_some(span)
}

/// Whether the French itself says that something is open, as TBD and TODO do: (à définir). What goes on says more.
fn says_what_is_to_do(french: &str) -> bool {
    const TO_BE: [&str; 9] = [
        "compléter",
        "confirmer",
        "corriger",
        "définir",
        "déterminer",
        "faire",
        "fixer",
        "préciser",
        "venir",
    ];
    let mut all = french.match_indices(['à', 'À']).map(|(at, to)| french[at + to.len()..].trim_start());
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c.is_whitespace());
    all.any(|rest| TO_BE.iter().any(|verb| rest.strip_prefix(verb).is_some_and(ends)))
}

/// Whether a mark or an end stands on one side of these bytes.
fn sets_off(prose: &str, span: &Span) -> bool {
    let after = prose[span.end..].chars().next();
    let before = prose[..span.start].chars().next_back();
    after.is_none_or(|c| ":]!)".contains(c)) || before.is_some_and(|c| "[(".contains(c))
}

fn push(pair: &Pair<'_>, span: Span, problems: &mut Vec<Problem>) {
    if pair.source.is_foreign() {
        return;
    }
    let is_whole = span.len() * 5 > pair.translation.raw.len() * 4;
    // One slip is told once: these are the very words that made the text read as French.
    problems.retain(|problem| !reads_as::tells_of_french(problem));
    if !is_whole {
        push_passage(pair, span, problems);
        return;
    }
    problems.push(Problem::error(RULE, span, IN_FRENCH).help(TRANSLATE));
}

/// Tells of a part that is French.
fn push_passage(pair: &Pair<'_>, span: Span, problems: &mut Vec<Problem>) {
    if is_compound_name(&pair.translation.raw[span.clone()]) {
        return;
    }
    let message = format!("“{}” is still in French", &pair.translation.raw[span.clone()]);
    problems.push(Problem::warning(RULE, span, message).help(TRANSLATE));
}

/// Whether a passage is an English noun that French has, too, and of which a part looks French: *add-on*.
fn is_compound_name(written: &str) -> bool {
    static NOUNS: Words = Words::of("with-on");
    let noun = written.trim_end_matches('s');
    NOUNS.all().iter().any(|known| noun.eq_ignore_ascii_case(known))
}

const TRANSLATE: &str = "translate it, or mark it as a title or a quotation if it is to stay French";

/// Whether a passage begins with a capital inside the sentence, as titles and institutions do.
fn is_title(text: &Text<'_>, run: &std::ops::Range<usize>) -> bool {
    run.start > 0
        && run.len() < 10
        && text.words[run.start].capital
        && !text.prose[..text.words[run.start].span().start].trim_end().ends_with(['.', '!', '?', '…', ':'])
}

/// Whether a passage ends in a title between commas, and too few words stand before that: *roman, L'Été des corbeaux*.
fn has_title(text: &Text<'_>, run: &std::ops::Range<usize>) -> bool {
    let is_set_off = text.prose[text.words[run.end - 1].span().end..].starts_with([',', ';', ')']);
    let mut begins = run.clone().skip(1).take(RUN - 1);
    is_set_off
        && begins.any(|at| text.words[at].capital && is_cut(text, at) && is_title(text, &(at..run.end)))
}

/// Whether a passage is a name that the French has between quotation marks, with a word at most in front of it: *association
/// Les Amis de la forêt*.
fn is_quoted_name(pair: &Pair<'_>, span: &Span) -> bool {
    let first = pair.translation.words.iter().find(|word| word.span().start >= span.start);
    let is_it = |name: Span| {
        let is_first =
            || first.is_some_and(|word| (word.span().end..=word.span().end + 1).contains(&name.start));
        name.end >= span.end && (name.start <= span.start || is_first())
    };
    quoted_names::in_translation(pair).any(is_it)
}

/// Whether a passage stands between quotation marks, in emphasis or in brackets.
fn is_marked(text: &Text<'_>, span: &Span) -> bool {
    [EMPHASIS, BRACKETS].iter().any(|marks| is_between(text.raw, span, marks)) || is_quoted(text.raw, span)
}

/// Whether a passage stands between quotation marks with hardly a word beside it: a part of a sentence that is quoted as a
/// whole is no title.
fn is_quoted(raw: &str, span: &Span) -> bool {
    /// Words of the quotation beside the passage, of which fewer may be an article.
    const FEWEST: usize = 3;
    let is_mark = |c: char| QUOTES.contains(c);
    let words =
        |part: &str| part.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    is_between(raw, span, QUOTES) && {
        let (before, after) = (&raw[..span.start], &raw[span.end..]);
        let begin = before.rfind(is_mark).unwrap_or(0);
        words(&before[begin..]) + words(&after[..after.find(is_mark).unwrap_or(after.len())]) < FEWEST
    }
}

const EMPHASIS: &str = "*_";

const BRACKETS: &str = "()（）";

const QUOTES: &str = "\"“”„«»「」『』‘‹›《》";

/// Whether a passage stands between two of these marks, which open and close by turns.
fn is_between(raw: &str, span: &Span, marks: &str) -> bool {
    let is_odd = |part: &str| part.chars().filter(|&c| marks.contains(c)).count() % 2 == 1;
    is_odd(&raw[..span.start]) && is_odd(&raw[span.end..])
}

/// Whether a passage is in italics here and in the French, and in neither language: *nemo auditur…*
fn is_foreign_in_italics(pair: &Pair<'_>, run: &std::ops::Range<usize>) -> bool {
    let (french, text) = (pair.source.text.raw, &pair.translation);
    let (Some(first), Some(last)) = (text.words[run.clone()].first(), text.words[run.clone()].last()) else {
        return false;
    };
    let span = first.span().start..last.span().end;
    if !is_between(text.raw, &span, EMPHASIS) {
        return false;
    }
    let passage = &text.raw[span.clone()];
    let Some(at) = french.find(passage) else { return false };
    let own = vocabulary::bit("fr");
    let of_french = text.words[run.clone()].iter().filter(|word| vocabulary::meanings(word) & own != 0);
    // Of any French, every second or third word is such a small one; some of Latin look alike.
    is_between(french, &(at..at + passage.len()), EMPHASIS) && of_french.count() * 4 <= run.len()
}

/// Whether a passage is an address to which letters are sent, and which stays as it is: a street or a number of a box, names,
/// and the small words in them.
fn is_address(text: &Text<'_>, run: std::ops::Range<usize>) -> bool {
    static SMALL: Words = Words::of("of-address");
    static STREETS: Words = Words::of("streets");
    let words = &text.words[run];
    let is_street = |word: &Word| with_lower(text.word(word), |word| STREETS.has(word));
    // Nobody is asked to come to it: au 3, rue…
    let is_small = |word: &Word| {
        let behind = text.prose[word.span().end..].trim_start();
        SMALL.has(text.word(word)) && !behind.starts_with(|c: char| c.is_ascii_digit())
    };
    let is_part = |word: &Word| word.capital || is_small(word) || is_street(word);
    let is_numbered = |word: &Word| {
        let before = text.prose[..word.span().start].trim_end_matches([' ', ',', '\u{A0}', '\u{202F}']);
        let before =
            ["bis", "ter"].iter().find_map(|and| before.strip_suffix(and)).unwrap_or(before).trim_end();
        before.ends_with(|c: char| c.is_ascii_digit())
    };
    // The postcode stands before the town.
    let is_town = |word: &Word| {
        let before = text.prose[..word.span().start].trim_end();
        word.capital
            && before.len() >= 5
            && before.as_bytes()[before.len() - 5..].iter().all(u8::is_ascii_digit)
    };
    words.iter().all(is_part)
        && words.iter().any(|word| is_street(word) && is_numbered(word) || is_town(word))
}
