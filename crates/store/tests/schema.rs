//! The two engines have the same tables and columns, and every one of them is spoken for.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use qz_store::governed::{ACT_COLUMNS, FREE, GOVERNED, LEDGER};
use qz_store::{Conn, Store, StoreUrl};
use qz_testkit::engines::on_both_engines;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Mutex;

type Tables = BTreeMap<String, BTreeSet<String>>;

async fn tables(url: &StoreUrl) -> Tables {
    const SQLITE: &str = "
        select m.name, c.name from sqlite_master m, pragma_table_info(m.name) c
         where m.type = 'table' and m.name not like 'sqlite_%'";
    const POSTGRES: &str = "
        select cast(table_name as text), cast(column_name as text)
          from information_schema.columns
         where table_schema = current_schema()";
    let store = Store::open(url).await.unwrap();
    let rows: Vec<(String, String)> = match store.reader().await.unwrap() {
        Conn::Sqlite(mut conn) => sqlx::query_as(SQLITE).fetch_all(&mut *conn).await.unwrap(),
        Conn::Postgres(mut conn) => sqlx::query_as(POSTGRES).fetch_all(&mut *conn).await.unwrap(),
    };
    rows.into_iter().fold(Tables::new(), |mut tables, (table, column)| {
        tables.entry(table).or_default().insert(column);
        tables
    })
}

#[tokio::test]
async fn both_engines_have_the_same_tables_and_columns() {
    let seen: Mutex<Vec<Tables>> = Mutex::new(vec![]);
    on_both_engines(async |url: StoreUrl| {
        let tables = tables(&url).await;
        seen.lock().unwrap().push(tables);
    })
    .await;
    let seen = seen.into_inner().unwrap();
    for other in &seen[1..] {
        let ours = |tables: &Tables| {
            tables
                .iter()
                .filter(|(name, _)| !name.starts_with('_'))
                .map(|(name, columns)| (name.clone(), columns.clone()))
                .collect::<Tables>()
        };
        assert_eq!(ours(&seen[0]), ours(other));
    }
}

#[tokio::test]
async fn every_table_is_governed_or_free_with_a_reason_and_no_column_is_left_out() {
    on_both_engines(async |url: StoreUrl| {
        let tables = tables(&url).await;
        let governed: BTreeMap<_, _> = GOVERNED
            .iter()
            .flat_map(|kind| kind.tables)
            .map(|table| (table.name, table.columns))
            .collect();
        for (name, columns) in &tables {
            let name = name.as_str();
            let free = FREE.iter().any(|(free, reason)| *free == name && !reason.is_empty());
            match governed.get(name) {
                Some(known) => {
                    let known: BTreeSet<_> = known.iter().map(|c| (*c).to_owned()).collect();
                    assert_eq!(*columns, known, "the columns of {name} in governed.rs");
                    assert!(!free, "{name} is both governed and free");
                }
                None => {
                    assert!(free || LEDGER.contains(&name), "{name} is neither governed nor free");
                }
            }
        }
        for name in governed.keys().chain(LEDGER).chain(FREE.iter().map(|(name, _)| name)) {
            assert!(tables.contains_key(*name), "{name} is listed and does not exist");
        }
        let mut act = tables["act"].clone();
        act.remove("salt");
        assert_eq!(act, ACT_COLUMNS.iter().map(|c| (*c).to_owned()).collect());
    })
    .await;
}

/// 位置, 通讯录, 消费, 浏览, 生物特征, 在线时长: there is no column for them.
#[tokio::test]
async fn no_column_tracks_a_person() {
    const FORBIDDEN: [&str; 14] = [
        "latitude",
        "longitude",
        "location",
        "gps",
        "geo",
        "phone",
        "contact",
        "spending",
        "purchase",
        "browsing",
        "face",
        "fingerprint",
        "online_time",
        "photo",
    ];
    on_both_engines(async |url: StoreUrl| {
        for (table, columns) in tables(&url).await {
            for column in columns {
                let found = FORBIDDEN.iter().find(|word| column.contains(*word));
                assert!(found.is_none(), "{table}.{column} holds what must not be kept");
            }
        }
    })
    .await;
}
