//! `drogman prune`.

use super::{Context, Error};
use crate::text::visible;
use crate::unit::prune::{candidates, without};

/// Remove obsolete units, and catalogs that hold nothing any more
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
    let visited = context.visit(&project, &mut survey, &locales, |page| {
        // What moves with the next sync is not obsolete.
        let waits = page.changed && (page.path.is_some() || !page.units.is_empty());
        (waits, page.path.is_none(), candidates(page))
    })?;
    let source = project.config.source.as_str().to_owned();
    let (mut units, mut files, mut waiting) = (0, 0, Vec::new());
    for (name, (waits, gone, catalogs)) in visited.rows {
        for (file, text, obsolete) in catalogs {
            let ids: Vec<&str> = obsolete
                .iter()
                .filter(|unit| visited.homes.document_of(&unit.id).is_none())
                .map(|unit| unit.id.as_str())
                .collect();
            if waits && !ids.is_empty() {
                waiting.push(name.clone());
                continue;
            }
            let rest = without(&file, &text, &source, &ids, gone);
            if rest.as_deref() == Some(text.as_str()) {
                continue;
            }
            let done = match (&rest, args.dry_run) {
                (_, true) => Ok(()),
                (Some(rest), false) => project.write(&file, rest.as_bytes()).map(|_| ()),
                (None, false) => project.remove(&file, &project.config.catalogs),
            };
            if let Err(error) = done {
                context.report(error);
                continue;
            }
            units += ids.len();
            for id in &ids {
                writeln!(context.out, "{}  {id}", visible(&file))?;
            }
            if rest.is_none() {
                files += 1;
                writeln!(context.out, "{}  the catalog", visible(&file))?;
            }
        }
    }
    waiting.dedup();
    for name in waiting {
        context.progress(&format!("{}: left alone until `drogman sync` has run", visible(&name)));
    }
    let would = if args.dry_run { " would be" } else { "" };
    match (units, files) {
        (0, 0) => writeln!(context.out, "Nothing is obsolete.")?,
        (units, files) => {
            let units =
                if units == 1 { "1 obsolete unit".to_owned() } else { format!("{units} obsolete units") };
            let files =
                if files == 1 { "1 empty catalog".to_owned() } else { format!("{files} empty catalogs") };
            writeln!(context.out, "{units} and {files}{would} removed.")?;
        }
    }
    Ok(())
}
