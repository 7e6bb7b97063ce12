//! Targets of the sealed sources' family: the source of a finding of QX50, asked for and brought to a stage.

use super::matter;
use super::staff::Staff;
use super::target::Target;
use jiff::SignedDuration;
use qz_acts::Acts;
use qz_acts::account::{ConfirmRole, ProposeRole, RoleForm};
use qz_acts::matter::PaperForm;
use qz_acts::sealed::{
    AnswerOpening, AskForm, AskOpening, EndOpening, SealForm, SealSource, Verdict,
};
use qz_domain::id::{AccountId, FindingId, OpeningId};
use qz_domain::role::Role;
use qz_testkit::engines::{MORNING, acts_at};

/// The stages of openings.
pub const STAGES: &[&str] = &["requested", "opened", "denied", "expired", "ended"];

/// The discipline officer whose own a record may be.
const OFFICER: &str = "G11";

fn by(number: &str) -> PaperForm {
    let (number, by) = ("纸2".to_owned(), number.to_owned());
    PaperForm { number, day: "2016-02-16".to_owned(), by, ..PaperForm::default() }
}

/// An opening in a stage, asked for by that person; by G13 otherwise.
pub async fn opening(staff: &Staff, stage: &str, own: Option<&'static str>) -> Target {
    let (county, asker) = (&staff.county, asker(stage, own));
    let found = matter::finding(staff, "registered", None).await;
    let finding: FindingId = found.params[0].1.parse().unwrap();
    let actor = county.account_named("discipline.unit").await;
    let form = SealForm { words: "一位老邻居".to_owned(), paper: by("G1") };
    county.done(SealSource { actor, finding, form }).await;
    let form = AskForm {
        purpose: "protect".to_owned(),
        reason: "有人打听是谁反映的。".to_owned(),
        paper: by(asker),
    };
    let opening = county.done(AskOpening { actor, finding, form }).await.opening;
    let (second, request) = (second(staff).await, county.acts.new_request());
    match stage {
        "opened" => answer((&county.acts, &request), second, (opening, Verdict::Approve)).await,
        "denied" => answer((&county.acts, &request), second, (opening, Verdict::Deny)).await,
        "expired" => {
            let then = MORNING - SignedDuration::from_hours(25);
            let earlier = acts_at(&staff.url(), then).await;
            answer((&earlier, &request), second, (opening, Verdict::Approve)).await;
            county.acts.expire_openings().await.unwrap();
        }
        "ended" => {
            let name = if asker == OFFICER { "discipline.own" } else { "discipline" };
            let actor = county.account_named(name).await;
            county.done(EndOpening { actor, opening, version: 1 }).await;
        }
        _ => {}
    }
    let version = if stage == "expired" { "3" } else { "2" };
    let version = if stage == "requested" { "1" } else { version };
    let fields = vec![("version", version.to_owned())];
    Target { params: vec![("id", opening.to_string())], fields }
}

async fn answer(
    (acts, request): (&Acts, &str),
    actor: AccountId,
    (opening, verdict): (OpeningId, Verdict),
) {
    let act =
        AnswerOpening { actor, opening, version: 1, verdict, answer: "知道了。".to_owned() };
    acts.perform(request.to_owned(), act).await.unwrap();
}

/// Whoever asked, where only a discipline officer ends what they asked for; G13 otherwise.
fn asker(stage: &str, own: Option<&'static str>) -> &'static str {
    match own {
        Some(number) if stage != "ended" || number == OFFICER => number,
        _ => "G13",
    }
}

/// A second one from elsewhere: who has no tie to QX50 and brought nothing in.
async fn second(staff: &Staff) -> AccountId {
    let (county, account) = (&staff.county, staff.county.account(Role::Hr).await);
    let actor = county.account(Role::System).await;
    let form = RoleForm { role: "adjudicator".to_owned(), unit: "QX50".to_owned() };
    // The first target gave the role; it stays.
    if let Ok(proposed) = county.try_act(ProposeRole { actor, account, form }).await {
        let actor = county.account(Role::Security).await;
        county.done(ConfirmRole { actor, grant: proposed.grant }).await;
    }
    account
}
