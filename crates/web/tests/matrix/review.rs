//! Targets of the reviews' family: a served decision of QX50, on a person or on itself, looked at again on papers
//! that accounts without a person key.

use super::matter;
use super::staff::Staff;
use super::target::Target;
use qz_acts::matter::PaperForm;
use qz_acts::review::{
    AskReview, DecideReview, IntakeForm, RequestForm, ReviewForm, ServeReview, TakeReview,
};
use qz_domain::id::ReviewId;

/// The stages that papers bring a review to: only whoever asked takes it back.
pub const STAGES: &[&str] = &["lodged", "accepted", "decided", "served", "refused"];

fn text(text: &str) -> String {
    text.to_owned()
}

/// A paper of the day, done by somebody.
fn by(number: &str) -> PaperForm {
    PaperForm {
        number: text("复1"),
        day: text("2016-02-16"),
        by: text(number),
        ..PaperForm::default()
    }
}

/// A review in a stage, of a decision on a person or on QX50.
pub async fn review(staff: &Staff, stage: &str, own: Option<&str>) -> Target {
    let held = matter::accountability(staff, "served", own).await;
    let accountability = held.params[0].1.parse().unwrap();
    let discipline = staff.county.account_named("discipline.unit").await;
    let speaker = if own.is_some() { "" } else { "G11" };
    let form = RequestForm { grounds: text("不服。"), paper: by(speaker), ..Default::default() };
    let act = AskReview { actor: discipline, accountability, is_recorded: true, form };
    let review = staff.county.done(act).await.review;
    let mut version = 1;
    if stage != "lodged" {
        let is_taken = stage != "refused";
        let form = IntakeForm { answer: text("材料齐全。"), paper: by("G13") };
        let act = TakeReview { actor: discipline, review, version, is_taken, form };
        version = staff.county.done(act).await.version;
    }
    if ["decided", "served"].contains(&stage) {
        version = decided(staff, review, (version, own)).await;
    }
    if stage == "served" {
        let act = ServeReview { actor: discipline, review, version, paper: by("G13") };
        version = staff.county.done(act).await.version;
    }
    let fields = vec![("version", version.to_string())];
    Target { params: vec![("id", review.to_string())], fields }
}

/// Upheld by three who had no part in it.
async fn decided(staff: &Staff, review: ReviewId, (version, own): (i64, Option<&str>)) -> i64 {
    let free = ["G11", "G12", "G8", "G14"].into_iter().filter(|number| Some(*number) != own);
    let panel = vec![free.take(3).collect::<Vec<_>>().join("、")];
    let form = ReviewForm {
        panel,
        outcome: text("upheld"),
        because: text("原决定无误。"),
        paper: by(""),
        ..ReviewForm::default()
    };
    let actor = staff.county.account_named("head.unit").await;
    staff.county.done(DecideReview { actor, review, version, form }).await.version
}
