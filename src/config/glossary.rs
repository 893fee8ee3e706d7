//! `glossary.toml` into checked terms.
//!
//! ```toml
//! [[term]]
//! french = ["préfet", "préfète"]
//! en = { use = "prefect", avoid = ["governor"] }
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::parse::read_toml;
use super::reader::{Entry, Mistakes, Table, Text, listed, shown};
use crate::diagnostic::Diagnostic;
use crate::text::{Locale, nearest, nearest_tag};

/// The name of the file of the project's terms.
pub const GLOSSARY: &str = "glossary.toml";

/// A French term as the file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryTerm {
    /// Its forms, at least one.
    pub french: Vec<String>,
    /// What the team agreed on, a locale each.
    pub locales: Vec<(Locale, Agreed)>,
}

/// The words of one locale for a term.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agreed {
    /// One of these is wanted; none: any word will do.
    pub wanted: Vec<String>,
    /// None of these is allowed.
    pub forbidden: Vec<String>,
}

/// Reads the text of a glossary: its terms, and what is wrong with it, sorted by place. A term with an error is left
/// out, and hides no other. `targets` are the project's locales: of words for none of them a warning tells.
pub fn read_glossary(file: &str, text: &str, targets: &[Locale]) -> (Vec<GlossaryTerm>, Vec<Diagnostic>) {
    let mut mistakes = Mistakes::new(file, text);
    let terms = read_toml(text, &mut mistakes, |root, mistakes| read(root, targets, mistakes));
    (terms.unwrap_or_default(), mistakes.into_sorted())
}

const EXAMPLE: &str = "[[term]]\nfrench = \"préfet\"\nen = { use = \"prefect\" }";

fn read(root: &Table<'_>, targets: &[Locale], mistakes: &mut Mistakes<'_>) -> Vec<GlossaryTerm> {
    let is_french = |key: &str| nearest(key, ["french"]).is_some();
    let mut seen = Seen::default();
    let mut terms = Vec::new();
    // A term without its head is one slip, not two keys that nobody knows.
    if let Some(entry) = root.entries().find(|entry| is_french(&entry.key))
        && root.get("term").is_none()
    {
        let message = "a term begins with its head, which is missing above this line";
        mistakes.add(&entry.key_span, message, "write above it: [[term]]");
        return terms;
    }
    root.only(&["term"], mistakes);
    let Some(entry) = root.get("term") else { return terms };
    if entry.as_table().is_some() {
        let message = "the head of a term stands in double brackets";
        mistakes.add(&entry.key_span, message, "write it so: [[term]]");
        return terms;
    }
    if !entry.is_list_of_tables() {
        let message = "a term stands in lines of its own, under its head";
        mistakes.add(&entry.span(), message, format!("write it so:\n{EXAMPLE}"));
        return terms;
    }
    for table in entry.tables("{ french = \"préfet\" }", mistakes) {
        let before = mistakes.errors();
        let term = read_term(&table, targets, &mut seen, mistakes);
        terms.extend((mistakes.errors() == before).then_some(term));
    }
    terms
}

