//! Lists of meetings.

use crate::accountability::read_document_number;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::row::wide_row;
use crate::visit::list::NamedUnit;
use jiff::civil::Date;
use qz_domain::id::{MeetingId, PersonId, UnitId};
use qz_domain::meeting::Stage;
use qz_domain::number::DocumentNumber;
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingLine {
    /// Number in the store.
    pub id: MeetingId,
    /// The organ.
    pub organ: NamedUnit,
    /// Where it stands.
    pub stage: Stage,
    /// The day for which it is called.
    pub held_on: String,
    /// The number of its minutes.
    pub number: Option<DocumentNumber>,
    /// Who chairs it.
    pub chair: String,
    /// How many matters stand on its agenda.
    pub items: i64,
    /// How many of them are neither voted on nor put off.
    pub open: i64,
    /// How many were put off.
    pub put_off: i64,
    /// How many were carried out.
    pub carried: i64,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Every one.
    All,
    /// Those of this organ.
    OfOrgan(UnitId),
    /// Those to which this person is called.
    Attending(PersonId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MeetingFilter {
    /// Where it stands.
    pub stage: Option<Stage>,
    /// On these days, both included.
    pub days: Option<(Date, Date)>,
    /// With these words in the organ's name or in the name of somebody who takes part.
    pub words: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum MeetingSort {
    /// The latest first.
    #[default]
    Latest,
    /// By organ, then the latest first.
    Organ,
    /// Those with the most open matters first.
    Open,
}

impl MeetingSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 3] = [Self::Latest, Self::Organ, Self::Open];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "m.held_on desc, m.id desc",
            Self::Organ => "o.code, m.held_on desc, m.id desc",
            Self::Open => "open desc, m.held_on, m.id",
        }
    }
}

const COLUMNS: &str = "m.id, m.stage, m.held_on, m.year, m.serial
     , o.code as o_code, o.name as o_name, o.name_en as o_en
     , coalesce((select p.name
                   from meeting_attendee t join person p on p.id = t.person
                  where t.meeting = m.id and t.place = 1), '') as chair
     , (select count(*) from meeting_item i where i.meeting = m.id) as items
     , (select count(*) from meeting_item i
         where i.meeting = m.id and i.proposal is null) as open
     , (select count(*) from meeting_item i
         where i.meeting = m.id and i.proposal = 'put_off') as put_off
     , (select count(*) from accountability_meeting d where d.meeting = m.id) as carried";
const FROM: &str = "meeting m join unit o on o.id = m.organ";

/// Finds words without wildcards: a text that shrinks when they are taken out has them.
const WORDS: &str = "replace(o.name, $?, '') <> o.name
    or replace(lower(o.name_en), lower($?), '') <> lower(o.name_en)
    or exists (select 1
                 from meeting_attendee t join person p on p.id = t.person
                where t.meeting = m.id
                  and (replace(p.name, $?, '') <> p.name or p.number = $?))";

/// Who is held to account in a matter of the agenda reads the meeting only when they take part in it.
const NOT_OF_SUBJECT: &str = "not exists (
        select 1
          from meeting_item i join accountability a on a.id = i.accountability
         where i.meeting = m.id and a.person = $?)
    or exists (select 1 from meeting_attendee t where t.meeting = m.id and t.person = $?)";

wide_row! {
    /// A line as it comes.
    Row {
        id: i64,
        stage: String,
        held_on: String,
        year: Option<i64>,
        serial: Option<i64>,
        o_code: String,
        o_name: String,
        o_en: String,
        chair: String,
        items: i64,
        open: i64,
        put_off: i64,
        carried: i64,
    }
}

/// The lines of one page, and how many there are in all. `viewer` is who reads.
pub async fn page(
    conn: &mut Conn,
    (seen, viewer): (&[Seen], Option<PersonId>),
    filter: &MeetingFilter,
    sort: MeetingSort,
    page: Page,
) -> Result<(Vec<MeetingLine>, i64), StoreError> {
    let list = compose((seen, viewer), filter);
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let lines = rows.into_iter().map(read_line).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

fn compose((seen, viewer): (&[Seen], Option<PersonId>), filter: &MeetingFilter) -> List {
    let mut list = List::new(COLUMNS, FROM);
    let text = |text: String| Value::Text(text);
    if !seen.contains(&Seen::All) {
        list.any(seen.iter().map(choice).collect());
    }
    let (from, to) = filter.days.unzip();
    list.maybe(NOT_OF_SUBJECT, viewer.map(|person| Value::Int(person.0)))
        .maybe("m.stage = $?", filter.stage.map(|stage| text(stage.code().to_owned())))
        .maybe("m.held_on >= $?", from.map(|day: Date| text(day.to_string())))
        .maybe("m.held_on <= $?", to.map(|day: Date| text(day.to_string())))
        .maybe(WORDS, filter.words.clone().map(text));
    list
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        Seen::OfOrgan(unit) => ("m.organ = $?", Value::Int(unit.0)),
        Seen::Attending(person) => (
            "exists (select 1 from meeting_attendee t where t.meeting = m.id and t.person = $?)",
            Value::Int(person.0),
        ),
    }
}

fn read_line(row: Row) -> Result<MeetingLine, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: "meeting", id };
    Ok(MeetingLine {
        id: MeetingId(id),
        organ: NamedUnit { code: row.o_code, name: row.o_name, name_en: row.o_en },
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        held_on: row.held_on,
        number: read_document_number(row.year, row.serial).map_err(|()| corrupt())?,
        chair: row.chair,
        items: row.items,
        open: row.open,
        put_off: row.put_off,
        carried: row.carried,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::Page;
    use crate::{Store, StoreUrl};

    #[tokio::test]
    async fn every_order_and_every_sight_is_a_statement() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&StoreUrl::Sqlite(folder.path().join("a.db"))).await.unwrap();
        let mut conn = store.reader().await.unwrap();
        let day = jiff::civil::date(2016, 2, 16);
        let filter = MeetingFilter {
            stage: Some(Stage::Held),
            days: Some((day, day)),
            words: Some("纪".to_owned()),
        };
        let seen = [Seen::OfOrgan(UnitId(1)), Seen::Attending(PersonId(1))];
        for sort in MeetingSort::ALL {
            for seen in [&seen[..], &[Seen::All]] {
                let found =
                    page(&mut conn, (seen, Some(PersonId(1))), &filter, sort, Page::all()).await;
                assert_eq!(found.unwrap(), (vec![], 0));
            }
        }
    }
}
