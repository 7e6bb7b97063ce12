//! Acting for a leader (代为办理): while the leader is away, whoever stands in for their post may do
//! what the leader's roles allow. The account says once for whom it acts; each act then names both.

use crate::actor::{Actor, StandsFor};
use crate::{ActError, Acts, power};
use jiff::civil::Date;
use qz_domain::deputy::DeputyRefusal;
use qz_domain::id::{AccountId, PersonId};
use qz_domain::instant;
use qz_domain::refusal::Refusal;
use qz_store::stand_in::{self, StandIn};
use qz_store::{Chore, Conn, Free, StoreError, Write, account, person};

pub use qz_store::stand_in::Absent;

impl Acts {
    /// The actor as what pages read: with the roles lent by the leader it acts for.
    pub(crate) async fn actor(
        &self,
        conn: &mut Conn,
        account: AccountId,
    ) -> Result<Option<Actor>, ActError> {
        power::actor_on(conn, account, instant::day(self.now())).await
    }

    /// Who is away today for whom a person may act.
    pub async fn absent(&self, person: PersonId) -> Result<Vec<Absent>, ActError> {
        let day = instant::day(self.now());
        Ok(stand_in::absent(&mut self.reader().await?, person, day).await?)
    }

    /// Lets an account act for a leader from now on, or in its own name again.
    ///
    /// # Errors
    /// Why it may not act for them today.
    pub async fn act_for(
        &self,
        account: AccountId,
        leader: Option<PersonId>,
    ) -> Result<(), ActError> {
        let day = instant::day(self.now());
        self.writer().chore(ActFor { account, leader, day }).await??;
        Ok(())
    }
}

struct ActFor {
    account: AccountId,
    leader: Option<PersonId>,
    day: Date,
}

impl Chore for ActFor {
    type Output = Result<(), ActError>;

    async fn run(self, free: &mut Free) -> Result<Self::Output, StoreError> {
        let Self { account, leader, day } = self;
        let Some(leader) = leader else {
            stand_in::put_down(free, account).await?;
            return Ok(Ok(()));
        };
        if person::find(free.reads(), leader).await?.is_none() {
            return Ok(Err(ActError::NotFound));
        }
        stand_in::take(free, account, leader).await?;
        let held = account::held_roles(free.reads(), account).await?;
        let is_officer = held.iter().any(|held| held.grant.role.is_officer());
        let refused = match stand_in::of(free.reads(), account, day).await? {
            _ if is_officer => Err(DeputyRefusal::OfficerStandsIn),
            Some(found) => judge(found, day),
            None => return put_down(free, account, ActError::NotFound).await,
        };
        match refused {
            Ok(()) => Ok(Ok(())),
            Err(refusal) => put_down(free, account, Refusal::from(refusal).into()).await,
        }
    }
}

async fn put_down(
    free: &mut Free,
    account: AccountId,
    why: ActError,
) -> Result<Result<(), ActError>, StoreError> {
    stand_in::put_down(free, account).await?;
    Ok(Err(why))
}

/// Lends an actor the roles of the leader it acts for on a day; nothing when it acts for nobody.
/// The inner error says why it no longer may.
pub(crate) async fn lend(
    conn: &mut Conn,
    actor: &mut Actor,
    day: Date,
) -> Result<Result<(), Refusal>, ActError> {
    let Some(found) = stand_in::of(conn, actor.account, day).await? else { return Ok(Ok(())) };
    if actor.grants.iter().any(|grant| grant.role.is_officer()) {
        return Ok(Err(DeputyRefusal::OfficerStandsIn.into()));
    }
    let (person, (leader, name)) = (found.person.0, found.leader.clone());
    if let Err(refusal) = judge(found, day) {
        return Ok(Err(refusal.into()));
    }
    let mut grants = stand_in::grants(conn, (leader, person), day).await?;
    grants.retain(|grant| grant.role.is_leaders());
    actor.grants.extend(grants.iter().cloned());
    actor.stands_for = Some(StandsFor { leader, name, grants });
    Ok(Ok(()))
}

/// The leader for whom a step of a day is done, when its actor acts for one: who must have been
/// away on that very day, and is not among those who do it.
pub(crate) async fn leader_of(
    write: &mut Write,
    actor: &Actor,
    (by, day): (&[PersonId], Date),
) -> Result<Option<PersonId>, ActError> {
    let Some(StandsFor { leader, name, .. }) = &actor.stands_for else { return Ok(None) };
    if by.contains(leader) {
        let leader = name.clone();
        return Err(Refusal::from(DeputyRefusal::AmongThem { leader }).into());
    }
    if day != instant::day(write.now()) {
        let found = stand_in::of(write.reads(), actor.account, day).await?;
        judge(found.ok_or(ActError::NotFound)?, day).map_err(Refusal::from)?;
    }
    Ok(Some(*leader))
}

/// Whether one may act for the other on a day.
fn judge(found: StandIn, day: Date) -> Result<(), DeputyRefusal> {
    let StandIn { person: (_, person), leader: (_, leader), .. } = found;
    if !found.is_deputy {
        return Err(DeputyRefusal::NotTheDeputy { person, leader, day });
    }
    if !found.is_leader_away {
        return Err(DeputyRefusal::NotAway { leader, day });
    }
    if found.is_away {
        return Err(DeputyRefusal::AwayThemselves { person, day });
    }
    Ok(())
}
