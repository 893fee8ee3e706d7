//! Signs that are no letters, and whose bytes of UTF-8 were shown in another code page: `â–¸` for `▸`, `вЂ”` for `—`
//! (Windows-1251), `‚Äô` for `’` and `¬∞` for `°` (Mac OS Roman).

use super::pages::{CENTRAL_EUROPE, CYRILLIC, MAC, byte_in};
use super::{Meant, byte_of};
use crate::check::Pair;
use crate::check::script::Script;

/// Whether a sign, as such a page shows it, may begin with this character, and a letter with another one.
pub(super) fn may_lead(c: char) -> bool {
    matches!(c, '‚' | '¬' | 'в')
}

/// The sign whose bytes stand at a place, shown as characters.
pub(super) fn garbled(pair: &Pair<'_>, at: usize) -> Option<Meant> {
    let raw = pair.translation.raw;
    let mut shown = raw[at..].chars();
    let (lead, second) = (shown.next()?, shown.next()?);
    // Most of what is asked ends here.
    if second.is_ascii() || !matches!(lead, 'â' | 'в' | '‚' | '¬' | 'Â' | 'Ă' | 'В' | 'Г' | '√') {
        return None;
    }
    let third = shown.next();
    // A word may end in the first of them, before marks of the sentence: `грибів—і`. It never goes on with these.
    let is_behind_letter = raw[..at].ends_with(char::is_alphabetic);
    let is_strange = matches!(second, 'Ђ' | '€' | '†' | '‡' | '‰') || (second, third) == ('„', Some('–'));
    let western_europe = |c: char| byte_of(c).or_else(|| u8::try_from(u32::from(c)).ok());
    let pages: [&dyn Fn(char) -> Option<u8>; 4] =
        [&western_europe, &|c| byte_in(CENTRAL_EUROPE, c), &|c| byte_in(CYRILLIC, c), &|c| byte_in(MAC, c)];
    let meant = pages.into_iter().find_map(|byte| {
        let long = || sign(&[byte(lead)?, byte(second)?, byte(third?)?]);
        let short = || sign(&[byte(lead)?, byte(second)?]);
        match lead {
            // The preposition of Russian stands before quotations and numbers, with a space that does not break.
            'в' if pair.target.script == Script::Cyrillic && !is_strange => None,
            'â' | 'в' | '‚' => long().filter(|_| lead == '‚' || is_strange || !is_behind_letter),
            'В' | 'Г' if pair.target.script == Script::Cyrillic => None,
            _ => short().filter(|_| lead == '¬' || !is_behind_letter),
        }
    })?;
    let length = match lead {
        'â' | 'в' | '‚' => third.map_or(0, char::len_utf8),
        _ => 0,
    };
    let length = lead.len_utf8() + second.len_utf8() + length;
    (!pair.source.text.raw.contains(lead)).then_some(Meant { letter: meant, length })
}

/// The sign of these bytes, if it is one that people write.
fn sign(bytes: &[u8]) -> Option<char> {
    let sign = std::str::from_utf8(bytes).ok()?.chars().next()?;
    // Among the last: no Roman numerals, and no Braille.
    matches!(sign,
        '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{BF}' | '×' | '÷' | '\u{2010}'..='\u{214F}'
        | '\u{2190}'..='\u{27FF}' | '\u{2900}'..='\u{2BFF}')
    .then_some(sign)
}
