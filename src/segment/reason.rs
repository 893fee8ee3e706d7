//! Why a sentence ends at a mark, or goes on.

/// Why a sentence ends at a mark, or goes on behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A cut: what follows opens a sentence.
    OpensSentence,
    /// A cut: a sentence in quotation marks, brackets or behind a dash follows.
    OpensQuotation,
    /// A cut: nothing follows.
    EndOfText,
    /// A cut: the space behind the stop is missing, and it is plainly one.
    MissingSpace,
    /// A small letter follows.
    SmallLetter,
    /// A mark of the same sentence follows.
    MarkFollows,
    /// No space follows, as in a number, an address, a name.
    NoSpace,
    /// An abbreviation that something belongs to.
    Abbreviation,
    /// The initial of a name.
    Initial,
    /// The number or letter of what follows.
    Enumerator,
    /// A speaker's name or a dateline, before what is said.
    Head,
    /// A number goes on.
    Number,
    /// Inside a parenthesis that stands in a sentence.
    Parenthesis,
    /// Inside an emphasis, a link or code.
    InlineElement,
    /// A mark that is part of a name.
    Name,
    /// No word stands before it.
    NoWords,
}

impl Reason {
    /// Whether the sentence ends.
    pub fn is_cut(self) -> bool {
        match self {
            Reason::OpensSentence | Reason::OpensQuotation | Reason::EndOfText | Reason::MissingSpace => true,
            Reason::SmallLetter
            | Reason::MarkFollows
            | Reason::NoSpace
            | Reason::Abbreviation
            | Reason::Initial
            | Reason::Enumerator
            | Reason::Head
            | Reason::Number
            | Reason::Parenthesis
            | Reason::InlineElement
            | Reason::Name
            | Reason::NoWords => false,
        }
    }

    /// In a few words, for `--explain`.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::OpensSentence => "cut: what follows opens a sentence",
            Reason::OpensQuotation => "cut: a quotation, parenthesis or dash opens a sentence",
            Reason::EndOfText => "cut: the text ends",
            Reason::MissingSpace => "cut: only the space behind the stop is missing",
            Reason::SmallLetter => "no cut: a small letter follows",
            Reason::MarkFollows => "no cut: a mark of the same sentence follows",
            Reason::NoSpace => "no cut: no space follows",
            Reason::Abbreviation => "no cut: an abbreviation",
            Reason::Initial => "no cut: the initial of a name",
            Reason::Enumerator => "no cut: the number or letter of what follows",
            Reason::Head => "no cut: a name or a place before what is said",
            Reason::Number => "no cut: a number goes on",
            Reason::Parenthesis => "no cut: inside a parenthesis",
            Reason::InlineElement => "no cut: inside an emphasis, a link or code",
            Reason::Name => "no cut: the mark is part of a name",
            Reason::NoWords => "no cut: no word stands before it",
        }
    }
}
