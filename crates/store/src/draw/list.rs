//! Lists of draws, and their count.

use super::{TABLE, number};
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::row::wide_row;
use crate::visit::list::NamedUnit;
use qz_domain::draw::Stage;
use qz_domain::id::DrawId;
use qz_domain::number::DocumentNumber;
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DrawLine {
    /// Number in the store.
    pub id: DrawId,
    /// The office that draws.
    pub organ: NamedUnit,
    /// Its number among those of the office.
    pub number: DocumentNumber,
    /// Where it stands.
    pub stage: Stage,
    /// Whether it is for covert visits.
    pub is_sealed: bool,
    /// What it is about; nothing where it is sealed for whoever looks.
    pub told: Option<Told>,
    /// The day its commitment was announced.
    pub announced_on: String,
    /// The day of the latest step.
    pub latest_on: String,
    /// Why it was called off; empty before.
    pub reason: String,
}

/// What a draw is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What for.
    pub purpose: String,
    /// How many are drawn.
    pub take: i64,
    /// How many there are to draw of.
    pub pool: i64,
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DrawFilter {
    /// Where it stands.
    pub stage: Option<Stage>,
    /// Of this year.
    pub year: Option<i16>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DrawSort {
    /// Latest announced first.
    #[default]
    Latest,
    /// Earliest announced first.
    Earliest,
    /// By office and number.
    Number,
}

impl DrawSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 3] = [Self::Latest, Self::Earliest, Self::Number];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "d.announced_on desc, d.id desc",
            Self::Earliest => "d.announced_on, d.id",
            Self::Number => "o.code, d.year, d.serial",
        }
    }
}

/// Who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    /// Whoever plans the visits: every draw is told.
    Planner,
    /// Anybody else: a sealed one is told once every drawn unit was visited.
    Anybody,
}

const COLUMNS: &str =
    "d.id, o.code as o_code, o.name as o_name, o.name_en as o_en, d.year, d.serial
     , d.stage, d.sealed, d.purpose, d.take, d.announced_on, d.latest_on, d.reason
     , (select count(*) from draw_unit u where u.draw = d.id) as pool
     , case when d.sealed = 1 and (d.stage <> 'drawn' or exists
                (select 1
                   from draw_pick p
                   join draw_unit u on u.draw = p.draw and u.place = p.place
                  where p.draw = d.id
                    and not exists
                        (select 1
                           from visit v
                          where v.unit = u.unit and v.organ = d.organ and v.stage = 'filed'
                            and v.visited_at >= d.counts_from)))
            then cast(1 as bigint) else cast(0 as bigint) end as covered";
const FROM: &str = "draw d join unit o on o.id = d.organ";

wide_row! {
    /// A line as it comes.
    Row {
        id: i64,
        o_code: String,
        o_name: String,
        o_en: String,
        year: i64,
        serial: i64,
        stage: String,
        sealed: i64,
        purpose: String,
        take: i64,
        announced_on: String,
        latest_on: String,
        reason: String,
        pool: i64,
        covered: i64,
    }
}

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    looks: Looks,
    filter: &DrawFilter,
    sort: DrawSort,
    page: Page,
) -> Result<(Vec<DrawLine>, i64), StoreError> {
    let list = compose(filter);
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let lines = rows.into_iter().map(|row| read_line(row, looks)).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

fn compose(filter: &DrawFilter) -> List {
    let mut list = List::new(COLUMNS, FROM);
    list.maybe("d.stage = $?", filter.stage.map(|stage| Value::Text(stage.code().to_owned())))
        .maybe("d.year = $?", filter.year.map(|year| Value::Int(i64::from(year))));
    list
}

fn read_line(row: Row, looks: Looks) -> Result<DrawLine, StoreError> {
    let id = row.id;
    let is_told = looks == Looks::Planner || row.covered == 0;
    let told = Told { purpose: row.purpose, take: row.take, pool: row.pool };
    Ok(DrawLine {
        id: DrawId(id),
        organ: NamedUnit { code: row.o_code, name: row.o_name, name_en: row.o_en },
        number: number(row.year, row.serial, id)?,
        stage: Stage::from_code(&row.stage).ok_or(StoreError::Corrupt { table: TABLE, id })?,
        is_sealed: row.sealed == 1,
        told: is_told.then_some(told),
        announced_on: row.announced_on,
        latest_on: row.latest_on,
        reason: row.reason,
    })
}
