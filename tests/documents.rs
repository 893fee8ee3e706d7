//! The two laws of documents: nothing replaced, nothing changed; whatever is replaced, the same blocks.

use drogman::document::{Document, Format, InlineKind, Options, Replacement, Segment, parse};
use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, Options as Extensions, Parser, Tag};

fn options() -> Options {
    Options { front_matter: vec!["title".into(), "description".into()], ..Options::default() }
}

fn read(format: Format, source: &str) -> Document<'_> {
    parse(format, "page", source, &options()).0
}

/// Sentences cut at each full stop, for these tests: where exactly doesn't matter for the laws.
fn segments<'d>(document: &'d Document<'_>) -> Vec<Segment<'d>> {
    let mut out = Vec::new();
    for (block, of) in document.blocks.iter().enumerate() {
        let text = &of.text;
        let breaks = of.inline.iter().filter(|inline| inline.kind == drogman::document::InlineKind::Break);
        let mut cuts: Vec<usize> = breaks.flat_map(|hard| [hard.span.start, hard.span.end]).collect();
        cuts.extend(text.match_indices(". ").map(|(at, _)| at + 1));
        cuts.push(text.len());
        cuts.sort_unstable();
        let mut from = 0;
        for cut in cuts {
            let part = &text[from..cut];
            let start = from + (part.len() - part.trim_start().len());
            let part = part.trim();
            if !part.is_empty() {
                out.push(Segment::new(block, start, part));
            }
            from = cut;
        }
    }
    out
}

/// The blocks of a page: the parser's block events, and where there is text at all.
fn shape(source: &str) -> Vec<String> {
    blocks(&body(source))
}

/// The same of a page that has no front matter.
fn blocks(body: &str) -> Vec<String> {
    let body = body.replace("\r\n", "\n").replace('\r', "\n");
    let body = without_passages(&body);
    let lines: Vec<&str> = body.split_inclusive('\n').collect();
    let mut masked = String::new();
    let mut definitions: Vec<Option<&str>> = Vec::new();
    for at in 0..lines.len() {
        let (defines, within) = definition(&lines, at, &definitions);
        definitions.push(within);
        masked.push_str(&if defines { lines[at].replacen(':', "-", 1) } else { mask(&lines, at) });
    }
    let parser = Parser::new_ext(&masked, extensions());
    let mut definitions: Vec<String> =
        parser.reference_definitions().iter().map(|(label, of)| format!("{label} {}", of.dest)).collect();
    definitions.sort();
    let mut out = Vec::new();
    let mut is_code = false;
    for event in parser {
        match event {
            Event::Start(
                Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. },
            ) => {}
            Event::Start(tag) => {
                is_code = matches!(tag, Tag::CodeBlock(_) | Tag::HtmlBlock);
                out.push(match tag {
                    Tag::CodeBlock(CodeBlockKind::Fenced(info)) => format!("fence {info}"),
                    tag => format!("{tag:?}"),
                });
            }
            Event::End(tag) => {
                use pulldown_cmark::TagEnd as E;
                if !matches!(tag, E::Emphasis | E::Strong | E::Strikethrough | E::Link | E::Image) {
                    is_code = false;
                    out.push(format!("/{tag:?}"));
                }
            }
            Event::Text(text) | Event::Html(text) if is_code => out.push(text.to_string()),
            Event::Html(text) => out.push(text.to_string()),
            Event::Rule => out.push("rule".into()),
            Event::TaskListMarker(done) => out.push(format!("task {done}")),
            _ => {}
        }
    }
    out.extend(definitions);
    out
}

fn extensions() -> Extensions {
    Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_HEADING_ATTRIBUTES
}

fn is_blank(line: &str) -> bool {
    line.trim_matches([' ', '\t', '\n']).is_empty()
}

fn indent(line: &str) -> &str {
    &line[..line.len() - line.trim_start_matches([' ', '\t']).len()]
}

/// The page with comments in the place of code and the like, whose ends stand alone on lines, and of the ends of formulas.
fn without_passages(body: &str) -> String {
    let body = &body.replace("{{< figure\n      src=\"a\"\n>}}", "{{< figure >}}\n      x\n{{< figure >}}");
    const ENDS: [(&str, &str); 7] = [
        ("$$", "$$"),
        ("\\[", "\\]"),
        ("--8<--", "--8<--"),
        ("{% highlight x %}", "{% endhighlight %}"),
        ("{#", "#}"),
        ("%%", "%%"),
        ("```{note}", "```"),
    ];
    let lines: Vec<&str> = body.split_inclusive('\n').collect();
    let content =
        |line: &str| line.trim_start_matches([' ', '\t', '>']).trim_end_matches(['\n', ' ', '\t']).to_owned();
    let mut out = String::new();
    let mut at = 0;
    while at < lines.len() {
        let is_open = |open: &str| {
            let line = content(lines[at]);
            line == open || open.starts_with('`') && line.starts_with(open) && !line[3..].contains('`')
        };
        let close = ENDS.iter().find(|(open, _)| is_open(open)).map(|(_, close)| close);
        let end = close.and_then(|close| (at + 1..lines.len()).find(|&end| content(lines[end]) == *close));
        let is_formula = close.is_some_and(|close| matches!(*close, "$$" | "\\]"));
        let is_directive = close.is_some_and(|close| *close == "```");
        for (inside, line) in lines[at..=end.unwrap_or(at)].iter().enumerate() {
            let is_end = inside == 0 || Some(at + inside) == end;
            match content(line) {
                inner if end.is_some() && is_formula && is_end => out.push_str(&line.replace(&inner, "")),
                inner if end.is_some() && !is_formula && (!is_directive || is_end) && !inner.is_empty() => {
                    out.push_str(&line.replace(&inner, "<!-- passage -->"));
                }
                _ => out.push_str(line),
            }
        }
        at = end.unwrap_or(at) + 1;
    }
    out
}

/// Whether a line is a definition; and the indentation of the one that it is, or stands below.
fn definition<'l>(lines: &[&'l str], at: usize, above: &[Option<&'l str>]) -> (bool, Option<&'l str>) {
    let line = lines[at];
    let is_text = |at: usize| !is_blank(lines[at]) && mask(lines, at) == lines[at];
    let Some(last) = lines[..at].iter().rposition(|line| !is_blank(line)) else { return (false, None) };
    let content = line.trim_start_matches([' ', '\t']);
    if content.starts_with(": ") || content.starts_with(":\t") {
        let first = (0..=last)
            .rev()
            .take_while(|&at| !is_blank(lines[at]))
            .find(|&at| at == 0 || is_blank(lines[at - 1]) || mask(lines, at - 1).contains("- <!--"));
        let is_term = first.is_some_and(|first| {
            let is_paragraph = |at: usize| {
                let above = if at == first { "" } else { "x\n" };
                let text = format!("{above}{}", lines[at].trim_start_matches([' ', '\t']));
                let mut events = Parser::new_ext(&text, extensions())
                    .filter(|event| matches!(event, Event::Start(_) | Event::Rule));
                matches!(events.next(), Some(Event::Start(Tag::Paragraph)))
                    && !events.any(|event| {
                        !matches!(
                            event,
                            Event::Start(
                                Tag::Emphasis
                                    | Tag::Strong
                                    | Tag::Strikethrough
                                    | Tag::Link { .. }
                                    | Tag::Image { .. }
                            )
                        )
                    })
            };
            (first == last || content.starts_with(":  "))
                && (first..=last)
                    .all(|at| indent(lines[at]) == indent(line) && is_text(at) && is_paragraph(at))
                && above[first].is_none()
        });
        if above[last] == Some(indent(line)) || is_term {
            return (true, Some(indent(line)));
        }
    }
    let is_below = |of: &&str| {
        let more = indent(line).strip_prefix(of).unwrap_or_default();
        is_blank(line) || more.starts_with("    ") || more.starts_with('\t') || !is_blank(lines[at - 1])
    };
    (false, above[at - 1].filter(is_below).filter(|_| !mask(lines, at).starts_with("- <!--")))
}

