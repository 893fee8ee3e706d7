//! `drogman accept`.

mod numbers;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use self::numbers::{LACKS_NUMBER, lacks_number};
use super::address::Selection;
use super::since::Since;
use super::tasks::{left_out, unread};
use super::{Context, Error};
use crate::catalog;
use crate::check::Target;
use crate::project::{Project, Survey};
use crate::report::todo::Unread;
use crate::text::{Edit, Locale, apply, visible};
use crate::unit::accept::{self, Accept, Deed};
use crate::unit::assess::{Assessed, assess};

/// Record that translations render today’s French
///
/// Sets the `# fr:` line of stale units to today’s sentence. The translation itself is not touched.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Units (`monde/sommet#sommet-p2w7xk`, `monde/sommet:3.2`), documents, or folders of
    /// them; a catalog is its document in its language
    #[arg(value_name = "ADDRESS|DOCUMENT")]
    pub(super) addresses: Vec<String>,
    /// All stale units
    #[arg(long)]
    pub(super) all: bool,
    /// Only units in which spelling, punctuation or capitals alone changed
    #[arg(long)]
    pub(super) minor: bool,
    /// Unverified units too
    #[arg(long)]
    pub(super) unverified: bool,
    /// Make the proposal of the unit its translation
    #[arg(long, conflicts_with_all = ["all", "adopt", "from"])]
    pub(super) proposal: bool,
    /// Move messages that stand away from their stub under it, and take its French
    #[arg(long, conflicts_with_all = ["minor", "from"])]
    pub(super) adopt: bool,
    /// Move the translation of the unit OLD to this one
    #[arg(long, value_name = "OLD", conflicts_with_all = ["all", "minor", "unverified"])]
    pub(super) from: Option<String>,
    /// Where only link targets, image paths, note labels or code changed: put the new ones into the
    /// translations, and accept them
    #[arg(long, conflicts_with_all = ["minor", "unverified", "proposal", "adopt", "from"])]
    pub(super) carry: bool,
    /// Only units whose French or translation has changed since this branch left REF; with --minor only
    /// those that were current there, of all documents if none is named
    #[arg(long, value_name = "REF", conflicts_with = "from")]
    pub(super) since: Option<String>,
    /// Change nothing, say what would
    #[arg(long)]
    pub(super) dry_run: bool,
}

impl Args {
    /// Whether they say which units are meant. Not left to the reader of arguments, whose list of what is
    /// missing tells nobody what to write.
    fn hold(&self) -> Result<(), Error> {
        if self.all && !self.addresses.is_empty() {
            let named = visible(&self.addresses.join(" ")).into_owned();
            let message = format!("--all is for all stale units, and `{named}` names some");
            let help = format!("all: drogman accept --all\nonly those: drogman accept {named}");
            return Err(Error::usage(message).help(help));
        }
        if self.addresses.is_empty() && self.proposal {
            return Err(Error::usage("--proposal does not say of which unit").help(
                "name it: drogman accept --proposal ADDRESS\n`drogman todo` shows proposals, and addresses",
            ));
        }
        if let Some(old) = self.from.as_ref().filter(|_| self.addresses.is_empty()) {
            let old = visible(old);
            return Err(Error::usage(format!(
                "--from does not say which unit takes the translation of `{old}`"
            ))
            .help(format!("name it: drogman accept --from {old} ADDRESS")));
        }
        // The small changes of a branch are few, and all meant.
        let is_typo = self.minor && self.since.is_some();
        if !self.addresses.is_empty() || self.all || self.adopt || self.carry || is_typo {
            return Ok(());
        }
        let flags = [("--minor", self.minor), ("--unverified", self.unverified)];
        let flags: Vec<&str> =
            flags.iter().filter(|(_, is_there)| *is_there).map(|(flag, _)| *flag).collect();
        let whole = |more: &str| {
            let words = ["drogman accept", more].into_iter().chain(flags.iter().copied());
            words.collect::<Vec<_>>().join(" ")
        };
        Err(match &self.since {
            Some(reference) => {
                let reference = visible(reference);
                Error::usage("--since alone does not say what to accept").help(format!(
                    "what the branch changed in spelling and punctuation only: drogman accept --minor --since {reference}\n\
                     all that it changed: {} --since {reference}",
                    whole("--all")
                ))
            }
            None => Error::usage("nothing says what to accept").help(format!(
                "a sentence or a page: {}\n{}: {}\n`drogman diff` shows what that is",
                whole("ADDRESS"),
                match (self.minor, self.unverified) {
                    (true, false) => "all that changed in spelling, punctuation or capitals only",
                    (true, true) => "all of these small changes, and all that is unverified",
                    (false, true) => "all that is stale or unverified",
                    (false, false) => "all that is stale",
                },
                whole("--all")
            )),
        })
    }
}

