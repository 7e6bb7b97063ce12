//! What the desk sees of entries: a list, one with its history, what waits for somebody.

pub use super::load::ListLine;
pub use qz_store::ledger::ActEntry;

use super::load::{lines, load};
use crate::actor::Actor;
use crate::matter::view::{NamedHand, named};
use crate::{ActError, Acts, power};
use jiff::civil::Date;
use qz_domain::accountability::Accountability;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, AccountabilityId, ListEntryId};
use qz_domain::instant;
use qz_domain::law::CountyLaw;
use qz_domain::list_entry::{
    Board, ListObjection, Outcome, Standing, Step, TRANSITIONS, must_be_final,
};
use qz_domain::matter::{Hand, Part};
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_store::list_entry::objections;
use qz_store::{Subject, accountability, hand, law_change};

/// What a viewer looks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// On this list.
    pub board: Option<Board>,
    /// Standing like this today.
    pub standing: Option<Standing>,
    /// With these words in the unit's name or in the reason, or with the unit's code.
    pub words: String,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ListSort {
    /// The latest step first.
    #[default]
    Latest,
    /// By unit.
    Unit,
    /// By the last day of the term that runs.
    Due,
}

/// An entry with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListView {
    /// Which it is and how it stands.
    pub line: ListLine,
    /// Every objection, first to last.
    pub objections: Vec<ListObjection>,
    /// Everybody who had a part in it.
    pub hands: Vec<NamedHand>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now; one of each page.
    pub steps: Vec<Step>,
    /// What the county set of its own law, for the sources of the terms.
    pub county: CountyLaw,
}

impl Acts {
    /// The entries that an account may see.
    pub async fn list_entries(
        &self,
        account: AccountId,
        filter: &ListFilter,
        sort: ListSort,
    ) -> Result<Vec<ListLine>, ActError> {
        let mut conn = self.reader().await?;
        let read = Action::ListRead;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::Forbidden(read))?;
        let mut seen = vec![];
        for line in lines(&mut conn, instant::day(self.now())).await? {
            if !fits(&line, filter) {
                continue;
            }
            let hands = hand::of_list_entry(&mut conn, line.entry.id).await?;
            if power::may(&actor, read, &line.read_by(&hands)) {
                seen.push(line);
            }
        }
        match sort {
            ListSort::Latest => {}
            ListSort::Unit => seen.sort_by(|a, b| a.unit.code.cmp(&b.unit.code)),
            ListSort::Due => seen.sort_by_key(due),
        }
        Ok(seen)
    }

    /// The entries that wait for a step of this account, the most pressing first.
    pub async fn list_entries_waiting(
        &self,
        account: AccountId,
    ) -> Result<Vec<ListLine>, ActError> {
        let mut conn = self.reader().await?;
        let Some(actor) = self.actor(&mut conn, account).await? else { return Ok(vec![]) };
        let today = instant::day(self.now());
        let mut waiting = vec![];
        for line in lines(&mut conn, today).await? {
            let owed = steps(&actor, &line, today).into_iter().filter(|step| is_owed(*step));
            let owed: Vec<_> = owed.collect();
            if owed.is_empty() {
                continue;
            }
            let hands = hand::of_list_entry(&mut conn, line.entry.id).await?;
            if owed.iter().any(|step| !is_barred(&actor, *step, &hands)) {
                waiting.push(line);
            }
        }
        waiting.sort_by_key(due);
        Ok(waiting)
    }

    /// An entry as an account may see it. One it may not see does not exist for it.
    pub async fn list_entry(
        &self,
        account: AccountId,
        id: ListEntryId,
    ) -> Result<ListView, ActError> {
        let mut conn = self.reader().await?;
        let today = instant::day(self.now());
        let line = load(&mut conn, id, today).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let hands = hand::of_list_entry(&mut conn, id).await?;
        let may = |action, concern: &Concern| power::may(&actor, action, concern);
        let may_object =
            line.standing.is_shown() && may(Action::ListObject, &line.objected_by(actor.person));
        if !may_object && !may(Action::ListRead, &line.read_by(&hands)) {
            return Err(ActError::NotFound);
        }
        Ok(ListView {
            objections: objections(&mut conn, id).await?,
            hands: named(&mut conn, &hands).await?,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            steps: steps(&actor, &line, today),
            county: law_change::county_law(&mut conn).await?,
            line,
        })
    }

    /// Whom an entry concerns who reads it, or takes a step on it; `None` when there is none.
    pub async fn list_entry_concern(
        &self,
        id: ListEntryId,
        is_read: bool,
    ) -> Result<Option<Concern>, ActError> {
        let mut conn = self.reader().await?;
        let line = match load(&mut conn, id, instant::day(self.now())).await {
            Ok(line) => line,
            Err(ActError::NotFound) => return Ok(None),
            Err(fault) => return Err(fault),
        };
        if !is_read {
            return Ok(Some(line.concern()));
        }
        let hands = hand::of_list_entry(&mut conn, id).await?;
        Ok(Some(line.read_by(&hands)))
    }

    /// Whom a decision concerns that is to be proposed for the black list: the organ that made it.
    pub async fn list_proposal_concern(
        &self,
        id: AccountabilityId,
    ) -> Result<Option<Concern>, ActError> {
        let found = accountability::find_around(&mut self.reader().await?, id).await?;
        Ok(found.map(|around| Concern {
            stage: qz_domain::spelled::Spelled::code(around.row.stage),
            people: vec![],
            units: vec![(around.organ.id, around.organ.line)],
        }))
    }

    /// Whether an account may propose a decision for the black list today.
    pub async fn may_propose_for_list(
        &self,
        account: AccountId,
        row: &Accountability,
    ) -> Result<bool, ActError> {
        let mut conn = self.reader().await?;
        let judged = accountability::judged(&mut conn, row.id).await?;
        let judged = judged.as_ref().map(|(one, reviews)| (one, *reviews));
        if must_be_final(judged, instant::day(self.now())).is_err() {
            return Ok(false);
        }
        let Some(concern) = self.list_proposal_concern(row.id).await? else { return Ok(false) };
        let actor = self.actor(&mut conn, account).await?;
        let may = actor.is_some_and(|actor| power::may(&actor, Action::ListPropose, &concern));
        Ok(may && !qz_store::list_entry::rests_on(&mut conn, row.id).await?)
    }
}

