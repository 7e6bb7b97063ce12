//! The queue of messages (消息队列): put in by the transaction that wants one, shown to the person at
//! their desk. A message of one kind about one thing goes to one person once.

use crate::bulk::{self, Column, Target};
use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::writer::Free;
use jiff::Timestamp;
use jiff::civil::Date;
use qz_domain::id::{PersonId, UnitId};
use qz_domain::message::MessageKind;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;

/// The one channel there is: the person's own desk.
pub const DESK: &str = "desk";

/// A message to be put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// To whom.
    pub person: PersonId,
    /// What it tells of.
    pub kind: &'static str,
    /// The number of what it is about.
    pub about: i64,
    /// Its values, in no language, as JSON.
    pub details: String,
}

/// A message as its reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageLine {
    /// What it tells of.
    pub kind: String,
    /// The number of what it is about.
    pub about: i64,
    /// Its values as JSON; empty in the queue's page.
    pub details: String,
    /// When it was put in.
    pub created_at: Timestamp,
    /// Through which channel.
    pub channel: String,
    /// Whether it was read.
    pub is_read: bool,
    /// The bulletin to correct that its reader signed, the first that is not corrected yet; 0 in any other message.
    pub bulletin: i64,
}

/// Puts messages in; they stay only if the transaction is kept. One that is there stays as it is.
pub async fn put(free: &mut Free, messages: &[Message]) -> Result<(), StoreError> {
    const OUTBOX: Target = Target {
        table: "outbox",
        columns: &["person", "kind", "about", "details", "created_at", "channel", "state"],
        tail: "on conflict do nothing",
    };
    let (now, all) = (free.now().as_millisecond(), messages.len());
    let columns = vec![
        Column::Int(messages.iter().map(|message| message.person.0).collect()),
        Column::Text(messages.iter().map(|message| message.kind.to_owned()).collect()),
        Column::Int(messages.iter().map(|message| message.about).collect()),
        Column::Text(messages.iter().map(|message| message.details.clone()).collect()),
        Column::Int(vec![now; all]),
        Column::Text(vec![DESK.to_owned(); all]),
        Column::Text(vec!["unread".to_owned(); all]),
    ];
    bulk::insert(&mut free.conn, OUTBOX, columns).await.map(drop)
}

/// Puts one message in for everybody who speaks for a unit now, in one statement.
pub async fn put_to_unit(
    free: &mut Free,
    unit: UnitId,
    (kind, about): (&'static str, i64),
    details: &str,
) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into outbox (person, kind, about, details, created_at, channel, state)
        select distinct a.person, cast($1 as text), cast($2 as bigint), cast($3 as text)
             , cast($4 as bigint), cast($5 as text), 'unread'
          from role_grant g join account a on a.id = g.account
         where g.unit = $6 and g.role in ($7, $8) and g.stage = 'active'
           and a.status <> 'suspended' and a.person is not null
            on conflict do nothing";
    let now = free.now().as_millisecond();
    let [head, liaison] = Role::SPEAKERS;
    on_either!(&mut free.conn, c => sqlx::query(SQL)
        .bind(kind)
        .bind(about)
        .bind(details)
        .bind(now)
        .bind(DESK)
        .bind(unit.0)
        .bind(head.code())
        .bind(liaison.code())
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// A person read their messages, or means to read them again: all but those that are signed for, or the one of a
/// kind about a thing.
pub async fn mark(
    free: &mut Free,
    person: PersonId,
    one: Option<(String, i64)>,
    is_read: bool,
) -> Result<(), StoreError> {
    const SQL: &str = "
        update outbox
           set state = $5, read_at = cast($2 as bigint)
         where person = $1 and state <> $5
           and kind = coalesce(cast($3 as text), kind)
           and about = coalesce(cast($4 as bigint), about)
           and ($6 = '' or replace($6, ',' || kind || ',', '') = $6)";
    // What is signed for is named one by one: all of them at once leave it as it is.
    let all_but: Vec<_> = one.is_none().then(MessageKind::signed).into_iter().flatten().collect();
    let all_but =
        if all_but.is_empty() { String::new() } else { format!(",{},", all_but.join(",")) };
    let now = is_read.then_some(free.now().as_millisecond());
    let (kind, about) = one.unzip();
    on_either!(free.reads(), c => sqlx::query(SQL)
        .bind(person.0)
        .bind(now)
        .bind(kind)
        .bind(about)
        .bind(state(is_read))
        .bind(all_but)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

/// How the table says whether a message was read.
fn state(is_read: bool) -> &'static str {
    if is_read { "read" } else { "unread" }
}

/// How many messages a person has not read.
pub async fn unread(conn: &mut Conn, person: PersonId) -> Result<i64, StoreError> {
    const SQL: &str = "select count(*) from outbox where person = $1 and state = 'unread'";
    let (count,): (i64,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(person.0).fetch_one(c).await)?;
    Ok(count)
}

/// The kinds of the messages about a thing that a person has not read.
pub async fn unread_about(
    conn: &mut Conn,
    person: PersonId,
    about: i64,
) -> Result<Vec<String>, StoreError> {
    const SQL: &str = "select kind from outbox where person = $1 and about = $2 and state = 'unread' order by kind";
    let rows: Vec<(String,)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(person.0)
        .bind(about)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(kind,)| kind).collect())
}

/// Which messages are looked for. An empty field does not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MessageFilter {
    /// Of this kind.
    pub kind: Option<String>,
    /// Read, or not read.
    pub is_read: Option<bool>,
}

