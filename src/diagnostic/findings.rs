//! All findings of a run, in the order in which they are told.

use std::cmp::Ordering;
use std::collections::{BTreeSet, BinaryHeap};
use std::sync::Arc;

use super::sheet::{Reader, Sheet, Tally};
use super::{Diagnostic, compare};

/// Findings in order, file by file; see [`Sheet`].
#[derive(Debug, Clone, Default)]
pub struct Findings {
    groups: Vec<Group>,
}

/// Findings that point to one file, or to none.
#[derive(Debug, Clone)]
pub struct Group {
    /// Each is sorted. A page of very many findings has several, and so has a file that more is found about when all
    /// pages are known.
    sheets: Vec<Arc<Sheet>>,
    tally: Tally,
}

/// Sorts findings, drops those that are there already, and puts those of each file on a sheet.
pub fn sheets(findings: &[Diagnostic]) -> Vec<Sheet> {
    let mut sorted: Vec<&Diagnostic> = findings.iter().collect();
    sorted.sort_by(|a, b| compare(a, b));
    sorted.dedup();
    let of_one = sorted.chunk_by(|a, b| a.file() == b.file());
    of_one.map(|of_one| Sheet::of(of_one.iter().copied())).collect()
}

impl Findings {
    /// Sheets, sorted by the order and then the name of their files. Where one of two findings must come first that are
    /// alike in all that findings are sorted by, that is the one on the first sheet.
    pub fn new(sheets: impl IntoIterator<Item = Sheet>, order: impl Fn(&str) -> usize) -> Findings {
        let mut sheets: Vec<(usize, Arc<Sheet>)> =
            (sheets.into_iter()).map(|sheet| (sheet.file().map_or(0, &order), Arc::new(sheet))).collect();
        sheets.sort_by(|(a, one), (b, other)| (a, one.file()).cmp(&(b, other.file())));
        let of_file = sheets.chunk_by(|(_, one), (_, other)| one.file() == other.file());
        let group = |sheets: &[(usize, Arc<Sheet>)]| {
            Group::new(sheets.iter().map(|(_, sheet)| Arc::clone(sheet)).collect())
        };
        Findings { groups: of_file.map(group).collect() }
    }

    /// Findings as they come.
    pub fn listed<'f>(findings: impl IntoIterator<Item = &'f Diagnostic>) -> Findings {
        let findings: Vec<&Diagnostic> = findings.into_iter().collect();
        let of_one = findings.chunk_by(|a, b| a.file() == b.file());
        let group = |of_one: &[&Diagnostic]| Group::new(vec![Arc::new(Sheet::of(of_one.iter().copied()))]);
        Findings { groups: of_one.map(group).collect() }
    }

    /// These, and others behind them.
    #[must_use]
    pub fn and(mut self, others: &Findings) -> Findings {
        self.groups.extend(others.groups.iter().cloned());
        self
    }

    /// Those that are `wanted`, changed as that changes them.
    #[must_use]
    pub fn filtered(&self, wanted: impl FnMut(Diagnostic) -> Option<Diagnostic>) -> Findings {
        self.filtered_where(|_| true, wanted)
    }

    /// The same, where all groups but those that it `touches` stay as they are.
    #[must_use]
    pub fn filtered_where(
        &self,
        touches: impl Fn(&Group) -> bool,
        mut wanted: impl FnMut(Diagnostic) -> Option<Diagnostic>,
    ) -> Findings {
        let groups = self.groups.iter().filter_map(|group| match touches(group) {
            true => group.filtered(&mut wanted),
            false => Some(group.clone()),
        });
        Findings { groups: groups.collect() }
    }

    /// The findings, made one at a time.
    pub fn iter(&self) -> impl Iterator<Item = Diagnostic> {
        self.groups.iter().flat_map(Group::iter)
    }

    /// The findings of one file after another.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// How many findings there are of a kind.
    pub fn tally(&self) -> Tally {
        self.groups.iter().fold(Tally::default(), |sum, group| sum.and(group.tally))
    }

    /// How many findings there are.
    pub fn len(&self) -> usize {
        self.tally().all()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The rules that they name.
    pub fn rules(&self) -> BTreeSet<&'static str> {
        let sheets = self.groups.iter().flat_map(|group| &group.sheets);
        sheets.flat_map(|sheet| sheet.rules()).copied().collect()
    }
}

