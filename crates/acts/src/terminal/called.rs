//! What the terminal port asks: who calls, how far it has sent, what waits for it, and what it answered.

use crate::identity::{hash_of_typed_code, same};
use crate::{ActError, Acts};
use jiff::{SignedDuration, Timestamp};
use qz_domain::id::TerminalId;
use qz_domain::punch::Drift;
use qz_domain::terminal::command::{ORDERS_MOST, delivery};
use qz_domain::terminal::{Kind, Serial, Stage, Terminal};
use qz_store::terminal::{heard, key, order, run};
use qz_store::{Chore, Free, StoreError, terminal};

/// How long an order that went out is given to be answered before it goes out again.
const PATIENCE: SignedDuration = SignedDuration::from_secs(60);

/// Who called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Called {
    /// A terminal in service.
    InService(Terminal),
    /// A box that is not registered, or not in service: it is to keep what it has.
    Waiting,
}

/// Remembers that somebody called.
enum Note {
    Heard(TerminalId, Timestamp, Option<Drift>),
    Knocked(Serial),
}

impl Chore for Note {
    type Output = ();

    async fn run(self, free: &mut Free) -> Result<(), StoreError> {
        match self {
            Self::Heard(id, at, drift) => heard::note(free, id, at, drift).await,
            Self::Knocked(serial) => heard::knock(free, &serial).await,
        }
    }
}

/// What a terminal that was let in tells besides punches.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heard {
    /// How far its clock is off, where it said what it shows.
    pub drift: Option<Drift>,
    /// The numbers of the events that came, each with whether it came as it happened.
    pub numbers: Vec<(i64, bool)>,
}

struct Told(TerminalId, Heard);

impl Chore for Told {
    type Output = ();

    async fn run(self, free: &mut Free) -> Result<(), StoreError> {
        let (Self(id, heard), now) = (self, free.now());
        heard::note(free, id, now, heard.drift).await?;
        for number in heard.numbers {
            run::note(free, id, number).await?;
        }
        Ok(())
    }
}

struct Sent(Vec<i64>);

impl Chore for Sent {
    type Output = ();

    async fn run(self, free: &mut Free) -> Result<(), StoreError> {
        order::sent(free, &self.0).await
    }
}

struct Answered(TerminalId, Vec<(i64, i64)>);

impl Chore for Answered {
    type Output = usize;

    async fn run(self, free: &mut Free) -> Result<usize, StoreError> {
        let mut known = 0;
        for result in self.1 {
            known += usize::from(order::answered(free, self.0, result).await?);
        }
        Ok(known)
    }
}

impl Acts {
    /// Who calls by the number on the box. With `note` it is remembered that they called, and how far their clock is off
    /// where they said what it shows.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn terminal_called(
        &self,
        serial: &Serial,
        (note, drift): (bool, Option<Drift>),
    ) -> Result<Called, ActError> {
        let found = terminal::find_by_serial(&mut self.reader().await?, serial).await?;
        let chore = match &found {
            Some(one) => Note::Heard(one.id, self.now(), drift),
            None => Note::Knocked(serial.clone()),
        };
        if note {
            self.writer().chore(chore).await?;
        }
        Ok(match found {
            Some(one) if one.stage == Stage::InService && one.kind == Kind::Iclock => {
                Called::InService(one)
            }
            _ => Called::Waiting,
        })
    }

    /// Who calls by number and key. Whoever is not registered is remembered with `note`; whoever shows a wrong key is
    /// not let in and learns nothing of it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn terminal_called_with_key(
        &self,
        (serial, shown): (&Serial, &str),
        note: bool,
    ) -> Result<Called, ActError> {
        let mut conn = self.reader().await?;
        let Some(found) = terminal::find_by_serial(&mut conn, serial).await? else {
            drop(conn);
            if note {
                self.writer().chore(Note::Knocked(serial.clone())).await?;
            }
            return Ok(Called::Waiting);
        };
        let kept = key::hash_of(&mut conn, found.id).await?;
        if !kept.is_some_and(|kept| same(&kept, &hash_of_typed_code(shown))) {
            tracing::warn!(terminal.id = found.id.0, "somebody calls with a wrong key");
            return Ok(Called::Waiting);
        }
        let is_one = found.stage == Stage::InService && found.kind == Kind::Hikvision;
        Ok(if is_one { Called::InService(found) } else { Called::Waiting })
    }

    /// Remembers what a terminal told besides punches.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn terminal_told(&self, id: TerminalId, heard: Heard) -> Result<(), ActError> {
        Ok(self.writer().chore(Told(id, heard)).await?)
    }

    /// How far a terminal has sent of a table, in its own words; `0` asks it for all it has.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn terminal_stamps(&self, id: TerminalId) -> Result<(String, String), ActError> {
        let stamps = heard::stamps(&mut self.reader().await?, id).await?;
        let of = |source: &str| {
            let found = stamps.iter().find(|(name, _)| name == source);
            found.map_or_else(|| "0".to_owned(), |(_, stamp)| stamp.clone())
        };
        Ok((of("ATTLOG"), of("OPERLOG")))
    }

    /// The orders a terminal is sent now; they go out again until it answers.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn terminal_orders(&self, id: TerminalId) -> Result<String, ActError> {
        let before = self.now().saturating_sub(PATIENCE).unwrap_or(Timestamp::MIN);
        let most = i64::try_from(ORDERS_MOST).unwrap_or(i64::MAX);
        let waiting = order::waiting(&mut self.reader().await?, id, (before, most)).await?;
        if waiting.is_empty() {
            return Ok(String::new());
        }
        let (body, sent) = delivery(&waiting);
        self.writer().chore(Sent(sent)).await?;
        Ok(body)
    }

    /// Keeps what a terminal answered to its orders; tells how many of them there are.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn terminal_answered(
        &self,
        id: TerminalId,
        results: Vec<(i64, i64)>,
    ) -> Result<usize, ActError> {
        Ok(self.writer().chore(Answered(id, results)).await?)
    }
}
