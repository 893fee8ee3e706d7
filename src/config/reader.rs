//! Typed reading of TOML values that remembers every mistake and goes on.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::text::{LineIndex, Span, nearest, visible};

/// The rule of every finding in the configuration.
const RULE: &str = "configuration";

/// So many keys can be read in a help; only policies have more.
const FEW: usize = 12;

/// The mistakes found so far.
pub(super) struct Mistakes<'t> {
    file: &'t str,
    lines: LineIndex<'t>,
    list: Vec<Diagnostic>,
    homes: Homes,
}

/// The tables that a file may have, each with its keys, as far as they are the same in every such table.
pub(super) type Homes = &'static [(&'static str, &'static [&'static str])];

impl<'t> Mistakes<'t> {
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        Mistakes { file, lines: LineIndex::new(text), list: Vec::new(), homes: &[] }
    }

    /// Knowing which tables the file may have: who writes a key of these elsewhere is told so.
    pub(super) fn with_homes(self, homes: Homes) -> Self {
        Mistakes { homes, ..self }
    }

    /// Whether a table of the file has this name.
    fn is_table(&self, key: &str) -> bool {
        self.homes.iter().any(|(name, _)| *name == key)
    }

    /// Where a key belongs that is unknown in a table.
    fn home(&self, key: &str, table: &str) -> Option<String> {
        // Behind `[project]` a key of the file itself is taken for one of the project.
        if !table.is_empty() && self.is_table(key) {
            return Some(format!("`{key}` is a table of its own: [{key}]"));
        }
        let of_locale = table.strip_prefix("locale.").and_then(|rest| rest.split('.').next());
        let names = |keys: &[&str]| {
            let homes = self.homes.iter().filter(|(_, own)| own.contains(&key)).map(|(name, _)| *name);
            let homes = homes.filter(|name| keys.is_empty() || keys.contains(name)).collect::<Vec<&str>>();
            // What names languages is meant before what a report or a build is to do with them.
            if homes.contains(&"project") { vec!["project"] } else { homes }
        };
        // A locale may have these of its own.
        let own =
            of_locale.map(|tag| (tag, names(&["build", "policy"]))).filter(|(_, names)| !names.is_empty());
        let homes: Vec<String> = match own {
            Some((tag, names)) => names.iter().map(|name| format!("[locale.{tag}.{name}]")).collect(),
            None => names(&[]).iter().map(|name| format!("[{name}]")).collect(),
        };
        let homes: Vec<String> = homes.into_iter().filter(|home| home[1..home.len() - 1] != *table).collect();
        (!homes.is_empty()).then(|| format!("it belongs under {}", homes.join(" or ")))
    }

    /// A mistake at some bytes of the text.
    pub(super) fn add(&mut self, span: &Span, message: impl Into<Box<str>>, help: impl Into<String>) {
        let place = self.place(span);
        let help: String = help.into();
        let mut finding = Diagnostic::new(RULE, Severity::Error, message).at(place);
        if !help.is_empty() {
            finding = finding.help(help);
        }
        self.list.push(finding);
    }

    /// What may be meant, at some bytes of the text: told, and no reason to stop.
    pub(super) fn warn(&mut self, span: &Span, message: impl Into<Box<str>>, help: impl Into<String>) {
        self.add(span, message, help);
        if let Some(last) = self.list.last_mut() {
            last.severity = Severity::Warning;
        }
    }

    /// Some bytes of the text as a place.
    pub(super) fn place(&self, span: &Span) -> Place {
        let text = self.lines.text();
        let start = boundary(text, span.start);
        let end = boundary(text, span.end).max(start);
        Place::span(self.file, &self.lines, &(start..end))
    }

    /// A value of another type than wanted.
    fn wrong_type(&mut self, key: &str, value: &Spanned<DeValue<'_>>, wanted: &str, example: &str) {
        let found = type_name(value.get_ref());
        self.add(
            &value.span(),
            format!("`{key}` must be {wanted}, not {found}"),
            format!("for example: {example}"),
        );
    }

    /// The line of a byte.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.lines.line_column(boundary(self.lines.text(), offset)).line
    }

    /// All of them, sorted by place.
    pub(super) fn into_sorted(mut self) -> Vec<Diagnostic> {
        crate::diagnostic::sort(&mut self.list);
        self.list
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many of them are errors.
    pub(super) fn errors(&self) -> usize {
        self.list.iter().filter(|finding| finding.severity == Severity::Error).count()
    }

    pub(super) fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.list.retain(keep);
    }
}

