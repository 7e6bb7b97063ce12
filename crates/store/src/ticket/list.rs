//! Lists of tickets for the desk: those of the office, and those a unit was given.

use super::row::number;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::row::wide_row;
use crate::visit::list::NamedUnit;
use jiff::civil::Date;
use qz_domain::id::{TicketId, UnitId};
use qz_domain::number::TicketNumber;
use qz_domain::spelled::Spelled;
use qz_domain::ticket::{Kind, Outcome, Stage};

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketLine {
    /// Number in the store.
    pub id: TicketId,
    /// The number on its receipt.
    pub number: TicketNumber,
    /// What it is about.
    pub kind: Kind,
    /// Where it stands.
    pub stage: Stage,
    /// The unit complained of.
    pub unit: Option<NamedUnit>,
    /// The page that is wrong; empty for a complaint.
    pub page: String,
    /// The window or service.
    pub service: String,
    /// What is told; empty once it is erased.
    pub body: String,
    /// The day it came.
    pub submitted_on: String,
    /// The last day of the term that runs; empty once it is closed.
    pub due: String,
    /// Who has it in hand, by name; empty before.
    pub handler: String,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// When it was answered; empty before.
    pub answered_on: String,
    /// Whether the page is kept from the public.
    pub is_hidden: bool,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// All of them.
    All,
    /// Those this unit was given.
    GivenTo(UnitId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TicketFilter {
    /// What it is about.
    pub kind: Option<Kind>,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// On or after the first of these days, on or before the last.
    pub days: Option<(Date, Date)>,
    /// With these words in what is told, in the page or in the service.
    pub words: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum TicketSort {
    /// The first due first, what is closed last.
    #[default]
    Due,
    /// Latest first.
    Latest,
    /// By number.
    Number,
}

impl TicketSort {
    fn order(self) -> &'static str {
        match self {
            Self::Due => "case when t.stage = 'closed' then 1 else 0 end, due, t.id",
            Self::Latest => "t.submitted_on desc, t.id desc",
            Self::Number => "t.year, t.serial",
        }
    }
}

const COLUMNS: &str = "t.id, t.year, t.serial, t.kind, t.stage, coalesce(u.code, '') as u_code
     , coalesce(u.name, '') as u_name, coalesce(u.name_en, '') as u_en, t.page, t.service, t.body
     , t.submitted_on
     , case when t.stage in ('submitted', 'reopened') then t.accept_due
            when t.stage in ('accepted', 'handed_over', 'reported') then t.answer_due
            when t.stage = 'answered' then t.unsolved_due
            else '' end as due
     , coalesce(p.name, '') as handler, coalesce(t.outcome, '') as outcome
     , coalesce(t.answered_on, '') as answered_on, t.hidden";
const FROM: &str =
    "ticket t left join unit u on u.id = t.unit left join person p on p.id = t.handler";
/// Finds words without wildcards: a text that shrinks when they are taken out has them.
const WORDS: &str = "replace(t.body, $?, '') <> t.body or replace(t.page, $?, '') <> t.page
    or replace(t.service, $?, '') <> t.service or replace(coalesce(u.name, ''), $?, '') <> u.name";

wide_row! {
    /// A line as it comes.
    Row {
        id: i64,
        year: i64,
        serial: i64,
        kind: String,
        stage: String,
        u_code: String,
        u_name: String,
        u_en: String,
        page: String,
        service: String,
        body: String,
        submitted_on: String,
        due: String,
        handler: String,
        outcome: String,
        answered_on: String,
        hidden: i64,
    }
}

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    seen: &[Seen],
    filter: &TicketFilter,
    sort: TicketSort,
    page: Page,
) -> Result<(Vec<TicketLine>, i64), StoreError> {
    let text = |code: &'static str| Value::Text(code.to_owned());
    let (from, until) = filter.days.unzip();
    let mut list = List::new(COLUMNS, FROM);
    list.any(seen.iter().map(choice).collect())
        .maybe("t.kind = $?", filter.kind.map(|kind| text(kind.code())))
        .maybe("t.stage = $?", filter.stage.map(|stage| text(stage.code())))
        .maybe("t.outcome = $?", filter.outcome.map(|outcome| text(outcome.code())))
        .maybe("t.submitted_on >= $?", from.map(|day| Value::Text(day.to_string())))
        .maybe("t.submitted_on <= $?", until.map(|day| Value::Text(day.to_string())))
        .maybe(WORDS, filter.words.clone().map(Value::Text));
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    Ok((rows.into_iter().map(read).collect::<Result<_, _>>()?, total))
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        Seen::GivenTo(unit) => ("t.unit = $? and t.handed_on is not null", Value::Int(unit.0)),
    }
}

fn read(row: Row) -> Result<TicketLine, StoreError> {
    let corrupt = || StoreError::Corrupt { table: super::TABLE, id: row.id };
    let is_of_unit = !row.u_code.is_empty();
    let unit = NamedUnit { code: row.u_code, name: row.u_name, name_en: row.u_en };
    Ok(TicketLine {
        id: TicketId(row.id),
        number: number(row.year, row.serial, row.id)?,
        kind: Kind::from_code(&row.kind).ok_or_else(corrupt)?,
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        unit: is_of_unit.then_some(unit),
        page: row.page,
        service: row.service,
        body: row.body,
        submitted_on: row.submitted_on,
        due: row.due,
        handler: row.handler,
        outcome: Outcome::from_code(&row.outcome),
        answered_on: row.answered_on,
        is_hidden: row.hidden == 1,
    })
}
