//! What anybody may know of tickets: what a page says of itself, and what is counted, by rows without a
//! word of what was told.

use super::row::number;
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::row::wide_row;
use crate::visit::list::NamedUnit;
use qz_domain::number::TicketNumber;
use qz_domain::spelled::Spelled;
use qz_domain::ticket::{Kind, Outcome, Stage};

/// What a public page says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageState {
    /// Since when it is kept from the public; empty when it is not.
    pub hidden_since: String,
    /// Whether it is so for good.
    pub is_removed: bool,
    /// What was corrected on it, the oldest first: the day, what it said, what is right.
    pub notes: Vec<PageNote>,
}

/// A correction that a page shows (更正说明).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageNote {
    /// The day.
    pub day: String,
    /// What the page says.
    pub was: String,
    /// What is right.
    pub became: String,
}

/// What the page of an address says of itself.
pub async fn page_state(conn: &mut Conn, path: &str) -> Result<PageState, StoreError> {
    const SQL: &str = "
        select hidden, coalesce(outcome, ''), was, became, coalesce(answered_on, ''), submitted_on
          from ticket
         where page = $1 and (hidden = 1 or outcome = 'corrected')
         order by id";
    type Row = (i64, String, String, String, String, String);
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).bind(path).fetch_all(c).await)?;
    let mut state = PageState::default();
    for (hidden, outcome, was, became, day, submitted_on) in rows {
        if hidden == 1 {
            state.is_removed |= outcome == Outcome::Removed.code();
            state.hidden_since = submitted_on;
        } else {
            state.notes.push(PageNote { day, was, became });
        }
    }
    Ok(state)
}

/// A figure of tickets (来件数): each is the count of its rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Figure {
    /// All that came.
    #[default]
    Received,
    /// Those answered.
    Answered,
    /// Those answered by their last day.
    InTime,
    /// Those that corrected a page.
    Corrected,
    /// Those reopened.
    Reopened,
}

impl Figure {
    /// Every figure, in the order they are shown.
    pub const ALL: [Self; 5] =
        [Self::Received, Self::Answered, Self::InTime, Self::Corrected, Self::Reopened];

    fn clause(self) -> &'static str {
        match self {
            Self::Received => "t.id > 0",
            Self::Answered => "t.stage in ('answered', 'closed')",
            Self::InTime => "t.stage in ('answered', 'closed') and t.answered_on <= t.answer_due",
            Self::Corrected => "t.outcome in ('corrected', 'removed')",
            Self::Reopened => "t.reopened = 1",
        }
    }
}

/// A ticket as anybody may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedTicket {
    /// The number on its receipt.
    pub number: TicketNumber,
    /// What it is about.
    pub kind: Kind,
    /// Where it stands.
    pub stage: Stage,
    /// The unit, of a complaint.
    pub unit: Option<NamedUnit>,
    /// The day it came.
    pub submitted_on: String,
    /// Until when it was to be answered; empty before it is accepted.
    pub answer_due: String,
    /// When it was answered; empty before.
    pub answered_on: String,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// Whether it was reopened.
    pub is_reopened: bool,
}

/// What is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CountedFilter {
    /// Which figure.
    pub figure: Figure,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// That came in this year.
    pub year: Option<i16>,
}

const COLUMNS: &str = "t.id, t.year, t.serial, t.kind, t.stage, coalesce(u.code, '') as u_code
     , coalesce(u.name, '') as u_name, coalesce(u.name_en, '') as u_en, t.submitted_on
     , coalesce(t.answer_due, '') as answer_due, coalesce(t.answered_on, '') as answered_on
     , coalesce(t.outcome, '') as outcome, t.reopened";

wide_row! {
    /// A row as it comes.
    Row {
        id: i64,
        year: i64,
        serial: i64,
        kind: String,
        stage: String,
        u_code: String,
        u_name: String,
        u_en: String,
        submitted_on: String,
        answer_due: String,
        answered_on: String,
        outcome: String,
        reopened: i64,
    }
}

fn counted(filter: CountedFilter) -> List {
    let mut list = List::new(COLUMNS, "ticket t left join unit u on u.id = t.unit");
    list.only(filter.figure.clause())
        .maybe("t.kind = $?", filter.kind.map(|kind| Value::Text(kind.code().to_owned())))
        .maybe("t.year = $?", filter.year.map(|year| Value::Int(i64::from(year))));
    list
}

/// How many tickets a figure counts.
pub async fn count(conn: &mut Conn, filter: CountedFilter) -> Result<i64, StoreError> {
    counted(filter).count(conn).await
}

/// The rows of a figure, by number: one page.
pub async fn rows(
    conn: &mut Conn,
    filter: CountedFilter,
    page: Page,
) -> Result<Vec<CountedTicket>, StoreError> {
    let rows: Vec<Row> = counted(filter).rows(conn, "t.year desc, t.serial desc", page).await?;
    rows.into_iter().map(read).collect()
}

/// The first and the last year in which any came.
pub async fn years(conn: &mut Conn) -> Result<Option<(i64, i64)>, StoreError> {
    const SQL: &str = "select min(year), max(year) from ticket";
    let (first, last): (Option<i64>, Option<i64>) =
        on_either!(conn, c => sqlx::query_as(SQL).fetch_one(c).await)?;
    Ok(first.zip(last))
}

fn read(row: Row) -> Result<CountedTicket, StoreError> {
    let corrupt = || StoreError::Corrupt { table: super::TABLE, id: row.id };
    let is_of_unit = !row.u_code.is_empty();
    let unit = NamedUnit { code: row.u_code, name: row.u_name, name_en: row.u_en };
    Ok(CountedTicket {
        number: number(row.year, row.serial, row.id)?,
        kind: Kind::from_code(&row.kind).ok_or_else(corrupt)?,
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        unit: is_of_unit.then_some(unit),
        submitted_on: row.submitted_on,
        answer_due: row.answer_due,
        answered_on: row.answered_on,
        outcome: Outcome::from_code(&row.outcome),
        is_reopened: row.reopened == 1,
    })
}