/// What accepting does to one unit.
struct Row {
    locale: String,
    address: String,
    file: Arc<str>,
    /// The text of the file, which all its rows share.
    text: Option<Arc<String>>,
    deed: Deed,
    /// Whether the translation stays behind: `--carry` would bring along what changed.
    stays_behind: bool,
}

/// What is said of a translation that stays behind, or would.
fn behind(dry_run: bool) -> &'static str {
    match dry_run {
        true => "; its translation holds the old link or code: --carry puts the new one there, too",
        false => {
            "; its translation holds the old link or code still: put the new one there, as --carry would have"
        }
    }
}

/// How many units that no argument names were passed over, by why; without a reason they are current.
type Tally = BTreeMap<Option<&'static str>, usize>;

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    args.hold()?;
    let project = context.project()?;
    let locales = context.locales(&project)?;
    let _lock = if args.dry_run { None } else { Some(context.lock(&project, "accept")?) };
    let since = Since::load(args.since.as_deref(), &project, &locales, context)?;
    let mut survey = context.survey(&project)?;
    if !args.dry_run {
        project.sweep_catalogs(&survey);
    }
    if let Some(old) = &args.from {
        return from(old, args, &project, &locales, &mut survey, context);
    }
    let selection = match args.addresses.is_empty() {
        true => Selection::all(),
        false => Selection::parse(&args.addresses, &project, &survey, context),
    };
    let how = if args.proposal {
        Accept::Proposal
    } else if args.adopt {
        Accept::Adopt
    } else if args.carry {
        Accept::Carry
    } else {
        Accept::Stale { minor: args.minor, unverified: args.unverified }
    };
    let texts = context.shared_texts(&project, &mut survey, &locales);
    let shared = texts.read(project.config.source.as_str());
    let shared = shared.by_locale();
    let targets: Vec<Target> = locales.iter().map(Target::new).collect();
    let visited = context.visit(&project, &mut survey, &locales, |page| {
        if !selection.touches(page.name) {
            return (Vec::new(), Vec::new(), Tally::new());
        }
        let positions = page.positions();
        let place = |at: usize| Some(positions[at]);
        let found: Vec<usize> = (0..page.units.len())
            .flat_map(|at| selection.naming(page, &page.units[at].id, place(at)))
            .collect();
        let wanted: Vec<usize> = (0..page.units.len())
            .filter(|&at| selection.holds(page, &page.units[at].id, place(at)))
            .collect();
        let (mut rows, mut tally) = (Vec::new(), Tally::new());
        for locale in (0..locales.len()).filter(|&locale| page.targets[locale].in_scope && !wanted.is_empty())
        {
            let assessed: Vec<Assessed<'_>> = assess(page, locale, &shared[locale]).collect();
            let asked = |at: &usize| {
                selection.holds_in(page, &page.units[*at].id, place(*at), page.targets[locale].locale)
            };
            for at in wanted.iter().copied().filter(asked) {
                let unit = &assessed[at];
                let named = selection.names_unit(page, &page.units[at].id, place(at));
                let deed = accept::accept(page, at, unit, how, named);
                let change = since.as_ref().map(|since| since.change(page, at, unit));
                let deed = match (change, deed) {
                    (None, deed) => deed,
                    (Some(Some(change)), Deed::Done(..))
                        if args.minor && !change.was_current && (change.source || change.translation) =>
                    {
                        Deed::Left("it was not current then, or says to render another sentence since")
                    }
                    (Some(Some(change)), deed) if change.source || change.translation => deed,
                    // What the branch did not touch is not what was asked for.
                    (Some(_), _) if !named => continue,
                    (Some(_), deed @ Deed::Current) => deed,
                    (Some(_), _) => Deed::Left("nothing of it has changed since then"),
                };
                let is_plain = matches!(how, Accept::Stale { .. }) && matches!(deed, Deed::Done(..));
                let deed = match is_plain && !named && lacks_number(page, at, unit, &targets[locale]) {
                    true => Deed::Left(LACKS_NUMBER),
                    false => deed,
                };
                match deed {
                    Deed::Current if !named => {
                        *tally.entry(None).or_default() += 1;
                        continue;
                    }
                    Deed::Left(why) if !named && ![LACKS_NUMBER, accept::CHANGED_IN_PART].contains(&why) => {
                        *tally.entry(Some(why)).or_default() += 1;
                        continue;
                    }
                    Deed::Done(..) | Deed::Current | Deed::Left(_) => {}
                }
                let is_plain = matches!(how, Accept::Stale { .. }) && matches!(deed, Deed::Done(..));
                rows.push(Row {
                    stays_behind: is_plain && accept::carries(page, at, unit),
                    locale: unit.file.locale.as_str().to_owned(),
                    address: format!("{}#{}", page.name, page.units[at].id),
                    file: Arc::clone(&unit.file.catalog.file),
                    text: unit.file.text.cloned(),
                    deed,
                });
            }
        }
        (found, rows, tally)
    })?;
    let mut found = BTreeSet::new();
    let mut files = Edits::new();
    let (mut count, mut tally) = (0, Tally::new());
    let named = visited.rows.iter().map(|(name, (named, ..))| (name.as_str(), named.as_slice()));
    let ambiguous = selection.report_ambiguous(named, context);
    for (_, (named, rows, passed)) in visited.rows {
        found.extend(named);
        let is_clear = |row: &Row| row.address.rsplit_once('#').is_none_or(|(_, id)| !ambiguous.contains(id));
        let rows = rows.into_iter().filter(is_clear);
        for (why, units) in passed {
            *tally.entry(why).or_default() += units;
        }
        for row in rows {
            let address = visible(&row.address).into_owned();
            match row.deed {
                Deed::Done(edits, effect) => {
                    count += 1;
                    let what = if args.dry_run { effect.planned() } else { effect.done() };
                    let behind = if row.stays_behind { behind(args.dry_run) } else { "" };
                    writeln!(context.out, "{}  {address}  {what}{behind}", row.locale)?;
                    files.entry(row.file).or_insert_with(|| (row.text, Vec::new())).1.extend(edits);
                }
                Deed::Left(why) => {
                    context.progress(&format!("{}  {address}  left as it is: {why}", row.locale));
                }
                Deed::Current => {
                    context.progress(&format!("{}  {address}  is current already", row.locale));
                }
            }
        }
    }
    selection.report_unknown(&found, (&project, &survey, &visited.homes), context);
    write(files, args, &project, context);
    for one in left_out(&project, &survey, |name| selection.touches(name)) {
        context.progress(&one.to_string());
    }
    // After an acceptance these would only be noise, but for what nobody could know of.
    let is_plain = matches!(how, Accept::Stale { .. });
    let told = |why: Option<&str>| (count == 0 && is_plain) || why == Some(accept::UNREAD);
    for (why, units) in tally.into_iter().filter(|(why, _)| told(*why)) {
        context.progress(&match (why, units) {
            (None, 1) => "1 unit is current already".to_owned(),
            (None, _) => format!("{units} units are current already"),
            (Some(why), 1) => format!("left as it is: {why} (1 unit)"),
            (Some(why), _) => format!("left as it is: {why} ({units} units)"),
        });
    }
    tell(count, args.dry_run, context)
}

