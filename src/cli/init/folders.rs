//! Pages that lie in a folder for each language, where no site builder is known.

use std::collections::BTreeSet;

use super::builder::{Tree, is_french, is_mdx, is_page};
use crate::cli::languages;
use crate::config::join;
use crate::text::Locale;

/// What is in the content folder: folders of languages, and nothing else.
#[derive(Debug)]
pub(super) struct Folders {
    /// The folder of the French pages.
    pub(super) french: String,
    /// The folders of the others.
    pub(super) others: Vec<String>,
    /// Their languages.
    pub(super) languages: Vec<Locale>,
}

/// Looks at the content folder. Its pages would all be taken for French.
pub(super) fn see(tree: &Tree<'_>) -> Option<Folders> {
    const CONTENT: &str = "content";
    let pages = tree.below(CONTENT).filter(|file| (is_page(file) && !is_mdx(file)) || file.ends_with(".txt"));
    let tops: Option<BTreeSet<&str>> = pages.map(|page| Some(page.split_once('/')?.0)).collect();
    let (french, others): (Vec<&str>, Vec<&str>) = tops?.into_iter().partition(|top| is_french(top));
    let [french] = french[..] else { return None };
    let language = |top: &&str| top.parse::<Locale>().ok().filter(|tag| languages::name(tag).is_some());
    let languages: Vec<Locale> = others.iter().map(language).collect::<Option<_>>()?;
    let path = |top: &str| join(CONTENT, top);
    Some(Folders { french: path(french), others: others.into_iter().map(path).collect(), languages })
}
