//! What an account may see of duty rosters: the month of a unit with its gaps and prompts, one's own duties, who is on
//! duty today, turns that are to be handed over.

use super::load::{concern, is_of, people};
use super::{hours, load};
use crate::attendance::{judge, rules};
use crate::{ActError, Acts, power};
use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, ToSpan};
use qz_domain::action::Action;
use qz_domain::attendance::{Code, CoverKind};
use qz_domain::id::{AccountId, DutyPostId, PersonId, RosterId, SwapId, UnitId};
use qz_domain::instant;
use qz_domain::month::Month;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::roster::{
    Clash, DutyKind, DutyPost, DutyTurn, Roster, RosterChange, SWAPS, Stage, Step, SwapStep,
    TRANSITIONS, clashes, standing,
};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_mechanism::attendance::RuleBook;
use qz_store::attendance::Who;
pub use qz_store::attendance::post::Holder;
pub use qz_store::ledger::ActEntry;
use qz_store::request::approved;
use qz_store::roster::post;
use qz_store::roster::standing::{Rostered, rostered};
pub use qz_store::roster::swap::SwapLine;
use qz_store::roster::swap::{Of, lines};
use qz_store::{Conn, Subject, roster, unit};
use std::collections::{BTreeMap, BTreeSet};

/// The roster of a unit's month.
#[derive(Debug, Clone)]
pub struct RosterMonth {
    /// Whose.
    pub unit: Unit,
    /// Which.
    pub month: Month,
    /// The roster, where one was drawn up.
    pub roster: Option<Roster>,
    /// The posts that are filled in the month, or were.
    pub posts: Vec<DutyPost>,
    /// From when to when each of them lasts, on the first of the month.
    pub hours: Vec<(DateTime, DateTime)>,
    /// The people of the unit in the month, by work number.
    pub people: Vec<Holder>,
    /// Who has each turn as things stand.
    pub standing: Vec<DutyTurn>,
    /// What was asked to be handed over.
    pub swaps: Vec<SwapLine>,
    /// Its changes since it was published, the latest first.
    pub changes: Vec<RosterChange>,
    /// What to think twice about, for whoever draws it up.
    pub clashes: Vec<Clash>,
    /// How many people a post lacks on a day (缺岗): fewer are on it than it needs, or of those who were nobody is known
    /// to have come. The latter only for whoever reads the unit's attendance.
    pub gaps: BTreeMap<(DutyPostId, Date), i64>,
    /// Turns on site that are over and without any evidence.
    pub unseen: BTreeSet<DutyTurn>,
    /// Every act on it.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
    /// Whether they may set up and close posts.
    pub may_set_posts: bool,
}

impl RosterMonth {
    /// Somebody's name.
    pub fn name(&self, person: PersonId) -> String {
        load::name_of(&self.people, person)
    }

    /// How many people are lacking in all.
    pub fn lacking(&self) -> i64 {
        self.gaps.values().sum()
    }
}

/// A duty of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnDuty {
    /// The roster.
    pub roster: RosterId,
    /// The turn.
    pub turn: DutyTurn,
    /// The unit.
    pub unit: UnitId,
    /// What the post is called.
    pub post: String,
    /// What it asks.
    pub kind: DutyKind,
    /// From when to when.
    pub span: (DateTime, DateTime),
}

/// Who is on duty on a day, post by post (当日值班).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnDuty {
    /// What the post is called.
    pub post: String,
    /// What it asks.
    pub kind: DutyKind,
    /// From when to when.
    pub span: (DateTime, DateTime),
    /// The names of those who are on it.
    pub people: Vec<String>,
}

