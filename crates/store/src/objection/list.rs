//! Lists of objections: one's own, and those an office is to answer.

use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use qz_domain::id::{ObjectionId, PersonId, UnitId};
use qz_domain::objection::{Entry, EntryKind, Stage};
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectionLine {
    /// Number in the store.
    pub id: ObjectionId,
    /// Whose record it is: work number and name.
    pub person: (String, String),
    /// The entry.
    pub entry: Entry,
    /// Where it stands.
    pub stage: Stage,
    /// What is wrong.
    pub wrong: String,
    /// Raised on.
    pub raised_on: String,
    /// Until when it is answered.
    pub due: String,
    /// Answered on; empty before.
    pub answered_on: String,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// This person's own, until the entry is erased.
    OfPerson(PersonId),
    /// Those to base data.
    OfRecords,
    /// Those to what this organ keeps, and that did not come to nothing.
    OfOrgan(UnitId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ObjectionFilter {
    /// Where it stands.
    pub stage: Option<Stage>,
    /// To this kind of entry.
    pub kind: Option<EntryKind>,
    /// With these words in the text, or of this name or work number.
    pub words: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ObjectionSort {
    /// The first due first.
    #[default]
    Due,
    /// Latest first.
    Latest,
    /// By person.
    Person,
}

impl ObjectionSort {
    fn order(self) -> &'static str {
        match self {
            Self::Due => "case when o.stage = 'raised' then 0 else 1 end, o.answer_due, o.id",
            Self::Latest => "o.raised_on desc, o.id desc",
            Self::Person => "p.number, o.id",
        }
    }
}

const COLUMNS: &str = "o.id, p.number, p.name, o.entry_kind, o.entry, o.stage, o.wrong, o.raised_on
     , o.answer_due, coalesce(o.answered_on, '')";
const FROM: &str = "objection o join person p on p.id = o.person";
/// Finds words without wildcards: a text that shrinks when they are taken out has them.
const WORDS: &str = "replace(o.wrong, $?, '') <> o.wrong or replace(p.name, $?, '') <> p.name
    or replace(o.rightly, $?, '') <> o.rightly or p.number = $?";

type Row = (i64, String, String, String, i64, String, String, String, String, String);

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    seen: &[Seen],
    filter: &ObjectionFilter,
    sort: ObjectionSort,
    page: Page,
) -> Result<(Vec<ObjectionLine>, i64), StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    list.any(seen.iter().map(choice).collect())
        .maybe("o.stage = $?", filter.stage.map(|stage| Value::Text(stage.code().to_owned())))
        .maybe("o.entry_kind = $?", filter.kind.map(|kind| Value::Text(kind.code().to_owned())))
        .maybe(WORDS, filter.words.clone().map(Value::Text));
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    Ok((rows.into_iter().map(read).collect::<Result<_, _>>()?, total))
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::OfPerson(person) => ("o.person = $? and o.entry <> 0", Value::Int(person.0)),
        Seen::OfRecords => ("o.organ is null and cast($? as bigint) = 1", Value::Int(1)),
        Seen::OfOrgan(unit) => (
            "o.organ = $? and o.entry <> 0
             and not exists (select 1 from accountability d join finding f on f.id = d.finding
                              where o.entry_kind = 'accountability' and d.id = o.entry
                                and f.stage = 'unfounded')",
            Value::Int(unit.0),
        ),
    }
}

fn read(row: Row) -> Result<ObjectionLine, StoreError> {
    let (id, number, name, kind, entry, stage, wrong, raised_on, due, answered_on) = row;
    let corrupt = || StoreError::Corrupt { table: "objection", id };
    let kind = EntryKind::from_code(&kind).ok_or_else(corrupt)?;
    Ok(ObjectionLine {
        id: ObjectionId(id),
        person: (number, name),
        entry: Entry { kind, id: entry },
        stage: Stage::from_code(&stage).ok_or_else(corrupt)?,
        wrong,
        raised_on,
        due,
        answered_on,
    })
}
