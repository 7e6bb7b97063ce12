//! Acts (办理记录) as pages list them: one object's timeline, and the whole log for the auditor.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::list::{List, Page, Value};
use crate::visit::read_instant;
use crate::writer::ObjectRef;
use jiff::Timestamp;
use qz_domain::id::{AccountId, ActId, PersonId};
use qz_ledger::Hash;

/// An act with its place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActEntry {
    /// Its number.
    pub id: ActId,
    /// The place of its leaf, counted from 0.
    pub leaf: u64,
    /// The hash of its leaf.
    pub hash: Hash,
    /// When it was done.
    pub at: Timestamp,
    /// What was done: the code of its action.
    pub kind: String,
    /// To which object: its kind.
    pub object_kind: String,
    /// To which object: its number.
    pub object: i64,
    /// Who did it, with the name.
    pub by: Option<(PersonId, String)>,
    /// For whom, when the one it is for was away; with the name.
    pub on_behalf_of: Option<(PersonId, String)>,
    /// The account that keyed it, with its name.
    pub recorded_by: Option<(AccountId, String)>,
    /// Number and day of the sheet it was done on.
    pub paper: Option<(String, String)>,
    /// What was said with it; may be empty.
    pub remark: String,
}

/// Which acts to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActFilter {
    /// Only this kind.
    pub kind: Option<String>,
    /// Only those keyed by this account.
    pub account: Option<AccountId>,
    /// Only from this instant on.
    pub from: Option<Timestamp>,
    /// Only before this instant.
    pub until: Option<Timestamp>,
}

const COLUMNS: &str = "
    a.id, l.idx, l.hash, a.at, a.kind, a.subject_kind, a.subject, a.by_person, p.name
  , a.by_account, c.name, a.paper_number, a.paper_day, a.remark
  , a.on_behalf_of, q.name";
const FROM: &str = "
    act a
    join ledger_leaf l on l.act = a.id
    left join person p on p.id = a.by_person
    left join person q on q.id = a.on_behalf_of
    left join account c on c.id = a.by_account";

/// Whether the object of an act came to nothing (不实、了结), or is erased.
macro_rules! came_to_nothing {
    () => {
        "(a.subject_kind = 'finding'
      and a.subject in (select f.id from finding f where f.stage in ('unfounded', 'closed'))
     or a.subject_kind = 'accountability'
      and a.subject in (select d.id from accountability d join finding f on f.id = d.finding
                         where f.stage = 'unfounded')
     or a.subject_kind = 'sealed_source'
      and a.subject in (select s.id from sealed_source s join finding f on f.id = s.finding
                         where f.stage in ('unfounded', 'closed'))
     or a.subject_kind = 'source_opening'
      and a.subject in (select w.id from source_opening w join sealed_source s on s.id = w.source
                          join finding f on f.id = s.finding
                         where f.stage in ('unfounded', 'closed'))
     or a.subject_kind = 'suspicion'
      and a.subject in (select s.id from suspicion s)
     or a.subject_kind = 'objection'
      and a.subject in (select o.id from objection o
                          left join accountability d
                            on d.id = o.entry and o.entry_kind = 'accountability'
                          left join finding f on f.id = d.finding
                         where o.entry = 0 or f.stage = 'unfounded'))"
    };
}

/// As [`FROM`], without a name in what came to nothing: of that the auditor sees the leaf alone.
const FROM_FOR_AUDIT: &str = concat!(
    "act a
    join ledger_leaf l on l.act = a.id
    left join person p on p.id = a.by_person and not ",
    came_to_nothing!(),
    "
    left join person q on q.id = a.on_behalf_of and not ",
    came_to_nothing!(),
    "
    left join account c on c.id = a.by_account and not ",
    came_to_nothing!()
);

type Row = (
    i64,
    i64,
    String,
    i64,
    String,
    String,
    i64,
    Option<i64>,
    Option<String>,
    Option<i64>,
    Option<String>,
    Option<String>,
    Option<String>,
    String,
    Option<i64>,
    Option<String>,
);

/// The acts on one object, oldest first: its timeline.
pub async fn acts_of(conn: &mut Conn, object: ObjectRef) -> Result<Vec<ActEntry>, StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    list.with("a.subject_kind = $?", Value::Text(object.kind.to_owned()))
        .with("a.subject = $?", Value::Int(object.id));
    read(list.rows(conn, "a.id", Page::all()).await?)
}

/// The places of the leaves of one kind of act on an object, the earliest first. An act whose leaf is
/// not in the tree yet has none.
pub async fn leaves_of(
    conn: &mut Conn,
    object: ObjectRef,
    kind: &str,
) -> Result<Vec<u64>, StoreError> {
    const SQL: &str = "
        select l.idx
          from act a
          join ledger_leaf l on l.act = a.id
         where a.subject_kind = $1 and a.subject = $2 and a.kind = $3
         order by l.idx";
    let rows: Vec<(i64,)> = on_either!(conn, c => sqlx::query_as(SQL)
        .bind(object.kind)
        .bind(object.id)
        .bind(kind)
        .fetch_all(c)
        .await)?;
    Ok(rows.into_iter().map(|(leaf,)| leaf.unsigned_abs()).collect())
}

/// One act.
pub async fn find_act(conn: &mut Conn, id: ActId) -> Result<Option<ActEntry>, StoreError> {
    let mut list = List::new(COLUMNS, FROM);
    list.with("a.id = $?", Value::Int(id.0));
    Ok(read(list.rows(conn, "a.id", Page::number(1, 1)).await?)?.pop())
}

/// Acts of the log, newest first: at most `most` that were done before act `before`. Those on what
/// came to nothing name nobody.
pub async fn acts(
    conn: &mut Conn,
    filter: &ActFilter,
    before: Option<ActId>,
    most: u32,
) -> Result<Vec<ActEntry>, StoreError> {
    let mut list = filtered(filter);
    list.maybe("a.id < $?", before.map(|act| Value::Int(act.0)));
    read(list.rows(conn, "a.id desc", Page::number(1, i64::from(most))).await?)
}

fn filtered(filter: &ActFilter) -> List {
    let instant = |at: Timestamp| Value::Int(at.as_millisecond());
    let mut list = List::new(COLUMNS, FROM_FOR_AUDIT);
    list.maybe("a.kind = $?", filter.kind.clone().map(Value::Text))
        .maybe("c.id = $?", filter.account.map(|account| Value::Int(account.0)))
        .maybe("a.at >= $?", filter.from.map(instant))
        .maybe("a.at < $?", filter.until.map(instant));
    list
}

fn read(rows: Vec<Row>) -> Result<Vec<ActEntry>, StoreError> {
    rows.into_iter().map(read_one).collect()
}

fn read_one(row: Row) -> Result<ActEntry, StoreError> {
    let (id, leaf, hash, at, kind, object_kind, object, ..) = row;
    let hash = hash.parse().map_err(|_| StoreError::Corrupt { table: "ledger_leaf", id: leaf })?;
    Ok(ActEntry {
        id: ActId(id),
        leaf: leaf.unsigned_abs(),
        hash,
        at: read_instant(at, "act", id)?,
        kind,
        object_kind,
        object,
        by: row.7.map(PersonId).zip(row.8),
        on_behalf_of: row.14.map(PersonId).zip(row.15),
        recorded_by: row.9.map(AccountId).zip(row.10),
        paper: row.11.zip(row.12),
        remark: row.13,
    })
}
