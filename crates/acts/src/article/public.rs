//! What anybody may read of articles: those that were published; of one withdrawn since, that it was
//! and why.

use super::load::load;
use crate::{ActError, Acts};
use jiff::Timestamp;
use jiff::civil::Date;
use qz_domain::article::body::{self, Block};
use qz_domain::article::{Section, Stage};
use qz_domain::id::ArticleId;
use qz_domain::unit::Unit;
use qz_store::article::list::Seen;
use qz_store::{article, person};

pub use qz_store::article::list::{ArticleFilter, ArticleLine, ArticleSort};
pub use qz_store::list::Page;

/// A published article as anybody may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicArticle {
    /// Number in the store.
    pub id: ArticleId,
    /// The office that publishes it.
    pub organ: Unit,
    /// Under which heading.
    pub section: Section,
    /// The title.
    pub title: String,
    /// The text; nothing once it is withdrawn.
    pub blocks: Vec<Block>,
    /// Where it comes from.
    pub source: String,
    /// Who wrote it.
    pub authors: String,
    /// The editor in charge, by name: a reader may know who answers for what is published.
    pub editor: String,
    /// When it was published.
    pub published_at: Timestamp,
    /// Since when it is withdrawn, and why.
    pub withdrawn: Option<(Date, String)>,
}

impl Acts {
    /// An article that was published.
    pub async fn public_article(&self, id: ArticleId) -> Result<PublicArticle, ActError> {
        let mut conn = self.reader().await?;
        let (article, organ) = load(&mut conn, id).await?;
        let published_at = article.published_at.ok_or(ActError::NotFound)?;
        let editor = person::find(&mut conn, article.editor).await?.ok_or(ActError::NotFound)?;
        let is_withdrawn = article.stage == Stage::Withdrawn;
        let blocks = if is_withdrawn { vec![] } else { blocks(&article.body) };
        Ok(PublicArticle {
            id,
            organ,
            section: article.section,
            title: article.title,
            blocks,
            source: article.source,
            authors: article.authors,
            editor: editor.name,
            published_at,
            withdrawn: is_withdrawn.then_some((article.latest_on, article.reason)),
        })
    }

    /// The articles that were published: one page, and how many there are in all.
    pub async fn published_articles(
        &self,
        filter: &ArticleFilter,
        sort: ArticleSort,
        page: Page,
    ) -> Result<(Vec<ArticleLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        Ok(article::list::page(&mut conn, &[Seen::Published], filter, sort, page).await?)
    }
}

/// The blocks of a text that was read when it was written.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    body::read(text).unwrap_or_default()
}
