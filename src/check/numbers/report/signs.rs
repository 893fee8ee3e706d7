//! Signs at numbers that are lost: per cent, minus.

use super::currency;
use crate::check::Problem;
use crate::check::lists::Words;
use crate::check::numbers::RULE;
use crate::check::numbers::compare::{Comparison, at_number, is_one_of_so_many, is_percent, next_word};
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;
use crate::check::scan::{Text, with_lower};
use crate::check::script::{Script, script};
use crate::diagnostic::Severity;
use crate::text::Span;

/// What is told of the sign at a number.
fn problem(
    comparison: &Comparison<'_>,
    item: &Item,
    other: &Item,
    severity: Severity,
    told: &str,
) -> Problem {
    let written = &comparison.text.raw[other.span.clone()];
    Problem::new(RULE, severity, other.span.clone(), format!("{written} {told}")).of_french(item.span.clone())
}

/// A lost per-cent sign.
pub(super) fn percent(comparison: &Comparison<'_>, item: &Item, other: &Item, problems: &mut Vec<Problem>) {
    if !item.traits.percent || other.traits.percent || comparison.here.percents >= comparison.french.percents
    {
        return;
    }
    // Nothing is nothing, unless it is nothing of another unit.
    let counts = || comparison.target.lexicon.units().after(comparison.text, other.span.end).is_some();
    let pays = || currency::beside(comparison.text, &other.span).is_some();
    if item.value.is_some_and(Value::is_zero) && other.kind != Kind::Digits && !counts() && !pays() {
        return;
    }
    // One in ten is ten per cent.
    if is_one_of_so_many(comparison, item, other) {
        return;
    }
    // From 10 to 15 %: the sign stands once for both.
    let is_list = is_in_list(comparison, item);
    let is_before = |next: &Item| {
        let between = comparison.text.prose.get(other.span.end..next.span.start);
        between.is_some_and(|between| may_share(comparison, between, is_list))
    };
    // %5-10
    let is_behind =
        |next: &Item| other.traits.joined.is_some() && other.span.start.wrapping_sub(next.span.end) <= 4;
    let mut signed = comparison.here.items.iter().filter(|next| next.traits.percent);
    let shared = signed.any(|next| is_before(next) || is_behind(next));
    if shared && comparison.here.percents > 0 {
        return;
    }
    // It may be in a word that we don't know.
    let is_unknown = comparison.target.lexicon.percent.is_empty();
    if is_unknown || holds_percent(comparison) || is_share_in_figures(comparison, item, other) {
        return;
    }
    // Wine has degrees in Japanese, Chinese and Korean: 13.5度 for 13,5 % vol.
    let after = comparison.text.prose[other.span.end..].trim_start_matches(is_blank);
    let unit = comparison.source.prose[item.span.end..].trim_start_matches(|c| is_blank(c) || c == '%');
    if after.starts_with(['度', '도'])
        && (unit.starts_with("vol") || unit.starts_with("d’alcool") || unit.starts_with("d'alcool"))
    {
        return;
    }
    // 0,2 % are two per mille.
    let per_mille = item.value.filter(|value| !value.is_zero()).map(|value| value.times(1));
    if per_mille.is_some() && per_mille == other.value {
        return;
    }
    let told = "lost its per-cent sign";
    // A word may be that of a share: každý desátý, var tionde, десятая часть.
    let is_doubtful = other.kind != Kind::Digits || may_be_of_next(comparison, other);
    let severity = if is_doubtful { Severity::Warning } else { Severity::Error };
    problems
        .push(problem(comparison, item, other, severity, told).help("write the sign, or the word for it"));
}

/// Words for points of per cent, and parts of them.
static POINTS: Words = Words::of("points");

