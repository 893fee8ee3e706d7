//! Whether a translation may end in another mark than the French, and what to say where it may not.

use super::CLOSING;
use super::end::{End, ends_in_picture, has_picture};
use super::question::question_in_quotation;
use crate::check::scan::{Kind, MARK, OPAQUE, QUESTION, Text, with_lower};
use crate::check::script::Script;
use crate::check::{Pair, closing};
use crate::document::BlockKind;

/// What is wrong with an end, and what to do.
pub(super) type Told = (&'static str, &'static str);

/// What is wrong with the end `here`, where the French ends in `french`.
pub(super) fn differs(pair: &Pair<'_>, french: End, here: End) -> Option<Told> {
    told(french, here).filter(|_| !may_differ(pair, french, here))
}

/// What to say of two ends; nothing if they are alike, or if either may be right.
fn told(french: End, here: End) -> Option<Told> {
    Some(match (french, here) {
        (End::Stop, End::Nothing) => {
            ("the French ends with a full stop, the translation with no mark", "write the final mark")
        }
        (End::Exclamation, End::Nothing) => {
            ("the French ends with an exclamation mark, the translation with no mark", "write the final mark")
        }
        (End::Question, End::Nothing) => {
            ("the French ends with a question mark, the translation with no mark", "write the final mark")
        }
        (End::Ellipsis, End::Nothing) => {
            ("the French ends with “…”, the translation with no mark", "write the final mark")
        }
        (End::Stop | End::Exclamation | End::Question | End::Ellipsis, End::Comma) => {
            ("the French sentence ends here, the translation with a comma", "write the final mark")
        }
        (End::Stop | End::Exclamation | End::Question, End::Colon | End::Semicolon) => {
            ("the French sentence ends here, the translation announces more", "write the final mark")
        }
        (End::Question, End::Stop) => (
            "the French asks, the translation doesn't",
            "write a question mark, if it is a question here too",
        ),
        (End::Stop, End::Question) => {
            ("the translation asks, the French doesn't", "write a full stop, unless it is a question here")
        }
        (End::Exclamation, End::Question) => (
            "the French exclaims, the translation asks",
            "write an exclamation mark, unless it is a question here",
        ),
        (End::Nothing, End::Stop) => (
            "the translation ends with a full stop, the French with no mark",
            "delete the full stop, unless labels end so here",
        ),
        (End::Nothing, End::Comma) => (
            "the translation ends with a comma, the French doesn't",
            "delete the comma, or write the final mark",
        ),
        (End::Nothing, End::Question) => (
            "the translation asks, the French doesn't",
            "delete the question mark, unless it is a question here",
        ),
        (End::Colon, End::Nothing | End::Comma | End::Stop) => {
            ("the French ends with a colon, which announces what follows", "write a colon")
        }
        _ => return None,
    })
}

/// Whether the end `here` is right all the same, by what the text is or by how its language writes.
fn may_differ(pair: &Pair<'_>, french: End, here: End) -> bool {
    match here {
        End::Nothing => may_end_in_nothing(pair, french),
        End::Stop => may_end_in_stop(pair, french),
        End::Question => may_ask(pair, french),
        // What ends a letter (« Veuillez agréer… ») is followed by a name elsewhere: *Yours sincerely,*.
        End::Comma => french == End::Stop && closing::is_closing(&pair.source.text),
        End::Colon | End::Semicolon => !is_running_text(pair),
        End::Exclamation | End::Ellipsis => false,
    }
}

/// Whether a translation needs no mark at its end, where the French has one.
fn may_end_in_nothing(pair: &Pair<'_>, french: End) -> bool {
    // Thai and its neighbours end sentences with a space.
    let has_no_marks = matches!(pair.target.script, Script::Thai | Script::Other)
        && !ENDING_WITH_MARK.contains(&pair.target.language.as_str());
    let is_another_kind = || match french {
        End::Stop => may_lack_stop(pair) || has_picture_for_mark(pair),
        // A cry of one word is a word of welcome or a label elsewhere: « Bienvenue ! » is “Welcome”.
        End::Exclamation => {
            !is_running_text(pair) || pair.source.text.words.len() == 1 || has_picture_for_mark(pair)
        }
        // か at the end of a heading or of a quotation asks, too.
        End::Question => is_how_to(pair) || asks_by_word(pair),
        End::Ellipsis | End::Nothing | End::Colon | End::Semicolon | End::Comma => false,
    };
    has_no_marks || is_another_kind() || french != End::Colon && ends_in_abbreviation(pair)
}

