//! Lists of reviews.

use crate::accountability::read_document_number;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::row::wide_row;
use crate::visit::list::NamedUnit;
use qz_domain::id::{AccountabilityId, PersonId, ReviewId, UnitId};
use qz_domain::number::DocumentNumber;
use qz_domain::review::{Origin, Outcome, Stage};
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewLine {
    /// Number in the store.
    pub id: ReviewId,
    /// The decision.
    pub accountability: AccountabilityId,
    /// The number of the decision.
    pub decision: Option<DocumentNumber>,
    /// The organ that decided.
    pub organ: NamedUnit,
    /// The unit held to account, or the one whose post the person held.
    pub unit: NamedUnit,
    /// The name of the person, when it is one.
    pub person: Option<String>,
    /// Who began it.
    pub origin: Origin,
    /// Where it stands.
    pub stage: Stage,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// Asked for, or opened, on.
    pub lodged_on: String,
    /// The last day of the term that runs; empty when none does.
    pub due: String,
    /// Served on; empty before.
    pub served_on: String,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Every one.
    All,
    /// Those of decisions of this organ.
    OfOrgan(UnitId),
    /// Those of decisions on this unit itself.
    OfUnit(UnitId),
    /// Those of decisions on this person.
    OfPerson(PersonId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewFilter {
    /// Where it stands.
    pub stage: Option<Stage>,
    /// What was decided.
    pub outcome: Option<Outcome>,
    /// With these words in the unit's or the person's name.
    pub words: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ReviewSort {
    /// The latest step first.
    #[default]
    Latest,
    /// By the last day of the term that runs.
    Due,
    /// By unit.
    Unit,
}

impl ReviewSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 3] = [Self::Latest, Self::Due, Self::Unit];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "r.latest_on desc, r.id desc",
            Self::Due => "due nulls last, r.id",
            Self::Unit => "u.code, r.id",
        }
    }
}

const COLUMNS: &str = "r.id, r.accountability, a.year, a.serial
     , o.code as o_code, o.name as o_name, o.name_en as o_en
     , u.code as u_code, u.name as u_name, u.name_en as u_en
     , p.name as person, r.origin, r.stage, r.outcome, r.lodged_on
     , case r.stage when 'lodged' then r.accept_due when 'accepted' then r.decide_due end as due
     , coalesce(r.served_on, '') as served_on";
const FROM: &str = "review r join accountability a on a.id = r.accountability
      join unit u on u.id = a.unit join unit o on o.id = r.organ
      left join person p on p.id = a.person";

/// Finds words without wildcards: a text that shrinks when they are taken out has them.
const WORDS: &str = "replace(u.name, $?, '') <> u.name
    or replace(coalesce(p.name, ''), $?, '') <> coalesce(p.name, '') or p.number = $?
    or replace(lower(u.name_en), lower($?), '') <> lower(u.name_en)";

wide_row! {
    /// A line as it comes.
    Row {
        id: i64,
        accountability: i64,
        year: Option<i64>,
        serial: Option<i64>,
        o_code: String,
        o_name: String,
        o_en: String,
        u_code: String,
        u_name: String,
        u_en: String,
        person: Option<String>,
        origin: String,
        stage: String,
        outcome: Option<String>,
        lodged_on: String,
        due: Option<String>,
        served_on: String,
    }
}

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    seen: &[Seen],
    filter: &ReviewFilter,
    sort: ReviewSort,
    page: Page,
) -> Result<(Vec<ReviewLine>, i64), StoreError> {
    let list = compose(seen, filter);
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let lines = rows.into_iter().map(read_line).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

fn compose(seen: &[Seen], filter: &ReviewFilter) -> List {
    let mut list = List::new(COLUMNS, FROM);
    let text = |text: String| Value::Text(text);
    if !seen.contains(&Seen::All) {
        list.any(seen.iter().map(choice).collect());
    }
    list.maybe("r.stage = $?", filter.stage.map(|stage| text(stage.code().to_owned())))
        .maybe("r.outcome = $?", filter.outcome.map(|outcome| text(outcome.code().to_owned())))
        .maybe(WORDS, filter.words.clone().map(text));
    list
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        Seen::OfOrgan(unit) => ("(r.organ = $? or a.organ = $?)", Value::Int(unit.0)),
        Seen::OfUnit(unit) => ("a.person is null and a.unit = $?", Value::Int(unit.0)),
        Seen::OfPerson(person) => ("a.person = $?", Value::Int(person.0)),
    }
}

fn read_line(row: Row) -> Result<ReviewLine, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: "review", id };
    let outcome = row.outcome.as_deref();
    Ok(ReviewLine {
        id: ReviewId(id),
        accountability: AccountabilityId(row.accountability),
        decision: read_document_number(row.year, row.serial).map_err(|()| corrupt())?,
        organ: NamedUnit { code: row.o_code, name: row.o_name, name_en: row.o_en },
        unit: NamedUnit { code: row.u_code, name: row.u_name, name_en: row.u_en },
        person: row.person,
        origin: Spelled::from_code(&row.origin).ok_or_else(corrupt)?,
        stage: Spelled::from_code(&row.stage).ok_or_else(corrupt)?,
        outcome: outcome.map(|code| Spelled::from_code(code).ok_or_else(corrupt)).transpose()?,
        lodged_on: row.lodged_on,
        due: row.due.unwrap_or_default(),
        served_on: row.served_on,
    })
}
