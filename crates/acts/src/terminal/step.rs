//! The steps of a terminal: taken into service, refused, retired.

use super::load::begin;
use crate::ActError;
use qz_domain::id::{AccountId, TerminalId};
use qz_domain::procedure::Stepped;
use qz_domain::terminal::{Stage, Step};
use qz_store::{Act, Subject, Write, terminal};
use serde::{Deserialize, Serialize};

/// What a step on a terminal gives back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TerminalChanged {
    /// The version it made.
    pub version: i64,
    /// Where the terminal stands now.
    pub stage: Stage,
}

macro_rules! steps {
    ($($(#[$doc:meta])* $name:ident = $step:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone)]
        pub struct $name {
            /// Who does it.
            pub actor: AccountId,
            /// Which terminal.
            pub terminal: TerminalId,
            /// The version they read.
            pub version: i64,
        }

        impl Act for $name {
            type Receipt = TerminalChanged;
            type Error = ActError;

            async fn perform(self, write: &mut Write) -> Result<TerminalChanged, ActError> {
                step(write, (self.actor, self.terminal), (Step::$step, self.version)).await
            }
        }
    )+};
}

steps! {
    /// Takes a terminal into service (启用): from now on what it sends counts.
    TakeUpTerminal = TakeUp;
    /// Refuses a terminal (不予启用).
    RefuseTerminal = Refuse;
    /// Retires a terminal (停用): what it sent stays.
    RetireTerminal = Retire;
}

async fn step(
    write: &mut Write,
    who: (AccountId, TerminalId),
    (step, version): (Step, i64),
) -> Result<TerminalChanged, ActError> {
    let (actor, row) = begin(write, who, (step, version)).await?;
    terminal::update(write, &row).await?;
    write.record(actor.deed(step.action(), row.id.object())).await?;
    Ok(TerminalChanged { version: row.version, stage: row.stage })
}
