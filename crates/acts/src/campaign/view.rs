//! What the lead, the members and the county's leaders see of campaigns.

use super::load::{concern, load};
use crate::article::public::blocks;
use crate::matter::view::{NamedHand, Sight, named, sights};
use crate::{ActError, Acts, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::article::body::Block;
use qz_domain::campaign::{Campaign, Stage, Step, TRANSITIONS};
use qz_domain::id::{AccountId, CampaignId, UnitId};
use qz_domain::power::{Concern, Reach};
use qz_domain::procedure::Stepped;
use qz_domain::unit::Unit;
use qz_store::campaign::list::Seen;
use qz_store::{Conn, Subject, campaign, hand, unit};

pub use qz_store::campaign::duty::DutyLine;
pub use qz_store::campaign::list::{CampaignFilter, CampaignLine, CampaignSort};
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;

/// A campaign with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignView {
    /// The record.
    pub campaign: Campaign,
    /// Its text in blocks.
    pub blocks: Vec<Block>,
    /// The lead.
    pub organ: Unit,
    /// The units of its duties, by number.
    pub units: Vec<Unit>,
    /// The plan whose place it takes or took.
    pub replaces: Option<Related>,
    /// The plan that took its place.
    pub replaced_by: Option<Related>,
    /// Everybody who had a part in it.
    pub hands: Vec<NamedHand>,
    /// Every act on it, oldest first, with its place in the ledger.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

/// Another plan, by number and title.
pub type Related = (CampaignId, String);

impl Acts {
    /// A campaign as an account may see it. One it may not see does not exist for it.
    pub async fn campaign(
        &self,
        account: AccountId,
        id: CampaignId,
    ) -> Result<CampaignView, ActError> {
        let mut conn = self.reader().await?;
        let (campaign, organ) = load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = concern(&campaign, &organ);
        if !power::may(&actor, Action::CampaignRead, &concern) {
            return Err(ActError::NotFound);
        }
        let rows = TRANSITIONS.iter().filter(|row| row.from == Some(campaign.stage));
        let can =
            |step: &Step| *step != Step::Replace && power::may(&actor, step.action(), &concern);
        let steps = rows.map(|row| row.step).filter(can).collect();
        let hands = hand::of_campaign(&mut conn, id).await?;
        let (replaces, replaced_by) = related(&mut conn, &campaign).await?;
        Ok(CampaignView {
            blocks: blocks(&campaign.body),
            units: units_of(&mut conn, &campaign).await?,
            hands: named(&mut conn, &hands).await?,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            replaces,
            replaced_by,
            campaign,
            organ,
            steps,
        })
    }

    /// Whom a campaign concerns; `None` when there is none.
    pub async fn campaign_concern(&self, id: CampaignId) -> Result<Option<Concern>, ActError> {
        match load(&mut self.reader().await?, id).await {
            Ok((campaign, organ)) => Ok(Some(concern(&campaign, &organ))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The campaigns an account may see: one page, and how many there are in all. Who does not lead
    /// sees what was issued.
    pub async fn campaigns(
        &self,
        account: AccountId,
        filter: &CampaignFilter,
        sort: CampaignSort,
        page: Page,
    ) -> Result<(Vec<CampaignLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::CampaignRead))?;
        let sees_drafts = |grant: &qz_domain::power::Grant| {
            let rows = power::POWERS.iter().filter(|row| row.role == grant.role);
            let whole = rows.filter(|row| row.reach == Reach::County && row.stages.is_empty());
            whole.into_iter().any(|row| row.action == Action::CampaignRead)
        };
        let all = if actor.grants.iter().any(sees_drafts) { Seen::All } else { Seen::Issued };
        let seen = sights(&actor, Action::CampaignRead).into_iter();
        let seen = seen.filter_map(|sight| match sight {
            Sight::All => Some(all),
            Sight::Unit(unit) => Some(Seen::OfOrgan(unit)),
            Sight::Own(_) => None,
        });
        let seen: Vec<_> = seen.collect();
        Ok(campaign::list::page(&mut conn, &seen, filter, sort, page).await?)
    }

    /// The plans of a lead that a new one may take the place of.
    pub async fn standing_campaigns(&self) -> Result<Vec<CampaignLine>, ActError> {
        let filter = CampaignFilter { stage: Some(Stage::Issued), ..CampaignFilter::default() };
        let mut conn = self.reader().await?;
        let sort = CampaignSort::Latest;
        Ok(campaign::list::page(&mut conn, &[Seen::Issued], &filter, sort, Page::all()).await?.0)
    }

    /// What these units answer for in the campaigns that run on a day, the most pressing first.
    pub async fn duties_of(&self, units: &[UnitId], day: Date) -> Result<Vec<DutyLine>, ActError> {
        Ok(campaign::duty::of_units(&mut self.reader().await?, units, day).await?)
    }
}

/// The units of a campaign's duties.
pub(super) async fn units_of(conn: &mut Conn, campaign: &Campaign) -> Result<Vec<Unit>, ActError> {
    let members = campaign.members();
    let units = unit::all(conn).await?.into_iter();
    Ok(units.filter(|unit| members.contains(&unit.id)).collect())
}

/// The plan that a campaign takes the place of, and the one that took its own.
pub(super) async fn related(
    conn: &mut Conn,
    campaign: &Campaign,
) -> Result<(Option<Related>, Option<Related>), ActError> {
    let later = campaign::replaced_by(conn, campaign.id).await?;
    Ok((titled(conn, campaign.replaces).await?, titled(conn, later).await?))
}

async fn titled(conn: &mut Conn, id: Option<CampaignId>) -> Result<Option<Related>, ActError> {
    match id {
        Some(id) => Ok(campaign::find(conn, id).await?.map(|found| (id, found.title))),
        None => Ok(None),
    }
}
