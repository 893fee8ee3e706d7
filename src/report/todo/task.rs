//! What is to do in a catalog: kept in little space, as there may be a million tasks, and told one at a time.

use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use crate::align::change::Reason;
use crate::catalog::edit::one_line;
use crate::document::BlockKind;
use crate::text::{ShortSpan, short};
use crate::unit::id::Id;
use crate::unit::sentences::Sentences;
use crate::unit::{Address, Page, State};

/// One unit that asks for a translator.
#[derive(Debug, Clone, Serialize)]
pub struct Task<'l> {
    /// Version of the JSON format.
    pub version: u32,
    /// The target locale.
    pub locale: &'l Arc<str>,
    /// The document's name.
    pub document: &'l str,
    /// The unit's id.
    pub unit: &'l Id,
    /// Where its sentence stands today (`monde/sommet:3.2`).
    pub address: Address<&'l str>,
    /// Missing, stale, unverified or invalid.
    pub state: State,
    /// `minor` or `major` if it is stale.
    pub change: Option<&'static str>,
    /// Why the change is what it is, gravest first.
    pub reasons: &'l [Reason],
    /// The kind of block.
    pub kind: &'static str,
    /// The catalog, relative to the project.
    pub file: &'l Arc<str>,
    /// The line to work on, from 1; none if the catalog has no such unit before the next `sync`.
    pub line: Option<usize>,
    /// Words of French to work on: all of them if it is new, else those that were added or changed.
    pub words: usize,
    /// Today's French.
    pub french: &'l str,
    /// The French that the translation renders, if it is known.
    pub renders: Option<&'l str>,
    /// The translation as it is in the catalog.
    pub translation: Option<&'l str>,
    /// A text that may fit.
    pub proposal: Option<&'l str>,
    /// Whether that says more than the sentence; told to people only.
    #[serde(skip)]
    pub is_of_more: bool,
    /// An obsolete unit that this may have been, or that was merged into it: its address, French and translation.
    pub candidate: Option<&'l Candidate>,
    /// The sentence before it.
    pub before: Option<&'l str>,
    /// The sentence after it.
    pub after: Option<&'l str>,
    /// The line to paste in place of the unit's own, once the translation is right.
    pub paste: Paste<&'l str>,
    /// What is wrong, for an invalid unit.
    pub problem: Option<&'l str>,
    /// Whether a merge left both versions in its catalog; told to people only.
    #[serde(skip)]
    pub conflicted: bool,
    /// Whether `accept --carry` can put what changed into the translation; told to people only.
    #[serde(skip)]
    pub carries: bool,
    /// Whether what may be its translation stands at it and is not read, for a slip; told to people only.
    #[serde(skip)]
    pub is_unread: bool,
}

impl<'l> Task<'l> {
    /// The French of which there is a translation, if today's is another one.
    pub fn former(&self) -> Option<&'l str> {
        let is_stale = matches!(self.state, State::Stale(_));
        self.renders.filter(|_| is_stale || self.is_unread && self.renders != Some(self.french))
    }
}

/// A `# fr:` line: the source locale and the French.
#[derive(Debug, Clone)]
pub struct Paste<T>(pub T, pub T);

impl<T: AsRef<str>> fmt::Display for Paste<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "# {}: {}", self.0.as_ref(), one_line(self.1.as_ref()))
    }
}

impl<T: AsRef<str>> Serialize for Paste<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// An obsolete unit whose translation may serve.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// Its address (`monde/sommet#sommet-p2w7xk`).
    pub address: String,
    /// Its French.
    pub french: String,
    /// Its translation.
    pub translation: String,
}

/// What the tasks of a document in one locale are kept in, in the order of its sentences.
#[derive(Debug)]
pub struct TaskList {
    source: Arc<str>,
    locale: Arc<str>,
    document: Arc<str>,
    file: Arc<str>,
    sentences: Sentences,
    /// The sentences of the tasks and those beside them, each once.
    spans: Vec<ShortSpan>,
    tasks: Vec<Kept>,
}

/// A task as it is kept.
#[derive(Debug)]
struct Kept {
    id: Id,
    /// Block and sentence, from 1.
    position: (u32, u32),
    /// Which of the spans is its sentence; until they are there, which sentence of the page.
    sentence: u32,
    words: u32,
    /// From 1; 0 if there is none.
    line: u32,
    state: State,
    kind: BlockKind,
    /// Whether the line in its catalog says today's French already.
    renders_today: bool,
    carries: bool,
    is_unread: bool,
    more: Option<Box<More>>,
}

/// What a catalog has of a unit: nothing, for most of those that nobody has begun.
#[derive(Debug, Default, PartialEq)]
pub struct More {
    /// The catalog, if it is not that of the document.
    pub file: Option<Arc<str>>,
    /// Why the change is what it is, gravest first.
    pub reasons: Box<[Reason]>,
    /// Whether a merge left both versions in it.
    pub conflicted: bool,
    /// The French that the translation renders, if it is known and not today's.
    pub renders: Option<Box<str>>,
    /// The translation as it is in the catalog.
    pub translation: Option<Box<str>>,
    /// A text that may fit.
    pub proposal: Option<Box<str>>,
    /// Whether that says more than the sentence.
    pub is_of_more: bool,
    /// An obsolete unit that this may have been, or that was merged into it.
    pub candidate: Option<Box<Candidate>>,
    /// What is wrong, for an invalid unit.
    pub problem: Option<Box<str>>,
}

