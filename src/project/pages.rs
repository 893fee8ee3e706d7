//! Every document of the project with today's units, one after another.
//!
//! Each file is read once. A document that says what its source catalog says is handed to the visitor
//! and forgotten, so that memory does not grow with the project; those that differ are kept, tracked
//! together (a sentence can only move among them), and visited last.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::{CatalogFile as ListedCatalog, DocumentFile, FileError, FileProblem, Project, Survey};
use crate::align::Sentence;
use crate::catalog::{self, Catalog, Message};
use crate::config::PageSettings;
use crate::diagnostic::Diagnostic;
use crate::document::{self, BlockKind, Document, Format, Segment};
use crate::segment::{self, Rules};
use crate::text::{LineColumn, Locale, hash, normal};
use crate::unit::track::{self, Elsewhere, Former, Outcome, Remembered, Tracked};
use crate::unit::{CatalogFile, Page, Presence};

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
    /// Hash of the id → index in `names`. Two ids of one hash would be a mistake of one finding in 2⁶⁴.
    documents: FxHashMap<u64, u32>,
    names: Vec<String>,
}

impl Homes {
    /// The document that a unit lives in today.
    pub fn document_of(&self, id: &str) -> Option<&str> {
        self.documents.get(&hash(id)).map(|&at| self.names[at as usize].as_str())
    }
}

/// A page before it is known which unit each sentence is.
struct Loaded<'s> {
    name: &'s str,
    file: Option<&'s DocumentFile>,
    text: Arc<String>,
    source: Option<Arc<String>>,
    targets: Vec<CatalogText>,
}

/// The texts of a document and of its source catalog, if there is one.
type Texts = (Arc<String>, Option<Arc<String>>);

/// The text of a catalog, if it could be read.
type CatalogText = (Option<Arc<String>>, Presence);

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
        let mut elsewhere =
            Rest { taken: FxHashSet::default(), lives: FxHashSet::default(), obsolete: FxHashMap::default() };
        let mut later = Vec::new();
        let recalled = reader.recalled(&names, &steps);
        for ((name, file), step) in names.iter().zip(steps) {
            let step = match step {
                Step::Done(..) if recalled.contains(name) => reader.load(name, *file),
                step => step,
            };
            match step {
                Step::Done(row, trace) => {
                    homes.add(name, trace.ids.iter().copied());
                    elsewhere.taken.extend(&trace.ids);
                    elsewhere.lives.extend(&trace.ids);
                    elsewhere.taken.extend(trace.obsolete.iter().map(|unit| unit.id));
                    rows.push(((*name).to_owned(), row));
                }
                Step::Later(loaded) => later.push(loaded),
                Step::Refused => {}
                Step::Unreadable(error) => errors.push(((*name).to_owned(), true, error)),
                Step::UnreadableSource(error) => errors.push(((*name).to_owned(), false, error)),
            }
        }
        if !later.is_empty() {
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

struct Reader<'s> {
    project: &'s Project,
    survey: &'s Survey,
    rules: &'s Rules,
    locales: &'s [Locale],
    listed: &'s FxHashMap<(&'s Locale, &'s str), &'s ListedCatalog>,
    /// Target catalogs that turned out to be no text.
    refused: &'s Mutex<BTreeMap<(Locale, String), FileError>>,
}

