//! Lists of findings: what a person may see of them, filtered, sorted, paged; and the year's count.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::visit::list::NamedUnit;
use jiff::civil::Date;
use qz_domain::finding::Stage;
use qz_domain::id::{FindingId, PersonId, UnitId};
use qz_domain::number::{FindingNumber, VisitNumber};
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FindingLine {
    /// Number in the store.
    pub id: FindingId,
    /// The number people know.
    pub number: FindingNumber,
    /// The visit it comes from; `None` where the unit saw it itself.
    pub visit: Option<VisitNumber>,
    /// Where it stands.
    pub stage: Stage,
    /// The organ that looks into it.
    pub organ: NamedUnit,
    /// The unit it concerns.
    pub unit: NamedUnit,
    /// What calls for a look.
    pub facts: String,
    /// Registered on.
    pub registered_on: String,
    /// Adjudicated on; empty before.
    pub adjudicated_on: String,
    /// The last day of the term that runs where it stands; empty where none runs or the year's notice is not out.
    pub due_on: String,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Every finding that did not come to nothing.
    All,
    /// As [`Seen::All`], those this organ looks into.
    OfOrgan(UnitId),
    /// As [`Seen::All`], those in which this person had a part after the visit.
    OfHand(PersonId),
    /// Those of this organ that are unfounded and of which somebody is still to be cleared.
    ToClear(UnitId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FindingFilter {
    /// Where it stands.
    pub stage: Option<Stage>,
    /// Only those borne out, wholly or in part.
    pub is_borne_out: bool,
    /// Only those whose term ends on this day or before.
    pub due_until: Option<Date>,
    /// Adjudicated on these days, both included.
    pub adjudicated: Option<(Date, Date)>,
    /// By this organ.
    pub organ: Option<UnitId>,
    /// At this unit.
    pub unit: Option<UnitId>,
    /// With this number exactly.
    pub number: Option<FindingNumber>,
    /// With these words in the facts or the unit's name.
    pub words: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FindingSort {
    /// Latest number first.
    #[default]
    Latest,
    /// By number.
    Number,
    /// By unit, then number.
    Unit,
    /// By stage, then number.
    Stage,
    /// By the day of adjudication.
    Adjudicated,
}

impl FindingSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 5] =
        [Self::Latest, Self::Number, Self::Unit, Self::Stage, Self::Adjudicated];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "f.year desc, f.serial desc",
            Self::Number => "f.year, f.serial",
            Self::Unit => "u.code, f.year, f.serial",
            Self::Stage => "f.stage, f.year, f.serial",
            Self::Adjudicated => "f.adjudicated_on nulls last, f.year, f.serial",
        }
    }
}

const COLUMNS: &str = "f.id, f.year, f.serial, v.year, v.serial, f.stage
     , o.code, o.name, o.name_en, u.code, u.name, u.name_en, f.facts, f.registered_on
     , coalesce(f.adjudicated_on, '')
     , case when f.term_waits is null then coalesce(f.term_due, '') else '' end";
const FROM: &str = "finding f left join visit v on v.id = f.visit
      join unit u on u.id = f.unit join unit o on o.id = f.organ";

/// Finds words without wildcards: a text that shrinks when they are taken out has them.
const WORDS: &str = "replace(f.facts, $?, '') <> f.facts or replace(u.name, $?, '') <> u.name
    or replace(lower(u.name_en), lower($?), '') <> lower(u.name_en)";

