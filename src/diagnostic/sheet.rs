//! Findings by the hundred thousand: kept in little space until they are told, and made anew one at a time.
//!
//! As a value, a finding takes up to a kilobyte. On a sheet it takes its own words and some twenty bytes: names that
//! findings share are written once, and what a text has in common with the one before it is not written again.

use std::sync::Arc;

use smol_str::SmolStr;

use super::{Diagnostic, Excerpt, French, Place, Severity, Subject, Suggestion};
use crate::text::{Edit, LineColumn, Span, same_head};

/// Findings of one file, sorted, each once.
#[derive(Debug)]
pub struct Sheet {
    file: Option<Arc<str>>,
    rules: Box<[&'static str]>,
    words: Box<[SmolStr]>,
    documents: Box<[Arc<str>]>,
    /// All texts, one after the other: each from where it differs from the last of its kind.
    texts: Box<str>,
    /// All else, seven bits a byte.
    numbers: Box<[u8]>,
    tally: Tally,
}

/// How many findings there are of a kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Of severity error.
    pub errors: usize,
    /// Of severity warning.
    pub warnings: usize,
    /// That suggest a change which is certain.
    pub certain: usize,
    /// That point to bytes, and have not taken the line.
    pub bare: usize,
    /// That are about a document as a whole.
    pub pages: usize,
}

impl Tally {
    /// How many there are.
    pub fn all(&self) -> usize {
        self.errors + self.warnings
    }

    pub(super) fn count(&mut self, finding: &Diagnostic) {
        match finding.severity {
            Severity::Error => self.errors += 1,
            Severity::Warning => self.warnings += 1,
        }
        let subject = &finding.subject;
        self.certain += usize::from(finding.suggestion.as_ref().is_some_and(|one| one.certain));
        self.bare += usize::from(
            finding.excerpt.is_none() && finding.place.as_ref().is_some_and(|place| place.span.is_some()),
        );
        self.pages += usize::from(subject.document.is_some() && subject.unit.is_none());
    }

    /// The sum of both.
    #[must_use]
    pub fn and(self, other: Tally) -> Tally {
        Tally {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            certain: self.certain + other.certain,
            bare: self.bare + other.bare,
            pages: self.pages + other.pages,
        }
    }
}

/// What a finding has, as bits of its first number.
mod has {
    pub(super) const ERROR: usize = 1;
    pub(super) const LOCALE: usize = 1 << 1;
    pub(super) const DOCUMENT: usize = 1 << 2;
    pub(super) const UNIT: usize = 1 << 3;
    pub(super) const AT: usize = 1 << 4;
    pub(super) const SPAN: usize = 1 << 5;
    /// A help that is written among the texts.
    pub(super) const HELP: usize = 1 << 6;
    /// A help that findings share.
    pub(super) const SHARED_HELP: usize = 1 << 7;
    pub(super) const EXCERPT: usize = 1 << 8;
    pub(super) const SUGGESTION: usize = 1 << 9;
    pub(super) const CERTAIN: usize = 1 << 10;
    pub(super) const FRENCH: usize = 1 << 11;
    /// An excerpt with the line of the French.
    pub(super) const FRENCH_EXCERPT: usize = 1 << 12;
}

/// The texts that were written or read last, each of its kind.
#[derive(Default)]
struct Last {
    unit: String,
    message: String,
    help: String,
    line: String,
    french: String,
    suggested: String,
}

/// Writes findings on a sheet.
#[derive(Default)]
struct Writer {
    rules: Vec<&'static str>,
    words: Vec<SmolStr>,
    documents: Vec<Arc<str>>,
    texts: String,
    numbers: Vec<u8>,
    last: Last,
    tally: Tally,
}

/// The place of a name in a list of few, to which it is added if it is not there.
fn index_of<T: PartialEq + Clone>(list: &mut Vec<T>, name: &T) -> usize {
    list.iter().position(|known| known == name).unwrap_or_else(|| {
        list.push(name.clone());
        list.len() - 1
    })
}

