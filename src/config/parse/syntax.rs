//! What is no TOML, in the words of one who writes settings and not of a parser.

const UNQUOTED: &str = "this is no text, no number, and neither true nor false";
const QUOTED: &str = "a text stands in quotes";
const QUOTES: &str = "a text stands in quotes: \"…\"";

/// What the parser says of what stands behind a value on its line.
pub(super) const BEHIND: &str = "expected newline";

/// A part of what the parser says, what is wrong, and what to do. The first that fits counts.
const WORDS: &[(&str, &str, &str)] = &[
    ("duplicate key", "this key is there twice", "keep one of the two"),
    ("must be quoted", QUOTED, "write it with straight quotes, so: \"…\""),
    (
        BEHIND,
        "something stands behind the value",
        "a line is one key and one value; a list stands in brackets: [\"en\", \"de\"]; a note begins with #",
    ),
    ("extra `=`", "an equals sign too many", "a line is a key and its value, like source = \"fr\""),
    (
        "unclosed array table",
        "a bracket of this head is missing",
        "a head that may stand several times has two on each side: [[term]]",
    ),
    ("unclosed table", "a bracket of this head is missing", "a head stands in brackets: [build]"),
    (
        "missing comma between array elements",
        "a comma is missing in this list, or the bracket that ends it",
        "a list is like: [\"en\", \"de\"]",
    ),
    (
        "array",
        "the bracket that ends this list is missing, or a comma in it",
        "a list is like: [\"en\", \"de\"]",
    ),
    (
        "inline table",
        "the brace that ends this is missing, or a comma in it",
        "it is like: { minor = \"source\", major = \"fail\" }",
    ),
    (
        "missing comma between key-value pairs",
        "a comma is missing here",
        "it is like: { minor = \"source\", major = \"fail\" }",
    ),
    ("extra comma", "here is a comma too many", "take it away"),
    (
        "escape",
        "a backslash in a text begins a code, and this is none",
        "write it twice: \\\\; or put the text in single quotes: 'a\\b'",
    ),
    (
        "unicode value",
        "a backslash in a text begins a code, and this is none",
        "write it twice: \\\\; or put the text in single quotes: 'a\\b'",
    ),
    (
        "string",
        "a text in quotes is not closed",
        "it begins and ends with a quote, on one line: content = \"content\"; a backslash in it is written \\\\",
    ),
    (
        "carriage return",
        "a line ends as no program ends lines any more (a lone carriage return)",
        "save the file with the line ends of Unix or Windows",
    ),
    (
        "value",
        "a key stands here without an equals sign and a value",
        "a line is a key and its value, like source = \"fr\"; a note begins with #",
    ),
    (
        "assignment",
        "a key stands here without an equals sign and a value",
        "a line is a key and its value, like source = \"fr\"; a note begins with #",
    ),
    (
        "key",
        "this can't be a key",
        "a key has letters without accents, digits, - and _; any other stands in quotes",
    ),
    ("boolean", UNQUOTED, QUOTES),
    ("float", UNQUOTED, QUOTES),
    ("date", UNQUOTED, QUOTES),
    ("number", UNQUOTED, QUOTES),
    ("leading zero", UNQUOTED, QUOTES),
    ("sign", UNQUOTED, QUOTES),
    ("radix", UNQUOTED, QUOTES),
    ("fraction", UNQUOTED, QUOTES),
    ("exponent", UNQUOTED, QUOTES),
    ("mantissa", UNQUOTED, QUOTES),
    ("recur", "so many lists or braces inside each other are a mistake", ""),
];

/// Whether a word stands where a text in quotes should.
pub(super) fn lacks_quotes(message: &str) -> bool {
    [QUOTED, UNQUOTED].contains(&in_words(message).0)
}

/// What is wrong, and what to do, where the parser says `message`.
pub(super) fn in_words(message: &str) -> (&'static str, &'static str) {
    let known = WORDS.iter().find(|(part, ..)| message.contains(part));
    known.map_or(
        (
            "this line can't be read",
            "a line is a key and its value, like source = \"fr\", or a head, like [project], or # and a note",
        ),
        |(_, what, help)| (what, help),
    )
}
