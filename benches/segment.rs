//! Sentences of plain French text, beside ICU's and those of sentencex, in one run.
//!
//! `cargo bench --bench segment`: megabytes a second on one thread, and growth on one long line.

use divan::counter::BytesCount;
use drogman::document::{self, Document, Format, Options};
use drogman::segment::{Rules, sentences};
use icu_segmenter::SentenceSegmenter;
use icu_segmenter::options::SentenceBreakInvariantOptions;

fn main() {
    divan::main();
}

/// Sentences of a local newspaper, with what makes French hard to cut: abbreviations, numbers, quotations.
const SENTENCES: [&str; 8] = [
    "M. Le Guen a relevé les filets à 5 h 30, malgré le vent d’ouest. ",
    "« Nous n’avions pas vu ça depuis 1987 », dit Mme Kerjean, qui tient le bac. ",
    "Le conseil se réunira le 12 janv. à la mairie, pl. du Marché. ",
    "Qui paiera les 1 250 euros de réparation ? ",
    "Personne ne le sait… ",
    "La bibliothèque, l’école, la halle, etc. resteront ouvertes pendant les travaux de la rue basse. ",
    "Depuis l’hiver dernier, l’eau monte plus haut sur la grève, et les riverains comptent les marées. ",
    "On attend l’avis du préfet ! ",
];

fn text(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 200);
    let mut at = 0;
    while text.len() < bytes {
        text.push_str(SENTENCES[at % SENTENCES.len()]);
        at += 1;
    }
    text
}

fn document(text: &str) -> Document<'_> {
    document::parse(Format::Plain, "page.txt", text, &Options::default()).0
}

/// A page, a book, a long line.
const SIZES: [usize; 3] = [10_000, 1_000_000, 20_000_000];

#[divan::bench(args = SIZES)]
fn drogman(bencher: divan::Bencher<'_, '_>, bytes: usize) {
    let text = text(bytes);
    let document = document(&text);
    let rules = Rules::for_language("fr", &[]).expect("French");
    bencher.counter(BytesCount::new(text.len())).bench_local(|| {
        document.blocks.iter().map(|block| sentences(block, &rules, |_, _| {}).len()).sum::<usize>()
    });
}

#[divan::bench(args = SIZES)]
fn icu(bencher: divan::Bencher<'_, '_>, bytes: usize) {
    let text = text(bytes);
    let segmenter = SentenceSegmenter::new(SentenceBreakInvariantOptions::default());
    bencher.counter(BytesCount::new(text.len())).bench_local(|| segmenter.segment_str(&text).count());
}

#[divan::bench(args = SIZES)]
fn sentencex(bencher: divan::Bencher<'_, '_>, bytes: usize) {
    let text = text(bytes);
    bencher.counter(BytesCount::new(text.len())).bench_local(|| sentencex::segment("fr", &text).len());
}
