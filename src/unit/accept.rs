//! What `accept` changes: edits of catalogs, made by pure functions.
//!
//! Accepting says that a translation renders today's French: its `# fr:` line becomes today's sentence.
//! The translation itself is touched only where a proposal, a moved message or a carried target is asked
//! for by name.

mod left;

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::assess::{Assessed, staleness};
use super::page::{Page, Presence};
use super::state::{Staleness, State, rendered};
use crate::align::change::{Reason, verdict};
use crate::catalog::edit;
use crate::catalog::{Catalog, Marked, Unit, pattern};
use crate::text::normal::same;
use crate::text::{Edit, Span, Verbatim, apply, verbatim};
pub use left::Left;

/// Which units are accepted, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accept {
    /// Stale units; of those only minor ones if `minor`. Unverified ones too if `unverified`.
    Stale {
        /// Only minor changes.
        minor: bool,
        /// Unverified units too.
        unverified: bool,
    },
    /// Their proposals become their translations.
    Proposal,
    /// Messages that stand away from their stub move under it.
    Adopt,
    /// Where only link targets, image paths, labels or code changed, the translation gets the new ones.
    Carry,
}

/// What the edits of an accepted unit come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Its `# fr:` line is today's sentence.
    Accepted,
    /// Its proposal has become its translation.
    Proposal,
    /// Its message has moved under its stub.
    Moved,
    /// What changed in the French has changed in the translation, too.
    Carried,
}

impl Effect {
    /// Said of a unit to which it has been done.
    pub fn done(self) -> &'static str {
        match self {
            Effect::Accepted => "accepted",
            Effect::Proposal => "its proposal is its translation now",
            Effect::Moved => "moved under its stub",
            Effect::Carried => "carried over and accepted",
        }
    }

    /// Said of a unit to which it would be done.
    pub fn planned(self) -> &'static str {
        match self {
            Effect::Accepted => "would be accepted",
            Effect::Proposal => "its proposal would become its translation",
            Effect::Moved => "would be moved under its stub",
            Effect::Carried => "would be carried over and accepted",
        }
    }
}

/// What accepting did to a unit, or why it did nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// Edits of its catalog, and what they come to. The first one of [`Effect::Carried`] writes the translation.
    Done(Vec<Edit>, Effect),
    /// It is current already.
    Current,
    /// It was not asked for, or can't be: why.
    Left(Left),
}

/// The edits that accept one unit. `named`: an argument names this very unit, not its document.
pub fn accept(page: &Page<'_>, at: usize, assessed: &Assessed<'_>, how: Accept, named: bool) -> Deed {
    let sentence = page.sentence(at);
    let catalog = &assessed.file.catalog;
    if assessed.file.presence == Presence::Unreadable {
        return Deed::Left(Left::Unread);
    }
    let Some(unit) = assessed.unit else { return Deed::Left(Left::NoLines) };
    if assessed.state == State::Invalid {
        return Deed::Left(Left::Invalid);
    }
    match how {
        Accept::Stale { minor, unverified } => match assessed.state {
            State::Current => Deed::Current,
            State::Stale(Staleness::Major) if minor => Deed::Left(Left::Major),
            State::Stale(_) => done(set_french(catalog, unit, sentence), Effect::Accepted),
            State::Unverified if named || unverified => verified(catalog, unit, sentence),
            State::Unverified => Deed::Left(Left::Unverified),
            State::Missing if unit.proposals().next().is_some() => Deed::Left(Left::OnlyProposed),
            State::Missing => Deed::Left(Left::Untranslated),
            State::Invalid | State::Obsolete => Deed::Left(Left::Obsolete),
        },
        Accept::Proposal if !named && unit.message.is_some() && unit.proposals().next().is_some() => {
            Deed::Left(Left::ProposalBeside)
        }
        Accept::Proposal => proposal(catalog, unit, sentence),
        Accept::Adopt => adopt(catalog, unit),
        Accept::Carry => carry(catalog, unit, sentence, assessed.state),
    }
}

/// Whether [`Accept::Carry`] can do all that is to do of a unit.
pub fn carries(page: &Page<'_>, at: usize, assessed: &Assessed<'_>) -> bool {
    let is_verbatim = |reason: &Reason| matches!(reason, Reason::Verbatim(..));
    !assessed.reasons.is_empty()
        && assessed.reasons.iter().all(is_verbatim)
        && matches!(accept(page, at, assessed, Accept::Carry, false), Deed::Done(..))
}

/// The line below a unit's translation that says today's French: the new line, in the wrong place.
pub fn french_below<'a>(catalog: &Catalog<'a>, unit: &Unit<'a>, sentence: &str) -> Option<Marked<'a>> {
    let line = catalog.french_below(unit.message.as_ref()?)?;
    let sentence = edit::one_line(sentence);
    (line.text == sentence.trim() || same(line.text, sentence.trim())).then_some(line)
}

