//! Lists of absences: who is away on a day, who comes back when, who stands in meanwhile.

use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::person::read_day;
use jiff::civil::Date;
use qz_domain::away::{Away, AwayKind};
use qz_domain::id::{AwayId, PersonId, UnitId};
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AwayLine {
    /// The absence.
    pub away: Away,
    /// The work number.
    pub number: String,
    /// The name.
    pub name: String,
    /// The unit of the own post on the first day; may be empty.
    pub unit: String,
    /// That unit's English name; may be empty.
    pub unit_en: String,
    /// The post; may be empty.
    pub post: String,
    /// The post's English name; may be empty.
    pub post_en: String,
    /// Who stands in for it on the first day; may be empty.
    pub deputy: String,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AwaySeen {
    /// Everybody.
    All,
    /// Those with a post of this unit.
    OfUnit(UnitId),
    /// One's own.
    One(PersonId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AwayFilter {
    /// Of this kind.
    pub kind: Option<AwayKind>,
    /// Who is away on this day.
    pub on: Option<Date>,
    /// Only who holds a leading post.
    pub leaders: bool,
    /// Of this name or work number, or with this word in the unit's name.
    pub words: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum AwaySort {
    /// The latest to begin first.
    #[default]
    Latest,
    /// The first to be back first.
    Back,
    /// By unit.
    Unit,
}

impl AwaySort {
    fn order(self) -> &'static str {
        match self {
            Self::Latest => "w.since desc, w.id desc",
            Self::Back => "coalesce(w.back_on, w.until), w.id",
            Self::Unit => "u.code, o.code, w.since, w.id",
        }
    }
}

const COLUMNS: &str = "w.id, w.person, w.since, w.until, w.back_on, w.kind, w.note
     , p.number, p.name, coalesce(u.name, ''), coalesce(u.name_en, '')
     , coalesce(o.name, ''), coalesce(o.name_en, ''), coalesce(q.name, '')";
/// The own post on the first day, and who stands in for it then.
const FROM: &str = "away w
      join person p on p.id = w.person
      left join appointment a
        on a.person = w.person and a.kind = 'full' and a.since <= w.since
       and coalesce(a.until, w.since) >= w.since
      left join post o on o.id = a.post
      left join unit u on u.id = a.unit
      left join deputy d
        on d.post = a.post and d.since <= w.since and coalesce(d.until, w.since) >= w.since
      left join person q on q.id = d.person";
/// Finds words without wildcards: a text that shrinks when they are taken out has them.
const WORDS: &str =
    "replace(p.name, $?, '') <> p.name or replace(u.name, $?, '') <> u.name or p.number = $?";

type Row = (
    i64,
    i64,
    String,
    String,
    Option<String>,
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
    seen: &[AwaySeen],
    filter: &AwayFilter,
    sort: AwaySort,
    page: Page,
) -> Result<(Vec<AwayLine>, i64), StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    list.any(seen.iter().map(choice).collect())
        .maybe("w.kind = $?", filter.kind.map(|kind| Value::Text(kind.code().to_owned())))
        .maybe(
            "w.since <= $? and w.until >= $? and (w.back_on is null or w.back_on > $?)",
            filter.on.map(|day| Value::Text(day.to_string())),
        )
        .maybe("o.leads = $?", filter.leaders.then_some(Value::Int(1)))
        .maybe(WORDS, filter.words.clone().map(Value::Text));
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    Ok((rows.into_iter().map(read).collect::<Result<_, _>>()?, total))
}

fn choice(seen: &AwaySeen) -> (&'static str, Value) {
    match *seen {
        AwaySeen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        AwaySeen::OfUnit(unit) => (
            "exists (select 1 from appointment h
                      where h.person = w.person and h.unit = $? and h.since <= w.until
                        and coalesce(h.until, w.since) >= w.since)",
            Value::Int(unit.0),
        ),
        AwaySeen::One(person) => ("w.person = $?", Value::Int(person.0)),
    }
}

fn read(row: Row) -> Result<AwayLine, StoreError> {
    let (id, person, since, until, back_on, kind, note, number, name, unit, unit_en, ..) = row;
    let day = |text: &str| read_day(text, "away", id);
    let away = Away {
        id: AwayId(id),
        person: PersonId(person),
        since: day(&since)?,
        until: day(&until)?,
        back_on: back_on.as_deref().map(day).transpose()?,
        kind: AwayKind::from_code(&kind).ok_or(StoreError::Corrupt { table: "away", id })?,
        note,
    };
    let (post, post_en, deputy) = (row.11, row.12, row.13);
    Ok(AwayLine { away, number, name, unit, unit_en, post, post_en, deputy })
}
