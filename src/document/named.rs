//! Words for readers under names that only the project knows: keys of front matter, arguments of shortcodes, attributes
//! of tags. Which of them are text nobody can tell but the project; what is likely is told.

use crate::text::count_words;

/// Names under which words for readers stand, whatever the builder.
const OF_WORDS: &[&str] = &[
    "abstract",
    "accroche",
    "alt",
    "aria-label",
    "caption",
    "chapeau",
    "chapo",
    "description",
    "excerpt",
    "heading",
    "intro",
    "introduction",
    "label",
    "lead",
    "legend",
    "legende",
    "légende",
    "linktitle",
    "pagination_label",
    "placeholder",
    "question",
    "resume",
    "résumé",
    "sidebar_label",
    "sous-titre",
    "sous_titre",
    "soustitre",
    "subtitle",
    "summary",
    "surtitre",
    "tagline",
    "text",
    "texte",
    "title",
    "titre",
    "tooltip",
];

/// Names under which names of people and things for programs stand, of however many words.
const OF_OTHERS: &[&str] = &[
    "alias",
    "aliases",
    "author",
    "authors",
    "auteur",
    "auteurs",
    "autrice",
    "bind",
    "by",
    "byline",
    "categories",
    "category",
    "class",
    "classname",
    "clickaction",
    "code",
    "color",
    "command",
    "contributors",
    "css",
    "d",
    "data",
    "date",
    "font",
    "href",
    "icon",
    "id",
    "image",
    "img",
    "js",
    "keywords",
    "layout",
    "media",
    "name",
    "path",
    "permalink",
    "points",
    "redirect_from",
    "rel",
    "script",
    "sizes",
    "slug",
    "slot",
    "src",
    "srcset",
    "style",
    "tag",
    "tags",
    "template",
    "transform",
    "type",
    "url",
    "viewbox",
];

/// How many words for readers a value probably holds that has this name: all that stand under a name for words; a
/// sentence under any name but those for programs.
pub(super) fn words_for_readers(name: &str, value: &str) -> usize {
    let name = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    let is_address = !value.contains(' ') && value.contains(['/', '\\', '_', '@', '#']);
    if is_address || !value.contains(char::is_alphabetic) {
        return 0;
    }
    match count_words(value) {
        words if OF_WORDS.contains(&name.as_str()) => words,
        words if words > 2 && !OF_OTHERS.contains(&name.as_str()) && is_prose(value) => words,
        _ => 0,
    }
}

/// Whether a value of some words is none of those that programs take: lists of names, code, paths.
pub(super) fn is_prose(value: &str) -> bool {
    value.contains(' ') && !value.contains(['=', '/', '<', '{'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_under_names_for_words_and_sentences_under_any() {
        let check = |name: &str, value: &str, words: usize| {
            assert_eq!(words_for_readers(name, value), words, "{name}: {value}");
        };
        check("alt", "Une vue", 2);
        check("hero.image.alt", "Vue", 1);
        check("Titre", "Les chiffres", 2);
        check("titre", "/img/pont.jpg", 0);
        check("titre", "12", 0);
        check("note", "Le pont est fermé.", 4);
        check("note", "Yves Martin", 0);
        check("author", "Yves Martin du Pont", 0);
        check("class", "bouton grand bleu", 0);
        check("query", "a = b and c", 0);
    }
}
