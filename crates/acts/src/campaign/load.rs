//! Loads a campaign for a step, and the one whose place it is to take.

use crate::actor::Actor;
use crate::{ActError, power};
use qz_domain::campaign::{Campaign, Stage, Step, TRANSITIONS};
use qz_domain::field::{Fault, FieldError};
use qz_domain::id::{AccountId, CampaignId, UnitId};
use qz_domain::matter::Hand;
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_store::{Conn, Write, campaign, hand, unit};

/// A campaign that a step may begin on.
pub(super) struct Begun {
    pub actor: Actor,
    pub organ: Unit,
    pub campaign: Campaign,
    pub transition: &'static Row<Stage, Step>,
    pub hands: Vec<Hand>,
}

pub(super) async fn load(conn: &mut Conn, id: CampaignId) -> Result<(Campaign, Unit), ActError> {
    let campaign = campaign::find(conn, id).await?.ok_or(ActError::NotFound)?;
    let organ = unit::find(conn, campaign.organ).await?.ok_or(ActError::NotFound)?;
    Ok((campaign, organ))
}

/// Whom a campaign concerns: its lead. Its members read it once it is issued, as everybody does.
pub(super) fn concern(campaign: &Campaign, organ: &Unit) -> Concern {
    let units = vec![(organ.id, organ.line)];
    Concern { stage: campaign.stage.code(), people: vec![], units }
}

/// Begins a step on a campaign whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    id: CampaignId,
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let (campaign, organ) = load(write.reads(), id).await?;
    let hands = hand::of_campaign(write.reads(), id).await?;
    let concern = concern(&campaign, &organ);
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (campaign.stage, step),
        (read, campaign.version),
    )
    .await?;
    Ok(Begun { actor, organ, campaign, transition, hands })
}

/// The campaign whose place a plan is to take: an issued one of the same lead that still stands.
pub(super) async fn replaced(
    conn: &mut Conn,
    given: &str,
    lead: UnitId,
) -> Result<Option<CampaignId>, ActError> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(None);
    }
    let found = match given.parse() {
        Ok(id) => campaign::find(conn, id).await?,
        Err(_) => None,
    };
    match found.filter(|one| one.organ == lead && one.stage == Stage::Issued) {
        Some(earlier) => Ok(Some(earlier.id)),
        None => Err(FieldError::new("replaces", Fault::Unknown(given.to_owned())).into()),
    }
}
