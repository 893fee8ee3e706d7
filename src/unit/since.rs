//! What a branch did: each unit as it was, against what it is.

use std::collections::{BTreeMap, BTreeSet};

use rustc_hash::FxHashMap;

use super::assess::{Assessed, assess, staleness};
use super::bundles::Shared;
use super::page::{Page, Presence};
use super::state::{State, rendered};
use crate::catalog::{Catalog, EntryKind, Shape, Unit, names};
use crate::text::Locale;

/// The units of an earlier day, by their ids.
#[derive(Debug, Clone, Default)]
pub struct Then {
    units: FxHashMap<String, Was>,
}

/// A unit as it was.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Was {
    /// Its document.
    pub document: String,
    /// Its sentence; none if it had left the source.
    pub sentence: Option<String>,
    /// Its translations.
    pub translations: BTreeMap<Locale, Translation>,
}

/// A translation as it was or is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Translation {
    /// Its state.
    pub state: State,
    /// The pattern as it is written, without the white space round its lines; none without a message.
    pub pattern: Option<String>,
    /// The French that it renders, where that is known.
    pub french: Option<String>,
}

/// The messages (`id`) and terms (`-id`) of the shared files whose text is another than it was, is new or is
/// gone, and all that refer to such a one.
pub fn changed_names(old: &[&Catalog<'_>], new: &[&Catalog<'_>]) -> BTreeSet<String> {
    let (old, new) = (bodies(old), bodies(new));
    let all = old.keys().chain(new.keys());
    let mut to_do: Vec<String> = all.filter(|name| old.get(*name) != new.get(*name)).cloned().collect();
    let mut users: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for (name, body) in new.iter().filter(|(_, body)| !to_do.is_empty() && body.contains('{')) {
        for referred in names(body) {
            users.entry(referred).or_default().push(name);
        }
    }
    let mut changed = BTreeSet::new();
    while let Some(name) = to_do.pop() {
        if changed.insert(name.clone()) {
            to_do.extend(users.get(&name).into_iter().flatten().map(|user| (*user).to_owned()));
        }
    }
    changed
}

/// The entries of shared files by their names, without the white space round them.
fn bodies<'c>(files: &[&'c Catalog<'c>]) -> BTreeMap<String, &'c str> {
    let mut found = BTreeMap::new();
    for file in files {
        for entry in &file.entries {
            let name = match entry.kind {
                EntryKind::Message => entry.id.to_owned(),
                EntryKind::Term => format!("-{}", entry.id),
                EntryKind::Comment
                | EntryKind::GroupComment
                | EntryKind::ResourceComment
                | EntryKind::Junk => continue,
            };
            found.entry(name).or_insert(file.text[entry.body()].trim());
        }
    }
    found
}

/// What has become of a unit in one locale.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Change {
    /// Whether its sentence is another than it was, or new.
    pub source: bool,
    /// Whether its message, or the French that the message renders, is another than it was.
    pub translation: bool,
    /// Whether its message is another, and yet says to render the same French as before.
    pub unaccepted: bool,
    /// Whether it refers to a message or term whose text is another, so that it reads otherwise.
    pub reference: bool,
    /// Whether it was current, and still says to render the French of then.
    pub was_current: bool,
    /// Whether it was current, and is not any more, though its sentence is what it was: not the French did that.
    pub lost: bool,
    /// Whether its catalog can't be read, so that nothing is known of its translation.
    pub unread: bool,
}

impl Change {
    /// Whether anything of it changed.
    pub fn any(self) -> bool {
        self.source || self.translation || self.reference
    }
}

/// The units of a page as they are, to be remembered: those that its catalogs hold beyond them too.
pub fn remember<'c>(page: &Page<'_>, shared: &[Vec<&'c Catalog<'c>>]) -> Vec<(String, Was)> {
    let mut found: BTreeMap<String, Was> = BTreeMap::new();
    for (at, unit) in page.units.iter().enumerate() {
        let was = found.entry(unit.id.to_string()).or_default();
        was.sentence = Some(page.sentence(at).to_owned());
    }
    for (at, target) in page.targets.iter().enumerate() {
        for unit in &target.catalog.units {
            let translation = translation(&target.catalog, Some(unit), State::Obsolete);
            let was = found.entry(unit.id.to_owned()).or_default();
            was.translations.insert(target.locale.clone(), translation);
        }
        if target.in_scope {
            let shared: &Shared<'_> = &shared[at];
            for (unit, this) in page.units.iter().zip(assess(page, at, shared)) {
                let was = found.entry(unit.id.to_string()).or_default();
                was.translations.insert(target.locale.clone(), of(&this));
            }
        }
    }
    for was in found.values_mut() {
        page.name.clone_into(&mut was.document);
    }
    found.into_iter().collect()
}

