//! The capital that begins a sentence, and the mark that ends it.

mod doubled;
mod opening;

use super::brackets::{Marks, is_in_title};
use super::scan::{BRACKET, Kind, MARK, OPAQUE, QUESTION, Text, with_lower};
use super::script::Script;
use super::{Pair, Problem, Shared, closing, markup, untranslated};
use crate::document::BlockKind;

const RULE: &str = "punctuation";

/// Words of an item that is no sentence for sure.
const SHORT: usize = 8;

/// Words of a note that names something, and is most often no sentence in a language that ends it in a noun.
const NOTE: usize = 12;

/// Tells how a sentence begins from [how it ends](End), among what translations may have in common.
const BEGINNING: u32 = 16;

/// How a sentence ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Nothing,
    Stop,
    Question,
    Exclamation,
    Ellipsis,
    Colon,
    Semicolon,
    Comma,
}

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    small_beginning(pair, problems);
    let text = &pair.translation;
    let (french, french_end) = end(&pair.source.text);
    let (here, at) = end(text);
    // The Greek question mark is written with the sign of the semicolon.
    let here = if here == End::Semicolon && pair.target.language == "el" { End::Question } else { here };
    if let Some(problem) = doubled::at_end(pair, here, &at, &french_end) {
        problems.push(problem);
        return;
    }
    doubled::inside(pair, problems);
    let told = differs(pair, french, here).filter(|_| !untranslated::ends_in_note(pair, problems));
    let asks_more = told.is_some() && here == End::Question;
    if let Some((message, help)) = told {
        let problem = Problem::warning(RULE, at, message).help(help);
        // Whether the items of a list, or the words under a picture, end in a mark is for each house to say; and whether
        // what stands before a list or code announces it.
        let is_style = matches!(
            (french, here),
            (End::Stop | End::Colon, End::Nothing)
                | (End::Nothing | End::Colon, End::Stop)
                | (End::Stop, End::Colon)
        );
        problems.push(if is_style { problem.shared(Shared::Taste(here as u32)) } else { problem });
    } else if french != End::Question
        && let Some(at) = lost_question(pair)
    {
        let message = "the French asks in a quotation, the translation asks nowhere";
        let problem = Problem::warning(RULE, 0..0, message).of_french(at..at + 1);
        problems.push(problem.help("write the question mark in the quotation, if it is a question here too"));
    }
    if pair.target.language == "es" {
        opening::run(pair, asks_more, problems);
    }
}

/// A sentence that begins with a small letter, where that of the French begins with a capital.
fn small_beginning(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    /// Words of the French, of which fewer may be no sentence.
    const SENTENCE: usize = 4;
    const ENDS: [char; 4] = ['.', '!', '?', '…'];
    let (french, text) = (&pair.source.text, &pair.translation);
    // Nearly all begin with a capital, a mark or a figure.
    let Some(first) = text.words.first().filter(|word| !word.capital && word.span().start == 0) else {
        return;
    };
    let has_case =
        matches!(first.script, Script::Latin | Script::Greek | Script::Cyrillic | Script::Armenian);
    let is_running = matches!(pair.source.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::Lead);
    let is_sentence = |text: &Text<'_>| text.prose.trim_end().ends_with(ENDS);
    let begins = french.words.first().is_some_and(|word| word.capital && word.span().start == 0);
    if !has_case
        || !is_running
        || !begins
        || french.words.len() < SENTENCE
        || !is_sentence(french)
        || !is_sentence(text)
    {
        return;
    }
    let written = text.word(first);
    let is_word = written.chars().nth(1).is_some() && written.chars().all(char::is_lowercase);
    let goes_on = text.prose[first.span().end..].starts_with([' ', ',']);
    // Commands and brands stand in the French, too; small words of names stand before another one of it (von, da, al).
    let is_name = || {
        french.has_word(|word| word == written)
            || text.words.get(1).is_some_and(|next| next.capital && pair.source.has(next))
    };
    if is_word && goes_on && !is_name() {
        let end = written.chars().next().map_or(0, char::len_utf8);
        problems.push(
            Problem::warning(
                RULE,
                0..end,
                "the sentence begins with a small letter, that of the French with a capital",
            )
            .help("write a capital, unless the sentence before goes on here")
            .shared(Shared::Taste(BEGINNING)),
        );
    }
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}')
}

