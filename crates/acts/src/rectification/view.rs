//! What a unit and an organ see of rectifications: one with its history, lists, what waits for somebody.

pub use qz_store::ledger::ActEntry;

use super::load::{Loaded, Side, concern, load};
use crate::actor::Actor;
use crate::finding::view::FindingView;
use crate::matter::view::{NamedHand, named};
use crate::{ActError, Acts, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::bulletin::Bulletin;
use qz_domain::id::{AccountId, BulletinId, FindingId, RectificationId};
use qz_domain::instant;
use qz_domain::law::CountyLaw;
use qz_domain::matter::{Hand, Part};
use qz_domain::number::FindingNumber;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::rectification::{
    Basis, Check, Extension, Lamp, Rectification, Stage, Step, TRANSITIONS, lamp,
};
use qz_domain::unit::Unit;
use qz_domain::visit::ReplyPlan;
use qz_store::rectification::{Placed, checks};
use qz_store::{Conn, Subject, bulletin, finding, hand, law_change, rectification, visit};

/// What a viewer looks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RectificationFilter {
    /// In this stage.
    pub stage: Option<Stage>,
    /// With this lamp.
    pub lamp: Option<Lamp>,
    /// With these words in the unit's name or in what is to be put right, or with the unit's code.
    pub words: String,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RectificationSort {
    /// The latest step first.
    #[default]
    Latest,
    /// By unit.
    Unit,
    /// By the last day.
    Due,
}

/// A rectification in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RectificationLine {
    /// The record.
    pub rectification: Rectification,
    /// The organ that ordered it.
    pub organ: Unit,
    /// The unit that puts it right.
    pub unit: Unit,
    /// How it stands today.
    pub lamp: Lamp,
    /// Whether a revisit once found that it did not last; known in lists alone.
    pub was_reopened: bool,
}

/// What a rectification rests on, as people call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A finding.
    Finding(FindingId, FindingNumber),
    /// A promise of a bulletin: its title and the promise's place.
    Promise(BulletinId, String, i64),
}

/// A rectification with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RectificationView {
    /// Which it is and how it stands.
    pub line: RectificationLine,
    /// What it rests on.
    pub source: Source,
    /// Every check, first to last.
    pub checks: Vec<Check>,
    /// Everybody who had a part in it.
    pub hands: Vec<NamedHand>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now; one of each page.
    pub steps: Vec<Step>,
    /// What the unit said of putting it right before it was ordered, as long as it said nothing since.
    pub offered: Option<ReplyPlan>,
    /// What the county set of its own law, for the sources of the terms.
    pub county: CountyLaw,
}

impl RectificationLine {
    pub(super) fn new((rectification, organ, unit): Placed, today: Date) -> Self {
        let lamp = lamp(&rectification, today);
        Self { rectification, organ, unit, lamp, was_reopened: false }
    }

    fn concern(&self, side: Side) -> Concern {
        concern(self.rectification.stage, (&self.organ, &self.unit), side)
    }
}

