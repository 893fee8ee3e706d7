//! Numbers of French idioms, which other languages say without them: 24 h sur 24 is around the clock.

use crate::check::lexicon::Lexicon;
use crate::check::lists::Words;
use crate::check::numbers::compare::{Comparison, year_of_school};
use crate::check::numbers::read::folds::factor;
use crate::check::numbers::read::{Kind, is_blank};
use crate::check::scan::Word;

/// Whether the French number at `at` may be missing, as other languages say what it says without it.
pub(super) fn may_be_missing(comparison: &Comparison<'_>, at: usize) -> bool {
    is_all_the_time(comparison, at)
        || is_of_a_night(comparison, at)
        || is_dimension(comparison, at)
        || is_one_of(comparison, at)
        || is_week(comparison, at)
        || is_day(comparison, at)
        || is_shift(comparison, at)
        || is_car(comparison, at)
        || is_by_hand(comparison, at)
        || is_beginning_of_month(comparison, at)
        || is_in_verb(comparison, at)
        || year_of_school(comparison, &comparison.french.items[at]).is_some()
}

/// What French says by a number that counts nothing, and other languages by another number or by none.
const FIGURES_OF_SPEECH: [&str; 23] = [
    "trois fois rien",
    "quatre à quatre",
    "en moins de deux",
    "ni une ni deux",
    "deux temps trois mouvements",
    "deux temps, trois mouvements",
    "cheveux en quatre",
    "mettre en quatre",
    "met en quatre",
    "mis en quatre",
    "quatre pattes",
    "entre quatre yeux",
    "quatre épingles",
    "quatre vérités",
    "quatre cents coups",
    "400 coups",
    "trente-six chandelles",
    "sur mon trente et un",
    "sur son trente et un",
    "sur leur trente et un",
    "à deux pas",
    "à deux doigts",
    "les cent pas",
];

/// Whether a number is one of a [figure of speech](FIGURES_OF_SPEECH).
pub(super) fn is_figure_of_speech(comparison: &Comparison<'_>, at: usize) -> bool {
    let (prose, item) = (&comparison.source.prose, &comparison.french.items[at]);
    let span = &item.span;
    // All are in words, but for this one.
    if item.kind == Kind::Digits && &prose[span.clone()] != "400" {
        return false;
    }
    FIGURES_OF_SPEECH.iter().any(|figure| {
        let near = prose.floor_char_boundary(span.start.saturating_sub(figure.len()));
        let end = prose.ceil_char_boundary((span.end + figure.len()).min(prose.len()));
        prose[near..end].find(figure).is_some_and(|begin| {
            let begin = near + begin;
            // En moins de deux heures is no figure.
            begin <= span.start
                && span.end <= begin + figure.len()
                && !counts_unit(&prose[begin + figure.len()..])
        })
    })
}

/// Whether a text goes on with the name of a unit.
fn counts_unit(text: &str) -> bool {
    let name = text.trim_start_matches(is_blank).split(|c: char| !c.is_alphabetic()).next();
    name.is_some_and(|name| Lexicon::french().units().get(name).is_some())
}

/// Whether a number is that of an oven's thermostat, `th. 6`: other countries count by other marks, or by degrees alone.
pub(super) fn is_of_oven(comparison: &Comparison<'_>, at: usize) -> bool {
    let before = comparison.source.prose[..comparison.french.items[at].span.start].trim_end_matches(is_blank);
    ["th.", "Th.", "thermostat", "Thermostat"]
        .iter()
        .any(|oven| before.strip_suffix(oven).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric)))
}

/// The one of `1 pincée de sel`: what a hand or a spoon takes is one of it where no number stands.
fn is_by_hand(comparison: &Comparison<'_>, at: usize) -> bool {
    static MEASURES: Words = Words::of("measures");
    let after = comparison.source.prose[comparison.french.items[at].span.end..].trim_start_matches(is_blank);
    let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    in_digits(comparison, at) == Some(1)
        && MEASURES.has(&after[..end])
        && [" de ", " d’", " d'"].iter().any(|of| after[end..].starts_with(of))
}

