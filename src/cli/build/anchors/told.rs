//! What is told of links that lead nowhere: once of each heading, with the first link to it.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::Broken;
use super::linking::Lost;
use crate::cli::Context;
use crate::cli::build::left::listed;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::document::decoded;
use crate::report::plural;
use crate::text::{Locale, shorten, visible};

/// More headings are counted, not told.
const TOLD: usize = 10;

/// As much of a heading is shown.
const LONGEST: usize = 60;

/// The links to a heading.
struct Group<'l> {
    first: Broken<'l>,
    links: usize,
    /// Indices of the target locales where they lead nowhere.
    locales: BTreeSet<usize>,
    /// What the translation has in place of the first link.
    instead: Option<String>,
}

/// Tells of links, which come in the order of the pages.
pub(super) fn tell<'l>(
    broken: impl Iterator<Item = Broken<'l>>,
    targets: &[Locale],
    context: &mut Context<'_>,
) {
    let groups = groups(broken);
    for group in groups.iter().take(TOLD) {
        context.warn(&[finding(group, targets)]);
    }
    let more = groups.len().saturating_sub(TOLD);
    if more > 0 {
        context.progress(&format!(
            "{} with links that lead nowhere in other languages: drogman build DOCUMENT tells those of a page",
            plural(more, "more heading")
        ));
    }
}

/// Links that are told together: by their heading, the page of it and its line, and where translations have another name, by
/// what was written and what became of it.
type Key<'l> = (String, usize, Option<(&'l str, String)>);

/// The links in the order of the first ones.
fn groups<'l>(broken: impl Iterator<Item = Broken<'l>>) -> Vec<Group<'l>> {
    let mut groups: Vec<Group<'l>> = Vec::new();
    let mut known: FxHashMap<Key<'l>, usize> = FxHashMap::default();
    for one in broken {
        let mut counted: Option<usize> = None;
        for Lost { locale, instead } in &one.lost {
            let changed = instead.clone().map(|instead| (one.written, instead));
            let key = (one.of.clone(), one.heading.line, changed);
            let at = *known.entry(key).or_insert(groups.len());
            if at == groups.len() {
                let (first, instead) = (one.clone(), instead.clone());
                groups.push(Group { first, links: 0, locales: BTreeSet::new(), instead });
            }
            groups[at].locales.insert(*locale);
            if counted != Some(at) {
                groups[at].links += 1;
                counted = Some(at);
            }
        }
    }
    groups
}

fn finding(group: &Group<'_>, targets: &[Locale]) -> Diagnostic {
    let Broken { page, at, written, heading, of, .. } = &group.first;
    let fragment = decoded(written.split_once('#').map_or("", |(_, fragment)| fragment));
    let locales: Vec<&str> = group.locales.iter().map(|at| targets[*at].as_str()).collect();
    let (locales, written, fragment) = (listed(&locales), visible(written), visible(&fragment));
    let words = visible(&shorten(&heading.words, LONGEST)).into_owned();
    let message = match (&group.instead, group.links) {
        (Some(instead), _) => {
            format!("in {locales}, `{written}` became `#{}`, which leads nowhere there", visible(instead))
        }
        (None, 1) => {
            format!("`{written}` leads nowhere in {locales}, where the heading “{words}” is translated")
        }
        (None, links) => format!(
            "`{written}` and {} lead nowhere in {locales}, where the heading “{words}” is translated",
            plural(links - 1, "more link")
        ),
    };
    let keep = match &group.instead {
        Some(_) => format!("write `{written}` in the translation, and "),
        None => String::new(),
    };
    let help = format!(
        "{keep}give the heading an id that stays in all languages ({}:{}): `{} {{#{fragment}}}`, or in Astro and Eleventy a line `<a id=\"{fragment}\"></a>` above it",
        visible(of),
        heading.line,
        visible(&shorten(&heading.written, LONGEST)),
    );
    let place = Place { file: (*page).into(), at: Some(*at), span: None };
    Diagnostic::new("", Severity::Warning, message).at(place).help(help)
}
