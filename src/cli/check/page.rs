//! The findings of one document in all locales that were asked for.

mod all;
mod anchors;
mod conflict;
mod folded;
mod lines;
mod one;
mod quality;
mod read;
mod state;
mod wholesale;

use super::branch::Changed;
use super::consistent::Kept;
use super::weigh::Weights;
use crate::catalog::Catalog;
use crate::check::{RuleSet, Settings, Target};
use crate::cli::since::Since;
use crate::diagnostic::{Diagnostic, Excerpt, Place, Severity, Sheet, Subject, sheets};
use crate::report::UntranslatedPage;
use crate::text::{LineIndex, Locale};
use crate::unit::assess::{AllAssessed, Assessed};
use crate::unit::by_hand;
use crate::unit::track::{Origin, Tracked};
use crate::unit::{Figures, Page, Presence};
use all::{All, Whole};
pub(super) use anchors::Others;
use one::One;
pub(super) use wholesale::fold_misplaced;

/// What every page is looked at with.
pub(super) struct Look<'c> {
    pub(super) weights: &'c Weights<'c>,
    pub(super) settings: &'c Settings,
    /// The locales of the pages, those asked for first, then those that only stand in for them.
    pub(super) locales: &'c [Locale],
    pub(super) asked: usize,
    pub(super) targets: &'c [Target],
    pub(super) rules: &'c [RuleSet],
    pub(super) shared: &'c [Vec<&'c Catalog<'c>>],
    /// For each locale, the indices of those that stand in for it.
    pub(super) fallback: &'c [Vec<usize>],
    /// Whether the project has several target locales.
    pub(super) has_more_locales: bool,
    /// Whether the lines of findings are to be shown.
    pub(super) draws: bool,
    /// Whether one finding stands for all sentences of a page that is not translated, and nothing asks for each.
    pub(super) folds: bool,
    /// Whether one stands for all translations of a page that are in another language.
    pub(super) folds_translations: bool,
    /// Whether translations are kept to be compared with each other.
    pub(super) keep: bool,
    /// Where the branch began, with `--since`.
    pub(super) since: Option<&'c Since>,
    /// The pages that links lead to.
    pub(super) others: &'c Others<'c>,
}

/// What a page gave.
#[derive(Default)]
pub(super) struct Row {
    /// What was found, on sheets: file by file, and where there is very much of it, again from the first file.
    pub(super) sheets: Vec<Sheet>,
    /// What was found last, and is on no sheet yet.
    findings: Vec<Diagnostic>,
    /// How many translations of each locale that was asked for were looked at for these.
    translated: Vec<usize>,
    /// By locale; zero where it is out of scope.
    pub(super) figures: Vec<Figures>,
    /// Units of a catalog that no sentence of the page has.
    pub(super) strays: Vec<Stray>,
    /// Units that `sync` will bring here from the catalogs of another document; whether the source catalog has them here
    /// already.
    pub(super) arriving: Vec<(String, bool)>,
    /// Translations that are compared with those of other pages, if they are.
    pub(super) kept: Vec<Kept>,
    /// Of which locales nothing of the page is translated.
    pub(super) untranslated: Vec<UntranslatedPage>,
    /// Units that the branch has changed, with `--since`.
    pub(super) changed: Vec<Changed>,
}

impl Row {
    /// Drops what is about a locale that is not `asked` for here.
    pub(super) fn keep(&mut self, asked: impl Fn(&str) -> bool) {
        let is_asked = |finding: &Diagnostic| finding.subject.locale.as_deref().is_none_or(&asked);
        for sheet in &mut self.sheets {
            let kept: Vec<Diagnostic> = sheet.iter().filter(is_asked).collect();
            *sheet = Sheet::of(&kept);
        }
        self.sheets.retain(|sheet| sheet.tally().all() > 0);
        self.strays.retain(|stray| stray.finding.subject.locale.as_deref().is_none_or(&asked));
        self.untranslated.retain(|page| asked(&page.locale));
        self.kept.retain(|kept| kept.finding.subject.locale.as_deref().is_none_or(&asked));
    }
}

