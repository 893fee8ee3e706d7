//! Files that were read in the wrong encoding and saved so: one mistake, however many lines it spoilt.

use crate::check::ungarbled;
use crate::diagnostic::{Diagnostic, Place, Severity};
use crate::text::quoted;
use crate::unit::Page;

/// How an encoding spoilt a file.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Spoilt {
    /// Each letter beyond ASCII became several others.
    Misread,
    /// Each became a question mark.
    Lost,
}

/// What is told of such a file.
pub(super) fn finding(spoilt: Spoilt, what: &str, file: &str, place: Place) -> Diagnostic {
    let path = quoted(file);
    let message = match spoilt {
        Spoilt::Misread => format!("{what} was read in the wrong encoding and saved so"),
        Spoilt::Lost => {
            format!("{what} was saved as ASCII, and each letter beyond that became a question mark")
        }
    };
    Diagnostic::new("syntax", Severity::Error, message).at(place).help(format!(
        "take the last good version back: git checkout -- {path}\n\
             if that one is the same, `git log -- {path}` shows those before; then set your editor to UTF-8"
    ))
}

/// One finding for a page of which most sentences beyond ASCII are garbled: the French has not changed, and to correct
/// and accept each translation would be in vain.
pub(super) fn of_page(page: &Page<'_>) -> Option<Diagnostic> {
    let (_, file) = page.path?;
    // What « é » and « à » become: no French text has it.
    memchr::memmem::find(page.document.source.as_bytes(), "Ã".as_bytes())?;
    let (mut beyond_ascii, mut garbled) = (0_usize, 0_usize);
    for sentence in (0..page.units.len()).map(|at| page.sentence(at)).filter(|sentence| !sentence.is_ascii())
    {
        beyond_ascii += 1;
        garbled += usize::from(ungarbled(sentence).is_some());
    }
    // One sentence may show what such a text looks like.
    (garbled > 1 && garbled * 2 > beyond_ascii)
        .then(|| finding(Spoilt::Misread, "this page", file, Place::file(file)))
}
