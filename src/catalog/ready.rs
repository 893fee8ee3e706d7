//! Ready lines: what was meant, as Fluent wants it written.

use fluent_syntax::ast::Entry;

use super::guard::{DEEPEST, guarded, opens};
use super::is_identifier;
use super::pattern;

/// Most braces of a value that is written anew: far beyond any sentence.
const MOST: usize = 100;

/// `value` with those braces written as text that `french`, which is text, has too, with its spaces (`{ { nom } }` is no
/// `{{ nom }}` for those that fill it in). `None` if there are none such, or
/// if the value could still not be read.
///
/// ```
/// use drogman::catalog::with_braces;
/// let ready = with_braces("Siehe {.ziel} in { -stadt }", "Voyez { .ziel } à Lyon");
/// assert_eq!(ready.as_deref(), Some(r#"Siehe { "{" } .ziel { "}" } in { -stadt }"#));
/// ```
pub fn with_braces(value: &str, french: &str) -> Option<String> {
    let is_much = |text: &str| text.matches(['{', '}']).count() > MOST;
    if !french.contains(['{', '}']) || is_much(value) || is_much(french) {
        return None;
    }
    let mut groups = Vec::new();
    each_group(french, |group| {
        groups.push((squeezed(group), group.to_owned()));
        None
    });
    let mut has_changed = false;
    let ready = each_group(value, |group| {
        let bare = squeezed(group);
        let mut same = groups.iter().filter(|(french, _)| *french == bare).map(|(_, french)| french.as_str());
        let first = same.next()?;
        has_changed = true;
        let as_written = first == group || same.any(|french| french == group);
        Some(pattern::to_pattern(if as_written { group } else { first }).into_owned())
    });
    (has_changed && reads(&ready)).then_some(ready)
}

/// `value` with straight quotation marks in placeables that hold a text in others: `{ “{” }`. `None` if there are
/// none such, or if the value could still not be read.
pub(super) fn with_straight_quotes(value: &str) -> Option<String> {
    const MARKS: &[char] =
        &['"', '\'', '`', '“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '‹', '›', '＂', '″', '〝', '〞'];
    if opens(value) > MOST {
        return None;
    }
    let (mut out, mut rest, mut has_changed) = (String::with_capacity(value.len()), value, false);
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((_, after)) = pattern::literal(rest) {
            out.push_str(&rest[..rest.len() - after.len()]);
            rest = after;
            continue;
        }
        let text = rest[1..].trim_start().strip_prefix(MARKS).and_then(|inner| {
            let end = inner.find(MARKS)?;
            let after = inner[end..].trim_start_matches(MARKS).trim_start().strip_prefix('}')?;
            (!inner[..end].contains('\\')).then_some((&inner[..end], after))
        });
        let Some((inner, after)) = text else {
            out.push('{');
            rest = &rest[1..];
            continue;
        };
        let inner = if inner.trim().is_empty() { "" } else { inner };
        out.push_str(&format!("{{ \"{inner}\" }}"));
        (rest, has_changed) = (after, true);
    }
    out.push_str(rest);
    (has_changed && reads(&out)).then_some(out)
}

/// `value` with braces behind a backslash, as other programs write them, written as text. `None` if there are none such,
/// or if the value could still not be read.
pub(super) fn with_escaped_braces(value: &str) -> Option<String> {
    if opens(value) > MOST || !(value.contains("\\{") || value.contains("\\}")) {
        return None;
    }
    let ready = value.replace("\\{", "{ \"{\" }").replace("\\}", "{ \"}\" }");
    reads(&ready).then_some(ready)
}

/// `value` with what no Fluent program reads between braces as text for readers, or as the term that it names by a dash or
/// a hyphen too far (`{ – pont }`). `None` if the value could still not be read.
pub(super) fn with_words_in_braces(value: &str) -> Option<String> {
    if opens(value) > MOST {
        return None;
    }
    let ready = each_group(value, |group| {
        let inner = group.strip_prefix('{')?.strip_suffix('}')?.trim();
        if inner.is_empty() {
            return Some("{ \"\" }".to_owned());
        }
        let term = inner.strip_prefix(['-', '–', '—', '−', '‑']).map(str::trim_start);
        match term {
            Some(name) if is_identifier(name) => Some(format!("{{ -{name} }}")),
            _ if group.contains("->") || reads(group) => None,
            _ => Some(pattern::to_pattern(group).into_owned()),
        }
    });
    (ready != value && reads(&ready)).then_some(ready)
}

