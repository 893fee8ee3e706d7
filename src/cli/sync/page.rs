//! What a page gives a sync: the plan of its writes, and what is told of it.

use std::collections::{BTreeMap, BTreeSet};

use super::mistakes::Mistakes;
use crate::catalog::Catalog;
use crate::cli::garbled;
use crate::cli::untranslated::untranslated;
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::Untranslated;
use crate::report::Style;
use crate::report::sync::{back, events, lacking};
use crate::text::LineIndex;
use crate::unit::by_hand::by_hand;
use crate::unit::plan::{PagePlan, page_plan};
use crate::unit::repeats::SentenceKey;
use crate::unit::track::{Origin, Tracked};
use crate::unit::{Page, Presence};

/// What a page gives a sync.
pub(super) struct Row {
    /// What is to be written; of a page that does not change, its sentences.
    pub(super) plan: Result<PagePlan, Vec<SentenceKey>>,
    /// What happened to its sentences.
    pub(super) events: String,
    pub(super) untranslated: Vec<Untranslated>,
    /// What can't be read of the document, so that it is followed otherwise than its author means, and words that make
    /// room for the French.
    pub(super) findings: Vec<Diagnostic>,
    /// What is amiss in its catalogs.
    pub(super) mistakes: Mistakes,
    /// The units that come from the catalogs of another document.
    pub(super) arriving: Vec<String>,
    pub(super) may_be_rewritten: bool,
    moves: Moves,
}

impl Row {
    /// `is_known`: the project has source catalogs. A clone has none where git ignores them, and nothing came back there.
    /// `shared` are the shared files of each locale, if they are known.
    pub(super) fn of(
        page: &Page<'_>,
        is_known: bool,
        config: &Config,
        shared: Option<&[Vec<&Catalog<'_>>]>,
        style: &Style,
    ) -> Row {
        let plan = page_plan(page);
        let lacking = if plan.is_some() { lacking(page) } else { Vec::new() };
        let back = if is_known { back(page) } else { 0 };
        Row {
            plan: plan.ok_or_else(|| SentenceKey::of_page(page)),
            events: events(page, back, &lacking, style),
            untranslated: untranslated(page, config),
            findings: told_before(page),
            mistakes: Mistakes::of(page, shared),
            arriving: arriving(page),
            may_be_rewritten: may_be_rewritten(page),
            moves: Moves::of(page),
        }
    }
}

/// The units that come from the catalogs of another document.
fn arriving(page: &Page<'_>) -> Vec<String> {
    page.units.iter().filter(|unit| unit.from().is_some()).map(|unit| unit.id.to_string()).collect()
}

/// What can't be read of a document, and what a person wrote into its source catalog.
fn told_before(page: &Page<'_>) -> Vec<Diagnostic> {
    let as_warning = |finding: &Diagnostic| Diagnostic { severity: Severity::Warning, ..finding.clone() };
    let mut told: Vec<Diagnostic> =
        page.findings.iter().chain(&garbled::of_page(page)).map(as_warning).collect();
    let by_hand = by_hand(page);
    if !by_hand.is_empty() {
        let lines = LineIndex::new(page.source.catalog.text);
        told.extend(by_hand.iter().map(|one| one.kept(page, &lines)));
    }
    told
}

/// Whether a page has lost a sentence and has a new one, which may be it for a person.
fn may_be_rewritten(page: &Page<'_>) -> bool {
    let is_born = |unit: &Tracked| matches!(unit.origin(), Origin::Born { .. });
    page.changed && !page.gone.is_empty() && page.units.iter().any(is_born)
}

/// What ties a page to others.
struct Moves {
    /// The pages that sentences came from.
    from: BTreeSet<String>,
    /// Whether a target catalog of it can't be read.
    is_unread: bool,
}

impl Moves {
    fn of(page: &Page<'_>) -> Moves {
        Moves {
            from: page.units.iter().filter_map(|unit| unit.from().map(str::to_owned)).collect(),
            is_unread: page.targets.iter().any(|target| target.presence == Presence::Unreadable),
        }
    }
}

/// The pages between which sentences move, where a catalog of one can't be read: its translations could not move along,
/// and nobody would know later that they had to.
pub(super) fn held(pages: &[(String, Row)]) -> BTreeSet<String> {
    let mut beside: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut to_do = Vec::new();
    for (name, Row { moves, .. }) in pages {
        to_do.extend(moves.is_unread.then_some(name.as_str()));
        for from in &moves.from {
            beside.entry(name).or_default().push(from);
            beside.entry(from).or_default().push(name);
        }
    }
    let mut held = BTreeSet::new();
    while let Some(name) = to_do.pop() {
        if let Some(others) = beside.remove(name) {
            held.insert(name.to_owned());
            to_do.extend(others);
        }
    }
    held
}
