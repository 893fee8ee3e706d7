//! The links of a page to headings, and what became of them in the pages that were built of it.

use std::borrow::Cow;
use std::collections::VecDeque;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Broken;
use crate::document::{Anchors, Block, Document, Heading, Link, decoded, links};
use crate::text::{Cursor, LineColumn, LineIndex};
use crate::unit::Page;

/// A French page with links to headings.
pub(in crate::cli::build) struct Linking {
    /// As a path of the project.
    pub(super) file: String,
    /// The locales that it was built in: indices of the target locales.
    built: Vec<usize>,
    pub(super) links: Vec<Linked>,
}

/// A link of a French page.
pub(super) struct Linked {
    at: LineColumn,
    written: String,
    pub(super) to: To,
}

/// Where a link leads.
pub(super) enum To {
    /// To a heading of its own page: which one, and where it is lost.
    Own { heading: Heading, lost: Vec<Lost> },
    /// To another page, which is looked at when all are built. Where translations have not the same link: the locale, and
    /// what stands in its place.
    Other { is_reference: bool, changed: Vec<(usize, Option<String>)> },
}

/// What stands in a built page in place of a link.
pub(super) enum There<'l> {
    /// The same link.
    Same,
    /// A link to another place of that page.
    Other(&'l str),
}

/// A link that leads nowhere in the page of a locale.
#[derive(Debug, Clone)]
pub(super) struct Lost {
    /// An index of the target locales.
    pub(super) locale: usize,
    /// The name that the translation has in its place.
    pub(super) instead: Option<String>,
}

/// Reads a French page, then what is built of it.
pub(in crate::cli::build) struct Reader<'p> {
    file: &'p str,
    page: &'p str,
    /// All links of the page to places, and where those lead that may lead to a heading.
    links: Vec<(Link<'p>, Option<To>)>,
    written: FxHashSet<&'p str>,
    built: Vec<usize>,
}

impl<'p> Reader<'p> {
    /// Reads a page of this path in the project; nothing if none of its links may lead to a heading.
    pub(in crate::cli::build) fn new(page: &Page<'p>, file: &'p str) -> Option<Self> {
        let text = page.document.source;
        let all = links(text);
        if all.is_empty() {
            return None;
        }
        let is_own = |link: &Link<'_>| link.path().is_empty();
        let anchors = all.iter().any(is_own).then(|| Anchors::of(text));
        let to = |link: &Link<'_>| {
            if link.is_indented && !is_text(page.document, link.start) {
                return None;
            }
            if is_own(link) {
                let heading = anchors.as_ref()?.heading(&link.fragment())?.clone();
                return Some(To::Own { heading, lost: Vec::new() });
            }
            Some(To::Other { is_reference: link.is_reference, changed: Vec::new() })
        };
        let written = all.iter().map(|link| link.written).collect();
        let with_to = |link: Link<'p>| {
            let to = to(&link);
            (link, to)
        };
        let links: Vec<_> = all.into_iter().map(with_to).collect();
        links.iter().any(|(_, to)| to.is_some()).then_some(Reader {
            file,
            page: text,
            links,
            written,
            built: Vec::new(),
        })
    }

    /// Reads what was built of the page in the locale at this place of the target locales.
    pub(in crate::cli::build) fn built(&mut self, locale: usize, text: &str) {
        let here = links(text);
        let written: FxHashSet<&str> = here.iter().map(|link| link.written).collect();
        let mut others = self.changed(&here, &written);
        let mut anchors = None;
        self.built.push(locale);
        for (link, to) in &mut self.links {
            let is_same = written.contains(link.written);
            let other = match is_same {
                true => None,
                false => others.get_mut(link.path()).and_then(VecDeque::pop_front),
            };
            match to {
                Some(To::Own { lost, .. }) => {
                    let anchors = anchors.get_or_insert_with(|| Anchors::of(text));
                    let there = if is_same { Some(There::Same) } else { other.as_deref().map(There::Other) };
                    lost.extend(there.and_then(|there| there.lost(locale, &link.fragment(), anchors)));
                }
                Some(To::Other { changed, .. }) if !is_same => changed.push((locale, other)),
                Some(To::Other { .. }) | None => {}
            }
        }
    }

    /// The places that a translation names in place of others of the French, by the page and in their order. Of a page
    /// to which some links are lost or new, nobody knows which took the place of which.
    fn changed<'t>(
        &self,
        here: &[Link<'t>],
        written: &FxHashSet<&str>,
    ) -> FxHashMap<&'t str, VecDeque<String>> {
        let mut changed: FxHashMap<&str, VecDeque<String>> = FxHashMap::default();
        for link in here.iter().filter(|link| !self.written.contains(link.written)) {
            changed.entry(link.path()).or_default().push_back(link.fragment().into_owned());
        }
        if !changed.is_empty() {
            let mut lost: FxHashMap<&str, usize> = FxHashMap::default();
            for (link, _) in self.links.iter().filter(|(link, _)| !written.contains(link.written)) {
                *lost.entry(link.path()).or_default() += 1;
            }
            changed.retain(|path, others| lost.get(path) == Some(&others.len()));
        }
        changed
    }

    /// What is to be told, or looked at later.
    pub(in crate::cli::build) fn finish(self) -> Option<Linking> {
        if self.built.is_empty() {
            return None;
        }
        let is_open = |to: &To| match to {
            To::Own { lost, .. } => !lost.is_empty(),
            To::Other { .. } => true,
        };
        let open = self.links.into_iter().filter_map(|(link, to)| Some((link, to.filter(is_open)?)));
        let mut open = open.peekable();
        open.peek()?;
        let lines = LineIndex::new(self.page);
        let mut cursor = Cursor::new(&lines);
        let links = open.map(|(link, to)| Linked {
            at: cursor.line_column(link.start),
            written: link.written.to_owned(),
            to,
        });
        Some(Linking { links: links.collect(), file: self.file.to_owned(), built: self.built })
    }
}

