//! The bundle of `fluent-bundle` that resolves what refers to something.

use fluent::{FluentBundle, FluentResource};
use rustc_hash::FxHashSet;

use super::entry::{EntryKind, Shape};
use super::files::{At, Files};
use super::reference::Kind;
use crate::text::{Edit, Locale, apply};

/// A bundle of the catalog's rich messages and of all that they refer to, each name once.
pub(super) fn resolver(files: &Files<'_>, locale: &Locale) -> FluentBundle<FluentResource> {
    let wanted = wanted(files);
    // The crate keeps messages and terms in one table: a term that shares a message's name is
    // given another.
    let messages: FxHashSet<&str> = wanted
        .iter()
        .map(|&at| files.entry(at))
        .filter(|entry| entry.kind == EntryKind::Message)
        .map(|entry| entry.id)
        .collect();
    let renamed = |id: &str| messages.contains(id).then(|| other_name(id, &messages));
    let mut text = String::new();
    for &at in &wanted {
        let (entry, lines) = (files.entry(at), files.lines(at));
        let mut edits = Vec::new();
        if let (EntryKind::Term, Some(new)) = (entry.kind, renamed(entry.id)) {
            edits.push(Edit::replace(1..1 + entry.id.len(), new));
        }
        for reference in files.parts(at).all().filter(|reference| reference.kind == Kind::Term) {
            if let Some(new) = renamed(&reference.name) {
                edits.push(Edit::replace(reference.at..reference.at + reference.name.len(), new));
            }
        }
        text.push_str(&apply(lines, &edits).unwrap_or_else(|_| lines.to_owned()));
        text.push('\n');
    }
    let mut bundle = FluentBundle::new(vec![locale.id().clone()]);
    let resource = match FluentResource::try_new(text) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

/// A name near `id` that no message has.
fn other_name(id: &str, taken: &FxHashSet<&str>) -> String {
    let mut name = format!("{id}-term");
    while taken.contains(name.as_str()) {
        name.push('-');
    }
    name
}

/// The catalog's rich messages, the first of each id, and all that they refer to.
fn wanted(files: &Files<'_>) -> Vec<At> {
    let catalog = files.catalog();
    let mut wanted: Vec<At> = Vec::new();
    let mut seen: FxHashSet<At> = FxHashSet::default();
    for (at, entry) in catalog.entries.iter().enumerate() {
        let first = || catalog.unit(entry.id)?.message.as_ref().map(|message| message.entry());
        if entry.kind == EntryKind::Message && entry.shape == Shape::Rich && first() == Some(at) {
            seen.insert((0, at));
            wanted.push((0, at));
        }
    }
    let mut looked_at = 0;
    while let Some(&at) = wanted.get(looked_at) {
        looked_at += 1;
        for reference in files.parts(at).all() {
            let found = files.find(reference.kind, &reference.name);
            wanted.extend(found.filter(|&place| seen.insert(place)));
        }
    }
    wanted
}
