//! The signs that a text stands between which is no paragraph: a title in a line of a site builder, the value of an
//! argument.

/// What a title or an argument stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Around {
    /// It goes to the end of the line, or to its attributes.
    Nothing,
    /// It goes to the end of the first line of a fence of code, where a backtick would make text of that line.
    Fence,
    Brackets,
    Quotes,
    /// A brace ends it, and nothing escapes one.
    Braces,
    /// Tags of an element of MDX.
    Tags,
    /// It is the value of an argument.
    Value(Quote, Within),
}

/// The sign around a value. In few bytes, as each place of a page may have one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quote {
    Double,
    Single,
    Back,
}

impl Quote {
    /// The quote that a byte is.
    pub(super) fn of(byte: u8) -> Option<Quote> {
        match byte {
            b'"' => Some(Quote::Double),
            b'\'' => Some(Quote::Single),
            b'`' => Some(Quote::Back),
            _ => None,
        }
    }

    pub(super) fn sign(self) -> char {
        match self {
            Quote::Double => '"',
            Quote::Single => '\'',
            Quote::Back => '`',
        }
    }
}

/// What an argument is given to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    /// A tag of HTML or MDX: quotes are entities.
    Tag,
    /// A shortcode of Hugo or a tag of Liquid: a backslash escapes quotes.
    Shortcode,
    /// The first line of a fence of code: as to a shortcode, but a backtick would end it.
    Fence,
    /// An expression in braces: nothing escapes quotes.
    Expression,
}