fn tell(count: usize, dry_run: bool, context: &mut Context<'_>) -> Result<(), Error> {
    let would = if dry_run { "would be " } else { "" };
    match count {
        0 => writeln!(context.out, "Nothing to accept.")?,
        1 => writeln!(context.out, "1 unit {would}accepted.")?,
        _ => writeln!(context.out, "{count} units {would}accepted.")?,
    }
    Ok(())
}

/// The text of a file; of one that is not there, nothing.
fn text_of(text: &Option<Arc<String>>) -> &str {
    text.as_ref().map_or("", |text| text.as_str())
}

/// The edits of each file, with its text.
type Edits = BTreeMap<Arc<str>, (Option<Arc<String>>, Vec<Edit>)>;

fn write(files: Edits, args: &Args, project: &Project, context: &mut Context<'_>) {
    for (file, (text, edits)) in files {
        let edits = catalog::edit::together(text_of(&text), edits);
        let written = match apply(text_of(&text), &edits) {
            Ok(_) if args.dry_run => continue,
            Ok(new) => project.write(&file, new.as_bytes()),
            Err(overlap) => {
                let message = format!("`{}` can't be edited: {overlap}", visible(&file));
                context.report(
                    Error::new(super::Kind::File, message).help("please report this; nothing was changed"),
                );
                continue;
            }
        };
        if let Err(error) = written {
            context.report(error);
        }
    }
}

