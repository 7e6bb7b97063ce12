//! An attacker who recomputes every hash: the store agrees with itself again, but not with what
//! was signed.

use crate::fixture::{Fixture, add_unit, fixture};
use crate::hand::{Hand, Table, Values};
use qz_ledger::{Frontier, Hash, TileNode, leaf_hash};
use qz_store::entry::Entry;
use qz_store::verify::{self, Options};
use qz_testkit::engines::on_both_engines;
use std::error::Error;

/// The ledger's tables, read by hand.
pub struct Ledger {
    pub leaf: Table,
    node: Table,
    head: Table,
    checkpoint: Table,
    pub leaves: Vec<Values>,
}

impl Ledger {
    pub async fn read(hand: &mut Hand) -> Self {
        let leaf = hand.table("ledger_leaf").await;
        let mut leaves = hand.rows(&leaf).await;
        let idx = leaf.place("idx");
        leaves.sort_by_key(|row| row[idx].as_ref().unwrap().parse::<u64>().unwrap());
        Self {
            node: hand.table("ledger_node").await,
            head: hand.table("ledger_head").await,
            checkpoint: hand.table("checkpoint").await,
            leaf,
            leaves,
        }
    }

    /// Takes the last leaves out, with their acts and the units those made.
    async fn cut(&mut self, hand: &mut Hand, leaves: usize) {
        for row in self.leaves.split_off(self.leaves.len() - leaves) {
            let act = row[self.leaf.place("act")].as_ref().unwrap();
            let unit = format!("(select subject from act where id = {act})");
            for sql in [
                format!("delete from unit where id = {unit}"),
                format!("delete from ledger_leaf where act = {act}"),
                format!("delete from act where id = {act}"),
            ] {
                assert_eq!(hand.run(&sql).await, Ok(1), "{sql}");
            }
        }
    }

    /// Writes another entry into a leaf, with its hash.
    pub async fn put(&mut self, hand: &mut Hand, leaf: usize, entry: &str) {
        let row = &mut self.leaves[leaf];
        let old = row.clone();
        let (at, hash) = (self.leaf.place("entry"), self.leaf.place("hash"));
        row[hash] = Some(leaf_hash(entry.as_bytes()).to_string());
        row[at] = Some(entry.to_owned());
        hand.delete(&self.leaf, &old).await;
        hand.insert(&self.leaf, &row.clone()).await.unwrap();
    }

    /// The entry of a leaf.
    pub fn entry(&self, leaf: usize) -> Entry {
        let text = self.leaves[leaf][self.leaf.place("entry")].as_ref();
        Entry::read(text.unwrap()).unwrap()
    }

    /// Makes nodes and head what they would be, and takes out checkpoints that go too far.
    pub async fn heal(&self, hand: &mut Hand) {
        let (mut tree, mut nodes) = (Frontier::new(), Vec::<TileNode>::new());
        for row in &self.leaves {
            let entry = row[self.leaf.place("entry")].as_ref().unwrap();
            nodes.extend(tree.push(leaf_hash(entry.as_bytes())));
        }
        hand.run("delete from ledger_node").await.unwrap();
        for TileNode { level, index, hash } in nodes {
            let row = [level.to_string(), index.to_string(), hash.to_string()].map(Some).to_vec();
            hand.insert(&self.node, &row).await.unwrap();
        }
        let size = tree.size();
        hand.run(&format!("delete from checkpoint where size > {size}")).await.unwrap();
        let newest = hand.rows(&self.checkpoint).await.into_iter().max_by_key(|row| {
            row[self.checkpoint.place("size")].as_ref().unwrap().parse::<u64>().unwrap()
        });
        let at = |name: &str| {
            newest.as_ref().map(|row| row[self.checkpoint.place(name)].clone().unwrap())
        };
        let last = &self.leaves[self.leaves.len() - 1];
        let sql = format!(
            "update ledger_head set size = {size}, frontier = '{}', next_id = {} + 1, \
                    signed_size = {}, signed_root = '{}'",
            tree.encode(),
            last[self.leaf.place("act")].as_ref().unwrap(),
            at("size").unwrap_or_else(|| "0".to_owned()),
            at("root").unwrap_or_default(),
        );
        assert_eq!(hand.run(&sql).await, Ok(1), "{sql}");
        assert_eq!(hand.rows(&self.head).await.len(), 1);
    }
}

/// What lies behind an error.
fn cause(fault: &dyn Error) -> String {
    fault.source().map(ToString::to_string).unwrap_or_default()
}

/// What the store says for itself, without key and signer.
async fn alone(fixture: &Fixture) -> String {
    let (conn, options) = (fixture.store.reader().await.unwrap(), Options::default());
    match verify::run(conn, &options, |_, _| {}).await {
        Ok(verified) => format!("in order, {} leaves", verified.size),
        Err(fault) => cause(&fault),
    }
}

#[tokio::test]
async fn a_truncated_log_agrees_with_itself_but_not_with_the_signer() {
    on_both_engines(async |url| {
        let fixture = fixture(&url).await;
        let signed = fixture.keeper.files().state().unwrap().size;
        let mut hand = Hand::reach_in(&url).await;
        let mut ledger = Ledger::read(&mut hand).await;
        // One act is not signed yet: to take it out leaves no trace but its absence.
        ledger.cut(&mut hand, 2).await;
        ledger.heal(&mut hand).await;
        let size = signed - 1;
        assert_eq!(alone(&fixture).await, format!("in order, {size} leaves"));
        assert_eq!(
            fixture.difference().await,
            format!(
                "ledger_head 1, column size: the ledger has {size} leaves, but {signed} were \
                 signed before, so an older copy of the database was restored: compare it with \
                 the published checkpoint of {signed} leaves and restore the copy that has them \
                 all"
            )
        );
        let refused = fixture.keeper.sign_now().await.unwrap_err();
        let words = cause(&refused);
        assert!(
            words.starts_with(&format!("not signed: the ledger has {size} entries")),
            "{words}"
        );

        // Recorded on: as long as before, then longer, and still not what was signed.
        add_unit(&fixture.county, "QY1").await;
        let said = fixture.difference().await;
        assert!(said.ends_with("changed or an older copy was restored and written to"), "{said}");
        fixture.keeper.sign_now().await.unwrap_err();
        add_unit(&fixture.county, "QY2").await;
        let refused = fixture.keeper.sign_now().await.unwrap_err();
        let words = cause(&refused);
        assert!(words.contains("are not the ones signed before"), "{words}");
    })
    .await;
}

#[tokio::test]
async fn a_past_rewritten_with_all_its_hashes_is_not_what_was_signed() {
    on_both_engines(async |url| {
        let fixture = fixture(&url).await;
        let mut hand = Hand::reach_in(&url).await;
        let mut ledger = Ledger::read(&mut hand).await;
        let mut entry = ledger.entry(20);
        entry.object = Hash([7; 32]);
        ledger.put(&mut hand, 20, &entry.text()).await;
        ledger.heal(&mut hand).await;
        let said = fixture.difference().await;
        assert!(said.starts_with("checkpoint "), "{said}");
        assert!(said.contains(", column note: it is not of the tree of "), "{said}");
    })
    .await;
}
