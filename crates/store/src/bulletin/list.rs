//! Lists of bulletins, and their count.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::rank::rank_place;
use crate::review::standing::{changed, fallen, under_review};
use crate::row::wide_row;
use crate::visit::list::NamedUnit;
use jiff::civil::Date;
use qz_domain::bulletin::{CorrectionKind, Kind, Scope, Stage};
use qz_domain::id::{BulletinId, UnitId};
use qz_domain::number::DocumentNumber;
use qz_domain::post::Rank;
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulletinLine {
    /// Number in the store.
    pub id: BulletinId,
    /// The issuing organ.
    pub organ: NamedUnit,
    /// What it rests on.
    pub kind: Kind,
    /// Who may read its names.
    pub scope: Scope,
    /// Where it stands.
    pub stage: Stage,
    /// The title.
    pub title: String,
    /// Its number, once signed.
    pub number: Option<DocumentNumber>,
    /// The day of the latest step.
    pub latest_on: String,
    /// Published on; empty before.
    pub published_on: String,
    /// The last day names are shown; empty before.
    pub expires_on: String,
    /// How many decisions it makes known.
    pub decisions: i64,
    /// The highest rank among those it names; `None` when it names nobody.
    pub highest: Option<Rank>,
    /// What was last said in it because a decision it tells of was changed.
    pub correction: Option<CorrectionKind>,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Every one.
    All,
    /// What is published to anybody, or to the county.
    Published,
    /// What is published in this unit alone.
    ToldIn(UnitId),
    /// Those of this organ.
    OfOrgan(UnitId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BulletinFilter {
    /// Where it stands.
    pub stage: Option<Stage>,
    /// What it rests on.
    pub kind: Option<Kind>,
    /// By this organ.
    pub organ: Option<UnitId>,
    /// Published on these days, both included.
    pub published: Option<(Date, Date)>,
    /// With these words in the title.
    pub words: Option<String>,
    /// Numbered in this year.
    pub year: Option<i64>,
    /// With this serial.
    pub serial: Option<i64>,
    /// With these words in what every reader sees for good: title, opening, close, conduct and unit.
    pub text: Option<String>,
    /// That tell of a decision on this unit or on one of its people.
    pub unit: Option<UnitId>,
    /// Only those that tell of a decision which a review changed.
    pub is_changed: bool,
    /// Only those that tell of a decision which is under review or was changed by one.
    pub is_reviewed: bool,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum BulletinSort {
    /// Latest first.
    #[default]
    Latest,
    /// Earliest published first.
    Earliest,
    /// By the highest rank it tells of.
    Rank,
    /// By organ, year and serial.
    Number,
}

impl BulletinSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 4] = [Self::Latest, Self::Earliest, Self::Rank, Self::Number];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "b.published_on desc nulls first, b.latest_on desc, b.id desc",
            Self::Earliest => "b.published_on nulls last, b.id",
            Self::Rank => "highest nulls last, b.published_on nulls last, b.id",
            Self::Number => "o.code, b.kind, b.year nulls last, b.serial nulls last, b.id",
        }
    }
}