impl<'s> Reader<'s> {
    /// Reads a document and its source catalog.
    fn read_page<R>(&self, name: &str, file: Option<&DocumentFile>) -> Result<Texts, Step<'s, R>> {
        let text = file.map(|file| self.project.read(&file.file)).transpose();
        let text = text.map_err(Step::Unreadable)?.unwrap_or_default();
        if let (Some(file), Some(line)) = (file, document::conflict(&text)) {
            let at = LineColumn { line, column: 1 };
            return Err(Step::Unreadable(FileError::new(&file.file, FileProblem::Conflict { at })));
        }
        match self.read(&self.project.config.source, name) {
            Ok((source, Presence::Read | Presence::Absent)) => Ok((Arc::new(text), source)),
            Ok((_, Presence::Unreadable)) => Err(Step::Refused),
            Err(error) => Err(Step::UnreadableSource(error)),
        }
    }

    /// Reads a page that is to be tracked with others.
    fn load<R>(&self, name: &'s str, file: Option<&'s DocumentFile>) -> Step<'s, R> {
        match self.read_page(name, file) {
            Ok((text, source)) => {
                let targets = self.targets(name, &self.project.config.targets);
                Step::Later(Box::new(Loaded { name, file, text, source, targets }))
            }
            Err(step) => step,
        }
    }

    /// The pages that did not change, but hold an obsolete unit of which the sentence came back in one that
    /// did: they are to be tracked with these, so that it is found. It is known by its id too: a catalog of it
    /// may have lost the French, and a run that was cut short may have brought another one over already.
    fn recalled<R>(
        &self,
        names: &[(&'s str, Option<&'s DocumentFile>)],
        steps: &[Step<'s, R>],
    ) -> FxHashSet<&'s str> {
        let mut homes: FxHashMap<u64, Vec<&'s str>> = FxHashMap::default();
        let mut by_french: FxHashMap<u64, Vec<u64>> = FxHashMap::default();
        for ((name, _), step) in names.iter().zip(steps) {
            if let Step::Done(_, trace) = step {
                for unit in &trace.obsolete {
                    homes.entry(unit.id).or_default().push(name);
                    if let Some(french) = unit.french {
                        by_french.entry(french).or_default().push(unit.id);
                    }
                }
            }
        }
        if homes.is_empty() {
            return FxHashSet::default();
        }
        // The texts that came, of obsolete units, and the ids of such units that did. The units of a text are looked
        // up once for the project: many documents may have the same sentence, and many obsolete units.
        let came = |loaded: &Loaded<'_>| -> [FxHashSet<u64>; 2] {
            let parsed = self.parse(loaded.file, &loaded.text);
            let source = self.source_file(loaded.name, loaded.source.as_ref());
            let known: FxHashSet<u64> =
                former(&source.catalog).iter().map(|unit| hash(&normal::typographic(&unit.french))).collect();
            let segments = segment::segment(&parsed.document, self.rules);
            let today = segments.iter().map(|segment| hash(&normal::typographic(segment.text)));
            let texts = today.filter(|text| !known.contains(text) && by_french.contains_key(text)).collect();
            let mut ids = FxHashSet::default();
            let targets = &self.project.config.targets;
            for target in
                self.target_files(loaded.name, loaded.file, &parsed.settings, &loaded.targets, targets)
            {
                let arrived =
                    target.catalog.units.iter().filter(|unit| source.catalog.unit(unit.id).is_none());
                ids.extend(arrived.map(|unit| hash(unit.id)).filter(|id| homes.contains_key(id)));
            }
            [texts, ids]
        };
        let changed: Vec<&Loaded<'_>> = steps
            .iter()
            .filter_map(|step| match step {
                Step::Later(loaded) => Some(&**loaded),
                _ => None,
            })
            .collect();
        let came: Vec<[FxHashSet<u64>; 2]> = changed.into_par_iter().map(came).collect();
        let texts: FxHashSet<u64> = came.iter().flat_map(|[texts, _]| texts).copied().collect();
        let mut ids: FxHashSet<u64> = came.iter().flat_map(|[_, ids]| ids).copied().collect();
        ids.extend(texts.iter().flat_map(|text| &by_french[text]));
        ids.iter().flat_map(|id| &homes[id]).copied().collect()
    }

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
        let parsed = self.parse(file, &text);
        // A document that is translated into no locale has no units, and its catalogs stay as they are.
        let rests = file.is_some_and(|file| {
            let targets = &self.project.config.targets;
            !targets.iter().any(|locale| self.project.config.in_scope(locale, &file.path, &parsed.settings))
        });
        let segments = if rests { Vec::new() } else { segment::segment(&parsed.document, self.rules) };
        let source_file = self.source_file(name, source.as_ref());
        let same = if rests { Some(Vec::new()) } else { same_units(&segments, &source_file.catalog) };
        if let Some(units) = same {
            let targets = self.targets(name, self.locales);
            let files = self.target_files(name, file, &parsed.settings, &targets, self.locales);
            let trace = trace(&units, &files);
            let outcome = Outcome { units, gone: Vec::new() };
            let files: Vec<&CatalogFile<'_>> = files.iter().collect();
            let laid =
                page(name, file, &text, &parsed, &segments, &outcome, false, &source_file, &files, &[]);
            return Step::Done(visit(&laid), trace);
        }
        drop(segments);
        drop(parsed);
        drop(source_file);
        let targets = self.targets(name, &self.project.config.targets);
        Step::Later(Box::new(Loaded { name, file, text, source, targets }))
    }

    /// Tracks and visits the pages that differ from their source catalogs.
    fn changed<R: Send>(
        &self,
        later: &[Box<Loaded<'s>>],
        mut elsewhere: Rest,
        homes: &mut Homes,
        visit: &(impl Fn(&Page<'_>) -> R + Sync),
    ) -> Vec<(String, R)> {
        let config = &self.project.config;
        let parsed: Vec<Parsed<'_>> =
            later.par_iter().map(|loaded| self.parse(loaded.file, &loaded.text)).collect();
        let read: Vec<(Vec<Segment<'_>>, CatalogFile<'_>, Vec<CatalogFile<'_>>)> = later
            .par_iter()
            .zip(&parsed)
            .map(|(loaded, parsed)| {
                let segments = segment::segment(&parsed.document, self.rules);
                let source = self.source_file(loaded.name, loaded.source.as_ref());
                let targets = self.target_files(
                    loaded.name,
                    loaded.file,
                    &parsed.settings,
                    &loaded.targets,
                    &config.targets,
                );
                (segments, source, targets)
            })
            .collect();
        for (loaded, (_, source, targets)) in later.iter().zip(&read) {
            elsewhere.taken.extend(source.catalog.units.iter().map(|unit| hash(unit.id)));
            // Catalogs of several locales have the same unit.
            let mut known: FxHashSet<(u64, &str)> = FxHashSet::default();
            for unit in targets.iter().flat_map(|target| &target.catalog.units) {
                elsewhere.taken.insert(hash(unit.id));
                if source.catalog.unit(unit.id).is_none()
                    && let Some(french) = unit.french().next()
                {
                    let text = hash(&normal::typographic(french.text));
                    if known.insert((text, unit.id)) {
                        let unit = (loaded.name.to_owned(), unit.id.to_owned());
                        elsewhere.obsolete.entry(text).or_default().push(unit);
                    }
                }
            }
        }
        let remembered: Vec<Remembered<'_>> = later
            .iter()
            .zip(&parsed)
            .zip(&read)
            .map(|((loaded, parsed), (segments, source, targets))| Remembered {
                name: loaded.name,
                today: sentences(&parsed.document, segments),
                former: former(&source.catalog),
                witness: targets.iter().flat_map(|target| witness(&target.catalog)).collect(),
            })
            .collect();
        let outcomes = track::track(&remembered, &elsewhere);
        drop((remembered, elsewhere));
        for (loaded, outcome) in later.iter().zip(&outcomes) {
            homes.add(loaded.name, outcome.units.iter().map(|unit| hash(&unit.id)));
        }
        let chosen: Vec<Vec<&CatalogFile<'_>>> = read
            .iter()
            .map(|(_, _, targets)| {
                let of = |locale| targets.iter().find(|target| target.locale == locale);
                self.locales.iter().filter_map(of).collect()
            })
            .collect();
        let by_name: FxHashMap<&str, usize> =
            later.iter().enumerate().map(|(at, loaded)| (loaded.name, at)).collect();
        (0..later.len())
            .into_par_iter()
            .map(|at| {
                let (loaded, (segments, source, _), outcome) = (&later[at], &read[at], &outcomes[at]);
                let from =
                    |unit: &Tracked| by_name.get(unit.from.as_deref()?).map(|&from| chosen[from].as_slice());
                let origins: Vec<_> = match outcome.units.iter().any(|unit| unit.from.is_some()) {
                    true => outcome.units.iter().map(from).collect(),
                    false => Vec::new(),
                };
                let targets = &chosen[at];
                let laid = page(
                    loaded.name,
                    loaded.file,
                    &loaded.text,
                    &parsed[at],
                    segments,
                    outcome,
                    true,
                    source,
                    targets,
                    &origins,
                );
                (loaded.name.to_owned(), visit(&laid))
            })
            .collect()
    }

    fn parse<'t>(&self, file: Option<&DocumentFile>, text: &'t str) -> Parsed<'t> {
        let config = &self.project.config;
        let options = document::Options { front_matter: config.documents.front_matter.clone() };
        let path = file.map_or("", |file| file.file.as_str());
        let format = Format::of_path(path).unwrap_or(Format::Plain);
        let (document, findings) = document::parse(format, path, text, &options);
        let settings = PageSettings {
            translate: document.front.translate(),
            locales: document.front.locales(),
            held: config.is_held(|key| document.front.value(key)),
        };
        Parsed { document, findings, settings }
    }

    fn targets(&self, name: &str, locales: &[Locale]) -> Vec<CatalogText> {
        let read = |locale| {
            self.read(locale, name).unwrap_or_else(|error| {
                let mut refused = self.refused.lock().unwrap_or_else(PoisonError::into_inner);
                refused.insert((Locale::clone(locale), name.to_owned()), error);
                (None, Presence::Unreadable)
            })
        };
        locales.iter().map(read).collect()
    }

    /// Reads a catalog, if it is there.
    fn read(&self, locale: &Locale, name: &str) -> Result<CatalogText, FileError> {
        if self.survey.is_unreadable_catalog(locale, name) {
            return Ok((None, Presence::Unreadable));
        }
        match self.listed.get(&(locale, name)) {
            None => Ok((None, Presence::Absent)),
            Some(listed) => {
                self.project.read(&listed.file).map(|text| (Some(Arc::new(text)), Presence::Read))
            }
        }
    }
}

impl<'s> Reader<'s> {
    fn source_file<'t>(&self, name: &str, text: Option<&'t Arc<String>>) -> CatalogFile<'t>
    where
        's: 't,
    {
        let presence = if text.is_some() { Presence::Read } else { Presence::Absent };
        self.catalog(&self.project.config.source, name, text, presence, true)
    }

    fn target_files<'t>(
        &self,
        name: &str,
        file: Option<&DocumentFile>,
        settings: &PageSettings,
        texts: &'t [CatalogText],
        locales: &'s [Locale],
    ) -> Vec<CatalogFile<'t>>
    where
        's: 't,
    {
        locales
            .iter()
            .zip(texts)
            .map(|(locale, (text, presence))| {
                let in_scope =
                    file.is_some_and(|file| self.project.config.in_scope(locale, &file.path, settings));
                self.catalog(locale, name, text.as_ref(), *presence, in_scope)
            })
            .collect()
    }

    fn catalog<'t>(
        &self,
        locale: &'s Locale,
        name: &str,
        text: Option<&'t Arc<String>>,
        presence: Presence,
        in_scope: bool,
    ) -> CatalogFile<'t>
    where
        's: 't,
    {
        let config = &self.project.config;
        let file = config.catalog_path(locale, name);
        let (catalog, findings) =
            catalog::read(&file, text.map_or("", |text| text.as_str()), config.source.as_str());
        CatalogFile { locale, catalog, text, findings, presence, in_scope }
    }
}