impl Acts {
    /// The units whose roster an account may read, by code.
    ///
    /// # Errors
    /// Forbidden without the power.
    pub async fn roster_units(&self, account: AccountId) -> Result<Vec<Unit>, ActError> {
        let mut conn = self.reader().await?;
        let action = Action::RosterRead;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::Forbidden(action))?;
        let units = unit::all(&mut conn).await?;
        Ok(units.into_iter().filter(|unit| power::may(&actor, action, &concern(unit))).collect())
    }

    /// The roster of a unit's month.
    ///
    /// # Errors
    /// Forbidden without the power; not found where there is no such unit. A draft is shown to those who draw it up.
    pub async fn roster_of(
        &self,
        account: AccountId,
        (id, month): (UnitId, Month),
    ) -> Result<RosterMonth, ActError> {
        let mut conn = self.reader().await?;
        let unit = unit::find(&mut conn, id).await?.ok_or(ActError::NotFound)?;
        let action = Action::RosterRead;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::Forbidden(action))?;
        let may = |action| power::may(&actor, action, &concern(&unit));
        if !may(action) {
            return Err(ActError::Forbidden(action));
        }
        let found = roster::of_month(&mut conn, id, month).await?;
        let (draws, judges) = (may(Action::RosterDraft), may(Action::AttendanceList));
        let found = found.filter(|one| draws || one.stage == Stage::Published);
        let stage = found.as_ref().map(|one| one.stage);
        let rows = TRANSITIONS.iter().filter(|row| row.from == stage);
        let steps = rows.map(|row| row.step).filter(|step| may(step.action())).collect();
        let mut view = RosterMonth {
            steps,
            may_set_posts: may(Action::DutyPostAdd),
            ..blank(&mut conn, (unit, month), found).await?
        };
        let book = rules(&mut conn).await?;
        let hours = |one: &DutyPost| hours::span(&book, &one.rule, month.first());
        view.hours = view.posts.iter().map(hours).collect();
        if draws {
            view.clashes = prompts(&mut conn, &view, &book).await?;
        }
        if judges {
            view.unseen = unseen(&mut conn, &view, (&book, self.now())).await?;
        }
        view.gaps = gaps(&view);
        Ok(view)
    }

    /// The duties of an account's own person that bind from one day to another, both inclusive.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn own_duties(
        &self,
        account: AccountId,
        stretch: (Date, Date),
    ) -> Result<Vec<OwnDuty>, ActError> {
        let mut conn = self.reader().await?;
        let Some(actor) = self.actor(&mut conn, account).await? else { return Ok(vec![]) };
        let Some(person) = actor.person else { return Ok(vec![]) };
        let found = rostered(&mut conn, Who::Person(person), stretch).await?;
        if found.is_empty() {
            return Ok(vec![]);
        }
        let book = rules(&mut conn).await?;
        let own = |one: Rostered| OwnDuty {
            roster: one.roster,
            span: hours::span(&book, &one.rule, one.turn.day),
            turn: one.turn,
            unit: one.unit,
            post: one.post,
            kind: one.kind,
        };
        Ok(found.into_iter().map(own).collect())
    }

    /// Who is on duty in a unit on a day, by when it begins.
    ///
    /// # Errors
    /// Forbidden without the power.
    pub async fn on_duty(
        &self,
        account: AccountId,
        (id, day): (UnitId, Date),
    ) -> Result<Vec<OnDuty>, ActError> {
        let mut conn = self.reader().await?;
        let unit = unit::find(&mut conn, id).await?.ok_or(ActError::NotFound)?;
        let action = Action::RosterRead;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::Forbidden(action))?;
        if !power::may(&actor, action, &concern(&unit)) {
            return Err(ActError::Forbidden(action));
        }
        let mut found = rostered(&mut conn, Who::Unit(id), (day, day)).await?;
        found.retain(|one| one.unit == id);
        if found.is_empty() {
            return Ok(vec![]);
        }
        let book = rules(&mut conn).await?;
        let people = people(&mut conn, id, (day, day)).await?;
        let mut posts: BTreeMap<DutyPostId, OnDuty> = BTreeMap::new();
        for one in found {
            let (post, kind) = (one.post, one.kind);
            let span = hours::span(&book, &one.rule, day);
            let here = posts.entry(one.turn.post);
            let here = here.or_insert_with(|| OnDuty { post, kind, span, people: vec![] });
            here.people.push(load::name_of(&people, one.turn.person));
        }
        let mut on: Vec<_> = posts.into_values().collect();
        on.sort_by_key(|one| one.span);
        Ok(on)
    }

    /// The turns an account hands over or takes, the latest day first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn own_swaps(&self, account: AccountId) -> Result<Vec<SwapLine>, ActError> {
        let mut conn = self.reader().await?;
        let Some(actor) = self.actor(&mut conn, account).await? else { return Ok(vec![]) };
        let Some(person) = actor.person else { return Ok(vec![]) };
        Ok(lines(&mut conn, Of::Person(person)).await?)
    }

    /// The turns to be handed over that wait for this account's answer: never its own.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn swaps_to_answer(&self, account: AccountId) -> Result<Vec<SwapLine>, ActError> {
        let mut conn = self.reader().await?;
        let Some(actor) = self.actor(&mut conn, account).await? else { return Ok(vec![]) };
        power::reach(&actor, Action::SwapApprove)
            .ok_or(ActError::Forbidden(Action::SwapApprove))?;
        let mut found = lines(&mut conn, Of::Pending).await?;
        found.retain(|line| {
            let is_own = [Some(line.row.turn.person), Some(line.row.taker)].contains(&actor.person);
            !is_own && power::may(&actor, Action::SwapApprove, &about(line))
        });
        Ok(found)
    }

    /// One of them, with the steps this account may take now.
    ///
    /// # Errors
    /// Not found where the account may not know of it.
    pub async fn swap(
        &self,
        account: AccountId,
        id: SwapId,
    ) -> Result<(SwapLine, Vec<SwapStep>), ActError> {
        let mut conn = self.reader().await?;
        let line = lines(&mut conn, Of::One(id)).await?.pop().ok_or(ActError::NotFound)?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = about(&line);
        if !power::may(&actor, Action::RosterRead, &concern) {
            return Err(ActError::NotFound);
        }
        let both = [Some(line.row.turn.person), Some(line.row.taker)];
        let is_own = both.contains(&actor.person);
        let rows = SWAPS.iter().filter(|row| row.from == Some(line.row.stage));
        let fits = |step: &SwapStep| {
            (*step == SwapStep::Withdraw || !is_own) && power::may(&actor, step.action(), &concern)
        };
        let steps = rows.map(|row| row.step).filter(fits).collect();
        Ok((line, steps))
    }
}

