//! Words of commands that a person copies into a shell.

use super::visible;

/// A word in quotation marks that shells take off again. Those of a word with an apostrophe (`l'été`) or a blank are double
/// ones, which PowerShell and Windows' own shell read, too, unless a sign in it would have a meaning there. A name that
/// begins as an option does (`-gare`) is written as a path, which is none.
pub fn quoted(word: &str) -> String {
    let word = match word.starts_with('-') {
        true => format!("./{}", visible(word)),
        false => visible(word).into_owned(),
    };
    match word.contains(['\'', ' ']) && !word.contains(['"', '$', '`', '\\', '!']) {
        true => format!("\"{word}\""),
        false => format!("'{}'", word.replace('\'', r"'\''")),
    }
}

/// A word without the single quotes round it: Windows' own shell leaves those of a copied command.
pub fn unquoted(word: &str) -> &str {
    word.strip_prefix('\'').and_then(|word| word.strip_suffix('\'')).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shells_read_a_quoted_word_as_it_is() {
        assert_eq!(quoted("gare#gare-p2w7xk"), "'gare#gare-p2w7xk'");
        assert_eq!(quoted("l'été/gare (1)"), "\"l'été/gare (1)\"");
        assert_eq!(quoted("le quai"), "\"le quai\"");
        assert_eq!(quoted("l'$x"), r"'l'\''$x'");
        assert_eq!(quoted("le $x"), "'le $x'");
        assert_eq!(quoted("-gare#gare-p2w7xk"), "'./-gare#gare-p2w7xk'");
    }

    #[test]
    fn quotes_that_a_shell_left_go() {
        assert_eq!(unquoted("'gare#gare-p2w7xk'"), "gare#gare-p2w7xk");
        for word in ["gare", "'", "l'été", "'gare"] {
            assert_eq!(unquoted(word), word);
        }
    }
}
