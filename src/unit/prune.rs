//! What `prune` removes: units whose sentence has left the source, those that stand in another catalog, too, and catalogs
//! that hold nothing.

use super::assess::staleness;
use super::page::{Page, Presence};
use super::state::rendered;
use crate::catalog::{self, Catalog, Unit, edit};
use crate::text::{Span, conflict_marker};

/// An obsolete unit of a page that is to go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obsolete {
    /// Its locale.
    pub locale: String,
    /// Its id.
    pub id: String,
    /// The French that it renders, if it says so.
    pub french: Option<String>,
    /// Its translation as it is in the catalog, or what else somebody wrote there.
    pub translation: Option<String>,
}

/// A catalog that has obsolete units, or nothing at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its path, relative to the project.
    pub file: String,
    /// What it holds.
    pub text: String,
    /// Its obsolete units.
    pub obsolete: Vec<Obsolete>,
}

/// The catalogs of a page with obsolete units, and those that are bare. A message without a `# @unit` line is no unit of
/// ours and stays, and so does a catalog out of scope.
pub fn candidates(page: &Page<'_>) -> Vec<Candidate> {
    let mut out = Vec::new();
    for (locale, target) in page.targets.iter().enumerate() {
        if target.presence != Presence::Read || (!target.in_scope && page.path.is_some()) {
            continue;
        }
        let catalog = &target.catalog;
        let obsolete: Vec<Obsolete> = page
            .strays(locale)
            .into_iter()
            // What stands above a translation of a misspelt id is the French of that.
            .filter(|unit| unit.section.is_some() && catalog.misnamed(unit).is_none())
            .map(|unit| Obsolete {
                locale: target.locale.as_str().to_owned(),
                id: unit.id.to_owned(),
                french: rendered(unit, staleness).map(str::to_owned),
                translation: words_of(catalog, unit),
            })
            .collect();
        if !obsolete.is_empty() || (catalog.is_bare() && page.units.is_empty()) {
            out.push(Candidate { file: catalog.file.to_string(), text: catalog.text.to_owned(), obsolete });
        }
    }
    out
}

/// What a person wrote at a unit: its translation, else lines that can't be read, else proposals and notes.
fn words_of(catalog: &Catalog<'_>, unit: &Unit<'_>) -> Option<String> {
    let text = |span: Span| catalog.text[span].trim();
    if let Some(message) = &unit.message {
        return Some(text(message.value()).to_owned());
    }
    let broken = unit.broken().iter().map(|span| text(span.clone()));
    let notes = unit.sections().flat_map(|section| {
        let proposals = section.proposals().iter().map(|line| line.text);
        proposals.chain(section.notes().iter().map(|span| text(span.clone())))
    });
    let words: Vec<&str> = broken.chain(notes).filter(|words| !words.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// Which of these units of a catalog another one of the locale has, too, in the same lines: nothing is lost with them.
/// None where a merge was left undone in the catalog, as somebody is to choose there.
pub fn doubled<'o>(
    own: (&str, &str),
    other: (&str, &str),
    source_locale: &str,
    units: &[&'o Obsolete],
) -> Vec<&'o Obsolete> {
    let read = |(file, text)| catalog::read(file, text, source_locale).0;
    let (own, other) = (read(own), read(other));
    if own.text.lines().any(|line| conflict_marker(line).is_some()) {
        return Vec::new();
    }
    let lines = |catalog: &Catalog<'_>, id: &str| Some(edit::unit_text(catalog, catalog.unit(id)?));
    let is_same = |unit: &&&Obsolete| match (lines(&own, &unit.id), lines(&other, &unit.id)) {
        (Some(here), Some(there)) => here.lines().eq(there.lines()),
        _ => false,
    };
    units.iter().filter(is_same).copied().collect()
}

/// A catalog without these units; `None` if nothing is left that anybody could miss, and it `may_go` as a whole, since
/// its document is gone.
pub fn without(file: &str, text: &str, source_locale: &str, ids: &[&str], may_go: bool) -> Option<String> {
    let (catalog, _) = catalog::read(file, text, source_locale);
    let units: Vec<_> = ids.iter().filter_map(|id| catalog.unit(id)).collect();
    let rest = edit::applied(&catalog, &edit::remove(&catalog, &units));
    let (left, _) = catalog::read(file, &rest, source_locale);
    (!(may_go && left.is_bare())).then_some(rest)
}