fn number(numbers: &mut Vec<u8>, mut value: usize) {
    while value >= 0x80 {
        numbers.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    numbers.push(value as u8);
}

fn text(texts: &mut String, numbers: &mut Vec<u8>, last: &mut String, text: &str) {
    let mut common = same_head(last.as_bytes(), text.as_bytes());
    while !(last.is_char_boundary(common) && text.is_char_boundary(common)) {
        common -= 1;
    }
    let own = &text[common..];
    number(numbers, common);
    number(numbers, own.len());
    texts.push_str(own);
    last.truncate(common);
    last.push_str(own);
}

impl Writer {
    fn write(&mut self, finding: &Diagnostic) {
        self.tally.count(finding);
        let Diagnostic { rule, severity, place, subject, message, help, suggestion, excerpt, french } =
            finding;
        let numbers = &mut self.numbers;
        let at = place.as_ref().and_then(|place| place.at);
        let span = place.as_ref().and_then(|place| place.span);
        let is_own = help.as_ref().is_some_and(SmolStr::is_heap_allocated);
        let beside = excerpt.as_ref().and_then(|excerpt| excerpt.french.as_deref());
        let bits = [
            (*severity == Severity::Error, has::ERROR),
            (subject.locale.is_some(), has::LOCALE),
            (subject.document.is_some(), has::DOCUMENT),
            (subject.unit.is_some(), has::UNIT),
            (at.is_some(), has::AT),
            (span.is_some(), has::SPAN),
            (is_own, has::HELP),
            (help.is_some() && !is_own, has::SHARED_HELP),
            (excerpt.is_some(), has::EXCERPT),
            (suggestion.is_some(), has::SUGGESTION),
            (suggestion.as_ref().is_some_and(|one| one.certain), has::CERTAIN),
            (french.is_some(), has::FRENCH),
            (beside.is_some(), has::FRENCH_EXCERPT),
        ];
        number(numbers, bits.iter().filter(|(has, _)| *has).map(|(_, bit)| bit).sum());
        number(numbers, index_of(&mut self.rules, rule));
        if let Some(locale) = &subject.locale {
            number(numbers, index_of(&mut self.words, locale));
        }
        if let Some(document) = &subject.document {
            number(numbers, index_of(&mut self.documents, document));
        }
        if let Some(unit) = &subject.unit {
            text(&mut self.texts, numbers, &mut self.last.unit, unit);
        }
        for pair in [at.map(|at| (at.line, at.column)), span].into_iter().flatten() {
            number(numbers, pair.0);
            number(numbers, pair.1);
        }
        text(&mut self.texts, numbers, &mut self.last.message, message);
        match help {
            Some(help) if is_own => text(&mut self.texts, numbers, &mut self.last.help, help),
            Some(help) => number(numbers, index_of(&mut self.words, help)),
            None => {}
        }
        if let Some(excerpt) = excerpt {
            text(&mut self.texts, numbers, &mut self.last.line, &excerpt.line);
            number(numbers, excerpt.before.into());
            number(numbers, excerpt.width.into());
        }
        if let Some(beside) = beside {
            text(&mut self.texts, numbers, &mut self.last.french, &beside.line);
            number(numbers, beside.before.into());
            number(numbers, beside.width.into());
        }
        if let Some(french) = french {
            let (line, words) = (french.line(), french.words());
            for value in [french.number(), line.start, line.len(), words.start, words.len()] {
                number(numbers, value);
            }
        }
        if let Some(Suggestion { edit, start, end, line, length, certain: _ }) = suggestion.as_deref() {
            let places = [start.line, start.column, end.line, end.column];
            for value in [edit.span.start, edit.span.end, *length].into_iter().chain(places) {
                number(numbers, value);
            }
            text(&mut self.texts, numbers, &mut String::new(), &edit.with);
            text(&mut self.texts, numbers, &mut self.last.suggested, line);
        }
    }

    fn finish(self, file: Option<Arc<str>>) -> Sheet {
        Sheet {
            file,
            rules: self.rules.into(),
            words: self.words.into(),
            documents: self.documents.into(),
            texts: self.texts.into(),
            numbers: self.numbers.into(),
            tally: self.tally,
        }
    }
}

impl Sheet {
    /// Findings of one file on a sheet, in their order.
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Diagnostic>) -> Sheet {
        // Room for what most files have: to grow step by step would cost more than what is written.
        let mut writer = Writer {
            texts: String::with_capacity(2048),
            numbers: Vec::with_capacity(256),
            ..Writer::default()
        };
        let mut file = None;
        for finding in findings {
            if file.is_none() {
                file = finding.place.as_ref().map(|place| Arc::clone(&place.file));
            }
            writer.write(finding);
        }
        writer.finish(file)
    }

    /// The file; none if the findings have no place.
    pub fn file(&self) -> Option<&str> {
        self.file.as_deref()
    }

    /// How many findings there are of a kind.
    pub fn tally(&self) -> Tally {
        self.tally
    }

    /// The rules that its findings name, each once.
    pub fn rules(&self) -> &[&'static str] {
        &self.rules
    }

    /// The findings.
    pub fn iter(&self) -> Reader<'_> {
        Reader { sheet: self, left: self.tally.all(), at: 0, texts: &self.texts, last: Last::default() }
    }
}

