//! Pages that are wrong as a whole: a catalog that was filled with another one's texts is one mistake, however many
//! translations it has, and is told once.

use super::Row;
use crate::check::IN_FRENCH;
use crate::diagnostic::Diagnostic;
use crate::text::Locale;

/// So many translations at least make up a page that is told of as one: fewer are read as fast one by one.
const FEWEST: usize = 5;

/// Where three of four translations of a page in a locale are in another language, and [`FEWEST`] of them, leaves the
/// first of the gravest findings that say so, which tells how many more there are. `row.translated` is how many
/// translations were looked at.
pub(super) fn fold(row: &mut Row, locales: &[Locale]) {
    let Row { findings, translated, .. } = row;
    let is_one = |finding: &Diagnostic| {
        (finding.rule == "language" || *finding.message == *IN_FRENCH) && finding.subject.unit.is_some()
    };
    if !findings.iter().any(is_one) {
        return;
    }
    for (locale, translated) in locales.iter().zip(&*translated) {
        let is_here = |finding: &Diagnostic| {
            is_one(finding) && finding.subject.locale.as_deref() == Some(locale.as_str())
        };
        let all: Vec<usize> = (0..findings.len()).filter(|at| is_here(&findings[*at])).collect();
        if all.len() < FEWEST || all.len() * 4 < translated * 3 {
            continue;
        }
        let Some(first) = all.iter().copied().rev().max_by_key(|at| findings[*at].severity) else { continue };
        let more = format!("{} more translations of this page are in another language, too", all.len() - 1);
        findings[first].help = Some(match &findings[first].help {
            Some(help) => format!("{help}\n{more}").into(),
            None => more.into(),
        });
        let mut at = 0;
        findings.retain(|finding| {
            at += 1;
            at - 1 == first || !is_here(finding)
        });
    }
}
