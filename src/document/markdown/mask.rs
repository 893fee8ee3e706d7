//! Lines which CommonMark takes for text, and site builders do not: shortcodes, `:::` and `///` lines, attributes of blocks
//! (`{: .note }`), leaf directives (`::video[Titre]{…}`), snippets (`--8<-- "fichier"`, `<<< @/fichier`), lines of MDX (`import …`), `[TOC]`, lines around formulas (`$$`), abbreviations (`*[UE]: Union européenne`),
//! the titles of mdBook's pages (`{{#title Le pont}}`), the heads of alerts (`> [!NOTE]`), options of MyST's directives (`:alt: Le pont`) and its targets (`(pont)=`), those of MkDocs' blocks (`!!! note "À savoir"`) and definitions (`: texte`).
//!
//! Before the page is parsed, each of them is replaced by a processing instruction of the same length.
//! So it is an HTML block of one line for the parser, what stands above and below it is a paragraph of
//! its own, and no offset moves. What is indented below a head of MkDocs, or a definition, is no code: such a line
//! becomes an item, and what is indented is that item's. A lone CR, which the parser doesn't take for a line end
//! everywhere, becomes an LF on the way.

mod heads;
mod indented;

use std::borrow::Cow;

use self::indented::Definitions;
use super::dialect::Dialect;
use super::shapes::Title;
use super::shapes::builders::{alert, is_masked, is_masked_first, is_note, may_be_masked, title, titled};
use super::shapes::directives;
use super::shapes::fenced::Fences;
use super::shapes::hidden::{Hidden, LineOf};
use super::shapes::passages::Passages;
use super::shapes::shortcodes::Shortcodes;
use super::shapes::tags::{Tags, tags};

/// Begins the line of a head as an item.
pub(super) const MARKER: &str = "- ";

/// A line that is no Markdown.
#[derive(Debug)]
pub(super) struct Line {
    /// Its first byte behind indentation and quote marks.
    pub(super) start: usize,
    /// The title of what it opens.
    pub(super) title: Option<Title>,
    /// Whether it stands behind the mark of an item that the page has not.
    pub(super) opens_item: bool,
    /// Where the shortcode ends that it begins.
    pub(super) end: usize,
}

/// The text for the parser, and the lines that were masked in it.
pub(super) fn mask(text: &str, dialect: Dialect) -> (Cow<'_, str>, Vec<Line>) {
    let text = line_feeds(text).map_or(Cow::Borrowed(text), Cow::Owned);
    let text = without_traps(&text).map_or(text, Cow::Owned);
    match text {
        Cow::Borrowed(text) => mask_lines(text, dialect),
        Cow::Owned(owned) => {
            let (masked, lines) = mask_lines(&owned, dialect);
            (Cow::Owned(masked.into_owned()), lines)
        }
    }
}

/// The text with another sign for each at which the parser panics (`pulldown-cmark` 0.13, at the attributes of a heading),
/// or takes words for such attributes; if it has one.
fn without_traps(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let trap = |at: usize| match bytes[at] {
        b'{' if is_lone_attributes(text, at) => Some((at, "x")),
        b'{' if heads::ends_in_words(text, at) => Some((at, ",")),
        b'\\' if is_lone_break(text, at) => Some((at, "x")),
        _ => None,
    };
    let traps: Vec<(usize, &str)> = memchr::memchr2_iter(b'\\', b'{', bytes).filter_map(trap).collect();
    if traps.is_empty() {
        return None;
    }
    let mut out = text.to_owned();
    for (at, sign) in traps {
        out.replace_range(at..=at, sign);
    }
    Some(out)
}

/// Whether a backslash is all that a line of a task holds: such a line may be underlined.
fn is_lone_break(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let line = text[..at].trim_end_matches([' ', '\t']);
    line.len() < at
        && line.ends_with(']')
        && line.len() >= 3
        && bytes[line.len() - 3] == b'['
        && matches!(bytes.get(at + 1), Some(b'\n' | b'\r'))
}

/// Whether attributes (`{#ici}`) begin an underlined line of an item or a quotation.
fn is_lone_attributes(text: &str, at: usize) -> bool {
    let is_mark = |c: char| matches!(c, ' ' | '\t' | '>');
    let before = text[..at].trim_end_matches(is_mark);
    // Asked first: a line may have very many braces, and only one of them begins it.
    if before.len() == at || !before.ends_with(['\n', '\r']) {
        return false;
    }
    let mut lines = text[at..].lines();
    lines.next().is_some_and(|line| line.trim_end().ends_with('}'))
        && lines.next().is_some_and(heads::is_underline)
}

