//! “Did you mean …”: the known word nearest to a mistyped one.

/// The candidate that `word` was most likely meant to be: at most a third of its characters wrong
/// (swapped neighbours count as one), or the same but for case, `-` and `_`. `None` where a guess
/// would mislead. Among equals the first wins.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Typing mistakes are made in words, not in pages; the comparison is quadratic.
    const LONGEST: usize = 64;
    if word.len() > LONGEST {
        return None;
    }
    let plain = |text: &str| text.to_lowercase().replace('_', "-");
    let wanted = plain(word);
    let allowed = (wanted.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= LONGEST)
        .map(|candidate| (strsim::damerau_levenshtein(&wanted, &plain(candidate)), candidate))
        .filter(|&(distance, candidate)| distance <= allowed && distance < candidate.chars().count())
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, candidate)| candidate)
}

/// The same of language tags: of those of two letters each is like every other.
pub fn nearest_tag<'a>(tag: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const SHORT: usize = 3;
    nearest(tag, candidates).filter(|meant| tag.len().min(meant.len()) > SHORT)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn finds_what_was_meant() {
        let keys = ["source", "locales", "front_matter", "x"];
        assert_eq!(nearest("sourse", keys), Some("source"));
        assert_eq!(nearest("front-matter", keys), Some("front_matter"));
        assert_eq!(nearest("LOCALES", keys), Some("locales"));
        assert_eq!(nearest("colour", keys), None);
        assert_eq!(nearest("y", keys), None);
    }
}
