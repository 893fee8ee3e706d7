//! Files that pages name by where they lie: `./pont.jpg`, `import Avis from '../Avis.vue'`. From a page that is built into
//! another folder such a path leads elsewhere, and most site builders stop there.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::cli::Context;
use crate::config::{FILE_NAME, join, led_from};
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::document::{Line, decoded, outside_fences};
use crate::project::Project;
use crate::report::plural;
use crate::text::{LineColumn, visible};

/// A file of the project that a page names from its own folder.
pub(super) struct Named {
    /// As it is written.
    written: String,
    at: LineColumn,
    file: String,
}

/// A page with such files, and what was built of it.
pub(super) struct Naming {
    /// The French page, as a path of the project.
    pub(super) page: String,
    pub(super) named: Vec<Named>,
    /// The built pages, as paths in the output folder.
    pub(super) built: Vec<String>,
}

/// The files that a page names and that are there, but for pages and what `documents.exclude` names.
pub(super) fn named(project: &Project, page: &str, text: &str) -> Vec<Named> {
    let config = &project.config;
    let mut found: Vec<Named> = Vec::new();
    for (line, column, written) in names(text) {
        let Some(file) = leads(page, written).filter(|file| found.iter().all(|one| one.file != *file)) else {
            continue;
        };
        let is_other = config
            .under_content(&file)
            .is_none_or(|path| !config.is_document(path) && !config.documents.exclude.is_match(path));
        if is_other && project.path(&file).is_file() {
            found.push(Named { written: written.to_owned(), at: LineColumn { line, column }, file });
        }
    }
    found
}

/// What a path that a page writes leads to, as a path of the project.
fn leads(page: &str, written: &str) -> Option<String> {
    led_from(page, &decoded(written))
}

/// Says which of them are not where the built pages look for them. `is_said`: that files under content are not copied
/// was told already.
pub(super) fn tell(project: &Project, pages: &[Naming], is_said: bool, context: &mut Context<'_>) {
    let config = &project.config;
    let mut lost: Vec<Lost<'_>> = Vec::new();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for Naming { page, named, built } in pages {
        for one in named {
            if known.contains(one.file.as_str()) {
                continue;
            }
            let outputs = built.iter().map(|built| join(&config.output, built));
            let mut missed = outputs.filter_map(|output| {
                let looked = leads(&output, &one.written);
                let is_there = looked.as_ref().is_some_and(|looked| project.path(looked).is_file());
                (!is_there).then_some((output, looked))
            });
            if let Some((output, looked)) = missed.next() {
                known.insert(&one.file);
                lost.push(Lost { page, one, output, looked });
            }
        }
    }
    let (inside, outside): (Vec<&Lost<'_>>, Vec<&Lost<'_>>) =
        lost.iter().partition(|lost| config.under_content(&lost.one.file).is_some());
    if !is_said && let [first, ..] = inside[..] {
        let copied = config.targets.iter().flat_map(|locale| config.build(locale).copy.patterns()).cloned();
        let mut globs: Vec<String> = Vec::new();
        for glob in copied.chain(inside.iter().map(|lost| glob_of(&lost.one.file))) {
            if !globs.contains(&glob) {
                globs.push(glob);
            }
        }
        let globs: Vec<String> = globs.iter().map(|glob| format!("\"{}\"", visible(glob))).collect();
        let help = format!("copy such files, under [build] in {FILE_NAME}: copy = [{}]", globs.join(", "));
        context.warn(&[first.finding(inside.len()).help(help)]);
    }
    if let [first, ..] = outside[..] {
        let leads = first.looked.as_ref().map_or_else(
            || "out of the project".to_owned(),
            |looked| format!("to {}, which is not there", visible(looked)),
        );
        let help = format!(
            "from {} it leads {leads}: write a path that does not begin at the page, or give the French pages a folder beside those of the other languages, and write it from there",
            visible(&first.output)
        );
        context.warn(&[first.finding(outside.len()).help(help)]);
    }
}

/// A file that a built page does not find.
struct Lost<'n> {
    page: &'n str,
    one: &'n Named,
    output: String,
    /// Where the built page looks for it, in the project.
    looked: Option<String>,
}

