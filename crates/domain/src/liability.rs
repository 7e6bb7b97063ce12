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

use crate::id::{ChainId, PersonId, UnitId};
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

/// A chain as it was laid once: a record of its own, that a later laying replaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laying {
    /// Number in the store.
    pub id: ChainId,
    /// Counts up with every laying of one finding, from 1.
    pub version: i64,
    /// Laid on.
    pub laid_on: Date,
    /// How the matter was settled at the time.
    pub way: Way,
    /// Everybody in it; nobody once it is erased.
    pub links: Vec<Link>,
}

impl Laying {
    /// The link of a person.
    pub fn of(&self, person: PersonId) -> Option<&Link> {
        self.links.iter().find(|link| link.person == person)
    }
}

/// The chain of one finding (责任链): every laying of it, the one that holds last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chain {
    /// Every laying.
    pub layings: Vec<Laying>,
}

impl Chain {
    /// The laying that holds.
    pub fn current(&self) -> Option<&Laying> {
        self.layings.last().filter(|laying| !laying.links.is_empty())
    }
}

impl Stage {
    /// Where a chain stands that was laid so often; `None` before the first.
    pub fn after(version: i64) -> Option<Self> {
        match version {
            ..1 => None,
            1 => Some(Self::Laid),
            _ => Some(Self::Relaid),
        }
    }
}

/// Where somebody stands in the chain of a finding (链上位置).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// How often the chain was laid; 0 when there is none.
    pub version: i64,
    /// Laid last on.
    pub laid_on: Option<Date>,
    /// Whether a leader stands in it, who was asked first.
    pub is_led: bool,
    /// Their own link: what they were, whether it is their fault, what takes them out.
    pub link: Option<(Position, bool, Option<Exculpation>)>,
}

impl Place {
    /// The place of a person.
    pub fn of(chain: Option<&Chain>, person: PersonId) -> Self {
        let laying = chain.and_then(Chain::current);
        let link = laying.and_then(|laying| laying.of(person)).map(|link| {
            let ground = match link.verdict {
                Verdict::Exculpated(ground, _) => Some(ground),
                Verdict::AtFault(..) | Verdict::Clear => None,
            };
            (link.position, link.verdict.is_at_fault(), ground)
        });
        let is_leaders = |link: &Link| link.position.is_leader();
        let is_led = laying.is_some_and(|laying| laying.links.iter().any(is_leaders));
        let version = laying.map_or(0, |laying| laying.version);
        Self { version, laid_on: laying.map(|laying| laying.laid_on), is_led, link }
    }

    /// Whether somebody may be held to account of a matter that others may answer for too; `is_asked_for` when the
    /// law wants a chain.
    ///
    /// # Errors
    /// The chain takes them out of it, does not hold them, or is missing.
    pub fn must_answer(self, name: &str, is_asked_for: bool) -> Result<(), LiabilityRefusal> {
        let person = || name.to_owned();
        let refused = match self.link {
            Some((position, _, Some(ground))) => {
                LiabilityRefusal::LinkExculpated { person: person(), position, ground }
            }
            Some((position, false, None)) => {
                LiabilityRefusal::NoOwnFault { person: person(), position }
            }
            _ if !is_asked_for => return Ok(()),
            None if self.version > 0 => LiabilityRefusal::NotInChain { person: person() },
            None => LiabilityRefusal::NoChain { person: person() },
            Some((position, true, None)) if position.is_leader() || self.is_led => return Ok(()),
            Some((position, true, None)) => {
                LiabilityRefusal::LeadersNotAsked { person: person(), position }
            }
        };
        Err(refused)
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
