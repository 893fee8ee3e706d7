//! A random walk: an author and a translator at work, against what must always be true.
//!
//! `DROGMAN_WALK` sets the number of steps (60 otherwise); each walk is named by its seed.

#![allow(clippy::unwrap_used, reason = "a test that fails may panic")]

#[path = "../support/mod.rs"]
mod support;

use std::collections::{BTreeMap, BTreeSet};

use support::Dir;

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

/// The model: the pages as the author has them, and the French each translation was made for.
struct Walk {
    dir: Dir,
    dice: Dice,
    pages: BTreeMap<String, Vec<String>>,
    made_for: BTreeMap<String, String>,
    count: usize,
}

impl Walk {
    fn write(&self) {
        let _ = std::fs::remove_dir_all(self.dir.root().join("content"));
        std::fs::create_dir(self.dir.root().join("content")).unwrap();
        for (page, sentences) in &self.pages {
            self.dir.put(&format!("content/{page}.txt"), sentences.join("\n") + "\n");
        }
    }

    /// One step of the author.
    fn author(&mut self) {
        let names: Vec<String> = self.pages.keys().cloned().collect();
        let name = names[self.dice.below(names.len())].clone();
        let fresh = sentence(&mut self.dice);
        let step = self.dice.below(8);
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
            _ => {}
        }
        self.write();
    }

    /// Fills stubs, each with words that no other translation has.
    fn translator(&mut self) {
        let french = messages(&self.dir.files(), "locales/fr/");
        for (file, bytes) in self.dir.files() {
            if !file.starts_with("locales/en/") {
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
                let stub = lines.peek().is_none_or(|next| next.is_empty());
                if line.starts_with("# ") && stub && !id.is_empty() && self.dice.below(3) > 0 {
                    self.count += 1;
                    let mark = format!("Words {} of a translator.", self.count);
                    out += &format!("{id} = {mark}\n");
                    self.made_for.insert(mark, plain(&french[&id]));
                    id.clear();
                }
            }
            self.dir.put(&file, out);
        }
    }

    fn check(&self, step: &str) {
        let planned = self.dir.run(&["sync", "--dry-run"]);
        let status = self.dir.run(&["status", "--format", "json"]);
        let before = self.dir.files();
        let ran = self.dir.run(&["sync"]);
        assert!(ran.status <= 1, "{step}: {}", ran.err);
        let after = self.dir.files();
        assert!(
            planned.status != 0 || before == after || !planned.out.is_empty(),
            "{step}: a dry run hid a change"
        );
        self.dir.run(&["sync"]);
        assert!(self.dir.files() == after, "{step}: a second sync changes something");
        let again = self.dir.run(&["status", "--format", "json"]);
        let current = |text: &str| {
            serde_json::from_str::<serde_json::Value>(text).unwrap()["locales"][0]["current"].clone()
        };
        assert_eq!(current(&status.out), current(&again.out), "{step}: current before and after sync");
        let catalogs: String = after
            .iter()
            .filter(|(name, _)| name.starts_with("locales/en/"))
            .map(|(_, bytes)| String::from_utf8(bytes.clone()).unwrap())
            .collect();
        for mark in self.made_for.keys() {
            assert!(catalogs.contains(mark.as_str()), "{step}: lost: {mark}");
        }
        let ids: Vec<&str> = catalogs
            .lines()
            .filter(|line| !line.starts_with(['#', ' ']))
            .filter_map(|line| line.split_once(" = "))
            .map(|(id, _)| id)
            .collect();
        assert_eq!(ids.len(), ids.iter().collect::<BTreeSet<_>>().len(), "{step}: an id twice");
        let french = messages(&after, "locales/fr/");
        let target = messages(&after, "locales/en/");
        let units = self.dir.run(&["status", "--units", "--format", "json"]);
        let units: serde_json::Value = serde_json::from_str(&units.out).unwrap();
        for page in units["locales"][0]["documents"].as_array().unwrap() {
            for unit in page["list"].as_array().unwrap().iter().filter(|unit| unit["state"] == "current") {
                let id = unit["id"].as_str().unwrap();
                let made_for = &self.made_for[&target[id]];
                assert_eq!(plain(&french[id]), *made_for, "{step}: {id} is current for other French");
            }
        }
    }
}

/// The messages of all catalogs below a folder, by id.
fn messages(files: &[(String, Vec<u8>)], folder: &str) -> BTreeMap<String, String> {
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

fn walk(seed: u64, steps: usize) {
    let dir = Dir::project(&[]);
    let mut dice = Dice(seed);
    let pages =
        (0..3).map(|page| (format!("page{page}"), (0..6).map(|_| sentence(&mut dice)).collect())).collect();
    let mut walk = Walk { dir, dice, pages, made_for: BTreeMap::new(), count: 3 };
    walk.write();
    walk.check("start");
    for step in 0..steps {
        if walk.dice.below(3) == 0 {
            walk.translator()
        } else {
            walk.author()
        }
        walk.check(&format!("seed {seed}, step {step}"));
    }
}

#[test]
fn whatever_they_do_nothing_is_lost() {
    let steps = std::env::var("DROGMAN_WALK").ok().and_then(|text| text.parse().ok()).unwrap_or(60);
    for seed in 1..=2 {
        walk(seed, steps);
    }
}
