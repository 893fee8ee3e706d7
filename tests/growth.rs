//! Growth is watched by counting work, not seconds: eight times the input may cost eight times the
//! allocations and bytes, with a little to spare, on any machine. A quadratic step fails here. Where a step may compare
//! without taking memory, whole commands are run, and what is asked of their processor time is only that it be no square.

mod support;

use allocation_counter::{AllocationInfo, measure};
use drogman::align::{Sentence, Text, align};
use drogman::diagnostic::{Diagnostic, Findings, Place, Severity, Subject, sheets};
use drogman::document::{self, Format, Options, Segment};
use drogman::segment::{self, Rules};
use drogman::unit::track::{Elsewhere, Former, Remembered, track};
use drogman::{catalog, text};

/// How much larger the large input is.
const TIMES: usize = 8;

/// What growth may cost beside proportion: tables double, sorting has its logarithm.
const SPARE: f64 = 1.35;

/// Runs `work` on a small and on a large input, and compares what it allocated.
fn grows_in_proportion(name: &str, small: usize, work: impl Fn(usize)) {
    // What is made once, lazily, is no part of the growth.
    work(small);
    let few = measure(|| work(small));
    let many = measure(|| work(small * TIMES));
    let ratio = |of: fn(&AllocationInfo) -> u64| of(&many) as f64 / (of(&few).max(1)) as f64;
    let most = TIMES as f64 * SPARE;
    for (what, ratio) in [
        ("allocations", ratio(|info| info.count_total)),
        ("bytes", ratio(|info| info.bytes_total)),
        ("bytes at once", ratio(|info| info.bytes_max)),
    ] {
        assert!(ratio <= most, "{name}: {TIMES} times the input cost {ratio:.1} times the {what}");
    }
}

fn sentence(number: usize) -> String {
    const WHO: [&str; 7] =
        ["Le passeur", "La meunière", "Un voisin", "Le tonnelier", "Ma tante", "Le maire", "La postière"];
    const DOES: [&str; 5] =
        ["répare la roue", "compte les sacs", "écrit au préfet", "ferme la vanne", "attend"];
    format!("{} {} n° {number} depuis {} ans.", WHO[number % 7], DOES[number % 5], number % 83)
}

fn markdown(sentences: usize) -> String {
    let mut page = String::from("---\ntitle: Chronique\n---\n\n# Le moulin\n\n");
    for number in 0..sentences {
        page.push_str(&sentence(number));
        page.push_str(match number % 10 {
            3 => "\n\n- ",
            6 => "\n\n> ",
            9 => "\n\n",
            _ => " ",
        });
    }
    page
}

#[test]
fn documents_are_read_and_cut_in_proportion() {
    let rules = Rules::for_language("fr", &[]).expect("French");
    grows_in_proportion("parse and segment", 500, |sentences| {
        let page = markdown(sentences);
        let options = Options { front_matter: vec!["title".into()], ..Options::default() };
        let (document, _) = document::parse(Format::Markdown, "page.md", &page, &options);
        let segments = segment::segment(&document, &rules);
        assert!(segments.len() >= sentences);
    });
}

#[test]
fn one_long_line_is_cut_in_proportion() {
    let rules = Rules::for_language("fr", &[]).expect("French");
    grows_in_proportion("one line", 500, |sentences| {
        let line = (0..sentences).map(sentence).collect::<Vec<_>>().join(" ");
        let (document, _) = document::parse(Format::Plain, "page.txt", &line, &Options::default());
        assert_eq!(segment::segment(&document, &rules).len(), sentences);
    });
}

#[test]
#[ignore = "measures time: make growth"]
fn arguments_in_one_line_are_told_in_proportion() {
    let rules = Rules::for_language("fr", &[]).expect("French");
    let time = |count: usize| {
        let line = format!("Il pleut. {}", "<img alt=\"Le quai\"> ".repeat(count));
        let (document, _) = document::parse(Format::Markdown, "page.md", &line, &Options::default());
        let segments = segment::segment(&document, &rules);
        let time = support::processor_time(|| {
            assert_eq!(document::alone(&document, &segments, None, "page.md").len(), count);
        });
        time.as_secs_f64()
    };
    let least = |count: usize| (0..3).map(|_| time(count)).fold(f64::MAX, f64::min);
    // The square would be 64 times as long.
    let ratio = least(64_000) / least(8_000);
    assert!(ratio < 16.0, "8 times the arguments took {ratio:.1} times as long");
}