/// What is wrong with the end `here`, where the French ends in `french`.
fn differs(pair: &Pair<'_>, french: End, here: End) -> Option<(&'static str, &'static str)> {
    let is_running_text = !matches!(
        pair.source.kind,
        BlockKind::Heading | BlockKind::Cell | BlockKind::Caption | BlockKind::FrontMatter
    );
    match (french, here) {
        // « Comment installer… ? » at the head of a chapter is *How to install…*, which asks nothing.
        (End::Question, End::Nothing | End::Stop) if !is_running_text && asks_how(pair) => None,
        // か at the end of a heading or of a quotation asks, too.
        (End::Question, End::Nothing) if asks_by_word(pair, is_running_text) => None,
        // What is asked in a quotation may end the sentence in another order of its parts.
        (End::Stop, End::Question) if ends_quoted(pair) => None,
        // A cry of one word is a word of welcome or a label elsewhere: « Bienvenue ! » is “Welcome”.
        (End::Exclamation, End::Nothing) if !is_running_text || pair.source.text.words.len() == 1 => None,
        // The items of a list end in a full stop by one style, and in no mark by another.
        (End::Stop, End::Nothing)
            if pair.source.kind == BlockKind::Item && pair.source.text.words.len() <= SHORT =>
        {
            None
        }
        // What ends a letter (« Veuillez agréer… ») is followed by a name elsewhere: *Yours sincerely,*.
        (End::Stop, End::Nothing | End::Comma) if closing::is_closing(&pair.source.text) => None,
        // A picture stands in the place of the mark, in a text that has one in the French.
        (End::Stop | End::Exclamation, End::Nothing)
            if ends_in_picture(&pair.translation) && has_picture(&pair.source.text) =>
        {
            None
        }
        // Thai and its neighbours end sentences with a space.
        (_, End::Nothing)
            if matches!(pair.target.script, Script::Thai | Script::Other)
                && !ENDING_WITH_MARK.contains(&pair.target.language.as_str()) =>
        {
            None
        }
        // A full stop behind an address would be read as a part of it.
        (End::Stop, End::Nothing) if ends_in_address(&pair.translation) => None,
        // A note of few words that ends in a noun or a figure has none in Japanese: 2時15分更新.
        (End::Stop, End::Nothing)
            if pair.target.language == "ja"
                && pair.source.text.words.len() <= NOTE
                && !pair.translation.prose.trim_end().ends_with(is_hiragana) =>
        {
            None
        }
        // Japanese closes a quotation at the end of a sentence without a full stop.
        (End::Stop, End::Nothing)
            if pair.target.language == "ja"
                && pair.translation.prose.trim_end().ends_with(['」', '』'])
                && pair.source.text.prose.trim_end().ends_with(['»', '”']) =>
        {
            None
        }
        (End::Stop | End::Exclamation | End::Question | End::Ellipsis, End::Nothing)
            if !ends_in_abbreviation(pair) =>
        {
            let message = match french {
                End::Exclamation => "the French ends with an exclamation mark, the translation with no mark",
                End::Question => "the French ends with a question mark, the translation with no mark",
                End::Ellipsis => "the French ends with “…”, the translation with no mark",
                End::Stop | End::Nothing | End::Colon | End::Semicolon | End::Comma => {
                    "the French ends with a full stop, the translation with no mark"
                }
            };
            Some((message, "write the final mark"))
        }
        (End::Stop | End::Exclamation | End::Question | End::Ellipsis, End::Comma) => {
            Some(("the French sentence ends here, the translation with a comma", "write the final mark"))
        }
        (End::Stop | End::Exclamation | End::Question, End::Colon | End::Semicolon) if is_running_text => {
            Some(("the French sentence ends here, the translation announces more", "write the final mark"))
        }
        // か at the end asks, with or without a question mark.
        (End::Question, End::Stop) if pair.translation.prose.trim_end().ends_with("か。") => None,
        // Armenian puts its mark upon the word that asks, and who says it may stand behind a dash.
        (End::Question, End::Stop) if asks_inside(&pair.translation.prose) => None,
        (End::Question, End::Stop) => Some((
            "the French asks, the translation doesn't",
            "write a question mark, if it is a question here too",
        )),
        (End::Stop, End::Question) => Some((
            "the translation asks, the French doesn't",
            "write a full stop, unless it is a question here",
        )),
        (End::Exclamation, End::Question) if exclaims(pair) => Some((
            "the French exclaims, the translation asks",
            "write an exclamation mark, unless it is a question here",
        )),
        (End::Nothing, End::Stop) if is_label(pair) && ends_in_word(pair) => Some((
            "the translation ends with a full stop, the French with no mark",
            "delete the full stop, unless labels end so here",
        )),
        (End::Nothing, End::Comma) => Some((
            "the translation ends with a comma, the French doesn't",
            "delete the comma, or write the final mark",
        )),
        (End::Nothing, End::Question) if pair.is_in_french() => Some((
            "the translation asks, the French doesn't",
            "delete the question mark, unless it is a question here",
        )),
        // Japanese and Korean announce what follows with a full stop, too.
        (End::Colon, End::Stop) if matches!(pair.target.language.as_str(), "ja" | "ko") => None,
        (End::Colon, End::Nothing | End::Comma | End::Stop) => {
            Some(("the French ends with a colon, which announces what follows", "write a colon"))
        }
        _ => None,
    }
}

