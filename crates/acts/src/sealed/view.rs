//! What a person may see of sealed sources: that there is one, and the openings; never who told.

use super::load::{self, Loaded};
use crate::actor::Actor;
use crate::matter::view::{Sight, sights};
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, FindingId, OpeningId, PersonId};
use qz_domain::number::FindingNumber;
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::sealed::{Opening, SealedSource, Stage, Step, TRANSITIONS};
use qz_domain::unit::Unit;
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
pub use qz_store::sealed::list::{OpeningFilter, OpeningLine, OpeningSort};
use qz_store::{Conn, Subject, finding, person, sealed};

/// An opening with everything that belongs to it, but not who told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningView {
    /// The record.
    pub opening: Opening,
    /// Where it stands, by the clock.
    pub stage: Stage,
    /// The source.
    pub source: SealedSource,
    /// The finding's number.
    pub number: FindingNumber,
    /// The organ that looks into it.
    pub organ: Unit,
    /// Who asked.
    pub asker: Option<Person>,
    /// Who answered.
    pub second: Option<Person>,
    /// Every act on it, oldest first: each reading is one.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

impl Acts {
    /// The number of a finding, and its sealed source if it has one that is not erased: for whoever may ask that it be
    /// opened, or read the finding.
    pub async fn sealed_source(
        &self,
        id: FindingId,
    ) -> Result<(FindingNumber, Option<SealedSource>), ActError> {
        let mut conn = self.reader().await?;
        let row = finding::find(&mut conn, id).await?.ok_or(ActError::NotFound)?;
        let source = sealed::of_finding(&mut conn, id).await?;
        Ok((row.number, source.filter(|one| !one.is_erased)))
    }

    /// An opening as an account may see it. One it may not see does not exist for it.
    pub async fn opening(
        &self,
        account: AccountId,
        id: OpeningId,
    ) -> Result<OpeningView, ActError> {
        let mut conn = self.reader().await?;
        let loaded = load::load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        if !power::may(&actor, Action::OpeningRead, &load::concern_to_read(&loaded)) {
            return Err(ActError::NotFound);
        }
        let stage = loaded.opening.stage_at(self.now());
        let steps = steps_of(&actor, &loaded, stage);
        let Loaded { opening, source, around } = loaded;
        Ok(OpeningView {
            asker: named(&mut conn, opening.asker).await?,
            second: named(&mut conn, opening.second).await?,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            number: around.finding.number,
            organ: around.organ,
            opening,
            stage,
            source,
            steps,
        })
    }

    /// Whom an opening concerns, for a step or for reading of it; `None` when there is none.
    pub async fn opening_concern(
        &self,
        id: OpeningId,
        step: Option<Step>,
    ) -> Result<Option<Concern>, ActError> {
        match load::load(&mut self.reader().await?, id).await {
            Ok(loaded) => Ok(Some(match step {
                Some(step) => load::concern(&loaded, step),
                None => load::concern_to_read(&loaded),
            })),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The openings an account may see: one page, and how many there are in all.
    pub async fn openings(
        &self,
        account: AccountId,
        filter: &OpeningFilter,
        sort: OpeningSort,
        page: Page,
    ) -> Result<(Vec<OpeningLine>, i64), ActError> {
        use sealed::list::Seen;
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::OpeningRead))?;
        let mut seen = vec![];
        for sight in sights(&actor, Action::OpeningRead) {
            match sight {
                // Nobody reads those of every organ.
                Sight::All => {}
                Sight::Unit(unit) => seen.push(Seen::OfOrgan(unit)),
                Sight::Own(person) => seen.push(Seen::OfPerson(person)),
            }
        }
        Ok(sealed::list::page(&mut conn, (&seen, self.now()), filter, sort, page).await?)
    }
}

async fn named(conn: &mut Conn, id: Option<PersonId>) -> Result<Option<Person>, ActError> {
    match id {
        Some(id) => Ok(person::find(conn, id).await?),
        None => Ok(None),
    }
}

/// The steps that are rows of the table from here and that the actor has the power for. Nobody answers
/// themselves, nor on what they sealed.
fn steps_of(actor: &Actor, loaded: &Loaded, stage: Stage) -> Vec<Step> {
    let is_one = |one: Option<PersonId>| one.is_some() && one == actor.person;
    let is_barred = is_one(loaded.opening.asker) || is_one(loaded.source.sealed_by);
    let can = |step: &Step| {
        power::may(actor, step.action(), &load::concern(loaded, *step))
            && !(is_barred && matches!(step, Step::Approve | Step::Deny))
    };
    let rows = TRANSITIONS.iter().filter(|row| row.from == Some(stage));
    rows.map(|row| row.step).filter(can).collect()
}