/// Per cent for points of it: *fell by 0.2%* for `a reculé de 0,2 point`, beside other numbers of per cent.
pub(super) fn per_cent_for_points(
    comparison: &Comparison<'_>,
    item: &Item,
    other: &Item,
    problems: &mut Vec<Problem>,
) {
    /// Bytes behind a number in which a word for points stands.
    const NEAR: usize = 40;
    if item.traits.percent || comparison.french.percents == 0 || item.value != other.value {
        return;
    }
    let french = comparison.source.prose[item.span.end..].trim_start_matches(is_blank);
    let is_points = french
        .strip_prefix("point")
        .is_some_and(|rest| !rest.trim_start_matches('s').starts_with(char::is_alphabetic));
    if !is_points || !is_percent(comparison, other) {
        return;
    }
    let prose: &str = &comparison.text.prose;
    let near = prose.floor_char_boundary(other.span.start.saturating_sub(NEAR))
        ..prose.floor_char_boundary((other.span.end + NEAR).min(prose.len()));
    let near = prose[near].to_lowercase();
    if !POINTS.all().iter().any(|point| near.contains(point)) {
        let told = "is per cent: the French has points";
        let help = "write percentage points, as per cent of a share are another number";
        problems.push(problem(comparison, item, other, Severity::Warning, told).help(help));
    }
}

/// Per cent for a unit, *34 per cent* for 34 °C, and for one in so many: *5%* for `un sur cinq`.
pub(super) fn per_cent_for_unit(
    comparison: &Comparison<'_>,
    at: usize,
    here: usize,
    problems: &mut Vec<Problem>,
) {
    /// Letters of a word before that for per cent: *por ciento*.
    const SMALL: usize = 3;
    let (item, other) = (&comparison.french.items[at], &comparison.here.items[here]);
    // Spirits have degrees, which are per cent of their volume.
    let has_unit =
        || at_number(&comparison.french.measures, at).is_some_and(|measure| measure.unit.symbol() != "°");
    // One in ten is 10%.
    let is_of = || {
        let before = comparison.source.prose[..item.span.start].trim_end_matches(is_blank);
        item.kind == Kind::Word
            && item.whole().is_some_and(|number| (2..=20).contains(&number) && number != 10)
            && before.ends_with(" sur")
    };
    // 12 g for 100 g are 12 per cent.
    let has_hundred = || comparison.french.items.iter().any(|item| item.whole() == Some(100));
    if item.traits.percent || item.value != other.value || comparison.french.percents > 0 {
        return;
    }
    let is_alone = |items: &[Item]| items.iter().filter(|same| same.value == item.value).count() == 1;
    // 5 درجات مئوية are degrees Celsius.
    let is_noun = || {
        let word = next_word(&comparison.text.prose, other);
        word.chars().nth(SMALL).is_some()
            && !with_lower(word, |word| comparison.target.lexicon.percent.contains(&word))
    };
    if (has_unit() || is_of())
        && is_percent(comparison, other)
        && !is_noun()
        && !has_hundred()
        && at_number(&comparison.measures, here).is_none()
        && is_alone(&comparison.french.items)
        && is_alone(&comparison.here.items)
    {
        let told = "is per cent, and not in the French";
        problems.push(
            problem(comparison, item, other, Severity::Warning, told)
                .help("say of what the French has so many"),
        );
    }
}

/// Whether a number may share the word of a later one: *um 0,4 und im ganzen Jahr um 1,1 Prozent*. The sign is written twice.
fn may_be_of_next(comparison: &Comparison<'_>, other: &Item) -> bool {
    /// Bytes between them.
    const NEAR: usize = 80;
    static AND: Words = Words::of("and");
    let prose = &comparison.text.prose;
    let behind = prose[other.span.end..].trim_start_matches(is_blank);
    let word = next_word(prose, other);
    let is_later = |next: &Item| {
        let between = prose.get(other.span.end..next.span.start);
        next.traits.percent
            && !prose[next.span.end..].trim_start_matches(is_blank).starts_with('%')
            && between.is_some_and(|between| between.len() <= NEAR && !between.contains(['.', ';', '!', '?']))
    };
    (behind.starts_with(',') || AND.has(word)) && comparison.here.items.iter().any(is_later)
}

/// Whether the French has nothing between a number and the next one but the words of a range or a choice: 10 % à 15 %.
fn is_in_list(comparison: &Comparison<'_>, item: &Item) -> bool {
    const WORDS: [&str; 16] = [
        "au", "de", "environ", "et", "jusqu", "la", "le", "les", "maximum", "minimum", "même", "moins", "ou",
        "plus", "voire", "à",
    ];
    let next = comparison.french.items.iter().find(|next| next.span.start >= item.span.end);
    next.filter(|next| next.traits.percent).is_some_and(|next| {
        let between = &comparison.source.prose[item.span.end..next.span.start];
        let mut words = between.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        words.all(|word| WORDS.contains(&word))
    })
}

