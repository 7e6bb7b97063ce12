//! Lists of openings: never with who told.

use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::row::wide_row;
use crate::visit::list::NamedUnit;
use jiff::Timestamp;
use qz_domain::id::{OpeningId, PersonId, UnitId};
use qz_domain::number::FindingNumber;
use qz_domain::sealed::{OPEN, Purpose, Stage};
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningLine {
    /// Number in the store.
    pub id: OpeningId,
    /// The finding's number.
    pub finding: FindingNumber,
    /// The organ that looks into it.
    pub organ: NamedUnit,
    /// Where it stands, by the clock.
    pub stage: Stage,
    /// What for.
    pub purpose: Purpose,
    /// Who asked; empty once erased.
    pub asker: String,
    /// Who answered; empty before, and once erased.
    pub second: String,
    /// Asked on.
    pub asked_on: String,
    /// When it was opened.
    pub opened_at: Option<Timestamp>,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Those on findings of this organ; of a finding that came to nothing only what still waits.
    OfOrgan(UnitId),
    /// Those this person asked for or answered.
    OfPerson(PersonId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpeningFilter {
    /// Where it stands, by the clock.
    pub stage: Option<Stage>,
    /// Of this finding.
    pub finding: Option<FindingNumber>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OpeningSort {
    /// The latest first.
    #[default]
    Latest,
    /// By the finding's number.
    Finding,
}

impl OpeningSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 2] = [Self::Latest, Self::Finding];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "w.id desc",
            Self::Finding => "f.year, f.serial, w.id",
        }
    }
}

const COLUMNS: &str =
    "w.id, f.year, f.serial, o.code as o_code, o.name as o_name, o.name_en as o_en
     , w.stage, w.purpose, coalesce(a.name, '') as asker, coalesce(b.name, '') as second
     , w.asked_on, w.opened_at";
const FROM: &str = "source_opening w join sealed_source s on s.id = w.source
      join finding f on f.id = s.finding join unit o on o.id = f.organ
      left join person a on a.id = w.asker left join person b on b.id = w.second";

wide_row! {
    /// A line as it comes.
    Row {
        id: i64,
        year: i64,
        serial: i64,
        o_code: String,
        o_name: String,
        o_en: String,
        stage: String,
        purpose: String,
        asker: String,
        second: String,
        asked_on: String,
        opened_at: Option<i64>,
    }
}

/// The lines of one page, and how many there are in all, as they stand at an instant.
pub async fn page(
    conn: &mut Conn,
    (seen, now): (&[Seen], Timestamp),
    filter: &OpeningFilter,
    sort: OpeningSort,
    page: Page,
) -> Result<(Vec<OpeningLine>, i64), StoreError> {
    let begun = now.checked_sub(OPEN).unwrap_or(Timestamp::MIN);
    let list = compose(seen, filter, begun);
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let lines = rows.into_iter().map(|row| read(row, begun)).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

/// `begun`: whatever was opened then or before is over.
fn compose(seen: &[Seen], filter: &OpeningFilter, begun: Timestamp) -> List {
    let mut list = List::new(COLUMNS, FROM);
    list.any(seen.iter().map(choice).collect());
    if let Some(number) = filter.finding {
        list.with("f.year = $?", Value::Int(i64::from(number.year())))
            .with("f.serial = $?", Value::Int(number.serial()));
    }
    let begun = Value::Int(begun.as_millisecond());
    match filter.stage {
        Some(Stage::Opened) => {
            list.with("w.stage = 'opened' and w.opened_at > $?", begun);
        }
        Some(Stage::Expired) => {
            list.with("w.stage = 'expired' or w.stage = 'opened' and w.opened_at <= $?", begun);
        }
        other => {
            list.maybe("w.stage = $?", other.map(|stage| Value::Text(stage.code().to_owned())));
        }
    }
    list
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::OfOrgan(unit) => {
            const OF_ORGAN: &str = "f.organ = $?
                and (f.stage not in ('unfounded', 'closed') or w.stage = 'requested')";
            (OF_ORGAN, Value::Int(unit.0))
        }
        Seen::OfPerson(person) => ("w.asker = $? or w.second = $?", Value::Int(person.0)),
    }
}

fn read(row: Row, begun: Timestamp) -> Result<OpeningLine, StoreError> {
    let corrupt = || StoreError::Corrupt { table: "source_opening", id: row.id };
    let year = i16::try_from(row.year).map_err(|_| corrupt())?;
    let opened_at = row.opened_at.map(Timestamp::from_millisecond).transpose();
    let opened_at = opened_at.map_err(|_| corrupt())?;
    let stage = match Stage::from_code(&row.stage).ok_or_else(corrupt)? {
        Stage::Opened if opened_at.is_some_and(|at| at <= begun) => Stage::Expired,
        stage => stage,
    };
    Ok(OpeningLine {
        id: OpeningId(row.id),
        finding: FindingNumber::new(year, row.serial).ok_or_else(corrupt)?,
        organ: NamedUnit { code: row.o_code, name: row.o_name, name_en: row.o_en },
        stage,
        purpose: Purpose::from_code(&row.purpose).ok_or_else(corrupt)?,
        asker: row.asker,
        second: row.second,
        asked_on: row.asked_on,
        opened_at,
    })
}
