//! Targets of the terminals' family: one in 枫渡镇, brought to a stage.

use super::staff::Staff;
use super::target::Target;
use qz_acts::terminal::{RefuseTerminal, RetireTerminal, TakeUpTerminal};
use qz_domain::role::Role;
use qz_testkit::terminal::pending;
use std::sync::atomic::{AtomicU32, Ordering};

/// The stages of terminals.
pub const STAGES: &[&str] = &["pending", "in_service", "refused", "retired"];

/// A terminal in a stage, with a number on the box that no other has.
pub async fn terminal(staff: &Staff, stage: &str) -> Target {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let county = &staff.county;
    let serial = format!("BOX{:06}", NEXT.fetch_add(1, Ordering::Relaxed));
    let terminal = pending(county, &serial).await;
    let actor = county.account(Role::Hr).await;
    let mut version = 1;
    if stage == "refused" {
        version = county.done(RefuseTerminal { actor, terminal, version }).await.version;
    }
    if matches!(stage, "in_service" | "retired") {
        version = county.done(TakeUpTerminal { actor, terminal, version }).await.version;
    }
    if stage == "retired" {
        version = county.done(RetireTerminal { actor, terminal, version }).await.version;
    }
    let fields = vec![("version", version.to_string())];
    Target { params: vec![("id", terminal.to_string())], fields }
}
