//! Lists of the records of sanctions.

use super::words;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::visit::list::NamedUnit;
use qz_domain::id::{PersonId, SanctionId};
use qz_domain::sanction::{SanctionKind, Stage};
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SanctionLine {
    /// Number in the store.
    pub id: SanctionId,
    /// On whom, and their work number.
    pub person: (String, String),
    /// Their unit on the day of the decision.
    pub unit: NamedUnit,
    /// Which kind.
    pub kind: SanctionKind,
    /// Where the record stands.
    pub stage: Stage,
    /// Decided on.
    pub decided_on: String,
    /// The organ, as the document names it.
    pub organ: String,
    /// The document's number.
    pub number: String,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// All of the county.
    All,
    /// One's own.
    OfPerson(PersonId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SanctionFilter {
    /// Of this kind.
    pub kind: Option<SanctionKind>,
    /// In this stage.
    pub stage: Option<Stage>,
    /// Of this name or work number, with this word in the organ or the document's number.
    pub words: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SanctionSort {
    /// The latest decision first.
    #[default]
    Latest,
    /// By work number.
    Person,
    /// By unit.
    Unit,
}

impl SanctionSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 3] = [Self::Latest, Self::Person, Self::Unit];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "s.decided_on desc, s.id desc",
            Self::Person => "p.number, s.decided_on, s.id",
            Self::Unit => "u.code, s.decided_on, s.id",
        }
    }
}

const COLUMNS: &str = "s.id, p.name, p.number, u.code, u.name, u.name_en, s.kind, s.stage
     , s.decided_on, s.organ, s.number";
const FROM: &str = "sanction s join person p on p.id = s.subject join unit u on u.id = s.unit";
/// Finds words without wildcards: a text that shrinks when they are taken out has them.
const WORDS: &str = "replace(p.name, $?, '') <> p.name or p.number = $?
      or replace(s.organ, $?, '') <> s.organ or replace(s.number, $?, '') <> s.number";

type Row = (i64, String, String, String, String, String, String, String, String, String, String);

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    (seen, filter): (&[Seen], &SanctionFilter),
    sort: SanctionSort,
    page: Page,
) -> Result<(Vec<SanctionLine>, i64), StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    list.any(seen.iter().map(choice).collect())
        .maybe("s.kind = $?", filter.kind.map(|kind| Value::Text(kind.code().to_owned())))
        .maybe("s.stage = $?", filter.stage.map(|stage| Value::Text(stage.code().to_owned())))
        .maybe(WORDS, filter.words.clone().map(Value::Text));
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    Ok((rows.into_iter().map(read).collect::<Result<_, _>>()?, total))
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        Seen::OfPerson(person) => ("s.subject = $?", Value::Int(person.0)),
    }
}

fn read(
    (id, name, work_number, code, unit, unit_en, kind, stage, decided_on, organ, number): Row,
) -> Result<SanctionLine, StoreError> {
    let (kind, stage) = words((&kind, &stage), id)?;
    Ok(SanctionLine {
        id: SanctionId(id),
        person: (name, work_number),
        unit: NamedUnit { code, name: unit, name_en: unit_en },
        kind,
        stage,
        decided_on,
        organ,
        number,
    })
}
