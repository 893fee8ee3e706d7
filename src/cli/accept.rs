//! `drogman accept`.

mod from;
mod numbers;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use self::numbers::lacks_number;
use super::address::Selection;
use super::proposed;
use super::since::Since;
use super::tasks::left_out;
use super::{Context, Error};
use crate::catalog;
use crate::check::Target;
use crate::project::Project;
use crate::report::plural;
use crate::text::{Edit, apply, quoted, visible};
use crate::unit::accept::{self, Accept, Deed, Effect, Left};
use crate::unit::assess::{Assessed, assess};
use crate::unit::{Page, Shared};

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
    /// What they ask for.
    fn how(&self) -> Accept {
        match (self.proposal, self.adopt, self.carry) {
            (true, ..) => Accept::Proposal,
            (_, true, _) => Accept::Adopt,
            (.., true) => Accept::Carry,
            (false, false, false) => Accept::Stale { minor: self.minor, unverified: self.unverified },
        }
    }

    /// Whether they say which units are meant. Not left to the reader of arguments, whose list of what is
    /// missing tells nobody what to write.
    fn hold(&self) -> Result<(), Error> {
        if self.all && !self.addresses.is_empty() {
            let named = visible(&self.addresses.join(" ")).into_owned();
            let message = format!("--all is for all stale units, and `{named}` names some");
            let words: Vec<String> = self.addresses.iter().map(|address| quoted(address)).collect();
            let help = format!("all: drogman accept --all\nonly those: drogman accept {}", words.join(" "));
            return Err(Error::usage(message).help(help));
        }
        if self.addresses.is_empty() && self.proposal {
            return Err(Error::usage("--proposal does not say of which unit").help(
                "name it: drogman accept --proposal ADDRESS\n`drogman todo` shows proposals, and addresses",
            ));
        }
        if let Some(old) = self.from.as_ref().filter(|_| self.addresses.is_empty()) {
            let message =
                format!("--from does not say which unit takes the translation of `{}`", visible(old));
            let help = format!("name it: drogman accept --from {} ADDRESS", quoted(old));
            return Err(Error::usage(message).help(help));
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
type Tally = BTreeMap<Option<Left>, usize>;

/// What is said of a page.
#[derive(Default)]
struct Looked {
    /// Which arguments name something of it, by their places.
    found: Vec<usize>,
    rows: Vec<Row>,
    tally: Tally,
}

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
        return from::from(old, args, &project, &locales, &mut survey, context);
    }
    let selection = match args.addresses.is_empty() {
        true => Selection::all(),
        false => Selection::parse(&args.addresses, &project, &survey, context),
    };
    let texts = context.shared_texts(&project, &mut survey, &locales);
    let shared = texts.read(project.config.source.as_str());
    let shared = shared.by_locale();
    let targets: Vec<Target> = locales.iter().map(Target::new).collect();
    let asked =
        Asked { how: args.how(), minor: args.minor, selection: &selection, since: since.as_ref(), targets };
    let visited =
        context.visit(&project, &mut survey, &locales, |page| asked.look(page, |locale| &shared[locale]))?;
    let (mut found, mut files, mut tally) = (BTreeSet::new(), Edits::new(), Tally::new());
    let mut count = 0;
    let named = visited.rows.iter().map(|(name, looked)| (name.as_str(), looked.found.as_slice()));
    let ambiguous = selection.report_ambiguous(named, context);
    for (_, looked) in visited.rows {
        found.extend(looked.found);
        for (why, units) in looked.tally {
            *tally.entry(why).or_default() += units;
        }
        let is_clear = |row: &Row| row.address.rsplit_once('#').is_none_or(|(_, id)| !ambiguous.contains(id));
        count += tell_deeds(looked.rows.into_iter().filter(is_clear), &mut files, args.dry_run, context)?;
    }
    selection.report_unknown(&found, (&project, &survey, &visited.homes), context);
    write(files, args, &project, context);
    for one in left_out(&project, &survey, |name| selection.touches(name)) {
        context.progress(&one.to_string());
    }
    // After an acceptance these would only be noise, but for what nobody could know of.
    let is_plain = matches!(asked.how, Accept::Stale { .. });
    tally.retain(|why, _| (count == 0 && is_plain) || *why == Some(Left::Unread));
    tell_tally(tally, context);
    tell(count, args.dry_run, context)
}

