//! A page in a locale: which text stands for each of its units, and whether it is to be built.

use std::borrow::Cow;

use super::assess::{Assessed, assess};
use super::bundles::Bundles;
use super::figures::{Figures, percent};
use super::page::Page;
use super::state::{Staleness, State};
use crate::catalog::{Catalog, Isolating};
use crate::document::{BlockKind, Replacement};

/// What stands in an output for a unit without a usable translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// The French sentence.
    Source,
    /// The page is not built.
    Skip,
    /// The page is not built, and the run fails.
    Fail,
}

/// What stands in an output for a unit whose translation is not sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stale {
    /// The translation as it is.
    Translation,
    /// The French sentence.
    Source,
    /// The page is not built.
    Skip,
    /// The page is not built, and the run fails.
    Fail,
}

/// How a locale is built.
#[derive(Debug, Clone)]
pub struct Policy {
    /// For missing and invalid units, and unverified ones without French.
    pub missing: Missing,
    /// For stale units of a small change.
    pub stale_minor: Stale,
    /// For other stale units, and unverified ones.
    pub stale_major: Stale,
    /// Per cent of units translated below which the page is not built.
    pub minimum: usize,
    /// Whether Fluent's bidi isolating marks are written.
    pub isolating: Isolating,
    /// Locales that are asked next: indices of [`Page::targets`].
    pub fallback: Vec<usize>,
}

/// A page of one locale.
#[derive(Debug, Clone, PartialEq)]
pub struct Composed {
    /// Its bytes, or why it is not built.
    pub text: Result<String, NotBuilt>,
    /// Its title in this locale: the first front-matter value, else the first heading.
    pub title: Option<String>,
    /// Its figures in this locale, without words.
    pub figures: Figures,
    /// Units that a fallback locale stands in for.
    pub fallback: usize,
    /// Units that stand in French.
    pub in_french: InFrench,
}

/// How many units of a page stand in French in it, by why.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InFrench {
    /// There is no translation.
    pub missing: usize,
    /// It can't be shown.
    pub invalid: usize,
    /// The policy is so for what is stale.
    pub stale: usize,
    /// Nothing says which French it renders, and the policy is so for that.
    pub unverified: usize,
}

impl InFrench {
    fn count(&mut self, state: State) {
        match state {
            State::Missing | State::Obsolete => self.missing += 1,
            // One that is current and can't be formatted can't be shown.
            State::Invalid | State::Current => self.invalid += 1,
            State::Stale(_) => self.stale += 1,
            State::Unverified => self.unverified += 1,
        }
    }

    /// All of them.
    pub fn units(&self) -> usize {
        self.missing + self.invalid + self.stale + self.unverified
    }
}

impl std::ops::AddAssign for InFrench {
    fn add_assign(&mut self, other: InFrench) {
        self.missing += other.missing;
        self.invalid += other.invalid;
        self.stale += other.stale;
        self.unverified += other.unverified;
    }
}

/// Why a page is not built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotBuilt {
    /// By policy, because of a unit (its index) in this state.
    Skipped(usize, State),
    /// Likewise, and the run fails.
    Failed(usize, State),
    /// Less of it is translated than the minimum: per cent.
    BelowMinimum(usize),
}

/// The page in the locale at `locale`. `shared` are the shared files of each locale.
pub fn compose(page: &Page<'_>, locale: usize, policy: &Policy, shared: &[Vec<&Catalog<'_>>]) -> Composed {
    let assessed = assess(page, locale, &shared[locale]);
    let mut figures = Figures::default();
    let mut texts: Vec<Option<Cow<'_, str>>> = Vec::with_capacity(assessed.len());
    let mut not_built: Option<NotBuilt> = None;
    let mut fallbacks = 0;
    let mut in_french = InFrench::default();
    let bundles = |locale: usize| Bundles::new(page.targets[locale], policy.isolating, &shared[locale]);
    let own_bundles = bundles(locale);
    let mut helpers: Vec<Option<Helper<'_>>> = policy.fallback.iter().map(|_| None).collect();
    for (at, unit) in assessed.enumerate() {
        // Words are no part of what a page says of itself.
        figures.count(unit.state, 0);
        let id = &page.units[at].id;
        let wanted_here = wanted(&unit, policy);
        let own = match wanted_here {
            Wanted::Translation => formatted(id, &unit, &own_bundles),
            Wanted::Other | Wanted::Skip | Wanted::Fail => None,
        };
        if own.is_some() {
            texts.push(own);
            continue;
        }
        let other = policy.fallback.iter().zip(&mut helpers).find_map(|(&next, helper)| {
            let helper = helper.get_or_insert_with(|| Helper {
                assessed: assess(page, next, &shared[next]).collect(),
                bundles: bundles(next),
            });
            let unit = &helper.assessed[at];
            let usable = matches!(wanted(unit, policy), Wanted::Translation);
            usable.then(|| formatted(id, unit, &helper.bundles)).flatten()
        });
        match other {
            Some(_) => fallbacks += 1,
            None => in_french.count(unit.state),
        }
        let is_lacking = other.is_none() && needs_text(&unit);
        not_built = graver(not_built, refusal(wanted_here, policy, is_lacking, at, unit.state));
        texts.push(other);
    }
    // What is known of each unit has done its part; the page comes next, which may be large.
    drop(helpers);
    let translated = percent(figures.translated() + fallbacks, figures.units);
    if not_built.is_none() && translated < policy.minimum {
        not_built = Some(NotBuilt::BelowMinimum(translated));
    }
    let title = title(page, &texts);
    let text = not_built.map_or_else(|| Ok(assembled(page, &texts)), Err);
    Composed { text, title, figures, fallback: fallbacks, in_french }
}

