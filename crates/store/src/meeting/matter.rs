//! The matters that stand on an agenda, or might: each with its subject and what stands around it.

use crate::accountability::{
    AccountabilityRow, Around, AroundRow, around_columns, around_joins, own_columns, read_around,
};
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::row::{Pair, wide_row};
use qz_domain::id::{AccountabilityId, MeetingId, UnitId};
use qz_domain::number::FindingNumber;

wide_row! {
    /// The subject, the finding, and the meetings it stands on.
    MatterRow {
        p_number: Option<String>,
        p_name: Option<String>,
        f_year: i64,
        f_serial: i64,
        called: Option<i64>,
        carried: Option<i64>,
    }
}

/// A matter for an agenda (待议事项).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// The accountability, with its units and the day of its finding.
    pub around: Around,
    /// The person's work number and name, when it is one.
    pub person: Option<(String, String)>,
    /// The number of its finding.
    pub finding: FindingNumber,
    /// The meeting still to be held on whose agenda it stands.
    pub called: Option<MeetingId>,
    /// The meeting from which it was carried out.
    pub carried: Option<MeetingId>,
}

impl Matter {
    /// The name of whoever it concerns.
    pub fn subject(&self) -> &str {
        self.person.as_ref().map_or(&self.around.unit.name, |(_, name)| name)
    }
}

const COLUMNS: &str = concat!(
    own_columns!(),
    ", ",
    around_columns!(),
    ", p.number as p_number, p.name as p_name, f.year as f_year, f.serial as f_serial
     , (select max(m.id)
          from meeting_item i join meeting m on m.id = i.meeting
         where i.accountability = a.id and m.stage = 'called') as called
     , (select d.meeting from accountability_meeting d where d.accountability = a.id) as carried"
);
const FROM: &str =
    concat!("accountability a ", around_joins!(), " left join person p on p.id = a.person");

/// The matters of a meeting's agenda, in no order.
pub async fn of_meeting(conn: &mut Conn, id: MeetingId) -> Result<Vec<Matter>, StoreError> {
    const ON_AGENDA: &str = "a.id in (select accountability from meeting_item where meeting = $?)";
    let mut list = List::new(COLUMNS, FROM);
    list.with(ON_AGENDA, Value::Int(id.0));
    read_all(conn, &list).await
}

/// These matters; those that are not there are left out.
pub async fn these(conn: &mut Conn, ids: &[AccountabilityId]) -> Result<Vec<Matter>, StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    list.any(ids.iter().map(|id| ("a.id = $?", Value::Int(id.0))).collect());
    read_all(conn, &list).await
}

/// The matters of organs that are borne out, undecided, and on no agenda of a meeting still to be held.
pub async fn ready(conn: &mut Conn, organs: &[UnitId]) -> Result<Vec<Matter>, StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    list.only("a.stage in ('noticed', 'answered', 'waived') and f.stage in ('upheld', 'partly')")
        .only(
            "not exists (select 1
                           from meeting_item i join meeting m on m.id = i.meeting
                          where i.accountability = a.id and m.stage = 'called')",
        )
        .any(organs.iter().map(|organ| ("a.organ = $?", Value::Int(organ.0))).collect());
    read_all(conn, &list).await
}

async fn read_all(conn: &mut Conn, list: &List) -> Result<Vec<Matter>, StoreError> {
    type Row = Pair<Pair<AccountabilityRow, AroundRow>, MatterRow>;
    let rows: Vec<Row> = list.rows(conn, "a.id", Page::all()).await?;
    rows.into_iter().map(|Pair(Pair(row, around), matter)| read(row, around, matter)).collect()
}

fn read(
    row: AccountabilityRow,
    around: AroundRow,
    matter: MatterRow,
) -> Result<Matter, StoreError> {
    let around = read_around(row, around)?;
    let corrupt = || StoreError::Corrupt { table: "finding", id: around.row.finding.0 };
    let year = i16::try_from(matter.f_year).map_err(|_| corrupt())?;
    Ok(Matter {
        person: matter.p_number.zip(matter.p_name),
        finding: FindingNumber::new(year, matter.f_serial).ok_or_else(corrupt)?,
        called: matter.called.map(MeetingId),
        carried: matter.carried.map(MeetingId),
        around,
    })
}
