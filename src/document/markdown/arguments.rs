//! What the shortcodes of site builders and the tags of HTML and MDX are given: `{{< figure caption="Une vue" >}}`,
//! `<Card title="Un pont" />`.
//!
//! Only values in quotes are looked at, each on one line, in tags also those in braces (`title={"Un pont"}`). Which of them are text nobody can tell but the project, by
//! the names that its settings list.

use super::around::{Around, Quote, Within};
use crate::document::named::{is_prose, words_for_readers};
use crate::text::{Span, count_words};

/// A value in quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Argument {
    name: Name,
    /// Bytes of the value, without its quotes and the blanks at its ends.
    pub(super) value: Span,
    pub(super) around: Around,
}

/// What a value is called.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Name {
    /// By these bytes.
    Own(Span),
    /// By its place, from 0, among the values of the shortcode of this name.
    Place(Span, usize),
}

impl Argument {
    /// Whether a project names it: `caption`, or `note.0` for the first value of `note` without a name.
    pub(super) fn is_among(&self, text: &str, names: &[String]) -> bool {
        match &self.name {
            Name::Own(own) => names.iter().any(|name| *name == text[own.clone()]),
            Name::Place(of, at) => {
                let is_place = |place: &str| place.parse() == Ok(*at);
                let named = names.iter().filter_map(|name| name.rsplit_once('.'));
                named.into_iter().any(|(shortcode, place)| shortcode == &text[of.clone()] && is_place(place))
            }
        }
    }

    /// How many words for readers it probably holds.
    pub(super) fn words(&self, text: &str) -> usize {
        let value = &text[self.value.clone()];
        match &self.name {
            Name::Own(own) => words_for_readers(&text[own.clone()], value),
            Name::Place(..) if is_prose(value) && value.contains(char::is_alphabetic) => count_words(value),
            Name::Place(..) => 0,
        }
    }

    /// What the settings would name it by: `caption`, `note.0`.
    pub(super) fn name(&self, text: &str) -> String {
        match &self.name {
            Name::Own(own) => text[own.clone()].to_owned(),
            Name::Place(of, at) => format!("{}.{at}", &text[of.clone()]),
        }
    }

    fn new(text: &str, name: Name, value: Span, around: Around) -> Option<Argument> {
        let raw = &text[value.clone()];
        let start = value.start + (raw.len() - raw.trim_start().len());
        let value = start..start + raw.trim().len();
        (!value.is_empty() && !raw.contains(['\n', '\r'])).then_some(Argument { name, value, around })
    }
}

/// What a text is given that is made of shortcodes, tags of Liquid or expressions in braces.
pub(super) fn of_shortcodes(text: &str) -> Vec<Argument> {
    let is_expression = text.starts_with("{{") && !text.starts_with("{{<") && !text.starts_with("{{%");
    in_quotes(text, if is_expression { Within::Expression } else { Within::Shortcode })
}

/// What a fence of code is given on its first line (`title="Le pont"`): names of files stand there more often than words.
pub(super) fn of_fences(text: &str) -> Vec<Argument> {
    let mut found = in_quotes(text, Within::Fence);
    found.retain(|argument| matches!(argument.name, Name::Own(_)) && argument.words(text) > 0);
    found
}

fn in_quotes(text: &str, within: Within) -> Vec<Argument> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut unnamed = Unnamed::default();
    let (mut at, mut read) = (0, 0);
    while let Some(open) = memchr::memchr3(b'"', b'\'', b'`', &bytes[at..]).map(|open| at + open) {
        at = open + 1;
        let before = text[..open].trim_end_matches(' ');
        // An apostrophe in a word opens nothing.
        if !before.ends_with(['=', '(', ',', '\n']) && before.len() == open {
            continue;
        }
        let Some(end) = end_of_value(bytes, open) else { break };
        unnamed.pass(text, read..open);
        let name = match name_before(before) {
            Some(own) => Name::Own(own),
            None => Name::Place(unnamed.shortcode.clone(), unnamed.count),
        };
        unnamed.count += usize::from(matches!(name, Name::Place(..)));
        at = end + 1;
        read = at;
        let quote = Quote::of(bytes[open]);
        found.extend(
            quote.and_then(|quote| Argument::new(text, name, open + 1..end, Around::Value(quote, within))),
        );
    }
    found
}

/// How many values without a name a shortcode has been given.
#[derive(Default)]
struct Unnamed {
    /// Bytes of the shortcode's name.
    shortcode: Span,
    count: usize,
}

