//! Which numbers of the translation are needed elsewhere, so that they render no figure beside it: the 1 of A1, the article of
//! *an angle*, the first of *the first week*.

use super::comparison::{Comparison, Found, WHOLE};
use super::values;
use crate::check::numbers::read::{Item, Kind, is_blank};
use crate::check::numbers::value::Value;

/// How French words begin whose number Chinese says in such a character too.
const COUNTED: [&str; 6] = ["fois", "essai", "coup", "clic", "même", "tentative"];

impl Comparison<'_> {
    /// Figures with letters written onto them: those with the same letters first.
    pub(super) fn by_name(&mut self) {
        let coded = |items: &[Item]| items.iter().any(|item| item.traits.coded);
        if !coded(&self.french.items) || !coded(&self.here.items) {
            return;
        }
        for is_same_name in [true, false] {
            for (at, item) in self.french.items.iter().enumerate() {
                if self.found[at].is_some() || !item.traits.coded || item.value.is_none() {
                    continue;
                }
                let name = values::letters_around(&self.source.prose, item);
                let here = self.first_free(|other| {
                    other.traits.coded
                        && other.value == item.value
                        && (!is_same_name || values::letters_around(&self.text.prose, other) == name)
                });
                if let Some(here) = here {
                    self.used[here] |= WHOLE;
                    self.found[at] = Some(Found::At(here));
                }
            }
        }
    }

    /// Whether a number of the translation cannot render a figure of the French, as it is needed elsewhere, or is in words and
    /// the figure a part of a formula.
    pub(super) fn is_another(&self, item: &Item, here: usize) -> bool {
        if item.kind != Kind::Digits {
            return false;
        }
        match self.here.items[here].kind {
            Kind::Digits => self.is_of_other_name(item, &self.here.items[here]),
            _ => {
                values::is_in_formula(&self.source.prose, item) && !self.is_behind_equals(here)
                    || self.is_other_one(item, here)
            }
        }
    }

    /// Whether a number in words stands where that of a formula does: x = one.
    fn is_behind_equals(&self, here: usize) -> bool {
        let before = &self.text.prose[..self.here.items[here].span.start];
        before.trim_end_matches(is_blank).ends_with('=')
    }

    /// Whether letters are written onto a figure of the translation that the French has there as often: the 1 of A1 is none
    /// of *A1 vaut 1*.
    fn is_of_other_name(&self, item: &Item, other: &Item) -> bool {
        if item.traits.coded || !other.traits.coded {
            return false;
        }
        let (source, text) = (&self.source.prose, &self.text.prose);
        let name = values::letters_around(text, other);
        let count = |items: &[Item], prose: &str| {
            let same =
                |item: &&Item| item.value == other.value && values::letters_around(prose, item) == name;
            items.iter().filter(same).count()
        };
        count(&self.here.items, text) <= count(&self.french.items, source)
    }

    /// Whether a word for one is not the figure of the French, which has as many ones besides: *équivaut à 1 divisé par un
    /// angle* has two, and *equals divided by an angle* one; so have *la semaine 1 est la première* and *week is the first*.
    fn is_other_one(&self, item: &Item, here: usize) -> bool {
        let prose: &str = &self.source.prose;
        let is_one = |item: &&Item| item.kind == Kind::Soft && item.value == Some(Value::whole(1));
        let is_first = |item: &&Item| {
            let written = &prose[item.span.clone()];
            is_one(item) && (written.starts_with("prem") || written.starts_with("Prem"))
        };
        if !is_one(&&self.here.items[here]) || item.value != Some(Value::whole(1)) {
            return false;
        }
        // 点击一下 is one time.
        let noun = values::noun(prose, item);
        let may_be_in_word = |word: &str| !COUNTED.iter().any(|counted| word.starts_with(counted));
        let is_in_word = self.target.script.is_unspaced()
            && noun.is_none_or(may_be_in_word)
            && is_in_word(&self.text.prose, &self.here.items[here], noun.is_some());
        if is_in_word || values::is_in_quoted_name(prose, item) {
            return true;
        }
        let french = self.french.items.iter();
        let ones = self.here.items.iter().filter(is_one).count();
        ones <= french.clone().filter(is_first).count()
            || values::is_value(prose, item) && ones <= french.filter(is_one).count()
    }
}

/// Whether the character for one is a part of a word that counts nothing: 一般, 一直, and 單一 where the French counts
/// nothing by it (« 1 fichier » is 單一檔案).
fn is_in_word(prose: &str, item: &Item, is_counted: bool) -> bool {
    const SINGLE: [char; 3] = ['单', '單', '唯'];
    const BEFORE: [char; 4] = ['统', '統', '同', '某'];
    const BEHIND: [char; 9] = ['般', '样', '樣', '些', '定', '直', '致', '旦', '下'];
    let before = &prose[..item.span.start];
    before.ends_with(BEFORE)
        || !is_counted && before.ends_with(SINGLE)
        || prose[item.span.end..].starts_with(BEHIND)
}