/// Whom a swap concerns.
fn about(line: &SwapLine) -> Concern {
    Concern {
        stage: line.row.stage.code(),
        people: vec![line.row.turn.person],
        units: vec![(line.unit.0, line.unit.2)],
    }
}

/// What stands of a unit's month, before anything is asked of it.
async fn blank(
    conn: &mut Conn,
    (unit, month): (Unit, Month),
    found: Option<Roster>,
) -> Result<RosterMonth, ActError> {
    let turns = found.as_ref().map_or(&[][..], |one| &one.turns);
    let mut posts = post::of_unit(conn, unit.id).await?;
    posts.retain(|post| {
        post.is_open(month.first()) || turns.iter().any(|turn| turn.post == post.id)
    });
    let people = people(conn, unit.id, (month.first(), month.last())).await?;
    let (mut swaps, mut changes, mut timeline) = (vec![], vec![], vec![]);
    if let Some(one) = &found {
        swaps = lines(conn, Of::Roster(one.id)).await?;
        changes = roster::changes(conn, one.id).await?;
        timeline = qz_store::ledger::acts_of(conn, one.id.object()).await?;
    }
    let moves: Vec<_> = swaps.iter().map(|line| line.row.clone()).collect();
    Ok(RosterMonth {
        standing: standing(turns, &moves),
        unit,
        month,
        roster: found,
        posts,
        hours: vec![],
        people,
        swaps,
        changes,
        clashes: vec![],
        gaps: BTreeMap::new(),
        unseen: BTreeSet::new(),
        timeline,
        steps: vec![],
        may_set_posts: false,
    })
}

