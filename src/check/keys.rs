//! Names of keys in code (`Ctrl+Entrée`): keyboards have them in their own language.

/// What French keyboards and manuals call keys, in lower case; those of letters, digits and functions are the same
/// everywhere.
const KEYS: [&str; 46] = [
    "alt",
    "alt gr",
    "altgr",
    "arrêt défil",
    "bas",
    "cmd",
    "commande",
    "contrôle",
    "control",
    "ctrl",
    "droite",
    "début",
    "défilement",
    "echap",
    "effacement",
    "entrée",
    "espace",
    "fin",
    "flèche bas",
    "flèche droite",
    "flèche gauche",
    "flèche haut",
    "gauche",
    "haut",
    "impr écran",
    "impr. écran",
    "inser",
    "insertion",
    "maj",
    "majuscule",
    "option",
    "origine",
    "page précédente",
    "page suivante",
    "pause",
    "pg préc",
    "pg suiv",
    "retour",
    "retour arrière",
    "suppr",
    "supprimer",
    "tab",
    "tabulation",
    "verr maj",
    "verr num",
    "échap",
];

/// Whether code of the French names keys, and that of the translation may name the same ones: as many, with the same
/// letters, digits and functions (`Ctrl+Maj+F2`, `Strg+Umschalt+F2`).
pub(super) fn may_be_same(french: &str, other: &str) -> bool {
    if !are_keys(french) {
        return false;
    }
    let (french, other) = (keys(french), keys(other));
    let are_same = |french: &str, other: &str| match is_sign(french) {
        true => french.eq_ignore_ascii_case(other),
        // A key has a name of a word or two, or a sign (⇧, ↵).
        false => !is_function(other) && other.split_whitespace().count() <= 3 && !is_letter(other),
    };
    french.len() == other.len() && french.iter().zip(&other).all(|(french, other)| are_same(french, other))
}

/// Whether code names keys of a keyboard, and not letters alone.
pub(super) fn are_keys(code: &str) -> bool {
    let keys = keys(code);
    keys.iter().all(|key| is_sign(key) || KEYS.contains(&key.to_lowercase().as_str()))
        && !keys.iter().all(|key| is_sign(key))
}

/// Whether a key is named as no other language names it: by letters with accents, or shortened.
pub(super) fn is_french(key: &str) -> bool {
    let key = key.to_lowercase();
    KEYS.contains(&key.as_str()) && (!key.is_ascii() || key.starts_with("suppr") || key.starts_with("verr"))
}

/// Whether a key is called the same everywhere.
pub(super) fn is_sign(key: &str) -> bool {
    key.chars().count() == 1 || is_function(key)
}

/// The keys that are pressed together.
fn keys(code: &str) -> Vec<&str> {
    code.trim_matches('`').split(['+', '-']).map(str::trim).collect()
}

/// F1 to F24.
fn is_function(key: &str) -> bool {
    key.strip_prefix(['F', 'f'])
        .is_some_and(|number| number.parse::<u8>().is_ok_and(|number| (1..=24).contains(&number)))
}

fn is_letter(key: &str) -> bool {
    key.len() == 1
}

#[cfg(test)]
mod tests {
    use super::may_be_same;

    #[test]
    fn keys_have_names_of_the_language_and_the_same_letters() {
        for (french, other) in [
            ("`Entrée`", "`Enter`"),
            ("`Ctrl+C`", "`Strg+C`"),
            ("`Maj+F2`", "`Umschalt+F2`"),
            ("`Échap`", "`⎋`"),
        ] {
            assert!(may_be_same(french, other), "{french} {other}");
        }
        for (french, other) in [
            ("`Ctrl+C`", "`Strg+X`"),
            ("`Ctrl+C`", "`Strg`"),
            ("`Maj+F2`", "`Umschalt+F3`"),
            ("`liste`", "`list`"),
            ("`C`", "`D`"),
            ("`fin`", "`rm -rf / now please`"),
            ("`Ctrl`", "`c`"),
        ] {
            assert!(!may_be_same(french, other), "{french} {other}");
        }
    }
}
