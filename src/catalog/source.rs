//! The source catalog: the units of a document in its order, edited to say what the document says.

use rustc_hash::{FxHashMap, FxHashSet};

use super::edit::{remove, with_line_ends};
use super::insert::{At, Insertions, byte_order_mark, header_end};
use super::{Catalog, Unit, pattern};
use crate::text::{Edit, longest_rise};

/// The first line of a new source catalog.
fn header(source_locale: &str) -> String {
    format!("### {source_locale} · Written by drogman sync, not edited by hand\n")
}

/// The text of a new source catalog.
pub fn new_catalog<'u>(
    source_locale: &str,
    units: impl IntoIterator<Item = (&'u str, &'u str), IntoIter: Clone>,
) -> String {
    let mut out = header(source_locale);
    let units = units.into_iter();
    // With all but what is escaped, so that a text of many megabytes does not move as it grows.
    out.reserve(units.clone().map(|(id, sentence)| unit_bytes(id, sentence)).sum());
    for (id, sentence) in units {
        out.push('\n');
        out.push_str(&unit(id, sentence));
    }
    out
}

/// Edits that make a source catalog hold these units (id, sentence) in this order, and no others. Units
/// that keep their place and sentence are not touched. A catalog with conflict markers, junk, or an id
/// twice gets a new body; its header stays.
pub fn edits(catalog: &Catalog<'_>, units: &[(&str, &str)]) -> Vec<Edit> {
    let sound = !catalog.conflicted
        && catalog.junk.is_empty()
        && catalog.units.iter().all(|unit| unit.message.is_some() && unit.more_messages().is_empty());
    if !sound {
        return new_body(catalog, units);
    }
    let old: FxHashMap<&str, usize> =
        catalog.units.iter().enumerate().map(|(at, unit)| (unit.id, at)).collect();
    let known: Vec<(usize, usize)> =
        units.iter().enumerate().filter_map(|(at, (id, _))| Some((at, *old.get(id)?))).collect();
    let kept: Vec<usize> = known.iter().map(|&(_, place)| place).collect();
    let rise = longest_rise(&kept);
    let staying: Vec<usize> = rise.iter().map(|&at| known[at].0).collect();
    let stays: FxHashSet<usize> = rise.iter().map(|&at| kept[at]).collect();
    let places = catalog.units.iter().enumerate();
    let gone: Vec<&Unit<'_>> = places.filter(|(at, _)| !stays.contains(at)).map(|(_, unit)| unit).collect();
    let mut edits = remove(catalog, &gone);
    let mut insertions = Insertions::new(catalog);
    let mut last = At::Start;
    let mut kept = staying.iter().peekable();
    for (at, (id, sentence)) in units.iter().enumerate() {
        if kept.next_if(|&&next| next == at).is_none() {
            insertions.add(last, &with_line_ends(&unit(id, sentence), catalog.line_end));
            continue;
        }
        last = At::After(id);
        let Some(message) = catalog.unit(id).and_then(|unit| unit.message.as_ref()) else { continue };
        if catalog.sentence(message).as_deref() == Some(*sentence) {
            continue;
        }
        // The line is written anew from the id on: a pattern of several lines becomes one.
        let end = catalog.text[message.lines()].trim_end_matches(['\r', '\n']).len();
        let line = format!("{id} = {}", pattern::to_pattern(sentence));
        edits.push(Edit::replace(message.lines().start..message.lines().start + end, line));
    }
    edits.extend(insertions.edits());
    edits
}

/// Replaces all that stands behind the header.
fn new_body(catalog: &Catalog<'_>, units: &[(&str, &str)]) -> Vec<Edit> {
    let eol = catalog.line_end.as_str();
    let start = header_end(catalog);
    let mut body = String::new();
    for (id, sentence) in units {
        if start + body.len() > byte_order_mark(catalog) {
            body.push_str(eol);
        }
        body.push_str(&unit(id, sentence).replace('\n', eol));
    }
    vec![Edit::replace(start..catalog.text.len(), body)]
}

/// The lines of a unit, with LF.
fn unit(id: &str, sentence: &str) -> String {
    format!("# @unit {id}\n{id} = {}\n", pattern::to_pattern(sentence))
}

/// About how many bytes [`unit()`] has with the line before it.
fn unit_bytes(id: &str, sentence: &str) -> usize {
    "\n# @unit \n = \n".len() + 2 * id.len() + sentence.len()
}
