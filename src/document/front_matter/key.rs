//! The key that a line of front matter begins with, and what keys are called.

/// The key of a line, and where what follows its colon begins.
pub(super) fn key(line: &str) -> Option<(String, usize)> {
    let (key, after) = match line.as_bytes().first()? {
        quote @ (b'"' | b'\'') => {
            let end = line[1..].find(char::from(*quote))? + 1;
            let colon = end + 1 + line[end + 1..].find(':')?;
            line[end + 1..colon].trim().is_empty().then_some(())?;
            (&line[1..end], colon + 1)
        }
        b' ' | b'\t' | b'-' | b'[' | b'{' | b'|' | b'>' | b'%' | b'@' | b'`' => return None,
        _ => {
            let colon = line
                .match_indices(':')
                .map(|(at, _)| at)
                .find(|&at| line[at + 1..].is_empty() || line[at + 1..].starts_with([' ', '\t']))?;
            (line[..colon].trim_end(), colon + 1)
        }
    };
    let rest = &line[after..];
    (rest.is_empty() || rest.starts_with([' ', '\t'])).then(|| (key.to_owned(), after))
}

/// Whether this is what keys of front matter are called: one word, so that a sentence with a colon is none.
pub(super) fn is_name(key: &str) -> bool {
    !key.is_empty()
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
}

/// Whether a line of YAML begins with a key.
pub(super) fn is_yaml_key(line: &str) -> bool {
    key(line).is_some_and(|(key, _)| is_name(&key))
}

/// Whether a line of TOML does.
pub(super) fn is_toml_key(line: &str) -> bool {
    line.split_once('=').is_some_and(|(key, _)| is_name(key.trim()))
}
