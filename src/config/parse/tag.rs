//! Language tags.

use super::super::reader::{Mistakes, Text, shown};
use crate::text::Locale;

/// A language tag in its canonical form. `None` after a mistake.
pub(super) fn locale(text: &Text, mistakes: &mut Mistakes<'_>) -> Option<Locale> {
    let parsed = text.text.parse::<Locale>().ok();
    if parsed.is_none() {
        let message = format!("`{}` is not a language tag", shown(&text.text));
        mistakes.add(&text.span, message, "a tag is like `en`, `pt-BR` or `zh-Hant`");
    }
    parsed
}
