//! Passages between two lines of a site builder: code and comments, which are no prose; formulas, which are text as
//! CommonMark has them, but for the lines around them.

use super::shapes::shortcode;
use super::tags::lines_of_tag;

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
pub(in super::super) fn is_begin(content: &str) -> bool {
    mark(content).is_some_and(|(_, end)| end != End::Close)
}

fn mark(content: &str) -> Option<(Kind, End)> {
    Some(match content {
        "$$" => (Kind::Formula, End::Either),
        "\\[" => (Kind::Bracketed, End::Open),
        "\\]" => (Kind::Bracketed, End::Close),
        "--8<--" => (Kind::Snippets, End::Either),
        "{::comment}" => (Kind::Tag, End::Open),
        "{:/comment}" => (Kind::Tag, End::Close),
        _ => return tag(content),
    })
}

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
    matches!(name, "highlight" | "comment").then_some((end, behind))
}

/// Whether a line holds code or a comment from its opening tag to its closing one: `{{< highlight go >}}x++{{< /highlight >}}`.
pub(super) fn is_code_between_tags(content: &str) -> bool {
    let Some((End::Open, behind)) = code_tag(content) else { return false };
    let last = ["{{<", "{{%", "{%"].iter().filter_map(|opener| behind.rfind(opener)).min();
    let closes = |at| matches!(code_tag(&behind[at..]), Some((End::Close, rest)) if rest.trim().is_empty());
    last.is_some_and(closes)
}

/// Where a reader of lines is: in a passage or not.
#[derive(Debug)]
pub(super) struct Passages {
    open: Option<Kind>,
    /// How many lines are still to come that could end a passage of each kind.
    ends: [usize; 4],
}

impl Passages {
    /// `contents`: of each line of the page.
    pub(super) fn of<'t>(contents: impl Iterator<Item = &'t str>) -> Self {
        let mut ends = [0; 4];
        for (kind, _) in contents.filter_map(mark).filter(|(_, end)| *end != End::Open) {
            ends[kind as usize] += 1;
        }
        Passages { open: None, ends }
    }

    /// Whether the next line is no text, as it is one of the ends of a passage, or between those of code.
    pub(super) fn has(&mut self, content: &str) -> bool {
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

/// Where a shortcode of Hugo that takes several lines ends: `{{< figure`, `src="a.jpg"`, `>}}`, without an empty line; or a
/// tag of MDX. So they do in prettier code, and `>}}` or `>` alone would be a quotation.
#[derive(Debug, Default)]
pub(super) struct Shortcodes {
    /// Up to this byte there is none, or there is the end of one.
    until: usize,
    is_open: bool,
    /// Where its first line begins.
    begin: usize,
    /// Whether tags are looked for, too.
    has_tags: bool,
}

impl Shortcodes {
    /// And tags of MDX.
    pub(super) fn and_tags() -> Self {
        Shortcodes { has_tags: true, ..Shortcodes::default() }
    }

    /// Whether the line of `text` that begins at `at`, and holds `content`, belongs to such a shortcode.
    pub(super) fn has(&mut self, text: &str, at: usize, content: &str) -> bool {
        if at >= self.until {
            (self.is_open, self.begin) = (false, at);
            let closer = match content.get(..3) {
                Some("{{<") => ">}}",
                Some("{{%") => "%}}",
                _ if self.has_tags && content.starts_with('<') => {
                    let Some((length, is_alone)) = lines_of_tag(&text[at..]) else { return false };
                    (self.until, self.is_open) = (at + length, is_alone);
                    return is_alone;
                }
                _ => return false,
            };
            if shortcode(content).is_some() {
                return false;
            }
            self.until = at;
            for line in text[at..].split_inclusive('\n') {
                let line_content = line.trim();
                if line_content.trim_start_matches('>').is_empty() {
                    break;
                }
                self.until += line.len();
                if let Some(end) = line_content.find(closer) {
                    self.is_open = end + closer.len() == line_content.len();
                    break;
                }
            }
        }
        self.is_open
    }

    /// Whether the line that begins at `at` is a further one of those of its own.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        self.is_open && at > self.begin
    }

    /// Whether the line that begins at `at` is the first one of its own.
    pub(super) fn begins(&self, at: usize) -> bool {
        self.is_open && at == self.begin
    }

    /// Whether what it is opens an element.
    pub(super) fn opens(&self, text: &str) -> bool {
        let own = text[self.begin..self.until].trim();
        own.starts_with('<') && !own.ends_with("/>")
    }

    /// Where the one ends that a line belongs to: a byte of the text.
    pub(super) fn end(&self) -> Option<usize> {
        self.is_open.then_some(self.until)
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
        assert_eq!(parts("\\[\nb\n\\]\nc\n\\]"), ["\\[", "\\]"]);
    }

    #[test]
    fn a_shortcode_may_take_several_lines() {
        let parts = |text: &'static str| -> Vec<&str> {
            let mut shortcodes = Shortcodes::default();
            let mut at = 0;
            let lines = text.split_inclusive('\n').filter(|line| {
                at += line.len();
                shortcodes.has(text, at - line.len(), line.trim())
            });
            lines.map(str::trim).collect()
        };
        assert_eq!(parts("a\n{{< b\n  c=\"d\"\n>}}\ne\n"), ["{{< b", "c=\"d\"", ">}}"]);
        assert_eq!(parts("{{% b\nc %}}\n{{% d\ne %}}"), ["{{% b", "c %}}", "{{% d", "e %}}"]);
        for text in ["{{< b\nc\n\n>}}\n", "{{< b\nc >}} d\n", "{{< b >}}\n>}}\n", "{{ b\n}}\n", "{{< b\nc"] {
            assert!(parts(text).is_empty(), "{text}");
        }
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
