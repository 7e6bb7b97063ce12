//! What belongs to a meeting: who takes part, its agenda, its ballots.

use super::TABLE;
use crate::bulk::{Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Write;
use qz_domain::id::{AccountabilityId, MeetingId, PersonId};
use qz_domain::meeting::{Attendee, Ballot, Item, Meeting, Proposal, Vote};
use qz_domain::spelled::Spelled;

type Row = (String, i64, i64, i64, String, String, String, String);

/// Reads all of it in one statement.
pub(super) async fn read_into(conn: &mut Conn, meeting: &mut Meeting) -> Result<(), StoreError> {
    const SQL: &str = "
        select '1' as what, place, person as one, present as other, '' as code
             , '' as first, '' as second, '' as third
          from meeting_attendee
         where meeting = $1
         union all
        select '2', place, accountability, cast(0 as bigint), coalesce(proposal, '')
             , measure, response, because
          from meeting_item
         where meeting = $1
         union all
        select '3', place, accountability, person, vote, words, '', ''
          from meeting_ballot
         where meeting = $1
         order by 1, 2, 3";
    let id = meeting.id.0;
    let rows: Vec<Row> = on_either!(conn, c => sqlx::query_as(SQL).bind(id).fetch_all(c).await)?;
    for (what, _, one, other, code, first, second, third) in rows {
        match what.as_str() {
            "1" => {
                let (person, is_present) = (PersonId(one), other == 1);
                meeting.attendees.push(Attendee { person, is_present });
            }
            "2" => {
                let accountability = AccountabilityId(one);
                let (proposal, ballots) = (Proposal::from_code(&code), vec![]);
                let (measure, response, because) = (first, second, third);
                meeting.items.push(Item {
                    accountability,
                    proposal,
                    measure,
                    response,
                    because,
                    ballots,
                });
            }
            _ => {
                let corrupt = || StoreError::Corrupt { table: TABLE, id };
                let (person, words) = (PersonId(other), first);
                let vote = Vote::from_code(&code).ok_or_else(corrupt)?;
                let mut items = meeting.items.iter_mut();
                let item = items.find(|item| item.accountability.0 == one).ok_or_else(corrupt)?;
                item.ballots.push(Ballot { person, vote, words });
            }
        }
    }
    Ok(())
}

fn places(count: usize) -> Column {
    Column::Int((1..).take(count).collect())
}

pub(super) async fn insert_attendees(
    write: &mut Write,
    meeting: &Meeting,
) -> Result<(), StoreError> {
    const ATTENDEES: Target = Target {
        table: "meeting_attendee",
        columns: &["meeting", "place", "person", "present"],
        tail: "",
    };
    let all = &meeting.attendees;
    let columns = vec![
        Column::Int(vec![meeting.id.0; all.len()]),
        places(all.len()),
        Column::Int(all.iter().map(|one| one.person.0).collect()),
        Column::Int(all.iter().map(|one| i64::from(one.is_present)).collect()),
    ];
    write.insert(ATTENDEES, columns).await.map(drop)
}

pub(super) async fn insert_items(write: &mut Write, meeting: &Meeting) -> Result<(), StoreError> {
    const ITEMS: Target = Target {
        table: "meeting_item",
        columns: &[
            "meeting",
            "place",
            "accountability",
            "proposal",
            "measure",
            "response",
            "because",
        ],
        tail: "",
    };
    let items = &meeting.items;
    let text = |of: fn(&Item) -> &String| Column::Text(items.iter().map(of).cloned().collect());
    let proposal = |item: &Item| item.proposal.map(|one| one.code().to_owned());
    let columns = vec![
        Column::Int(vec![meeting.id.0; items.len()]),
        places(items.len()),
        Column::Int(items.iter().map(|item| item.accountability.0).collect()),
        Column::MaybeText(items.iter().map(proposal).collect()),
        text(|item| &item.measure),
        text(|item| &item.response),
        text(|item| &item.because),
    ];
    write.insert(ITEMS, columns).await.map(drop)
}

/// Puts others in the place of those who take part.
pub async fn replace_attendees(write: &mut Write, meeting: &Meeting) -> Result<(), StoreError> {
    const SQL: &str = "delete from meeting_attendee where meeting = $1";
    let id = meeting.id.0;
    on_either!(write.reads(), c => sqlx::query(SQL).bind(id).execute(c).await.map(drop))?;
    insert_attendees(write, meeting).await
}

/// Puts another agenda in the place of a meeting's. The ballots of what stays on it stay.
pub async fn replace_items(write: &mut Write, meeting: &Meeting) -> Result<(), StoreError> {
    const SQL: &str = "delete from meeting_item where meeting = $1";
    let id = meeting.id.0;
    on_either!(write.reads(), c => sqlx::query(SQL).bind(id).execute(c).await.map(drop))?;
    insert_items(write, meeting).await
}

/// Writes what was put to the vote on a matter, and the ballot in the place of an earlier one.
pub async fn write_ballots(
    write: &mut Write,
    meeting: MeetingId,
    item: &Item,
) -> Result<(), StoreError> {
    const SQL: &str = "
        update meeting_item
           set proposal = $3, measure = $4, response = $5, because = $6
         where meeting = $1 and accountability = $2";
    const SQL_BEFORE: &str =
        "delete from meeting_ballot where meeting = $1 and accountability = $2";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(meeting.0)
        .bind(item.accountability.0)
        .bind(item.proposal.map(Spelled::code))
        .bind(&item.measure)
        .bind(&item.response)
        .bind(&item.because)
        .execute(c)
        .await
        .map(drop))?;
    on_either!(write.reads(), c => sqlx::query(SQL_BEFORE)
        .bind(meeting.0)
        .bind(item.accountability.0)
        .execute(c)
        .await
        .map(drop))?;
    insert_ballots(write, meeting, item).await
}

async fn insert_ballots(
    write: &mut Write,
    meeting: MeetingId,
    item: &Item,
) -> Result<(), StoreError> {
    const BALLOTS: Target = Target {
        table: "meeting_ballot",
        columns: &["meeting", "accountability", "place", "person", "vote", "words"],
        tail: "",
    };
    let ballots = &item.ballots;
    let columns = vec![
        Column::Int(vec![meeting.0; ballots.len()]),
        Column::Int(vec![item.accountability.0; ballots.len()]),
        places(ballots.len()),
        Column::Int(ballots.iter().map(|one| one.person.0).collect()),
        Column::Text(ballots.iter().map(|one| one.vote.code().to_owned()).collect()),
        Column::Text(ballots.iter().map(|one| one.words.clone()).collect()),
    ];
    write.insert(BALLOTS, columns).await.map(drop)
}
