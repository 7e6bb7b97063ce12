//! Edit an article (修改文章): a new version. Whoever wrote it becomes its editor in charge and one of its
//! drafters, and a check made before no longer counts.

use super::draft::Written;
use super::load::{Begun, begin};
use super::{ArticleChanged, ArticleForm, keep};
use crate::ActError;
use crate::matter;
use qz_domain::article::Step;
use qz_domain::id::{AccountId, ArticleId};
use qz_domain::matter::Part;
use qz_domain::refusal::Refusal;
use qz_store::{Act, Write};

/// Writes a new version of an article that is not published.
#[derive(Debug, Clone)]
pub struct EditArticle {
    /// Who edits it.
    pub actor: AccountId,
    /// Which article.
    pub article: ArticleId,
    /// The version they read.
    pub version: i64,
    /// What they wrote.
    pub form: ArticleForm,
}

impl Act for EditArticle {
    type Receipt = ArticleChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ArticleChanged, ActError> {
        let Self { actor, article, version, form } = self;
        let mut begun = begin(write, actor, article, (Step::Edit, version)).await?;
        let Begun { actor, article, .. } = &mut begun;
        let written = Written::read(&form)?;
        let earlier = Some(article.latest_on);
        let doing = matter::alone(write, actor, &form.paper, earlier).await?;
        let before = article.clone();
        article.section = written.section;
        article.title = written.title;
        article.body = written.body;
        article.source = written.source;
        article.authors = written.authors;
        if *article == before {
            return Err(Refusal::NothingChanged.into());
        }
        article.editor = doing.by.first().copied().ok_or(ActError::NotFound)?;
        keep(write, begun, (Step::Edit, Part::Drafted), doing).await
    }
}
