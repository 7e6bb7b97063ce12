//! Lists of accountabilities: what a person may see of them, filtered, sorted, paged.

use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::person::read_day;
use crate::rank::rank_place;
use crate::review::standing::{self, fallen, measure_now, outcome, under_review};
use crate::row::wide_row;
use crate::visit::list::NamedUnit;
use jiff::civil::Date;
use qz_domain::accountability::Stage;
use qz_domain::id::{AccountabilityId, FindingId, PersonId, UnitId};
use qz_domain::law::Law;
use qz_domain::number::{DocumentNumber, FindingNumber};
use qz_domain::person::PersonKind;
use qz_domain::post::Rank;
use qz_domain::review::Standing;
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountabilityLine {
    /// Number in the store.
    pub id: AccountabilityId,
    /// The finding it rests on.
    pub finding: FindingNumber,
    /// The same, in the store.
    pub finding_id: FindingId,
    /// The organ that decides.
    pub organ: NamedUnit,
    /// The unit held to account, or the one whose post the person held.
    pub unit: NamedUnit,
    /// The person, when it is one: number, name, rank and footing.
    pub person: Option<NamedPerson>,
    /// Where it stands.
    pub stage: Stage,
    /// Code of the measure that stands, or of the one proposed.
    pub measure: String,
    /// What reviews made of the decision.
    pub standing: Standing,
    /// The last day of its measure, where it lasts and no review ended it.
    pub runs_until: Option<Date>,
    /// Notice was given on.
    pub noticed_on: String,
    /// The last day for a statement, or the first it might be.
    pub answer_due: String,
    /// The number of the decision.
    pub number: Option<DocumentNumber>,
    /// Decided on; empty before.
    pub decided_on: String,
    /// Served on; empty before.
    pub served_on: String,
    /// The last day to ask for a review; empty before service.
    pub remedy_due: String,
    /// The day on which its finding was said to be unfounded; empty otherwise.
    pub unfounded_on: String,
}

/// A person held to account, as lists show them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedPerson {
    /// Number in the store.
    pub id: PersonId,
    /// The work number.
    pub number: String,
    /// The name.
    pub name: String,
    /// The rank of the post held on the day of the notice.
    pub rank: Rank,
    /// On what footing.
    pub kind: PersonKind,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Every one.
    All,
    /// Those this organ decides, whose finding did not come to nothing.
    OfOrgan(UnitId),
    /// Those of this organ whose finding is unfounded and whose subject is still to be cleared.
    ToClear(UnitId),
    /// Those of this unit itself, until they are erased.
    OfUnit(UnitId),
    /// Those of this person.
    OfPerson(PersonId),
}

/// Who is held to account, for a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectKind {
    /// Units.
    Units,
    /// Persons.
    Persons,
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountabilityFilter {
    /// Where it stands.
    pub stage: Option<Stage>,
    /// Units or persons.
    pub subject: Option<SubjectKind>,
    /// Served on these days, both included.
    pub served: Option<(Date, Date)>,
    /// The rank of the person then.
    pub rank: Option<Rank>,
    /// The footing of the person then.
    pub footing: Option<PersonKind>,
    /// Resting on this finding.
    pub finding: Option<FindingId>,
    /// At this unit.
    pub unit: Option<UnitId>,
    /// Decided by this organ.
    pub organ: Option<UnitId>,
    /// With this measure decided or proposed.
    pub measure: Option<String>,
    /// One of these, when any is given.
    pub ids: Vec<AccountabilityId>,
    /// With these words in the unit's or the person's name, or a finding's number.
    pub words: Option<String>,
    /// Only those whose subject is still to be cleared.
    pub is_to_clear: bool,
    /// Only those that no review felled.
    pub stands: bool,
    /// One line a unit: the earliest served on the unit itself.
    pub is_first_of_unit: bool,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AccountabilitySort {
    /// Latest notice first.
    #[default]
    Latest,
    /// By the last day for a statement.
    Due,
    /// By unit.
    Unit,
    /// By rank, highest first, then unit.
    Rank,
    /// By the day of service.
    Served,
    /// By the month of service, units first, then by measure: within a month nothing tells which
    /// decisions belong together.
    Month,
    /// By rank, then month and measure, for the same reason.
    RankAlone,
}

impl AccountabilitySort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 7] = [
        Self::Latest,
        Self::Due,
        Self::Unit,
        Self::Rank,
        Self::Served,
        Self::Month,
        Self::RankAlone,
    ];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "a.noticed_on desc, a.id desc",
            Self::Due => "a.answer_due, a.id",
            Self::Unit => "u.code, a.id",
            Self::Rank => {
                concat!(rank_place!("a.rank"), ", u.code, a.id")
            }
            Self::Served => "a.served_on nulls last, a.id",
            Self::Month => {
                "substr(a.served_on, 1, 7) nulls last
                     , case when a.person is null then 0 else 1 end
                     , case when a.person is null then a.served_on else '' end
                     , case when a.person is null then u.code else '' end
                     , a.rank, a.measure, a.footing, a.conduct, a.id"
            }
            Self::RankAlone => {
                concat!(
                    rank_place!("a.rank"),
                    ", substr(a.served_on, 1, 7), a.measure, a.footing, a.conduct, a.id"
                )
            }
        }
    }
}

