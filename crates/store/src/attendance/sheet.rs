//! The months of units (月考勤表) with the copies that are kept of them.

use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::row::written;
use crate::unit::answering::{self, answering_units};
use crate::writer::Write;
use qz_domain::attendance::Figures;
use qz_domain::attendance::sheet::{Copy, Sheet, Stage};
use qz_domain::id::{PersonId, SheetId, UnitId};
use qz_domain::month::Month;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Line;

type SheetRow = (i64, i64, String, String, String, Option<i64>, String, i64, i64);

/// The month of a unit, where somebody has agreed to it.
pub async fn find(
    conn: &mut Conn,
    unit: UnitId,
    month: Month,
) -> Result<Option<Sheet>, StoreError> {
    const SQL: &str = "
        select id, unit, month, stage, digest, agreed_by, returned, copies, version
          from attendance_sheet
         where unit = $1 and month = $2";
    let row: Option<SheetRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(unit.0)
        .bind(month.to_string())
        .fetch_optional(c)
        .await)?;
    row.map(read).transpose()
}

/// The units that answer for a unit, as [`answering::of`](crate::unit::answering::of) says, with its month where
/// somebody has agreed to that; no units where there is no such unit. One statement: sealing needs all the others.
pub async fn with_answering(
    conn: &mut Conn,
    unit: UnitId,
    month: Month,
) -> Result<(Vec<(UnitId, Line)>, Option<Sheet>), StoreError> {
    const SQL: &str = concat!(
        answering_units!(),
        "
        select up.id, up.line, s.id, s.stage, s.digest, s.agreed_by, s.returned, s.copies, s.version
          from up
          left join attendance_sheet s on s.unit = $1 and s.month = $2
         order by up.depth"
    );
    type Row = (
        i64,
        String,
        Option<i64>,
        Option<String>,
        Option<String>,
        Option<i64>,
        Option<String>,
        Option<i64>,
        Option<i64>,
    );
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(unit.0)
        .bind(month.to_string())
        .fetch_all(c)
        .await)?;
    let (mut units, mut sheet) = (vec![], None);
    for (above, line, id, stage, digest, agreed_by, returned, copies, version) in rows {
        units.push(answering::read(above, &line)?);
        if let (Some(id), Some(stage), Some(digest), Some(returned), Some(copies), Some(version)) =
            (id, stage, digest, returned, copies, version)
        {
            let month = month.to_string();
            let row = (id, unit.0, month, stage, digest, agreed_by, returned, copies, version);
            sheet = Some(read(row)?);
        }
    }
    Ok((units, sheet))
}

/// The sheets there are of a month.
pub async fn of_month(conn: &mut Conn, month: Month) -> Result<Vec<Sheet>, StoreError> {
    const SQL: &str = "
        select id, unit, month, stage, digest, agreed_by, returned, copies, version
          from attendance_sheet
         where month = $1
         order by unit";
    let rows: Vec<SheetRow> = on_either!(conn, c =>
        sqlx::query_as(SQL).bind(month.to_string()).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

/// The copies that are kept of a sheet, from the sealed one on.
pub async fn copies(conn: &mut Conn, id: SheetId) -> Result<Vec<Copy>, StoreError> {
    const SQL: &str = "
        select number, digest, because, figures, body
          from attendance_copy
         where sheet = $1
         order by number";
    let rows: Vec<(i64, String, String, String, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    let copy = |(number, digest, because, figures, body): (i64, String, String, String, String)| {
        Ok(Copy { number, digest, because, figures: serde_json::from_str(&figures)?, body })
    };
    rows.into_iter().map(copy).collect()
}

/// A unit with what its sealed month adds up to, as it was last corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedMonth {
    /// The unit's code, name and English name.
    pub unit: (String, String, String),
    /// Its figures.
    pub figures: Figures,
    /// How many corrections there are.
    pub corrections: i64,
}

/// The sealed sheets of a month, by the code of the unit.
pub async fn sealed(conn: &mut Conn, month: Month) -> Result<Vec<SealedMonth>, StoreError> {
    const SQL: &str = "
        select u.code, u.name, u.name_en, c.figures, s.copies
          from attendance_sheet s
          join unit u on u.id = s.unit
          join attendance_copy c on c.sheet = s.id and c.number = s.copies - 1
         where s.month = $1 and s.stage = 'sealed'
         order by u.code";
    let rows: Vec<(String, String, String, String, i64)> = on_either!(conn, c =>
        sqlx::query_as(SQL).bind(month.to_string()).fetch_all(c).await)?;
    let read = |(code, name, name_en, figures, copies): (String, String, String, String, i64)| {
        let (unit, figures) = ((code, name, name_en), serde_json::from_str(&figures)?);
        Ok(SealedMonth { unit, figures, corrections: copies - 1 })
    };
    rows.into_iter().map(read).collect()
}

/// The months of which anything is sealed, the latest first.
pub async fn sealed_months(conn: &mut Conn) -> Result<Vec<Month>, StoreError> {
    const SQL: &str = "
        select distinct month from attendance_sheet where stage = 'sealed' order by month desc";
    let rows: Vec<(String,)> = on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let corrupt = |_| StoreError::Corrupt { table: "attendance_sheet", id: 0 };
    rows.into_iter().map(|(month,)| month.parse().map_err(corrupt)).collect()
}

/// Keeps a copy.
pub async fn insert_copy(write: &mut Write, sheet: SheetId, new: &Copy) -> Result<(), StoreError> {
    const COPY: Target = Target {
        table: "attendance_copy",
        columns: &["sheet", "number", "digest", "because", "figures", "body"],
        tail: "",
    };
    let columns = vec![
        Column::Int(vec![sheet.0]),
        Column::Int(vec![new.number]),
        Column::Text(vec![new.digest.clone()]),
        Column::Text(vec![new.because.clone()]),
        Column::Text(vec![serde_json::to_string(&new.figures)?]),
        Column::Text(vec![new.body.clone()]),
    ];
    write.insert(COPY, columns).await.map(drop)
}

written! {
    "attendance_sheet":
    unit, month, stage, digest, agreed_by, returned, copies, version
}

/// Adds a sheet.
pub async fn insert(write: &mut Write, row: &Sheet) -> Result<(), StoreError> {
    write_row(write, row, INSERT).await
}

/// Writes every field of a sheet.
pub async fn update(write: &mut Write, row: &Sheet) -> Result<(), StoreError> {
    write_row(write, row, UPDATE).await
}

async fn write_row(write: &mut Write, row: &Sheet, sql: &'static str) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(row.unit.0)
        .bind(row.month.to_string())
        .bind(row.stage.code())
        .bind(&row.digest)
        .bind(row.agreed_by.map(|person| person.0))
        .bind(&row.returned)
        .bind(row.copies)
        .bind(row.version)
        .bind(row.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: SheetRow) -> Result<Sheet, StoreError> {
    let (id, unit, month, stage, digest, agreed_by, returned, copies, version) = row;
    let corrupt = || StoreError::Corrupt { table: "attendance_sheet", id };
    Ok(Sheet {
        id: SheetId(id),
        unit: UnitId(unit),
        month: month.parse().map_err(|_| corrupt())?,
        stage: Stage::from_code(&stage).ok_or_else(corrupt)?,
        digest,
        agreed_by: agreed_by.map(PersonId),
        returned,
        copies,
        version,
    })
}
