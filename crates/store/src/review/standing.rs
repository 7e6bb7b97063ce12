//! How served decisions stand, as SQL: the only place that says so. Whatever counts, lists or shows decisions
//! asks here, so that one served review reaches all of it at once.

use crate::accountability::read_document_number;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::person::read_day;
use jiff::civil::Date;
use qz_domain::id::AccountabilityId;
use qz_domain::number::DocumentNumber;
use qz_domain::review::{Outcome, Standing};
use qz_domain::spelled::Spelled;

/// Whether a decision stands no more.
macro_rules! fallen {
    ($decision:literal) => {
        concat!(
            "exists (select 1 from review w where w.accountability = ",
            $decision,
            ".id and w.stage = 'served' and w.outcome in ('cancelled', 'sent_back'))"
        )
    };
}

/// Whether a review changed a decision, or felled it.
macro_rules! changed {
    ($decision:literal) => {
        concat!(
            "exists (select 1 from review w where w.accountability = ",
            $decision,
            ".id and w.stage = 'served' and w.outcome <> 'upheld')"
        )
    };
}

/// Whether a decision is under review, 0 or 1.
macro_rules! under_review {
    ($decision:literal) => {
        concat!(
            "(select count(*) from review w where w.accountability = ",
            $decision,
            ".id and w.stage in ('lodged', 'accepted', 'decided'))"
        )
    };
}

/// What the latest review that changed a decision made of it.
macro_rules! outcome {
    ($decision:literal) => {
        concat!(
            "(select w.outcome from review w where w.accountability = ",
            $decision,
            ".id and w.stage = 'served' and w.outcome <> 'upheld' order by w.id desc limit 1)"
        )
    };
}

/// The measure that stands: the one decided, or the lighter one of the latest review that varied it.
macro_rules! measure_now {
    ($decision:literal) => {
        concat!(
            "coalesce((select w.measure from review w where w.accountability = ",
            $decision,
            ".id and w.stage = 'served' and w.outcome = 'varied' order by w.id desc limit 1), ",
            $decision,
            ".measure)"
        )
    };
}

pub(crate) use {changed, fallen, measure_now, outcome, under_review};

/// Reads what [`under_review!`] and [`outcome!`] say of a decision.
pub(crate) fn read(
    reviews: i64,
    outcome: Option<&str>,
    (table, id): (&'static str, i64),
) -> Result<Standing, StoreError> {
    let corrupt = || StoreError::Corrupt { table, id };
    Ok(Standing {
        outcome: outcome.map(|code| Spelled::from_code(code).ok_or_else(corrupt)).transpose()?,
        is_under_review: reviews > 0,
    })
}

/// What the latest review that changed a decision made of it, as anybody may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What.
    pub outcome: Outcome,
    /// The number of the review's decision.
    pub number: Option<DocumentNumber>,
    /// From which day on.
    pub served_on: Date,
}

/// The marks of those of these decisions that a review changed, the latest of each.
pub async fn marks(
    conn: &mut Conn,
    ids: &[AccountabilityId],
) -> Result<Vec<(AccountabilityId, Mark)>, StoreError> {
    type Row = (i64, i64, String, Option<i64>, Option<i64>, String);
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let columns = "w.id, w.accountability, w.outcome, w.year, w.serial, w.served_on";
    let mut list = List::new(columns, "review w");
    list.only("w.stage = 'served' and w.outcome <> 'upheld'");
    list.any(ids.iter().map(|id| ("w.accountability = $?", Value::Int(id.0))).collect());
    let rows: Vec<Row> = list.rows(conn, "w.id desc", Page::all()).await?;
    let read = |(id, whose, outcome, year, serial, served_on): Row| {
        let corrupt = || StoreError::Corrupt { table: "review", id };
        let mark = Mark {
            outcome: Spelled::from_code(&outcome).ok_or_else(corrupt)?,
            number: read_document_number(year, serial).map_err(|()| corrupt())?,
            served_on: read_day(&served_on, "review", id)?,
        };
        Ok((AccountabilityId(whose), mark))
    };
    rows.into_iter().map(read).collect()
}

#[cfg(test)]
mod tests {
    use qz_domain::review::{Outcome, Stage, TRANSITIONS};
    use qz_domain::spelled::Spelled;

    #[test]
    fn the_statements_say_what_the_stages_and_outcomes_mean() {
        for outcome in Outcome::ALL {
            let word = format!("'{}'", outcome.code());
            assert_eq!(fallen!("a").contains(&word), outcome.fells(), "{outcome:?}");
        }
        for stage in Stage::ALL {
            let is_open = TRANSITIONS.iter().any(|row| row.from == Some(*stage));
            let word = format!("'{}'", stage.code());
            assert_eq!(under_review!("a").contains(&word), is_open, "{stage:?}");
        }
        assert!(changed!("a").contains(&format!("<> '{}'", Outcome::Upheld.code())));
        assert!(outcome!("a").contains(&format!("<> '{}'", Outcome::Upheld.code())));
        assert!(measure_now!("a").contains(&format!("= '{}'", Outcome::Varied.code())));
    }
}