/// The braces round `at` in a value, with what they hold: the outermost ones.
pub(super) fn group_at(value: &str, at: usize) -> Option<&str> {
    if opens(value) > MOST {
        return None;
    }
    let mut from = 0;
    while let Some(open) = value[from..].find('{') {
        let start = from + open;
        let end = start + group(&value[start..]).len();
        if (start..end).contains(&at) {
            return Some(&value[start..end]);
        }
        from = end;
    }
    None
}

/// Whether a value can be read, though it may refer to what is not there.
fn reads(value: &str) -> bool {
    let line = format!("a = {value}\n");
    if opens(&line) > DEEPEST {
        return false;
    }
    let safe = guarded(&line);
    fluent_syntax::parser::parse(safe.as_ref())
        .is_ok_and(|resource| matches!(&*resource.body, [Entry::Message(message)] if message.value.is_some()))
}

/// The value with each group of braces that is no string literal replaced by what `with` gives for it, if it does.
fn each_group(value: &str, mut with: impl FnMut(&str) -> Option<String>) -> String {
    let (mut out, mut rest) = (String::with_capacity(value.len() + 32), value);
    while let Some(at) = rest.find(['{', '}']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (group, after) = match pattern::literal(rest) {
            Some((_, after)) => (&rest[..rest.len() - after.len()], after),
            None => {
                let (group, after) = rest.split_at(group(rest).len());
                if let Some(with) = with(group) {
                    out.push_str(&with);
                    rest = after;
                    continue;
                }
                (group, after)
            }
        };
        out.push_str(group);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The brace at the start of a text with its partner and what is between; alone if it has none.
fn group(text: &str) -> &str {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth <= 1 => return &text[..=at],
            b'}' => depth -= 1,
            _ => {}
        }
    }
    &text[..1.min(text.len())]
}

/// Without white space.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braces_of_the_french_are_text() {
        let check = |value: &str, french: &str, ready: Option<&str>| {
            let made = with_braces(value, french);
            assert_eq!(made.as_deref(), ready, "{value}");
            if let Some(text) = made.as_deref().and_then(pattern::from_pattern) {
                assert_eq!(squeezed(&text), squeezed(value));
            }
        };
        check("{ { nom } }, {b}", "{{ nom }}, {b}, { b }", Some(r#"{ "{{" } nom { "}}" }, { "{" }b{ "}" }"#));
        check("Aus $a^{2}$ folgt", "De $a^{2}$ suit", Some(r#"Aus $a^{ "{" }2{ "}" }$ folgt"#));
        check("{{ site.titre }}", "Voir {{ site.titre }}", Some(r#"{ "{{" } site.titre { "}}" }"#));
        check("Rot {: .grand }", "Rouge {: .grand }", Some(r#"Rot { "{" }: .grand { "}" }"#));
        check("Ein } allein", "Un } seul", Some(r#"Ein { "}" } allein"#));
        check("Ein { -wort }", "Un mot", None);
        check("Ein { -wort }", "Un {mot}", None);
        check(r#"Ein { "{" }2{ "}" }"#, "Un {2}", None);
        check("Ein {2} und { nix", "Un {2}", None);
    }

    #[test]
    fn quotation_marks_of_a_placeable_are_straight() {
        let check = |value: &str, ready: Option<&str>| {
            assert_eq!(with_straight_quotes(value).as_deref(), ready, "{value}");
        };
        check("{ “{” }nom{ “}” }", Some(r#"{ "{" }nom{ "}" }"#));
        check("{„{“}nom", Some(r#"{ "{" }nom"#));
        check("{ '' }", Some(r#"{ "" }"#));
        check(r#"{ "a" } „b“"#, None);
        check("{ “a", None);
    }

    #[test]
    fn words_between_braces_are_text_and_a_dash_too_far_is_a_term() {
        let ready = |value| with_words_in_braces(value);
        assert_eq!(ready("a {It opens.} b").as_deref(), Some(r#"a { "{" }It opens.{ "}" } b"#));
        assert_eq!(ready("{}").as_deref(), Some(r#"{ "" }"#));
        assert_eq!(ready("by { – pont } and { - gare }").as_deref(), Some("by { -pont } and { -gare }"));
        assert_eq!(ready("{ -pont }"), None, "as it should be");
        assert_eq!(ready("{ $x -> [a] b }"), None, "a choice is no text");
        assert_eq!(with_straight_quotes("{« »}").as_deref(), Some(r#"{ "" }"#));
    }

    #[test]
    fn the_outermost_braces_are_found() {
        assert_eq!(group_at("a {{ b }} c", 5), Some("{{ b }}"));
        assert_eq!(group_at("a {b} c", 6), None);
    }
}
