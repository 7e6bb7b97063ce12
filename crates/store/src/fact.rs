//! Facts (事实) as the records give them: one statement a source, asked once for each period, read by the names of its columns.
//!
//! A statement selects the record's number, whom and which unit the row is about, then the fields. Only what stands is selected:
//! each statement says itself what that is.

mod bulletin;
mod decision;
mod duty;
mod feed;
mod finding;
mod meeting;
mod rectification;
mod request;
mod staff;
mod text;
mod ticket;
mod visit;

pub use bulletin::BULLETINS;
pub use decision::DECISIONS;
pub use duty::DUTIES;
pub use feed::Feed;
pub use finding::FINDINGS;
pub use meeting::MEETINGS;
pub use rectification::RECTIFICATIONS;
pub use request::REQUESTS;
pub use staff::STAFF;
pub use ticket::TICKETS;
pub use visit::VISITS;

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::Value;
use crate::person::read_day;
use crate::visit::figure::Span;
use feed::Bind;
use jiff::Timestamp;
use jiff::civil::Date;
use qz_domain::fact::{Fact, FactColumn, FactKind, FactRow, FactTable};
use qz_domain::id::{PersonId, UnitId};
use sqlx::{ColumnIndex, Decode, Row, Type};

/// What a reader may see of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// Every row.
    All,
    /// What concerns these units, as the lists of the source understand it.
    Units(Vec<UnitId>),
}

/// What a source is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The periods, each from its first day to its last.
    pub periods: Vec<(Date, Date)>,
    /// The day on which it is asked; a period that has not begun has no rows.
    pub today: Date,
    /// What is seen.
    pub sight: Sight,
    /// Who reads; `None` where nobody in person does.
    pub viewer: Option<PersonId>,
}

impl Asked {
    /// The periods that have begun, each with its place.
    pub fn begun(&self) -> impl Iterator<Item = (usize, (Date, Date))> {
        let periods = self.periods.iter().copied().enumerate();
        periods.filter(|(_, (from, _))| *from <= self.today)
    }

    /// Whether what concerns some units is seen.
    pub fn sees(&self, units: &[UnitId]) -> bool {
        match &self.sight {
            Sight::All => true,
            Sight::Units(seen) => units.iter().any(|unit| seen.contains(unit)),
        }
    }

    fn value(&self, (from, to): (Date, Date), bind: Bind) -> Value {
        let day = |day: Date| Value::Text(day.to_string());
        match bind {
            Bind::From => day(from),
            Bind::To => day(to),
            Bind::FromMs => Value::Int(Span::days(from, to).start_ms()),
            Bind::UntilMs => Value::Int(Span::days(from, to).end_ms()),
            Bind::End => day(to.min(self.today)),
            Bind::Today => day(self.today),
            Bind::Sight => Value::Text(self.seen()),
            Bind::Viewer => Value::Int(self.viewer.map_or(0, |person| person.0)),
        }
    }

    /// What is seen as one text: `*`, or the units between commas.
    fn seen(&self) -> String {
        match &self.sight {
            Sight::All => "*".to_owned(),
            Sight::Units(units) => {
                units.iter().fold(",".to_owned(), |text, unit| format!("{text}{},", unit.0))
            }
        }
    }
}

/// What a source says of the periods asked for.
///
/// # Errors
/// When the store fails.
pub async fn table(conn: &mut Conn, feed: &Feed, asked: &Asked) -> Result<FactTable, StoreError> {
    let mut rows = vec![];
    for (period, span) in asked.begun() {
        rows.extend(rows_of(conn, feed, (asked, period, span)).await?);
    }
    Ok(FactTable { columns: feed.columns.to_vec(), rows, known_on: asked.today })
}

async fn rows_of(
    conn: &mut Conn,
    feed: &Feed,
    (asked, period, span): (&Asked, usize, (Date, Date)),
) -> Result<Vec<FactRow>, StoreError> {
    on_either!(conn, c => {
        let mut query = sqlx::query(feed.sql);
        for bind in feed.binds {
            query = match asked.value(span, *bind) {
                Value::Int(value) => query.bind(value),
                Value::Text(value) => query.bind(value),
            };
        }
        let rows = query.fetch_all(c).await?;
        rows.iter().map(|row| read(row, (feed.columns, period))).collect()
    })
}

fn read<'r, R>(row: &'r R, (columns, period): (&[FactColumn], usize)) -> Result<FactRow, StoreError>
where
    R: Row,
    for<'n> &'n str: ColumnIndex<R>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
{
    let person: Option<i64> = row.try_get("person")?;
    let number: Option<String> = row.try_get("person_number")?;
    let unit: Option<i64> = row.try_get("unit")?;
    let code: Option<String> = row.try_get("unit_code")?;
    Ok(FactRow {
        record: row.try_get("record")?,
        person: person.map(PersonId).zip(number),
        unit: unit.map(UnitId).zip(code),
        period,
        facts: columns.iter().map(|column| fact(row, *column)).collect::<Result<_, _>>()?,
    })
}

fn fact<'r, R>(
    row: &'r R,
    FactColumn { name, kind }: FactColumn,
) -> Result<Option<Fact>, StoreError>
where
    R: Row,
    for<'n> &'n str: ColumnIndex<R>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
{
    let corrupt = || StoreError::Corrupt { table: name, id: 0 };
    if matches!(kind, FactKind::Text | FactKind::Day) {
        let text: Option<String> = row.try_get(name)?;
        let Some(text) = text else { return Ok(None) };
        let is_day = kind == FactKind::Day;
        let fact = if is_day { Fact::Day(read_day(&text, name, 0)?) } else { Fact::Text(text) };
        return Ok(Some(fact));
    }
    let number: Option<i64> = row.try_get(name)?;
    let Some(number) = number else { return Ok(None) };
    let fact = match kind {
        FactKind::Truth => Fact::Truth(number != 0),
        FactKind::Instant => {
            Fact::Instant(Timestamp::from_millisecond(number).map_err(|_| corrupt())?)
        }
        _ => Fact::Whole(number),
    };
    Ok(Some(fact))
}

#[cfg(test)]
mod tests;