/// Sets the French of a unit; where it stands below the message, it moves above it.
fn set_french(catalog: &Catalog<'_>, unit: &Unit<'_>, sentence: &str) -> Vec<Edit> {
    let mut edits = edit::set_french(catalog, unit, sentence);
    if let Some(below) = french_below(catalog, unit, sentence).filter(|_| !edits.is_empty()) {
        let end = below.span().end;
        let next = catalog.text[end..].find('\n').map_or(catalog.text.len(), |feed| end + feed + 1);
        edits.push(Edit::delete(below.start()..next));
    }
    edits
}

/// A message that stands away from its stub takes it up: else the unit would stand twice.
fn verified(catalog: &Catalog<'_>, unit: &Unit<'_>, sentence: &str) -> Deed {
    let is_apart = unit.message.as_ref().is_some_and(|message| !message.attached);
    if !is_apart || unit.section.is_none() {
        return done(set_french(catalog, unit, sentence), Effect::Accepted);
    }
    match edit::move_and_set_french(catalog, unit, sentence) {
        edits if edits.is_empty() => Deed::Left(Left::BesideJunk),
        edits => Deed::Done(edits, Effect::Accepted),
    }
}

fn done(edits: Vec<Edit>, what: Effect) -> Deed {
    if edits.is_empty() { Deed::Current } else { Deed::Done(edits, what) }
}

/// The first proposal of a unit becomes its message.
fn proposal(catalog: &Catalog<'_>, unit: &Unit<'_>, sentence: &str) -> Deed {
    let eol = catalog.line_end.as_str();
    let found = unit.sections().find_map(|section| Some((section, section.proposals().first()?)));
    let Some((section, proposal)) = found else { return Deed::Left(Left::NoProposal) };
    let is_of_other_french = |line: &Marked<'_>| staleness(line.text, sentence) == Some(Staleness::Major);
    if unit.message.is_none() && unit.french().next().is_some_and(is_of_other_french) {
        return Deed::Left(Left::OutdatedProposal);
    }
    let text = pattern::to_pattern(proposal.text);
    let line_end = catalog.text[proposal.span().end..]
        .find('\n')
        .map_or(catalog.text.len(), |at| proposal.span().end + at + 1);
    let line = proposal.start()..line_end;
    // Before the message, where both come to stand at one place.
    let mut edits = edit::set_french(catalog, unit, sentence);
    match &unit.message {
        Some(message) if message.attached && !message.value().is_empty() => {
            edits.push(Edit::delete(line));
            edits.push(Edit::replace(message.value(), text));
        }
        Some(_) => return Deed::Left(Left::Apart),
        None => {
            let end = section.lines().end;
            let mut lead = if catalog.text[..end].ends_with('\n') { "" } else { eol };
            if !lead.is_empty() && line_end == end {
                // The line without an end is the one that goes.
                match edits.iter_mut().find(|edit| edit.span == (end..end)) {
                    Some(french) => french.with = french.with.trim_start_matches(eol).to_owned(),
                    None => lead = "",
                }
            }
            edits.push(Edit::delete(line));
            edits.push(Edit::insert(end, format!("{lead}{} = {text}{eol}", unit.id)));
        }
    }
    done(edits, Effect::Proposal)
}

/// A message that stands away from its stub moves under it, and so gets its French.
fn adopt(catalog: &Catalog<'_>, unit: &Unit<'_>) -> Deed {
    let Some(message) = &unit.message else { return Deed::Left(Left::Untranslated) };
    if message.attached {
        return Deed::Current;
    }
    if unit.section.as_ref().is_none_or(|section| section.french.is_none()) {
        return Deed::Left(Left::NoStub);
    }
    match edit::move_under_section(catalog, unit) {
        edits if edits.is_empty() => Deed::Left(Left::BesideJunk),
        edits => Deed::Done(edits, Effect::Moved),
    }
}