/// See [`Row::strays`].
pub(super) struct Stray {
    pub(super) locale: usize,
    pub(super) id: String,
    /// Whether `# @unit` opens it.
    pub(super) opened: bool,
    /// Whether its file is hardly a catalog of ours: it has no document, and no `# @unit`.
    pub(super) foreign: bool,
    /// Where it is.
    pub(super) finding: Diagnostic,
}

/// What to do about a conflict in a source catalog.
const SYNC_WRITES: &str = "nobody edits this file: drogman sync writes it again as the document says";

/// Looks at a page.
pub(super) fn look(page: &Page<'_>, look: &Look<'_>) -> Row {
    let mut row = Row {
        translated: vec![0; look.asked],
        figures: vec![Figures::default(); look.asked],
        ..Row::default()
    };
    of_french_files(page, look, &mut row);
    by_hand(page, look, &mut row);
    let all = All::new(page, look);
    sync_needed(page, all.assessed(), look, &mut row);
    let wholes = all.catalogs(&mut row);
    all.units(&wholes, &mut row);
    all.ones.iter().for_each(|one| one.strays(&mut row));
    let arriving = page.units.iter().filter(|unit| unit.from().is_some());
    row.arriving =
        arriving.map(|unit| (unit.id.to_string(), page.source.catalog.unit(&unit.id).is_some())).collect();
    row.changed = look.since.map_or_else(Vec::new, |since| changed(page, all.assessed(), since));
    row.untranslated = untranslated(&all.ones, &wholes, &row);
    put_on_sheets(page, look, &mut row);
    row.findings = Vec::new();
    row
}

/// What reading the document and its source catalog found.
fn of_french_files(page: &Page<'_>, look: &Look<'_>, row: &mut Row) {
    // Of a conflict follows that units stand twice, and that the file does not say what the document says.
    let follows = |finding: &&Diagnostic| tells_of_conflict(page, look) && finding.rule == "duplicate-unit";
    let of_source = page.source.findings.iter().filter(|finding| !follows(finding));
    for finding in page.findings.iter().chain(of_source) {
        // A page without conflicts says which side is right, or a third.
        let is_ours = finding.rule == "conflict-markers"
            && finding.place.as_ref().is_some_and(|place| place.file == page.source.catalog.file);
        let subject = Subject { document: Some(page.name.into()), ..Subject::default() };
        let finding = finding.clone().about(subject);
        let finding = if is_ours { finding.help(SYNC_WRITES) } else { finding };
        keep(&mut row.findings, look, None, finding);
    }
}

/// The locales that have nothing of a page yet.
fn untranslated<'p, 'l: 'p>(ones: &[One<'p, 'l>], wholes: &[Whole], row: &Row) -> Vec<UntranslatedPage> {
    let mut lost = vec![0; ones.len()];
    for (locale, _, change) in row.changed.iter().flat_map(|unit| &unit.locales) {
        lost[*locale] += usize::from(change.lost);
    }
    let untouched = ones.iter().zip(wholes).filter(|(_, whole)| whole.is_untouched);
    untouched
        .map(|(one, whole)| UntranslatedPage {
            locale: one.locale.as_str().to_owned(),
            document: one.page.name.to_owned(),
            units: row.figures[one.at].units,
            words: row.figures[one.at].words,
            emptied: one.is_emptied(),
            findings: whole.first.map_or(row.figures[one.at].units, |_| 1),
            lost: lost[one.at],
        })
        .collect()
}

/// The units of a page that the branch has changed.
fn changed(page: &Page<'_>, assessed: &[AllAssessed<'_>], since: &Since) -> Vec<Changed> {
    let of = |at: usize| {
        let locales = assessed.iter().enumerate().filter_map(|(locale, units)| {
            let this = units.get(at)?;
            Some((locale, this.state, since.change(page, at, this)?))
        });
        Changed {
            id: page.units[at].id.clone(),
            sentence: page.sentence(at).to_owned(),
            locales: locales.collect(),
        }
    };
    if !since.may_touch(page.name) && page.units.iter().all(|unit| unit.from().is_none()) {
        return Vec::new();
    }
    (0..page.units.len()).map(of).filter(|changed| !changed.locales.is_empty()).collect()
}

