//! Lists of suspicions: those that are not erased.

use super::stage;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::visit::list::NamedUnit;
use qz_domain::id::{PersonId, SuspicionId, UnitId};
use qz_domain::number::FindingNumber;
use qz_domain::spelled::Spelled;
use qz_domain::suspicion::Stage;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuspicionLine {
    /// Number in the store.
    pub id: SuspicionId,
    /// The number of the finding that was unfounded.
    pub finding: FindingNumber,
    /// The organ.
    pub organ: NamedUnit,
    /// Where it stands.
    pub stage: Stage,
    /// Noted on.
    pub noted_on: String,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Those on findings of this organ.
    OfOrgan(UnitId),
    /// Those this person noted.
    OfPerson(PersonId),
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SuspicionSort {
    /// The latest first.
    #[default]
    Latest,
    /// By the finding's number.
    Finding,
}

impl SuspicionSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 2] = [Self::Latest, Self::Finding];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "s.id desc",
            Self::Finding => "f.year, f.serial",
        }
    }
}

const COLUMNS: &str =
    "s.id, f.year, f.serial, o.code, o.name, o.name_en, s.stage, s.noted_on, r.id";
const FROM: &str = "suspicion s join finding f on f.id = s.finding join unit o on o.id = f.organ
      left join finding r on r.suspicion = s.id";

type Row = (i64, i64, i64, String, String, String, String, String, Option<i64>);

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    (seen, wanted): (&[Seen], Option<Stage>),
    sort: SuspicionSort,
    page: Page,
) -> Result<(Vec<SuspicionLine>, i64), StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    list.any(seen.iter().map(choice).collect()).only("s.facts <> ''");
    if let Some(wanted) = wanted {
        let code = Value::Text(wanted.code().to_owned());
        list.with("case when r.id is null then s.stage else 'taken' end = $?", code);
    }
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let lines = rows.into_iter().map(read).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::OfOrgan(unit) => ("f.organ = $?", Value::Int(unit.0)),
        Seen::OfPerson(person) => ("s.noted_by = $?", Value::Int(person.0)),
    }
}

fn read(
    (id, year, serial, code, name, name_en, at, noted_on, taken): Row,
) -> Result<SuspicionLine, StoreError> {
    let number = i16::try_from(year).ok().and_then(|year| FindingNumber::new(year, serial));
    Ok(SuspicionLine {
        id: SuspicionId(id),
        finding: number.ok_or(StoreError::Corrupt { table: "suspicion", id })?,
        organ: NamedUnit { code, name, name_en },
        stage: stage(&at, taken, id)?,
        noted_on,
    })
}
