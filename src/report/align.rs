//! How sentences became others: for people, and one link a line for scripts.

use std::fmt::Write as _;

use serde::Serialize;

use super::Style;
use super::plural;
use super::todo::reasons_in_words;
use crate::align::change::verdict;
use crate::align::words::{PieceKind, word_diff};
use crate::align::{Link, LinkKind, Position, Text};
use crate::text::{visible, visible_json};

/// Whether each link says why it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explain {
    /// It does.
    Yes,
    /// It does not.
    No,
}

#[derive(Serialize)]
struct Line<'a> {
    kind: &'a str,
    change: Option<&'a str>,
    moved: bool,
    old: Vec<Place<'a>>,
    new: Vec<Place<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    similarity: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reasons: Option<Vec<String>>,
}

/// A sentence: its document, its index there from 0, its text.
#[derive(Serialize)]
struct Place<'a> {
    document: &'a str,
    index: usize,
    text: &'a str,
}

fn places<'a>(texts: &[Text<'a>], positions: &[Position]) -> Vec<Place<'a>> {
    positions
        .iter()
        .map(|at| Place {
            document: texts[at.text].name,
            index: at.index,
            text: texts[at.text].sentences[at.index].text,
        })
        .collect()
}

fn joined(places: &[Place<'_>]) -> String {
    places.iter().map(|place| place.text).collect::<Vec<_>>().join(" ")
}

/// One JSON object a link and line.
pub fn jsonl(links: &[Link], old: &[Text<'_>], new: &[Text<'_>], explain: Explain) -> String {
    let mut out = String::new();
    for link in links {
        let (from, to) = (places(old, &link.old), places(new, &link.new));
        let linked = explain == Explain::Yes && link.change.is_some();
        let line = Line {
            kind: link.kind.as_str(),
            change: link.change.map(|change| change.as_str()),
            moved: link.moved,
            similarity: linked.then_some(link.similarity),
            reasons: linked.then(|| reasons(&joined(&from), &joined(&to))),
            old: from,
            new: to,
        };
        out.push_str(&visible_json(serde_json::to_string(&line).unwrap_or_default()));
        out.push('\n');
    }
    out
}

fn reasons(old: &str, new: &str) -> Vec<String> {
    verdict(old, new).reasons.iter().map(ToString::to_string).collect()
}

/// For people: what changed, with the words removed and added; what stayed the same is counted.
pub fn text(links: &[Link], old: &[Text<'_>], new: &[Text<'_>], explain: Explain, style: &Style) -> String {
    let mut out = String::new();
    let mut same = 0;
    for link in links {
        let (from, to) = (places(old, &link.old), places(new, &link.new));
        let change = link.change.map_or("", |change| change.as_str());
        if link.kind == LinkKind::Kept && change == "none" && !link.moved && explain == Explain::No {
            same += 1;
            continue;
        }
        let first = |places: &[Place<'_>]| {
            places.first().map(|place| format!("{}:{}", visible(place.document), place.index + 1))
        };
        let place = match (first(&from), first(&to)) {
            (Some(from), Some(to)) if from != to => format!("{from} → {to}"),
            (_, Some(to)) => to,
            (Some(from), None) => from,
            (None, None) => String::new(),
        };
        let moved = if link.moved { ", moved" } else { "" };
        let change = if change.is_empty() { String::new() } else { format!(", {change}") };
        let _ = writeln!(out, "{place}  {}{change}{moved}", link.kind.as_str());
        let (old_text, new_text) = (joined(&from), joined(&to));
        let _ = write!(out, "    ");
        for piece in word_diff(&old_text, &new_text) {
            let text = visible(piece.text);
            let _ = match piece.kind {
                PieceKind::Same => write!(out, "{text}"),
                PieceKind::Removed if style.reset.is_empty() => write!(out, "[-{text}-]"),
                PieceKind::Added if style.reset.is_empty() => write!(out, "{{+{text}+}}"),
                PieceKind::Removed => write!(out, "{}{text}{}", style.bad, style.reset),
                PieceKind::Added => write!(out, "{}{text}{}", style.good, style.reset),
            };
        }
        out.push('\n');
        if explain == Explain::Yes && link.change.is_some() {
            let why = reasons(&old_text, &new_text);
            let why = if why.is_empty() {
                "the same words".to_owned()
            } else {
                visible(&reasons_in_words(&why)).into_owned()
            };
            let _ = writeln!(out, "    {:.0} % alike: {why}", link.similarity * 100.0);
        }
    }
    let _ = writeln!(out, "{} stayed the same.", plural(same, "sentence"));
    out
}
