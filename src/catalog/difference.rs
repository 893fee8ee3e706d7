//! What a catalog has that it had not: counted, for those who want to know before it is written.

use std::fmt;

use super::{Catalog, Unit};

/// How the units of a catalog differ from those of an earlier text of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Difference {
    /// Units that it had not.
    pub new: usize,
    /// Units that it has no more.
    pub gone: usize,
    /// Units whose French is another.
    pub french: usize,
    /// Units whose translation is another (of a source catalog: whose sentence is).
    pub text: usize,
    /// Units that have other proposals.
    pub proposals: usize,
}

impl Difference {
    /// Compares two texts of one catalog, in time linear in both.
    pub fn between(old: &Catalog<'_>, new: &Catalog<'_>) -> Difference {
        let mut this = Difference { gone: old.units.len(), ..Difference::default() };
        for unit in &new.units {
            let Some(was) = old.unit(unit.id) else {
                this.new += 1;
                continue;
            };
            this.gone -= 1;
            this.french += usize::from(french(was) != french(unit));
            this.text += usize::from(text(old, was) != text(new, unit));
            this.proposals += usize::from(proposals(was).ne(proposals(unit)));
        }
        this
    }

    /// What a new catalog has, by its markers: a text that is only to be counted takes no memory for its entries.
    pub fn of_new(text: &str) -> Difference {
        let new = text.lines().filter(|line| line.starts_with("# @unit ")).count();
        Difference { new, ..Difference::default() }
    }
}

fn french<'a>(unit: &Unit<'a>) -> Option<&'a str> {
    Some(unit.section.as_ref()?.french.as_ref()?.text)
}

fn text<'a>(catalog: &Catalog<'a>, unit: &Unit<'a>) -> Option<&'a str> {
    catalog.text.get(unit.message.as_ref()?.value())
}

fn proposals<'u>(unit: &'u Unit<'_>) -> impl Iterator<Item = &'u str> {
    unit.proposals().map(|proposal| proposal.text)
}

/// In a few words: `2 new units, 1 changed French line`.
impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = [
            (self.new, "new unit"),
            (self.gone, "unit gone"),
            (self.french, "changed French line"),
            (self.text, "changed sentence"),
            (self.proposals, "changed proposal"),
        ]
        .into_iter()
        .filter(|&(count, _)| count > 0)
        .map(|(count, what)| match (count, what.split_once(' ')) {
            (1, _) => format!("1 {what}"),
            (_, Some(("unit", rest))) => format!("{count} units {rest}"),
            _ => format!("{count} {what}s"),
        })
        .collect();
        match parts.as_slice() {
            [] => f.write_str("order or layout alone"),
            parts => f.write_str(&parts.join(", ")),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog::{Difference, read};

    fn between(old: &str, new: &str) -> String {
        let (old, new) = (read("a.ftl", old, "fr").0, read("a.ftl", new, "fr").0);
        Difference::between(&old, &new).to_string()
    }

    #[test]
    fn what_comes_goes_and_changes_is_counted() {
        let a = "# @unit a-b2c3d4\n# fr: Le quai.\na-b2c3d4 = The quay.\n";
        let b = "# @unit a-c2c3d4\n# fr: La rive.\n";
        assert_eq!(Difference::of_new(&format!("{a}\n{b}")).to_string(), between("", &format!("{a}\n{b}")));
        let c = "# @unit a-d2c3d4\n# fr: Le pont.\n";
        assert_eq!(between(&format!("{a}\n{b}"), &format!("{b}\n{a}")), "order or layout alone");
        assert_eq!(between(a, &format!("{a}\n{b}\n{c}")), "2 new units");
        assert_eq!(between(&format!("{a}\n{b}\n{c}"), a), "2 units gone");
        assert_eq!(between(a, &a.replace("Le quai", "Un quai")), "1 changed French line");
        assert_eq!(between(a, &a.replace("The quay", "A quay")), "1 changed sentence");
        let proposal = b.replace("# fr", "# proposal: The bank.\n# fr");
        assert_eq!(between(&format!("{a}\n{b}"), &proposal), "1 unit gone, 1 changed proposal");
    }
}