#[test]
fn catalogs_are_read_in_proportion() {
    grows_in_proportion("catalog", 500, |units| {
        let catalog: String = (0..units)
            .map(|number| {
                format!("# @unit page-{number}\n# fr: {}\npage-{number} = Yes.\n\n", sentence(number))
            })
            .collect();
        assert_eq!(catalog::read("page.ftl", &catalog, "fr").0.units.len(), units);
    });
}

/// An old and a new text of `count` sentences: one in a hundred is edited, some move, some go.
fn texts(count: usize) -> (Vec<String>, Vec<String>) {
    let old: Vec<String> = (0..count).map(sentence).collect();
    let mut new = old.clone();
    for at in (0..count).step_by(100) {
        new[at] = new[at].replace("depuis", "déjà depuis");
    }
    for at in (50..count - 50).step_by(200) {
        new.swap(at, at + 20);
    }
    new.retain(|sentence| !sentence.contains("n° 77 "));
    (old, new)
}

fn text_of(sentences: &[String]) -> Text<'_> {
    let sentences = sentences.iter().map(|text| Sentence { text, block: None }).collect();
    Text { name: "page", sentences }
}

fn aligned(old: &[String], new: &[String]) -> usize {
    align(&[text_of(old)], &[text_of(new)]).len()
}

#[test]
fn alignment_grows_in_proportion() {
    grows_in_proportion("align", 500, |count| {
        let (old, new) = texts(count);
        assert!(aligned(&old, &new) >= new.len());
    });
}

#[test]
fn alignment_of_equal_sentences_grows_in_proportion() {
    grows_in_proportion("align equals", 500, |count| {
        let old = vec!["Voir le plan.".to_owned(); count];
        let mut new = old.clone();
        new.remove(count / 2);
        assert!(aligned(&old, &new) >= new.len());
    });
}

#[test]
fn alignment_of_strangers_grows_in_proportion() {
    grows_in_proportion("align strangers", 500, |count| {
        let old: Vec<String> = (0..count).map(|number| format!("Ancien {number} rouge.")).collect();
        let new: Vec<String> =
            (0..count).map(|number| format!("Neuf {} vert demain.", number + count)).collect();
        assert!(aligned(&old, &new) >= count);
    });
}

#[test]
fn alignment_of_another_text_in_the_same_words_grows_in_proportion() {
    let words = |seed: usize, count: usize| -> Vec<String> {
        (0..count)
            .map(|number| {
                let word = |at: usize| ((number * 31 + at * 17 + seed) * 7919) % 997;
                format!("Mot{} mot{} mot{} et mot{}.", word(1), word(2), word(3), word(5))
            })
            .collect()
    };
    grows_in_proportion("align in the same words", 500, |count| {
        assert!(aligned(&words(1, count), &words(400, count)) >= count);
    });
}

#[test]
fn alignment_of_one_long_sentence_grows_in_proportion() {
    grows_in_proportion("align a long sentence", 500, |count| {
        let old = (0..count).map(sentence).collect::<Vec<_>>().join(" ");
        let new = old.replacen("depuis", "déjà depuis", 1);
        assert_eq!(aligned(&[old], &[new]), 1);
    });
}

/// Nothing is known elsewhere in the project.
struct Nowhere;

impl Elsewhere for Nowhere {
    fn taken(&self, _: &str) -> bool {
        false
    }
    fn lives(&self, _: &str) -> bool {
        false
    }
    fn obsolete(&self, _: &str) -> Vec<(String, String)> {
        Vec::new()
    }
}

#[test]
fn copies_of_a_document_with_the_same_units_are_followed_in_proportion() {
    let units = || {
        let former = |(id, french): &(&'static str, &'static str)| Former {
            id,
            french: (*french).into(),
            is_stub: false,
        };
        [("bac-a", "L’eau monte, dit-on."), ("bac-b", "« Le bac ? » Il part."), ("bac-c", "À 18 h 30 !")]
            .iter()
            .map(former)
            .collect::<Vec<_>>()
    };
    grows_in_proportion("copies of a document", 100, |count| {
        let names: Vec<String> = (0..count).map(|number| format!("copie-{number:05}")).collect();
        let sentence = |text| Segment::new(0, 0, text);
        let copy = |name| Remembered {
            name,
            today: [sentence("L’eau monte, dit-on."), sentence("« Le bac ? » Il part."), sentence(name)]
                .to_vec()
                .into(),
            former: units(),
            witness: units(),
        };
        let documents: Vec<Remembered<'_>> = names.iter().map(|name| copy(name)).collect();
        assert_eq!(track(&documents, &Nowhere).len(), count);
    });
}