/// The one of `dès le 1er mars`, from which something is so: from the beginning of March, where the month is there.
fn is_beginning_of_month(comparison: &Comparison<'_>, at: usize) -> bool {
    /// How words begin that name the beginning.
    static BEGINNINGS: Words = Words::of("beginning");
    let prose = &comparison.source.prose;
    let after = prose[comparison.french.items[at].span.end..].trim_start_matches(['e', 'r', '\u{2}']);
    let before = prose[..comparison.french.items[at].span.start].trim_end_matches(is_blank);
    let is_from = ["dès le", "Dès le", "depuis le", "Depuis le", "partir du", "compter du"];
    let name =
        after.trim_start_matches(is_blank).split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let month = Lexicon::french().months.get(name);
    in_digits(comparison, at) == Some(1)
        && is_from.iter().any(|from| before.ends_with(from))
        && month.is_some_and(|month| comparison.here.months >> month & 1 == 1)
        && comparison
            .text
            .has_word(|word| BEGINNINGS.all().iter().any(|beginning| word.starts_with(beginning)))
}

/// The factor of `divisé par 2`, which is in a verb of most languages: halved. Of other factors where the translation has that
/// verb, or none is known in its language.
fn is_in_verb(comparison: &Comparison<'_>, at: usize) -> bool {
    let Some(times) = in_digits(comparison, at).filter(|times| (2..=10).contains(times)) else {
        return false;
    };
    if factor(&comparison.source.prose, &comparison.french.items[at]).is_none() {
        return false;
    }
    let mut verbs = comparison.target.lexicon.folds.iter().filter(|(_, fold)| *fold == times).peekable();
    times == 2
        || verbs.peek().is_none()
        || verbs.any(|(verb, _)| comparison.text.has_word(|word| word.starts_with(verb)))
}

/// The fours of `un 4 × 4`, which is an off-road car.
fn is_car(comparison: &Comparison<'_>, at: usize) -> bool {
    let is_four = |at: usize| in_digits(comparison, at) == Some(4);
    let is_pair = |first: usize| {
        let items = &comparison.french.items;
        let before = comparison.source.prose[..items[first].span.start].trim_end_matches(is_blank);
        let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        // A field of 4 × 4 metres, and the 4 × 4 grid, are as large.
        let is_article = matches!(
            word,
            "le" | "Le"
                | "un"
                | "Un"
                | "les"
                | "Les"
                | "des"
                | "Des"
                | "en"
                | "En"
                | "du"
                | "son"
                | "leur"
                | "au"
                | "aux"
        );
        is_article
            && between(comparison, first).is_some_and(|sign| matches!(sign, "×" | "x"))
            && Lexicon::french().units().after(comparison.source, items[first + 1].span.end).is_none()
    };
    is_four(at) && (is_four(at + 1) && is_pair(at) || at > 0 && is_four(at - 1) && is_pair(at - 1))
}

/// The eight of `en 3 × 8`, which is in three shifts a day: as many as are needed of so many hours.
fn is_shift(comparison: &Comparison<'_>, at: usize) -> bool {
    let Some(first) = at.checked_sub(1) else { return false };
    let (Some(shifts), Some(hours)) = (in_digits(comparison, first), in_digits(comparison, at)) else {
        return false;
    };
    let before = &comparison.source.prose[..comparison.french.items[first].span.start];
    let word = before.trim_end_matches(is_blank).rsplit(|c: char| !c.is_alphabetic()).next();
    matches!((shifts, hours), (2..=5, 8) | (4, 6) | (2, 12))
        && between(comparison, first).is_some_and(|sign| matches!(sign, "×" | "x"))
        && word.is_some_and(|word| matches!(word, "en" | "les" | "des" | "aux"))
        && comparison.found[first].is_some()
}

/// The 24 of `par 24 heures`, which is a day.
fn is_day(comparison: &Comparison<'_>, at: usize) -> bool {
    if in_digits(comparison, at) != Some(24) {
        return false;
    }
    let after = comparison.source.prose[comparison.french.items[at].span.end..].trim_start_matches(is_blank);
    let is_hours = after.starts_with("heures")
        || after.strip_prefix('h').is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let (text, units) = (comparison.text, comparison.target.lexicon.units());
    let is_day = |word: &Word| units.get(text.word(word)).is_some_and(|unit| unit.symbol() == "day");
    is_hours
        && match comparison.target.script.is_unspaced() {
            true => text.prose.contains(['日', '天']),
            false => text.words.iter().any(is_day),
        }
}