/// Puts what was found on sheets, with the lines that are to be shown: the files are at hand, so that none is read again.
fn put_on_sheets(page: &Page<'_>, look: &Look<'_>, row: &mut Row) {
    if look.folds_translations {
        wholesale::fold(row, look.locales, page);
    }
    row.translated.fill(0);
    if look.draws {
        let strays = row.strays.iter_mut().map(|stray| &mut stray.finding);
        row.findings.iter_mut().chain(strays).for_each(|finding| take_excerpt(page, finding));
    }
    row.sheets.extend(sheets(&row.findings));
    // Its room is used again: to grow anew each time would hold more.
    row.findings.clear();
}

fn take_excerpt(page: &Page<'_>, finding: &mut Diagnostic) {
    let text_of = |file: &str| {
        let catalogs = page.targets.iter().map(|target| &target.catalog).chain([&page.source.catalog]);
        let document = page.path.filter(|(_, path)| *path == file).map(|_| page.document.source);
        document.or_else(|| {
            catalogs.into_iter().find(|catalog| &*catalog.file == file).map(|catalog| catalog.text)
        })
    };
    let Some(place) = finding.place.as_ref().filter(|place| place.span.is_some()) else { return };
    let Some(text) = text_of(&place.file) else { return };
    finding.excerpt = Excerpt::of(place, text).map(|excerpt| excerpt.beside(finding.french.as_ref(), text));
}

/// Adds a finding with its weight, if it has any.
fn keep(findings: &mut Vec<Diagnostic>, look: &Look<'_>, locale: Option<&Locale>, mut finding: Diagnostic) {
    if let Some(severity) = look.weights.of_finding(locale, &finding) {
        finding.severity = severity;
        findings.push(finding);
    }
}

/// What a person wrote into the source catalog.
fn by_hand(page: &Page<'_>, look: &Look<'_>, row: &mut Row) {
    let found = by_hand::by_hand(page);
    if !found.is_empty() {
        let lines = LineIndex::new(page.source.catalog.text);
        found.iter().for_each(|one| keep(&mut row.findings, look, None, one.finding(page, &lines)));
    }
}

/// Whether the source catalog is in conflict, and that is told as an error.
fn tells_of_conflict(page: &Page<'_>, look: &Look<'_>) -> bool {
    let told = page.source.findings.iter().find(|finding| finding.rule == "conflict-markers");
    told.is_some_and(|finding| look.weights.of_finding(None, finding) == Some(Severity::Error))
}

fn sync_needed(page: &Page<'_>, assessed: &[AllAssessed<'_>], look: &Look<'_>, row: &mut Row) {
    let lacks = |one: &Assessed<'_>| one.unit.is_none() && one.file.presence != Presence::Unreadable;
    let lacking = assessed.iter().flat_map(AllAssessed::iter).find(|one| lacks(one));
    // Of units of a page that is gone, in the catalogs of one that was never there, `unit-mismatch` tells.
    let is_elsewhere = page.path.is_none() && page.source.presence == Presence::Absent;
    if is_elsewhere || tells_of_conflict(page, look) || (!page.changed && lacking.is_none()) {
        return;
    }
    let (file, message) = match (page.path, lacking) {
        (Some((_, file)), Some(one)) if !page.changed => {
            (file.into(), format!("{} lacks units of this document", one.file.catalog.file))
        }
        (Some((_, file)), _) if is_followed(page) => {
            (file.into(), "translations of this document are in the catalogs of others".to_owned())
        }
        (Some((_, file)), _) => (file.into(), "the catalogs do not follow this document any more".to_owned()),
        (None, _) => (page.source.catalog.file.clone(), "the document of this catalog is gone".to_owned()),
    };
    let finding = Diagnostic::new("sync-needed", Severity::Warning, message)
        .at(Place::file(file))
        .about(Subject { document: Some(page.name.into()), ..Subject::default() })
        .help("run: drogman sync");
    keep(&mut row.findings, look, None, finding);
}

/// Whether the source catalog says what the document says.
fn is_followed(page: &Page<'_>) -> bool {
    let stands = |unit: &Tracked| {
        matches!(unit.origin(), Origin::Same | Origin::Kept { former: None, moved: false, .. })
    };
    page.units.len() == page.source.catalog.units.len() && page.units.iter().all(stands)
}
