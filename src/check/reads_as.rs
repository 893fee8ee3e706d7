//! What is told of a text that reads as another language: `language` tells it, and a rule that knows more takes it back.

use std::sync::OnceLock;

use super::Problem;
use super::codes::in_words;

/// The rule that tells it.
pub(super) const RULE: &str = "language";

/// What is said where nobody knows which.
pub(super) const READS_AS: &str = "the text reads as another language";

/// The message that names the language of this code.
pub(super) fn reads_as(language: &str) -> String {
    [READS_AS, " (", in_words(language), ")"].concat()
}

/// The same of French, which is asked of each finding: names of languages are dear.
pub(super) fn reads_as_french() -> &'static str {
    static MESSAGE: OnceLock<String> = OnceLock::new();
    MESSAGE.get_or_init(|| reads_as("fr"))
}

/// Whether a finding is that the text is French.
pub(super) fn tells_of_french(problem: &Problem) -> bool {
    problem.rule == RULE && problem.message == reads_as_french()
}