impl Unnamed {
    /// Goes on over a part of the text that has no quotes.
    fn pass(&mut self, text: &str, part: Span) {
        let raw = &text[part.clone()];
        let opener =
            ["{{<", "{{%", "{%"].iter().filter_map(|opener| Some((raw.rfind(opener)?, opener.len()))).max();
        let mut words = &raw[opener.map_or(0, |(at, length)| at + length)..];
        if opener.is_some() {
            words = words.trim_start();
            let length = words.find(char::is_whitespace).unwrap_or(words.len());
            let start = part.end - words.len();
            *self = Unnamed { shortcode: start..start + length, count: 0 };
            words = &words[length..];
        }
        self.count += words.split_whitespace().filter(|word| !word.contains('=')).count();
    }
}

/// Where the quote stands that closes the one at `open`.
fn end_of_value(bytes: &[u8], open: usize) -> Option<usize> {
    let quote = bytes[open];
    let mut at = open + 1;
    loop {
        at += memchr::memchr2(quote, b'\\', bytes.get(at..)?)?;
        match bytes[at] {
            b'\\' if quote != b'`' => at += 2,
            b'\\' => at += 1,
            _ => return Some(at),
        }
    }
}

/// The name that an equals sign at the end of `before` gives a value.
fn name_before(before: &str) -> Option<Span> {
    let name = before.strip_suffix('=')?.trim_end_matches(' ');
    Some(name.trim_end_matches(is_of_name).len()..name.len())
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '@')
}

/// What the tags of a text are given; not those in comments and scripts.
pub(super) fn of_tags(text: &str) -> Vec<Argument> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = memchr::memchr(b'<', &text.as_bytes()[at..]).map(|open| at + open) {
        let rest = &text[open..];
        let raw = RAW.iter().find(|(begin, _)| {
            rest.get(..begin.len()).is_some_and(|start| start.eq_ignore_ascii_case(begin))
        });
        at = match raw {
            Some((_, end)) => rest.find(end).map_or(text.len(), |end| open + end),
            None if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic()) => {
                of_tag(text, open + 1, &mut found)
            }
            None => open + 1,
        };
    }
    found
}

/// What holds no tags, and its end.
const RAW: [(&str, &str); 4] =
    [("<!--", "-->"), ("<?", "?>"), ("<script", "</script"), ("<style", "</style")];

/// Where the tag ends whose name begins at `name`, if it does.
pub(super) fn behind_tag(text: &str, name: usize) -> Option<usize> {
    let end = of_tag(text, name, &mut Vec::new());
    text[..end].ends_with('>').then_some(end)
}

/// Reads a tag from its name on; gives where it ends.
fn of_tag(text: &str, from: usize, found: &mut Vec<Argument>) -> usize {
    let end_of = |from: usize, is_end: fn(char) -> bool| {
        text[from..].find(is_end).map_or(text.len(), |length| from + length)
    };
    let is_end = |c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/');
    let mut at = end_of(from, is_end);
    while at < text.len() {
        match text.as_bytes()[at] {
            b'>' => return at + 1,
            b'{' => at = behind_braces(text, at),
            b'=' => {
                at = end_of(at + 1, |c| !c.is_whitespace());
                match text.as_bytes().get(at) {
                    Some(&quote @ (b'"' | b'\'')) => {
                        let Some(length) = memchr::memchr(quote, &text.as_bytes()[at + 1..]) else {
                            return text.len();
                        };
                        let end = at + 1 + length;
                        let name = attribute_before(text, at);
                        found.extend(Quote::of(quote).and_then(|quote| {
                            let around = Around::Value(quote, Within::Tag);
                            Argument::new(text, name, at + 1..end, around)
                        }));
                        at = end + 1;
                    }
                    Some(b'{') => {
                        let end = behind_braces(text, at);
                        found.extend(of_braces(text, at..end));
                        at = end;
                    }
                    Some(_) => at = end_of(at, |c| c.is_whitespace() || c == '>'),
                    None => {}
                }
            }
            _ => at = end_of(at, |c| !(c.is_whitespace() || c == '/')).max(at),
        }
        if at < text.len() && !matches!(text.as_bytes()[at], b'>' | b'=' | b'{' | b'/') {
            at = match text[at..].starts_with(char::is_whitespace) {
                true => end_of(at, |c| !c.is_whitespace()),
                false => end_of(at, is_end),
            };
        }
    }
    text.len()
}

/// The name of the attribute whose value begins at `at`.
fn attribute_before(text: &str, at: usize) -> Name {
    let before = text[..at].trim_end().strip_suffix('=').unwrap_or_default().trim_end();
    Name::Own(before.trim_end_matches(is_of_name).len()..before.len())
}

