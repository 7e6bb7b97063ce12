//! What is approved on a stretch: the facts that the judge of attendance reads.

use super::{RequestRow, minute, read};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use jiff::Timestamp;
use qz_domain::attendance::CoverKind;
use qz_domain::id::PersonId;
use qz_domain::instant;
use qz_domain::request::{Request, RequestKind, Span, without};

/// An approved fact (批准的考勤事实): one stretch of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approved {
    /// Whose.
    pub person: PersonId,
    /// What the judge takes it for.
    pub kind: CoverKind,
    /// What it is more closely, by code: the leave of the law, the standing duty, a training; else empty.
    pub label: String,
    /// From when.
    pub from: Timestamp,
    /// Until before when; of a correction the same instant.
    pub to: Timestamp,
}

/// What is approved and touches a stretch, of one person or of all, by person, then by when it begins. A standing duty is
/// there day by day, less the person's leave.
pub async fn approved(
    conn: &mut Conn,
    (from, to): (Timestamp, Timestamp),
    person: Option<PersonId>,
) -> Result<Vec<Approved>, StoreError> {
    const SQL: &str = "
        select id, person, unit, kind, subtype, begins_at, ends_at, weekdays, daily_from, daily_to
             , place, reason, asked_on, is_late, stage, decided_by, decided_on, answer, ended_at
             , version
          from request
         where stage in ('approved', 'ended')
           and begins_at <= $1 and coalesce(ended_at, ends_at) >= $2
           and person = coalesce(cast($3 as bigint), person)
         order by person, begins_at, id";
    let (first, last) = (instant::civil(from), instant::civil(to));
    let rows: Vec<RequestRow> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(minute(last))
        .bind(minute(first))
        .bind(person.map(|person| person.0))
        .fetch_all(c)
        .await)?;
    let rows = rows.into_iter().map(read).collect::<Result<Vec<_>, _>>()?;
    Ok(facts(&rows, (from, to)))
}

/// The facts that requests come to in a stretch; the requests by person, then by when they begin.
pub fn facts(rows: &[Request], (from, to): (Timestamp, Timestamp)) -> Vec<Approved> {
    let (first, last) = (instant::civil(from), instant::civil(to));
    let mut found = vec![];
    for own in rows.chunk_by(|one, next| one.person == next.person) {
        let begun = found.len();
        for row in own.iter().filter(|row| row.stage.holds()) {
            let spans = spans(row, own).into_iter();
            found.extend(
                spans.filter(|span| touches(*span, (first, last))).filter_map(|span| of(row, span)),
            );
        }
        found[begun..].sort_by_key(|one: &Approved| (one.from, one.to));
    }
    found
}

/// The stretches of a request; of a standing duty what the person's leave leaves.
fn spans(row: &Request, own: &[Request]) -> Vec<Span> {
    if row.kind != RequestKind::Standing {
        return row.spans();
    }
    let leaves = own.iter().filter(|one| one.kind == RequestKind::Leave && one.stage.holds());
    let cuts: Vec<_> = leaves.flat_map(Request::spans).collect();
    without(row.spans(), &cuts)
}

fn touches((from, to): Span, (first, last): Span) -> bool {
    from < last && (first < to || first == from && from == to)
}

fn of(row: &Request, (from, to): Span) -> Option<Approved> {
    Some(Approved {
        person: row.person,
        kind: row.kind.cover(),
        label: row.label().to_owned(),
        from: instant::instant(from)?,
        to: instant::instant(to)?,
    })
}
