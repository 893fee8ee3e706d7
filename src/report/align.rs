//! How sentences became others: for people, and one link a line for scripts.

use std::fmt::Write as _;

use serde::Serialize;

use super::Style;
use super::plural;
use super::todo::reasons_in_words;
use crate::align::change::{Reason, verdict};
use crate::align::words::{PieceKind, word_diff};
use crate::align::{Change, Link, LinkKind, Position, Text};
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
    reasons: Option<Vec<Reason>>,
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
            document: texts[at.text()].name,
            index: at.index(),
            text: texts[at.text()].sentences[at.index()].text,
        })
        .collect()
}

fn joined(places: &[Place<'_>]) -> String {
    places.iter().map(|place| place.text).collect::<Vec<_>>().join(" ")
}

/// One JSON object a link and line, one after the other: there may be a million.
pub fn jsonl<'a>(
    links: &'a [Link],
    old: &'a [Text<'a>],
    new: &'a [Text<'a>],
    explain: Explain,
) -> impl Iterator<Item = String> + use<'a> {
    links.iter().map(move |link| {
        let (from, to) = (places(old, &link.old), places(new, &link.new));
        let linked = explain == Explain::Yes && link.change.is_some();
        let line = Line {
            kind: link.kind.as_str(),
            change: link.change.map(|change| change.as_str()),
            moved: link.moved,
            similarity: linked.then_some(link.similarity),
            reasons: linked.then(|| verdict(&joined(&from), &joined(&to)).reasons),
            old: from,
            new: to,
        };
        let mut line = visible_json(serde_json::to_string(&line).unwrap_or_default());
        line.push('\n');
        line
    })
}

/// For people, in pieces: what changed, with the words removed and added; what stayed the same is counted.
pub fn text<'a>(
    links: &'a [Link],
    old: &'a [Text<'a>],
    new: &'a [Text<'a>],
    explain: Explain,
    style: &'a Style,
) -> impl Iterator<Item = String> + use<'a> {
    let is_told = move |link: &&Link| {
        let is_same = link.kind == LinkKind::Kept && link.change == Some(Change::None) && !link.moved;
        !is_same || explain == Explain::Yes
    };
    let same = links.len() - links.iter().filter(is_told).count();
    let told = links.iter().filter(is_told).map(move |link| told(link, old, new, explain, style));
    told.chain(std::iter::once_with(move || format!("{} stayed the same.\n", plural(same, "sentence"))))
}

/// What became of a sentence, in words.
fn told(link: &Link, old: &[Text<'_>], new: &[Text<'_>], explain: Explain, style: &Style) -> String {
    let mut out = String::new();
    let (from, to) = (places(old, &link.old), places(new, &link.new));
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
    let change = link.change.map(|change| format!(", {}", change.as_str())).unwrap_or_default();
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
        let why = verdict(&old_text, &new_text).reasons;
        let why = if why.is_empty() {
            "the same words".to_owned()
        } else {
            visible(&reasons_in_words(&why)).into_owned()
        };
        let _ = writeln!(out, "    {:.0} % alike: {why}", link.similarity * 100.0);
    }
    out
}
