//! Placeholders of other programs (`{nom}`, `{{ x }}`, `%s`, `${X}`): text here, that must survive as it is.

use super::scan::{Kind, Text};
use super::{Pair, Problem};
use crate::text::Span;

const RULE: &str = "variables";

pub(super) fn run(pair: &Pair<'_>, problems: &mut Vec<Problem>) {
    let (french, text) = (&pair.source.text, &pair.translation);
    let is_placeholder = |text: &Text<'_>| text.tokens.iter().any(|token| token.kind == Kind::Placeholder);
    if (!is_placeholder(french) && !is_placeholder(text)) || french.is_crowded() || text.is_crowded() {
        return;
    }
    let mut wanted: Vec<&str> = french.written(Kind::Placeholder).collect();
    for token in text.tokens.iter().filter(|token| token.kind == Kind::Placeholder) {
        let name = &text.raw[token.span.clone()];
        match wanted.iter().position(|wanted| squeezed(wanted) == squeezed(name)) {
            Some(at) => {
                wanted.remove(at);
            }
            // A sentence that is turned round may name a thing twice.
            None if french.written(Kind::Placeholder).any(|written| written == name) => {}
            None if is_in_code(french, name) => {}
            None => problems.push(
                Problem::error(RULE, token.span.clone(), format!("the French has no placeholder “{name}”"))
                    .of_french(wanted.first().map_or(0..0, |meant| place(french, meant)))
                    .help(match wanted.first() {
                        Some(meant) => {
                            format!("was “{meant}” meant? Names of placeholders are not translated")
                        }
                        None => "delete it: nothing will fill it in".to_owned(),
                    }),
            ),
        }
    }
    // That it became code is told of the markup.
    if !wanted.is_empty() {
        wanted.retain(|wanted| !is_in_code(text, wanted));
    }
    let told = problems.last().is_some_and(|problem| problem.rule == RULE);
    if let Some(missing) = wanted.first().filter(|_| !told) {
        problems.push(
            Problem::error(RULE, 0..0, format!("the placeholder “{missing}” is missing"))
                .of_french(place(french, missing))
                .help("write it where its value belongs, sign for sign as in the French"),
        );
    }
}

/// Whether a placeholder stands in code.
fn is_in_code(text: &Text<'_>, name: &str) -> bool {
    text.written(Kind::Code).any(|code| code.contains(name))
}

/// Where a placeholder of a text first stands.
fn place(text: &Text<'_>, name: &str) -> Span {
    let mut all = text.tokens.iter().filter(|token| token.kind == Kind::Placeholder);
    all.find(|token| text.raw[token.span.clone()] == *name).map_or(0..0, |token| token.span.clone())
}

/// Without spaces: `{{x}}` is `{{ x }}`.
fn squeezed(name: &str) -> String {
    name.split_whitespace().collect()
}