/// Findings that sentences are not translated, as `check` makes them.
fn findings(count: usize) -> impl Iterator<Item = Diagnostic> {
    let (file, document): (std::sync::Arc<str>, std::sync::Arc<str>) =
        ("locales/en/moulin.ftl".into(), "moulin".into());
    (0..count).map(move |number| {
        let unit = Some(format!("moulin-{number:06}").into());
        let subject = Subject { locale: Some("en".into()), document: Some(document.clone()), unit };
        Diagnostic::new("missing", Severity::Error, format!("not translated yet: {}", sentence(number)))
            .at(Place::file(file.clone()))
            .about(subject)
            .help(format!("write under it: moulin-{number:06} = …"))
    })
}

#[test]
fn findings_are_kept_in_a_quarter_of_their_space() {
    let count = 4_000;
    let mut kept = Vec::new();
    let all: Vec<Diagnostic> = findings(count).collect();
    let as_values = measure(|| drop(all.clone())).bytes_max;
    let on_sheets = measure(|| kept = sheets(&all)).bytes_current;
    assert!(4 * on_sheets <= as_values as i64, "{on_sheets} bytes on sheets, {as_values} as values");
    // They are told one at a time.
    let told = Findings::new(kept, |_| 0);
    let at_once = measure(|| assert_eq!(told.iter().count(), count)).bytes_max;
    assert!(at_once < 10_000, "{at_once} bytes to tell them");
}

#[test]
fn findings_are_kept_and_told_in_proportion() {
    grows_in_proportion("findings", 500, |count| {
        let all: Vec<Diagnostic> = findings(count).collect();
        let told = Findings::new(all.chunks(100).flat_map(sheets), |_| 0);
        assert_eq!(told.iter().count(), count);
    });
}

#[test]
fn edits_apply_in_proportion() {
    grows_in_proportion("apply", 500, |count| {
        let line = "a".repeat(count * 10);
        let edits: Vec<text::Edit> = (0..count).map(|at| text::Edit::insert(at * 10, "b")).collect();
        assert_eq!(text::apply(&line, &edits).expect("no overlap").len(), count * 11);
    });
}

/// The lines behind the French one of a unit, by its place and id.
type Slip = fn(usize, &str) -> String;

/// What somebody may have got wrong in a catalog, at every unit.
const SLIPS: [(&str, Slip); 14] = [
    ("attributes alone", |_, id| format!("{id} =\n    .title = x\n")),
    ("an attribute beside", |at, id| format!("{id} = Ferry {at} leaves.\n    .title = x\n")),
    ("two translations", |at, id| format!("{id} = Ferry {at} leaves.\n{id} = Ferry {at} goes.\n")),
    ("no equals sign", |at, id| format!("{id} : Ferry {at} leaves.\n")),
    ("a line too many", |at, id| format!("{id} = Ferry {at} leaves.\n* more\n")),
    ("a marker without its space", |at, id| format!("#@unit {id}\n{id} = Ferry {at} leaves.\n")),
    ("another id", |at, id| format!("{id}x = Ferry {at} leaves.\n")),
    ("an id typed twice", |at, id| format!("{id} = {id} = Ferry {at} leaves.\n")),
    ("references to nothing", |_, id| format!("{id} = Ferry {{ b }} leaves at {{ $c }}.\n")),
    ("a conflict", |at, id| {
        format!("<<<<<<< HEAD\n{id} = Ferry {at} leaves.\n=======\n{id} = Ferry {at} goes.\n>>>>>>> b\n")
    }),
    ("a conflict of the French", |at, id| {
        format!(
            "<<<<<<< HEAD\n# fr: Le bac {at} part.\n{id} = Ferry {at} leaves.\n=======\n# fr: Le bac {at} s’en va.\n\
             {id} = Ferry {at} goes.\n>>>>>>> b\n"
        )
    }),
    ("junk of one id", |at, _| format!("aa-b2c3d4 : Ferry {at} leaves.\n")),
    ("translations of one id", |at, _| format!("aa-b2c3d4 = Ferry {at} leaves.\n")),
    ("units of one id", |at, _| {
        format!("\n# @unit aa-b2c3d4\n# fr: Le bac {at}.\naa-b2c3d4 = Ferry {at} leaves.\n")
    }),
];

