//! What a message refers to.

use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};

use super::guard::{guarded, offset, plain_value, text_of};

/// What a placeable names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Message,
    Term,
    Function,
    Variable,
}

/// One name in a placeable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    pub(super) kind: Kind,
    /// The name, without `-` and `$`.
    pub(super) name: String,
    /// The attribute named after a dot.
    pub(super) attribute: Option<String>,
    /// Byte of the name in the text that was parsed.
    pub(super) at: usize,
}

/// A message or term, taken apart.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// The text of the value, if it is text and string literals only.
    pub(super) plain: Option<String>,
    /// Whether there is a value.
    pub(super) has_value: bool,
    /// What the value refers to.
    pub(super) value: Vec<Reference>,
    /// What each attribute refers to.
    pub(super) attributes: Vec<(String, Vec<Reference>)>,
}

impl Parts {
    /// All that it refers to, in its value first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Reference> {
        self.value.iter().chain(self.attributes.iter().flat_map(|(_, references)| references))
    }

    /// What the value (`None`) or an attribute refers to.
    pub(super) fn of(&self, attribute: Option<usize>) -> &[Reference] {
        match attribute {
            None => &self.value,
            Some(at) => self.attributes.get(at).map_or(&[], |(_, references)| references),
        }
    }
}

/// Takes the lines of a sound message or term apart.
pub(super) fn parts(lines: &str) -> Parts {
    let safe = guarded(lines);
    let resource = match fluent_syntax::parser::parse(safe.as_ref()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let (value, attributes) = match resource.body.first() {
        Some(Entry::Message(message)) => (message.value.as_ref(), &message.attributes),
        Some(Entry::Term(term)) => (Some(&term.value), &term.attributes),
        Some(Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. })
        | None => return Parts::default(),
    };
    let collect = |pattern: &Pattern<&str>| references(safe.as_ref(), pattern);
    let named = |attribute: &Attribute<&str>| (attribute.id.name.to_owned(), collect(&attribute.value));
    let value_references = value.map(collect).unwrap_or_default();
    // The text is that of the lines themselves, not of the guarded copy.
    let plain = value
        .filter(|value| value_references.is_empty() && text_of(value).is_some())
        .and_then(|_| plain_value(lines));
    Parts {
        plain,
        has_value: value.is_some(),
        value: value_references,
        attributes: attributes.iter().map(named).collect(),
    }
}

/// The messages (`id`) and terms (`-id`) that the lines of a message or term refer to, each once, in no
/// order that means anything.
pub fn names(lines: &str) -> std::collections::BTreeSet<String> {
    let parts = parts(lines);
    let name = |reference: &Reference| match reference.kind {
        Kind::Message => Some(reference.name.clone()),
        Kind::Term => Some(format!("-{}", reference.name)),
        Kind::Function | Kind::Variable => None,
    };
    parts.all().filter_map(name).collect()
}

/// All names in a pattern. By a list of what is still to be seen: no recursion.
fn references(source: &str, pattern: &Pattern<&str>) -> Vec<Reference> {
    let mut found = Vec::new();
    let mut patterns = vec![pattern];
    let mut inlines: Vec<&InlineExpression<&str>> = Vec::new();
    let mut expressions: Vec<&Expression<&str>> = Vec::new();
    loop {
        if let Some(pattern) = patterns.pop() {
            expressions.extend(pattern.elements.iter().filter_map(|element| match element {
                PatternElement::Placeable { expression } => Some(expression),
                PatternElement::TextElement { .. } => None,
            }));
        } else if let Some(expression) = expressions.pop() {
            match expression {
                Expression::Inline(inline) => inlines.push(inline),
                Expression::Select { selector, variants } => {
                    inlines.push(selector);
                    patterns.extend(variants.iter().map(|variant| &variant.value));
                }
            }
        } else if let Some(inline) = inlines.pop() {
            let mut push = |kind, name: &str, attribute: Option<&str>| {
                let (at, attribute) = (offset(source, name), attribute.map(str::to_owned));
                found.push(Reference { kind, name: name.to_owned(), attribute, at });
            };
            match inline {
                InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
                // There are no functions: what one is given is of no matter, and not told beside it.
                InlineExpression::FunctionReference { id, .. } => push(Kind::Function, id.name, None),
                InlineExpression::MessageReference { id, attribute } => {
                    push(Kind::Message, id.name, attribute.as_ref().map(|attribute| attribute.name));
                }
                InlineExpression::TermReference { id, attribute, arguments } => {
                    push(Kind::Term, id.name, attribute.as_ref().map(|attribute| attribute.name));
                    inlines.extend(arguments.iter().flat_map(each_argument));
                }
                InlineExpression::VariableReference { id } => push(Kind::Variable, id.name, None),
                InlineExpression::Placeable { expression } => expressions.push(expression),
            }
        } else {
            break;
        }
    }
    found.sort_by_key(|reference| reference.at);
    found
}

fn each_argument<'x, 'a>(
    arguments: &'x CallArguments<&'a str>,
) -> impl Iterator<Item = &'x InlineExpression<&'a str>> {
    arguments.positional.iter().chain(arguments.named.iter().map(|named| &named.value))
}
