//! Lists of articles, and their count.

use super::instant;
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::row::wide_row;
use crate::visit::list::NamedUnit;
use jiff::Timestamp;
use qz_domain::article::{Section, Stage};
use qz_domain::id::{ArticleId, UnitId};
use qz_domain::spelled::Spelled;

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleLine {
    /// Number in the store.
    pub id: ArticleId,
    /// The office that publishes it.
    pub organ: NamedUnit,
    /// Under which heading.
    pub section: Section,
    /// Where it stands.
    pub stage: Stage,
    /// The title.
    pub title: String,
    /// Where it comes from.
    pub source: String,
    /// Who wrote it.
    pub authors: String,
    /// The day of the latest step.
    pub latest_on: String,
    /// When it was published.
    pub published_at: Option<Timestamp>,
}

/// What a viewer may see: any of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// Every one.
    All,
    /// What was ever published; what was withdrawn since stands as a notice.
    Published,
    /// Those of this office.
    OfOrgan(UnitId),
}

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ArticleFilter {
    /// Where it stands.
    pub stage: Option<Stage>,
    /// Under which heading.
    pub section: Option<Section>,
    /// Published at or after the first and before the second instant.
    pub published: Option<(Timestamp, Timestamp)>,
    /// With these words in the title.
    pub words: Option<String>,
    /// With these words in the title or in the text of one that stands.
    pub text: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ArticleSort {
    /// Latest first.
    #[default]
    Latest,
    /// Earliest published first.
    Earliest,
    /// By title.
    Title,
}

impl ArticleSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 3] = [Self::Latest, Self::Earliest, Self::Title];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "a.published_at desc nulls first, a.latest_on desc, a.id desc",
            Self::Earliest => "a.published_at nulls last, a.id",
            Self::Title => "a.title, a.id",
        }
    }
}

const COLUMNS: &str = "a.id, o.code as o_code, o.name as o_name, o.name_en as o_en, a.section
     , a.stage, a.title, a.source, a.authors, a.latest_on, a.published_at";
const FROM: &str = "article a join unit o on o.id = a.organ";

wide_row! {
    /// A line as it comes.
    Row {
        id: i64,
        o_code: String,
        o_name: String,
        o_en: String,
        section: String,
        stage: String,
        title: String,
        source: String,
        authors: String,
        latest_on: String,
        published_at: Option<i64>,
    }
}

/// The lines of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    seen: &[Seen],
    filter: &ArticleFilter,
    sort: ArticleSort,
    page: Page,
) -> Result<(Vec<ArticleLine>, i64), StoreError> {
    let list = compose(seen, filter);
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, sort.order(), page).await?;
    let lines = rows.into_iter().map(read_line).collect::<Result<_, _>>()?;
    Ok((lines, total))
}

fn compose(seen: &[Seen], filter: &ArticleFilter) -> List {
    let mut list = List::new(COLUMNS, FROM);
    let text = |text: &str| Value::Text(text.to_owned());
    let instant = |at: Timestamp| Value::Int(at.as_millisecond());
    if !seen.contains(&Seen::All) {
        list.any(seen.iter().map(choice).collect());
    }
    let (from, until) = filter.published.unzip();
    list.maybe("a.stage = $?", filter.stage.map(|stage| text(stage.code())))
        .maybe("a.section = $?", filter.section.map(|section| text(section.code())))
        .maybe("a.published_at >= $?", from.map(instant))
        .maybe("a.published_at < $?", until.map(instant))
        .maybe("replace(a.title, $?, '') <> a.title", filter.words.as_deref().map(text))
        .maybe(
            "replace(a.title, $?, '') <> a.title
             or (a.stage = 'published' and replace(a.body, $?, '') <> a.body)",
            filter.text.as_deref().map(text),
        );
    list
}

fn choice(seen: &Seen) -> (&'static str, Value) {
    match *seen {
        Seen::All => ("cast($? as bigint) = 1", Value::Int(1)),
        Seen::Published => (
            "a.published_at >= $?
             and not exists (select 1 from ticket h
                              where h.hidden = 1
                                and h.page = '/articles/' || cast(a.id as text))",
            Value::Int(0),
        ),
        Seen::OfOrgan(unit) => ("a.organ = $?", Value::Int(unit.0)),
    }
}

fn read_line(row: Row) -> Result<ArticleLine, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: "article", id };
    Ok(ArticleLine {
        id: ArticleId(id),
        organ: NamedUnit { code: row.o_code, name: row.o_name, name_en: row.o_en },
        section: Section::from_code(&row.section).ok_or_else(corrupt)?,
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        title: row.title,
        source: row.source,
        authors: row.authors,
        latest_on: row.latest_on,
        published_at: row.published_at.map(|at| instant(at, id)).transpose()?,
    })
}
