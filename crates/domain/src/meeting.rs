//! Meetings (会议): one sitting of an organ that decides the matters of its agenda one by one, with votes, recusals
//! and minutes (集体讨论).
//!
//! 召集 → 已开 | 取消. Each matter has its own ballot: whoever is barred from it does not vote on it, and what
//! somebody says against it is kept in their own words (政务处分法 42, 46; 监察机关监督执法工作规定 8). The
//! meeting decides nothing by itself: what was carried is then done to each matter, as a panel's decision.

mod refusal;
mod transition;

pub use refusal::MeetingRefusal;
pub use transition::{Step, TRANSITIONS};

use crate::id::{AccountabilityId, MeetingId, PersonId, UnitId};
use crate::number::DocumentNumber;
use crate::refusal::Refusal;
use crate::spelled;
use jiff::civil::Date;

spelled! {
    /// Where a meeting stands (环节).
    Stage {
        /// 已召集: its agenda and who takes part may still change; votes are taken down.
        Called = "called", "已召集";
        /// 已开: the chair signed the minutes, and they have their number.
        Held = "held", "已开";
        /// 已取消: called off before its minutes were signed.
        CalledOff = "called_off", "已取消";
    }
}

spelled! {
    /// What is put to the vote on one matter (拟议意见).
    Proposal {
        /// 给予措施
        Measure = "measure", "给予措施";
        /// 不予追究: no measure follows.
        NoMeasure = "no_measure", "不予追究";
        /// 缓议: it comes back at another meeting.
        PutOff = "put_off", "缓议";
    }
}

spelled! {
    /// How somebody voted on one matter (表决).
    Vote {
        /// 赞成
        For = "for", "赞成";
        /// 反对
        Against = "against", "反对";
        /// 弃权
        Abstain = "abstain", "弃权";
        /// 回避: they took no part in it.
        Recused = "recused", "回避";
    }
}

spelled! {
    /// The papers of a meeting (会议文书).
    PaperKind {
        /// 议题单
        Agenda = "agenda", "议题单";
        /// 会议纪要
        Minutes = "minutes", "会议纪要";
    }
}

/// The most matters on one agenda.
pub const ITEMS_MOST: usize = 50;
/// The most people who are called to one meeting.
pub const ATTENDEES_MOST: usize = 9;
/// The fewest who may decide on one matter together.
pub const PANEL_LEAST: usize = 3;
/// The most characters of the minutes' text.
pub const MINUTES_MOST: usize = 8_000;
/// The most characters of what somebody says with a vote.
pub const WORDS_MOST: usize = 600;

/// A meeting as the store keeps it. Texts of steps not yet done are empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// Number in the store.
    pub id: MeetingId,
    /// The organ whose matters it decides.
    pub organ: UnitId,
    /// Where it stands.
    pub stage: Stage,
    /// The day for which it is called.
    pub held_on: Date,
    /// Called on.
    pub called_on: Date,
    /// The minutes (纪要), beside what the ballots say.
    pub minutes: String,
    /// The minutes were signed on.
    pub signed_on: Option<Date>,
    /// The number of the minutes, of the organ's own series of the year, without gap.
    pub number: Option<DocumentNumber>,
    /// Why it was called off.
    pub reason: String,
    /// Who takes part, whoever chairs it first.
    pub attendees: Vec<Attendee>,
    /// Its agenda (议题), in order.
    pub items: Vec<Item>,
    /// Counts up with every change; a change names the version it read.
    pub version: i64,
}

/// Somebody called to a meeting (参会人).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendee {
    /// Who.
    pub person: PersonId,
    /// Whether they came.
    pub is_present: bool,
}

/// One matter of an agenda (议题) with its ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Which accountability.
    pub accountability: AccountabilityId,
    /// What was put to the vote; `None` before.
    pub proposal: Option<Proposal>,
    /// Code of the measure proposed; empty where there is none.
    pub measure: String,
    /// The answer to the subject's statement.
    pub response: String,
    /// Why this, or why it is put off.
    pub because: String,
    /// Who voted how, in the order in which they sit.
    pub ballots: Vec<Ballot>,
}

/// How one of them voted on one matter (票).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// Who.
    pub person: PersonId,
    /// How.
    pub vote: Vote,
    /// What they said against it, or why they took no part; may be empty.
    pub words: String,
}

/// How many voted how (计票).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// For.
    pub agreed: usize,
    /// Against.
    pub against: usize,
    /// Neither.
    pub abstained: usize,
    /// Took no part.
    pub recused: usize,
}

impl Tally {
    /// How many were there and took part.
    pub fn voting(self) -> usize {
        self.agreed + self.against + self.abstained
    }

