//! Lists of people: what a viewer may see of them, filtered, sorted, paged.

use super::read_day;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use jiff::civil::Date;
use qz_domain::id::{PersonId, UnitId};
use qz_domain::person::PersonKind;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Line;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonLine {
    /// Number in the store.
    pub id: PersonId,
    /// The work number.
    pub number: String,
    /// The name.
    pub name: String,
    /// On what footing they work.
    pub kind: PersonKind,
    /// The post they hold now: of several the own one, then the latest.
    pub post: Option<HeldPost>,
    /// The last day of their latest training in inspection.
    pub trained_until: Option<Date>,
}

/// A post as lists show it: names in Chinese and English; the English ones may be empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPost {
    /// The unit's code.
    pub unit_code: String,
    /// The unit's name.
    pub unit: String,
    /// The unit's English name.
    pub unit_en: String,
    /// The post's name.
    pub name: String,
    /// The post's English name.
    pub name_en: String,
}

/// Whom a viewer may see: any of these.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeopleSeen {
    /// Everybody.
    All,
    /// This person.
    One(PersonId),
    /// Who holds a post of this unit.
    OfUnit(UnitId),
    /// Who holds a post of a unit of this line.
    OfLine(Line),
}

/// Whom a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonFilter {
    /// With these words in the name, the number or the unit's name.
    pub words: Option<String>,
    /// On this footing.
    pub kind: Option<PersonKind>,
    /// Holding a post of this unit.
    pub unit: Option<UnitId>,
    /// Trained in inspection on a day, or not trained.
    pub trained: Option<(bool, Date)>,
    /// Only those whose account holds the role of an inspector.
    pub inspectors: bool,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PersonSort {
    /// By work number.
    #[default]
    Number,
    /// By name.
    Name,
    /// By unit, then number.
    Unit,
    /// By the end of the training, those without first.
    Trained,
}

impl PersonSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 4] = [Self::Number, Self::Name, Self::Unit, Self::Trained];

    fn order(self) -> &'static str {
        match self {
            Self::Number => "p.number",
            Self::Name => "p.name, p.number",
            Self::Unit => "u.code nulls last, p.number",
            Self::Trained => "10 nulls first, p.number",
        }
    }
}

const COLUMNS: &str = "p.id, p.number, p.name, p.kind, u.code, u.name, u.name_en, o.name, o.name_en
     , (select max(r.until) from training r where r.person = p.id and r.course = 'inspection')";
const FROM: &str = "person p
  left join appointment a
    on a.id = (select b.id from appointment b where b.person = p.id and b.until is null
                order by case when b.kind = 'full' then 0 else 1 end, b.id desc limit 1)
  left join post o on o.id = a.post
  left join unit u on u.id = a.unit";

/// Finds words without wildcards: a text that shrinks when they are taken out has them.
const WORDS: &str = "replace(p.name, $?, '') <> p.name
    or replace(lower(p.number), lower($?), '') <> lower(p.number)
    or replace(coalesce(u.name, ''), $?, '') <> coalesce(u.name, '')
    or replace(lower(coalesce(u.name_en, '')), lower($?), '') <> lower(coalesce(u.name_en, ''))";
const OF_UNIT: &str = "exists (select 1 from appointment b
    where b.person = p.id and b.until is null and b.unit = $?)";
const OF_LINE: &str = "exists (select 1 from appointment b join unit w on w.id = b.unit
    where b.person = p.id and b.until is null and w.line = $?)";
const TRAINED: &str = "exists (select 1 from training r
    where r.person = p.id and r.course = 'inspection' and r.since <= $? and r.until >= $?)";
const UNTRAINED: &str = "not exists (select 1 from training r
    where r.person = p.id and r.course = 'inspection' and r.since <= $? and r.until >= $?)";
const INSPECTOR: &str = "exists (select 1 from account c join role_grant g on g.account = c.id
    where c.person = p.id and g.role = 'inspector' and g.stage = 'active')";

type Row = (
    i64,
    String,
    String,
    String,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
    Option<String>,
);

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    seen: &[PeopleSeen],
    filter: &PersonFilter,
    sort: PersonSort,
    page: Page,
) -> Result<(Vec<PersonLine>, i64), StoreError> {
    let list = compose(seen, filter);
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    Ok((rows.into_iter().map(read_line).collect::<Result<_, _>>()?, total))
}

/// How many lines there are.
pub async fn count(
    conn: &mut Conn,
    seen: &[PeopleSeen],
    filter: &PersonFilter,
) -> Result<i64, StoreError> {
    compose(seen, filter).count(conn).await
}

fn compose(seen: &[PeopleSeen], filter: &PersonFilter) -> List {
    let mut list = List::new(COLUMNS, FROM);
    if !seen.contains(&PeopleSeen::All) {
        list.any(seen.iter().map(choice).collect());
    }
    list.maybe(WORDS, filter.words.clone().map(Value::Text))
        .maybe("p.kind = $?", filter.kind.map(|kind| Value::Text(kind.code().to_owned())))
        .maybe(OF_UNIT, filter.unit.map(|unit| Value::Int(unit.0)));
    if let Some((is_trained, day)) = filter.trained {
        let fragment = if is_trained { TRAINED } else { UNTRAINED };
        list.with(fragment, Value::Text(day.to_string()));
    }
    if filter.inspectors {
        list.only(INSPECTOR);
    }
    list
}

fn choice(seen: &PeopleSeen) -> (&'static str, Value) {
    match seen {
        PeopleSeen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        PeopleSeen::One(person) => ("p.id = $?", Value::Int(person.0)),
        PeopleSeen::OfUnit(unit) => (OF_UNIT, Value::Int(unit.0)),
        PeopleSeen::OfLine(line) => (OF_LINE, Value::Text(line.code().to_owned())),
    }
}

fn read_line(row: Row) -> Result<PersonLine, StoreError> {
    let (id, number, name, kind, code, unit, unit_en, post, post_en, trained_until) = row;
    let kind = PersonKind::from_code(&kind).ok_or(StoreError::Corrupt { table: "person", id })?;
    let post = code.map(|unit_code| HeldPost {
        unit_code,
        unit: unit.unwrap_or_default(),
        unit_en: unit_en.unwrap_or_default(),
        name: post.unwrap_or_default(),
        name_en: post_en.unwrap_or_default(),
    });
    let trained_until =
        trained_until.as_deref().map(|day| read_day(day, "training", id)).transpose()?;
    Ok(PersonLine { id: PersonId(id), number, name, kind, post, trained_until })
}
