//! Answers that became others: « Non. » under the question under which « Oui, le matin. » stands now.
//!
//! They share no word, but the question says that one is what the other was.

use super::few::Few;
use super::lists;
use super::passages;
use super::state::{GroupAt, Side, State};

/// Links the answers right behind questions that are linked: they are no others, even if one of the same words stands
/// behind another question.
pub(super) fn under_questions(state: &mut State<'_, '_>) {
    let found = unlinked(state);
    let mut apart = vec![false; state.groups.len()];
    for &(from, to) in &found {
        for group in [state.of_old[from], state.of_new[to]].into_iter().flatten() {
            apart[group.get()] = true;
        }
    }
    state.unlink(&apart);
    for (from, to) in found {
        state.link(Few::one(from), Few::one(to));
    }
}

/// The answers behind questions that are linked which are not linked themselves, or to answers alone.
fn unlinked(state: &State<'_, '_>) -> Vec<(usize, usize)> {
    let is_answer_or_free = |group: Option<GroupAt>| {
        group.is_none_or(|group| {
            state
                .only(group)
                .is_some_and(|(from, to)| is_answered(state.old, from) && is_answered(state.new, to))
        })
    };
    let behind = state.groups.iter().filter_map(|group| group.only().map(|(from, to)| (from + 1, to + 1)));
    behind
        .filter(|&(from, to)| {
            let (Some(&old), Some(&new)) = (state.of_old.get(from), state.of_new.get(to)) else {
                return false;
            };
            (old.is_none() || old != new)
                && is_answered(state.old, from)
                && is_answered(state.new, to)
                && is_answer_or_free(old)
                && is_answer_or_free(new)
                && !passages::may_be_cut(state, (from, &state.old.around(from)), (to, &state.new.around(to)))
        })
        .collect()
}

/// Whether a sentence answers the question right before it.
fn is_answered(side: &Side<'_>, at: usize) -> bool {
    side.around(at).start < at && is_question(side.items[at - 1].text) && is_answer(side.items[at].text)
}

/// Whether a sentence ends with a question mark, but for what closes around it.
fn is_question(text: &str) -> bool {
    text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '?').ends_with('?')
}

/// Whether a sentence begins with a word that answers a question, alone or before a mark.
fn is_answer(text: &str) -> bool {
    let text = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (word, rest) = text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()));
    let is_alone = !rest.trim_start().starts_with(|c: char| c.is_alphanumeric() || c == '-');
    is_alone && lists::ANSWERS.contains(word.to_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::{is_answer, is_question};

    #[test]
    fn an_answer_begins_with_a_word_that_is_one_alone() {
        for text in ["Oui.", "– Non, pas encore.", "**Jamais\u{a0}!**", "Si."] {
            assert!(is_answer(text), "{text}");
        }
        for text in ["Si vous voulez.", "Non-fumeurs.", "Non loin.", "Le bac.", ""] {
            assert!(!is_answer(text), "{text}");
        }
    }

    #[test]
    fn a_question_may_be_closed() {
        assert!(is_question("## Est-ce loin\u{a0}?") && is_question("**Est-ce loin ?**"));
        assert!(!is_question("Est-ce loin ? Oui") && !is_question("Loin."));
    }
}
