//! The ledger as it is read, signed and checked while the store is at work, on both engines.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use qz_domain::id::UnitId;
use qz_domain::unit::{Line, Unit, UnitKind};
use qz_ledger::{
    Frontier, SignerState, SigningKey, TileLevel, TilePath, inclusion_tiles, leaf_hash,
    prove_inclusion, tiles_of, verify_inclusion,
};
use qz_store::ledger::{self, ActFilter};
use qz_store::verify::{self, Options, Verified};
use qz_store::{
    Act, Ambient, Chore, Deed, Free, SignedCheckpoint, Store, StoreError, StoreUrl, Subject, Write,
    Writer, unit,
};
use qz_testkit::engines::{chance, clock, on_both_engines};

/// Adds a unit.
#[derive(Debug, Clone)]
struct Add {
    code: String,
    kind: &'static str,
    /// Takes a number after it recorded itself, as no act may.
    late_number: bool,
}

impl Act for Add {
    type Receipt = i64;
    type Error = StoreError;

    async fn perform(self, write: &mut Write) -> Result<i64, StoreError> {
        let id = UnitId(write.next_id());
        let new = Unit {
            id,
            code: self.code.clone(),
            name: self.code,
            name_en: String::new(),
            kind: UnitKind::Town,
            parent: None,
            line: Line::Towns,
            since: jiff::civil::date(2015, 1, 1),
        };
        unit::insert(write, &new).await?;
        let deed = Deed {
            kind: self.kind,
            object: id.object(),
            by: None,
            recorded_by: None,
            paper: None,
            remark: String::new(),
        };
        write.record(deed).await?;
        if self.late_number {
            write.next_id();
        }
        Ok(id.0)
    }
}

fn add(code: impl Into<String>) -> Add {
    Add { code: code.into(), kind: "add", late_number: false }
}

struct Draw;

impl Chore for Draw {
    type Output = i64;

    async fn run(self, free: &mut Free) -> Result<i64, StoreError> {
        Ok(free.next_id())
    }
}

async fn open(url: &StoreUrl) -> (Store, Writer) {
    let store = Store::open(url).await.unwrap();
    let writer = store.writer(Ambient { clock: clock(), chance: chance() });
    (store, writer)
}

async fn perform(writer: &Writer, act: Add) -> i64 {
    let request = act.code.clone();
    writer.perform(request, act).await.unwrap().receipt
}

async fn fill(writer: &Writer, prefix: &str, units: usize) {
    let acts = (0..units).map(|at| (format!("{prefix}{at}"), add(format!("{prefix}{at}"))));
    let all = qz_store::BatchMode::AllOrNothing;
    let report = writer.batch(acts.collect(), all, |_| true).await.unwrap();
    assert!(report.kept);
}

async fn verified(store: &Store) -> Verified {
    let conn = store.reader().await.unwrap();
    verify::run(conn, &Options::default(), |_, _| {}).await.unwrap()
}

/// Signs the ledger as it stands, without a signer's memory.
async fn checkpoint(store: &Store) -> SignedCheckpoint {
    let head = ledger::head(&mut store.reader().await.unwrap()).await.unwrap();
    let key = SigningKey::from_seed("county.example/acts", &[7; 32]).unwrap();
    let checkpoint = qz_ledger::Checkpoint::new(key.name(), head.size, head.root).unwrap();
    let note = checkpoint.signed(&key).unwrap();
    SignedCheckpoint { size: head.size, root: head.root, note }
}