    /// Whether more than half of those who took part are for it.
    pub fn is_carried(self) -> bool {
        self.agreed * 2 > self.voting()
    }
}

impl Meeting {
    /// Who chairs it: the first of those who came.
    pub fn chair(&self) -> Option<PersonId> {
        self.present().next()
    }

    /// The place of a matter on the agenda, from 1, and the matter.
    pub fn item(&self, id: AccountabilityId) -> Option<(usize, &Item)> {
        let found = (1..).zip(&self.items);
        found.into_iter().find(|(_, item)| item.accountability == id)
    }

    /// Those who came.
    pub fn present(&self) -> impl Iterator<Item = PersonId> {
        self.attendees.iter().filter(|one| one.is_present).map(|one| one.person)
    }

    /// Refuses minutes as long as a matter is neither voted on nor put off.
    ///
    /// # Errors
    /// The places of those that are open.
    pub fn must_be_settled(&self) -> Result<(), Refusal> {
        let open = (1..).zip(&self.items).filter(|(_, item)| item.proposal.is_none());
        let items: Vec<usize> = open.map(|(place, _)| place).collect();
        if items.is_empty() { Ok(()) } else { Err(MeetingRefusal::ItemsOpen { items }.into()) }
    }
}

impl Item {
    /// A matter that was not voted on yet.
    pub fn new(accountability: AccountabilityId) -> Self {
        let (measure, response, because) = (String::new(), String::new(), String::new());
        Self { accountability, proposal: None, measure, response, because, ballots: vec![] }
    }

    /// How many voted how.
    pub fn tally(&self) -> Tally {
        let count = |vote| self.ballots.iter().filter(|one| one.vote == vote).count();
        Tally {
            agreed: count(Vote::For),
            against: count(Vote::Against),
            abstained: count(Vote::Abstain),
            recused: count(Vote::Recused),
        }
    }

    /// Those who decided on it together: whoever took no part is none of them.
    pub fn panel(&self) -> Vec<PersonId> {
        let took_part = self.ballots.iter().filter(|one| one.vote != Vote::Recused);
        took_part.map(|one| one.person).collect()
    }

    /// Whether somebody was against it.
    pub fn has_dissent(&self) -> bool {
        self.ballots.iter().any(|one| one.vote == Vote::Against)
    }

    /// Refuses to carry out what is not voted on, is put off, or found no majority.
    ///
    /// # Errors
    /// Which of these.
    pub fn must_be_carried(&self) -> Result<Proposal, Refusal> {
        let tally = self.tally();
        match self.proposal {
            None | Some(Proposal::PutOff) => Err(MeetingRefusal::NothingCarried.into()),
            Some(proposal) if tally.is_carried() => Ok(proposal),
            Some(_) => {
                let (agreed, voting) = (tally.agreed, tally.voting());
                Err(MeetingRefusal::NoMajority { agreed, voting }.into())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::refusal::{Guard, Worded};

    fn item(proposal: Option<Proposal>, votes: &[Vote]) -> Item {
        let ballot = |(person, vote): (i64, &Vote)| Ballot {
            person: PersonId(person),
            vote: *vote,
            words: String::new(),
        };
        let ballots = (1..).zip(votes).map(ballot).collect();
        Item { proposal, ballots, ..Item::new(AccountabilityId(7)) }
    }

    #[test]
    fn more_than_half_of_those_who_took_part_carry_it_and_whoever_is_recused_counts_for_nothing() {
        use Vote::{Abstain, Against, For, Recused};
        let measure = Some(Proposal::Measure);
        let carried = [
            vec![For, For, Against],
            vec![For, For, For, Recused, Recused],
            vec![For, For, For, Abstain, Against],
        ];
        for votes in carried {
            assert_eq!(item(measure, &votes).must_be_carried(), Ok(Proposal::Measure), "{votes:?}");
        }
        for votes in [vec![For, For, Against, Abstain], vec![For, Abstain, Abstain], vec![Recused]]
        {
            let refusal = item(measure, &votes).must_be_carried().unwrap_err();
            assert_eq!(refusal.key(), "refusal-no-majority", "{votes:?}");
            assert_eq!(refusal.guard(), Guard::Vote);
        }
        assert_eq!(item(measure, &[For, Recused, Against]).panel(), [PersonId(1), PersonId(3)]);
    }

    #[test]
    fn what_is_open_or_put_off_is_never_carried_out() {
        for proposal in [None, Some(Proposal::PutOff)] {
            let refusal = item(proposal, &[Vote::For; 3]).must_be_carried().unwrap_err();
            assert_eq!(refusal.key(), "refusal-nothing-carried");
        }
    }
}
