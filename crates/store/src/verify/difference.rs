//! The first place where a store contradicts its ledger, in words that name the row.

use crate::governed::Kind;
use qz_ledger::CheckpointError;

/// What is wrong, and in which row.
#[derive(Debug, thiserror::Error)]
pub enum Difference {
    /// The head is not one row.
    #[error("ledger_head 1: it is not the one row of its table, which has {found}")]
    HeadRows {
        /// How many rows the table has.
        found: usize,
    },
    /// A value of the head does not follow from the leaves and checkpoints.
    #[error(
        "ledger_head 1, column {column}: it is not what follows from the leaves and checkpoints"
    )]
    Head {
        /// Which.
        column: &'static str,
    },
    /// A leaf the head counts is not there.
    #[error("ledger_leaf {index}: it is missing, though ledger_head 1 counts it")]
    LeafMissing {
        /// The leaf, counted from 0.
        index: u64,
    },
    /// A leaf the head does not count.
    #[error("ledger_leaf {index}: it stands beyond the {size} leaves that ledger_head 1 counts")]
    LeafBeyond {
        /// The leaf.
        index: i64,
        /// How many leaves the head counts.
        size: u64,
    },
    /// A leaf or its act holds a value that nobody of ours wrote.
    #[error("ledger_leaf {index}: a value of it or of its act cannot be read")]
    LeafUnreadable {
        /// The leaf.
        index: u64,
    },
    /// A leaf's hash is not that of its entry.
    #[error("ledger_leaf {index}, columns entry and hash: the hash is not that of the entry")]
    LeafHash {
        /// The leaf.
        index: u64,
    },
    /// A leaf's entry is not of the form the product writes.
    #[error("ledger_leaf {index}, column entry: it is not an entry that this product writes")]
    LeafEntry {
        /// The leaf.
        index: u64,
    },
    /// A leaf names a checkpoint that is not kept, or an older one than the leaf before it.
    #[error(
        "ledger_leaf {index} names the checkpoint of {size} leaves: checkpoint {size} is not kept \
         as it names it"
    )]
    LeafPrevious {
        /// The leaf.
        index: u64,
        /// The size of the checkpoint it names; 0 when it names none.
        size: u64,
    },
    /// A leaf names another law of the county than its own acts had confirmed by then.
    #[error(
        "ledger_leaf {index} names another law than the county had confirmed when its act was done"
    )]
    LeafLaw {
        /// The leaf, counted from 0.
        index: u64,
    },
    /// The act of a leaf is gone.
    #[error("act {act}: it is missing, though ledger_leaf {leaf}, column act, names it")]
    ActGone {
        /// The act.
        act: i64,
        /// The leaf.
        leaf: u64,
    },
    /// An act's row is not the one its leaf commits to.
    #[error("act {act}{}: its row is not what leaf {leaf} commits to", in_column(*.column))]
    Act {
        /// The act.
        act: i64,
        /// The leaf.
        leaf: u64,
        /// The column at fault, where it can be told.
        column: Option<&'static str>,
    },
    /// An act is on something that is no object of ours.
    #[error("act {act}, columns subject_kind and subject: they name no object")]
    ActKind {
        /// The act.
        act: i64,
    },
    /// An act has no leaf.
    #[error("act {act}: it has no leaf")]
    ActWithoutLeaf {
        /// The act.
        act: i64,
    },
    /// An object is not what the latest act on it left.
    #[error("{} {id}: {} not what act {act} (leaf {leaf}) left", .kind.name, its_rows(.kind))]
    Object {
        /// Its kind.
        kind: &'static Kind,
        /// Its number.
        id: i64,
        /// The latest act on it.
        act: i64,
        /// That act's leaf.
        leaf: u64,
    },
    /// An object is gone.
    #[error("{kind} {id}: it is missing, though act {act} (leaf {leaf}) left it")]
    ObjectGone {
        /// Its kind.
        kind: &'static str,
        /// Its number.
        id: i64,
        /// The latest act on it.
        act: i64,
        /// That act's leaf.
        leaf: u64,
    },
    /// An object that no act made.
    #[error("{kind} {id}: no act made it")]
    ObjectWithoutAct {
        /// Its kind.
        kind: &'static str,
        /// Its number.
        id: i64,
    },
    /// A row of an object that does not exist.
    #[error("{table}: a row of it belongs to {kind} {id}, which is missing")]
    ChildWithoutRoot {
        /// The table.
        table: &'static str,
        /// The kind of the object.
        kind: &'static str,
        /// The number of the object.
        id: i64,
    },
    /// A table has another number of rows than its objects account for.
    #[error("{table}: it has {found} rows, of which acts account for {known}")]
    Rows {
        /// The table.
        table: &'static str,
        /// How many rows it has.
        found: u64,
        /// How many are accounted for.
        known: u64,
    },
    /// An object holds a value that nobody of ours wrote.
    #[error("{table} {id}: a value of its rows cannot be read")]
    Unreadable {
        /// Its kind.
        table: &'static str,
        /// Its number.
        id: i64,
    },
    /// The root of a full tile is not kept.
    #[error("ledger_node {level}/{idx}: it is missing")]
    NodeMissing {
        /// The level of tiles, 1 or more.
        level: u8,
        /// The place within the level.
        idx: u64,
    },
    /// A node where no tile is full.
    #[error("ledger_node {level}/{idx}: there is no full tile it could be the root of")]
    NodeExtra {
        /// The level.
        level: i64,
        /// The place.
        idx: i64,
    },
    /// A node has another hash.
    #[error("ledger_node {level}/{idx}, column hash: it is not the root of the tile below it")]
    NodeHash {
        /// The level.
        level: i64,
        /// The place.
        idx: i64,
    },
    /// A checkpoint over leaves that are not there: some were removed, or an older copy restored.
    #[error(
        "checkpoint {size}: the ledger has {leaves} leaves, so leaves were removed, an older copy \
         was restored, or the checkpoint was put in by hand"
    )]
    CheckpointBeyond {
        /// The size of the checkpoint.
        size: i64,
        /// How many leaves there are.
        leaves: u64,
    },
    /// A value of a checkpoint is not that of the tree as it then was.
    #[error("checkpoint {size}, column {column}: it is not of the tree of {size} leaves")]
    Checkpoint {
        /// The size of the checkpoint.
        size: u64,
        /// Which.
        column: &'static str,
    },
    /// A checkpoint's note is not a signed one of this log.
    #[error("checkpoint {size}, column note: it is no checkpoint of this log")]
    CheckpointNote {
        /// The size of the checkpoint.
        size: u64,
        /// What is wrong with it.
        #[source]
        reason: CheckpointError,
    },
    /// The bytes of a piece of evidence, or of what a terminal sent, are gone.
    #[error("{table} {id}: evidence_body {hash} is missing")]
    BodyMissing {
        /// The table of the row that names them.
        table: String,
        /// The row.
        id: i64,
        /// The hash its bytes were kept under.
        hash: String,
    },
    /// Bytes are not those of the hash they are kept under.
    #[error("evidence_body {hash}, column body: its SHA-256 is another")]
    Body {
        /// The hash.
        hash: String,
    },
    /// The signer signed more than the store has.
    #[error(
        "ledger_head 1, column size: the ledger has {size} leaves, but {signed} were signed before, \
         so an older copy of the database was restored: compare it with the published checkpoint of \
         {signed} leaves and restore the copy that has them all"
    )]
    SignerAhead {
        /// How many leaves were signed.
        signed: u64,
        /// How many there are.
        size: u64,
    },
    /// The signer signed another tree.
    #[error(
        "ledger_leaf 0 to {}: another tree of {size} leaves was signed before, so entries were \
         changed or an older copy was restored and written to",
        .size - 1
    )]
    SignerDiffers {
        /// How many leaves were signed.
        size: u64,
    },
}

fn in_column(column: Option<&str>) -> String {
    column.map(|column| format!(", column {column}")).unwrap_or_default()
}

fn its_rows(kind: &Kind) -> String {
    match kind.tables {
        [_] => "its row is".to_owned(),
        tables => {
            let names: Vec<_> = tables.iter().map(|table| table.name).collect();
            format!("its rows ({}) are", names.join(", "))
        }
    }
}
