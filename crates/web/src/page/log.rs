//! The log (账本): its files for machines, the page where anybody checks an entry, and the
//! auditor's page of acts.

mod audit;
mod publish;
mod verify;

use crate::app::{Room, WebConfig, WebState};
use crate::door::{Doors, Method::Get, Scope};
use crate::error::WebError;
use crate::part::{Light, LightState};
use crate::shell::{LedgerHint, Shell};
use qz_acts::log::{PublicLog, SelfCheck, Standing};
use qz_domain::action::Action;
use qz_domain::instant;
use qz_domain::spelled::Spelled;

/// The doors of the log, where the installation has one.
pub(crate) fn doors(doors: Doors, config: &WebConfig) -> Doors {
    if config.log.is_none() {
        return doors;
    }
    let doors = doors
        .public(Get, "/log/checkpoint", publish::checkpoint)
        .public(Get, "/log/vkeys", publish::vkeys)
        .public(Get, "/log/tile/{*path}", publish::tile)
        .public(Get, "/verify", verify::show)
        .public(Get, "/verify/{leaf}/entry", verify::entry)
        .public(Get, "/verify/{leaf}/proof", verify::proof)
        .navigation("/verify", "nav-verify");
    if !config.serves(Room::Desk) {
        return doors;
    }
    doors
        .rail("rail-officers", "/desk/log", "rail-log", Action::LogRead)
        .door(Get, "/desk/log", Action::LogRead, Scope::Reach, audit::show)
        .door(Get, "/desk/log/export.csv", Action::LogRead, Scope::Reach, audit::export)
        .door(Get, "/desk/log/export.xlsx", Action::LogRead, Scope::Reach, audit::export)
}

fn log_of(state: &WebState) -> Result<&PublicLog, WebError> {
    state.config.log.as_ref().ok_or(WebError::NotFound)
}

/// What a kind of act is called; a code that is no action's stands for itself.
pub(super) fn act_name(shell: &Shell, kind: &str) -> String {
    Action::from_code(kind).map_or_else(|| kind.to_owned(), |action| shell.words.term(action))
}

/// How the log stands, as both pages show it.
struct Facts {
    size: String,
    root: String,
    unsigned: u64,
    /// What the newest checkpoint covers.
    checkpoint: Option<String>,
    /// How the latest self-check ended, and what it found.
    check: Option<(Light, String)>,
    vkey: String,
}

impl Facts {
    /// Reads them, and tells the footer of the page.
    async fn read(state: &WebState, shell: &mut Shell) -> Result<Self, WebError> {
        let log = log_of(state)?;
        let Standing { head, checkpoint } = log.standing().await.map_err(WebError::internal)?;
        shell.ledger = Some(LedgerHint { size: head.size, root: head.root.to_hex() });
        let checkpoint = checkpoint.map(|kept| {
            let until = instant::civil(kept.until);
            let until = shell.words.date_time(until);
            shell.say_with("log-checkpoint", &[("size", kept.size.into()), ("until", until.into())])
        });
        Ok(Self {
            size: shell.words.number(head.size),
            root: head.root.to_hex(),
            unsigned: head.unsigned(),
            checkpoint,
            check: log.last_check().map(|check| told(shell, &check)),
            vkey: log.key().to_string(),
        })
    }
}

/// The latest self-check as a light, and what it found in words.
fn told(shell: &Shell, check: &SelfCheck) -> (Light, String) {
    let at = shell.words.date_time(instant::civil(check.at));
    let Ok(found) = &check.outcome else {
        let light = Light::new(LightState::Stop, shell.say("log-check-failed"));
        return (light, shell.say_with("log-check-failed-text", &[("at", at.into())]));
    };
    let values =
        [("at", at.into()), ("size", found.size.into()), ("objects", found.objects.into())];
    let light = Light::new(LightState::Ok, shell.say("log-check-passed"));
    (light, shell.say_with("log-check-passed-text", &values))
}