/// Makes the findings of a sheet anew, one after the other.
pub struct Reader<'s> {
    sheet: &'s Sheet,
    left: usize,
    at: usize,
    texts: &'s str,
    last: Last,
}

impl<'s> Reader<'s> {
    fn number(&mut self) -> usize {
        let (mut value, mut shift) = (0, 0);
        // A sheet holds what was written.
        while let Some(byte) = self.sheet.numbers.get(self.at) {
            self.at += 1;
            value |= usize::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                break;
            }
            shift += 7;
        }
        value
    }

    fn pair(&mut self) -> (usize, usize) {
        let first = self.number();
        (first, self.number())
    }

    fn place(&mut self) -> LineColumn {
        let (line, column) = self.pair();
        LineColumn { line, column }
    }

    fn text(&mut self, last: fn(&mut Last) -> &mut String) -> &str {
        let (common, length) = self.pair();
        let (own, rest) = self.texts.split_at(length);
        self.texts = rest;
        let last = last(&mut self.last);
        last.truncate(common);
        last.push_str(own);
        last
    }

    /// Bytes, by the first one and how many there are.
    fn span(&mut self) -> Span {
        let (start, length) = self.pair();
        start..start + length
    }

    /// Without that of the French.
    fn excerpt(&mut self, last: fn(&mut Last) -> &mut String) -> Excerpt {
        let line = self.text(last).into();
        Excerpt { line, before: self.narrow(), width: self.narrow(), french: None }
    }

    fn narrow(&mut self) -> u16 {
        u16::try_from(self.number()).unwrap_or(u16::MAX)
    }
}

