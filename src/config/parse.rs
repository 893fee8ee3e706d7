//! The table of a configuration, key by key.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeTable;

use super::build::{PLACEHOLDERS, PatternError, PatternProblem};
use super::globs::compile;
use super::policy::{FINDINGS, PathPolicy, Policy};
use super::reader::{Entry, Mistakes, Table, Text, listed, shown};
use super::{
    Build, Config, Documents, Globs, LocaleSettings, MissingPolicy, OutputPattern, StalePolicy, join,
};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Locale, Span, nearest};

/// See [`Config::parse`].
pub(super) fn parse(file: &str, text: &str) -> Result<Config, Vec<Diagnostic>> {
    let mut mistakes = Mistakes::new(file, text);
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let root = Table::root(table.get_ref());
        let config = read(&root, &mut mistakes);
        return match config {
            Some(config) if mistakes.is_empty() => Ok(config),
            Some(_) | None => Err(mistakes.into_sorted()),
        };
    }
    // What follows from a syntax error (a key cut in two, a table that seems to be missing) is no
    // mistake of the user's: only what lies before the first one is reported with it.
    let first = errors.iter().filter_map(|error| error.span()).map(|span| span.start).min().unwrap_or(0);
    let first_line = mistakes.line(first);
    read(&Table::root(table.get_ref()), &mut mistakes);
    mistakes.retain(|finding| {
        finding
            .place
            .as_ref()
            .and_then(|place| place.at)
            .is_some_and(|at| at.line < first_line && at.line > 1)
            && !finding.message.contains("missing")
    });
    let mut lines = BTreeSet::new();
    for error in &errors {
        let span = error.span().unwrap_or(0..0);
        if lines.insert(mistakes.line(span.start)) {
            let message = error.message();
            mistakes.add(&span, format!("this is not TOML: {}", shown(message)), syntax_help(message));
        }
    }
    Err(mistakes.into_sorted())
}

/// What to do about a mistake of syntax, by the parser's words for it.
fn syntax_help(message: &str) -> &'static str {
    match message {
        _ if message.contains("string") => {
            "a text stands in quotes on one line: content = \"content\"; a backslash in it is written \\\\"
        }
        _ if message.contains("duplicate") => "keep one of the two",
        _ if message.contains("array") => "a list is like: locales = [\"en\", \"de\"]",
        _ if message.contains("table") => "a table begins with its name in brackets: [build]",
        _ => {
            "a line is a key and its value, like source = \"fr\", or a table, like [project], or # and a note"
        }
    }
}

const TOP: [&str; 8] = ["project", "documents", "segment", "links", "build", "policy", "policies", "locale"];

fn read(root: &Table<'_>, mistakes: &mut Mistakes<'_>) -> Option<Config> {
    root.only(&TOP, mistakes);
    let section = |key: &str, mistakes: &mut Mistakes<'_>| root.get(key)?.table(mistakes);
    let project = section("project", mistakes);
    if root.get("project").is_none() {
        let help = "write it under [project]: source = \"fr\", locales = [\"en\"]";
        mistakes.add(&(0..0), "`project.source` and `project.locales` are missing", help);
    }
    let project = project.map(|table| read_project(&table, root, mistakes)).unwrap_or_default();
    let documents = read_documents(section("documents", mistakes).as_ref(), mistakes);
    let abbreviations = read_segment(section("segment", mistakes).as_ref(), mistakes);
    let localized_links = read_links(section("links", mistakes).as_ref(), mistakes);
    let build_table = section("build", mistakes);
    let mut build = Build::default();
    let mut build_source = true;
    if let Some(table) = &build_table {
        table.only(&["path", "source", "missing", "stale", "minimum", "copy", "isolating"], mistakes);
        read_build(table, &mut build, mistakes);
        if let Some(value) = table.get("source").and_then(|entry| entry.boolean(mistakes)) {
            build_source = value;
        }
    }
    let policy =
        section("policy", mistakes).map(|table| read_policy(&table, &[], mistakes)).unwrap_or_default();
    let mut policies = BTreeMap::new();
    for entry in section("policies", mistakes).iter().flat_map(Table::entries) {
        if let Some(table) = entry.table(mistakes) {
            policies.insert(
                entry.key["policies.".len()..].to_owned(),
                read_policy(&table, &["only_touched", "warnings_fail"], mistakes),
            );
        }
    }
    let locale_table = section("locale", mistakes);
    let locales = read_locales(locale_table.as_ref(), &project, &build, mistakes);
    let places = ["source", "content", "catalogs", "output"]
        .into_iter()
        .filter_map(|key| Some((key, mistakes.place(&root.get("project")?.as_table()?.get(key)?.span()))))
        .collect();
    let config = Config {
        source: project.source?,
        targets: project.targets?,
        content: project.content?,
        catalogs: project.catalogs?,
        output: project.output?,
        shared: project.shared,
        documents,
        abbreviations,
        localized_links,
        build_source,
        build,
        policy,
        policies,
        locales,
        places,
    };
    check_outputs(&config, root, mistakes);
    Some(config)
}

