//! What a branch did to the French, in a line for its author.

use crate::align::change::{Reason, Verdict, bare};
use crate::text::visible;

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
    /// Words of the sentences that somebody has to work on.
    pub words: usize,
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
        | Reason::Words(old, new) => Some((old.clone(), new.clone())),
        Reason::Much | Reason::Spelling(..) | Reason::Case(..) | Reason::Punctuation(..) => None,
    };
    let short = |text: &str| text.chars().count() <= LONGEST;
    let pairs = verdict.reasons.iter().filter_map(of);
    pairs.filter(|(old, new)| old != new && short(old) && short(new)).collect()
}

impl Branch {
    /// The line for the author, who need not know this tool: in French, as the source is.
    pub fn author_line(&self) -> String {
        let changed = self.typographic + self.minor + self.major;
        let plural = |count: usize| if count > 1 { "s" } else { "" };
        let mut parts = Vec::new();
        if changed > 0 {
            let mut kinds = Vec::new();
            if self.typographic > 0 {
                kinds.push(format!("{} pour la typographie (rien à faire)", self.typographic));
            }
            if self.minor > 0 {
                let what = format!("{} pour la ponctuation ou l’orthographe", self.minor);
                kinds.push(with_details(&what, "", "à confirmer", &self.to_confirm));
            }
            if self.major > 0 {
                let what = format!("{} sur le fond", self.major);
                kinds.push(with_details(&what, &self.shown_pairs(), "à revoir", &self.to_review));
            }
            let s = plural(changed);
            parts.push(format!("{changed} phrase{s} modifiée{s}\u{A0}: {}", kinds.join(", ")));
        }
        if self.new > 0 {
            let what = match self.new {
                1 => "1 nouvelle phrase".to_owned(),
                count => format!("{count} nouvelles phrases"),
            };
            parts.push(with_details(&what, "", "à traduire", &self.to_translate));
        }
        if self.gone > 0 {
            let s = plural(self.gone);
            parts.push(format!("{} phrase{s} supprimée{s}", self.gone));
        }
        if parts.is_empty() {
            return "Aucune phrase modifiée".to_owned();
        }
        if self.words > 0 {
            parts.push(format!("{} mot{} à reprendre", self.words, plural(self.words)));
        }
        parts.join("\u{202F}; ")
    }

    /// `75 → 76`, of the first changes.
    fn shown_pairs(&self) -> String {
        const MOST: usize = 3;
        let show = |(old, new): &(String, String)| match (old.is_empty(), new.is_empty()) {
            (true, _) => format!("+ {}", visible(new)),
            (_, true) => format!("− {}", visible(old)),
            _ => format!("{} → {}", visible(old), visible(new)),
        };
        let mut shown: Vec<String> = self.pairs.iter().take(MOST).map(show).collect();
        if self.pairs.len() > MOST {
            shown.push("…".to_owned());
        }
        shown.join(", ")
    }
}

/// `1 sur le fond (75 → 76 ; à revoir : en, de)`
fn with_details(what: &str, changes: &str, to_do: &str, locales: &[String]) -> String {
    let mut details = Vec::new();
    if !changes.is_empty() {
        details.push(changes.to_owned());
    }
    if !locales.is_empty() {
        details.push(format!("{to_do}\u{A0}: {}", locales.join(", ")));
    }
    if details.is_empty() { what.to_owned() } else { format!("{what} ({})", details.join("\u{202F}; ")) }
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
            "4 phrases modifiées\u{A0}: 3 pour la typographie (rien à faire), \
             1 sur le fond (75 → 76\u{202F}; à revoir\u{A0}: en, de)\u{202F}; 22 mots à reprendre"
        );
        branch = Branch { typographic: 1, ..Branch::default() };
        assert_eq!(branch.author_line(), "1 phrase modifiée\u{A0}: 1 pour la typographie (rien à faire)");
        branch = Branch { new: 2, gone: 1, to_translate: locales(), words: 9, ..Branch::default() };
        assert_eq!(
            branch.author_line(),
            "2 nouvelles phrases (à traduire\u{A0}: en, de)\u{202F}; 1 phrase supprimée\u{202F}; 9 mots à reprendre"
        );
        assert_eq!(Branch::default().author_line(), "Aucune phrase modifiée");
    }
}