/// Languages in scripts of their own that end each sentence with a mark: । or a full stop.
const ENDING_WITH_MARK: [&str; 16] =
    ["hi", "mr", "ne", "bn", "pa", "gu", "ta", "te", "kn", "ml", "si", "as", "or", "ka", "am", "my"];

/// Whether the French is few words and no mark, as on a button or in a heading.
fn is_label(pair: &Pair<'_>) -> bool {
    /// Words of a label.
    const MOST: usize = 4;
    let (source, prose) = (&pair.source.text, pair.source.text.prose.trim_end());
    let is_end = |c: char| c.is_alphabetic() || c == ')';
    !matches!(pair.source.kind, BlockKind::Item | BlockKind::Quote)
        && (1..=MOST).contains(&source.words.len())
        && source.words[0].capital
        && source.tokens.is_empty()
        && prose.ends_with(is_end)
        && !prose.contains(['.', '!', '?', '…', ':', ';', ',', '«', '"'])
}

/// Whether a word, and no abbreviation, stands before the full stop at the end of the translation, and no other mark in it.
fn ends_in_word(pair: &Pair<'_>) -> bool {
    /// Letters that few abbreviations have.
    const WORD: usize = 5;
    const SHORTENED: [&str; 8] =
        ["approx", "aprox", "assoc", "ausschl", "einschl", "österr", "vorauss", "zuzügl"];
    let prose = pair.translation.prose.trim_end();
    let Some(before) = prose.strip_suffix(['.', '。', '．', '।', '։']) else { return false };
    let bare = before.trim_end_matches([')', '）', '»', '”', '"']);
    let word = bare.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    // A word alone may be one that was cut.
    let is_word = pair.target.script.is_unspaced() && !word.is_empty()
        || pair.translation.words.len() > 1
            && word.chars().nth(WORD - 1).is_some()
            && !word.chars().skip(1).any(char::is_uppercase);
    is_word && !SHORTENED.contains(&word) && !before.contains(['.', '!', '?', '…', '。', '！', '？'])
}

/// Whether the French asks with an infinitive how to do a thing.
fn asks_how(pair: &Pair<'_>) -> bool {
    let text = &pair.source.text;
    let mut words = text.words.iter().map(|word| text.word(word));
    let is_infinitive = |word: &str| ["er", "ir", "re", "oir"].iter().any(|ending| word.ends_with(ending));
    let asks = ["Comment", "Pourquoi", "Où", "Quand", "Que", "Combien", "Quel", "Quelle", "Quels", "Quelles"];
    words.next().is_some_and(|word| asks.contains(&word)) && words.take(3).any(is_infinitive)
}

