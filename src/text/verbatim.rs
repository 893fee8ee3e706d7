//! Stretches of a sentence that are not prose: code, link targets, addresses, tags, placeholders.
//!
//! In prose a typographer may change spaces, apostrophes and dashes; in these nothing is typography.
//! Found by their marks alone, so that the same text gives the same answer in any format: where a mark
//! could be either, it is taken for verbatim, since then a difference counts as a change.

use super::Span;

/// What a verbatim stretch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verbatim {
    /// A code span with its backticks.
    Code,
    /// The target of a link or image, with `](` before it: up to its title or its `)`.
    Target,
    /// The title behind the target of a link or image, up to its `)`.
    Title,
    /// The label of a reference link, with its brackets: `[label]` right after `]`.
    Label,
    /// A note call: `[^1]`.
    Note,
    /// An address in the text: `https://…`, `<https://…>`, `a@b.fr`.
    Address,
    /// An HTML tag or comment.
    Tag,
    /// A placeholder: `{nom}`, `{{ x }}`, `%s`, `${X}`.
    Placeholder,
}

/// The verbatim stretches of `text`, in order, not overlapping. Linear in the text.
pub fn verbatim(text: &str) -> Vec<(Span, Verbatim)> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    if !(0..bytes.len()).any(|at| may_begin(bytes, at)) {
        return found;
    }
    let mut reader = Reader {
        text,
        bytes,
        ticks: None,
        tag_from: 0,
        brace_from: 0,
        closed_to: usize::MAX,
        target_from: 0,
        run: Run { end: 0, may_hold: false },
    };
    let mut at = 0;
    while at < bytes.len() {
        match reader.at(at) {
            Some((end, kind)) if end > at => {
                found.push((at..end, kind));
                at = end;
                if kind == Verbatim::Target
                    && let Some(end) = reader.title(at)
                {
                    found.push((at..end, Verbatim::Title));
                    at = end;
                }
            }
            // Backticks that close nothing are text, the whole run of them.
            _ if bytes[at] == b'`' => at += run_of(b'`', &bytes[at..]),
            // Nothing begins inside a word.
            _ if bytes[at].is_ascii_alphanumeric() => {
                at += bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
            }
            _ => at += 1,
        }
    }
    found
}

/// Whether a mark of something verbatim stands at `at`. Most sentences have none: a full stop or colon of
/// theirs is followed by a space, a domain's or an address's is not.
fn may_begin(bytes: &[u8], at: usize) -> bool {
    let tight = || bytes.get(at + 1).is_some_and(|next| !next.is_ascii_whitespace());
    match bytes[at] {
        b'`' | b'[' | b'<' | b'{' | b'@' => true,
        b'%' | b':' | b'.' => tight(),
        _ => false,
    }
}

/// Lookahead that failed once is not tried again from each later mark.
struct Reader<'t> {
    text: &'t str,
    bytes: &'t [u8],
    /// For each length of a backtick run, where the last run of that length begins.
    ticks: Option<Vec<usize>>,
    /// No `>` closes a tag opened before this byte.
    tag_from: usize,
    /// No `}` closes a brace opened before this byte.
    brace_from: usize,
    /// No `)` closes what begins at this byte or behind it: a title, the name of `%(nom)s`.
    closed_to: usize,
    /// No `>` closes a target that begins before this byte.
    target_from: usize,
    /// The run of characters without white space that was looked at last.
    run: Run,
}

/// See [`Reader::run`].
struct Run {
    end: usize,
    /// Whether an address can stand in it.
    may_hold: bool,
}

