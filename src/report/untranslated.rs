//! Pages of which nothing is translated: one finding each, not one a sentence.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, Finding, Place, Severity, Subject};

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
    /// How many findings say so: one for each sentence, or the first of them alone.
    pub findings: usize,
}

/// The findings, with one in place of all those that say `missing` of a page that is in `pages`. Where some
/// of these are not among the findings (a branch, a baseline), the one says how many are.
pub fn fold<'f>(findings: &'f [Finding], pages: &[UntranslatedPage]) -> Cow<'f, [Finding]> {
    if pages.is_empty() {
        return Cow::Borrowed(findings);
    }
    let mut all: FxHashMap<(&str, &str), Told<'_>> = FxHashMap::default();
    for (key, severity) in findings.iter().filter_map(|finding| Some((key(finding)?, finding.severity))) {
        let told = all.entry(key).or_insert(Told { count: 0, severity, page: None, is_written: false });
        told.count += 1;
        told.severity = severity.max(told.severity);
    }
    for page in pages.iter().filter(|page| page.units > 1) {
        if let Some(told) = all.get_mut(&(page.locale.as_str(), page.document.as_str())) {
            told.page = Some(page).filter(|_| told.count > 1 || told.count == page.findings);
        }
    }
    let mut out = Vec::with_capacity(findings.len());
    for finding in findings {
        match key(finding).and_then(|key| all.get_mut(&key)) {
            // The first one stands for all.
            Some(Told { page: Some(page), count, severity, is_written }) => {
                if !std::mem::replace(is_written, true) {
                    out.push(Diagnostic { severity: *severity, ..one(finding, page, *count) }.into());
                }
            }
            Some(Told { page: None, .. }) | None => out.push(finding.clone()),
        }
    }
    Cow::Owned(out)
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
fn key(finding: &Diagnostic) -> Option<(&str, &str)> {
    let subject = &finding.subject;
    let is_missing = finding.rule == "missing" && subject.unit.is_some();
    subject.locale.as_deref().zip(subject.document.as_deref()).filter(|_| is_missing)
}

fn one(first: &Diagnostic, page: &UntranslatedPage, count: usize) -> Diagnostic {
    let UntranslatedPage { locale, document, units, words, findings } = page;
    let message = match count == *findings {
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
    finding.help(format!("what is to be translated: drogman todo '{document}' --locale {locale}"))
}
