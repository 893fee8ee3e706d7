//! What a page says of its own translation: `translate`, `locales`.

use super::flaw::{Flaw, line_at};
use super::{Front, Value};
use crate::diagnostic::Diagnostic;
use crate::text::{LineIndex, Locale, Span, nearest, visible};

/// The keys that narrow the scope of a page.
const TRANSLATE: &str = "translate";
const LOCALES: &str = "locales";

impl Front {
    /// `translate: false` (or `true`): whether the document is to be translated at all.
    pub fn translate(&self) -> Option<bool> {
        match self.get(TRANSLATE)? {
            Value::Other(word) => match word.to_ascii_lowercase().as_str() {
                "false" | "no" | "off" => Some(false),
                "true" | "yes" | "on" => Some(true),
                _ => None,
            },
            Value::Text(_) | Value::List(_) => None,
        }
    }

    /// `locales: [en, ar]`: the only locales that the document is translated into.
    pub fn locales(&self) -> Option<Vec<String>> {
        match self.get(LOCALES)? {
            Value::List(items) => Some(items.clone()),
            Value::Text(tag) | Value::Other(tag) if !tag.is_empty() => {
                Some(tag.split([',', ' ']).filter(|tag| !tag.is_empty()).map(str::to_owned).collect())
            }
            Value::Text(_) | Value::Other(_) => None,
        }
    }

    /// What it says of the page's translation and nobody can follow: a value that is neither yes nor no, a language
    /// that is neither the `source` nor among the `targets`, a key in other capitals.
    pub fn scope_findings(
        &self,
        file: &str,
        text: &str,
        source: &Locale,
        targets: &[Locale],
    ) -> Vec<Diagnostic> {
        let mut flaws = Vec::new();
        let mut met: Vec<&str> = Vec::new();
        for (key, value, span) in &self.values {
            let meant = [TRANSLATE, LOCALES].into_iter().find(|name| key.eq_ignore_ascii_case(name));
            // The first value of a key counts. In TOML the items of a list follow it, each with its key.
            let Some(name) = meant.filter(|_| !met.contains(&key.as_str())) else { continue };
            met.push(key);
            match name {
                _ if name != key => flaws.push(of_key(text, span, key, name)),
                TRANSLATE if self.translate().is_none() => flaws.push(of_yes_or_no(text, span, value)),
                TRANSLATE => {}
                _ => {
                    let mut from = span.start;
                    for tag in self.locales().unwrap_or_default() {
                        let here = place_of(text, from..span.end, &tag);
                        from = here.end;
                        let known = || std::iter::once(source).chain(targets);
                        if !tag.parse::<Locale>().is_ok_and(|tag| known().any(|known| *known == tag)) {
                            flaws.push(of_tag(here, &tag, targets));
                        }
                    }
                }
            }
        }
        if flaws.is_empty() {
            return Vec::new();
        }
        let lines = LineIndex::new(text);
        flaws.into_iter().map(|flaw| flaw.finding(file, &lines)).collect()
    }
}

/// Where a word of a value stands; the first line of the value if it is written otherwise.
fn place_of(text: &str, part: Span, word: &str) -> Span {
    match text.get(part.clone()).and_then(|value| value.find(word)).filter(|_| !word.is_empty()) {
        Some(at) => part.start + at..part.start + at + word.len(),
        None => first_line(text, &part),
    }
}

/// The first line of a value, without the space round it.
fn first_line(text: &str, part: &Span) -> Span {
    let value = text.get(part.clone()).unwrap_or_default();
    let start = part.start + (value.len() - value.trim_start_matches([' ', '\t']).len());
    let line = text.get(start..part.end).unwrap_or_default().lines().next().unwrap_or_default();
    start..start + line.trim_end().len()
}

fn of_key(text: &str, span: &Span, key: &str, name: &str) -> Flaw {
    let line = line_at(text, 0..text.len(), span.start);
    let message = format!("`{}` is not the key `{name}`, and says nothing of the translation", visible(key));
    Flaw::of_place(line, message, format!("write it in small letters: {name}"))
}

fn of_yes_or_no(text: &str, span: &Span, value: &Value) -> Flaw {
    let said = match value {
        Value::Text(word) | Value::Other(word) => word.trim().to_owned(),
        Value::List(items) => items.join(", "),
    };
    let message = match said.as_str() {
        "" => "`translate` says neither yes nor no: the page is translated".to_owned(),
        said => format!("`translate` says `{}`, neither yes nor no: the page is translated", visible(said)),
    };
    let help = "write false, without quotes, for a page that stays as it is; else true";
    Flaw::of_place(first_line(text, span), message, help.to_owned())
}

