//! Chinese in the place of Japanese: both write the same signs, but for some of them.

use super::forms::is_simplified;
use crate::check::section::section;

/// Signs by which one is known from the other, in named lists.
const SIGNS: &str = include_str!("../data/han_signs.txt");

/// Whether a text without kana, with `han` Chinese characters, is Chinese rather than a Japanese heading or list of dates.
pub(super) fn is_chinese(text: &str, han: usize) -> bool {
    /// With fewer, a heading of Japanese may be meant.
    const FEWEST: usize = 6;
    if han < FEWEST {
        return false;
    }
    let count = |list: &str| text.chars().filter(is_of(list)).count();
    let likely = || if count("japanese") > 0 { 0 } else { count("also-chinese") };
    let simplified = || {
        let is_japanese = is_of("also-japanese");
        text.chars().filter(|c| is_simplified(*c) && !is_japanese(c)).count()
    };
    let is_sentence = || text.trim_end().ends_with(['。', '？', '！', '」']);
    // The name of an old school or paper may keep two of them.
    count("chinese") > 0
        || count("not-japanese") >= if is_sentence() { 2 } else { 4 }
        || is_sentence() && simplified() >= 2
        || is_sentence() && (likely() >= 2 || han >= 12 && likely() > 0)
        || han >= 16 && likely() >= 2
}

/// Asks whether a sign is in this list.
fn is_of(list: &str) -> impl Fn(&char) -> bool + use<> {
    let lines: Vec<&str> = section(SIGNS, list).collect();
    move |sign| lines.iter().any(|line| line.contains(*sign))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_list_is_explained_and_holds_each_sign_once() {
        let (head, _) = SIGNS.split_at(SIGNS.find("\n[").expect("a list"));
        let lists: Vec<&str> =
            SIGNS.lines().filter_map(|line| line.strip_prefix('[')?.strip_suffix(']')).collect();
        assert_eq!(lists.len(), 5);
        for list in lists {
            assert!(head.contains(&format!("\n#   {list} ")), "{list}");
            let signs: Vec<char> = section(SIGNS, list).flat_map(str::chars).collect();
            let once: BTreeSet<char> = signs.iter().copied().collect();
            assert_eq!(once.len(), signs.len(), "{list} has a sign twice");
        }
    }

    #[test]
    fn chinese_is_known_from_japanese_by_its_signs() {
        for (text, is) in [
            ("這座橋從明天起開放。", true),
            ("桥梁明天重新开放，请绕行。", true),
            ("市長は明日到着", false),
            ("橋梁工事終了予定日", false),
            ("国会議事堂前駅", false),
        ] {
            let han = text.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)).count();
            assert_eq!(is_chinese(text, han), is, "{text}");
        }
    }
}
