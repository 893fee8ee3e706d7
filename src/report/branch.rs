//! What a branch did to the French, in a line for its author.

use super::languages;
use crate::align::change::{Reason, Verdict, as_written, bare};
use crate::text::visible;

/// More languages than these are counted, not named.
const MOST_LANGUAGES: usize = 6;

/// What a branch did to the French.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Branch {
    /// Sentences whose typography alone changed.
    pub typographic: usize,
    /// Sentences whose punctuation, capitals or spelling changed.
    pub minor: usize,
    /// Sentences whose meaning changed.
    pub major: usize,
    /// Sentences that are new.
    pub new: usize,
    /// Sentences that have left.
    pub gone: usize,
    /// What stood there and what stands there now, of changes of meaning.
    pub pairs: Vec<(String, String)>,
    /// Locales in which minor changes wait to be confirmed.
    pub to_confirm: Vec<String>,
    /// Locales in which translations wait for a change of meaning.
    pub to_review: Vec<String>,
    /// Locales that lack a translation.
    pub to_translate: Vec<String>,
    /// Words of the sentences that somebody has to work on, each sentence counted once.
    pub words: usize,
    /// Translations that the branch wrote or changed.
    pub translated: usize,
    /// Their locales.
    pub translated_in: Vec<String>,
    /// Translations that the branch took away, of sentences that are as they were.
    pub deleted: usize,
    /// Their locales.
    pub deleted_in: Vec<String>,
}

/// The words of a changed meaning that are short enough for a line: before and after.
pub fn change_pairs(verdict: &Verdict) -> Vec<(String, String)> {
    const LONGEST: usize = 30;
    let of = |reason: &Reason| match reason {
        Reason::Verbatim(_, old, new) => Some((bare(old).to_owned(), bare(new).to_owned())),
        Reason::Number(old, new)
        | Reason::Date(old, new)
        | Reason::Negation(old, new)
        | Reason::Question(old, new)
        | Reason::Markup(old, new)
        | Reason::Symbol(old, new)
        | Reason::Name(old, new)
        | Reason::AnotherWord(old, new)
        | Reason::Words(old, new) => Some((as_written(old).into_owned(), as_written(new).into_owned())),
        Reason::Much
        | Reason::Signs
        | Reason::Spaces
        | Reason::Spelling(..)
        | Reason::Case(..)
        | Reason::Punctuation(..) => None,
    };
    let short = |text: &str| text.chars().count() <= LONGEST;
    let pairs = verdict.reasons.iter().filter_map(of);
    pairs.filter(|(old, new)| old != new && short(old) && short(new)).collect()
}

impl Branch {
    /// The line for the author, who need not know this tool: in French, as the source is. Where the branch changed no
    /// French, it says what became of translations. Those that it took away are told in any case.
    pub fn author_line(&self) -> String {
        let changed = self.typographic + self.minor + self.major;
        let mut parts = Vec::new();
        let mut kinds = Vec::new();
        if self.typographic > 0 {
            let s = plural(self.typographic);
            kinds.push(format!("{} typographique{s} (rien à faire)", self.typographic));
        }
        if self.minor > 0 {
            let to_confirm = announced([to_do("à confirmer", &self.to_confirm)]);
            kinds.push(format!("{} de ponctuation ou d’orthographe{to_confirm}", self.minor));
        }
        if self.major > 0 {
            // The new sentences say themselves what is to be translated.
            let untranslated = if self.new == 0 { self.to_translate.as_slice() } else { &[] };
            let work = announced([to_do("à revoir", &self.to_review), to_do("à traduire", untranslated)]);
            kinds.push(format!("{} de fond{}{work}", self.major, self.shown_pairs()));
        }
        if changed > 0 {
            let s = plural(changed);
            parts.push(format!("{changed} phrase{s} modifiée{s}\u{a0}: {}", kinds.join(", ")));
        }
        if self.new > 0 {
            let (l, s) = if self.new > 1 { ("lles", "s") } else { ("lle", "") };
            let review = if self.major == 0 { self.to_review.as_slice() } else { &[] };
            let work = announced([to_do("à traduire", &self.to_translate), to_do("à revoir", review)]);
            parts.push(format!("{} nouve{l} phrase{s}{work}", self.new));
        }
        if self.gone > 0 {
            let s = plural(self.gone);
            parts.push(format!("{} phrase{s} supprimée{s}", self.gone));
        }
        if parts.is_empty() && self.translated > 0 {
            let s = plural(self.translated);
            let place = in_languages(&self.translated_in);
            parts.push(format!("{} traduction{s} écrite{s} ou modifiée{s} {place}", self.translated));
        }
        if self.deleted > 0 {
            let s = plural(self.deleted);
            let place = in_languages(&self.deleted_in);
            parts.push(format!("{} traduction{s} supprimée{s} {place}", self.deleted));
        }
        if parts.is_empty() {
            return "Aucune phrase modifiée".to_owned();
        }
        if self.words > 0 {
            parts.push(format!("{} mot{} à relire ou à traduire", self.words, plural(self.words)));
        }
        parts.join("\u{a0}; ")
    }

