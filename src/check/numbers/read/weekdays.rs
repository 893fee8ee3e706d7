//! Days of the week that a French text names.

use crate::check::lexicon::Lexicon;
use crate::check::scan::{Text, with_lower};

/// What stands behind a day whose name is then that of a feast or an event, called otherwise elsewhere.
const FEASTS: [&str; 8] = ["gras", "saint", "noir", "des", "de", "d", "in", "rouge"];

/// Set where a day of the French may be a name: then nothing is told of days.
pub(in crate::check::numbers) const IN_DOUBT: u8 = 1;

/// A bit for the day of the week that the French word at `at` names; none for most words.
pub(super) fn of_french(text: &Text<'_>, at: usize) -> u8 {
    let word = &text.words[at];
    let written = text.word(word);
    // Numbers and months are more frequent.
    if !(written.ends_with("di") || written.ends_with("dis") || written.contains("imanche")) {
        return 0;
    }
    let weekdays = &Lexicon::french().weekdays;
    let day = with_lower(written, |word| weekdays.iter().find(|(form, _)| *form == word));
    let Some((_, day)) = day else { return 0 };
    // Vendredi is a name, and Mardi gras a feast.
    let next = text.words.get(at + 1).map_or("", |next| text.word(next));
    let is_feast = with_lower(next, |next| FEASTS.contains(&next))
        && text.prose[word.span().end..].trim_start().starts_with(next);
    if word.capital && at > 0 || is_feast { IN_DOUBT } else { 1 << day }
}
