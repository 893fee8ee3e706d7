//! What is told of a catalog itself, and what its findings say already, so that nothing else need.

use std::borrow::Cow;

use rustc_hash::{FxHashMap, FxHashSet};
use smol_str::SmolStr;

use super::One;
use super::french::Bare;
use crate::catalog::Marked;
use crate::cli::check::allow::{self, Allow};
use crate::cli::check::page::{Row, conflict, keep};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::Span;
use crate::text::normal::{same, typographic};
use crate::unit::accept::french_below;
use crate::unit::assess::{AllAssessed, Assessed};
use crate::unit::{Staleness, State};

/// The rule that tells of a stale unit, and how much that weighs by itself.
pub(in crate::cli::check::page) fn told_as(change: Staleness) -> (&'static str, Severity) {
    match change {
        Staleness::Minor => ("stale-minor", Severity::Warning),
        Staleness::Major => ("stale-major", Severity::Error),
    }
}

impl<'p, 'l> One<'p, 'l>
where
    'l: 'p,
{
    /// What reading the catalog found, and its references. `assessed` are the units of the page.
    pub(in crate::cli::check::page) fn catalog(&self, assessed: &AllAssessed<'p>, row: &mut Row) {
        let file = self.page.targets[self.at];
        if !file.in_scope && self.page.path.is_some() {
            return;
        }
        let hosts = self.hosts();
        let told = self.comments_of_states(assessed);
        for line in allow::apart(&file.catalog) {
            let (message, help) = allow::APART;
            let finding = Diagnostic::new("unused-allow", Severity::Warning, message)
                .at(self.lines.place(&line))
                .about(self.subject(None))
                .help(help);
            keep(&mut row.findings, self.look, Some(self.locale), finding);
        }
        // Read once for each unit, as many findings may be of one.
        let mut allows: FxHashMap<&str, Vec<Allow<'p>>> = FxHashMap::default();
        let mut places = None;
        for mut finding in file.findings.iter().cloned().chain(self.bundles.own().findings()) {
            if let Some(help) = self.right_id(&finding, &hosts) {
                finding = finding.help(help);
            }
            if finding.rule == "syntax" && finding.subject.unit.is_some() {
                match self.bare_french(&finding, places.get_or_insert_with(|| self.places())) {
                    Some(Bare::Said(message, help)) => {
                        finding.message = message.into();
                        finding = finding.help(help);
                    }
                    Some(Bare::Told) => continue,
                    None => {}
                }
            }
            if matches!(finding.rule, "syntax" | "unit-mismatch")
                && let Some(id) = finding.subject.unit.as_deref()
                && let Some(unit) = file.catalog.unit(hosts.get(id).unwrap_or(&id))
                && unit.is_stub()
                && let Some(&at) = places.get_or_insert_with(|| self.places()).get(unit.id)
                && let Some(changed) = self.changed_since(at, &file.catalog, unit)
            {
                let help = finding.help.as_deref().unwrap_or_default();
                let help = [help, &changed].join("\n");
                finding = finding.help(help);
            }
            let start = finding.place.as_ref().and_then(|place| Some(place.span?.0));
            if finding.rule == "conflict-markers"
                && let Some(help) = start.and_then(|start| self.side_of_today(start))
            {
                finding = finding.help(help);
            }
            if start.is_some_and(|start| match finding.rule {
                "comment" => told.contains(&start),
                "duplicate-unit" => self.is_in_conflict(start),
                _ => false,
            }) {
                continue;
            }
            let unit = finding.subject.unit.clone();
            let known = unit.as_deref().and_then(|id| file.catalog.unit(id));
            let is_allowed = known.is_some_and(|unit| {
                let allows = allows.entry(unit.id).or_insert_with(|| allow::of(&file.catalog, unit));
                allow::allows(allows, finding.rule)
            });
            if !is_allowed {
                let finding = finding.about(self.subject(unit.as_deref()));
                keep(&mut row.findings, self.look, Some(self.locale), finding);
            }
        }
    }

    /// Where the comments begin that the finding on the state of their unit tells of: translations that are commented
    /// out, second lines of French.
    fn comments_of_states(&self, assessed: &AllAssessed<'p>) -> FxHashSet<usize> {
        let file = self.page.targets[self.at];
        let may_be = |finding: &Diagnostic| finding.rule == "comment" && finding.subject.unit.is_some();
        let mut told = FxHashSet::default();
        if !file.findings.iter().any(may_be) {
            return told;
        }
        // A language that stands in for a missing translation is asked for later.
        let stands_in = !self.look.fallback[self.at].is_empty();
        for (at, (unit, this)) in self.page.units.iter().zip(assessed.iter()).enumerate() {
            let Some(own) = this.unit.filter(|_| std::ptr::eq(this.file, file)) else { continue };
            if self.is_misnamed(this, &unit.id) {
                continue;
            }
            if this.state == State::Missing && !stands_in && self.is_told("missing", &unit.id) {
                told.extend(file.catalog.commented_out(own).map(|note| note.start));
            }
            let below = || own.message.as_ref().and_then(|message| file.catalog.french_below(message));
            match this.state {
                State::Stale(change) if self.is_told(told_as(change).0, &unit.id) => {
                    let sentence = self.page.sentence(at);
                    told.extend(french_below(&file.catalog, own, sentence).map(|line| line.start()));
                }
                // Its own line is told to be missing, or to stand below it.
                State::Unverified
                    if own.french().next().is_none() && self.is_told("unverified", &unit.id) =>
                {
                    told.extend(below().map(|line| line.start()));
                }
                State::Stale(_)
                | State::Unverified
                | State::Current
                | State::Missing
                | State::Invalid
                | State::Obsolete => {}
            }
            if this.state == State::Unverified
                && own.has_more_french()
                && self.is_told("unverified", &unit.id)
            {
                told.extend(own.sections().flat_map(|section| section.more_french()).map(Marked::start));
            }
        }
        told
    }

    /// Whether a byte of the page's catalog stands in a conflict that is told: what is wrong there comes of it.
    fn is_in_conflict(&self, at: usize) -> bool {
        self.conflict_before(at).is_some_and(|conflict| conflict.contains(&at))
    }

    /// The last conflict that begins at a byte or before it, if conflicts are told.
    fn conflict_before(&self, at: usize) -> Option<&Span> {
        let catalog = &self.page.targets[self.at].catalog;
        let conflicts = self.conflicts.get_or_init(|| {
            let is_told = self.look.weights.of(Some(self.locale), "conflict-markers").is_some();
            if is_told { catalog.conflicts() } else { Vec::new() }
        });
        conflicts[..conflicts.partition_point(|conflict| conflict.start <= at)].last()
    }

    /// Which side of the conflict that begins at a byte to keep, as it renders today's French.
    fn side_of_today(&self, start: usize) -> Option<String> {
        let conflict = self.conflict_before(start)?;
        let today = self.today.get_or_init(|| {
            let mut today: FxHashMap<Cow<'_, str>, Vec<&str>> = FxHashMap::default();
            for sentence in self.page.segments.iter().map(|segment| segment.text) {
                today.entry(typographic(sentence)).or_default().push(sentence);
            }
            today
        });
        let is_of_today = |french: &str| {
            let near = today.get(&typographic(french));
            near.is_some_and(|near| near.iter().any(|today| same(today, french)))
        };
        let text = &self.page.targets[self.at].catalog.text[conflict.clone()];
        conflict::help(text, self.page.source.locale.as_str(), is_of_today)
    }

    /// Whether a translation of a unit stands in such a conflict, or right below it, which parts it from its lines.
    pub(in crate::cli::check::page) fn is_conflicted(&self, this: &Assessed<'p>) -> bool {
        let catalog = &self.page.targets[self.at].catalog;
        let Some(unit) = this.unit.filter(|_| std::ptr::eq(this.file, self.page.targets[self.at])) else {
            return false;
        };
        let is_below = |at: usize| {
            let conflict = self.conflict_before(at);
            conflict.is_some_and(|conflict| {
                conflict.contains(&at) || catalog.text[conflict.end..at].trim().is_empty()
            })
        };
        let messages = unit.message.iter().chain(unit.more_messages());
        messages.map(|message| message.lines().start).any(is_below)
            || unit.broken().iter().any(|junk| self.is_in_conflict(junk.start))
    }

    /// Whether a finding of a rule on a unit weighs anything.
    fn is_told(&self, rule: &'static str, unit: &str) -> bool {
        let probe = Diagnostic::new(rule, Severity::Error, "").about(self.subject(Some(unit)));
        self.look.weights.of_finding(Some(self.locale), &probe).is_some()
    }

    /// By the id of a message that stands under another unit's line: that unit's.
    fn hosts(&self) -> FxHashMap<&'p str, &'p str> {
        let file = self.page.targets[self.at];
        if !file.findings.iter().any(|finding| finding.rule == "unit-mismatch") {
            return FxHashMap::default();
        }
        let units = file.catalog.units.iter();
        units.filter_map(|unit| Some((file.catalog.misnamed(unit)?.id, unit.id))).collect()
    }

    /// What to do about a translation under another unit's line, if the source catalog says which of the two ids is
    /// right.
    fn right_id(&self, finding: &Diagnostic, hosts: &FxHashMap<&str, &str>) -> Option<String> {
        let unit = finding.subject.unit.as_deref().filter(|_| finding.rule == "unit-mismatch")?;
        let host = *hosts.get(unit)?;
        let file = self.page.targets[self.at];
        let message = file.catalog.unit(unit)?.message.as_ref()?;
        let text = file.catalog.text[message.value()].lines().next().unwrap_or_default();
        let knows = |id: &str| self.page.source.catalog.unit(id).is_some();
        match (knows(host), knows(unit)) {
            (true, false) => {
                Some(format!("`{host}` is the id that the source catalog has: write it as: {host} = {text}"))
            }
            (false, true) => Some(format!(
                "`{unit}` is the id that the source catalog has: write above it: # @unit {unit}"
            )),
            (true, true) => Some(format!(
                "both are units. If this is the translation of the French above it, write it as: {host} = {text}\n\
                 if not, move it under the line # @unit {unit}, or put that unit's lines above it"
            )),
            (false, false) => None,
        }
    }

    /// The units of which the catalog's own findings say why they are invalid.
    pub(in crate::cli::check::page) fn causes(&self) -> &FxHashSet<SmolStr> {
        self.causes.get_or_init(|| {
            let reading = self.page.targets[self.at].findings.iter().cloned();
            reading
                .chain(self.bundles.own().findings())
                .filter(|finding| finding.severity == Severity::Error)
                // Where its cause is not told, the state is.
                .filter(|finding| self.look.weights.of_finding(Some(self.locale), finding).is_some())
                .filter_map(|finding| finding.subject.unit)
                .collect()
        })
    }

    /// The ids on both sides of a mismatch that is told (of translations, and of the units that they stand under),
    /// and those of units whose translation is told to lack its name.
    fn misnamed(&self) -> &FxHashSet<&'p str> {
        self.misnamed.get_or_init(|| {
            let file = self.page.targets[self.at];
            let is_on = |rule| self.look.weights.of(Some(self.locale), rule).is_some();
            let mut ids = FxHashSet::default();
            if is_on("unit-mismatch") {
                let units = file.catalog.units.iter();
                let pairs = units.filter_map(|unit| Some([unit.id, file.catalog.misnamed(unit)?.id]));
                ids.extend(pairs.flatten());
            }
            // Of two translations of a unit, one may stand under another unit, which has none then.
            if is_on("duplicate-unit") && file.findings.iter().any(|finding| finding.rule == "duplicate-unit")
            {
                let hosts = file.catalog.units.iter().filter(|unit| {
                    unit.message.is_none() && unit.sections().any(|section| section.attached_to().is_some())
                });
                ids.extend(hosts.map(|unit| unit.id));
            }
            if is_on("syntax") {
                let unnamed = file.findings.iter().filter(|finding| finding.rule == "syntax");
                ids.extend(unnamed.filter_map(|finding| finding.subject.unit.as_deref()));
            }
            ids
        })
    }

    /// Whether bytes of a unit are what a slip that is told stands at: an id that was typed into a translation has no
    /// wrong number.
    pub(super) fn is_slip(&self, this: &Assessed<'p>, id: &str, span: &Span) -> bool {
        let file = self.page.targets[self.at];
        let slips = self.slips.get_or_init(|| {
            let told = |finding: &&'p Diagnostic| {
                finding.rule == "syntax" && self.look.weights.of(Some(self.locale), "syntax").is_some()
            };
            let place = |finding: &'p Diagnostic| {
                Some((finding.subject.unit.as_deref()?, finding.place.as_ref()?.span?))
            };
            file.findings.iter().filter(told).filter_map(place).collect()
        });
        let within = |(start, end): &(usize, usize)| *start <= span.start && span.end <= *end;
        std::ptr::eq(this.file, file) && !span.is_empty() && slips.get(id).is_some_and(within)
    }

    /// Whether a mismatch says already why a unit is missing or unverified.
    pub(in crate::cli::check::page) fn is_misnamed(&self, this: &Assessed<'p>, id: &str) -> bool {
        std::ptr::eq(this.file, self.page.targets[self.at]) && self.misnamed().contains(id)
    }
}