/// `[project]`; what is wrong is `None`, so that the rest of the file can still be checked.
#[derive(Default)]
struct Project {
    source: Option<Locale>,
    targets: Option<Vec<Locale>>,
    content: Option<String>,
    catalogs: Option<String>,
    output: Option<String>,
    shared: Globs,
}

impl Project {
    /// All locales, the source last; `None` if they are not all known.
    fn locales(&self) -> Option<Vec<&Locale>> {
        Some(self.targets.as_ref()?.iter().chain([self.source.as_ref()?]).collect())
    }
}

fn read_project(table: &Table<'_>, root: &Table<'_>, mistakes: &mut Mistakes<'_>) -> Project {
    const KEYS: [&str; 6] = ["source", "locales", "content", "catalogs", "output", "shared"];
    table.only(&KEYS, mistakes);
    let header = root.get("project").map_or(0..0, |entry| entry.key_span);
    let required = |key: &str, help: &str, mistakes: &mut Mistakes<'_>| {
        let entry = table.get(key);
        if entry.is_none() && !table.is_misspelt(key, &KEYS) {
            mistakes.add(&header, format!("`project.{key}` is missing"), help);
        }
        entry
    };
    let source = required("source", "the language that authors write: source = \"fr\"", mistakes);
    let locales =
        required("locales", "the languages to translate into: locales = [\"en\", \"de\"]", mistakes);
    let source = source.and_then(|entry| entry.text("fr", mistakes));
    let source = source.and_then(|text| locale(&text, mistakes));
    let targets = locales.and_then(|entry| read_targets(&entry, source.as_ref(), mistakes));

    let content = folder(table, "content", "content", mistakes);
    let catalogs = folder(table, "catalogs", "locales", mistakes);
    let output = folder(table, "output", "dist", mistakes);
    let shared = globs(table, "shared", mistakes);
    let shared = shared.unwrap_or_else(|| Globs::new(&["terms.ftl", "_*.ftl"]).unwrap_or_default());
    let span_of = |key: &str| table.get(key).map_or(header.clone(), |entry| entry.span());
    if catalogs.is_some() && catalogs == content {
        let help = "give the catalogs a folder of their own: catalogs = \"locales\"";
        mistakes.add(&span_of("catalogs"), "the catalogs can't be in the content folder itself", help);
    }
    if output.as_ref().is_some_and(String::is_empty) {
        let help = "give the outputs a folder of their own: output = \"dist\"";
        mistakes.add(&span_of("output"), "the outputs can't be in the project's folder itself", help);
    }
    Project { source, targets, content, catalogs, output, shared }
}

fn read_targets(
    entry: &Entry<'_>,
    source: Option<&Locale>,
    mistakes: &mut Mistakes<'_>,
) -> Option<Vec<Locale>> {
    let mut targets: Vec<Locale> = Vec::new();
    let mut seen: BTreeSet<Locale> = BTreeSet::new();
    let texts = entry.texts("[\"en\", \"de\"]", mistakes)?;
    let empty = texts.is_empty();
    for text in texts {
        let Some(target) = locale(&text, mistakes) else { continue };
        if Some(&target) == source {
            let message = format!("`{target}` is the source and can't be a target too");
            mistakes.add(&text.span, message, "`project.locales` lists the languages to translate into");
        } else if seen.insert(target.clone()) {
            targets.push(target);
        } else {
            let message = format!("the locale `{target}` is listed twice");
            mistakes.add(&text.span, message, "a tag is the same in upper and lower case: keep one");
        }
    }
    if empty {
        let help = "name the languages to translate into: locales = [\"en\", \"de\"]";
        mistakes.add(&entry.span(), "`project.locales` names no locale", help);
    }
    Some(targets)
}

