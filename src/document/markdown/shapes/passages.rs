//! Passages between two lines of a site builder: code and comments, which are no prose; formulas, which are text as
//! CommonMark has them, but for the lines around them.

use super::shortcodes::shortcode;

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `$$` to `$$`.
    Formula,
    /// `\[` to `\]`.
    Bracketed,
    /// `--8<--` to `--8<--`.
    Snippets,
    /// Code or a comment of Liquid, Hugo, or kramdown.
    Tag,
}

/// Which end of a passage a line can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Open,
    Close,
    Either,
}

/// Whether a line that holds only `content` begins a passage, if another one ends it.
pub(in crate::document::markdown) fn is_begin(content: &str) -> bool {
    mark(content).is_some_and(|(_, end)| end != End::Close)
}

fn mark(content: &str) -> Option<(Kind, End)> {
    Some(match content {
        "$$" => (Kind::Formula, End::Either),
        _ if is_labelled_end(content) => (Kind::Formula, End::Close),
        "\\[" => (Kind::Bracketed, End::Open),
        "\\]" => (Kind::Bracketed, End::Close),
        "--8<--" => (Kind::Snippets, End::Either),
        "{::comment}" => (Kind::Tag, End::Open),
        "{:/comment}" => (Kind::Tag, End::Close),
        _ => return tag(content),
    })
}

/// `$$ (eq1)`, with the name of the formula for references, or `$$ {#eq-debit}`, as Quarto and Pandoc have it.
fn is_labelled_end(content: &str) -> bool {
    let Some(rest) = content.strip_prefix("$$").map(str::trim_start) else { return false };
    let within = |open, close| rest.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
    let label = within("(", ")").or_else(|| within("{#", "}"));
    label.is_some_and(|label| !label.is_empty() && !label.contains([' ', '(', '{', '$']))
}

/// Shortcodes and tags between which no prose stands, in the builders and their best known themes.
const OF_CODE: [&str; 10] =
    ["chart", "code", "comment", "echarts", "goat", "highlight", "katex", "math", "mermaid", "plantuml"];

/// `{% highlight ruby %}`, `{% endcomment %}`, `{{< highlight go >}}`, `{{< /highlight >}}`, with nothing behind it.
fn tag(content: &str) -> Option<(Kind, End)> {
    let (end, behind) = code_tag(content)?;
    behind.trim().is_empty().then_some((Kind::Tag, end))
}

/// Which end of code or of a comment a text begins with, and what follows the tag.
fn code_tag(text: &str) -> Option<(End, &str)> {
    let (inner, behind) = shortcode(text)?;
    let inner = inner.trim_start_matches(['-', ' ']);
    let (name, end) = match inner.strip_prefix("end").or_else(|| inner.strip_prefix('/')) {
        Some(name) => (name.trim_start_matches(' '), End::Close),
        None => (inner, End::Open),
    };
    let name = &name[..name.find([' ', '-']).unwrap_or(name.len())];
    OF_CODE.contains(&name).then_some((end, behind))
}

/// Whether a line holds code or a comment from its opening tag to its closing one: `{{< highlight go >}}x++{{< /highlight >}}`.
pub(in crate::document::markdown) fn is_code_between_tags(content: &str) -> bool {
    let Some((End::Open, behind)) = code_tag(content) else { return false };
    let last = ["{{<", "{{%", "{%"].iter().filter_map(|opener| behind.rfind(opener)).min();
    let closes = |at| matches!(code_tag(&behind[at..]), Some((End::Close, rest)) if rest.trim().is_empty());
    last.is_some_and(closes)
}

/// Where a reader of lines is: in a passage or not.
#[derive(Debug)]
pub(in crate::document::markdown) struct Passages {
    open: Option<Kind>,
    /// How many lines are still to come that could end a passage of each kind.
    ends: [usize; 4],
}

impl Passages {
    /// `contents`: of each line of the page.
    pub(in crate::document::markdown) fn of<'t>(contents: impl Iterator<Item = &'t str>) -> Self {
        let mut ends = [0; 4];
        for (kind, _) in contents.filter_map(mark).filter(|(_, end)| *end != End::Open) {
            ends[kind as usize] += 1;
        }
        Passages { open: None, ends }
    }

    /// Whether the next line is no text, as it is one of the ends of a passage, or between those of code.
    pub(in crate::document::markdown) fn has(&mut self, content: &str) -> bool {
        let is_code = self.open.is_some_and(|open| matches!(open, Kind::Snippets | Kind::Tag));
        let Some((kind, end)) = mark(content) else { return is_code };
        if end != End::Open {
            self.ends[kind as usize] -= 1;
        }
        match self.open {
            Some(open) if open == kind && end != End::Open => {
                self.open = None;
                true
            }
            Some(_) => is_code,
            None => {
                // What nothing ends has not begun.
                let begins = end != End::Close && self.ends[kind as usize] > 0;
                self.open = begins.then_some(kind);
                begins
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let mut passages = Passages::of(text.lines());
        text.lines().filter(|line| passages.has(line)).collect()
    }

    #[test]
    fn a_passage_goes_from_end_to_end() {
        assert_eq!(parts("a\n--8<--\nb\n\n$$\n--8<--\nc"), ["--8<--", "b", "", "$$", "--8<--"]);
        let tagged = "{%- highlight ruby -%}\nb\n{% comment %}\n{% endhighlight %}";
        assert_eq!(parts(tagged), tagged.lines().collect::<Vec<_>>());
        let tagged = "{{< highlight go \"x=1\" >}}\nb\n{{< /highlight >}}";
        assert_eq!(parts(tagged), tagged.lines().collect::<Vec<_>>());
    }

    #[test]
    fn code_on_one_line_opens_no_passage() {
        let one = "{{< highlight go >}}x++{{< /highlight >}}";
        assert!(is_code_between_tags(one) && is_code_between_tags("{% comment %}{ a }{% endcomment %}"));
        let text = [one, "a", "{{< highlight go >}}", "b", "{{< /highlight >}}"].join("\n");
        assert_eq!(parts(&text), ["{{< highlight go >}}", "b", "{{< /highlight >}}"]);
        assert!(!is_code_between_tags("{{< highlight go >}}x++{{< /highlight >}} ou y++"));
    }

    #[test]
    fn a_formula_is_text_between_its_ends() {
        assert_eq!(parts("a\n$$\nb\n\n\\[\n$$\nc"), ["$$", "$$"]);
        assert_eq!(parts("$$\nb\n$$ (eq-1)\nc"), ["$$", "$$ (eq-1)"]);
        assert_eq!(parts("$$\nb\n$$ {#eq-debit}\nc"), ["$$", "$$ {#eq-debit}"]);
        assert_eq!(parts("\\[\nb\n\\]\nc\n\\]"), ["\\[", "\\]"]);
    }

    #[test]
    fn what_nothing_ends_has_not_begun() {
        for text in ["$$\nb", "\\[\nb\n$$", "{% highlight a %}\nb", "{% raw %}\nb\n{% endraw %}", "$$ b\n$$"]
        {
            assert!(parts(text).is_empty(), "{text}");
        }
        assert_eq!(parts("\\[\n$$\nb\n$$"), ["$$", "$$"]);
    }
}
