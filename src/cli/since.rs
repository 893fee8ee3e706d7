//! `--since REF`: what this branch did.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Context, Error, Kind};
use crate::catalog::{Catalog, is_identifier};
use crate::config::FILE_NAME;
use crate::project::{GitError, Kinds, Project};
use crate::report::plural;
use crate::segment::Rules;
use crate::text::{Locale, visible};
use crate::unit::Page;
use crate::unit::assess::Assessed;
use crate::unit::since::{Change, Then, changed_names, remember};

/// Where a branch began, and what it has changed since.
pub(super) struct Since {
    documents: BTreeSet<String>,
    files: BTreeSet<String>,
    then: Then,
    /// Names of shared files whose text is another, by locale.
    shared: BTreeMap<Locale, BTreeSet<String>>,
    /// The files that have changed, as they were; those that are new are missing.
    were: BTreeMap<String, FileWas>,
}

/// A file as it was.
struct FileWas {
    /// The locale whose catalog it was; none of a document.
    locale: Option<Locale>,
    /// How often each line stood in it.
    lines: FxHashMap<String, usize>,
}

/// Lines of a file, from 1, that did not stand in it.
#[derive(Default)]
pub(super) struct NewLines {
    /// They stood nowhere.
    pub(super) written: BTreeSet<usize>,
    /// They stood in another file of the kind, and have left it.
    pub(super) moved: BTreeSet<usize>,
}

/// The lines that have left the files that they stood in, by the locale of the catalog; of documents without one.
/// Where such a line stands now it was moved: with its unit or its whole page, or by hand.
pub(super) type MovedLines<'s> = BTreeMap<Option<&'s Locale>, FxHashSet<&'s str>>;

impl Since {
    /// Looks up `reference`; nothing without one.
    ///
    /// # Errors
    /// If git can't tell.
    pub(super) fn load(
        reference: Option<&str>,
        project: &Project,
        locales: &[Locale],
        context: &mut Context<'_>,
    ) -> Result<Option<Since>, Error> {
        let Some(reference) = reference else { return Ok(None) };
        let base = project.since(reference, locales)?;
        let mut since = Since {
            documents: base.documents.clone(),
            files: base.files.clone(),
            then: Then::default(),
            shared: BTreeMap::new(),
            were: BTreeMap::new(),
        };
        let Some(old) = &base.project else {
            context.progress(&format!("since {}: all is new; there was no project then", visible(reference)));
            return Ok(Some(since));
        };
        for file in &base.files {
            if let Ok(text) = old.read(file) {
                let mut lines: FxHashMap<String, usize> = FxHashMap::default();
                for line in text.lines() {
                    *lines.entry(said(line).into_owned()).or_default() += 1;
                }
                let locale = old.locale_of(file).cloned();
                since.were.insert(file.clone(), FileWas { locale, lines });
            }
        }
        let Ok(mut survey) = old.survey() else { return Ok(Some(since)) };
        let known: Vec<Locale> =
            locales.iter().filter(|locale| old.config.targets.contains(locale)).cloned().collect();
        let texts = old.shared_texts(&mut survey, &known);
        let shared = texts.read(old.config.source.as_str());
        let shared: Vec<Vec<&Catalog<'_>>> = shared.by_locale();
        if base.files.iter().any(|file| file.ends_with(".ftl")) {
            since.shared = changed_shared(project, &known, &shared);
        }
        if let Some(rules) = Rules::for_language(old.config.source.language(), &old.config.abbreviations) {
            // What could not be read on that day is as if it had not been there: all of it is new.
            let visited = old.visit(&mut survey, &rules, &known, |page| remember(page, &shared));
            since.then = Then::new(visited.rows.into_iter().flat_map(|(_, units)| units));
        }
        let changed = in_words(project.kinds(&base), base.files.contains(FILE_NAME));
        context.progress(&format!("since {}: {changed}", visible(reference)));
        Ok(Some(since))
    }

    /// Whether anything of a document may have changed.
    pub(super) fn touches(&self, document: &str) -> bool {
        self.documents.contains(document)
    }

    /// Whether anything of a document may read otherwise: itself has changed, or what it may refer to.
    pub(super) fn may_touch(&self, document: &str) -> bool {
        self.touches(document) || self.shared.values().any(|names| !names.is_empty())
    }

    /// Whether a file has changed.
    pub(super) fn has_changed(&self, file: &str) -> bool {
        self.files.contains(file)
    }

    /// The units as they were.
    pub(super) fn then(&self) -> &Then {
        &self.then
    }