/// Each new target takes the place of its old one in the translation. Which of several alike changed is beyond
/// doubt only where all of them did, and became the same.
fn carry(catalog: &Catalog<'_>, unit: &Unit<'_>, sentence: &str, state: State) -> Deed {
    let State::Stale(_) = state else {
        return if state == State::Current { Deed::Current } else { Deed::Left(Left::NotStale) };
    };
    let (Some(message), Some(french)) = (&unit.message, rendered(unit, staleness)) else {
        return Deed::Left(Left::NoFrench);
    };
    let (old, new) = (verbatim(french), verbatim(sentence));
    let is_same_kind = |((_, old), (_, new)): (&(Span, Verbatim), &(Span, Verbatim))| old == new;
    if verdict(french, sentence).mechanical().is_none()
        || old.len() != new.len()
        || !old.iter().zip(&new).all(is_same_kind)
    {
        return Deed::Left(Left::MoreThanTargets);
    }
    // What each became, and how often it stands there.
    let mut became: FxHashMap<&str, (&str, usize)> = FxHashMap::default();
    for ((old, _), (new, _)) in old.into_iter().zip(new) {
        let new = &sentence[new];
        let (first, count) = became.entry(&french[old]).or_insert((new, 0));
        if *first != new {
            return Deed::Left(Left::ChangedInPart);
        }
        *count += 1;
    }
    let raw = &catalog.text[message.value()];
    // In a pattern braces are set apart: where it is nothing but a text, that is looked at.
    let text = pattern::from_pattern(raw).filter(|text| pattern::to_pattern(text) == raw);
    let is_text = text.is_some();
    let held = text.as_deref().unwrap_or(raw);
    let as_held = |piece| if is_text { Cow::Borrowed(piece) } else { written(piece) };
    let mut places: FxHashMap<&str, Vec<Span>> = FxHashMap::default();
    for (span, _) in verbatim(held) {
        places.entry(&held[span.clone()]).or_default().push(span);
    }
    let mut changes = Vec::new();
    for (old, (new, count)) in became.into_iter().filter(|(old, (new, _))| old != new) {
        let places = places.get(&*as_held(old)).map_or(&[][..], Vec::as_slice);
        if places.len() != count {
            return Deed::Left(Left::HeldOtherwise);
        }
        changes.extend(places.iter().map(|place| Edit::replace(place.clone(), as_held(new).into_owned())));
    }
    changes.sort_by_key(|edit| edit.span.start);
    let Ok(carried) = apply(held, &changes) else {
        return Deed::Left(Left::Overlap);
    };
    let carried = if is_text { pattern::to_pattern(&carried).into_owned() } else { carried };
    let mut edits = vec![Edit::replace(message.value(), carried)];
    edits.extend(edit::set_french(catalog, unit, sentence));
    done(edits, Effect::Carried)
}

/// How a piece of a sentence is written in the middle of a pattern.
fn written(piece: &str) -> Cow<'_, str> {
    if !piece.contains(['{', '}']) {
        return Cow::Borrowed(piece);
    }
    // Outer spaces would be set apart at the ends of a pattern, and are not in its middle.
    Cow::Owned(
        pattern::to_pattern(&format!("x{piece}x"))[1..].strip_suffix('x').unwrap_or_default().to_owned(),
    )
}

/// A translation that goes to another unit.
#[derive(Debug)]
pub struct Moved {
    /// Of the catalog that it goes to.
    pub edits: Vec<Edit>,
    /// Whether it stands under the French there that it rendered.
    pub fits: bool,
}

/// The lines that a unit gets from another one, under its own id: its translation with the French that
/// it renders, and the notes that are a person's own. The unit is stale then, until somebody has made
/// the translation fit and accepted it. Its proposals, and the words that somebody `typed` into the line of French of the
/// new one, become notes.
///
/// Unless both stand under the same French: then nothing is to be made to fit.
///
/// # Errors
/// Why not: the old unit has no translation, say, or the new one has.
pub fn from_unit(
    from: &Catalog<'_>,
    old: &Unit<'_>,
    to: &Catalog<'_>,
    new: &Unit<'_>,
    typed: Option<&str>,
) -> Result<Moved, Left> {
    let Some(message) = &old.message else { return Err(Left::FormerUntranslated) };
    if !old.more_messages().is_empty() {
        return Err(Left::FormerTwice);
    }
    if !old.broken().is_empty() {
        return Err(Left::FormerBesideJunk);
    }
    if new.message.is_some() || !new.broken().is_empty() {
        return Err(Left::Translated);
    }
    let Some(section) = &new.section else { return Err(Left::NoLines) };
    let eol = to.line_end.as_str();
    let Some(french) = rendered(old, staleness) else { return Err(Left::FormerNoFrench) };
    let body = from.text[message.lines()].trim_end_matches(['\r', '\n']);
    let Some(pattern) = body.strip_prefix(old.id) else { return Err(Left::FormerInvalid) };
    let mut edits: Vec<Edit> = typed.and_then(|words| edit::keep_words(to, new, words)).into_iter().collect();
    let mut fits = false;
    if let Some(line) = &section.french {
        fits = line.text.trim() == french.trim();
        edits.push(Edit::replace(line.value(), format!(" {french}")));
    }
    let mut lines = String::new();
    for note in old.notes() {
        lines.push_str(&from.text[note.clone()]);
        lines.push_str(eol);
    }
    for proposal in old.proposals() {
        lines.push_str(&format!("{}{}{eol}", edit::NOTE, proposal.text));
    }
    lines.push_str(&format!("{}{}{eol}", new.id, pattern.replace("\r\n", "\n").replace('\n', eol)));
    let end = section.lines().end;
    let lead = if to.text[..end].ends_with('\n') { "" } else { eol };
    edits.push(Edit::insert(end, format!("{lead}{lines}")));
    Ok(Moved { edits, fits })
}
