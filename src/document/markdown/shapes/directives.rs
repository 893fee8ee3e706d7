//! Directives of MyST, which Sphinx and Jupyter Book read: `:::{note} Titre`, with options below (`:class: dropdown`), and
//! the same in a fence of code (```` ```{note} ````), where Markdown sees code.

use super::Title;
use crate::document::markdown::around::Around;
use crate::text::count_words;

/// Those that hold text for readers: others hold code, a path, names of pages.
const OF_TEXT: [&str; 39] = [
    "admonition",
    "aside",
    "attention",
    "card",
    "caution",
    "centered",
    "danger",
    "deprecated",
    "dropdown",
    "epigraph",
    "error",
    "exercise",
    "figure",
    "glossary",
    "grid",
    "grid-item",
    "grid-item-card",
    "highlights",
    "hint",
    "important",
    "list-table",
    "margin",
    "note",
    "prf:definition",
    "prf:theorem",
    "pull-quote",
    "rubric",
    "seealso",
    "sidebar",
    "solution",
    "tab-item",
    "tab-set",
    "table",
    "tip",
    "todo",
    "topic",
    "versionadded",
    "versionchanged",
    "warning",
];

/// Of those the ones that are given something else than a title: a path, a number.
const WITHOUT_TITLE: [&str; 7] =
    ["deprecated", "figure", "glossary", "grid", "grid-item", "versionadded", "versionchanged"];

/// The name in braces that a text begins with, and where what it is given begins.
fn name(text: &str) -> Option<(&str, usize)> {
    let (name, _) = text.strip_prefix('{')?.split_once('}')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '+');
    (name.starts_with(|c: char| c.is_ascii_alphabetic()) && name.chars().all(is_name))
        .then_some((name, name.len() + "{}".len()))
}

/// What a line opens that is `:::{note} Titre`, or the same as a fence of code: its name, and where what it is given begins.
fn opened(content: &str) -> Option<(&str, usize)> {
    let sign = [":::", "```", "~~~"].into_iter().find(|signs| content.starts_with(signs))?;
    let rest = content.trim_start_matches(&sign[..1]).trim_start_matches([' ', '\t']);
    let (name, given) = name(rest)?;
    Some((name, content.len() - rest.len() + given))
}

/// Whether options may stand below a line.
pub(in crate::document::markdown) fn takes_options(content: &str) -> bool {
    opened(content).is_some()
}

/// Whether what stands between the lines of a fence of code with this information is Markdown.
pub(in crate::document::markdown) fn is_of_text(info: &str) -> bool {
    // The lines of a glossary are terms and what they mean.
    name(info).is_some_and(|(name, _)| OF_TEXT.contains(&name) && name != "glossary")
}

/// The title in a line that opens a directive.
pub(in crate::document::markdown) fn title(content: &str) -> Option<Title> {
    let (name, from) = opened(content)?;
    let is_titled = OF_TEXT.contains(&name) && !WITHOUT_TITLE.contains(&name);
    is_titled.then(|| to_end(content, from)).flatten()
}

/// What stands in a line from `from` on.
fn to_end(content: &str, from: usize) -> Option<Title> {
    let text = content[from..].trim();
    let begin = content.len() - content[from..].trim_start().len();
    (!text.is_empty()).then(|| Title { span: begin..begin + text.len(), around: Around::Nothing })
}

/// An option of a directive, `:class: dropdown`, and what readers see of it: `:alt: Le pont`.
pub(in crate::document::markdown) fn option(content: &str) -> Option<Option<Title>> {
    let (key, _) = content.strip_prefix(':')?.split_once(':')?;
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let from = key.len() + "::".len();
    let is_one = !key.is_empty()
        && key.chars().all(is_key)
        && content[from..].chars().next().is_none_or(|c| matches!(c, ' ' | '\t'));
    is_one.then(|| if matches!(key, "alt" | "caption") { to_end(content, from) } else { None })
}

/// Whether a line names what follows for references: `(pont-neuf)=`.
pub(in crate::document::markdown) fn is_target(content: &str) -> bool {
    content.strip_prefix('(').and_then(|rest| rest.strip_suffix(")=")).is_some_and(|label| {
        !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || "-_.:/".contains(c))
    })
}

/// How many words for readers stand in a fence of code that is a directive, and its name.
pub(in crate::document::markdown) fn words_in_fence<'i>(
    info: &'i str,
    fence: &str,
) -> Option<(&'i str, usize)> {
    let (name, given) = name(info.trim())?;
    if !OF_TEXT.contains(&name) {
        return None;
    }
    let title = if WITHOUT_TITLE.contains(&name) { "" } else { &info.trim()[given..] };
    let lines = fence.lines().skip(1).map(str::trim);
    let text = lines.filter(|line| option(line).is_none() && !line.starts_with(['`', '~', ':']));
    let words = count_words(title) + text.map(count_words).sum::<usize>();
    (words > 0).then_some((name, words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_options_are_found() {
        let text = |line: &'static str, title: Option<Title>| title.map(|title| &line[title.span]);
        for (line, wanted) in [
            (":::{warning} Pont fermé ", Some("Pont fermé")),
            ("::::{admonition}  À savoir", Some("À savoir")),
            (":::{note}", None),
            (":::{figure} pont.png", None),
            (":::{code-block} python", None),
            ("::: {.note}", None),
        ] {
            assert_eq!(text(line, title(line)), wanted, "{line}");
        }
        let line = ":alt: Le pont";
        assert_eq!(option(line).map(|title| text(line, title)), Some(Some("Le pont")));
        assert!(option(":class: dropdown").is_some_and(|title| title.is_none()));
        assert!(option(":open:").is_some() && option(": a").is_none() && option(":a b: c").is_none());
        assert!(is_target("(pont-neuf)=") && !is_target("(le pont)=") && !is_target("()="));
    }

    #[test]
    fn words_of_a_fence_are_counted() {
        let fence = "```{figure} pont.png\n:alt: Le pont\n\nLe pont, vu du quai.\n```";
        assert_eq!(words_in_fence("{figure} pont.png", fence), Some(("figure", 5)));
        assert_eq!(words_in_fence("{note} À lire", "```{note} À lire\nOui.\n```"), Some(("note", 3)));
        assert_eq!(words_in_fence("{python}", "```{python}\nprint(1)\n```"), None);
        assert_eq!(words_in_fence("python", "```python\nprint(1)\n```"), None);
    }
}
