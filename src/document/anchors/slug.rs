//! The ids that site builders make of the words of a heading.
//!
//! Builders differ in what becomes of accents, apostrophes, other signs and blanks. Each way here follows one of them;
//! none is left to guess, as a word that no builder would write is no id.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// What builders make of the words, by all ways; sorted, each once.
pub(super) fn slugs(words: &str) -> Vec<String> {
    let github = github(words);
    // All do the same with what most headings are.
    if is_plain(words) {
        return vec![github];
    }
    let mut all = vec![github];
    all.extend(WAYS.iter().map(|way| way(words)));
    if !words.is_ascii() {
        all.extend(BEYOND_ASCII.iter().map(|way| way(words)));
    }
    all.retain(|slug| !slug.is_empty());
    all.sort_unstable();
    all.dedup();
    all
}

/// Words of unaccented letters and figures, with one blank between them.
fn is_plain(words: &str) -> bool {
    let bytes = words.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_alphabetic)
        && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b' ')
        && !words.ends_with(' ')
        && !words.contains("  ")
}

const WAYS: [fn(&str) -> String; 5] = [mkdocs, kramdown, vitepress, dashes, markdown_it];

/// Those that differ from one of the others where there are accents or signs of typography.
const BEYOND_ASCII: [fn(&str) -> String; 5] = [mdbook, mdbook_before, hugo_ascii, mkdocs_unicode, zola];

/// GitHub (`github-slugger`), and so Docusaurus and Astro; Hugo; kramdown as Jekyll sets it.
fn github(words: &str) -> String {
    let kept = |c: char| match c {
        ' ' | '-' => Some('-'),
        c => is_word(c).then_some(c),
    };
    words.to_lowercase().chars().filter_map(kept).collect()
}

/// What regular expressions call a part of a word. Raised figures and fractions are none.
fn is_word(c: char) -> bool {
    c == '_' || c.is_alphanumeric() && !"¹²³¼½¾".contains(c) || is_combining_mark(c)
}

/// mdBook (`id_from_content`): no-break spaces are blanks.
fn mdbook(words: &str) -> String {
    mdbook_before(words).to_lowercase()
}

/// The same up to its version 0.4, where accented capitals stay.
fn mdbook_before(words: &str) -> String {
    let kept = |c: char| match c {
        '_' | '-' => Some(c),
        c if c.is_alphanumeric() => Some(c.to_ascii_lowercase()),
        c => c.is_whitespace().then_some('-'),
    };
    words.trim().chars().filter_map(kept).collect()
}

/// Hugo with `autoHeadingIDType = "github-ascii"`.
fn hugo_ascii(words: &str) -> String {
    let bare: String = words.trim().nfd().filter(|c| !is_combining_mark(*c)).collect();
    github(&bare).chars().filter(char::is_ascii).collect()
}

/// MkDocs (`slugify` of Python-Markdown's `toc`).
fn mkdocs(words: &str) -> String {
    let ascii: String = words.nfkd().filter(char::is_ascii).collect();
    mkdocs_unicode(&ascii)
}

/// Its `slugify_unicode`, which pages in other alphabets take.
fn mkdocs_unicode(words: &str) -> String {
    let is_gap = |c: char| c.is_whitespace() || c == '-';
    let kept = words.chars().filter(|c| c.is_alphanumeric() || *c == '_' || is_gap(*c));
    joined(kept, is_gap).to_lowercase()
}

/// kramdown (`basic_generate_id`).
fn kramdown(words: &str) -> String {
    let begun = words.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let kept = |c: char| match c {
        ' ' | '-' => Some('-'),
        c => c.is_ascii_alphanumeric().then(|| c.to_ascii_lowercase()),
    };
    begun.chars().filter_map(kept).collect()
}

/// VitePress (`slugify` of `@mdit-vue/shared`).
fn vitepress(words: &str) -> String {
    const SPECIAL: &str = "~`!@#$%^&*()-_+=[]{}|\\;:\"'“”‘’<>,.?/";
    let bare = words.nfkd().filter(|c| !matches!(c, '\u{300}'..='\u{36f}' | '\0'..='\u{1f}'));
    let slug = joined(bare, |c| c.is_whitespace() || SPECIAL.contains(c)).to_lowercase();
    if slug.starts_with(|c: char| c.is_ascii_digit()) { format!("_{slug}") } else { slug }
}

