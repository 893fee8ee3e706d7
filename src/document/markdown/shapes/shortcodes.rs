//! Shortcodes of Hugo and tags of Liquid: where one ends, on its line or on a later one.

use super::tags::lines_of_tag;

/// What a shortcode of Hugo and a tag of Liquid begin and end with.
const SHORTCODES: [(&str, &str); 3] = [("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")];

/// The shortcode or tag that a text begins with, without its signs, and what follows it.
pub(in crate::document::markdown) fn shortcode(text: &str) -> Option<(&str, &str)> {
    SHORTCODES.iter().find_map(|(opener, closer)| {
        let inner = text.strip_prefix(opener)?;
        let end = unquoted(inner, closer).or_else(|| inner.find(closer))?;
        Some((&inner[..end], &inner[end + closer.len()..]))
    })
}

/// Where `sign` first stands out of quotes.
fn unquoted(text: &str, sign: &str) -> Option<usize> {
    let mut at = 0;
    while !text[at..].starts_with(sign) {
        let c = text[at..].chars().next()?;
        at += c.len_utf8();
        if matches!(c, '"' | '`') {
            at += text[at..].find(c)? + 1;
        }
    }
    Some(at)
}

/// Where a shortcode of Hugo that takes several lines ends: `{{< figure`, `src="a.jpg"`, `>}}`, without an empty line; or a
/// tag of MDX. So they do in prettier code, and `>}}` or `>` alone would be a quotation.
#[derive(Debug, Default)]
pub(in crate::document::markdown) struct Shortcodes {
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
    pub(in crate::document::markdown) fn and_tags() -> Self {
        Shortcodes { has_tags: true, ..Shortcodes::default() }
    }

    /// Whether the line of `text` that begins at `at`, and holds `content`, belongs to such a shortcode.
    pub(in crate::document::markdown) fn has(&mut self, text: &str, at: usize, content: &str) -> bool {
        if at >= self.until {
            (self.is_open, self.begin) = (false, at);
            let closer = match content.get(..3) {
                Some("{{<") => ">}}",
                Some("{{%") => "%}}",
                _ if content.starts_with('<') => {
                    let Some((length, is_alone)) = lines_of_tag(&text[at..]) else { return false };
                    // Of Vue, as CommonMark knows no such name.
                    let is_name = |line: &str| line.trim_start().starts_with('@');
                    let is_tag = self.has_tags || text[at..at + length].lines().skip(1).any(is_name);
                    (self.until, self.is_open) = (at + length, is_alone && is_tag);
                    return self.is_open;
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
    pub(in crate::document::markdown) fn goes_on(&self, at: usize) -> bool {
        self.is_open && at > self.begin
    }

    /// Whether the line that begins at `at` is the first one of its own.
    pub(in crate::document::markdown) fn begins(&self, at: usize) -> bool {
        self.is_open && at == self.begin
    }

    /// Whether what it is opens an element.
    pub(in crate::document::markdown) fn opens(&self, text: &str) -> bool {
        let own = text[self.begin..self.until].trim();
        own.starts_with('<') && !own.ends_with("/>")
    }

    /// Where the one ends that a line belongs to: a byte of the text.
    pub(in crate::document::markdown) fn end(&self) -> Option<usize> {
        self.is_open.then_some(self.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(parts("<b-c\n  @d=\"e\"\n>\nf\n"), ["<b-c", "@d=\"e\"", ">"]);
        for text in [
            "<b-c\n  d=\"e\">\n",
            "{{< b\nc\n\n>}}\n",
            "{{< b\nc >}} d\n",
            "{{< b >}}\n>}}\n",
            "{{ b\n}}\n",
            "{{< b\nc",
        ] {
            assert!(parts(text).is_empty(), "{text}");
        }
    }
}