fn due(line: &ListLine) -> Date {
    line.running().map_or(Date::MAX, |term| term.due.earliest())
}

fn fits(line: &ListLine, filter: &ListFilter) -> bool {
    line.is_named(&filter.words)
        && filter.board.is_none_or(|board| board == line.entry.board)
        && filter.standing.is_none_or(|standing| standing == line.standing)
}

impl ListLine {
    /// Whether words are its unit's code or stand in the unit's name or in the reason; no words always do.
    pub fn is_named(&self, words: &str) -> bool {
        let (unit, words) = (&self.unit, words.trim());
        words.is_empty()
            || unit.code == words
            || unit.name.contains(words)
            || unit.name_en.to_lowercase().contains(&words.to_lowercase())
            || self.entry.reason.contains(words)
    }
}

/// The steps an actor may take now, one of each page.
fn steps(actor: &Actor, line: &ListLine, today: Date) -> Vec<Step> {
    let rows = TRANSITIONS.iter().filter(|row| row.from == Some(line.entry.stage));
    let can = |step: &Step| {
        let concern = match step {
            Step::Object => line.objected_by(actor.person),
            _ => line.concern(),
        };
        power::may(actor, step.action(), &concern)
    };
    rows.map(|row| row.step).filter(|step| is_open(*step, line, today)).filter(can).collect()
}

/// Whether a step has anything to do now; a page that answers yes or no is one step here.
fn is_open(step: Step, line: &ListLine, today: Date) -> bool {
    match step {
        Step::Decline | Step::Answer(Outcome::Dismissed) => false,
        // Nothing is left to weigh of what rests on no decision.
        Step::State | Step::Verify | Step::Notice if line.standing == Standing::Fallen => false,
        Step::Verify => line.entry.is_heard(today),
        Step::Object | Step::Remove => line.standing.is_shown(),
        Step::Nominate
        | Step::Propose
        | Step::State
        | Step::Notice
        | Step::Answer(Outcome::Upheld) => true,
    }
}

/// Whether somebody waits for the step: nobody has to object or to remove.
fn is_owed(step: Step) -> bool {
    !matches!(step, Step::Object | Step::Remove)
}

/// Whether an earlier part bars the actor from a step.
fn is_barred(actor: &Actor, step: Step, hands: &[Hand]) -> bool {
    let part = match step {
        Step::Verify | Step::Decline => Part::Verified,
        Step::Notice => Part::Noticed,
        Step::Answer(_) => Part::Answered,
        _ => return false,
    };
    let bars = |hand: &Hand| part.barred_by().contains(&hand.part);
    hands.iter().any(|hand| Some(hand.person) == actor.person && bars(hand))
}
