//! Lists of requests of attendance.

use super::{minute, words};
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::visit::list::NamedUnit;
use jiff::civil::{Date, DateTime, Time};
use qz_domain::id::{PersonId, RequestId, UnitId};
use qz_domain::request::{RequestKind, Stage};
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLine {
    /// Number in the store.
    pub id: RequestId,
    /// Whose: number in the store, name and work number.
    pub person: (PersonId, String, String),
    /// Their unit on the first day.
    pub unit: NamedUnit,
    /// What for, and the code of the leave or of the standing duty.
    pub kind: (RequestKind, String),
    /// Where it stands.
    pub stage: Stage,
    /// From when.
    pub from: DateTime,
    /// Until when; until they were back, where that was earlier.
    pub to: DateTime,
    /// Whether it covers certain hours of certain weekdays alone.
    pub is_patterned: bool,
    /// The town or office, in words; may be empty.
    pub place: String,
    /// Whether it was asked for afterwards.
    pub is_late: bool,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// All of the county.
    All,
    /// Those of a unit's people.
    OfUnit(UnitId),
    /// One's own.
    OfPerson(PersonId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RequestFilter {
    /// Of this kind.
    pub kind: Option<RequestKind>,
    /// In this stage.
    pub stage: Option<Stage>,
    /// That touch this day.
    pub on: Option<Date>,
    /// Of this person alone.
    pub of: Option<PersonId>,
    /// Of others than this person.
    pub not_of: Option<PersonId>,
    /// Of this name, work number or unit.
    pub words: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RequestSort {
    /// Those that wait first, then the latest to begin.
    #[default]
    Waiting,
    /// The latest to begin first.
    Latest,
    /// By work number.
    Person,
    /// By unit.
    Unit,
}

impl RequestSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Latest, Self::Person, Self::Unit];

    fn order(self) -> &'static str {
        match self {
            Self::Waiting => {
                "case r.stage when 'pending' then 0 else 1 end, r.begins_at desc, r.id desc"
            }
            Self::Latest => "r.begins_at desc, r.id desc",
            Self::Person => "p.number, r.begins_at, r.id",
            Self::Unit => "u.code, r.begins_at, r.id",
        }
    }
}

const COLUMNS: &str = "r.id, r.person, p.name, p.number, u.code, u.name, u.name_en, r.kind
     , r.subtype, r.stage, r.begins_at, coalesce(r.ended_at, r.ends_at), r.weekdays, r.place
     , r.is_late";
const FROM: &str = "request r join person p on p.id = r.person join unit u on u.id = r.unit";
/// Finds words without wildcards: a text that shrinks when they are taken out has them.
const WORDS: &str =
    "replace(p.name, $?, '') <> p.name or p.number = $? or replace(u.name, $?, '') <> u.name";

type Row = (
    i64,
    i64,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    i64,
);

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    (seen, filter): (&[Seen], &RequestFilter),
    sort: RequestSort,
    page: Page,
) -> Result<(Vec<RequestLine>, i64), StoreError> {
    let first = filter.on.map(|day| day.to_datetime(Time::midnight()));
    let next = filter.on.and_then(|day| day.tomorrow().ok());
    let next = next.map(|day| day.to_datetime(Time::midnight()));
    let text = |at: Option<DateTime>| at.map(|at| Value::Text(minute(at)));
    let person = |person: Option<PersonId>| person.map(|person| Value::Int(person.0));
    let mut list = List::new(COLUMNS, FROM);
    list.any(seen.iter().map(choice).collect())
        .maybe("r.kind = $?", filter.kind.map(|kind| Value::Text(kind.code().to_owned())))
        .maybe("r.stage = $?", filter.stage.map(|stage| Value::Text(stage.code().to_owned())))
        .maybe("r.begins_at < $?", text(next))
        .maybe("coalesce(r.ended_at, r.ends_at) > $? or r.begins_at >= $?", text(first))
        .maybe("r.person = $?", person(filter.of))
        .maybe("r.person <> $?", person(filter.not_of))
        .maybe(WORDS, filter.words.clone().map(Value::Text));
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    Ok((rows.into_iter().map(read).collect::<Result<_, _>>()?, total))
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        Seen::OfUnit(unit) => ("r.unit = $?", Value::Int(unit.0)),
        Seen::OfPerson(person) => ("r.person = $?", Value::Int(person.0)),
    }
}

fn read(row: Row) -> Result<RequestLine, StoreError> {
    let (id, person, name, number, code, unit, unit_en, kind, subtype, stage, ..) = row;
    let (kind, stage) = words((&kind, &stage), id)?;
    Ok(RequestLine {
        id: RequestId(id),
        person: (PersonId(person), name, number),
        unit: NamedUnit { code, name: unit, name_en: unit_en },
        kind: (kind, subtype),
        stage,
        from: super::read_minute(&row.10, id)?,
        to: super::read_minute(&row.11, id)?,
        is_patterned: !row.12.is_empty(),
        place: row.13,
        is_late: row.14 == 1,
    })
}
