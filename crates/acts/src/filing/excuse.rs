//! Say why nothing is owed for an item (免报): by whoever runs the scheme or leads the county, and never by anybody of the unit.

use super::Filed;
use crate::adoption::concern;
use crate::matter::{self, PaperForm};
use crate::organisation::named_unit;
use crate::run::{Scheme, owed_item};
use crate::{ActError, power};
use qz_domain::action::Action;
use qz_domain::field;
use qz_domain::filing::{Filing, FilingKind, FilingRefusal, REASON_MOST};
use qz_domain::id::{AccountId, AdoptionId, FilingId};
use qz_domain::refusal::Refusal;
use qz_store::{Act, Subject, Write, filing};

/// What somebody says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExcuseForm {
    /// The element, by its title.
    pub element: String,
    /// The first day of the cycle.
    pub cycle: String,
    /// The unit: a code or a name.
    pub unit: String,
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
        let turn = owed_item(conn, &scheme, (&form.element, cycle, unit.id)).await?;
        let element = turn.element.title().to_owned();
        let before = filing::of_item(conn, (adoption, &element), (cycle, unit.id)).await?;
        if let Some(one) = before.first() {
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
            by: doing.by.first().copied().ok_or(ActError::NotFound)?,
            filed_on: doing.day,
        };
        filing::insert(write, &made).await?;
        write.record(doing.act(action, made.id.object(), &actor)).await?;
        Ok(Filed { filing: made.id })
    }
}