/// Whether what stands between two numbers makes one range or list of them, and says nothing of the first: as little as in
/// the French, or small words, no noun.
fn may_share(comparison: &Comparison<'_>, between: &str, is_list: bool) -> bool {
    /// Bytes between them.
    const NEAR: usize = 16;
    /// The same where the French has a range or a choice: to as much as, oder auch bis zu.
    const NEAR_IN_LIST: usize = 24;
    /// Letters of a small word, and such words between the ends of a range: up to, y el.
    const SMALL: usize = 4;
    const WORDS: usize = 2;
    /// Signs between those of Japanese: から.
    const SIGNS: usize = 3;
    if is_list || between.len() > NEAR {
        return is_list && between.len() <= NEAR_IN_LIST;
    }
    if comparison.target.script.is_unspaced() {
        return between.trim_matches(is_blank).chars().nth(SIGNS).is_none();
    }
    let mut words = between.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.clone().nth(WORDS).is_none() && words.all(|word| word.chars().nth(SMALL).is_none())
}

/// A thousandth that became a hundredth: `10,9 ‰` and `10.9%`.
pub(super) fn per_mille(comparison: &Comparison<'_>, item: &Item, other: &Item, problems: &mut Vec<Problem>) {
    let is_behind = |text: &Text<'_>, item: &Item, signs: &[char]| {
        text.prose[item.span.end..].trim_start_matches(is_blank).starts_with(signs)
    };
    let is_other = is_behind(comparison.source, item, &['‰'])
        && (is_behind(comparison.text, other, &['％']) || is_percent(comparison, other))
        && item.value == other.value;
    if !is_other {
        return;
    }
    let told = "is per cent, and per mille in the French";
    problems.push(problem(comparison, item, other, Severity::Error, told).help("write ‰, or per thousand"));
}

/// Whether a compound says that its number is one of per cent (äänestysprosentti); percentage points
/// (Prozentpunkte) don't.
fn holds_percent(comparison: &Comparison<'_>) -> bool {
    const LONG: usize = 6;
    let (text, percent) = (comparison.text, &comparison.target.lexicon.percent);
    let long: Vec<&str> = percent.iter().copied().filter(|word| word.len() >= LONG).collect();
    !long.is_empty()
        && text.has_word(|word| long.iter().any(|form| word.contains(form) && !word.starts_with(form)))
}

/// 1/10 for 10 %.
fn is_share_in_figures(comparison: &Comparison<'_>, item: &Item, other: &Item) -> bool {
    let items = &comparison.here.items;
    let whole = |item: &Item| item.value?.as_whole();
    let above = items.windows(2).find(|pair| pair[1].span == other.span).and_then(|pair| whole(&pair[0]));
    other.traits.joined == Some('/')
        && above
            .zip(whole(other))
            .zip(whole(item))
            .is_some_and(|((above, below), percent)| above.checked_mul(100) == below.checked_mul(percent))
}

/// A minus sign for the plus of the French.
pub(super) fn plus(comparison: &Comparison<'_>, item: &Item, other: &Item, problems: &mut Vec<Problem>) {
    let is_plus = comparison.source.prose[..item.span.start].ends_with('+');
    if !is_plus || item.traits.negative || !other.traits.negative {
        return;
    }
    let told = "has a minus sign, and a plus in the French";
    problems
        .push(problem(comparison, item, other, Severity::Warning, told).help("write the sign of the French"));
}

/// Whether the French says in words that degrees are below zero: moins 3 °C, moins trois degrés; but not *au moins 3 °C*.
fn is_below_zero(prose: &str, item: &Item) -> bool {
    let before = prose[..item.span.start].trim_end_matches(is_blank);
    let Some(rest) = before.strip_suffix("moins").or_else(|| before.strip_suffix("Moins")) else {
        return false;
    };
    let rest = rest.trim_end_matches(is_blank);
    let behind = prose[item.span.end..].trim_start_matches(is_blank);
    !["au", "Au", "du", "Du", "à", "À", "de", "en", "plus ou"].iter().any(|word| rest.ends_with(word))
        && !rest.ends_with(|c: char| c.is_ascii_digit())
        && (behind.starts_with('°') || behind.starts_with("degré"))
}

