//! The figures of `status`: a table for people, Markdown, JSON.

use std::fmt::Write as _;
use std::io::{self, Write};
use std::sync::Arc;

use serde::{Serialize, Serializer};
use unicode_width::UnicodeWidthStr;

use super::Style;
use super::todo::{Unread, code, state_in_words};
use super::visible_json::on_one_line;
use crate::text::{short, visible};
use crate::unit::id::Id;
use crate::unit::{Address, Figures, State};

/// What `status` says.
#[derive(Debug, Clone, Serialize)]
pub struct StatusReport {
    /// Version of the JSON format.
    pub version: u32,
    /// One entry a target locale, in the configuration's order.
    pub locales: Vec<LocaleStatus>,
    /// What can't be read: documents, which count nowhere, and target catalogs, whose units count as missing.
    pub unreadable: Vec<Unread>,
}

/// The figures of a locale.
#[derive(Debug, Clone, Serialize)]
pub struct LocaleStatus {
    /// Its tag.
    pub locale: String,
    /// Whether its findings may fail a run; told to people only.
    #[serde(skip)]
    pub released: bool,
    /// Over all documents of its scope.
    #[serde(flatten)]
    pub figures: Figures,
    /// By document, sorted by name.
    pub documents: Vec<DocumentStatus>,
}

/// The figures of a document in a locale.
#[derive(Debug, Clone, Serialize)]
pub struct DocumentStatus {
    /// Its name.
    pub document: String,
    /// Its figures.
    #[serde(flatten)]
    pub figures: Figures,
    /// Its units, if they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<UnitList>,
}

/// The units of a document: kept in little space, as there may be a million, and told one at a time.
#[derive(Debug, Clone)]
pub struct UnitList {
    document: Arc<str>,
    units: Vec<Kept>,
}

/// A unit as it is kept.
#[derive(Debug, Clone)]
struct Kept {
    id: Id,
    /// Block and sentence, from 1; zeros if its sentence stands nowhere.
    position: (u32, u32),
    state: State,
}

/// A unit and its state.
#[derive(Debug, Clone, Serialize)]
pub struct UnitStatus<'l> {
    /// Its id.
    pub id: &'l Id,
    /// Where its sentence stands today; none if it is obsolete.
    pub address: Option<Address<&'l str>>,
    /// Its state.
    pub state: State,
    /// `minor` or `major` if it is stale.
    pub change: Option<&'static str>,
}

impl UnitList {
    /// An empty list of the units of a document; room for `count` is set aside.
    pub fn new(document: &str, count: usize) -> UnitList {
        UnitList { document: document.into(), units: Vec::with_capacity(count) }
    }

    /// Adds a unit, with the block and sentence where it stands.
    pub fn push(&mut self, id: Id, position: Option<(usize, usize)>, state: State) {
        let (block, sentence) = position.unwrap_or_default();
        self.units.push(Kept { id, position: (short(block), short(sentence)), state });
    }

    /// The units.
    pub fn units(&self) -> impl Iterator<Item = UnitStatus<'_>> {
        self.units.iter().map(|kept| {
            let (block, sentence) = (kept.position.0 as usize, kept.position.1 as usize);
            UnitStatus {
                id: &kept.id,
                address: (block > 0).then_some(Address(&*self.document, (block, sentence))),
                state: kept.state,
                change: kept.state.change(),
            }
        })
    }
}

impl Serialize for UnitList {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.units())
    }
}

/// So many bytes of a table are written at once.
const PIECE: usize = 64 * 1024;