type Row = (String, i64, String, i64, String, String, i64);

/// A message; and which bulletin one about a review means: that is found when it is read, as the act that served the
/// review has no statement to spare.
const MESSAGE: &str = "o.kind, o.about, o.details, o.created_at, o.channel, o.state
     , case when o.kind <> 'bulletin_to_correct' then cast(0 as bigint) else coalesce((
        select coalesce(min(case when c.bulletin is null then i.bulletin end), min(i.bulletin))
          from review w
          join bulletin_item i on i.accountability = w.accountability
          join bulletin b on b.id = i.bulletin and b.stage = 'published'
          join bulletin_part p on p.bulletin = i.bulletin and p.part = 'signed' and p.person = o.person
               and p.keyed = 0 and p.absent = 0
          left join bulletin_correction c on c.bulletin = i.bulletin and c.corrected_on >= w.served_on
         where w.id = o.about), 0) end";

/// A person's messages, unread first, then latest first.
pub async fn of_person(
    conn: &mut Conn,
    person: PersonId,
    filter: &MessageFilter,
    page: Page,
) -> Result<(Vec<MessageLine>, i64), StoreError> {
    let mut list = List::new(MESSAGE, "outbox o");
    list.with("o.person = $?", Value::Int(person.0));
    let order = "o.state desc, o.created_at desc, o.kind, o.about";
    listed(conn, list, filter, (order, page)).await
}

/// The queue as who runs the machine sees it: no person, no content.
pub async fn queue(
    conn: &mut Conn,
    filter: &MessageFilter,
    page: Page,
) -> Result<(Vec<MessageLine>, i64), StoreError> {
    let columns = "o.kind, cast(0 as bigint), '', o.created_at, o.channel, o.state
         , cast(0 as bigint)";
    let order = "o.created_at desc, o.kind, o.person, o.about";
    listed(conn, List::new(columns, "outbox o"), filter, (order, page)).await
}

async fn listed(
    conn: &mut Conn,
    mut list: List,
    filter: &MessageFilter,
    (order, page): (&'static str, Page),
) -> Result<(Vec<MessageLine>, i64), StoreError> {
    let state = filter.is_read.map(state);
    list.maybe("o.kind = $?", filter.kind.clone().map(Value::Text))
        .maybe("o.state = $?", state.map(|state| Value::Text(state.to_owned())));
    let total = list.count(conn).await?;
    let rows: Vec<Row> = list.rows(conn, order, page).await?;
    Ok((rows.into_iter().map(read).collect::<Result<_, _>>()?, total))
}

fn read(row: Row) -> Result<MessageLine, StoreError> {
    let (kind, about, details, at, channel, state, bulletin) = row;
    let corrupt = |_| StoreError::Corrupt { table: "outbox", id: about };
    let created_at = Timestamp::from_millisecond(at).map_err(corrupt)?;
    Ok(MessageLine {
        kind,
        about,
        details,
        created_at,
        channel,
        is_read: state == "read",
        bulletin,
    })
}

/// A day that concerns a person: who, about what, the day.
pub type DueRow = (PersonId, i64, String);

/// Statements that may be made until one of these days, both included, each with its last day.
pub async fn statements_due(
    conn: &mut Conn,
    (from, to): (Date, Date),
) -> Result<Vec<DueRow>, StoreError> {
    const SQL: &str = "
        select person, id, answer_due
          from accountability
         where stage = 'noticed' and person is not null and answer_waits is null
           and answer_due between $1 and $2
           and finding not in (select id from finding where stage = 'unfounded')
         order by id";
    days(conn, SQL, (from, to)).await
}

/// Published bulletins whose last day of names is one of these, with those who were named.
pub async fn names_gone(
    conn: &mut Conn,
    (from, to): (Date, Date),
) -> Result<Vec<DueRow>, StoreError> {
    const SQL: &str = "
        select a.person, b.id, b.expires_on
          from bulletin b
          join bulletin_item i on i.bulletin = b.id and i.naming <> ''
          join accountability a on a.id = i.accountability and a.person is not null
         where b.stage = 'published' and b.expiry_waits is null
           and b.expires_on between $1 and $2
         union
        select requester, id, expires_on
          from bulletin
         where requester is not null and stage = 'published' and expiry_waits is null
           and expires_on between $1 and $2
         order by 2, 1";
    days(conn, SQL, (from, to)).await
}

async fn days(
    conn: &mut Conn,
    sql: &'static str,
    (from, to): (Date, Date),
) -> Result<Vec<DueRow>, StoreError> {
    let rows: Vec<(i64, i64, String)> = on_either!(conn, c => sqlx::query_as(sql)
        .bind(from.to_string())
        .bind(to.to_string())
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(person, id, day)| (PersonId(person), id, day)).collect())
}
