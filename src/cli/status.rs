//! `drogman status`.

use super::documents::Documents;
use super::since::Since;
use super::tasks::{left_out, unread};
use super::untranslated::untranslated;
use super::{Context, Error};
use crate::project::Homes;
use crate::report::status::{DocumentStatus, LocaleStatus, StatusReport, UnitList};
use crate::report::todo::Unread;
use crate::text::{Locale, count_words, short};
use crate::unit::assess::assess;
use crate::unit::{Figures, Page, State};

/// Show how far each locale and document is translated
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Documents to count, or folders of them; a catalog is its document in its language [default: all]
    #[arg(value_name = "DOCUMENT")]
    pub(super) documents: Vec<String>,
    /// List each unit with its state and its address
    #[arg(long)]
    pub(super) units: bool,
    /// Count only units whose French or translation has changed since this branch left REF
    #[arg(long, value_name = "REF")]
    pub(super) since: Option<String>,
    /// The form of the report
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub(super) format: Format,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// A table for the terminal
    Table,
    /// For scripts, versioned
    Json,
    /// A table for a wiki or a pull request
    Markdown,
}

/// A document in a locale, before it is known which strays live elsewhere.
struct Row {
    figures: Figures,
    list: Option<UnitList>,
    strays: Vec<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    if args.units && args.format == Format::Markdown {
        let error = Error::usage("a table in Markdown counts units, and does not list them");
        return Err(error.help("leave out --units; or list them with --format json, or without --format"));
    }
    let project = context.project()?;
    let locales = context.locales(&project)?;
    let since = Since::load(args.since.as_deref(), &project, &locales, context)?;
    let mut survey = context.survey(&project)?;
    context.warn_left_locales(&project, &survey);
    let documents = Documents::parse(&args.documents, &project, &survey, context);
    if documents.is_empty() {
        return Ok(());
    }
    let texts = context.shared_texts(&project, &mut survey, &locales);
    let shared = texts.read(project.config.source.as_str());
    let shared = shared.by_locale();
    let visited = context.visit(&project, &mut survey, &locales, |page| {
        if !documents.has(page.name) {
            return (Vec::new(), Vec::new(), Vec::new());
        }
        let words: Vec<u32> = page.segments.iter().map(|segment| short(count_words(segment.text))).collect();
        let rows: Vec<Option<Row>> = (0..locales.len())
            .map(|locale| {
                let asked = documents.has_in(page.name, &locales[locale]);
                asked.then(|| row(page, locale, &shared[locale], &words, args.units, since.as_ref()))?
            })
            .collect();
        let asked = (0..locales.len()).filter(|&locale| documents.has_in(page.name, &locales[locale]));
        let unread: Vec<Unread> = asked.filter_map(|locale| unread(page, locale)).collect();
        (rows, untranslated(page, &project.config), unread)
    })?;
    let unreadable = left_out(&project, &survey, |name| documents.has(name)).collect();
    let of_locale = |locale: &Locale| LocaleStatus {
        locale: locale.as_str().to_owned(),
        released: project.config.is_released(locale),
        figures: Figures::default(),
        documents: Vec::new(),
    };
    let mut report =
        StatusReport { version: 1, locales: locales.iter().map(of_locale).collect(), unreadable };
    let mut places = Vec::new();
    for (name, (rows, untranslated, unread)) in visited.rows {
        places.extend(untranslated);
        report.unreadable.extend(unread);
        for (row, status) in rows.into_iter().zip(&mut report.locales) {
            if let Some(row) = row {
                row.add_to(status, &name, &visited.homes);
            }
        }
    }
    report
        .locales
        .retain(|status| locales.iter().any(|one| one.as_str() == status.locale && documents.are_in(one)));
    match args.format {
        Format::Table => report.table(&context.out_style(), context.out)?,
        Format::Json => report.json(context.out)?,
        Format::Markdown => context.out.write_all(report.markdown().as_bytes())?,
    }
    context.untranslated(&places);
    Ok(())
}

impl Row {
    /// Adds the figures of a document to those of its locale, and the units that have left it, but do not live in another.
    fn add_to(mut self, status: &mut LocaleStatus, document: &str, homes: &Homes) {
        for id in self.strays.into_iter().filter(|id| homes.document_of(id).is_none()) {
            self.figures.obsolete += 1;
            if let Some(list) = &mut self.list {
                list.push(id.into(), None, State::Obsolete);
            }
        }
        if self.figures != Figures::default() {
            status.figures += self.figures;
            let (document, figures) = (document.to_owned(), self.figures);
            status.documents.push(DocumentStatus { document, figures, list: self.list });
        }
    }
}

/// The figures of a page in one locale, with the words of each of its sentences; none if it is out of scope
/// there.
fn row(
    page: &Page<'_>,
    locale: usize,
    shared: &[&crate::catalog::Catalog<'_>],
    words: &[u32],
    list: bool,
    since: Option<&Since>,
) -> Option<Row> {
    if since.is_some_and(|since| !since.may_touch(page.name)) {
        return None;
    }
    let file = page.targets[locale];
    if !file.in_scope && page.path.is_some() {
        return None;
    }
    let mut row = Row {
        figures: Figures::default(),
        list: list.then(|| UnitList::new(page.name, page.units.len())),
        strays: Vec::new(),
    };
    if file.in_scope {
        for ((at, assessed), position) in assess(page, locale, shared).enumerate().zip(page.places()) {
            if !Since::holds(since, page, at, &assessed) {
                continue;
            }
            row.figures.count(assessed.state, words[at] as usize);
            if let Some(list) = &mut row.list {
                list.push(page.units[at].id.clone(), Some(position), assessed.state);
            }
        }
    }
    if since.is_some_and(|since| !since.touches(page.name)) && row.figures.units == 0 {
        return None;
    }
    row.strays = page
        .strays(locale)
        .into_iter()
        .filter(|unit| unit.section.is_some())
        .filter(|unit| since.is_none_or(|since| since.has_left(unit.id)))
        .map(|unit| unit.id.to_owned())
        .collect();
    Some(row)
}
