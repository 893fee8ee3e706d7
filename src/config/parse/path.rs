//! Folders and patterns of paths: none may leave the project.

use super::super::Globs;
use super::super::globs::compile;
use super::super::reader::{Mistakes, Table, shown};

/// The patterns under a key; nothing if there is none, or after a mistake of type. A wrong pattern is reported and left
/// out.
pub(super) fn globs(
    table: &Table<'_>,
    key: &str,
    example: &str,
    mistakes: &mut Mistakes<'_>,
) -> Option<Globs> {
    let texts = table.get(key)?.texts(&format!("[\"{example}\"]"), mistakes)?;
    let mut patterns = Vec::new();
    for text in texts {
        match compile(&text.text) {
            Ok(_) if text.text.trim().is_empty() => {
                mistakes.add(
                    &text.span,
                    "no pattern stands here",
                    format!("for example: {key} = [\"{example}\"]"),
                );
            }
            Ok(_) if text.text.starts_with('/') || text.text.split('/').any(|part| part == "..") => {
                let message = format!("the pattern `{}` leaves its folder", shown(&text.text));
                mistakes.add(&text.span, message, "patterns are relative, for example: \"actu/*.md\"");
            }
            Ok(_) => patterns.push(text.text),
            Err(reason) => {
                let message = format!("`{}` is not a pattern of paths: {reason}", shown(&text.text));
                mistakes.add(&text.span, message, format!("for example: \"{example}\""));
            }
        }
    }
    Globs::new(&patterns).ok()
}

/// A folder of the project, without `./` and double slashes. `None` after a mistake.
pub(super) fn folder(
    table: &Table<'_>,
    key: &str,
    default: &str,
    mistakes: &mut Mistakes<'_>,
) -> Option<String> {
    let Some(entry) = table.get(key) else { return Some(default.to_owned()) };
    let text = entry.text(default, mistakes)?;
    let reason = if text.text.trim().is_empty() { Some("is empty") } else { leaves_project(&text.text) };
    if let Some(reason) = reason {
        let message = format!("the folder `{}` {reason}", shown(&text.text));
        mistakes.add(
            &text.span,
            message,
            format!("name a folder of the project, for example: {key} = \"{default}\""),
        );
        return None;
    }
    let parts: Vec<&str> = text.text.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if let Some(own) = parts.first().filter(|part| [".drogman", ".git"].contains(part)) {
        let message = format!("the folder `{own}` is not for this");
        mistakes.add(&text.span, message, format!("for example: {key} = \"{default}\""));
        return None;
    }
    Some(parts.join("/"))
}

/// Why a path can't be one below the project, in words that follow the path.
pub(super) fn leaves_project(path: &str) -> Option<&'static str> {
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
    if path.starts_with('/') || path.starts_with('\\') || drive {
        Some("is absolute: paths start at the project's folder")
    } else if path.split(['/', '\\']).any(|part| part == "..") {
        Some("has `..`: paths stay in the project")
    } else if path.contains(char::is_control) {
        Some("holds a control character")
    } else {
        None
    }
}
