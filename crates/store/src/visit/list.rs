//! Lists of visits: what a person may see of them, filtered, sorted, paged.

use super::figure::Span;
use super::{read_instant, read_number};
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use jiff::Timestamp;
use jiff::civil::Date;
use qz_domain::id::{PersonId, UnitId, VisitId};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Line;
use qz_domain::visit::{Manner, Outcome, Stage, VisitNumber};

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VisitLine {
    /// Number in the store.
    pub id: VisitId,
    /// The number on paper.
    pub number: VisitNumber,
    /// Where it stands.
    pub stage: Stage,
    /// How it is or was done.
    pub manner: Manner,
    /// First day it may be done.
    pub planned_from: String,
    /// When it was done.
    pub visited_at: Option<Timestamp>,
    /// What it ended with.
    pub outcome: Option<Outcome>,
    /// The inspecting organ: code and names.
    pub organ: NamedUnit,
    /// The visited unit: code and names.
    pub unit: NamedUnit,
    /// What was seen.
    pub observed: String,
    /// The team's names in order.
    pub team: String,
    /// Whether the unit has replied.
    pub is_replied: bool,
}

/// A unit as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedUnit {
    /// Its code.
    pub code: String,
    /// Its Chinese name.
    pub name: String,
    /// Its English name; may be empty.
    pub name_en: String,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// Every visit.
    All,
    /// Every filed visit.
    AllFiled,
    /// Those with this person on the team.
    OnTeam(PersonId),
    /// Those of this unit, as visited unit or as inspecting organ.
    OfUnit(UnitId),
    /// As [`Seen::OfUnit`], once filed.
    FiledOfUnit(UnitId),
    /// Those of units of this line.
    OfLine(Line),
    /// As [`Seen::OfLine`], once filed.
    FiledOfLine(Line),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VisitFilter {
    /// Done in these days.
    pub span: Option<Span>,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// How.
    pub manner: Option<Manner>,
    /// With what end.
    pub outcome: Option<Outcome>,
    /// By this organ.
    pub organ: Option<UnitId>,
    /// At this unit.
    pub unit: Option<UnitId>,
    /// With these words in the observation, the number or a unit's name.
    pub words: Option<String>,
    /// With this number exactly.
    pub number: Option<VisitNumber>,
    /// Without a reply of the unit.
    pub unreplied: bool,
    /// Not filed yet, with days that meet these.
    pub open_in: Option<(Date, Date)>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum VisitSort {
    /// Latest first; planned ones on top.
    #[default]
    Latest,
    /// Earliest first.
    Earliest,
    /// By number.
    Number,
    /// By visited unit, then number.
    Unit,
    /// By inspecting organ, then number.
    Organ,
}

impl VisitSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 5] =
        [Self::Latest, Self::Earliest, Self::Number, Self::Unit, Self::Organ];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "v.visited_at desc nulls first, v.year desc, v.serial desc",
            Self::Earliest => "v.visited_at nulls last, v.year, v.serial",
            Self::Number => "v.year, v.serial",
            Self::Unit => "u.code, v.year, v.serial",
            Self::Organ => "o.code, v.year, v.serial",
        }
    }
}

const COLUMNS: &str = "v.id, v.year, v.serial, v.stage, v.manner, v.planned_from
     , v.visited_at, v.outcome, o.code, o.name, o.name_en, u.code, u.name, u.name_en, v.observed
     , coalesce((select string_agg(p.name, '、' order by i.place)
                   from visit_inspector i join person p on p.id = i.person
                  where i.visit = v.id), '')
       || case when exists (select 1 from visit_reply r where r.visit = v.id)
               then '+' else '-' end";
const FROM: &str = "visit v join unit u on u.id = v.unit join unit o on o.id = v.organ";

