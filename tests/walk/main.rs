//! A random walk: an author, two translators and their tools at work, on branches that git merges, against
//! what must always be true.
//!
//! `DROGMAN_WALK` sets the number of steps (16 otherwise), `DROGMAN_WALK_SEEDS` how many walks there are (2
//! otherwise) and `DROGMAN_WALK_SEED` the first; each is named by its seed.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

mod branches;
mod cut;
#[path = "../support/mod.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use support::{Dir, Files};

/// Numbers without end from a seed (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }
}

const LOCALES: [&str; 2] = ["en", "de"];
const SUBJECTS: [&str; 6] = ["Le phare", "La digue", "Le gardien", "Une barque", "La cale", "Ce bassin"];
const VERBS: [&str; 5] = ["attend", "protège", "accueille", "surveille", "borde"];
const OBJECTS: [&str; 5] = ["la mer", "les marins", "l'hiver", "le village", "la côte"];

fn sentence(dice: &mut Dice) -> String {
    let (subject, verb, object) = (dice.below(6), dice.below(5), dice.below(5));
    format!("{} {} {} depuis {} ans.", SUBJECTS[subject], VERBS[verb], OBJECTS[object], 2 + dice.below(900))
}

/// French without what a typographer may change.
fn plain(text: &str) -> String {
    text.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The French that somebody said each translation renders.
type MadeFor = BTreeMap<String, BTreeSet<String>>;

/// The model: the pages as the author has them, and what the translations were made for.
struct Walk {
    dir: Dir,
    dice: Dice,
    pages: BTreeMap<String, Vec<String>>,
    made_for: MadeFor,
    count: usize,
    /// Branches were merged: a unit may stand twice since, which is told.
    merged: bool,
}

impl Walk {
    /// Somebody says that a translation renders this French.
    fn says(&mut self, mark: &str, french: &str) {
        self.made_for.entry(mark.to_owned()).or_default().insert(plain(french));
    }

    fn write(&self) {
        let _ = std::fs::remove_dir_all(self.dir.path("content"));
        std::fs::create_dir(self.dir.path("content")).unwrap();
        for (page, sentences) in &self.pages {
            self.dir.put(&format!("content/{page}.txt"), sentences.join("\n") + "\n");
        }
    }

    /// One step of the author.
    fn author(&mut self) {
        let names: Vec<String> = self.pages.keys().cloned().collect();
        let name = names[self.dice.below(names.len())].clone();
        let fresh = sentence(&mut self.dice);
        let step = self.dice.below(12);
        let page = self.pages.get_mut(&name).unwrap();
        let at = self.dice.below(page.len());
        match step {
            0 => page.insert(at, fresh),
            1 => page[at] = fresh,
            2 => page[at] = page[at].replace(" depuis", " jamais depuis"),
            3 => page[at] = page[at].replace('\'', "’"),
            4 if page.len() > 2 => drop(page.remove(at)),
            5 => page.rotate_left(at),
            6 => {
                let moved = self.pages.remove(&name).unwrap();
                self.count += 1;
                self.pages.insert(format!("page{}", self.count), moved);
            }
            7 => {
                page[at] = page[at]
                    .chars()
                    .map(|one| {
                        if one == '9' {
                            '8'
                        } else if one.is_ascii_digit() {
                            '9'
                        } else {
                            one
                        }
                    })
                    .collect()
            }
            // A passage goes to another page.
            10 if page.len() > 2 => {
                let moved = page.split_off(page.len() - 1 - at % 2);
                let other = names[self.dice.below(names.len())].clone();
                let other = self.pages.get_mut(&other).unwrap();
                let place = if other.is_empty() { 0 } else { self.dice.below(other.len()) };
                other.splice(place..place, moved);
            }
            // A page is copied to begin another.
            11 => {
                let copied = page.clone();
                self.count += 1;
                self.pages.insert(format!("page{}", self.count), copied);
            }
            // A sentence is cut in two, or joined with the next.
            8 => {
                let (first, second) = page[at].split_once(" depuis ").unwrap_or((&page[at], "peu."));
                let cut =
                    [format!("{}.", first.trim_end_matches('.')), format!("C'est ainsi depuis {second}")];
                page.splice(at..=at, cut);
            }
            9 if at + 1 < page.len() && page.len() > 2 => {
                let second = page.remove(at + 1);
                page[at] = format!("{} et {}", page[at].trim_end_matches('.'), second.to_lowercase());
            }
            _ => {}
        }
        self.write();
    }

    /// Fills stubs, each with words that no other translation has.
    fn translator(&mut self) {
        let french = messages(&self.dir.files(), "locales/fr/");
        let folder = format!("locales/{}/", LOCALES[self.dice.below(2)]);
        for (file, bytes) in self.dir.files() {
            if !file.starts_with(&folder) {
                continue;
            }
            let text = String::from_utf8(bytes).unwrap();
            let mut out = String::new();
            let mut id = String::new();
            let mut lines = text.lines().peekable();
            while let Some(line) = lines.next() {
                out += line;
                out.push('\n');
                if let Some(rest) = line.strip_prefix("# @unit ") {
                    id = rest.split(' ').next().unwrap().to_owned();
                }
                // A stub that has left the source stays while it holds a proposal.
                let stub = lines.peek().is_none_or(|next| next.is_empty()) && french.contains_key(&id);
                if line.starts_with("# ") && stub && !id.is_empty() && self.dice.below(3) > 0 {
                    self.count += 1;
                    let mark = format!("Words {} of a translator.", self.count);
                    out += &format!("{id} = {mark}\n");
                    self.says(&mark, &french[&id]);
                    id.clear();
                }
            }
            self.dir.put(&file, out);
        }
    }

    /// A translator looks at what is stale, and says that it renders today's French: by the command, or by
    /// pasting the line.
    fn accepts(&mut self) {
        let locale = LOCALES[self.dice.below(2)];
        let folder = format!("locales/{locale}/");
        let french = messages(&self.dir.files(), "locales/fr/");
        let stale = self.units(locale, "stale");
        if self.dice.below(2) == 0 {
            // Today's French, of which the source catalogs may know nothing yet.
            let todo = self.dir.run(&["todo", "--format", "jsonl", "--locale", locale]);
            let today: BTreeMap<String, String> = (todo.out.lines())
                .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
                .map(|task| ["unit", "french"].map(|key| task[key].as_str().unwrap().to_owned()).into())
                .collect();
            let run = self.dir.run(&["accept", "--all", "--locale", locale]);
            assert_eq!(run.status, 0, "{}", run.err);
            for (mark, id) in stale {
                self.says(&mark, &today[&id]);
            }
            return;
        }
        let Some((mark, id)) = stale.first() else { return };
        for (file, bytes) in self.dir.files() {
            let text = String::from_utf8(bytes).unwrap();
            let lines: Vec<&str> = text.lines().collect();
            let marker = |line: &&str| {
                line.strip_prefix("# @unit ").is_some_and(|rest| rest.split(' ').next() == Some(id.as_str()))
            };
            let Some(at) = lines.iter().position(marker).filter(|_| file.starts_with(&folder)) else {
                continue;
            };
            let mut new: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
            if new.get(at + 1).is_some_and(|line| line.starts_with("# fr: ")) {
                new[at + 1] = format!("# fr: {}", french[id]);
                self.says(mark, &french[id]);
            }
            self.dir.put(&file, new.join("\n") + "\n");
        }
    }

    /// A tool, or an accident, in one catalog: Windows line ends, another tool's layout, a lost `# fr:` line.
    fn accident(&mut self) {
        let is_target =
            |name: &str| LOCALES.iter().any(|locale| name.starts_with(&format!("locales/{locale}/")));
        let files = self.dir.files().into_iter();
        let catalogs: Vec<_> = files.filter(|(name, _)| is_target(name)).collect();
        let (file, bytes) = &catalogs[self.dice.below(catalogs.len())];
        let text = String::from_utf8(bytes.clone()).unwrap().replace("\r\n", "\n");
        let text = match self.dice.below(5) {
            3 => {
                // A translator changes the order of two units.
                let mut blocks: Vec<&str> = text.split("\n\n").collect();
                let units: Vec<usize> =
                    (0..blocks.len()).filter(|&at| blocks[at].starts_with("# @unit")).collect();
                if units.len() < 2 {
                    return;
                }
                let (a, b) = (self.dice.below(units.len()), self.dice.below(units.len()));
                blocks.swap(units[a], units[b]);
                blocks.iter().map(|block| block.trim_end_matches('\n')).collect::<Vec<_>>().join("\n\n")
                    + "\n"
            }
            4 => {
                // A translator takes a translation back.
                let lines: Vec<&str> = text.lines().collect();
                let is_message =
                    |at: &usize| !lines[*at].starts_with('#') && lines[*at].contains(" = Words ");
                let choice: Vec<usize> = (0..lines.len()).filter(is_message).collect();
                if choice.is_empty() {
                    return;
                }
                let gone = choice[self.dice.below(choice.len())];
                let mut rest = lines.clone();
                rest.remove(gone);
                rest.join("\n") + "\n"
            }
            0 => text.replace('\n', "\r\n"),
            1 => {
                // What can't be read is lost with such a tool.
                let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(read, _)| read);
                fluent_syntax::serializer::serialize(&resource)
            }
            _ => {
                let lines: Vec<&str> = text.lines().collect();
                let is_lost = |at: usize| {
                    let message = lines.get(at + 1).and_then(|line| line.split_once(" = "));
                    lines[at].starts_with("# fr: ") && message.is_some_and(|(id, _)| !id.starts_with('#'))
                };
                let choice: Vec<usize> = (0..lines.len()).filter(|&at| is_lost(at)).collect();
                if choice.is_empty() {
                    return;
                }
                let lost = choice[self.dice.below(choice.len())];
                let (_, mark) = lines[lost + 1].split_once(" = ").unwrap();
                // Nobody knows what it was made for.
                self.made_for.insert(mark.to_owned(), BTreeSet::new());
                let mut rest = lines.clone();
                rest.remove(lost);
                rest.join("\n") + "\n"
            }
        };
        self.dir.put(file, text);
        self.forget();
    }

    /// Forgets what somebody took away, unless there is a copy.
    fn forget(&mut self) {
        let files = self.dir.files().into_iter().filter(|(name, _)| name.starts_with("locales/"));
        let texts: String = files.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect();
        self.made_for.retain(|mark, _| texts.contains(mark.as_str()));
    }

    /// A translator goes through the catalogs of a language.
    fn in_catalogs(&mut self, edit: impl Fn(&mut Walk, &str, &str) -> String) {
        let folder = format!("locales/{}/", LOCALES[self.dice.below(2)]);
        for (file, bytes) in self.dir.files() {
            if file.starts_with(&folder) {
                let text = String::from_utf8(bytes).unwrap().replace("\r\n", "\n");
                let text = edit(self, &text, &file);
                self.dir.put(&file, text);
            }
        }
    }

    /// A translator writes a translation where it is not read: commented out, behind the tag of the language, under a name
    /// that is misspelt.
    fn unread(&mut self, text: &str, file: &str) -> String {
        let french = messages(&self.dir.files(), "locales/fr/");
        let mut blocks: Vec<String> = text.split("\n\n").map(str::to_owned).collect();
        let stubs: Vec<(usize, String)> = (blocks.iter().enumerate())
            .filter(|(_, block)| block.lines().all(|line| line.starts_with("# ")))
            .filter_map(|(at, block)| Some((at, id_of(block)?)))
            .filter(|(_, id)| french.contains_key(id))
            .collect();
        if stubs.is_empty() {
            return text.to_owned();
        }
        let (at, id) = &stubs[self.dice.below(stubs.len())];
        self.count += 1;
        let mark = format!("Words {} of a translator.", self.count);
        self.says(&mark, &french[id]);
        let tag = file.split('/').nth(1).unwrap();
        let line = match self.dice.below(5) {
            0 => format!("# {id} = {mark}"),
            1 => format!("#{id} = {mark}"),
            2 => format!("# {tag}: {mark}"),
            3 => format!("#{tag}: {mark}"),
            _ => format!("{id}{MISSPELT} = {mark}"),
        };
        let block = blocks[*at].trim_end_matches('\n').to_owned();
        blocks[*at] = format!("{block}\n{line}");
        blocks.iter().map(|block| block.trim_end_matches('\n')).collect::<Vec<_>>().join("\n\n") + "\n"
    }

    /// A locale's units in this state: their translations and ids.
    fn units(&self, locale: &str, state: &str) -> Vec<(String, String)> {
        let status = self.dir.run(&["status", "--units", "--format", "json", "--locale", locale]);
        let status: serde_json::Value = serde_json::from_str(&status.out).unwrap();
        let files = self.dir.files();
        let all = messages(&files, &format!("locales/{locale}/"));
        let mut found = Vec::new();
        for page in status["locales"][0]["documents"].as_array().unwrap() {
            let name = page["document"].as_str().unwrap();
            let here = messages(&files, &format!("locales/{locale}/{name}.ftl"));
            for unit in page["list"].as_array().unwrap().iter().filter(|unit| unit["state"] == state) {
                let id = unit["id"].as_str().unwrap();
                // Before a sync it stands in the catalog of the page that its sentence came from.
                found.push((here.get(id).unwrap_or_else(|| &all[id]).clone(), id.to_owned()));
            }
        }
        found
    }

    /// `check` finds what `status` counts.
    fn same_figures(&self, step: &str) {
        let status = self.dir.run(&["status", "--format", "json"]);
        let status: serde_json::Value = serde_json::from_str(&status.out).unwrap();
        let check = self.dir.run(&["check", "--only", "states", "--format", "json"]);
        let check: serde_json::Value = serde_json::from_str(&check.out).unwrap();
        for (at, locale) in LOCALES.iter().enumerate() {
            let figures = &status["locales"][at];
            for (rule, key) in [
                ("missing", "missing"),
                ("stale-minor", "stale_minor"),
                ("stale-major", "stale_major"),
                ("unverified", "unverified"),
            ] {
                let findings = check["findings"].as_array().unwrap().iter();
                let count = findings
                    .filter(|finding| finding["rule"] == rule && finding["locale"] == *locale)
                    .count();
                assert_eq!(figures[key], count, "{step}: {locale}: {rule}");
            }
        }
    }

    fn check(&mut self, step: &str) {
        let planned = self.dir.run(&["sync", "--dry-run"]);
        let status = self.dir.run(&["status", "--format", "json"]);
        let before = self.dir.files();
        let ran = self.dir.run(&["sync"]);
        assert!(ran.status <= 1, "{step}: {}", ran.err);
        let after = self.dir.files();
        cut::keep(&before, &format!("{step}, before"));
        cut::keep(&after, &format!("{step}, after"));
        cut::sync_is_finished_by_the_next(&before, &mut self.dice, step);
        assert!(
            planned.status != 0 || before == after || !planned.out.is_empty(),
            "{step}: a dry run hid a change"
        );
        self.dir.run(&["sync"]);
        assert!(self.dir.files() == after, "{step}: a second sync changes something");
        let again = self.dir.run(&["status", "--format", "json"]);
        let current = |text: &str| {
            let status: serde_json::Value = serde_json::from_str(text).unwrap();
            [0, 1].map(|locale| status["locales"][locale]["current"].clone())
        };
        assert_eq!(current(&status.out), current(&again.out), "{step}: current before and after sync");
        let catalogs: String = after
            .iter()
            .filter(|(name, _)| name.starts_with("locales/") && !name.starts_with("locales/fr/"))
            .map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap())
            .collect();
        for mark in self.made_for.keys() {
            assert!(catalogs.contains(mark.as_str()), "{step}: lost: {mark}");
        }
        self.same_figures(step);
        let french = messages(&after, "locales/fr/");
        for locale in LOCALES {
            let folder = format!("locales/{locale}/");
            let mut ids = BTreeSet::new();
            for (_, bytes) in after.iter().filter(|(name, _)| name.starts_with(&folder)) {
                for line in
                    std::str::from_utf8(bytes).unwrap().lines().filter(|line| !line.starts_with(['#', ' ']))
                {
                    let Some((id, _)) = line.split_once(" = ") else { continue };
                    assert!(ids.insert(id.to_owned()) || self.merged, "{step}: {locale}: {id} twice");
                }
            }
            for (mark, id) in self.units(locale, "current") {
                let made_for = self
                    .made_for
                    .get(&mark)
                    .unwrap_or_else(|| panic!("{step}: {locale}: nobody wrote {mark:?}"));
                assert!(
                    made_for.contains(&plain(&french[&id])),
                    "{step}: {locale}: {id} is current for other French: {} not {made_for:?}",
                    french[&id]
                );
            }
        }
    }
}

