use snapbox::{assert_data_eq, str};

use super::*;
use crate::diagnostic::{Diagnostic, Findings, French, Place, Severity, Subject};
use crate::text::LineIndex;

const CATALOG: &str = "### fr → en\r\n\r\n# @unit a-b2c3d4\r\n# fr: Le port\u{a0}: fermé.\r\na-b2c3d4 = The port, \u{1b}[31m\u{202e}shut.\r\n";

fn sample() -> [Diagnostic; 3] {
    let lines = LineIndex::new(CATALOG);
    let at = |words: &str| {
        let start = CATALOG.find(words).expect("words of the catalog");
        Place::span("locales/en/a.ftl", &lines, &(start..start + words.len()))
    };
    let subject =
        Subject { locale: Some("en".into()), document: Some("a".into()), unit: Some("a-b2c3d4".into()) };
    [
        Diagnostic::new("stale-major", Severity::Error, "the French changed: “fermé” is now “ouvert”")
            .at(at("fermé"))
            .about(subject)
            .help("correct the translation, then: drogman accept a#a-b2c3d4"),
        Diagnostic::new("syntax", Severity::Warning, "odd: 100 %, \u{1b}[2J\nand more").at(at("shut")),
        Diagnostic::new("incomplete", Severity::Error, "90 % of 95 %"),
    ]
}

/// What a report writes of findings.
fn written(
    findings: &[Diagnostic],
    write: impl FnOnce(&Findings, &mut Vec<u8>) -> std::io::Result<()>,
) -> String {
    let mut out = Vec::new();
    write(&Findings::listed(findings), &mut out).expect("memory takes all");
    String::from_utf8(out).expect("UTF-8")
}

fn none(_: &Diagnostic) -> Option<String> {
    None
}

