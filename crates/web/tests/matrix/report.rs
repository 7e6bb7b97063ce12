//! Targets of the reports' family: the report of January 2016 by QX50, which leads a campaign and answers
//! for something in it itself, brought to a stage on papers that accounts without a person key.

use super::staff::Staff;
use super::target::Target;
use qz_acts::matter::PaperForm;
use qz_acts::monthly_report::{ConfirmReport, ReturnReport};
use qz_testkit::campaign::issued;

/// The stages of reports, and before the first.
pub const STAGES: &[&str] = &["owed", "confirmed", "returned"];

/// A paper of the day, done by somebody.
fn by(number: &str) -> PaperForm {
    PaperForm {
        number: "报1".to_owned(),
        day: "2016-02-16".to_owned(),
        by: number.to_owned(),
        ..PaperForm::default()
    }
}

/// A report in a stage.
pub async fn report(staff: &Staff, stage: &str) -> Target {
    let key = issued(&staff.county, &["QX50"]).await.key("QX50", "2016-01").await;
    let far = STAGES.iter().position(|one| *one == stage).unwrap();
    if far >= 1 {
        let actor = staff.county.account_named("head.unit").await;
        let (words, paper) = (String::new(), by("G10"));
        staff.county.done(ConfirmReport { actor, key, version: 0, words, paper }).await;
    }
    if far >= 2 {
        let actor = staff.county.account_named("discipline.unit").await;
        let (reason, paper) = ("漏了一次走访".to_owned(), by("G13"));
        staff.county.done(ReturnReport { actor, key, version: 1, reason, paper }).await;
    }
    let fields = vec![("version", far.to_string())];
    Target { params: vec![("id", key.to_string())], fields }
}
