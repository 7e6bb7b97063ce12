//! Lists of adoptions.

use super::TABLE;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::visit::list::NamedUnit;
use qz_domain::adoption::{Covers, Stage};
use qz_domain::id::{AdoptionId, UnitId};
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdoptionLine {
    /// Number in the store.
    pub id: AdoptionId,
    /// The unit that runs it.
    pub unit: NamedUnit,
    /// Which units it binds.
    pub covers: Covers,
    /// Where it stands.
    pub stage: Stage,
    /// The code of the scheme.
    pub code: String,
    /// What it is called.
    pub title: String,
    /// The first day it is in force; empty before.
    pub since: String,
    /// The last day; empty while it is not ended.
    pub until: String,
    /// The day of the latest step.
    pub latest_on: String,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Every one.
    All,
    /// What was ever in force.
    Public,
    /// Those of a unit, drafts among them.
    OfUnit(UnitId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AdoptionFilter {
    /// Where it stands.
    pub stage: Option<Stage>,
    /// Run by this unit.
    pub unit: Option<UnitId>,
    /// Of this scheme.
    pub code: Option<String>,
    /// With these words in the title, or of a unit with them in its name.
    pub words: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AdoptionSort {
    /// The latest step first.
    #[default]
    Latest,
    /// By title.
    Title,
    /// By unit.
    Unit,
}

impl AdoptionSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 3] = [Self::Latest, Self::Title, Self::Unit];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "a.latest_on desc, a.id desc",
            Self::Title => "a.title, a.id",
            Self::Unit => "u.code, a.code, a.id",
        }
    }
}

const COLUMNS: &str = "a.id, u.code, u.name, u.name_en, a.covers, a.stage, a.code, a.title
     , coalesce(a.since, ''), coalesce(a.until, ''), a.latest_on";
const FROM: &str = "adoption a join unit u on u.id = a.unit";

type Row = (i64, String, String, String, String, String, String, String, String, String, String);

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    (seen, filter): (&[Seen], &AdoptionFilter),
    sort: AdoptionSort,
    page: Page,
) -> Result<(Vec<AdoptionLine>, i64), StoreError> {
    const WORDS: &str = "replace(a.title, $?, '') <> a.title or replace(u.name, $?, '') <> u.name
        or a.code = $?";
    let text = |text: &str| Value::Text(text.to_owned());
    let mut list = List::new(COLUMNS, FROM);
    list.any(seen.iter().map(choice).collect())
        .maybe("a.stage = $?", filter.stage.map(|stage| text(stage.code())))
        .maybe("a.unit = $?", filter.unit.map(|unit| Value::Int(unit.0)))
        .maybe("a.code = $?", filter.code.as_deref().map(text))
        .maybe(WORDS, filter.words.as_deref().map(text));
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    Ok((rows.into_iter().map(line).collect::<Result<_, _>>()?, total))
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        Seen::Public => ("a.since >= $?", Value::Text(String::new())),
        Seen::OfUnit(unit) => ("a.unit = $?", Value::Int(unit.0)),
    }
}

fn line(row: Row) -> Result<AdoptionLine, StoreError> {
    let (id, unit, name, name_en, covers, stage, code, title, since, until, latest_on) = row;
    let corrupt = || StoreError::Corrupt { table: TABLE, id };
    Ok(AdoptionLine {
        id: AdoptionId(id),
        unit: NamedUnit { code: unit, name, name_en },
        covers: Covers::from_code(&covers).ok_or_else(corrupt)?,
        stage: Stage::from_code(&stage).ok_or_else(corrupt)?,
        code,
        title,
        since,
        until,
        latest_on,
    })
}
