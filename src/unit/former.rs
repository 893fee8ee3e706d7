//! What a document held before, as its catalogs remember it.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};

use super::remembered::{Elsewhere, Former, Remembered};
use crate::text::normal;

/// The former units of a document: those of its source catalog as they are, in nearly all documents.
pub(super) type FormerUnits<'d, 'a> = Cow<'d, [Former<'a>]>;

/// The units of a document's source catalog, each once; those of its target catalogs if there is no source
/// catalog. Not those that live in another document: what was cut short may have written them there already.
pub(super) fn former_units<'d, 'a>(
    document: &'d Remembered<'a>,
    elsewhere: &dyn Elsewhere,
) -> FormerUnits<'d, 'a> {
    let mut units = match document.former.is_empty() {
        false => one_of_each(document),
        true => in_one_order(&document.witness).into(),
    };
    if units.iter().any(|unit| elsewhere.lives(unit.id)) {
        units.to_mut().retain(|unit| !elsewhere.lives(unit.id));
    }
    if !document.former.is_empty() {
        put_right(&mut units, &document.witness);
    }
    units
}

/// Leaves each unit in one document. A sync that was cut short, or a merge, may have left one in two: in the
/// one that it came from, and in the one that it went to. As long as a source catalog has it, no target
/// catalog of another document has a say: the next sync starts from where the last one did. Of two source
/// catalogs, the one whose document has the sentence, and no unit too many for it, is right.
pub(super) fn once<'a>(former: &mut [FormerUnits<'_, 'a>], documents: &[Remembered<'a>], order: &[usize]) {
    let twice = in_several(former, order);
    let involved: FxHashSet<usize> = twice.iter().flat_map(|(_, holders)| holders).copied().collect();
    if involved.is_empty() {
        return;
    }
    // For each of these documents and texts, how many units it has more than sentences.
    let mut surplus: FxHashMap<(usize, Cow<'_, str>), isize> = FxHashMap::default();
    let mut texts: FxHashMap<(usize, &str), Cow<'_, str>> = FxHashMap::default();
    for &index in &involved {
        for unit in former[index].iter() {
            let text = normal::typographic(&unit.french);
            *surplus.entry((index, text.clone())).or_default() += 1;
            texts.insert((index, unit.id), text);
        }
        for sentence in documents[index].today.iter() {
            *surplus.entry((index, normal::typographic(sentence.text))).or_default() -= 1;
        }
    }
    let mut leaves: FxHashSet<(usize, &'a str)> = FxHashSet::default();
    let mut arrived: FxHashSet<usize> = FxHashSet::default();
    for (id, mut holders) in twice {
        // Without a source catalog, all is from target catalogs.
        if holders.iter().any(|&index| !documents[index].former.is_empty()) {
            for index in holders.extract_if(.., |index| documents[*index].former.is_empty()) {
                leaves.insert((index, id));
                arrived.insert(index);
            }
        }
        // Those leave that have too many; else the first stays.
        let has_too_many = |index: &usize| {
            let text = &texts[&(*index, id)];
            surplus.get(&(*index, text.clone())).is_some_and(|count| *count > 0)
        };
        let (mut leaving, staying): (Vec<usize>, Vec<usize>) = holders.into_iter().partition(has_too_many);
        match staying.is_empty() {
            true => drop(leaving.pop()),
            false => leaving.extend(&staying[1..]),
        }
        for index in leaving {
            leaves.insert((index, id));
            *surplus.entry((index, texts[&(index, id)].clone())).or_default() -= 1;
        }
    }
    drop((surplus, texts));
    // What else stands there came with them and was obsolete, or was born then: as if nothing had arrived yet.
    for &index in &arrived {
        former[index].to_mut().clear();
    }
    for &index in &involved {
        former[index].to_mut().retain(|unit| !leaves.contains(&(index, unit.id)));
    }
}

/// The units that several documents have, with these documents, each in order.
fn in_several<'a>(former: &[FormerUnits<'_, 'a>], order: &[usize]) -> Vec<(&'a str, Vec<usize>)> {
    if former.iter().filter(|units| !units.is_empty()).count() < 2 {
        return Vec::new();
    }
    let mut first: FxHashMap<&'a str, usize> = FxHashMap::default();
    let mut holders: FxHashMap<&'a str, Vec<usize>> = FxHashMap::default();
    for &index in order {
        for unit in former[index].iter() {
            let first = *first.entry(unit.id).or_insert(index);
            if first != index {
                holders.entry(unit.id).or_insert_with(|| vec![first]).push(index);
            }
        }
    }
    let mut several: Vec<(&'a str, Vec<usize>)> = holders.into_iter().collect();
    several.sort_unstable();
    several
}

/// Adds units that the source catalogs lack, and the target catalogs remember with a sentence of today:
/// the source catalog is old, or a merge took lines from it. As many as there are sentences that no source
/// catalog accounts for; each behind the unit that its target catalogs have before it. Gives their ids.
pub(super) fn add_missing<'a>(
    former: &mut [FormerUnits<'_, 'a>],
    documents: &[Remembered<'a>],
    order: &[usize],
    elsewhere: &dyn Elsewhere,
) -> FxHashSet<&'a str> {
    let known: FxHashSet<&str> = former.iter().flat_map(|units| &**units).map(|unit| unit.id).collect();
    // A stub that no source catalog knows is one that a run made which was cut short: its sentence is as new as
    // it was then, and finds the stub again all the same.
    let mut missing: FxHashSet<&str> = documents
        .iter()
        .flat_map(|document| &document.witness)
        .filter(|unit| !unit.is_stub && !known.contains(unit.id) && !elsewhere.lives(unit.id))
        .map(|unit| unit.id)
        .collect();
    drop(known);
    let mut added = FxHashSet::default();
    if missing.is_empty() {
        return added;
    }
    // How many sentences of each text there are today, less those that are known.
    let mut spare: FxHashMap<Cow<'_, str>, isize> = FxHashMap::default();
    for sentence in documents.iter().flat_map(|document| document.today.iter()) {
        *spare.entry(normal::typographic(sentence.text)).or_default() += 1;
    }
    for unit in former.iter().flat_map(|units| &**units) {
        if let Some(count) = spare.get_mut::<str>(&normal::typographic(&unit.french)) {
            *count -= 1;
        }
    }
    for &index in order {
        let document = &documents[index];
        let own: FxHashSet<Cow<'_, str>> =
            document.today.iter().map(|sentence| normal::typographic(sentence.text)).collect();
        let mut behind: FxHashMap<Option<&str>, Vec<Former<'a>>> = FxHashMap::default();
        let mut last = None;
        for unit in in_one_order(&document.witness) {
            let text = normal::typographic(&unit.french);
            if !missing.contains(unit.id) {
                last = Some(unit.id);
            } else if own.contains::<str>(&text)
                && let Some(count) = spare.get_mut::<str>(&text).filter(|count| **count > 0)
            {
                *count -= 1;
                missing.remove(unit.id);
                added.insert(unit.id);
                behind.entry(last).or_default().push(unit.clone());
            }
        }
        if !behind.is_empty() {
            put_behind(former[index].to_mut(), behind);
        }
    }
    added
}

/// Puts units into a list, each lot behind the unit of an id, or at the start.
fn put_behind<'a>(list: &mut Vec<Former<'a>>, mut lots: FxHashMap<Option<&'a str>, Vec<Former<'a>>>) {
    let mut units = lots.remove(&None).unwrap_or_default();
    for unit in std::mem::take(list) {
        let id = unit.id;
        units.push(unit);
        units.extend(lots.remove(&Some(id)).unwrap_or_default());
    }
    // The unit before stands in another document now.
    let mut rest: Vec<(Option<&str>, Vec<Former<'a>>)> = lots.into_iter().collect();
    rest.sort_by_key(|(last, _)| *last);
    units.extend(rest.into_iter().flat_map(|(_, units)| units));
    *list = units;
}

/// Each unit once. After a merge with its conflict left in, a unit may stand there with the French of both
/// sides: the French that is today's counts, else the first.
fn one_of_each<'d, 'a>(document: &'d Remembered<'a>) -> FormerUnits<'d, 'a> {
    let mut known: FxHashSet<&str> = FxHashSet::default();
    if document.former.iter().all(|unit| known.insert(unit.id)) {
        return Cow::Borrowed(&document.former);
    }
    drop(known);
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    let mut units: Vec<Former<'a>> = Vec::with_capacity(document.former.len());
    let mut today: Option<FxHashSet<Cow<'_, str>>> = None;
    for unit in &document.former {
        let place = *places.entry(unit.id).or_insert(units.len());
        let Some(first) = units.get_mut(place) else {
            units.push(unit.clone());
            continue;
        };
        let today = today.get_or_insert_with(|| {
            document.today.iter().map(|sentence| normal::typographic(sentence.text)).collect()
        });
        let is_today = |unit: &Former<'_>| today.contains(&normal::typographic(&unit.french));
        if !is_today(first) && is_today(unit) {
            *first = unit.clone();
        }
    }
    units.into()
}

/// The units of several target catalogs in one order, each once: one that a catalog lacks stands where
/// another has it, behind the unit before it.
fn in_one_order<'a>(witness: &[Former<'a>]) -> Vec<Former<'a>> {
    // A list with links, the head first: units come into its middle.
    let mut next: Vec<Option<usize>> = vec![None];
    let mut units: Vec<&Former<'a>> = Vec::new();
    let mut places: FxHashMap<&str, usize> = FxHashMap::default();
    let mut last = 0;
    for unit in witness {
        last = *places.entry(unit.id).or_insert_with(|| {
            units.push(unit);
            let place = units.len();
            let behind = next[last].replace(place);
            next.push(behind);
            place
        });
    }
    let mut at = 0;
    std::iter::from_fn(|| {
        at = next[at]?;
        Some(units[at - 1].clone())
    })
    .collect()
}

