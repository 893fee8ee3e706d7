//! The sections of the data files: a line `[language]`, and what is known of that language below it.

/// What CLDR lacks, of every kind: the first column of a line says of which.
pub(super) const SUPPLEMENT: &str = include_str!("data/supplement.tsv");

/// The lines of `[language]` in a data file.
pub(super) fn section(data: &'static str, language: &str) -> impl Iterator<Item = &'static str> + use<> {
    let head = format!("\n[{language}]\n");
    let begin =
        memchr::memmem::find(data.as_bytes(), head.as_bytes()).map_or(data.len(), |at| at + head.len());
    data[begin..].lines().take_while(|line| !line.starts_with('['))
}