fn of(this: &Assessed<'_>) -> Translation {
    translation(&this.file.catalog, this.unit, this.state)
}

fn translation(catalog: &Catalog<'_>, unit: Option<&Unit<'_>>, state: State) -> Translation {
    let message = unit.and_then(|unit| unit.message.as_ref());
    let pattern = message.map(|message| {
        let lines = catalog.text[message.value()].lines();
        lines.map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    });
    let french = unit.filter(|_| message.is_some()).and_then(|unit| rendered(unit, staleness));
    Translation { state, pattern, french: french.map(str::to_owned) }
}

impl Then {
    /// What was remembered of all pages. Of a unit that stood in two of them, the one with a sentence counts.
    pub fn new(units: impl IntoIterator<Item = (String, Was)>) -> Then {
        let mut all: FxHashMap<String, Was> = FxHashMap::default();
        for (id, was) in units {
            match all.entry(id) {
                std::collections::hash_map::Entry::Occupied(mut known) => {
                    if known.get().sentence.is_none() {
                        known.insert(was);
                    }
                }
                std::collections::hash_map::Entry::Vacant(free) => {
                    free.insert(was);
                }
            }
        }
        Then { units: all }
    }

    /// A unit as it was.
    pub fn unit(&self, id: &str) -> Option<&Was> {
        self.units.get(id)
    }

    /// All of them, in no order.
    pub fn units(&self) -> impl Iterator<Item = (&str, &Was)> {
        self.units.iter().map(|(id, was)| (id.as_str(), was))
    }

    /// Whether the message of a unit refers, itself or through others of its catalog, to one that is among the
    /// `shared` names that have changed, or to one of its catalog that has.
    pub fn refers_to_changed(&self, this: &Assessed<'_>, shared: &BTreeSet<String>) -> bool {
        let catalog = &this.file.catalog;
        let message = |unit: &Unit<'_>| unit.message.as_ref().map(|message| (message.shape, message.lines()));
        let Some((Shape::Rich, lines)) = this.unit.and_then(message) else { return false };
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut to_do: Vec<String> = names(&catalog.text[lines]).into_iter().collect();
        while let Some(name) = to_do.pop() {
            if !seen.insert(name.clone()) {
                continue;
            }
            // What stands in the catalog goes before what stands in shared files.
            match catalog.unit(&name).and_then(|unit| Some((unit, message(unit)?))) {
                None if shared.contains(&name) => return true,
                None => {}
                Some((unit, (_, lines))) => {
                    let was = self.unit(&name).and_then(|was| was.translations.get(this.file.locale));
                    let pattern = |translation: &Translation| translation.pattern.clone();
                    let now = translation(catalog, Some(unit), State::Obsolete);
                    if !self.units.is_empty() && was.is_some_and(|was| pattern(was) != now.pattern) {
                        return true;
                    }
                    to_do.extend(names(&catalog.text[lines]));
                }
            }
        }
        false
    }

    /// What has become of a unit, whose sentence is `sentence` today.
    pub fn change(&self, id: &str, sentence: &str, this: &Assessed<'_>) -> Change {
        let was = self.unit(id);
        let before = was.and_then(|was| was.translations.get(this.file.locale));
        let now = of(this);
        let pattern = before.and_then(|before| before.pattern.as_ref());
        let french = before.and_then(|before| before.french.as_ref());
        let sentence_was = was.and_then(|was| was.sentence.as_deref());
        let current_then = before.is_some_and(|before| before.state == State::Current);
        let source = sentence_was != Some(sentence);
        if this.file.presence == Presence::Unreadable {
            return Change { source, unread: true, ..Change::default() };
        }
        Change {
            source,
            translation: pattern != now.pattern.as_ref() || french != now.french.as_ref(),
            unaccepted: pattern.is_some()
                && now.pattern.is_some()
                && pattern != now.pattern.as_ref()
                && french == now.french.as_ref(),
            reference: false,
            was_current: current_then && french == now.french.as_ref(),
            // A change of typography makes nothing stale either.
            lost: current_then
                && now.state != State::Current
                && sentence_was.is_some_and(|was| staleness(was, sentence).is_none()),
            unread: false,
        }
    }
}