/// A catalog with a slip at each of its units, which `stubs` announces.
fn with_slips(stubs: &str, slip: Slip) -> String {
    let (mut out, mut id) = (String::new(), "");
    for (at, line) in stubs.lines().enumerate() {
        out.push_str(line);
        out.push('\n');
        id = line.strip_prefix("# @unit ").unwrap_or(id);
        if line.starts_with("# fr: ") {
            out.push_str(&slip(at, id));
        }
    }
    out
}

#[test]
fn catalogs_of_slips_are_read_in_proportion() {
    let stub = |number| format!("# @unit page-{number:06}\n# fr: {}\n\n", sentence(number));
    for (name, slip) in SLIPS {
        grows_in_proportion(name, 500, |units| {
            let catalog = with_slips(&(0..units).map(stub).collect::<String>(), slip);
            let (catalog, findings) = catalog::read("page.ftl", &catalog, "fr");
            let locale = "en".parse().expect("a locale");
            let bundle = catalog::Bundle::new(&locale, catalog::Isolating::Off, &catalog, &[]);
            assert!(findings.len() + bundle.findings().len() > 0);
        });
    }
}

/// The least processor time that a command takes in each of two projects, and how many times that of the first one it is
/// in the second. What exceeds `most` is measured anew: another process may have been in the way.
#[cfg(unix)]
fn times_as_long(runs: [(&support::Dir, &str); 2], most: f64) -> f64 {
    let mut least = [f64::MAX; 2];
    for _ in 0..3 {
        for (least, (dir, command)) in least.iter_mut().zip(runs) {
            *least = least.min(dir.processor_time(command).as_secs_f64());
        }
        if least[1] <= most * least[0] {
            break;
        }
    }
    least[1] / least[0]
}

/// Signs that mean something in a page, or begin to.
#[cfg(unix)]
const SIGNS: [&str; 60] = [
    "*", "_", "**", "`", "``", "[", "]", "(", ")", "](", "![", "[^", "](<", "<", ">", "</a>", "<a ", "<!--",
    "-->", "<%", "{", "}", "{{", "}}", "{{<", "{%", "{#", "{:", "%(", "${", "$", "\\", "\\<", "&", "&amp;",
    "«", "»", "“", "’", "\"", "|", "~~", "==", ":::", "://", "@", ".", "…", " ! ", "#", "- ", "> ", "1. ",
    "\n", "  \n", "\n\n", "```\n", "M. ", "12,5 ", "a",
];

/// See [`no_slip_in_a_catalog_costs_the_square_of_how_many_there_are`].
#[test]
#[ignore = "measures time: make growth"]
#[cfg(unix)]
fn no_signs_in_a_row_cost_the_square_of_how_many_there_are() {
    const BYTES: usize = 40_000;
    const TIMES: usize = 8;
    const MOST: f64 = 16.0;
    /// Seconds that so little text may take, whatever is in it.
    const LITTLE: f64 = 0.2;
    let new = || support::Dir::project(&[("content/quai.txt", "Le bac part.\n")]);
    let (few, many) = (new(), new());
    let mut slow = Vec::new();
    for kind in ["md", "mdx", "ftl"] {
        let (file, command) = match kind {
            "ftl" => ("locales/en/quai.ftl", "check --format json"),
            "mdx" => ("content/page.mdx", "sync --dry-run"),
            _ => ("content/page.md", "sync --dry-run"),
        };
        for dir in [&few, &many] {
            assert_eq!(dir.run(&["sync"]).status, 0);
        }
        let stub = few.text("locales/en/quai.ftl");
        let id =
            stub.lines().find_map(|line| line.strip_prefix("# @unit ")?.split(' ').next()).expect("a unit");
        let text = |row: String| match kind {
            "ftl" => format!("{}\n{id} = x{}\n", stub.trim_end(), row.replace('\n', "\n    ")),
            _ => row,
        };
        for first in SIGNS {
            for second in SIGNS {
                let row = |bytes: usize| {
                    text([first, second].concat().repeat(bytes / (first.len() + second.len())))
                };
                many.put(file, row(BYTES * TIMES));
                if many.processor_time(command).as_secs_f64() < LITTLE {
                    continue;
                }
                few.put(file, row(BYTES));
                let ratio = times_as_long([(&few, command), (&many, command)], MOST);
                if ratio > MOST {
                    slow.push(format!("{first:?} {second:?} in {file}: {ratio:.1} times"));
                }
            }
        }
        for dir in [&few, &many] {
            dir.put(file, if kind == "ftl" { stub.clone() } else { String::new() });
        }
    }
    assert!(slow.is_empty(), "{TIMES} times the signs cost more than that:\n{}", slow.join("\n"));
}

