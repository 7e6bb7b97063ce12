//! The database that test databases are cloned from: made once, whoever comes first.
//!
//! It is filled under another name and renamed when it is whole, so a run that was killed half-way
//! leaves nothing that looks ready. An advisory lock keeps processes from making it twice.

use super::{connect, database_url, required, run};
use sqlx::PgConnection;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// The options of an empty database, whatever the server's own default is.
pub(super) const EMPTY: &str = "template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'";

/// The name of the template `kind` for the migrations as they are now.
pub(super) fn name(kind: &str) -> String {
    let lawful = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    assert!(
        !kind.is_empty() && kind.len() <= 24 && kind.chars().all(lawful),
        "a template's name is 1 to 24 lower-case letters and digits, not {kind:?}"
    );
    let mut hash = DefaultHasher::new();
    for (file, text) in migrations() {
        file.hash(&mut hash);
        text.hash(&mut hash);
    }
    format!("qz_template_{kind}_{:016x}", hash.finish())
}

/// Makes sure that the template is there and whole.
pub(super) async fn ensure<Prepare, Done, Fault>(server: &str, template: &str, prepare: Prepare)
where
    Prepare: FnOnce(String) -> Done,
    Done: Future<Output = Result<(), Fault>>,
    Fault: std::fmt::Display,
{
    let mut connection = connect(server).await;
    if exists(&mut connection, template).await {
        return;
    }
    // Held until this connection closes at the end of the function.
    let lock = sqlx::query("select pg_advisory_lock(hashtextextended($1, 0))").bind(template);
    required(lock.execute(&mut connection).await);
    if exists(&mut connection, template).await {
        return;
    }
    let unfinished = format!("{template}_new");
    required(
        run(&mut connection, format!("drop database if exists {unfinished} with (force)")).await,
    );
    required(run(&mut connection, format!("create database {unfinished} {EMPTY}")).await);
    if let Err(fault) = prepare(database_url(server, &unfinished)).await {
        panic!("the template database {template} could not be prepared: {fault}");
    }
    finish(&mut connection, &unfinished, template).await;
}

/// Closes the finished database to connections, which a clone would trip over, and names it.
async fn finish(connection: &mut PgConnection, unfinished: &str, template: &str) {
    required(run(connection, format!("alter database {unfinished} allow_connections false")).await);
    let others = "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1";
    required(sqlx::query(others).bind(unfinished).execute(&mut *connection).await);
    required(run(connection, format!("alter database {unfinished} rename to {template}")).await);
}

async fn exists(connection: &mut PgConnection, database: &str) -> bool {
    let found = sqlx::query("select 1 from pg_database where datname = $1").bind(database);
    required(found.fetch_optional(connection).await).is_some()
}

/// Every PostgreSQL migration as (file name, text), in order.
fn migrations() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../store/migrations/postgres");
    let entries = fs::read_dir(&folder)
        .unwrap_or_else(|fault| panic!("no migrations in {}: {fault}", folder.display()));
    let mut migrations: Vec<(PathBuf, String)> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "sql"))
        .map(|path| {
            let text = fs::read_to_string(&path)
                .unwrap_or_else(|fault| panic!("cannot read {}: {fault}", path.display()));
            (PathBuf::from(path.file_name().unwrap_or_default()), text)
        })
        .collect();
    migrations.sort();
    migrations
}
