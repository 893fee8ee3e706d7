//! What reading a catalog finds, in a translator's words.

mod conflict;
mod junk;
mod slips;
mod words;

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::entry::identifier;
use super::line::lines;
use super::{Catalog, Unit};
use crate::diagnostic::{Diagnostic, Place, Severity, Subject};
use crate::text::{LineIndex, Span, shorten};

/// Everything that is odd in a catalog as it is written.
pub(super) fn of_reading(catalog: &Catalog<'_>) -> Vec<Diagnostic> {
    let mut teller = Teller {
        catalog,
        lines: None,
        stubs: None,
        cut: None,
        in_conflict: false,
        last_cut: None,
        found: Vec::new(),
    };
    teller.byte_order_mark();
    teller.junk();
    teller.units();
    teller.comments();
    teller.found
}

struct Teller<'c, 'a> {
    catalog: &'c Catalog<'a>,
    /// Made when something is found.
    lines: Option<LineIndex<'a>>,
    /// Where the lines of units without a translation end.
    stubs: Option<FxHashMap<usize, &'a str>>,
    /// Where lines begin that follow a translation and are none of it.
    cut: Option<FxHashMap<usize, &'a str>>,
    /// Whether the markers that were met so far leave a conflict open.
    in_conflict: bool,
    /// Where the last junk ends that cut a translation short, and the unit of that.
    last_cut: Option<(usize, &'a str)>,
    found: Vec<Diagnostic>,
}

impl<'a> Teller<'_, 'a> {
    fn tell(
        &mut self,
        rule: &'static str,
        severity: Severity,
        span: &Span,
        unit: &str,
        message: String,
        help: impl Into<Cow<'static, str>>,
    ) {
        let text = self.catalog.text;
        let lines = self.lines.get_or_insert_with(|| LineIndex::new(text));
        let unit = (!unit.is_empty()).then(|| unit.into());
        self.found.push(
            Diagnostic::new(rule, severity, message)
                .at(Place::span(self.catalog.file.clone(), lines, span))
                .about(Subject { unit, ..Subject::default() })
                .help(help),
        );
    }

    /// The number of the line that a byte lies in, from 1.
    fn line_of(&mut self, at: usize) -> usize {
        let text = self.catalog.text;
        self.lines.get_or_insert_with(|| LineIndex::new(text)).line_column(at).line
    }

    fn byte_order_mark(&mut self) {
        if self.catalog.text.starts_with('\u{feff}') {
            let message = "the file begins with a byte-order mark".to_owned();
            let help =
                "save it as UTF-8 without one (BOM): most Fluent programs lose the first message behind it";
            self.tell("comment", Severity::Warning, &(0..3), "", message, help);
        }
    }

