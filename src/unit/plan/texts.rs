//! The pages that a sync may have to change, with their texts: what is kept of them beyond their visit.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::catalog::{self, Catalog, Unit, edit};
use crate::document::BlockKind;
use crate::text::{Edit, ShortSpan, normal};
use crate::unit::assess::staleness;
use crate::unit::by_hand::by_hand;
use crate::unit::id::Id;
use crate::unit::page::{CatalogFile, Page, Presence};
use crate::unit::repeats::Repeats;
use crate::unit::sentences::Sentences;
use crate::unit::state::Staleness;
use crate::unit::track::{Kin, Origin, Tracked};
use crate::unit::typed::{former_sentence, typed, unknown};

/// One of today's units, as a plan needs it.
#[derive(Debug, Clone)]
pub(super) struct TodayUnit {
    pub(super) tracked: Tracked,
    sentence: ShortSpan,
    pub(super) kind: BlockKind,
    /// Whether a target catalog has no lines for it yet.
    pub(super) is_new: bool,
}

impl TodayUnit {
    pub(super) fn id(&self) -> &Id {
        &self.tracked.id
    }

    /// The document whose catalogs hold it, if it is another.
    pub(super) fn from(&self) -> Option<&str> {
        self.tracked.from()
    }

    /// Of a new one, the unit that it is a part of.
    pub(super) fn whole(&self) -> Option<&Id> {
        match self.tracked.origin() {
            Origin::Born { kin: Some(Kin::Whole(whole)) } => Some(whole),
            _ => None,
        }
    }

    /// What its stub says of its block.
    pub(super) fn kind(&self) -> Option<&'static str> {
        (self.kind != BlockKind::Paragraph).then(|| self.kind.as_str())
    }
}

/// A page whose catalogs a sync may have to change, with its texts.
#[derive(Debug, Clone)]
pub struct PagePlan {
    pub(super) name: String,
    pub(super) is_gone: bool,
    pub(super) units: Vec<TodayUnit>,
    sentences: Sentences,
    pub(super) changed: bool,
    pub(super) source: CatalogText,
    pub(super) targets: Vec<CatalogText>,
}

#[derive(Debug, Clone)]
pub(super) struct CatalogText {
    pub(super) file: String,
    pub(super) locale: String,
    pub(super) text: Option<Arc<String>>,
    pub(super) writable: bool,
    /// By id, what somebody typed into the line of French of a stub, or in the place of the French of a source catalog.
    pub(super) typed: FxHashMap<String, String>,
}

impl CatalogText {
    fn of(file: &CatalogFile<'_>) -> Self {
        CatalogText {
            file: file.catalog.file.to_string(),
            locale: file.locale.as_str().to_owned(),
            text: file.text.cloned(),
            writable: file.presence != Presence::Unreadable,
            typed: FxHashMap::default(),
        }
    }

    pub(super) fn text(&self) -> Option<&str> {
        self.text.as_ref().map(|text| text.as_str())
    }

    pub(super) fn read<'a>(&'a self, source_locale: &str) -> Catalog<'a> {
        catalog::read(&self.file, self.text().unwrap_or_default(), source_locale).0
    }
}

impl PagePlan {
    /// In how many stubs somebody typed words into the line of French, which `sync` keeps as notes.
    pub fn typed(&self) -> usize {
        let today: FxHashSet<&str> = self.units.iter().map(|unit| unit.id().as_str()).collect();
        let writable = self.targets.iter().filter(|target| target.writable);
        writable.map(|target| target.typed.keys().filter(|id| today.contains(id.as_str())).count()).sum()
    }

    /// The sentences of units that some target catalog has no lines for.
    pub fn new_sentences(&self) -> impl Iterator<Item = &str> {
        self.units.iter().filter(|unit| unit.is_new).map(|unit| self.sentence(unit))
    }

    /// The edits that keep, as notes, what somebody typed into the lines of French of stubs that no sentence of the page
    /// has any more: of those, nobody will know by the next sync which French they had.
    pub(super) fn typed_kept(&self, target: &CatalogText, catalog: &Catalog<'_>, source: &str) -> Vec<Edit> {
        if target.typed.is_empty() {
            return Vec::new();
        }
        let today: FxHashSet<&str> = self.units.iter().map(|unit| unit.id().as_str()).collect();
        let source = self.source.read(source);
        let left = target.typed.iter().filter(|(id, _)| !today.contains(id.as_str()));
        let of_unit = |(id, words): (&String, &String)| {
            let former = source.sentence(source.unit(id)?.message.as_ref()?)?;
            Some(french_edits(catalog, catalog.unit(id)?, &target.locale, &former, Some(words)))
        };
        let mut edits: Vec<Edit> = left.filter_map(of_unit).flatten().collect();
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        edits
    }

    /// The catalog of a page that is gone, with what was [typed](PagePlan::typed_kept) there as notes.
    pub(super) fn with_words_kept(
        &self,
        target: &CatalogText,
        catalog: &Catalog<'_>,
        source: &str,
    ) -> Option<Arc<String>> {
        let edits = if target.writable { self.typed_kept(target, catalog, source) } else { Vec::new() };
        match edits.is_empty() {
            true => target.text.clone(),
            false => Some(Arc::new(edit::applied(catalog, &edits))),
        }
    }

    pub(super) fn sentence(&self, unit: &TodayUnit) -> &str {
        self.sentences.get(unit.sentence)
    }

