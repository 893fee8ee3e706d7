//! `drogman segment`.

use std::path::{Path, PathBuf};

use super::no_project::NoProject;
use super::{Context, Error};
use crate::config::Config;
use crate::document::{self, Document, Format, Options};
use crate::project::loose::{read_file, read_stream, slashed};
use crate::segment::{self, Rules};
use crate::text::{visible, visible_json};

/// Show the sentences of files
///
/// Needs no project.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Files; `-` is standard input
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,
    /// Read all files as this format [default: by extension; plain for standard input]
    #[arg(long = "as", value_name = "FORMAT")]
    pub(super) read_as: Option<ReadAs>,
    /// The form of the list
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(super) format: Output,
    /// Say of each cut, and of each place where none was made, why
    #[arg(long)]
    pub(super) explain: bool,
    /// Read them by the settings of the project in this folder: its keys of front matter, arguments, abbreviations
    #[arg(long, value_name = "DIR")]
    pub(super) settings: Option<PathBuf>,
    #[command(flatten)]
    pub(super) no_project: NoProject,
}

/// See [`Args::read_as`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum ReadAs {
    /// Plain text
    Plain,
    /// Markdown
    Markdown,
}

/// See [`Args::format`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Output {
    /// Sentences with their addresses
    Text,
    /// One sentence a line, an empty line between blocks
    Lines,
    /// One JSON object a line
    Jsonl,
}

/// A sentence, one line of JSON.
#[derive(serde::Serialize)]
struct Line<'a> {
    document: &'a str,
    block: usize,
    kind: &'a str,
    sentence: usize,
    start: usize,
    end: usize,
    text: &'a str,
}

/// Runs the command.
pub(super) fn run(args: &Args, context: &mut Context<'_>) -> Result<(), Error> {
    args.no_project.tell("segment", context);
    if args.explain && args.format != Output::Text {
        let error = Error::usage("--explain tells of cuts, in text; the other forms list sentences");
        return Err(error.help("leave out --format, or --explain"));
    }
    let settings = settings(args, context)?;
    let Some(rules) = Rules::for_language("fr", &settings.abbreviations) else { return Ok(()) };
    let mut first = true;
    for file in &args.files {
        let name = file.to_string_lossy();
        if context.current.join(file).is_dir() {
            let error = Error::usage(format!("`{}` is a folder", visible(&name)));
            context.report(error.help("name the files in it"));
            continue;
        }
        let read = match name.as_ref() {
            "-" => read_stream(context.input, "standard input"),
            _ => read_file(&context.current.join(file)),
        };
        let text = match read {
            Ok(text) => text,
            Err(error) => {
                context.report(error);
                continue;
            }
        };
        let format = match args.read_as {
            Some(ReadAs::Plain) => Format::Plain,
            Some(ReadAs::Markdown) => Format::Markdown,
            None => Format::of_path(&name).unwrap_or(Format::Plain),
        };
        let (document, findings) = document::parse(format, &name, &text, &settings.options);
        context.warn(&findings);
        if args.explain {
            explained(&document, &rules, context)?;
            continue;
        }
        match args.format {
            Output::Lines => lines(&document, &rules, &mut first, context)?,
            Output::Text | Output::Jsonl => listed(args.format, &name, &document, &rules, context)?,
        }
    }
    Ok(())
}

/// How files are read.
struct Settings {
    options: Options,
    abbreviations: Vec<String>,
}

fn settings(args: &Args, context: &Context<'_>) -> Result<Settings, Error> {
    let Some(folder) = &args.settings else {
        let front_matter = vec!["title".to_owned(), "description".to_owned()];
        let options = Options { front_matter, ..Options::default() };
        return Ok(Settings { options, abbreviations: Vec::new() });
    };
    let Config { documents, abbreviations, .. } = context.project_in(folder)?.config;
    let options = Options {
        front_matter: documents.front_matter,
        arguments: documents.arguments,
        ..Options::default()
    };
    Ok(Settings { options, abbreviations })
}

/// Every sentence on a line of its own, those without a word too, an empty line between blocks.
fn lines(
    document: &Document<'_>,
    rules: &Rules,
    first: &mut bool,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    for block in &document.blocks {
        let sentences = segment::sentences(block, rules, |_, _| {});
        if sentences.is_empty() {
            continue;
        }
        if !std::mem::take(first) {
            writeln!(context.out)?;
        }
        for span in sentences {
            writeln!(context.out, "{}", &block.text[span])?;
        }
    }
    Ok(())
}

/// The sentences that are units, with their addresses.
fn listed(
    format: Output,
    name: &str,
    document: &Document<'_>,
    rules: &Rules,
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let path = Path::new(name);
    let stem = slashed(&path.with_extension("")).into_owned();
    let (mut block, mut sentence, mut last) = (0, 0, None);
    for segment in segment::segment(document, rules) {
        if last != Some(segment.block()) {
            last = Some(segment.block());
            block += 1;
            sentence = 0;
        }
        sentence += 1;
        let kind = document.blocks[segment.block()].kind.as_str();
        if format == Output::Text {
            writeln!(context.out, "{}:{block}.{sentence}  {}", visible(&stem), visible(segment.text))?;
            continue;
        }
        let place = document.blocks[segment.block()].file_span(&segment.span());
        let (start, end) = (place.start, place.end);
        let line = Line { document: &stem, block, kind, sentence, start, end, text: segment.text };
        writeln!(context.out, "{}", visible_json(serde_json::to_string(&line).unwrap_or_default()))?;
    }
    Ok(())
}

/// Each place where a sentence might end, with the words around it, and the reason.
fn explained(document: &Document<'_>, rules: &Rules, context: &mut Context<'_>) -> Result<(), Error> {
    const AROUND: usize = 24;
    for candidate in segment::explain(document, rules) {
        let text: &str = &document.blocks[candidate.block].text;
        let before: Vec<char> = text[..candidate.at].chars().rev().take(AROUND).collect();
        let before: String = before.into_iter().rev().collect();
        let after: String = text[candidate.at..].chars().take(AROUND).collect();
        writeln!(context.out, "…{}|{}…  {}", visible(&before), visible(&after), candidate.reason.as_str())?;
    }
    Ok(())
}
