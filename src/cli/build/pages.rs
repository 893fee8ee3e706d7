//! What a document becomes in each locale that is built.

use std::collections::BTreeSet;

use unic_langid::CharacterDirection;

use super::absent::{self, Absent};
use super::anchors::{self, Linking};
use super::beside::{Named, named};
use super::output;
use super::slips;
use crate::catalog::{Catalog, Isolating};
use crate::cli::documents::Documents;
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::project::{FileError, Outcome, Outputs, Project};
use crate::report::manifest::ManifestPage;
use crate::text::Locale;
use crate::unit::compose::{InFrench, NotBuilt, Policy, compose, title};
use crate::unit::{Figures, Page, State};

/// A page of one locale, as it was written.
pub(super) struct Built {
    pub(super) page: ManifestPage,
    pub(super) outcome: Result<Outcome, FileError>,
}

/// What became of a document.
#[derive(Default)]
pub(super) struct Row {
    pub(super) path: String,
    pub(super) built: Vec<Built>,
    /// Pages that a policy keeps back: locale, why, whether the run fails.
    pub(super) kept_back: Vec<(String, String, bool)>,
    /// Catalogs that could not be read, and the outputs that stay as they are for that.
    pub(super) unread: Vec<(String, String)>,
    /// Locale, by its index, and how many sentences stand in French in its page.
    pub(super) in_french: Vec<(usize, InFrench)>,
    /// Mistakes that are published all the same.
    pub(super) slips: Vec<Diagnostic>,
    /// Files that it names from its own folder.
    pub(super) named: Vec<Named>,
    /// Its links to pages that are not there.
    pub(super) absent: Vec<Absent>,
    /// Its links to headings.
    pub(super) linking: Option<Linking>,
}

/// What the pages are built with.
pub(super) struct Builder<'b> {
    pub(super) project: &'b Project,
    /// The documents and locales that were asked for.
    pub(super) documents: &'b Documents,
    pub(super) locales: &'b [Locale],
    /// By target locale.
    pub(super) policies: &'b [Policy],
    pub(super) shared: &'b [Vec<&'b Catalog<'b>>],
    /// Outputs that are not to be written.
    pub(super) forbidden: &'b BTreeSet<String>,
    pub(super) outputs: &'b Outputs<'b>,
}

impl Builder<'_> {
    /// Writes the pages of a document.
    pub(super) fn build(&self, page: &Page<'_>) -> Row {
        let (config, documents) = (&self.project.config, self.documents);
        let mut row = Row::default();
        let Some((path, own)) = page.path.filter(|_| documents.has(page.name)) else { return row };
        row.path = path.to_owned();
        row.slips = slips::of_document(page);
        // Plain text names no file, and has no links.
        let mut links = None;
        if !path.ends_with(".txt") {
            row.named = named(self.project, own, page.document.source);
            row.absent = absent::of_page(self.project, own, page);
            links = anchors::Reader::new(page, own);
        }
        let source = &config.source;
        if self.locales.contains(source) && documents.has_in(page.name, source) {
            let file = output(config, source, path);
            if !self.forbidden.contains(&file) {
                row.built.push(self.source_page(page, source, file));
            }
        }
        for (at, locale) in config.targets.iter().enumerate() {
            let file = output(config, locale, path);
            let is_asked = self.locales.contains(locale) && documents.has_in(page.name, locale);
            if !is_asked || self.forbidden.contains(&file) {
                continue;
            }
            if page.document.front.translate() == Some(false)
                && config.is_published(locale, path, page.document.front.locales().as_deref())
            {
                // Not translated, and read in every language: a legal notice, say.
                row.built.push(self.source_page(page, locale, file));
                links.iter_mut().for_each(|links| links.built(at, page.document.source));
            } else if page.targets[at].in_scope {
                let built = self.target_page(page, at, file, &mut row);
                links.iter_mut().zip(built).for_each(|(links, built)| links.built(at, &built));
            }
        }
        row.linking = links.and_then(anchors::Reader::finish);
        row
    }

    /// The page of the source, or of a locale that reads it as it is.
    fn source_page(&self, page: &Page<'_>, locale: &Locale, file: String) -> Built {
        let mut figures = Figures::default();
        for _ in page.segments {
            figures.count(State::Current, 0);
        }
        let outcome = self.outputs.write(&file, page.document.source.as_bytes());
        Built { page: entry(locale, file, title(page, &[]), &figures, 0), outcome }
    }

    /// The page of the target locale at `at`: its text, if it is built.
    fn target_page(&self, page: &Page<'_>, at: usize, file: String, row: &mut Row) -> Option<String> {
        let (locale, policy) = (&self.project.config.targets[at], &self.policies[at]);
        // What can't be read now was published once, perhaps, and is better than French.
        let mut asked = std::iter::once(at).chain(policy.fallback.iter().copied());
        if let Some(unread) = asked.find_map(|one| page.unreadable(one)) {
            row.unread.push((unread.catalog.file.to_string(), file));
            return None;
        }
        let composed = compose(page, at, policy, self.shared);
        let built = match composed.text {
            Ok(text) => {
                let outcome = self.outputs.write(&file, text.as_bytes());
                let entry = entry(locale, file, composed.title, &composed.figures, composed.fallback);
                row.built.push(Built { page: entry, outcome });
                row.in_french.push((at, composed.in_french));
                Some(text)
            }
            Err(why) => {
                let (why, fails) = kept_back(page, why, policy);
                row.kept_back.push((locale.as_str().to_owned(), why, fails));
                None
            }
        };
        row.slips.extend(slips::of_catalog(page, at, self.shared));
        built
    }
}

/// Why a policy keeps a page back, for people, and whether the run fails for it.
fn kept_back(page: &Page<'_>, why: NotBuilt, policy: &Policy) -> (String, bool) {
    let unit = |index: usize, state: State| {
        format!("{} is {} ({})", page.units[index].id, state.as_str(), page.address(page.positions()[index]))
    };
    match why {
        NotBuilt::Skipped(index, state) => (unit(index, state), false),
        NotBuilt::Failed(index, state) => (unit(index, state), true),
        NotBuilt::BelowMinimum(percent) => {
            (format!("{percent} % of it is translated, less than {} %", policy.minimum), false)
        }
    }
}

/// What a project says of pages that lack translations in a locale.
pub(super) fn policy(config: &Config, locale: &Locale) -> Policy {
    let build = config.build(locale);
    Policy {
        missing: build.missing,
        stale_minor: build.stale_minor,
        stale_major: build.stale_major,
        minimum: usize::from(build.minimum),
        isolating: if build.isolating { Isolating::On } else { Isolating::Off },
        fallback: config
            .fallback(locale)
            .iter()
            .filter_map(|next| config.targets.iter().position(|target| target == next))
            .collect(),
    }
}

fn entry(
    locale: &Locale,
    path: String,
    title: Option<String>,
    figures: &Figures,
    fallback: usize,
) -> ManifestPage {
    ManifestPage {
        locale: locale.as_str().to_owned(),
        path,
        title,
        direction: match locale.id().character_direction() {
            CharacterDirection::RTL => "rtl",
            CharacterDirection::LTR | CharacterDirection::TTB => "ltr",
        }
        .to_owned(),
        units: figures.units,
        current: figures.current,
        stale: figures.stale + figures.unverified,
        missing: figures.missing + figures.invalid,
        fallback,
        percent: figures.percent_current(),
    }
}
