//! `drogman prune`.

use std::collections::BTreeMap;
use std::ops::AddAssign;

use rustc_hash::{FxHashMap, FxHashSet};

use super::error::Kind;
use super::tasks::offered;
use super::{Context, Error};
use crate::catalog::Catalog;
use crate::config::document_name;
use crate::document::Format;
use crate::project::{Homes, Project, Survey, Visited};
use crate::report::plural;
use crate::segment::{Rules, segment};
use crate::text::normal::typographic;
use crate::text::{Locale, shorten, visible};
use crate::unit::Page;
use crate::unit::prune::{Candidate, Obsolete, candidates, doubled, without};

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
    let visited =
        context.visit(&project, &mut survey, &locales, |page| look(page, rules.as_ref(), &shared))?;
    refuse_all(&visited, &survey, &project)?;
    let mut others = project.other_files();
    // A picture may have the name of its page.
    others.retain(|path| Format::of_path(path).is_some());
    let out_of_reach = OutOfReach {
        resting: visited.rows.iter().flat_map(|(_, looked)| &looked.resting).map(String::as_str).collect(),
        others: others.iter().map(|path| (document_name(path), path.as_str())).collect(),
        unread: survey.left_out(&project).next().map(|(file, _)| file.to_owned()),
    };
    let mut counts = Counts::default();
    let mut waiting = Vec::new();
    for (name, looked) in &visited.rows {
        let other = out_of_reach.others.get(name.as_str()).copied().filter(|_| looked.gone);
        for catalog in &looked.catalogs {
            let mut sorted =
                looked.sort(name, catalog, &visited.homes, |unit| out_of_reach.may_need(unit, other));
            sorted.doubled = doubled_of(catalog, &visited.homes, &project, &locales);
            if looked.waits && !(sorted.going.is_empty() && sorted.doubled.is_empty()) {
                waiting.push(name);
                continue;
            }
            let may_go = looked.gone && other.is_none();
            counts += sorted.remove(catalog, may_go, args.dry_run, &project, context)?;
        }
    }
    waiting.dedup();
    for name in waiting {
        context.progress(&format!("{}: left alone until `drogman sync` has run", visible(name)));
    }
    // Nobody knows which of their units are obsolete.
    for one in survey.errors.iter().map(|error| visible(&error.file)) {
        context.progress(&format!("{one}: left alone, with what belongs to it: it can't be read"));
    }
    counts.tell(args.dry_run, context)
}

/// Where there is no document at all, and words would be lost, the folder is not what it should be.
fn refuse_all(visited: &Visited<Looked>, survey: &Survey, project: &Project) -> Result<(), Error> {
    let catalogs = visited.rows.iter().flat_map(|(_, looked)| &looked.catalogs);
    let has_words = catalogs.flat_map(|catalog| &catalog.obsolete).any(|unit| unit.translation.is_some());
    if !survey.documents.is_empty() || !survey.errors.is_empty() || !has_words {
        return Ok(());
    }
    let message = format!("there is no document below {}/: nothing is removed", project.config.content);
    Err(Error::new(Kind::File, message).help(
        "is the folder complete (a submodule, a share)? If the pages are gone for good, delete their catalogs",
    ))
}

/// Looks at a page.
fn look(page: &Page<'_>, rules: Option<&Rules>, shared: &[Vec<&Catalog<'_>>]) -> Looked {
    let catalogs = candidates(page);
    let mut offers = FxHashMap::default();
    if !catalogs.is_empty() {
        for (at, shared) in shared.iter().enumerate() {
            let locale = page.targets[at].locale.as_str();
            let of_locale = offered(page, at, shared);
            offers.extend(of_locale.map(|(address, unit)| ((locale.to_owned(), address), unit)));
        }
    }
    Looked {
        waits: page.changed && (page.path.is_some() || !page.units.is_empty()),
        gone: page.path.is_none(),
        catalogs,
        offers,
        resting: rules.map(|rules| resting(page, rules)).unwrap_or_default(),
    }
}

/// The obsolete units of a catalog, by what becomes of them.
#[derive(Default)]
struct Sorted<'p> {
    going: Vec<&'p Obsolete>,
    /// Those that stand in the same lines in the catalog of their document, and that.
    doubled: Vec<(&'p Obsolete, String)>,
    /// Those that `todo` offers, and for whom.
    offered: Vec<(&'p Obsolete, &'p String)>,
    /// Those that a page out of reach may need, and why.
    needed: Vec<(&'p Obsolete, String)>,
}

impl Sorted<'_> {
    /// Removes those that go from their catalog, which may go as a whole, and says so.
    fn remove(
        self,
        catalog: &Candidate,
        may_go: bool,
        dry_run: bool,
        project: &Project,
        context: &mut Context<'_>,
    ) -> Result<Counts, Error> {
        let Sorted { going, doubled, offered, needed } = self;
        let Candidate { file, text, .. } = catalog;
        let all = going.iter().chain(doubled.iter().map(|(unit, _)| unit));
        let ids: Vec<&str> = all.map(|unit| unit.id.as_str()).collect();
        let rest = without(file, text, project.config.source.as_str(), &ids, may_go);
        if rest.as_deref() == Some(text.as_str()) && offered.is_empty() && needed.is_empty() {
            return Ok(Counts::default());
        }
        let done = match (&rest, dry_run) {
            (_, true) => Ok(()),
            (Some(rest), false) => project.write(file, rest.as_bytes()).map(|_| ()),
            (None, false) => project.remove(file, &project.config.catalogs),
        };
        if let Err(error) = done {
            context.report(error);
            return Ok(Counts::default());
        }
        let removed = if dry_run { "would remove" } else { "removed" };
        writeln!(context.out, "{}", visible(file))?;
        for unit in &going {
            writeln!(context.out, "  {removed}  {}  {}", unit.id, words(unit))?;
        }
        for (unit, other) in &doubled {
            writeln!(
                context.out,
                "  {removed}  {}  {}  (the same stands in {})",
                unit.id,
                words(unit),
                visible(other)
            )?;
        }
        for (unit, whom) in &offered {
            writeln!(
                context.out,
                "  stays  {}  {}  (`drogman todo` offers it for {whom})",
                unit.id,
                words(unit)
            )?;
        }
        for (unit, why) in &needed {
            writeln!(context.out, "  stays  {}  {}  ({why})", unit.id, words(unit))?;
        }
        if rest.is_none() {
            writeln!(context.out, "  {removed}  the catalog: it holds nothing else")?;
        }
        Ok(Counts {
            units: going.len(),
            doubled: doubled.len(),
            files: usize::from(rest.is_none()),
            offered: offered.len(),
            needed: needed.len(),
        })
    }
}

