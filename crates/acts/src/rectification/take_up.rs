//! Take up a promise (督办承诺) of a published self-requested bulletin: it becomes a rectification of the
//! unit that made it known, due on the day that was promised.

use super::order::{Ordered, RectificationOrdered, make};
use crate::ActError;
use crate::matter::{self, PaperForm};
use crate::power;
use qz_domain::bulletin::Promise;
use qz_domain::id::{AccountId, BulletinId};
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::rectification::{Basis, RectificationRefusal, Step};
use qz_domain::refusal::Refusal;
use qz_domain::spelled::Spelled;
use qz_store::rectification::Promised;
use qz_store::{Act, Write, rectification, unit};

/// Takes up one promise of a bulletin.
#[derive(Debug, Clone)]
pub struct TakeUpPromise {
    /// Who takes it up.
    pub actor: AccountId,
    /// The bulletin.
    pub bulletin: BulletinId,
    /// Which of its promises, from 1.
    pub place: i64,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

impl Act for TakeUpPromise {
    type Receipt = RectificationOrdered;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RectificationOrdered, ActError> {
        let Self { actor, bulletin: id, place, paper } = self;
        let found = rectification::promised(write.reads(), (id, place)).await?;
        let found = found.ok_or(ActError::NotFound)?;
        let unit = unit::find(write.reads(), found.unit).await?.ok_or(ActError::NotFound)?;
        let units = vec![(unit.id, unit.line)];
        let concern = Concern { stage: found.stage.code(), people: vec![], units };
        let actor = power::require(write, actor, Step::TakeUp.action(), &concern).await?;
        let published_on = found.published_on;
        let promise = free(found)?;
        let doing = matter::alone(write, &actor, &paper, published_on).await?;
        let ordered = Ordered {
            basis: Basis::Promise(id, place),
            organ: power::seat(&actor, Step::TakeUp.action())?,
            unit: &unit,
            texts: (promise.item, promise.standard),
            due: Some(promise.due),
        };
        make(write, (Step::TakeUp, &actor), ordered, doing).await
    }
}

/// The promise, if there is one that nobody took up.
fn free(found: Promised) -> Result<Promise, Refusal> {
    if found.is_taken {
        return Err(RectificationRefusal::TakenUp.into());
    }
    found.promise.ok_or_else(|| RectificationRefusal::NoPromise.into())
}
