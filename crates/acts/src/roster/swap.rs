//! Hand a turn over (换班): asked by whoever has it, answered by the unit's head or personnel. Approved before the turn
//! begins it moves; approved afterwards both stay on record, and whoever had it owes it.

use super::load::{begins, concern, load, people, refused};
use super::written::of_unit;
use crate::actor::Actor;
use crate::attendance::rules;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, DutyPostId, RosterId, SwapId};
use qz_domain::instant;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::roster::{
    DutySwap, DutyTurn, LINE_MOST, Roster, RosterRefusal, SWAPS, Stage, SwapStage, SwapStep,
    standing,
};
use qz_domain::spelled::Spelled;
use qz_store::roster::swap::{Of, SwapLine, insert, lines, update};
use qz_store::roster::{find, post};
use qz_store::{Act, Subject, Write};
use serde::{Deserialize, Serialize};

/// What somebody writes who hands a turn over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwapForm {
    /// The roster.
    pub roster: RosterId,
    /// The post.
    pub post: DutyPostId,
    /// The day.
    pub day: Date,
    /// Who takes it, by work number or name.
    pub taker: String,
    /// Why.
    pub reason: String,
}

/// Asks that another takes over a turn of one's own.
#[derive(Debug, Clone)]
pub struct AskSwap {
    /// Who asks.
    pub actor: AccountId,
    /// What they wrote.
    pub form: SwapForm,
}

/// Approves it.
#[derive(Debug, Clone)]
pub struct ApproveSwap {
    /// Who does.
    pub actor: AccountId,
    /// Which.
    pub swap: SwapId,
    /// The version they read.
    pub version: i64,
}

/// Refuses it.
#[derive(Debug, Clone)]
pub struct RefuseSwap {
    /// Who does.
    pub actor: AccountId,
    /// Which.
    pub swap: SwapId,
    /// The version they read.
    pub version: i64,
    /// Why.
    pub answer: String,
}

/// Takes it back before it is answered.
#[derive(Debug, Clone)]
pub struct WithdrawSwap {
    /// Who asked.
    pub actor: AccountId,
    /// Which.
    pub swap: SwapId,
    /// The version they read.
    pub version: i64,
}

/// What a step of a swap gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwapChanged {
    /// In the store.
    pub swap: SwapId,
    /// Where it stands now.
    pub stage: SwapStage,
    /// Whether it came too late to move the turn.
    pub is_late: bool,
    /// The version it made.
    pub version: i64,
}

impl SwapChanged {
    fn of(row: &DutySwap) -> Self {
        let (swap, stage, is_late) = (row.id, row.stage, row.is_late);
        Self { swap, stage, is_late, version: row.version }
    }
}

impl Act for AskSwap {
    type Receipt = SwapChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SwapChanged, ActError> {
        let Self { actor, form } = self;
        let action = SwapStep::Ask.action();
        let (roster, unit) = load(write.reads(), form.roster).await?;
        let actor = power::actor(write.reads(), actor).await?;
        let actor = actor.ok_or(ActError::Forbidden(action))?;
        let person = actor.person.ok_or(ActError::NotFound)?;
        let own = Concern { people: vec![person], ..concern(&unit) };
        if !power::may(&actor, action, &own) {
            return Err(ActError::Forbidden(action));
        }
        if roster.stage != Stage::Published {
            return Err(refused(RosterRefusal::NotPublished { month: roster.month }));
        }
        let (day, post) = (form.day, form.post);
        let turn = DutyTurn { post, day, person };
        let people = people(write.reads(), unit.id, (day, day)).await?;
        let taker = of_unit(write, ("taker", &form.taker), (&unit, &people, day)).await?;
        let reason = field::text("because", &form.reason, LINE_MOST)?;
        let others = lines(write.reads(), Of::Roster(roster.id)).await?;
        let name = |person| super::load::name_of(&people, person);
        must_fit(&roster, &others, (turn, &name(person)), (taker, &name(taker)))?;
        let asks = |one: &SwapLine| one.row.stage == SwapStage::Pending && one.row.turn == turn;
        if others.iter().any(asks) {
            return Err(refused(RosterRefusal::AskedAlready { day }));
        }
        let row = DutySwap {
            id: SwapId(write.next_id()),
            roster: roster.id,
            turn,
            taker,
            reason,
            stage: SwapStage::Pending,
            asked_on: instant::day(write.now()),
            decided_by: None,
            decided_on: None,
            answer: String::new(),
            is_late: false,
            version: 1,
        };
        insert(write, &row).await?;
        write.record(actor.deed(action, row.id.object())).await?;
        Ok(SwapChanged::of(&row))
    }
}