#[test]
fn text_shows_the_line_and_escapes_what_acts_on_a_terminal() {
    let sources = |file: &str| (file == "locales/en/a.ftl").then_some(CATALOG);
    assert_data_eq!(
        text(&sample(), &sources, Colors::Plain),
        str![[r#"
error[stale-major]: the French changed: “fermé” is now “ouvert”
 --> locales/en/a.ftl:4:17
  |
4 | # fr: Le port : fermé.
  |                 ^^^^^
  |
  = help: correct the translation, then: drogman accept a#a-b2c3d4

warning[syntax]: odd: 100 %, /u{1b}[2J/nand more
 --> locales/en/a.ftl:5:28
  |
5 | a-b2c3d4 = The port, /u{1b}[31m/u{202e}shut.
  |                                        ^^^^

error[incomplete]: 90 % of 95 %


"#]]
    );
    assert_data_eq!(summary(&Findings::listed(&sample())), str!["2 errors and 1 warning in 1 file"]);
    assert_data_eq!(summary(&Findings::default()), str!["no findings"]);
}

#[test]
fn text_without_its_file_tells_the_place() {
    assert_data_eq!(
        text(&sample()[..1], &|_| None, Colors::Plain),
        str![[r#"
error[stale-major]: the French changed: “fermé” is now “ouvert”
--> locales/en/a.ftl:4:17
 = help: correct the translation, then: drogman accept a#a-b2c3d4


"#]]
    );
}

#[test]
fn a_long_line_is_cut_around_the_words() {
    let source = format!("{}ici{}", "é".repeat(5000), "à".repeat(5000));
    let span = 10_000..10_003;
    let place = Place::span("a.txt", &LineIndex::new(&source), &span);
    let finding = Diagnostic::new("syntax", Severity::Error, "long").at(place);
    let shown = text(&[finding], &|_| Some(&source), Colors::Plain);
    assert!(shown.contains("a.txt:1:5001") && shown.contains("éici") && shown.len() < 3000, "{shown}");
}

#[test]
fn json_has_null_where_there_is_nothing() {
    assert_data_eq!(
        written(&sample(), |findings, out| json(findings, &none, out)),
        str![[r#"
{
  "version": 1,
  "findings": [
    {
      "rule": "stale-major",
      "severity": "error",
      "locale": "en",
      "document": "a",
      "unit": "a-b2c3d4",
      "file": "locales/en/a.ftl",
      "line": 4,
      "column": 17,
      "message": "the French changed: “fermé” is now “ouvert”",
      "help": "correct the translation, then: drogman accept a#a-b2c3d4",
      "french": null
    },
    {
      "rule": "syntax",
      "severity": "warning",
      "locale": null,
      "document": null,
      "unit": null,
      "file": "locales/en/a.ftl",
      "line": 5,
      "column": 28,
      "message": "odd: 100 %, /u001b[2J/nand more",
      "help": null,
      "french": null
    },
    {
      "rule": "incomplete",
      "severity": "error",
      "locale": null,
      "document": null,
      "unit": null,
      "file": null,
      "line": null,
      "column": null,
      "message": "90 % of 95 %",
      "help": null,
      "french": null
    }
  ]
}

"#]]
    );
    assert_data_eq!(
        written(&[], |findings, out| json(findings, &none, out)),
        str![[r#"
{
  "version": 1,
  "findings": []
}

"#]]
    );
}

#[test]
fn github_commands_can_not_be_forged() {
    assert_data_eq!(
        github(&Findings::listed(&sample()), &none, "docs"),
        str![[r#"
::error file=docs/locales/en/a.ftl,line=4,col=17,title=drogman%3A stale-major::the French changed: “fermé” is now “ouvert”%0Acorrect the translation, then: drogman accept a#a-b2c3d4
::error title=drogman%3A incomplete::90 %25 of 95 %25
::warning file=docs/locales/en/a.ftl,line=5,col=28,title=drogman%3A syntax::odd: 100 %25, /u{1b}[2J%0Aand more

"#]]
    );
}

/// A finding about two words of the French, which stands two lines above its translation.
const COMPARED: &str = "# fr: Lire [le plan](x.md) à 18 h | 19 h\n# mine\na-b2c3d4 = Read at 7 p.m.\n";

fn compared() -> Diagnostic {
    let lines = LineIndex::new(COMPARED);
    let line = COMPARED.find('\n').expect("a line");
    let words = COMPARED.find("18 h").expect("words") - "# fr: ".len();
    let at = COMPARED.find("7 p.m.").expect("a time");
    let place = Place::span("locales/en/a.ftl", &lines, &(at..at + 6));
    let mut finding =
        Diagnostic::new("numbers", Severity::Error, "18 h became “7 p.m.”").at(place).help("look");
    finding.french = French::new(&lines, 0..line, words..words + "18 h".len());
    finding
}

#[test]
fn text_draws_the_french_above_and_marks_what_is_meant() {
    assert_data_eq!(
        text(&[compared()], &|_| Some(COMPARED), Colors::Plain),
        str![[r#"
error[numbers]: 18 h became “7 p.m.”
 --> locales/en/a.ftl:3:20
  |
1 | # fr: Lire [le plan](x.md) à 18 h | 19 h
  |                              ----
...
3 | a-b2c3d4 = Read at 7 p.m.
  |                    ^^^^^^
  |
  = help: look


"#]]
    );
}

#[test]
fn every_form_tells_the_french_of_a_finding_once() {
    let findings = Findings::listed(&[compared()]);
    let line = |finding: &Diagnostic| Some(COMPARED[finding.french?.line()].to_owned());
    let of = |write: &dyn Fn(&mut Vec<u8>) -> std::io::Result<()>| {
        let mut out = Vec::new();
        write(&mut out).expect("memory takes all");
        String::from_utf8(out).expect("UTF-8")
    };
    let sentence = "Lire [le plan](x.md) à 18 h | 19 h";
    for report in [
        github(&findings, &line, ""),
        of(&|out| gitlab(&findings, &line, "", out)),
        of(&|out| junit(&findings, &line, "", out)),
    ] {
        assert_eq!(report.matches(&format!("French: {sentence}")).count(), 1, "{report}");
        assert_eq!(report.matches("French").count(), 1, "{report}");
    }
    let report = of(&|out| json(&findings, &line, out));
    assert!(report.contains(&format!("\"french\": \"{sentence}\"")));
    let escaped = "French: Lire \\[le plan\\](x.md) à 18 h \\| 19 h";
    let comment = markdown(&findings, &line, None, "", COMMENT_LIMIT);
    assert!(comment.contains(&format!("p.m.”  \n  {escaped}  \n  look\n")), "{comment}");
    let report = of(&|out| rdjson(&findings, &line, "", out));
    let value: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!(value["diagnostics"][0]["message"], format!("18 h became “7 p.m.”  \n{escaped}  \nlook"));
    let report = of(&|out| sarif(&findings, &line, &|_| None, &[], "", out));
    let value: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let result = &value["runs"][0]["results"][0];
    // A link would be shown as its words alone.
    let escaped = "French: Lire \\[le plan\\](x.md) à 18 h | 19 h";
    assert_eq!(result["message"]["text"], format!("18 h became “7 p.m.”\n{escaped}\nlook"));
    assert_eq!(result["relatedLocations"][0]["message"]["text"], escaped);
    assert_eq!(result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 1);
    // Where the line is another one by now, nothing is told.
    let gone = |_: &Diagnostic| Some("a-b2c3d4 = Read at: 7 p.m.".to_owned());
    assert!(!github(&findings, &gone, "").contains("French"));
}

proptest::proptest! {
    #[test]
    fn any_text_and_span_can_be_drawn(source in "[a-zé\u{feff}\u{202e}\t\r\n\u{1b}😀]{0,40}", start in 0usize..50, length in 0usize..50) {
        let start = (0..=start.min(source.len())).rev().find(|&at| source.is_char_boundary(at)).unwrap_or(0);
        let end = (start..=source.len()).find(|&at| at >= start + length && source.is_char_boundary(at)).unwrap_or(source.len());
        let finding = Diagnostic::new("syntax", Severity::Error, source.clone())
            .at(Place::span("a.txt", &LineIndex::new(&source), &(start..end)));
        let shown = text(&[finding], &|_| Some(&source), Colors::Plain);
        proptest::prop_assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{:?}", shown);
    }
}

#[test]
fn a_comment_has_no_head_over_nothing() {
    let finding = |severity| Diagnostic::new("links", severity, "a link is missing ".repeat(9));
    let findings = Findings::listed(&[finding(Severity::Error), finding(Severity::Warning)]);
    let comment = |limit| markdown(&findings, &|_| None, None, "", limit);
    assert!(comment(COMMENT_LIMIT).contains("Warnings (1)"));
    // One of them has room.
    let short = comment(500);
    assert!(short.contains("### Errors") && !short.contains("Warnings ("), "{short}");
    assert!(short.ends_with("\n1 more are not shown here. The whole list: `drogman check`\n"), "{short}");
}

#[test]
fn what_reviewdog_shows_is_markdown_that_says_what_was_meant() {
    let help = "it was: le [-*vieux*-] quai\n# fr: Le quai n#12 de @jean, `code` & <b>";
    let finding =
        Diagnostic::new("links", Severity::Error, "[ici](x_y) is missing, drogman accept 'a#a-b2c3d4'")
            .help(help);
    let value: serde_json::Value =
        serde_json::from_str(&written(&[finding], |findings, out| rdjson(findings, &none, "", out)))
            .expect("JSON");
    let expected = "\\[ici\\](x\\_y) is missing, drogman accept 'a#a-b2c3d4'  \n\
                    it was: le \\[-\\*vieux\\*-\\] quai  \n\
                    \\# fr: Le quai n#<!-- -->12 de @<!-- -->jean, \\`code\\` &amp; &lt;b>";
    assert_eq!(value["diagnostics"][0]["message"], expected);
    // It is read back as it was.
    let mut text = String::new();
    for event in pulldown_cmark::Parser::new(expected) {
        match event {
            pulldown_cmark::Event::Text(piece) => text.push_str(&piece),
            pulldown_cmark::Event::HardBreak => text.push('\n'),
            pulldown_cmark::Event::InlineHtml(html) => assert_eq!(&*html, "<!-- -->"),
            pulldown_cmark::Event::Start(tag) => assert_eq!(tag, pulldown_cmark::Tag::Paragraph),
            pulldown_cmark::Event::End(_) => {}
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(text, format!("[ici](x_y) is missing, drogman accept 'a#a-b2c3d4'\n{help}"));
}