impl Reader<'_> {
    fn at(&mut self, at: usize) -> Option<(usize, Verbatim)> {
        match self.bytes[at] {
            b'`' => self.code(at),
            b']' if self.bytes.get(at + 1) == Some(&b'(') => Some((self.target(at + 2)?, Verbatim::Target)),
            b']' if self.bytes.get(at + 1) == Some(&b'[') => Some((self.bracket(at + 1)?, Verbatim::Label)),
            b'[' if self.bytes.get(at + 1) == Some(&b'^') => Some((self.bracket(at)?, Verbatim::Note)),
            b'<' => self.tag(at),
            b'{' => self.brace(at).map(|end| (end, Verbatim::Placeholder)),
            b'$' if self.bytes.get(at + 1) == Some(&b'{') => {
                self.brace(at + 1).map(|end| (end, Verbatim::Placeholder))
            }
            b'%' => self.percent(at),
            byte if byte.is_ascii_alphanumeric() && self.starts_word(at) => {
                self.address(at).map(|end| (end, Verbatim::Address))
            }
            _ => None,
        }
    }

    fn starts_word(&self, at: usize) -> bool {
        // Nearly every letter stands behind another one.
        if at > 0 && self.bytes[at - 1].is_ascii_alphanumeric() {
            return false;
        }
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+');
        at == 0 || !self.text[..at].ends_with(inside)
    }

    fn code(&mut self, at: usize) -> Option<(usize, Verbatim)> {
        let run = run_of(b'`', &self.bytes[at..]);
        let bytes = self.bytes;
        let last = self.ticks.get_or_insert_with(|| last_runs(bytes));
        let closes = last.get(run).is_some_and(|&last| last >= at + run && last != usize::MAX);
        let mut from = at + run;
        // Only runs of another length lie between: each is passed once by each length, of which there are few.
        while closes && from < bytes.len() {
            let next = from + memchr::memchr(b'`', &bytes[from..])?;
            let length = run_of(b'`', &bytes[next..]);
            if length == run {
                return Some((next + length, Verbatim::Code));
            }
            from = next + length;
        }
        None
    }

    /// The end of a link target that begins at `from`: before the space of its title, else before its `)`.
    fn target(&mut self, from: usize) -> Option<usize> {
        if self.bytes.get(from) == Some(&b'<') {
            if from < self.target_from {
                return None;
            }
            let end = memchr::memchr2(b'>', b'\n', &self.bytes[from..]).map(|length| from + length);
            if let Some(end) = end.filter(|end| self.bytes[*end] == b'>') {
                return Some(end + 1);
            }
            self.target_from = end.unwrap_or(self.bytes.len());
            return None;
        }
        let mut depth = 0_usize;
        for (at, &byte) in self.bytes[from..].iter().enumerate() {
            match byte {
                b' ' | b'\t' | b'\n' => return Some(from + at),
                b'(' => depth += 1,
                b')' if depth == 0 => return Some(from + at),
                b')' => depth -= 1,
                _ => {}
            }
        }
        Some(self.bytes.len())
    }

    /// The end of what stands between a target and its `)`, if anything does.
    fn title(&mut self, from: usize) -> Option<usize> {
        if from >= self.closed_to || !matches!(self.bytes.get(from), Some(b' ' | b'\t' | b'\n')) {
            return None;
        }
        let Some(first) = memchr::memchr(b')', &self.bytes[from..]) else {
            self.closed_to = from;
            return None;
        };
        let rest = &self.bytes[from..];
        let quote = rest.iter().copied().find(|byte| !byte.is_ascii_whitespace());
        let quoted = quote.filter(|byte| matches!(byte, b'"' | b'\'')).and_then(|quote| {
            // The title's own parentheses: the link ends behind its quotation mark, in the same breath.
            const LONGEST: usize = 300;
            let near = &rest[..rest.len().min(LONGEST)];
            memchr::memchr_iter(b')', near).find(|&at| near[..at].trim_ascii_end().ends_with(&[quote]))
        });
        Some(from + quoted.unwrap_or(first))
    }

    /// The end of a bracket without another one inside.
    fn bracket(&self, open: usize) -> Option<usize> {
        let end = open + 1 + memchr::memchr2(b']', b'[', &self.bytes[open + 1..])?;
        (self.bytes[end] == b']').then_some(end + 1)
    }

    fn tag(&mut self, at: usize) -> Option<(usize, Verbatim)> {
        let next = *self.bytes.get(at + 1)?;
        if !(next.is_ascii_alphabetic() || matches!(next, b'/' | b'!' | b'?')) || at < self.tag_from {
            return None;
        }
        let Some(length) = memchr::memchr(b'>', &self.bytes[at..]) else {
            self.tag_from = self.bytes.len();
            return None;
        };
        let inside = &self.text[at + 1..at + length];
        if let Some(inner) = inside.rfind('<') {
            self.tag_from = at + 1 + inner;
            return None;
        }
        let is_address =
            !inside.contains(char::is_whitespace) && (inside.contains(':') || inside.contains('@'));
        Some((at + length + 1, if is_address { Verbatim::Address } else { Verbatim::Tag }))
    }

    /// The end of the braces that open at `at`, however many.
    fn brace(&mut self, at: usize) -> Option<usize> {
        if at < self.brace_from {
            return None;
        }
        let Some(length) = memchr::memchr(b'}', &self.bytes[at..]) else {
            self.brace_from = self.bytes.len();
            return None;
        };
        let run = run_of(b'{', &self.bytes[at..]);
        if let Some(inner) = memchr::memrchr(b'{', &self.bytes[at + run..at + length]) {
            // Only the last brace before the closing one can open a placeholder.
            self.brace_from = at + run + inner;
            return None;
        }
        let mut end = at + length;
        let most = end + run;
        while end < most && self.bytes.get(end) == Some(&b'}') {
            end += 1;
        }
        Some(end)
    }

    /// `%s`, `%d`, `%1$s`, `%(nom)s`; a per cent sign of prose is followed by none of them.
    fn percent(&mut self, at: usize) -> Option<(usize, Verbatim)> {
        let rest = &self.bytes[at + 1..];
        let named = match rest.first()? {
            b'(' if at >= self.closed_to => return None,
            b'(' => match memchr::memchr(b')', rest) {
                Some(end) => end + 1,
                None => {
                    self.closed_to = at;
                    return None;
                }
            },
            byte if byte.is_ascii_digit() => {
                let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
                if rest.get(digits) != Some(&b'$') {
                    return None;
                }
                digits + 1
            }
            _ => 0,
        };
        let sign = rest.get(named)?;
        let after = rest.get(named + 1).copied().unwrap_or(b' ');
        let is_placeholder = matches!(sign, b's' | b'd' | b'i' | b'f' | b'@' | b'u' | b'x')
            && !after.is_ascii_alphanumeric()
            && after.is_ascii();
        is_placeholder.then_some((at + 1 + named + 1, Verbatim::Placeholder))
    }

    /// The end of an address that begins at the word at `at`.
    fn address(&mut self, at: usize) -> Option<usize> {
        if at >= self.run.end {
            let rest = &self.text[at..];
            let ends =
                |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '«' | '»' | '`' | '[' | ']');
            let end = at + rest.find(ends).unwrap_or(rest.len());
            let run = &self.text[at..end];
            self.run = Run {
                end,
                // A host has a full stop, but after `://`.
                may_hold: run.bytes().any(|byte| matches!(byte, b'.' | b'@'))
                    || run.contains(':') && (run.contains("://") || run.contains("mailto:")),
            };
        }
        if !self.run.may_hold {
            return None;
        }
        let word = &self.text[at..self.run.end];
        let head = word
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
            .count();
        let is_url =
            word[head..].starts_with("://") || word.starts_with("www.") || word.starts_with("mailto:");
        let mail = || {
            let is_user = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
            let user = &word[..word.find(|c: char| !is_user(c))?];
            let host = word[user.len()..].strip_prefix('@')?;
            let length =
                host.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(host.len());
            let host = host[..length].trim_end_matches('.');
            (!user.is_empty() && host.contains('.')).then_some(user.len() + 1 + host.len())
        };
        let end = if is_url { Some(without_closers(word)) } else { mail().or_else(|| domain(word)) };
        end.filter(|&end| end > 0).map(|end| at + end)
    }
}