/// The obsolete units of a catalog that stand in the same lines in the catalog of their document, and that.
fn doubled_of<'p>(
    catalog: &'p Candidate,
    homes: &Homes,
    project: &Project,
    locales: &[Locale],
) -> Vec<(&'p Obsolete, String)> {
    let mut by_file: BTreeMap<String, Vec<&Obsolete>> = BTreeMap::new();
    for unit in &catalog.obsolete {
        let Some(home) = homes.document_of(&unit.id) else { continue };
        if let Some(locale) = locales.iter().find(|locale| locale.as_str() == unit.locale) {
            by_file.entry(project.config.catalog_path(locale, home)).or_default().push(unit);
        }
    }
    let source = project.config.source.as_str();
    let mut out = Vec::new();
    for (file, units) in by_file {
        let Ok(text) = project.read(&file) else { continue };
        let same = doubled((&catalog.file, &catalog.text), (&file, &text), source, &units);
        out.extend(same.into_iter().map(|unit| (unit, file.clone())));
    }
    out
}

/// How many units and catalogs were removed, and how many units stay.
#[derive(Default)]
struct Counts {
    units: usize,
    doubled: usize,
    files: usize,
    offered: usize,
    needed: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, more: Counts) {
        self.units += more.units;
        self.doubled += more.doubled;
        self.files += more.files;
        self.offered += more.offered;
        self.needed += more.needed;
    }
}

impl Counts {
    fn tell(&self, dry_run: bool, context: &mut Context<'_>) -> Result<(), Error> {
        let would = if dry_run { " would be" } else { "" };
        let counts =
            [(self.units, "obsolete unit"), (self.doubled, "doubled unit"), (self.files, "empty catalog")];
        let removed: Vec<String> = counts
            .into_iter()
            .filter(|&(count, _)| count > 0)
            .map(|(count, what)| plural(count, what))
            .collect();
        match removed.as_slice() {
            [] if self.offered + self.needed > 0 => {}
            [] => writeln!(context.out, "Nothing is obsolete.")?,
            [most @ .., last] if !most.is_empty() => {
                writeln!(context.out, "{} and {last}{would} removed.", most.join(", "))?;
            }
            removed => writeln!(context.out, "{}{would} removed.", removed.concat())?,
        }
        let stay = |count: usize| if count == 1 { "stays" } else { "stay" };
        if self.offered > 0 {
            let (units, stay) = (plural(self.offered, "obsolete unit"), stay(self.offered));
            writeln!(
                context.out,
                "{units} {stay} until the one that it may serve is translated or accepted."
            )?;
        }
        if self.needed > 0 {
            let (units, stay) = (plural(self.needed, "unit"), stay(self.needed));
            writeln!(
                context.out,
                "{units} {stay}, as a page may still need them that is out of reach for now."
            )?;
        }
        Ok(())
    }
}

/// What is known of a page.
struct Looked {
    /// Whether units of it move with the next sync: these are not obsolete.
    waits: bool,
    gone: bool,
    /// Its catalogs with obsolete units.
    catalogs: Vec<Candidate>,
    /// For whom `todo` offers a unit, by locale and address.
    offers: FxHashMap<(String, String), String>,
    /// See [`resting`].
    resting: Vec<String>,
}

impl Looked {
    /// Sorts the obsolete units of a catalog of this page; `may_need` gives why one is still needed.
    fn sort<'l>(
        &'l self,
        name: &str,
        catalog: &'l Candidate,
        homes: &Homes,
        may_need: impl Fn(&Obsolete) -> Option<String>,
    ) -> Sorted<'l> {
        let mut sorted = Sorted::default();
        for unit in catalog.obsolete.iter().filter(|unit| homes.document_of(&unit.id).is_none()) {
            let offer = self.offers.get(&(unit.locale.clone(), format!("{name}#{}", unit.id)));
            match (offer, may_need(unit)) {
                (Some(whom), _) => sorted.offered.push((unit, whom)),
                (None, Some(why)) => sorted.needed.push((unit, why)),
                (None, None) => sorted.going.push(unit),
            }
        }
        sorted
    }
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
