//! `# drogman: allow RULE (reason)` in a unit's comment.

use rustc_hash::FxHashSet;

use crate::catalog::{Catalog, Unit};
use crate::check::{Group, RULES, rule};
use crate::text::{Span, nearest};

/// One allowed rule of one unit.
pub(super) struct Allow<'a> {
    pub(super) rule: &'a str,
    /// The word that stands where `allow` should.
    pub(super) wrong: Option<&'a str>,
    /// The comment line.
    pub(super) span: Span,
    pub(super) used: bool,
}

/// What a unit's comment allows, in the order of its lines.
pub(super) fn of<'a>(catalog: &Catalog<'a>, unit: &Unit<'a>) -> Vec<Allow<'a>> {
    let mut allows = Vec::new();
    let notes = unit.notes();
    for note in notes {
        let text: &'a str = &catalog.text[note.clone()];
        let Some((word, names)) = order(text) else { continue };
        let allow = |rule| Allow { rule, wrong: None, span: note.clone(), used: false };
        if !word.eq_ignore_ascii_case(ALLOW) {
            allows.push(Allow { wrong: Some(word), ..allow("") });
            continue;
        }
        let names = rules_in(names.split('(').next().unwrap_or_default());
        if names.is_empty() {
            allows.push(allow(""));
        }
        allows.extend(names.into_iter().map(allow));
    }
    allows
}

/// The names of rules that a line begins with, up to its reason, which may lack its parentheses. Of words that are no
/// rule one is enough.
fn rules_in(names: &str) -> Vec<&str> {
    let words: Vec<&str> = names.split([',', ':', '`', ' ', '\t']).filter(|word| !word.is_empty()).collect();
    let mut found: Vec<&str> = Vec::new();
    let mut has_unknown = false;
    for (at, word) in words.iter().enumerate() {
        let is_known = rule(word).is_some();
        let is_reason = !is_known && !found.is_empty() && !has_unknown && at + 1 < words.len();
        if is_reason || (!is_known && !word.contains(char::is_alphanumeric)) {
            break;
        }
        if is_known || !has_unknown {
            found.push(word);
        }
        has_unknown |= !is_known;
    }
    found
}

/// Lines of a catalog that would allow something, if they stood in the comment of a unit.
pub(super) fn apart(catalog: &Catalog<'_>) -> Vec<Span> {
    let text = catalog.text;
    // Nearly no catalog has such a word.
    let named = memchr::memmem::find_iter(text.as_bytes(), "rogman");
    let lines = named.filter_map(|at| {
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        let line = text[start..].lines().next().unwrap_or_default();
        (line.starts_with('#') && order(line).is_some()).then(|| start..start + line.len())
    });
    let mut lines: Vec<Span> = lines.collect();
    lines.dedup();
    if !lines.is_empty() {
        let notes = catalog.units.iter().flat_map(Unit::notes);
        let of_units: FxHashSet<usize> = notes.map(|note| note.start).collect();
        lines.retain(|line| !of_units.contains(&line.start));
    }
    lines
}

/// What to say of such a line, and what to do.
pub(super) const APART: (&str, &str) = (
    "this line allows nothing: it stands apart from every unit",
    "move it right above the translation that is meant, with no empty line between, behind one #",
);

const ALLOW: &str = "allow";

/// Words that other programs have for it.
const OTHERS: [&str; 7] = ["allowed", "allows", "disable", "ignore", "ignored", "off", "skip"];

/// What a comment tells drogman to do, and the rest of its line. Capitals and spaces are as people write them, and the
/// colon may be missing where a rule is named: else it is a note.
fn order(comment: &str) -> Option<(&str, &str)> {
    let text = comment.trim_start_matches('#').trim_start();
    let (name, rest) = text.split_at_checked("drogman".len())?;
    if !name.eq_ignore_ascii_case("drogman") {
        return None;
    }
    let after = rest.trim_start();
    let is_apart = after.len() < rest.len();
    let (has_colon, after) = match after.strip_prefix(':') {
        Some(after) => (true, after.trim_start()),
        None => (false, after),
    };
    let end = after.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(after.len());
    let (word, names) = after.split_at(end);
    let is_one = [ALLOW].iter().chain(&OTHERS).any(|one| word.eq_ignore_ascii_case(one));
    let names_one =
        || names.split(|sign: char| !sign.is_alphanumeric() && sign != '-').any(|word| rule(word).is_some());
    let is_order = match has_colon {
        true => is_one || (!word.is_empty() && names_one()),
        false => is_one && is_apart && names_one(),
    };
    is_order.then_some((word, names))
}

/// Whether a finding of `name` is allowed; remembers that the line was needed.
pub(super) fn allows(allows: &mut [Allow<'_>], name: &str) -> bool {
    let mut found = false;
    for allow in allows.iter_mut().filter(|allow| allow.rule == name && can_be_allowed(name)) {
        allow.used = true;
        found = true;
    }
    found
}

/// A state is settled by `accept`, never by a comment.
fn can_be_allowed(name: &str) -> bool {
    rule(name).is_some_and(|rule| rule.group != Group::States)
}

/// What to say of a line that allowed nothing, and what to do.
pub(super) fn unused(allow: &Allow<'_>) -> (String, String) {
    let name = allow.rule;
    if let Some(word) = allow.wrong {
        return (
            format!("this line allows nothing: `{}` is not the word for it", crate::text::visible(word)),
            "write it as: # drogman: allow numbers (reason)".to_owned(),
        );
    }
    if name.is_empty() {
        return (
            "this line allows nothing: it names no rule".to_owned(),
            "write the rule's name, which stands in the brackets of its finding, as: # drogman: allow numbers (reason)"
                .to_owned(),
        );
    }
    let remove = "delete the line, or this rule's name in it".to_owned();
    if rule(name).is_none() {
        let help = match nearest(name, RULES.iter().map(|rule| rule.name)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => "`drogman check --list-rules` lists the rules".to_owned(),
        };
        return (format!("there is no rule `{}` to allow", crate::text::visible(name)), help);
    }
    if !can_be_allowed(name) {
        return (
            format!("`{name}` can't be allowed in a comment"),
            "bring the translation up to date: drogman accept".to_owned(),
        );
    }
    (format!("there is nothing of `{name}` to allow here"), remove)
}
