//! Places of a page that a link may lead to: headings, whose ids site builders make of their words, and ids that are
//! given.
//!
//! Nobody says which builder makes the site, so whatever one of them makes of a heading leads to it.

mod heading;
mod link;
mod slug;

use rustc_hash::{FxHashMap, FxHashSet};

pub use link::{Link, decoded, links};

/// A heading that a link may lead to by its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The number of its line, from 1.
    pub line: usize,
    /// As it is written, with its marks.
    pub written: String,
    /// As readers see it.
    pub words: String,
}

/// The places of a page of Markdown.
#[derive(Debug, Default)]
pub struct Anchors {
    /// Those without an id that is given.
    headings: Vec<Heading>,
    /// Places in `headings` by each id that a builder makes of one, in their order.
    of_words: FxHashMap<String, Vec<usize>>,
    given: FxHashSet<String>,
    is_beyond_latin: bool,
}

impl Anchors {
    /// Those of a page, by its whole text.
    pub fn of(page: &str) -> Self {
        let mut anchors = Anchors { given: given(page), ..Anchors::default() };
        for found in heading::headings(page).into_iter().filter(|found| !found.has_id) {
            let written = [found.marks, found.written].join(" ").trim_start().to_owned();
            anchors
                .add(Heading { line: found.line, written, words: found.words().into_owned() }, found.written);
        }
        anchors
    }

    /// These headings in other words, in the same order.
    #[must_use]
    pub fn reworded(&self, reword: impl Fn(&str) -> String) -> Self {
        let mut anchors = Anchors::default();
        for heading in &self.headings {
            let text = reword(heading.written.trim_start_matches('#').trim_start());
            let words = heading::Heading::of(&text).words().into_owned();
            anchors.add(Heading { words, ..heading.clone() }, &text);
        }
        anchors
    }

    /// Adds a heading, and what builders make of it. `raw` is it with its markup: kramdown takes that.
    fn add(&mut self, heading: Heading, raw: &str) {
        let at = self.headings.len();
        let mut slugs = slug::slugs(&heading.words);
        if heading.words != raw {
            slugs.extend(slug::slugs(raw));
        }
        for slug in slugs {
            let of_slug = self.of_words.entry(slug).or_default();
            if of_slug.last() != Some(&at) {
                of_slug.push(at);
            }
        }
        self.is_beyond_latin |= heading.words.contains(is_beyond_latin);
        self.headings.push(heading);
    }

    /// The heading that a fragment leads to by the heading's words; none if an id of this name is given.
    pub fn heading(&self, fragment: &str) -> Option<&Heading> {
        if self.given.contains(fragment) {
            None
        } else {
            self.by_words(fragment).map(|at| &self.headings[at])
        }
    }

    /// Whether a fragment leads to a place of the page.
    pub fn has(&self, fragment: &str) -> bool {
        self.given.contains(fragment) || self.by_words(fragment).is_some()
    }

    /// Whether a fragment leads by words to the heading that another one leads to in a translation of the page. Nothing
    /// of one that leads to no heading by its words, nor where the other one is given.
    pub fn has_same(&self, fragment: &str, translation: &Anchors, other: &str) -> Option<bool> {
        let here = self.by_words(fragment)?;
        match translation.by_words(other) {
            Some(there) => Some(here == there || self.headings.len() != translation.headings.len()),
            None => (!translation.given.contains(other)).then_some(false),
        }
    }

    /// Whether a heading has letters that are no Latin ones, which some builders write in Latin letters.
    pub fn are_beyond_latin(&self) -> bool {
        self.is_beyond_latin
    }

    /// The place of the heading that a fragment leads to by its words.
    fn by_words(&self, fragment: &str) -> Option<usize> {
        let first = self.of_words.get(fragment).and_then(|all| all.first());
        // The second one of the same words is called `pont-1`, the third one `pont-2`; in MkDocs `pont_1`.
        let at = first.or_else(|| {
            let (words, number) = fragment.rsplit_once(['-', '_'])?;
            let number: usize = number.parse().ok().filter(|number| *number > 0)?;
            self.of_words.get(words)?.get(number)
        });
        at.copied()
    }
}

fn is_beyond_latin(c: char) -> bool {
    !matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && c.is_alphabetic()
}