type Row = (
    i64,
    i64,
    i64,
    String,
    String,
    String,
    Option<i64>,
    Option<String>,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
    String,
);

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    seen: &[Seen],
    filter: &VisitFilter,
    sort: VisitSort,
    page: Page,
) -> Result<(Vec<VisitLine>, i64), StoreError> {
    let list = compose(seen, filter);
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let lines = rows.into_iter().map(read_line).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

/// How many lines there are.
pub async fn count(
    conn: &mut Conn,
    seen: &[Seen],
    filter: &VisitFilter,
) -> Result<i64, StoreError> {
    compose(seen, filter).count(conn).await
}

fn compose(seen: &[Seen], filter: &VisitFilter) -> List {
    let mut list = List::new(COLUMNS, FROM);
    let text = |code: &'static str| Value::Text(code.to_owned());
    if !seen.contains(&Seen::All) {
        list.any(seen.iter().map(choice).collect());
    }
    list.maybe("v.visited_at >= $?", filter.span.map(|span| Value::Int(span.start_ms())))
        .maybe("v.visited_at < $?", filter.span.map(|span| Value::Int(span.end_ms())))
        .maybe("v.stage = $?", filter.stage.map(|stage| text(stage.code())))
        .maybe("v.manner = $?", filter.manner.map(|manner| text(manner.code())))
        .maybe("v.outcome = $?", filter.outcome.map(|outcome| text(outcome.code())))
        .maybe("v.organ = $?", filter.organ.map(|organ| Value::Int(organ.0)))
        .maybe("v.unit = $?", filter.unit.map(|unit| Value::Int(unit.0)))
        .maybe(WORDS, filter.words.clone().map(Value::Text));
    if let Some(number) = filter.number {
        list.with("v.year = $?", Value::Int(i64::from(number.year())))
            .with("v.serial = $?", Value::Int(number.serial()));
    }
    if let Some((from, until)) = filter.open_in {
        list.only("v.stage in ('planned', 'reported')")
            .with("v.planned_from <= $?", Value::Text(until.to_string()))
            .with("v.planned_until >= $?", Value::Text(from.to_string()));
    }
    if filter.unreplied {
        list.only("not exists (select 1 from visit_reply r where r.visit = v.id)");
    }
    list
}

/// Finds words without wildcards: a text that shrinks when they are taken out has them.
const WORDS: &str = "replace(v.observed, $?, '') <> v.observed
    or replace(u.name, $?, '') <> u.name or replace(o.name, $?, '') <> o.name
    or replace(lower(u.name_en), lower($?), '') <> lower(u.name_en)
    or cast(v.year as text) || '-' || cast(v.serial as text) = $?";

pub(super) fn choice(seen: &Seen) -> (&'static str, Value) {
    let line = |line: Line| Value::Text(line.code().to_owned());
    match *seen {
        Seen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        Seen::AllFiled => ("v.stage = $?", Value::Text("filed".to_owned())),
        Seen::OnTeam(person) => (
            "exists (select 1 from visit_inspector i where i.visit = v.id and i.person = $?)",
            Value::Int(person.0),
        ),
        Seen::OfUnit(unit) => ("v.unit = $? or v.organ = $?", Value::Int(unit.0)),
        Seen::FiledOfUnit(unit) => {
            ("v.stage = 'filed' and (v.unit = $? or v.organ = $?)", Value::Int(unit.0))
        }
        Seen::OfLine(of) => ("u.line = $? or o.line = $?", line(of)),
        Seen::FiledOfLine(of) => ("v.stage = 'filed' and (u.line = $? or o.line = $?)", line(of)),
    }
}

fn read_line(row: Row) -> Result<VisitLine, StoreError> {
    let (
        id,
        year,
        serial,
        stage,
        manner,
        planned_from,
        visited_at,
        outcome,
        o_code,
        o_name,
        o_en,
        u_code,
        u_name,
        u_en,
        observed,
        team,
    ) = row;
    let corrupt = || StoreError::Corrupt { table: "visit", id };
    let outcome = outcome.map(|code| Outcome::from_code(&code).ok_or_else(corrupt)).transpose()?;
    let (team, replied) = team.split_at(team.len().saturating_sub(1));
    Ok(VisitLine {
        id: VisitId(id),
        number: read_number(year, serial).ok_or_else(corrupt)?,
        stage: Stage::from_code(&stage).ok_or_else(corrupt)?,
        manner: Manner::from_code(&manner).ok_or_else(corrupt)?,
        planned_from,
        visited_at: visited_at.map(|at| read_instant(at, "visit", id)).transpose()?,
        outcome,
        organ: NamedUnit { code: o_code, name: o_name, name_en: o_en },
        unit: NamedUnit { code: u_code, name: u_name, name_en: u_en },
        observed,
        team: team.to_owned(),
        is_replied: replied == "+",
    })
}
