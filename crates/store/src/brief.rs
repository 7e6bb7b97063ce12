//! What is in work (在办), counted for a brief: how many records stand at each stage. No record is read.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::open;
use jiff::civil::Date;

/// The kind of record, the code of its stage, how many there are.
pub type InWork = (String, String, i64);

/// How many findings, accountabilities and bulletins stand at each stage in work; what came to
/// nothing is not in work. Statement windows that ended before `day` without an answer count as
/// `late` besides. Of rectifications those are counted that were escalated, and those whose unit is past its
/// term.
pub async fn in_work(conn: &mut Conn, day: Date) -> Result<Vec<InWork>, StoreError> {
    const SQL: &str = "
        select 'finding' as part, stage, count(*)
          from finding
         where replace($2, ',' || stage || ',', '') <> $2
         group by stage
        union all
        select 'accountability', stage, count(*)
          from accountability
         where replace($3, ',' || stage || ',', '') <> $3
           and finding not in (select id from finding where stage = 'unfounded')
         group by stage
        union all
        select 'bulletin', stage, count(*)
          from bulletin
         where replace($4, ',' || stage || ',', '') <> $4
         group by stage
        union all
        select 'late', 'noticed', count(*)
          from accountability
         where stage = 'noticed' and answer_waits is null and answer_due < $1
           and finding not in (select id from finding where stage = 'unfounded')
        having count(*) > 0
        union all
        select 'rectification', stage, count(*)
          from rectification
         where stage = 'escalated'
         group by stage
        union all
        select 'rectification', 'late', count(*)
          from rectification
         where stage in ('planned', 'returned', 'escalated') and due_waits is null and due_on < $1
            or stage in ('ordered', 'reopened') and plan_waits is null and plan_due < $1
        having count(*) > 0";
    Ok(on_either!(conn, c => sqlx::query_as(SQL)
        .bind(day.to_string())
        .bind(open::findings())
        .bind(open::accountabilities())
        .bind(open::bulletins())
        .fetch_all(c)
        .await)?)
}