    /// Adds what its target catalogs say for sentences of new units.
    pub fn repeat(&self, source_locale: &str, repeats: &mut Repeats) {
        for target in &self.targets {
            repeats.add(&target.locale, &target.read(source_locale));
        }
    }
}

/// What a plan needs of a page; `None` if nothing of it is to change, and nothing can move from it.
pub fn page_plan(page: &Page<'_>) -> Option<PagePlan> {
    if !page.changed && page.targets.iter().all(|target| !target.in_scope || is_complete(page, target)) {
        return None;
    }
    let mut sentences = Sentences::of(page, page.units.len());
    let units = page
        .units
        .iter()
        .enumerate()
        .map(|(at, tracked)| TodayUnit {
            tracked: tracked.clone(),
            sentence: sentences.keep(page.sentence(at)),
            kind: page.document.blocks[page.segments[at].block()].kind,
            is_new: page
                .targets
                .iter()
                .any(|target| target.in_scope && target.catalog.unit(&tracked.id).is_none()),
        })
        .collect();
    let mut source = CatalogText::of(page.source);
    source.typed = by_hand(page).into_iter().map(|one| (one.id.to_owned(), one.words)).collect();
    let targets = page
        .targets
        .iter()
        .map(|target| {
            let mut text = CatalogText::of(target);
            // A page that is gone is in no scope, but its units may follow their sentences.
            text.writable &= target.in_scope || page.path.is_none();
            text.typed = typed_in(page, target);
            text
        })
        .collect();
    Some(PagePlan {
        name: page.name.to_owned(),
        is_gone: page.path.is_none(),
        units,
        sentences,
        changed: page.changed,
        source,
        targets,
    })
}

/// What somebody typed into the lines of French of a target catalog's stubs, by their ids.
fn typed_in(page: &Page<'_>, target: &CatalogFile<'_>) -> FxHashMap<String, String> {
    let today: FxHashMap<&str, &str> = match target.catalog.units.iter().any(Unit::is_stub) {
        true => (page.units.iter().enumerate().map(|(at, unit)| (&*unit.id, page.sentence(at)))).collect(),
        false => return FxHashMap::default(),
    };
    let words = |unit: &Unit<'_>| {
        let former = former_sentence(page, unit.id);
        let words = match (former.as_deref(), today.get(unit.id).copied()) {
            (None, None) => unknown(unit, page.name)?.to_owned(),
            (former, today) => edit::words_for(typed(unit, former, today)?, former.or(today)?),
        };
        Some((unit.id.to_owned(), words))
    };
    target.catalog.units.iter().filter_map(words).collect()
}

/// Whether a target catalog has every unit of today, no stub of yesterday, and today's French in its stubs.
fn is_complete(page: &Page<'_>, target: &CatalogFile<'_>) -> bool {
    if target.presence == Presence::Unreadable {
        return true;
    }
    let catalog = &target.catalog;
    let all_there = page.units.iter().enumerate().all(|(at, unit)| {
        catalog.unit(&unit.id).is_some_and(|unit| !wants_french(catalog, unit, page.sentence(at)))
    });
    if !all_there || catalog.units.len() == page.units.len() {
        return all_there;
    }
    let today: FxHashSet<&str> = page.units.iter().map(|unit| unit.id.as_str()).collect();
    catalog.units.iter().all(|unit| today.contains(unit.id) || !is_left(catalog, unit))
}

/// Whether a unit that no sentence has is a stub that may go.
pub(super) fn is_left<'a>(catalog: &Catalog<'a>, unit: &Unit<'a>) -> bool {
    !unit.is_worked_on() && !catalog.has_unread_translation(unit)
}

/// The edits that give a stub today's French, and keep what somebody typed into that line. A proposal for French that says
/// something else is a note from then on, so that nobody accepts it for today's.
pub(super) fn french_edits(
    catalog: &Catalog<'_>,
    unit: &Unit<'_>,
    locale: &str,
    sentence: &str,
    typed: Option<&String>,
) -> Vec<Edit> {
    let kept = typed.and_then(|words| edit::keep_words(catalog, unit, words));
    let former = unit.french().next().map(|line| line.text).filter(|_| typed.is_none());
    let mut outdated = edit::demote_proposals(catalog, unit, locale, former);
    if !outdated.is_empty()
        && former.is_some_and(|former| staleness(former, sentence) != Some(Staleness::Major))
    {
        outdated.clear();
    }
    kept.into_iter().chain(outdated).chain(edit::set_french(catalog, unit, sentence)).collect()
}

/// Whether a unit is a stub whose `# fr:` line is to be today's sentence, and is not. One at which a translation stands
/// that can't be read keeps its line: put right, that would pass for a translation of today's sentence.
pub(super) fn wants_french<'a>(catalog: &Catalog<'a>, unit: &Unit<'a>, sentence: &str) -> bool {
    if !unit.is_stub() {
        return false;
    }
    let mut lines = unit.french();
    let is_other = match (lines.next(), lines.next()) {
        (Some(only), None) => {
            let sentence = edit::one_line(sentence);
            only.text != sentence.trim() && !normal::same(only.text, sentence.trim())
        }
        (None, _) => unit.section.is_some(),
        (Some(_), Some(_)) => false,
    };
    is_other && !catalog.has_unread_translation(unit)
}