const COLUMNS: &str = concat!(
    "a.id, a.finding, f.year as f_year, f.serial as f_serial
     , o.code as o_code, o.name as o_name, o.name_en as o_en
     , u.code as u_code, u.name as u_name, u.name_en as u_en
     , a.person, p.number as p_number, p.name as p_name, a.rank, a.footing, a.stage
     , case when a.measure = '' then a.proposed else ",
    measure_now!("a"),
    " end as measure, a.measure as decided_measure, a.lasts, ",
    under_review!("a"),
    " as reviews, ",
    outcome!("a"),
    " as outcome
     , a.noticed_on, a.answer_due, a.year, a.serial, coalesce(a.decided_on, '') as decided_on
     , coalesce(a.served_on, '') as served_on, coalesce(a.remedy_due, '') as remedy_due
     , case when f.stage = 'unfounded' then f.adjudicated_on else '' end as unfounded_on"
);
const FROM: &str = "accountability a join finding f on f.id = a.finding
      join unit u on u.id = a.unit join unit o on o.id = a.organ
      left join person p on p.id = a.person";

/// Finds words without wildcards: a text that shrinks when they are taken out has them.
const WORDS: &str = "replace(u.name, $?, '') <> u.name
    or replace(coalesce(p.name, ''), $?, '') <> coalesce(p.name, '') or p.number = $?
    or replace(lower(u.name_en), lower($?), '') <> lower(u.name_en)
    or cast(f.year as text) || '-' || cast(f.serial as text) = $?";

/// The first served decision on a unit itself that stands: the one that counts it.
const FIRST_OF_UNIT: &str = concat!(
    "not exists (
        select 1 from accountability e
         where e.unit = a.unit and e.person is null and e.stage = 'served'
           and e.served_on >= $?
           and (e.served_on < a.served_on or (e.served_on = a.served_on and e.id < a.id))
           and not ",
    fallen!("e"),
    ")"
);
const STANDS: &str = concat!("not ", fallen!("a"));
const MEASURE: &str = concat!(measure_now!("a"), " = $? or (a.measure = '' and a.proposed = $?)");

