//! Targets of the sanctions' family: the record of one on somebody of QX50, brought to a stage.

use super::staff::Staff;
use super::target::Target;
use qz_acts::matter::PaperForm;
use qz_acts::sanction::{EndForm, EndSanction, RecordSanction, SanctionForm};
use qz_domain::role::Role;

/// The stages of records.
pub const STAGES: &[&str] = &["recorded", "lifted", "rescinded"];

fn paper(number: &str, day: &str) -> PaperForm {
    let (number, day) = (number.to_owned(), day.to_owned());
    PaperForm { number, day, ..PaperForm::default() }
}

/// A record in a stage, on that person; on G14 otherwise.
pub async fn sanction(staff: &Staff, stage: &str, own: Option<&'static str>) -> Target {
    let county = &staff.county;
    let actor = county.account(Role::Discipline).await;
    let organ = "示河县人民政府".to_owned();
    let form = SanctionForm {
        subject: own.unwrap_or("G14").to_owned(),
        kind: "warning".to_owned(),
        imposer: "office".to_owned(),
        organ: organ.clone(),
        heard_on: "2015-08-28".to_owned(),
        stated: String::new(),
        paper: paper("示政处〔2015〕3号", "2015-09-10"),
    };
    let sanction = county.done(RecordSanction { actor, form }).await.sanction;
    if stage != "recorded" {
        let is_rescinded = stage == "rescinded";
        let form = EndForm { organ, paper: paper("示政解〔2016〕1号", "2016-02-10") };
        county.done(EndSanction { actor, sanction, version: 1, is_rescinded, form }).await;
    }
    let version = if stage == "recorded" { "1" } else { "2" };
    let fields = vec![("version", version.to_owned())];
    Target { params: vec![("id", sanction.to_string())], fields }
}
