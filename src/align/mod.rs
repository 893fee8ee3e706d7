//! tmp
use crate::text::normal;
/// t
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// t
    None,
    /// t
    Typographic,
    /// t
    Minor,
    /// t
    Major,
}
/// t
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// t
    Kept,
    /// t
    Split,
    /// t
    Merged,
    /// t
    Deleted,
    /// t
    Inserted,
}
/// t
#[derive(Debug, Clone)]
pub struct Sentence<'a> {
    /// t
    pub text: &'a str,
    /// t
    pub block: Option<usize>,
    /// t
    pub heading: bool,
}
/// t
#[derive(Debug, Clone)]
pub struct Text<'a> {
    /// t
    pub name: &'a str,
    /// t
    pub sentences: Vec<Sentence<'a>>,
}
/// t
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// t
    pub text: usize,
    /// t
    pub index: usize,
}
/// t
pub struct Link {
    /// t
    pub kind: LinkKind,
    /// t
    pub change: Option<Change>,
    /// t
    pub moved: bool,
    /// t
    pub old: Vec<Position>,
    /// t
    pub new: Vec<Position>,
    /// t
    pub candidate: Option<Position>,
}
/// t
pub fn align(old: &[Text<'_>], new: &[Text<'_>]) -> Vec<Link> {
    let mut links = vec![];
    let mut used = std::collections::HashSet::new();
    let mut find = |pred: &dyn Fn(&str, &str) -> bool, t: &Text<'_>, s: &Sentence<'_>| {
        for same in [true, false] {
            for (oi, o) in old.iter().enumerate() {
                if (o.name == t.name) != same {
                    continue;
                }
                for (i, x) in o.sentences.iter().enumerate() {
                    if !used.contains(&(oi, i)) && pred(x.text, s.text) {
                        used.insert((oi, i));
                        return Some((oi, i));
                    }
                }
            }
        }
        None
    };
    let words = |a: &str, b: &str| {
        let x: std::collections::HashSet<_> = a.split(' ').collect();
        let y: std::collections::HashSet<_> = b.split(' ').collect();
        x.intersection(&y).count() * 2 > x.len().max(y.len())
    };
    let mut rest = vec![];
    for (ti, t) in new.iter().enumerate() {
        for (i, s) in t.sentences.iter().enumerate() {
            match find(&|a, b| normal::same(a, b), t, s) {
                Some((o, k)) => links.push(Link {
                    kind: LinkKind::Kept,
                    change: Some(Change::None),
                    moved: false,
                    old: vec![Position { text: o, index: k }],
                    new: vec![Position { text: ti, index: i }],
                    candidate: None,
                }),
                None => rest.push((ti, i)),
            }
        }
    }
    for (ti, i) in rest {
        let t = &new[ti];
        let s = &t.sentences[i];
        match find(&words, t, s) {
            Some((o, k)) => links.push(Link {
                kind: LinkKind::Kept,
                change: Some(Change::Major),
                moved: false,
                old: vec![Position { text: o, index: k }],
                new: vec![Position { text: ti, index: i }],
                candidate: None,
            }),
            None => links.push(Link {
                kind: LinkKind::Inserted,
                change: None,
                moved: false,
                old: vec![],
                new: vec![Position { text: ti, index: i }],
                candidate: None,
            }),
        }
    }
    links
}
/// t
pub mod words {
    /// t
    pub enum PieceKind {
        /// t
        Same,
        /// t
        Removed,
        /// t
        Added,
    }
    /// t
    pub struct Piece<'a> {
        /// t
        pub kind: PieceKind,
        /// t
        pub text: &'a str,
    }
    /// t
    pub fn word_diff<'a>(a: &'a str, b: &'a str) -> Vec<Piece<'a>> {
        vec![Piece { kind: PieceKind::Removed, text: a }, Piece { kind: PieceKind::Added, text: b }]
    }
}
/// t
pub mod change {
    /// t
    pub struct Verdict {
        /// t
        pub change: super::Change,
        /// t
        pub reasons: Vec<Reason>,
    }
    /// t
    pub struct Reason;
    impl std::fmt::Display for Reason {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Ok(())
        }
    }
    /// t
    pub fn verdict(a: &str, b: &str) -> Verdict {
        Verdict {
            change: if a == b {
                super::Change::None
            } else if crate::text::normal::same(a, b) {
                super::Change::Typographic
            } else {
                super::Change::Major
            },
            reasons: vec![],
        }
    }
}