/// The nearest character boundary at or before `offset`.
fn boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// A table of the file, and its name for messages (`build`, `locale.en`; empty for the file itself).
#[derive(Clone)]
pub(super) struct Table<'a> {
    pub(super) name: String,
    /// Its bytes: of `[build]`, those of the name in brackets.
    pub(super) span: Span,
    table: &'a DeTable<'a>,
}

/// A value under its key.
#[derive(Clone)]
pub(super) struct Entry<'a> {
    /// The whole name: `build.path`.
    pub(super) key: String,
    /// The bytes of the key.
    pub(super) key_span: Span,
    value: &'a Spanned<DeValue<'a>>,
}

/// A string of the file and its bytes, quotes included.
#[derive(Debug, Clone)]
pub(super) struct Text {
    pub(super) text: String,
    pub(super) span: Span,
}

impl<'a> Table<'a> {
    pub(super) fn root(table: &'a DeTable<'a>) -> Self {
        Table { name: String::new(), span: 0..0, table }
    }

    /// The value of a key.
    pub(super) fn get(&self, key: &str) -> Option<Entry<'a>> {
        self.entries().find(|entry| entry.key == self.full(key))
    }

    /// All values.
    pub(super) fn entries(&self) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        let this = self.clone();
        this.table.iter().map(move |(key, value)| Entry {
            key: this.full(key.get_ref()),
            key_span: key.span(),
            value,
        })
    }

    /// Reports keys that are none of `known`.
    pub(super) fn only(&self, known: &[&str], mistakes: &mut Mistakes<'_>) {
        for (key, value) in self.table.iter() {
            let word: &str = key.get_ref();
            if known.contains(&word) {
                continue;
            }
            // `[locales.en]`, and `locale = ["en"]` of a project: what it holds tells them apart.
            let holds_table = matches!(value.get_ref(), DeValue::Table(_));
            let is_near =
                if self.name.is_empty() { holds_table } else { !holds_table && mistakes.is_table(word) };
            let place = if self.name.is_empty() { String::new() } else { format!(" in `[{}]`", self.name) };
            let help = match nearest(word, known.iter().copied()) {
                // A state of reports that two keys are about.
                None if known.len() > FEW && word == "stale" => {
                    "it has two keys: `stale-major` and `stale-minor`".into()
                }
                Some(meant) if is_near || (!self.name.is_empty() && is_typo(word, meant)) => {
                    format!("did you mean `{meant}`?")
                }
                meant => match (mistakes.home(word, &self.name), meant) {
                    (Some(home), _) => home,
                    (None, Some(meant)) => format!("did you mean `{meant}`?"),
                    (None, None) if known.len() > FEW => {
                        "a key here is a state or a rule; `drogman explain` lists them".into()
                    }
                    (None, None) => format!("the keys here are {}", listed(known.iter().copied())),
                },
            };
            mistakes.add(&key.span(), format!("unknown key `{}`{place}", shown(word)), help);
        }
    }

    /// Whether an unknown key was most likely meant to be this one, which `only` says.
    pub(super) fn is_misspelt(&self, key: &str, known: &[&str]) -> bool {
        let unknown =
            self.table.iter().map(|(word, _)| word.get_ref()).filter(|word| !known.contains(&&***word));
        unknown.into_iter().any(|word| nearest(word, known.iter().copied()) == Some(key))
    }

    fn full(&self, key: &str) -> String {
        if self.name.is_empty() { key.to_owned() } else { format!("{}.{key}", self.name) }
    }
}

