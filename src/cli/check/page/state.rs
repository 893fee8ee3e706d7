//! What is told of a unit's state, and what to do about it.

use super::lines::Lines;
use super::one::One;
use crate::catalog::{Catalog, EntryKind, Marked, Message, Section, Unit, edit};
use crate::cli::tasks::{place, proposal};
use crate::diagnostic::{Diagnostic, Place, Severity, Suggestion};
use crate::report::todo::{CORRECT, changed_words, reasons_in_words};
use crate::report::{Style, TAKE_BACK};
use crate::text::{Edit, Span, shorten};
use crate::unit::accept::{carries, french_below};
use crate::unit::assess::{Assessed, staleness};
use crate::unit::state::rendered;
use crate::unit::typed::{former_sentence, holds_translation};
use crate::unit::{Presence, Staleness, State};

/// The note of a unit that holds words which `sync` found in its line of French, and the words.
fn kept_words<'a>(catalog: &Catalog<'a>, unit: &Unit<'a>) -> Option<(Span, &'a str)> {
    let mut notes = unit.sections().flat_map(|section| section.notes());
    notes.find_map(|note| {
        let words = catalog.text[note.clone()].strip_prefix("# note:")?.trim();
        (!words.is_empty()).then(|| (note.clone(), words))
    })
}

/// The rule that tells of a stale unit, and how much that weighs by itself.
pub(super) fn told_as(change: Staleness) -> (&'static str, Severity) {
    match change {
        Staleness::Minor => ("stale-minor", Severity::Warning),
        Staleness::Major => ("stale-major", Severity::Error),
    }
}