wide_row! {
    /// A line as it comes.
    Row {
        id: i64,
        finding: i64,
        f_year: i64,
        f_serial: i64,
        o_code: String,
        o_name: String,
        o_en: String,
        u_code: String,
        u_name: String,
        u_en: String,
        person: Option<i64>,
        p_number: Option<String>,
        p_name: Option<String>,
        rank: Option<String>,
        footing: Option<String>,
        stage: String,
        measure: String,
        reviews: i64,
        outcome: Option<String>,
        noticed_on: String,
        answer_due: String,
        year: Option<i64>,
        serial: Option<i64>,
        decided_on: String,
        served_on: String,
        remedy_due: String,
        unfounded_on: String,
        decided_measure: String,
        lasts: Option<String>,
    }
}

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    seen: &[Seen],
    filter: &AccountabilityFilter,
    sort: AccountabilitySort,
    page: Page,
) -> Result<(Vec<AccountabilityLine>, i64), StoreError> {
    let list = compose(seen, filter);
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let lines = rows.into_iter().map(read_line).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

fn compose(seen: &[Seen], filter: &AccountabilityFilter) -> List {
    let mut list = List::new(COLUMNS, FROM);
    let text = |text: String| Value::Text(text);
    if !seen.contains(&Seen::All) {
        list.any(seen.iter().map(choice).collect());
    }
    let (from, to) = filter.served.unzip();
    list.maybe("a.stage = $?", filter.stage.map(|stage| text(stage.code().to_owned())))
        .maybe("a.served_on >= $?", from.map(|day: Date| text(day.to_string())))
        .maybe("a.served_on <= $?", to.map(|day: Date| text(day.to_string())))
        .maybe("a.rank = $?", filter.rank.map(|rank| text(rank.code().to_owned())))
        .maybe("a.footing = $?", filter.footing.map(|kind| text(kind.code().to_owned())))
        .maybe("a.finding = $?", filter.finding.map(|finding| Value::Int(finding.0)))
        .maybe("a.unit = $?", filter.unit.map(|unit| Value::Int(unit.0)))
        .maybe("a.organ = $?", filter.organ.map(|organ| Value::Int(organ.0)))
        .maybe(MEASURE, filter.measure.clone().map(text))
        .maybe(WORDS, filter.words.clone().map(text));
    match filter.subject {
        Some(SubjectKind::Units) => list.only("a.person is null"),
        Some(SubjectKind::Persons) => list.only("a.person is not null"),
        None => &mut list,
    };
    if !filter.ids.is_empty() {
        list.any(filter.ids.iter().map(|id| ("a.id = $?", Value::Int(id.0))).collect());
    }
    if filter.is_to_clear {
        list.only("f.stage = 'unfounded' and a.stage <> 'cleared'");
    }
    if filter.stands {
        list.only(STANDS);
    }
    if filter.is_first_of_unit {
        let from = from.map_or_else(String::new, |day: Date| day.to_string());
        list.with(FIRST_OF_UNIT, Value::Text(from));
    }
    list
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        Seen::OfOrgan(unit) => ("a.organ = $? and f.stage <> 'unfounded'", Value::Int(unit.0)),
        Seen::ToClear(unit) => {
            ("a.organ = $? and f.stage = 'unfounded' and a.stage <> 'cleared'", Value::Int(unit.0))
        }
        Seen::OfUnit(unit) => {
            ("a.person is null and a.unit = $? and a.conduct <> ''", Value::Int(unit.0))
        }
        Seen::OfPerson(person) => ("a.person = $?", Value::Int(person.0)),
    }
}

/// The last day of a measure that lasts; none once a review changed or felled the decision.
fn runs_until(row: &Row, standing: Standing) -> Result<Option<Date>, StoreError> {
    const TABLE: &str = "accountability";
    let Some(lasts) = row.lasts.as_deref().filter(|_| standing.outcome.is_none()) else {
        return Ok(None);
    };
    let length = lasts.parse().map_err(|_| StoreError::Corrupt { table: TABLE, id: row.id })?;
    let decided = read_day(&row.decided_on, TABLE, row.id)?;
    let from = match row.served_on.as_str() {
        "" => decided,
        day => read_day(day, TABLE, row.id)?,
    };
    Ok(Law::shipped().on(decided).runs_until(&row.decided_measure, (from, length)))
}

fn read_line(row: Row) -> Result<AccountabilityLine, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: "accountability", id };
    let year = i16::try_from(row.f_year).map_err(|_| corrupt())?;
    let number = super::read_document_number(row.year, row.serial).map_err(|()| corrupt())?;
    let standing = standing::read(row.reviews, row.outcome.as_deref(), ("accountability", id))?;
    let runs_until = runs_until(&row, standing)?;
    let person = match (row.person, row.p_number, row.p_name, row.rank, row.footing) {
        (Some(id), Some(number), Some(name), Some(rank), Some(footing)) => Some(NamedPerson {
            id: PersonId(id),
            number,
            name,
            rank: Rank::from_code(&rank).ok_or_else(corrupt)?,
            kind: PersonKind::from_code(&footing).ok_or_else(corrupt)?,
        }),
        _ => None,
    };
    Ok(AccountabilityLine {
        id: AccountabilityId(id),
        finding: FindingNumber::new(year, row.f_serial).ok_or_else(corrupt)?,
        finding_id: FindingId(row.finding),
        organ: NamedUnit { code: row.o_code, name: row.o_name, name_en: row.o_en },
        unit: NamedUnit { code: row.u_code, name: row.u_name, name_en: row.u_en },
        person,
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        measure: row.measure,
        standing,
        runs_until,
        noticed_on: row.noticed_on,
        answer_due: row.answer_due,
        number,
        decided_on: row.decided_on,
        served_on: row.served_on,
        remedy_due: row.remedy_due,
        unfounded_on: row.unfounded_on,
    })
}
