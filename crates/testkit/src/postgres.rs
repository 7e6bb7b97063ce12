//! PostgreSQL for tests: a database of its own for each test, cloned from a prepared template.
//!
//! `./test` and `scripts/with-postgres` start a server and put its address into
//! [`SERVER_VARIABLE`]. Without it these tests say `skipped: …`; with `CI=true` they fail.

mod cluster;
mod template;

pub use cluster::Cluster;

use crate::shared_folder::skip;
use sqlx::{Connection, PgConnection};

/// Names the server that tests may make databases on: `postgres://postgres@127.0.0.1:PORT/postgres`.
pub const SERVER_VARIABLE: &str = "QINZHENG_TEST_POSTGRES";

/// Names the folder of the server's programs (`initdb`, `pg_ctl`), for tests with their own cluster.
pub const PROGRAMS_VARIABLE: &str = "QINZHENG_TEST_POSTGRES_BIN";

/// Names the data folder of the server that [`SERVER_VARIABLE`] points to.
pub const DATA_VARIABLE: &str = "QINZHENG_TEST_POSTGRES_DATA";

/// A database that belongs to one test and is dropped with this value.
#[derive(Debug)]
pub struct TestDatabase {
    server: String,
    name: String,
}

impl TestDatabase {
    /// The address to open it by: `postgres://…/NAME`.
    pub fn url(&self) -> String {
        database_url(&self.server, &self.name)
    }

    /// Its name on the server: lower-case letters, digits and `_`.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Drop for TestDatabase {
    /// A test's own runtime may be shutting down, so the drop runs in a thread with its own.
    fn drop(&mut self) {
        let server = self.server.clone();
        let sql = format!("drop database if exists {} with (force)", self.name);
        let outcome = std::thread::spawn(move || run_alone(&server, sql)).join();
        if !matches!(outcome, Ok(Ok(()))) {
            eprintln!("database {} stays behind: {outcome:?}", self.name);
        }
    }
}

/// A new database, cloned from the template that `prepare` fills once for all tests of a run.
///
/// `template` says what `prepare` makes, in lower-case letters and digits: `migrated`, `county`.
/// The template's name holds a hash of the PostgreSQL migrations as well, so a changed migration
/// makes a new one. `prepare` gets the address of an empty database and must close its connections.
///
/// `None`, after a `skipped:` line, when no server is there.
///
/// # Panics
/// With `CI=true` when no server is there; when the server refuses; when `prepare` fails.
pub async fn fresh_database<Prepare, Done, Fault>(
    template: &str,
    prepare: Prepare,
) -> Option<TestDatabase>
where
    Prepare: FnOnce(String) -> Done,
    Done: Future<Output = Result<(), Fault>>,
    Fault: std::fmt::Display,
{
    let server = server()?;
    let template = template::name(template);
    template::ensure(&server, &template, prepare).await;
    Some(create(server, &format!("template {template}")).await)
}

/// A new database with nothing in it, for tests of the migrations themselves.
///
/// # Panics
/// As [`fresh_database`].
pub async fn empty_database() -> Option<TestDatabase> {
    let server = server()?;
    Some(create(server, template::EMPTY).await)
}

fn server() -> Option<String> {
    let server = std::env::var(SERVER_VARIABLE).ok().filter(|url| !url.is_empty());
    if server.is_none() {
        skip(&format!("no PostgreSQL ({SERVER_VARIABLE} is not set; see scripts/with-postgres)"));
    }
    server
}

async fn create(server: String, options: &str) -> TestDatabase {
    let mut connection = connect(&server).await;
    // A transaction number is the one name that no two processes on a server can share.
    let (number,): (String,) = required(
        sqlx::query_as("select pg_current_xact_id()::text").fetch_one(&mut connection).await,
    );
    let name = format!("qz_test_{number}");
    required(run(&mut connection, format!("create database {name} {options}")).await);
    TestDatabase { server, name }
}

async fn connect(server: &str) -> PgConnection {
    match PgConnection::connect(server).await {
        Ok(connection) => connection,
        Err(fault) => panic!("{SERVER_VARIABLE} names {server}, which does not answer: {fault}"),
    }
}

/// Runs one statement that can hold no bound value: the name of a database.
async fn run(connection: &mut PgConnection, sql: String) -> Result<(), sqlx::Error> {
    #[expect(
        clippy::disallowed_types,
        reason = "a database's name cannot be bound; it is made here from letters, digits and _"
    )]
    use sqlx::AssertSqlSafe;
    sqlx::query(AssertSqlSafe(sql)).execute(connection).await.map(|_| ())
}

fn run_alone(server: &str, sql: String) -> Result<(), sqlx::Error> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut connection = PgConnection::connect(server).await?;
        run(&mut connection, sql).await?;
        connection.close().await
    })
}

fn required<T>(outcome: Result<T, sqlx::Error>) -> T {
    outcome.unwrap_or_else(|fault| panic!("the test server refused: {fault}"))
}

/// The address of database `name` on the server that `server` opens another database of.
fn database_url(server: &str, name: &str) -> String {
    let (host, _) = server.rsplit_once('/').unwrap_or((server, ""));
    format!("{host}/{name}")
}
