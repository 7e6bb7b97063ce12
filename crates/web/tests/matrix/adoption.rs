//! Targets of the schemes' family: one of QX50, brought to a stage on papers that accounts without a person key.

use super::staff::Staff;
use super::target::Target;
use qz_acts::adoption::{AdoptionForm, ApproveAdoption, DraftAdoption, DropAdoption, EndAdoption};
use qz_acts::matter::PaperForm;
use qz_domain::id::AdoptionId;

/// The stages of schemes.
pub const STAGES: &[&str] = &["drafted", "in_force", "ended", "dropped"];

const TEXT: &str = "机制 委内督办 代号=\"our-asks\" {
    单位 县纪委
    周期 每月
    问 部署 截止=\"20日\" { 栏 事项 类型=文字 }
}
";

/// A paper of the day, done by somebody.
fn by(number: &str) -> PaperForm {
    PaperForm {
        number: "机制1".to_owned(),
        day: "2016-02-16".to_owned(),
        by: number.to_owned(),
        ..PaperForm::default()
    }
}

async fn drafted(staff: &Staff) -> AdoptionId {
    let actor = staff.county.account_named("discipline.unit").await;
    let form = AdoptionForm {
        unit: "QX50".to_owned(),
        covers: "alone".to_owned(),
        text: TEXT.to_owned(),
        paper: by("G13"),
    };
    staff.county.done(DraftAdoption { actor, form }).await.adoption
}

/// A scheme in a stage.
pub async fn adoption(staff: &Staff, stage: &str) -> Target {
    let county = &staff.county;
    let adoption = drafted(staff).await;
    let (discipline, secretary) = (
        county.account_named("discipline.unit").await,
        county.account_named("first-secretary.unit").await,
    );
    let reason = "不办了。".to_owned();
    if stage == "dropped" {
        let paper = by("G13");
        county.done(DropAdoption { actor: discipline, adoption, version: 1, reason, paper }).await;
    } else if stage != "drafted" {
        let (since, paper) = ("2016-03-01".to_owned(), by("G10"));
        let reason = String::new();
        let act = ApproveAdoption { actor: secretary, adoption, version: 1, since, reason, paper };
        county.done(act).await;
    }
    if stage == "ended" {
        let (until, paper) = ("2016-06-30".to_owned(), by("G10"));
        let reason = "任务完成。".to_owned();
        let act = EndAdoption { actor: secretary, adoption, version: 2, until, reason, paper };
        county.done(act).await;
    }
    let version = match stage {
        "drafted" => 1,
        "ended" => 3,
        _ => 2,
    };
    let fields = [
        ("version", version.to_string()),
        ("covers", "below".to_owned()),
        ("scheme_text", TEXT.to_owned()),
        ("since", "2016-03-01".to_owned()),
        ("until", "2016-06-30".to_owned()),
        ("reason", "不办了。".to_owned()),
    ];
    Target { params: vec![("id", adoption.to_string())], fields: fields.to_vec() }
}