/// Of the highest rank its place among the ranks, which is the least.
const COLUMNS: &str = concat!(
    "b.id, o.code as o_code, o.name as o_name, o.name_en as o_en, b.kind, b.scope
     , b.stage, b.title, b.year, b.serial, b.latest_on
     , coalesce(b.published_on, '') as published_on, coalesce(b.expires_on, '') as expires_on
     , (select count(*) from bulletin_item i where i.bulletin = b.id) as decisions
     , (select cast(min(r.place) as bigint)
          from (select ",
    rank_place!("t.rank"),
    " as place
                  from appointment n join post t on t.id = n.post
                 where n.person = b.requester and n.since <= b.drafted_on
                   and coalesce(n.until, b.drafted_on) >= b.drafted_on
                 union all
                select ",
    rank_place!("a.rank"),
    "
                  from bulletin_item i join accountability a on a.id = i.accountability
                 where i.bulletin = b.id and a.rank is not null and i.naming <> '' and not ",
    changed!("a"),
    ") r) as highest
     , (select c.kind from bulletin_correction c where c.bulletin = b.id
         order by c.id desc limit 1) as correction"
);
/// No name stands in any of these: who is named is a person, and persons are not looked into.
const TEXT: &str = concat!(
    "replace(b.title, $?, '') <> b.title or replace(b.lead, $?, '') <> b.lead
     or replace(b.close, $?, '') <> b.close
     or exists (select 1
                  from bulletin_item i
                  join accountability a on a.id = i.accountability
                  join unit u on u.id = a.unit
                 where i.bulletin = b.id and not ",
    fallen!("a"),
    "
                   and (replace(a.conduct, $?, '') <> a.conduct or replace(u.name, $?, '') <> u.name))"
);
const FROM: &str = "bulletin b join unit o on o.id = b.organ";
const UNIT: &str = "exists (select 1
                 from bulletin_item i join accountability a on a.id = i.accountability
                where i.bulletin = b.id and a.unit = $?)";

const CHANGED: &str = concat!(
    "exists (select 1
                 from bulletin_item i join accountability a on a.id = i.accountability
                where i.bulletin = b.id and ",
    changed!("a"),
    ")"
);

const REVIEWED: &str = concat!(
    "exists (select 1
                 from bulletin_item i join accountability a on a.id = i.accountability
                where i.bulletin = b.id and (",
    under_review!("a"),
    " > 0 or ",
    changed!("a"),
    "))"
);

wide_row! {
    /// A line as it comes.
    Row {
        id: i64,
        o_code: String,
        o_name: String,
        o_en: String,
        kind: String,
        scope: String,
        stage: String,
        title: String,
        year: Option<i64>,
        serial: Option<i64>,
        latest_on: String,
        published_on: String,
        expires_on: String,
        decisions: i64,
        highest: Option<i64>,
        correction: Option<String>,
    }
}

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    seen: &[Seen],
    filter: &BulletinFilter,
    sort: BulletinSort,
    page: Page,
) -> Result<(Vec<BulletinLine>, i64), StoreError> {
    let list = compose(seen, filter);
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let lines = rows.into_iter().map(read_line).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

/// A year's published bulletins of an organ, counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// The year of their numbers.
    pub year: i64,
    /// The organ.
    pub organ: NamedUnit,
    /// How many there are.
    pub count: i64,
}

/// The published bulletins by year, the latest first, and organ.
pub async fn shelves(conn: &mut Conn) -> Result<Vec<Shelf>, StoreError> {
    const SQL: &str = "
        select b.year, o.code, o.name, o.name_en, count(*)
          from bulletin b join unit o on o.id = b.organ
         where b.stage = 'published' and b.scope <> 'unit' and b.year is not null
         group by b.year, o.code, o.name, o.name_en
         order by b.year desc, o.code";
    let rows: Vec<(i64, String, String, String, i64)> =
        on_either!(conn, c => sqlx::query_as(SQL).fetch_all(c).await)?;
    let read = |(year, code, name, name_en, count)| {
        let organ = NamedUnit { code, name, name_en };
        Shelf { year, organ, count }
    };
    Ok(rows.into_iter().map(read).collect())
}

/// How many lines there are.
pub async fn count(
    conn: &mut Conn,
    seen: &[Seen],
    filter: &BulletinFilter,
) -> Result<i64, StoreError> {
    compose(seen, filter).count(conn).await
}

fn compose(seen: &[Seen], filter: &BulletinFilter) -> List {
    let mut list = List::new(COLUMNS, FROM);
    let text = |text: String| Value::Text(text);
    if !seen.contains(&Seen::All) {
        list.any(seen.iter().map(choice).collect());
    }
    let (from, to) = filter.published.unzip();
    list.maybe("b.stage = $?", filter.stage.map(|stage| text(stage.code().to_owned())))
        .maybe("b.kind = $?", filter.kind.map(|kind| text(kind.code().to_owned())))
        .maybe("b.organ = $?", filter.organ.map(|organ| Value::Int(organ.0)))
        .maybe("b.published_on >= $?", from.map(|day: Date| text(day.to_string())))
        .maybe("b.published_on <= $?", to.map(|day: Date| text(day.to_string())))
        .maybe("replace(b.title, $?, '') <> b.title", filter.words.clone().map(text))
        .maybe("b.year = $?", filter.year.map(Value::Int))
        .maybe("b.serial = $?", filter.serial.map(Value::Int))
        .maybe(TEXT, filter.text.clone().map(text))
        .maybe(UNIT, filter.unit.map(|unit| Value::Int(unit.0)));
    if filter.is_changed {
        list.only(CHANGED);
    }
    if filter.is_reviewed {
        list.only(REVIEWED);
    }
    list
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        Seen::Published => {
            ("b.scope <> 'unit' and b.stage = $?", Value::Text("published".to_owned()))
        }
        Seen::ToldIn(unit) => {
            ("b.scope = 'unit' and b.stage = 'published' and b.organ = $?", Value::Int(unit.0))
        }
        Seen::OfOrgan(unit) => ("b.organ = $?", Value::Int(unit.0)),
    }
}

fn read_line(row: Row) -> Result<BulletinLine, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: "bulletin", id };
    let number = crate::accountability::read_document_number(row.year, row.serial);
    let rank = |place: i64| usize::try_from(place).ok().and_then(|place| Rank::ALL.get(place));
    Ok(BulletinLine {
        id: BulletinId(id),
        organ: NamedUnit { code: row.o_code, name: row.o_name, name_en: row.o_en },
        kind: Kind::from_code(&row.kind).ok_or_else(corrupt)?,
        scope: Scope::from_code(&row.scope).ok_or_else(corrupt)?,
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        title: row.title,
        number: number.map_err(|()| corrupt())?,
        latest_on: row.latest_on,
        published_on: row.published_on,
        expires_on: row.expires_on,
        decisions: row.decisions,
        correction: row
            .correction
            .map(|code| CorrectionKind::from_code(&code).ok_or_else(corrupt))
            .transpose()?,
        highest: row.highest.map(|place| rank(place).copied().ok_or_else(corrupt)).transpose()?,
    })
}