/// Lines that can't be read, all at one unit: a text that was pasted there.
#[test]
#[ignore = "measures time: make growth"]
#[cfg(unix)]
fn no_lines_at_one_unit_cost_the_square_of_how_many_there_are() {
    const FEW: usize = 2_000;
    const TIMES: usize = 8;
    const MOST: f64 = 16.0;
    let project = |lines: usize| {
        let dir = support::Dir::project(&[("content/moulin.txt", "Le bac part.\n")]);
        assert_eq!(dir.run(&["sync"]).status, 0);
        let stub = dir.text("locales/en/moulin.ftl");
        let id =
            stub.lines().find_map(|line| line.strip_prefix("# @unit ")?.split(' ').next()).expect("a unit");
        let pasted: String = (0..lines).map(|number| sentence(number) + "\n").collect();
        dir.put("locales/en/moulin.ftl", format!("{}\n{pasted}{id} = The ferry leaves.\n", stub.trim_end()));
        dir
    };
    let (few, many) = (project(FEW), project(FEW * TIMES));
    let ratio = times_as_long([&few, &many].map(|dir| (dir, "check --format json")), MOST);
    assert!(ratio <= MOST, "{TIMES} times the lines cost {ratio:.1} times the time");
}

/// A project of one page with so many sentences, and its catalog without a translation.
#[cfg(unix)]
fn synced(sentences: usize) -> (support::Dir, String) {
    let page: String = (0..sentences).map(|number| sentence(number) + "\n\n").collect();
    let dir = support::Dir::project(&[("content/moulin.md", &page)]);
    assert_eq!(dir.run(&["sync"]).status, 0);
    let stubs = dir.text("locales/en/moulin.ftl");
    (dir, stubs)
}

/// Comparisons take no memory, and are counted by nothing but time. No test of a machine's own speed is held by CI:
/// `make growth` runs this.
#[test]
#[ignore = "measures time: make growth"]
#[cfg(unix)]
fn no_slip_in_a_catalog_costs_the_square_of_how_many_there_are() {
    const FEW: usize = 5_000;
    const TIMES: usize = 4;
    /// Between the four-fold and the square of it: the time of a process is not sure to a quarter.
    const MOST: f64 = 8.0;
    let sizes = [FEW, FEW * TIMES].map(synced);
    for (name, slip) in SLIPS {
        for (dir, stubs) in &sizes {
            dir.put("locales/en/moulin.ftl", with_slips(stubs, slip));
        }
        for command in ["check --format json", "sync --dry-run"] {
            let ratio = times_as_long([0, 1].map(|size| (&sizes[size].0, command)), MOST);
            assert!(
                ratio <= MOST,
                "{name}: {TIMES} times the slips cost `{command}` {ratio:.1} times the time"
            );
        }
    }
}

/// A project with so many of something, and the command that meets them.
#[cfg(unix)]
type Shape = fn(usize) -> (support::Dir, String);

/// A project of one page with so many sentences, translated and none of them current, whose page has another name since.
#[cfg(unix)]
fn renamed(count: usize) -> support::Dir {
    let (dir, stubs) = synced(count);
    // None of them is current, and none is a plain text.
    let translated = |stub: &str| {
        let id = stub.lines().next().unwrap_or_default();
        format!("# @unit {stub}{id} = The {{ \"ferry\" }} leaves.\n\n")
    };
    let catalog: String = stubs
        .split("# @unit ")
        .skip(1)
        .map(|stub| stub.trim_end().to_owned() + "\n")
        .map(|stub| translated(&stub))
        .collect();
    dir.put("locales/en/moulin.ftl", catalog.replace("# fr: ", "# fr: Hier, "));
    std::fs::rename(dir.path("content/moulin.md"), dir.path("content/ailleurs.md"))
        .expect("a page that is renamed");
    dir
}

