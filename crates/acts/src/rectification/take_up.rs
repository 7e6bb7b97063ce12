//! Take up a promise (督办承诺) of a published self-requested bulletin: it becomes a rectification of the
//! unit that made it known, due on the day that was promised.

use super::order::{Ordered, RectificationOrdered, make};
use crate::ActError;
use crate::actor::Actor;
use crate::bulletin;
use crate::matter::{self, PaperForm};
use crate::power::{self, POWERS};
use qz_domain::bulletin::{Bulletin, Promise};
use qz_domain::id::{AccountId, BulletinId};
use qz_domain::procedure::Stepped;
use qz_domain::rectification::{Basis, RectificationRefusal, Step};
use qz_domain::refusal::Refusal;
use qz_domain::unit::Unit;
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
        let (bulletin, of) = bulletin::load(write.reads(), id).await?;
        let concern = bulletin::concern(&bulletin, &of);
        let actor = power::require(write, actor, Step::TakeUp.action(), &concern).await?;
        let promise = promised(&bulletin, place)?;
        must_be_new(write, id, place).await?;
        let doing = matter::alone(write, &actor, &paper, bulletin.published_on).await?;
        let organ = seat(write, &actor).await?;
        let ordered = Ordered {
            basis: Basis::Promise(id, place),
            organ: &organ,
            unit: &of,
            texts: (promise.item.clone(), promise.standard.clone()),
            due: Some(promise.due),
            hands: &[],
        };
        make(write, (Step::TakeUp, &actor), ordered, doing).await
    }
}

fn promised(bulletin: &Bulletin, place: i64) -> Result<&Promise, Refusal> {
    let at = usize::try_from(place).ok().and_then(|place| place.checked_sub(1));
    let found = at.and_then(|at| bulletin.plan.get(at));
    found.ok_or_else(|| RectificationRefusal::NoPromise.into())
}

async fn must_be_new(write: &mut Write, id: BulletinId, place: i64) -> Result<(), ActError> {
    let before = rectification::resting_on(write.reads(), (None, Some(id))).await?;
    let taken = before.iter().any(|(one, ..)| one.basis == Basis::Promise(id, place));
    if taken { Err(Refusal::from(RectificationRefusal::TakenUp).into()) } else { Ok(()) }
}

/// The unit for which the actor holds the power: it orders the rectification.
async fn seat(write: &mut Write, actor: &Actor) -> Result<Unit, ActError> {
    let action = Step::TakeUp.action();
    let holds = |role| POWERS.iter().any(|row| row.role == role && row.action == action);
    let grant = actor.grants.iter().find(|grant| holds(grant.role));
    let id = grant.ok_or(ActError::Forbidden(action))?.unit;
    unit::find(write.reads(), id).await?.ok_or(ActError::NotFound)
}
