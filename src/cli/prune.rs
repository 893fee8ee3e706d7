//! `drogman prune`.

use rustc_hash::{FxHashMap, FxHashSet};

use super::error::Kind;
use super::tasks::offered;
use super::{Context, Error};
use crate::config::document_name;
use crate::document::Format;
use crate::report::plural;
use crate::segment::{Rules, segment};
use crate::text::normal::typographic;
use crate::text::{shorten, visible};
use crate::unit::Page;
use crate::unit::prune::{Obsolete, candidates, without};

/// Remove obsolete units, and catalogs that hold nothing any more
///
/// An obsolete unit that `drogman todo` offers for another one stays until that one is translated, or accepted; so does
/// what a page says that can't be read, or is not worked on for now.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Change nothing, say what would
    #[arg(long)]
    pub(super) dry_run: bool,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    let project = context.project()?;
    let locales = context.locales(&project)?;
    let _lock = if args.dry_run { None } else { Some(context.lock(&project, "prune")?) };
    let mut survey = context.survey(&project)?;
    if !args.dry_run {
        project.sweep_catalogs(&survey);
    }
    let rules = Rules::for_language(project.config.source.language(), &project.config.abbreviations);
    let texts = context.shared_texts(&project, &mut survey, &locales);
    let shared = texts.read(project.config.source.as_str());
    let shared = shared.by_locale();
    let visited = context.visit(&project, &mut survey, &locales, |page| {
        // What moves with the next sync is not obsolete.
        let waits = page.changed && (page.path.is_some() || !page.units.is_empty());
        let catalogs = candidates(page);
        let mut offers: FxHashMap<(String, String), String> = FxHashMap::default();
        if !catalogs.is_empty() {
            for (at, locale) in locales.iter().enumerate() {
                let of_locale = offered(page, at, &shared[at]);
                offers.extend(of_locale.map(|(address, unit)| ((locale.as_str().to_owned(), address), unit)));
            }
        }
        let resting = rules.as_ref().map(|rules| resting(page, rules)).unwrap_or_default();
        Looked { waits, gone: page.path.is_none(), catalogs, offers, resting }
    })?;
    let mut obsolete =
        visited.rows.iter().flat_map(|(_, looked)| &looked.catalogs).flat_map(|(.., obsolete)| obsolete);
    let has_words = obsolete.any(|unit| unit.translation.is_some());
    if survey.documents.is_empty() && survey.errors.is_empty() && has_words {
        let message = format!("there is no document below {}/: nothing is removed", project.config.content);
        return Err(Error::new(Kind::File, message).help(
            "is the folder complete (a submodule, a share)? If the pages are gone for good, delete their catalogs",
        ));
    }
    let mut others = project.other_files();
    // A picture may have the name of its page.
    others.retain(|path| Format::of_path(path).is_some());
    let out_of_reach = OutOfReach {
        resting: visited.rows.iter().flat_map(|(_, looked)| &looked.resting).map(String::as_str).collect(),
        others: others.iter().map(|path| (document_name(path), path.as_str())).collect(),
        unread: survey.left_out(&project).next().map(|(file, _)| file.to_owned()),
    };
    let removed = if args.dry_run { "would remove" } else { "removed" };
    let source = project.config.source.as_str().to_owned();
    let (mut units, mut files, mut kept, mut waiting) = (0, 0, 0, Vec::new());
    let mut needed = 0;
    for (name, Looked { waits, gone, catalogs, offers, .. }) in &visited.rows {
        let (waits, gone) = (*waits, *gone);
        let other = out_of_reach.others.get(name.as_str()).copied().filter(|_| gone);
        for (file, text, obsolete) in catalogs {
            let goes = |unit: &&Obsolete| visited.homes.document_of(&unit.id).is_none();
            let offer = |unit: &Obsolete| offers.get(&(unit.locale.clone(), format!("{name}#{}", unit.id)));
            let (offered, obsolete): (Vec<&Obsolete>, Vec<&Obsolete>) =
                obsolete.iter().filter(goes).partition(|unit| offer(unit).is_some());
            let may_be_needed = |unit: &Obsolete| out_of_reach.may_need(unit, other);
            let (stay, obsolete): (Vec<&Obsolete>, Vec<&Obsolete>) =
                obsolete.into_iter().partition(|unit| may_be_needed(unit).is_some());
            let ids: Vec<&str> = obsolete.iter().map(|unit| unit.id.as_str()).collect();
            if waits && !ids.is_empty() {
                waiting.push(name.clone());
                continue;
            }
            let rest = without(file, text, &source, &ids, gone && other.is_none());
            if rest.as_deref() == Some(text.as_str()) && offered.is_empty() && stay.is_empty() {
                continue;
            }
            let done = match (&rest, args.dry_run) {
                (_, true) => Ok(()),
                (Some(rest), false) => project.write(file, rest.as_bytes()).map(|_| ()),
                (None, false) => project.remove(file, &project.config.catalogs),
            };
            if let Err(error) = done {
                context.report(error);
                continue;
            }
            units += ids.len();
            writeln!(context.out, "{}", visible(file))?;
            for unit in obsolete {
                writeln!(context.out, "  {removed}  {}  {}", unit.id, words(unit))?;
            }
            kept += offered.len();
            for unit in offered {
                let whom = offer(unit).map(String::as_str).unwrap_or_default();
                writeln!(
                    context.out,
                    "  stays  {}  {}  (`drogman todo` offers it for {whom})",
                    unit.id,
                    words(unit)
                )?;
            }
            needed += stay.len();
            for unit in stay {
                let why = may_be_needed(unit).unwrap_or_default();
                writeln!(context.out, "  stays  {}  {}  ({why})", unit.id, words(unit))?;
            }
            if rest.is_none() {
                files += 1;
                writeln!(context.out, "  {removed}  the catalog: it holds nothing else")?;
            }
        }
    }
    waiting.dedup();
    for name in waiting {
        context.progress(&format!("{}: left alone until `drogman sync` has run", visible(&name)));
    }
    // Nobody knows which of their units are obsolete.
    for one in survey.errors.iter().map(|error| visible(&error.file)) {
        context.progress(&format!("{one}: left alone, with what belongs to it: it can't be read"));
    }
    let would = if args.dry_run { " would be" } else { "" };
    let counts: Vec<String> = [(units, "obsolete unit"), (files, "empty catalog")]
        .into_iter()
        .filter(|&(count, _)| count > 0)
        .map(|(count, what)| format!("{count} {what}{}", if count == 1 { "" } else { "s" }))
        .collect();
    match counts.as_slice() {
        [] if kept + needed > 0 => {}
        [] => writeln!(context.out, "Nothing is obsolete.")?,
        counts => writeln!(context.out, "{}{would} removed.", counts.join(" and "))?,
    }
    if kept > 0 {
        let (units, stay) = (plural(kept, "obsolete unit"), if kept == 1 { "stays" } else { "stay" });
        writeln!(context.out, "{units} {stay} until the one that it may serve is translated or accepted.")?;
    }
    if needed > 0 {
        let (units, stay) = (plural(needed, "unit"), if needed == 1 { "stays" } else { "stay" });
        writeln!(context.out, "{units} {stay}, as a page may still need them that is out of reach for now.")?;
    }
    Ok(())
}