/// A line that site builders read in their own way (a shortcode, a fence, attributes, a head) as an HTML comment,
/// which it is like; a head as the first of an item, whose other lines are indented.
fn mask(lines: &[&str], at: usize) -> String {
    let (line, above) = (lines[at], at.checked_sub(1).map_or("", |above| lines[above]));
    let head = line.trim_start_matches(' ');
    let indent = &line[..line.len() - head.len()];
    let below = lines[at + 1..].iter().find(|line| !line.trim().is_empty());
    let body = below.and_then(|line| line.strip_prefix(indent));
    if body.is_some_and(|line| line.starts_with("    ") || line.starts_with('\t'))
        && is_head(head.trim_end_matches(['\n', ' ', '\t']))
    {
        return format!("{indent}- <!-- {} -->\n", &head[..3]);
    }
    let parts = |line: &'_ str| -> (usize, String) {
        let content = line.trim_start_matches([' ', '\t', '>']);
        (
            line[..line.len() - content.len()].matches('>').count(),
            content.trim_end_matches(['\n', ' ', '\t']).to_owned(),
        )
    };
    let (quotes, content) = parts(line);
    let (quotes_above, content_above) = parts(above);
    let is = |open: &str, close: &str| content.starts_with(open) && content.ends_with(close);
    // Only the first line of a quotation can be an alert's.
    let quotes_above = if content_above.is_empty() { 0 } else { quotes_above };
    let is_alert = quotes > quotes_above && is_alert(&content);
    let inner = content.strip_prefix("[]()").unwrap_or(&content);
    let inner = inner.get(1..inner.len().saturating_sub(1)).unwrap_or_default();
    let mut first = inner.trim_start_matches(' ').chars();
    let is_named = matches!(first.next(), Some('.' | '#'))
        && first.next().is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    let is_attributes = (is("{", "}") || is("[](){", "}"))
        && !inner.contains(['{', '}'])
        && (inner.starts_with(':') || is_named);
    let is_abbreviation = content
        .strip_prefix("*[")
        .and_then(|rest| rest.split_once("]:"))
        .is_some_and(|(key, of)| !key.is_empty() && !key.contains([']', '\\']) && !of.trim().is_empty());
    let is_mark = ["[TOC]", "[[toc]]", "[[TOC]]", "[[_TOC_]]"].contains(&content.as_str());
    if is_abbreviation
        || is_mark
        || content.starts_with("--8<--")
        || content.starts_with(";--8<--")
        || content.starts_with("///")
    {
        return line.replace(&content, &format!("<!-- {} -->", &content[..3]));
    }
    let is_title = content.strip_prefix("{{#title ").and_then(|rest| rest.strip_suffix("}}"));
    if is_title.is_some_and(|title| !title.trim().is_empty() && !title.contains('}')) {
        return line.replace(&content, "<!-- title -->");
    }
    // Words between two of them are text.
    let is_only = |open: &str, close: &str| {
        let mut parts = content.split(close).map(str::trim).filter(|part| !part.is_empty());
        is(open, close) && parts.all(|part| part.starts_with(open))
    };
    let are_shortcodes = is_only("{{<", ">}}") || is_only("{%", "%}");
    if content.starts_with(":::") || are_shortcodes || is_attributes || is_alert {
        let kind: String = content.chars().take_while(|c| matches!(c, ':' | '{' | '<' | '%')).collect();
        return line.replace(&content, &format!("<!-- {kind} -->"));
    }
    line.to_owned()
}

/// `!!! kind "title"`, `??? kind`, `=== "title"`.
fn is_head(content: &str) -> bool {
    let (mark, rest) = content.split_at_checked(3).unwrap_or(("", ""));
    let rest = if mark == "???" { rest.strip_prefix('+').unwrap_or(rest) } else { rest };
    let kind = rest.split('"').next().unwrap_or_default();
    let has_title = rest.len() >= kind.len() + 2 && rest.ends_with('"') && kind.ends_with(' ');
    let is_kind = kind.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    match mark {
        "!!!" | "???" => is_kind && (has_title || (kind == rest && !kind.trim().is_empty())),
        "===" => kind.trim().is_empty() && has_title,
        _ => false,
    }
}

