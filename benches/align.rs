//! How long sentences take to be followed from one version to the next.
//!
//! ```text
//! cargo bench --bench align
//! ```
//!
//! A page, a book, and more than any book; and two texts that have nothing to do with each other, the
//! dearest of all.

use divan::counter::ItemsCount;
use drogman::align::{Sentence, Text, align};

fn main() {
    divan::main();
}

const WHO: [&str; 7] =
    ["L’éclusier", "La meunière", "Un « voisin »", "Le tonnelier", "Ma tante", "Le maire", "Cœur-de-Lion"];
const DOES: [&str; 5] =
    ["répare la roue à eau", "compte ses sacs de blé", "écrit au préfet", "ferme la vanne", "s’en va à pied"];

/// `count` sentences, no two alike.
fn old(count: usize) -> Vec<String> {
    let sentence = |number: usize| {
        format!("{} {} n° {number} depuis {} ans.", WHO[number % 7], DOES[number % 5], number % 83)
    };
    (0..count).map(sentence).collect()
}

/// One sentence in a hundred edited.
fn edited(count: usize) -> Vec<String> {
    let mut new = old(count);
    for text in new.iter_mut().skip(7).step_by(100) {
        *text = text.replace("depuis", "déjà, depuis");
    }
    new
}

/// Other sentences altogether.
fn strangers(count: usize) -> Vec<String> {
    let sentence =
        |number: usize| format!("Chapitre {}, où rien n’arrive {} fois.", number + count, number % 89);
    (0..count).map(sentence).collect()
}

fn page(sentences: &[String]) -> [Text<'_>; 1] {
    let sentence = |(at, text)| Sentence { text, block: u32::try_from(at / 4).ok() };
    let sentences = sentences.iter().map(String::as_str).enumerate().map(sentence).collect();
    [Text { name: "page", sentences }]
}

#[divan::bench(args = [40, 5_000, 100_000], sample_count = 5, sample_size = 1)]
fn one_sentence_in_a_hundred_edited(bencher: divan::Bencher<'_, '_>, count: usize) {
    let (old, new) = (old(count), edited(count));
    let (old, new) = (page(&old), page(&new));
    bencher.counter(ItemsCount::new(count)).bench(|| align(&old, &new));
}

#[divan::bench(args = [40, 5_000, 50_000], sample_count = 3, sample_size = 1)]
fn two_strangers(bencher: divan::Bencher<'_, '_>, count: usize) {
    let (old, new) = (old(count), strangers(count));
    let (old, new) = (page(&old), page(&new));
    bencher.counter(ItemsCount::new(count)).bench(|| align(&old, &new));
}
