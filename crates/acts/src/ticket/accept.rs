//! Take a ticket in hand (受理、接办): by somebody who has nothing to do with what it is about. One that was
//! reopened goes to another hand than before.

use super::load::{Begun, begin};
use super::{TicketChanged, keep};
use crate::ActError;
use crate::actor::Actor;
use crate::matter::law;
use qz_domain::id::{AccountId, TicketId, UnitId};
use qz_domain::instant;
use qz_domain::matter::{Concerned, Hand, recuse};
use qz_domain::refusal::Refusal;
use qz_domain::ticket::{Stage, Step, Ticket, TicketRefusal, page};
use qz_domain::unit::Unit;
use qz_store::{Act, ObjectRef, Subject, Write, hand, objection, person, unit};

/// Takes a ticket in hand, from whoever has it or from nobody.
#[derive(Debug, Clone)]
pub struct AcceptTicket {
    /// Who takes it.
    pub actor: AccountId,
    /// Which.
    pub ticket: TicketId,
    /// The version they read.
    pub version: i64,
}

impl Act for AcceptTicket {
    type Receipt = TicketChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<TicketChanged, ActError> {
        let Self { actor, ticket, version } = self;
        let begun = begin(write, (actor, ticket), (Step::Accept, version)).await?;
        let Begun { actor, mut row, unit, transition } = begun;
        let nobody = || Refusal::from(TicketRefusal::NobodysAccount);
        let person = actor.person.ok_or_else(nobody)?;
        let is_new = matches!(row.stage, Stage::Submitted | Stage::Reopened);
        if row.handler == Some(person) {
            return Err(Refusal::NothingChanged.into());
        }
        must_be_apart(write, (&row, unit.as_ref()), &actor).await?;
        row.handler = Some(person);
        if is_new {
            let today = instant::day(write.now());
            row.accepted_on = Some(today);
            row.answer_due = Some(law::deadline(write, today, "correction_answer").await?);
        }
        keep(write, (row, transition), Some(&actor)).await
    }
}

/// Neither the author of the page, nor of the unit or of its kin, nor the hand of the first time.
async fn must_be_apart(
    write: &mut Write,
    (row, unit): (&Ticket, Option<&Unit>),
    actor: &Actor,
) -> Result<(), ActError> {
    if let Some((object, hands)) = authors(write, row).await? {
        let had_part = hands.iter().any(|hand| Some(hand.person) == actor.person);
        if had_part || touched(write, object, actor).await? {
            let person = name_of(write, actor).await?;
            return Err(Refusal::from(TicketRefusal::WroteThePage { person }).into());
        }
    }
    if let Some(unit) = unit {
        must_be_no_kin(write, unit, actor).await?;
    }
    if row.is_reopened && touched(write, row.id.object(), actor).await? {
        let person = name_of(write, actor).await?;
        return Err(Refusal::from(TicketRefusal::HandledBefore { person }).into());
    }
    Ok(())
}

/// The article or bulletin that a page shows, with everybody who had a part in it.
async fn authors(
    write: &mut Write,
    row: &Ticket,
) -> Result<Option<(ObjectRef, Vec<Hand>)>, ActError> {
    if let Some(id) = page::article(&row.page) {
        return Ok(Some((id.object(), hand::of_article(write.reads(), id).await?)));
    }
    if let Some(id) = page::bulletin(&row.page) {
        return Ok(Some((id.object(), hand::of_bulletin(write.reads(), id).await?)));
    }
    Ok(None)
}

async fn name_of(write: &mut Write, actor: &Actor) -> Result<String, ActError> {
    let person = actor.person.ok_or(ActError::NotFound)?;
    Ok(person::find(write.reads(), person).await?.ok_or(ActError::NotFound)?.name)
}

async fn touched(write: &mut Write, object: ObjectRef, actor: &Actor) -> Result<bool, ActError> {
    let who = (actor.account, actor.person);
    Ok(objection::has_touched(write.reads(), object, who).await?)
}

async fn must_be_no_kin(write: &mut Write, of: &Unit, actor: &Actor) -> Result<(), ActError> {
    /// No organ is excepted: whoever belongs to the unit does not handle what is said of it.
    const NO_ORGAN: UnitId = UnitId(0);
    let below = unit::with_those_below(write.reads(), of.id).await?;
    let people: Vec<_> = actor.person.into_iter().collect();
    let today = instant::day(write.now());
    let unit = (of.id, of.name.as_str());
    for one in person::inspectors_on(write.reads(), &people, today).await? {
        recuse(&one, Concerned { organ: NO_ORGAN, unit, below: &below, subject: None })?;
    }
    Ok(())
}
