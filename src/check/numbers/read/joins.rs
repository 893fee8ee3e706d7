//! What may stand between the words of a number, and which of them make one number, by language.

use crate::check::lexicon::Lexicon;

impl Lexicon {
    /// Whether a small word joins a number to what came before: *two hundred and five*, but not *fifty and two daughters*.
    pub(super) fn joins_after(&self, last: u64, connector: &str) -> bool {
        match connector {
            "and" => !(1..100).contains(&last),
            // Vijfentwintig and trettiotvå are one word: *dertig en een vrouw* are two numbers.
            "en" | "und" | "och" | "og" => !(20..100).contains(&last),
            "и" => !self.is_of(&["ru", "uk", "be"]),
            "i" => !self.is_of(&["pl"]),
            // Milliards de milliards.
            "de" => last == 0 || !self.is_of(&["fr"]),
            _ => true,
        }
    }

    /// Whether an apostrophe may stand in the numbers of a text.
    pub(in crate::check::numbers) fn has_apostrophes(&self, prose: &str) -> bool {
        self.is_of(&["uk", "be"]) && prose.contains(['’', '\''])
    }

    /// Whether ten and a unit in two words may be one number, as *dix-sept* and *on yedi* are. In the others it is
    /// ten and one more: *tio i två*, без десяти два, *tíz hét* (ten weeks).
    pub(super) fn has_open_teens(&self) -> bool {
        !self.is_of(&[
            "de", "nl", "en", "sv", "no", "da", "is", "fi", "et", "ru", "uk", "be", "pl", "cs", "sk", "sl",
            "hr", "sr", "bs", "bg", "mk", "lt", "lv", "hu", "ro", "he",
        ])
    }

    /// Whether a unit may follow its ten with nothing but a blank between: *forty two*, but not `quaranta due`, which is
    /// `quarantadue`, nor `cuarenta dos`, which lacks its `y`, nor *húsz hét*, which is twenty weeks.
    pub(super) fn sets_units_apart(&self) -> bool {
        !self.is_of(&["it", "es", "pt", "gl", "hu", "fi"])
    }
}

/// Whether a small word may stand between the words of a number.
pub(super) fn is_connector(word: &str, lexicon: &Lexicon) -> bool {
    match word {
        // And in Czech, to or at in others.
        "a" => lexicon.is_of(&["cs", "sk"]),
        // And in Dutch, in elsewhere: *multiplié par quatre en vingt ans* is no eighty.
        "en" => lexicon.is_of(&["nl", "af"]),
        // What stands for the tens that are not there: một trăm lẻ năm.
        "lẻ" | "linh" => lexicon.is_of(&["vi"]),
        _ => matches!(
            word,
            "et" | "and" | "y" | "e" | "und" | "och" | "og" | "ja" | "i" | "и" | "și" | "és" | "και" | "de"
        ),
    }
}