/// The text with each lone CR as an LF, if it has one.
fn line_feeds(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let is_lone = |at: &usize| bytes.get(at + 1) != Some(&b'\n');
    let mut lone = memchr::memchr_iter(b'\r', bytes).filter(is_lone).peekable();
    lone.peek()?;
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for at in lone {
        out.push_str(&text[done..at]);
        out.push('\n');
        done = at + 1;
    }
    out.push_str(&text[done..]);
    Some(out)
}

fn mask_lines(text: &str, dialect: Dialect) -> (Cow<'_, str>, Vec<Line>) {
    let is_mdx = dialect == Dialect::Mdx;
    let may_be = |content: &str| may_be_masked(content) || (is_mdx && content.starts_with('<'));
    if !text.lines().any(|line| may_be(content_of(line).1)) {
        return (Cow::Borrowed(text), Vec::new());
    }
    let bytes = text.as_bytes();
    let mut masked = String::new();
    let mut lines = Vec::new();
    let mut definitions = Definitions::at_start();
    let mut passages = Passages::of(text.lines().map(|line| content_of(line).1));
    let (mut fences, mut hidden) = (Fences::default(), Hidden::of(dialect));
    let mut shortcodes = if is_mdx { Shortcodes::and_tags() } else { Shortcodes::default() };
    let (mut done, mut at) = (0, 0);
    let (mut quotes, mut takes_options) = (0, false);
    // The text right above, and whether nothing but `%` lines came yet.
    let (mut above, mut is_top) = ("", true);
    let has_contents = memchr::memmem::find(bytes, b"toc").is_some();
    while at < text.len() {
        let end = memchr::memchr2(b'\n', b'\r', &bytes[at..]).map_or(text.len(), |end| at + end);
        let line = &text[at..end];
        let (start, content) = content_of(line);
        let start = at + start;
        let marks = text.as_bytes()[at..start].iter().filter(|byte| **byte == b'>').count();
        let is_quoted = marks > 0;
        // The first line of a quotation, also of one within another.
        let alert = if marks > quotes { alert(content) } else { None };
        quotes = if content.is_empty() { 0 } else { marks };
        let is_first = above.is_empty();
        is_top &= is_note(content);
        let is_hidden = hidden.has(LineOf { page: text, at, content, is_first });
        let is_in_passage = passages.has(content) || is_hidden || shortcodes.has(text, at, content);
        let option = if takes_options { directives::option(content) } else { None };
        takes_options = option.is_some() || directives::takes_options(content);
        let directive = fences.has(text, at, content);
        let shown = match alert {
            _ if is_in_passage && is_mdx && shortcodes.begins(at) => {
                let below = shortcodes.end().map_or("", |end| &text[end..]);
                Some(of_tags(Tags::Alone { opens: shortcodes.opens(text) }, line, below))
            }
            _ if is_in_passage => (!content.is_empty()).then_some((0, None)),
            _ if directive.is_some() => directive.map(|title| (0, title)),
            Some(head) => Some((0, titled(content, head))),
            None if option.is_some() => option.map(|title| (0, title)),
            None => match indented::head(line, &text[end..]) {
                Some(title) => Some((MARKER.len(), title)),
                // The title of a page of Pandoc looks the same.
                None if is_note(content) => {
                    let is_apart = is_first || above.ends_with(['.', '!', '?', '…', ':', '»', ')']);
                    is_apart.then(|| (0, if is_top { title(content) } else { None }))
                }
                None if is_masked(content) || (is_first && is_masked_first(content)) => {
                    Some((0, title(content)))
                }
                None if has_contents && is_contents(content, &text[end..]) => Some((0, None)),
                None if is_mdx => tags(content).map(|tags| of_tags(tags, line, &text[end..])),
                None => None,
            },
        };
        if definitions.defines(if is_in_passage { "" } else { line }) {
            masked.push_str(&text[done..start]);
            masked.push('-');
            done = start + 1;
        } else if is_quoted && shortcodes.goes_on(at) && content.is_empty() {
            // The end of a tag, `>`, is no quotation.
            masked.push_str(&text[done..at]);
            masked.extend(std::iter::repeat_n(' ', line.len()));
            done = end;
        } else if let Some((marker, title)) = shown {
            masked.push_str(&text[done..start]);
            masked.push_str(&MARKER[..marker]);
            push_instruction(&mut masked, content.len() - marker);
            done = start + content.len();
            let title =
                title.map(|title| Title { span: start + title.span.start..start + title.span.end, ..title });
            let end = match is_hidden {
                // What is read of it is read with its first line.
                true => hidden.end_of_drawn(at).unwrap_or(start),
                false if shortcodes.goes_on(at) => start + marker,
                false => shortcodes.end().unwrap_or(end),
            };
            lines.push(Line { start: start + marker, title, opens_item: marker > 0, end });
            if marker > 0 {
                definitions.restart();
            }
        }
        let is_text = done <= at && !content.starts_with('#');
        above = if is_text { content } else { "" };
        at = end + if bytes[end..].starts_with(b"\r\n") { 2 } else { 1 };
    }
    masked.push_str(&text[done..]);
    (Cow::Owned(masked), lines)
}

