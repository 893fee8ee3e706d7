//! What is meant as front matter, and is text of the page: it has no end, stands between other signs, or not at the very top.

use super::flaw::Flaw;
use super::key::{is_toml_key, is_yaml_key};
use super::{cut, end_of_line, fields, json, lines};

/// A front matter that nothing ends: a fence at the top of the page, and keys right below it up to an empty line.
pub(super) fn unclosed(source: &str, start: usize) -> Option<Flaw> {
    let mut all = lines(source, start..source.len());
    let fence = all.next()?;
    let sign = source[fence.clone()].trim_end();
    let is_key = match sign {
        "---" => is_yaml_key,
        "+++" => is_toml_key,
        _ => return None,
    };
    let mut keys = 0;
    for line in all.map(|line| &source[line]).take_while(|line| !line.trim().is_empty()) {
        let goes_on = keys > 0 && line.starts_with([' ', '\t', '-', '[']);
        if is_key(line) {
            keys += 1;
        } else if !goes_on && !line.starts_with('#') || line.trim_end() == sign {
            return None;
        }
    }
    let message =
        "the front matter that begins here has no end, and is taken for text of the page".to_owned();
    // A line of `+` is no rule.
    let rule = if sign == "---" { "; if this is a rule, write it as `***`" } else { "" };
    let help = format!("put a line `{sign}` behind its last key{rule}");
    (keys > 0).then(|| Flaw::of_place(fence, message, help))
}

/// A front matter whose fences are no such: `--`, or the dash that a word processor made of them. Nothing but keys stands
/// between.
pub(super) fn misfenced(source: &str, start: usize) -> Option<Flaw> {
    const LONGEST: usize = 6;
    let is_fence = |line: &str| {
        let signs = line.trim();
        let is_sign = |c: char| matches!(c, '-' | '‐' | '–' | '—' | '−' | '=' | '+' | '*');
        !signs.is_empty() && signs.chars().count() <= LONGEST && signs.chars().all(is_sign)
    };
    let fence = lines(source, start..source.len()).next().filter(|line| is_fence(&source[line.clone()]))?;
    let mut below = lines(source, start..source.len()).skip(1).map(|line| &source[line]);
    let first = below.clone().next()?;
    let (is_key, right): (fn(&str) -> bool, _) = match is_toml_key(first) {
        true => (is_toml_key, "+++"),
        false => (is_yaml_key, "---"),
    };
    let goes_on = |line: &str| line.starts_with([' ', '\t', '-', '#']) && !is_fence(line);
    // « Note : voir plus bas. » between two rules is prose, and so are « Date : le 3 mai » and « Lieu : le quai ».
    let is_small_key = |line: &str| line.starts_with(|c: char| c.is_ascii_lowercase()) && is_key(line);
    let is_sure =
        first.starts_with("title") || is_small_key(first) && below.clone().nth(1).is_some_and(is_small_key);
    let is_one =
        is_sure && is_key(first) && below.find(|line| !is_key(line) && !goes_on(line)).is_some_and(is_fence);
    is_one.then(|| {
        let message = format!(
            "this looks like front matter, but its first line is not `{right}`: it is taken for text of the page"
        );
        let help = format!("let the line above its keys be `{right}`, and the one below them, too");
        Flaw::of_place(fence, message, help)
    })
}

/// A front matter that empty lines or comments keep from the very top of the page.
pub(super) fn misplaced(source: &str, start: usize) -> Option<Flaw> {
    let mut at = start;
    loop {
        let line = lines(source, at..source.len()).next()?;
        if source[line.clone()].trim().is_empty() {
            at = end_of_line(source, line.end);
            continue;
        }
        let Some(comment) = source[at..].strip_prefix("<!--") else { break };
        let (inside, _) = comment.split_once("-->")?;
        let behind = at + "<!--".len() + inside.len() + "-->".len();
        let line = lines(source, behind..source.len()).next().unwrap_or(behind..behind);
        // Such a comment says what to do with the lines below it.
        if !source[line.clone()].trim().is_empty() || inside.trim_start().starts_with("drogman:") {
            return None;
        }
        at = end_of_line(source, line.end);
    }
    let is_one = at > start
        && match cut(source, at) {
            Some((fence, inside, _)) => {
                let all = || lines(source, inside.clone()).map(|line| &source[line]);
                let goes_on = |line: &str| line.starts_with([' ', '\t', '-', '#']);
                let reads = |line: &str| fence == "+++" || is_yaml_key(line) || goes_on(line);
                all().all(|line| line.trim().is_empty() || reads(line))
                    && fields(source, fence, inside.clone()).is_ok_and(|read| !read.fields.is_empty())
            }
            None => matches!(json::read(source, at), Some(Ok(_))),
        };
    is_one.then(|| {
        let fence = lines(source, at..source.len()).next().unwrap_or(at..at);
        let message =
            "this looks like front matter, but does not stand at the very top: it is taken for text of the page";
        let help = "put it above all else, with no empty line before it; if it is text, write the rules as `***`";
        Flaw::of_place(fence, message.to_owned(), help.to_owned())
    })
}
