//! Addresses, paths, tags and marks of items that a sentence may open with though they have no capital.

/// Bytes that are looked at.
const LONGEST: usize = 64;

/// Whether a text that begins with `first` begins with `#tag`, `@name`, `$name`, `/path`, `./path`, `.name`, `\command`,
/// an address of the net or of mail, a name with stops (`index.html`), one of a program (`bzip2`, `cpio(1)`), or the
/// letter of an item (`b) Le`).
pub(super) fn begins(first: char, text: &str) -> bool {
    let rest = &text[first.len_utf8()..];
    match first {
        '#' | '@' => rest.starts_with(|c: char| c.is_lowercase() || c == '_'),
        '/' => rest.starts_with(|c: char| c.is_alphanumeric() || c == '/'),
        '~' => rest.starts_with('/'),
        '$' => rest.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '{')),
        '.' => rest.starts_with('/') || rest.starts_with("./") || rest.starts_with(char::is_alphabetic),
        '\\' => rest.starts_with(|c: char| c.is_ascii_lowercase()),
        _ if first.is_ascii_lowercase() => {
            if is_item(text) {
                return true;
            }
            let token = token(text);
            let is_word = token.bytes().all(|byte| byte.is_ascii_lowercase());
            if is_word && !text[token.len()..].starts_with('(') {
                return false;
            }
            is_dotted(token) || is_program(token, &text[token.len()..])
        }
        _ => false,
    }
}

/// `b) Le directeur`, `ii) Les membres`
fn is_item(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_lowercase).count();
    let roman = || text.bytes().take(letters).all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let Some(rest) =
        text[letters..].strip_prefix(')').and_then(|rest| rest.strip_prefix(char::is_whitespace))
    else {
        return false;
    };
    (letters == 1 || (letters <= 4 && roman())) && rest.starts_with(char::is_uppercase)
}

/// `dh_make`, `bzip2`, `cpio(1)`
fn is_program(token: &str, rest: &str) -> bool {
    let name =
        token.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte));
    let section = || {
        let mut signs = rest.bytes();
        signs.next() == Some(b'(') && signs.next().is_some_and(|sign| sign.is_ascii_digit())
    };
    // « in-8° », « mi-2019 »
    let is_word = || {
        let (word, number) = token.split_once('-').unwrap_or((token, ""));
        matches!(word, "in" | "mi" | "post" | "ex" | "non")
            && number.bytes().all(|byte| byte.is_ascii_digit())
    };
    name && !is_word() && (token.bytes().any(|byte| byte == b'_' || byte.is_ascii_digit()) || section())
}

fn token(text: &str) -> &str {
    let bytes = text.as_bytes();
    let end = bytes
        .iter()
        .take(LONGEST)
        .position(|&byte| !(byte.is_ascii_alphanumeric() || b"._-/:@+%?=#~".contains(&byte)))
        .unwrap_or(bytes.len().min(LONGEST));
    text[..end].trim_end_matches(['.', ':', '?'])
}

/// `https://…`, `a@b.fr`, `moulin.example`, `index.html`; not `p.ex`, `a.m`, `etc...puis`.
fn is_dotted(token: &str) -> bool {
    if !token.contains('.') {
        return token.contains("://") || token.starts_with("mailto:");
    }
    if token.starts_with("www.") || token.contains("://") {
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
