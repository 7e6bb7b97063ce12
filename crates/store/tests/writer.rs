//! The write path: order, repetition, refusal, all or nothing, the same tree on both engines.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use qz_domain::ambient::Clock;
use qz_domain::id::UnitId;
use qz_domain::unit::{Line, Unit, UnitKind};
use qz_store::{
    Act, Ambient, BatchMode, Deed, Store, StoreError, StoreUrl, Subject, Write, Writer, unit,
};
use qz_testkit::engines::{chance, clock, on_both_engines};
use std::sync::Mutex;

/// Adds a unit, or refuses after having written it.
#[derive(Debug, Clone)]
struct Add {
    code: String,
    refuse: bool,
    records: usize,
}

#[derive(Debug)]
enum Fault {
    Refused,
    Store(StoreError),
}

impl From<StoreError> for Fault {
    fn from(fault: StoreError) -> Self {
        Self::Store(fault)
    }
}

impl Act for Add {
    type Receipt = i64;
    type Error = Fault;

    async fn perform(self, write: &mut Write) -> Result<i64, Fault> {
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
        for _ in 0..self.records {
            let deed = Deed {
                kind: "test",
                object: id.object(),
                by: None,
                recorded_by: None,
                paper: None,
                remark: String::new(),
            };
            write.record(deed).await?;
        }
        if self.refuse { Err(Fault::Refused) } else { Ok(id.0) }
    }
}

fn add(code: &str) -> Add {
    Add { code: code.to_owned(), refuse: false, records: 1 }
}

async fn open(url: &StoreUrl) -> (Store, Writer) {
    let store = Store::open(url).await.unwrap();
    let writer = store.writer(Ambient { clock: clock(), chance: chance() });
    (store, writer)
}

async fn codes(store: &Store) -> Vec<String> {
    let units = unit::all(&mut store.reader().await.unwrap()).await.unwrap();
    units.into_iter().map(|unit| unit.code).collect()
}

#[tokio::test]
async fn repeating_a_request_gives_the_first_receipt_and_does_nothing_twice() {
    on_both_engines(async |url| {
        let (store, writer) = open(&url).await;
        let first = writer.perform("r1".to_owned(), add("A")).await.unwrap();
        let again = writer.perform("r1".to_owned(), add("B")).await.unwrap();
        assert!(!first.repeated && again.repeated);
        assert_eq!(first.receipt, again.receipt);
        assert_eq!(codes(&store).await, ["A"]);
    })
    .await;
}

