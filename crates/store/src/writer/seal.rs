//! The end of a batch: the leaves get their places, acts, leaves and nodes go in, the head moves.

use super::write::{Deed, Head, Write};
use crate::bulk::{self, Column, Target};
use crate::conn::on_either;
use crate::entry::{Entry, LawInForce, act_form};
use crate::error::StoreError;
use jiff::Timestamp;
use qz_domain::id::{ActId, PersonId};
use qz_ledger::commitment::{Salt, commit};
use qz_ledger::{Hash, TileNode, leaf_hash};

/// An act that waits for its place.
pub(super) struct PendingAct {
    pub id: ActId,
    pub request: String,
    pub receipt: String,
    pub on_behalf_of: Option<PersonId>,
    deed: Deed,
    object: Hash,
    law: LawInForce,
    salt: Salt,
    at: Timestamp,
}

impl PendingAct {
    pub(super) fn new(
        (id, request): (ActId, String),
        deed: Deed,
        (object, law): (&str, LawInForce),
        salt: [u8; 32],
        at: Timestamp,
    ) -> Self {
        let salt = Salt(salt);
        let object = commit(&salt, object);
        let (receipt, on_behalf_of) = (String::new(), None);
        Self { id, request, receipt, on_behalf_of, deed, object, law, salt, at }
    }

    pub(super) fn is_on(&self, kind: &str, id: i64) -> bool {
        self.deed.object.kind == kind && self.deed.object.id == id
    }

    fn at_ms(&self) -> i64 {
        self.at.as_millisecond()
    }

    fn entry(&self, head: &Head) -> Result<String, StoreError> {
        let paper = self.deed.paper.as_ref();
        let text = |value: i64| value.to_string();
        let (id, at, subject) = (text(self.id.0), text(self.at_ms()), text(self.deed.object.id));
        let by_account = self.deed.recorded_by.map(|account| text(account.0));
        let by_person = self.deed.by.map(|person| text(person.0));
        let on_behalf_of = self.on_behalf_of.map(|person| text(person.0));
        let day = paper.map(|paper| paper.day.to_string());
        let form = act_form(&[
            Some(&at),
            by_account.as_deref(),
            by_person.as_deref(),
            Some(&id),
            Some(self.deed.kind),
            on_behalf_of.as_deref(),
            day.as_deref(),
            paper.map(|paper| paper.hash.as_str()),
            paper.map(|paper| paper.number.as_str()),
            Some(&self.receipt),
            Some(&self.deed.remark),
            Some(&self.request),
            Some(&subject),
            Some(self.deed.object.kind),
        ])?;
        let entry = Entry {
            act: commit(&self.salt, &form),
            at: self.at_ms(),
            kind: self.deed.kind.to_owned(),
            law: Some(self.law),
            object: self.object,
            previous: super::write::signed_root(head),
        };
        Ok(entry.text())
    }
}

/// The rows of a batch, column by column.
#[derive(Default)]
struct Rows {
    idx: Vec<i64>,
    act: Vec<i64>,
    entry: Vec<String>,
    hash: Vec<String>,
    nodes: Vec<TileNode>,
}

pub(super) async fn seal(write: &mut Write) -> Result<(), StoreError> {
    let pending = std::mem::take(&mut write.pending);
    if pending.is_empty() && write.last_id() == write.head.first_id {
        return Ok(());
    }
    let mut rows = Rows::default();
    for act in &pending {
        let entry = act.entry(&write.head)?;
        let hash = leaf_hash(entry.as_bytes());
        rows.idx.push(write.head.frontier.size().cast_signed());
        rows.act.push(act.id.0);
        rows.hash.push(hash.to_string());
        rows.entry.push(entry);
        rows.nodes.extend(write.head.frontier.push(hash));
    }
    insert_acts(write, pending).await?;
    insert_leaves(write, rows).await?;
    move_head(write).await
}

async fn insert_acts(write: &mut Write, acts: Vec<PendingAct>) -> Result<(), StoreError> {
    const ACT: Target = Target {
        table: "act",
        columns: &[
            "id",
            "request",
            "kind",
            "subject_kind",
            "subject",
            "by_person",
            "on_behalf_of",
            "by_account",
            "at",
            "paper_number",
            "paper_day",
            "paper_hash",
            "remark",
            "receipt",
            "salt",
        ],
        tail: "",
    };
    let int = |pick: fn(&PendingAct) -> i64| Column::Int(acts.iter().map(pick).collect());
    let maybe =
        |pick: fn(&PendingAct) -> Option<i64>| Column::MaybeInt(acts.iter().map(pick).collect());
    let text = |pick: fn(&PendingAct) -> String| Column::Text(acts.iter().map(pick).collect());
    let paper = |pick: fn(&qz_domain::paper::Paper) -> String| {
        Column::MaybeText(acts.iter().map(|act| act.deed.paper.as_ref().map(pick)).collect())
    };
    let columns = vec![
        int(|act| act.id.0),
        text(|act| act.request.clone()),
        text(|act| act.deed.kind.to_owned()),
        text(|act| act.deed.object.kind.to_owned()),
        int(|act| act.deed.object.id),
        maybe(|act| act.deed.by.map(|person| person.0)),
        maybe(|act| act.on_behalf_of.map(|person| person.0)),
        maybe(|act| act.deed.recorded_by.map(|account| account.0)),
        int(PendingAct::at_ms),
        paper(|paper| paper.number.clone()),
        paper(|paper| paper.day.to_string()),
        paper(|paper| paper.hash.clone()),
        text(|act| act.deed.remark.clone()),
        text(|act| act.receipt.clone()),
        text(|act| Hash(act.salt.0).to_string()),
    ];
    bulk::insert(&mut write.free.conn, ACT, columns).await?;
    Ok(())
}

async fn insert_leaves(write: &mut Write, rows: Rows) -> Result<(), StoreError> {
    const LEAF: Target =
        Target { table: "ledger_leaf", columns: &["idx", "act", "entry", "hash"], tail: "" };
    const NODE: Target =
        Target { table: "ledger_node", columns: &["level", "idx", "hash"], tail: "" };
    let Rows { idx, act, entry, hash, nodes } = rows;
    let leaves = vec![Column::Int(idx), Column::Int(act), Column::Text(entry), Column::Text(hash)];
    bulk::insert(&mut write.free.conn, LEAF, leaves).await?;
    let nodes = vec![
        Column::Int(nodes.iter().map(|node| i64::from(node.level)).collect()),
        Column::Int(nodes.iter().map(|node| node.index.cast_signed()).collect()),
        Column::Text(nodes.iter().map(|node| node.hash.to_string()).collect()),
    ];
    bulk::insert(&mut write.free.conn, NODE, nodes).await?;
    Ok(())
}

async fn move_head(write: &mut Write) -> Result<(), StoreError> {
    const SQL: &str = "
        update ledger_head
           set size = $1, frontier = $2, next_id = $3
         where id = 1";
    let size = write.head.frontier.size().cast_signed();
    let frontier = write.head.frontier.encode();
    let next_id = write.last_id();
    on_either!(
        &mut write.free.conn,
        c => sqlx::query(SQL).bind(size).bind(frontier).bind(next_id).execute(c).await.map(|_| ())
    )?;
    Ok(())
}
