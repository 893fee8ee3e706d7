//! Pages that are wrong as a whole: a catalog that was filled with another one's texts, or in which a program or a search
//! and replace changed each unit alike, is one mistake, however many translations it has, and is told once.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Row;
use crate::check::IN_FRENCH;
use crate::diagnostic::Diagnostic;
use crate::text::{Locale, quoted};
use crate::unit::Page;

/// So many translations at least make up a page that is told of as one: fewer are read as fast one by one.
const FEWEST: usize = 5;

/// Where three of four translations of a page in a locale have the same finding, and [`FEWEST`] of them, leaves the
/// first of the gravest, which tells how many more there are. `row.translated` is how many translations were looked at.
pub(super) fn fold(row: &mut Row, locales: &[Locale], page: &Page<'_>) {
    let Row { findings, translated, .. } = row;
    if findings.len() < FEWEST {
        return;
    }
    for (locale, translated) in locales.iter().zip(&*translated) {
        let of = |is_one: &dyn Fn(&Diagnostic) -> bool, findings: &[Diagnostic]| -> Vec<usize> {
            let is_here = |finding: &Diagnostic| {
                is_one(finding) && finding.subject.locale.as_deref() == Some(locale.as_str())
            };
            (0..findings.len()).filter(|at| is_here(&findings[*at])).collect()
        };
        let all = of(&is_in_another_language, findings);
        keep_first(findings, &all, *translated, |more| {
            format!("{more} more translations of this page are in another language, too")
        });
        let all = alike(of(&|finding| finding.rule == "unverified", findings), findings);
        keep_first(findings, &all, *translated, |more| {
            format!(
                "{more} more translations of this page are so, too: if a program took the lines away, take the file back \
                 (`git diff`, once committed `git log -p`)\n\
                 if all of them say what the French says today: drogman accept {} --unverified --locale {locale}",
                quoted(page.name)
            )
        });
        for rule in ["syntax", "comment"] {
            let all = alike(of(&|finding| finding.rule == rule, findings), findings);
            keep_first(findings, &all, page.units.len(), |more| {
                format!("{more} more lines of this file have the same mistake")
            });
        }
    }
}

/// Where a file was copied, moved or renamed by hand, and holds many units of one page, leaves the first finding.
pub(in crate::cli::check) fn fold_misplaced(findings: &mut Vec<Diagnostic>) {
    let mut alike: FxHashMap<(Arc<str>, Box<str>), Vec<usize>> = FxHashMap::default();
    for (at, finding) in findings.iter().enumerate().filter(|(_, finding)| finding.rule == "unit-mismatch") {
        if let Some(place) = &finding.place {
            alike.entry((Arc::clone(&place.file), finding.message.clone())).or_default().push(at);
        }
    }
    let mut told_along = BTreeSet::new();
    for all in alike.into_values().filter(|all| all.len() >= FEWEST) {
        let more = format!("{} more units of this file do, too; if it is a copy, delete it", all.len() - 1);
        add_help(&mut findings[all[0]], &more);
        told_along.extend(all.into_iter().skip(1));
    }
    leave_out(findings, &told_along);
}

fn is_in_another_language(finding: &Diagnostic) -> bool {
    (finding.rule == "language" || *finding.message == *IN_FRENCH) && finding.subject.unit.is_some()
}

/// Of these findings, those that say the same as most of them do, but for the unit and the lines that they name.
fn alike(all: Vec<usize>, findings: &[Diagnostic]) -> Vec<usize> {
    if all.len() < FEWEST {
        return Vec::new();
    }
    let mut forms: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for at in all {
        let Diagnostic { message, subject, .. } = &findings[at];
        let message = match &subject.unit {
            Some(unit) => message.replace(unit.as_str(), ""),
            None => message.to_string(),
        };
        forms.entry(message.replace(|c: char| c.is_ascii_digit(), "")).or_default().push(at);
    }
    forms.into_values().max_by_key(|all| (all.len(), Reverse(all[0]))).unwrap_or_default()
}

/// Leaves the first of the gravest of these findings, if they are three of four that may be, with what is said of the
/// others.
fn keep_first(findings: &mut Vec<Diagnostic>, all: &[usize], of: usize, more: impl Fn(usize) -> String) {
    if all.len() < FEWEST || all.len() * 4 < of * 3 {
        return;
    }
    let Some(first) = all.iter().copied().rev().max_by_key(|at| findings[*at].severity) else { return };
    add_help(&mut findings[first], &more(all.len() - 1));
    leave_out(findings, &all.iter().copied().filter(|at| *at != first).collect());
}

fn add_help(finding: &mut Diagnostic, more: &str) {
    finding.help = Some(match &finding.help {
        Some(help) => format!("{help}\n{more}").into(),
        None => more.into(),
    });
}

fn leave_out(findings: &mut Vec<Diagnostic>, told_along: &BTreeSet<usize>) {
    let mut at = 0;
    findings.retain(|_| {
        at += 1;
        !told_along.contains(&(at - 1))
    });
}
