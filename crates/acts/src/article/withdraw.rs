//! Withdraw an article (撤下文章): what was published stays as a notice with the reason.

use super::load::begin;
use super::{ArticleChanged, keep};
use crate::ActError;
use crate::matter::{self, PaperForm};
use qz_domain::article::Step;
use qz_domain::field;
use qz_domain::finding::REASON_MOST;
use qz_domain::id::{AccountId, ArticleId};
use qz_domain::matter::Part;
use qz_store::{Act, Write};

/// Withdraws an article.
#[derive(Debug, Clone)]
pub struct WithdrawArticle {
    /// Who withdraws it.
    pub actor: AccountId,
    /// Which article.
    pub article: ArticleId,
    /// The version they read.
    pub version: i64,
    /// Why.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for WithdrawArticle {
    type Receipt = ArticleChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ArticleChanged, ActError> {
        let Self { actor, article, version, reason, paper } = self;
        let mut begun = begin(write, actor, article, (Step::Withdraw, version)).await?;
        begun.article.reason = field::text("reason", &reason, REASON_MOST)?;
        let earlier = Some(begun.article.latest_on);
        let doing = matter::alone(write, &begun.actor, &paper, earlier).await?;
        keep(write, begun, (Step::Withdraw, Part::Withdrawn), doing).await
    }
}
