//! Say why nothing is owed for an item (免报): by whoever runs the scheme or leads the county, and never by anybody of the unit.

use super::Filed;
use super::answer::number_of;
use crate::adoption::concern;
use crate::matter::{self, PaperForm};
use crate::organisation::named_unit;
use crate::run::{Opening, Scheme, openings, owed_item};
use crate::{ActError, calendar, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::filing::{Filing, FilingKind, FilingRefusal, REASON_MOST};
use qz_domain::id::{AccountId, AdoptionId, FilingId, UnitId};
use qz_domain::refusal::Refusal;
use qz_store::{Act, Conn, Subject, Write, filing};

/// What somebody says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExcuseForm {
    /// The element, by its title.
    pub element: String,
    /// The first day of the cycle.
    pub cycle: String,
    /// The unit: a code or a name.
    pub unit: String,
    /// The entry it would answer, by its number in the store; empty where its cycle asks for it.
    pub answers: String,
    /// Why nothing is owed.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Says why nothing is owed for an item.
#[derive(Debug, Clone)]
pub struct ExcuseFiling {
    /// Who says so.
    pub actor: AccountId,
    /// In which scheme.
    pub adoption: AdoptionId,
    /// What.
    pub form: ExcuseForm,
}

impl Act for ExcuseFiling {
    type Receipt = Filed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Filed, ActError> {
        let Self { actor, adoption, form } = self;
        let scheme = Scheme::load(write.reads(), adoption).await?;
        let action = Action::FilingExcuse;
        let concern = concern(&scheme.adoption, &scheme.unit);
        let actor = power::require(write, actor, action, &concern).await?;
        let unit = named_unit(write.reads(), "filing_unit", &form.unit).await?;
        let cycle = field::day("cycle", &form.cycle)?;
        let reason = field::text("reason", &form.reason, REASON_MOST)?;
        let conn = write.reads();
        let answers = number_of(&form.answers)?;
        let element = if let Some(id) = answers {
            must_be_opened(conn, &scheme, (id, &form.element, (cycle, unit.id))).await?;
            form.element.clone()
        } else {
            let turn = owed_item(conn, &scheme, (&form.element, cycle, unit.id)).await?;
            turn.element.title().to_owned()
        };
        let before = filing::of_item(conn, (adoption, &element), (cycle, unit.id)).await?;
        if let Some(one) = before.iter().find(|one| one.answers == answers) {
            return Err(Refusal::from(FilingRefusal::FiledBefore { day: one.filed_on }).into());
        }
        let doing = matter::alone(write, &actor, &form.paper, None).await?;
        matter::must_be_outside(write, &unit, &doing).await?;
        let made = Filing {
            id: FilingId(write.next_id()),
            adoption,
            element,
            cycle,
            unit: unit.id,
            kind: FilingKind::Excused,
            fields: vec![],
            reason,
            corrects: None,
            answers,
            asked: None,
            by: doing.by.first().copied().ok_or(ActError::NotFound)?,
            filed_on: doing.day,
        };
        filing::insert(write, &made).await?;
        write.record(doing.act(action, made.id.object(), &actor)).await?;
        Ok(Filed { filing: made.id })
    }
}

/// An item that an entry opened for the unit: what is sealed, and what somebody is asked, nobody takes off them.
async fn must_be_opened(
    conn: &mut Conn,
    scheme: &Scheme,
    (id, element, (cycle, unit)): (FilingId, &str, (Date, UnitId)),
) -> Result<(), ActError> {
    let opener = filing::find(conn, id).await?.filter(|one| one.adoption == scheme.adoption.id);
    let opener = opener.ok_or(ActError::NotFound)?;
    let calendar = calendar::known(conn).await?;
    let all = openings(scheme, std::slice::from_ref(&opener), &calendar);
    let is_it = |one: &Opening<'_>| {
        let is_sealed = scheme.mechanism.is_sealed(one.turn.element);
        one.turn.element.title() == element && opener.asked.is_none() && !is_sealed
    };
    let is_there = (opener.cycle, opener.unit) == (cycle, unit) && all.iter().any(is_it);
    if is_there { Ok(()) } else { Err(ActError::NotFound) }
}
