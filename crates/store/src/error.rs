//! What can go wrong between the product and its database.

/// A fault of the store. None of these is the caller's fault.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database answered with an error, or did not answer.
    #[error("the database refused or failed")]
    Database(#[from] sqlx::Error),
    /// A migration could not be run.
    #[error("the database could not be brought up to date")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A stored value cannot be what it should be.
    #[error("table {table}, row {id}: a stored value cannot be read")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// The row.
        id: i64,
    },
    /// The ledger's head or a node cannot be what it should be.
    #[error("the ledger's head cannot be read: {0}")]
    Head(String),
    /// A receipt cannot be written or read.
    #[error("a receipt cannot be written or read")]
    Receipt(#[from] serde_json::Error),
    /// The batch an act was in could not be committed; nothing of it was kept.
    #[error("the batch was not committed: {0}")]
    NotCommitted(String),
    /// The writer has stopped.
    #[error("the writer has stopped")]
    WriterStopped,
    /// An act ended without its one leaf.
    #[error("an act ended with {0} records instead of one")]
    NotOneRecord(usize),
    /// An act took a number after it had recorded itself: what it used it for has no leaf.
    #[error("an act took a number after its record")]
    NumberAfterRecord,
    /// A checkpoint of the same size with another root is kept.
    #[error("a checkpoint of {size} leaves with another root is kept")]
    OtherCheckpoint {
        /// How many leaves.
        size: u64,
    },
    /// The address of a store is not one we know.
    #[error("`{0}` is not a store: write `sqlite:FILE` or `postgres://…`")]
    BadUrl(String),
    /// The database is too old or set up wrongly.
    #[error("{0}")]
    Unfit(String),
}
