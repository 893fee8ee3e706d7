//! Words that a person wrote into the source catalog, which is the program's own: the folder beside the right one is
//! soon opened.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::id;
use super::page::Page;
use super::typed::is_other;
use crate::catalog::{Unit, edit};
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::text::{LineIndex, Locale, Span, normal, shorten};

/// What a person wrote in the place of the French of a unit.
#[derive(Debug, PartialEq, Eq)]
pub struct ByHand<'p> {
    /// The unit.
    pub id: &'p str,
    /// Its message, on one line.
    pub words: String,
    /// Bytes of the source catalog: the message.
    pub span: Span,
    /// Whether a sentence of the page still has the unit.
    stays: bool,
}

/// The units of the source catalog that say neither what the page says today nor anything that it said before, as far
/// as the target catalogs and the unit's id know, and that have less than half of their words from there: an edit of the
/// French makes the source catalog differ, too. Of a unit that no target catalog knows nothing is said.
pub fn by_hand<'p>(page: &'p Page<'_>) -> Vec<ByHand<'p>> {
    let catalog = &page.source.catalog;
    if !page.changed || catalog.units.is_empty() {
        return Vec::new();
    }
    let today: FxHashMap<&str, &str> =
        page.units.iter().enumerate().map(|(at, unit)| (&*unit.id, page.sentence(at))).collect();
    let mut found: Vec<ByHand<'p>> =
        catalog.units.iter().filter_map(|unit| of_unit(page, unit, &today)).collect();
    if !found.is_empty() {
        // What a merge shifted is the French of another unit.
        let french = page.targets.iter().flat_map(|target| &target.catalog.units).flat_map(Unit::french);
        let all = today.values().copied().chain(french.map(|line| line.text));
        let known: FxHashSet<Cow<'_, str>> = all.map(normal::typographic).collect();
        found.retain(|one| !known.contains(&normal::typographic(&one.words)));
    }
    found
}

fn of_unit<'p>(page: &'p Page<'_>, unit: &'p Unit<'_>, today: &FxHashMap<&str, &str>) -> Option<ByHand<'p>> {
    let catalog = &page.source.catalog;
    let message = unit.message.as_ref()?;
    let written = match catalog.sentence(message) {
        Some(sentence) => sentence,
        None => catalog.text[message.value()].into(),
    };
    let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let today = today.get(unit.id).copied();
    if today.is_some_and(|today| normal::same(today, &written)) {
        return None;
    }
    let of_targets =
        page.targets.iter().filter_map(|target| target.catalog.unit(unit.id)).flat_map(Unit::french);
    let former: Vec<&str> = of_targets.map(|line| line.text).collect();
    if former.is_empty()
        || former.iter().any(|line| normal::same(line, &written))
        || id::is_born(unit.id, page.name, &normal::typographic(&written))
    {
        return None;
    }
    let known: Vec<Cow<'_, str>> = former.into_iter().chain(today).map(Cow::Borrowed).collect();
    let start = message.lines().start;
    let end = start + catalog.text[message.lines()].trim_end().len();
    is_other(&written, &known).then(|| ByHand {
        id: unit.id,
        words: edit::one_line(&written).into_owned(),
        span: start..end,
        stays: today.is_some(),
    })
}

impl ByHand<'_> {
    /// What is told of it, as the catalogs lie there.
    pub fn finding(&self, page: &Page<'_>, lines: &LineIndex<'_>) -> Diagnostic {
        let message = format!(
            "this is drogman's own file, and these words are not its French: {}",
            shorten(&self.words, LONGEST)
        );
        self.told(page, lines, Severity::Error, message)
    }

    /// What is told of it where `sync` puts the French there.
    pub fn kept(&self, page: &Page<'_>, lines: &LineIndex<'_>) -> Diagnostic {
        let what = match self.stays {
            true => "the French goes in the place of these words, which stay above it, as `# note: …`",
            false => "these words, which are not the French, leave with their sentence",
        };
        let message = format!("{what}: {}", shorten(&self.words, LONGEST));
        self.told(page, lines, Severity::Warning, message)
    }

    fn told(
        &self,
        page: &Page<'_>,
        lines: &LineIndex<'_>,
        severity: Severity,
        message: String,
    ) -> Diagnostic {
        let tags = || page.targets.iter().map(|target| target.locale);
        let which = match page.targets {
            [one] => one.catalog.file.to_string(),
            _ => format!(
                "the same file of its language ({})",
                tags().map(Locale::as_str).collect::<Vec<_>>().join(", ")
            ),
        };
        let help = format!("a translation belongs in {which}, under # @unit {}", self.id);
        let subject = Subject { locale: None, document: Some(page.name.into()), unit: Some(self.id.into()) };
        Diagnostic::new(RULE, severity, message)
            .at(Place::span(page.source.catalog.file.clone(), lines, &self.span))
            .about(subject)
            .help(help)
    }
}

/// The rule of these findings.
const RULE: &str = "unit-mismatch";

/// Characters of the words that are told.
const LONGEST: usize = 300;