impl StatusReport {
    /// Writes the report as versioned JSON, on one line.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn json(&self, out: &mut dyn Write) -> io::Result<()> {
        on_one_line(self, out)
    }

    /// The report as two Markdown tables: locales, and the documents that are not complete.
    pub fn markdown(&self) -> String {
        let mut out = String::from(
            "| locale | complete | units | current | stale | missing | unverified | invalid | obsolete |\n\
             |---|---:|---:|---:|---:|---:|---:|---:|---:|\n",
        );
        let row = |out: &mut String, name: &str, figures: &Figures| {
            let _ = writeln!(
                out,
                "| {} | {} | {} | {} | {} | {} | {} | {} | {} |",
                visible(name).replace('|', "\\|").replace('<', "&lt;"),
                complete(figures).unwrap_or_else(|| "–".to_owned()),
                figures.units,
                figures.current,
                figures.stale,
                figures.missing,
                figures.unverified,
                figures.invalid,
                figures.obsolete
            );
        };
        for locale in &self.locales {
            row(&mut out, &locale.locale, &locale.figures);
        }
        for locale in &self.locales {
            let open: Vec<_> = locale.documents.iter().filter(|document| !document.complete()).collect();
            if open.is_empty() {
                continue;
            }
            let _ = write!(
                out,
                "\n**{}**\n\n| document | complete | units | current | stale | missing | unverified | invalid | obsolete |\n\
                 |---|---:|---:|---:|---:|---:|---:|---:|---:|\n",
                locale.locale
            );
            for document in open {
                row(&mut out, &document.document, &document.figures);
            }
        }
        for one in &self.unreadable {
            let _ = write!(out, "\n{}: {}. It can't be read.\n", how_counted(one), code(&one.file));
        }
        out
    }

    /// The report for a terminal: locales, and the documents that are not complete. Listed units have a line each, with
    /// the address that other commands take.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn table(&self, style: &Style, to: &mut dyn Write) -> io::Result<()> {
        let names = self
            .locales
            .iter()
            .flat_map(|locale| {
                let documents = locale.documents.iter().filter(|document| document.has_row());
                std::iter::once(locale.locale.width())
                    .chain(documents.map(|document| visible(&document.document).width() + 2))
            })
            .chain(["locale".len()])
            .max()
            .unwrap_or(0);
        let mut out = format!(
            "{}{}\n",
            pad("locale", names),
            "                      units  current  stale  missing  unverified  invalid  obsolete"
        );
        for locale in &self.locales {
            row(&mut out, style, &locale.locale, names, &locale.figures, true);
            if !locale.released {
                out.truncate(out.trim_end().len());
                out.push_str("  not released\n");
            }
            let complete = locale.documents.iter().filter(|document| !document.has_row()).count();
            for document in locale.documents.iter().filter(|document| document.has_row()) {
                let name = format!("  {}", visible(&document.document));
                row(&mut out, style, &name, names, &document.figures, false);
                for unit in document.list.iter().flat_map(UnitList::units) {
                    let state = state_in_words(unit.state);
                    let place = unit.address.map_or_else(|| "–".to_owned(), |address| address.to_string());
                    let address = format!("{}#{}", document.document, unit.id);
                    let _ = writeln!(out, "      {}  {state}  {}", visible(&address), visible(&place));
                    if out.len() >= PIECE {
                        to.write_all(out.as_bytes())?;
                        out.clear();
                    }
                }
            }
            if complete > 0 && complete < locale.documents.len() {
                let s = if complete == 1 { "document is" } else { "documents are" };
                let _ = writeln!(out, "  {}{complete} other {s} complete{}", style.dim, style.reset);
            }
        }
        for one in &self.unreadable {
            let _ = writeln!(out, "{}: {}. It can't be read.", how_counted(one), visible(&one.file));
        }
        to.write_all(out.as_bytes())
    }
}

/// A line of the table for a terminal: a locale (`strong`), or one of its documents.
fn row(out: &mut String, style: &Style, name: &str, width: usize, figures: &Figures, strong: bool) {
    let percent = figures.percent_current();
    let full = if figures.units == 0 { 0 } else { percent / 10 };
    let shown = complete(figures).unwrap_or_else(|| "–  ".to_owned());
    let colour = match percent {
        _ if figures.units == 0 => style.dim,
        100 => style.good,
        60.. => style.fair,
        _ => style.bad,
    };
    let (bold, reset) = if strong { (style.bold, style.reset) } else { ("", "") };
    let number = |count: usize, width: usize, colour: &str| match count {
        0 => format!("{}{:>width$}{}", style.dim, "·", style.reset),
        _ => format!("{colour}{count:>width$}{}", if colour.is_empty() { "" } else { style.reset }),
    };
    let _ = writeln!(
        out,
        "{bold}{}{reset}  {colour}{}{}{} {shown:>5}  {:>6}  {}  {}  {}  {}  {}  {}",
        pad(name, width),
        "█".repeat(full),
        "░".repeat(10 - full),
        style.reset,
        figures.units,
        number(figures.current, 7, ""),
        number(figures.stale, 5, style.fair),
        number(figures.missing, 7, style.bad),
        number(figures.unverified, 10, style.fair),
        number(figures.invalid, 7, style.bad),
        number(figures.obsolete, 8, ""),
    );
}

impl DocumentStatus {
    /// Whether it has a row of the table: what is complete is counted, as long as nobody asks for its units.
    fn has_row(&self) -> bool {
        self.list.is_some() || !self.complete()
    }

    fn complete(&self) -> bool {
        self.figures.current == self.figures.units && self.figures.obsolete == 0
    }
}

/// Per cent of the units that are current; of none, nothing can be said.
fn complete(figures: &Figures) -> Option<String> {
    (figures.units > 0).then(|| format!("{} %", figures.percent_current()))
}

fn how_counted(unreadable: &Unread) -> &'static str {
    if unreadable.locale.is_some() { "Counted as missing" } else { "Not counted" }
}

fn pad(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}