/// A document as it was parsed.
struct Parsed<'t> {
    document: Document<'t>,
    findings: Vec<Diagnostic>,
    settings: PageSettings,
}

#[expect(clippy::too_many_arguments, reason = "it only lays values together")]
fn page<'a>(
    name: &'a str,
    file: Option<&'a DocumentFile>,
    text: &'a Arc<String>,
    parsed: &'a Parsed<'a>,
    segments: &'a [Segment<'a>],
    outcome: &'a Outcome,
    changed: bool,
    source: &'a CatalogFile<'a>,
    targets: &'a [&'a CatalogFile<'a>],
    origins: &'a [Option<&'a [&'a CatalogFile<'a>]>],
) -> Page<'a> {
    Page {
        name,
        path: file.map(|file| (file.path.as_str(), file.file.as_str())),
        text,
        document: &parsed.document,
        segments,
        units: &outcome.units,
        gone: &outcome.gone,
        changed,
        source,
        targets,
        origins,
        findings: &parsed.findings,
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
            let message = unit.message.as_ref().filter(|_| unit.more_messages.is_empty())?;
            says(source, message, segment.text).then(|| Tracked::same(unit.id))
        })
        .collect()
}

/// Whether a message is this sentence.
fn says(catalog: &Catalog<'_>, message: &Message<'_>, sentence: &str) -> bool {
    let value = &catalog.text[message.value.clone()];
    // Without a brace a one-line pattern is its own text.
    if memchr::memchr2(b'{', b'\n', value.as_bytes()).is_none() {
        return value == sentence;
    }
    catalog.sentence(message).is_some_and(|text| text == sentence)
}

