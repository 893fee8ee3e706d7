//! Links that may lead elsewhere than those of the French.

use super::*;

#[test]
fn links_that_a_project_localizes_may_differ() {
    let localized_links = vec!["FR.wikipedia.org".into(), "/fr/".into(), "@/".into()];
    let settings = Settings { localized_links, ..Settings::default() };
    let own = ("Voir [le pont](@/pont.md).", "See [the bridge](@/pont.en.md).");
    assert!(found(&settings, "en", own.0, own.1).is_empty());
    assert_eq!(found(&Settings::default(), "en", own.0, own.1)[0].rule, "links");
    let french = "Voir [Brest](https://fr.wikipedia.org/wiki/Brest).";
    let ok = "See [Brest](https://en.wikipedia.org/wiki/Brest).";
    assert!(found(&settings, "en", french, ok).is_empty());
    assert_eq!(found(&Settings::default(), "en", french, ok)[0].rule, "links");
    assert_eq!(found(&settings, "en", french, "See [Brest](javascript:alert).")[0].rule, "links");
}

/// The pages of a language, by the path of a link, and the names of their headings.
#[derive(Debug)]
struct Pages<'a>(&'a [(&'a str, &'a str)]);

impl Headings for Pages<'_> {
    fn leads(&self, path: &str, french: &str, fragment: &str) -> Option<bool> {
        (french != "plan").then(|| self.0.contains(&(path, fragment)))
    }
}

#[test]
fn a_link_may_name_the_translated_heading_of_its_page() {
    let pages = Pages(&[("", "the-bridge"), ("quai.md", "été"), ("a/b.md", "c")]);
    let told = |locale: &str, french: &str, translation: &str| -> Vec<(Severity, String)> {
        let target = Target::new(&locale.parse().unwrap());
        let source = Source::new(french, BlockKind::Paragraph, Format::Markdown);
        let rules = RuleSet::by_default();
        let asked = Asked { source: &source, translation, target: &target, rules, headings: Some(&pages) };
        let found = check(asked, &Settings::default()).into_iter();
        found.map(|problem| (problem.severity, problem.message)).collect()
    };
    for (french, translation) in [
        ("Voir [le pont](#le-pont).", "See [the bridge](#the-bridge)."),
        ("Voir [le quai](quai.md#ete).", "See [the quay](quai.md#%C3%A9t%C3%A9)."),
        ("Voir <a href=\"#le-pont\">le pont</a>.", "See <a href=\"#the-bridge\">the bridge</a>."),
        ("Voir [b]({{< ref \"/a/b.md#d\" >}}).", "See [b]({{< ref \"/a/b.md#c\" >}})."),
    ] {
        assert_eq!(told("en", french, translation), [], "{translation}");
    }
    let error = |message: &str| [(Severity::Error, message.to_owned())];
    let (french, here) = ("Voir [le pont](#le-pont).", "See [the bridge](#bridge).");
    assert_eq!(told("en", french, here), error("the link to #le-pont leads to #bridge"));
    let given = told("en", "Voir [le plan](#plan).", "See [the map](#the-bridge).");
    assert_eq!(given, error("the link to #plan leads to #the-bridge"));
    let here = "See [the bridge](quai.md#the-bridge).";
    assert_eq!(told("en", french, here), error("the link to #le-pont leads to quai.md#the-bridge"));
    let (french, here) = ("Voir [b](/quai.md#ete).", "See [b](/quai.md#été).");
    assert_eq!(told("en", french, here), error("the link to /quai.md#ete leads to /quai.md#été"));
    // Nobody knows how the site builder spells other letters.
    let warned = told("ru", "Voir [le pont](#le-pont).", "См. [мост](#most).");
    assert_eq!(warned, [(Severity::Warning, "the link to #le-pont leads to #most".to_owned())]);
}