fn read_documents(table: Option<&Table<'_>>, mistakes: &mut Mistakes<'_>) -> Documents {
    let mut documents = Documents {
        include: Globs::new(&["**/*.md", "**/*.txt"]).unwrap_or_default(),
        exclude: Globs::default(),
        front_matter: vec!["title".to_owned(), "description".to_owned()],
        hold: BTreeMap::new(),
    };
    let Some(table) = table else { return documents };
    table.only(&["include", "exclude", "front_matter", "hold"], mistakes);
    if let Some(include) = globs(table, "include", mistakes) {
        documents.include = include;
    }
    if let Some(exclude) = globs(table, "exclude", mistakes) {
        documents.exclude = exclude;
    }
    if let Some(keys) = table.get("front_matter").and_then(|entry| entry.texts("[\"title\"]", mistakes)) {
        documents.front_matter = keys.into_iter().map(|key| key.text).collect();
    }
    if let Some(hold) = table.get("hold").and_then(|entry| entry.table(mistakes)) {
        for entry in hold.entries() {
            if let Some(value) = entry.scalar(mistakes) {
                documents.hold.insert(entry.name(&hold), value);
            }
        }
    }
    documents
}

fn read_segment(table: Option<&Table<'_>>, mistakes: &mut Mistakes<'_>) -> Vec<String> {
    let Some(table) = table else { return Vec::new() };
    table.only(&["abbreviations"], mistakes);
    let texts = table.get("abbreviations").and_then(|entry| entry.texts("[\"art.\"]", mistakes));
    let mut abbreviations = Vec::new();
    for text in texts.unwrap_or_default() {
        if text.text.trim().is_empty() || text.text.contains(char::is_control) {
            let help = "for example: abbreviations = [\"art.\", \"al.\"]";
            mistakes.add(&text.span, "an abbreviation must be one word", help);
        } else {
            abbreviations.push(text.text.trim().to_owned());
        }
    }
    abbreviations
}

fn read_links(table: Option<&Table<'_>>, mistakes: &mut Mistakes<'_>) -> Vec<String> {
    let Some(table) = table else { return Vec::new() };
    table.only(&["localize"], mistakes);
    let texts = table.get("localize").and_then(|entry| entry.texts("[\"fr.wikipedia.org\"]", mistakes));
    texts.into_iter().flatten().map(|text| text.text).collect()
}

fn read_build(table: &Table<'_>, build: &mut Build, mistakes: &mut Mistakes<'_>) {
    const MISSING: [(&str, MissingPolicy); 3] =
        [("source", MissingPolicy::Source), ("skip", MissingPolicy::Skip), ("fail", MissingPolicy::Fail)];
    const STALE: [(&str, StalePolicy); 4] = [
        ("translation", StalePolicy::Translation),
        ("source", StalePolicy::Source),
        ("skip", StalePolicy::Skip),
        ("fail", StalePolicy::Fail),
    ];
    if let Some(text) = table.get("path").and_then(|entry| entry.text("{locale}/{path}", mistakes)) {
        match OutputPattern::parse(&text.text) {
            Ok(pattern) => match leaves_project(&pattern.render("aa", "b/c.d")) {
                None => build.path = pattern,
                Some(reason) => {
                    mistakes.add(
                        &text.span,
                        format!("an output path {reason}"),
                        "it starts under `project.output`",
                    );
                }
            },
            Err(error) => pattern_mistake(&text, &error, mistakes),
        }
    }
    if let Some(value) = table.get("missing").and_then(|entry| entry.choice(&MISSING, mistakes)) {
        build.missing = value;
    }
    if let Some(entry) = table.get("stale") {
        if let Some(grades) = entry.as_table() {
            grades.only(&["minor", "major"], mistakes);
            if let Some(value) = grades.get("minor").and_then(|entry| entry.choice(&STALE, mistakes)) {
                build.stale_minor = value;
            }
            if let Some(value) = grades.get("major").and_then(|entry| entry.choice(&STALE, mistakes)) {
                build.stale_major = value;
            }
        } else if let Some(value) = entry.choice(&STALE, mistakes) {
            build.stale_minor = value;
            build.stale_major = value;
        }
    }
    if let Some(value) = table.get("minimum").and_then(|entry| entry.percent(mistakes)) {
        build.minimum = value;
    }
    if let Some(value) = globs(table, "copy", mistakes) {
        build.copy = value;
    }
    if let Some(value) = table.get("isolating").and_then(|entry| entry.boolean(mistakes)) {
        build.isolating = value;
    }
}

