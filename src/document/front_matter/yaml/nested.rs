//! The mappings and lists that stand below a top-level key, by their indentation.

use super::anchor::{alias, anchor, behind_anchor};
use super::below::Below;
use super::flaw::flaw;
use super::{flow, read};
use crate::document::front_matter::flaw::Flaw;
use crate::document::front_matter::key::key;
use crate::document::front_matter::{Value, end_of_line, lines};
use crate::text::Span;

/// Adds the texts below a key that are asked for: `hero.tagline` below `hero`; of a list, those of its items.
pub(in crate::document::front_matter) fn nested<'s>(
    source: &'s str,
    part: Span,
    name: &str,
    asked: &[String],
    below: &mut Below<'s>,
) {
    if below.is_of_all || is_above(name, asked) {
        value(source, part, name, asked, below);
    }
}

/// Whether a key, or one below it, is asked for.
fn is_above(name: &str, asked: &[String]) -> bool {
    let mut rests = asked.iter().filter_map(|asked| asked.strip_prefix(name));
    rests.any(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn value<'s>(source: &'s str, part: Span, name: &str, asked: &[String], below: &mut Below<'s>) {
    let is_asked = below.meets(name, asked);
    let anchor = anchor(source, &part);
    let part = behind_anchor(source, part);
    let Some(line) = lines(source, part.clone()).next() else { return };
    let first = source[line.clone()].trim_start();
    if first.is_empty() || first.starts_with('#') {
        entries(source, end_of_line(source, line.end)..part.end, name, asked, below);
    } else if first.starts_with(['[', '{']) {
        let start = line.end - first.len();
        if flow::texts(source, start..part.end, name, asked, below).is_none() && is_above(name, asked) {
            let end = start + first.trim_end().len();
            let help = "put a comma between two values, in quotes what holds brackets, commas or a colon, and close each bracket";
            below.flaws.push(Flaw::of_text(start..end, "what stands in brackets here can't be read", help));
        }
    } else if is_asked {
        match read(source, part.clone()) {
            (_, Some(text)) => {
                below.texts.push(text);
                below.anchors.extend(anchor);
            }
            _ if alias(source, &part).is_some_and(|name| below.anchors.contains(&name)) => {}
            (Value::Other(_), None) => below.flaws.extend(flaw(source, part, name)),
            (Value::Text(_) | Value::List(_), None) => {}
        }
    } else if below.is_of_all {
        below.left.extend(read(source, part).1.map(|text| (name.to_owned(), text)));
    }
}

/// What a mapping or a list has that is indented below a key, or that an item of a list begins with. Each level is read
/// once more for each that it is below: no page has text at the bottom of very many.
fn entries<'s>(source: &'s str, part: Span, name: &str, asked: &[String], below: &mut Below<'s>) {
    const DEEPEST: usize = 20;
    if name.matches('.').count() > DEEPEST {
        return;
    }
    let is_said = |line: &Span| {
        let text = source[line.clone()].trim_start();
        !text.is_empty() && !text.starts_with('#')
    };
    let content = |line: Span| line.end - source[line].trim_start_matches(' ').len();
    let column = |at: usize| at - source[..at].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let is_item =
        |at: usize| matches!(source.as_bytes().get(at..), Some([b'-', b' ' | b'\n' | b'\r', ..] | [b'-']));
    let mut next = lines(source, part.clone()).find(is_said).map(content);
    let Some(depth) = next.map(column) else { return };
    // What is in brackets may begin on a line of its own.
    if let Some(start) = next.filter(|&at| source[at..].starts_with(['[', '{'])) {
        return value(source, start..part.end, name, asked, below);
    }
    while let Some(at) = next.filter(|at| column(*at) == depth) {
        let Some(line) = lines(source, at..part.end).next() else { return };
        // A list may stand right below the key that it belongs to.
        let goes_on = |begin: usize| {
            column(begin) > depth || (column(begin) == depth && !is_item(at) && is_item(begin))
        };
        let mut others = lines(source, end_of_line(source, line.end)..part.end).filter(is_said).map(content);
        next = others.find(|begin| !goes_on(*begin));
        let end = next.map_or(part.end, |next| next - column(next));
        if is_item(at) {
            let text = source[at + 1..line.end].trim_start();
            let begin = line.end - text.len();
            match key(text) {
                Some(_) => entries(source, begin..end, name, asked, below),
                None => value(source, begin..end, name, asked, below),
            }
        } else if let Some((own, behind)) = key(&source[line]) {
            let name = format!("{name}.{own}");
            if below.is_of_all || is_above(&name, asked) {
                value(source, at + behind..end, &name, asked, below);
            }
        }
    }
}
