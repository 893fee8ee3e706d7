//! Faces made of marks, and the names of pictures between colons.

/// Bytes of the longest name between colons that is looked for.
const LONGEST: usize = 32;

/// Faces that are no eyes, nose and mouth.
const OTHERS: [&str; 12] = ["^^", "^_^", "-_-", "T_T", "<3", "</3", ":'(", ":’(", "\\o/", "xD", "XD", "o_O"];

/// The length in bytes of the emoticon that a text begins with: `:-)`, `;)`, `<3`, `:smile:`. A space or
/// nothing stands behind it.
pub(super) fn length(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    if !bytes.first().is_some_and(|first| b":;=8^-T<\\xXo".contains(first)) {
        return None;
    }
    let length = OTHERS
        .iter()
        .find(|other| text.starts_with(**other))
        .map(|other| other.len())
        .or_else(|| eyed(bytes))
        .or_else(|| name(bytes))?;
    text[length..].chars().next().is_none_or(char::is_whitespace).then_some(length)
}

/// The length of the face that a text begins with, as [`length`] has it.
pub(super) fn face(text: &str) -> Option<usize> {
    let length = if text.starts_with("^^") { 2 } else { eyed(text.as_bytes())? };
    text[length..].chars().next().is_none_or(char::is_whitespace).then_some(length)
}

/// Eyes, perhaps a nose, a mouth that may be long: `:-)))`.
fn eyed(bytes: &[u8]) -> Option<usize> {
    let is_mouth = |byte: &u8| b")(]|/\\*DPpOo3".contains(byte);
    if !matches!(bytes.first(), Some(b':' | b';' | b'=' | b'8')) {
        return None;
    }
    let nose = usize::from(
        matches!(bytes.get(1), Some(b'-' | b'o' | b'\'' | b'^')) && bytes.get(2).is_some_and(is_mouth),
    );
    let mouth = *bytes.get(1 + nose).filter(|byte| is_mouth(byte))?;
    let long = bytes[1 + nose..].iter().take(LONGEST).take_while(|&&byte| byte == mouth).count();
    Some(1 + nose + long)
}

/// `:smile:`
fn name(bytes: &[u8]) -> Option<usize> {
    let inside = bytes.strip_prefix(b":")?;
    let length = inside
        .iter()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_+-".contains(byte))
        .count();
    (length >= 2 && inside.get(length) == Some(&b':')).then_some(length + 2)
}
