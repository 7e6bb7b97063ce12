//! Copies of a store: of either engine, of an older program, and only into an empty one.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use qz_store::snapshot::{Kind, LEFT_OUT, LoadError, Loading, Snapshot, newest_schema, tables};
use qz_store::{Store, StoreUrl};

/// A migration before the visits.
const OLDER: i64 = 4;
/// A unit as a line, in the order of its columns by name.
const UNIT: &str = r#"["SH",7,"government","general","示河县","Shihe County",null,"2000-01-01"]"#;

/// Runs the story with a store in which no migration ran: on SQLite, then on PostgreSQL.
async fn on_empty_stores(story: impl AsyncFn(Store)) {
    let folder = tempfile::tempdir().unwrap();
    let url = StoreUrl::Sqlite(folder.path().join("copy.db"));
    story(Store::connect(&url).await.unwrap()).await;
    if let Some(database) = qz_testkit::postgres::empty_database().await {
        let url = StoreUrl::Postgres(database.url());
        story(Store::connect(&url).await.unwrap()).await;
    }
}

/// Loads one unit into the store.
async fn load_unit(loading: &mut Loading) {
    let unit = loading.shapes().iter().find(|shape| shape.table == "unit").unwrap().clone();
    let mut lines = [UNIT].into_iter();
    let next = |line: &mut String| {
        let given = lines.next();
        line.push_str(given.unwrap_or_default());
        Ok::<_, LoadError>(given.is_some())
    };
    loading.rows(&unit, next).await.unwrap();
}

async fn units(store: &Store) -> Vec<String> {
    let mut snapshot = Snapshot::begin(store).await.unwrap();
    assert_eq!(snapshot.schema(), newest_schema());
    let shape = snapshot.shapes().iter().find(|shape| shape.table == "unit").unwrap().clone();
    let mut lines = Vec::new();
    let take = |line: &str| {
        lines.push(line.trim_end().to_owned());
        Ok::<_, qz_store::StoreError>(())
    };
    snapshot.rows(&shape, take).await.unwrap();
    snapshot.end().await;
    lines
}

#[tokio::test]
async fn a_copy_of_an_older_program_is_loaded_and_brought_up_to_date() {
    on_empty_stores(async |store| {
        let mut loading = Loading::begin(&store, OLDER).await.unwrap();
        let known: Vec<_> = loading.shapes().iter().map(|shape| shape.table).collect();
        assert!(known.contains(&"unit") && !known.contains(&"visit"), "{known:?}");
        load_unit(&mut loading).await;
        loading.keep().await.unwrap();
        assert_eq!(units(&store).await, [UNIT]);
        assert!(matches!(
            Loading::begin(&store, newest_schema()).await,
            Err(LoadError::NotEmpty("unit"))
        ));
    })
    .await;
}

#[tokio::test]
async fn a_copy_that_is_given_up_leaves_nothing() {
    on_empty_stores(async |store| {
        let mut loading = Loading::begin(&store, newest_schema()).await.unwrap();
        load_unit(&mut loading).await;
        loading.abandon().await;
        assert_eq!(units(&store).await, Vec::<String>::new());
        Loading::begin(&store, newest_schema()).await.unwrap().abandon().await;
    })
    .await;
}

#[tokio::test]
async fn a_row_that_refers_to_nothing_is_refused_at_the_end() {
    on_empty_stores(async |store| {
        let mut loading = Loading::begin(&store, newest_schema()).await.unwrap();
        let post = loading.shapes().iter().find(|shape| shape.table == "post").unwrap().clone();
        let mut lines = [r#"[1,"P",1,0,"岗位","","clerk",99]"#].into_iter();
        let next = |line: &mut String| {
            let given = lines.next();
            line.push_str(given.unwrap_or_default());
            Ok::<_, LoadError>(given.is_some())
        };
        loading.rows(&post, next).await.unwrap();
        assert!(loading.keep().await.is_err());
    })
    .await;
}

#[tokio::test]
async fn other_columns_are_refused() {
    on_empty_stores(async |store| {
        let loading = Loading::begin(&store, newest_schema()).await.unwrap();
        let column = |name: &str| (name.to_owned(), Kind::Text);
        for (table, columns) in [("unit", vec![column("code")]), ("no_such_table", vec![])] {
            let refused = loading.shape(table, &columns).unwrap_err();
            assert_eq!(
                refused.to_string(),
                format!(
                    "table `{table}` has other columns in the copy than in a store of that version"
                )
            );
        }
        loading.abandon().await;
    })
    .await;
}

#[test]
fn what_is_left_out_is_known_and_nothing_else_is_missing() {
    let copied = tables();
    assert!(copied.is_sorted());
    for (table, reason) in LEFT_OUT {
        assert!(!copied.contains(table) && !reason.is_empty(), "{table}");
    }
    for table in ["act", "ledger_leaf", "visit_correction", "credential", "evidence_body"] {
        assert!(copied.contains(&table), "{table}");
    }
}
