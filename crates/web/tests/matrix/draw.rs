//! Targets of the draws' family: a draw of QX50, brought to a stage by the personas of three units.

use super::staff::Staff;
use super::target::Target;
use qz_acts::draw::{AnnounceDraw, CallOffDraw, DrawForm, EnterDraw, MakeDraw};
use qz_acts::log::LogKeeper;
use qz_domain::id::DrawId;
use qz_domain::role::Role;
use qz_testkit::engines::chance;

/// The stages of draws.
pub const STAGES: &[&str] = &["announced", "entered_once", "entered", "drawn", "called_off"];

/// A draw in a stage.
pub async fn draw(staff: &Staff, stage: &str) -> Target {
    let county = &staff.county;
    let text = str::to_owned;
    let form = DrawForm {
        organ: text("QX50"),
        purpose: text("节后在岗情况"),
        cover: text("open"),
        units: text("QX20、QX30、QX40"),
        take: text("1"),
        ..DrawForm::default()
    };
    // The office's own clerks of these tests are nobody: those of the fixture are somebody.
    let actor = county.account(Role::Clerk).await;
    let draw = county.done(AnnounceDraw { actor, form }).await.draw;
    let parties = [actor, county.account(Role::Discipline).await];
    let far = STAGES.iter().position(|one| *one == stage).unwrap();
    let entries = if stage == "called_off" { 0 } else { far.min(2) };
    for (version, actor) in (1..).zip(parties).take(entries) {
        let text = text("正月十六 晴");
        county.done(EnterDraw { actor, draw, version, text }).await;
    }
    match stage {
        "drawn" => make(staff, draw).await,
        "called_off" => {
            let reason = text("改期");
            county.done(CallOffDraw { actor, draw, version: 1, reason }).await;
        }
        _ => {}
    }
    let version = if stage == "called_off" { 2 } else { far + 1 };
    let fields = vec![("version", version.to_string())];
    Target { params: vec![("id", draw.to_string())], fields }
}

/// Draws, once the log is signed.
async fn make(staff: &Staff, draw: DrawId) {
    let folder = tempfile::tempdir().unwrap();
    LogKeeper::create(folder.path(), "qianxi.example/acts", &*chance()).unwrap();
    let keeper = LogKeeper::open(staff.county.acts.clone(), folder.path()).unwrap();
    keeper.sign_now().await.unwrap();
    let actor = staff.county.account(Role::Clerk).await;
    staff.county.done(MakeDraw { actor, draw, version: 3 }).await;
}
