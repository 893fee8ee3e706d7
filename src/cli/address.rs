//! Addresses on the command line: `monde/sommet#sommet-p2w7xk`, `monde/sommet:3.2`, a document, a folder of them, or an id.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::{FxHashMap, FxHashSet};

use super::renamed::whereabouts;
use super::{Context, Error};
use crate::catalog::is_identifier;
use crate::config::document_name;
use crate::project::{Homes, Names, Project, Survey};
use crate::text::{Locale, nearest, quoted, visible};
use crate::unit::Page;

/// A block and a sentence in it, from 1.
type Place = (usize, usize);

/// What an argument means.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Address {
    /// A unit by its id, in a document or wherever it is.
    Unit(Option<String>, String),
    /// A sentence by its place as of today: block and sentence, from 1.
    Place(String, Place),
    /// All units of a document, or of those in a folder; in one locale, where its catalogs name them.
    Documents(BTreeSet<String>, Option<Locale>),
}

/// The units that arguments name.
#[derive(Debug, Clone, Default)]
pub(super) struct Selection {
    wanted: Vec<(String, Address)>,
    /// Which of them name a unit, by its id.
    by_id: FxHashMap<String, Vec<usize>>,
    /// Which name a sentence by its place, by the document.
    by_place: FxHashMap<String, Vec<(Place, usize)>>,
    /// Which name a document.
    by_document: FxHashMap<String, Vec<usize>>,
    /// The documents of which they name something.
    touched: FxHashSet<String>,
    /// Whether one names a unit wherever it is.
    anywhere: bool,
    all: bool,
}

impl Selection {
    /// Every unit.
    pub(super) fn all() -> Self {
        Selection { all: true, ..Selection::default() }
    }

    /// Reads arguments. One that can't be an address of this project is reported, and the rest is kept.
    pub(super) fn parse(
        arguments: &[String],
        project: &Project,
        survey: &Survey,
        context: &mut Context<'_>,
    ) -> Self {
        let mut selection = Selection::default();
        let current = context.current.clone();
        let names = Names::new(survey, project, &current);
        for argument in arguments {
            match parse(argument, project, &names) {
                Some(address) => selection.add(argument, address),
                None if project.config.targets.iter().any(|locale| locale.as_str() == argument) => {
                    context.report(
                        Error::usage(format!("there is no unit or document `{}`", visible(argument))).help(
                            format!("a language is named by its option: --locale {}", visible(argument)),
                        ),
                    );
                }
                None => context.report(unknown(argument, project, survey, context)),
            }
        }
        selection
    }

    fn add(&mut self, argument: &str, address: Address) {
        let at = self.wanted.len();
        match &address {
            Address::Unit(document, id) => {
                self.by_id.entry(id.clone()).or_default().push(at);
                self.anywhere |= document.is_none();
                self.touched.extend(document.clone());
            }
            Address::Place(document, place) => {
                self.touched.insert(document.clone());
                self.by_place.entry(document.clone()).or_default().push((*place, at));
            }
            Address::Documents(documents, _) => {
                for document in documents {
                    self.touched.insert(document.clone());
                    self.by_document.entry(document.clone()).or_default().push(at);
                }
            }
        }
        self.wanted.push((argument.to_owned(), address));
    }

    /// Whether nothing is asked for, since no argument can be an address.
    pub(super) fn is_empty(&self) -> bool {
        !self.all && self.wanted.is_empty()
    }

    /// Whether documents are named, and no single sentence.
    pub(super) fn is_of_documents(&self) -> bool {
        self.wanted.iter().all(|(_, address)| matches!(address, Address::Documents(..)))
    }

