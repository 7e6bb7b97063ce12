//! What a viewer may see of people: lists, and one person with posts, training and declared kin.

use super::concern_of;
use crate::actor::Actor;
use crate::{ActError, Acts, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::appointment::Appointment;
use qz_domain::away::Away;
use qz_domain::id::{AccountId, KinId, PersonId};
use qz_domain::kin::{Kin, Relation};
use qz_domain::person::Person;
use qz_domain::post::Post;
use qz_domain::power::{Concern, Reach};
use qz_domain::training::Training;
use qz_domain::unit::Unit;
use qz_store::deputy::DeputyLine;
use qz_store::list::Page;
pub use qz_store::person::list::{HeldPost, PeopleSeen, PersonFilter, PersonLine, PersonSort};
use qz_store::{Conn, away, deputy, person, unit};

/// What a person's record leads to, for whoever may.
pub const OFFERED: [Action; 3] = [Action::AwayRecord, Action::AwayEnd, Action::KinWithdraw];

/// A post a person holds or held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostHeld {
    /// From when, on what footing.
    pub appointment: Appointment,
    /// The unit.
    pub unit: Unit,
    /// The post.
    pub post: Post,
}

/// A declared tie of kin, seen from one of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KinTie {
    /// Number in the store.
    pub id: KinId,
    /// How they are related.
    pub relation: Relation,
    /// The other one.
    pub other: Person,
    /// The unit where the other one works now.
    pub works_in: Option<Unit>,
    /// Whether the other one declared it.
    pub declared_by_other: bool,
    /// The day of the declaration.
    pub declared_on: Date,
    /// The day on which it was found to be wrong, and why.
    pub withdrawn: Option<(Date, String)>,
}

/// A person as somebody may see them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonView {
    /// Who.
    pub person: Person,
    /// Posts, latest first.
    pub posts: Vec<PostHeld>,
    /// Training, latest first.
    pub trainings: Vec<Training>,
    /// Declared kin, latest first; `None` for whoever may not know: only the person and whoever
    /// keeps declarations of the whole county may.
    pub kin: Option<Vec<KinTie>>,
    /// For which posts they stand or stood in, latest first.
    pub stands_in: Vec<DeputyLine>,
    /// When they are or were away, latest first; `None` for whoever may not know.
    pub away: Option<Vec<Away>>,
    /// Whether the viewer is this person.
    pub is_self: bool,
    /// Whether the viewer may declare kin for this person.
    pub may_declare: bool,
    /// What else of [`OFFERED`] the viewer may do to it.
    pub offered: Vec<Action>,
    /// Whether the viewer may record training of this person.
    pub may_train: bool,
}

impl Acts {
    /// The people an account may see: one page, and how many there are in all.
    pub async fn people(
        &self,
        account: AccountId,
        filter: &PersonFilter,
        sort: PersonSort,
        page: Page,
    ) -> Result<(Vec<PersonLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let seen = self.people_seen(&mut conn, account).await?;
        Ok(person::list::page(&mut conn, &seen, filter, sort, page).await?)
    }

    /// How many people there are among those an account may see.
    pub async fn count_people(
        &self,
        account: AccountId,
        filter: &PersonFilter,
    ) -> Result<i64, ActError> {
        let mut conn = self.reader().await?;
        let seen = self.people_seen(&mut conn, account).await?;
        Ok(person::list::count(&mut conn, &seen, filter).await?)
    }

    /// A person as an account may see them. Everybody may see their own record; for anybody else
    /// without the power there is no such person.
    pub async fn person(&self, account: AccountId, id: PersonId) -> Result<PersonView, ActError> {
        let mut conn = self.reader().await?;
        let found = person::find(&mut conn, id).await?.ok_or(ActError::NotFound)?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = concern_of(&mut conn, id).await?;
        let is_self = actor.person == Some(id);
        if !is_self && !power::may(&actor, Action::PersonRead, &concern) {
            return Err(ActError::NotFound);
        }
        let may_declare = power::may(&actor, Action::KinDeclare, &concern);
        let kin = if is_self || may_declare { Some(ties(&mut conn, id).await?) } else { None };
        let knows_away = is_self || power::may(&actor, Action::AwayRead, &concern);
        let away = if knows_away { Some(away::of_person(&mut conn, id).await?) } else { None };
        let offered = OFFERED.into_iter().filter(|one| power::may(&actor, *one, &concern));
        Ok(PersonView {
            stands_in: deputy::of_person(&mut conn, id).await?,
            away,
            posts: posts(&mut conn, id).await?,
            trainings: person::trainings(&mut conn, id).await?,
            kin,
            is_self,
            may_declare,
            offered: offered.collect(),
            may_train: power::may(&actor, Action::TrainingRecord, &concern),
            person: found,
        })
    }

    async fn people_seen(
        &self,
        conn: &mut Conn,
        account: AccountId,
    ) -> Result<Vec<PeopleSeen>, ActError> {
        let actor = self.actor(conn, account).await?;
        Ok(seen_by(&actor.ok_or(ActError::Forbidden(Action::PersonRead))?))
    }

    /// Whom a person's record concerns; `None` when there is no such person.
    pub async fn person_concern(&self, id: PersonId) -> Result<Option<Concern>, ActError> {
        let mut conn = self.reader().await?;
        match person::find(&mut conn, id).await? {
            Some(_) => Ok(Some(concern_of(&mut conn, id).await?)),
            None => Ok(None),
        }
    }
}

async fn posts(conn: &mut Conn, id: PersonId) -> Result<Vec<PostHeld>, ActError> {
    let mut held = vec![];
    for one in person::appointments(conn, id).await? {
        let unit = unit::find(conn, one.unit).await?.ok_or(ActError::NotFound)?;
        let post = unit::posts_of(conn, one.unit).await?.into_iter().find(|p| p.id == one.post);
        let post = post.ok_or(ActError::NotFound)?;
        held.push(PostHeld { appointment: one, unit, post });
    }
    Ok(held)
}

async fn ties(conn: &mut Conn, id: PersonId) -> Result<Vec<KinTie>, ActError> {
    let mut ties = vec![];
    for kin in person::kin_of(conn, id).await? {
        let declared_by_other = kin.relative == id;
        let other = if declared_by_other { kin.person } else { kin.relative };
        let works = person::appointments(conn, other).await?;
        let works_in = match works.into_iter().find(|post| post.until.is_none()) {
            Some(post) => unit::find(conn, post.unit).await?,
            None => None,
        };
        let other = person::find(conn, other).await?.ok_or(ActError::NotFound)?;
        let Kin { id, relation, declared_on, withdrawn, .. } = kin;
        ties.push(KinTie {
            id,
            relation,
            other,
            works_in,
            declared_by_other,
            declared_on,
            withdrawn,
        });
    }
    Ok(ties)
}

/// What an actor's powers let it see in lists: the same rows that let it read one.
fn seen_by(actor: &Actor) -> Vec<PeopleSeen> {
    let mut seen: Vec<PeopleSeen> = actor.person.map(PeopleSeen::One).into_iter().collect();
    for power in power::POWERS.iter().filter(|power| power.action == Action::PersonRead) {
        for grant in actor.grants.iter().filter(|grant| grant.role == power.role) {
            seen.extend(match power.reach {
                Reach::County => Some(PeopleSeen::All),
                Reach::System => Some(PeopleSeen::OfLine(grant.line)),
                Reach::Unit => Some(PeopleSeen::OfUnit(grant.unit)),
                Reach::Own => None,
            });
        }
    }
    seen
}