fn asks_inside(prose: &str) -> bool {
    ["՞", "? —", "? –"].iter().any(|asks| prose.contains(asks))
}

/// Whether the translation asks with か and no mark, at the end of what is no running text or of a quotation.
fn asks_by_word(pair: &Pair<'_>, is_running_text: bool) -> bool {
    let prose = pair.translation.prose.trim_end_matches(|c: char| c == MARK || c.is_whitespace());
    let bare = prose.trim_end_matches(['」', '』', '）', ')', MARK]);
    pair.target.language == "ja" && bare.ends_with('か') && (!is_running_text || bare.len() < prose.len())
}

/// Whether the translation ends in a quotation, and the French asks in one.
fn ends_quoted(pair: &Pair<'_>) -> bool {
    let here = pair.translation.prose.trim_end();
    question_in_quotation(&pair.source.text).is_some()
        && here.trim_end_matches(['。', '.', MARK]).ends_with(CLOSING)
}

const CLOSING: [char; 8] = ['”', '“', '»', '«', '"', '」', '』', '’'];

/// Where a question mark ends a quotation of the French.
fn question_in_quotation(french: &Text<'_>) -> Option<usize> {
    let prose = &french.prose;
    let ends_quotation = |at: &usize| {
        prose[at + 1..].trim_start_matches(['\u{A0}', '\u{202F}', ' ', MARK]).starts_with(CLOSING)
    };
    prose.match_indices('?').map(|(at, _)| at).find(ends_quotation)
}

/// Where the French asks in a quotation and goes on behind it, and the translation quotes as often and asks nowhere.
fn lost_question(pair: &Pair<'_>) -> Option<usize> {
    const MARKS_OF_QUESTIONS: [char; 8] = ['?', '？', '؟', '\u{37E}', '՞', '⁇', '⁈', '⁉'];
    let (source, text) = (&pair.source.text, &pair.translation);
    // Most French asks nothing.
    if !source.has(QUESTION) || !source.has(BRACKET) || text.has(QUESTION) || !text.has(BRACKET) {
        return None;
    }
    // Films and books have titles of their own in each language: *Who Framed Roger Rabbit* asks without a mark.
    let at = question_in_quotation(source).filter(|at| !is_in_title(source, *at))?;
    // か asks without a mark, Thai and its neighbours have none.
    let asks_by_words = matches!(pair.target.script, Script::Kana | Script::Thai | Script::Other);
    let asks =
        text.prose.contains(MARKS_OF_QUESTIONS) || pair.target.language == "el" && text.prose.contains(';');
    let quotations = pair.source.marks().quotations();
    let quotes_alike =
        || quotations.is_some_and(|count| count > 0) && Marks::read(text).quotations() == quotations;
    (!asks_by_words && !asks && quotes_alike()).then_some(at)
}

/// Whether French that ends with an exclamation mark asks nothing, not even by its words (*Comment ne pas y croire !*), and
/// the translation does nothing but ask.
fn exclaims(pair: &Pair<'_>) -> bool {
    const CRIES: [&str; 6] = ["quel", "quelle", "quels", "quelles", "que", "comme"];
    /// *Vous voulez rire !* is “Are you kidding?”
    const ASKING: [&str; 12] =
        ["comment", "pourquoi", "qui", "où", "quoi", "combien", "quand", "si", "est", "vous", "tu", "on"];
    const INVERTED: [&str; 7] = ["il", "elle", "on", "ils", "elles", "ce", "je"];
    /// Words of a cry that may be any.
    const SHORT: usize = 3;
    /// Words of a question behind a comma: a lovely day, isn't it?
    const TAG: usize = 3;
    let (source, text) = (&pair.source.text, &pair.translation);
    if source.has(QUESTION) || text.prose.contains(['!', '！', '¡', '‼', '⁈', '⁉']) {
        return false;
    }
    let words = &source.words;
    let is = |at: usize, list: &[&str]| with_lower(source.word(&words[at]), |word| list.contains(&word));
    let is_inverted = |at: usize| source.prose[..words[at].span().start].ends_with('-') && is(at, &INVERTED);
    let asks = (0..words.len()).any(|at| at < SHORT && is(at, &ASKING) || is_inverted(at));
    let is_sure = words.len() > SHORT || !words.is_empty() && is(0, &CRIES);
    let last = text.prose.rsplit_once([',', '，', '、']).map(|(_, last)| last);
    let is_tag = last.is_some_and(|last| last.split_whitespace().count() <= TAG);
    is_sure && !asks && !is_tag
}

