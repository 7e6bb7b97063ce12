//! Check an article (审核文章): by somebody who wrote none of it.

use super::load::begin;
use super::{ArticleChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::article::Step;
use qz_domain::id::{AccountId, ArticleId};
use qz_domain::matter::Part;
use qz_store::{Act, Write};

/// Checks an article.
#[derive(Debug, Clone)]
pub struct CheckArticle {
    /// Who checks it.
    pub actor: AccountId,
    /// Which article.
    pub article: ArticleId,
    /// The version they read.
    pub version: i64,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for CheckArticle {
    type Receipt = ArticleChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ArticleChanged, ActError> {
        let Self { actor, article, version, paper } = self;
        let begun = begin(write, actor, article, (Step::Check, version)).await?;
        let earlier = Some(begun.article.latest_on);
        let doing = matter::alone(write, &begun.actor, &paper, earlier).await?;
        keep(write, begun, (Step::Check, Part::Checked), doing).await
    }
}
