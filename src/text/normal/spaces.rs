//! Which spaces say something: those that a typographer sets or leaves out as they like are taken away.

use super::{SPACE, Sign};
use crate::text::Verbatim;

/// The signs as a text, without the spaces that are the typographer's.
pub(super) fn spaces(signs: &[Sign]) -> Vec<Sign> {
    let mut out = Vec::with_capacity(signs.len());
    let mut at = 0;
    // `2019 : 3` and `2019: 3` are alike, `3, 5` and `3,5` are not: of the spaces among the loose signs
    // between two digits one is left, before the second digit.
    let (mut after_digit, mut dropped) = (false, false);
    while at < signs.len() {
        let words = words(&signs[at..]);
        if words > 0 {
            out.extend_from_slice(&signs[at..at + words]);
            at += words;
            (after_digit, dropped) = (false, false);
            continue;
        }
        let sign = signs[at];
        if sign.verbatim.is_some() || sign.character != ' ' {
            if !is_loose(sign) {
                let digit = sign.character.is_ascii_digit();
                if dropped && after_digit && digit {
                    out.push(SPACE);
                }
                (after_digit, dropped) = (digit, false);
            }
            out.push(sign);
            at += 1;
            continue;
        }
        let end = at + signs[at..].iter().take_while(|sign| is_space(sign)).count();
        let before = at.checked_sub(1).map(|at| signs[at]);
        if let (Some(before), Some(&after)) = (before, signs.get(end)) {
            if keeps_space(signs, at, end, before, after) {
                out.push(SPACE);
                dropped = false;
                after_digit = false;
            } else {
                dropped |= is_loose(before) || is_loose(after);
            }
        }
        at = end;
    }
    out
}

/// How many signs at the beginning are letters of ASCII, and single spaces between two of them: they all stay.
fn words(signs: &[Sign]) -> usize {
    let is_letter = |sign: &Sign| sign.verbatim.is_none() && sign.character.is_ascii_alphabetic();
    if !signs.first().is_some_and(is_letter) {
        return 0;
    }
    let stays = |at: &usize| {
        is_letter(&signs[*at]) || is_space(&signs[*at]) && signs.get(at + 1).is_some_and(is_letter)
    };
    (0..signs.len()).take_while(stays).count()
}

fn is_space(sign: &Sign) -> bool {
    sign.verbatim.is_none() && sign.character == ' '
}

/// Signs next to which a space may stand or not, as the typographer likes. Never between two digits.
fn is_loose(sign: Sign) -> bool {
    sign.verbatim.is_none()
        && matches!(sign.character, ';' | ':' | '!' | '?' | '%' | '€' | ',' | '(' | ')' | '"')
}

/// Whether the space between `before` and `after` (the signs `at..end`) says anything.
fn keeps_space(signs: &[Sign], at: usize, end: usize, before: Sign, after: Sign) -> bool {
    // `] (`, `] [` and `! [` are no link and no image: with the space taken out they would look like one.
    let is_mark =
        |first: char, second: &[char]| before.character == first && second.contains(&after.character);
    if is_mark(']', &['(', '[', ':']) || is_mark('!', &['[']) || is_mark('[', &['^']) {
        return true;
    }
    // A sign right behind an address or a link target would be read as a part of it.
    if matches!(before.verbatim, Some(Verbatim::Address | Verbatim::Target)) && runs_on(signs, at) {
        return true;
    }
    if is_loose(before) || is_loose(after) {
        return false;
    }
    if before.verbatim.is_some() || after.verbatim.is_some() {
        return true;
    }
    // `fin .`, `fin …`: a space before the stop of a sentence, not before `.net`
    let behind = signs[end..].iter().find(|sign| sign.character != '.');
    if after.character == '.'
        && behind.is_none_or(|sign| sign.verbatim.is_none() && !sign.character.is_alphanumeric())
    {
        return false;
    }
    if before.character.is_ascii_digit() && after.character.is_ascii_digit() {
        return !groups(signs, at, end);
    }
    if before.character.is_ascii_digit() && unit_follows(signs, end) {
        return false;
    }
    // `18 h 30`
    !(after.character.is_ascii_digit() && is_hour(signs, at))
}