/// The value in braces, if it is a text in quotes and nothing else. A backslash escapes quotes there.
fn of_braces(text: &str, braces: Span) -> Option<Argument> {
    let inner = text[braces.clone()].strip_prefix('{')?.strip_suffix('}')?;
    let open = braces.start + 1 + (inner.len() - inner.trim_start().len());
    let quote = Quote::of(text.as_bytes()[open]).filter(|quote| *quote != Quote::Back)?;
    let end = end_of_value(text.as_bytes(), open)?;
    let is_all = end + 1 == braces.start + 1 + inner.trim_end().len();
    let around = Around::Value(quote, Within::Shortcode);
    is_all.then(|| Argument::new(text, attribute_before(text, braces.start), open + 1..end, around))?
}

/// The first byte behind the braces that open at `at`.
fn behind_braces(text: &str, at: usize) -> usize {
    let mut depth = 0;
    for (offset, byte) in text[at..].bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return at + offset + 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, found: Vec<Argument>) -> Vec<(&str, &str)> {
        let name = |one: &Argument| match &one.name {
            Name::Own(own) => &text[own.clone()],
            Name::Place(..) => "",
        };
        found.iter().map(|one| (name(one), &text[one.value.clone()])).collect()
    }

    #[test]
    fn a_shortcode_is_given_values_with_names_or_without() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            assert_eq!(shown(text, of_shortcodes(text)), expected, "{text}");
        };
        check(
            "{{< figure src=\"a.jpg\" caption=\"L'eau \\\"vive\\\"\" alt=`Un \"pont\"` >}}",
            &[("src", "a.jpg"), ("caption", "L'eau \\\"vive\\\""), ("alt", "Un \"pont\"")],
        );
        check("{{% note \"Bon à savoir\" l'été %}}", &[("", "Bon à savoir")]);
        check("{% include a.html caption='Une vue' %}", &[("caption", "Une vue")]);
        check(
            "{{ figure(alt=\"Une vue\", n=1, caption = ' Une  vue ') }}",
            &[("alt", "Une vue"), ("caption", "Une  vue")],
        );
        check("{{< a b=\"\" c=\"x", &[]);
    }

    #[test]
    fn a_tag_is_given_attributes() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            assert_eq!(shown(text, of_tags(text)), expected, "{text}");
        };
        check(
            "<Card title=\"Un pont\" alt='Une vue' open n={1} />",
            &[("title", "Un pont"), ("alt", "Une vue")],
        );
        check("<a\n  b = \"x\"\n  on={() => { go(\"y\") }} c=\"z\">d=\"e\"</a>", &[("b", "x"), ("c", "z")]);
        check(
            "<p class=x data-a=\"b>c\" :d=\"e\"><b title=\"f\">",
            &[("data-a", "b>c"), (":d", "e"), ("title", "f")],
        );
        check(
            "<Card title={\"Un pont\"} alt={ 'l\\'eau' } n={a + \"b\"} t={`c`} d={\"e\" + f} g={} />",
            &[("title", "Un pont"), ("alt", "l\\'eau")],
        );
        check("<!-- <p a=\"b\"> --><script a=\"b\"></script><p c=\"d\">", &[("c", "d")]);
        check("<p {...x} a=\"b\"", &[("a", "b")]);
        check("<p a=\"b", &[]);
        check("<p = a / b=\"c\"", &[("b", "c")]);
        check("a < b=\"c\"", &[]);
    }

    #[test]
    fn a_value_without_a_name_is_called_by_its_place() {
        let named = |text: &'static str, name: &str| -> Vec<&str> {
            let names = [name.to_owned()];
            let found = of_shortcodes(text).into_iter().filter(|one| one.is_among(text, &names));
            found.map(|one| &text[one.value]).collect()
        };
        let text = "{{< note info \"Bon à savoir\" n=1 \"Oui\" >}}{{% tab \"Linux\" %}}";
        assert_eq!(named(text, "note.1"), ["Bon à savoir"]);
        assert_eq!(named(text, "note.2"), ["Oui"]);
        assert_eq!(named(text, "tab.0"), ["Linux"]);
        assert!(named(text, "note.0").is_empty() && named(text, "note").is_empty());
        assert_eq!(named("{{< a/b \"un\" >}}", "a/b.0"), ["un"]);
    }

    #[test]
    fn words_are_told_where_they_are_likely() {
        let words = |text: &str| of_shortcodes(text).iter().map(|one| one.words(text)).sum::<usize>();
        assert_eq!(words("{{< figure src=\"la vue.jpg\" caption=\"Une vue\" class=\"un deux\" >}}"), 2);
        assert_eq!(words("{{< note \"Bon à savoir\" \"un\" \"a=b c\" >}}"), 3);
    }
}
