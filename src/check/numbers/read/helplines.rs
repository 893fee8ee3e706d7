//! Numbers of helplines that are the same in all of Europe: 116 000 for missing children, 116 111 for children.

use super::digits::is_blank;

/// Where the number of a helpline of all Europe ends, which looks like one of thousands: appelez le 116 000.
pub(super) fn end(prose: &str, begin: usize) -> Option<usize> {
    /// Bytes before it, and how words begin of which one stands there.
    const NEAR: usize = 40;
    const CALLS: [&str; 8] = ["appel", "compos", "numéro", "ligne", "téléph", "joign", "joind", "contact"];
    let rest = prose[begin..].strip_prefix("116")?;
    let group = rest.trim_start_matches(is_blank);
    let end = prose.len() - group.len() + 3;
    let is_group = group.len() < rest.len()
        && group.bytes().take_while(u8::is_ascii_digit).count() == 3
        && !prose[end..].trim_start_matches(is_blank).starts_with(|c: char| c.is_ascii_digit() || c == '€');
    if !is_group {
        return None;
    }
    // 116 000 signatures are counted.
    let names = ["le", "au", "du", "numéro"];
    let before = prose[..begin].trim_end_matches(is_blank).rsplit(|c: char| !c.is_alphabetic()).next();
    let behind = prose[end..].trim_start_matches(is_blank);
    let is_counted = behind.starts_with(char::is_alphabetic)
        && !["pour", "est", "et", "ou", "en", "si"].iter().any(|word| behind.split(' ').next() == Some(word));
    if is_counted || !before.is_some_and(|word| names.contains(&word.to_lowercase().as_str())) {
        return None;
    }
    let near = prose[prose.floor_char_boundary(begin.saturating_sub(NEAR))..begin].to_lowercase();
    CALLS.iter().any(|call| near.contains(call)).then_some(end)
}