/// Whether the translation says in words that a number is negative, and whether near it where *moins* says something else in
/// the French: *entre -3 et 4, soit dix de moins*.
fn says_minus(comparison: &Comparison<'_>, item: &Item, other: &Item) -> (bool, bool) {
    /// Letters between the number and such a word.
    const NEAR: usize = 40;
    let (text, minus) = (comparison.text, &comparison.target.lexicon.minus);
    if comparison.target.script.is_unspaced() {
        let says = minus.iter().any(|word| text.prose.contains(word));
        return (says, says);
    }
    // The longer ones may have endings, or begin a compound: pakkasasteeseen.
    let is_minus =
        |word: &str| minus.iter().any(|form| *form == word || form.len() >= 6 && word.starts_with(form));
    let must_be_near = item.traits.negative && takes_away(&comparison.source.prose);
    // Behind the last of several numbers, it is of all: 20, 15 and 10 degrees below zero.
    let is_end = |rest: &str| !rest.trim_start_matches(is_blank).starts_with(|c: char| c.is_ascii_digit());
    let ends_clause =
        |between: &str| between.match_indices([',', ';']).any(|(at, _)| is_end(&between[at + 1..]));
    let is_near = |word: &Span| {
        let between = other.span.end.min(word.end)..word.start.max(other.span.start);
        let between = text.prose.get(between).unwrap_or_default();
        between.len() < 4 * NEAR && between.chars().count() < NEAR && !ends_clause(between)
    };
    let mut says = false;
    for word in text.words.iter().filter(|word| with_lower(text.word(word), is_minus)) {
        says = true;
        if !must_be_near || is_near(&word.span()) {
            return (true, true);
        }
    }
    (says, false)
}

/// Whether the French says *moins* of what is taken away or less than something, and not *au moins*.
fn takes_away(french: &str) -> bool {
    const OTHERS: [&str; 7] = ["au", "Au", "du", "Du", "à", "À", "en"];
    french.match_indices("moins").any(|(at, word)| {
        let before = french[..at].trim_end_matches(is_blank);
        let last = before.rsplit(is_blank).next().unwrap_or_default();
        let is_word = !french[at + word.len()..].starts_with(char::is_alphabetic) && before.len() < at;
        is_word && !OTHERS.contains(&last)
    })
}

/// A lost minus sign.
pub(super) fn minus(comparison: &Comparison<'_>, item: &Item, other: &Item, problems: &mut Vec<Problem>) {
    let in_words = !item.traits.negative && is_below_zero(&comparison.source.prose, item);
    if !(item.traits.negative || in_words) || other.traits.negative || other.traits.joined.is_some() {
        return;
    }
    if comparison.text.prose[..other.span.start].ends_with(['+', '＋']) {
        let told = "has a plus sign, and a minus in the French";
        problems.push(
            problem(comparison, item, other, Severity::Warning, told).help("write the sign of the French"),
        );
        return;
    }
    // Korean joins the sign to a particle: 값이-1이면.
    let before = comparison.text.prose[..other.span.start].strip_suffix(['-', '−', '–']);
    if before.and_then(|before| before.chars().next_back()).is_some_and(|c| script(c) == Script::Hangul) {
        return;
    }
    // « −26 ans » on a list of prices is those who are younger.
    if comparison.source.prose[item.span.end..].trim_start_matches(is_blank).starts_with("ans") {
        return;
    }
    let text = comparison.text;
    // It may be in a word that we don't know.
    if comparison.target.lexicon.minus.is_empty() {
        return;
    }
    let (said_somewhere, said) = says_minus(comparison, item, other);
    // What is less by so much per cent falls, in many words: nothing is sure there.
    let decline = &comparison.target.lexicon.decline;
    let falls = item.traits.percent
        && match comparison.target.script.is_unspaced() {
            true => decline.iter().any(|word| text.prose.contains(word)),
            false => text.has_word(|word| decline.iter().any(|form| word.starts_with(form))),
        };
    if !said && !falls {
        let is_free = item.traits.percent || in_words || said_somewhere;
        let severity = if is_free { Severity::Warning } else { Severity::Error };
        let told = if in_words { "lost its minus" } else { "lost its minus sign" };
        problems.push(
            problem(comparison, item, other, severity, told).help("write the sign, or say it in words"),
        );
    }
}