/// Whether a line of the comment above a message opens its unit in all but its letters: `# @Unit …`, `# @unti ID`.
fn opens_above(catalog: &Catalog<'_>, message: &Message<'_>) -> bool {
    let entry = &catalog.entries[message.entry()];
    catalog.text[entry.comment()].lines().any(|line| {
        let words = line.trim_start_matches('#').trim_start();
        let is_marker = words.get(.."@unit".len()).is_some_and(|head| head.eq_ignore_ascii_case("@unit"));
        // `# @unti ID`, `# @ unit ID`, `# unit: ID`, and no note or translation that was commented out.
        let has_sign = words.starts_with('@')
            || words.get(.."unit".len()).is_some_and(|head| head.eq_ignore_ascii_case("unit"));
        let mut rest = words.split(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        is_marker || has_sign && !words.contains('=') && rest.any(|word| word == entry.id)
    })
}

/// Whether nothing but lines with several number signs stands between the lines of a unit and its message.
fn is_parted_by_signs(catalog: &Catalog<'_>, section: &Section<'_>, message: &Message<'_>) -> bool {
    let between = catalog.text.get(section.lines().end..message.lines().start).unwrap_or_default();
    !between.is_empty() && between.lines().all(|line| line.starts_with("##"))
}

/// Whether a comment line was meant to hold the French: `# Fr: …`, `# fr : …`, `# fr …`.
fn is_meant_for(tag: &str, comment: &str) -> bool {
    let content = comment.trim_start_matches('#').trim_start();
    let Some((head, rest)) = content.split_at_checked(tag.len()) else { return false };
    let is_apart = rest.starts_with(char::is_whitespace) || rest.starts_with([':', '：', ';', '=']);
    is_apart && head.eq_ignore_ascii_case(tag)
}

impl<'p, 'l> One<'p, 'l>
where
    'l: 'p,
{
    /// What is wrong with the state of a unit, if anything is. A proposal or a fallback covers what is missing.
    pub(super) fn state(
        &self,
        at: usize,
        this: &Assessed<'p>,
        covered: bool,
        lines: &Lines<'p>,
    ) -> Option<Diagnostic> {
        let (page, catalog) = (self.page, &this.file.catalog);
        let id = page.units[at].id.as_str();
        let sentence = page.sentence(at);
        let here = match this.unit {
            Some(unit) => {
                let start = place(unit);
                let line = &catalog.text[start..];
                let end = line.find(['\n', '\r']).unwrap_or(line.len());
                let end = if unit.message.is_some() { id.len().min(end) } else { end };
                lines.place(&(start..start + end))
            }
            None => Place::file(catalog.file.clone()),
        };
        let error = |rule, message: String| Diagnostic::new(rule, Severity::Error, message).at(here.clone());
        let address = || format!("{}#{id}", page.name);
        // Translations of other languages are for others to accept.
        let of_locale = || match self.look.has_more_locales {
            true => format!(" --locale {}", self.locale.as_str()),
            false => String::new(),
        };
        let is_lost = || {
            let change = self.look.since.and_then(|since| since.change(page, at, this));
            change.is_some_and(|change| change.lost)
        };
        if let (State::Stale(change), Some(unit)) = (this.state, this.unit)
            && let Some(below) = french_below(catalog, unit, sentence)
        {
            let tag = &catalog.source_locale;
            let (rule, severity) = told_as(change);
            let message =
                format!("the new line `# {tag}: …` stands below its translation, and must stand above it");
            let above = unit.french().next().and_then(|line| lines.place(&line.span()).at);
            let (above, address, of_locale) = (above.map_or(0, |at| at.line), address(), of_locale());
            let mut finding = error(rule, message).at(lines.place(&below.span())).help(format!(
                "if the translation says that, put it in the place of line {above}; or let drogman do that: \
                 drogman accept '{address}'{of_locale}"
            ));
            finding.severity = severity;
            return Some(finding);
        }
        if let (State::Stale(change), Some(unit)) = (this.state, this.unit)
            && let Some(french) = self.holds_translation(unit, at, this)
        {
            let tag = &catalog.source_locale;
            let (rule, severity) = told_as(change);
            let message = format!("the line `# {tag}: …` holds the translation, not the French");
            let (today, address, of_locale) = (edit::one_line(sentence), address(), of_locale());
            let mut finding = error(rule, message).at(lines.place(&french.span())).help(format!(
                "if the translation says that, let the line be: # {tag}: {today}\n\
                 or let drogman write it: drogman accept '{address}'{of_locale}"
            ));
            finding.severity = severity;
            return Some(finding);
        }
        match this.state {
            State::Current | State::Obsolete => None,
            State::Missing if covered || this.file.presence == Presence::Unreadable => None,
            State::Missing if this.unit.is_none() => {
                if is_lost() {
                    let message = format!("the translation is gone on this branch: {sentence}");
                    return Some(error("missing", message).help(TAKE_BACK));
                }
                let missing = error("missing", ["not translated yet: ", sentence].concat());
                let Some(unit) = self.renamed(sentence) else {
                    return Some(missing.help("run drogman sync, then write the translation in this file"));
                };
                let start = place(unit);
                let help = format!(
                    "a translation of it has the name `{0}`, which no sentence has: write `{id}` in its place here and behind `# @unit`",
                    unit.id
                );
                Some(missing.at(lines.place(&(start..start + unit.id.len()))).help(help))
            }
            // One slip is told once.
            State::Missing | State::Unverified if self.is_misnamed(this, id) => None,
            State::Unverified if self.is_below_indented(this) => None,
            State::Unverified | State::Invalid if self.is_conflicted(this) => None,
            State::Missing if self.typed(at, this).is_some() => {
                let words = self.typed(at, this).unwrap_or_default();
                let tag = &catalog.source_locale;
                let french = this.unit.and_then(|unit| unit.french().next().map(Marked::span));
                let message =
                    format!("the line `# {tag}: …` holds other words than the French, and no translation");
                let finding = error("missing", message).help(format!(
                    "if they are the translation, write them under that line, as: {id} = {words}\n\
                     and let the line be: # {tag}: {}",
                    edit::one_line(sentence)
                ));
                Some(match french {
                    Some(span) => finding.at(lines.place(&span)),
                    None => finding,
                })
            }
            State::Missing => {
                if let Some((note, ready)) = this.unit.and_then(|unit| self.in_comment(this, unit)) {
                    let (why, help) = match ready {
                        None => (
                            ", since the translation is commented out",
                            format!("take away the # to use it, or write in its place: {id} = …"),
                        ),
                        // It may as well be a note to whoever reads that language.
                        Some(ready) => (
                            "; a comment stands where the translation belongs",
                            format!("if it is the translation, write it as: {ready}"),
                        ),
                    };
                    let message = format!("not translated yet{why}: {sentence}");
                    return Some(error("missing", message).at(lines.place(&note)).help(help));
                }
                let proposal = this.unit.and_then(proposal).map(|text| {
                    let (address, of_locale) = (address(), of_locale());
                    format!("\nor take its proposal over ({text}): drogman accept --proposal '{address}'{of_locale}")
                });
                let noted = this.unit.and_then(|unit| kept_words(catalog, unit)).map(|(note, words)| {
                    let line = lines.place(&note).at.map_or(0, |at| at.line);
                    let words = shorten(words, 300);
                    format!("\nif its note, line {line}, is the translation, write: {id} = {words}")
                });
                let (proposal, noted) = (proposal.unwrap_or_default(), noted.unwrap_or_default());
                let (why, back) = match is_lost() {
                    true => ("the translation is gone on this branch: ", format!("\n{TAKE_BACK}")),
                    false => ("not translated yet: ", String::new()),
                };
                let mut finding = error("missing", [why, sentence].concat())
                    .help(format!("write under it: {id} = …{noted}{proposal}{back}"));
                // Nothing in the line is wrong: it is named, and not drawn.
                if let Some(place) = &mut finding.place {
                    place.span = None;
                }
                Some(finding)
            }
            State::Stale(change) => {
                let renders = this.unit.and_then(|unit| rendered(unit, staleness)).unwrap_or_default();
                let (was, now) = changed_words(renders, sentence, &Style::default());
                let (rule, severity) = told_as(change);
                let reasons: Vec<String> = this.reasons.iter().map(ToString::to_string).collect();
                let why = if reasons.is_empty() {
                    String::new()
                } else {
                    format!(": {}", reasons_in_words(&reasons))
                };
                let what = match carries(page, at, this) {
                    true => "put what changed into the translation: drogman accept --carry".to_owned(),
                    false => format!("{CORRECT}, then: drogman accept"),
                };
                let (address, of_locale) = (address(), of_locale());
                let what_happened = match is_lost() {
                    true => "the French has not changed, and the line above the translation now says another",
                    false => "the French has changed since it was translated",
                };
                let mut finding = error(rule, format!("{what_happened}{why}"))
                    .help(format!("it was: {was}\nit is:  {now}\n{what} '{address}'{of_locale}"));
                finding.severity = severity;
                if let Some((place, suggestion)) = self.acceptance(at, this, lines) {
                    finding = finding.at(place).help(format!(
                        "it was: {was}\nit is:  {now}\nthis branch has changed the translation; if it says that now, \
                         take over the line: {}",
                        suggestion.line
                    ));
                    finding.suggestion = Some(Box::new(suggestion));
                }
                Some(finding)
            }
            State::Unverified => {
                let (why, more) = this.unit.map(|unit| self.unverified(unit, lines)).unwrap_or_default();
                let message = format!("nothing tells which French this translation renders: {why}");
                let (address, of_locale) = (address(), of_locale());
                Some(error("unverified", message).help(format!(
                    "it is now: {sentence}\nif the translation says that: drogman accept '{address}'{of_locale}{more}"
                )))
            }
            State::Invalid => {
                if std::ptr::eq(this.file, page.targets[self.at]) && self.causes().contains(id) {
                    return None;
                }
                let first = this.problems.first();
                let message = first
                    .map_or("this translation can't be shown".to_owned(), |problem| problem.kind.message());
                // Where the rule that knows why is not asked for, the state is told.
                let is_on = |rule: &&str| self.look.weights.of(Some(self.locale), rule).is_some();
                let rule = first.map(|problem| problem.kind.rule()).filter(is_on).unwrap_or("invalid");
                let mut finding = error(rule, message);
                if let Some(problem) = first {
                    finding = finding.help(problem.kind.help());
                    let end = catalog.text[problem.span.clone()].trim_end().len();
                    finding.place = Some(lines.place(&(problem.span.start..problem.span.start + end)));
                }
                Some(finding)
            }
        }
    }

    /// Whether the lines above a translation are indented, so that they are published with the one before: this is told.
    fn is_below_indented(&self, this: &Assessed<'_>) -> bool {
        let catalog = &this.file.catalog;
        let Some(message) =
            this.unit.filter(|unit| unit.section.is_none()).and_then(|unit| unit.message.as_ref())
        else {
            return false;
        };
        let before = message.entry().checked_sub(1).map(|at| &catalog.entries[at]);
        before.filter(|before| before.kind == EntryKind::Message).is_some_and(|before| {
            let last = catalog.text[before.value()].lines().last().unwrap_or_default();
            last.trim_start().starts_with('#')
                && catalog.unit(before.id).is_some_and(|unit| unit.broken().is_empty())
                && self.has_sentence(before.id)
                && self.look.rules[self.at].contains("untranslated")
        })
    }

    /// The `# fr:` line of a stale unit, where it holds the words of the translation.
    fn holds_translation(&self, unit: &Unit<'p>, at: usize, this: &Assessed<'p>) -> Option<Marked<'p>> {
        let translation = this.file.catalog.sentence(unit.message.as_ref()?)?;
        let mut lines = unit.french();
        let (french, None) = (*lines.next()?, lines.next()) else { return None };
        let former = former_sentence(self.page, unit.id);
        let today = self.page.sentence(at);
        holds_translation(french.text, &translation, former.as_deref(), today).then_some(french)
    }

    /// Which line of an unverified unit is missing or doubtful, and what else than accepting helps.
    fn unverified(&self, unit: &Unit<'_>, lines: &Lines<'_>) -> (String, String) {
        let tag = &lines.catalog.source_locale;
        let none = String::new();
        let Some(message) = &unit.message else { return (none.clone(), none) };
        match &unit.section {
            None if opens_above(lines.catalog, message) => (
                format!("the line above it is not written as `# @unit {}`", unit.id),
                "\nor write that line so, to the letter".to_owned(),
            ),
            None if message.loose_french.is_some() => (
                format!("the line `# @unit {}` above it is missing", unit.id),
                format!("\nor write that line above the `# {tag}:` line"),
            ),
            None => (format!("the lines `# @unit {}` and `# {tag}: …` above it are missing", unit.id), none),
            Some(section) if !message.attached && is_parted_by_signs(lines.catalog, section, message) => (
                "a line that begins with ## parts it from its lines".to_owned(),
                "\nor begin that line with one #".to_owned(),
            ),
            Some(section) if !message.attached => {
                let line = lines.place(&section.marker()).at.map_or(0, |at| at.line);
                (
                    format!("it stands away from its `# @unit` line, line {line}"),
                    "\nor move it right under its lines, with no empty line between".to_owned(),
                )
            }
            Some(_) if unit.has_more_french() => (
                format!("the `# {tag}:` lines above it differ"),
                "\nor keep the one that it renders".to_owned(),
            ),
            Some(_) if lines.catalog.french_below(message).is_some() => (
                format!("its line `# {tag}: …` stands below it, and must stand above it"),
                format!("\nbetter: move the translation below its line `# {tag}: …`"),
            ),
            Some(section)
                if section
                    .notes()
                    .iter()
                    .any(|note| is_meant_for(tag, &lines.catalog.text[note.clone()])) =>
            {
                (
                    format!("the line above it is not written as `# {tag}: …`"),
                    format!("\nor write the line so, with the French that it renders: # {tag}: …"),
                )
            }
            Some(_) => (
                format!("the line `# {tag}: …` above it is missing"),
                "\nor write that line again, with the French that it renders".to_owned(),
            ),
        }
    }

    /// The `# fr:` line of a stale unit and what it would be, where the branch has changed the translation
    /// but not that line. Of what it did not touch nobody knows whether it was looked at.
    fn acceptance(&self, at: usize, this: &Assessed<'_>, lines: &Lines<'_>) -> Option<(Place, Suggestion)> {
        let change = self.look.since?.change(self.page, at, this)?;
        let unit = this.unit.filter(|_| change.unaccepted)?;
        let section = unit.section.as_ref().filter(|section| section.more_french().is_empty())?;
        // A suggestion is for one line, and leaves it where it stands.
        let french = section.french.as_ref()?;
        let sentence = edit::one_line(self.page.sentence(at));
        let edit = Edit::replace(french.value(), format!(" {sentence}"));
        // The sentence is pointed to, without the space before it.
        let written = lines.catalog.text[edit.span.clone()].trim();
        let start = edit.span.start + lines.catalog.text[edit.span.clone()].find(written).unwrap_or(0);
        let place = lines.place(&(start..start + written.len()));
        Some((place, lines.suggestion(edit, false)?))
    }
}
