//! What state a unit is in: computed from its lines and today's sentence, and from nothing else.
//!
//! When in doubt it is stale, and without its `# fr:` line it is unverified; never current.

use crate::catalog::edit::one_line;
use crate::catalog::{Problem, Unit};

/// How much of a changed sentence a translation misses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Staleness {
    /// Punctuation, letter case or spelling.
    Minor,
    /// Anything else.
    Major,
}

/// The state of a unit in one locale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// The translation renders today's sentence, but for typography.
    Current,
    /// It renders another sentence.
    Stale(Staleness),
    /// There is no translation.
    Missing,
    /// There is one, and nothing tells which sentence it renders.
    Unverified,
    /// There is one that can't be read or shown.
    Invalid,
    /// The sentence has left the source.
    Obsolete,
}

impl State {
    /// `minor` or `major` for a stale unit.
    pub fn change(self) -> Option<&'static str> {
        match self {
            State::Stale(Staleness::Minor) => Some("minor"),
            State::Stale(Staleness::Major) => Some("major"),
            State::Current | State::Missing | State::Unverified | State::Invalid | State::Obsolete => None,
        }
    }

    /// The word in reports, JSON and policies (`stale` for both kinds).
    pub fn as_str(self) -> &'static str {
        match self {
            State::Current => "current",
            State::Stale(_) => "stale",
            State::Missing => "missing",
            State::Unverified => "unverified",
            State::Invalid => "invalid",
            State::Obsolete => "obsolete",
        }
    }
}

impl serde::Serialize for State {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The state of a unit.
///
/// `unit` is what the catalog holds of it, `problems` why its message can't be formatted, `sentence`
/// today's sentence (`None` if it has left the source). `change` tells what a translation of its first
/// sentence misses of the second: `None` if they differ in typography at most.
pub fn state(
    unit: Option<&Unit<'_>>,
    problems: &[Problem],
    sentence: Option<&str>,
    mut change: impl FnMut(&str, &str) -> Option<Staleness>,
) -> State {
    let Some(sentence) = sentence else { return State::Obsolete };
    let Some(unit) = unit else { return State::Missing };
    if !problems.is_empty() || !unit.broken().is_empty() || !unit.more_messages().is_empty() {
        return State::Invalid;
    }
    if unit.message.is_none() {
        return State::Missing;
    }
    match rendered(unit, &mut change) {
        None => State::Unverified,
        // Today's sentence as the line would hold it: whatever the comparison makes of line breaks,
        // pasting the line makes the unit current.
        Some(french) if french == sentence => State::Current,
        Some(french) => match change(french, one_line(sentence).trim()) {
            None => State::Current,
            Some(staleness) => State::Stale(staleness),
        },
    }
}

/// The sentence that a unit's translation renders, by its `# fr:` line: none if there is no line, an
/// empty one, or several that differ by more than typography. Of a stub, the sentence to translate.
pub fn rendered<'a>(
    unit: &Unit<'a>,
    mut change: impl FnMut(&str, &str) -> Option<Staleness>,
) -> Option<&'a str> {
    let mut lines = unit.french().map(|line| line.text);
    let first = lines.next().filter(|line| !line.is_empty())?;
    lines.all(|other| change(first, other).is_none() && change(other, first).is_none()).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Bundle, Isolating, read};

    /// Typography is an apostrophe here; a last full stop is minor.
    fn change(old: &str, new: &str) -> Option<Staleness> {
        let same = |text: &str| text.replace('\'', "’");
        let (old, new) = (same(old), same(new));
        if old == new {
            return None;
        }
        let minor = old.trim_end_matches('.') == new.trim_end_matches('.');
        Some(if minor { Staleness::Minor } else { Staleness::Major })
    }

    fn check(text: &str, sentence: Option<&str>, expect: State) {
        let (catalog, _) = read("locales/en/a.ftl", text, "fr");
        let locale = "en".parse().unwrap();
        let (bundle, unit) = (Bundle::new(&locale, Isolating::Off, &catalog, &[]), catalog.unit("a-1"));
        let problems = unit.map(|unit| bundle.problems(unit)).unwrap_or_default();
        assert_eq!(state(unit, &problems, sentence, change), expect, "{text}");
    }

    #[test]
    fn a_unit_is_current_only_by_the_line_above_its_message() {
        let today = Some("L’eau monte.");
        check("# @unit a-1\n# fr: L'eau monte.\na-1 = x\n", today, State::Current);
        check("# @unit a-1\n# fr: L'eau monte. \r\na-1 = x\r\n", today, State::Current);
        check("# @unit a-1\n# fr: L’eau monte\na-1 = x\n", today, State::Stale(Staleness::Minor));
        check("# @unit a-1\n# fr: L’eau baisse.\na-1 = x\n", today, State::Stale(Staleness::Major));
        check("# @unit a-1\n# fr: L’eau monte.\na-1 = x\n", None, State::Obsolete);
        check("# @unit a-1\n# fr: L’eau monte.\n", today, State::Missing);
        check("", today, State::Missing);
    }

    #[test]
    fn a_lost_or_doubtful_line_is_unverified() {
        let today = Some("L’eau monte.");
        for text in [
            "a-1 = x\n",
            "# @unit a-1\na-1 = x\n",
            "# @unit a-1\n# fr:\na-1 = x\n",
            "# fr: L’eau monte.\na-1 = x\n",
            "# @unit a-1\n# fr: L’eau monte.\n\na-1 = x\n",
            "# @unit a-1\n# fr: L’eau monte.\n\n# note\na-1 = x\n",
            "# @unit a-1\n# fr: L’eau monte.\n## Part\na-1 = x\n",
            "# @unit a-1\n# fr: L’eau monte.\n\n# @unit b-2\n# fr: L’eau monte.\na-1 = x\n",
            "# @unit b-2\n# fr: L’eau monte.\na-1 = x\n",
            "# @unit a-1\n# @unit b-2\n# fr: L’eau monte.\na-1 = x\n",
            "# @unit a-1\n# fr: L’eau monte.\n# fr: L’eau baisse.\na-1 = x\n",
            "# @unit a-1\n# fr: L’eau monte.\n# @unit a-1\n# fr: L’eau baisse.\na-1 = x\n",
            "# @unit a-1\n# fr : L’eau monte.\na-1 = x\n",
        ] {
            check(text, today, State::Unverified);
        }
        check("# @unit a-1\n# fr: L’eau monte.\n# fr: L'eau monte.\na-1 = x\n", today, State::Current);
    }

    #[test]
    fn what_cannot_be_read_or_shown_is_invalid() {
        let head = "# @unit a-1\n# fr: L’eau monte.\n";
        for message in [
            "a-1 One\n",
            "a-1 =\n",
            "a-1 = } x\n",
            "a-1 = { x\n",
            "a-1 = x\nand more\n",
            "a-1 = x\n\nand more\n",
            "a-1 = x\n- two\n",
            "a-1 = x\n    *two\n",
            "a-1 = {b}\n",
            "a-1 = { -b }\n",
            "a-1 = { $b }\n",
            "a-1 = { NUMBER(3) }\n",
            "a-1 = { a-1 }\n",
            "a-1 = x\n\na-1 = y\n",
            "a-1 =\n    .title = x\n",
            " a-1 = x\n",
            "a-1\t= x\n",
        ] {
            check(&format!("{head}{message}"), Some("L’eau monte."), State::Invalid);
        }
        check(&format!("{head}a-1 = x\n\nb-2 =\n"), Some("L’eau monte."), State::Current);
        check(&format!("{head}a-1 = x\n\n#@unit b-2\n"), Some("L’eau monte."), State::Current);
    }
}
