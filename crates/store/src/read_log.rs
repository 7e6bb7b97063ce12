//! Reads of a person's record (查阅记录): a plain log that the person sees. One row a reader, record
//! and day; reads are no acts, so the ledger does not govern it.

use crate::bulk::{self, Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::writer::Free;
use jiff::Timestamp;
use jiff::civil::Date;
use qz_domain::id::{AccountId, PersonId};

/// A read to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// About whom.
    pub person: PersonId,
    /// Who read.
    pub reader: AccountId,
    /// What kind of record.
    pub kind: &'static str,
    /// Its number; 0 for an export.
    pub subject: i64,
    /// The civil day.
    pub day: Date,
    /// When, the first time that day.
    pub at: Timestamp,
}

/// A read as the person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadLine {
    /// Who: the person's name, or the account's when it is nobody's.
    pub reader: String,
    /// Code of a role they hold now; empty without one.
    pub role: String,
    /// The unit of that role, in both languages.
    pub unit: (String, String),
    /// What kind of record.
    pub kind: String,
    /// Its number; 0 for an export.
    pub subject: i64,
    /// When, the first time that day.
    pub at: Timestamp,
}

/// Which reads a person looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadFilter {
    /// Of this kind of record.
    pub kind: Option<String>,
    /// On these days, both included.
    pub days: Option<(Date, Date)>,
    /// By whose name has these words.
    pub words: Option<String>,
}

/// Keeps reads; what was read before that day stays as it is.
pub async fn keep(free: &mut Free, reads: &[Read]) -> Result<(), StoreError> {
    const READ: Target = Target {
        table: "read_log",
        columns: &["person", "reader", "kind", "subject", "day", "at"],
        tail: "on conflict do nothing",
    };
    let columns = vec![
        Column::Int(reads.iter().map(|read| read.person.0).collect()),
        Column::Int(reads.iter().map(|read| read.reader.0).collect()),
        Column::Text(reads.iter().map(|read| read.kind.to_owned()).collect()),
        Column::Int(reads.iter().map(|read| read.subject).collect()),
        Column::Text(reads.iter().map(|read| read.day.to_string()).collect()),
        Column::Int(reads.iter().map(|read| read.at.as_millisecond()).collect()),
    ];
    bulk::insert(&mut free.conn, READ, columns).await.map(drop)
}

/// Forgets what was read before a day.
pub async fn forget(free: &mut Free, before: Date) -> Result<(), StoreError> {
    const SQL: &str = "delete from read_log where day < $1";
    let before = before.to_string();
    on_either!(free.reads(), c => sqlx::query(SQL).bind(before).execute(c).await.map(drop))?;
    Ok(())
}

const COLUMNS: &str = "coalesce(p.name, a.name), coalesce(g.role, ''), coalesce(u.name, '')
     , coalesce(u.name_en, ''), r.kind, r.subject, r.at";
const FROM: &str = "read_log r join account a on a.id = r.reader
      left join person p on p.id = a.person
      left join role_grant g on g.id = (select min(h.id) from role_grant h
                                         where h.account = a.id and h.stage = 'active')
      left join unit u on u.id = g.unit";
/// Finds words without wildcards: a text that shrinks when they are taken out has them.
const WORDS: &str = "replace(coalesce(p.name, a.name), $?, '') <> coalesce(p.name, a.name)";

type Row = (String, String, String, String, String, i64, i64);

/// The reads of a person's record by others, latest first: one page, and how many in all.
pub async fn of_person(
    conn: &mut Conn,
    person: PersonId,
    filter: &ReadFilter,
    page: Page,
) -> Result<(Vec<ReadLine>, i64), StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    let (from, to) = filter.days.unzip();
    list.with("r.person = $?", Value::Int(person.0))
        .maybe("r.kind = $?", filter.kind.clone().map(Value::Text))
        .maybe("r.day >= $?", from.map(|day: Date| Value::Text(day.to_string())))
        .maybe("r.day <= $?", to.map(|day: Date| Value::Text(day.to_string())))
        .maybe(WORDS, filter.words.clone().map(Value::Text));
    let total = list.count(conn).await?;
    let order = "r.at desc, r.reader, r.kind, r.subject";
    let rows: Vec<Row> = list.rows(conn, order, page).await?;
    Ok((rows.into_iter().map(read).collect::<Result<_, _>>()?, total))
}

fn read(row: Row) -> Result<ReadLine, StoreError> {
    let (reader, role, name, name_en, kind, subject, at) = row;
    let corrupt = |_| StoreError::Corrupt { table: "read_log", id: subject };
    let at = Timestamp::from_millisecond(at).map_err(corrupt)?;
    Ok(ReadLine { reader, role, unit: (name, name_en), kind, subject, at })
}
