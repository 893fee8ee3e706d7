//! A catalog that was read or saved in the wrong encoding: one mistake, however many lines it spoilt.

use super::One;
use crate::check::ungarbled;
use crate::cli::garbled::{Spoilt, finding};
use crate::diagnostic::{Diagnostic, Place};
use crate::text::normal::same;
use crate::unit::State;
use crate::unit::assess::{AllAssessed, Assessed};

impl<'p, 'l> One<'p, 'l>
where
    'l: 'p,
{
    /// One finding for a catalog in which most lines of French beyond ASCII are spoilt, and most of these were today's
    /// French: to correct and accept each would leave the translations as they are.
    pub(in crate::cli::check::page) fn garbled(&self, assessed: &AllAssessed<'p>) -> Option<Diagnostic> {
        let file = self.page.targets[self.at];
        let is_own = |this: &&Assessed<'p>| std::ptr::eq(this.file, file);
        if !assessed.iter().filter(is_own).any(|this| matches!(this.state, State::Stale(_))) {
            return None;
        }
        // The French in the file, and today's.
        let lines = assessed.iter().enumerate().filter(|(_, this)| is_own(this)).filter_map(|(at, this)| {
            let french = this.unit?.french().next()?.text;
            Some((french, self.page.sentence(at)))
        });
        let spoilt = spoilt(lines)?;
        let path = &file.catalog.file;
        Some(finding(spoilt, "the file", path, Place::file(path.clone())).about(self.subject(None)))
    }
}

/// What became of most of the French beyond ASCII. Each line comes with what it was.
fn spoilt<'f>(lines: impl Iterator<Item = (&'f str, &'f str)>) -> Option<Spoilt> {
    let (mut beyond_ascii, mut misread, mut of_today, mut lost) = (0_usize, 0_usize, 0_usize, 0_usize);
    for (french, today) in lines.filter(|(french, today)| !(french.is_ascii() && today.is_ascii())) {
        beyond_ascii += 1;
        if let Some(meant) = ungarbled(french) {
            misread += 1;
            of_today += usize::from(same(&meant, today));
        } else {
            lost += usize::from(is_lost(french, today));
        }
    }
    // One sentence with a question mark for its only accent may be a slip of the hand.
    match (misread * 2 > beyond_ascii && of_today * 2 > misread, lost > 1 && lost * 2 > beyond_ascii) {
        (true, _) => Some(Spoilt::Misread),
        (false, true) => Some(Spoilt::Lost),
        (false, false) => None,
    }
}

/// Whether a text is another with question marks for all that is not ASCII: one for each character, as most programs
/// write them, or one for each of its bytes.
fn is_lost(text: &str, whole: &str) -> bool {
    let with_marks = |marks: fn(char) -> usize| {
        let mut out = String::with_capacity(text.len());
        for c in whole.chars() {
            if c.is_ascii() { out.push(c) } else { out.extend(std::iter::repeat_n('?', marks(c))) }
        }
        out
    };
    text.is_ascii() && text.contains('?') && (text == with_marks(|_| 1) || text == with_marks(char::len_utf8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_encoding_did_to_most_of_the_french_is_seen() {
        let today = ["L’été là-bas ?", "Un pré.", "Le bac part."];
        let seen = |french: [&'static str; 3]| spoilt(french.into_iter().zip(today));
        assert!(seen(["L’été là-bas ?", "Un pré.", "Le bac part."]).is_none());
        assert!(seen(["Lâ€™Ã©tÃ© lÃ\u{a0}-bas ?", "Un prÃ©.", "Le bac part."]) == Some(Spoilt::Misread));
        assert!(seen(["L??t? l?-bas ?", "Un pr?.", "Le bac part."]) == Some(Spoilt::Lost));
        assert!(seen(["L?????t?? l??-bas ?", "Un pr??.", "Le bac part."]) == Some(Spoilt::Lost));
        // One is a slip, and other words are no letters lost.
        assert!(seen(["L’été là-bas ?", "Un pr?.", "Le bac part."]).is_none());
        assert!(seen(["Il pleut ?", "Un pr?.", "Le bac part ?"]).is_none());
    }
}