/// Whether the address or target that ends before `at` would take in a sign put right behind it: not a
/// bare domain, nor the address of a mailbox, which end where a host name does.
fn runs_on(signs: &[Sign], at: usize) -> bool {
    let mut inside = signs[..at].iter().rev().take_while(|sign| sign.verbatim == Some(Verbatim::Address));
    let is_target = signs[..at].last().is_some_and(|sign| sign.verbatim == Some(Verbatim::Target));
    let mut last = ' ';
    is_target
        || inside.any(|sign| {
            let doubled = sign.character == 'w' && last == 'w';
            last = sign.character;
            doubled || matches!(sign.character, ':' | '/')
        })
}

/// Whether the space at `at..end` parts groups of three digits of one number: `1 000`, not `2019 300`.
fn groups(signs: &[Sign], at: usize, end: usize) -> bool {
    let digits = |signs: &mut dyn Iterator<Item = &Sign>| {
        signs.take_while(|sign| sign.character.is_ascii_digit() && sign.verbatim.is_none()).count()
    };
    let right = digits(&mut signs[end..].iter());
    if right != 3 {
        return false;
    }
    let left = digits(&mut signs[..at].iter().rev());
    if left == 3 {
        // `12 345 678`: the group before must be one of a number too, or its first.
        return true;
    }
    (1..=2).contains(&left) && !continues(&signs[..at - left])
}

/// Whether a number goes on before its first digits: `3,14 159` is none that we group.
fn continues(before: &[Sign]) -> bool {
    let mut before = before.iter().rev();
    before.next().is_some_and(|sign| matches!(sign.character, ',' | '.'))
        && before.next().is_some_and(|sign| sign.character.is_ascii_digit())
}

/// Whether a unit of measure stands at `from`, and ends there.
fn unit_follows(signs: &[Sign], from: usize) -> bool {
    let word = signs[from..].iter().take(6).take_while(|sign| {
        sign.verbatim.is_none()
            && (sign.character.is_alphanumeric() || matches!(sign.character, '/' | '°' | '$' | '£' | '‰'))
    });
    let word: String = word.map(|sign| sign.character).collect();
    // `18 h 30` without its second space: `18 h30`
    let word = match word.strip_prefix('h') {
        Some(minutes) if !minutes.is_empty() && minutes.bytes().all(|byte| byte.is_ascii_digit()) => "h",
        _ => word.as_str(),
    };
    let after = signs.get(from + word.chars().count());
    let ends =
        after.is_none_or(|sign| sign.character != '\'' && (word == "h" || !sign.character.is_alphanumeric()));
    ends && UNITS.contains(&word)
}

/// Whether the signs before `at` are an hour: digits, perhaps a space, `h`.
fn is_hour(signs: &[Sign], at: usize) -> bool {
    let mut before = signs[..at].iter().rev();
    if before.next().is_none_or(|sign| sign.verbatim.is_some() || sign.character != 'h') {
        return false;
    }
    before.find(|sign| sign.character != ' ').is_some_and(|sign| sign.character.is_ascii_digit())
}

/// Units of measure that may stand close to their number or apart (BIPM, *Le Système international
/// d'unités*, and those of French press). A space between them and a number is typography.
const UNITS: &[&str] = &[
    "km", "m", "cm", "mm", "kg", "g", "mg", "t", "ml", "cl", "dl", "hl", "h", "min", "s", "ms", "ko", "Ko",
    "Mo", "Go", "To", "kWh", "MWh", "GWh", "TWh", "W", "kW", "MW", "GW", "V", "kV", "Hz", "kHz", "MHz",
    "GHz", "ha", "dB", "px", "pt", "m²", "m³", "km²", "cm²", "km/h", "°C", "°F", "°", "$", "£", "‰", "k€",
    "M€", "hPa", "L", "l",
];
