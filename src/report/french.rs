//! The French beside a finding: what a reader of a report sees of it.

use crate::diagnostic::{Diagnostic, Excerpt, French, Place};

/// Gives the `# fr:` line of a finding that has one, as its file has it.
pub type FrenchLine<'f> = dyn Fn(&Diagnostic) -> Option<String> + 'f;

/// The French that a finding compares the translation with: its own words, the whole sentence.
pub(super) fn french(finding: &Diagnostic, line: &FrenchLine<'_>) -> Option<String> {
    let line = line(finding)?;
    let sentence = French::sentence(&line).map(|span| &line[span])?;
    (!sentence.is_empty()).then(|| sentence.to_owned())
}

/// The same with nothing that would act on a terminal. A long sentence is cut around the words
/// that are meant.
pub(super) fn short(finding: &Diagnostic, line: &FrenchLine<'_>) -> Option<String> {
    let words = finding.french?.words();
    let sentence = french(finding, line)?;
    let place = Place { file: "".into(), at: None, span: Some((words.start, words.end)) };
    let excerpt = Excerpt::of(&place, &sentence)?;
    Some(excerpt.line.into())
}

/// What stands before the French.
pub(super) const LABEL: &str = "French: ";