/// The length of a bare domain at the start of `word`, with its path: `exemple.fr/plan`. Of the many ends
/// of domains only those that French pages name, and that are no words behind a forgotten space.
fn domain(word: &str) -> Option<usize> {
    const ENDS: &[&str] = &[
        "fr", "com", "org", "net", "eu", "be", "ch", "ca", "io", "dev", "info", "lu", "uk", "gouv", "paris",
        "bzh", "app", "coop", "europa", "int", "edu", "gov",
    ];
    let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let length = word.find(|c: char| !is_host(c)).unwrap_or(word.len());
    let host = word[..length].trim_end_matches(['.', '-']);
    let (name, end) = host.rsplit_once('.')?;
    if !ENDS.contains(&end) || name.is_empty() || name.split('.').any(str::is_empty) {
        return None;
    }
    match word[host.len()..].starts_with('/') {
        true => Some(without_closers(word)),
        false => Some(host.len()),
    }
}

/// The length of an address without the marks of the sentence behind it.
fn without_closers(word: &str) -> usize {
    let opened = word.matches('(').count();
    // Of what is left of the word.
    let mut closed = word.matches(')').count();
    let mut word = word;
    loop {
        let cut =
            word.trim_end_matches(['.', ',', ';', ':', '!', '?', '’', '\'', '*', '_', '…', '|', '”', '“']);
        let cut = match cut.strip_suffix(')') {
            Some(inner) if opened < closed => {
                closed -= 1;
                inner
            }
            _ => cut,
        };
        if cut.len() == word.len() {
            return cut.len();
        }
        word = cut;
    }
}

