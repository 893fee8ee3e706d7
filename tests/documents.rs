//! The two laws of documents: nothing replaced, nothing changed; whatever is replaced, the same blocks.

use drogman::document::{Document, Format, Options, Replacement, Segment, parse};
use proptest::prelude::*;
use pulldown_cmark::{CodeBlockKind, Event, Options as Extensions, Parser, Tag};

fn options() -> Options {
    Options { front_matter: vec!["title".into(), "description".into()] }
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
                out.push(Segment { block, span: start..start + part.len(), text: part });
            }
            from = cut;
        }
    }
    out
}

/// The blocks of a page: the parser's block events, and where there is text at all.
fn shape(source: &str) -> Vec<String> {
    let body = &body(source).replace("\r\n", "\n").replace('\r', "\n");
    let masked: String = body.split_inclusive(['\n', '\r']).map(mask).collect();
    let extensions = Extensions::ENABLE_TABLES
        | Extensions::ENABLE_FOOTNOTES
        | Extensions::ENABLE_STRIKETHROUGH
        | Extensions::ENABLE_TASKLISTS
        | Extensions::ENABLE_HEADING_ATTRIBUTES;
    let parser = Parser::new_ext(&masked, extensions);
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

fn mask(line: &str) -> String {
    let content = line.trim_end_matches(['\n', '\r', ' ', '\t']).trim_start_matches([' ', '\t', '>']);
    let is = |open: &str, close: &str| content.starts_with(open) && content.ends_with(close);
    if content.starts_with(":::") || is("{{<", ">}}") || is("{%", "%}") {
        let kind: String = content.chars().take_while(|c| matches!(c, ':' | '{' | '<' | '%')).collect();
        return line.replace(content, &format!("<!-- {kind} -->"));
    }
    line.to_owned()
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
    ":::tip[x]",
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
    "{{< figure src=\"a\" >}}",
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
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_replaced_nothing_changed(source in prop_oneof![page(), "[-#>|`~<\\[\\]:=+*_.1aé{} \\\\\"'\n\r\t]{0,60}"]) {
        for format in [Format::Markdown, Format::Plain] {
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
            prop_assert!(block.pieces.is_sorted_by_key(|piece| piece.text) && block.pieces[0].text == 0);
            for inline in &block.inline {
                prop_assert!(block.text.get(inline.span.clone()).is_some());
            }
            prop_assert!(block.inline.is_sorted_by_key(|inline| inline.span.start));
            prop_assert!(!block.text.contains(['\n', '\r']));
        }
    }
}
