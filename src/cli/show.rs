//! `drogman show`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::address::Selection;
use super::tasks::{offered, place, proposal, translation, units, unread};
use super::{Context, Error};
use crate::catalog::{Catalog, Unit};
use crate::report::{
    self,
    show::{Shown, Today, Translation},
};
use crate::text::{LineIndex, Locale, quoted, visible};
use crate::unit::assess::staleness;
use crate::unit::state::rendered;
use crate::unit::{Page, State};

/// Show one unit in every locale, with its neighbours
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The unit: `monde/sommet#sommet-p2w7xk`, `monde/sommet:3.2`, or its id alone
    #[arg(value_name = "ADDRESS")]
    pub(super) address: String,
    /// The form of the report
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// For scripts, versioned
    Json,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let project = context.project()?;
    let locales = context.locales(&project)?;
    let mut survey = context.survey(&project)?;
    let selection = Selection::parse(std::slice::from_ref(&args.address), &project, &survey, context);
    let texts = context.shared_texts(&project, &mut survey, &locales);
    let shared = texts.read(project.config.source.as_str());
    let shared = shared.by_locale();
    let visited =
        context.visit(&project, &mut survey, &locales, |page| match selection.touches(page.name) {
            true => (living(page, &selection, &locales, &shared), obsolete(page, &selection, &shared)),
            false => (Vec::new(), Vec::new()),
        })?;
    let (mut shown, mut gone): (Vec<Shown>, Vec<Shown>) = (Vec::new(), Vec::new());
    for (_, (living, obsolete)) in visited.rows {
        shown.extend(living);
        gone.extend(obsolete);
    }
    if shown.is_empty() {
        // What has moved to another document lives there.
        let lives = |one: &Shown| Some((visited.homes.document_of(&one.unit)?.to_owned(), one.unit.clone()));
        if let Some((document, unit)) = gone.iter().find_map(lives) {
            let error = Error::usage(format!("`{}` names no unit of today", visible(&args.address)));
            let address = quoted(&format!("{document}#{unit}"));
            context.report(error.help(format!("it has moved: drogman show {address}")));
            return Ok(());
        }
        shown = gone;
    }
    match shown.as_slice() {
        [] if context.exit != super::Exit::Done => {}
        [] if selection.is_of_documents() => context.report(no_sentence(&args.address)),
        [] => selection.report_unknown(&BTreeSet::new(), (&project, &survey, &visited.homes), context),
        [one] => {
            let text = match args.format {
                Format::Text => report::show::text(one, &context.out_style()),
                Format::Json => report::show::json(one),
            };
            context.out.write_all(text.as_bytes())?;
        }
        [first, ..] => context.report(of_several(&args.address, first)),
    }
    Ok(())
}

/// What to say to whoever names a document, or a folder.
fn no_sentence(address: &str) -> Error {
    let error = Error::usage(format!("`{}` is no sentence, but a document, or a folder", visible(address)));
    error.help(format!("its sentences: drogman status --units {}", quoted(address)))
}

/// What to say of an id that several documents have.
fn of_several(address: &str, first: &Shown) -> Error {
    let error = Error::usage(format!("`{}` is an id of several documents", visible(address)));
    error.help(format!("name one of them: {}#{}", visible(&first.document), first.unit))
}

/// The units of a page that the argument names, with what the catalogs of all locales have of them.
fn living(
    page: &Page<'_>,
    selection: &Selection,
    locales: &[Locale],
    shared: &[Vec<&Catalog<'_>>],
) -> Vec<Shown> {
    let positions = page.positions();
    let named = |at: &usize| selection.names_unit(page, &page.units[*at].id, Some(positions[*at]));
    let unread: Vec<(Arc<str>, Arc<str>)> = (0..locales.len())
        .filter_map(|locale| Some((locales[locale].as_str().into(), unread(page, locale)?.file)))
        .collect();
    let shown = |at: usize| Shown {
        document: page.name.to_owned(),
        unit: page.units[at].id.to_string(),
        today: Some(Today {
            address: page.address(positions[at]).to_string(),
            kind: page.document.blocks[page.segments[at].block()].kind.as_str(),
            before: at.checked_sub(1).map(|before| page.sentence(before).to_owned()),
            french: page.sentence(at).to_owned(),
            after: page.segments.get(at + 1).map(|after| after.text.to_owned()),
        }),
        locales: (0..locales.len())
            .flat_map(|locale| units(page, locale, &shared[locale], |other, _| other == at))
            .flat_map(|list| list.tasks().map(Translation::from).collect::<Vec<_>>())
            .collect(),
        unread: unread.clone(),
    };
    (0..page.units.len()).filter(named).map(shown).collect()
}

/// The units of a page that the argument names and no sentence of it has, with what its catalogs hold of them.
fn obsolete(page: &Page<'_>, selection: &Selection, shared: &[Vec<&Catalog<'_>>]) -> Vec<Shown> {
    let mut found: BTreeMap<String, Vec<Translation>> = BTreeMap::new();
    for (locale, target) in page.targets.iter().enumerate() {
        if !target.in_scope && page.path.is_some() {
            continue;
        }
        let named: Vec<&Unit<'_>> = page
            .strays(locale)
            .into_iter()
            .filter(|unit| unit.section.is_some() && selection.names_unit(page, unit.id, None))
            .collect();
        if named.is_empty() {
            continue;
        }
        let lines = LineIndex::new(target.catalog.text);
        let offers: Vec<(String, String)> = offered(page, locale, &shared[locale]).collect();
        for unit in named {
            let address = format!("{}#{}", page.name, unit.id);
            let offer = offers.iter().find(|(offered, _)| *offered == address);
            found.entry(unit.id.to_owned()).or_default().push(Translation {
                locale: target.locale.as_str().into(),
                state: State::Obsolete,
                change: None,
                reasons: Box::default(),
                file: Arc::clone(&target.catalog.file),
                line: Some(lines.line_column(place(unit)).line),
                renders: rendered(unit, staleness).map(Box::from),
                translation: translation(&target.catalog, unit).map(Box::from),
                proposal: proposal(unit),
                candidate: None,
                paste: None,
                problem: None,
                offered: offer.map(|(_, id)| format!("{}#{id}", page.name)),
            });
        }
    }
    let shown = |(unit, locales)| Shown {
        document: page.name.to_owned(),
        unit,
        today: None,
        locales,
        unread: Vec::new(),
    };
    found.into_iter().map(shown).collect()
}
