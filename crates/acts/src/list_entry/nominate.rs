//! Nominate for the red list (推荐): by anybody of the county; a person only with their own written consent.

use super::{ListEntryMade, add};
use crate::actor::Actor;
use crate::matter::{self, Doing, PaperForm, Setting};
use crate::organisation::named_unit;
use crate::person::named_standing;
use crate::wrong::Wrong;
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, ListEntryId, PersonId};
use qz_domain::list_entry::{
    Board, ListEntry, ListRefusal, PAPER_MOST, Stage, Step, TEXT_MOST, TRANSITIONS,
};
use qz_domain::matter::Part;
use qz_domain::power::Concern;
use qz_domain::procedure::{self, Stepped};
use qz_domain::refusal::Refusal;
use qz_domain::unit::Unit;
use qz_store::{Act, Write};

/// Who is nominated, and for what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NominationForm {
    /// The unit, by code or name; empty when it is a person.
    pub unit: String,
    /// The person, by work number or name; empty when it is a unit.
    pub person: String,
    /// For what.
    pub reason: String,
    /// The number of the person's written consent.
    pub consent: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Nominates a unit or a person for the red list.
#[derive(Debug, Clone)]
pub struct NominateForList {
    /// Who nominates.
    pub actor: AccountId,
    /// Whom, and for what.
    pub form: NominationForm,
}

impl Act for NominateForList {
    type Receipt = ListEntryMade;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ListEntryMade, ActError> {
        let Self { actor, form } = self;
        let actor = nominator(write, actor).await?;
        let (reason, consent) = read(&form)?;
        let doing = matter::alone(write, &actor, &form.paper, None).await?;
        let (unit, person) = nominee(write, &form, &doing).await?;
        if let Some((_, name)) = &person
            && consent.is_empty()
        {
            let person = name.clone();
            return Err(Refusal::from(ListRefusal::NoConsent { person }).into());
        }
        let person = person.map(|(person, _)| person);
        let guards = procedure::find(TRANSITIONS, None, Step::Nominate)?.guards;
        let (organ, part) = (unit.id, Part::Nominated);
        let setting = Setting { part, guards, hands: &[], organ, unit: &unit, subject: None };
        let hands = matter::screen(write, setting, &doing).await?;
        let entry = ListEntry {
            person,
            reason,
            consent,
            ..blank(write, (Board::Red, Stage::Nominated), &unit, &doing)
        };
        add(write, (Step::Nominate, &actor), &entry, (doing, hands)).await
    }
}

async fn nominator(write: &mut Write, account: AccountId) -> Result<Actor, ActError> {
    let forbidden = || ActError::Forbidden(Action::ListNominate);
    let actor = power::actor(write.reads(), account).await?.ok_or_else(forbidden)?;
    let people = vec![actor.person.ok_or(ActError::NotFound)?];
    let concern = Concern { stage: "", people, units: vec![] };
    let may = power::may(&actor, Step::Nominate.action(), &concern);
    if may { Ok(actor) } else { Err(forbidden()) }
}

fn read(form: &NominationForm) -> Result<(String, String), ActError> {
    let mut faults = Wrong::default();
    if form.unit.trim().is_empty() && form.person.trim().is_empty() {
        let missing = FieldError::new("nominee_unit", Fault::Missing);
        faults.note(Err::<(), _>(missing));
    }
    let reason = faults.note(field::text("reason", &form.reason, TEXT_MOST));
    let consent = faults.note(field::optional_text("consent", &form.consent, PAPER_MOST));
    faults.none()?;
    reason.zip(consent).ok_or(ActError::NotFound)
}

/// The unit that was named, or the person with the unit of that day and their name.
async fn nominee(
    write: &mut Write,
    form: &NominationForm,
    doing: &Doing,
) -> Result<(Unit, Option<(PersonId, String)>), ActError> {
    if form.person.trim().is_empty() {
        return Ok((named_unit(write.reads(), "nominee_unit", &form.unit).await?, None));
    }
    let (found, unit) = named_standing(write, ("nominee", &form.person), doing.day).await?;
    Ok((unit, Some((found.person, found.name))))
}

/// An entry with nothing said of it yet.
pub(super) fn blank(
    write: &mut Write,
    (board, stage): (Board, Stage),
    unit: &Unit,
    doing: &Doing,
) -> ListEntry {
    ListEntry {
        id: ListEntryId(write.next_id()),
        board,
        unit: unit.id,
        person: None,
        decision: None,
        stage,
        reason: String::new(),
        consent: String::new(),
        proposed_on: doing.day,
        statement_due: None,
        statement: String::new(),
        office: None,
        verified: String::new(),
        assessment: None,
        noticed_on: None,
        notice_due: None,
        expiry: None,
        objected_on: None,
        held_until: None,
        removed_on: None,
        removal: String::new(),
        latest_on: doing.day,
        version: 1,
    }
}
