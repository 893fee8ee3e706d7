//! Letters of UTF-8 whose bytes were shown in another code page than that of Western Europe: `pĹ™Ă­bor` for `příbor`
//! (Windows-1250), `РїСЂРё` for `при` (Windows-1251), `f√∂r` for `för` (Mac OS Roman).

use super::Meant;
use crate::check::Target;
use crate::check::script::Script;
use crate::text::block::{Block, Places, SIZE};

/// What the bytes from 0x80 on are shown as (Unicode, mappings of vendors); U+FFFD where nothing is.
pub(super) const CENTRAL_EUROPE: &str = "€\u{fffd}‚\u{fffd}„…†‡\u{fffd}‰Š‹ŚŤŽŹ\u{fffd}‘’“”•–—\u{fffd}™š›śťžź\u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
    ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";
pub(super) const CYRILLIC: &str = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{fffd}™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя";
pub(super) const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// In a Cyrillic text, so many letters in a row: two stand in good ones by chance.
const ROW: usize = 3;

/// Whether a letter of two bytes, as such a page shows it, may begin with this character, and as Windows-1252 shows it
/// with another one.
pub(super) fn may_lead(c: char) -> bool {
    matches!(c, 'Ă' | 'Ĺ' | 'Č' | 'В' | 'Г' | 'Д' | 'Е' | 'Р' | 'С' | '√' | 'ƒ' | '≈')
}

fn is_lead(c: char) -> bool {
    may_lead(c) || matches!(c, 'Ä' | 'Â' | 'Ã')
}

/// The letter whose bytes stand at a place, shown as characters.
pub(super) fn garbled(target: &Target, raw: &str, at: usize) -> Option<Meant> {
    let shown = &raw[at..];
    if !shown.starts_with(is_lead) {
        return None;
    }
    if target.script == Script::Cyrillic {
        let mut rest = shown;
        for _ in 0..ROW {
            rest = &rest[letter(target, CYRILLIC, rest)?.length..];
        }
        return letter(target, CYRILLIC, shown);
    }
    // No word goes on from a small letter with these.
    let is_inside = raw[..at].ends_with(char::is_lowercase);
    [CENTRAL_EUROPE, CYRILLIC, MAC].into_iter().find_map(|page| {
        let meant = letter(target, page, shown)?;
        let lead = shown.chars().next()?;
        let second = shown.chars().nth(1)?;
        let is_own = lead.to_lowercase().all(|lead| target.letters.has(lead));
        let is_mark = "‘’“”„‚«»‹›–—…\u{a0}™®°´".contains(second);
        (is_inside || !is_own && !is_mark).then_some(meant)
    })
}

/// The byte from 0x80 on that a page shows as `c`.
pub(super) fn byte_in(page: &str, c: char) -> Option<u8> {
    let at = page.chars().position(|other| other == c).filter(|_| c != char::REPLACEMENT_CHARACTER)?;
    u8::try_from(0x80 + at).ok()
}

/// The letter of two bytes that characters of a page stand for, if the language has it.
fn letter(target: &Target, page: &str, shown: &str) -> Option<Meant> {
    let mut chars = shown.chars();
    let (lead, second) = (chars.next()?, chars.next()?);
    let bytes = [byte_in(page, lead)?, byte_in(page, second)?];
    let letter = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    let is_own = letter.is_alphabetic() && letter.to_lowercase().all(|letter| target.letters.has(letter));
    is_own.then_some(Meant { letter, length: lead.len_utf8() + second.len_utf8() })
}

/// Where the first such letter ends, from `from` on.
pub(super) fn first_garbled(target: &Target, raw: &str, from: usize) -> Option<usize> {
    let mut leads = before_others(&raw[from..]).map(|at| from + at);
    leads.find_map(|at| Some(at + garbled(target, raw, at)?.length))
}

/// Where characters stand that may be the first of two beyond ASCII, as both bytes of such a letter are shown: hardly any
/// two of a text in Latin letters stand together.
fn before_others(text: &str) -> impl Iterator<Item = usize> {
    Places::new(text, |block: &Block| {
        let beyond = block.beyond_ascii();
        if beyond == 0 {
            return 0;
        }
        // What stands behind the block is not known.
        let next = beyond >> 2 | 0b11 << (SIZE - 2);
        block.within(0xC2, 0xDF) & next | block.within(0xE0, 0xF4)
    })
}
