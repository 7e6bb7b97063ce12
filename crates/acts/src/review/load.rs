//! Loads a review for a step: the decision it looks at, whom it concerns, who had a part in the matter.

use crate::actor::Actor;
use crate::{ActError, power};
use jiff::civil::Date;
use qz_domain::accountability::{Accountability, Answerable};
use qz_domain::id::{AccountId, AccountabilityId, ReviewId};
use qz_domain::matter::Hand;
use qz_domain::power::Concern;
use qz_domain::procedure::{Row, Stepped};
use qz_domain::refusal::Refusal;
use qz_domain::review::{Origin, Review, ReviewRefusal, Stage, Standing, Step, TRANSITIONS};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::accountability::Around;
use qz_store::{Conn, Write, hand, review};

/// A review with the decision it looks at.
pub(super) struct Loaded {
    pub row: Review,
    /// The organ that has it.
    pub organ: Unit,
    pub around: Around,
}

/// A review on which a step may begin.
pub(super) struct Begun {
    pub actor: Actor,
    pub loaded: Loaded,
    pub transition: &'static Row<Stage, Step>,
    /// Of the whole matter: the finding, its decisions, their reviews, the bulletins that tell of this one.
    pub hands: Vec<Hand>,
}

/// A decision on which a review may begin.
pub(super) struct Wanted {
    pub actor: Actor,
    pub around: Around,
    pub hands: Vec<Hand>,
    pub earlier: Vec<Review>,
}

pub(super) async fn load(conn: &mut Conn, id: ReviewId) -> Result<Loaded, ActError> {
    let (row, organ, around) = review::find_around(conn, id).await?.ok_or(ActError::NotFound)?;
    Ok(Loaded { row, organ, around })
}

pub(super) async fn decision(conn: &mut Conn, id: AccountabilityId) -> Result<Around, ActError> {
    let found = qz_store::accountability::find_around(conn, id).await?;
    found.ok_or(ActError::NotFound)
}

/// Whom beginning a review concerns: the subject asks, the organ that decided does the rest.
pub(super) fn concern_to_begin(around: &Around, stage: &'static str, step: Step) -> Concern {
    match step {
        Step::Ask => of_subject(around, stage),
        _ => of_organ(&around.organ, stage),
    }
}

/// Whom a step on a review concerns: the subject takes it back, the organ that has it does the rest.
pub(super) fn concern(loaded: &Loaded, step: Step) -> Concern {
    let stage = loaded.row.stage.code();
    match step {
        Step::Ask | Step::Withdraw => of_subject(&loaded.around, stage),
        Step::Record
        | Step::Open
        | Step::Accept
        | Step::Refuse
        | Step::Decide
        | Step::Serve
        | Step::HandOver => of_organ(&loaded.organ, stage),
    }
}

/// Whom a review concerns, to read it: its subject, the organ that decided and the one that has it.
pub(super) fn concern_to_read(loaded: &Loaded) -> Concern {
    let Loaded { row, organ, around } = loaded;
    let mut concern = of_subject(around, row.stage.code());
    concern.units.extend([(around.organ.id, around.organ.line), (organ.id, organ.line)]);
    concern
}

fn of_organ(organ: &Unit, stage: &'static str) -> Concern {
    Concern { stage, people: vec![], units: vec![(organ.id, organ.line)] }
}

fn of_subject(around: &Around, stage: &'static str) -> Concern {
    let (people, units) = match around.row.subject {
        Answerable::Person { person, .. } => (vec![person], vec![]),
        Answerable::Unit => (vec![], vec![(around.unit.id, around.unit.line)]),
    };
    Concern { stage, people, units }
}

/// Begins a step on a review whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    id: ReviewId,
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let loaded = load(write.reads(), id).await?;
    let hands = hand::around(write.reads(), loaded.around.row.id).await?;
    let concern = concern(&loaded, step);
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (loaded.row.stage, step),
        (read, loaded.row.version),
    )
    .await?;
    Ok(Begun { actor, loaded, transition, hands })
}

/// Begins a review of a decision: served, standing, and not under review by now. Who might if it were served
/// is told that it is not; who may not learns nothing.
pub(super) async fn begin_on(
    write: &mut Write,
    account: AccountId,
    id: AccountabilityId,
    step: Step,
) -> Result<Wanted, ActError> {
    let around = decision(write.reads(), id).await?;
    let served = concern_to_begin(&around, "served", step);
    let actor = power::require(write, account, step.action(), &served).await?;
    let earlier = review::of_accountability(write.reads(), id).await?;
    must_be_open_to_it(&around, &earlier)?;
    let hands = hand::around(write.reads(), id).await?;
    Ok(Wanted { actor, around, hands, earlier })
}

fn must_be_open_to_it(around: &Around, earlier: &[Review]) -> Result<(), Refusal> {
    let standing = Standing::of(earlier);
    let refusal = if around.row.served_on.is_none() || around.unfounded_on.is_some() {
        ReviewRefusal::NotServed
    } else if standing.has_fallen() {
        ReviewRefusal::Fallen
    } else if standing.is_under_review {
        ReviewRefusal::Open
    } else {
        return Ok(());
    };
    Err(refusal.into())
}

/// A review that begins on a day, with nothing said yet.
pub(super) fn blank(
    write: &mut Write,
    decision: &Accountability,
    (origin, stage): (Origin, Stage),
    day: Date,
) -> Review {
    Review {
        id: ReviewId(write.next_id()),
        accountability: decision.id,
        organ: decision.organ,
        instead_of: decision.instead_of,
        handed_because: String::new(),
        origin,
        stage,
        grounds: String::new(),
        late_reason: String::new(),
        lodged_on: day,
        accept_due: None,
        taken_on: None,
        answer: String::new(),
        decide_due: None,
        outcome: None,
        measure: String::new(),
        because: String::new(),
        decided_on: None,
        number: None,
        served_on: None,
        next_due: None,
        latest_on: day,
        version: 1,
    }
}
