//! Articles (文章): from the draft to the portal, each step one act.

mod check;
mod draft;
mod edit;
mod load;
pub mod public;
mod publish;
pub mod view;
mod withdraw;

pub use check::CheckArticle;
pub use draft::{ArticleDrafted, ArticleForm, DraftArticle};
pub use edit::EditArticle;
pub use publish::PublishArticle;
pub use withdraw::WithdrawArticle;

use crate::ActError;
use crate::matter::{self, Doing, Setting};
use load::Begun;
use qz_domain::article::{Stage, Step};
use qz_domain::matter::Part;
use qz_store::{Subject, Write, hand};
use serde::{Deserialize, Serialize};

/// What every step on an existing article gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleChanged {
    /// The version it made.
    pub version: i64,
    /// Where the article stands now.
    pub stage: Stage,
}

/// Passes a step's hands through its guards, then writes the article as it now stands. A part that
/// somebody took before is not noted twice.
async fn keep(
    write: &mut Write,
    begun: Begun,
    (step, part): (Step, Part),
    doing: Doing,
) -> Result<ArticleChanged, ActError> {
    let Begun { actor, organ, mut article, transition, hands } = begun;
    let guards = transition.guards;
    let setting =
        Setting { part, guards, hands: &hands, organ: organ.id, unit: &organ, subject: None };
    let new = matter::new_hands(write, setting, &doing).await?;
    hand::add_to_article(write, article.id, &new).await?;
    article.stage = transition.to;
    article.latest_on = doing.day;
    article.version += 1;
    qz_store::article::update(write, &article).await?;
    write.record(doing.deed(step, article.id.object(), &actor)).await?;
    Ok(ArticleChanged { version: article.version, stage: article.stage })
}
