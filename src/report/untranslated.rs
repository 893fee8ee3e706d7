//! Pages of which nothing is translated: one finding each, not one a sentence.

use std::sync::Arc;

use rustc_hash::FxHashMap;
use smol_str::SmolStr;

use crate::diagnostic::{Diagnostic, Findings, Group, Place, Severity, Subject};
use crate::text::quoted;

/// What to do about lines that a catalog had, for all that the source catalog says.
pub const CUT_SHORT: &str = "if the file was cut short, or lines were deleted, take them back: `git diff` shows them, once committed `git log -p`\n\
                             else run drogman sync: it writes the units, to be translated";

/// A page of which a locale has nothing yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UntranslatedPage {
    /// The locale's tag.
    pub locale: String,
    /// The document's name.
    pub document: String,
    /// Its sentences; none is translated.
    pub units: usize,
    /// Their words.
    pub words: usize,
    /// Whether its catalog is there, and has lost what `sync` wrote into it.
    pub emptied: bool,
    /// How many findings say so: one for each sentence, or the first of them alone.
    pub findings: usize,
    /// How many translations the branch took away, which were all that there were; none without `--since`.
    pub lost: usize,
}

/// The findings, with one in place of all those that say `missing` of a page that is in `pages`. Where some
/// of these are not among the findings (a branch, a baseline), the one says how many are.
pub fn fold(findings: &Findings, pages: &[UntranslatedPage]) -> Findings {
    if pages.is_empty() {
        return findings.clone();
    }
    let told_of = |group: &Group| group.names("missing");
    let mut all: FxHashMap<(SmolStr, Arc<str>), Told<'_>> = FxHashMap::default();
    for finding in findings.groups().iter().filter(|group| told_of(group)).flat_map(Group::iter) {
        let (Some(key), severity) = (key(&finding), finding.severity) else { continue };
        let told = all.entry(key).or_insert(Told { count: 0, severity, page: None, is_written: false });
        told.count += 1;
        told.severity = severity.max(told.severity);
    }
    for page in pages.iter().filter(|page| page.units > 1) {
        if let Some(told) = all.get_mut(&(page.locale.as_str().into(), page.document.as_str().into())) {
            told.page = Some(page).filter(|_| told.count > 1 || told.count == page.findings);
        }
    }
    findings.filtered_where(told_of, |finding| match key(&finding).and_then(|key| all.get_mut(&key)) {
        // The first one stands for all.
        Some(Told { page: Some(page), count, severity, is_written }) => {
            let is_first = !std::mem::replace(is_written, true);
            is_first.then(|| Diagnostic { severity: *severity, ..one(&finding, page, *count) })
        }
        Some(Told { page: None, .. }) | None => Some(finding),
    })
}

/// The findings that sentences of a page are not translated.
struct Told<'p> {
    count: usize,
    /// That of the gravest.
    severity: Severity,
    /// The page, if they are told as one.
    page: Option<&'p UntranslatedPage>,
    is_written: bool,
}

/// Locale and document of a finding that a sentence of a page is not translated.
fn key(finding: &Diagnostic) -> Option<(SmolStr, Arc<str>)> {
    let subject = &finding.subject;
    let is_missing = finding.rule == "missing" && subject.unit.is_some();
    if !is_missing {
        return None;
    }
    subject.locale.clone().zip(subject.document.clone())
}

/// What to do where a branch took translations away.
pub const TAKE_BACK: &str = "if lines or the file were deleted by mistake, take them back: `git diff` shows them, once committed `git log -p`";

fn one(first: &Diagnostic, page: &UntranslatedPage, count: usize) -> Diagnostic {
    let UntranslatedPage { locale, document, units, words, emptied, findings, lost } = page;
    let is_emptied = *emptied && count == *findings;
    let message = match count == *findings {
        _ if *lost > 0 => {
            let (translations, is) = if *lost == 1 { ("translation", "is") } else { ("translations", "are") };
            format!(
                "{lost} {translations} of `{document}` in `{locale}` {is} gone on this branch, and none is left"
            )
        }
        true if is_emptied => {
            format!("the file has no unit any more, though the source catalog has {units} sentences")
        }
        true => {
            format!("`{document}` has no translation in `{locale}` yet: {units} sentences, {words} words")
        }
        false => format!(
            "`{document}` has no translation in `{locale}` yet; {count} of its {units} sentences are new or have changed"
        ),
    };
    let mut finding = Diagnostic::new("missing", first.severity, message).about(Subject {
        locale: Some(locale.into()),
        document: Some(document.as_str().into()),
        unit: None,
    });
    // The line of its first unit, to go there; no bytes, as there is nothing in them to be shown.
    finding.place = first.place.as_ref().map(|place| Place { span: None, ..place.clone() });
    if *lost > 0 {
        return finding.help(TAKE_BACK);
    }
    if is_emptied {
        return finding.help(CUT_SHORT);
    }
    finding.help(format!("what is to be translated: drogman todo {} --locale {locale}", quoted(document)))
}