/// What to think twice about, on leave and trips as they are approved now.
async fn prompts(
    conn: &mut Conn,
    view: &RosterMonth,
    book: &RuleBook,
) -> Result<Vec<Clash>, ActError> {
    let mut people: Vec<_> = view.standing.iter().map(|turn| turn.person).collect();
    people.sort_unstable();
    people.dedup();
    let at = |day: Date| instant::instant(day.to_datetime(jiff::civil::Time::midnight()));
    let after = view.month.last().saturating_add(1.day());
    let (Some(from), Some(to)) = (at(view.month.first()), at(after)) else { return Ok(vec![]) };
    let mut away = vec![];
    for person in people {
        for fact in approved(conn, (from, to), Some(person)).await? {
            let kind = match fact.kind {
                CoverKind::Leave => CoverKind::Leave,
                CoverKind::Trip | CoverKind::Field => CoverKind::Trip,
                CoverKind::Correction | CoverKind::Outage | CoverKind::Overtime => continue,
            };
            let mut day = instant::day(fact.from).max(view.month.first());
            while day <= view.month.last() && at(day).is_some_and(|begins| begins < fact.to) {
                away.push((person, day, kind));
                day = day.saturating_add(1.day());
            }
        }
    }
    let is_night = |id: DutyPostId| {
        let post = view.posts.iter().find(|post| post.id == id && post.kind == DutyKind::OnSite);
        post.is_some_and(|post| hours::is_night(book, post, view.month.first()))
    };
    Ok(clashes(&view.standing, is_night, &away))
}

/// The turns on site that are over and came to a day without any evidence of duty.
async fn unseen(
    conn: &mut Conn,
    view: &RosterMonth,
    (book, now): (&RuleBook, Timestamp),
) -> Result<BTreeSet<DutyTurn>, ActError> {
    let is_published = view.roster.as_ref().is_some_and(|one| one.stage == Stage::Published);
    let today = instant::day(now);
    if !is_published || view.month.first() >= today {
        return Ok(BTreeSet::new());
    }
    let stretch = (view.month.first(), view.month.last().min(today));
    let judged = judge(conn, Who::Unit(view.unit.id), stretch).await?;
    let mut came: BTreeMap<(PersonId, Date), bool> = BTreeMap::new();
    for day in &judged.days {
        let Some(one) = judged.people.get(day.person) else { continue };
        came.insert((one.person, day.day), day.row.codes.has(Code::Duty));
    }
    let rule = |turn: &DutyTurn| {
        let post = view.posts.iter().find(|post| post.id == turn.post);
        post.filter(|post| post.kind == DutyKind::OnSite).map(|post| post.rule.as_str())
    };
    let is_unseen = |turn: &&DutyTurn| {
        // Over once the day after it ends has begun: until then somebody may still punch.
        let ends = rule(turn).map(|rule| hours::span(book, rule, turn.day).1.date());
        ends.is_some_and(|ends| ends < today) && came.get(&(turn.person, turn.day)) == Some(&false)
    };
    Ok(view.standing.iter().filter(is_unseen).copied().collect())
}

/// How many people each post lacks on each day of the month on which it is filled.
fn gaps(view: &RosterMonth) -> BTreeMap<(DutyPostId, Date), i64> {
    let mut gaps = BTreeMap::new();
    if view.roster.is_none() {
        return gaps;
    }
    for post in &view.posts {
        let days = std::iter::successors(Some(view.month.first()), |day| day.tomorrow().ok());
        for day in days.take_while(|day| *day <= view.month.last() && post.is_open(*day)) {
            let here = |turn: &&DutyTurn| turn.post == post.id && turn.day == day;
            let on = view.standing.iter().filter(here);
            let there = on.filter(|turn| !view.unseen.contains(turn)).count();
            let lacking = post.needed - i64::try_from(there).unwrap_or(i64::MAX);
            if lacking > 0 {
                gaps.insert((post.id, day), lacking);
            }
        }
    }
    gaps
}

/// The people of a unit that may take a turn on a day.
pub fn takers(people: &[Holder], unit: UnitId, day: Date) -> Vec<&Holder> {
    people.iter().filter(|one| is_of(one, unit, day)).collect()
}
