//! Pages of which nothing is translated: one finding each, not one a sentence.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::diagnostic::{Diagnostic, Finding, Place, Subject};

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
/// of these are not among the findings (a policy, a baseline, a branch), they stay as they are: the one
/// finding would say too much.
pub fn fold<'f>(findings: &'f [Finding], pages: &[UntranslatedPage]) -> Cow<'f, [Finding]> {
    if pages.is_empty() {
        return Cow::Borrowed(findings);
    }
    let mut counts: FxHashMap<(&str, &str), usize> = FxHashMap::default();
    for key in findings.iter().filter_map(|finding| key(finding)) {
        *counts.entry(key).or_default() += 1;
    }
    let is_whole = |page: &&UntranslatedPage| {
        page.units > 1 && counts.get(&(page.locale.as_str(), page.document.as_str())) == Some(&page.findings)
    };
    let mut whole: FxHashMap<(&str, &str), Option<&UntranslatedPage>> = pages
        .iter()
        .filter(is_whole)
        .map(|page| ((page.locale.as_str(), page.document.as_str()), Some(page)))
        .collect();
    let mut out = Vec::with_capacity(findings.len());
    for finding in findings {
        match key(finding).and_then(|key| whole.get_mut(&key)) {
            None => out.push(finding.clone()),
            // The first one stands for all.
            Some(page) => out.extend(page.take().map(|page| one(finding, page).into())),
        }
    }
    Cow::Owned(out)
}

/// Locale and document of a finding that a sentence of a page is not translated.
fn key(finding: &Diagnostic) -> Option<(&str, &str)> {
    let subject = &finding.subject;
    let is_missing = finding.rule == "missing" && subject.unit.is_some();
    subject.locale.as_deref().zip(subject.document.as_deref()).filter(|_| is_missing)
}

fn one(first: &Diagnostic, page: &UntranslatedPage) -> Diagnostic {
    let UntranslatedPage { locale, document, units, words, .. } = page;
    let message =
        format!("`{document}` has no translation in `{locale}` yet: {units} sentences, {words} words");
    let mut finding = Diagnostic::new("missing", first.severity, message).about(Subject {
        locale: Some(locale.into()),
        document: Some(document.as_str().into()),
        unit: None,
    });
    // The line of its first unit, to go there; no bytes, as there is nothing in them to be shown.
    finding.place = first.place.as_ref().map(|place| Place { span: None, ..place.clone() });
    finding.help(format!("what is to be translated: drogman todo '{document}' --locale {locale}"))
}
