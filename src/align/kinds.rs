//! Lines made alike: the same sentence under several headings, or the same but for its numbers and dates.

use std::hash::{Hash, Hasher};
use std::ops::Range;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::state::{Kind, Side, State};
use super::{labels, lists};

/// Finds the lines made alike of the documents of which something is left to be linked: those that are repeated on
/// either side.
pub(super) fn find(state: &mut State<'_, '_>, paired: &FxHashSet<(usize, usize)>) {
    state.old_kinds = vec![Kind::ITS_OWN; state.old.items.len()];
    state.new_kinds = vec![Kind::ITS_OWN; state.new.items.len()];
    for &(from, to) in paired {
        let (old, new) = (state.old.range(from), state.new.range(to));
        let has_free = state.of_old[old.clone()].iter().any(Option::is_none)
            || state.of_new[new.clone()].iter().any(Option::is_none);
        if !has_free {
            continue;
        }
        let kinds = |side: &Side<'_>, range: &Range<usize>| -> Vec<Kind> {
            let texts: Vec<(&str, u64)> =
                side.items[range.clone()].iter().map(|item| (item.text, item.key)).collect();
            texts.into_par_iter().map(|(text, key)| kind(text, key)).collect()
        };
        let (before, after) = (kinds(state.old, &old), kinds(state.new, &new));
        let mut counts: FxHashMap<Kind, (u32, u32)> = FxHashMap::default();
        for &kind in &before {
            counts.entry(kind).or_default().0 += 1;
        }
        for &kind in &after {
            counts.entry(kind).or_default().1 += 1;
        }
        let is_repeated = |kind: &Kind| counts.get(kind).is_some_and(|&(old, new)| old.max(new) > 1);
        for (range, kinds, of_side) in
            [(old, before, &mut state.old_kinds), (new, after, &mut state.new_kinds)]
        {
            for (at, kind) in range.zip(kinds).filter(|(_, kind)| is_repeated(kind)) {
                of_side[at] = kind;
            }
        }
    }
}

/// A sentence without its numbers and dates; where there is no number in it, the name before a value (« Durée : deux
/// heures »), or its normal form.
fn kind(text: &str, key: u64) -> Kind {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Kind::new(labels::name_of_value(text).map_or(key, crate::text::hash), false);
    }
    let is_date = |word: &str| {
        let has_capital = word.chars().any(char::is_uppercase);
        lists::DATES.contains(word) || has_capital && lists::DATES.contains(word.to_lowercase().as_str())
    };
    let mut mould = FxHasher::default();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let has_digit = word.bytes().any(|byte| byte.is_ascii_digit());
        if !word.is_empty() && !has_digit && !is_date(word) {
            word.hash(&mut mould);
        }
    }
    Kind::new(mould.finish(), true)
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn lines_that_differ_in_numbers_and_dates_are_of_one_kind() {
        let of = |text: &str| kind(text, crate::text::hash(text));
        assert_eq!(of("Version 2.4 (12 mars 2024)"), of("Version 2.10 (1er mai 2025)"));
        assert_eq!(of("Samedi 8 juin : reliure"), of("mardi 11 juin : reliure"));
        assert_ne!(of("Samedi 8 juin : reliure"), of("Samedi 8 juin : poterie"));
        assert_ne!(of("Ouvert le samedi"), of("Ouvert le mardi"), "without a number, all of it counts");
        assert_eq!(of("Durée : deux heures"), of("Durée\u{a0}: une nuit"));
        assert_ne!(
            of("Avis : la digue est sûre."),
            of("Avis : la digue cède."),
            "a sentence says more than a value"
        );
        assert!(of("18 €").is_numbered() && !of("Oui.").is_numbered());
    }
}
