//! Ids: given at a sentence's birth, frozen for ever.

use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// An id: it lies in the value itself as long as it has at most 23 bytes, as nearly all have that [`born`] gives.
pub type Id = smol_str::SmolStr;

/// Crockford's base 32, in lower case: no i, l, o, u, so that an id is read aloud without doubt.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// Signs of the hash in an id, as long as it is not taken.
const SHORT: usize = 6;

/// Signs of the whole hash: 256 bits, five a sign.
const LONGEST: usize = 51;

/// The longest name in front of the hash, in characters.
const NAME: usize = 16;

/// The id of a sentence that is born in `document` (its name, with `/`).
///
/// `sentence` is its text in normal form, so that the same sentence born on two branches gets the same
/// id whatever the typographer did to it; `rank` counts its equals before it in the document, from 0.
/// The hash is cut to six signs, or to the first longer length that is not `taken` in the project.
pub fn born(document: &str, sentence: &str, rank: usize, taken: impl Fn(&str) -> bool) -> String {
    let mut hash = Sha256::new();
    for part in [document.as_bytes(), sentence.as_bytes(), rank.to_string().as_bytes()] {
        hash.update(part);
        hash.update([0]);
    }
    let hash = base32(&hash.finalize());
    let name = short_name(document);
    (SHORT..=LONGEST)
        .map(|length| format!("{name}-{}", &hash[..length]))
        .find(|id| !taken(id))
        .unwrap_or_else(|| format!("{name}-{hash}"))
}

/// How all ids begin that are given in `document`.
pub fn beginning(document: &str) -> String {
    format!("{}-", short_name(document))
}

/// Whether an id was given to this sentence in `document`: to the first of its equals there. See [`born`].
pub fn is_born(id: &str, document: &str, sentence: &str) -> bool {
    id.starts_with(&beginning(document)) && id.starts_with(&born(document, sentence, 0, |_| false))
}

/// The document's last name, folded to what a Fluent identifier may hold: ASCII letters, digits and
/// hyphens, a letter first, at most 16 characters.
fn short_name(document: &str) -> String {
    let last = document.rsplit('/').next().unwrap_or(document);
    let mut name = String::new();
    for character in last.nfkd().flat_map(char::to_lowercase) {
        match character {
            'a'..='z' | '0'..='9' => name.push(character),
            'œ' => name.push_str("oe"),
            'æ' => name.push_str("ae"),
            'ß' => name.push_str("ss"),
            // The marks that decomposing parts from their letters.
            '\u{300}'..='\u{36f}' => {}
            _ if name.ends_with('-') || name.is_empty() => {}
            _ => name.push('-'),
        }
    }
    if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
        name.insert_str(0, if name.is_empty() { "page" } else { "p" });
    }
    name.truncate(NAME);
    name.truncate(name.trim_end_matches('-').len());
    name
}

fn base32(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut bits, mut count) = (0u32, 0);
    for &byte in bytes {
        bits = (bits << 8) | u32::from(byte);
        count += 8;
        while count >= 5 {
            count -= 5;
            out.push(char::from(DIGITS[(bits >> count & 31) as usize]));
        }
        bits &= (1 << count) - 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_depends_on_document_sentence_and_rank_alone() {
        let id = |document, sentence, rank| born(document, sentence, rank, |_| false);
        assert_eq!(id("monde/sommet", "Un fait.", 0), id("monde/sommet", "Un fait.", 0));
        assert_ne!(id("monde/sommet", "Un fait.", 0), id("monde/sommet", "Un fait.", 1));
        assert_ne!(id("monde/sommet", "Un fait.", 0), id("vie/sommet", "Un fait.", 0));
        assert_ne!(id("monde/sommet", "Un fait.", 0), id("monde/sommet", "Un effet.", 0));
    }

    #[test]
    fn a_taken_id_grows_by_a_sign() {
        let short = born("a", "Oui.", 0, |_| false);
        let longer = born("a", "Oui.", 0, |id| id == short);
        assert_eq!(longer.len(), short.len() + 1);
        assert!(longer.starts_with(&short));
    }

    #[test]
    fn an_id_proves_where_its_sentence_was_born() {
        let short = born("vie/a", "Oui.", 0, |_| false);
        let longer = born("vie/a", "Oui.", 0, |id| id == short);
        assert!(is_born(&short, "vie/a", "Oui.") && is_born(&longer, "vie/a", "Oui."));
        assert!(!is_born(&short, "ville/a", "Oui.") && !is_born(&short, "vie/a", "Non."));
    }

    #[test]
    fn names_are_folded_to_fluent_identifiers() {
        assert_eq!(short_name("vie/Œuvre d’été"), "oeuvre-d-ete");
        assert_eq!(short_name("2024-bilan"), "p2024-bilan");
        assert_eq!(short_name("世界"), "page");
        assert_eq!(short_name("un-nom-vraiment-long"), "un-nom-vraiment");
        assert_eq!(short_name("a/__init__"), "init");
    }
}