type Row = (
    i64,
    i64,
    i64,
    Option<i64>,
    Option<i64>,
    String,
    String,
    String,
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
    filter: &FindingFilter,
    sort: FindingSort,
    page: Page,
) -> Result<(Vec<FindingLine>, i64), StoreError> {
    let list = compose(seen, filter);
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let lines = rows.into_iter().map(read_line).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

/// How many were borne out on each day of a span, both ends included.
pub async fn borne_out(
    conn: &mut Conn,
    (from, to): (Date, Date),
    unit: Option<UnitId>,
) -> Result<Vec<(Date, i64)>, StoreError> {
    const SQL: &str = "
        select adjudicated_on, count(*)
          from finding
         where stage in ('upheld', 'partly') and adjudicated_on between $1 and $2
           and unit = coalesce(cast($3 as bigint), unit)
         group by adjudicated_on
         order by adjudicated_on";
    let rows: Vec<(String, i64)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(from.to_string())
        .bind(to.to_string())
        .bind(unit.map(|unit| unit.0))
        .fetch_all(c)
        .await)?;
    let read =
        |(day, count): (String, i64)| Ok((crate::person::read_day(&day, "finding", 0)?, count));
    rows.into_iter().map(read).collect()
}

fn compose(seen: &[Seen], filter: &FindingFilter) -> List {
    let mut list = List::new(COLUMNS, FROM);
    let text = |text: String| Value::Text(text);
    list.any(seen.iter().map(choice).collect());
    let (from, to) = filter.adjudicated.unzip();
    list.maybe("f.stage = $?", filter.stage.map(|stage| text(stage.code().to_owned())))
        .maybe("f.adjudicated_on >= $?", from.map(|day: Date| text(day.to_string())))
        .maybe("f.adjudicated_on <= $?", to.map(|day: Date| text(day.to_string())))
        .maybe("f.organ = $?", filter.organ.map(|organ| Value::Int(organ.0)))
        .maybe("f.unit = $?", filter.unit.map(|unit| Value::Int(unit.0)))
        .maybe(
            "f.term_waits is null and f.term_due <= $?",
            filter.due_until.map(|day| text(day.to_string())),
        )
        .maybe(WORDS, filter.words.clone().map(text));
    if let Some(number) = filter.number {
        list.with("f.year = $?", Value::Int(i64::from(number.year())))
            .with("f.serial = $?", Value::Int(number.serial()));
    }
    if filter.is_borne_out {
        list.only("f.stage in ('upheld', 'partly')");
    }
    list
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::All => {
            ("f.stage not in ('unfounded', 'closed') and cast($? as bigint) = 1", Value::Int(1))
        }
        Seen::OfOrgan(unit) => {
            ("f.stage not in ('unfounded', 'closed') and f.organ = $?", Value::Int(unit.0))
        }
        Seen::OfHand(person) => (
            "f.stage not in ('unfounded', 'closed')
             and exists (select 1 from finding_part p where p.finding = f.id and p.person = $?)",
            Value::Int(person.0),
        ),
        Seen::ToClear(unit) => (
            "f.stage = 'unfounded' and f.organ = $?
             and exists (select 1 from accountability c
                          where c.finding = f.id and c.stage <> 'cleared')",
            Value::Int(unit.0),
        ),
    }
}

fn read_line(row: Row) -> Result<FindingLine, StoreError> {
    let (id, year, serial, v_year, v_serial, stage, o_code, o_name, o_en, u_code, u_name, u_en, ..) =
        row.clone();
    let (facts, registered_on, adjudicated_on, due_on) = (row.12, row.13, row.14, row.15);
    let corrupt = || StoreError::Corrupt { table: "finding", id };
    let small = |year: i64| i16::try_from(year).map_err(|_| corrupt());
    Ok(FindingLine {
        id: FindingId(id),
        number: FindingNumber::new(small(year)?, serial).ok_or_else(corrupt)?,
        visit: match v_year.zip(v_serial) {
            Some((year, serial)) => {
                Some(VisitNumber::new(small(year)?, serial).ok_or_else(corrupt)?)
            }
            None => None,
        },
        stage: Stage::from_code(&stage).ok_or_else(corrupt)?,
        organ: NamedUnit { code: o_code, name: o_name, name_en: o_en },
        unit: NamedUnit { code: u_code, name: u_name, name_en: u_en },
        facts,
        registered_on,
        adjudicated_on,
        due_on,
    })
}
