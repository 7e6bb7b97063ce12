//! Loads an article for a step.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::article::{Article, Stage, Step, TRANSITIONS};
use qz_domain::id::{AccountId, ArticleId};
use qz_domain::matter::Hand;
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::{Conn, Write, hand, unit};

/// An article that a step may begin on.
pub(super) struct Begun {
    pub actor: Actor,
    pub organ: Unit,
    pub article: Article,
    pub transition: &'static Row<Stage, Step>,
    pub hands: Vec<Hand>,
}

pub(super) async fn load(conn: &mut Conn, id: ArticleId) -> Result<(Article, Unit), ActError> {
    let article = qz_store::article::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let organ = unit::find(conn, article.organ).await?.ok_or(ActError::NotFound)?;
    Ok((article, organ))
}

/// Whom an article concerns: the office that publishes it.
pub(super) fn concern(article: &Article, organ: &Unit) -> Concern {
    let units = vec![(organ.id, organ.line)];
    Concern { stage: article.stage.code(), people: vec![], units }
}

/// Begins a step on an article whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    id: ArticleId,
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let (article, organ) = load(write.reads(), id).await?;
    let hands = hand::of_article(write.reads(), id).await?;
    let concern = concern(&article, &organ);
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (article.stage, step),
        (read, article.version),
    )
    .await?;
    Ok(Begun { actor, organ, article, transition, hands })
}