/// What there may be many of, beside sentences and slips; how many are few.
#[cfg(unix)]
const SHAPES: [(&str, usize, Shape); 10] = [
    ("strokes that were set apart", 10_000, |count| {
        let dir = support::Dir::project(&[]);
        dir.put("old.txt", format!("Le quai {}ferme.\n", "/ ".repeat(count)));
        dir.put("new.txt", format!("Le quai {} ferme.\n", "/".repeat(count)));
        (dir, "align old.txt new.txt".to_owned())
    }),
    ("brackets behind an address", 5_000, |count| {
        let page = format!("Voir www.port-joli.fr/{}\n", "),".repeat(count));
        (support::Dir::project(&[("content/quai.md", &page)]), "sync --dry-run".to_owned())
    }),
    ("images in one line", 10_000, |count| {
        let page = format!("<p>{}</p>\n", "<img alt=\"la vue du port\">".repeat(count));
        (support::Dir::project(&[("content/quai.md", &page)]), "status".to_owned())
    }),
    ("pages by their names", 500, |count| {
        let dir = support::Dir::project(&[]);
        let names: Vec<String> = (0..count).map(|number| format!("quai-{number}")).collect();
        for name in &names {
            dir.put(&format!("content/{name}.md"), "Le bac part à midi.\n");
        }
        (dir, format!("status {}", names.join(" ")))
    }),
    ("units by their ids", 500, |count| {
        let (dir, stubs) = synced(count);
        let ids: Vec<&str> = stubs.lines().filter_map(|line| line.strip_prefix("# @unit ")).collect();
        let command = format!("accept --dry-run {}", ids.join(" "));
        (dir, command)
    }),
    ("units of a page that was renamed", 500, |count| (renamed(count), "check".to_owned())),
    ("tasks of a page that was renamed", 2_000, |count| (renamed(count), "todo".to_owned())),
    ("slips with a fix in one line", 2_000, |count| {
        let dir = support::Dir::project(&[("content/moulin.txt", &"le bac passe, ".repeat(count))]);
        assert_eq!(dir.run(&["sync"]).status, 0);
        let stub = dir.text("locales/en/moulin.ftl");
        let id =
            stub.lines().find_map(|line| line.strip_prefix("# @unit ")?.split(' ').next()).expect("a unit");
        let row = "the  ferry\u{200b} leaves, ".repeat(count);
        dir.put("locales/en/moulin.ftl", format!("{}\n{id} = {row}end\n", stub.trim_end()));
        (dir, "check --format rdjson".to_owned())
    }),
    ("links to translated headings", 250, |count| {
        let part = |at: usize| format!("## Le bac {at}\n\nVoir [ici](#le-bac-{at}).\n\n");
        let page: String = (0..count).map(part).collect();
        let dir = support::Dir::project(&[("content/moulin.md", &page)]);
        assert_eq!(dir.run(&["sync"]).status, 0);
        let (mut catalog, mut id) = (String::new(), String::new());
        for line in dir.text("locales/en/moulin.ftl").lines() {
            catalog += &format!("{line}\n");
            if let Some(unit) = line.strip_prefix("# @unit ") {
                id = unit.split(' ').next().unwrap_or_default().to_owned();
            } else if let Some(french) = line.strip_prefix("# fr: ") {
                let english = french.replace("Le bac", "The ferry").replace("#le-bac", "#the-ferry");
                catalog += &format!("{id} = {english}\n");
            }
        }
        dir.put("locales/en/moulin.ftl", catalog);
        (dir, "build".to_owned())
    }),
    ("files of other names", 500, |count| {
        let dir = support::Dir::project(&[]);
        for number in 0..count {
            dir.put(&format!("avant/a{number}.md"), format!("Le bac {number} part à midi.\n"));
            dir.put(&format!("ensuite/b{number}.md"), format!("Nul ne sait rien de {number}.\n"));
        }
        (dir, "align avant ensuite".to_owned())
    }),
];

/// See [`no_slip_in_a_catalog_costs_the_square_of_how_many_there_are`].
#[test]
#[ignore = "measures time: make growth"]
#[cfg(unix)]
fn nothing_that_there_may_be_many_of_costs_the_square() {
    const TIMES: usize = 8;
    const MOST: f64 = 16.0;
    for (name, count, shape) in SHAPES {
        let [few, many] = [shape(count), shape(count * TIMES)];
        let ratio = times_as_long([&few, &many].map(|(dir, command)| (dir, command.as_str())), MOST);
        assert!(ratio <= MOST, "{TIMES} times the {name} cost {ratio:.1} times the time");
    }
}