#[tokio::test]
async fn a_refused_act_leaves_nothing_and_its_neighbours_stand() {
    on_both_engines(async |url| {
        let (store, writer) = open(&url).await;
        let refused = Add { refuse: true, ..add("B") };
        let (a, b, c) = tokio::join!(
            writer.perform("a".to_owned(), add("A")),
            writer.perform("b".to_owned(), refused),
            writer.perform("c".to_owned(), add("C")),
        );
        assert!(a.is_ok() && matches!(b, Err(Fault::Refused)) && c.is_ok());
        assert_eq!(codes(&store).await, ["A", "C"]);
        // A refused request may be asked again, and then does something.
        assert!(writer.perform("b".to_owned(), add("B")).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn an_act_that_the_database_refuses_does_not_spoil_the_batch() {
    on_both_engines(async |url| {
        let (store, writer) = open(&url).await;
        writer.perform("a".to_owned(), add("A")).await.unwrap();
        let (b, twice, c) = tokio::join!(
            writer.perform("b".to_owned(), add("B")),
            writer.perform("x".to_owned(), add("A")),
            writer.perform("c".to_owned(), add("C")),
        );
        assert!(b.is_ok() && matches!(twice, Err(Fault::Store(_))) && c.is_ok());
        assert_eq!(codes(&store).await, ["A", "B", "C"]);
    })
    .await;
}

#[tokio::test]
async fn an_act_has_exactly_one_leaf() {
    on_both_engines(async |url| {
        let (store, writer) = open(&url).await;
        for records in [0, 2] {
            let outcome = writer.perform("x".to_owned(), Add { records, ..add("A") }).await;
            let Err(Fault::Store(StoreError::NotOneRecord(found))) = outcome else {
                panic!("{outcome:?}");
            };
            assert_eq!(found, records);
        }
        assert!(codes(&store).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_batch_is_kept_whole_or_not_at_all() {
    on_both_engines(async |url| {
        let (store, writer) = open(&url).await;
        let acts = |codes: &[&str]| -> Vec<_> {
            codes.iter().enumerate().map(|(n, code)| (format!("batch {n}"), add(code))).collect()
        };
        let all = BatchMode::AllOrNothing;
        let report = writer.batch(acts(&["A", "B", "A"]), all, |_| true).await.unwrap();
        assert!(!report.kept && report.outcomes[2].is_err());
        let report = writer.batch(acts(&["A", "B"]), BatchMode::Rehearse, |_| true).await.unwrap();
        assert!(!report.kept && report.outcomes.iter().all(Result::is_ok));
        let report = writer.batch(acts(&["A", "B"]), all, |tried| tried < 1).await.unwrap();
        assert!(!report.kept && report.stopped);
        assert!(codes(&store).await.is_empty());
        let report = writer.batch(acts(&["A", "B"]), all, |_| true).await.unwrap();
        assert!(report.kept);
        assert_eq!(codes(&store).await, ["A", "B"]);
    })
    .await;
}

/// Refusals, batches and single acts in one order give one tree, whatever the engine.
#[tokio::test]
async fn the_same_acts_give_the_same_head_on_both_engines() {
    let heads: Mutex<Vec<(i64, String, i64)>> = Mutex::new(vec![]);
    on_both_engines(async |url| {
        let (store, writer) = open(&url).await;
        for code in ["A", "B", "C"] {
            writer.perform(code.to_owned(), add(code)).await.unwrap();
            let refused = Add { refuse: true, ..add("X") };
            assert!(writer.perform(format!("{code}x"), refused).await.is_err());
        }
        let many = (0..600).map(|n| (format!("m{n}"), add(&format!("M{n}")))).collect();
        writer.batch(many, BatchMode::AllOrNothing, |_| true).await.unwrap();
        let head = head(&store).await;
        heads.lock().unwrap().push(head);
    })
    .await;
    let heads = heads.into_inner().unwrap();
    assert_eq!(heads[0].0, 603);
    assert!(heads.iter().all(|head| *head == heads[0]), "{heads:?}");
}

async fn head(store: &Store) -> (i64, String, i64) {
    const SQL: &str = "select size, frontier, next_id from ledger_head where id = 1";
    match store.reader().await.unwrap() {
        qz_store::Conn::Sqlite(mut conn) => sqlx::query_as(SQL).fetch_one(&mut *conn).await,
        qz_store::Conn::Postgres(mut conn) => sqlx::query_as(SQL).fetch_one(&mut *conn).await,
    }
    .unwrap()
}

#[tokio::test]
async fn two_writers_on_one_store_keep_one_order() {
    on_both_engines(async |url| {
        let (store, one) = open(&url).await;
        let other = Store::open(&url).await.unwrap();
        let other = other.writer(Ambient { clock: clock(), chance: chance() });
        let from_one = async {
            for n in 0..40 {
                one.perform(format!("one {n}"), add(&format!("1-{n}"))).await.unwrap();
            }
        };
        let from_other = async {
            for n in 0..40 {
                other.perform(format!("other {n}"), add(&format!("2-{n}"))).await.unwrap();
            }
        };
        tokio::join!(from_one, from_other);
        assert_eq!(codes(&store).await.len(), 80);
        assert_eq!(head(&store).await.0, 80);
        assert_eq!(clock().now(), qz_testkit::engines::MORNING);
    })
    .await;
}
