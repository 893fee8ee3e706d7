//! A sync that is cut short after some of its writes.

use drogman::project::Project;
use drogman::segment::Rules;
use drogman::unit::plan::{self, FileChange, Plan};
use drogman::unit::repeats::Repeats;

use crate::Dice;
use crate::support::{Dir, Files};

/// Makes some of the writes of a sync, all of each step but the last, and syncs again: the end is that of an
/// undisturbed run.
pub(crate) fn sync_is_finished_by_the_next(before: &Files, dice: &mut Dice, name: &str) {
    let whole = Dir::of(before);
    let plan = plan(&whole);
    let steps: Vec<_> = plan.steps.iter().filter(|step| !step.is_empty()).collect();
    if steps.is_empty() {
        return;
    }
    let last = dice.below(steps.len());
    let dir = Dir::of(before);
    let mut done = Vec::new();
    for (at, step) in steps.iter().enumerate().take(last + 1) {
        for change in *step {
            if at < last || dice.below(2) == 0 {
                done.push((at, change.file.clone()));
                write(&dir, change);
            }
        }
    }
    let state = dir.files();
    for dir in [&dir, &whole] {
        plan_again(dir);
    }
    let (end, expected) = (dir.files(), whole.files());
    if end != expected {
        for (files, folder) in [(before, "before"), (&state, "cut"), (&end, "end"), (&expected, "expected")] {
            keep(files, folder);
        }
    }
    let other: Vec<&String> =
        end.iter().filter(|&(name, bytes)| expected.get(name) != Some(bytes)).map(|(name, _)| name).collect();
    assert!(end == expected, "{name}: cut short after {done:?}, another end: {other:?}");
}

fn plan(dir: &Dir) -> Plan {
    let project = Project::open(&dir.root()).expect("a project");
    let mut survey = project.survey().expect("its files");
    let rules = Rules::for_language("fr", &[]).expect("French has rules");
    let visited = project.visit(&mut survey, &rules, &project.config.targets, plan::page_plan);
    let pages: Vec<_> = visited.rows.into_iter().filter_map(|(_, page)| page).collect();
    plan::plan(&pages, "fr", &Repeats::default())
}

fn plan_again(dir: &Dir) {
    plan(dir).steps.iter().flatten().for_each(|change| write(dir, change));
}

fn write(dir: &Dir, change: &FileChange) {
    let project = Project::open(&dir.root()).expect("a project");
    match &change.text {
        Some(text) => drop(project.write(&change.file, text.as_bytes()).expect("written")),
        None => project.remove(&change.file, &project.config.catalogs).expect("removed"),
    }
}

/// Keeps files to look at, where `DROGMAN_WALK_KEEP` says.
pub(crate) fn keep(files: &Files, name: &str) {
    let Some(folder) = std::env::var_os("DROGMAN_WALK_KEEP") else { return };
    for (file, bytes) in files {
        let path = std::path::Path::new(&folder).join(name).join(file);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }
}
