//! Targets of the suspicions' family: one of an unfounded finding of QX50, brought to a stage.

use super::matter;
use super::staff::Staff;
use super::target::Target;
use qz_acts::finding::{AdjudicateFinding, AdjudicationForm};
use qz_acts::matter::PaperForm;
use qz_acts::suspicion::{DropSuspicion, NoteSuspicion, NotingForm, TakeUpForm, TakeUpSuspicion};
use qz_domain::id::FindingId;

/// The stages of suspicions.
pub const STAGES: &[&str] = &["noted", "taken", "dropped"];

/// The adjudicator whose own a record may be.
const JUDGE: &str = "G12";

fn by(number: &str) -> PaperForm {
    let (number, by) = ("纸3".to_owned(), number.to_owned());
    PaperForm { number, day: "2016-02-16".to_owned(), by, ..PaperForm::default() }
}

/// A suspicion in a stage, noted by that adjudicator; by G16 otherwise.
pub async fn suspicion(staff: &Staff, stage: &str, own: Option<&'static str>) -> Target {
    let county = &staff.county;
    let judge = own.filter(|number| *number == JUDGE).unwrap_or("G16");
    let found = matter::finding(staff, "verified", None).await;
    let finding: FindingId = found.params[0].1.parse().unwrap();
    let actor = county.account_named("adjudicator.unit").await;
    let (outcome, reason) = ("unfounded".to_owned(), "查无此事。".to_owned());
    let form =
        AdjudicationForm { outcome, reason, paper: by(judge), ..AdjudicationForm::default() };
    county.done(AdjudicateFinding { actor, finding, version: 3, form }).await;
    let (facts, intent) = ("所称照片不是当天的。".to_owned(), "照片日期被改过。".to_owned());
    let form = NotingForm { facts, intent, paper: by(judge) };
    let suspicion = county.done(NoteSuspicion { actor, finding, form }).await.suspicion;
    let (actor, paper) = (county.account_named("discipline.unit").await, by("G14"));
    let (version, text) = (1, "照片日期被改过。".to_owned());
    match stage {
        "taken" => {
            let form = TakeUpForm { facts: text, paper };
            county.done(TakeUpSuspicion { actor, suspicion, version, form }).await;
        }
        "dropped" => {
            let drop = DropSuspicion { actor, suspicion, version, answer: text, paper };
            county.done(drop).await;
        }
        _ => {}
    }
    let version = if stage == "dropped" { "2" } else { "1" };
    let fields = vec![("version", version.to_owned())];
    Target { params: vec![("id", suspicion.to_string())], fields }
}