/// Whether a line is the item in whose place kramdown puts a table of contents: `* TOC` above `{:toc}`.
fn is_contents(content: &str, below: &str) -> bool {
    content.starts_with(['*', '-', '1'])
        && below.trim_start_matches(['\r', '\n']).lines().next().is_some_and(|next| {
            let next = next.trim_start_matches([' ', '\t', '>']).strip_prefix("{:");
            next.is_some_and(|next| next.trim_start().starts_with("toc"))
        })
}

/// The length of the mark that a line of tags gets, and its title. What is indented below a tag is its content, no code.
fn of_tags(tags: Tags, line: &str, below: &str) -> (usize, Option<Title>) {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let is_indented = || {
        let next = below.lines().find(|line| !line.trim().is_empty());
        line.trim().len() > MARKER.len() + 2 && next.is_some_and(|next| indent(next) > indent(line))
    };
    match tags {
        Tags::Around(title) => (0, Some(title)),
        Tags::Alone { opens } => (if opens && is_indented() { MARKER.len() } else { 0 }, None),
    }
}

/// What a line holds behind indentation and quote marks, and where.
fn content_of(line: &str) -> (usize, &str) {
    let content = line.trim_start_matches([' ', '\t', '>']);
    (line.len() - content.len(), content.trim_end_matches([' ', '\t']))
}

