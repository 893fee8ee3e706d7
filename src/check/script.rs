//! The script of a character, as far as rules need to tell scripts apart.

/// A writing system, or none.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) enum Script {
    /// Digits, punctuation, symbols, marks.
    #[default]
    Common,
    Latin,
    Greek,
    Cyrillic,
    Armenian,
    Hebrew,
    Arabic,
    Han,
    Kana,
    Hangul,
    Thai,
    /// Letters of any other script.
    Other,
}

impl Script {
    /// By its ISO 15924 code, as in CLDR (`Hans` and `Hant` are Han; Japanese is Kana here).
    pub(super) fn from_code(code: &str) -> Script {
        match code {
            "Latn" => Script::Latin,
            "Grek" => Script::Greek,
            "Cyrl" => Script::Cyrillic,
            "Armn" => Script::Armenian,
            "Hebr" => Script::Hebrew,
            "Arab" => Script::Arabic,
            "Hans" | "Hant" => Script::Han,
            "Jpan" => Script::Kana,
            "Kore" => Script::Hangul,
            "Thai" => Script::Thai,
            _ => Script::Other,
        }
    }

    /// Whether words are written without spaces between them.
    pub(super) fn is_unspaced(self) -> bool {
        matches!(self, Script::Han | Script::Kana | Script::Thai)
    }

    /// Whether letters of this script are taken for those of another alphabet by the eye.
    pub(super) fn has_lookalikes(self) -> bool {
        matches!(self, Script::Latin | Script::Greek | Script::Cyrillic | Script::Armenian)
    }

    /// The word for messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Script::Common => "common",
            Script::Latin => "Latin",
            Script::Greek => "Greek",
            Script::Cyrillic => "Cyrillic",
            Script::Armenian => "Armenian",
            Script::Hebrew => "Hebrew",
            Script::Arabic => "Arabic",
            Script::Han => "Chinese",
            Script::Kana => "Japanese",
            Script::Hangul => "Korean",
            Script::Thai => "Thai",
            Script::Other => "other",
        }
    }
}

/// The script of a letter, by Unicode block; [`Script::Common`] for what is no letter.
pub(super) fn script(c: char) -> Script {
    if c.is_ascii() {
        return if c.is_ascii_alphabetic() { Script::Latin } else { Script::Common };
    }
    match c as u32 {
        0xAA | 0xBA => Script::Common,
        0xB5 | 0xD7 | 0xF7 => Script::Common,
        0xC0..=0x24F | 0x250..=0x2AF | 0x1E00..=0x1EFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF => Script::Latin,
        0xFF21..=0xFF3A | 0xFF41..=0xFF5A | 0xFB00..=0xFB06 => Script::Latin,
        0x370..=0x373 | 0x376..=0x377 | 0x37B..=0x37D | 0x386..=0x3FF | 0x1F00..=0x1FFF => Script::Greek,
        0x400..=0x482 | 0x48A..=0x52F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F => {
            Script::Cyrillic
        }
        0x531..=0x556 | 0x560..=0x588 => Script::Armenian,
        0x5D0..=0x5F2 => Script::Hebrew,
        0x620..=0x64A
        | 0x66E..=0x6D3
        | 0x6D5
        | 0x6EE..=0x6EF
        | 0x6FA..=0x6FF
        | 0x750..=0x77F
        | 0x8A0..=0x8C9 => Script::Arabic,
        0xFB50..=0xFDFB | 0xFE70..=0xFEFC => Script::Arabic,
        0x3041..=0x3096 | 0x309D..=0x309F | 0x30A1..=0x30FA | 0x30FC..=0x30FF | 0x31F0..=0x31FF => {
            Script::Kana
        }
        0xFF66..=0xFF9F => Script::Kana,
        0x3005 | 0x3007 | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x323AF => {
            Script::Han
        }
        0x1100..=0x11FF | 0x3131..=0x318E | 0xAC00..=0xD7A3 => Script::Hangul,
        0xE01..=0xE2E | 0xE30 | 0xE32..=0xE33 | 0xE40..=0xE46 => Script::Thai,
        0x2000..=0x2BFF | 0x3000..=0x303F | 0x1F000..=0x1FAFF | 0xFE00..=0xFE0F => Script::Common,
        _ if c.is_alphabetic() => Script::Other,
        _ => Script::Common,
    }
}

/// An Arabic word without the ending of what is counted (مليونًا, ثلاثا), which is written in several ways; none if it
/// has no such ending.
pub(super) fn without_tanwin(word: &str) -> Option<&str> {
    let bare = word.strip_suffix("ًا").or_else(|| word.strip_suffix("اً"));
    bare.or_else(|| word.strip_suffix(['ا', 'ً', 'ٌ', 'ٍ']))
}