#[tokio::test]
async fn tiles_are_read_as_the_leaves_make_them() {
    on_both_engines(async |url| {
        let (store, writer) = open(&url).await;
        fill(&writer, "T", 600).await;
        let mut conn = store.reader().await.unwrap();
        let head = ledger::head(&mut conn).await.unwrap();
        assert_eq!((head.size, head.signed, head.unsigned()), (600, None, 600));

        let mut tree = Frontier::new();
        for path in tiles_of(head.size) {
            match path.level {
                TileLevel::Entries => {
                    let entries = ledger::entries(&mut conn, path).await.unwrap().unwrap();
                    for entry in entries {
                        drop(tree.push(leaf_hash(entry.as_bytes())));
                    }
                    assert_eq!(ledger::hashes(&mut conn, path).await.unwrap(), None);
                }
                TileLevel::Hashes(_) => {
                    let hashes = ledger::hashes(&mut conn, path).await.unwrap().unwrap();
                    assert_eq!(hashes.len(), usize::from(path.width));
                    assert_eq!(ledger::entries(&mut conn, path).await.unwrap(), None);
                }
            }
        }
        assert_eq!(tree.root(), head.root);
        for beyond in [
            TilePath::full(TileLevel::Entries, 2),
            TilePath { level: TileLevel::Hashes(0), index: 2, width: 89 },
            TilePath { level: TileLevel::Hashes(1), index: 0, width: 3 },
            TilePath::full(TileLevel::Hashes(0), u64::MAX),
        ] {
            assert_eq!(ledger::hashes(&mut conn, beyond).await.unwrap(), None, "{beyond}");
            assert_eq!(ledger::entries(&mut conn, beyond).await.unwrap(), None, "{beyond}");
        }
        let leaf = ledger::leaf(&mut conn, 599).await.unwrap().unwrap();
        assert_eq!(leaf.hash, leaf_hash(leaf.entry.as_bytes()));
        assert_eq!(ledger::leaf_of_act(&mut conn, leaf.act).await.unwrap(), Some(leaf.clone()));
        assert_eq!(ledger::leaf(&mut conn, 600).await.unwrap(), None);
        let tiles = ledger::tiles(&mut conn, &inclusion_tiles(599, 600)).await.unwrap();
        let proof = prove_inclusion(599, 600, &tiles).unwrap();
        verify_inclusion(599, 600, leaf.hash, &proof, head.root).unwrap();
    })
    .await;
}

#[tokio::test]
async fn an_object_has_its_timeline_and_the_log_its_pages() {
    on_both_engines(async |url| {
        let (store, writer) = open(&url).await;
        for at in 0..5 {
            let kind = if at == 3 { "other" } else { "add" };
            perform(&writer, Add { kind, ..add(format!("T{at}")) }).await;
        }
        let mut conn = store.reader().await.unwrap();
        let all = ledger::acts(&mut conn, &ActFilter::default(), None, 10).await.unwrap();
        assert_eq!(all.iter().map(|act| act.leaf).collect::<Vec<_>>(), [4, 3, 2, 1, 0]);
        let page = ledger::acts(&mut conn, &ActFilter::default(), Some(all[1].id), 2).await;
        assert_eq!(page.unwrap(), all[2..4]);
        let kind = ActFilter { kind: Some("other".to_owned()), ..ActFilter::default() };
        assert_eq!(ledger::acts(&mut conn, &kind, None, 10).await.unwrap(), all[1..2]);
        let day = qz_testkit::engines::MORNING;
        let later = ActFilter { from: Some(day), until: Some(day), ..ActFilter::default() };
        assert_eq!(ledger::acts(&mut conn, &later, None, 10).await.unwrap(), []);
        let since = ActFilter { from: Some(day), ..ActFilter::default() };
        assert_eq!(ledger::acts(&mut conn, &since, None, 10).await.unwrap(), all);

        let object = UnitId(all[4].object).object();
        assert_eq!(ledger::acts_of(&mut conn, object).await.unwrap(), all[4..]);
        assert_eq!(ledger::find_act(&mut conn, all[2].id).await.unwrap(), Some(all[2].clone()));
        let leaf = ledger::leaf(&mut conn, 2).await.unwrap().unwrap();
        assert_eq!((leaf.act, leaf.hash), (all[2].id, all[2].hash));
    })
    .await;
}

