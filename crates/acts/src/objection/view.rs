//! What may be seen of objections: one's own, and those an office is to answer.

use super::load::{self, concern};
use crate::actor::Actor;
use crate::matter::view::{Sight, sights};
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, ObjectionId};
use qz_domain::law::CountyLaw;
use qz_domain::objection::{Objection, Office, Outcome, Stage, Step};
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::unit::Unit;
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
use qz_store::objection::list::{self, Seen};
pub use qz_store::objection::list::{ObjectionFilter, ObjectionLine, ObjectionSort};
use qz_store::{Conn, Subject, law_change, objection, person, unit};

/// An objection with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ObjectionView {
    /// The record.
    pub objection: Objection,
    /// Whose record it is about.
    pub person: Person,
    /// The organ that answers; `None` when the personnel office does.
    pub organ: Option<Unit>,
    /// Who answered, by name.
    pub answered_by: Option<Person>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// What the county set of its own, to say where the term stands.
    pub county: CountyLaw,
}

/// The power by which an office reads and answers.
pub fn power_of(office: Office) -> Action {
    Step::Answer(office, Outcome::Kept).action()
}

impl Acts {
    /// An objection that an office is to answer, as an account of it may see it.
    pub async fn objection(
        &self,
        account: AccountId,
        office: Office,
        id: ObjectionId,
    ) -> Result<ObjectionView, ActError> {
        let mut conn = self.reader().await?;
        let (actor, row) = loaded(&mut conn, account, id).await?;
        let concern = concern(&mut conn, &row, true).await?;
        if row.entry.kind.office() != office || !power::may(&actor, power_of(office), &concern) {
            return Err(ActError::NotFound);
        }
        view(&mut conn, row).await
    }

    /// One's own objection.
    pub async fn own_objection(
        &self,
        account: AccountId,
        id: ObjectionId,
    ) -> Result<ObjectionView, ActError> {
        let mut conn = self.reader().await?;
        let (actor, row) = loaded(&mut conn, account, id).await?;
        if actor.person != Some(row.person) || row.entry.is_erased() {
            return Err(ActError::NotFound);
        }
        view(&mut conn, row).await
    }

    /// Whether an entry of one's own record may be objected to.
    pub async fn is_own_entry(&self, account: AccountId, entry: &str) -> Result<bool, ActError> {
        let mut conn = self.reader().await?;
        let actor = power::actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let Some((whose, entry)) = actor.person.zip(load::read_entry(entry)) else {
            return Ok(false);
        };
        match load::kept(&mut conn, whose, entry).await {
            Ok(_) => Ok(true),
            Err(ActError::NotFound) => Ok(false),
            Err(fault) => Err(fault),
        }
    }

    /// Whom an objection concerns that an office answers; `None` when there is none.
    pub async fn objection_concern(
        &self,
        office: Office,
        id: ObjectionId,
    ) -> Result<Option<Concern>, ActError> {
        let mut conn = self.reader().await?;
        match objection::find(&mut conn, id).await? {
            Some(row) if row.entry.kind.office() == office => {
                concern(&mut conn, &row, true).await.map(Some)
            }
            _ => Ok(None),
        }
    }

    /// The objections an account is to answer for an office: one page, and how many in all.
    pub async fn objections(
        &self,
        (account, office): (AccountId, Office),
        filter: &ObjectionFilter,
        sort: ObjectionSort,
        page: Page,
    ) -> Result<(Vec<ObjectionLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let action = power_of(office);
        let actor = power::actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(action))?;
        let seen = sights(&actor, action).into_iter().filter_map(|sight| match (office, sight) {
            (Office::Record, Sight::All) => Some(Seen::OfRecords),
            (Office::Matter, Sight::Unit(unit)) => Some(Seen::OfOrgan(unit)),
            _ => None,
        });
        let seen: Vec<_> = seen.collect();
        Ok(list::page(&mut conn, &seen, filter, sort, page).await?)
    }

    /// One's own objections: one page, and how many in all.
    pub async fn own_objections(
        &self,
        account: AccountId,
        filter: &ObjectionFilter,
        page: Page,
    ) -> Result<(Vec<ObjectionLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = power::actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let seen: Vec<_> = actor.person.map(Seen::OfPerson).into_iter().collect();
        Ok(list::page(&mut conn, &seen, filter, ObjectionSort::Latest, page).await?)
    }
}

impl ObjectionView {
    /// Whether it waits for its answer.
    pub fn is_open(&self) -> bool {
        self.objection.stage == Stage::Raised
    }
}

async fn loaded(
    conn: &mut Conn,
    account: AccountId,
    id: ObjectionId,
) -> Result<(Actor, Objection), ActError> {
    let row = objection::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let actor = power::actor(conn, account).await?.ok_or(ActError::NotFound)?;
    Ok((actor, row))
}

async fn view(conn: &mut Conn, row: Objection) -> Result<ObjectionView, ActError> {
    let organ = match row.organ {
        Some(organ) => unit::find(conn, organ).await?,
        None => None,
    };
    let answered_by = match row.answered_by {
        Some(id) => person::find(conn, id).await?,
        None => None,
    };
    Ok(ObjectionView {
        person: person::find(conn, row.person).await?.ok_or(ActError::NotFound)?,
        timeline: qz_store::ledger::acts_of(conn, row.id.object()).await?,
        county: law_change::county_law(conn).await?,
        organ,
        answered_by,
        objection: row,
    })
}
