//! Targets of the lists' family: QX50, or somebody whose own it is to be, nominated for the red list and brought
//! to a stage on papers that accounts without a person key.

use super::staff::Staff;
use super::target::Target;
use qz_acts::list_entry::{
    AnswerForm, AnswerListObjection, NominateForList, NominationForm, NoticeForm, NotifyList,
    ObjectToList, ObjectionForm, VerificationForm, VerifyForList,
};
use qz_acts::matter::PaperForm;
use qz_domain::role::Role;

/// The stages that a red entry made today can come to; a black one waits for a decision to be final.
pub const STAGES: &[&str] =
    &["nominated", "verified", "declined", "noticed", "contested", "removed"];

fn text(given: &str) -> String {
    given.to_owned()
}

/// A paper of the day, done by somebody.
fn by(number: &str) -> PaperForm {
    let (number, by) = (text("榜1"), text(number));
    PaperForm { number, day: text("2016-02-16"), by, ..PaperForm::default() }
}

/// An entry in a stage.
pub async fn entry(staff: &Staff, stage: &str, own: Option<&str>) -> Target {
    let county = &staff.county;
    let nominator = county.account(Role::Cadre).await;
    let form = NominationForm {
        unit: text(if own.is_some() { "" } else { "QX50" }),
        person: text(own.unwrap_or_default()),
        reason: text("窗口无一件超期。"),
        consent: text("同意书1号"),
        paper: PaperForm::default(),
    };
    let entry = county.done(NominateForList { actor: nominator, form }).await.entry;
    let actor = county.account_named("publicity.county").await;
    let far = match stage {
        "nominated" => 0,
        "verified" | "declined" => 1,
        "noticed" => 2,
        "contested" => 3,
        _ => 4,
    };
    if far > 0 {
        let passed = text(if stage == "declined" { "no" } else { "yes" });
        let form = VerificationForm { passed, verified: text("逐件核对。"), paper: by("G9") };
        county.done(VerifyForList { actor, entry, version: 1, form }).await;
    }
    if far > 1 {
        let form = NoticeForm { paper: by("G9"), ..NoticeForm::default() };
        county.done(NotifyList { actor, entry, version: 2, form }).await;
    }
    if far > 2 {
        let form = ObjectionForm { reason: text("有一件补录。"), paper: by("G6") };
        county.done(ObjectToList { actor, entry, version: 3, form }).await;
    }
    if far > 3 {
        let (outcome, answer) = (text("upheld"), text("确有一件。"));
        let form = AnswerForm { outcome, answer, paper: by("G7") };
        county.done(AnswerListObjection { actor, entry, version: 4, form }).await;
    }
    let fields = vec![("version", (far + 1).to_string())];
    Target { params: vec![("id", entry.to_string())], fields }
}