fn read_term(
    table: &Table<'_>,
    targets: &[Locale],
    seen: &mut Seen,
    mistakes: &mut Mistakes<'_>,
) -> GlossaryTerm {
    // Other languages stand there by their tags, so that one writes `fr`.
    let is_tag = |key: &str| key == "fr" && !targets.iter().any(|target| target.language() == "fr");
    let is_meant = |key: &str| key != "french" && (is_tag(key) || nearest(key, ["french"]).is_some());
    let french = read_french(table, is_meant, mistakes);
    let mut locales: Vec<(Locale, Agreed)> = Vec::new();
    for entry in table.entries() {
        let name = entry.name(table);
        if name == "french" {
            continue;
        }
        if entry.as_table().is_none() && is_meant(&name) {
            let message = format!("unknown key `{}` in `[[term]]`", shown(&name));
            mistakes.add(&entry.key_span, message, "did you mean `french`?");
            continue;
        }
        let Some(locale) = read_locale(&entry, &name, mistakes) else { continue };
        let Some(agreed) = read_agreed(&entry, &name, &locale, mistakes) else { continue };
        if locales.iter().any(|(other, _)| *other == locale) {
            let message = format!("the words of `{locale}` are given twice in one term");
            mistakes.add(&entry.key_span, message, "keep one of the two");
            continue;
        }
        let is_of = |target: &&Locale| **target == locale || target.language() == locale.as_str();
        if !targets.iter().any(|target| is_of(&target)) && seen.unknown.insert(locale.clone()) {
            let message =
                format!("the glossary has terms in `{}`, and the project no such locale", shown(&name));
            let help = match nearest_tag(locale.as_str(), targets.iter().map(Locale::as_str)) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("the project's locales are {}", listed(targets.iter().map(Locale::as_str))),
            };
            mistakes.warn(&entry.key_span, message, help);
        }
        seen.term(&french, &locale, &agreed, mistakes);
        locales.push((locale, agreed));
    }
    GlossaryTerm { french: texts(french), locales }
}

/// The forms of the French word. `is_meant` tells whether another key may be a slip for theirs, which is told there.
fn read_french(table: &Table<'_>, is_meant: impl Fn(&str) -> bool, mistakes: &mut Mistakes<'_>) -> Vec<Text> {
    const LACKS: &str = "this term has no French word";
    let Some(entry) = table.get("french") else {
        if !table.entries().any(|entry| is_meant(&entry.name(table))) {
            let help = "write it under the head of the term: french = [\"préfet\", \"préfète\"]";
            mistakes.add(&table.span, format!("{LACKS}: `french` is missing"), help);
        }
        return Vec::new();
    };
    let words = entry.words("\"préfet\"", mistakes).unwrap_or_default();
    if entry.is_empty_list() {
        mistakes.add(&entry.span(), LACKS, "for example: french = [\"préfet\", \"préfète\"]");
    }
    said(words, "french", mistakes)
}

/// The locale that a key of a term names.
fn read_locale(entry: &Entry<'_>, name: &str, mistakes: &mut Mistakes<'_>) -> Option<Locale> {
    if let "use" | "avoid" = name {
        let message = format!("`{name}` does not say for which language it holds");
        let help = format!("write it inside of that language's braces: en = {{ {name} = \"prefect\" }}");
        mistakes.add(&entry.key_span, message, help);
        return None;
    }
    let locale = name.parse::<Locale>().ok();
    if locale.is_none() {
        let message = format!("`{}` is not a language tag", shown(name));
        let help = "a key of a term is `french`, or a tag like `en`, `pt-BR` or `zh-Hant`";
        mistakes.add(&entry.key_span, message, help);
    }
    locale
}

/// What was agreed on in a locale.
fn read_agreed(
    entry: &Entry<'_>,
    name: &str,
    locale: &Locale,
    mistakes: &mut Mistakes<'_>,
) -> Option<Agreed> {
    let Some(words) = entry.as_table() else {
        let own = match entry.words("", &mut Mistakes::new("", "")).as_deref() {
            Some([one]) => quoted(&one.text),
            Some(all @ [_, ..]) => {
                format!("[{}]", all.iter().map(|one| quoted(&one.text)).collect::<Vec<_>>().join(", "))
            }
            Some([]) | None => "\"prefect\"".to_owned(),
        };
        let message = format!("the words of `{locale}` stand in braces, after `use` or `avoid`");
        mistakes.add(&entry.span(), message, format!("write it so: {name} = {{ use = {own} }}"));
        return None;
    };
    words.only(&["use", "avoid"], mistakes);
    let [wanted, forbidden] = ["use", "avoid"].map(|key| {
        let list = words.get(key).and_then(|entry| entry.words("\"prefect\"", mistakes));
        said(list.unwrap_or_default(), key, mistakes)
    });
    for text in &forbidden {
        if wanted.iter().any(|other| same(&other.text, &text.text)) {
            let message = format!("“{}” is wanted and forbidden at once", shown(text.text.trim()));
            mistakes.add(&text.span, message, "leave it in `use` or in `avoid`");
        }
    }
    Some(Agreed { wanted: texts(wanted), forbidden: texts(forbidden) })
}

