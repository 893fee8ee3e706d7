//! The table of rules as text.

use std::fmt::Write;

use super::rules::{Group, RULES, Rule};
use crate::diagnostic::Severity;

impl Rule {
    /// The word for its default severity.
    pub fn default_severity(&self) -> &'static str {
        self.severity.map_or("off", Severity::as_str)
    }

    /// The same with the severity of what it is less sure of, for lists.
    pub fn severities(&self) -> &'static str {
        if self.warns.is_empty() { self.default_severity() } else { "error, warning" }
    }

    /// When its findings are errors, and when warnings.
    fn by_default(&self) -> String {
        match self.warns {
            "" => format!("By default: {}.", self.default_severity()),
            warns => format!("By default: {}. Warning: {warns}.", self.default_severity()),
        }
    }

    /// What `explain` prints.
    pub fn explain(&self) -> String {
        let mut out = format!(
            "{} ({}, {})\n\n{} {}\n",
            self.name,
            self.group.as_str(),
            self.default_severity(),
            self.what,
            self.why
        );
        if !self.warns.is_empty() {
            let _ = write!(out, "\n{}\n", self.by_default());
        }
        for (title, example) in [("Good", self.good), ("Found", self.bad)] {
            let _ = write!(out, "\n{title}:\n");
            for line in example.lines() {
                let _ = writeln!(out, "    {line}");
            }
        }
        out
    }

    /// The same in Markdown, without a heading.
    pub fn markdown(&self) -> String {
        let mut out = format!("{} {}\n\n{}\n", self.what, self.why, self.by_default());
        for (title, example) in [("Good", self.good), ("Found", self.bad)] {
            let _ = write!(out, "\n{title}:\n\n```text\n{example}\n```\n");
        }
        out
    }
}

/// The manual's page of rules, in Markdown.
pub fn manual() -> String {
    let mut out = String::from("# Rules\n");
    for group in [Group::States, Group::Catalog, Group::Quality] {
        let _ = write!(out, "\n## {}\n", group.as_str());
        for rule in RULES.iter().filter(|rule| rule.group == group) {
            let _ = write!(out, "\n### `{}`\n\n{}", rule.name, rule.markdown());
        }
    }
    out
}
