//! File for an item (填报): the form filled in, an entry of a register, or that there was nothing. Once an item; what comes
//! later corrects it.

use super::answer::answer;
use super::load::{Around, around, filed_by, filled, recorded};
use super::{Filed, Given, form};
use crate::ActError;
use crate::matter::{self, PaperForm};
use crate::run::{Scheme, bound, owed_item};
use jiff::civil::Date;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::filing::{Filing, FilingKind, FilingRefusal};
use qz_domain::id::{AccountId, AdoptionId, FilingId, UnitId};
use qz_domain::refusal::Refusal;
use qz_mechanism::block::Block;
use qz_mechanism::grammar::{Key, Kind};
use qz_store::{Act, Subject, Write, filing};

/// What somebody files.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilingForm {
    /// The element, by its title.
    pub element: String,
    /// The first day of the cycle; for an entry of a register the day it is of, today where it is empty.
    pub cycle: String,
    /// The unit: a code or a name.
    pub unit: String,
    /// What it answers, by its number in the store: an entry, or what was asked about a prompt; empty otherwise.
    pub answers: String,
    /// Whether there was nothing, as a register with zero reports may say.
    pub is_nothing: bool,
    /// The values.
    pub fields: Vec<Given>,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Files for an item.
#[derive(Debug, Clone)]
pub struct MakeFiling {
    /// Who files it.
    pub actor: AccountId,
    /// For which scheme.
    pub adoption: AdoptionId,
    /// What.
    pub form: FilingForm,
}

impl Act for MakeFiling {
    type Receipt = Filed;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Filed, ActError> {
        let Self { actor, adoption, form } = self;
        if !form.answers.trim().is_empty() {
            return answer(write, actor, (adoption, &form)).await;
        }
        let scheme = Scheme::load(write.reads(), adoption).await?;
        let action = filed_by(scheme.element(&form.element)?);
        let around = around(write, (actor, action), (adoption, &form.unit)).await?;
        let Around { scheme, unit, actor } = &around;
        let element = scheme.element(&form.element)?;
        let doing = matter::alone(write, actor, &form.paper, None).await?;
        let cycle = cycle(&form, element, doing.day)?;
        if cycle > doing.day {
            return Err(Refusal::from(FilingRefusal::NotBegun { day: cycle }).into());
        }
        let is_entry = element.kind() == Some(Kind::Register) && !form.is_nothing;
        if is_entry {
            must_be_bound(write, scheme, (cycle, unit.id)).await?;
        } else {
            must_be_owed(write, scheme, (element, cycle, unit.id)).await?;
        }
        let kind = if form.is_nothing { FilingKind::Nothing } else { FilingKind::Filled };
        let fields = match kind {
            FilingKind::Filled => form::read(write.reads(), element, &form.fields).await?,
            _ => vec![],
        };
        let by = doing.by.first().copied().ok_or(ActError::NotFound)?;
        let made = Filing { kind, ..filled((scheme, element), (unit.id, cycle), (by, doing.day)) };
        let made = Filing { id: FilingId(write.next_id()), fields, ..made };
        filing::insert(write, &made).await?;
        let deed = doing.act(action, made.id.object(), actor);
        write.record(recorded(scheme, element, deed)).await?;
        Ok(Filed { filing: made.id })
    }
}

/// The day the cycle begins, or the day an entry is of.
fn cycle(form: &FilingForm, element: &Block, today: Date) -> Result<Date, ActError> {
    let is_register = element.kind() == Some(Kind::Register);
    if form.is_nothing && !(is_register && element.is(Key::ZeroReport)) {
        return Err(FieldError::new("is_nothing", Fault::Unknown(form.element.clone())).into());
    }
    match form.cycle.trim() {
        "" if is_register && !form.is_nothing => Ok(today),
        given => Ok(field::day("cycle", given)?),
    }
}

/// An entry is of a unit the scheme binds, on a day it is in force.
async fn must_be_bound(
    write: &mut Write,
    scheme: &Scheme,
    (day, unit): (Date, UnitId),
) -> Result<(), ActError> {
    let is_bound = bound(write.reads(), scheme).await?.iter().any(|one| one.id == unit);
    let reign = &scheme.reign;
    let (from, until) = (reign.first, reign.last_start.unwrap_or(Date::MAX));
    if !is_bound {
        return Err(ActError::NotFound);
    }
    if day < from || day > until {
        return Err(FieldError::new("cycle", Fault::OutsideDays { from, until }).into());
    }
    Ok(())
}

/// What is not an entry is owed once.
async fn must_be_owed(
    write: &mut Write,
    scheme: &Scheme,
    (element, cycle, unit): (&Block, Date, UnitId),
) -> Result<(), ActError> {
    let conn = write.reads();
    let turn = owed_item(conn, scheme, (element.title(), cycle, unit)).await?;
    let id = scheme.adoption.id;
    let before = if element.kind() == Some(Kind::Register) {
        let all = filing::of_adoption(conn, id, turn.cycle).await?.into_iter();
        all.filter(|one| one.element == element.title() && one.unit == unit).collect()
    } else {
        filing::of_item(conn, (id, element.title()), (cycle, unit)).await?
    };
    match before.first() {
        Some(one) => Err(Refusal::from(FilingRefusal::FiledBefore { day: one.filed_on }).into()),
        None => Ok(()),
    }
}
