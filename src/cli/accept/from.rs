//! `drogman accept --from OLD`: a translation that goes to another unit.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::super::address::Selection;
use super::super::tasks::{left_out, unread};
use super::super::{Context, Error};
use super::{Args, Edits, text_of, write};
use crate::catalog::{self, edit};
use crate::project::{Project, Survey};
use crate::report::plural;
use crate::report::todo::Unread;
use crate::text::{Locale, visible};
use crate::unit::accept::{self, Left, Moved};
use crate::unit::typed::{former_sentence, typed};
use crate::unit::{CatalogFile, Page};

/// A unit in a catalog that holds it.
struct Held {
    id: String,
    locale: String,
    file: Arc<str>,
    text: Option<Arc<String>>,
    /// What somebody typed into its line of French.
    typed: Option<String>,
}

impl Held {
    fn of(id: &str, target: &CatalogFile<'_>) -> Self {
        Held {
            id: id.to_owned(),
            locale: target.locale.as_str().to_owned(),
            file: Arc::clone(&target.catalog.file),
            text: target.text.cloned(),
            typed: None,
        }
    }

    /// A unit of today, which stands at this place of the page.
    fn today(page: &Page<'_>, at: usize, target: &CatalogFile<'_>) -> Self {
        let id = &page.units[at].id;
        let former = former_sentence(page, id);
        let unit = target.catalog.unit(id);
        let sentence = page.sentence(at);
        let words = unit.and_then(|unit| typed(unit, former.as_deref(), Some(sentence)));
        let french = former.as_deref().unwrap_or(sentence);
        Held { typed: words.map(|words| edit::words_for(words, french)), ..Held::of(id, target) }
    }
}

/// The units that are meant, and the catalogs that may hold some and can't be read.
#[derive(Default)]
struct Meant {
    news: Vec<Held>,
    olds: Vec<Held>,
    unreadable: Vec<Unread>,
}

impl Meant {
    /// Those of a page.
    fn of(page: &Page<'_>, new: &Selection, old: &Selection) -> Self {
        let mut meant = Meant::default();
        if new.touches(page.name) || old.touches(page.name) {
            meant.unreadable = (0..page.targets.len()).filter_map(|at| unread(page, at)).collect();
        }
        let positions = page.positions();
        let places: FxHashMap<&str, usize> =
            page.units.iter().enumerate().map(|(at, unit)| (unit.id.as_str(), at)).collect();
        for target in page.targets {
            let is_meant = |at: &usize| new.names_unit(page, &page.units[*at].id, Some(positions[*at]));
            let news = (0..page.units.len()).filter(is_meant);
            meant.news.extend(news.map(|at| Held::today(page, at, target)));
            let place = |id: &str| places.get(id).map(|&at| positions[at]);
            let olds =
                target.catalog.units.iter().filter(|unit| old.names_unit(page, unit.id, place(unit.id)));
            meant.olds.extend(olds.map(|unit| Held::of(unit.id, target)));
        }
        meant
    }
}

/// Moves the translation of the unit `old` to the one that the arguments name, in each of these locales.
pub(super) fn from(
    old: &str,
    args: &Args,
    project: &Project,
    locales: &[Locale],
    survey: &mut Survey,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let selection = Selection::parse(&args.addresses, project, survey, context);
    let olds = Selection::parse(&[old.to_owned()], project, survey, context);
    let visited = context.visit(project, survey, locales, |page| Meant::of(page, &selection, &olds))?;
    let mut meant = Meant::default();
    meant.unreadable.extend(left_out(project, survey, |name| selection.touches(name) || olds.touches(name)));
    for (_, of_page) in visited.rows {
        meant.news.extend(of_page.news);
        meant.olds.extend(of_page.olds);
        meant.unreadable.extend(of_page.unreadable);
    }
    let lists = [(&meant.news, args.addresses.join(", ")), (&meant.olds, old.to_owned())];
    for (_, argument) in lists.iter().filter(|(list, _)| list.is_empty()) {
        let where_ = if meant.unreadable.is_empty() { "" } else { " in what can be read" };
        context.report(Error::usage(format!("there is no unit `{}`{where_}", visible(argument))));
    }
    for one in &meant.unreadable {
        context.progress(&format!(
            "{}  left as it is: it can't be read; mend the file first",
            visible(&one.file)
        ));
    }
    let source = project.config.source.as_str();
    let mut count = 0;
    let mut files = Edits::new();
    for new in &meant.news {
        let Some(old) = meant.olds.iter().find(|old| old.locale == new.locale) else { continue };
        let (to, _) = catalog::read(&new.file, text_of(&new.text), source);
        let (from, _) = catalog::read(&old.file, text_of(&old.text), source);
        let Some(old_unit) = from.unit(&old.id) else { continue };
        let (locale, id) = (&new.locale, &new.id);
        let moved = match to.unit(id) {
            Some(new_unit) => accept::from_unit(&from, old_unit, &to, new_unit, new.typed.as_deref()),
            None => Err(Left::NoLines),
        };
        match moved {
            Ok(Moved { edits, fits }) => {
                count += 1;
                let has = if args.dry_run { "would have" } else { "has" };
                let what_next = if fits { "" } else { ", to be made to fit" };
                writeln!(context.out, "{locale}  {id}  {has} the translation of {}{what_next}", old.id)?;
                let removed = catalog::edit::remove(&from, &[old_unit]);
                for (held, edits) in [(new, edits), (old, removed)] {
                    let of_file = files.entry(Arc::clone(&held.file));
                    of_file.or_insert_with(|| (held.text.clone(), Vec::new())).1.extend(edits);
                }
            }
            Err(why) => context.progress(&format!("{locale}  {id}  left as it is: {why}")),
        }
    }
    write(files, args, project, context);
    let would = if args.dry_run { "would be " } else { "" };
    writeln!(context.out, "{} {would}moved.", plural(count, "translation"))?;
    Ok(())
}