fn pattern_mistake(text: &Text, error: &PatternError, mistakes: &mut Mistakes<'_>) {
    // The span of a value includes its quotes; a value with escapes is underlined as a whole.
    let quote = 1;
    let plain = text.span.len() == text.text.len() + 2 * quote;
    let span = if plain && !error.span.is_empty() {
        text.span.start + quote + error.span.start..text.span.start + quote + error.span.end
    } else {
        text.span.clone()
    };
    let (message, help) = match &error.kind {
        PatternProblem::LoneBrace => {
            ("this brace has no partner".to_owned(), format!("a placeholder is one of {}", placeholders()))
        }
        PatternProblem::Unknown(word) => (
            format!("unknown placeholder `{{{}}}`", shown(word)),
            match nearest(word, PLACEHOLDERS) {
                Some(meant) => format!("did you mean `{{{meant}}}`?"),
                None => format!("a placeholder is one of {}", placeholders()),
            },
        ),
        PatternProblem::SamePath => (
            "all documents would be built to the same path".to_owned(),
            "use `{path}`, or `{dir}` and `{stem}`".to_owned(),
        ),
    };
    mistakes.add(&span, message, help);
}

fn placeholders() -> String {
    let names = PLACEHOLDERS.map(|name| format!("{{{name}}}"));
    listed(names.iter().map(String::as_str))
}

/// A policy; `more` are keys beside those of every policy.
fn read_policy(table: &Table<'_>, more: &[&str], mistakes: &mut Mistakes<'_>) -> Policy {
    let mut policy = Policy::default();
    let findings = FINDINGS.iter().map(|&(name, _)| name);
    let known: Vec<&str> = findings.chain(["complete", "paths"]).chain(more.iter().copied()).collect();
    table.only(&known, mistakes);
    for entry in table.entries() {
        match entry.name(table).as_str() {
            "complete" => policy.complete = entry.percent(mistakes).or(policy.complete),
            "only_touched" if more.contains(&"only_touched") => {
                policy.only_touched = entry.boolean(mistakes).unwrap_or_default();
            }
            "warnings_fail" if more.contains(&"warnings_fail") => {
                policy.warnings_fail = entry.boolean(mistakes).unwrap_or_default();
            }
            "paths" => {
                let tables = entry.tables("{ documents = [\"brouillons/**\"], missing = \"off\" }", mistakes);
                policy.paths = tables.iter().map(|table| read_path_policy(table, mistakes)).collect();
            }
            name => policy.rules.extend(read_weight(&entry, name, mistakes)),
        }
    }
    policy
}

/// One entry of `paths`.
fn read_path_policy(table: &Table<'_>, mistakes: &mut Mistakes<'_>) -> PathPolicy {
    let known: Vec<&str> = FINDINGS.iter().map(|&(name, _)| name).chain(["documents"]).collect();
    table.only(&known, mistakes);
    let mut policy = PathPolicy::default();
    match globs(table, "documents", mistakes) {
        Some(globs) => policy.documents = globs,
        None if table.get("documents").is_none() => {
            let message = "this entry of `paths` does not say for which documents it holds";
            let span = table.entries().next().map_or(0..0, |entry| entry.key_span.clone());
            mistakes.add(&span, message, "for example: documents = [\"brouillons/**\"]");
        }
        None => {}
    }
    for entry in table.entries().filter(|entry| entry.name(table) != "documents") {
        let name = entry.name(table);
        policy.rules.extend(read_weight(&entry, &name, mistakes));
    }
    policy
}

/// What a key of a policy says of a finding; nothing if there is no such finding.
fn read_weight(
    entry: &Entry<'_>,
    name: &str,
    mistakes: &mut Mistakes<'_>,
) -> Option<(&'static str, Option<Severity>)> {
    const WEIGHTS: [(&str, Option<Severity>); 3] =
        [("error", Some(Severity::Error)), ("warning", Some(Severity::Warning)), ("off", None)];
    let &(rule, _) = FINDINGS.iter().find(|(rule, _)| *rule == name)?;
    entry.choice(&WEIGHTS, mistakes).map(|weight| (rule, weight))
}