/// How many of `byte` stand at the start of `bytes`.
fn run_of(byte: u8, bytes: &[u8]) -> usize {
    bytes.iter().take_while(|&&other| other == byte).count()
}

/// For each length of a run of backticks, where the last such run begins.
fn last_runs(bytes: &[u8]) -> Vec<usize> {
    let mut last = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'`', &bytes[at..]) {
        let begin = at + next;
        let run = run_of(b'`', &bytes[begin..]);
        if last.len() <= run {
            last.resize(run + 1, usize::MAX);
        }
        last[run] = begin;
        at = begin + run;
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, Verbatim)]) {
        let found: Vec<(&str, Verbatim)> =
            verbatim(text).into_iter().map(|(span, kind)| (&text[span], kind)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_are_found() {
        check("Tapez `ls -l`, puis ``a`b``.", &[("`ls -l`", Verbatim::Code), ("``a`b``", Verbatim::Code)]);
        check(
            "Voir [le plan](plan_(1).md \"Le plan\").",
            &[("](plan_(1).md", Verbatim::Target), (" \"Le plan\"", Verbatim::Title)],
        );
        check("Voir [le plan][p] et la note[^1].", &[("][p]", Verbatim::Label), ("[^1]", Verbatim::Note)]);
        check(
            "<https://a.fr> et <b>x</b>",
            &[("<https://a.fr>", Verbatim::Address), ("<b>", Verbatim::Tag), ("</b>", Verbatim::Tag)],
        );
        check(
            "(https://a.fr/x(y)), www.b.fr. et jo@c.fr.",
            &[
                ("https://a.fr/x(y)", Verbatim::Address),
                ("www.b.fr", Verbatim::Address),
                ("jo@c.fr", Verbatim::Address),
            ],
        );
        check(
            "Bonjour {nom}, {{ x }}, ${Y}, %s, %1$s : 5 %.",
            &[
                ("{nom}", Verbatim::Placeholder),
                ("{{ x }}", Verbatim::Placeholder),
                ("${Y}", Verbatim::Placeholder),
                ("%s", Verbatim::Placeholder),
                ("%1$s", Verbatim::Placeholder),
            ],
        );
    }

    #[test]
    fn prose_is_left_alone() {
        check("Si a < b, « c » > d ; 5 % de tout : [sic] `", &[]);
        check("Le 3 mai à 18:30, M. Duval (le maire) dit : oui.", &[]);
    }

    #[test]
    fn stretches_of_hostile_marks_stand_one_behind_the_other() {
        for mark in [
            "`", "``` ", "<a", "{", "[^", "](", "a@", "`` ` ", "<a>", "{a}", "[a][", "a-", "](<", "%(",
            "](a \"", "a/",
        ] {
            let text = mark.repeat(500) + "\na@b.fr";
            let stretches = verbatim(&text);
            let mut end = 0;
            for (span, _) in &stretches {
                assert!(end <= span.start && span.start < span.end, "{mark}: {span:?}");
                assert!(text.get(span.clone()).is_some(), "{mark}: {span:?}");
                end = span.end;
            }
        }
    }
}
