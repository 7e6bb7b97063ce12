//! Which numbers of a terminal's events came (事件序号), in runs without a gap: what is between two runs was lost.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Free;
use qz_domain::id::TerminalId;

/// The most runs that are remembered of a terminal; of more, the oldest are forgotten.
const RUNS_MOST: i64 = 200;
/// An event that happens now, with a number so far below the highest, is of a device that counts anew.
const ANEW: i64 = 1_000;

/// Remembers that an event with this number came; `is_current` where it came as it happened.
pub async fn note(
    free: &mut Free,
    id: TerminalId,
    (number, is_current): (i64, bool),
) -> Result<(), StoreError> {
    const SQL_NEAR: &str = "
        select began, ended
          from terminal_run
         where terminal = $1 and began <= $2 + 1 and ended >= $2 - 1
         order by began";
    if is_current && highest(free.reads(), id).await? > number.saturating_add(ANEW) {
        forget(free, id).await?;
    }
    let near: Vec<(i64, i64)> = on_either!(free.reads(), c =>
        sqlx::query_as(SQL_NEAR).bind(id.0).bind(number).fetch_all(c).await)?;
    if near.iter().any(|(began, ended)| (*began..=*ended).contains(&number)) {
        return Ok(());
    }
    let began = near.first().map_or(number, |(began, _)| number.min(*began));
    let ended = near.last().map_or(number, |(_, ended)| number.max(*ended));
    for (began, _) in near {
        remove(free, id, began).await?;
    }
    insert(free, id, (began, ended)).await?;
    bound(free, id).await
}

async fn highest(conn: &mut Conn, id: TerminalId) -> Result<i64, StoreError> {
    const SQL: &str = "select max(ended) from terminal_run where terminal = $1";
    let (highest,): (Option<i64>,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_one(c).await)?;
    Ok(highest.unwrap_or(i64::MIN))
}

async fn insert(
    free: &mut Free,
    id: TerminalId,
    (began, ended): (i64, i64),
) -> Result<(), StoreError> {
    const SQL: &str = "insert into terminal_run (terminal, began, ended) values ($1, $2, $3)";
    on_either!(free.reads(), c =>
        sqlx::query(SQL).bind(id.0).bind(began).bind(ended).execute(c).await.map(drop))?;
    Ok(())
}

async fn remove(free: &mut Free, id: TerminalId, began: i64) -> Result<(), StoreError> {
    const SQL: &str = "delete from terminal_run where terminal = $1 and began = $2";
    on_either!(free.reads(), c =>
        sqlx::query(SQL).bind(id.0).bind(began).execute(c).await.map(drop))?;
    Ok(())
}

/// Forgets every run.
async fn forget(free: &mut Free, id: TerminalId) -> Result<(), StoreError> {
    const SQL: &str = "delete from terminal_run where terminal = $1";
    on_either!(free.reads(), c => sqlx::query(SQL).bind(id.0).execute(c).await.map(drop))?;
    Ok(())
}

/// Forgets the oldest runs of too many.
async fn bound(free: &mut Free, id: TerminalId) -> Result<(), StoreError> {
    const SQL: &str = "
        delete from terminal_run
         where terminal = $1
           and began < (select min(began)
                          from (select began
                                  from terminal_run
                                 where terminal = $1
                                 order by began desc
                                 limit $2) latest)";
    on_either!(free.reads(), c =>
        sqlx::query(SQL).bind(id.0).bind(RUNS_MOST).execute(c).await.map(drop))?;
    Ok(())
}

/// What is known of the numbers of a terminal's events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Numbers {
    /// The highest that came; `None` before the first.
    pub highest: Option<i64>,
    /// Those between two runs, first and last of each gap, the latest first.
    pub gaps: Vec<(i64, i64)>,
}

impl Numbers {
    /// How many never came.
    pub fn missing(&self) -> i64 {
        self.gaps.iter().map(|(first, last)| last - first + 1).sum()
    }
}

/// Which numbers of a terminal's events never came.
pub async fn numbers(conn: &mut Conn, id: TerminalId) -> Result<Numbers, StoreError> {
    const SQL: &str =
        "select began, ended from terminal_run where terminal = $1 order by began desc";
    let runs: Vec<(i64, i64)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_all(c).await)?;
    let gap = |pair: &[(i64, i64)]| match pair {
        [(later, _), (_, earlier)] => Some((earlier + 1, later - 1)),
        _ => None,
    };
    Ok(Numbers {
        highest: runs.first().map(|(_, ended)| *ended),
        gaps: runs.windows(2).filter_map(gap).collect(),
    })
}