impl Group {
    fn new(sheets: Vec<Arc<Sheet>>) -> Group {
        let mut group = Group { tally: Tally::default(), sheets };
        group.tally = match &*group.sheets {
            [only] => only.tally(),
            _ => {
                let mut tally = Tally::default();
                group.iter().for_each(|finding| tally.count(&finding));
                tally
            }
        };
        group
    }

    /// The file.
    pub fn file(&self) -> Option<&str> {
        self.sheets.first().and_then(|sheet| sheet.file())
    }

    /// How many findings there are of a kind.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// Whether a rule may be named.
    pub fn names(&self, rule: &str) -> bool {
        self.sheets.iter().any(|sheet| sheet.rules().contains(&rule))
    }

    /// The findings, made one at a time.
    pub fn iter(&self) -> InOrder<'_> {
        match &*self.sheets {
            [only] => InOrder::One(only.iter()),
            sheets => {
                let firsts = sheets.iter().enumerate().filter_map(|(at, sheet)| Next::of(at, sheet.iter()));
                InOrder::Many(Box::new((firsts.collect(), None)))
            }
        }
    }

    fn filtered(&self, wanted: &mut impl FnMut(Diagnostic) -> Option<Diagnostic>) -> Option<Group> {
        let mut sheets = Vec::new();
        let mut kept = Vec::new();
        let mut findings = self.iter();
        loop {
            let next = findings.next();
            let is_last = next.is_none();
            kept.extend(next.and_then(&mut *wanted));
            if (is_last && !kept.is_empty()) || kept.len() >= AT_ONCE {
                sheets.push(Arc::new(Sheet::of(&kept)));
                kept.clear();
            }
            if is_last {
                break;
            }
        }
        (!sheets.is_empty()).then(|| Group::new(sheets))
    }
}

/// So many findings at most are held as values.
pub const AT_ONCE: usize = 4096;

/// Findings of several sheets in their common order, each once.
pub enum InOrder<'g> {
    /// There is one sheet.
    One(Reader<'g>),
    /// The next finding of each sheet, and the last that was given.
    Many(Box<(BinaryHeap<Next<'g>>, Option<Diagnostic>)>),
}

impl Iterator for InOrder<'_> {
    type Item = Diagnostic;

    fn next(&mut self) -> Option<Diagnostic> {
        let (nexts, last) = match self {
            InOrder::One(only) => return only.next(),
            InOrder::Many(many) => &mut **many,
        };
        while let Some(Next { finding, sheet, rest }) = nexts.pop() {
            nexts.extend(Next::of(sheet, rest));
            if last.as_ref() != Some(&finding) {
                *last = Some(finding.clone());
                return Some(finding);
            }
        }
        None
    }
}

/// The next finding of a sheet.
pub struct Next<'g> {
    finding: Diagnostic,
    sheet: usize,
    rest: Reader<'g>,
}

impl<'g> Next<'g> {
    fn of(sheet: usize, mut rest: Reader<'g>) -> Option<Next<'g>> {
        Some(Next { finding: rest.next()?, sheet, rest })
    }
}

impl Ord for Next<'_> {
    /// The greatest comes first.
    fn cmp(&self, other: &Self) -> Ordering {
        compare(&other.finding, &self.finding).then(other.sheet.cmp(&self.sheet))
    }
}

impl PartialOrd for Next<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Next<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Next<'_> {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::diagnostic::{Place, Severity, sort};

    proptest! {
        #[test]
        fn sheets_are_told_in_the_order_of_their_findings(
            pages in proptest::collection::vec(
                proptest::collection::vec(("[ab]", "[xyz]", "[pq]"), 0..8),
                0..5,
            ),
        ) {
            let finding = |(file, message, help): (String, String, String)| {
                Diagnostic::new("spaces", Severity::Warning, message).at(Place::file(file)).help(help)
            };
            let pages: Vec<Vec<Diagnostic>> =
                pages.into_iter().map(|page| page.into_iter().map(finding).collect()).collect();
            let told = Findings::new(pages.iter().flat_map(|page| sheets(page)), |file| usize::from(file == "a"));
            let mut wanted = pages.concat();
            sort(&mut wanted);
            wanted.dedup();
            wanted.sort_by_key(|finding| finding.file() == Some("a"));
            let told_all: Vec<Diagnostic> = told.iter().collect();
            prop_assert_eq!(told_all.len(), told.len());
            prop_assert_eq!(told_all, wanted);
        }
    }
}