/// Zola (the crate `slug`) and Eleventy (`@sindresorhus/slugify`), as far as letters are Latin ones.
fn zola(words: &str) -> String {
    let mut latin = String::with_capacity(words.len());
    for c in words.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            'œ' | 'Œ' => latin.push_str("oe"),
            'æ' | 'Æ' => latin.push_str("ae"),
            'ß' => latin.push_str("ss"),
            'ø' | 'Ø' => latin.push('o'),
            'ł' | 'Ł' => latin.push('l'),
            'đ' | 'Đ' => latin.push('d'),
            c => latin.push(c),
        }
    }
    joined(latin.chars(), |c| !c.is_ascii_alphanumeric()).to_lowercase()
}

/// Hugo with `autoHeadingIDType = "blackfriday"`, and many plugins.
fn dashes(words: &str) -> String {
    joined(words.chars(), |c| !c.is_alphanumeric()).to_lowercase()
}

/// `markdown-it-anchor` (Eleventy), once its escapes are read.
fn markdown_it(words: &str) -> String {
    words.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

/// The letters, with one dash for each gap between them.
fn joined(letters: impl Iterator<Item = char>, is_gap: impl Fn(char) -> bool) -> String {
    let (mut out, mut gap) = (String::new(), false);
    for c in letters {
        if is_gap(c) {
            gap = true;
            continue;
        }
        if gap && !out.is_empty() {
            out.push('-');
        }
        gap = false;
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the programs themselves answer: github-slugger 2.0, @mdit-vue/shared 3.0, Markdown 3.10, markdown-it-anchor 10.0.
    #[test]
    fn ids_are_those_of_the_programs() {
        let words = "L’été à Nîmes : 3 idées !";
        assert_eq!(github(words), "lété-à-nîmes--3-idées-");
        assert_eq!(vitepress(words), "l-ete-a-nimes-3-idees");
        assert_eq!(mkdocs(words), "lete-a-nimes-3-idees");
        assert_eq!(mkdocs_unicode(words), "lété-à-nîmes-3-idées");
        assert_eq!(markdown_it(words), "l’été-à-nîmes-:-3-idées-!");
        assert_eq!(kramdown(words), "lt--nmes--3-ides-");
        assert_eq!(zola(words), "l-ete-a-nimes-3-idees");
        assert_eq!(hugo_ascii(words), "lete-a-nimes--3-idees-");
        assert_eq!(dashes(words), "l-été-à-nîmes-3-idées");
        let words = "L’été à Nîmes\u{a0}: 3 idées\u{202f}!";
        assert_eq!(github(words), "lété-à-nîmes-3-idées");
        assert_eq!(mdbook(words), "lété-à-nîmes--3-idées-");
        assert_eq!(mkdocs(words), "lete-a-nimes-3-idees");
        let words = "2. Étape_deux – la suite";
        assert_eq!(github(words), "2-étape_deux--la-suite");
        assert_eq!(mdbook(words), "2-étape_deux--la-suite");
        assert_eq!(mdbook_before(words), "2-Étape_deux--la-suite");
        assert_eq!(vitepress(words), "_2-etape-deux-–-la-suite");
        assert_eq!(mkdocs(words), "2-etape_deux-la-suite");
        assert_eq!(kramdown(words), "tapedeux--la-suite");
        let words = "10 m² de « cœur »";
        assert_eq!(github(words), "10-m-de--cœur-");
        assert_eq!(vitepress(words), "_10-m2-de-«-cœur-»");
        assert_eq!(mkdocs(words), "10-m2-de-cur");
        assert_eq!(zola(words), "10-m2-de-coeur");
        assert_eq!(github("大桥"), "大桥");
        assert_eq!(mkdocs("大桥"), "");
        assert_eq!(vitepress("C++ & Rust"), "c-rust");
        assert_eq!(github("Qu'est-ce ?"), "quest-ce-");
    }

    #[test]
    fn some_ways_make_the_same_of_plain_words_and_others_without_accents() {
        for words in ["Le pont", "Pont 2", "A"] {
            assert!(is_plain(words));
            let github = github(words);
            assert!(WAYS.iter().chain(&BEYOND_ASCII).all(|way| way(words) == github), "{words}");
        }
        for words in ["L'eau: 2-3 fois (ou plus) !", "a_b & c/d", "-x- 1.2"] {
            let all = [&WAYS[..], &[github]].concat().iter().map(|way| way(words)).collect::<Vec<_>>();
            assert!(BEYOND_ASCII.iter().all(|way| all.contains(&way(words))), "{words}");
        }
        for words in ["2 ponts", "Le  pont", "Le pont ", "L'eau", "L’été", "Le-pont", ""] {
            assert!(!is_plain(words), "{words}");
        }
    }
}