fn trace(units: &[Tracked], targets: &[CatalogFile<'_>]) -> Trace {
    let ids = units.iter().map(|unit| hash(&unit.id)).collect();
    let mut obsolete = Vec::new();
    for target in targets {
        let catalog = &target.catalog;
        let known = units.iter().filter(|unit| catalog.unit(&unit.id).is_some()).count();
        if known == catalog.units.len() {
            continue;
        }
        let today: FxHashSet<&str> = units.iter().map(|unit| unit.id.as_str()).collect();
        let gone = catalog.units.iter().filter(|unit| !today.contains(unit.id));
        obsolete.extend(gone.map(|unit| ObsoleteTrace {
            id: hash(unit.id),
            french: unit.french().next().map(|french| hash(&normal::typographic(french.text))),
        }));
    }
    Trace { ids, obsolete }
}

/// A document's sentences as the aligner sees them.
fn sentences<'a>(document: &Document<'a>, segments: &'a [Segment<'a>]) -> Vec<Sentence<'a>> {
    segments
        .iter()
        .map(|segment| Sentence {
            text: segment.text,
            block: Some(segment.block),
            heading: document.blocks[segment.block].kind == BlockKind::Heading,
        })
        .collect()
}

/// The units of a source catalog, in its order.
fn former<'a>(catalog: &'a Catalog<'a>) -> Vec<Former<'a>> {
    catalog
        .units
        .iter()
        .flat_map(|unit| {
            unit.message.iter().chain(&unit.more_messages).map(move |message| (unit.id, message))
        })
        .filter_map(|(id, message)| Some(Former { id, french: catalog.sentence(message)?, is_stub: false }))
        .collect()
}

/// The units of a target catalog with the French that they render.
fn witness<'a>(catalog: &'a Catalog<'_>) -> impl Iterator<Item = Former<'a>> {
    catalog.units.iter().filter_map(|unit| {
        let french = unit.french().next().filter(|french| !french.text.is_empty())?;
        Some(Former { id: unit.id, french: Cow::Borrowed(french.text), is_stub: unit.is_stub() })
    })
}

/// What the catalogs of the whole project know.
struct Rest {
    taken: FxHashSet<u64>,
    lives: FxHashSet<u64>,
    obsolete: FxHashMap<u64, Vec<(String, String)>>,
}

impl Elsewhere for Rest {
    fn taken(&self, id: &str) -> bool {
        self.taken.contains(&hash(id))
    }

    fn lives(&self, id: &str) -> bool {
        self.lives.contains(&hash(id))
    }

    fn obsolete(&self, normal: &str) -> Vec<(String, String)> {
        let mut found = self.obsolete.get(&hash(normal)).cloned().unwrap_or_default();
        found.sort();
        found
    }
}

impl Homes {
    fn add(&mut self, name: &str, ids: impl Iterator<Item = u64>) {
        let at = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.to_owned());
        self.documents.extend(ids.map(|id| (id, at)));
    }
}
