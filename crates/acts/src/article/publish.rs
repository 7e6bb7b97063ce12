//! Publish an article (刊发文章): by somebody who wrote none of it and, where the office has a third, did
//! not check it either.

use super::load::{Begun, begin};
use super::{ArticleChanged, keep};
use crate::ActError;
use crate::matter::{self, Doing, PaperForm};
use qz_domain::article::Step;
use qz_domain::id::{AccountId, ArticleId};
use qz_domain::matter::{MatterRefusal, Part};
use qz_domain::refusal::Refusal;
use qz_domain::role::Role;
use qz_store::{Act, Write, account, person};

/// From how many people in the office on each step has a hand of its own.
const THREE: i64 = 3;

/// Publishes an article.
#[derive(Debug, Clone)]
pub struct PublishArticle {
    /// Who publishes it.
    pub actor: AccountId,
    /// Which article.
    pub article: ArticleId,
    /// The version they read.
    pub version: i64,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for PublishArticle {
    type Receipt = ArticleChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<ArticleChanged, ActError> {
        let Self { actor, article, version, paper } = self;
        let mut begun = begin(write, actor, article, (Step::Publish, version)).await?;
        let earlier = Some(begun.article.latest_on);
        let doing = matter::alone(write, &begun.actor, &paper, earlier).await?;
        must_be_a_third(write, &begun, &doing).await?;
        begun.article.published_at = Some(write.now());
        keep(write, begun, (Step::Publish, Part::Issued), doing).await
    }
}

/// Refuses whoever checked it, where the office has at least three.
async fn must_be_a_third(write: &mut Write, begun: &Begun, doing: &Doing) -> Result<(), ActError> {
    let checked = |person: &&qz_domain::id::PersonId| {
        begun.hands.iter().any(|hand| hand.part == Part::Checked && hand.person == **person)
    };
    let Some(who) = doing.by.iter().chain(&doing.keyed_by).find(checked) else { return Ok(()) };
    if account::holders(write.reads(), Role::Publicity, begun.organ.id).await? < THREE {
        return Ok(());
    }
    let found = person::find(write.reads(), *who).await?.ok_or(ActError::NotFound)?;
    let (earlier, now) = (Part::Checked, Part::Issued);
    Err(Refusal::from(MatterRefusal::TookPart { person: found.name, earlier, now }).into())
}
