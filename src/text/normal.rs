//! tmp
use std::borrow::Cow;
/// t
pub fn typographic(t: &str) -> Cow<'_, str> {
    use unicode_normalization::UnicodeNormalization;
    let s: String = t
        .nfc()
        .collect::<String>()
        .replace('’', "'")
        .replace("œ", "oe")
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    Cow::Owned(s)
}
/// t
pub fn same(a: &str, b: &str) -> bool {
    a == b || typographic(a) == typographic(b)
}