/// The eight of `sous 8 jours`, which is within a week.
fn is_week(comparison: &Comparison<'_>, at: usize) -> bool {
    if in_digits(comparison, at) != Some(8) {
        return false;
    }
    let after = comparison.source.prose[comparison.french.items[at].span.end..].trim_start_matches(is_blank);
    let (text, units) = (comparison.text, comparison.target.lexicon.units());
    let is_week = |word: &str| units.get(word).is_some_and(|unit| unit.symbol() == "week");
    after.starts_with("jours")
        && match comparison.target.script.is_unspaced() {
            true => text.prose.contains(['週', '周']),
            false => text.has_word(is_week),
        }
}

/// Parts of words for 2D and 3D that hold no number which is read as one.
static FLAT: Words = Words::of("flat");
static SOLID: Words = Words::of("solid");

/// `2D` in a flat object, `3D` in a solid one.
fn is_dimension(comparison: &Comparison<'_>, at: usize) -> bool {
    let Some(value) = in_digits(comparison, at) else { return false };
    let after = &comparison.source.prose[comparison.french.items[at].span.end..];
    after.starts_with('D')
        && !after[1..].starts_with(char::is_alphanumeric)
        && match value {
            // One-dimensional is a word in every language.
            1 => true,
            2 => says_part(comparison, &FLAT),
            3 => says_part(comparison, &SOLID),
            _ => false,
        }
}

/// Whether a word of a list stands in the translation, as a part of a word, too.
fn says_part(comparison: &Comparison<'_>, list: &Words) -> bool {
    list.all().iter().any(|word| comparison.text.prose.contains(word))
}

/// `1 élève sur 8`, which is every eighth pupil; and `1 sur 8`.
fn is_one_of(comparison: &Comparison<'_>, at: usize) -> bool {
    let is_of = between(comparison, at)
        .is_some_and(|between| between == "sur" || between.ends_with(" sur") && between.len() < 40);
    in_digits(comparison, at) == Some(1) && is_of && comparison.found[at + 1].is_some()
}

fn in_digits(comparison: &Comparison<'_>, at: usize) -> Option<u64> {
    let item = comparison.french.items.get(at)?;
    item.whole().filter(|_| item.kind == Kind::Digits)
}

/// What stands between a number and the next one, without its blanks; none where there is no next one.
fn between<'c>(comparison: &Comparison<'c>, first: usize) -> Option<&'c str> {
    let items = &comparison.french.items;
    let between =
        comparison.source.prose.get(items.get(first)?.span.end..items.get(first + 1)?.span.start)?;
    Some(between.trim_matches(is_blank))
}

/// `24 h sur 24`, `7 jours sur 7`, `365 jours par an`; of `5 jours sur 7`, the seven, which is a week.
fn is_all_the_time(comparison: &Comparison<'_>, at: usize) -> bool {
    let joins = |first: usize, all: u64| {
        let Some(between) = between(comparison, first) else { return false };
        let bare = between.strip_suffix("sur").or_else(|| between.strip_suffix('/'));
        bare.is_some_and(|unit| match (all, unit.trim_matches(is_blank)) {
            (24, unit) => matches!(unit, "" | "h" | "H" | "heures"),
            (7 | 365, unit) => matches!(unit, "" | "j" | "J" | "jours"),
            _ => false,
        })
    };
    let Some(value) = in_digits(comparison, at) else { return false };
    let is_second =
        at > 0 && in_digits(comparison, at - 1).is_some_and(|first| first <= value) && joins(at - 1, value);
    let is_first = in_digits(comparison, at + 1) == Some(value) && joins(at, value);
    let is_year = value == 365 && {
        let after =
            comparison.source.prose[comparison.french.items[at].span.end..].trim_start_matches(is_blank);
        after.starts_with("jours par an") || after.starts_with("jours dans l")
    };
    is_second || is_first || is_year
}

/// `dans la nuit du 14 au 15`, of which other languages name one day: in der Nacht zum 15.
fn is_of_a_night(comparison: &Comparison<'_>, at: usize) -> bool {
    let is_night = |first: usize| {
        let before = &comparison.source.prose[..comparison.french.items[first].span.start];
        let (Some(evening), Some(morning)) = (in_digits(comparison, first), in_digits(comparison, first + 1))
        else {
            return false;
        };
        before.trim_end_matches(is_blank).ends_with("nuit du")
            && (evening + 1 == morning || morning == 1 && (28..=31).contains(&evening))
            && between(comparison, first).is_some_and(|between| {
                between.len() <= 20 && between.ends_with("au") && !between.contains([',', '.', ';'])
            })
    };
    let is_there = |at: usize| comparison.found[at].is_some();
    is_night(at) && is_there(at + 1) || at > 0 && is_night(at - 1) && is_there(at - 1)
}
