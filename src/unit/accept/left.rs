//! Why a unit was not accepted.

use std::fmt;

/// Why a unit was left as it is. Said behind its address, or of several at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// Its catalog can't be read.
    Unread,
    /// Its catalog has nothing of it.
    NoLines,
    /// Its message can't be formatted.
    Invalid,
    /// No sentence of today has it.
    Obsolete,
    /// It has no message.
    Untranslated,
    /// It has no message, but a proposal.
    OnlyProposed,
    /// It has no proposal.
    NoProposal,
    /// Its proposal renders French of another meaning.
    OutdatedProposal,
    /// Its proposal says more than its sentence.
    ProposalOfMore,
    /// It has a proposal, and a translation beside it.
    ProposalBeside,
    /// Its message stands away from its section.
    Apart,
    /// Its message can't be moved.
    BesideJunk,
    /// It has a message, and no section that it could stand under.
    NoStub,
    /// Only minor changes were asked for.
    Major,
    /// Unverified units were not asked for.
    Unverified,
    /// Stale units were asked for.
    NotStale,
    /// The French that it renders is unknown.
    NoFrench,
    /// A number changed in its French, and its translation has another one.
    LacksNumber,
    /// More changed than what can be carried.
    MoreThanTargets,
    /// What changed stands several times in its French, and did not change each time.
    ChangedInPart,
    /// The translation does not hold what changed as often as the French.
    HeldOtherwise,
    /// What changed overlaps in the translation.
    Overlap,
    /// It was to get the translation of another unit, and has one.
    Translated,
    /// It was to get the translation of another unit, which has none.
    FormerUntranslated,
    /// It was to get the translation of another unit, of which nobody knows what it renders.
    FormerNoFrench,
    /// It was to get the translation of another unit, which can't be read.
    FormerInvalid,
    /// It was to get the translation of another unit, which has two.
    FormerTwice,
    /// It was to get the translation of another unit, at which lines stand that can't be read.
    FormerBesideJunk,
    /// A branch was asked for that did not touch it.
    UntouchedSince,
    /// At the begin of the branch it was not current.
    NotCurrentThen,
}

impl Left {
    /// Whether it is told of each unit, also where an argument names a whole document or all: a person has to look.
    pub fn is_told_of_each(self) -> bool {
        matches!(self, Left::LacksNumber | Left::ChangedInPart | Left::ProposalOfMore | Left::ProposalBeside)
    }
}

impl fmt::Display for Left {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Left::Unread => "its catalog can't be read; mend the file first",
            Left::NoLines => "it has no lines yet; run `drogman sync`",
            Left::Invalid => "its translation can't be read; `drogman check` tells why",
            Left::Obsolete => "it has no sentence today",
            Left::Untranslated => "there is no translation to accept; write one under its `# fr:` line",
            Left::OnlyProposed => {
                "there is no translation to accept; --proposal makes its proposal the translation"
            }
            Left::NoProposal => "it has no proposal",
            Left::OutdatedProposal => {
                "its proposal is for other French than today's; write the translation"
            }
            Left::ProposalOfMore => {
                "its proposal says more than this sentence; cut out of it what is said here, and write that (or name the unit, to take it as it stands)"
            }
            Left::ProposalBeside => {
                "it has a translation already; name the unit, to put its proposal in the place of that"
            }
            Left::Apart => "its translation stands away from its lines; `drogman accept --adopt` joins them",
            Left::BesideJunk => {
                "a line that can't be read stands below it or its `# @unit` line; mend that first"
            }
            Left::NoStub => "it has no stub to stand under",
            Left::Major => "its French changed in meaning",
            Left::Unverified => "nothing says which French it renders; name it, or add --unverified",
            Left::NotStale => "it is not stale",
            Left::NoFrench => "nothing says which French it renders",
            Left::LacksNumber => {
                "a number or date changed in its French, and its translation has another one; correct it, or accept it by its address"
            }
            Left::MoreThanTargets => "more than link targets, paths, labels or code changed",
            Left::ChangedInPart => {
                "what changed stands several times in its French, and did not change each time; put the new one in its place yourself, then accept"
            }
            Left::HeldOtherwise => "the translation does not hold what changed just as often",
            Left::Overlap => "what changed overlaps in the translation",
            Left::Translated => "it has a translation already",
            Left::FormerUntranslated => "the unit that it was has no translation",
            Left::FormerNoFrench => {
                "nothing says which French the old translation renders; accept that unit first"
            }
            Left::FormerInvalid => "its translation can't be read",
            Left::FormerTwice => "the unit that it was has two translations; take one of them away first",
            Left::FormerBesideJunk => {
                "a line that can't be read stands at the translation that it was to get; mend that first"
            }
            Left::UntouchedSince => "nothing of it has changed since then",
            Left::NotCurrentThen => "it was not current then, or says to render another sentence since",
        })
    }
}
