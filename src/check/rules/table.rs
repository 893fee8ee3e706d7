//! The table of all rules.

use super::{Group, Rule, Run};
use crate::check::{
    Problem, brackets, characters, glossary, language, length, links, markup, mixed_script, numbers,
    punctuation, repeated_word, spaces, structure, typography, untranslated, variables,
};
use crate::diagnostic::Severity;

const ERROR: Option<Severity> = Some(Severity::Error);
const WARNING: Option<Severity> = Some(Severity::Warning);

/// A rule without what only those of quality have.
const fn told(
    group: Group,
    name: &'static str,
    severity: Option<Severity>,
    what: &'static str,
    why: &'static str,
    good: &'static str,
    bad: &'static str,
) -> Rule {
    Rule {
        name,
        group,
        severity,
        warns: "",
        what,
        why,
        good,
        bad,
        compares: false,
        run: None,
        settles: never,
    }
}

const fn state(
    name: &'static str,
    severity: Option<Severity>,
    what: &'static str,
    why: &'static str,
    good: &'static str,
    bad: &'static str,
) -> Rule {
    told(Group::States, name, severity, what, why, good, bad)
}

const fn catalog(
    name: &'static str,
    severity: Option<Severity>,
    what: &'static str,
    why: &'static str,
    good: &'static str,
    bad: &'static str,
) -> Rule {
    told(Group::Catalog, name, severity, what, why, good, bad)
}

const fn quality(
    name: &'static str,
    severity: Option<Severity>,
    run: Run,
    what: &'static str,
    why: &'static str,
    good: &'static str,
    bad: &'static str,
) -> Rule {
    Rule { compares: true, run: Some(run), ..told(Group::Quality, name, severity, what, why, good, bad) }
}

/// The rule, whose findings are plain from the translation alone.
const fn alone(rule: Rule) -> Rule {
    Rule { compares: false, ..rule }
}

/// The rule, of which these findings settle the matter.
const fn settling(settles: fn(&Problem) -> bool, rule: Rule) -> Rule {
    Rule { settles, ..rule }
}

fn never(_: &Problem) -> bool {
    false
}

fn if_error(problem: &Problem) -> bool {
    problem.severity == Severity::Error
}

/// The rule, which gives warnings for what is named.
const fn but_warns(warns: &'static str, rule: Rule) -> Rule {
    Rule { warns, ..rule }
}

