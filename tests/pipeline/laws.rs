//! Laws of `sync`, whatever the catalog and whatever the author's edit.

use proptest::prelude::*;

use crate::article::SENTENCES;
use crate::support::Dir;

/// What a translator or his tools may do to the lines of a catalog.
#[derive(Debug, Clone)]
enum Touch {
    Note(usize),
    DropLine(usize),
    BlankLine(usize),
    Trailing(usize),
    Long(usize),
}

fn touch() -> impl Strategy<Value = Touch> {
    (0usize..60).prop_flat_map(|line| {
        prop_oneof![
            Just(Touch::Note(line)),
            Just(Touch::DropLine(line)),
            Just(Touch::BlankLine(line)),
            Just(Touch::Trailing(line)),
            Just(Touch::Long(line)),
        ]
    })
}

fn touched(text: &str, touches: &[Touch]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for touch in touches {
        let (Touch::Note(at)
        | Touch::DropLine(at)
        | Touch::BlankLine(at)
        | Touch::Trailing(at)
        | Touch::Long(at)) = touch;
        let at = at % lines.len();
        match touch {
            Touch::Note(_) => lines.insert(at, "# to ask: who said it?".to_owned()),
            Touch::DropLine(_) => drop(lines.remove(at)),
            Touch::BlankLine(_) => lines.insert(at, String::new()),
            Touch::Trailing(_) => lines[at].push_str("  "),
            Touch::Long(_) => lines.insert(at + 1, "    and  a second line".to_owned()),
        }
    }
    lines.join("\n") + "\n"
}

/// An author's edit of one sentence in ten.
fn edited(article: &str, seed: &[(usize, u8)]) -> String {
    let mut sentences: Vec<String> = article.split_inclusive(['.', '\n']).map(str::to_owned).collect();
    for &(at, what) in seed {
        let at = at % sentences.len();
        match what {
            0 => sentences[at] = sentences[at].replace(' ', "\u{a0}"),
            1 => sentences[at] = format!(" Rien n’est sûr ici.{}", sentences[at]),
            2 => sentences[at] = sentences[at].replace("le ", "la "),
            3 => drop(sentences.remove(at)),
            _ => sentences.swap(at, 0),
        }
        if sentences.is_empty() {
            sentences.push("Il ne reste rien.".to_owned());
        }
    }
    sentences.concat()
}

/// The message lines of a catalog, with the comment lines that stand above each without a gap.
fn translated_units(text: &str) -> Vec<String> {
    let mut out = Vec::new();
    let (mut comment, mut gap) = (String::new(), String::new());
    let mut open = false;
    for line in text.split_inclusive('\n') {
        if line.starts_with("##") {
            // A header or the title of a group is no part of a unit, though it stands right above it.
            open = false;
            comment.clear();
        } else if line.starts_with('#') {
            open = false;
            comment.push_str(line);
        } else if line.starts_with("article-") {
            out.push(format!("{}{line}", std::mem::take(&mut comment)));
            gap.clear();
            open = true;
        } else if open && line.starts_with("    ") {
            let unit = out.last_mut().unwrap();
            unit.push_str(&std::mem::take(&mut gap));
            unit.push_str(line);
        } else {
            gap.push_str(line);
            comment.clear();
        }
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("DROGMAN_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(12), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn sync_changes_no_byte_of_a_translated_unit(
        touches in prop::collection::vec(touch(), 0..6),
        edits in prop::collection::vec((0usize..20, 0u8..5), 0..5),
    ) {
        let project = Dir::translated();
        let catalog = "locales/en/article.ftl";
        let before = touched(&project.text(catalog), &touches);
        project.put(catalog, &before);
        let source = project.text("content/article.txt");
        project.put("content/article.txt", edited(&source, &edits));
        let told = project.run(&["sync", "--dry-run"]);
        let figures = project.counts();
        let files = project.files();
        let run = project.run(&["sync"]);
        prop_assert_eq!(run.status, 0, "{}", run.err);
        let after = project.text(catalog);
        for unit in translated_units(&before) {
            prop_assert!(after.contains(&unit), "{}\nis not in\n{}", unit, after);
        }
        prop_assert_eq!(told.status == 1, project.files() != files, "the dry run says what sync does");
        prop_assert_eq!(&figures[..5], &project.counts()[..5]);
        prop_assert!(figures[0] <= SENTENCES);
        let once = project.files();
        project.ok(&["sync"]);
        prop_assert_eq!(&project.files(), &once, "sync twice is sync once");

        // A run that was cut short: the plan from any one of its writes is the same plan.
        for name in once.keys().filter(|name| files.get(*name) != once.get(*name)) {
            for (file, bytes) in &files {
                project.put(file, bytes);
            }
            project.put(name, &once[name]);
            project.ok(&["sync"]);
            prop_assert_eq!(&project.files(), &once, "from its own write of {}", name);
        }
    }
}
