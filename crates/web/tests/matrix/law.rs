//! Targets of the family of the county's own law: a change of a term, each from a day of its own,
//! brought to a stage on papers that accounts without a person key.

use super::staff::Staff;
use super::target::Target;
use jiff::ToSpan;
use jiff::civil::date;
use qz_acts::law::view::{LawChangeFilter, LawChangeSort, Page};
use qz_acts::law::{
    ConfirmLawChange, ProposalForm, ProposeLawChange, RefuseLawChange, WithdrawLawChange,
};
use qz_acts::matter::PaperForm;

/// The stages of changes.
pub const STAGES: &[&str] = &["proposed", "confirmed", "refused", "withdrawn"];

/// A paper of the day, done by somebody.
fn by(number: &str) -> PaperForm {
    PaperForm {
        number: "文1".to_owned(),
        day: "2016-02-16".to_owned(),
        by: number.to_owned(),
        ..PaperForm::default()
    }
}

/// A change in a stage.
pub async fn change(staff: &Staff, stage: &str) -> Target {
    let county = &staff.county;
    let (filter, one) = (LawChangeFilter::default(), Page::number(1, 1));
    let (_, made) = county.acts.law_changes(&filter, LawChangeSort::Latest, one).await.unwrap();
    let confirmed = county.acts.confirmed_law().await.unwrap().county.terms().len();
    let clerk = county.account_named("clerk.county").await;
    let leader = county.account_named("county-leader.county").await;
    let form = ProposalForm {
        term: "finding_screen".to_owned(),
        length: (6 + confirmed % 2).to_string(),
        from: date(2016, 3, 1).saturating_add(made.days()).to_string(),
        document: "千办发〔2016〕3号".to_owned(),
        reason: "试一试".to_owned(),
        paper: by("G13"),
    };
    let change = county.done(ProposeLawChange { actor: clerk, form }).await.change;
    let (reason, version) = ("不合适".to_owned(), 1);
    match stage {
        "confirmed" => {
            let act = ConfirmLawChange { actor: leader, change, version, paper: by("G14") };
            county.done(act).await;
        }
        "refused" => {
            let act = RefuseLawChange { actor: leader, change, version, reason, paper: by("G14") };
            county.done(act).await;
        }
        "withdrawn" => {
            let act = WithdrawLawChange { actor: clerk, change, version, reason, paper: by("G13") };
            county.done(act).await;
        }
        _ => {}
    }
    let version = if stage == "proposed" { 1 } else { 2 };
    let fields = vec![("version", version.to_string())];
    Target { params: vec![("id", change.to_string())], fields }
}