/// All rules: states, then catalogs, then quality in the order in which they run.
pub static RULES: &[Rule] = &[
    state(
        "missing",
        ERROR,
        "A unit has no translation.",
        "Readers would see French, or nothing.",
        "# fr: Le pont est fermé.\npont-h3a9qd = The bridge is closed.",
        "# fr: Le pont est fermé.",
    ),
    state(
        "stale-major",
        ERROR,
        "The French changed in meaning since it was translated.",
        "The translation may say what is no longer true.",
        "French and `# fr:` both read: Le pont ouvre à 9 h.",
        "`# fr:` reads “Le pont ouvre à 8 h.”, the French now “Le pont ouvre à 9 h.”",
    ),
    state(
        "stale-minor",
        WARNING,
        "The French changed in spelling, punctuation or capitals since it was translated.",
        "The translation is most likely still right: a look and `accept ADDRESS` settle it, or `accept --all --minor` for all of them.",
        "French and `# fr:` agree.",
        "`# fr:` reads “Le resto est fermé.”, the French now “Le Resto est fermé.”",
    ),
    state(
        "unverified",
        ERROR,
        "A translation has no `# fr:` line, so nobody knows which French it renders.",
        "A tool dropped the comment, or the message was pasted in; what it says of today's French is unknown.",
        "# fr: Le pont est fermé.\npont-h3a9qd = The bridge is closed.",
        "pont-h3a9qd = The bridge is closed.",
    ),
    state(
        "invalid",
        ERROR,
        "A unit's message can't be read or formatted.",
        "It can't be published; it counts as not translated.",
        "pont-h3a9qd = The bridge is closed.",
        "pont-h3a9qd = The bridge { is closed.",
    ),
    state(
        "obsolete",
        None,
        "A translation's sentence has left the source.",
        "It is kept in case the sentence comes back; `prune` removes it.",
        "Every unit of the catalog stands in the source.",
        "A unit whose sentence was deleted months ago.",
    ),
    state(
        "incomplete",
        ERROR,
        "Fewer units of a locale are current than `policy.complete` demands.",
        "A release with holes in it.",
        "complete = 95, and 97 % of the units are current.",
        "complete = 95, and 90 % of the units are current.",
    ),
    state(
        "sync-needed",
        WARNING,
        "The documents changed since `sync` last ran.",
        "Catalogs lack the new sentences.",
        "`drogman sync` was run and its changes committed.",
        "A sentence was added to a document, and no catalog has a stub for it.",
    ),
    catalog(
        "unreadable",
        ERROR,
        "A document, a catalog, the glossary or `drogman.toml` that can't be read: it is not UTF-8, git left a conflict in it, it is written otherwise than it must be, its disk fails.",
        "Nothing of it is checked (of a glossary: the terms in question), and no policy makes up for that: the command ends with 2.",
        "Files in UTF-8, merges finished.",
        "A catalog saved as Latin-1.",
    ),
    but_warns(
        "a front matter that has no end, does not stand at the top or is in JSON, a single text of it that can't be read, and a scope that nobody can follow",
        catalog(
            "front-matter",
            ERROR,
            "The front matter of a document, a text in it, or what it says of the translation, that can't be read.",
            "Its keys are taken for text of the page, its title stays in French, or the page is translated for other readers than meant.",
            "title: \"Le pont : une histoire\"",
            "title: Le pont : une histoire",
        ),
    ),
    catalog(
        "syntax",
        ERROR,
        "A line that is no Fluent: neither a comment nor a message.",
        "It is dropped when the catalog is read, and with it what the translator wrote.",
        "pont-h3a9qd = The bridge is closed.",
        "pont-h3a9qd The bridge is closed.",
    ),
    catalog(
        "duplicate-unit",
        ERROR,
        "Two entries of one unit.",
        "Only one of them would be used, silently.",
        "One `# @unit` and one message for each id.",
        "pont-h3a9qd = The bridge is closed.\npont-h3a9qd = The bridge is shut.",
    ),
    catalog(
        "unit-mismatch",
        ERROR,
        "A message stands under the `# @unit` line of another id, in the catalog of another document, or in the one of the French.",
        "It was pasted into the wrong place, or its id was mistyped; it is not used.",
        "# @unit pont-h3a9qd\npont-h3a9qd = …",
        "# @unit pont-h3a9qd\npont-h3a9qe = …",
    ),
    catalog(
        "unknown-unit",
        ERROR,
        "A message that belongs to no unit.",
        "Nothing uses it: most often a mistyped id. A file of terms that is none of the shared ones is a warning.",
        "A helper that another message of the file refers to.",
        "A message whose id is neither a unit nor referred to.",
    ),
    catalog(
        "reference",
        ERROR,
        "A reference to a term, message or function that doesn't exist.",
        "The message can't be formatted.",
        "{ -brics }, which terms.ftl defines.",
        "{ -brisc }",
    ),
    catalog(
        "cycle",
        ERROR,
        "A message that refers to itself, directly or through others.",
        "The message can't be formatted.",
        "a = see { b }\nb = the end",
        "a = see { b }\nb = see { a }",
    ),
    catalog(
        "attribute",
        ERROR,
        "A unit's message has an attribute.",
        "A unit is one sentence; what stands in an attribute is published nowhere.",
        "pont-h3a9qd = The bridge is closed.",
        "pont-h3a9qd = The bridge is closed.\n    .title = Closed",
    ),
    catalog(
        "conflict-markers",
        ERROR,
        "Conflict markers of a merge stand in a catalog.",
        "Two versions of a translation, and nobody has chosen.",
        "One of the two versions.",
        "<<<<<<< HEAD",
    ),
    catalog(
        "comment",
        WARNING,
        "A comment that can't be meant as it stands: two `# fr:` lines, `#@unit` without its space, an indented comment, a commented-out translation; in a page, one that is to switch translation off and does not (`<!-- drogman off -->`).",
        "What it says is not taken into account.",
        "# @unit pont-h3a9qd",
        "#@unit pont-h3a9qd",
    ),
    catalog(
        "empty",
        ERROR,
        "A message without a text.",
        "It can't be told from one that was forgotten; a sentence that was folded into its neighbour is written { \"\" }.",
        "pont-h3a9qd = { \"\" }",
        "pont-h3a9qd =",
    ),
    catalog(
        "unused-allow",
        WARNING,
        "A `# drogman: allow RULE` that allows nothing.",
        "It would hide a later mistake.",
        "# drogman: allow numbers (above a unit with a finding of that rule)",
        "# drogman: allow numbers (above a unit without one)",
    ),
    catalog(
        "locales",
        WARNING,
        "The locales of `l10n.toml` and of `drogman.toml` differ, or `l10n.toml` can't be read.",
        "Other Fluent tools would work on other locales.",
        "The same tags in both files.",
        "A locale that was added to `drogman.toml` alone.",
    ),
    settling(
        if_error,
        but_warns(
            "what few words tell: a short text, a heading, a text that is word for word that of another language's catalog",
            quality(
                "language",
                ERROR,
                language::run,
                "The text is in another language than its catalog.",
                "It was pasted into the wrong file.",
                "German in locales/de/",
                "Spanish in locales/de/",
            ),
        ),
    ),
    settling(
        untranslated::tells_of_all,
        but_warns(
            "a passage in a sentence that is translated otherwise, a note of the translator in brackets, a date or the name of a month or a day alone, a sign for a few words, and a note beside the translation",
            quality(
                "untranslated",
                ERROR,
                untranslated::run,
                "French is left in a translation: all of it, or a passage. Or a note stands in its place, or no word.",
                "Readers don't understand it. Names, titles and quotations may stay French.",
                "He read *Les Fleurs du mal* on the train.",
                "He read le journal dans le train.",
            ),
        ),
    ),
    settling(
        characters::tells_of_encoding,
        but_warns(
            "one or two words with letters that another encoding makes of the language's own (`pøíbor`), and a soft hyphen that parts no word",
            alone(quality(
                "characters",
                ERROR,
                characters::run,
                "Lost letters, invisible signs, text of another encoding, codes of signs.",
                "They come from copying between programs, and nobody sees them before the readers do.",
                "café",
                "cafÃ©, caf\u{FFFD}, caf?s, a&nbsp;cafe",
            )),
        ),
    ),
    but_warns(
        "a vowel with an accent that may show the stress of a Cyrillic word, a capital I among small letters, where a small L may be meant, an ending in Cyrillic letters behind a Latin name, and a letter in the form of Arabic in Persian or Urdu, or the reverse",
        alone(quality(
            "mixed-script",
            ERROR,
            mixed_script::run,
            "A word of two alphabets.",
            "The letters look alike, but searching, sorting and reading aloud fail.",
            "Москва",
            "Mосква (with a Latin M)",
        )),
    ),
    but_warns(
        "a placeholder that is named once where the French has it twice",
        quality(
            "variables",
            ERROR,
            variables::run,
            "A placeholder of the French is missing or changed.",
            "The program that fills it in would not find it.",
            "Bonjour {nom} → Hello {nom}",
            "Bonjour {nom} → Hello {name}",
        ),
    ),
    but_warns(
        "code or a note that the French does not have, code that is named once where the French has it twice, an option of a command that is missing, signs of markup in plain text, a key (`<kbd>`) that is another one or named in French, a star behind a word that marks nothing, a backslash that shows, and a sign such as `:tada:` or `==` that is missing",
        quality(
            "markup",
            ERROR,
            markup::run,
            "Bold, italics, code, notes, formulas, tags, escapes, or signs that the page turns into pictures or keys differ from the French.",
            "What was bold no longer is, a note is lost, or signs of markup show on the page.",
            "Lancez **toujours** `make`. → **Always** run `make`.",
            "Lancez **toujours** `make`. → Always run `made`.",
        ),
    ),
    but_warns(
        "links that seem to have changed places, an address without its angle brackets, the name of an account (`@marie`) that is another one, and titles and descriptions, of tags too, that are lost or still in French",
        quality(
            "links",
            ERROR,
            links::run,
            "Links, images or addresses lead elsewhere than in the French.",
            "A broken link, or a link to another page. A link to a heading may name the translated one (`#the-bridge` for `#le-pont`), and `links.localize` names others that may differ.",
            "[le guide](/guide) → [the guide](/guide)",
            "[le guide](/guide) → [the guide](/guid)",
        ),
    ),
    but_warns(
        "all but the sign that parts the cells of a table",
        quality(
            "structure",
            ERROR,
            structure::run,
            "A translation that would be another kind of block: a heading, an item of a list, a new cell. Or all of a title, an item or a cell stands in quotation marks, and nothing of the French.",
            "Pages are built in the layout of the French: readers would see the sign.",
            "Le 1er mai est férié. → May 1 is a holiday.",
            "Le 1er mai est férié. → 1. May is a holiday.",
        ),
    ),
    but_warns(
        "what may be free or told by less than figures: a number that is missing or that the French does not have, a number in words, another day, half of the day, month, currency, unit or formula of chemistry, marks of thousands and decimals of another locale, numbers that have changed places, endings of ordinals",
        quality(
            "numbers",
            ERROR,
            numbers::run,
            "A number, date, day of the week, hour, century, amount or per cent differs from the French, or is written as in another locale. A measure may be converted (100 km → 62 miles), if that is done rightly.",
            "A wrong figure is the mistake that readers remember.",
            "45 300 habitants à 18 h 30 → 45,300 people at 6:30 p.m.",
            "45 300 habitants à 18 h 30 → 43,500 people at 6:30 a.m.",
        ),
    ),
    quality(
        "punctuation",
        WARNING,
        punctuation::run,
        "The sentence ends otherwise than the French one, or begins with a small letter.",
        "A lost full stop, or a question that is none any more.",
        "Où est le pont ? → Where is the bridge?",
        "Où est le pont ? → Where is the bridge.",
    ),
    quality(
        "brackets",
        WARNING,
        brackets::run,
        "A bracket or quotation mark without its partner, or none where the French quotes.",
        "Who says what is no longer clear.",
        "« Non », dit-elle. → “No,” she said.",
        "« Non », dit-elle. → “No, she said.",
    ),
    alone(quality(
        "spaces",
        WARNING,
        spaces::run,
        "Spaces too many or too few: at the ends, doubled, before a comma, none after it.",
        "They show on the page, and in the diff of everybody who comes after.",
        "Yes, no",
        "Yes ,no",
    )),
    alone(quality(
        "typography",
        WARNING,
        typography::run,
        "Quotation marks, spaces or marks of another locale.",
        "French spacing and guillemets, half-width marks in Chinese or Japanese, a Latin question mark in Arabic or Greek.",
        "Why? he asked: “now?”",
        "Why ? he asked : « now ? »",
    )),
    alone(quality(
        "repeated-word",
        WARNING,
        repeated_word::run,
        "A word or two that stand twice in a row, or the whole text, as a merge leaves it.",
        "A slip of editing that the eye skips.",
        "That that is, is.",
        "They closed the the bridge.",
    )),
    quality(
        "glossary",
        WARNING,
        glossary::run,
        "A term of `glossary.toml` is not translated as agreed.",
        "One thing, one name.",
        "préfet → prefect (use = [\"prefect\"])",
        "préfet → governor",
    ),
    quality(
        "length",
        None,
        length::run,
        "A translation that is much shorter or longer than usual, or short and broken off behind a small word.",
        "A part may be missing, or stand twice. Off by default: free translation is no mistake.",
        "A sentence of about the French length.",
        "A fifth of it.",
    ),
    Rule {
        name: "inconsistent",
        group: Group::Quality,
        severity: None,
        warns: "",
        what: "The same French has two translations in a locale.",
        why: "Readers look for a difference. Off by default: good prose varies.",
        good: "Lire la suite → Read more, everywhere",
        bad: "Lire la suite → Read more, and Continue reading",
        compares: true,
        run: None,
        settles: never,
    },
];
