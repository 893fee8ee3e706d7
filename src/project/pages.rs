//! Every document of the project with today's units, one after another.
//!
//! Each file is read once. A document that says what its source catalog says is handed to the visitor
//! and forgotten, so that memory does not grow with the project; those that differ are kept, tracked
//! together (a sentence can only move among them), and visited last.

mod changed;
mod read;

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{CatalogFile as ListedCatalog, DocumentFile, FileError, FileProblem, Project, Survey};
use crate::catalog::{Catalog, Message};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::document::Segment;
use crate::segment::{self, Rules};
use crate::text::{LineIndex, Locale, hash, normal};
use crate::unit::page::strays;
use crate::unit::track::Tracked;
use crate::unit::{CatalogFile, Page};
use changed::Rest;
use read::{Loaded, Reader};

/// What the visits gave, and what is known of the whole project after them.
pub struct Visited<R> {
    /// What the visitor gave for each page, sorted by its name.
    pub rows: Vec<(String, R)>,
    /// Which document each of today's units lives in.
    pub homes: Homes,
}

/// Which document each of today's units lives in.
#[derive(Default)]
pub struct Homes {
    /// The documents, each with the hashes of its ids.
    documents: Vec<(String, Vec<u64>)>,
    /// Hash of the id → index in `documents`: made when somebody asks, which is seldom. Two ids of one hash would be a
    /// mistake of one finding in 2⁶⁴.
    of_ids: OnceLock<FxHashMap<u64, u32>>,
}

impl Homes {
    /// The document that a unit lives in today.
    pub fn document_of(&self, id: &str) -> Option<&str> {
        let homes = self.of_ids.get_or_init(|| {
            let documents = (0..).zip(&self.documents);
            documents.flat_map(|(at, (_, ids))| ids.iter().map(move |&id| (id, at))).collect()
        });
        homes.get(&hash(id)).map(|&at| self.documents[at as usize].0.as_str())
    }
}

/// What is remembered of a page that was visited at once.
struct Trace {
    /// Hashes of today's ids.
    ids: Vec<u64>,
    /// The obsolete units of its target catalogs.
    obsolete: Vec<ObsoleteTrace>,
}

/// What is remembered of an obsolete unit: hashes of its id, and of the normal form of its French.
struct ObsoleteTrace {
    id: u64,
    french: Option<u64>,
    is_worked_on: bool,
}

enum Step<'s, R> {
    Done(R, Trace),
    Later(Box<Loaded<'s>>),
    /// Its source catalog can't be read, which the survey has told.
    Refused,
    Unreadable(FileError),
    UnreadableSource(FileError),
}