    /// The arguments (their indices) that name the unit with this id at this place of a page; the place
    /// is none for a unit that no sentence has.
    pub(super) fn naming(&self, page: &Page<'_>, id: &str, place: Option<Place>) -> Vec<usize> {
        let is_here = |at: &&usize| match &self.wanted[**at].1 {
            Address::Unit(Some(document), _) => document == page.name,
            Address::Unit(None, _) | Address::Place(..) | Address::Documents(..) => true,
        };
        let by_id = self.by_id.get(id).into_iter().flatten().filter(is_here);
        let by_place = self.by_place.get(page.name).into_iter().flatten();
        let by_place = by_place.filter(|(wanted, _)| Some(*wanted) == place).map(|(_, at)| at);
        let by_document = self.by_document.get(page.name).into_iter().flatten();
        let mut all: Vec<usize> = by_id.chain(by_place).chain(by_document).copied().collect();
        all.sort_unstable();
        all
    }

    /// Whether the unit is asked for, by name or because all are.
    pub(super) fn holds(&self, page: &Page<'_>, id: &str, place: Option<Place>) -> bool {
        self.all || !self.naming(page, id, place).is_empty()
    }

    /// Whether an argument names this very unit, not just its document.
    pub(super) fn names_unit(&self, page: &Page<'_>, id: &str, place: Option<Place>) -> bool {
        self.naming(page, id, place).iter().any(|&at| !matches!(self.wanted[at].1, Address::Documents(..)))
    }

    /// Whether the unit is asked for in this locale, by name or because all are.
    pub(super) fn holds_in(&self, page: &Page<'_>, id: &str, place: Option<Place>, locale: &Locale) -> bool {
        let in_locale = |address: &Address| match address {
            Address::Documents(_, of) => of.as_ref().is_none_or(|of| of == locale),
            Address::Unit(..) | Address::Place(..) => true,
        };
        self.all || self.naming(page, id, place).iter().any(|&at| in_locale(&self.wanted[at].1))
    }

    /// Whether an argument may name a unit of a document of this name.
    pub(super) fn touches(&self, name: &str) -> bool {
        self.all || self.anywhere || self.touched.contains(name)
    }

    /// Reports the ids without a document that name units of several, and gives these ids: nobody knows which is meant.
    /// `found` are, for each document, the indices of the arguments that name a unit of it.
    pub(super) fn report_ambiguous<'f>(
        &self,
        found: impl Iterator<Item = (&'f str, &'f [usize])>,
        context: &mut Context<'_>,
    ) -> BTreeSet<String> {
        let mut documents: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for (document, arguments) in found {
            for &at in arguments {
                documents.entry(at).or_default().insert(document);
            }
        }
        let mut ambiguous = BTreeSet::new();
        for (at, documents) in documents.iter().filter(|(_, documents)| documents.len() > 1) {
            if let (argument, Address::Unit(None, id)) = &self.wanted[*at] {
                let error = Error::usage(format!("`{}` is an id of several documents", visible(argument)));
                let first = documents.first().map(|first| visible(first)).unwrap_or_default();
                context.report(error.help(format!("name one of them: {}", quoted(&format!("{first}#{id}")))));
                ambiguous.insert(id.clone());
            }
        }
        ambiguous
    }

    /// Reports the arguments that named nothing. `found` are the indices of those that did; a document
    /// names itself.
    pub(super) fn report_unknown(
        &self,
        found: &BTreeSet<usize>,
        (project, survey, homes): (&Project, &Survey, &Homes),
        context: &mut Context<'_>,
    ) {
        for (at, (argument, address)) in self.wanted.iter().enumerate() {
            if !found.contains(&at) && !matches!(address, Address::Documents(..)) {
                let home = match address {
                    Address::Unit(_, id) => homes.document_of(id).map(|home| (home, id)),
                    Address::Place(..) | Address::Documents(..) => None,
                };
                context.report(match home {
                    Some((home, id)) => {
                        no_such(argument).help(format!("it has moved: {}", quoted(&format!("{home}#{id}"))))
                    }
                    None => unknown(argument, project, survey, context),
                });
            }
        }
    }
}

fn no_such(argument: &str) -> Error {
    Error::usage(format!("there is no unit or document `{}`", visible(argument)))
}