impl Iterator for Reader<'_> {
    type Item = Diagnostic;

    fn next(&mut self) -> Option<Diagnostic> {
        self.left = self.left.checked_sub(1)?;
        let sheet = self.sheet;
        let bits = self.number();
        let has = |bit: usize| bits & bit != 0;
        let rule = sheet.rules[self.number()];
        let locale = has(has::LOCALE).then(|| sheet.words[self.number()].clone());
        let document = has(has::DOCUMENT).then(|| Arc::clone(&sheet.documents[self.number()]));
        let unit = has(has::UNIT).then(|| SmolStr::new(self.text(|last| &mut last.unit)));
        let at = has(has::AT).then(|| self.place());
        let span = has(has::SPAN).then(|| self.pair());
        let message = self.text(|last| &mut last.message).into();
        let help = match (has(has::HELP), has(has::SHARED_HELP)) {
            (true, _) => Some(SmolStr::new(self.text(|last| &mut last.help))),
            (false, true) => Some(sheet.words[self.number()].clone()),
            (false, false) => None,
        };
        let excerpt = has(has::EXCERPT).then(|| self.excerpt(|last| &mut last.line));
        let beside = has(has::FRENCH_EXCERPT).then(|| Box::new(self.excerpt(|last| &mut last.french)));
        let excerpt = excerpt.map(|excerpt| Excerpt { french: beside, ..excerpt });
        let french = has(has::FRENCH).then(|| {
            let (number, line, words) = (self.number(), self.span(), self.span());
            French::at(number, line, words)
        });
        let suggestion = has(has::SUGGESTION).then(|| {
            let (from, to) = self.pair();
            let length = self.number();
            let (start, end) = (self.place(), self.place());
            let with = {
                let (_, length) = self.pair();
                let (with, rest) = self.texts.split_at(length);
                self.texts = rest;
                with.to_owned()
            };
            let line = self.text(|last| &mut last.suggested).to_owned();
            let edit = Edit { span: from..to, with };
            Box::new(Suggestion { edit, start, end, line, length, certain: has(has::CERTAIN) })
        });
        Some(Diagnostic {
            rule,
            severity: if has(has::ERROR) { Severity::Error } else { Severity::Warning },
            place: sheet.file.as_ref().map(|file| Place { file: Arc::clone(file), at, span }),
            subject: Subject { locale, document, unit },
            message,
            help,
            suggestion,
            excerpt,
            french: french.flatten(),
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn finding() -> impl Strategy<Value = Diagnostic> {
        let text = || "[a-cé😀]{0,6}";
        let long = || "[a-cé]{20,40}";
        let number = || prop_oneof![0..4_usize, 100..100_000_usize];
        let place = proptest::option::of((number(), number()));
        let names = (
            proptest::option::of(text()),
            proptest::option::of(text()),
            proptest::option::of(prop_oneof![text(), long()]),
        );
        let help = proptest::option::of(prop_oneof![
            Just(SmolStr::new_static("write it as it stands in the French")),
            text().prop_map(SmolStr::from),
            long().prop_map(SmolStr::from),
        ]);
        let suggestion = proptest::option::of((number(), text(), long(), any::<bool>()));
        let excerpt = proptest::option::of((text(), 0..200_u16, 1..200_u16, proptest::option::of(long())));
        let french = proptest::option::of((number(), number()));
        let rule = prop_oneof![Just("spaces"), Just("numbers"), Just("missing")];
        (rule, any::<bool>(), (place.clone(), place), names, text(), help, suggestion, excerpt, french)
            .prop_map(
                |(
                    rule,
                    is_error,
                    (at, span),
                    (locale, document, unit),
                    message,
                    help,
                    suggestion,
                    excerpt,
                    french,
                )| {
                    let severity = if is_error { Severity::Error } else { Severity::Warning };
                    let mut finding = Diagnostic::new(rule, severity, message).at(Place {
                        file: "locales/en/quai.ftl".into(),
                        at: at.map(|(line, column)| LineColumn { line, column }),
                        span,
                    });
                    finding.subject = Subject {
                        locale: locale.map(SmolStr::from),
                        document: document.map(Arc::from),
                        unit: unit.map(SmolStr::from),
                    };
                    finding.help = help;
                    finding.excerpt = excerpt.map(|(line, before, width, beside)| {
                        let excerpt =
                            |line: String| Excerpt { line: line.into(), before, width, french: None };
                        Excerpt { french: beside.map(|line| Box::new(excerpt(line))), ..excerpt(line) }
                    });
                    finding.french =
                        french.and_then(|(at, words)| French::at(at, at..at + 40, words..words + 9));
                    finding.suggestion = suggestion.map(|(number, with, line, certain)| {
                        let place = LineColumn { line: number, column: number + 1 };
                        Box::new(Suggestion {
                            edit: Edit { span: number..number + 2, with },
                            start: place,
                            end: place,
                            line,
                            length: number,
                            certain,
                        })
                    });
                    finding
                },
            )
    }

    proptest! {
        #[test]
        fn findings_come_back_from_a_sheet_as_they_were(findings in proptest::collection::vec(finding(), 0..12)) {
            let sheet = Sheet::of(&findings);
            prop_assert_eq!(sheet.iter().collect::<Vec<_>>(), findings);
        }
    }
}