/// Whether a word is another one but for `-` and `_`, capitals, or a letter less or more at its end: so it is nothing of
/// another table, even where that has it.
fn is_typo(word: &str, meant: &str) -> bool {
    let plain = |word: &str| word.to_lowercase().replace('-', "_");
    let (word, meant) = (plain(word), plain(meant));
    word == meant || word.strip_suffix('s').unwrap_or(&word) == meant.strip_suffix('s').unwrap_or(&meant)
}

impl<'a> Entry<'a> {
    /// The bytes of the value.
    pub(super) fn span(&self) -> Span {
        self.value.span()
    }

    /// The last part of the key.
    pub(super) fn name(&self, table: &Table<'_>) -> String {
        let skip = if table.name.is_empty() { 0 } else { table.name.len() + 1 };
        self.key[skip..].to_owned()
    }

    pub(super) fn table(&self, mistakes: &mut Mistakes<'_>) -> Option<Table<'a>> {
        if let DeValue::Table(table) = self.value.get_ref() {
            Some(Table { name: self.key.clone(), span: self.span(), table })
        } else {
            mistakes.wrong_type(&self.key, self.value, "a table", &format!("[{}]", self.key));
            None
        }
    }

    /// A list of tables (`[[…]]`); what is none is reported and left out.
    pub(super) fn tables(&self, example: &str, mistakes: &mut Mistakes<'_>) -> Vec<Table<'a>> {
        let DeValue::Array(values) = self.value.get_ref() else {
            let example = format!("{} = [{example}]", last(&self.key));
            mistakes.wrong_type(&self.key, self.value, "a list of tables", &example);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for value in values.iter() {
            if let DeValue::Table(table) = value.get_ref() {
                tables.push(Table { name: self.key.clone(), span: value.span(), table });
            } else {
                mistakes.wrong_type(&self.key, value, "a list of tables", &format!("[{example}]"));
            }
        }
        tables
    }

    /// The table in this value, if it is one, without a complaint.
    pub(super) fn as_table(&self) -> Option<Table<'a>> {
        match self.value.get_ref() {
            DeValue::Table(table) => Some(Table { name: self.key.clone(), span: self.span(), table }),
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_) => None,
        }
    }

    pub(super) fn text(&self, example: &str, mistakes: &mut Mistakes<'_>) -> Option<Text> {
        if let DeValue::String(text) = self.value.get_ref() {
            Some(Text { text: text.to_string(), span: self.value.span() })
        } else {
            let example = format!("{} = \"{example}\"", last(&self.key));
            mistakes.wrong_type(&self.key, self.value, "a text in quotes", &example);
            None
        }
    }

    pub(super) fn boolean(&self, mistakes: &mut Mistakes<'_>) -> Option<bool> {
        if let DeValue::Boolean(value) = self.value.get_ref() {
            Some(*value)
        } else {
            let example = format!("{} = true", last(&self.key));
            mistakes.wrong_type(&self.key, self.value, "true or false", &example);
            None
        }
    }

    /// A whole number from 0 to 100.
    pub(super) fn percent(&self, mistakes: &mut Mistakes<'_>) -> Option<u8> {
        if let DeValue::Integer(integer) = self.value.get_ref() {
            let number = i128::from_str_radix(integer.as_str(), integer.radix()).ok();
            let percent = number.and_then(|number| u8::try_from(number).ok()).filter(|&number| number <= 100);
            if percent.is_none() {
                let message = format!("`{}` must be a number from 0 to 100", self.key);
                mistakes.add(&self.span(), message, "it is a percentage");
            }
            percent
        } else {
            let example = format!("{} = 80", last(&self.key));
            mistakes.wrong_type(&self.key, self.value, "a whole number from 0 to 100", &example);
            None
        }
    }

    /// A list of texts; those of another type are reported and left out.
    pub(super) fn texts(&self, example: &str, mistakes: &mut Mistakes<'_>) -> Option<Vec<Text>> {
        let DeValue::Array(values) = self.value.get_ref() else {
            let example = format!("{} = {example}", last(&self.key));
            mistakes.wrong_type(&self.key, self.value, "a list of texts", &example);
            return None;
        };
        let mut texts = Vec::new();
        for value in values.iter() {
            if let DeValue::String(text) = value.get_ref() {
                texts.push(Text { text: text.to_string(), span: value.span() });
            } else {
                let found = type_name(value.get_ref());
                let message = format!("`{}` must hold texts only, not {found}", self.key);
                mistakes.add(&value.span(), message, format!("for example: {} = {example}", last(&self.key)));
            }
        }
        Some(texts)
    }

    /// A text, or a list of texts; those of another type are reported and left out.
    pub(super) fn words(&self, example: &str, mistakes: &mut Mistakes<'_>) -> Option<Vec<Text>> {
        match self.value.get_ref() {
            DeValue::String(text) => Some(vec![Text { text: text.to_string(), span: self.span() }]),
            DeValue::Array(_) => self.texts(&format!("[{example}]"), mistakes),
            DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Table(_) => {
                let example = format!("{} = {example}", last(&self.key));
                mistakes.wrong_type(&self.key, self.value, "a text in quotes, or a list of texts", &example);
                None
            }
        }
    }

    /// Whether it is a list that holds tables only.
    pub(super) fn is_list_of_tables(&self) -> bool {
        let is_table = |value: &Spanned<DeValue<'_>>| matches!(value.get_ref(), DeValue::Table(_));
        matches!(self.value.get_ref(), DeValue::Array(values) if values.iter().all(is_table))
    }

    /// Whether it is a list that holds nothing.
    pub(super) fn is_empty_list(&self) -> bool {
        matches!(self.value.get_ref(), DeValue::Array(values) if values.is_empty())
    }

    /// One of some words.
    pub(super) fn choice<T: Copy>(&self, words: &[(&str, T)], mistakes: &mut Mistakes<'_>) -> Option<T> {
        let names = || words.iter().map(|&(word, _)| word);
        let text = self.text(words.first().map_or("", |&(word, _)| word), mistakes)?;
        let found = words.iter().find(|(word, _)| *word == text.text).map(|&(_, value)| value);
        if found.is_none() {
            let help = match nearest(&text.text, names()) {
                Some(meant) => format!("did you mean \"{meant}\"?"),
                None => format!("it may be {}", quoted(names())),
            };
            let message = format!("`{}` can't be \"{}\"", self.key, shown(&text.text));
            mistakes.add(&text.span, message, help);
        }
        found
    }

    /// A scalar as the text that a front matter would show.
    pub(super) fn scalar(&self, mistakes: &mut Mistakes<'_>) -> Option<String> {
        match self.value.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            DeValue::Boolean(value) => Some(value.to_string()),
            DeValue::Integer(value) => Some(value.to_string()),
            DeValue::Float(value) => Some(value.to_string()),
            DeValue::Datetime(value) => Some(value.to_string()),
            DeValue::Array(_) | DeValue::Table(_) => {
                let example = format!("{} = true", last(&self.key));
                mistakes.wrong_type(&self.key, self.value, "one value", &example);
                None
            }
        }
    }
}

/// What a text of the file may look like in a message: one line, not too long.
pub(super) fn shown(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", visible(&text[..end])),
        None => visible(text).into_owned(),
    }
}

/// `a`, `b` and `c`.
pub(super) fn listed<'w>(words: impl Iterator<Item = &'w str>) -> String {
    in_words(words.map(|word| format!("`{word}`")).collect(), "and")
}

fn quoted<'w>(words: impl Iterator<Item = &'w str>) -> String {
    in_words(words.map(|word| format!("\"{word}\"")).collect(), "or")
}

fn in_words(mut words: Vec<String>, conjunction: &str) -> String {
    match words.pop() {
        None => "none".to_owned(),
        Some(last) if words.is_empty() => last,
        Some(last) => format!("{} {conjunction} {last}", words.join(", ")),
    }
}

fn last(key: &str) -> &str {
    key.rsplit('.').next().unwrap_or(key)
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) => "a number",
        DeValue::Float(_) => "a number with decimals",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