/// A catalog that holds one of the two units of `--from`: locale, file, text.
type Holder = (String, Arc<str>, Option<Arc<String>>);

/// `--from OLD`: the translation of the unit OLD goes to the one that is named.
fn from(
    old: &str,
    args: &Args,
    project: &Project,
    locales: &[Locale],
    survey: &mut Survey,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let selection = Selection::parse(&args.addresses, project, survey, context);
    let olds = Selection::parse(&[old.to_owned()], project, survey, context);
    let source = project.config.source.as_str().to_owned();
    let visited = context.visit(project, survey, locales, |page| {
        let positions = page.positions();
        let mut news: Vec<(String, Holder)> = Vec::new();
        let mut former: Vec<(String, Holder)> = Vec::new();
        let asked = selection.touches(page.name) || olds.touches(page.name);
        let unread = (0..page.targets.len()).filter(|_| asked).filter_map(|at| unread(page, at)).collect();
        let places: FxHashMap<&str, usize> =
            page.units.iter().enumerate().map(|(at, unit)| (unit.id.as_str(), at)).collect();
        for target in page.targets {
            let file = Arc::clone(&target.catalog.file);
            let holder = || (target.locale.as_str().to_owned(), Arc::clone(&file), target.text.cloned());
            for (at, unit) in page.units.iter().enumerate() {
                if selection.names_unit(page, &unit.id, Some(positions[at])) {
                    news.push((unit.id.to_string(), holder()));
                }
            }
            for unit in &target.catalog.units {
                let at = places.get(unit.id);
                if olds.names_unit(page, unit.id, at.map(|&at| positions[at])) {
                    former.push((unit.id.to_owned(), holder()));
                }
            }
        }
        (news, former, unread)
    })?;
    let asked = |name: &str| selection.touches(name) || olds.touches(name);
    let (mut news, mut former) = (Vec::new(), Vec::new());
    let mut unreadable: Vec<Unread> = left_out(project, survey, asked).collect();
    for (_, (new, old, unread)) in visited.rows {
        news.extend(new);
        former.extend(old);
        unreadable.extend::<Vec<_>>(unread);
    }
    for (list, argument) in
        [(news.is_empty(), args.addresses.join(", ")), (former.is_empty(), old.to_owned())]
    {
        if list {
            let where_ = if unreadable.is_empty() { "" } else { " in what can be read" };
            context.report(Error::usage(format!("there is no unit `{}`{where_}", visible(&argument))));
        }
    }
    for one in unreadable {
        context.progress(&format!(
            "{}  left as it is: it can't be read; mend the file first",
            visible(&one.file)
        ));
    }
    let mut count = 0;
    let mut files = Edits::new();
    for (id, (locale, file, text)) in news {
        let Some((old_id, (_, old_file, old_text))) = former.iter().find(|(_, (tag, ..))| *tag == locale)
        else {
            continue;
        };
        let (to, _) = catalog::read(&file, text_of(&text), &source);
        let (from, _) = catalog::read(old_file, text_of(old_text), &source);
        let (Some(new_unit), Some(old_unit)) = (to.unit(&id), from.unit(old_id)) else { continue };
        match accept::from_unit(&from, old_unit, &to, new_unit) {
            Ok(edits) => {
                count += 1;
                let has = if args.dry_run { "would have" } else { "has" };
                writeln!(
                    context.out,
                    "{locale}  {id}  {has} the translation of {old_id}, to be made to fit"
                )?;
                let removed = catalog::edit::remove(&from, &[old_unit]);
                files.entry(file.clone()).or_insert_with(|| (text.clone(), Vec::new())).1.extend(edits);
                files
                    .entry(old_file.clone())
                    .or_insert_with(|| (old_text.clone(), Vec::new()))
                    .1
                    .extend(removed);
            }
            Err(why) => context.progress(&format!("{locale}  {id}  left as it is: {why}")),
        }
    }
    write(files, args, project, context);
    let would = if args.dry_run { "would be " } else { "" };
    let s = if count == 1 { "" } else { "s" };
    writeln!(context.out, "{count} translation{s} {would}moved.")?;
    Ok(())
}