/// Whether a byte of a page stands in the text of one of its blocks. Code does not.
fn is_text(document: &Document<'_>, at: usize) -> bool {
    let begin = |block: &Block<'_>| block.pieces.get(0).map_or(0, |piece| piece.file);
    let before = document.blocks.partition_point(|block| begin(block) <= at);
    document.blocks[..before]
        .last()
        .is_some_and(|block| block.file_span(&(0..block.text.len())).contains(&at))
}

impl There<'_> {
    /// Whether the link leads nowhere in a page with these places.
    pub(super) fn lost(&self, locale: usize, fragment: &str, built: &Anchors) -> Option<Lost> {
        match self {
            There::Same => (!built.has(fragment)).then_some(Lost { locale, instead: None }),
            // Nobody knows how a builder writes other letters in Latin ones.
            There::Other(_) if built.are_beyond_latin() => None,
            There::Other(other) => {
                (!built.has(other)).then(|| Lost { locale, instead: Some((*other).to_owned()) })
            }
        }
    }
}

impl Linking {
    /// What stands in place of one of its links to other pages in the page of a locale, if that was built.
    pub(super) fn there<'l>(&self, link: &'l Linked, locale: usize) -> Option<There<'l>> {
        let To::Other { changed, .. } = &link.to else { return None };
        if !self.built.contains(&locale) {
            return None;
        }
        match changed.iter().find(|(at, _)| *at == locale) {
            Some((_, other)) => other.as_deref().map(There::Other),
            None => Some(There::Same),
        }
    }

    /// One of its links, as it is told. It leads to a heading of the French page `of`.
    pub(super) fn broken<'l>(
        &'l self,
        link: &'l Linked,
        (of, heading): (&str, &Heading),
        lost: Vec<Lost>,
    ) -> Broken<'l> {
        let (heading, of) = (heading.clone(), of.to_owned());
        Broken { page: &self.file, at: link.at, written: &link.written, heading, of, lost }
    }
}

impl Linked {
    /// The path of the page that it names, and the place in that.
    pub(super) fn parts(&self) -> (Cow<'_, str>, Cow<'_, str>) {
        let (path, fragment) = self.written.split_once('#').unwrap_or((&self.written, ""));
        (decoded(path), decoded(fragment))
    }
}
