//! The floor: the same files walked, read and parsed, and nothing else.
//!
//! `fluent-syntax` over all catalogs, `pulldown-cmark` and ICU's sentences over all documents, on as
//! many threads as drogman has. What a command costs above it is what tracking costs.

use std::fs;
use std::path::{Path, PathBuf};

use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;
use pulldown_cmark::{Event, Options, Parser};
use rayon::prelude::*;

/// Reads and parses all below `root`; returns a number that depends on all of it.
pub(crate) fn run(root: &Path) -> usize {
    let mut files = Vec::new();
    for folder in ["content", "locales"] {
        walk(&root.join(folder), &mut files);
    }
    files.sort();
    files.par_iter().map(|path| parse(path)).sum()
}

/// The same, and each document written once for each of `locales` below `out`; what stands there already,
/// the same, is only read.
pub(crate) fn build(root: &Path, out: &Path, locales: &[&str]) -> usize {
    let content = root.join("content");
    let mut files = Vec::new();
    walk(&content, &mut files);
    let written: usize = files
        .par_iter()
        .map(|path| {
            let bytes = fs::read(path).expect("a document");
            let below = path.strip_prefix(&content).expect("below the content");
            let write = |locale: &&str| {
                let target = out.join(locale).join(below);
                if fs::read(&target).is_ok_and(|old| old == bytes) {
                    return 0;
                }
                fs::create_dir_all(target.parent().expect("a folder")).expect("a folder");
                fs::write(&target, &bytes).expect("an output");
                1
            };
            locales.iter().map(write).sum::<usize>()
        })
        .sum();
    run(root) + written
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.expect("an entry");
        if entry.file_type().is_file() {
            files.push(entry.into_path());
        }
    }
}

fn parse(path: &Path) -> usize {
    let text = fs::read_to_string(path).expect("UTF-8");
    if path.extension().is_some_and(|extension| extension == "ftl") {
        return match fluent_syntax::parser::parse(text.as_str()) {
            Ok(resource) => resource.body.len(),
            Err((resource, errors)) => resource.body.len() + errors.len(),
        };
    }
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES)
        .map(|event| match event {
            Event::Text(text) => segmenter.segment_str(&text).count(),
            _ => 1,
        })
        .sum()
}
