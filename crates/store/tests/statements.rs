//! Every statement of the store is prepared on both engines: types, columns, parameters.

#![expect(clippy::unwrap_used, reason = "a test may panic")]
#![expect(
    clippy::disallowed_types,
    reason = "the statements are read from the store's own sources"
)]

use qz_store::{Conn, Store, StoreUrl};
use qz_testkit::engines::on_both_engines;
use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};
use std::fs;
use std::path::{Path, PathBuf};

/// A constant statement and where it stands.
struct Statement {
    place: String,
    text: String,
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let mut files: Vec<_> =
        files.into_iter().filter(|f| f.extension().is_some_and(|e| e == "rs")).collect();
    files.extend(folders.iter().flat_map(|folder| sources(folder)));
    files
}

/// Finds `const SQL…: &str = "…";`: a statement is a constant whose name begins with SQL.
fn statements(file: &Path) -> Vec<Statement> {
    let source = fs::read_to_string(file).unwrap();
    let mut found = vec![];
    for (at, _) in source.match_indices("const SQL") {
        let Some((_, text)) = source[at..].split_once(": &str =") else { continue };
        let Some(text) = text.trim_start().strip_prefix('"') else { continue };
        let (text, _) = text.split_once("\";").unwrap();
        let text = text.replace("\\\n", "\n").replace("\\\"", "\"");
        found.push(Statement { place: place(file, &source[..at]), text });
    }
    for (at, _) in source.match_indices("\nwritten! {") {
        let (block, _) = source[at..].split_once('}').unwrap();
        let texts = written(block).into_iter();
        found.extend(texts.map(|text| Statement { place: place(file, &source[..at]), text }));
    }
    found
}

fn place(file: &Path, before: &str) -> String {
    format!("{}:{}", file.file_name().unwrap().display(), before.lines().count() + 1)
}

/// The two statements that `written!` makes of a table and its columns.
fn written(block: &str) -> [String; 2] {
    let (table, columns) = block.split_once(':').unwrap();
    let table = table.split('"').nth(1).unwrap();
    let columns: Vec<_> = columns.split(',').map(str::trim).collect();
    let values: Vec<_> = (1..=columns.len()).map(|number| format!("${number}")).collect();
    let sets: Vec<_> = columns.iter().zip(&values).map(|(c, v)| format!("{c} = {v}")).collect();
    let (names, values, sets) = (columns.join(", "), values.join(", "), sets.join(", "));
    let id = columns.len() + 1;
    [
        format!("insert into {table} ( {names}, id ) values ( {values}, ${id} )"),
        format!("update {table} set {sets} where id = ${id}"),
    ]
}

async fn prepare(conn: &mut Conn, text: &str) -> Result<(), sqlx::Error> {
    let sql = AssertSqlSafe(text.to_owned()).into_sql_str();
    match conn {
        Conn::Sqlite(conn) => conn.prepare(sql).await.map(drop),
        Conn::Postgres(conn) => conn.prepare(sql).await.map(drop),
    }
}

#[tokio::test]
async fn every_statement_is_prepared_on_both_engines() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let all: Vec<_> = sources(&folder).iter().flat_map(|file| statements(file)).collect();
    assert!(all.len() > 40, "only {} statements were found", all.len());
    let added = all.iter().filter(|one| one.text.starts_with("insert into rectification ("));
    assert_eq!(added.count(), 1, "what `written!` makes is found");
    on_both_engines(async |url: StoreUrl| {
        let store = Store::open(&url).await.unwrap();
        let mut conn = store.reader().await.unwrap();
        let mut faults = vec![];
        for statement in &all {
            // What belongs to one engine says so in its first words.
            let only = |engine: &str| statement.text.contains(&format!("-- only {engine}"));
            let here = match url {
                StoreUrl::Sqlite(_) => !only("postgres"),
                StoreUrl::Postgres(_) => !only("sqlite"),
            };
            if here && let Err(fault) = prepare(&mut conn, &statement.text).await {
                faults.push(format!("{}: {fault}\n{}", statement.place, statement.text));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    })
    .await;
}

#[tokio::test]
async fn a_statement_that_fits_no_table_is_found() {
    on_both_engines(async |url: StoreUrl| {
        let store = Store::open(&url).await.unwrap();
        let mut conn = store.reader().await.unwrap();
        assert!(prepare(&mut conn, "select no_such_column from visit").await.is_err());
    })
    .await;
}