/// Why the page is not built for the unit at `at`, which has no text of its own; `is_lacking`: `missing` says what becomes
/// of it, as no fallback has one either.
fn refusal(wanted: Wanted, policy: &Policy, is_lacking: bool, at: usize, state: State) -> Option<NotBuilt> {
    match (wanted, policy.missing) {
        (Wanted::Fail, _) => Some(NotBuilt::Failed(at, state)),
        (Wanted::Skip, _) => Some(NotBuilt::Skipped(at, state)),
        (_, Missing::Fail) if is_lacking => Some(NotBuilt::Failed(at, state)),
        (_, Missing::Skip) if is_lacking => Some(NotBuilt::Skipped(at, state)),
        (Wanted::Translation | Wanted::Other, _) => None,
    }
}

/// The first reason, but that one which fails the run goes before one which does not.
fn graver(known: Option<NotBuilt>, new: Option<NotBuilt>) -> Option<NotBuilt> {
    match (known, new) {
        (Some(NotBuilt::Skipped(..)), Some(new @ NotBuilt::Failed(..))) => Some(new),
        (known, new) => known.or(new),
    }
}

/// The page with these texts; of what is not there, the French.
fn assembled(page: &Page<'_>, texts: &[Option<Cow<'_, str>>]) -> String {
    let sentences = page.segments.iter().zip(texts);
    let replacements: Vec<Replacement<'_>> = sentences
        .filter_map(|(segment, text)| Some(Replacement { segment, text: text.as_deref()? }))
        .collect();
    page.document.assemble(&replacements)
}

/// What a fallback locale has of the page.
struct Helper<'p> {
    assessed: Vec<Assessed<'p>>,
    bundles: Bundles<'p>,
}

#[derive(Clone, Copy)]
enum Wanted {
    Translation,
    /// What another locale has, else the French, unless `missing` forbids it.
    Other,
    Skip,
    Fail,
}

/// What the policy asks for, as far as the locale's own translation goes.
fn wanted(unit: &Assessed<'_>, policy: &Policy) -> Wanted {
    let stale = match unit.state {
        State::Current => return Wanted::Translation,
        State::Missing | State::Invalid | State::Obsolete => return Wanted::Other,
        State::Stale(Staleness::Minor) => policy.stale_minor,
        State::Stale(Staleness::Major) => policy.stale_major,
        State::Unverified if needs_text(unit) => return Wanted::Other,
        State::Unverified => policy.stale_major,
    };
    match stale {
        Stale::Translation => Wanted::Translation,
        Stale::Source => Wanted::Other,
        Stale::Skip => Wanted::Skip,
        Stale::Fail => Wanted::Fail,
    }
}

/// Whether `missing` says what becomes of the unit.
fn needs_text(unit: &Assessed<'_>) -> bool {
    match unit.state {
        State::Missing | State::Invalid | State::Obsolete => true,
        State::Unverified => unit.unit.is_none_or(|unit| unit.french().all(|line| line.text.is_empty())),
        State::Current | State::Stale(_) => false,
    }
}

fn formatted<'p>(id: &str, unit: &Assessed<'p>, bundles: &Bundles<'p>) -> Option<Cow<'p, str>> {
    bundles.with(unit.file, |bundle| bundle.format(id)).ok()
}

/// The text of the page's first front-matter value, else of its first heading; of what `texts` lacks, the French.
pub fn title(page: &Page<'_>, texts: &[Option<Cow<'_, str>>]) -> Option<String> {
    let of = |kind: BlockKind| page.document.blocks.iter().position(|block| block.kind == kind);
    let block = of(BlockKind::FrontMatter).or_else(|| of(BlockKind::Heading))?;
    let sentences = page.segments.iter().enumerate().filter(|(_, segment)| segment.block() == block);
    let text = |at: usize| texts.get(at).and_then(Option::as_deref);
    let parts: Vec<&str> = sentences.map(|(at, segment)| text(at).unwrap_or(segment.text)).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