/// Says what becomes of each unit, and adds the edits to those of its file; gives how many units are accepted.
fn tell_deeds(
    rows: impl Iterator<Item = Row>,
    files: &mut Edits,
    dry_run: bool,
    context: &mut Context<'_>,
) -> Result<usize, Error> {
    let mut count = 0;
    for row in rows {
        let address = visible(&row.address).into_owned();
        match row.deed {
            Deed::Done(edits, effect) => {
                count += 1;
                let what = if dry_run { effect.planned() } else { effect.done() };
                let behind = if row.stays_behind { behind(dry_run) } else { "" };
                writeln!(context.out, "{}  {address}  {what}{behind}", row.locale)?;
                if let (Effect::Carried, Some(carried), true) = (effect, edits.first(), dry_run) {
                    writeln!(context.out, "    {}", visible(&carried.with))?;
                }
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
    Ok(count)
}

/// Says how many units were passed over.
fn tell_tally(tally: Tally, context: &mut Context<'_>) {
    for (why, units) in tally {
        context.progress(&match (why, units) {
            (None, 1) => "1 unit is current already".to_owned(),
            (None, _) => format!("{units} units are current already"),
            (Some(why), _) => format!("left as it is: {why} ({})", plural(units, "unit")),
        });
    }
}

/// What was asked for.
struct Asked<'s> {
    how: Accept,
    /// Whether only minor changes are meant.
    minor: bool,
    selection: &'s Selection,
    since: Option<&'s Since>,
    /// What is known of each locale.
    targets: Vec<Target>,
}

impl Asked<'_> {
    /// Looks at a page: which of its units would be accepted, and why others would not.
    fn look<'c>(&self, page: &Page<'c>, shared: impl Fn(usize) -> &'c Shared<'c>) -> Looked {
        let mut looked = Looked::default();
        let selection = self.selection;
        if !selection.touches(page.name) {
            return looked;
        }
        let positions = page.positions();
        let place = |at: usize| Some(positions[at]);
        let units = 0..page.units.len();
        looked.found =
            units.clone().flat_map(|at| selection.naming(page, &page.units[at].id, place(at))).collect();
        let wanted: Vec<usize> =
            units.filter(|&at| selection.holds(page, &page.units[at].id, place(at))).collect();
        let locales = 0..self.targets.len();
        for locale in locales.filter(|&locale| page.targets[locale].in_scope && !wanted.is_empty()) {
            let assessed: Vec<Assessed<'_>> = assess(page, locale, shared(locale)).collect();
            let is_asked = |at: &usize| {
                selection.holds_in(page, &page.units[*at].id, place(*at), page.targets[locale].locale)
            };
            for at in wanted.iter().copied().filter(is_asked) {
                let unit = &assessed[at];
                let named = selection.names_unit(page, &page.units[at].id, place(at));
                match self.deed(page, at, unit, locale, named) {
                    None => {}
                    Some(Deed::Current) if !named => *looked.tally.entry(None).or_default() += 1,
                    Some(Deed::Left(why)) if !named && !why.is_told_of_each() => {
                        *looked.tally.entry(Some(why)).or_default() += 1;
                    }
                    Some(deed) => looked.rows.push(Row {
                        stays_behind: self.is_plain(&deed) && accept::carries(page, at, unit),
                        locale: unit.file.locale.as_str().to_owned(),
                        address: format!("{}#{}", page.name, page.units[at].id),
                        file: Arc::clone(&unit.file.catalog.file),
                        text: unit.file.text.cloned(),
                        deed,
                    }),
                }
            }
        }
        looked
    }

    /// What becomes of a unit; nothing if it is not meant: an argument does not name it, and the branch did not touch it.
    fn deed(
        &self,
        page: &Page<'_>,
        at: usize,
        unit: &Assessed<'_>,
        locale: usize,
        named: bool,
    ) -> Option<Deed> {
        let target = &self.targets[locale];
        let deed = match accept::accept(page, at, unit, self.how, named) {
            Deed::Done(_, Effect::Proposal) if !named && proposed::says_more(page, at, locale, target) => {
                Deed::Left(Left::ProposalOfMore)
            }
            deed => deed,
        };
        let deed = match (self.since.map(|since| since.change(page, at, unit)), deed) {
            (None, deed) => deed,
            (Some(Some(change)), Deed::Done(..))
                if self.minor && !change.was_current && (change.source || change.translation) =>
            {
                Deed::Left(Left::NotCurrentThen)
            }
            (Some(Some(change)), deed) if change.source || change.translation => deed,
            (Some(_), _) if !named => return None,
            (Some(_), deed @ Deed::Current) => deed,
            (Some(_), _) => Deed::Left(Left::UntouchedSince),
        };
        Some(match self.is_plain(&deed) && !named && lacks_number(page, at, unit, target) {
            true => Deed::Left(Left::LacksNumber),
            false => deed,
        })
    }

    /// Whether a `# fr:` line is set, and nothing else done.
    fn is_plain(&self, deed: &Deed) -> bool {
        matches!(self.how, Accept::Stale { .. }) && matches!(deed, Deed::Done(..))
    }
}

fn tell(count: usize, dry_run: bool, context: &mut Context<'_>) -> Result<(), Error> {
    let would = if dry_run { "would be " } else { "" };
    match count {
        0 => writeln!(context.out, "Nothing to accept.")?,
        _ => writeln!(context.out, "{} {would}accepted.", plural(count, "unit"))?,
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