/// Whether a text ends in an address that no bracket ends.
fn ends_in_address(text: &Text<'_>) -> bool {
    text.tokens.last().is_some_and(|last| {
        last.kind == Kind::Address
            && !text.raw[last.span.end..].starts_with('>')
            && text.prose[last.span.end..].trim_matches(MARK).trim().is_empty()
    })
}

fn is_picture(c: char) -> bool {
    matches!(c, '\u{1F300}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}')
}

/// Whether a text ends in a picture, or in the name of one: `:tada:`.
fn ends_in_picture(text: &Text<'_>) -> bool {
    let prose = text.prose.trim_end_matches(|c: char| {
        c == MARK || c.is_whitespace() || matches!(c, '\u{FE0F}' | '\u{200D}' | '\u{200E}' | '\u{200F}')
    });
    prose.ends_with(is_picture) || prose.ends_with(':') && markup::code_before(prose, prose.len()).is_some()
}

fn has_picture(text: &Text<'_>) -> bool {
    text.prose.contains(is_picture) || markup::has_code(text.raw)
}

/// The French `etc.` or `M.` may end a sentence with a full stop that another language doesn't write.
fn ends_in_abbreviation(pair: &Pair<'_>) -> bool {
    let french = pair.source.text.prose.trim_end_matches(|c: char| c != OPAQUE && !c.is_alphanumeric());
    if french.ends_with(OPAQUE) {
        return false;
    }
    let word = french.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    (word.chars().count() == 1 && !word.starts_with(|c: char| c.is_ascii_digit()))
        || (pair.source.kind != BlockKind::Paragraph && matches!(word, "etc" | "cf" | "p" | "sq"))
}

/// The last mark of a text, looking through closing quotes, brackets, notes and markup.
fn end(text: &Text<'_>) -> (End, crate::text::Span) {
    let mut question = false;
    let mut passed = text.prose.len();
    for (at, c) in text.prose.char_indices().rev() {
        if at >= passed {
            continue;
        }
        // A picture by its name, which ends no sentence: `:tada:`.
        if c == ':'
            && let Some(begin) = markup::code_before(&text.prose, at + 1)
        {
            passed = begin;
            continue;
        }
        let span = at..at + c.len_utf8();
        let end = match c {
            ' ' | '\u{A0}' | '\u{202F}' | '\n' | MARK | '\u{200E}' | '\u{200F}' | '\u{200B}' | '\u{FEFF}'
            | '\u{FE0F}' | '\u{200D}' => continue,
            '”' | '“' | '»' | '«' | '"' | '״' | '׳' | '’' | '‘' | '\'' | '」' | '』' | ')' | ']' | '）'
            | '›' | '‹' | '》' | '〉' | '】' => continue,
            c if is_picture(c) => continue,
            '!' | '！' => {
                // ?! and !? are questions.
                if text.prose[..at].ends_with(['?', '？', '؟', '⁇', '⁈', '⁉']) {
                    question = true;
                }
                if question { End::Question } else { End::Exclamation }
            }
            '?' | '？' | '؟' | '⁇' | '⁈' | '⁉' => End::Question,
            '‼' => End::Exclamation,
            ';' | '；' | '؛' => End::Semicolon,
            '\u{37E}' => End::Question,
            '…' => End::Ellipsis,
            '.' if text.prose[..at].ends_with("..") => End::Ellipsis,
            '.' | '。' | '．' | '｡' | '।' | '۔' | '։' | '።' | '။' | '។' | '॥' => End::Stop,
            ':' | '：' => End::Colon,
            ',' | '、' | '，' | '،' => End::Comma,
            _ => End::Nothing,
        };
        return (end, if end == End::Nothing { text.raw.len()..text.raw.len() } else { span });
    }
    (End::Nothing, text.raw.len()..text.raw.len())
}
