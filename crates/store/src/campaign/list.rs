//! Lists of campaigns, and their count.

use super::TABLE;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::person::read_day;
use crate::row::wide_row;
use crate::visit::list::NamedUnit;
use jiff::civil::Date;
use qz_domain::campaign::Stage;
use qz_domain::id::{CampaignId, UnitId};
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignLine {
    /// Number in the store.
    pub id: CampaignId,
    /// The lead.
    pub organ: NamedUnit,
    /// Where its plan stands.
    pub stage: Stage,
    /// The title.
    pub title: String,
    /// The plan's document number; may be empty.
    pub doc_number: String,
    /// The first day.
    pub starts: Date,
    /// The last day.
    pub ends: Date,
    /// Issued on; empty before.
    pub issued_on: String,
    /// The day of the latest step.
    pub latest_on: String,
    /// How many units take part.
    pub members: i64,
    /// How many duties they have.
    pub duties: i64,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Every one.
    All,
    /// What was ever issued.
    Issued,
    /// Those that this unit leads.
    OfOrgan(UnitId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CampaignFilter {
    /// Where its plan stands.
    pub stage: Option<Stage>,
    /// Led by this unit.
    pub organ: Option<UnitId>,
    /// With this day among its days.
    pub on: Option<Date>,
    /// With these words in the title or the document number.
    pub words: Option<String>,
    /// With these words in the title, the purpose, the text or a duty.
    pub text: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CampaignSort {
    /// Latest issued first, drafts before them.
    #[default]
    Latest,
    /// Earliest begun first.
    Earliest,
    /// By last day.
    Ends,
    /// By title.
    Title,
}

impl CampaignSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 4] = [Self::Latest, Self::Earliest, Self::Ends, Self::Title];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "c.issued_on desc nulls first, c.latest_on desc, c.id desc",
            Self::Earliest => "c.starts, c.id",
            Self::Ends => "c.ends, c.id",
            Self::Title => "c.title, c.id",
        }
    }
}

const COLUMNS: &str = "c.id, o.code as o_code, o.name as o_name, o.name_en as o_en, c.stage
     , c.title, c.doc_number, c.starts, c.ends, coalesce(c.issued_on, '') as issued_on, c.latest_on
     , (select count(distinct d.unit_id) from campaign_duty d where d.campaign_id = c.id) as members
     , (select count(*) from campaign_duty d where d.campaign_id = c.id) as duties";
/// The stage as it is read: a plan is replaced once an issued one names it.
const FROM: &str = "(select p.id, p.organ
          , case when p.stage = 'issued' and exists
                      (select 1 from campaign r where r.replaces = p.id and r.stage = 'issued')
                 then 'replaced' else p.stage end as stage
          , p.title, p.doc_number, p.purpose, p.body, p.starts, p.ends, p.issued_on, p.latest_on
       from campaign p) c
       join unit o on o.id = c.organ";

wide_row! {
    /// A line as it comes.
    Row {
        id: i64,
        o_code: String,
        o_name: String,
        o_en: String,
        stage: String,
        title: String,
        doc_number: String,
        starts: String,
        ends: String,
        issued_on: String,
        latest_on: String,
        members: i64,
        duties: i64,
    }
}

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    seen: &[Seen],
    filter: &CampaignFilter,
    sort: CampaignSort,
    page: Page,
) -> Result<(Vec<CampaignLine>, i64), StoreError> {
    let list = compose(seen, filter);
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let lines = rows.into_iter().map(read_line).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

fn compose(seen: &[Seen], filter: &CampaignFilter) -> List {
    let mut list = List::new(COLUMNS, FROM);
    let text = |text: &str| Value::Text(text.to_owned());
    if !seen.contains(&Seen::All) {
        list.any(seen.iter().map(choice).collect());
    }
    list.maybe("c.stage = $?", filter.stage.map(|stage| text(stage.code())))
        .maybe("c.organ = $?", filter.organ.map(|unit| Value::Int(unit.0)))
        .maybe("c.starts <= $? and c.ends >= $?", filter.on.map(|day| text(&day.to_string())))
        .maybe(
            "replace(c.title, $?, '') <> c.title
             or replace(c.doc_number, $?, '') <> c.doc_number",
            filter.words.as_deref().map(text),
        )
        .maybe(
            "replace(c.title, $?, '') <> c.title or replace(c.purpose, $?, '') <> c.purpose
             or replace(c.body, $?, '') <> c.body
             or exists (select 1 from campaign_duty d
                         where d.campaign_id = c.id and replace(d.text, $?, '') <> d.text)",
            filter.text.as_deref().map(text),
        );
    list
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        Seen::Issued => ("c.issued_on >= $?", Value::Text(String::new())),
        Seen::OfOrgan(unit) => ("c.organ = $?", Value::Int(unit.0)),
    }
}

fn read_line(row: Row) -> Result<CampaignLine, StoreError> {
    let id = row.id;
    let stage = Stage::from_code(&row.stage);
    Ok(CampaignLine {
        id: CampaignId(id),
        organ: NamedUnit { code: row.o_code, name: row.o_name, name_en: row.o_en },
        stage: stage.ok_or(StoreError::Corrupt { table: TABLE, id })?,
        title: row.title,
        doc_number: row.doc_number,
        starts: read_day(&row.starts, TABLE, id)?,
        ends: read_day(&row.ends, TABLE, id)?,
        issued_on: row.issued_on,
        latest_on: row.latest_on,
        members: row.members,
        duties: row.duties,
    })
}
