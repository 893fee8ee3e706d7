//! Words of reports that are no rules: states, grades of a change, what became of a sentence.

/// A word, with what it means and what to do.
pub(super) struct Word {
    pub(super) word: &'static str,
    /// What kind of word it is.
    pub(super) kind: &'static str,
    pub(super) means: &'static str,
}

const fn word(word: &'static str, kind: &'static str, means: &'static str) -> Word {
    Word { word, kind, means }
}

/// All of them.
pub(super) const WORDS: &[Word] = &[
    word(
        "current",
        "state",
        "The translation renders the French of today: its `# fr:` line says the same, typography aside. Nothing is to be done.",
    ),
    word(
        "stale",
        "state",
        "The French changed since it was translated. `drogman diff` shows the words. Correct the translation if need be, \
         then bring its `# fr:` line up to date, or run `drogman accept` with its address.\n\n\
         `check` tells of it by two rules: stale-major and stale-minor.",
    ),
    word(
        "major",
        "change",
        "The French says something else now, or may: a word, a number, a name, a negation, a link. \
         Its translations are stale, and an error by default (stale-major).",
    ),
    word(
        "minor",
        "change",
        "The French changed in punctuation, capitals or spelling only. Its translations are stale, and a warning by \
         default (stale-minor). `drogman accept --all --minor` accepts them all.",
    ),
    word(
        "typographic",
        "change",
        "The French changed in spaces, apostrophes, quotation marks or dashes only. Its translations stay current: \
         nothing is to be done.",
    ),
    word(
        "new",
        "word of `sync`",
        "A sentence that no page had before. It has a unit in each catalog now, to be translated.",
    ),
    word(
        "edited",
        "word of `sync`",
        "A sentence whose words changed. It keeps its id and its translations, which are stale now: drogman diff.",
    ),
    word(
        "moved",
        "word of `sync`",
        "A sentence that stands in another place or page now. Its translations follow, and stay current.",
    ),
    word(
        "split",
        "word of `sync`",
        "A sentence that became several. The id stays with the part that says most of it, the others are new: they have the \
         old translation as a proposal.",
    ),
    word(
        "merged",
        "word of `sync`",
        "Several sentences that became one. It has the id of the largest; the others are taken in.",
    ),
    word(
        "taken in",
        "word of `sync`",
        "A sentence that became a part of another. Its translation stays in the catalog, and `drogman todo` shows it beside the \
         one to be corrected.",
    ),
    word(
        "gone",
        "word of `sync`",
        "A sentence that left all pages. Its translations are obsolete: they stay until `drogman prune`, and serve again if \
         the sentence comes back.",
    ),
    word(
        "back",
        "word of `sync`",
        "A sentence that was gone and stands in a page again. Its unit and its translations are in use again.",
    ),
    word(
        "lacking",
        "word of `sync`",
        "Sentences that are not new, and of which a catalog has no lines: they were deleted, the file was saved by half, or a \
         merge lost them. `sync` writes the lines again, without the translations: `git diff` shows what was there, once \
         committed `git log -p`.",
    ),
    word(
        "kept",
        "word of `align`",
        "A sentence of the old text that the new one has, too, with the same words or with a change of the grade that is told.",
    ),
    word("inserted", "word of `align`", "A sentence that the old text has not."),
    word("deleted", "word of `align`", "A sentence that the new text has not."),
    word(
        "proposal",
        "line of a catalog",
        "A text that may fit, behind `# proposal:`. It is never published. If it is right, make it the translation, or run \
         `drogman accept --proposal` with the unit's address.",
    ),
    word(
        "fallback",
        "setting",
        "Another language that stands in for a missing translation, before the French does: `locale.<tag>.fallback` in drogman.toml.",
    ),
    word(
        "configuration",
        "error",
        "A mistake in drogman.toml or glossary.toml. It is told with its line, and with what was probably meant; the command \
         ends with 2.",
    ),
];
