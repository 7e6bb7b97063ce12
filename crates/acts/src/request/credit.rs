//! What time off in lieu somebody has earned (补休来源): the judge says what of their overtime and duty was worked.

use crate::ActError;
use crate::attendance::{Given, judge_given};
use crate::calendar::known;
use jiff::civil::{Date, date};
use qz_domain::attendance::Code;
use qz_domain::calendar::{Calendar, UnknownYear};
use qz_domain::id::PersonId;
use qz_domain::request::{Credit, Request, RequestKind, WorkedDay, credits};
use qz_store::Conn;
use qz_store::attendance::Who;
use qz_store::roster::standing::rostered;

/// Before any roster.
const EVER: Date = date(2010, 1, 1);

/// What somebody has earned by today, day by day, and the calendar it was counted by. `others` are their requests that
/// stand.
pub(super) async fn of(
    conn: &mut Conn,
    person: PersonId,
    (others, today): (&[Request], Date),
) -> Result<(Result<Vec<Credit>, UnknownYear>, Calendar), ActError> {
    let yesterday = today.yesterday().unwrap_or(today);
    let duties = rostered(conn, Who::Person(person), (EVER, yesterday)).await?;
    let is_order = |row: &&Request| row.kind == RequestKind::Overtime && row.stage.holds();
    let ordered = others.iter().filter(is_order).map(|row| row.from.date()).min();
    let on_duty = duties.iter().map(|one| one.turn.day).min();
    let since = ordered.into_iter().chain(on_duty).min().filter(|since| *since <= yesterday);
    let (mut days, mut calendar) = (vec![], None);
    if let Some(since) = since {
        let requests = Some(others.to_vec());
        let given = Given { requests, duties: Some(duties), trusts_clocks: true };
        let judged = judge_given(conn, Who::Person(person), (since, yesterday), given).await?;
        days.extend(judged.days.iter().map(|day| worked(day.day, &day.row)));
        calendar = Some(judged.calendar);
    }
    let calendar = match calendar {
        Some(calendar) => calendar,
        None => known(conn).await?,
    };
    Ok((credits(others, &days, (today, &calendar)), calendar))
}

/// What of a day was ordered or rostered, and worked.
fn worked(day: Date, row: &qz_engine::attendance::Row) -> WorkedDay {
    let has_duty = row.codes.has(Code::Duty);
    let counts = has_duty || row.codes.has(Code::Overtime);
    WorkedDay { day, has_duty, minutes: if counts { i64::from(row.worked) } else { 0 } }
}
