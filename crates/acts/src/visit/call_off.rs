//! Call off a visit that is not filed (撤销走访). It keeps its number and its history.

use super::VisitChanged;
use super::load::{Begun, begin, deed};
use crate::ActError;
use qz_domain::field;
use qz_domain::id::{AccountId, VisitId};
use qz_domain::visit::{REMARK_MOST, Step};
use qz_store::{Act, Write};

/// Calls off a visit.
#[derive(Debug, Clone)]
pub struct CallOffVisit {
    /// Who calls it off.
    pub actor: AccountId,
    /// Which visit.
    pub visit: VisitId,
    /// The version they read.
    pub version: i64,
    /// Why.
    pub reason: String,
}

impl Act for CallOffVisit {
    type Receipt = VisitChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<VisitChanged, ActError> {
        let begun = begin(write, self.actor, self.visit, Step::CallOff, self.version).await?;
        let Begun { actor, loaded, transition } = begun;
        let reason = field::text("reason", &self.reason, REMARK_MOST)?;
        let mut visit = loaded.visit;
        visit.stage = transition.to;
        visit.version += 1;
        qz_store::visit::update(write, &visit).await?;
        write.record(deed(Step::CallOff, visit.id, &actor, reason)).await?;
        Ok(VisitChanged { version: visit.version, stage: visit.stage })
    }
}
