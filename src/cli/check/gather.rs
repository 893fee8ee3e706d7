//! What is told of all pages together: units that stand astray, what is incomplete or inconsistent, and the files that
//! belong to no page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::consistent::inconsistencies;
use super::page::{Look, Row, Stray, fold_misplaced};
use super::weigh::Weights;
use crate::config::{L10N, read_l10n};
use crate::diagnostic::{Diagnostic, Severity, Sheet, Subject, sheets};
use crate::project::{Homes, Project, SharedFiles, foreign};
use crate::text::Locale;
use crate::unit::{Figures, findings_of_shared};

/// All findings of all pages on sheets, with those that need the whole project; `whole`: all of it was looked at.
pub(super) fn gather(rows: Vec<Row>, homes: &Homes, look: &Look<'_>, whole: bool) -> Vec<Sheet> {
    let asked = &look.locales[..look.asked];
    let mut strays = Strays::new(&rows, homes, look);
    let mut all = Vec::new();
    let mut figures = vec![Figures::default(); asked.len()];
    let mut kept = Vec::new();
    for row in rows {
        all.extend(row.sheets);
        for (sum, more) in figures.iter_mut().zip(row.figures) {
            *sum += more;
        }
        kept.extend(row.kept);
        let mut findings: Vec<Diagnostic> =
            row.strays.into_iter().filter_map(|stray| strays.judge(stray)).collect();
        if look.folds_translations {
            fold_misplaced(&mut findings);
        }
        all.extend(sheets(&findings));
    }
    let mut findings = inconsistencies(&kept, asked, look.weights);
    if whole {
        findings.extend(
            asked.iter().zip(&figures).filter_map(|(locale, of)| incomplete(locale, of, look.weights)),
        );
    }
    all.extend(sheets(&findings));
    all
}

/// Says so if fewer units of a locale are current than its policy asks for.
fn incomplete(locale: &Locale, figures: &Figures, weights: &Weights<'_>) -> Option<Diagnostic> {
    let (least, severity, place) = weights.complete(locale)?;
    let current = figures.percent_current();
    let message = format!("{current} % of the units are current in `{locale}`, and {least} % are asked for");
    let subject = Subject { locale: Some(locale.as_str().into()), ..Subject::default() };
    (current < usize::from(least)).then(|| {
        Diagnostic::new("incomplete", severity, message)
            .at(place)
            .about(subject)
            .help(format!("what is to do: drogman todo --locale {locale}"))
    })
}

/// What judges units that no sentence of their page has, once it is known where every unit lives.
struct Strays<'c, 'l> {
    homes: &'c Homes,
    look: &'c Look<'l>,
    /// See [`Row::arriving`].
    arriving: BTreeMap<String, bool>,
    /// Files of other programs that were told: each is once.
    told: BTreeSet<Option<Arc<str>>>,
}

impl<'c, 'l> Strays<'c, 'l> {
    fn new(rows: &[Row], homes: &'c Homes, look: &'c Look<'l>) -> Self {
        let arriving = rows.iter().flat_map(|row| row.arriving.iter().cloned()).collect();
        Strays { homes, look, arriving, told: BTreeSet::new() }
    }

    /// What is told of one, if anything is.
    fn judge(&mut self, stray: Stray) -> Option<Diagnostic> {
        let arrives = self.arriving.get(&stray.id);
        // What will follow its sentence stands in no wrong place: `sync-needed` tells of it.
        if arrives == Some(&false) {
            return None;
        }
        let home = self.homes.document_of(&stray.id);
        let finding = match home {
            None if stray.foreign => {
                let file = stray.finding.place.as_ref().map(|place| Arc::clone(&place.file));
                Some(foreign(stray.finding)).filter(|_| self.told.insert(file))?
            }
            _ => stray_finding(stray.finding, stray.opened, home, arrives.is_some()),
        };
        let severity = self.look.weights.of_finding(Some(&self.look.locales[stray.locale]), &finding)?;
        Some(Diagnostic { severity, ..finding })
    }
}

/// What to say of a unit that no sentence of its document has. `arrives`: it moves to its document with the next `sync`.
fn stray_finding(finding: Diagnostic, opened: bool, home: Option<&str>, arrives: bool) -> Diagnostic {
    match (opened, home) {
        (_, Some(home)) => Diagnostic {
            rule: "unit-mismatch",
            severity: Severity::Error,
            message: format!("this unit belongs to the document `{home}`").into(),
            ..finding
        }
        .help(match arrives {
            true => "it goes to that document's catalog with: drogman sync",
            false => {
                "put what is right in it into that document's catalog, and delete it here; where both are the same: drogman prune"
            }
        }),
        (true, None) => Diagnostic { message: "this sentence has left the source".into(), ..finding }
            .help("remove what is obsolete with: drogman prune"),
        (false, None) => Diagnostic {
            rule: "unknown-unit",
            severity: Severity::Error,
            message: "no sentence of the document has this id".into(),
            ..finding
        }
        .help("correct the id: it is the one after # @unit above the French; or delete the line"),
    }
}

/// What is told of files that belong to no page: the shared ones of each locale that was asked for, and those of other
/// tools.
pub(super) fn of_no_page(files: &SharedFiles<'_>, project: &Project, look: &Look<'_>) -> Vec<Sheet> {
    let weigh = |locale: Option<&Locale>, finding: Diagnostic| {
        let severity = look.weights.of_finding(locale, &finding)?;
        Some(Diagnostic { severity, ..finding })
    };
    let mut findings: Vec<Diagnostic> =
        files.findings.iter().filter_map(|finding| weigh(None, finding.clone())).collect();
    for (locale, files) in look.locales[..look.asked].iter().zip(look.shared) {
        let subject = Subject { locale: Some(locale.as_str().into()), ..Subject::default() };
        let found = findings_of_shared(locale, files).into_iter();
        findings.extend(
            found.filter_map(|finding| weigh(Some(locale), finding)).map(|one| one.about(subject.clone())),
        );
    }
    findings.extend(other_tools(project, look.weights));
    sheets(&findings)
}

/// Whether other Fluent tools know the same locales, and can read which.
fn other_tools(project: &Project, weights: &Weights<'_>) -> Vec<Diagnostic> {
    const RULE: &str = "locales";
    let (Some(severity), Ok(text)) = (weights.of(None, RULE), project.read(L10N)) else { return Vec::new() };
    let (listed, mistakes) = read_l10n(L10N, &text);
    let as_finding = |mistake| Diagnostic { rule: RULE, severity, ..mistake };
    let mut findings: Vec<Diagnostic> = mistakes.into_iter().map(as_finding).collect();
    let ours: BTreeSet<&Locale> = project.config.targets.iter().collect();
    if let Some((listed, place)) = listed.filter(|_| findings.is_empty())
        && listed.iter().collect::<BTreeSet<_>>() != ours
    {
        let tags: Vec<String> = project.config.targets.iter().map(|locale| format!("\"{locale}\"")).collect();
        let message = "other Fluent tools are told of other locales than drogman.toml";
        findings.push(
            Diagnostic::new(RULE, severity, message)
                .at(place)
                .help(format!("write in it: locales = [{}]", tags.join(", "))),
        );
    }
    findings
}
