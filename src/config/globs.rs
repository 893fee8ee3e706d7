//! Sets of globs over paths with `/`.

use globset::{ErrorKind, Glob, GlobBuilder, GlobSet, GlobSetBuilder};

/// Some globs: `*` stays within a folder, `**` crosses folders, `{a,b}` and `[ab]` are choices.
#[derive(Debug, Clone, Default)]
pub struct Globs {
    patterns: Vec<String>,
    set: GlobSet,
}

impl Globs {
    /// Compiles patterns.
    ///
    /// # Errors
    /// The index of the first pattern that is no glob, and why.
    pub fn new<S: AsRef<str>>(patterns: &[S]) -> Result<Globs, (usize, String)> {
        let mut set = GlobSetBuilder::new();
        for (index, pattern) in patterns.iter().enumerate() {
            set.add(compile(pattern.as_ref()).map_err(|reason| (index, reason))?);
        }
        let set = set.build().map_err(|error| (0, error.kind().to_string()))?;
        Ok(Globs { patterns: patterns.iter().map(|pattern| pattern.as_ref().to_owned()).collect(), set })
    }

    /// Whether one of them matches the path.
    pub fn is_match(&self, path: &str) -> bool {
        !self.patterns.is_empty() && self.set.is_match(path)
    }

    /// The globs as they were written.
    pub fn patterns(&self) -> &[String] {
        &self.patterns
    }
}

/// Compiles one glob, or says why it is none.
pub(super) fn compile(pattern: &str) -> Result<Glob, String> {
    // A glob of this length is a mistake, and a compiled one would cost memory.
    if pattern.len() > 1000 {
        return Err("it is too long".to_owned());
    }
    GlobBuilder::new(pattern).literal_separator(true).build().map_err(|error| in_words(error.kind()))
}

/// Why a pattern is none.
fn in_words(kind: &ErrorKind) -> String {
    match kind {
        ErrorKind::UnclosedClass => "the bracket [ is not closed".to_owned(),
        ErrorKind::InvalidRange(first, last) => {
            format!("in [{first}-{last}] the first letter comes after the last")
        }
        ErrorKind::UnopenedAlternates => "the brace } closes nothing".to_owned(),
        ErrorKind::UnclosedAlternates => "the brace { is not closed".to_owned(),
        ErrorKind::DanglingEscape => "nothing stands behind the backslash at its end".to_owned(),
        kind => kind.to_string(),
    }
}