fn of_tag(span: Span, tag: &str, targets: &[Locale]) -> Flaw {
    let has: Vec<&str> = targets.iter().map(Locale::as_str).collect();
    let language = tag.parse::<Locale>().ok();
    let alike = || {
        targets.iter().find(|known| language.as_ref().is_some_and(|tag| tag.language() == known.language()))
    };
    let meant = alike().map(Locale::as_str).or_else(|| nearest(tag, has.iter().copied()));
    let meant = meant.map(|meant| format!("did you mean {meant}? ")).unwrap_or_default();
    let message =
        format!("`{}` is no language of this project: the page is not translated for it", visible(tag));
    Flaw::of_place(span, message, format!("{meant}drogman.toml has {}", has.join(", ")))
}

#[cfg(test)]
mod tests {
    use crate::document::{Format, Options, parse};
    use crate::text::Locale;

    /// Line, column and message of what is told of a page, and the help.
    fn told(page: &str) -> Vec<String> {
        let locale = |tag: &str| tag.parse::<Locale>().expect("a tag");
        let (document, _) = parse(Format::Markdown, "a.md", page, &Options::default());
        let targets = [locale("en"), locale("pt-BR"), locale("ar")];
        let found = document.front.scope_findings("a.md", page, &locale("fr"), &targets);
        let show = |finding: &crate::diagnostic::Diagnostic| {
            let at = finding.place.as_ref().and_then(|place| place.at).expect("a place");
            let help = finding.help.as_deref().expect("what to do");
            format!("{} {}:{} {} / {help}", finding.severity, at.line, at.column, finding.message)
        };
        found.iter().map(show).collect()
    }

    fn check(page: &str, begins: &str, help: &str) {
        let told = told(page);
        let [one] = told.as_slice() else { panic!("{page:?}: {told:?}") };
        assert!(one.starts_with(begins) && one.contains(help), "{page:?}: {one}");
    }

    #[test]
    fn a_language_that_the_project_lacks_is_told() {
        check(
            "---\nlocales: [en, it]\n---\n",
            "warning 2:15 `it` is no language of this project",
            "/ drogman.toml has en, pt-BR, ar",
        );
        check("---\nlocales: [anglais]\n---\n", "warning 2:11 `anglais` is no language", "en, pt-BR, ar");
        check("---\nlocales: [en-GB]\n---\n", "warning 2:11 `en-GB`", "did you mean en? ");
        check("---\nlocales:\n  - en\n  - pt\n---\n", "warning 4:5 `pt`", "did you mean pt-BR? ");
        check("+++\nlocales = [\"it\"]\n+++\n", "warning 2:13 `it`", "");
    }

    #[test]
    fn a_value_that_is_neither_yes_nor_no_is_told() {
        for value in ["non", "faux", "\"non\"", "\"false\"", "0", "[]"] {
            let begins = "warning 2:12 `translate` says ";
            check(&format!("---\ntranslate: {value}\n---\n"), begins, "write false, without quotes");
        }
        check("---\ntitle: a\ntranslate:\n---\n", "warning 3:11 `translate` says neither", "write false");
        check("+++\ntranslate = \"non\"\n+++\n", "warning 2:13 `translate` says `non`", "");
    }

    #[test]
    fn a_key_in_other_capitals_is_told() {
        check(
            "---\ntitle: a\nTranslate: false\n---\n",
            "warning 3:1 `Translate` is not the key",
            "small letters",
        );
        check("---\nLOCALES: [en]\n---\n", "warning 2:1 `LOCALES`", "locales");
    }

    #[test]
    fn what_can_be_followed_is_not_told() {
        for page in [
            "---\ntranslate: off\n---\n",
            "---\ntranslate: No # note\n---\n",
            "---\ntranslate: true\nlocales: [EN, fr, pt_BR]\n---\n",
            "---\nlocales: en, ar\n---\n",
            "---\nlocales: [] # later\n---\n",
            "+++\ntranslate = false\nlocales = [\"en\"]\n+++\n",
            "translate: non\n",
        ] {
            assert_eq!(told(page), [""; 0], "{page:?}");
        }
    }
}