impl Lost<'_> {
    /// What is told of the first of so many.
    fn finding(&self, count: usize) -> Diagnostic {
        let more = match count {
            1 => String::new(),
            count => format!(", and {}", plural(count - 1, "more file")),
        };
        let written = visible(&self.one.written);
        let message = format!("built pages do not find `{written}`, which this page names{more}");
        let place = Place { file: self.page.into(), at: Some(self.one.at), span: None };
        Diagnostic::new("", Severity::Warning, message).at(place)
    }
}

/// A glob for all files of its kind.
fn glob_of(file: &str) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    match name.rsplit_once('.') {
        Some((_, end)) => format!("**/*.{end}"),
        None => format!("**/{name}"),
    }
}

/// What may be such a path, with its line and column: where Markdown and tags have an address, and whatever begins with
/// a dot and a slash. Code has none.
fn names(text: &str) -> Vec<(usize, usize, &str)> {
    static SIGNS: LazyLock<[Finder<'static>; 4]> =
        LazyLock::new(|| ["](", "src=", "{{#include ", "./"].map(|sign| Finder::new(sign).into_owned()));
    let may_name = |text: &str| SIGNS.iter().any(|sign| sign.find(text.as_bytes()).is_some());
    let mut found = Vec::new();
    // Most pages and lines name no file.
    if !may_name(text) {
        return found;
    }
    for Line { number, text: line, .. } in outside_fences(text) {
        if !line.contains('.') || !may_name(line) {
            continue;
        }
        let mut starts: Vec<usize> = Vec::new();
        for opening in ["](", "](<", "src=\"", "src='", "{{#include "] {
            starts.extend(line.match_indices(opening).map(|(from, _)| from + opening.len()));
        }
        starts.extend(line.match_indices("./").filter_map(|(from, _)| {
            let from = if line[..from].ends_with('.') { from - 1 } else { from };
            let before = line[..from].chars().next_back();
            before.is_none_or(|c| c.is_whitespace() || "\"'(=<:[".contains(c)).then_some(from)
        }));
        starts.sort_unstable();
        starts.dedup();
        let (mut last, mut column, mut is_code) = (0, 1, false);
        for from in starts {
            let between = &line[last..from];
            is_code ^= between.bytes().filter(|byte| *byte == b'`').count() % 2 == 1;
            column += between.chars().count();
            last = from;
            let name = line[from..].split(is_end).next().unwrap_or_default().trim_end_matches("--");
            if !is_code && name.contains('.') && !name.starts_with('/') {
                found.push((number, column, name));
            }
        }
    }
    found
}

fn is_end(c: char) -> bool {
    c.is_whitespace() || "\"'()<>{},;|#?:".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_found_where_pages_name_files() {
        let text = "---\nimage: ../../une.png\nimages: [./a.png, './b.png']\n---\nimport Avis from './Avis.vue';\n\n\
            ![Un](c.png \"Un\") et [deux](<d.pdf#page=2>), <img src=\"e.svg\">\n<<< ./x.js{2}\n<!--@include: ./y.md-->\n\
            {{#include z.rs:2:4}}\n[plan]: ./f.pdf?x=1\n";
        let found: Vec<&str> = names(text).into_iter().map(|(_, _, name)| name).collect();
        let wanted = "../../une.png ./a.png ./b.png ./Avis.vue c.png d.pdf e.svg ./x.js ./y.md z.rs ./f.pdf";
        assert_eq!(found.join(" "), wanted);
        assert_eq!(names("é ![a](b.png)")[0], (1, 8, "b.png"));
        for none in [
            "Fin de phrase. (etc.)",
            "`sh ./x.sh`",
            "```sh\n./x.sh\n```",
            "[a](/b.png) [c](#d.e) [f](https://x.test/y.png)",
            "Et.../ou a./b",
        ] {
            let found: Vec<&str> = names(none).into_iter().map(|(_, _, name)| name).collect();
            assert!(found.iter().all(|name| *name == "https"), "{none}: {found:?}");
        }
    }
}
