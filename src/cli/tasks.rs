//! From pages to tasks: what `todo` and `diff` list.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::proposed::says_more;
use crate::align::{Sentence, Text, align};
use crate::catalog::edit::one_line;
use crate::catalog::{Catalog, Unit};
use crate::check::Target;
use crate::project::{Project, Survey};
use crate::report::todo::{Candidate, Facts, More, TaskList, Unread};
use crate::text::{LineIndex, count_words};
use crate::unit::accept::carries;
use crate::unit::assess::{Assessed, assess, staleness};
use crate::unit::state::rendered;
use crate::unit::{CatalogFile, Page, Presence, State};

/// The units of a page in one locale that are not current and that `wanted` asks for, by index; none if there are none.
pub(super) fn tasks(
    page: &Page<'_>,
    locale: usize,
    shared: &[&Catalog<'_>],
    wanted: impl Fn(usize, &Assessed<'_>) -> bool,
) -> Option<TaskList> {
    units(page, locale, shared, |at, this| this.state != State::Current && wanted(at, this))
}

/// What can't be read of a page in one locale, so that nothing is known of the units in it.
pub(super) fn unread(page: &Page<'_>, locale: usize) -> Option<Unread> {
    let own = page.targets[locale];
    let file = page.unreadable(locale).filter(|_| own.in_scope && !page.units.is_empty())?;
    let units = (0..page.units.len()).filter(|&at| std::ptr::eq(page.catalog_of(at, locale), file));
    Some(Unread {
        file: Arc::clone(&file.catalog.file),
        document: Some(page.name.into()),
        locale: Some(own.locale.as_str().into()),
        units: Some(units.count()),
    })
}

/// What can't be read of the documents that `asked` asks for, so that nothing is known of them in any locale.
pub(super) fn left_out(
    project: &Project,
    survey: &Survey,
    asked: impl Fn(&str) -> bool,
) -> impl Iterator<Item = Unread> {
    let files = survey.left_out(project).filter(move |(_, name)| name.as_deref().is_none_or(&asked));
    files.map(|(file, name)| Unread {
        file: file.into(),
        document: name.map(Arc::from),
        locale: None,
        units: None,
    })
}

/// The units of a page in one locale that `wanted` asks for, by index, current ones too.
pub(super) fn units(
    page: &Page<'_>,
    locale: usize,
    shared: &[&Catalog<'_>],
    wanted: impl Fn(usize, &Assessed<'_>) -> bool,
) -> Option<TaskList> {
    if !page.targets[locale].in_scope {
        return None;
    }
    let own = page.targets[locale];
    // All units of a page that was renamed stand in another file: each is indexed once, when it is met with.
    let mut indices: FxHashMap<*const CatalogFile<'_>, LineIndex<'_>> = FxHashMap::default();
    let target = LazyCell::new(|| Target::new(own.locale));
    let mut list = None;
    let mut states = Vec::with_capacity(page.units.len());
    for ((at, position), this) in page.places().enumerate().zip(assess(page, locale, shared)) {
        states.push(this.state);
        if this.file.presence == Presence::Unreadable || !wanted(at, &this) {
            continue;
        }
        let index = indices.entry(this.file).or_insert_with(|| LineIndex::new(this.file.catalog.text));
        let file = (!std::ptr::eq(this.file, own)).then(|| Arc::clone(&this.file.catalog.file));
        let (facts, more) = task(page, at, &this, position, index);
        let more =
            More { is_of_more: more.proposal.is_some() && says_more(page, at, locale, &target), ..more };
        let list = list.get_or_insert_with(|| TaskList::new(page, locale, page.units.len() - at));
        list.push(page, &facts, More { file, ..more });
    }
    let mut list = list?;
    for (at, candidate) in candidates(page, locale, &states) {
        list.offer(at, candidate);
    }
    list.finish(page);
    Some(list)
}

/// What there is to tell of a unit.
fn task(
    page: &Page<'_>,
    at: usize,
    assessed: &Assessed<'_>,
    position: (usize, usize),
    lines: &LineIndex<'_>,
) -> (Facts, More) {
    let catalog = &assessed.file.catalog;
    let sentence = page.sentence(at);
    let unit = assessed.unit;
    let renders = unit.and_then(|unit| rendered(unit, staleness));
    let words = match (renders, assessed.state) {
        (Some(renders), State::Stale(_)) => changed_words(renders, sentence),
        _ => count_words(sentence),
    };
    let facts = Facts {
        at,
        position,
        state: assessed.state,
        line: unit.map(|unit| lines.line_column(place(unit)).line),
        words,
        renders_today: renders == Some(sentence),
        carries: carries(page, at, assessed),
        is_unread: unit.is_some_and(|unit| catalog.has_unread_translation(unit)),
    };
    let more = More {
        reasons: (&*assessed.reasons).into(),
        conflicted: catalog.conflicted,
        renders: renders.filter(|renders| *renders != sentence).map(Box::from),
        translation: unit.and_then(|unit| translation(catalog, unit)).map(Box::from),
        proposal: unit.and_then(proposal),
        problem: assessed.problems.first().map(|problem| problem.kind.message().into()),
        ..More::default()
    };
    (facts, more)
}

/// The first proposal of a unit.
pub(super) fn proposal(unit: &Unit<'_>) -> Option<Box<str>> {
    unit.proposals().map(|proposal| Box::from(proposal.text)).next()
}

/// The obsolete units of a page that the worklist offers for others: their addresses, and the ids of those.
pub(super) fn offered(
    page: &Page<'_>,
    locale: usize,
    shared: &[&Catalog<'_>],
) -> impl Iterator<Item = (String, String)> {
    let states: Vec<State> = assess(page, locale, shared).map(|this| this.state).collect();
    let found = candidates(page, locale, &states);
    found.into_iter().map(|(at, candidate)| (candidate.address, page.units[at].id.to_string()))
}

/// Obsolete units of the same catalog whose translations may serve: for a unit without a translation, that
/// whose French is the most alike; for a stale one, that whose French it took in (the other part of a
/// merge). Each is offered once.
fn candidates(page: &Page<'_>, locale: usize, states: &[State]) -> FxHashMap<usize, Candidate> {
    let catalog = &page.targets[locale].catalog;
    let is_open = |state: &State| matches!(state, State::Missing | State::Stale(_));
    if !states.iter().any(is_open) {
        return FxHashMap::default();
    }
    let obsolete: FxHashSet<&str> = page
        .strays(locale)
        .into_iter()
        .filter(|unit| unit.section.is_some() && unit.message.is_some())
        .map(|unit| unit.id)
        .collect();
    if obsolete.is_empty() {
        return FxHashMap::default();
    }
    let open: Vec<usize> = (0..states.len()).filter(|&at| is_open(&states[at])).collect();
    let stale: FxHashSet<&str> = open
        .iter()
        .filter(|&&at| states[at] != State::Missing)
        .map(|&at| page.units[at].id.as_str())
        .collect();
    let known: Vec<(&Unit<'_>, &str)> = catalog
        .units
        .iter()
        .filter(|unit| obsolete.contains(unit.id) || stale.contains(unit.id))
        .filter_map(|unit| Some((unit, rendered(unit, staleness)?)))
        .collect();
    let sentence = |text| Sentence { text, block: None };
    let old = known.iter().map(|&(_, french)| sentence(french)).collect();
    let new = open.iter().map(|&at| sentence(page.sentence(at))).collect();
    let links =
        align(&[Text { name: page.name, sentences: old }], &[Text { name: page.name, sentences: new }]);
    let mut offered: FxHashSet<&str> = FxHashSet::default();
    let mut out = FxHashMap::default();
    for link in links {
        let Some(at) = link.new.first().map(|new| open[new.index()]) else { continue };
        let mut former = link.old.iter().chain(&link.candidate).map(|old| known[old.index()]);
        if states[at] != State::Missing && !former.clone().any(|(unit, _)| unit.id == page.units[at].id) {
            continue;
        }
        let Some((unit, french)) = former.find(|(unit, _)| obsolete.contains(unit.id)) else { continue };
        let Some(translation) = translation(catalog, unit) else { continue };
        if offered.insert(unit.id) {
            let address = format!("{}#{}", page.name, unit.id);
            out.insert(at, Candidate { address, french: french.to_owned(), translation });
        }
    }
    out
}

/// The first byte of a unit that a person would look at: its message, else its marker, else its junk.
pub(super) fn place(unit: &Unit<'_>) -> usize {
    let message = unit.message.as_ref().map(|message| message.lines().start);
    let marker = unit.section.as_ref().map(|section| section.marker().start);
    message.or(marker).or(unit.broken().first().map(|junk| junk.start)).unwrap_or(0)
}

/// A translation as it is written: its text, or the raw pattern on one line where it is more than text.
pub(super) fn translation(catalog: &Catalog<'_>, unit: &Unit<'_>) -> Option<String> {
    let message = unit.message.as_ref()?;
    let text = catalog.sentence(message).unwrap_or_else(|| {
        let lines = catalog.text[message.value()].lines();
        Cow::Owned(lines.map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" "))
    });
    Some(one_line(&text).into_owned())
}

/// How many words of `new` are not in `old`; at least one, for what was only taken away has to be
/// taken away in the translation too.
fn changed_words(old: &str, new: &str) -> usize {
    use crate::align::words::{PieceKind, word_diff};
    let added = word_diff(old, new);
    let words = added.iter().filter(|piece| matches!(piece.kind, PieceKind::Added));
    words.map(|piece| count_words(piece.text)).sum::<usize>().max(1)
}
