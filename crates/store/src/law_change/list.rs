//! Lists of changes of the county's own law, and their count.

use super::{ChangeRow, read};
use crate::conn::Conn;
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use qz_domain::law::change::{LawChange, Stage};
use qz_domain::spelled::Spelled;

/// What a viewer looks for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LawChangeFilter {
    /// Where it stands.
    pub stage: Option<Stage>,
    /// The code of the term.
    pub code: Option<String>,
    /// With these words in the paper's number or the reason.
    pub words: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum LawChangeSort {
    /// Latest first.
    #[default]
    Latest,
    /// By first day, the furthest ahead first.
    FirstDay,
    /// By term.
    Term,
}

impl LawChangeSort {
    /// Every order, for tests and menus.
    pub const ALL: [Self; 3] = [Self::Latest, Self::FirstDay, Self::Term];

    fn order(self) -> &'static str {
        match self {
            Self::Latest => "latest_on desc, id desc",
            Self::FirstDay => "from_day desc, id desc",
            Self::Term => "code, from_day, id",
        }
    }
}

const COLUMNS: &str = "id, code, length, from_day, source, reason, stage, answer, proposed_on
     , latest_on, ordinal, version";

/// The changes of one page, and how many there are in all.
pub async fn page(
    conn: &mut Conn,
    filter: &LawChangeFilter,
    sort: LawChangeSort,
    page: Page,
) -> Result<(Vec<LawChange>, i64), StoreError> {
    let list = compose(filter);
    let total = list.count(conn).await?;
    let rows: Vec<ChangeRow> = list.rows(conn, sort.order(), page).await?;
    let changes = rows.into_iter().map(read).collect::<Result<_, _>>()?;
    Ok((changes, total))
}

fn compose(filter: &LawChangeFilter) -> List {
    let mut list = List::new(COLUMNS, "law_change");
    let text = |text: &str| Value::Text(text.to_owned());
    list.maybe("stage = $?", filter.stage.map(|stage| text(stage.code())))
        .maybe("code = $?", filter.code.as_deref().map(text))
        .maybe(
            "replace(source, $?, '') <> source or replace(reason, $?, '') <> reason",
            filter.words.as_deref().map(text),
        );
    list
}
