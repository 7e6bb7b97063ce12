//! The PostgreSQL side of the kit: cloned databases, and a cluster that survives a power cut.

use qz_testkit::postgres::{Cluster, TestDatabase, empty_database, fresh_database};
use sqlx::{Connection, PgConnection};
use std::sync::atomic::{AtomicU32, Ordering};

static PREPARED: AtomicU32 = AtomicU32::new(0);

/// One table with one row stands for the migrations.
async fn prepare(url: String) -> Result<(), sqlx::Error> {
    PREPARED.fetch_add(1, Ordering::Relaxed);
    let mut connection = PgConnection::connect(&url).await?;
    sqlx::query("create table mark (word text)").execute(&mut connection).await?;
    sqlx::query("insert into mark values ('prepared')").execute(&mut connection).await?;
    connection.close().await
}

async fn words(url: &str) -> Result<Vec<(String,)>, sqlx::Error> {
    let mut connection = PgConnection::connect(url).await?;
    sqlx::query_as("select word from mark order by word").fetch_all(&mut connection).await
}

async fn add(url: &str, word: &str) -> Result<(), sqlx::Error> {
    let mut connection = PgConnection::connect(url).await?;
    sqlx::query("insert into mark values ($1)").bind(word).execute(&mut connection).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn every_test_gets_a_copy_of_one_template() {
    let jobs: Vec<_> = (0..6).map(|_| tokio::spawn(fresh_database("kit", prepare))).collect();
    let mut databases: Vec<TestDatabase> = Vec::new();
    for job in jobs {
        let Some(database) = job.await.expect("no panic") else { return };
        databases.push(database);
    }
    assert!(PREPARED.load(Ordering::Relaxed) <= 1, "the template was prepared more than once");
    add(&databases[0].url(), "changed").await.expect("an insert");
    assert_eq!(words(&databases[0].url()).await.expect("rows").len(), 2);
    assert_eq!(words(&databases[1].url()).await.expect("rows"), [("prepared".to_owned(),)]);
}

#[tokio::test]
async fn a_database_goes_with_its_value_even_while_it_is_in_use() {
    let Some(database) = empty_database().await else { return };
    let (url, name) = (database.url(), database.name().to_owned());
    let open = PgConnection::connect(&url).await.expect("a connection");
    drop(database);
    drop(open);
    let fault = PgConnection::connect(&url).await.expect_err("the database is gone");
    assert!(fault.to_string().contains(&name), "{fault}");
}

#[tokio::test]
async fn an_empty_database_compares_text_by_bytes() {
    let Some(database) = empty_database().await else { return };
    let mut connection = PgConnection::connect(&database.url()).await.expect("a connection");
    let (collation, encoding): (String, String) = sqlx::query_as(
        "select datcollate::text, pg_encoding_to_char(encoding)::text \
         from pg_database where datname = current_database()",
    )
    .fetch_one(&mut connection)
    .await
    .expect("a row");
    assert_eq!((collation.as_str(), encoding.as_str()), ("C", "UTF8"));
}

#[tokio::test]
async fn a_cluster_keeps_what_it_committed_when_it_is_stopped_at_once() {
    let Some(cluster) = Cluster::start() else { return };
    let url = cluster.url("postgres");
    prepare(url.clone()).await.expect("a table");
    for round in 0..3 {
        add(&url, &format!("round {round}")).await.expect("an insert");
        cluster.stop_immediate();
        PgConnection::connect(&url).await.expect_err("nobody answers");
        cluster.start_again();
    }
    assert_eq!(words(&url).await.expect("rows").len(), 4);
    cluster.stop_fast();
}