fn read_locales(
    table: Option<&Table<'_>>,
    project: &Project,
    build: &Build,
    mistakes: &mut Mistakes<'_>,
) -> BTreeMap<Locale, LocaleSettings> {
    let known = project.locales();
    let mut locales = BTreeMap::new();
    for entry in table.iter().flat_map(|table| table.entries()) {
        let tag = entry.key["locale.".len()..].to_owned();
        let text = Text { text: tag.clone(), span: entry.key_span.clone() };
        let Some(tag) = locale(&text, mistakes) else { continue };
        if let Some(known) = &known
            && !known.contains(&&tag)
        {
            let tags = || known.iter().map(|locale| locale.as_str());
            let help = match nearest(tag.as_str(), tags()) {
                Some(meant) => {
                    format!("did you mean `{meant}`? A new locale goes to `project.locales` first")
                }
                None => format!("the project's locales are {}", listed(tags())),
            };
            mistakes.add(&entry.key_span, format!("the project has no locale `{tag}`"), help);
            continue;
        }
        let Some(settings) = entry.table(mistakes) else { continue };
        let settings = read_locale(&settings, &tag, project, build, mistakes);
        if locales.insert(tag.clone(), settings).is_some() {
            let message = format!("the settings of `{tag}` are given twice");
            mistakes.add(&entry.key_span, message, "keep one of the two tables");
        }
    }
    locales
}

fn read_locale(
    table: &Table<'_>,
    tag: &Locale,
    project: &Project,
    build: &Build,
    mistakes: &mut Mistakes<'_>,
) -> LocaleSettings {
    let source = project.source.as_ref();
    if Some(tag) == source {
        for key in ["documents", "fallback", "released", "policy"] {
            if let Some(entry) = table.get(key) {
                let message = format!("`{key}` has no meaning for the source locale");
                mistakes.add(&entry.key_span, message, "remove it, or move it to a target's table");
            }
        }
    }
    table.only(&["documents", "fallback", "released", "folder", "policy", "build"], mistakes);
    let mut settings =
        LocaleSettings { documents: globs(table, "documents", mistakes), ..LocaleSettings::default() };
    if let Some(entry) = table.get("fallback") {
        for text in entry.texts("[\"en\"]", mistakes).unwrap_or_default() {
            let Some(next) = locale(&text, mistakes) else { continue };
            let problem = if next == *tag {
                Some("a locale can't fall back on itself".to_owned())
            } else if Some(&next) == source {
                Some("the source is always asked last; it needs no mention".to_owned())
            } else if project.targets.as_ref().is_some_and(|targets| !targets.contains(&next)) {
                Some(format!("the project has no locale `{next}`"))
            } else if settings.fallback.contains(&next) {
                Some(format!("`{next}` is listed twice"))
            } else {
                None
            };
            match problem {
                Some(message) => {
                    let targets = project.targets.iter().flatten().map(Locale::as_str);
                    mistakes.add(&text.span, message, format!("the target locales are {}", listed(targets)));
                }
                None => settings.fallback.push(next),
            }
        }
    }
    settings.unreleased = table.get("released").and_then(|entry| entry.boolean(mistakes)) == Some(false);
    if let Some(text) = table.get("folder").and_then(|entry| entry.text(tag.as_str(), mistakes)) {
        if let Some(reason) = leaves_project(&text.text).or(text.text.is_empty().then_some("is empty")) {
            let message = format!("the folder `{}` {reason}", shown(&text.text));
            mistakes.add(&text.span, message, "it is a plain name, for example: folder = \"english\"");
        } else {
            settings.folder = Some(text.text);
        }
    }
    if let Some(policy) = table.get("policy").and_then(|entry| entry.table(mistakes)) {
        settings.policy = read_policy(&policy, &[], mistakes);
    }
    if let Some(table) = table.get("build").and_then(|entry| entry.table(mistakes)) {
        table.only(&["path", "missing", "stale", "minimum", "copy", "isolating"], mistakes);
        let mut own = build.clone();
        read_build(&table, &mut own, mistakes);
        settings.build = Some(own);
    }
    settings
}

