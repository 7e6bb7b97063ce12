//! Lists of punches and of lines that were set aside.

use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::visit::read_instant;
use jiff::Timestamp;
use jiff::civil::Date;
use qz_domain::id::{PersonId, TerminalId};
use qz_domain::punch::{Clock, Reason};
use qz_domain::spelled::Spelled;

/// One punch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PunchLine {
    /// The instant it is taken to be of.
    pub at: Timestamp,
    /// What the terminal's clock showed.
    pub shown: String,
    /// What is known of that.
    pub clock: Clock,
    /// The terminal's number of whoever it was.
    pub pin: String,
    /// Their number and name; `None` when nobody is mapped on that day.
    pub person: Option<(String, String)>,
    /// The terminal: its number in the store and its name.
    pub terminal: (TerminalId, String),
    /// Status and way of checking as sent.
    pub raw: (i64, i64),
}

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PunchFilter {
    /// Only those of a terminal.
    pub terminal: Option<TerminalId>,
    /// Only those that are nobody's.
    pub is_unmatched: bool,
}

const COLUMNS: &str =
    "p.batch, p.at, p.shown, p.clock, p.pin, e.number, e.name, t.id, t.name, p.status, p.verify";
const FROM: &str = "punch p join terminal t on t.id = p.terminal
      left join terminal_pin m on m.numbering = t.numbering and m.pin = p.pin
            and m.since <= substr(p.shown, 1, 10) and (m.until is null or m.until >= substr(p.shown, 1, 10))
      left join person e on e.id = m.person";

type Row =
    (i64, i64, String, String, String, Option<String>, Option<String>, i64, String, i64, i64);

/// The punches of one page, of a terminal the latest first, of all those that were sent last, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    filter: &PunchFilter,
    page: Page,
) -> Result<(Vec<PunchLine>, i64), StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    list.maybe("p.terminal = $?", filter.terminal.map(|id| Value::Int(id.0)));
    if filter.is_unmatched {
        list.only("m.id is null");
    }
    let total = list.count(conn).await?;
    let order = match filter.terminal {
        Some(_) => "p.shown desc, p.batch desc, p.line desc",
        None => "p.batch desc, p.at desc, p.line desc",
    };
    let rows: Vec<Row> = list.rows(conn, order, page).await?;
    let lines = rows.into_iter().map(read).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

fn read(
    (batch, at, shown, clock, pin, number, name, terminal, called, status, verify): Row,
) -> Result<PunchLine, StoreError> {
    Ok(PunchLine {
        at: read_instant(at, "punch", batch)?,
        shown: shown.replace('T', " "),
        clock: Clock::from_code(&clock).ok_or(StoreError::Corrupt { table: "punch", id: batch })?,
        pin,
        person: number.zip(name),
        terminal: (TerminalId(terminal), called),
        raw: (status, verify),
    })
}

/// A line that was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AsideLine {
    /// When it was received.
    pub received_at: Timestamp,
    /// Its number in its upload.
    pub number: i64,
    /// Why.
    pub reason: Reason,
    /// What it says.
    pub body: String,
}

/// What was set aside of a terminal, the latest first, and how many there are in all.
pub async fn asides(
    conn: &mut Conn,
    terminal: TerminalId,
    page: Page,
) -> Result<(Vec<AsideLine>, i64), StoreError> {
    let mut list = List::new(
        "b.id, b.received_at, a.line, a.reason, a.body",
        "punch_aside a join terminal_batch b on b.id = a.batch",
    );
    list.with("b.terminal = $?", Value::Int(terminal.0));
    let total = list.count(conn).await?;
    let rows: Vec<(i64, i64, i64, String, String)> =
        list.rows(conn, "b.id desc, a.line", page).await?;
    let line = |(id, received, number, reason, body): (i64, i64, i64, String, String)| {
        let reason = Reason::from_code(&reason);
        Ok(AsideLine {
            received_at: read_instant(received, "terminal_batch", id)?,
            number,
            reason: reason.ok_or(StoreError::Corrupt { table: "punch_aside", id })?,
            body,
        })
    };
    let lines = rows.into_iter().map(line).collect::<Result<_, StoreError>>()?;
    Ok((lines, total))
}

/// The punches of a person on a day and the next morning, in the order of time; 50 at most.
pub async fn of_day(
    conn: &mut Conn,
    person: PersonId,
    day: Date,
) -> Result<Vec<PunchLine>, StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    let next = day.tomorrow().unwrap_or(day);
    list.with("e.id = $?", Value::Int(person.0));
    list.with("p.shown >= $?", Value::Text(day.to_string()));
    list.with("p.shown < $?", Value::Text(format!("{next}T12")));
    let some = Page { size: 50, skip: 0 };
    let rows: Vec<Row> = list.rows(conn, "p.at, p.batch, p.line", some).await?;
    rows.into_iter().map(read).collect()
}
