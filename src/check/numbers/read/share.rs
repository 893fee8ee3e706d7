//! Shares and ranks that the French says in words: a third, the first.

use super::item::{Item, Kind};
use crate::check::conventions::Lexicon;
use crate::check::scan::{Text, with_lower};
use crate::text::Span;

/// A share or rank that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check::numbers) struct Share {
    /// What it is a share of, or which place it is.
    pub(in crate::check::numbers) number: u8,
    pub(in crate::check::numbers) span: Span,
}

/// The shares and ranks of a French text.
#[derive(Debug, Default)]
pub(in crate::check::numbers) struct French {
    pub(in crate::check::numbers) shares: Vec<Share>,
    pub(in crate::check::numbers) ranks: Vec<Share>,
}

impl French {
    pub(super) fn read(text: &Text<'_>, items: &[Item]) -> French {
        let lexicon = Lexicon::french();
        let mut found = French::default();
        for item in items.iter().filter(|item| item.kind != Kind::Digits) {
            let written = &text.prose[item.span.clone()];
            let number = |all: &[(&str, u8)]| {
                with_lower(written, |word| all.iter().find(|(form, _)| *form == word).map(|form| form.1))
            };
            // Ier, Ve
            let is_roman = item.kind == Kind::Roman && written.ends_with(['e', 'r']);
            let roman = item.whole().and_then(|value| u8::try_from(value).ok()).filter(|value| *value < 7);
            if let Some(number) = number(&lexicon.shares) {
                found.shares.push(Share { number, span: item.span.clone() });
            } else if let Some(number) = number(&lexicon.ranks).or(roman.filter(|_| is_roman)) {
                found.ranks.push(Share { number, span: item.span.clone() });
            }
        }
        found
    }

    pub(super) fn is_empty(&self) -> bool {
        self.shares.is_empty() && self.ranks.is_empty()
    }
}