/// `[!NOTE]`, `[!tip]- Title`.
fn is_alert(content: &str) -> bool {
    let Some((kind, rest)) = content.strip_prefix("[!").and_then(|rest| rest.split_once(']')) else {
        return false;
    };
    let rest = rest.strip_prefix(['+', '-']).unwrap_or(rest);
    !kind.is_empty()
        && kind.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        && (rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// What stands behind the front matter; the whole text if there is none.
fn body(source: &str) -> String {
    let text = source.trim_start_matches('\u{feff}');
    let text = &text.replace("\r\n", "\n");
    for fence in ["---", "+++"] {
        let opening = format!("{fence}\n");
        let closing = format!("\n{fence}\n");
        if text.starts_with(&opening)
            && text.lines().nth(1).is_some_and(|line| line.starts_with(char::is_alphabetic))
            && let Some(end) = text.find(&closing)
        {
            return text[end + closing.len()..].to_owned();
        }
    }
    text.clone()
}

const NASTY: &[&str] = &[
    "# ¤",
    "#",
    "###### x #",
    "x ##",
    "- ¤",
    "+",
    "* ¤",
    "-",
    "--",
    "---",
    "***",
    "* * *",
    "_ _ _",
    "===",
    "=",
    "+++",
    "1. ¤",
    "12) ¤",
    "0.",
    "> ¤",
    ">",
    "| a | b |",
    "a | b",
    "|",
    "--- | ---",
    "|---|",
    ":-:",
    "    ¤",
    "\t¤",
    "```",
    "``` ¤",
    "`",
    "``",
    "~~~",
    "~",
    "~~",
    "<div>",
    "</p>",
    "<b>",
    "<b",
    "<!-- x",
    "<!-- drogman: off -->",
    "<?x",
    "<![CDATA[",
    "<!X",
    "<script>",
    "<https://exemple.fr>",
    "[^1]: ¤",
    "[a]: b",
    "[a]: b \"c\"",
    "[a]:",
    "[x] ¤",
    "[ ] ¤",
    "[x]",
    "[",
    "]",
    "](",
    "![",
    ":::",
    "::: note",
    "[!NOTE]",
    "[!tip]- x",
    ":::tip[x]",
    "::tip[x]",
    "{{#title ¤}}",
    "{{#include ¤}}",
    "{# ¤",
    "#}",
    "{/* ¤",
    "%%",
    "% ¤",
    "+---+",
    "```{note}",
    "```admonish",
    "{{< x >}}",
    "{{% x %}}",
    "{% x %}",
    "fin\\",
    "\\",
    "\\\\",
    "a\\|b",
    "a\\\\|b",
    "|\\",
    "fin  ",
    "un\ndeux",
    "un\n\ndeux",
    "un\r\n- deux",
    "un\r# deux",
    "titre\n===",
    "",
    " ",
    "\u{a0}",
    "\0",
    "{#id}",
    "{: .a }",
    "{ .a }",
    "$$",
    "$$ ¤ $$",
    "\\[",
    "///",
    "/// ¤ | ¤",
    ":   ¤",
    "{% highlight x %}",
    "*[¤]: ¤",
    "[TOC]",
    "--8<-- ¤",
    "!!! note",
    "!!! ¤ \"¤\"",
    "??? ¤",
    "=== \"¤\"",
    ": ¤",
    "x {#id .c}",
    "}",
    "{",
    "*",
    "**",
    "_",
    "***x",
    "\"x\"",
    "'x",
    "(x)",
    ": x",
    "x: y",
    "x #y",
    "true",
    "~x",
    "0123",
    "2024-01-01",
    "\"\"\"",
    "'''",
    "!t",
    "&a",
    "%",
    "@",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{b}x",
    "\u{c}# x",
    "&#10;",
    "x &",
    "Un mot.",
];

/// Pieces of pages, each complete: joined by blank lines they make a page.
const PARTS: &[&str] = &[
    "Une phrase. Une autre.",
    "Une ligne\nqui continue. Et\nencore. Fin.",
    "# Un titre",
    "## Titre fermé ##",
    "### Titre {#ancre .c}",
    "Souligné. Deux.\n===",
    "Souligné\n---",
    "Une phrase.\n|---|---|",
    "Avant\n\n- *x*\n- **y. z**\n\nSuite",
    "> Souligné. Deux\n> ---",
    "Sur deux\nlignes\n---",
    "- un\n- deux. trois\n  et suite. fin",
    "- un\n\n- deux\n\n  suite",
    "1. un\n2. deux\n   - dedans\n     encore",
    "- [ ] à faire\n- [x] fait. Bien",
    "> cité. encore\n> deux\n\n> > dedans\n> paresseux",
    "> - un\n>   deux\n> - trois",
    "| a | b |\n|---|:-:|\n| un. deux | `x \\| y` |\n|c|d|",
    "a | b\n--- | ---\nun | deux. trois\nc | d",
    "```rust\nfn x() {}\n```",
    "    du code",
    "<div>\nDu texte HTML.\n</div>",
    "[lien]: /x \"titre\"",
    "[lien]: /x\nJuste dessous. Deux",
    "Une note[^n] et [lien].",
    "[^n]: La note. Deux\n\n    suite de la note",
    "**Tout en gras. Deux.**",
    "*Penché*",
    "~~Barré. Oui~~",
    "![Une vue](v.png)",
    "![Une vue](v.png \"Titre\")",
    "[![Vignette](v.png)](g.png)",
    "Rue Haute  \nLyon\\\nFrance. Europe",
    "**gras  \ncoupé**",
    ":::note[Bon à savoir]\nDedans. Oui\n:::",
    "::: tip Astuce\nDedans\n:::",
    "Avant\n::avis[Bon à savoir. Oui]{id=1}\n\n::fin",
    "{{#title Un. Deux}}\n# Un",
    "> [!NOTE]\n> Bon à savoir. Oui",
    "> [!tip]- Astuce\n>\n> Dedans",
    "!!! note \"À savoir. Oui\"\n    Dedans. Deux\n    suite. Fin\n\n    - un\n\n    - deux\n\n    ```\n    code\n\n    code\n    ```",
    "???+ tip\n\n    Dedans\n\n    !!! note\n\n        Deux. Trois",
    "=== \"Un\"\n\n\tDedans. Deux\n\n=== \"Deux\"\n\n\tDedans",
    "Pont\n:   Ouvrage. Deux\n\n    Suite. Fin\n\n:   Autre",
    "Bac\n\n: Bateau\n: plat",
    "Un mot. Deux\nTrois. Quatre\n: cinq. Six",
    "Un mot. Deux\n{: .note }",
    "{ .note #ici }",
    "*[UE]: Union européenne. Oui\n*[ONU]: Nations unies",
    "Un terme\nUn autre\n:   Sens. Deux",
    "!!! note\n\n    Terme\n\n    :   Sens. Deux\n    :   Autre\n\n    Fin",
    "/// caption\nUne légende. Deux\n///\n\n/// note | Titre\nDedans\n///",
    "\\[\nx\n\\]\n\n{% highlight x %}\nputs \"bonjour\"\n\nfin\n{% endhighlight %}",
    "--8<--\na.md\nb.md\n--8<--\n;--8<-- \"a.md\"\n[](){ #ancre }",
    "Une formule :\n\n$$\nx = \\text{vie}\n\n    y\n$$\n\nSuite. Fin",
    "Avant\n$$ x $$\n[TOC]\n--8<-- \"a.md\"\naprès",
    "Avant\n{#\nUn secret.\n\nDeux.\n#}\naprès. Fin",
    "> Avant\n> %%\n> Un secret.\n> %%\n> après. Fin",
    "Avant\n```{note} Un titre\nDedans. Deux\n\n- un\n- deux\n```\naprès. Fin",
    "{{< figure src=\"a\" >}}",
    "Avant\n{{< figure\n      src=\"a\"\n>}}\naprès. Fin",
    "Avant\n{{% note %}}\nMilieu\n{{% /note %}}\naprès",
    "<!-- drogman: off -->\n\nRien\n\n<!-- drogman: on -->",
    "***",
    "\\# pas un titre. \\- non",
    "Un `code` et <kbd>K</kbd>. <https://exemple.fr> fin",
    "#",
    "-\n- x",
];

const FRONTS: &[&str] = &[
    "",
    "",
    "\u{feff}",
    "---\ntitle: Un titre. Deux\ndraft: true\n---\n",
    "---\ntitle: \"Dit \\\"oui\\\". Non\"\nx: 1\n---\n",
    "---\ntitle: 'L''été. Fin'\ntags: [a, b]\n---\n",
    "---\ndescription: >-\n  Plié. Sur\n  deux\ntitle: |\n  Un.\n  Deux.\n---\n",
    "+++\ntitle = \"Un. Deux\"\nx = 1\n+++\n",
    "+++\ntitle = 'Un'\n+++\n",
];

fn with_arguments() -> Options {
    Options { arguments: Some(vec!["alt".to_owned(), "title".to_owned()]), ..options() }
}

/// Pages of which arguments are all the text.
const ARGUMENTS: &[&str] = &[
    "{{< figure src=\"a.jpg\" alt=\"Une vue\" title=`Le pont` >}}\n",
    "- {{% a title=\"Le pont\" %}}\n\n> {{< a\n>     alt=\"Une vue\"\n> >}}\n",
    "{{< a\n      alt=\"Une vue\"\n>}}\n{{< b title=\"Le pont\" >}}\n",
    "{% include a.html alt='Une vue' title=\"Le pont\" %}\n",
    "{{ figure(alt=\"Une vue\", n=1, title='Le pont') }}\n",
    "<figure>\n<img src=\"a.jpg\" alt=\"Une vue\">\n</figure>\n",
    "<Card\n  title=\"Le pont\"\n  alt='Une vue'\n/>\n\n<Card title=\"Le bac\" />\n",
];

fn page() -> impl Strategy<Value = String> {
    let parts = prop::collection::vec(prop::sample::select(PARTS), 0..6);
    (
        prop::sample::select(FRONTS),
        parts,
        prop::sample::select(&["\n", "\n", "\r\n", "\r"][..]),
        any::<bool>(),
    )
        .prop_map(|(front, parts, end, last)| {
            let mut page = format!("{front}{}", parts.join("\n\n"));
            if last {
                page.push('\n');
            }
            page.replace('\n', end)
        })
}

fn nasty() -> impl Strategy<Value = String> {
    let one = prop::sample::select(NASTY).prop_map(str::to_owned);
    prop_oneof![
        3 => one.clone(),
        1 => (one.clone(), one).prop_map(|(a, b)| format!("{a} {b}")),
        1 => "[-#>|`~<\\[\\]:=+*_.1x{} \\\\\"'\n]{0,6}",
    ]
}

fn replaced(document: &Document<'_>, texts: &[String], keep: usize) -> String {
    let segments = segments(document);
    let replacements: Vec<Replacement<'_>> = segments
        .iter()
        .enumerate()
        .filter(|(at, _)| keep == 0 || at % keep != 0)
        .map(|(at, segment)| Replacement { segment, text: &texts[at % texts.len()] })
        .collect();
    document.assemble(&replacements)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.max(1000), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_replaced_nothing_changed(source in prop_oneof![page(), "[-#>|`~<\\[\\]:=+*_.1aé{} \\\\\"'\n\r\t]{0,60}"]) {
        for format in [Format::Markdown, Format::Mdx, Format::Plain] {
            let document = read(format, &source);
            prop_assert_eq!(document.assemble(&[]), &source[..]);
            let segments = segments(&document);
            let own: Vec<Replacement<'_>> =
                segments.iter().map(|segment| Replacement { segment, text: segment.text }).collect();
            prop_assert_eq!(document.assemble(&own), &source[..]);
        }
    }

    #[test]
    fn any_text_keeps_the_blocks(source in page(), texts in prop::collection::vec(nasty(), 1..5), keep in 0usize..4) {
        let document = read(Format::Markdown, &source);
        let built = replaced(&document, &texts, keep);
        prop_assert_eq!(shape(&source), shape(&built), "{:?} became {:?} by {:?}", source, built, texts);
        let again = read(Format::Markdown, &built);
        for key in ["draft", "x", "tags"] {
            prop_assert_eq!(document.front.value(key), again.front.value(key), "{:?}", built);
        }
    }

    #[test]
    fn a_rule_on_top_opens_no_front_matter(
        top in prop::sample::select(&["---\n", "--- \n\n", "\u{feff}---\n", "+++\n", "\u{feff}+++ \n"][..]),
        first in prop::sample::select(&["Un mot. Deux.", "# Un", "Un mot\n- deux. Trois", "```\nun\n```", "> cité"][..]),
        parts in prop::collection::vec(prop::sample::select(PARTS), 0..3),
        close in prop::sample::select(&["---", "\n---", "Fin. Reste\n---", "```\n---\n```", "+++", "Fin\n+++\nReste."][..]),
        texts in prop::collection::vec(prop_oneof![
            prop::sample::select(&["a: b", "title: x", "x = 1", "# x", "\"a\": b", "", "a:", "[a]", "a = 'b'"][..])
                .prop_map(str::to_owned),
            nasty(),
        ], 1..4),
        keep in 0usize..4,
        end in prop::sample::select(&["\n", "\n", "\r\n", "\r"][..]),
    ) {
        let source = format!("{top}{first}\n{}\n{close}\n", parts.join("\n\n")).replace('\n', end);
        let document = read(Format::Markdown, &source);
        let built = replaced(&document, &texts, keep);
        let (plain, other) = (source.trim_start_matches('\u{feff}'), built.trim_start_matches('\u{feff}'));
        prop_assert_eq!(blocks(plain), blocks(other), "{:?} became {:?} by {:?}", source, built, texts);
        let again = read(Format::Markdown, &built);
        prop_assert_eq!(&document.front, &again.front, "{:?} became {:?}", source, built);
        // What is empty shows nothing, so it is no block.
        if keep == 0 && texts.iter().all(|text| text.contains(char::is_alphabetic)) {
            prop_assert_eq!(document.blocks.len(), again.blocks.len(), "{:?} became {:?}", source, built);
        }
    }

    #[test]
    fn every_text_can_be_a_value(source in prop::sample::select(&FRONTS[3..]), text in prop_oneof![nasty(), "\\PC{0,8}", any::<String>()]) {
        let document = read(Format::Markdown, source);
        let segments = segments(&document);
        let replacements: Vec<Replacement<'_>> =
            segments.iter().take(1).map(|segment| Replacement { segment, text: &text }).collect();
        let built = document.assemble(&replacements);
        let again = read(Format::Markdown, &built);
        let fold = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let key = if source.contains("description") { "description" } else { "title" };
        let value = fold(&again.front.value(key).unwrap_or_default());
        prop_assert!(value.starts_with(&fold(text.trim())), "{:?} holds {:?}", built, text);
    }

    #[test]
    fn every_text_can_be_an_argument(source in prop::sample::select(ARGUMENTS), text in prop_oneof![nasty(), "[-\"'`<>{}%\\\\ =x]{0,8}"]) {
        let document = parse(Format::Markdown, "page", source, &with_arguments()).0;
        prop_assert_eq!(document.assemble(&[]), source);
        let built = replaced(&document, &[format!("É{text}")], 0);
        let again = parse(Format::Markdown, "page", &built, &with_arguments()).0;
        let kinds = |document: &Document<'_>| document.blocks.iter().map(|block| block.kind).collect::<Vec<_>>();
        prop_assert_eq!(kinds(&document), kinds(&again), "{:?} became {:?}", source, built);
        prop_assert!(again.blocks.iter().all(|block| block.text.starts_with('É') || &*block.text == "Fin."), "{:?}", built);
    }

    #[test]
    fn a_line_stays_a_line(source in "[a.é \t\n\r]{0,40}", text in nasty()) {
        let document = read(Format::Plain, &source);
        let built = replaced(&document, &[format!("x{text}")], 2);
        let lines = |text: &str| -> Vec<bool> {
            text.replace("\r\n", "\n").split(['\n', '\r']).map(|line| line.trim().is_empty()).collect()
        };
        prop_assert_eq!(lines(&source), lines(&built));
    }

    #[test]
    fn a_block_knows_its_bytes(source in page()) {
        for block in read(Format::Markdown, &source).blocks {
            let span = block.file_span(&(0..block.text.len()));
            prop_assert!(source.get(span).is_some());
            prop_assert!(block.pieces.iter().is_sorted_by_key(|piece| piece.text) && block.pieces.get(0).unwrap().text == 0);
            for inline in &block.inline {
                prop_assert!(block.text.get(inline.span.clone()).is_some());
            }
            prop_assert!(block.inline.is_sorted_by_key(|inline| inline.span.start));
            prop_assert!(!block.text.contains(['\n', '\r']));
        }
    }
}

/// Kind and text of each block, a line each.
fn check(source: &str, expect: &[&str]) {
    let document = read(Format::Markdown, source);
    let found: Vec<String> =
        document.blocks.iter().map(|block| format!("{}: {}", block.kind.as_str(), block.text)).collect();
    assert_eq!(found, expect, "{source:?}");
}

#[test]
fn blocks_have_their_kinds() {
    check("# Un\n\nDeux\ntrois\n", &["heading: Un", "paragraph: Deux trois"]);
    check(
        "- un\n  suite\n- [x] fait\n\n> cité\n> encore\n",
        &["item: un suite", "item: fait", "quote: cité encore"],
    );
    check("| a | b |\n|---|---|\n| c \\| d | |\n", &["cell: a", "cell: b", "cell: c \\| d"]);
    check("Note[^1].\n\n[^1]: Dite.\n", &["paragraph: Note[^1].", "footnote: Dite."]);
    check(":::tip[Titre *penché*]\nDedans\n:::\n", &["caption: Titre *penché*", "paragraph: Dedans"]);
    check("::: tip Titre\nDedans\n:::\n", &["caption: Titre", "paragraph: Dedans"]);
    check(
        "Dehors\n::video[Titre]{#a}\n::fin\nDehors ::b\n",
        &["paragraph: Dehors", "caption: Titre", "paragraph: Dehors ::b"],
    );
    check("> [!NOTE]\n> Dedans\n> encore\n", &["quote: Dedans encore"]);
    check("> [!tip]- Titre\n> Dedans\n", &["caption: Titre", "quote: Dedans"]);
    check("!!! note \"Titre\"\n\n    Dedans\n\n        code\n", &["caption: Titre", "paragraph: Dedans"]);
    check("- un\n\n    === \"Titre\"\n        - deux\n", &["item: un", "caption: Titre", "item: deux"]);
    check("!!! note\n\nDehors\n", &["paragraph: !!! note", "paragraph: Dehors"]);
    check("Pont\n:   Ouvrage\n\n    Suite\n", &["paragraph: Pont", "item: Ouvrage", "item: Suite"]);
    check("Le pont\nferme\n: ici\n", &["paragraph: Le pont ferme : ici"]);
    check("Texte\n{: .note }\n", &["paragraph: Texte"]);
    check("*[UE]: Union européenne\n*[ONU]: Nations\n", &["caption: Union européenne", "caption: Nations"]);
    check("/// note | Titre\nDedans\n///\n", &["caption: Titre", "paragraph: Dedans"]);
    check(
        "{{#title Le pont}}\n# Le bac\nTexte\n",
        &["caption: Le pont", "heading: Le bac", "paragraph: Texte"],
    );
    check("{% highlight ruby %}\nputs x\n{% endhighlight %}\n\n[](){ #a }\n", &[]);
    check("{# à faire #}\n\n{/* à faire */}\n", &[]);
    check("{# un #} Le pont. {# deux #}\n", &["paragraph: {# un #} Le pont. {# deux #}"]);
    check("Avant\n\n$$\nx\n$$\n\n[TOC]\n", &["paragraph: Avant", "paragraph: x"]);
    check("> Dedans\n> [!NOTE] encore\n", &["quote: Dedans [!NOTE] encore"]);
}

#[test]
fn the_title_of_a_page_of_mdbook_has_no_braces() {
    let build = |text: &str| {
        let document = read(Format::Markdown, "{{#title Le pont}}\n\nFermé.\n");
        let segment = Segment::new(0, 0, &document.blocks[0].text);
        document.assemble(&[Replacement { segment: &segment, text }])
    };
    assert_eq!(build("The bridge"), "{{#title The bridge}}\n\nFermé.\n");
    assert_eq!(build("A {b} }}"), "{{#title A (b) ))}}\n\nFermé.\n");
}

#[test]
fn emphasis_and_images_around_a_block_are_no_text() {
    check("**Tout *en* gras.**\n", &["paragraph: Tout *en* gras."]);
    check("***Deux.***\n", &["paragraph: Deux."]);
    check("**Un** *deux*\n", &["paragraph: **Un** *deux*"]);
    check("![Vue](v.png)\n", &["caption: Vue"]);
    check("[![Vue](v.png)](g.png)\n", &["caption: Vue"]);
    check("![Vue](v.png \"Titre\")\n", &["caption: ![Vue](v.png \"Titre\")"]);
    check("![](v.png)\n", &[]);
}

#[test]
fn arguments_are_blocks_where_a_project_names_them() {
    let check = |source: &str, expected: &[&str]| {
        let document = parse(Format::Markdown, "page", source, &with_arguments()).0;
        assert!(document.untranslated.is_empty(), "{source}");
        assert_eq!(
            document.blocks.iter().map(|block| &*block.text).collect::<Vec<_>>(),
            expected,
            "{source}"
        );
    };
    check(ARGUMENTS[0], &["Une vue", "Le pont"]);
    check(ARGUMENTS[1], &["Le pont", "Une vue"]);
    check(ARGUMENTS[2], &["Une vue", "Le pont"]);
    check(ARGUMENTS[3], &["Une vue", "Le pont"]);
    check(ARGUMENTS[4], &["Une vue", "Le pont"]);
    check(ARGUMENTS[5], &["Une vue"]);
    check(ARGUMENTS[6], &["Le pont", "Une vue", "Le bac"]);
    check(
        "Avant\n{{< a caption=\"Non\" alt=\"Une vue. Deux\" >}}\naprès\n",
        &["Avant", "Une vue. Deux", "après"],
    );
    check(
        "```\n{{< a alt=\"Non\" >}}\n```\n\n<!-- drogman: off -->\n\n{{< a alt=\"Non\" >}}\n\n<b alt=\"Non\">\n",
        &[],
    );
    check("Un <abbr title=\"Oui\">mot</abbr>.\n", &["Un <abbr title=\"Oui\">mot</abbr>."]);
}

#[test]
fn what_stands_between_tags_of_mdx_is_text() {
    let check = |source: &str, expected: &[&str]| {
        let document = parse(Format::Mdx, "page.mdx", source, &with_arguments()).0;
        assert_eq!(document.assemble(&[]), source);
        let found: Vec<String> =
            document.blocks.iter().map(|block| format!("{}: {}", block.kind.as_str(), block.text)).collect();
        assert_eq!(found, expected, "{source}");
    };
    check("<Note>\nFermé le\nlundi.\n</Note>\n", &["paragraph: Fermé le lundi."]);
    check(
        "Avant\n<Note title=\"À savoir\">\nDedans\n</Note>\naprès\n",
        &["paragraph: Avant", "caption: À savoir", "paragraph: Dedans", "paragraph: après"],
    );
    check(
        "<Tabs>\n  <Tab>\n    Indenté.\n\n    - un\n  </Tab>\n</Tabs>\n\nFin\n",
        &["paragraph: Indenté.", "item: un", "paragraph: Fin"],
    );
    check(
        "<Tabs alt=\"Dehors\">\n  <Tab title=\"Un\">\n    Indenté.\n  </Tab>\n</Tabs>\n",
        &["caption: Dehors", "caption: Un", "paragraph: Indenté."],
    );
    check(
        "<details>\n<summary>Voir **plus**</summary>\nDedans\n</details>\n",
        &["caption: Voir **plus**", "paragraph: Dedans"],
    );
    check("```\n<Note>\nNon\n</Note>\n```\n\n<pre>\nNon\n</pre>\n", &[]);
    check("> <Note>\n> Cité\n> </Note>\n", &["quote: Cité"]);
    check("- un\n  <Note>\n  deux\n  </Note>\n- trois\n", &["item: un", "item: deux", "item: trois"]);
    let text = "<Note>\nFermé\n</Note>\n";
    assert!(read(Format::Markdown, text).blocks.is_empty());
    let document = parse(Format::Mdx, "page.mdx", text, &options()).0;
    let segment = Segment::new(0, 0, &document.blocks[0].text);
    let replaced = document.assemble(&[Replacement { segment: &segment, text: "# Closed" }]);
    assert_eq!(replaced, "<Note>\n\\# Closed\n</Note>\n");
}

#[test]
fn a_tag_of_mdx_may_take_several_lines() {
    let check = |text: &str, expected: &[&str]| {
        let document = parse(Format::Mdx, "page.mdx", text, &with_arguments()).0;
        let blocks = document.blocks.iter().map(|block| format!("{}: {}", block.kind.as_str(), block.text));
        assert_eq!(blocks.collect::<Vec<_>>(), expected, "{text}");
        assert_eq!(document.assemble(&[]), text);
    };
    check(
        "<Card\n  title=\"Le bac\"\n  alt={'Une vue'}\n  n={[1]}\n>\n  Il passe.\n</Card>\nFin.\n",
        &["caption: Le bac", "caption: Une vue", "paragraph: Il passe.", "paragraph: Fin."],
    );
    check("<Card\n  n={1}\n>\n    Il passe.\n</Card>\n", &["paragraph: Il passe."]);
    check(
        "Un.\n\n<Card\n  title=\"Le bac\"\n/>\n\nDeux.\n",
        &["paragraph: Un.", "caption: Le bac", "paragraph: Deux."],
    );
    check("<Card\n  n={1}> Il passe.\n", &["paragraph: <Card n={1}> Il passe."]);
    check("> <Card\n> n={1}\n> />\n", &["quote: <Card n={1} />"]);
    check("- <Card\n    title={\"Le bac\"}\n  />\n- Un\n", &["caption: Le bac", "item: Un"]);
    let document = parse(Format::Mdx, "page.mdx", "Moins de 5.\n", &with_arguments()).0;
    let segment = Segment::new(0, 0, &document.blocks[0].text);
    let replaced = document.assemble(&[Replacement { segment: &segment, text: "n < 5 {or so}." }]);
    assert_eq!(replaced, "n &lt; 5 \\{or so\\}.\n");
    let text = "<Card\n  title={\"L\\\"eau\"}\n/>\n";
    let document = parse(Format::Mdx, "page.mdx", text, &with_arguments()).0;
    let segment = Segment::new(0, 0, &document.blocks[0].text);
    let replaced = document.assemble(&[Replacement { segment: &segment, text: "The \"water\"" }]);
    assert_eq!(replaced, "<Card\n  title={\"The \\\"water\\\"\"}\n/>\n");
}

fn blocks_of(format: Format, source: &str) -> Vec<String> {
    let document = read(format, source);
    assert_eq!(document.assemble(&[]), source);
    document.blocks.iter().map(|block| format!("{}: {}", block.kind.as_str(), block.text)).collect()
}

#[test]
fn programs_and_comments_of_mdx_are_no_text() {
    let blocks = |source: &str| blocks_of(Format::Mdx, source);
    let page = "import {\n  Carte,\n} from './c';\n\nexport const x = {\n  nom: 'Bonjour',\n};\n\n{/*\n  Un secret.\n*/}\n\n{a ? \"Un. Deux\" : b}\n\nTexte.\n";
    assert_eq!(blocks(page), ["paragraph: Texte."]);
    // Of which a sentence speaks.
    assert_eq!(blocks("L'export de blé.\n\n`export const x = 1` ici.\n").len(), 2);
    let document = read(Format::Mdx, "Le <A.B c={\"Un. Deux\"}>mot</A.B> {d. E} <!-- f. G --> fin.\n");
    let opaque: Vec<&str> = document.blocks[0]
        .inline
        .iter()
        .filter(|one| matches!(one.kind, InlineKind::Atom | InlineKind::Markup))
        .map(|one| &document.blocks[0].text[one.span.clone()])
        .collect();
    assert_eq!(opaque, ["<A.B c={\"Un. Deux\"}>", "</A.B>", "{d. E}", "<!-- f. G -->"]);
    let document = read(Format::Mdx, "Un.\n\n- Deux.\n");
    let segments = segments(&document);
    let both = segments.iter().map(|segment| Replacement { segment, text: "export it." });
    assert_eq!(document.assemble(&both.collect::<Vec<_>>()), "&#101;xport it.\n\n- export it.\n");
}

#[test]
fn comments_and_templates_are_no_text() {
    let blocks = |source: &str| blocks_of(Format::Markdown, source);
    for comment in ["{#\nUn secret.\n\nDeux.\n#}", "%%\nUn secret.\n%%", "{/*\nUn secret.\n*/}"] {
        let page = format!("Avant\n{comment}\naprès\n");
        assert_eq!(blocks(&page), ["paragraph: Avant", "paragraph: après"], "{page}");
    }
    // A comment of MyST, but no line that a sentence goes on in, and no title of Pandoc.
    assert_eq!(blocks("Un.\n% à revoir\n\n% aussi\nDeux.\n"), ["paragraph: Un.", "paragraph: Deux."]);
    assert_eq!(blocks("Près de 10\n% des ponts.\n"), ["paragraph: Près de 10 % des ponts."]);
    assert_eq!(blocks("% Le pont\n% Anne\n\nUn.\n"), ["caption: Le pont", "caption: Anne", "paragraph: Un."]);
    assert_eq!(blocks("{{#include a.md}}\nUn.\n"), ["paragraph: Un."]);
    assert_eq!(blocks("{{ video(id=1) }}\nUn.\n"), ["paragraph: Un."]);
    assert_eq!(blocks("{{ nom }}\nest là.\n"), ["paragraph: {{ nom }} est là."]);
    assert_eq!(blocks("* TOC\n{:toc}\n\n* Toc\n"), ["item: Toc"]);
    assert_eq!(blocks("/// html | div.a\nUn.\n///\n"), ["paragraph: Un."]);
    assert_eq!(blocks("{{< mermaid >}}\ngraph TD\n  A --> B\n{{< /mermaid >}}\n"), [""; 0]);
    assert_eq!(blocks("> !!! note \"Un\"\n>     Deux.\n"), ["caption: Un", "quote: Deux."]);
    assert_eq!(blocks("![](a.png \"Le pont\")\n"), ["caption: ![](a.png \"Le pont\")"]);
}

#[test]
fn directives_in_fences_are_text() {
    let blocks = |source: &str| blocks_of(Format::Markdown, source);
    assert_eq!(
        blocks("````{note} Un titre\n:class: a\n\nUn.\n\n```python\nx = 1\n```\n````\nDeux.\n"),
        ["caption: Un titre", "paragraph: Un.", "paragraph: Deux."]
    );
    assert_eq!(blocks("```admonish tip \"Le pont\"\n- Un.\n```\n"), ["caption: Le pont", "item: Un."]);
    // Shown as code, or of code.
    for page in ["```md\n```{note}\n```\n\nUn.\n", "```{code-block}\nx\n```\n\nUn.\n"] {
        assert_eq!(blocks(page), ["paragraph: Un."]);
    }
    let page = "```admonish tip \"Le pont\"\nUn.\n```\n";
    let document = read(Format::Markdown, page);
    let segments = segments(&document);
    let texts = ["The `old` \"bridge\"", "```\nOne."];
    let both = segments.iter().zip(texts).map(|(segment, text)| Replacement { segment, text });
    assert_eq!(
        document.assemble(&both.collect::<Vec<_>>()),
        "```admonish tip \"The 'old' \\\"bridge\\\"\"\n\\``` One.\n```\n"
    );
}

#[test]
fn words_that_no_translator_sees_are_told() {
    use drogman::document::Outside::{Argument, Drawn, Indented};
    let told = |format: Format, source: &str| -> Vec<_> {
        let document = read(format, source);
        document.untranslated.iter().map(|of| (of.within, of.words, of.place.at.unwrap().line)).collect()
    };
    let table = "Un.\n\n+-----+---+\n| a b | c |\n+=====+===+\n| d   | e |\n+-----+---+\n";
    assert_eq!(told(Format::Markdown, table), [(Drawn, 5, 3)]);
    assert_eq!(told(Format::Mdx, "Un.\n\n    Deux trois.\n"), [(Indented, 2, 3)]);
    assert_eq!(told(Format::Markdown, "Un.\n\n    Deux trois.\n"), []);
    assert_eq!(told(Format::Markdown, "::: {.note title=\"Le pont\"}\nUn.\n:::\n"), [(Argument, 2, 1)]);
    assert_eq!(told(Format::Markdown, "```py title=\"Le pont\"\nx\n```\n"), [(Argument, 2, 1)]);
    assert_eq!(told(Format::Markdown, "```py title=\"a/b.py\"\nx\n```\n"), []);
}

#[test]
fn words_in_arguments_are_told_where_a_project_names_none() {
    let told = |source: &str| -> Vec<_> {
        let document = read(Format::Markdown, source);
        document.untranslated.iter().map(|of| (of.within, of.words, of.place.at.unwrap().line)).collect()
    };
    let argument = drogman::document::Outside::Argument;
    assert_eq!(told("Un\n\n{{< a src=\"b c\" alt=\"Une vue\" >}}\n"), [(argument, 2, 3)]);
    assert_eq!(
        told("<img alt=\"Une vue\" class=\"a b\">\n\n{{ a(title=\"Le bac\") }}\n"),
        [(argument, 2, 1), (argument, 2, 3)]
    );
    assert_eq!(told("{{< a \"b\" \"Bon à savoir\" >}}\n"), [(argument, 3, 1)]);
    assert_eq!(told("{{< a class=\"b c\" alt=\"12\" >}}\n"), []);
}

#[test]
fn a_shortcode_of_several_lines_is_no_text() {
    check(
        "Avant\n{{< a\n  src=\"b\"\n>}}\naprès\n\n> {{% a\n> b %}}\n> cité\n",
        &["paragraph: Avant", "paragraph: après", "quote: cité"],
    );
    check("{{< a\n\n>}}\n", &["paragraph: {{< a", "quote: }}"]);
}

#[test]
fn what_is_not_prose_is_in_no_block() {
    check("```\ncode\n```\n\n    code\n\n<div>HTML</div>\n\n[a]: /b\n", &[]);
    check("Avant\n{{< x >}}\naprès {{< y >}} fin\n", &["paragraph: Avant", "paragraph: après {{< y >}} fin"]);
    check(
        "Un\n\n<!-- drogman: off -->\n\nDeux\n\n<!-- drogman: on -->\n\nTrois\n",
        &["paragraph: Un", "paragraph: Trois"],
    );
    check("Un\n\n---\n\ntitre: non\n---\n", &["paragraph: Un", "heading: titre: non"]);
    check("Un\n%% à revoir %%\nDeux %% trois %%\n", &["paragraph: Un", "paragraph: Deux %% trois %%"]);
    check("---\ntitle: Un\n...\n\nDeux\n", &["front-matter: Un", "paragraph: Deux"]);
    // Three dots are the end of YAML only.
    check(
        "---toml\ntitle = \"\"\"\nUn\n...\n\"\"\"\n---\n\nDeux\n",
        &["front-matter: Un ...", "paragraph: Deux"],
    );
}

#[test]
fn an_alert_may_stand_in_a_quotation() {
    check(
        "> [!info] Un\n> Deux.\n> > [!todo]- Trois\n> > Quatre.\n",
        &["caption: Un", "quote: Deux.", "caption: Trois", "quote: Quatre."],
    );
    check("> Un\n> [!info] deux\n", &["quote: Un [!info] deux"]);
}

#[test]
fn tags_of_vue_are_no_text() {
    check("<Carte :a=\"1\" @ouvre=\"b\">\n\nUn\n\n</Carte>\n", &["paragraph: Un"]);
    check(
        "<a-b\n  @ouvre=\"b\"\n/>\n\nUn <Carte @ouvre=\"b\" />\n",
        &["paragraph: Un <Carte @ouvre=\"b\" />"],
    );
    check("<template #titre>\n\nUn\n\n</template>\n", &["paragraph: Un"]);
    check("<Insérer le nom @ ici>\n", &["paragraph: <Insérer le nom @ ici>"]);
}

#[test]
fn inline_elements_are_told() {
    use drogman::document::InlineKind::{Atom, Break, Markup, Whole};
    let told = |source: &str| -> Vec<(String, drogman::document::InlineKind)> {
        let document = read(Format::Markdown, source);
        let block = &document.blocks[0];
        block.inline.iter().map(|inline| (block.text[inline.span.clone()].to_owned(), inline.kind)).collect()
    };
    let of = |list: &[(&str, drogman::document::InlineKind)]| -> Vec<_> {
        list.iter().map(|(text, kind)| ((*text).to_owned(), *kind)).collect()
    };
    assert_eq!(told("Du `code. x` ici"), of(&[("`code. x`", Atom)]));
    assert_eq!(told("a **b.\nc** d"), of(&[("**b. c**", Whole), ("**", Markup), ("**", Markup)]));
    assert_eq!(
        told("un [l](/x \"t\") fin"),
        of(&[("[l](/x \"t\")", Whole), ("[", Markup), ("](/x \"t\")", Markup)])
    );
    assert_eq!(told("voir <https://a.fr/b.c>."), of(&[("<https://a.fr/b.c>", Atom)]));
    assert_eq!(told("a[^1] <b>x</b>\n\n[^1]: n"), of(&[("[^1]", Markup), ("<b>", Markup), ("</b>", Markup)]));
    assert_eq!(told("un  \ndeux\\\ntrois"), of(&[(" ", Break), (" ", Break)]));
    assert_eq!(told("x *un  \ndeux* y").len(), 3);
    assert_eq!(told("a {{ b.c }} d {% e %}"), of(&[("{{ b.c }}", Atom), ("{% e %}", Atom)]));
}

#[test]
fn a_longer_rule_keeps_words_from_being_keys() {
    let build = |source: &str, text: &str| {
        let document = read(Format::Markdown, source);
        let segments = segments(&document);
        let segment = segments.get(1).unwrap_or(&segments[0]);
        document.assemble(&[Replacement { segment, text }])
    };
    assert_eq!(build("---\nTitre\n---\n", "Title"), "---\nTitle\n---\n");
    assert_eq!(build("---\nTitre\n---\n", "Title: two"), "----\nTitle: two\n---\n");
    assert_eq!(build("\u{feff}---\r\nTitre\r\n---\r\n", "a: b"), "\u{feff}----\r\na: b\r\n---\r\n");
    assert_eq!(build("+++  \nUn mot  \n+++\n", "x = 1"), "\\+++  \nx = 1  \n+++\n");
}

#[test]
fn a_value_is_written_back_in_its_own_quoting() {
    let build = |source: &str, text: &str| {
        let document = read(Format::Markdown, source);
        let segment = Segment::new(0, 0, &document.blocks[0].text);
        document.assemble(&[Replacement { segment: &segment, text }])
    };
    assert_eq!(build("---\ntitle: Un # note\n---\n", "Deux"), "---\ntitle: Deux # note\n---\n");
    assert_eq!(build("---\ntitle: Un\n---\n", "a: b"), "---\ntitle: \"a: b\"\n---\n");
    assert_eq!(build("---\ntitle: 'Un'\n---\n", "l'été"), "---\ntitle: 'l''été'\n---\n");
    assert_eq!(build("---\ntitle: \"Un\"\n---\n", "dit \"oui\""), "---\ntitle: \"dit \\\"oui\\\"\"\n---\n");
    assert_eq!(
        build("---\ntitle: >-\n  Un\n  deux\nx: 1\n---\n", "Trois"),
        "---\ntitle: \"Trois\"\nx: 1\n---\n"
    );
    assert_eq!(build("+++\ntitle = 'Un'\n+++\n", "l'été"), "+++\ntitle = \"l'été\"\n+++\n");
}

#[test]
fn values_are_decoded() {
    check("---\ntitle: \"\\u00e9t\\xe9\"\n---\n", &["front-matter: été"]);
    check(
        "---\ntitle: 'L''été'\ndescription: |\n  Un.\n  Deux.\n---\n",
        &["front-matter: L'été", "front-matter: Un. Deux."],
    );
    check("---\ntitle:\n  Sous la clé\n---\n", &["front-matter: Sous la clé"]);
    check("---\ntitle: 2024\ndescription: \"2024\"\n---\n", &["front-matter: 2024"]);
    check("---\nseo:\n  title: Non\ntitle: Oui\n---\n", &["front-matter: Oui"]);
    check("+++\ntitle = \"\"\"\nUn \\\n  deux\"\"\"\n+++\n", &["front-matter: Un deux"]);
}

#[test]
fn a_line_break_within_a_sentence_of_a_value_is_a_space() {
    for (source, breaks) in [
        (
            "---\ndescription: |\n  Un pont que les bateaux de la ville passent chaque jour,\n  ferme.\n  Deux ponts.\n---\n",
            1,
        ),
        (
            "+++\ndescription = \"\"\"\nUn pont que les bateaux de la ville passent chaque jour\net qui ferme.\"\"\"\n+++\n",
            0,
        ),
        // The author's own lines: short ones, and those with the marks of a break.
        ("---\ndescription: |\n  Un pont\n  sel\n  deux œufs\n---\n", 2),
        ("---\ndescription: |\n  Un pont,\n  rue du Port\n---\n", 1),
        (
            "---\ndescription: |\n  Un pont que les bateaux de la ville passent chaque jour  \n  ferme.\n---\n",
            1,
        ),
        (
            "---\ndescription: |\n  Un pont que les bateaux de la ville passent chaque jour\\\n  ferme.\n---\n",
            1,
        ),
        ("---\ndescription: |\n  Un pont\n\n  deux ponts\n  - trois\n  Quatre\n---\n", 3),
    ] {
        let document = read(Format::Markdown, source);
        let block = &document.blocks[0];
        let found = block.inline.iter().filter(|inline| inline.kind == InlineKind::Break).count();
        assert_eq!(found, breaks, "{source}");
        let segment = Segment::new(0, 0, &block.text[..7]);
        let built = document.assemble(&[Replacement { segment: &segment, text: "Un quai" }]);
        let again = read(Format::Markdown, &built);
        assert_eq!(again.blocks[0].text, block.text.replacen("Un pont", "Un quai", 1));
        assert_eq!(again.blocks[0].inline.len(), block.inline.len(), "{built}");
    }
}

/// The texts of a front matter with keys below others, and the page with other texts in their places.
fn nested(source: &str) -> (Vec<String>, String) {
    let asked = ["a", "a.b", "a.b.c", "list.name", "words"];
    let options = Options { front_matter: asked.map(str::to_owned).to_vec(), ..Options::default() };
    let document = parse(Format::Markdown, "page", source, &options).0;
    assert_eq!(document.assemble(&[]), source);
    let texts = document.blocks.iter().map(|block| block.text.to_string()).collect();
    let segments: Vec<Segment<'_>> = segments(&document);
    let replaced: Vec<Replacement<'_>> =
        segments.iter().map(|segment| Replacement { segment, text: "X: \"y\", z" }).collect();
    (texts, document.assemble(&replaced))
}

#[test]
fn keys_below_others_are_named_by_both() {
    for (source, texts, built) in [
        (
            "---\na:\n  # note\n  b: Un pont # ici\n  c: Non\nd:\n  b: Non\n---\n",
            vec!["Un pont"],
            "---\na:\n  # note\n  b: \"X: \\\"y\\\", z\" # ici\n  c: Non\nd:\n  b: Non\n---\n",
        ),
        (
            "---\na:\n  b:\n    c: >-\n      Un\n      pont\n    d: Non\n  e: Non\n---\n",
            vec!["Un pont"],
            "---\na:\n  b:\n    c: \"X: \\\"y\\\", z\"\n    d: Non\n  e: Non\n---\n",
        ),
        (
            "---\nlist:\n- name: 'Un'\n  k: Non\n- k: Non\n  name: Deux\nwords: [un, \"deux, trois\", 4, true]\n---\n",
            vec!["Un", "Deux", "un", "deux, trois"],
            "---\nlist:\n- name: 'X: \"y\", z'\n  k: Non\n- k: Non\n  name: \"X: \\\"y\\\", z\"\nwords: [\"X: \\\"y\\\", z\", \"X: \\\"y\\\", z\", 4, true]\n---\n",
        ),
        (
            "---\r\nwords:\r\n  - un\r\n  - \"deux\"\r\n---\r\n",
            vec!["un", "deux"],
            "---\r\nwords:\r\n  - \"X: \\\"y\\\", z\"\r\n  - \"X: \\\"y\\\", z\"\r\n---\r\n",
        ),
        (
            "+++\nwords = [\"un\"]\n[a]\nb = \"Un pont\"\nc = \"Non\"\n[[list]]\nname = 'Un'\n+++\n",
            vec!["un", "Un pont", "Un"],
            "+++\nwords = [\"X: \\\"y\\\", z\"]\n[a]\nb = \"X: \\\"y\\\", z\"\nc = \"Non\"\n[[list]]\nname = 'X: \"y\", z'\n+++\n",
        ),
        (
            "---\na: {b: Un pont, \"k\": 'Non', list: [1, {c: Non}]} # note\nlist: [{name: 'Un', k: Non},\n  { name: \"Deux, trois\", # a, b\n    k: https://x.fr }]\n---\n",
            vec!["Un pont", "Un", "Deux, trois"],
            "---\na: {b: \"X: \\\"y\\\", z\", \"k\": 'Non', list: [1, {c: Non}]} # note\nlist: [{name: 'X: \"y\", z', k: Non},\n  { name: \"X: \\\"y\\\", z\", # a, b\n    k: https://x.fr }]\n---\n",
        ),
        (
            "---\na:\n  {b: {c: Un\n    pont}, d: }\nlist:\n  - {name: Un}\n  - [name: Deux]\nwords: [C#, {b: non}, a:b, true]\n---\n",
            vec!["Un pont", "Un", "Deux", "C#", "a:b"],
            "---\na:\n  {b: {c: \"X: \\\"y\\\", z\"}, d: }\nlist:\n  - {name: \"X: \\\"y\\\", z\"}\n  - [name: \"X: \\\"y\\\", z\"]\nwords: [\"X: \\\"y\\\", z\", {b: non}, \"X: \\\"y\\\", z\", true]\n---\n",
        ),
    ] {
        assert_eq!(nested(source), (texts.iter().map(ToString::to_string).collect(), built.to_owned()));
    }
}

#[test]
fn what_cannot_be_read_below_a_key_is_told() {
    let told = |front: &str| -> Vec<String> {
        let options =
            Options { front_matter: vec!["a.b".to_owned(), "words".to_owned()], ..Options::default() };
        let findings = parse(Format::Markdown, "page", &format!("---\n{front}\n---\n"), &options).1;
        findings.into_iter().map(|finding| finding.message.to_string()).collect()
    };
    for (front, begins) in [
        ("a:\n  b: Un pont : deux", "a colon and a space in a text"),
        ("a: {b: Un pont : deux}", "what stands in brackets here can't be read"),
        ("a: {b: *x}", "an alias stands here"),
        ("a: {b: !!str Un}", "a tag of YAML stands"),
        ("words: [un, deux", "what stands in brackets here can't be read"),
        ("words: [un] deux", "what stands in brackets here can't be read"),
    ] {
        let told = told(front);
        assert!(told.len() == 1 && told[0].starts_with(begins), "{front}: {told:?}");
    }
    for front in ["a: {b: &x Un, c: *x}\nwords: [*x, 4]", "c: {b: [}", "a: {c: *x, b: true}", "a: []"] {
        assert!(told(front).is_empty(), "{front}: {:?}", told(front));
    }
}

#[test]
fn a_page_knows_which_keys_it_has() {
    let met = |source: &str| {
        let options =
            Options { front_matter: ["a", "a.b", "c.d"].map(str::to_owned).to_vec(), ..Options::default() };
        parse(Format::Markdown, "page", source, &options).0.front.met()
    };
    assert_eq!(met("---\na: 4\n---\n"), 0b1);
    assert_eq!(met("---\na:\n  b: x\nc: {d: 4}\n---\n"), 0b111);
    assert_eq!(met("---\nc:\n  - d: x\n---\n"), 0b100);
    assert_eq!(met("+++\n[a]\nb = 1\n+++\n"), 0b11);
    assert_eq!(met("a: x\n"), 0);
}

#[test]
fn an_anchor_stands_before_a_text() {
    check("---\ntitle: &t \"Un pont : ici\"\ndescription: *t\n---\n", &["front-matter: Un pont : ici"]);
    check("---\ntitle: &t Un pont\n---\n", &["front-matter: Un pont"]);
    check("---\ntitle: &t |\n  Un pont\n---\n", &["front-matter: Un pont"]);
    let told = |source: &str| {
        let findings = parse(Format::Markdown, "page", source, &options()).1;
        findings.into_iter().map(|finding| finding.message.to_string()).collect::<Vec<_>>()
    };
    assert!(told("---\ntitle: &t Un pont\ndescription: *t\n---\n").is_empty());
    let alias = told("---\nname: &t Un pont\ntitle: *t\n---\n");
    assert!(alias.len() == 1 && alias[0].starts_with("an alias stands here"), "{alias:?}");
    let tag = told("---\ntitle: !!str Un pont\n---\n");
    assert!(tag.len() == 1 && tag[0].starts_with("a tag of YAML stands"), "{tag:?}");
}

#[test]
fn attributes_alone_above_an_underline_are_text() {
    // The parser panics at these.
    for source in ["- un\n   {b}\n  -\n", "> un\n>  {#b}\n> ---\n", "- > un\n  >   {.b c}  \n  > ==\n"] {
        assert_eq!(read(Format::Markdown, source).assemble(&[]), source);
    }
    check("> un\n>  {#b}\n> ---\n\nfin\n", &["heading: un {#b}", "paragraph: fin"]);
}

proptest! {
    #[test]
    fn front_matter_of_any_depth_is_kept(lines in proptest::collection::vec("( |  |    |- ){0,2}(a:|b:|c:|list:|name:|words:|-)? ?(\\[é, 'b'|\"x|é|&a é|\\*a|>-|# x|\\]|\\{b: é|\\{b: \\{c: é\\}, 'd': \"x|\\}|, é: \\[|\\{b\\}|)?", 0..8)) {
        let source = format!("---\n{}\n---\né\n", lines.join("\n"));
        nested(&source);
    }
}

#[test]
fn front_matter_speaks_of_the_document() {
    let front = |source: &str| read(Format::Markdown, source).front;
    let yaml = front("---\ntranslate: false\nlocales: [en, \"ar\"]\ndraft: true\ndate: 2024-01-01\n---\n");
    assert_eq!(yaml.translate(), Some(false));
    assert_eq!(yaml.locales(), Some(vec!["en".to_owned(), "ar".to_owned()]));
    assert_eq!(
        (yaml.value("draft").as_deref(), yaml.value("date").as_deref()),
        (Some("true"), Some("2024-01-01"))
    );
    assert_eq!(
        front("---\nlocales:\n- en\n- de # oui\n---\n").locales(),
        Some(vec!["en".into(), "de".into()])
    );
    let toml = front("+++\ntranslate = false\nlocales = ['en']\n+++\n");
    assert_eq!((toml.translate(), toml.locales()), (Some(false), Some(vec!["en".to_owned()])));
    assert_eq!(front("Corps\n").translate(), None);
}

#[test]
fn words_in_html_blocks_are_counted_where_they_stand() {
    let document = read(Format::Markdown, "Un\n\n<p>Deux mots</p>\n\n<!-- rien -->\n");
    let found: Vec<_> =
        document.untranslated.iter().map(|of| (of.words, of.place.at.map(|at| at.line))).collect();
    assert_eq!(found, [(2, Some(3))]);
}

#[test]
fn a_dropped_sentence_takes_one_space_or_line_break_with_it() {
    let build = |source: &str, drop: usize| {
        let document = read(Format::Markdown, source);
        let segments = segments(&document);
        document.assemble(&[Replacement { segment: &segments[drop], text: "" }])
    };
    assert_eq!(build("Un. Deux. Trois.", 1), "Un. Trois.");
    assert_eq!(build("Un. Deux. Trois.", 0), "Deux. Trois.");
    assert_eq!(build("Un.\nDeux.", 0), "Deux.");
    assert_eq!(build("Un.", 0), "&#32;");
}

#[test]
fn deep_nesting_and_long_lines_end_well() {
    let of = |part: &str, count: usize| part.repeat(count);
    for source in [
        of(">", 100_000),
        of("- ", 100_000) + "x",
        of("[", 100_000),
        of("*a ", 100_000),
        of("![", 100_000) + "x" + &of("](a)", 100_000),
        of("{{", 100_000),
        of("<", 100_000),
        of("Un mot. ", 500_000),
        of("[^a\n", 50_000),
        format!("---\na: {}\n---\n", of("[", 100_000)),
        format!("---\ntitle: {}\n---\n", of("[", 100_000)),
        format!("---\ntitle: {}\n---\n", of("{a: ", 50_000)),
        format!("---\ntitle: [{}\n---\n", of("a, ", 50_000)),
        format!("---\ntitle: [{}\n---\n", of("\"a\" ", 50_000)),
        format!("+++\na = {}\n+++\n", of("[", 100_000)),
        format!("---\n{}---\n", of("a: \"\n", 50_000)),
    ] {
        let document = read(Format::Markdown, &source);
        let built = replaced(&document, &["- x".to_owned()], 0);
        assert!(document.assemble(&[]) == source && built.len() < source.len() * 2 + 100);
    }
}

#[test]
fn a_plain_text_has_a_lead_and_headings() {
    let kinds = |source: &str| -> Vec<&'static str> {
        read(Format::Plain, source).blocks.iter().map(|block| block.kind.as_str()).collect()
    };
    assert_eq!(kinds("Le chapeau. Fin.\nUn titre\nDu texte.\n"), ["lead", "heading", "paragraph"]);
    assert_eq!(kinds("Un titre\n\nDu texte.\nEncore"), ["heading", "paragraph", "paragraph"]);
}

#[test]
fn formats_are_found_by_name() {
    assert_eq!(Format::of_path("a/b.MD"), Some(Format::Markdown));
    assert_eq!(Format::of_path("a.txt"), Some(Format::Plain));
    assert_eq!(Format::of_path("a.mdx"), Some(Format::Mdx));
    assert_eq!(Format::of_path("a.md/b"), None);
}

/// What the French paragraph begins with, and what opened nothing there, is not escaped in its translation.
#[test]
fn signs_that_the_french_begins_with_stay() {
    for (source, text, want) in [
        (
            "- [x] <!-- à revoir --> Une tâche.\n",
            "<!-- à revoir --> A task.",
            "- [x] <!-- à revoir --> A task.\n",
        ),
        (
            "| A |\n|---|\n| x |\n\n: Légende {#t}\n",
            ": Caption {#t}",
            "| A |\n|---|\n| x |\n\n: Caption {#t}\n",
        ),
        (
            "[suite]: {{< ref \"a.md\" >}}\n\nTexte.\n",
            "[next]: {{< ref \"a.md\" >}}",
            "[next]: {{< ref \"a.md\" >}}\n\nTexte.\n",
        ),
        ("- [x] Une tâche.\n", "<!-- A task.", "- [x] \\<!-- A task.\n"),
    ] {
        let document = read(Format::Markdown, source);
        let segments = segments(&document);
        let first = text.chars().next();
        let segment = segments.iter().find(|segment| segment.text.chars().next() == first);
        let segment = segment.unwrap_or(&segments[0]);
        let replaced = document.assemble(&[Replacement { segment, text }]);
        assert_eq!(replaced, want, "{source}");
    }
}