/// Outputs that would fall on each other, or be the next run's source.
fn check_outputs(config: &Config, root: &Table<'_>, mistakes: &mut Mistakes<'_>) {
    let project = root.get("project").and_then(|entry| entry.as_table());
    let span_of = |table: Option<&Table<'_>>, key: &str| -> Option<Span> { Some(table?.get(key)?.span()) };
    let build = root.get("build").and_then(|entry| entry.as_table());
    let span =
        span_of(build.as_ref(), "path").or_else(|| span_of(project.as_ref(), "output")).unwrap_or(0..0);
    // Outputs among the catalogs would be swept, read and pruned as such.
    let catalogs = format!("{}/", config.catalogs);
    if config.output == config.catalogs || config.output.starts_with(&catalogs) {
        let span = span_of(project.as_ref(), "output").or_else(|| span_of(project.as_ref(), "catalogs"));
        let message = format!("the outputs can't be in the folder of the catalogs, `{}`", config.catalogs);
        mistakes.add(
            &span.unwrap_or(0..0),
            message,
            "give the outputs a folder of their own: output = \"dist\"",
        );
        return;
    }
    let mut seen: BTreeMap<String, &Locale> = BTreeMap::new();
    for locale in config.built_locales() {
        let probe = config.output_path(locale, "dossier/page.md");
        if let Some(other) = seen.insert(probe, locale) {
            let message = format!("`{other}` and `{locale}` would be built to the same files");
            mistakes.add(
                &span,
                message,
                "the output path needs `{locale}`, and each locale its own `folder`",
            );
            return;
        }
    }
    for (locale, document) in config.built_locales().flat_map(|locale| {
        ["page.md", "page.txt", "dossier/page.md", "dossier/page.txt"].map(|page| (locale, page))
    }) {
        let output = config.output_path(locale, document);
        let source = join(&config.content, document);
        let inside = if config.content.is_empty() {
            Some(output.as_str())
        } else {
            output.strip_prefix(&config.content).and_then(|rest| rest.strip_prefix('/'))
        };
        if config.is_document(document)
            && output != source
            && inside.is_some_and(|inside| config.is_document(inside))
        {
            let message = format!("the output `{output}` would itself be read as a document");
            let help = "put the outputs outside of the content folder, or exclude them: \
                        documents.exclude";
            mistakes.add(&span, message, help);
            return;
        }
    }
}

fn locale(text: &Text, mistakes: &mut Mistakes<'_>) -> Option<Locale> {
    let parsed = text.text.parse::<Locale>().ok();
    if parsed.is_none() {
        let message = format!("`{}` is not a language tag", shown(&text.text));
        mistakes.add(&text.span, message, "a tag is like `en`, `pt-BR` or `zh-Hant`");
    }
    parsed
}

fn globs(table: &Table<'_>, key: &str, mistakes: &mut Mistakes<'_>) -> Option<Globs> {
    let texts = table.get(key)?.texts("[\"**/*.md\"]", mistakes)?;
    let mut patterns = Vec::new();
    for text in texts {
        match compile(&text.text) {
            Ok(_) if text.text.starts_with('/') || text.text.split('/').any(|part| part == "..") => {
                let message = format!("the pattern `{}` leaves its folder", shown(&text.text));
                mistakes.add(&text.span, message, "patterns are relative, for example: \"actu/*.md\"");
            }
            Ok(_) => patterns.push(text.text),
            Err(reason) => {
                let message = format!("`{}` is not a pattern of paths: {reason}", shown(&text.text));
                mistakes.add(&text.span, message, "for example: \"**/*.md\"");
            }
        }
    }
    Globs::new(&patterns).ok()
}

/// A folder of the project, without `./` and double slashes. `None` after a mistake.
fn folder(table: &Table<'_>, key: &str, default: &str, mistakes: &mut Mistakes<'_>) -> Option<String> {
    let Some(entry) = table.get(key) else { return Some(default.to_owned()) };
    let text = entry.text(default, mistakes)?;
    let reason = if text.text.trim().is_empty() { Some("is empty") } else { leaves_project(&text.text) };
    if let Some(reason) = reason {
        let message = format!("the folder `{}` {reason}", shown(&text.text));
        mistakes.add(
            &text.span,
            message,
            format!("name a folder of the project, for example: {key} = \"{default}\""),
        );
        return None;
    }
    let parts: Vec<&str> = text.text.split('/').filter(|part| !part.is_empty() && *part != ".").collect();
    if let Some(own) = parts.first().filter(|part| [".drogman", ".git"].contains(part)) {
        let message = format!("the folder `{own}` is not for this");
        mistakes.add(&text.span, message, format!("for example: {key} = \"{default}\""));
        return None;
    }
    Some(parts.join("/"))
}

/// Why a path can't be one below the project, in words that follow the path.
fn leaves_project(path: &str) -> Option<&'static str> {
    let drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes()[0].is_ascii_alphabetic();
    if path.starts_with('/') || path.starts_with('\\') || drive {
        Some("is absolute: paths start at the project's folder")
    } else if path.split(['/', '\\']).any(|part| part == "..") {
        Some("has `..`: paths stay in the project")
    } else if path.contains(char::is_control) {
        Some("holds a control character")
    } else {
        None
    }
}
