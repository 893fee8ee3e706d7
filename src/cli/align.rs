//! `drogman align`.

use std::borrow::Cow;
use std::path::Path;

use super::no_project::NoProject;
use super::{Context, Error};
use crate::align::{Change, Link, Sentence, Text, align};
use crate::document::{self, Document};
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
    let (Some(old), Some(new)) = (read(&args.old, context), read(&args.new, context)) else {
        return Ok(());
    };
    let rules = Rules::for_language("fr", &[]).filter(|_| !args.segmented);
    let (old, new) = (named(&old, args), named(&new, args));
    let (old_cut, new_cut) = (cut(&old, rules.as_ref()), cut(&new, rules.as_ref()));
    let (old, new) = (texts(&old, &old_cut, rules.as_ref()), texts(&new, &new_cut, rules.as_ref()));
    let links = align(&old, &new);
    let explain = if args.explain { Explain::Yes } else { Explain::No };
    let style = context.out_style();
    let pieces: Box<dyn Iterator<Item = String>> = match args.format {
        Format::Text => Box::new(report::align::text(&links, &old, &new, explain, &style)),
        Format::Jsonl => Box::new(report::align::jsonl(&links, &old, &new, explain)),
    };
    for piece in pieces {
        context.out.write_all(piece.as_bytes())?;
    }
    let count = |side: &[Text<'_>]| side.iter().map(|text| text.sentences.len()).sum::<usize>();
    if are_strange(&links, count(&old).min(count(&new))) {
        context.progress(
            "hardly a sentence is the same: `align` compares two versions of a text in one language; \
             pages and their translations are paired otherwise (adopting.md in the documentation)",
        );
    }
    Ok(())
}

/// Whether two texts of so many sentences have so little in common that they are no versions of each other.
fn are_strange(links: &[Link], sentences: usize) -> bool {
    const FEW: usize = 6;
    let is_alike =
        |link: &&Link| matches!(link.change, Some(Change::None | Change::Typographic | Change::Minor));
    sentences >= FEW && links.iter().filter(is_alike).count() * 10 < sentences
}

/// Reads a file, or the files of a folder; what can't be read is reported. Nothing of a file that can't be: all of the
/// other one would be called deleted, or new.
fn read(path: &Path, context: &mut Context<'_>) -> Option<Read> {
    let path = context.current.join(path);
    let mut read = Read { names: Vec::new(), texts: Vec::new() };
    if path.is_file() || !path.exists() {
        match read_file(&path) {
            // Two files count as versions of one document.
            Ok(text) => {
                read.names.push(String::new());
                read.texts.push(text);
            }
            Err(error) => {
                context.report(error);
                return None;
            }
        }
        return Some(read);
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
    Some(read)
}

/// Name and text of each file of a side. Those of two single files have the same name, that of the new one.
fn named<'r>(read: &'r Read, args: &Args) -> Vec<(Cow<'r, str>, &'r str)> {
    let file_name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = |name: &'r String| match name.is_empty() {
        true => Cow::Owned(file_name(&args.new)),
        false => Cow::Borrowed(name.as_str()),
    };
    read.names.iter().map(name).zip(read.texts.iter().map(String::as_str)).collect()
}

/// The documents of a side; none where each line is a sentence.
fn cut<'r>(named: &'r [(Cow<'r, str>, &'r str)], rules: Option<&Rules>) -> Vec<Document<'r>> {
    let options = document::Options {
        front_matter: vec!["title".to_owned(), "description".to_owned()],
        ..Default::default()
    };
    let parse = |(name, text): &'r (Cow<'r, str>, &'r str)| {
        let format = document::Format::of_path(name).unwrap_or(document::Format::Plain);
        document::parse(format, name, text, &options).0
    };
    named.iter().filter(|_| rules.is_some()).map(parse).collect()
}

/// The sentences of a side, where they stand in what was read.
fn texts<'r>(
    named: &'r [(Cow<'r, str>, &'r str)],
    documents: &'r [Document<'r>],
    rules: Option<&Rules>,
) -> Vec<Text<'r>> {
    let sentence = |(text, block): (&'r str, usize)| Sentence { text, block: u32::try_from(block).ok() };
    let of = |(at, (name, text)): (usize, &'r (Cow<'r, str>, &'r str))| {
        let sentences = match rules {
            Some(rules) => {
                let segments = segment::segment(&documents[at], rules).into_iter();
                segments.map(|segment| sentence((segment.text, segment.block()))).collect()
            }
            None => lines(text).map(sentence).collect(),
        };
        Text { name, sentences }
    };
    named.iter().enumerate().map(of).collect()
}

/// One sentence a line, an empty line between blocks: each with its block.
fn lines(text: &str) -> impl Iterator<Item = (&str, usize)> {
    let mut block = 0;
    text.trim_start_matches('\u{feff}').lines().filter_map(move |line| {
        let is_empty = line.trim().is_empty();
        block += usize::from(is_empty);
        (!is_empty).then_some((line, block))
    })
}
