//! The chain of responsibility (责任链): who of those a matter passed through answers for it, each for their own fault.
//!
//! Nobody answers by position alone: a link is at fault by its own doing under a named duty, or it is exculpated with
//! its proof. Leaders are asked first whether they gave the people, the instruction and the means. Each laying is
//! kept; until a decision the chain may be laid anew. Ground: 政务处分法 9, 10.

mod asked;
mod read;
mod refusal;
mod share;
mod transition;

pub use asked::{Asked, KNOWN_MOST, Provision};
pub use read::{AskedGiven, DUTY_MOST, FACTS_MOST, LINKS_MOST, LinkGiven, Read, must_hold, read};
pub use refusal::LiabilityRefusal;
pub use share::{Share, proposed, settled};
pub use transition::{Step, TRANSITIONS};

use crate::id::{ChainId, FindingId, PersonId, UnitId};
use crate::person::PersonKind;
use crate::post::Rank;
use crate::spelled;
use jiff::civil::Date;

spelled! {
    /// Where a chain stands (责任链环节).
    Stage {
        /// 已明确: laid.
        Laid = "laid", "已明确";
        /// 已重新明确: laid anew; the earlier layings stand replaced beside it.
        Relaid = "relaid", "已重新明确";
    }
}

spelled! {
    /// What somebody is in the chain (责任环节), from the hand that did it upwards.
    Position {
        /// 承办
        Handler = "handler", "承办";
        /// 审核
        Reviewer = "reviewer", "审核";
        /// 审批
        Approver = "approver", "审批";
        /// 分管
        LineManager = "line_manager", "分管";
        /// 主要负责人
        UnitHead = "unit_head", "主要负责人";
    }
}

spelled! {
    /// How the matter was settled at the time (办理方式).
    Way {
        /// 个人办理: by whoever handled it.
        Alone = "alone", "个人办理";
        /// 审批办理: it was put up and approved.
        Approved = "approved", "审批办理";
        /// 集体决定: several decided it together.
        Collective = "collective", "集体决定";
    }
}

spelled! {
    /// One's own fault (本人过错).
    OwnFault {
        /// 明知: knew.
        Knew = "knew", "明知";
        /// 应知: should have known by the duty named.
        ShouldHaveKnown = "should_have_known", "应知";
        /// 不作为: failed to act.
        FailedToAct = "failed_to_act", "不作为";
    }
}

spelled! {
    /// What takes a link out of the chain (免责事由).
    Exculpation {
        /// 已尽责: the duty was performed.
        DutyDone = "duty_done", "已尽责";
        /// 已留异议: an objection was recorded.
        Objected = "objected", "已留异议";
        /// 不可抗力
        ForceMajeure = "force_majeure", "不可抗力";
        /// 受承办人欺瞒: the handler deceived them.
        Deceived = "deceived", "受承办人欺瞒";
    }
}

/// Whether somebody answers by their own doing (过错认定).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// At fault, with the facts.
    AtFault(OwnFault, String),
    /// Exculpated, with the proof.
    Exculpated(Exculpation, String),
    /// A leader who gave all that was theirs to give, and of whom nothing else is known.
    Clear,
}

impl Verdict {
    /// Whether it is a fault of their own.
    pub fn is_at_fault(&self) -> bool {
        matches!(self, Self::AtFault(..))
    }
}

/// One person of a chain (链上一人), as they stood on the day it was laid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The unit of the post they held.
    pub unit: UnitId,
    /// The rank of that post.
    pub rank: Rank,
    /// On what footing.
    pub footing: PersonKind,
    /// What they were in the chain.
    pub position: Position,
    /// The duty that was theirs.
    pub duty: String,
    /// Where that duty stands.
    pub duty_source: String,
    /// Whether they are at fault.
    pub verdict: Verdict,
    /// Their share; none without own fault.
    pub share: Option<Share>,
    /// Why another share than the rule proposes; empty where it is the same.
    pub share_because: String,
    /// What a leader was asked first; empty for anybody else.
    pub asked: Vec<Asked>,
}

/// A chain as it was laid once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laying {
    /// Counts up with every laying, from 1.
    pub version: i64,
    /// Laid on.
    pub laid_on: Date,
    /// How the matter was settled at the time.
    pub way: Way,
    /// Everybody in it.
    pub links: Vec<Link>,
}

impl Laying {
    /// The link of a person.
    pub fn of(&self, person: PersonId) -> Option<&Link> {
        self.links.iter().find(|link| link.person == person)
    }
}

/// The chain of one finding, with every laying of it (责任链).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chain {
    /// Number in the store.
    pub id: ChainId,
    /// The finding.
    pub finding: FindingId,
    /// The organ whose matter it is.
    pub organ: UnitId,
    /// Where it stands.
    pub stage: Stage,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
    /// Every laying, the one that holds last; none once it is erased.
    pub layings: Vec<Laying>,
}

impl Chain {
    /// The laying that holds.
    pub fn current(&self) -> Option<&Laying> {
        self.layings.last()
    }

    /// The link of a person in the laying that holds.
    pub fn link(&self, person: PersonId) -> Option<&Link> {
        self.current()?.of(person)
    }
}

/// Whether somebody may be given notice of a matter that others may answer for too.
///
/// # Errors
/// The chain takes them out of it, does not hold them, or is missing.
pub fn must_answer(
    chain: Option<&Chain>,
    (person, name): (PersonId, &str),
    is_asked_for: bool,
) -> Result<(), LiabilityRefusal> {
    let link = chain.and_then(|chain| chain.link(person));
    let who = || name.to_owned();
    match link.map(|link| (link.position, &link.verdict)) {
        Some((position, Verdict::Exculpated(ground, _))) => {
            Err(LiabilityRefusal::LinkExculpated { person: who(), position, ground: *ground })
        }
        Some((position, Verdict::Clear)) => {
            Err(LiabilityRefusal::NoOwnFault { person: who(), position })
        }
        _ if !is_asked_for => Ok(()),
        None if chain.is_none() => Err(LiabilityRefusal::NoChain { person: who() }),
        None => Err(LiabilityRefusal::NotInChain { person: who() }),
        Some((position, Verdict::AtFault(..))) => {
            let is_led = chain
                .and_then(Chain::current)
                .is_some_and(|laid| laid.links.iter().any(|link| link.position.is_leader()));
            let may = position.is_leader() || is_led;
            may.then_some(()).ok_or(LiabilityRefusal::LeadersNotAsked { person: who(), position })
        }
    }
}

impl Position {
    /// Whether it leads the others and is asked first.
    pub fn is_leader(self) -> bool {
        matches!(self, Self::LineManager | Self::UnitHead)
    }
}

#[cfg(test)]
mod tests;
