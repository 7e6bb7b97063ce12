//! What a person may see of accountabilities: one with its file, and lists. The subject sees the
//! whole file of their own.

use super::load::{self, Loaded};
use crate::actor::Actor;
use crate::liability::view::{OwnLink, own as own_link};
use crate::matter::law;
use crate::matter::view::{NamedHand, Sight, named, sights};
use crate::{ActError, Acts, power};
use jiff::civil::Date;
use qz_domain::accountability::{Accountability, Service, Stage, Step, TRANSITIONS, Tolerated};
use qz_domain::action::Action;
use qz_domain::finding::Finding;
use qz_domain::id::{AccountId, AccountabilityId, UnitId};
use qz_domain::law::CountyLaw;
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::term::Deadline;
use qz_domain::unit::Unit;
pub use qz_store::accountability::list::{
    AccountabilityFilter, AccountabilityLine, AccountabilitySort, NamedPerson, SubjectKind,
};
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
use qz_store::{Subject, accountability, finding, hand, law_change, person};

/// An accountability with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountabilityView {
    /// The record.
    pub row: Accountability,
    /// The organ that decides.
    pub organ: Unit,
    /// The unit held to account, or the one whose post the person held.
    pub unit: Unit,
    /// The person, when it is one.
    pub person: Option<Person>,
    /// The finding it rests on.
    pub finding: Finding,
    /// What the questions of tolerance were answered with before the notice.
    pub tolerance: Vec<Tolerated>,
    /// The subject's own link in the chain of responsibility, where there is one.
    pub link: Option<OwnLink>,
    /// How the decision was served, once it was.
    pub service: Option<Service>,
    /// Everybody who had a part in it.
    pub hands: Vec<NamedHand>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The day on which its finding was said to be unfounded, when it was.
    pub unfounded_on: Option<Date>,
    /// Until when the subject is to be cleared of it, as long as they are not.
    pub clearing: Option<Deadline>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
    /// Whether the viewer may read the finding itself.
    pub may_read_finding: bool,
    /// What the county set of its own, to say where a term stands.
    pub county: CountyLaw,
}

impl Acts {
    /// An accountability as an account may see it. One it may not see does not exist for it.
    pub async fn accountability(
        &self,
        account: AccountId,
        id: AccountabilityId,
    ) -> Result<AccountabilityView, ActError> {
        let mut conn = self.reader().await?;
        let loaded = load::load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        if !load::may_read(&actor, &loaded) {
            return Err(ActError::NotFound);
        }
        let steps = steps_of(&actor, &loaded);
        let Loaded { row, organ, unit, unfounded_on, .. } = loaded;
        let clearing = match unfounded_on.filter(|_| row.stage != Stage::Cleared) {
            Some(day) => Some(law::clearing(&mut conn, day).await?),
            None => None,
        };
        let person = match row.person() {
            Some(id) => person::find(&mut conn, id).await?,
            None => None,
        };
        let found = finding::find(&mut conn, row.finding).await?.ok_or(ActError::NotFound)?;
        let hands = hand::of_accountability(&mut conn, id).await?;
        let all = hand::of_finding(&mut conn, found.id).await?;
        let of_finding = crate::finding::load(&mut conn, found.id).await?;
        let concern = crate::finding::concern(&of_finding, &all);
        Ok(AccountabilityView {
            tolerance: accountability::tolerance::of(&mut conn, id).await?,
            link: own_link(&mut conn, (found.id, row.person())).await?,
            service: accountability::service::find(&mut conn, id).await?,
            hands: named(&mut conn, &hands).await?,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            county: law_change::county_law(&mut conn).await?,
            may_read_finding: power::may(&actor, Action::FindingRead, &concern),
            finding: found,
            row,
            organ,
            unit,
            person,
            unfounded_on,
            clearing,
            steps,
        })
    }

    /// Whom an accountability concerns, for a step or for reading; `None` when there is none.
    pub async fn accountability_concern(
        &self,
        id: AccountabilityId,
        step: Option<Step>,
    ) -> Result<Option<Concern>, ActError> {
        match load::load(&mut self.reader().await?, id).await {
            Ok(loaded) => Ok(Some(match step {
                Some(step) => load::concern_of_step(&loaded, step),
                None => load::concern(&loaded),
            })),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The accountabilities an account may see: one page, and how many there are in all.
    pub async fn accountabilities(
        &self,
        account: AccountId,
        filter: &AccountabilityFilter,
        sort: AccountabilitySort,
        page: Page,
    ) -> Result<(Vec<AccountabilityLine>, i64), ActError> {
        use accountability::list::Seen;
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::AccountabilityRead))?;
        let mut seen = vec![];
        for sight in sights(&actor, Action::AccountabilityRead) {
            match sight {
                Sight::All => seen.push(Seen::All),
                Sight::Unit(unit) => seen.extend([Seen::OfOrgan(unit), Seen::OfUnit(unit)]),
                Sight::Own(person) => seen.push(Seen::OfPerson(person)),
            }
        }
        seen.extend(units_to_clear(&actor).map(Seen::ToClear));
        Ok(accountability::list::page(&mut conn, &seen, filter, sort, page).await?)
    }

    /// Until when the subjects of a finding that was unfounded on a day are to be cleared.
    pub async fn clearing_term(&self, unfounded_on: Date) -> Result<Deadline, ActError> {
        law::clearing(&mut self.reader().await?, unfounded_on).await
    }

    /// What concerns the account's own person: everything ever noticed, decided, served, until it is
    /// erased.
    pub async fn own_accountabilities(
        &self,
        account: AccountId,
    ) -> Result<Vec<AccountabilityLine>, ActError> {
        use accountability::list::Seen;
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let Some(person) = actor.person else { return Ok(vec![]) };
        let (filter, sort) = (AccountabilityFilter::default(), AccountabilitySort::Latest);
        let seen = [Seen::OfPerson(person)];
        let found =
            accountability::list::page(&mut conn, &seen, &filter, sort, Page::all()).await?;
        Ok(found.0)
    }
}

/// The organs for which an actor clears names.
pub(crate) fn units_to_clear(actor: &Actor) -> impl Iterator<Item = UnitId> {
    sights(actor, Action::NameClear).into_iter().filter_map(|sight| match sight {
        Sight::Unit(unit) => Some(unit),
        Sight::All | Sight::Own(_) => None,
    })
}

/// The steps that are rows of the table from here and that the actor has the power for. What the
/// subject says at the screen and what a clerk keys of it are different steps.
fn steps_of(actor: &Actor, loaded: &Loaded) -> Vec<Step> {
    let rows = TRANSITIONS.iter().filter(|row| row.from == Some(loaded.row.stage));
    rows.map(|row| row.step)
        .filter(|step| {
            let concern = load::concern_of_step(loaded, *step);
            load::fits_the_finding(loaded, *step) && power::may(actor, step.action(), &concern)
        })
        .collect()
}
