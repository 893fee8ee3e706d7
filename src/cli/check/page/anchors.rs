//! Which headings the translations of pages have: what a link may lead to that a translator has changed to match.

use std::cell::OnceCell;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::Look;
use crate::catalog::{self, Bundle, Catalog, Isolating, Unit};
use crate::check::Headings;
use crate::config::join;
use crate::document::{Anchors, Format, decoded};
use crate::project::{DocumentFile, Project};
use crate::unit::Page;
use crate::unit::compose::{Missing, Policy, Stale, compose};

/// By locale and name; nothing of a document that has no catalog there.
type Known = FxHashMap<(usize, String), Option<Arc<Both>>>;

/// Other pages than the one that is looked at. Links to them that were changed are few.
pub(in crate::cli::check) struct Others<'c> {
    project: &'c Project,
    /// The files of pages whose endings are not written as usual (`QUAI.MD`), by the names of the pages.
    unusual: FxHashMap<String, String>,
    known: Mutex<Known>,
}

/// How the files of pages end that have headings.
const ENDS: [&str; 3] = ["md", "mdx", "markdown"];

/// The headings of a document in French, and in the language of a translation.
struct Both {
    french: Anchors,
    here: Anchors,
}

impl Both {
    fn leads(&self, french: &str, fragment: &str) -> Option<bool> {
        self.french.has_same(french, &self.here, fragment)
    }
}

impl<'c> Others<'c> {
    /// None is known yet.
    pub(in crate::cli::check) fn new(project: &'c Project, documents: &[DocumentFile]) -> Self {
        let is_usual = |path: &str| path.rsplit_once('.').is_some_and(|(_, end)| ENDS.contains(&end));
        let is_unusual = |one: &&DocumentFile| {
            matches!(Format::of_path(&one.path), Some(Format::Markdown | Format::Mdx)) && !is_usual(&one.path)
        };
        let unusual = documents.iter().filter(is_unusual);
        let unusual = unusual.map(|one| (one.name.clone(), one.file.clone())).collect();
        Others { project, unusual, known: Mutex::default() }
    }

    /// The headings of a document in a locale; nothing if it has no catalog there.
    fn of(&self, locale: usize, name: &str, look: &Look<'_>) -> Option<Arc<Both>> {
        let key = (locale, name.to_owned());
        let known = || self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let found = known().get(&key).cloned();
        found.unwrap_or_else(|| {
            let read = self.read(locale, name, look).map(Arc::new);
            known().insert(key, read.clone());
            read
        })
    }

    /// The document with what its catalog has of its headings.
    fn read(&self, locale: usize, name: &str, look: &Look<'_>) -> Option<Both> {
        let (tag, config) = (&look.locales[locale], &self.project.config);
        let of_end = |end: &&str| self.project.read(&join(&config.content, &format!("{name}.{end}"))).ok();
        let text = match self.unusual.get(name) {
            Some(file) => self.project.read(file).ok(),
            None => ENDS.iter().find_map(of_end),
        };
        let french = Anchors::of(&text?);
        let file = config.catalog_path(tag, name);
        let text = self.project.read_catalog(&file, tag).ok()?;
        let (catalog, _) = catalog::read(&file, &text, config.source.as_str());
        let texts = translations(&catalog, locale, look);
        let here = french.reworded(|heading| translated(heading, &texts));
        Some(Both { french, here })
    }
}

/// The translations of a catalog by the French that they render.
fn translations(catalog: &Catalog<'_>, locale: usize, look: &Look<'_>) -> FxHashMap<String, String> {
    let bundle = Bundle::new(&look.locales[locale], Isolating::Off, catalog, &look.shared[locale]);
    let of = |unit: &Unit<'_>| {
        Some((unit.french().next()?.text.to_string(), bundle.text(unit).ok()?.into_owned()))
    };
    catalog.units.iter().filter_map(of).collect()
}

/// A heading in translation: of one sentence, or of several. What is not translated stays in French.
fn translated(heading: &str, texts: &FxHashMap<String, String>) -> String {
    /// Words from the end, at one of which the first sentence ends.
    const MOST: usize = 100;
    let (mut out, mut rest) = (Vec::new(), heading);
    while !rest.is_empty() {
        let mut ends =
            std::iter::once(rest.len()).chain(rest.rmatch_indices(' ').take(MOST).map(|(at, _)| at));
        let found = ends.find_map(|end| Some((end, texts.get(&rest[..end])?)));
        let Some((end, text)) = found else {
            out.push(rest);
            break;
        };
        out.push(text);
        rest = rest[end..].trim_start();
    }
    out.join(" ")
}

/// The headings that links of a page lead to in a locale, read when the first one is asked for.
pub(super) struct PageHeadings<'p, 'l> {
    page: &'p Page<'p>,
    look: &'l Look<'l>,
    locale: usize,
    own: OnceCell<Both>,
}

impl<'p, 'l> PageHeadings<'p, 'l> {
    pub(super) fn new(page: &'p Page<'p>, look: &'l Look<'l>, locale: usize) -> Self {
        PageHeadings { page, look, locale, own: OnceCell::new() }
    }

    /// Those of the page as it would be built with all that is translated.
    fn own(&self) -> &Both {
        self.own.get_or_init(|| {
            let policy = Policy {
                missing: Missing::Source,
                stale_minor: Stale::Translation,
                stale_major: Stale::Translation,
                minimum: 0,
                isolating: Isolating::Off,
                fallback: self.look.fallback[self.locale].clone(),
            };
            let text = compose(self.page, self.locale, &policy, self.look.shared).text;
            let here = text.map(|text| Anchors::of(&text)).unwrap_or_default();
            Both { french: Anchors::of(self.page.document.source), here }
        })
    }
}

impl Headings for PageHeadings<'_, '_> {
    fn leads(&self, path: &str, french: &str, fragment: &str) -> Option<bool> {
        if path.is_empty() {
            return self.own().leads(french, fragment);
        }
        let (_, from) = self.page.path?;
        let others = self.look.others;
        let config = &others.project.config;
        let path = decoded(path);
        let path = match path.strip_prefix('/') {
            Some(rest) => {
                let below = rest.strip_prefix(config.folder(&self.look.locales[self.locale]))?;
                Some(below).filter(|below| below.starts_with('/'))?
            }
            None => &path,
        };
        let names = config.documents_led_to(from, path, true);
        let known = names.iter().filter_map(|name| others.of(self.locale, name, self.look));
        known.filter_map(|page| page.leads(french, fragment)).max()
    }
}

impl fmt::Debug for PageHeadings<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("PageHeadings").field(&self.page.name).field(&self.locale).finish()
    }
}
