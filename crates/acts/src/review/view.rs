//! What a person may see of reviews: one with its history, and lists.

use super::caused::{Caused, caused};
use super::load::{self, Loaded};
use crate::actor::Actor;
use crate::matter::view::{NamedHand, Sight, named, sights};
use crate::{ActError, Acts, power};
use qz_domain::accountability::Accountability;
use qz_domain::action::Action;
use qz_domain::id::{AccountId, AccountabilityId, ReviewId};
use qz_domain::law::CountyLaw;
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::review::{Origin, Review, Standing, Step, TRANSITIONS};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
pub use qz_store::review::list::{ReviewFilter, ReviewLine, ReviewSort};
use qz_store::{Subject, hand, law_change, person, review};

/// A review with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewView {
    /// The record.
    pub row: Review,
    /// The decision it looks at.
    pub decision: Accountability,
    /// Code of the measure that stands.
    pub measure: String,
    /// The organ that decided.
    pub organ: Unit,
    /// The organ that has the review: the same, until it is handed over.
    pub holder: Unit,
    /// The unit held to account, or the one whose post the person held.
    pub unit: Unit,
    /// The person, when it is one.
    pub person: Option<Person>,
    /// What the decision caused, and what becomes of it.
    pub caused: Vec<Caused>,
    /// Everybody who had a part in the review itself.
    pub hands: Vec<NamedHand>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
    /// Whether the viewer is its subject, or speaks for it.
    pub is_own: bool,
    /// What the county set of its own, to say where a term stands.
    pub county: CountyLaw,
}

/// How a decision stands, and which reviews it had.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reviews {
    /// The reviews, the first one first.
    pub all: Vec<Review>,
    /// How it stands.
    pub standing: Standing,
    /// What of [`Step::Ask`], [`Step::Record`] and [`Step::Open`] the viewer may do now.
    pub steps: Vec<Step>,
}

impl Acts {
    /// A review as an account may see it. One it may not see does not exist for it.
    pub async fn review(&self, account: AccountId, id: ReviewId) -> Result<ReviewView, ActError> {
        let mut conn = self.reader().await?;
        let loaded = load::load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = load::concern_to_read(&loaded);
        if !power::may(&actor, Action::ReviewRead, &concern) {
            return Err(ActError::NotFound);
        }
        let steps = steps_of(&actor, &loaded);
        let of_subject = load::concern(&loaded, Step::Withdraw);
        let caused = caused(&mut conn, &loaded).await?;
        let Loaded { row, organ: holder, around } = loaded;
        let person = match around.row.person() {
            Some(id) => person::find(&mut conn, id).await?,
            None => None,
        };
        let hands = hand::of_review(&mut conn, id).await?;
        Ok(ReviewView {
            measure: around.measure_now,
            hands: named(&mut conn, &hands).await?,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            county: law_change::county_law(&mut conn).await?,
            is_own: is_of(&actor, &of_subject),
            decision: around.row,
            organ: around.organ,
            holder,
            unit: around.unit,
            row,
            person,
            caused,
            steps,
        })
    }

    /// Whom a review concerns, for a step or for reading; `None` when there is none.
    pub async fn review_concern(
        &self,
        id: ReviewId,
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

    /// Whom beginning a review of a decision concerns; `None` when there is no such decision.
    pub async fn review_begin_concern(
        &self,
        id: AccountabilityId,
        step: Step,
    ) -> Result<Option<Concern>, ActError> {
        match load::decision(&mut self.reader().await?, id).await {
            Ok(around) => Ok(Some(load::concern_to_begin(&around, around.row.stage.code(), step))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The reviews of a decision, how it stands, and what an account may begin on it.
    pub async fn reviews_of(
        &self,
        account: AccountId,
        id: AccountabilityId,
    ) -> Result<Reviews, ActError> {
        let mut conn = self.reader().await?;
        let around = load::decision(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let all = review::of_accountability(&mut conn, id).await?;
        let standing = Standing::of(&all);
        let asked = all.iter().any(|one| one.origin == Origin::Asked);
        let is_closed = standing.has_fallen() || standing.is_under_review;
        let may = |step: &Step| {
            let concern = load::concern_to_begin(&around, around.row.stage.code(), *step);
            power::may(&actor, step.action(), &concern)
        };
        let steps = [Step::Ask, Step::Record, Step::Open].into_iter();
        let steps = steps.filter(|step| !is_closed && (*step == Step::Open || !asked));
        let steps = steps.filter(may).collect();
        Ok(Reviews { all, standing, steps })
    }

    /// The reviews an account may see: one page, and how many there are in all.
    pub async fn reviews(
        &self,
        account: AccountId,
        filter: &ReviewFilter,
        sort: ReviewSort,
        page: Page,
    ) -> Result<(Vec<ReviewLine>, i64), ActError> {
        use review::list::Seen;
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::ReviewRead))?;
        let mut seen = vec![];
        for sight in sights(&actor, Action::ReviewRead) {
            match sight {
                Sight::All => seen.push(Seen::All),
                Sight::Unit(unit) => seen.extend([Seen::OfOrgan(unit), Seen::OfUnit(unit)]),
                Sight::Own(person) => seen.push(Seen::OfPerson(person)),
            }
        }
        Ok(review::list::page(&mut conn, &seen, filter, sort, page).await?)
    }
}

/// Whether an actor is the subject, or speaks for the unit that is.
fn is_of(actor: &Actor, subject: &Concern) -> bool {
    let heads =
        |grant: &qz_domain::power::Grant| subject.units.iter().any(|(unit, _)| *unit == grant.unit);
    actor.person.is_some_and(|person| subject.people.contains(&person))
        || actor.grants.iter().any(heads)
}

/// The steps that are rows of the table from here and that the actor has the power for. What an organ opened
/// itself nobody takes back.
fn steps_of(actor: &Actor, loaded: &Loaded) -> Vec<Step> {
    let row = &loaded.row;
    let can = |step: &Step| {
        let concern = load::concern(loaded, *step);
        power::may(actor, step.action(), &concern)
            && (*step != Step::Withdraw || row.origin == Origin::Asked)
    };
    let rows = TRANSITIONS.iter().filter(|one| one.from == Some(row.stage));
    rows.map(|one| one.step).filter(can).collect()
}
