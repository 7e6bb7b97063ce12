//! Read who told (阅看): by whoever asked alone, while it is open. Each time is an act; what was read stands in none.

use super::load::{Begun, begin};
use super::view::OpeningView;
use crate::matter::{self, PaperForm};
use crate::{ActError, Acts};
use jiff::Timestamp;
use qz_domain::id::{AccountId, OpeningId};
use qz_domain::refusal::Refusal;
use qz_domain::sealed::{SourceRefusal, Step};
use qz_store::{Act, Subject, Write, sealed};

/// Writes down that somebody reads.
#[derive(Debug, Clone)]
pub struct ReadSource {
    /// Who reads.
    pub actor: AccountId,
    /// By which opening.
    pub opening: OpeningId,
}

impl Act for ReadSource {
    type Receipt = ();
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<(), ActError> {
        let Self { actor, opening: id } = self;
        let Begun { actor, loaded, .. } = begin(write, (actor, id), (Step::Read, None)).await?;
        loaded.opening.must_be_open(write.now()).map_err(Refusal::from)?;
        if loaded.source.is_erased {
            return Err(Refusal::from(SourceRefusal::NothingSealed).into());
        }
        let doing = matter::alone(write, &actor, &PaperForm::default(), None).await?;
        write.record(doing.deed(Step::Read, id.object(), &actor)).await?;
        Ok(())
    }
}

/// What is read, for one page that is kept nowhere. It is not printed for debugging.
pub struct Unsealed {
    /// Who told.
    pub words: String,
    /// Until when it may be read.
    pub until: Option<Timestamp>,
    /// The opening.
    pub view: OpeningView,
}

impl std::fmt::Debug for Unsealed {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Unsealed").field("until", &self.until).finish_non_exhaustive()
    }
}

impl Acts {
    /// Reads who told: never before the act that says so is kept, and never again by the same request.
    ///
    /// # Errors
    /// Why it may not be read.
    pub async fn read_source(
        &self,
        actor: AccountId,
        opening: OpeningId,
    ) -> Result<Unsealed, ActError> {
        self.perform(self.new_request(), ReadSource { actor, opening }).await?;
        let view = self.opening(actor, opening).await?;
        let words = sealed::words(&mut self.reader().await?, view.opening.source).await?;
        let words = words.ok_or(ActError::NotFound)?;
        Ok(Unsealed { words, until: view.opening.until(), view })
    }
}
