//! Sign second (会签走访): the visit is filed and counts.

use super::load::{Begun, begin, deed};
use super::{VisitChanged, report, team};
use crate::{ActError, message};
use qz_domain::id::{AccountId, VisitId};
use qz_domain::instant;
use qz_domain::refusal::Refusal;
use qz_domain::visit::Step;
use qz_store::{Act, Write, person};

/// Signs a visit that another member of the team wrote up.
#[derive(Debug, Clone)]
pub struct SignVisit {
    /// Who signs: an inspector of the team who has not signed.
    pub actor: AccountId,
    /// Which visit.
    pub visit: VisitId,
    /// The version they read.
    pub version: i64,
}

impl Act for SignVisit {
    type Receipt = VisitChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<VisitChanged, ActError> {
        let begun = begin(write, self.actor, self.visit, Step::Sign, self.version).await?;
        let Begun { actor, mut loaded, transition } = begun;
        if let Some(signer) = actor.person.filter(|person| loaded.visit.is_signed_by(*person)) {
            let found = person::find(write.reads(), signer).await?;
            let person = found.map(|person| person.name).unwrap_or_default();
            return Err(Refusal::SignedAlready { person }.into());
        }
        let now = write.now();
        let day = instant::day(loaded.visit.visited_at.unwrap_or(now));
        team::screen(write, transition, &loaded, (actor.person, day)).await?;
        report::sign(&mut loaded.visit, actor.person, now)?;
        loaded.visit.stage = transition.to;
        loaded.visit.filed_at = Some(now);
        loaded.visit.version += 1;
        let visit = loaded.visit;
        qz_store::visit::update_with_team(write, &visit).await?;
        message::reply_asked(write, &visit).await?;
        write.record(deed(Step::Sign, visit.id, &actor, String::new())).await?;
        Ok(VisitChanged { version: visit.version, stage: visit.stage })
    }
}