fn unknown(argument: &str, project: &Project, survey: &Survey, context: &Context<'_>) -> Error {
    if let Some(address) = at_line(argument, project, &Names::new(survey, project, &context.current)) {
        return no_such(argument).help(format!("the sentence of that line is {}", quoted(&address)));
    }
    let document = of_address(argument).unwrap_or(argument);
    let help = whereabouts(document, project, survey, &context.current);
    let help = help.or_else(|| alike(argument, survey).filter(|_| of_address(argument).is_none()));
    no_such(argument).help(help.unwrap_or_else(|| HOW.to_owned()))
}

/// The address of the unit at a line of a catalog, as reports write where a finding stands: `locales/en/pont.ftl:9`.
fn at_line(argument: &str, project: &Project, names: &Names<'_>) -> Option<String> {
    let parts = |word: &str| {
        let (file, line) = word.rsplit_once(':')?;
        Some((file.to_owned(), line.parse::<usize>().ok()?))
    };
    let (file, line) = parts(argument)?;
    // A column may stand behind the line.
    let (file, line) = parts(&file).unwrap_or((file, line));
    let catalog = names.catalog(&file).filter(|catalog| !catalog.shared)?;
    let text = project.read(&catalog.file).ok()?;
    let above = text.lines().count().checked_sub(line).map(|_| text.lines().take(line))?;
    let marker = above.filter_map(|line| line.strip_prefix("# @unit ")).last()?;
    let id = marker.split_whitespace().next()?;
    Some(format!("{}#{id}", catalog.name))
}

/// Which document may be meant by a word that names none: the one that is called so in a folder, or nearly so.
pub(super) fn alike(word: &str, survey: &Survey) -> Option<String> {
    let names = || survey.documents.iter().map(|document| document.name.as_str());
    let stem = document_name(word);
    let is_in_folder =
        |name: &&str| name.rsplit_once('/').is_some_and(|(_, last)| last == word || last == stem);
    let meant = names().find(is_in_folder).or_else(|| nearest(word, names()))?;
    Some(format!("did you mean `{}`?", visible(meant)))
}

/// How a unit is named.
pub(super) const HOW: &str = "an address is DOCUMENT#ID or DOCUMENT:BLOCK.SENTENCE, as `drogman todo` and `drogman status --units` print them";

/// The document of a word that is written as the address of a sentence.
pub(super) fn of_address(word: &str) -> Option<&str> {
    let by_id = word.rsplit_once('#').filter(|(_, id)| is_identifier(id));
    let is_place = |place: &str| {
        place.split_once('.').is_some_and(|(block, sentence)| {
            [block, sentence].iter().all(|number| number.parse::<usize>().is_ok())
        })
    };
    let by_place = || word.rsplit_once(':').filter(|(_, place)| is_place(place));
    by_id.or_else(by_place).map(|(document, _)| document)
}

fn parse(argument: &str, project: &Project, names: &Names<'_>) -> Option<Address> {
    let document = |name: &str| names.find(name).map(|document| document.name.clone());
    if let Some((name, id)) = argument.rsplit_once('#')
        && is_identifier(id)
    {
        // The page may have another name since, or be gone: an id stays, wherever it is.
        return Some(Address::Unit(document(name), id.to_owned()));
    }
    if let Some((name, place)) = argument.rsplit_once(':')
        && let Some((block, sentence)) = place.split_once('.')
        && let (Ok(block), Ok(sentence)) = (block.parse(), sentence.parse())
        && let Some(name) = document(name)
    {
        return Some(Address::Place(name, (block, sentence)));
    }
    let named = names.find_all(argument);
    if !named.documents.is_empty() {
        let documents = named.documents.into_iter().map(|document| document.name.clone()).collect();
        return Some(Address::Documents(documents, named.locale.cloned()));
    }
    let is_locale = project.config.targets.iter().any(|locale| locale.as_str() == argument);
    (is_identifier(argument) && !is_locale).then(|| Address::Unit(None, argument.to_owned()))
}
