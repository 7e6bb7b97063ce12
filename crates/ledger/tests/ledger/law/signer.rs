//! The signer never puts its name to two trees that contradict each other.

use proptest::prelude::*;
use qz_ledger::{
    Checkpoint, Hash, Signer, SignerState, empty_root, prove_consistency, verify_consistency,
};

use crate::memory_log::{ORIGIN, hash_tiles, key};
use crate::reference;

/// What may happen to the copies of a ledger in a bad year.
#[derive(Debug, Clone)]
enum Event {
    /// Entries are written to a copy.
    Append { copy: usize, count: usize },
    /// A copy is replaced by an earlier state of another.
    Restore { copy: usize, from: usize, keep: usize },
    /// An entry of a copy is changed.
    Tamper { copy: usize, entry: usize },
    /// A copy is offered for signing, with a proof of its own.
    Offer { copy: usize },
    /// A copy is offered with a proof for other sizes.
    OfferWrongly { copy: usize, old: usize },
}

fn event() -> impl Strategy<Value = Event> {
    let copy = 0_usize..3;
    prop_oneof![
        3 => (copy.clone(), 0_usize..9).prop_map(|(copy, count)| Event::Append { copy, count }),
        1 => (copy.clone(), 0_usize..3, 0_usize..40)
            .prop_map(|(copy, from, keep)| Event::Restore { copy, from, keep }),
        1 => (copy.clone(), 0_usize..40).prop_map(|(copy, entry)| Event::Tamper { copy, entry }),
        4 => copy.clone().prop_map(|copy| Event::Offer { copy }),
        1 => (copy, 1_usize..40).prop_map(|(copy, old)| Event::OfferWrongly { copy, old }),
    ]
}

/// Three copies of a ledger, one signer, and everything it ever signed.
struct World {
    copies: [Vec<Hash>; 3],
    fresh: u8,
    signer: Signer,
    signed: Vec<Vec<Hash>>,
}

impl World {
    fn new() -> Self {
        let signer = Signer::new(key(), SignerState::new());
        Self { copies: Default::default(), fresh: 0, signer, signed: Vec::new() }
    }

    fn leaf(&mut self) -> Hash {
        self.fresh = self.fresh.wrapping_add(1);
        qz_ledger::leaf_hash(&[self.fresh])
    }

    fn happen(&mut self, event: &Event) {
        match *event {
            Event::Append { copy, count } => (0..count).for_each(|_| {
                let leaf = self.leaf();
                self.copies[copy].push(leaf);
            }),
            Event::Restore { copy, from, keep } => {
                let mut older = self.copies[from].clone();
                older.truncate(keep);
                self.copies[copy] = older;
            }
            Event::Tamper { copy, entry } => {
                let leaf = self.leaf();
                if let Some(old) = self.copies[copy].get_mut(entry) {
                    *old = leaf;
                }
            }
            Event::Offer { copy } => {
                let kept = self.signer.state().size;
                self.offer(copy, kept);
            }
            Event::OfferWrongly { copy, old } => self.offer(copy, old as u64),
        }
    }

    fn offer(&mut self, copy: usize, old: u64) {
        let leaves = self.copies[copy].clone();
        let (size, root) = (leaves.len() as u64, reference::root(&leaves));
        let proof = prove_consistency(old, size, &hash_tiles(&leaves)).unwrap_or_default();
        let before = self.signer.state();
        match self.signer.sign(ORIGIN, size, root, &proof) {
            Ok(note) => {
                let checkpoint = Checkpoint::open(&note, &self.signer.verifier()).unwrap();
                assert_eq!((checkpoint.size, checkpoint.root), (size, root));
                assert_eq!(self.signer.state(), SignerState { size, root });
                self.signed.push(leaves);
            }
            Err(_) => assert_eq!(self.signer.state(), before, "a refusal was remembered"),
        }
        // The signer is stopped and started again from what it wrote down.
        let state = self.signer.state().to_string().parse().unwrap();
        self.signer = Signer::new(key(), state);
    }
}

proptest! {
    /// Whatever is restored, forked or tampered with, everything signed is one growing log.
    #[test]
    fn all_signed_trees_are_prefixes_of_one_another(events in prop::collection::vec(event(), 0..60)) {
        let mut world = World::new();
        for event in &events {
            world.happen(event);
        }
        for pair in world.signed.windows(2) {
            prop_assert!(pair[1].starts_with(&pair[0]));
        }
    }

    /// An honest ledger is never refused, whenever it is signed.
    #[test]
    fn an_honest_ledger_is_always_signed(steps in prop::collection::vec(0_usize..30, 1..12)) {
        let mut world = World::new();
        for count in &steps {
            world.happen(&Event::Append { copy: 0, count: *count });
            world.happen(&Event::Offer { copy: 0 });
            world.happen(&Event::Offer { copy: 0 });
        }
        prop_assert_eq!(world.signed.len(), steps.len() * 2);
    }
}

#[test]
fn the_state_of_a_new_signer_is_the_empty_tree() {
    let state = SignerState::default();
    assert_eq!((state.size, state.root), (0, empty_root()));
    assert!(verify_consistency(0, 0, &[], state.root, state.root).is_err(), "needs no proof");
}