/// What is told of a unit beside what its catalog has of it.
#[derive(Debug, Clone)]
pub struct Facts {
    /// The unit, by its place in the page.
    pub at: usize,
    /// Its block and its place in that, both from 1.
    pub position: (usize, usize),
    /// Its state.
    pub state: State,
    /// Its line, from 1.
    pub line: Option<usize>,
    /// Words of French to work on.
    pub words: usize,
    /// Whether the line in its catalog says today's French already.
    pub renders_today: bool,
    /// Whether `accept --carry` can put what changed into the translation.
    pub carries: bool,
    /// Whether what may be its translation stands at it and is not read.
    pub is_unread: bool,
}

impl TaskList {
    /// A list of up to `count` tasks of a page in one of its locales: see [`TaskList::finish`].
    pub fn new(page: &Page<'_>, locale: usize, count: usize) -> Self {
        let own = page.targets[locale];
        TaskList {
            source: own.catalog.source_locale.as_str().into(),
            locale: own.locale.as_str().into(),
            document: page.name.into(),
            file: Arc::clone(&own.catalog.file),
            sentences: Sentences::default(),
            spans: Vec::new(),
            tasks: Vec::with_capacity(count),
        }
    }

    /// Adds a task, which stands behind those that are there.
    pub fn push(&mut self, page: &Page<'_>, facts: &Facts, more: More) {
        self.tasks.push(Kept {
            id: page.units[facts.at].id.clone(),
            position: (short(facts.position.0), short(facts.position.1)),
            sentence: short(facts.at),
            words: short(facts.words),
            line: short(facts.line.unwrap_or(0)),
            state: facts.state,
            kind: page.document.blocks[page.segments[facts.at].block()].kind,
            renders_today: facts.renders_today,
            carries: facts.carries,
            is_unread: facts.is_unread,
            more: (more != More::default()).then(|| Box::new(more)),
        });
    }

    /// Offers an obsolete unit for the one at this place in the page, if that is a task.
    pub fn offer(&mut self, at: usize, candidate: Candidate) {
        if let Ok(place) = self.tasks.binary_search_by_key(&at, |kept| kept.sentence as usize) {
            self.tasks[place].more.get_or_insert_default().candidate = Some(Box::new(candidate));
        }
    }

    /// Takes the sentences of the tasks, and those beside them, from the page: all tasks are there.
    pub fn finish(&mut self, page: &Page<'_>) {
        self.tasks.shrink_to_fit();
        self.sentences = Sentences::of(page, self.tasks.len());
        self.spans.reserve(page.segments.len().min(3 * self.tasks.len()));
        let mut kept_to = 0;
        for kept in &mut self.tasks {
            let at = kept.sentence as usize;
            let beside = at.saturating_sub(1)..(at + 2).min(page.segments.len());
            for segment in beside.start.max(kept_to)..beside.end {
                self.spans.push(self.sentences.keep(page.segments[segment].text));
            }
            kept_to = beside.end;
            kept.sentence = short(self.spans.len() - (beside.end - at));
        }
    }

    /// How many tasks there are.
    pub fn len(&self) -> usize {
        self.tasks.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.tasks.is_empty()
    }

    /// The locale.
    pub fn locale(&self) -> &Arc<str> {
        &self.locale
    }

    /// The name of the document.
    pub fn document(&self) -> &str {
        &self.document
    }

    /// The tasks.
    pub fn tasks(&self) -> impl Iterator<Item = Task<'_>> {
        self.tasks.iter().map(|kept| self.task(kept))
    }

    fn task<'l>(&'l self, kept: &'l Kept) -> Task<'l> {
        let more = kept.more.as_deref();
        let sentence = |at: usize| self.spans.get(at).map(|&span| self.sentences.get(span));
        let at = kept.sentence as usize;
        let french = sentence(at).unwrap_or_default();
        Task {
            version: 1,
            locale: &self.locale,
            document: &self.document,
            unit: &kept.id,
            address: Address(&self.document, (kept.position.0 as usize, kept.position.1 as usize)),
            state: kept.state,
            change: kept.state.change(),
            reasons: more.map(|more| &*more.reasons).unwrap_or_default(),
            kind: kept.kind.as_str(),
            file: more.and_then(|more| more.file.as_ref()).unwrap_or(&self.file),
            line: (kept.line > 0).then_some(kept.line as usize),
            words: kept.words as usize,
            french,
            renders: match kept.renders_today {
                true => Some(french),
                false => more.and_then(|more| more.renders.as_deref()),
            },
            translation: more.and_then(|more| more.translation.as_deref()),
            proposal: more.and_then(|more| more.proposal.as_deref()),
            is_of_more: more.is_some_and(|more| more.is_of_more),
            candidate: more.and_then(|more| more.candidate.as_deref()),
            // Those beside it are kept beside it; behind the last one of the page nothing is kept.
            before: at.checked_sub(1).and_then(sentence),
            after: sentence(at + 1),
            paste: Paste(&self.source, french),
            problem: more.and_then(|more| more.problem.as_deref()),
            conflicted: more.is_some_and(|more| more.conflicted),
            carries: kept.carries,
            is_unread: kept.is_unread,
        }
    }
}
