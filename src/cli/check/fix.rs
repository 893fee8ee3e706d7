//! `check --fix`: the changes that are certain and harmless.

use std::collections::BTreeMap;

use crate::cli::{Context, Error};
use crate::diagnostic::{Findings, Group, Suggestion};
use crate::project::Project;
use crate::report::plural;
use crate::text::{Edit, apply};

/// Makes the certain changes that findings suggest; of two that overlap, the first. Tells how many there
/// were, and whether there was one.
///
/// # Errors
/// If another process writes to the project.
pub(super) fn fix(findings: &Findings, project: &Project, context: &mut Context<'_>) -> Result<bool, Error> {
    let mut files: BTreeMap<&str, (&Group, Vec<Edit>)> = BTreeMap::new();
    for group in findings.groups().iter().filter(|group| group.tally().certain > 0) {
        let Some(file) = group.file() else { continue };
        files.insert(file, (group, certain(group).map(|suggestion| suggestion.edit).collect()));
    }
    if files.is_empty() {
        return Ok(false);
    }
    let _lock = context.lock(project, "check --fix")?;
    project.sweep(&project.config.catalogs);
    let (mut changes, mut written) = (0, 0);
    for (file, (group, mut edits)) in files {
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let mut end = 0;
        edits.retain(|edit| {
            let free = edit.span.start >= end;
            end = if free { edit.span.end } else { end };
            free
        });
        let text = match project.read(file) {
            Ok(text) => text,
            Err(error) => {
                context.report(error);
                continue;
            }
        };
        // The file is that of a moment ago, or these are not its words any more.
        let Some(new) = apply(&text, &edits).ok().filter(|_| stands(&text, group)) else { continue };
        match project.write(file, new.as_bytes()) {
            Ok(_) => {
                changes += edits.len();
                written += 1;
            }
            Err(error) => context.report(error),
        }
    }
    context.progress(&format!("{} made in {}", plural(changes, "change"), plural(written, "file")));
    Ok(changes > 0)
}

/// The changes that findings suggest for a file and that are certain.
fn certain(group: &Group) -> impl Iterator<Item = Suggestion> {
    group.iter().filter_map(|finding| finding.suggestion).filter(|one| one.certain).map(|one| *one)
}

/// Whether what findings suggest for a file still is about the lines that it has.
fn stands(text: &str, group: &Group) -> bool {
    certain(group).all(|one| text.get(one.edit.span.clone()).is_some() && one.fits(text))
}