/// Without blanks at their ends. An empty one is a mistake, and left out.
fn said(list: Vec<Text>, key: &str, mistakes: &mut Mistakes<'_>) -> Vec<Text> {
    let mut kept = Vec::with_capacity(list.len());
    for text in list {
        if text.text.trim().is_empty() {
            let help = format!("write the word between the quotation marks, or take `{key}` away");
            mistakes.add(&text.span, format!("no word stands in `{key}`"), help);
        } else {
            kept.push(Text { text: text.text.trim().to_owned(), ..text });
        }
    }
    kept
}

fn texts(list: Vec<Text>) -> Vec<String> {
    list.into_iter().map(|text| text.text).collect()
}

fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// A text of the file as it would be written in a help.
fn quoted(text: &str) -> String {
    format!("\"{}\"", shown(text).replace('\\', "\\\\").replace('"', "\\\""))
}

/// What was read of the terms before.
#[derive(Default)]
struct Seen {
    /// Locales that the project has not: each is told once.
    unknown: BTreeSet<Locale>,
    /// For a form of French and a locale, the words and the line of each term.
    agreed: BTreeMap<(String, Locale), Vec<(Agreed, usize)>>,
}

impl Seen {
    /// Tells where no translation could please this term and one before it.
    fn term(&mut self, french: &[Text], locale: &Locale, agreed: &Agreed, mistakes: &mut Mistakes<'_>) {
        let has = |list: &[String], word: &String| list.iter().any(|other| same(other, word));
        let collide = |a: &Agreed, b: &Agreed| {
            !a.wanted.is_empty() && a.wanted.iter().all(|word| has(&b.forbidden, word))
                || !a.wanted.is_empty()
                    && !b.wanted.is_empty()
                    && !a.wanted.iter().any(|word| has(&b.wanted, word))
        };
        for form in french {
            let key = (form.text.to_lowercase(), locale.clone());
            let known = self.agreed.entry(key).or_default();
            let other = known.iter().find(|(other, _)| collide(agreed, other) || collide(other, agreed));
            if let Some((_, line)) = other {
                let message =
                    format!("“{}” has other words in `{locale}` already, in line {line}", shown(&form.text));
                mistakes.add(&form.span, message, "put the words of both into one term, or take one away");
            } else {
                known.push((agreed.clone(), mistakes.line(form.span.start)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The mistakes as `line:column underlined words: message (help)`.
    fn told(text: &str) -> Vec<String> {
        let targets = ["en", "de-CH"].map(|tag| tag.parse().expect("a language tag"));
        let (_, found) = read_glossary(GLOSSARY, text, &targets);
        let show = |finding: &Diagnostic| {
            let place = finding.place.as_ref().expect("a place");
            let (at, (start, end)) = (place.at.expect("a line"), place.span.expect("bytes"));
            let help = finding.help.as_deref().unwrap_or_default();
            format!("{}:{} {}: {} ({help})", at.line, at.column, &text[start..end], finding.message)
        };
        found.iter().map(show).collect()
    }

    fn terms(text: &str) -> Vec<GlossaryTerm> {
        let (terms, found) = read_glossary(GLOSSARY, text, &["en".parse().expect("a language tag")]);
        assert!(terms.len() == text.matches("[[").count() || !found.is_empty(), "{found:?}");
        terms
    }

    #[test]
    fn one_word_needs_no_list() {
        let text = "[[term]]\nfrench = \"Préfet\"\nen = { use = \" prefect \", avoid = [\"governor\"] }\n";
        let [term] = terms(text).try_into().expect("one term");
        assert_eq!(term.french, ["Préfet"]);
        let words = Agreed { wanted: vec!["prefect".to_owned()], forbidden: vec!["governor".to_owned()] };
        assert_eq!(term.locales, [("en".parse().expect("a language tag"), words)]);
    }

    #[test]
    fn the_words_of_a_language_may_have_a_table_of_their_own() {
        let text = "[[term]]\nfrench = \"pont\"\n[term.en]\nuse = \"bridge\"\n[[term]]\nfrench = \"quai\"\nen.use = []\n";
        assert_eq!(terms(text).len(), 2);
        assert!(told(text).is_empty(), "{:?}", told(text));
    }

    #[test]
    fn a_mistake_is_told_at_its_place_with_an_example_and_hides_no_term() {
        let good = "[[term]]\nfrench = \"quai\"\nen = { use = \"quay\" }\n";
        let of = |term: &str| {
            let text = format!("{good}{term}");
            assert!(read_glossary(GLOSSARY, &text, &[]).0.len() == 1, "{term}");
            told(&text).join("\n")
        };
        let list = [
            "[[term]]\nfrench = \"pont\"\nen = \"bridge\"\n",
            "[[term]]\nfrench = \"pont\"\nen = [\"bridge\", \"deck\"]\n",
            "[[term]]\nfrench = \"pont\"\nen = 3\n",
            "[[term]]\nen = { use = \"bridge\" }\n",
            "[[term]]\nfrench = 3\n",
            "[[term]]\nfrench = [\"pont\", 3]\n",
            "[[term]]\nfrench = []\n",
            "[[term]]\nfrench = \" \"\n",
            "[[term]]\nfrnch = \"pont\"\n",
            "[[term]]\nfr = [\"pont\"]\nen = { use = \"bridge\" }\n",
            "[[term]]\nfrench = \"pont\"\nen = { use = 3 }\n",
            "[[term]]\nfrench = \"pont\"\nen = { use = \"\" }\n",
            "[[term]]\nfrench = \"pont\"\nen = { usee = \"bridge\" }\n",
            "[[term]]\nfrench = \"pont\"\nen = { wanted = \"bridge\" }\n",
            "[[term]]\nfrench = \"pont\"\nuse = \"bridge\"\n",
            "[[term]]\nfrench = \"pont\"\n\"x y\" = { use = \"bridge\" }\n",
            "[[term]]\nfrench = \"pont\"\nen = { use = \"bridge\", avoid = [\"deck\", \"Bridge\"] }\n",
            "[[term]]\nfrench = \"pont\"\nen = { use = \"bridge\" }\nEN = { use = \"deck\" }\n",
            "[[term]]\nfrench = \"Quai\"\nen = { use = \"pier\" }\n",
            "[[term]]\nfrench = \"quai\"\nen = { avoid = [\"quay\"] }\n",
        ];
        snapbox::assert_data_eq!(
            list.map(of).join("\n"),
            snapbox::str![[r#"
6:6 "bridge": the words of `en` stand in braces, after `use` or `avoid` (write it so: en = { use = "bridge" })
6:6 ["bridge", "deck"]: the words of `en` stand in braces, after `use` or `avoid` (write it so: en = { use = ["bridge", "deck"] })
6:6 3: the words of `en` stand in braces, after `use` or `avoid` (write it so: en = { use = "prefect" })
4:1 [[term]]: this term has no French word: `french` is missing (write it under the head of the term: french = ["préfet", "préfète"])
5:10 3: `term.french` must be a text in quotes, or a list of texts, not a number (for example: french = "préfet")
5:19 3: `term.french` must hold texts only, not a number (for example: french = ["préfet"])
5:10 []: this term has no French word (for example: french = ["préfet", "préfète"])
5:10 " ": no word stands in `french` (write the word between the quotation marks, or take `french` away)
5:1 frnch: unknown key `frnch` in `[[term]]` (did you mean `french`?)
5:1 fr: unknown key `fr` in `[[term]]` (did you mean `french`?)
6:14 3: `term.en.use` must be a text in quotes, or a list of texts, not a number (for example: use = "prefect")
6:14 "": no word stands in `use` (write the word between the quotation marks, or take `use` away)
6:8 usee: unknown key `usee` in `[term.en]` (did you mean `use`?)
6:8 wanted: unknown key `wanted` in `[term.en]` (the keys here are `use` and `avoid`)
6:1 use: `use` does not say for which language it holds (write it inside of that language's braces: en = { use = "prefect" })
6:1 "x y": `x y` is not a language tag (a key of a term is `french`, or a tag like `en`, `pt-BR` or `zh-Hant`)
6:41 "Bridge": “Bridge” is wanted and forbidden at once (leave it in `use` or in `avoid`)
6:1 en: the words of `en` are given twice in one term (keep one of the two)
5:10 "Quai": “Quai” has other words in `en` already, in line 2 (put the words of both into one term, or take one away)
5:10 "quai": “quai” has other words in `en` already, in line 2 (put the words of both into one term, or take one away)
"#]]
        );
    }

    #[test]
    fn a_file_of_another_shape_is_told_how_it_should_be() {
        let list = [
            "[term]\nfrench = \"pont\"\n",
            "term = \"pont\"\n",
            "term = [\"pont\"]\n",
            "[[terms]]\nfrench = \"pont\"\n",
            "french = \"pont\"\nen = { use = \"bridge\" }\n",
            "[[term]\nfrench = \"pont\"\n",
            "[[term]]\nfrench = préfet\n",
            "[[term]]\nfrench = \"pont\"\nfrench = \"ponts\"\n",
            "[[term]]\nfrench = [\"pont\"\nen = { use = \"bridge\" }\n",
            "[[term]]\nfrench = \"pont\"\nen = { use = \"bridge\"\n",
            "[[term]]\nfrench = \"pont\n",
            "[[term]]\nfrench: \"pont\"\n",
        ];
        snapbox::assert_data_eq!(
            list.map(|text| told(text).join("\n")).join("\n"),
            snapbox::str![[r#"
1:2 term: the head of a term stands in double brackets (write it so: [[term]])
1:8 "pont": a term stands in lines of its own, under its head (write it so:
[[term]]
french = "préfet"
en = { use = "prefect" })
1:8 ["pont"]: a term stands in lines of its own, under its head (write it so:
[[term]]
french = "préfet"
en = { use = "prefect" })
1:3 terms: unknown key `terms` (did you mean `term`?)
1:1 french: a term begins with its head, which is missing above this line (write above it: [[term]])
1:8 : a bracket of this head is missing (a head that may stand several times has two on each side: [[term]])
2:10 préfet: a text stands in quotes (write it with straight quotes, so: "…")
3:1 french: this key is there twice (keep one of the two)
3:1 : a comma is missing in this list, or the bracket that ends it (a list is like: ["en", "de"])
3:22 : the brace that ends this is missing, or a comma in it (it is like: { minor = "source", major = "fail" })
2:15 : a text in quotes is not closed (it begins and ends with a quote, on one line: content = "content"; a backslash in it is written //)
2:9 : a key stands here without an equals sign and a value (a line is a key and its value, like source = "fr"; a note begins with #)
"#]]
        );
    }

    #[test]
    fn words_for_no_locale_of_the_project_are_a_warning() {
        let text = "[[term]]\nfrench = \"pont\"\nxx = { use = \"x\" }\nde = { use = \"Brücke\" }\n[[term]]\nfrench = \"quai\"\nxx = { use = \"y\" }\n";
        assert_eq!(
            told(text),
            [
                "3:1 xx: the glossary has terms in `xx`, and the project no such locale (the project's locales are `en` and `de-CH`)"
            ]
        );
        assert_eq!(terms(text).len(), 2);
        assert!(
            told("[[term]]\nfrench = \"pont\"\nes = { use = \"x\" }\n")[0]
                .ends_with("(the project's locales are `en` and `de-CH`)")
        );
    }

    #[test]
    fn two_terms_that_agree_may_share_a_form() {
        let text = "[[term]]\nfrench = \"quai\"\nen = { use = [\"quay\", \"dock\"] }\n[[term]]\nfrench = [\"Quai\", \"bord\"]\nen = { use = \"dock\", avoid = \"quay\" }\n";
        assert!(told(text).is_empty(), "{:?}", told(text));
    }
}
