//! The key that a line of YAML begins with.

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