    /// ` (75 → 76)`, of the first changes, each once.
    fn shown_pairs(&self) -> String {
        const MOST: usize = 3;
        let show = |(old, new): &(String, String)| match (old.is_empty(), new.is_empty()) {
            (true, _) => format!("+ {}", visible(new)),
            (_, true) => format!("− {}", visible(old)),
            _ => format!("{} → {}", visible(old), visible(new)),
        };
        let mut shown: Vec<String> = Vec::new();
        for pair in &self.pairs {
            // One change of many sentences is one.
            let change = show(pair);
            if shown.contains(&change) {
                continue;
            }
            if shown.len() == MOST {
                shown.push("…".to_owned());
                break;
            }
            shown.push(change);
        }
        if shown.is_empty() {
            return String::new();
        }
        format!(" ({})", shown.join(", "))
    }
}

fn plural(count: usize) -> &'static str {
    if count > 1 { "s" } else { "" }
}

/// What follows a colon; nothing if there is nothing to say.
fn announced<const N: usize>(notes: [String; N]) -> String {
    let said: Vec<String> = notes.into_iter().filter(|note| !note.is_empty()).collect();
    if said.is_empty() { String::new() } else { format!("\u{a0}: {}", said.join(", ")) }
}

/// `à revoir en anglais et en allemand`; nothing without a locale.
fn to_do(what: &str, locales: &[String]) -> String {
    match locales {
        [] => String::new(),
        some => format!("{what} {}", in_languages(some)),
    }
}

/// `en anglais et en allemand`.
fn in_languages(locales: &[String]) -> String {
    let named: Vec<String> = locales.iter().map(|tag| format!("en {}", languages::name(tag))).collect();
    match named.as_slice() {
        many if many.len() > MOST_LANGUAGES => format!("dans {} langues", many.len()),
        [first @ .., last] if !first.is_empty() => format!("{} et {last}", first.join(", ")),
        one => one.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::change::verdict;

    #[test]
    fn the_line_says_what_is_to_do_and_where() {
        let locales = || vec!["en".to_owned(), "de".to_owned()];
        let mut branch = Branch {
            typographic: 3,
            major: 1,
            pairs: change_pairs(&verdict("Il y a 75 agents.", "Il y a 76 agents.")),
            to_review: locales(),
            words: 22,
            ..Branch::default()
        };
        assert_eq!(
            branch.author_line(),
            "4 phrases modifiées\u{a0}: 3 typographiques (rien à faire), \
             1 de fond (75 → 76)\u{a0}: à revoir en anglais et en allemand\u{a0}; 22 mots à relire ou à traduire"
        );
        // One change of many sentences is told once.
        branch.pairs = [branch.pairs.clone(), branch.pairs.clone(), branch.pairs.clone()].concat();
        assert!(branch.author_line().contains("1 de fond (75 → 76)\u{a0}:"));
        let pairs = |olds: &[&str]| olds.iter().map(|old| ((*old).to_owned(), "9".to_owned())).collect();
        branch.pairs = pairs(&["1", "2", "1", "3", "3"]);
        assert!(branch.author_line().contains("(1 → 9, 2 → 9, 3 → 9)"));
        branch.pairs = pairs(&["1", "2", "1", "3", "4"]);
        assert!(branch.author_line().contains("(1 → 9, 2 → 9, 3 → 9, …)"));
        branch = Branch { typographic: 1, ..Branch::default() };
        assert_eq!(branch.author_line(), "1 phrase modifiée\u{a0}: 1 typographique (rien à faire)");
        branch = Branch { new: 2, gone: 1, to_translate: locales(), words: 1, ..Branch::default() };
        assert_eq!(
            branch.author_line(),
            "2 nouvelles phrases\u{a0}: à traduire en anglais et en allemand\u{a0}; 1 phrase supprimée\u{a0}; 1 mot à relire ou à traduire"
        );
        branch = Branch { new: 1, minor: 2, to_confirm: vec!["pt-BR".to_owned()], ..Branch::default() };
        assert_eq!(
            branch.author_line(),
            "2 phrases modifiées\u{a0}: 2 de ponctuation ou d’orthographe\u{a0}: \
             à confirmer en portugais (pt-BR)\u{a0}; 1 nouvelle phrase"
        );
        branch = Branch { major: 1, to_translate: locales(), ..Branch::default() };
        assert_eq!(
            branch.author_line(),
            "1 phrase modifiée\u{a0}: 1 de fond\u{a0}: à traduire en anglais et en allemand"
        );
        branch.new = 1;
        branch.major = 0;
        branch.to_review = vec!["en".to_owned()];
        assert_eq!(
            branch.author_line(),
            "1 nouvelle phrase\u{a0}: à traduire en anglais et en allemand, à revoir en anglais"
        );
        let many = ["en", "de", "es", "it", "pt", "nl", "pl"].map(str::to_owned).to_vec();
        branch = Branch { new: 1, to_translate: many, ..Branch::default() };
        assert_eq!(branch.author_line(), "1 nouvelle phrase\u{a0}: à traduire dans 7 langues");
        assert_eq!(Branch::default().author_line(), "Aucune phrase modifiée");
        branch = Branch { translated: 3, translated_in: locales(), ..Branch::default() };
        assert_eq!(branch.author_line(), "3 traductions écrites ou modifiées en anglais et en allemand");
        branch = Branch { deleted: 11, deleted_in: vec!["en".to_owned()], ..branch };
        assert_eq!(
            branch.author_line(),
            "3 traductions écrites ou modifiées en anglais et en allemand\u{a0}; 11 traductions supprimées en anglais"
        );
        branch = Branch { gone: 1, deleted: 1, deleted_in: vec!["en".to_owned()], ..Branch::default() };
        assert_eq!(branch.author_line(), "1 phrase supprimée\u{a0}; 1 traduction supprimée en anglais");
    }
}
