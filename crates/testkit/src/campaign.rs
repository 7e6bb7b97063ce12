//! A campaign of the fixture county that the commission QX50 leads, issued on 5 January 2016: its members
//! report from that month on, five working days after its end.

use crate::county::County;
use qz_acts::campaign::{CampaignForm, DraftCampaign, DutyForm, IssueCampaign};
use qz_acts::matter::PaperForm;
use qz_domain::id::CampaignId;
use qz_domain::monthly_report::ReportKey;
use qz_domain::role::Role;

/// A campaign that was issued.
#[derive(Clone)]
pub struct Issued {
    /// The campaign.
    pub id: CampaignId,
    county: County,
}

/// Drafts and issues a campaign whose members each answer for something, until 31 December 2026.
///
/// # Panics
/// When an act refuses.
pub async fn issued(county: &County, members: &[&str]) -> Issued {
    let text = str::to_owned;
    let duty =
        |unit: &&str| DutyForm { unit: text(unit), text: text("按月报送"), due: text("") };
    let form = CampaignForm {
        organ: text("QX50"),
        title: text("窗口作风专项"),
        purpose: text("让办事的人少等。"),
        body: text("成员单位每月报送。"),
        starts: text("2015-12-01"),
        ends: text("2026-12-31"),
        report_days: text("5"),
        duties: members.iter().map(duty).collect(),
        paper: paper("2016-01-04", "G13"),
        ..CampaignForm::default()
    };
    let actor = county.account(Role::Discipline).await;
    let campaign = county.done(DraftCampaign { actor, form }).await.campaign;
    let actor = county.account(Role::FirstSecretary).await;
    let (doc_number, paper) = (text("千办〔2016〕1号"), paper("2016-01-05", "G11"));
    county.done(IssueCampaign { actor, campaign, version: 1, doc_number, paper }).await;
    Issued { id: campaign, county: county.clone() }
}

fn paper(day: &str, by: &str) -> PaperForm {
    let number = format!("专-{day}");
    PaperForm { number, day: day.to_owned(), by: by.to_owned(), hash: String::new() }
}

impl Issued {
    /// The key of a member's report of a month.
    ///
    /// # Panics
    /// When there is no such unit, or no such month.
    pub async fn key(&self, unit: &str, month: &str) -> ReportKey {
        let found = self.county.acts.unit(unit).await.expect("a store that reads");
        let (unit, month) = (found.expect("a unit").id, month.parse().expect("a month"));
        ReportKey { campaign: self.id, unit, month }
    }
}