#[tokio::test]
async fn a_checkpoint_is_kept_once_and_another_of_its_size_never() {
    on_both_engines(async |url| {
        let (store, writer) = open(&url).await;
        perform(&writer, add("T1")).await;
        let first = checkpoint(&store).await;
        assert!(writer.keep_checkpoint(first.clone()).await.unwrap());
        assert!(!writer.keep_checkpoint(first.clone()).await.unwrap());
        let other = SignedCheckpoint { root: qz_ledger::Hash([1; 32]), ..first.clone() };
        let fault = writer.keep_checkpoint(other).await.unwrap_err();
        let split = fault.to_string();
        assert!(split.contains("a checkpoint of 1 leaves with another root is kept"), "{split}");

        perform(&writer, add("T2")).await;
        let second = checkpoint(&store).await;
        assert!(writer.keep_checkpoint(second.clone()).await.unwrap());
        assert!(!writer.keep_checkpoint(first.clone()).await.unwrap());
        let beyond = SignedCheckpoint { size: 9, ..second.clone() };
        writer.keep_checkpoint(beyond).await.unwrap_err();

        let mut conn = store.reader().await.unwrap();
        let kept = ledger::checkpoints(&mut conn, 9).await.unwrap();
        assert_eq!(kept.iter().map(|kept| kept.size).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(kept[0].note, second.note);
        assert_eq!(kept[0].until, qz_testkit::engines::MORNING);
        let head = ledger::head(&mut conn).await.unwrap();
        assert_eq!((head.signed, head.unsigned()), (Some((2, second.root)), 0));
        assert_eq!(verified(&store).await.checkpoints, 2);
    })
    .await;
}

#[tokio::test]
async fn the_next_number_follows_from_the_acts_alone() {
    on_both_engines(async |url| {
        let (store, writer) = open(&url).await;
        let first = perform(&writer, add("T1")).await;
        let drawn = [writer.chore(Draw).await.unwrap(), writer.chore(Draw).await.unwrap()];
        assert!(drawn.iter().all(|number| (1..1 << 53).contains(number)), "{drawn:?}");
        assert_ne!(drawn[0], drawn[1]);
        let late = Add { late_number: true, ..add("T2") };
        let fault = writer.perform("late".to_owned(), late).await.unwrap_err();
        assert_eq!(fault.to_string(), "an act took a number after its record");
        assert_eq!(perform(&writer, add("T3")).await, first + 2);
        assert_eq!(verified(&store).await.size, 2);
    })
    .await;
}

#[tokio::test]
async fn two_processes_that_write_in_turn_grow_one_tree() {
    on_both_engines(async |url| {
        let (store, one) = open(&url).await;
        let (_other_store, other) = open(&url).await;
        let write = async |writer: &Writer, name: &str| {
            for round in 0..12 {
                fill(writer, &format!("{name}{round}-"), 7).await;
                if round % 4 == 0 {
                    let _ = writer.keep_checkpoint(checkpoint(&store).await).await.unwrap();
                }
            }
        };
        tokio::join!(write(&one, "A"), write(&other, "B"));
        let found = verified(&store).await;
        assert_eq!((found.size, found.objects), (168, 168));
        assert!(found.checkpoints >= 2, "{found:?}");
    })
    .await;
}

#[tokio::test]
async fn a_busy_store_is_in_order_at_every_moment() {
    on_both_engines(async |url| {
        let (store, writer) = open(&url).await;
        fill(&writer, "T", 700).await;
        let write = async {
            for round in 0..20 {
                fill(&writer, &format!("U{round}-"), 13).await;
            }
        };
        let check = async {
            let mut sizes = vec![];
            for _ in 0..6 {
                sizes.push(verified(&store).await.size);
            }
            sizes
        };
        let ((), sizes) = tokio::join!(write, check);
        assert!(sizes.is_sorted(), "{sizes:?}");
        assert_eq!(verified(&store).await.size, 960);
    })
    .await;
}

#[tokio::test]
async fn an_empty_store_is_in_order_and_a_signer_that_signed_more_is_told() {
    on_both_engines(async |url| {
        let (store, _writer) = open(&url).await;
        let found = verified(&store).await;
        assert_eq!((found.size, found.root, found.objects), (0, qz_ledger::empty_root(), 0));
        let signer = Some(SignerState { size: 3, root: found.root });
        let options = Options { signer, ..Options::default() };
        let conn = store.reader().await.unwrap();
        let fault = verify::run(conn, &options, |_, _| {}).await.unwrap_err();
        let verify::VerifyError::Difference(difference) = fault else { panic!("{fault}") };
        assert!(difference.to_string().contains("but 3 were signed before"), "{difference}");
    })
    .await;
}

#[tokio::test]
async fn a_check_that_is_given_up_leaves_no_transaction_behind() {
    on_both_engines(async |url| {
        let (store, writer) = open(&url).await;
        fill(&writer, "T", 600).await;
        // No patience at all gives up while the transaction is being opened.
        for patience in [0, 50, 100, 300, 600].repeat(4) {
            let conn = store.reader().await.unwrap();
            let options = Options::default();
            let check = verify::run(conn, &options, |_, _| {});
            let patience = std::time::Duration::from_micros(patience);
            let _ = tokio::time::timeout(patience, check).await;
        }
        assert_eq!(verified(&store).await.size, 600);
        fill(&writer, "U", 1).await;
        assert_eq!(verified(&store).await.size, 601);
    })
    .await;
}