/// Whether no full stop need stand at the end of a translation.
fn may_lack_stop(pair: &Pair<'_>) -> bool {
    /// Words of an item that is no sentence for sure.
    const SHORT: usize = 8;
    /// Words of a note that names something, and is most often no sentence in a language that ends it in a noun.
    const NOTE: usize = 12;
    let (source, prose) = (&pair.source.text, pair.translation.prose.trim_end());
    // The items of a list end in a full stop by one style, and in no mark by another.
    let is_item = pair.source.kind == BlockKind::Item && source.words.len() <= SHORT;
    // A note of few words that ends in a noun or a figure has none in Japanese: 2時15分更新.
    let is_note = || source.words.len() <= NOTE && !prose.ends_with(is_hiragana);
    // Japanese closes a quotation at the end of a sentence without a full stop.
    let is_quotation = || prose.ends_with(['」', '』']) && source.prose.trim_end().ends_with(['»', '”']);
    is_item
        || closing::is_closing(source)
        // A full stop behind an address would be read as a part of it.
        || ends_in_address(&pair.translation)
        || pair.target.language == "ja" && (is_note() || is_quotation())
}

/// Whether a picture stands in the place of the mark, in a text that has one in the French.
fn has_picture_for_mark(pair: &Pair<'_>) -> bool {
    ends_in_picture(&pair.translation) && has_picture(&pair.source.text)
}

/// Whether a translation may end in a full stop, where the French has another mark or none.
fn may_end_in_stop(pair: &Pair<'_>, french: End) -> bool {
    let prose = &pair.translation.prose;
    match french {
        // か at the end asks, with or without a question mark; Armenian puts its mark upon the word that asks, and who
        // says it may stand behind a dash.
        End::Question => is_how_to(pair) || prose.trim_end().ends_with("か。") || asks_inside(prose),
        // Japanese and Korean announce what follows with a full stop, too.
        End::Colon => matches!(pair.target.language.as_str(), "ja" | "ko"),
        End::Nothing => !(is_label(pair) && ends_in_word(pair)),
        End::Stop | End::Exclamation | End::Ellipsis | End::Semicolon | End::Comma => false,
    }
}

/// Whether a translation may ask, where the French does not.
fn may_ask(pair: &Pair<'_>, french: End) -> bool {
    match french {
        // What is asked in a quotation may end the sentence in another order of its parts.
        End::Stop => ends_quoted(pair),
        End::Exclamation => !exclaims(pair),
        End::Nothing => !pair.is_in_french(),
        End::Question | End::Ellipsis | End::Colon | End::Semicolon | End::Comma => false,
    }
}

/// Whether a text is of sentences, and no label by its place.
fn is_running_text(pair: &Pair<'_>) -> bool {
    !matches!(
        pair.source.kind,
        BlockKind::Heading | BlockKind::Cell | BlockKind::Caption | BlockKind::FrontMatter
    )
}

/// « Comment installer… ? » at the head of a chapter is *How to install…*, which asks nothing.
fn is_how_to(pair: &Pair<'_>) -> bool {
    !is_running_text(pair) && asks_how(pair)
}

fn is_hiragana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309F}')
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
fn asks_by_word(pair: &Pair<'_>) -> bool {
    let prose = pair.translation.prose.trim_end_matches(|c: char| c == MARK || c.is_whitespace());
    let bare = prose.trim_end_matches(['」', '』', '）', ')', MARK]);
    pair.target.language == "ja"
        && bare.ends_with('か')
        && (!is_running_text(pair) || bare.len() < prose.len())
}

/// Whether the translation ends in a quotation, and the French asks in one.
fn ends_quoted(pair: &Pair<'_>) -> bool {
    let here = pair.translation.prose.trim_end();
    question_in_quotation(&pair.source.text).is_some()
        && here.trim_end_matches(['。', '.', MARK]).ends_with(CLOSING)
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