/// What is known of a page.
struct Looked {
    /// Whether units of it move with the next sync.
    waits: bool,
    gone: bool,
    /// Its catalogs with obsolete units: file, text, units.
    catalogs: Vec<(String, String, Vec<Obsolete>)>,
    /// For whom `todo` offers a unit, by locale and address.
    offers: FxHashMap<(String, String), String>,
    /// See [`resting`].
    resting: Vec<String>,
}

/// What is there and not worked on for now: what it says is not gone.
struct OutOfReach<'p> {
    /// The sentences of pages that are translated into no language, in their normal form.
    resting: FxHashSet<&'p str>,
    /// Texts under content that are no documents, by the name that they would have as such.
    others: FxHashMap<&'p str, &'p str>,
    /// A file that can't be read.
    unread: Option<String>,
}

impl OutOfReach<'_> {
    /// Why a unit may still be needed.
    fn may_need(&self, unit: &Obsolete, other: Option<&str>) -> Option<String> {
        unit.translation.as_ref()?;
        let is_resting = |french: &String| self.resting.contains(&*typographic(french));
        if let Some(path) = other {
            return Some(format!("{} is there; drogman.toml makes it no document", visible(path)));
        }
        if unit.french.as_ref().is_some_and(is_resting) {
            return Some("a page says it that is not translated for now".to_owned());
        }
        self.unread.as_ref().map(|file| format!("{} can't be read, and may say it", visible(file)))
    }
}

/// The sentences of a page that is translated into no language for now, in their normal form.
fn resting(page: &Page<'_>, rules: &Rules) -> Vec<String> {
    if page.path.is_none() || !page.segments.is_empty() {
        return Vec::new();
    }
    segment(page.document, rules).iter().map(|segment| typographic(segment.text).into_owned()).collect()
}

/// The French and the translation that go with a unit, cut short: enough to know them by.
fn words(unit: &Obsolete) -> String {
    const LONGEST: usize = 60;
    let short = |text: &Option<String>| Some(visible(&shorten(text.as_ref()?, LONGEST)).into_owned());
    match (short(&unit.french), short(&unit.translation)) {
        (Some(french), Some(translation)) => format!("{french} = {translation}"),
        (Some(french), None) => format!("{french} (not translated)"),
        (None, Some(translation)) => format!("= {translation}"),
        (None, None) => "(not translated)".to_owned(),
    }
}
