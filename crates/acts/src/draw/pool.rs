//! The pool (抽取池) and the rest of the terms, read from what a person wrote.

use super::DrawForm;
use crate::ActError;
use crate::wrong::Wrong;
use jiff::civil::Date;
use qz_domain::draw::{Cover, PURPOSE_MOST, Pooled};
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::spelled::Spelled;
use qz_domain::unit::{Line, Unit, UnitKind, named};

/// What stands between units that somebody typed.
const BETWEEN: [char; 6] = ['\n', '、', '，', ',', '；', ';'];

/// What was written, read.
pub(super) struct Written {
    pub purpose: String,
    pub is_sealed: bool,
    pub pool: Vec<Pooled>,
    pub take: usize,
}

impl Written {
    /// Reads a form, all faults at once, among the units there were on a day.
    pub fn read(
        form: &DrawForm,
        organ: &Unit,
        (units, day): (&[Unit], Date),
    ) -> Result<Self, ActError> {
        let units: Vec<_> = units.iter().filter(|unit| unit.since <= day).cloned().collect();
        let mut wrong = Wrong::default();
        let purpose = wrong.note(field::text("what_for", &form.purpose, PURPOSE_MOST));
        let cover = wrong.note(field::word::<Cover>("cover", &form.cover));
        let pool = wrong.note(pool(form, organ, &units));
        let most = pool.as_ref().map_or(units.len(), Vec::len);
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let take = wrong.note(field::number("take", &form.take, 1, most));
        match (purpose, cover, pool, take.map(usize::try_from)) {
            (Some(purpose), Some(cover), Some(pool), Some(Ok(take))) => {
                Ok(Self { purpose, is_sealed: cover == Cover::Sealed, pool, take })
            }
            _ => Err(wrong.into()),
        }
    }
}

/// The pool, by code: the units that were typed, or all of a kind and a line. Nobody draws themselves.
fn pool(form: &DrawForm, organ: &Unit, units: &[Unit]) -> Result<Vec<Pooled>, FieldError> {
    let mut found = if form.units.trim().is_empty() {
        let all = of_kind_and_line(form, units)?;
        all.into_iter().filter(|unit| unit.parent.is_some() && unit.id != organ.id).collect()
    } else {
        typed(&form.units, organ, units)?
    };
    found.sort_by(|one, other| one.code.cmp(&other.code));
    found.dedup_by_key(|unit| unit.id);
    if found.is_empty() {
        return Err(FieldError::new("units", Fault::Missing));
    }
    let pooled =
        |unit: &Unit| Pooled { unit: unit.id, code: unit.code.clone(), name: unit.name.clone() };
    Ok(found.into_iter().map(pooled).collect())
}

fn of_kind_and_line<'a>(form: &DrawForm, units: &'a [Unit]) -> Result<Vec<&'a Unit>, FieldError> {
    let kind = chosen::<UnitKind>("kind", &form.kind)?;
    let line = chosen::<Line>("line", &form.line)?;
    if kind.is_none() && line.is_none() {
        return Err(FieldError::new("units", Fault::Missing));
    }
    let fits = |unit: &&Unit| {
        kind.is_none_or(|kind| unit.kind == kind) && line.is_none_or(|line| unit.line == line)
    };
    Ok(units.iter().filter(fits).collect())
}

fn chosen<T: Spelled>(name: &'static str, given: &str) -> Result<Option<T>, FieldError> {
    if given.trim().is_empty() { Ok(None) } else { field::word(name, given).map(Some) }
}

fn typed<'a>(given: &str, organ: &Unit, units: &'a [Unit]) -> Result<Vec<&'a Unit>, FieldError> {
    let each = given.split(BETWEEN).map(str::trim).filter(|one| !one.is_empty());
    let find = |one: &str| {
        let unit = named(units, one).filter(|unit| unit.id != organ.id);
        unit.ok_or_else(|| FieldError::new("units", Fault::Unknown(one.to_owned())))
    };
    each.map(find).collect()
}