/// Puts right what a merge shifted: units of the source catalog that hold each other's French, by the
/// word of the target catalogs. A single one that differs from its translations was edited.
fn put_right<'a>(units: &mut FormerUnits<'_, 'a>, witness: &[Former<'a>]) {
    /// Fewer may be chance.
    const FEWEST: usize = 2;
    /// What the target catalogs say of a unit's French.
    #[derive(Clone, Copy, PartialEq, Eq)]
    enum Says {
        /// One of them at least renders it.
        TheSame,
        Another,
    }
    let places: FxHashMap<&str, usize> = units.iter().enumerate().map(|(at, unit)| (unit.id, at)).collect();
    let mut says: Vec<Option<Says>> = vec![None; units.len()];
    for line in witness {
        let Some(&at) = places.get(line.id) else { continue };
        if says[at] != Some(Says::TheSame) {
            let same = normal::same(&line.french, &units[at].french);
            says[at] = Some(if same { Says::TheSame } else { Says::Another });
        }
    }
    let off: Vec<usize> = (0..units.len()).filter(|&at| says[at] == Some(Says::Another)).collect();
    if off.len() < FEWEST {
        return;
    }
    let mut rendered: FxHashMap<&str, Vec<&Former<'a>>> = FxHashMap::default();
    for line in witness {
        if places.get(line.id).is_some_and(|&at| says[at] == Some(Says::Another)) {
            rendered.entry(line.id).or_default().push(line);
        }
    }
    drop(places);
    let mut claims: FxHashMap<Cow<'_, str>, Vec<usize>> = FxHashMap::default();
    for &at in &off {
        for line in &rendered[units[at].id] {
            claims.entry(normal::typographic(&line.french)).or_default().push(at);
        }
    }
    let mut shifted = 0;
    let mut wrong: FxHashSet<usize> = FxHashSet::default();
    for &at in &off {
        if let Some(owners) = claims.get(&normal::typographic(&units[at].french)) {
            shifted += 1;
            wrong.insert(at);
            wrong.extend(owners);
        }
    }
    if shifted >= FEWEST {
        let units = units.to_mut();
        for at in wrong {
            units[at].french = rendered[units[at].id][0].french.clone();
        }
    }
}