impl Project {
    /// Visits every document, and every name that has catalogs but no document. `locales` are those whose
    /// catalogs the visitor sees. What can't be read is noted in `survey`, and not visited.
    pub fn visit<R: Send>(
        &self,
        survey: &mut Survey,
        rules: &Rules,
        locales: &[Locale],
        visit: impl Fn(&Page<'_>) -> R + Sync,
    ) -> Visited<R> {
        let listed: FxHashMap<(&Locale, &str), &ListedCatalog> = survey
            .catalogs
            .iter()
            .filter(|catalog| !catalog.shared)
            .map(|catalog| ((&catalog.locale, catalog.name.as_str()), catalog))
            .collect();
        let names = names_of(survey);
        let refused = Mutex::new(BTreeMap::new());
        let reader = Reader { project: self, survey, rules, locales, listed: &listed, refused: &refused };
        let steps: Vec<Step<'_, R>> =
            names.par_iter().map(|&(name, file)| reader.step(name, file, &visit)).collect();

        let mut errors: Vec<(String, bool, FileError)> = Vec::new();
        let mut rows = Vec::new();
        let mut homes = Homes::default();
        let mut obsolete: Vec<u64> = Vec::new();
        let mut later = Vec::new();
        let recalled = reader.recalled(&names, &steps);
        for ((name, file), step) in names.iter().zip(steps) {
            let step = match step {
                Step::Done(..) if recalled.contains(name) => reader.load(name, *file),
                step => step,
            };
            match step {
                Step::Done(row, trace) => {
                    obsolete.extend(trace.obsolete.iter().map(|unit| unit.id));
                    homes.documents.push(((*name).to_owned(), trace.ids));
                    rows.push(((*name).to_owned(), row));
                }
                Step::Later(loaded) => later.push(loaded),
                Step::Refused => {}
                Step::Unreadable(error) => errors.push(((*name).to_owned(), true, error)),
                Step::UnreadableSource(error) => errors.push(((*name).to_owned(), false, error)),
            }
        }
        if !later.is_empty() {
            let lives = homes.documents.iter().flat_map(|(_, ids)| ids).copied().collect();
            let taken = obsolete.into_iter().collect();
            let elsewhere = Rest { taken, lives, obsolete: FxHashMap::default() };
            rows.extend(reader.changed(&later, elsewhere, &mut homes, &visit));
            rows.sort_by(|a, b| a.0.cmp(&b.0));
        }
        drop(later);
        drop(listed);
        // In their own order, whichever thread met them first.
        for ((locale, name), error) in refused.into_inner().unwrap_or_else(PoisonError::into_inner) {
            survey.add_unreadable_catalog(&locale, &name, error);
        }
        for (name, is_document, error) in errors {
            if is_document {
                survey.add_unreadable_document(&name, error);
            } else {
                survey.add_unreadable_catalog(&self.config.source, &name, error);
            }
        }
        Visited { rows, homes }
    }
}

/// The names of all documents and of all catalogs without one, sorted; not of unreadable ones.
fn names_of(survey: &Survey) -> Vec<(&str, Option<&DocumentFile>)> {
    let mut names: Vec<(&str, Option<&DocumentFile>)> =
        survey.documents.iter().map(|document| (document.name.as_str(), Some(document))).collect();
    let known: FxHashSet<&str> = names.iter().map(|(name, _)| *name).collect();
    names.extend(
        survey
            .catalogs
            .iter()
            .filter(|catalog| !catalog.shared && !known.contains(catalog.name.as_str()))
            .filter(|catalog| !survey.is_unreadable(&catalog.name))
            .map(|catalog| (catalog.name.as_str(), None)),
    );
    names.sort_by_key(|(name, _)| *name);
    names.dedup_by_key(|(name, _)| *name);
    names
}

impl<'s> Reader<'s> {
    /// Reads a document and its source catalog; visits it if they agree.
    fn step<R>(
        &self,
        name: &'s str,
        file: Option<&'s DocumentFile>,
        visit: &(impl Fn(&Page<'_>) -> R + Sync),
    ) -> Step<'s, R> {
        let (text, source) = match self.read_page(name, file) {
            Ok(read) => read,
            Err(step) => return step,
        };
        let mut parsed = self.parse(file, &text);
        // A document that is translated into no locale has no units, and its catalogs stay as they are.
        let rests = file.is_some_and(|file| {
            let targets = &self.project.config.targets;
            !targets.iter().any(|locale| self.project.config.in_scope(locale, &file.path, &parsed.settings))
        });
        let segments = if rests { Vec::new() } else { segment::segment(&parsed.document, self.rules) };
        let source_file = self.source_file(name, source.as_ref());
        let same = if rests { Some(Vec::new()) } else { same_units(&segments, &source_file.catalog) };
        let same = match (same, file) {
            (None, None) if source_file.catalog.is_foreign() => {
                let place = first_message(&source_file.catalog);
                parsed.findings.push(foreign(Diagnostic::new("unknown-unit", Severity::Error, "").at(place)));
                Some(Vec::new())
            }
            (None, Some(file)) if source_file.catalog.is_foreign() => {
                let problem = FileProblem::Foreign { document: file.file.clone() };
                return Step::UnreadableSource(FileError::new(&source_file.catalog.file, problem));
            }
            (same, _) => same,
        };
        if let Some(units) = same {
            let targets = self.targets(name, self.locales);
            let files = self.target_files(name, file, &parsed.settings, &targets, self.locales);
            let trace = trace(&units, &files);
            let page = Page {
                name,
                path: file.map(DocumentFile::paths),
                text: &text,
                document: &parsed.document,
                segments: &segments,
                units: &units,
                gone: &[],
                changed: false,
                source: &source_file,
                targets: &files.iter().collect::<Vec<_>>(),
                origins: &[],
                findings: &parsed.findings,
            };
            return Step::Done(visit(&page), trace);
        }
        drop(segments);
        drop(parsed);
        drop(source_file);
        let targets = self.targets(name, &self.project.config.targets);
        Step::Later(Box::new(Loaded { name, file, text, source, targets }))
    }
}

/// A finding about a message of a file that no document has and that holds no unit: what is said of the whole file.
pub fn foreign(finding: Diagnostic) -> Diagnostic {
    let message = "this file has no document, and none of its messages is a unit: it is left as it is";
    let told =
        Diagnostic { rule: "unknown-unit", severity: Severity::Error, message: message.into(), ..finding };
    told.help(
        "if it is another program's, move it out of the catalogs' folder; if catalogs refer to it, list it in \
         drogman.toml: project.shared; if its document has another name now, give the file that name",
    )
}

/// The first message of a source catalog, or the file where it has none.
fn first_message(catalog: &Catalog<'_>) -> Place {
    let first = catalog.units.first().and_then(|unit| unit.message.as_ref());
    match first {
        Some(message) => {
            let lines = LineIndex::new(catalog.text);
            let name = catalog.text[message.lines()].split([' ', '=']).next().unwrap_or_default();
            Place::span(&*catalog.file, &lines, &(message.lines().start..message.lines().start + name.len()))
        }
        None => Place::file(&*catalog.file),
    }
}

/// The units of a source catalog that says exactly what the document says.
fn same_units(segments: &[Segment<'_>], source: &Catalog<'_>) -> Option<Vec<Tracked>> {
    if source.conflicted || source.units.len() != segments.len() {
        return None;
    }
    segments
        .iter()
        .zip(&source.units)
        .map(|(segment, unit)| {
            let message = unit.message.as_ref().filter(|_| unit.more_messages().is_empty())?;
            says(source, message, segment.text).then(|| Tracked::same(unit.id))
        })
        .collect()
}

/// Whether a message is this sentence.
fn says(catalog: &Catalog<'_>, message: &Message<'_>, sentence: &str) -> bool {
    let value = &catalog.text[message.value()];
    // Without a brace a one-line pattern is its own text.
    if memchr::memchr2(b'{', b'\n', value.as_bytes()).is_none() {
        return value == sentence;
    }
    catalog.sentence(message).is_some_and(|text| text == sentence)
}

fn trace(units: &[Tracked], targets: &[CatalogFile<'_>]) -> Trace {
    let ids = units.iter().map(|unit| hash(&unit.id)).collect();
    let obsolete =
        targets.iter().flat_map(|target| strays(&target.catalog, units)).map(|unit| ObsoleteTrace {
            id: hash(unit.id),
            french: unit.french().next().map(|french| hash(&normal::typographic(french.text))),
            is_worked_on: unit.is_worked_on(),
        });
    Trace { ids, obsolete: obsolete.collect() }
}