/// What a translator adds to an id by mistake.
const MISSPELT: &str = "x";

/// The id of a unit of these lines.
fn id_of(block: &str) -> Option<String> {
    let marker = block.lines().find_map(|line| line.strip_prefix("# @unit "))?;
    Some(marker.split(' ').next()?.to_owned())
}

/// A translator puts right what was not read, as `check` says it.
fn put_right(text: &str, file: &str, all: &Files) -> String {
    let tag = file.split('/').nth(1).unwrap();
    let there = messages(all, &format!("locales/{tag}/"));
    let of_block = |block: &str| {
        let Some(id) = id_of(block) else { return block.to_owned() };
        if there.contains_key(&id) {
            return block.to_owned();
        }
        let right = |line: &str| {
            let bare = line.trim_start_matches('#').trim_start();
            let (key, mark) = bare.split_once([' ', ':'])?;
            let is_key = key == tag || key == id || key.strip_suffix(MISSPELT) == Some(id.as_str());
            let mark = mark.trim_start_matches(['=', ' ']);
            (is_key && mark.starts_with("Words ")).then(|| format!("{id} = {mark}"))
        };
        block
            .lines()
            .map(|line| right(line).unwrap_or_else(|| line.to_owned()))
            .collect::<Vec<_>>()
            .join("\n")
    };
    text.split("\n\n").map(of_block).collect::<Vec<_>>().join("\n\n").trim_end().to_owned() + "\n"
}

