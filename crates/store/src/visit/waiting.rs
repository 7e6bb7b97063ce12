//! Visits that wait for somebody: planned ones to be written up, written ones to be signed.

use super::list::{NamedUnit, Seen};
use super::{read_instant, read_number};
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::person::read_day;
use jiff::Timestamp;
use jiff::civil::Date;
use qz_domain::id::{PersonId, VisitId};
use qz_domain::spelled::Spelled;
use qz_domain::visit::{Stage, VisitNumber};

/// A visit that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WaitingVisit {
    /// Number in the store.
    pub id: VisitId,
    /// The number on paper.
    pub number: VisitNumber,
    /// Planned or reported.
    pub stage: Stage,
    /// First day it may be done.
    pub from: Date,
    /// Last day it may be done.
    pub until: Date,
    /// When it was done, once it is written up.
    pub visited_at: Option<Timestamp>,
    /// The visited unit.
    pub unit: NamedUnit,
    /// The team's names in order.
    pub team: String,
    /// Who has signed.
    pub signed: Vec<PersonId>,
}

const COLUMNS: &str = "v.id, v.year, v.serial, v.stage, v.planned_from, v.planned_until
     , v.visited_at, u.code, u.name, u.name_en
     , coalesce((select string_agg(p.name, '、' order by i.place)
                   from visit_inspector i join person p on p.id = i.person
                  where i.visit = v.id), '')
     , coalesce((select string_agg(cast(i.person as text), ',' order by i.place)
                   from visit_inspector i
                  where i.visit = v.id and i.signed_at is not null), '')";
const FROM: &str = "visit v join unit u on u.id = v.unit join unit o on o.id = v.organ";

type Row =
    (i64, i64, i64, String, String, String, Option<i64>, String, String, String, String, String);

/// The visits of a stage that a viewer may see, the most pressing first, and how many there are.
pub async fn page(
    conn: &mut Conn,
    seen: &[Seen],
    stage: Stage,
    most: i64,
) -> Result<(Vec<WaitingVisit>, i64), StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    list.with("v.stage = $?", Value::Text(stage.code().to_owned()));
    if !seen.contains(&Seen::All) {
        list.any(seen.iter().map(super::list::choice).collect());
    }
    let total = list.count(conn).await?;
    let rows: Vec<Row> =
        list.rows(conn, "v.planned_until, v.year, v.serial", Page::number(1, most)).await?;
    Ok((rows.into_iter().map(read_line).collect::<Result<_, _>>()?, total))
}

fn read_line(row: Row) -> Result<WaitingVisit, StoreError> {
    let (id, year, serial, stage, from, until, at, code, name, name_en, team, signed) = row;
    let corrupt = || StoreError::Corrupt { table: "visit", id };
    let signed = signed.split(',').filter(|text| !text.is_empty());
    let signed: Result<Vec<i64>, _> = signed.map(str::parse).collect();
    Ok(WaitingVisit {
        id: VisitId(id),
        number: read_number(year, serial).ok_or_else(corrupt)?,
        stage: Stage::from_code(&stage).ok_or_else(corrupt)?,
        from: read_day(&from, "visit", id)?,
        until: read_day(&until, "visit", id)?,
        visited_at: at.map(|at| read_instant(at, "visit", id)).transpose()?,
        unit: NamedUnit { code, name, name_en },
        team,
        signed: signed.map_err(|_| corrupt())?.into_iter().map(PersonId).collect(),
    })
}
