//! `# drogman: allow RULE (reason)` in a unit's comment.

use crate::catalog::{Catalog, Unit};
use crate::check::{Group, RULES, rule};
use crate::text::{Span, nearest};

/// One allowed rule of one unit.
pub(super) struct Allow<'a> {
    pub(super) rule: &'a str,
    /// The comment line.
    pub(super) span: Span,
    pub(super) used: bool,
}

/// What a unit's comment allows, in the order of its lines.
pub(super) fn of<'a>(catalog: &Catalog<'a>, unit: &Unit<'a>) -> Vec<Allow<'a>> {
    let mut allows = Vec::new();
    let notes = unit.sections().flat_map(|section| section.notes());
    for note in notes {
        let text: &'a str = &catalog.text[note.clone()];
        let Some((word, names)) = order(text) else { continue };
        let names = names.split('(').next().unwrap_or_default();
        let before = allows.len();
        if !word.eq_ignore_ascii_case(ALLOW) {
            allows.push(Allow { rule: word, span: note.clone(), used: false });
            continue;
        }
        for name in names.split([',', ':', '`', ' ', '\t']).filter(|name| !name.is_empty()) {
            allows.push(Allow { rule: name, span: note.clone(), used: false });
        }
        if allows.len() == before {
            allows.push(Allow { rule: "", span: note.clone(), used: false });
        }
    }
    allows
}

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
    (is_one && (has_colon || (is_apart && names_one()))).then_some((word, names))
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
pub(super) fn unused(name: &str) -> (String, String) {
    if name.is_empty() {
        return (
            "this line allows nothing: it names no rule".to_owned(),
            "write the rule's name, which stands in the brackets of its finding, as: # drogman: allow numbers (reason)"
                .to_owned(),
        );
    }
    if OTHERS.iter().any(|other| name.eq_ignore_ascii_case(other)) {
        return (
            format!("this line allows nothing: `{}` is not the word for it", crate::text::visible(name)),
            "write it as: # drogman: allow numbers (reason)".to_owned(),
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
