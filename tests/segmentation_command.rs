//! `drogman segment` as a script meets it: exit status, streams, forms of output.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn drogman() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_drogman"));
    command.arg("segment").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs it in a folder, with a text as standard input.
fn run(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut child = drogman().current_dir(folder).args(arguments).spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // What reads nothing closes the pipe.
    let writer = std::thread::spawn(move || stdin.write_all(&input).is_ok());
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the writer ends");
    output
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}

#[test]
fn standard_input_is_plain_text() {
    let output =
        run(folder().path(), &["--format", "lines", "-"], "Il pleut. Elle rentre.\n\n*Oui.*\n".as_bytes());
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(out(&output), "Il pleut.\nElle rentre.\n\n*Oui.*\n");
    assert_eq!(err(&output), "");
}

#[test]
fn standard_input_is_markdown_if_asked_for() {
    let output =
        run(folder().path(), &["--as", "markdown", "-"], "# Le port\n\nIl **pleut.** Oui.\n".as_bytes());
    assert_eq!(out(&output), "-:1.1  Le port\n-:2.1  Il **pleut.**\n-:2.2  Oui.\n");
}

#[test]
fn the_extension_tells_the_format() {
    let folder = folder();
    std::fs::write(folder.path().join("a.md"), "- Il pleut.\n- Elle rentre.\n").expect("written");
    std::fs::write(folder.path().join("b.txt"), "- Il pleut.\n").expect("written");
    let output = run(folder.path(), &["a.md", "b.txt"], b"");
    assert_eq!(out(&output), "a:1.1  Il pleut.\na:2.1  Elle rentre.\nb:1.1  - Il pleut.\n");
}

#[test]
fn nothing_in_is_nothing_out() {
    for format in ["text", "lines", "jsonl"] {
        let output = run(folder().path(), &["--format", format, "-"], b"");
        assert_eq!((output.status.code(), out(&output).as_str()), (Some(0), ""));
    }
}

#[test]
fn a_missing_file_is_told_and_the_others_are_read() {
    let folder = folder();
    std::fs::write(folder.path().join("a.txt"), "Il pleut.\n").expect("written");
    let output = run(folder.path(), &["--format", "lines", "b.txt", "a.txt"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(out(&output), "Il pleut.\n");
    assert!(err(&output).contains("b.txt"), "{}", err(&output));
}

#[test]
fn what_is_no_text_is_told() {
    let output = run(folder().path(), &["-"], b"Il pleut\xff.");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("standard input"), "{}", err(&output));
}

#[test]
fn a_folder_is_no_file() {
    let output = run(folder().path(), &["."], b"");
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
}

#[test]
fn wrong_usage_is_told() {
    for arguments in [&[][..], &["--format", "xml", "-"], &["--as", "html", "-"]] {
        let output = run(folder().path(), arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn json_gives_the_bytes_of_the_file() {
    let folder = folder();
    let text = "\u{feff}# Été\r\n\r\nIl « pleut ».\r\nElle\r\nrentre. Oui !\r\n";
    std::fs::write(folder.path().join("a.md"), text).expect("written");
    let output = run(folder.path(), &["--format", "jsonl", "a.md"], b"");
    let mut seen = Vec::new();
    for line in out(&output).lines() {
        let line: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let number = |key: &str| usize::try_from(line[key].as_u64().expect("a number")).expect("small");
        assert_eq!(line["document"], "a");
        seen.push((
            number("block"),
            number("sentence"),
            line["kind"].as_str().expect("a kind").to_owned(),
            text[number("start")..number("end")].to_owned(),
            line["text"].as_str().expect("a text").to_owned(),
        ));
    }
    let line = |block, sentence, kind: &str, bytes: &str, text: &str| {
        (block, sentence, kind.to_owned(), bytes.to_owned(), text.to_owned())
    };
    assert_eq!(
        seen,
        [
            line(1, 1, "heading", "Été", "Été"),
            line(2, 1, "paragraph", "Il « pleut ».", "Il « pleut »."),
            line(2, 2, "paragraph", "Elle\r\nrentre.", "Elle rentre."),
            line(2, 3, "paragraph", "Oui !", "Oui !"),
        ]
    );
}

#[test]
fn every_candidate_is_explained() {
    let output = run(folder().path(), &["--explain", "-"], "Voir p. 3. Oui, M. Roux.\n".as_bytes());
    let explained = out(&output);
    let lines: Vec<&str> = explained.lines().collect();
    assert_eq!(lines.len(), 4, "{explained}");
    assert!(
        lines[0].starts_with("…Voir p.| 3.") && lines[0].ends_with("no cut: an abbreviation"),
        "{explained}"
    );
    assert!(lines[1].ends_with("cut: what follows opens a sentence"), "{explained}");
    assert!(lines[2].contains("M.| Roux") && lines[2].ends_with("no cut: an abbreviation"), "{explained}");
    assert!(lines[3].ends_with("cut: the text ends"), "{explained}");
}

#[test]
fn control_characters_do_not_reach_the_terminal() {
    for arguments in [&["-"][..], &["--explain", "-"]] {
        let output = run(folder().path(), arguments, "Il \u{1b}[31mpleut. Oui.\n".as_bytes());
        let out = out(&output);
        assert!(!out.contains('\u{1b}') && out.contains("[31mpleut.") && out.contains("Oui."), "{out:?}");
    }
}

/// `drogman segment … | head -n 1`
#[test]
fn a_reader_that_closes_the_pipe_is_no_error() {
    let folder = folder();
    std::fs::write(folder.path().join("a.txt"), "Il pleut. Elle rentre.\n".repeat(100_000)).expect("written");
    let mut child =
        drogman().current_dir(folder.path()).args(["--format", "lines", "a.txt"]).spawn().expect("it starts");
    let mut first = String::new();
    let mut reader = BufReader::new(child.stdout.take().expect("a pipe"));
    reader.read_line(&mut first).expect("a line");
    drop(reader);
    let mut told = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut told).expect("UTF-8");
    assert_eq!(first, "Il pleut.\n");
    assert_eq!((child.wait().expect("it ends").code(), told.as_str()), (Some(0), ""));
}