    /// By message, the unit that it stands under without being its own: one that has no message.
    fn hosts(&self) -> FxHashMap<usize, &'a str> {
        let units = &self.catalog.units;
        if units.iter().all(|unit| unit.more_messages().is_empty()) {
            return FxHashMap::default();
        }
        let mut hosts = FxHashMap::default();
        for unit in units.iter().filter(|unit| unit.message.is_none()) {
            hosts.extend(unit.sections().filter_map(|section| Some((section.attached_to()?, unit.id))));
        }
        hosts
    }

    fn units(&mut self) {
        let catalog = self.catalog;
        let hosts = self.hosts();
        for unit in &catalog.units {
            self.translated_twice(unit, &hosts);
            self.opened_twice(unit);
            self.named_twice(unit);
            if let Some(message) = &unit.message
                && catalog.entries[message.entry()].attributes
            {
                let line = first_line(catalog.text, &message.lines());
                let message = "this translation has an attribute, which is published nowhere".to_owned();
                let help = "keep the text behind the equals sign, and delete the lines that begin with a dot";
                self.tell("attribute", Severity::Error, &line, unit.id, message, help);
            }
            if let Some(french) = unit.message.as_ref().and_then(|message| catalog.french_below(message)) {
                let message = format!(
                    "this line `# {}: …` stands below a translation, and is not read",
                    catalog.source_locale
                );
                let help = "it belongs above the translation, in the place of the one that is there: put it there if the translation says that; else delete it";
                self.tell("comment", Severity::Warning, &french.span(), unit.id, message, help);
            }
            for french in unit.sections().flat_map(|section| section.more_french()) {
                let message = format!("a second `# {}:` line", catalog.source_locale);
                let help = match unit.is_stub() {
                    true => "delete one of the two: `drogman sync` brings the other up to date",
                    false => "keep the one that the translation renders",
                };
                self.tell("comment", Severity::Warning, &french.span(), unit.id, message, help);
            }
        }
        self.mismatches();
    }

    fn translated_twice(&mut self, unit: &Unit<'a>, hosts: &FxHashMap<usize, &'a str>) {
        let catalog = self.catalog;
        if unit.more_messages().is_empty() {
            return;
        }
        // Of several messages, one may have been pasted under another unit, with the name of this one.
        let mut messages = unit.message.iter().chain(unit.more_messages());
        if let Some((message, meant)) =
            messages.find_map(|message| Some((message, *hosts.get(&message.entry())?)))
        {
            let line = first_line(catalog.text, &message.lines());
            let message = format!("this line stands under `{meant}`, but is named `{}`", unit.id);
            let help = format!("if it is the translation of the French above it, name it `{meant}`");
            self.tell("duplicate-unit", Severity::Error, &line, unit.id, message, help);
            return;
        }
        let other = unit.message.as_ref().map_or(0, |first| self.line_of(first.lines().start));
        for message in unit.more_messages() {
            let line = first_line(catalog.text, &message.lines());
            let message = "this unit has two translations".to_owned();
            let help = format!(
                "keep this one or that of line {other}, or join them if each is a part: programs take the first and \
                 drop the other in silence"
            );
            self.tell("duplicate-unit", Severity::Error, &line, unit.id, message, help);
        }
    }

    /// An id that was typed or pasted again behind the equals sign: readers would see it.
    fn named_twice(&mut self, unit: &Unit<'a>) {
        let catalog = self.catalog;
        let Some(message) = &unit.message else { return };
        let value = &catalog.text[message.value()];
        let name = identifier(value);
        let rest = value[name.len()..].trim_start();
        let is_own = name == unit.id;
        let is_named = rest.starts_with(['=', ':', '＝']);
        if name.is_empty() || !(is_named || is_own) || !(is_own || catalog.unit(name).is_some()) {
            return;
        }
        let place = message.value().start..message.value().start + name.len();
        let text = first_of(rest.trim_start_matches(['=', ':', '＝']).trim_start());
        let (message, help) = match is_own {
            true => (
                "the id stands in the translation, too: readers would see it".to_owned(),
                format!("write it as: {name} = {text}"),
            ),
            false => (
                format!("the id of another unit, `{name}`, stands in this translation: readers would see it"),
                format!(
                    "if this is the translation of `{}`, write it as: {0} = {text}\nif it is that of `{name}`, move \
                     it under its unit, as: {name} = {text}",
                    unit.id
                ),
            ),
        };
        self.tell("syntax", Severity::Error, &place, unit.id, message, help);
    }

    /// A second `# @unit` line. Where each has a message of its own, that is told, and this is not.
    fn opened_twice(&mut self, unit: &Unit<'a>) {
        if unit.message.is_some() && !unit.more_messages().is_empty() {
            return;
        }
        for section in unit.more_sections() {
            let message = "a second `# @unit` line opens this unit again".to_owned();
            let first = unit.section.as_ref().map_or(0, |first| self.line_of(first.marker().start));
            let help = format!(
                "keep this one or that of line {first}, above the translation; delete the other with its `# {}:` line",
                self.catalog.source_locale
            );
            self.tell("duplicate-unit", Severity::Error, &section.marker(), unit.id, message, help);
        }
    }

    /// Messages that stand under the `# @unit` line of another unit, and no other.
    fn mismatches(&mut self) {
        let catalog = self.catalog;
        for unit in &catalog.units {
            let Some(entry) = catalog.misnamed(unit) else { continue };
            let line = first_line(catalog.text, &entry.body());
            if entry.id.eq_ignore_ascii_case("id") {
                // The head of a catalog says `id = translation`.
                let translation =
                    catalog.text[line.clone()].split_once('=').map_or("", |(_, text)| text.trim());
                let message = "`id` stands for the id of the unit".to_owned();
                let help = format!("write it as: {} = {}", unit.id, shorten(translation, 300));
                self.tell("unit-mismatch", Severity::Error, &line, entry.id, message, help);
                continue;
            }
            let message = format!("this translation stands under the unit `{}`, and has another id", unit.id);
            let help = format!(
                "the id that the source catalog has is right: write `{1} =` here or, if it is this one, `# @unit {0}` \
                 above it; or move the translation to its own unit",
                entry.id, unit.id
            );
            self.tell("unit-mismatch", Severity::Error, &line, entry.id, message, help);
        }
    }

    /// Translations that were commented out.
    fn comments(&mut self) {
        let catalog = self.catalog;
        for unit in &catalog.units {
            for note in catalog.commented_out(unit) {
                let message = "this translation is commented out".to_owned();
                let help = "take away the # to use it, or delete the line";
                self.tell("comment", Severity::Warning, note, unit.id, message, help);
            }
        }
    }
}

/// The first line of a text.
fn first_of(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

fn first_line(text: &str, span: &Span) -> Span {
    lines(text, span.clone()).next().map_or(span.clone(), |line| line.start..line.end)
}