/// The messages of all catalogs below a folder, by id.
fn messages(files: &Files, folder: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for (_, bytes) in files.iter().filter(|(name, _)| name.starts_with(folder)) {
        for line in std::str::from_utf8(bytes).unwrap().lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, text)) = line.split_once(" = ") {
                found.insert(id.to_owned(), text.to_owned());
            }
        }
    }
    found
}

impl Walk {
    /// A step of anybody.
    fn step(&mut self) {
        match self.dice.below(12) {
            0 | 1 => self.translator(),
            2 => self.accepts(),
            3 => self.accident(),
            4 | 5 => self.in_catalogs(Walk::unread),
            6 => {
                let all = self.dir.files();
                self.in_catalogs(|_, text, file| put_right(text, file, &all));
            }
            _ => self.author(),
        }
    }
}

fn walk(seed: u64, steps: usize) {
    let dir = Dir::project(&[("drogman.toml", "[project]\nsource = \"fr\"\nlocales = [\"en\", \"de\"]\n")]);
    let mut dice = Dice(seed);
    let pages =
        (0..3).map(|page| (format!("page{page}"), (0..6).map(|_| sentence(&mut dice)).collect())).collect();
    let mut walk = Walk { dir, dice, pages, made_for: BTreeMap::new(), count: 3, merged: false };
    walk.write();
    walk.check("start");
    branches::init(&walk.dir);
    for step in 0..steps {
        let name = format!("seed {seed}, step {step}");
        if walk.dice.below(8) == 0 {
            walk.branches(&name);
        } else {
            walk.step();
        }
        walk.check(&name);
    }
}

fn setting(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn whatever_they_do_nothing_is_lost() {
    let steps = usize::try_from(setting("DROGMAN_WALK", 16)).unwrap();
    let first = setting("DROGMAN_WALK_SEED", 1);
    let seeds = first..first + setting("DROGMAN_WALK_SEEDS", 2);
    seeds.into_par_iter().for_each(|seed| walk(seed, steps));
}
