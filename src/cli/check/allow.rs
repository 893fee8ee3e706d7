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
        let Some(rest) = text.trim_start_matches('#').trim_start().strip_prefix("drogman:") else { continue };
        let Some(names) = rest.trim_start().strip_prefix("allow") else { continue };
        let names = names.split('(').next().unwrap_or_default();
        let before = allows.len();
        for name in names.split([',', ' ', '\t']).filter(|name| !name.is_empty()) {
            allows.push(Allow { rule: name, span: note.clone(), used: false });
        }
        if allows.len() == before {
            allows.push(Allow { rule: "", span: note.clone(), used: false });
        }
    }
    allows
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
