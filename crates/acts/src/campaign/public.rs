//! What anybody may read of campaigns: those that were issued, with the duties of every member unit. No
//! person stands in them.

use super::load::load;
use super::view::{Related, related, units_of};
use crate::article::public::blocks;
use crate::{ActError, Acts};
use jiff::civil::Date;
use qz_domain::article::body::Block;
use qz_domain::campaign::Campaign;
use qz_domain::id::CampaignId;
use qz_domain::unit::Unit;
use qz_store::campaign;
use qz_store::campaign::list::Seen;

pub use qz_store::campaign::list::{CampaignFilter, CampaignLine, CampaignSort};
pub use qz_store::list::Page;

/// An issued campaign as anybody may read it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicCampaign {
    /// The record, issued or replaced since.
    pub campaign: Campaign,
    /// The day it was issued.
    pub issued_on: Date,
    /// Its text in blocks.
    pub blocks: Vec<Block>,
    /// The lead.
    pub organ: Unit,
    /// The units of its duties, by number.
    pub units: Vec<Unit>,
    /// The plan whose place it took.
    pub replaces: Option<Related>,
    /// The plan that took its place.
    pub replaced_by: Option<Related>,
}

impl Acts {
    /// A campaign that was issued.
    pub async fn public_campaign(&self, id: CampaignId) -> Result<PublicCampaign, ActError> {
        let mut conn = self.reader().await?;
        let (campaign, organ) = load(&mut conn, id).await?;
        let issued_on = campaign.issued_on.ok_or(ActError::NotFound)?;
        let (replaces, replaced_by) = related(&mut conn, &campaign).await?;
        Ok(PublicCampaign {
            blocks: blocks(&campaign.body),
            units: units_of(&mut conn, &campaign).await?,
            campaign,
            issued_on,
            organ,
            replaces,
            replaced_by,
        })
    }

    /// The campaigns that were issued: one page, and how many there are in all.
    pub async fn issued_campaigns(
        &self,
        filter: &CampaignFilter,
        sort: CampaignSort,
        page: Page,
    ) -> Result<(Vec<CampaignLine>, i64), ActError> {
        let mut conn = self.reader().await?;
        Ok(campaign::list::page(&mut conn, &[Seen::Issued], filter, sort, page).await?)
    }

    /// The campaign that runs on a day, or else the latest issued; of several the one issued last.
    pub async fn present_campaign(&self, day: Date) -> Result<Option<CampaignLine>, ActError> {
        let (latest, first) = (CampaignSort::Latest, Page::number(1, 1));
        let running = CampaignFilter { on: Some(day), ..CampaignFilter::default() };
        for filter in [running, CampaignFilter::default()] {
            let (lines, _) = self.issued_campaigns(&filter, latest, first).await?;
            if let Some(line) = lines.into_iter().next() {
                return Ok(Some(line));
            }
        }
        Ok(None)
    }
}
