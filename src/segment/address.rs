//! Addresses, paths and tags that a sentence may open with though they have no capital.

/// Bytes that are looked at.
const LONGEST: usize = 64;

/// Whether a text that begins with `first` begins with `#tag`, `@name`, `/path`, `./path`, `.name`, an address
/// of the net or of mail, or a name with stops (`index.html`).
pub(super) fn begins(first: char, text: &str) -> bool {
    let rest = &text[first.len_utf8()..];
    match first {
        '#' | '@' => rest.starts_with(|c: char| c.is_lowercase() || c == '_'),
        '/' => rest.starts_with(|c: char| c.is_alphanumeric() || c == '/'),
        '~' => rest.starts_with('/'),
        '.' => rest.starts_with('/') || rest.starts_with("./") || rest.starts_with(char::is_alphabetic),
        _ => first.is_ascii_lowercase() && is_dotted(token(text)),
    }
}

fn token(text: &str) -> &str {
    let bytes = text.as_bytes();
    let end = bytes
        .iter()
        .take(LONGEST)
        .position(|&byte| !(byte.is_ascii_alphanumeric() || b"._-/:@+%?=&#~".contains(&byte)))
        .unwrap_or(bytes.len().min(LONGEST));
    text[..end].trim_end_matches(['.', ':', '?'])
}

/// `https://…`, `a@b.fr`, `moulin.example`, `index.html`; not `p.ex`, `a.m`, `etc...puis`.
fn is_dotted(token: &str) -> bool {
    if token.contains("://") || token.starts_with("www.") || token.starts_with("mailto:") {
        return true;
    }
    let host = token.rsplit_once('@').map_or(token, |(_, host)| host).split('/').next().unwrap_or_default();
    let mut parts = host.split('.');
    let first = parts.next().unwrap_or_default();
    let mut last = "";
    for part in parts {
        if part.is_empty() {
            return false;
        }
        last = part;
    }
    (first.len() >= 2 || host.len() < token.len())
        && last.len() >= 2
        && last.bytes().next().is_some_and(|byte| byte.is_ascii_lowercase())
}