/// Refuses a turn that is not whoever's who hands it over, or that whoever takes it has already.
fn must_fit(
    roster: &Roster,
    others: &[SwapLine],
    (turn, giver): (DutyTurn, &str),
    (taker, taking): (qz_domain::id::PersonId, &str),
) -> Result<(), ActError> {
    let swaps: Vec<_> = others.iter().map(|one| one.row.clone()).collect();
    let standing = standing(&roster.turns, &swaps);
    let day = turn.day;
    if !standing.contains(&turn) {
        let person = giver.to_owned();
        return Err(refused(RosterRefusal::NotTheirTurn { person, day }));
    }
    if standing.contains(&DutyTurn { person: taker, ..turn }) {
        let person = taking.to_owned();
        return Err(refused(RosterRefusal::HasItAlready { person, day }));
    }
    Ok(())
}

/// Begins a step on a swap whose version `read` the actor has seen.
async fn begin(
    write: &mut Write,
    (account, id): (AccountId, SwapId),
    (step, read): (SwapStep, i64),
) -> Result<(Actor, SwapLine), ActError> {
    let line = lines(write.reads(), Of::One(id)).await?.pop().ok_or(ActError::NotFound)?;
    let row = &line.row;
    let concern = Concern {
        stage: row.stage.code(),
        people: vec![row.turn.person],
        units: vec![(line.unit.0, line.unit.2)],
    };
    let at = (row.stage, step);
    let (actor, _) =
        power::begin(write, account, (SWAPS, &concern), at, (read, row.version)).await?;
    Ok((actor, line))
}

/// Refuses whoever hands the turn over or takes it.
fn must_be_anothers(actor: &Actor, line: &SwapLine) -> Result<(), ActError> {
    let leader = actor.stands_for.as_ref().map(|one| one.leader);
    let person = actor.person.ok_or_else(|| FieldError::new("by", Fault::Missing))?;
    let both = [(line.row.turn.person, &line.giver), (line.row.taker, &line.taker)];
    let own = both.into_iter().find(|(one, _)| *one == person || Some(*one) == leader);
    match own {
        Some((_, name)) => Err(refused(RosterRefusal::OwnSwap { person: name.clone() })),
        None => Ok(()),
    }
}

async fn keep(
    write: &mut Write,
    actor: &Actor,
    (step, row): (SwapStep, DutySwap),
) -> Result<SwapChanged, ActError> {
    let row = DutySwap { version: row.version + 1, ..row };
    update(write, &row).await?;
    write.record(actor.deed(step.action(), row.id.object())).await?;
    Ok(SwapChanged::of(&row))
}

fn decided(write: &Write, actor: &Actor, row: DutySwap) -> DutySwap {
    let leader = actor.stands_for.as_ref().map(|one| one.leader);
    let (decided_by, on) = (leader.or(actor.person), instant::day(write.now()));
    DutySwap { decided_by, decided_on: Some(on), ..row }
}

impl Act for ApproveSwap {
    type Receipt = SwapChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SwapChanged, ActError> {
        let Self { actor, swap, version } = self;
        let step = SwapStep::Approve;
        let (actor, line) = begin(write, (actor, swap), (step, version)).await?;
        must_be_anothers(&actor, &line)?;
        let row = line.row;
        let roster = find(write.reads(), row.roster).await?.ok_or(ActError::NotFound)?;
        let others = lines(write.reads(), Of::Roster(row.roster)).await?;
        must_fit(&roster, &others, (row.turn, &line.giver), (row.taker, &line.taker))?;
        let posts = post::of_unit(write.reads(), roster.unit).await?;
        let book = rules(write.reads()).await?;
        let begins = begins((&posts, &book), (row.turn.post, row.turn.day));
        let is_late = begins <= instant::civil(write.now());
        let row = decided(write, &actor, DutySwap { stage: SwapStage::Approved, is_late, ..row });
        keep(write, &actor, (step, row)).await
    }
}

impl Act for RefuseSwap {
    type Receipt = SwapChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SwapChanged, ActError> {
        let Self { actor, swap, version, answer } = self;
        let step = SwapStep::Refuse;
        let (actor, line) = begin(write, (actor, swap), (step, version)).await?;
        must_be_anothers(&actor, &line)?;
        let answer = field::text("because", &answer, LINE_MOST)?;
        let row = DutySwap { stage: SwapStage::Refused, answer, ..line.row };
        let row = decided(write, &actor, row);
        keep(write, &actor, (step, row)).await
    }
}

impl Act for WithdrawSwap {
    type Receipt = SwapChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<SwapChanged, ActError> {
        let Self { actor, swap, version } = self;
        let step = SwapStep::Withdraw;
        let (actor, line) = begin(write, (actor, swap), (step, version)).await?;
        let row = DutySwap { stage: SwapStage::Withdrawn, ..line.row };
        keep(write, &actor, (step, row)).await
    }
}
