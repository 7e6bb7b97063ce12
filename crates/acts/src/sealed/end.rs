//! End an opening: by whoever asked, when it is needed no more; by the day's round (每日), once its hours are over.

use super::load::{Begun, begin};
use super::{OpeningChanged, keep};
use crate::matter::{self, PaperForm};
use crate::{ActError, Acts, BatchMode};
use qz_domain::id::{AccountId, OpeningId};
use qz_domain::procedure::{self, Stepped};
use qz_domain::sealed::{OPEN, Stage, Step, TRANSITIONS};
use qz_domain::spelled::Spelled;
use qz_store::{Act, Deed, Subject, Write, sealed};

/// The most openings of one transaction.
const MOST: i64 = 200;

/// Ends an opening, or takes the request back.
#[derive(Debug, Clone)]
pub struct EndOpening {
    /// Who asked.
    pub actor: AccountId,
    /// Which.
    pub opening: OpeningId,
    /// The version they read.
    pub version: i64,
}

impl Act for EndOpening {
    type Receipt = OpeningChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<OpeningChanged, ActError> {
        let Self { actor, opening: id, version } = self;
        let begun = begin(write, (actor, id), (Step::End, Some(version))).await?;
        let Begun { actor, loaded, transition } = begun;
        let doing = matter::alone(write, &actor, &PaperForm::default(), None).await?;
        keep(write, (loaded.opening, transition.to), (Step::End, &doing, &actor)).await
    }
}

/// Writes down that the hours of an opening are over.
struct Expire(OpeningId);

impl Act for Expire {
    type Receipt = ();
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<(), ActError> {
        let found = sealed::find(write.reads(), self.0).await?;
        let (mut opening, _) = found.ok_or(ActError::NotFound)?;
        let row = procedure::find(TRANSITIONS, Some(opening.stage), Step::Expire)?;
        if opening.stage_at(write.now()) != Stage::Expired {
            return Err(ActError::NotFound);
        }
        opening.stage = row.to;
        opening.version += 1;
        sealed::update(write, &opening).await?;
        let deed = Deed {
            kind: Step::Expire.action().code(),
            object: opening.id.object(),
            by: None,
            recorded_by: None,
            paper: None,
            remark: String::new(),
        };
        write.record(deed).await?;
        Ok(())
    }
}

impl Acts {
    /// Writes down the openings whose hours are over; tells how many. Nothing waits for it: nobody reads once the
    /// clock says so. Asked again, it does nothing.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn expire_openings(&self) -> Result<usize, ActError> {
        let begun = self.now().checked_sub(OPEN).unwrap_or(jiff::Timestamp::MIN);
        let mut done = 0;
        loop {
            let due = sealed::to_expire(&mut self.reader().await?, begun, MOST).await?;
            if due.is_empty() {
                return Ok(done);
            }
            let act = |id: OpeningId| (format!("expire:opening:{id}"), Expire(id));
            let acts: Vec<_> = due.into_iter().map(act).collect();
            let report = self.writer().batch(acts, BatchMode::AllOrNothing, |_| true).await?;
            done += report.outcomes.into_iter().collect::<Result<Vec<_>, _>>()?.len();
        }
    }
}
