//! Targets of the rectifications' family: what follows from a finding of QX50, which handles it itself,
//! brought to a stage on papers that accounts without a person key.

use super::matter;
use super::staff::Staff;
use super::target::Target;
use qz_acts::matter::PaperForm;
use qz_acts::rectification::{
    CheckForm, CheckRectification, ClaimRectification, OrderForm, OrderRectification,
    PlanRectification,
};
use qz_domain::id::RectificationId;
use qz_domain::role::Role;

/// The stages that a record made today can come to: a revisit is months away.
pub const STAGES: &[&str] = &["ordered", "planned", "claimed", "returned", "escalated", "closed"];

fn text(text: &str) -> String {
    text.to_owned()
}

/// A paper of the day, done by somebody.
fn by(number: &str) -> PaperForm {
    PaperForm {
        number: text("改1"),
        day: text("2016-02-16"),
        by: text(number),
        ..PaperForm::default()
    }
}

/// A rectification in a stage.
pub async fn rectification(staff: &Staff, stage: &str) -> Target {
    let finding = matter::finding(staff, "upheld", None).await;
    let finding = finding.params[0].1.parse().unwrap();
    let actor = staff.county.account_named("adjudicator.unit").await;
    let (item, standard) = (text("窗口无人。"), text("窗口有人。"));
    let form = OrderForm { item, standard, paper: by("G10"), ..OrderForm::default() };
    let act = OrderRectification { actor, finding, form };
    let id = staff.county.done(act).await.rectification;
    let mut version = 1;
    if stage != "ordered" {
        let actor = staff.county.account_named("head.unit").await;
        let (plan, paper) = (text("每天点名。"), by("G5"));
        let act = PlanRectification { actor, rectification: id, version, plan, paper };
        version = staff.county.done(act).await.version;
    }
    let checks: &[&str] = match stage {
        "ordered" | "planned" => &[],
        "claimed" => &[""],
        "returned" => &["no"],
        "escalated" => &["no", "no", "no"],
        _ => &["yes"],
    };
    for passed in checks {
        version = claimed(staff, id, version).await;
        if !passed.is_empty() {
            version = checked(staff, id, version, passed).await;
        }
    }
    let fields = vec![("version", version.to_string())];
    Target { params: vec![("id", id.to_string())], fields }
}

async fn claimed(staff: &Staff, rectification: RectificationId, version: i64) -> i64 {
    let actor = staff.county.account_named("head.unit").await;
    let (claim, paper) = (text("每天有人。"), by("G5"));
    let act = ClaimRectification { actor, rectification, version, claim, paper };
    staff.county.done(act).await.version
}

async fn checked(staff: &Staff, rectification: RectificationId, version: i64, passed: &str) -> i64 {
    let actor = staff.county.account(Role::Clerk).await;
    let (result, affected) = (text("看了三天。"), text("有人接待。"));
    let form = CheckForm { passed: text(passed), result, affected, paper: by("") };
    let act = CheckRectification { actor, rectification, version, is_revisit: false, form };
    staff.county.done(act).await.version
}
