//! Chinese in the characters of the other side: simplified ones where readers write traditional ones, or the reverse.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::push;
use crate::check::{Pair, Problem};
use crate::diagnostic::Severity;

const FORMS: &str = include_str!("../data/han_forms.txt");

/// Which of two forms a Chinese character has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) enum Form {
    Simplified,
    Traditional,
}

impl Form {
    /// The form that a locale writes, if its tag says so by a script or a region. `zh` alone is either to those who use it,
    /// whatever the likely subtags of CLDR are.
    pub(in crate::check) fn of(tag: &str) -> Option<Form> {
        let mut subtags = tag.split('-');
        (subtags.next() == Some("zh")).then_some(())?;
        subtags.find_map(|subtag| match subtag {
            "Hans" | "CN" | "SG" | "MY" => Some(Form::Simplified),
            "Hant" | "TW" | "HK" | "MO" => Some(Form::Traditional),
            _ => None,
        })
    }

    fn name(self) -> &'static str {
        match self {
            Form::Simplified => "simplified",
            Form::Traditional => "traditional",
        }
    }

    /// Words by which menus name the languages that are written so: each in its own characters.
    fn own_name(self) -> &'static str {
        match self {
            Form::Simplified => "简体",
            Form::Traditional => "繁體",
        }
    }
}

/// Whether a character is a simplified one, and no traditional one as well.
pub(super) fn is_simplified(c: char) -> bool {
    forms().get(&c) == Some(&Form::Simplified)
}

/// The characters that have one form only, with that form. Read when first asked for: few catalogs are Chinese.
fn forms() -> &'static FxHashMap<char, Form> {
    static ALL: OnceLock<FxHashMap<char, Form>> = OnceLock::new();
    ALL.get_or_init(|| {
        let rows = FORMS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        let of_row = |row: &'static str| {
            let form = |at| if at == 0 { Form::Simplified } else { Form::Traditional };
            row.chars().enumerate().map(move |(at, c)| (c, form(at)))
        };
        rows.flat_map(of_row).collect()
    })
}

/// So many different characters of the other form are no name.
const FEWEST: usize = 2;
/// So many leave no doubt.
const SURE: usize = 4;
/// A text is in the other form where it has so many characters of it for each of its own.
const MOST: usize = 8;

/// A text in the other form. What it quotes does not count: titles and names keep their characters.
pub(super) fn by_form(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let Some(own) = pair.target.form else { return };
    let forms = forms();
    let (mut ours, mut theirs, mut depth) = (0, 0, 0_usize);
    let mut different: Vec<char> = Vec::new();
    for c in pair.translation.prose.chars() {
        match c {
            '《' | '「' | '『' | '〈' | '“' | '‘' | '«' => depth += 1,
            '》' | '」' | '』' | '〉' | '”' | '’' | '»' => depth = depth.saturating_sub(1),
            _ if depth > 0 || c.is_ascii() => {}
            _ => match forms.get(&c) {
                None => {}
                Some(form) if *form == own => ours += 1,
                Some(_) => {
                    theirs += 1;
                    if different.len() < SURE && !different.contains(&c) {
                        different.push(c);
                    }
                }
            },
        }
    }
    if different.len() < FEWEST || ours * MOST > theirs {
        return;
    }
    let other = if own == Form::Simplified { Form::Traditional } else { Form::Simplified };
    // French that has Chinese characters shows them.
    let is_kept = || {
        pair.translation.raw.contains(other.own_name())
            || pair.source.text.raw.contains(|c| forms.contains_key(&c))
    };
    if is_kept() {
        return;
    }
    let is_sure = different.len() == SURE && ours == 0;
    let severity = if is_sure { Severity::Error } else { Severity::Warning };
    let message = format!("the text is in {} characters, not in {} ones", other.name(), own.name());
    push(pair, severity, message, problems);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_tells_the_form_by_its_script_or_region() {
        for tag in ["zh-Hans", "zh-CN", "zh-Hans-SG"] {
            assert_eq!(Form::of(tag), Some(Form::Simplified), "{tag}");
        }
        for tag in ["zh-Hant", "zh-TW", "zh-Hant-HK", "zh-MO"] {
            assert_eq!(Form::of(tag), Some(Form::Traditional), "{tag}");
        }
        for tag in ["zh", "zh-Latn", "ja", "ja-Hant"] {
            assert_eq!(Form::of(tag), None, "{tag}");
        }
    }

    #[test]
    fn no_character_stands_in_both_columns() {
        let rows = FORMS.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        let characters: usize = rows.map(|row| row.chars().count()).sum();
        assert_eq!(forms().len(), characters);
    }
}
