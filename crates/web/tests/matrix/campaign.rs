//! Targets of the campaigns' family: a plan of QX50, brought to a stage on papers that accounts without a
//! person key.

use super::staff::Staff;
use super::target::Target;
use qz_acts::campaign::{CallOffCampaign, CampaignForm, DraftCampaign, DutyForm, IssueCampaign};
use qz_acts::matter::PaperForm;
use qz_domain::id::CampaignId;

/// The stages of campaigns.
pub const STAGES: &[&str] = &["drafted", "issued", "replaced", "called_off"];

/// A paper of the day, done by somebody.
fn by(number: &str) -> PaperForm {
    PaperForm {
        number: "方案1".to_owned(),
        day: "2016-02-16".to_owned(),
        by: number.to_owned(),
        ..PaperForm::default()
    }
}

async fn drafted(staff: &Staff, replaces: &str) -> CampaignId {
    let text = str::to_owned;
    let actor = staff.county.account_named("discipline.unit").await;
    let duty = DutyForm { unit: text("QX20"), text: text("窗口有人"), due: String::new() };
    let form = CampaignForm {
        organ: text("QX50"),
        title: text("窗口作风专项"),
        purpose: text("让办事的人少等。"),
        body: text("各单位按责任事项办。"),
        starts: text("2016-02-01"),
        ends: text("2016-12-31"),
        report_days: text("5"),
        replaces: text(replaces),
        duties: vec![duty],
        paper: by("G13"),
        ..CampaignForm::default()
    };
    staff.county.done(DraftCampaign { actor, form }).await.campaign
}

async fn issue(staff: &Staff, campaign: CampaignId) {
    let actor = staff.county.account_named("first-secretary.unit").await;
    let (doc_number, paper) = (String::new(), by("G10"));
    let act = IssueCampaign { actor, campaign, version: 1, doc_number, paper };
    staff.county.done(act).await;
}

/// A campaign in a stage.
pub async fn campaign(staff: &Staff, stage: &str) -> Target {
    let campaign = drafted(staff, "").await;
    match stage {
        "drafted" => {}
        "called_off" => {
            let actor = staff.county.account_named("discipline.unit").await;
            let (reason, paper) = ("不办了".to_owned(), by("G13"));
            let act = CallOffCampaign { actor, campaign, version: 1, reason, paper };
            staff.county.done(act).await;
        }
        _ => issue(staff, campaign).await,
    }
    if stage == "replaced" {
        let later = drafted(staff, &campaign.to_string()).await;
        issue(staff, later).await;
    }
    let version = if stage == "drafted" { 1 } else { 2 };
    let fields = vec![("version", version.to_string())];
    Target { params: vec![("id", campaign.to_string())], fields }
}
