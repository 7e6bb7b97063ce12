//! Re-check (复核) what is said to be put right, and look again later (回访): by a third person, with the
//! word of whoever was affected.

use super::load::{Begun, begin};
use super::{RectificationChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm, law};
use crate::wrong::yes_or_no;
use jiff::civil::Date;
use qz_domain::field::{self, FieldError};
use qz_domain::id::{AccountId, CheckId, RectificationId};
use qz_domain::matter::Part;
use qz_domain::procedure;
use qz_domain::rectification::{
    Check, Outcome, Rectification, RectificationRefusal, Stage, Step, TEXT_MOST, TRANSITIONS,
    missing,
};
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write, rectification};

/// What was seen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckForm {
    /// Whether it is put right, or whether it lasts: `yes` or `no`.
    pub passed: String,
    /// What was seen; where something is missing, what.
    pub result: String,
    /// What whoever was affected says of it.
    pub affected: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Re-checks a rectification that is said to be done, or looks again at one that is closed.
#[derive(Debug, Clone)]
pub struct CheckRectification {
    /// Who checks.
    pub actor: AccountId,
    /// Which rectification.
    pub rectification: RectificationId,
    /// The version they read.
    pub version: i64,
    /// Whether it is the revisit.
    pub is_revisit: bool,
    /// What was seen.
    pub form: CheckForm,
}

impl Act for CheckRectification {
    type Receipt = RectificationChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RectificationChanged, ActError> {
        let Self { actor, rectification: id, version, is_revisit, form } = self;
        let first = if is_revisit { Step::Sustain } else { Step::Close };
        let mut begun = begin(write, actor, id, (first, version)).await?;
        let outcome = read(&form.passed, is_revisit, begun.loaded.rectification.returns)?;
        let step = outcome.step();
        begun.transition = procedure::find(TRANSITIONS, begun.transition.from, step)?;
        let (doing, check) = seen(write, &begun, outcome, &form).await?;
        apply(write, &mut begun.loaded.rectification, &check).await?;
        rectification::add_check(write, id, &check).await?;
        let part = if is_revisit { Part::Revisited } else { Part::Rechecked };
        keep(write, begun, (step, part), doing).await
    }
}

fn read(given: &str, is_revisit: bool, returns: i64) -> Result<Outcome, FieldError> {
    let passed = yes_or_no("passed", given)?;
    Ok(match (is_revisit, passed) {
        (false, true) => Outcome::Close,
        (false, false) => missing(returns),
        (true, true) => Outcome::Lasts,
        (true, false) => Outcome::Reopen,
    })
}

async fn seen(
    write: &mut Write,
    begun: &Begun,
    outcome: Outcome,
    form: &CheckForm,
) -> Result<(matter::Doing, Check), ActError> {
    let one = &begun.loaded.rectification;
    let doing = matter::alone(write, &begun.actor, &form.paper, Some(one.latest_on)).await?;
    must_be_time(one, doing.day)?;
    let check = Check {
        id: CheckId(write.next_id()),
        on: doing.day,
        outcome,
        result: field::text("result", &form.result, TEXT_MOST)?,
        affected: field::text("affected", &form.affected, TEXT_MOST)?,
    };
    Ok((doing, check))
}

/// Whether it lasts shows only after some time.
fn must_be_time(one: &Rectification, day: Date) -> Result<(), Refusal> {
    let from = one.revisit_due.filter(|_| one.stage == Stage::Closed);
    match from.filter(|term| !term.due.has_come(day)) {
        Some(term) => {
            Err(RectificationRefusal::RevisitTooEarly { from: term.due.earliest() }.into())
        }
        None => Ok(()),
    }
}

/// What a check makes of the rectification: its terms and its returns.
async fn apply(write: &mut Write, one: &mut Rectification, check: &Check) -> Result<(), ActError> {
    let day = check.on;
    match check.outcome {
        Outcome::Close => {
            one.closed_on = Some(day);
            one.revisit_due = Some(law::deadline(write, day, "revisit").await?);
        }
        Outcome::Return | Outcome::Escalate => one.returns += 1,
        Outcome::Lasts => {}
        Outcome::Reopen => {
            one.ordered_on = day;
            let terms = ["rectification_plan", "rectification"];
            [one.plan_due, one.due] = law::deadlines(write, day, terms).await?;
        }
    }
    Ok(())
}
