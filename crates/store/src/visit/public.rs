//! What anybody may know of visits (公开口径): that one was filed, its number, day, manner and the
//! two units. These rows have no other columns, so no page can show more.
//!
//! Words are looked for in names of units alone: a search in observations would tell, row by row,
//! what was seen.

use super::figure::Span;
use super::list::NamedUnit;
use super::{read_instant, read_number};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use jiff::civil::Date;
use qz_domain::id::UnitId;
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use qz_domain::visit::{Manner, VisitNumber};

/// A filed visit as anybody may know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicVisit {
    /// The number on paper.
    pub number: VisitNumber,
    /// The county's day on which it was done.
    pub day: Date,
    /// How it was done.
    pub manner: Manner,
    /// The inspecting organ.
    pub organ: NamedUnit,
    /// The visited unit.
    pub unit: NamedUnit,
}

/// What anybody may look for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PublicFilter {
    /// Done in these days.
    pub span: Option<Span>,
    /// How.
    pub manner: Option<Manner>,
    /// By this organ.
    pub organ: Option<UnitId>,
    /// At this unit.
    pub unit: Option<UnitId>,
    /// With these words in the name of either unit.
    pub words: Option<String>,
    /// With this number exactly.
    pub number: Option<VisitNumber>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PublicSort {
    /// Latest first.
    #[default]
    Latest,
    /// Earliest first.
    Earliest,
    /// By number.
    Number,
    /// By visited unit, latest first.
    Unit,
    /// By inspecting organ, latest first.
    Organ,
}

impl PublicSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 5] =
        [Self::Latest, Self::Earliest, Self::Number, Self::Unit, Self::Organ];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "v.visited_at desc, v.year desc, v.serial desc",
            Self::Earliest => "v.visited_at, v.year, v.serial",
            Self::Number => "v.year, v.serial",
            Self::Unit => "u.code, v.visited_at desc, v.serial desc",
            Self::Organ => "o.code, v.visited_at desc, v.serial desc",
        }
    }
}

const COLUMNS: &str = "v.id, v.year, v.serial, v.visited_at, v.manner
     , o.code, o.name, o.name_en, u.code, u.name, u.name_en";
const FROM: &str = "visit v join unit u on u.id = v.unit join unit o on o.id = v.organ";

/// Finds words without wildcards: a name that shrinks when they are taken out has them.
const WORDS: &str = "replace(u.name, $?, '') <> u.name or replace(o.name, $?, '') <> o.name
    or replace(lower(u.name_en), lower($?), '') <> lower(u.name_en)
    or replace(lower(o.name_en), lower($?), '') <> lower(o.name_en)";

type Row = (i64, i64, i64, i64, String, String, String, String, String, String, String);

/// The rows of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    filter: &PublicFilter,
    sort: PublicSort,
    page: Page,
) -> Result<(Vec<PublicVisit>, i64), StoreError> {
    let list = compose(filter);
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let visits = rows.into_iter().map(read_row).collect::<Result<_, _>>()?;
    Ok((visits, total))
}

/// The first and the last day on which a filed visit was done; `None` before the first is filed.
pub async fn extent(conn: &mut Conn) -> Result<Option<(Date, Date)>, StoreError> {
    const SQL: &str = "
        select (select min(visited_at) from visit where stage = 'filed')
             , (select max(visited_at) from visit where stage = 'filed')";
    let (first, last): (Option<i64>, Option<i64>) =
        on_either!(conn, c => sqlx::query_as(SQL).fetch_one(c).await)?;
    let day = |ms| read_instant(ms, "visit", 0).map(instant::day);
    first.zip(last).map(|(first, last)| Ok((day(first)?, day(last)?))).transpose()
}

fn compose(filter: &PublicFilter) -> List {
    let mut list = List::new(COLUMNS, FROM);
    let words = filter.words.clone().filter(|words| !words.is_empty());
    list.only("v.stage = 'filed'")
        .maybe("v.visited_at >= $?", filter.span.map(|span| Value::Int(span.start_ms())))
        .maybe("v.visited_at < $?", filter.span.map(|span| Value::Int(span.end_ms())))
        .maybe("v.manner = $?", filter.manner.map(|manner| Value::Text(manner.code().to_owned())))
        .maybe("v.organ = $?", filter.organ.map(|organ| Value::Int(organ.0)))
        .maybe("v.unit = $?", filter.unit.map(|unit| Value::Int(unit.0)))
        .maybe(WORDS, words.map(Value::Text));
    if let Some(number) = filter.number {
        list.with("v.year = $?", Value::Int(i64::from(number.year())))
            .with("v.serial = $?", Value::Int(number.serial()));
    }
    list
}

fn read_row(row: Row) -> Result<PublicVisit, StoreError> {
    let (id, year, serial, visited_at, manner, o_code, o_name, o_en, u_code, u_name, u_en) = row;
    let corrupt = || StoreError::Corrupt { table: "visit", id };
    Ok(PublicVisit {
        number: read_number(year, serial).ok_or_else(corrupt)?,
        day: instant::day(read_instant(visited_at, "visit", id)?),
        manner: Manner::from_code(&manner).ok_or_else(corrupt)?,
        organ: NamedUnit { code: o_code, name: o_name, name_en: o_en },
        unit: NamedUnit { code: u_code, name: u_name, name_en: u_en },
    })
}