    /// What has become of a unit; nothing if its document is as it was.
    pub(super) fn change(&self, page: &Page<'_>, at: usize, this: &Assessed<'_>) -> Option<Change> {
        let unit = &page.units[at];
        let touched = self.touches(page.name) || unit.from().is_some_and(|from| self.touches(from));
        let none = BTreeSet::new();
        let shared = self.shared.get(this.file.locale).unwrap_or(&none);
        let reference = (touched || !shared.is_empty()) && self.then.refers_to_changed(this, shared);
        let change = match touched {
            true => self.then.change(&unit.id, page.sentence(at), this),
            false => Change::default(),
        };
        Some(Change { reference, ..change }).filter(|change| change.any())
    }

    /// Whether a unit is to be looked at: always, without `--since`.
    pub(super) fn holds(this: Option<&Since>, page: &Page<'_>, at: usize, assessed: &Assessed<'_>) -> bool {
        this.is_none_or(|since| since.change(page, at, assessed).is_some())
    }

    /// Whether a unit without a sentence had one.
    pub(super) fn has_left(&self, id: &str) -> bool {
        self.then.unit(id).is_some_and(|was| was.sentence.is_some())
    }

    /// The lines of a file that did not stand in it. Of a line that stands in it more often than it did, the last
    /// ones are new.
    pub(super) fn new_lines(
        &self,
        file: &str,
        text: &str,
        project: &Project,
        moved: &MovedLines<'_>,
    ) -> NewLines {
        let mut new = NewLines::default();
        if !self.has_changed(file) {
            return new;
        }
        let mut known = self.were.get(file).map(|was| was.lines.clone()).unwrap_or_default();
        let moved = moved.get(&project.locale_of(file));
        for (at, line) in text.lines().map(said).enumerate() {
            match known.get_mut(&*line) {
                Some(count) if *count > 0 => *count -= 1,
                _ if moved.is_some_and(|lines| lines.contains(&*line)) => drop(new.moved.insert(at + 1)),
                _ => drop(new.written.insert(at + 1)),
            }
        }
        new
    }

    /// See [`MovedLines`]. Reads the files that have changed, as they are now.
    pub(super) fn moved_lines(&self, project: &Project) -> MovedLines<'_> {
        let mut moved = MovedLines::new();
        for (file, was) in &self.were {
            // What is gone, or can't be read any more, holds none of them.
            let text = project.read(file).unwrap_or_default();
            let mut now: FxHashMap<Cow<'_, str>, usize> = FxHashMap::default();
            for line in text.lines() {
                *now.entry(said(line)).or_default() += 1;
            }
            let left =
                was.lines.iter().filter(|(line, count)| now.get(line.as_str()).is_none_or(|now| now < count));
            moved.entry(was.locale.as_ref()).or_default().extend(left.map(|(line, _)| line.as_str()));
        }
        moved
    }
}

/// What a line says: not how it ends and, of the first one of a message, not how many spaces are round its sign.
fn said(line: &str) -> Cow<'_, str> {
    let line = line.trim_end();
    let Some((id, value)) = line.split_once('=') else { return Cow::Borrowed(line) };
    let (id, value) = (id.trim_end(), value.trim_start());
    let is_plain = line.strip_prefix(id).and_then(|rest| rest.strip_prefix(" = ")) == Some(value);
    match is_plain || !is_identifier(id) {
        true => Cow::Borrowed(line),
        false => Cow::Owned(format!("{id} = {value}")),
    }
}

/// `1 document and 3 catalogs have changed`.
fn in_words(kinds: Kinds, settings: bool) -> String {
    let counts = [(kinds.documents, "document"), (kinds.catalogs, "catalog"), (kinds.shared, "shared file")];
    let mut parts: Vec<String> =
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| plural(count, what)).collect();
    parts.extend(settings.then(|| FILE_NAME.to_owned()));
    let total = kinds.documents + kinds.catalogs + kinds.shared + usize::from(settings);
    let have = if total == 1 { "has" } else { "have" };
    match parts.as_slice() {
        [] => "no document and no catalog has changed".to_owned(),
        [one] => format!("{one} {have} changed"),
        [first @ .., last] => format!("{} and {last} have changed", first.join(", ")),
    }
}

/// The names of shared files whose text is another than in `then`, by locale.
fn changed_shared(
    project: &Project,
    locales: &[Locale],
    then: &[Vec<&Catalog<'_>>],
) -> BTreeMap<Locale, BTreeSet<String>> {
    // What can't be read is told by the command itself.
    let Ok(mut survey) = project.survey() else { return BTreeMap::new() };
    let texts = project.shared_texts(&mut survey, locales);
    let now = texts.read(project.config.source.as_str());
    let pairs = then.iter().zip(now.by_locale());
    locales.iter().cloned().zip(pairs.map(|(then, now)| changed_names(then, &now))).collect()
}

impl From<GitError> for Error {
    fn from(error: GitError) -> Self {
        let this = Error::new(Kind::File, error.to_string());
        match error.help() {
            Some(help) => this.help(help),
            None => this,
        }
    }
}
