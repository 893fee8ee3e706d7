//! Links to headings. Site builders make the id of a heading of its words, so that a link of the French pages leads nowhere
//! in a page where the heading is translated.

mod linking;
mod told;

use rayon::prelude::*;

use crate::cli::Context;
use crate::document::{Anchors, Heading};
use crate::project::{DocumentFile, Project, Survey};
use crate::text::LineColumn;
use linking::{Linked, Lost, To};
pub(super) use linking::{Linking, Reader};

/// A link to a heading that is lost in built pages.
#[derive(Debug, Clone)]
struct Broken<'l> {
    /// The French page that it stands in, and where.
    page: &'l str,
    at: LineColumn,
    written: &'l str,
    /// The heading, and the French page that it is of.
    heading: Heading,
    of: String,
    lost: Vec<Lost>,
}

/// A link to another page: places in the lists of all documents, of the pages with links, and of the links of that page.
type Elsewhere = (usize, usize, usize);

/// Says which links of French pages lead to a heading there, and to none in built pages.
pub(super) fn tell(project: &Project, survey: &Survey, pages: &[Linking], context: &mut Context<'_>) {
    let mut broken: Vec<(usize, Broken<'_>)> = Vec::new();
    let mut elsewhere: Vec<Elsewhere> = Vec::new();
    for (page, linking) in pages.iter().enumerate() {
        for (at, link) in linking.links.iter().enumerate() {
            match &link.to {
                To::Own { heading, lost } => {
                    let heading = (linking.file.as_str(), heading);
                    broken.push((page, linking.broken(link, heading, lost.clone())));
                }
                To::Other { is_reference, .. } => {
                    let (path, _) = link.parts();
                    let names = project.config.documents_led_to(&linking.file, &path, *is_reference);
                    let other = names.iter().find_map(|name| survey.place_of(name));
                    elsewhere.extend(other.map(|other| (other, page, at)));
                }
            }
        }
    }
    // Each of the other pages is read once.
    elsewhere.sort_unstable();
    let by_page: Vec<&[Elsewhere]> = elsewhere.chunk_by(|a, b| a.0 == b.0).collect();
    let others: Vec<Vec<(usize, Broken<'_>)>> = by_page
        .into_par_iter()
        .map(|links| of_other(project, &survey.documents[links[0].0], links, pages).unwrap_or_default())
        .collect();
    broken.extend(others.into_iter().flatten());
    broken.retain(|(_, broken)| !broken.lost.is_empty());
    broken.sort_by_key(|(page, broken)| (*page, broken.at));
    told::tell(broken.into_iter().map(|(_, broken)| broken), &project.config.targets, context);
}

/// Which of the links to a page are lost in what was built of it, now or before; nothing if it can't be read.
fn of_other<'l>(
    project: &Project,
    other: &DocumentFile,
    links: &[Elsewhere],
    pages: &'l [Linking],
) -> Option<Vec<(usize, Broken<'l>)>> {
    let config = &project.config;
    let text = project.read(&other.file).ok()?;
    let french = Anchors::of(&text);
    let mut found: Vec<(usize, Broken<'l>)> = Vec::new();
    let mut checked: Vec<(&Linking, &Linked)> = Vec::new();
    for (_, page, at) in links {
        let (linking, link) = (&pages[*page], &pages[*page].links[*at]);
        if let Some(heading) = french.heading(&link.parts().1) {
            found.push((*page, linking.broken(link, (&other.file, heading), Vec::new())));
            checked.push((linking, link));
        }
    }
    for (at, locale) in config.targets.iter().enumerate() {
        if !checked.iter().any(|(linking, link)| linking.there(link, at).is_some()) {
            continue;
        }
        let Ok(text) = project.read(&config.output_path(locale, &other.path)) else { continue };
        let built = Anchors::of(&text);
        for ((_, broken), (linking, link)) in found.iter_mut().zip(&checked) {
            let there = linking.there(link, at);
            broken.lost.extend(there.and_then(|there| there.lost(at, &link.parts().1, &built)));
        }
    }
    Some(found)
}
