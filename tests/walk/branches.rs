//! Two branches on which author and translators work, and their merge.

use crate::support::{Dir, git as git_in};
use crate::{Dice, MadeFor, Walk};

/// Runs git with its own folder outside of the project; whether it succeeded.
fn git(dir: &Dir, arguments: &[&str]) -> bool {
    let output = git_in(&dir.root())
        .env("GIT_DIR", dir.root().parent().unwrap().join("git"))
        .env("GIT_WORK_TREE", dir.root())
        .args(["-c", "gc.auto=0", "-c", "core.excludesFile=/dev/null"])
        .args(arguments)
        .output()
        .unwrap();
    output.status.success()
}

pub(crate) fn init(dir: &Dir) {
    dir.put(".gitignore", ".drogman/\n");
    assert!(git(dir, &["init", "-q", "-b", "main"]));
}

fn commit(dir: &Dir) {
    assert!(git(dir, &["add", "-A"]));
    assert!(git(dir, &["commit", "-q", "--allow-empty", "-m", "c"]));
}

/// What somebody does with a file that both sides changed.
#[derive(Debug, Clone, Copy)]
enum Choice {
    Ours,
    Theirs,
    /// The lines of both, one after the other.
    Both,
}

/// A text without conflict markers: each conflict settled in its own way.
fn settle(text: &str, dice: &mut Dice, only_one: bool) -> String {
    let mut out = String::new();
    let mut side: Option<Choice> = None;
    let mut choice = Choice::Ours;
    for line in text.split_inclusive('\n') {
        match side {
            None if line.starts_with("<<<<<<< ") => {
                choice =
                    [Choice::Ours, Choice::Theirs, Choice::Both][dice.below(if only_one { 2 } else { 3 })];
                side = Some(Choice::Ours);
            }
            Some(_) if line.starts_with("=======") => side = Some(Choice::Theirs),
            Some(_) if line.starts_with(">>>>>>> ") => side = None,
            None => out += line,
            Some(Choice::Ours) if matches!(choice, Choice::Ours | Choice::Both) => out += line,
            Some(Choice::Theirs) if matches!(choice, Choice::Theirs | Choice::Both) => out += line,
            Some(_) => {}
        }
    }
    out
}

impl Walk {
    /// Some steps on a branch, some on the main line, and the merge, with its conflicts settled by hand.
    pub(crate) fn branches(&mut self, name: &str) {
        commit(&self.dir);
        let (pages, made_for) = (self.pages.clone(), self.made_for.clone());
        assert!(git(&self.dir, &["checkout", "-q", "-B", "other"]));
        self.work(&format!("{name}, on the branch"));
        let other = std::mem::replace(&mut self.made_for, made_for);
        assert!(git(&self.dir, &["checkout", "-q", "main"]));
        self.pages = pages;
        self.work(&format!("{name}, on the main line"));
        self.merged = true;
        if !git(&self.dir, &["merge", "-q", "--no-edit", "other"]) {
            self.settle_conflicts();
        }
        commit(&self.dir);
        self.read_pages();
        self.remember(other);
    }

    fn work(&mut self, name: &str) {
        for step in 0..=self.dice.below(3) {
            self.step();
            // An author never has to sync; some do.
            if self.dice.below(3) > 0 {
                self.check(&format!("{name}, step {step}"));
            }
        }
        commit(&self.dir);
    }

    fn settle_conflicts(&mut self) {
        for (file, bytes) in self.dir.files() {
            let text = String::from_utf8(bytes).unwrap();
            if text.contains("<<<<<<< ") {
                // An author has one version of a sentence. Of a source catalog any will do.
                let only_one = file.starts_with("content/");
                let settled = settle(&text, &mut self.dice, only_one);
                self.dir.put(&file, settled);
            }
        }
    }

    /// The pages as they are after a merge.
    fn read_pages(&mut self) {
        self.pages.clear();
        for (file, bytes) in self.dir.files() {
            let page = file.strip_prefix("content/").and_then(|file| file.strip_suffix(".txt"));
            let Some(page) = page else { continue };
            let text = String::from_utf8(bytes).unwrap();
            let mut sentences: Vec<String> = text.lines().map(str::to_owned).collect();
            if sentences.is_empty() {
                sentences.push("Le phare veille.".to_owned());
            }
            self.pages.insert(page.to_owned(), sentences);
        }
        if self.pages.is_empty() {
            self.pages.insert("reste".to_owned(), vec!["Le phare veille.".to_owned()]);
        }
        self.write();
    }

    /// What the merge has kept of both sides' translations must stay from now on.
    fn remember(&mut self, other: MadeFor) {
        for (mark, french) in other {
            self.made_for.entry(mark).or_default().extend(french);
        }
        self.forget();
    }
}
