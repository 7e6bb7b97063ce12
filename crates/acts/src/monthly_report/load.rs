//! Loads what is owed for a month, and its report where there is one, for a step.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::id::AccountId;
use qz_domain::matter::Hand;
use qz_domain::month::Month;
use qz_domain::monthly_report::{MonthlyReport, ReportKey, Stage, Step, TRANSITIONS};
use qz_domain::power::Concern;
use qz_domain::procedure::{self, Row, Stepped};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::monthly_report::owed::{self, Member};
use qz_store::{Conn, Write, hand, monthly_report};

/// What stands for a stage before a report is confirmed for the first time.
const OWED: &str = "owed";

/// Whom a report concerns: for confirming it the unit alone, for returning it the lead alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The unit that reports.
    Unit,
    /// The organ that leads the campaign.
    Lead,
    /// Both, to read it.
    Both,
}

/// What a member owes for a month, and its report once it was confirmed.
pub(super) struct Owed {
    pub member: Member,
    pub month: Month,
    pub report: Option<MonthlyReport>,
}

/// A report on which a step may begin.
pub(super) struct Begun {
    pub actor: Actor,
    pub owed: Owed,
    pub transition: &'static Row<Stage, Step>,
    pub hands: Vec<Hand>,
}

/// What is owed under a key; nothing is where the unit is no member, or the plan does not ask for that
/// month.
pub(super) async fn load(conn: &mut Conn, key: ReportKey) -> Result<Owed, ActError> {
    let days = (key.month.first(), key.month.last());
    let members = owed::members(conn, days, Some((key.campaign, key.unit))).await?;
    let owes = |member: &Member| member.reporting.owes(key.month);
    let member = members.into_iter().find(owes).ok_or(ActError::NotFound)?;
    let report = monthly_report::find(conn, key).await?;
    Ok(Owed { member, month: key.month, report })
}

/// Whom a report of this member concerns.
pub(super) fn concern(
    (unit, lead): (&Unit, &Unit),
    report: Option<&MonthlyReport>,
    side: Side,
) -> Concern {
    let units = match side {
        Side::Unit => vec![unit],
        Side::Lead => vec![lead],
        Side::Both => vec![unit, lead],
    };
    let units = units.into_iter().map(|unit| (unit.id, unit.line)).collect();
    let stage = report.map_or(OWED, |report| report.stage.code());
    Concern { stage, people: vec![], units }
}

impl Owed {
    pub fn concern(&self, side: Side) -> Concern {
        let Member { unit, lead, .. } = &self.member;
        concern((unit, lead), self.report.as_ref(), side)
    }
}

/// Who is concerned with a step.
pub(super) fn side(step: Step) -> Side {
    match step {
        Step::Confirm => Side::Unit,
        Step::Return => Side::Lead,
    }
}

/// Begins a step on a report whose version `read` the actor has seen; 0 is before the first.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    key: ReportKey,
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let owed = load(write.reads(), key).await?;
    let concern = owed.concern(side(step));
    let Some(report) = &owed.report else {
        let actor = power::require(write, account, step.action(), &concern).await?;
        power::must_be_latest(read, 0)?;
        let transition = procedure::find(TRANSITIONS, None, step)?;
        return Ok(Begun { actor, owed, transition, hands: vec![] });
    };
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (report.stage, step),
        (read, report.version),
    )
    .await?;
    let hands = hand::of_report(write.reads(), report.id).await?;
    Ok(Begun { actor, owed, transition, hands })
}
