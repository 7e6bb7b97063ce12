//! What the office sees of its articles before and after they are published.

use super::load::{concern, load};
use super::public::blocks;
use crate::matter::view::{NamedHand, Sight, named, sights};
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::article::body::Block;
use qz_domain::article::{Article, Step, TRANSITIONS};
use qz_domain::id::{AccountId, ArticleId};
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::unit::Unit;
use qz_store::article::list::Seen;
pub use qz_store::article::list::{ArticleFilter, ArticleLine, ArticleSort};
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
use qz_store::{Subject, article, hand, person};

/// An article with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleView {
    /// The record.
    pub article: Article,
    /// Its text in blocks.
    pub blocks: Vec<Block>,
    /// The office that publishes it.
    pub organ: Unit,
    /// The editor in charge.
    pub editor: Option<Person>,
    /// Everybody who had a part in it.
    pub hands: Vec<NamedHand>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

impl Acts {
    /// An article as an account may see it. One it may not see does not exist for it.
    pub async fn article(
        &self,
        account: AccountId,
        id: ArticleId,
    ) -> Result<ArticleView, ActError> {
        let mut conn = self.reader().await?;
        let (article, organ) = load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = concern(&article, &organ);
        if !power::may(&actor, Action::ArticleRead, &concern) {
            return Err(ActError::NotFound);
        }
        let rows = TRANSITIONS.iter().filter(|row| row.from == Some(article.stage));
        let can = |step: &Step| power::may(&actor, step.action(), &concern);
        let steps = rows.map(|row| row.step).filter(can).collect();
        let hands = hand::of_article(&mut conn, id).await?;
        Ok(ArticleView {
            blocks: blocks(&article.body),
            editor: person::find(&mut conn, article.editor).await?,
            hands: named(&mut conn, &hands).await?,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            article,
            organ,
            steps,
        })
    }

    /// Whom an article concerns; `None` when there is none.
    pub async fn article_concern(&self, id: ArticleId) -> Result<Option<Concern>, ActError> {
        match load(&mut self.reader().await?, id).await {
            Ok((article, organ)) => Ok(Some(concern(&article, &organ))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The articles of an account's offices: one page, and how many there are in all.
    pub async fn articles(
        &self,
        account: AccountId,
        filter: &ArticleFilter,
        sort: ArticleSort,
        page: Page,
    ) -> Result<(Vec<ArticleLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::ArticleRead))?;
        let seen =
            sights(&actor, Action::ArticleRead).into_iter().filter_map(|sight| match sight {
                Sight::All => Some(Seen::All),
                Sight::Unit(unit) => Some(Seen::OfOrgan(unit)),
                Sight::Own(_) => None,
            });
        let seen: Vec<_> = seen.collect();
        Ok(article::list::page(&mut conn, &seen, filter, sort, page).await?)
    }
}