impl Acts {
    /// The rectifications that an account may see.
    pub async fn rectifications(
        &self,
        account: AccountId,
        filter: &RectificationFilter,
        sort: RectificationSort,
    ) -> Result<Vec<RectificationLine>, ActError> {
        let mut conn = self.reader().await?;
        let read = Action::RectificationRead;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::Forbidden(read))?;
        let mut found = lines(&mut conn, instant::day(self.now())).await?;
        found.retain(|line| fits(line, filter));
        found.retain(|line| power::may(&actor, read, &line.concern(Side::Both)));
        match sort {
            RectificationSort::Latest => {}
            RectificationSort::Unit => found.sort_by(|a, b| a.unit.code.cmp(&b.unit.code)),
            RectificationSort::Due => found.sort_by_key(due),
        }
        Ok(found)
    }

    /// The rectifications that wait for a step of this account, the most pressing first.
    pub async fn rectifications_waiting(
        &self,
        account: AccountId,
    ) -> Result<Vec<RectificationLine>, ActError> {
        let mut conn = self.reader().await?;
        let Some(actor) = self.actor(&mut conn, account).await? else { return Ok(vec![]) };
        let today = instant::day(self.now());
        let mut found = lines(&mut conn, today).await?;
        found.retain(|line| !steps(&actor, line, today).is_empty());
        found.sort_by_key(due);
        let mut waiting = vec![];
        for line in found {
            let hands = hand::of_rectification(&mut conn, line.rectification.id).await?;
            let may_do = |step: &Step| *step != Step::Ask && !is_barred(&actor, *step, &hands);
            if steps(&actor, &line, today).iter().any(may_do) {
                waiting.push(line);
            }
        }
        Ok(waiting)
    }

    /// A rectification as an account may see it. One it may not see does not exist for it.
    pub async fn rectification(
        &self,
        account: AccountId,
        id: RectificationId,
    ) -> Result<RectificationView, ActError> {
        let mut conn = self.reader().await?;
        let Loaded { rectification, organ, unit } = load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let today = instant::day(self.now());
        let line = RectificationLine::new((rectification, organ, unit), today);
        if !power::may(&actor, Action::RectificationRead, &line.concern(Side::Both)) {
            return Err(ActError::NotFound);
        }
        let hands = hand::of_rectification(&mut conn, id).await?;
        Ok(RectificationView {
            source: source(&mut conn, line.rectification.basis).await?,
            checks: checks(&mut conn, id).await?,
            hands: named(&mut conn, &hands).await?,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            steps: steps(&actor, &line, today),
            county: law_change::county_law(&mut conn).await?,
            offered: offered(&mut conn, &line.rectification).await?,
            line,
        })
    }

    /// Whom a rectification concerns; `None` when there is none.
    pub async fn rectification_concern(
        &self,
        id: RectificationId,
        side: Side,
    ) -> Result<Option<Concern>, ActError> {
        match load(&mut self.reader().await?, id).await {
            Ok(loaded) => Ok(Some(loaded.concern(side))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// What the unit of a finding that somebody reads said of putting it right, in its reply to the visit.
    pub async fn offered_plan(&self, view: &FindingView) -> Result<Option<ReplyPlan>, ActError> {
        Ok(visit::plan_for_finding(&mut self.reader().await?, view.finding.id).await?)
    }

    /// What was ordered on a finding.
    pub async fn rectifications_of_finding(
        &self,
        id: FindingId,
    ) -> Result<Vec<RectificationLine>, ActError> {
        self.resting_on((Some(id), None)).await
    }

    /// What became of the promises of a bulletin, in their order.
    pub async fn rectifications_of_bulletin(
        &self,
        id: BulletinId,
    ) -> Result<Vec<RectificationLine>, ActError> {
        self.resting_on((None, Some(id))).await
    }

    /// A published self-requested bulletin whose promises an account may take up, with those that nobody
    /// did yet.
    pub async fn promises_to_take_up(
        &self,
        account: AccountId,
        id: BulletinId,
    ) -> Result<(Bulletin, Vec<i64>), ActError> {
        let mut conn = self.reader().await?;
        let (bulletin, organ) = crate::bulletin::load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = crate::bulletin::concern(&bulletin, &organ);
        if !power::may(&actor, Action::RectificationTakeUp, &concern) {
            return Err(ActError::NotFound);
        }
        let taken = rectification::resting_on(&mut conn, (None, Some(id))).await?;
        let is_taken =
            |place: &i64| taken.iter().any(|(one, ..)| one.basis == Basis::Promise(id, *place));
        let places = (1..).take(bulletin.plan.len()).filter(|place| !is_taken(place)).collect();
        Ok((bulletin, places))
    }

    async fn resting_on(
        &self,
        on: (Option<FindingId>, Option<BulletinId>),
    ) -> Result<Vec<RectificationLine>, ActError> {
        let found = rectification::resting_on(&mut self.reader().await?, on).await?;
        let today = instant::day(self.now());
        Ok(found.into_iter().map(|one| RectificationLine::new(one, today)).collect())
    }
}

pub(super) async fn lines(
    conn: &mut Conn,
    today: Date,
) -> Result<Vec<RectificationLine>, ActError> {
    let (found, reopened) = (rectification::all(conn).await?, rectification::reopened(conn).await?);
    let line = |one: Placed| {
        let was_reopened = reopened.contains(&one.0.id);
        RectificationLine { was_reopened, ..RectificationLine::new(one, today) }
    };
    Ok(found.into_iter().map(line).collect())
}

async fn offered(conn: &mut Conn, one: &Rectification) -> Result<Option<ReplyPlan>, ActError> {
    match one.basis {
        Basis::Finding(id) if one.plan.is_empty() => Ok(visit::plan_for_finding(conn, id).await?),
        Basis::Finding(_) | Basis::Promise(..) => Ok(None),
    }
}

async fn source(conn: &mut Conn, basis: Basis) -> Result<Source, ActError> {
    Ok(match basis {
        Basis::Finding(id) => {
            let found = finding::around::find(conn, id).await?.ok_or(ActError::NotFound)?;
            Source::Finding(id, found.0.number)
        }
        Basis::Promise(id, place) => {
            let found = bulletin::find(conn, id).await?.ok_or(ActError::NotFound)?;
            Source::Promise(id, found.title, place)
        }
    })
}

fn due(line: &RectificationLine) -> Date {
    let running = line.rectification.running();
    running.map_or(Date::MAX, |(_, due)| due.due.earliest())
}

fn fits(line: &RectificationLine, filter: &RectificationFilter) -> bool {
    let (unit, words) = (&line.unit, filter.words.trim());
    let is_named = words.is_empty()
        || unit.code == words
        || unit.name.contains(words)
        || unit.name_en.to_lowercase().contains(&words.to_lowercase())
        || line.rectification.item.contains(words);
    is_named
        && filter.stage.is_none_or(|stage| stage == line.rectification.stage)
        && filter.lamp.is_none_or(|lamp| lamp == line.lamp)
}

/// The steps an actor may take now, one of each page.
fn steps(actor: &Actor, line: &RectificationLine, today: Date) -> Vec<Step> {
    let one = &line.rectification;
    let rows = TRANSITIONS.iter().filter(|row| row.from == Some(one.stage));
    let can = |step: &Step| power::may(actor, step.action(), &line.concern(Side::of(*step)));
    rows.map(|row| row.step).filter(|step| is_open(*step, one, today)).filter(can).collect()
}

/// Whether an earlier part bars the actor from a step.
fn is_barred(actor: &Actor, step: Step, hands: &[Hand]) -> bool {
    let part = match step {
        Step::Order | Step::TakeUp => Part::Ordered,
        Step::Plan | Step::Ask => Part::Planned,
        Step::Grant | Step::Deny => Part::Extended,
        Step::Claim => Part::Claimed,
        Step::Close | Step::Return | Step::Escalate => Part::Rechecked,
        Step::Sustain | Step::Reopen => Part::Revisited,
    };
    let bars = |hand: &Hand| part.barred_by().contains(&hand.part);
    hands.iter().any(|hand| Some(hand.person) == actor.person && bars(hand))
}

/// Whether a step has anything to do now; a page that answers yes or no is one step here.
fn is_open(step: Step, one: &Rectification, today: Date) -> bool {
    match step {
        Step::Ask => one.extension == Extension::None && !one.due.due.is_over(today),
        Step::Grant => one.extension == Extension::Asked,
        Step::Sustain => one.revisit_due.is_some_and(|term| term.due.has_come(today)),
        Step::Deny | Step::Return | Step::Escalate | Step::Reopen => false,
        Step::Order | Step::TakeUp | Step::Plan | Step::Claim | Step::Close => true,
    }
}