/// A processing instruction of `length` bytes; blanks where there is no room for one.
fn push_instruction(masked: &mut String, length: usize) {
    match length {
        0..3 => masked.extend(std::iter::repeat_n(' ', length)),
        3 => masked.push_str("<?>"),
        _ => {
            masked.push_str("<?");
            masked.extend(std::iter::repeat_n('x', length - 4));
            masked.push_str("?>");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn masked(text: &str) -> (Cow<'_, str>, Vec<Line>) {
        mask(text, Dialect::Markdown)
    }

    fn title_of(line: &str) -> Option<&str> {
        title(line).map(|title| &line[title.span])
    }

    #[test]
    fn a_fence_can_have_a_title() {
        assert_eq!(title_of(":::note[À savoir]"), Some("À savoir"));
        assert_eq!(title_of("::: note À savoir {open}"), Some("À savoir"));
        assert_eq!(title_of(":::note"), None);
        assert_eq!(title_of("::::"), None);
        assert_eq!(title_of("::: {.c}"), None);
        assert_eq!(title_of(":::note[Les [vieux] ponts]{id=\"a[1]\"}"), Some("Les [vieux] ponts"));
        assert_eq!(title_of(":::note[Un \\] de plus]"), Some("Un \\] de plus"));
    }

    #[test]
    fn a_leaf_directive_can_have_a_label() {
        assert_eq!(title_of("::video[Le pont, vu du quai]{#pont}"), Some("Le pont, vu du quai"));
        assert_eq!(title_of("::carte[ Le [vieux] pont ]"), Some("Le [vieux] pont"));
        assert_eq!(title_of("::carte[Le plan]{lieu=\"a[1]\"}"), Some("Le plan"));
        assert_eq!(masked("::avis[a] et [b]").1.len(), 0);
        for line in ["::avis", "::avis{id=3}", "::avis[]", "::fin-de_page", "::a[b]{c=\"d\"}"] {
            assert_eq!(masked(line).1.len(), 1, "{line}");
        }
        for line in
            [":: avis", "::", "::avis ici", "::avis[a] b", "::avis[a", "::3", ":avis[a]", "::avis{a} b"]
        {
            assert_eq!(masked(line).1.len(), 0, "{line}");
        }
    }

    #[test]
    fn a_page_of_mdbook_can_have_a_title() {
        assert_eq!(title_of("{{#title Le pont}}"), Some("Le pont"));
        assert_eq!(title_of("{{ #title\tL’été : la suite }}"), Some("L’été : la suite"));
        for line in ["{{#title}}", "{{#title  }}", "{{#titles a}}", "{{#title a}} b}}", "{{#include a.rs}}"] {
            assert_eq!(title_of(line), None, "{line}");
        }
    }

    #[test]
    fn a_masked_line_keeps_its_length() {
        let heads = ["!!! a\n    b", "??? \"\"\n\tb"];
        for line in [
            ":::",
            "::::",
            "> ::: a b",
            "  {{< x \"y\" >}} ",
            "{%%}",
            "{:}",
            "{ .a }",
            "{#b}",
            "{a=b}",
            "*[a]: b",
            "[TOC]",
            "--8<--",
            "{/* à faire */}",
            "{# à faire #}",
            "{/* à faire */} {/* à voir */}",
            "<<< @/a.js{2}",
            "{{#title A}}",
            "import '@site/a.css'",
            "import Tabs, { Tab } from '@theme/Tabs';",
            "import * as a from \"./a.mdx\";",
            "export const toc = [1];",
            "export default Page;",
        ]
        .into_iter()
        .chain(heads)
        {
            let (masked, lines) = masked(line);
            assert_eq!((masked.len(), lines.len()), (line.len(), 1), "{line}");
        }
    }

    #[test]
    fn the_first_line_of_a_quotation_may_be_the_head_of_an_alert() {
        let lines = |text: &'static str| -> Vec<Option<&str>> {
            masked(text).1.into_iter().map(|line| line.title.map(|title| &text[title.span])).collect()
        };
        assert_eq!(lines("> [!NOTE]\n> Fermé."), [None]);
        assert_eq!(lines("Ici.\n\n> > [!tip]- À savoir \n> Fermé."), [Some("À savoir")]);
        assert_eq!(lines("> [!NOTE]\n>\n> [!NOTE] \u{a0}\n"), [None, None]);
        assert_eq!(lines("> [!tip] \u{a0}# \u{a0}"), [Some("#")]);
        for text in [
            "[!NOTE]",
            "> Fermé.\n> [!NOTE]",
            "> Fermé.\r\n> [!NOTE]",
            "> [!NOTE](x)",
            "> [!]",
            "> [! a]",
            "> [!a b]",
        ] {
            assert!(lines(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_placeholder_alone_is_text() {
        for line in [
            "{/* à faire */} Il pleut. {/* à voir */}",
            "{nom}",
            "{ $nom }",
            "{{ nom }}",
            "{}",
            "{ a = b }",
            "{.}",
            "{: a }}",
            "$$",
            "$$$$",
            "*[a]",
            "*[a]: ",
            "*[]: b",
            "[toc]",
            "{/* a */} b",
            "import",
            "import de « blé » en 'vrac'",
            "import 'du blé'",
            "import a from b",
            "export de blé",
            "export const a",
        ] {
            assert!(masked(line).1.is_empty(), "{line}");
        }
    }

    #[test]
    fn a_definition_is_an_item_for_the_parser() {
        assert_eq!(masked("Pont\n:   un\n\n    Suite.\n{:.a}\n").0, "Pont\n-   un\n\n    Suite.\n<?x?>\n");
        assert_eq!(masked("!!! note\n    Texte").0, "- <?xx?>\n    Texte");
    }

    #[test]
    fn the_ends_of_a_formula_are_masked_if_there_are_two() {
        assert_eq!(masked("$$\nx +\n\ny\n$$\n\n$$\nz").0, "  \nx +\n\ny\n  \n\n$$\nz");
        assert_eq!(masked("> $$\n> x + y\n> $$\n>").0, ">   \n> x + y\n>   \n>");
    }

    #[test]
    fn a_shortcode_in_a_sentence_is_text() {
        for line in [
            "Un {{< x >}} mot.",
            "{{< onglet nom=\"Linux\" >}}Tapez `ls`.{{< /onglet >}}",
            "{% if page.a %}Fermé.{% endif %}",
            "{{% x %}} et {{% y %}}",
        ] {
            assert!(masked(line).1.is_empty(), "{line}");
        }
    }

    #[test]
    fn a_line_of_shortcodes_alone_is_none() {
        for line in [
            "{{< x >}}{{< /x >}}",
            "{{< figure legende=\"a >}} b\" >}} {{% y %}}",
            "{% if a %}{% endif %}",
            "{{</* x */>}}",
            "{{< a \" >}}",
        ] {
            assert_eq!(masked(line).1.len(), 1, "{line}");
        }
    }

    #[test]
    fn lines_of_tags_are_masked_in_mdx() {
        let mdx = |text| mask(text, Dialect::Mdx).0;
        assert_eq!(mdx("<Note>\nUn\n</Note>"), "<?xx?>\nUn\n<?xxx?>");
        assert_eq!(mdx("<Tab a=\"b\">\n\n    Un\n</Tab>"), "- <?xxxxx?>\n\n    Un\n<?xx?>");
        assert_eq!(mdx("<b>\n  Un\n</b>"), "<?>\n  Un\n<??>");
        assert_eq!(mdx("<Notes a\n  b={1}\n>\n    Un\n"), "- <?xx?>\n  <?x?>\n \n    Un\n");
        assert_eq!(masked("<Note>\nUn\n</Note>").0, "<Note>\nUn\n</Note>");
    }
}
