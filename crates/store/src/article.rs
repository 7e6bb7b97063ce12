//! Articles (文章): one by one. Lists are in [`list`].

pub mod list;

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::person::read_day;
use crate::row::{wide_row, written};
use crate::writer::Write;
use jiff::Timestamp;
use qz_domain::article::{Article, Section, Stage};
use qz_domain::id::{ArticleId, PersonId, UnitId};
use qz_domain::spelled::Spelled;

const TABLE: &str = "article";

wide_row! {
    /// An article as it comes.
    ArticleRow {
        id: i64,
        organ: i64,
        section: String,
        stage: String,
        title: String,
        body: String,
        source: String,
        authors: String,
        editor: i64,
        drafted_on: String,
        latest_on: String,
        published_at: Option<i64>,
        reason: String,
        version: i64,
    }
}

/// An article by its number in the store.
pub async fn find(conn: &mut Conn, id: ArticleId) -> Result<Option<Article>, StoreError> {
    const SQL: &str = "
        select id, organ, section, stage, title, body, source, authors, editor, drafted_on
             , latest_on, published_at, reason, version
          from article
         where id = $1";
    let row: Option<ArticleRow> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// The latest article with a title.
pub async fn titled(conn: &mut Conn, title: &str) -> Result<Option<ArticleId>, StoreError> {
    const SQL: &str = "select max(id) from article where title = $1";
    let (id,): (Option<i64>,) =
        on_either!(conn, c => sqlx::query_as(SQL).bind(title).fetch_one(c).await)?;
    Ok(id.map(ArticleId))
}

written! {
    "article":
    organ, section, stage, title, body, source, authors, editor, drafted_on, latest_on,
    published_at, reason, version
}

/// Adds an article.
pub async fn insert(write: &mut Write, article: &Article) -> Result<(), StoreError> {
    write_row(write, article, INSERT).await
}

/// Writes every field of an article.
pub async fn update(write: &mut Write, article: &Article) -> Result<(), StoreError> {
    write_row(write, article, UPDATE).await
}

async fn write_row(
    write: &mut Write,
    article: &Article,
    sql: &'static str,
) -> Result<(), StoreError> {
    on_either!(write.reads(), c => sqlx::query(sql)
        .bind(article.organ.0)
        .bind(article.section.code())
        .bind(article.stage.code())
        .bind(&article.title)
        .bind(&article.body)
        .bind(&article.source)
        .bind(&article.authors)
        .bind(article.editor.0)
        .bind(article.drafted_on.to_string())
        .bind(article.latest_on.to_string())
        .bind(article.published_at.map(Timestamp::as_millisecond))
        .bind(&article.reason)
        .bind(article.version)
        .bind(article.id.0)
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}

fn read(row: ArticleRow) -> Result<Article, StoreError> {
    let id = row.id;
    let corrupt = || StoreError::Corrupt { table: TABLE, id };
    Ok(Article {
        id: ArticleId(id),
        organ: UnitId(row.organ),
        section: Section::from_code(&row.section).ok_or_else(corrupt)?,
        stage: Stage::from_code(&row.stage).ok_or_else(corrupt)?,
        title: row.title,
        body: row.body,
        source: row.source,
        authors: row.authors,
        editor: PersonId(row.editor),
        drafted_on: read_day(&row.drafted_on, TABLE, id)?,
        latest_on: read_day(&row.latest_on, TABLE, id)?,
        published_at: row.published_at.map(|at| instant(at, id)).transpose()?,
        reason: row.reason,
        version: row.version,
    })
}

fn instant(at: i64, id: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(at).map_err(|_| StoreError::Corrupt { table: TABLE, id })
}
