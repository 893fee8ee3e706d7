//! Lines of French that are not as they should be: one that lost its `# fr:`, and one above a translation that is not
//! read, which says what the French was.

use rustc_hash::FxHashMap;

use super::One;
use crate::catalog::{Catalog, Unit, edit};
use crate::diagnostic::Diagnostic;
use crate::text::normal::same;
use crate::text::shorten;
use crate::unit::typed::former_sentence;

/// What is told of a line instead of what reading the catalog made of it.
pub(super) enum Bare {
    /// This message and this help.
    Said(String, String),
    /// Nothing: it is told at the line before.
    Told,
}

impl<'p, 'l> One<'p, 'l>
where
    'l: 'p,
{
    /// Where each unit of the page stands in it, by its id.
    pub(super) fn places(&self) -> FxHashMap<&'p str, usize> {
        self.page.units.iter().enumerate().map(|(at, unit)| (unit.id.as_str(), at)).collect()
    }

    /// What is to be said, beside what is wrong with a translation that is not read, where the French of its stub has
    /// changed since. The stub is that of the sentence at this place; `sync` keeps its line of French, so that the
    /// translation does not pass for current once it is put right.
    pub(in crate::cli::check::page) fn changed_since(
        &self,
        at: usize,
        catalog: &Catalog<'p>,
        unit: &Unit<'p>,
    ) -> Option<String> {
        let sentence = self.page.sentence(at);
        let was = unit.french().next().filter(|line| !same(line.text, sentence))?;
        catalog.has_unread_translation(unit).then(|| {
            format!(
                "it is of other French, “{}”: once it says what today's says, let its line of French be: # {}: {}",
                shorten(was.text, 300),
                catalog.source_locale,
                edit::one_line(sentence)
            )
        })
    }

    /// What a line that can't be read is, where it is the French of its unit, or goes on with the line of that.
    pub(super) fn bare_french(&self, finding: &Diagnostic, places: &FxHashMap<&str, usize>) -> Option<Bare> {
        let catalog = &self.page.targets[self.at].catalog;
        let unit = catalog.unit(finding.subject.unit.as_deref()?)?;
        let at = *places.get(unit.id)?;
        let (start, end) = finding.place.as_ref()?.span?;
        let (tag, today) = (catalog.source_locale.as_str(), edit::one_line(self.page.sentence(at)));
        let today = today.trim();
        if let Some(bare) = self.wrapped(unit, start, at) {
            return Some(bare);
        }
        let line = catalog.text.get(start..end)?.trim();
        // A line that has its key, and lacks the sign or a space, is told as that.
        let is_keyed = line.starts_with(['#', ' ']) || line.starts_with(&format!("{tag}:"));
        if is_keyed || !same(without_key(line, tag), today) {
            return None;
        }
        let message = format!("this line is the French of its unit, and lacks its `# {tag}:`");
        let above = unit.section.as_ref().and_then(|section| section.french.as_ref());
        let is_below = unit.message.as_ref().is_some_and(|message| message.lines().start < start);
        let ready = format!("# {tag}: {today}");
        let help = match above {
            Some(above) if same(above.text, today) => return None,
            _ if is_below => format!("write it above the translation, as: {ready}"),
            Some(_) => format!("write it in the place of the line above it, as: {ready}"),
            None => format!("write it as: {ready}"),
        };
        Some(Bare::Said(message, help))
    }

    /// Whether the line at a byte goes on with the `# fr:` line of its unit: an editor broke that.
    fn wrapped(&self, unit: &Unit<'p>, start: usize, at: usize) -> Option<Bare> {
        let catalog = &self.page.targets[self.at].catalog;
        let section = unit.section.as_ref()?;
        let (french, from) = (section.french.as_ref()?, section.lines().end);
        // Where notes stand between them, it is no part of it.
        let is_next = french.span().end == catalog.text[..from].trim_end_matches(['\r', '\n']).len();
        if start < from || !is_next {
            return None;
        }
        let former = former_sentence(self.page, unit.id);
        let known = [Some(self.page.sentence(at)), former.as_deref()].into_iter().flatten();
        let known: Vec<_> = known.map(edit::one_line).collect();
        // The rest of the sentence, and the spaces that typography adds: what stands further below is none of it, and a
        // catalog may have very many lines that can't be read.
        let most = 2 * known.iter().map(|known| known.len()).max().unwrap_or(0);
        if start - from > most {
            return None;
        }
        let mut whole = french.text.to_owned();
        let mut end = from;
        for line in catalog.text[from..].split_inclusive('\n') {
            let words = line.trim();
            if whole.len() > most || words.is_empty() || words.starts_with('#') || words.starts_with(unit.id)
            {
                break;
            }
            whole.push(' ');
            whole.push_str(words);
            end += line.len();
        }
        if start >= end || !known.iter().any(|known| same(&whole, known.trim())) {
            return None;
        }
        if !catalog.text[from..start].trim().is_empty() {
            return Some(Bare::Told);
        }
        let tag = &catalog.source_locale;
        let message = format!("this line goes on with the `# {tag}: …` line above it, which was broken");
        Some(Bare::Said(message, format!("join them, as: # {tag}: {whole}")))
    }
}

/// The words of a line behind `paste:` and a `# fr:`, as `todo` writes them, if they are there.
fn without_key<'t>(line: &'t str, tag: &str) -> &'t str {
    let rest = line.strip_prefix("paste:").map_or(line, str::trim_start);
    let keyed = rest.trim_start_matches('#').trim_start();
    keyed.strip_prefix(tag).and_then(|rest| rest.strip_prefix(':')).map_or(rest, str::trim_start)
}
