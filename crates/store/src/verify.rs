//! The full self-check (全量自检): recomputes everything from the rows and stops at the first
//! difference, naming its row.
//!
//! In one moment of the store it checks that
//! - leaf follows leaf without a gap, each with the hash of its entry, and the head, every node and
//!   every kept checkpoint are what follows from them;
//! - every act's row is what its leaf commits to, and no act is without a leaf;
//! - every leaf names what the county had confirmed of its own law before its act;
//! - every governed object is what the latest act on it left, and none is without an act;
//! - every evidence's bytes are there and have the hash they are kept under;
//! - the signer has signed nothing that the store does not have.
//!
//! Reading is asynchronous and in chunks; what is read is judged by plain functions. Memory holds
//! one chunk, and one hash for every 256 leaves.

mod body;
mod census;
mod checkpoint;
mod difference;
mod head;
mod law;
mod leaf;
mod node;
mod object;
mod tree;

pub use difference::Difference;

use crate::conn::Conn;
use crate::error::StoreError;
use crate::moment::Moment;
use census::Census;
use head::HeadRow;
use law::LawTrail;
use qz_ledger::{Hash, SignerState, VerifierKey};
use tree::Tree;

/// How many leaves are read at once: no more than objects can be.
const CHUNK: u64 = crate::governed::MOST as u64;

/// What to check besides the rows themselves.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The key of the log. Without it the signatures of checkpoints are not checked.
    pub key: Option<VerifierKey>,
    /// What the signer signed last, kept outside the store.
    pub signer: Option<SignerState>,
}

/// What was checked and found in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// How many leaves, each with its act.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// How many checkpoints.
    pub checkpoints: u64,
    /// How many governed objects.
    pub objects: u64,
    /// Whether the signatures of the checkpoints were checked.
    pub signed: bool,
}

/// Why a store was not found in order.
#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    /// The store contradicts its ledger: somebody changed it behind the product's back, or a copy
    /// is not whole.
    #[error("the store and its ledger differ")]
    Difference(#[from] Difference),
    /// The store could not be read to its end.
    #[error("the store could not be read")]
    Store(#[from] StoreError),
}

impl From<sqlx::Error> for VerifyError {
    fn from(fault: sqlx::Error) -> Self {
        Self::Store(fault.into())
    }
}

/// Checks a whole store as it stands at one moment; writers go on beside it. `progress` hears how
/// many leaves of how many were checked.
pub async fn run(
    conn: Conn,
    options: &Options,
    progress: impl FnMut(u64, u64) + Send,
) -> Result<Verified, VerifyError> {
    let mut moment = Moment::begin(conn).await?;
    let outcome = check(moment.conn()?, options, progress).await;
    moment.end().await;
    outcome
}

async fn check(
    conn: &mut Conn,
    options: &Options,
    progress: impl FnMut(u64, u64) + Send,
) -> Result<Verified, VerifyError> {
    let head = head::read(conn).await?;
    let mut tree = Tree::new(options, head.size, LawTrail::read(conn).await?);
    let mut census = Census::default();
    walk(conn, &head, (&mut tree, &mut census), progress).await?;
    leaf::none_beyond(conn, head.size).await?;
    head::check(&head, &tree)?;
    checkpoint::none_beyond(conn, head.size).await?;
    node::check(conn, tree.nodes()).await?;
    census.check(conn, head.size).await?;
    body::check(conn).await?;
    tree.law.check()?;
    tree.check_signer()?;
    Ok(Verified {
        size: head.size,
        root: tree.root(),
        checkpoints: tree.checkpoints(),
        objects: census.objects(),
        signed: options.key.is_some(),
    })
}

/// Leaves, acts, objects and checkpoints, chunk by chunk.
///
/// An act that is missing or points elsewhere makes an earlier one look like the latest on its
/// object, so an object that differs is told only when every leaf has its act.
async fn walk(
    conn: &mut Conn,
    head: &HeadRow,
    (tree, census): (&mut Tree, &mut Census),
    mut progress: impl FnMut(u64, u64) + Send,
) -> Result<(), VerifyError> {
    let (mut from, mut objects) = (0, Ok(()));
    while from < head.size {
        let until = (from + CHUNK).min(head.size);
        let leaves = leaf::read(conn, from, until).await?;
        let checkpoints = checkpoint::read(conn, from, until).await?;
        let latest = leaf::check(&leaves, checkpoints, (from, until), tree)?;
        if objects.is_ok() {
            objects = object::check(conn, latest, census).await;
        }
        from = until;
        progress(from, head.size);
        tokio::task::yield_now().await;
    }
    objects
}
