//! `drogman align`.

use std::path::Path;

use super::no_project::NoProject;
use super::{Context, Error};
use crate::align::{Sentence, Text, align};
use crate::document;
use crate::project::loose::{files_below, read_file};
use crate::report::{self, align::Explain};
use crate::segment::{self, Rules};
use crate::text::visible;

/// Show how each sentence of an old text became those of a new one
///
/// OLD and NEW are two files or two folders. Needs no project.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The text before
    pub(super) old: std::path::PathBuf,
    /// The text after
    pub(super) new: std::path::PathBuf,
    /// Each line is a sentence already, an empty line ends a block
    #[arg(long)]
    pub(super) segmented: bool,
    /// The form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Format,
    /// Say of each link why it was made
    #[arg(long)]
    pub(super) explain: bool,
    #[command(flatten)]
    pub(super) no_project: NoProject,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people
    Text,
    /// One JSON object a line
    Jsonl,
}

/// A side as it was read: the text and name of each file, and its sentences.
struct Read {
    names: Vec<String>,
    texts: Vec<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    args.no_project.tell("align", context);
    let folders = [&args.old, &args.new].map(|path| context.current.join(path).is_dir());
    if folders[0] != folders[1]
        && [&args.old, &args.new].iter().all(|path| context.current.join(path).exists())
    {
        let (folder, file) = if folders[0] { (&args.old, &args.new) } else { (&args.new, &args.old) };
        let [folder, file] = [folder, file].map(|path| visible(&path.to_string_lossy()).into_owned());
        let message = format!("`{folder}` is a folder, and `{file}` is a file");
        return Err(Error::usage(message).help("align two files, or two folders"));
    }
    let old = read(&args.old, context);
    let new = read(&args.new, context);
    let (old, new) = (sentences(&old, args), sentences(&new, args));
    let (old, new) = (texts(&old), texts(&new));
    let links = align(&old, &new);
    let explain = if args.explain { Explain::Yes } else { Explain::No };
    let text = match args.format {
        Format::Text => report::align::text(&links, &old, &new, explain, &context.out_style()),
        Format::Jsonl => report::align::jsonl(&links, &old, &new, explain),
    };
    context.out.write_all(text.as_bytes())?;
    Ok(())
}

/// Reads a file, or the files of a folder; what can't be read is reported.
fn read(path: &Path, context: &mut Context<'_>) -> Read {
    let path = context.current.join(path);
    let mut read = Read { names: Vec::new(), texts: Vec::new() };
    if path.is_file() || !path.exists() {
        match read_file(&path) {
            // Two files count as versions of one document.
            Ok(text) => {
                read.names.push(String::new());
                read.texts.push(text);
            }
            Err(error) => context.report(error),
        }
        return read;
    }
    let (files, errors) = files_below(&path);
    for error in errors {
        context.report(error);
    }
    for file in files {
        match read_file(&path.join(&file)) {
            Ok(text) => {
                read.names.push(file);
                read.texts.push(text);
            }
            Err(error) => context.report(error),
        }
    }
    read
}

/// The sentences of a document.
struct Cut {
    name: String,
    /// Text and block.
    sentences: Vec<(String, usize)>,
}

fn sentences(read: &Read, args: &Args) -> Vec<Cut> {
    let file_name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let rules = Rules::for_language("fr", &[]);
    read.names
        .iter()
        .zip(&read.texts)
        .map(|(name, text)| {
            // The same name on both sides, that of the new file.
            let name = if name.is_empty() { file_name(&args.new) } else { name.clone() };
            let sentences = match (&rules, args.segmented) {
                (Some(rules), false) => cut(&name, text, rules),
                _ => lines(text),
            };
            Cut { name, sentences }
        })
        .collect()
}

/// One sentence a line, an empty line between blocks.
fn lines(text: &str) -> Vec<(String, usize)> {
    let mut block = 0;
    let mut out = Vec::new();
    for line in text.trim_start_matches('\u{feff}').lines() {
        if line.trim().is_empty() {
            block += 1;
        } else {
            out.push((line.to_owned(), block));
        }
    }
    out
}

fn cut(name: &str, text: &str, rules: &Rules) -> Vec<(String, usize)> {
    let format = document::Format::of_path(name).unwrap_or(document::Format::Plain);
    let options = document::Options { front_matter: vec!["title".to_owned(), "description".to_owned()] };
    let (document, _) = document::parse(format, name, text, &options);
    segment::segment(&document, rules)
        .into_iter()
        .map(|segment| (segment.text.to_owned(), segment.block()))
        .collect()
}

fn texts(cut: &[Cut]) -> Vec<Text<'_>> {
    cut.iter()
        .map(|document| Text {
            name: &document.name,
            sentences: document
                .sentences
                .iter()
                .map(|(text, block)| Sentence { text, block: u32::try_from(*block).ok() })
                .collect(),
        })
        .collect()
}