/// The ids that stand in a page: `{#pont}`, `id="pont"`, `name="pont"`. What only looks like one does no harm: of links to
/// it nothing is told.
fn given(page: &str) -> FxHashSet<String> {
    /// In so many bytes behind a brace an id may stand.
    const NEAR: usize = 120;
    /// So long an id may be: what goes on and on is looked at once, not from each of its signs.
    const LONGEST: usize = 500;
    let is_end = |c: char| c.is_whitespace() || "\"'<>{}*,;".contains(c);
    let name = |from: usize| {
        let rest = page[from..page.floor_char_boundary(from + LONGEST)].trim_start_matches(['"', '\'', '{']);
        rest[..rest.find(is_end).unwrap_or(rest.len())].to_owned()
    };
    let mut found = FxHashSet::default();
    for attribute in ["id=", "name="] {
        let all = memchr::memmem::find_iter(page.as_bytes(), attribute);
        found.extend(all.map(|at| name(at + attribute.len())));
    }
    for at in memchr::memchr_iter(b'#', page.as_bytes()) {
        let near = &page.as_bytes()[at.saturating_sub(NEAR)..at];
        let open = near.iter().rposition(|byte| matches!(byte, b'{' | b'}' | b'\n'));
        if open.is_some_and(|open| near[open] == b'{') || near.trim_ascii_end().ends_with(b"<!--") {
            found.insert(name(at + 1));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Le pont\n\n## Exemple\n\n## L’été\n\n## Exemple\n\n## Plan {#carte}\n\n<a id=\"quai\"></a>\n\
        <h2 name='bac'>Bac</h2>\n\n## Le *[pont](x.md)*\n";

    #[test]
    fn a_fragment_leads_to_a_heading_by_any_way() {
        let anchors = Anchors::of(PAGE);
        let line = |fragment: &str| anchors.heading(fragment).map(|heading| heading.line);
        for fragment in ["lété", "l-ete", "lete", "l-été", "l’été", "lt"] {
            assert_eq!(line(fragment), Some(5), "{fragment}");
        }
        assert_eq!((line("exemple"), line("exemple-1"), line("exemple_1")), (Some(3), Some(7), Some(7)));
        assert_eq!((line("le-pont"), line("le-pont-1"), line("le-pontxmd")), (Some(1), Some(14), Some(14)));
        for none in ["exemple-2", "exemple-0", "Exemple", "ete", "plan", "fn1", "bac-1", ""] {
            assert!(!anchors.has(none), "{none}");
        }
    }

    #[test]
    fn ids_that_are_given_lead_somewhere_and_to_no_heading_by_its_words() {
        let anchors = Anchors::of(PAGE);
        for given in ["carte", "quai", "bac"] {
            assert!(anchors.has(given) && anchors.heading(given).is_none(), "{given}");
        }
        for page in
            ["# Le pont {#le-pont}", "<a id=\"le-pont\"></a>\n\n# Le pont", "[](){ .x #le-pont }\n# Le pont"]
        {
            assert!(Anchors::of(page).heading("le-pont").is_none(), "{page}");
        }
        assert!(!Anchors::of("[a](#b) et #c").has("b"));
    }

    #[test]
    fn the_same_heading_is_known_in_a_translation() {
        let french = Anchors::of("# Le pont\n\n## Le bac\n\n## Plan {#carte}\n\n## Le bac\n");
        let built = Anchors::of("# The bridge\n\n## The ferry\n\n## Map {#carte}\n\n## The ferry\n");
        let reworded =
            french.reworded(|text| text.replace("Le pont", "The bridge").replace("Le bac", "The *ferry*"));
        for here in [&built, &reworded] {
            for (fragment, other) in
                [("le-pont", "the-bridge"), ("le-bac", "the-ferry"), ("le-bac-1", "the-ferry-1")]
            {
                assert_eq!(french.has_same(fragment, here, other), Some(true), "{fragment}");
            }
            for (fragment, other) in
                [("le-pont", "the-ferry"), ("le-bac", "the-ferry-1"), ("le-pont", "le-pont")]
            {
                assert_eq!(french.has_same(fragment, here, other), Some(false), "{fragment}");
            }
            assert_eq!(french.has_same("carte", here, "map"), None);
            assert_ne!(french.has_same("le-pont", here, "carte"), Some(true));
        }
    }

    #[test]
    fn time_is_linear_in_the_page() {
        for page in ["{", "#", "{#", "](#a ", "id=", "{#é"].map(|part| part.repeat(200_000)) {
            let anchors = Anchors::of(&page);
            assert!(!anchors.has("x") && anchors.headings.is_empty());
            assert!(links(&page).len() <= 200_000);
        }
    }
}
