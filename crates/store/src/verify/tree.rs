//! The tree as it grows again from its leaves, and what is held against it on the way: the
//! checkpoints kept, and what the signer remembers.

use super::Options;
use super::checkpoint::CheckpointRow;
use super::difference::Difference;
use super::law::LawTrail;
use qz_ledger::{Frontier, Hash, SignerState, TileNode, VerifierKey};
use std::collections::VecDeque;

/// The tree so far.
pub(super) struct Tree {
    key: Option<VerifierKey>,
    signer: Option<SignerState>,
    signer_root: Option<Hash>,
    size: u64,
    frontier: Frontier,
    nodes: Vec<TileNode>,
    last_act: i64,
    /// Checkpoints passed that later leaves may still name, the newest last.
    passed: VecDeque<(u64, Hash)>,
    checkpoints: u64,
    /// What the latest leaf named as the checkpoint before it, as text.
    previous: String,
    /// The law that its leaves name.
    pub law: LawTrail,
}

impl Tree {
    /// The empty tree, to grow to `size` leaves.
    pub fn new(options: &Options, size: u64, law: LawTrail) -> Self {
        Self {
            key: options.key.clone(),
            signer: options.signer,
            signer_root: None,
            size,
            frontier: Frontier::new(),
            nodes: Vec::new(),
            last_act: 0,
            passed: VecDeque::new(),
            checkpoints: 0,
            previous: "null".to_owned(),
            law,
        }
    }

    /// How many leaves it has so far.
    pub fn len(&self) -> u64 {
        self.frontier.size()
    }

    /// Appends a leaf of an act.
    pub fn push(&mut self, hash: Hash, act: i64) {
        self.nodes.extend(self.frontier.push(hash));
        self.last_act = self.last_act.max(act);
        if self.signer.is_some_and(|signer| signer.size == self.len()) {
            self.signer_root = Some(self.root());
        }
    }

    /// Holds a kept checkpoint of this very size against the tree; `at` is the instant of the
    /// leaf before it.
    pub fn pass(&mut self, row: &CheckpointRow, at: &str) -> Result<(), Difference> {
        let root = self.root();
        row.check(self.len(), root, at, self.key.as_ref())?;
        self.passed.push_back((self.len(), root));
        self.checkpoints += 1;
        Ok(())
    }

    /// Whether the checkpoint that the next leaf names as the last before it is one that was
    /// kept, and not an older one than the leaf before names. `None` for a leaf that names none.
    pub fn follows(&mut self, previous: &str, named: Option<(u64, Hash)>) -> bool {
        let Some(named) = named else { return self.previous == "null" };
        let Some(at) = self.passed.iter().position(|passed| *passed == named) else {
            return false;
        };
        self.passed.drain(..at);
        previous.clone_into(&mut self.previous);
        true
    }

    /// Whether this is what the leaf before named, too.
    pub fn named_before(&self, previous: &str) -> bool {
        self.previous == previous
    }

    /// The root so far.
    pub fn root(&self) -> Hash {
        self.frontier.root()
    }

    /// The frontier as the head keeps it.
    pub fn frontier(&self) -> String {
        self.frontier.encode()
    }

    /// The roots of full tiles.
    pub fn nodes(&mut self) -> &mut [TileNode] {
        &mut self.nodes
    }

    /// The highest number of an act; 0 without any.
    pub fn last_act(&self) -> i64 {
        self.last_act
    }

    /// Size and root of the last checkpoint passed.
    pub fn newest_checkpoint(&self) -> Option<(u64, Hash)> {
        self.passed.back().copied()
    }

    /// How many checkpoints were passed.
    pub fn checkpoints(&self) -> u64 {
        self.checkpoints
    }

    /// Holds the signer's own memory against the tree.
    pub fn check_signer(&self) -> Result<(), Difference> {
        match self.signer {
            Some(SignerState { size: signed, .. }) if signed > self.size => {
                Err(Difference::SignerAhead { signed, size: self.size })
            }
            Some(SignerState { size, root }) if size > 0 && self.signer_root != Some(root) => {
                Err(Difference::SignerDiffers { size })
            }
            _ => Ok(()),
        }
    }
}
