//! Take in what a terminal sent (接收打卡): one upload, one act, by nobody. What is there already is counted and stays as
//! it is, so that sending again does no harm; what cannot be a punch is set aside with its reason.

use crate::{ActError, Acts, digest};
use jiff::civil::DateTime;
use qz_domain::action::Action;
use qz_domain::id::{BatchId, TerminalId};
use qz_domain::punch::{Aside, Drift, attlog, isapi, operlog, place, prompt, set_aside};
use qz_domain::spelled::Spelled;
use qz_domain::terminal::{Kind, Stage};
use qz_store::punch::{Batch, Placed};
use qz_store::terminal::heard;
use qz_store::{Act, Chore, Deed, Free, StoreError, Subject, Write, punch, terminal};
use serde::{Deserialize, Serialize};

/// What a terminal may send that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Upload {
    /// Punches.
    Attlog(Vec<u8>),
    /// Its own doings.
    Operlog(Vec<u8>),
    /// A door controller's events, as lines of [`isapi`] with nothing in them that is not kept.
    Events(String),
}

/// Takes in an upload that was read and stripped.
#[derive(Debug, Clone)]
pub struct TakePunches {
    terminal: TerminalId,
    stamp: String,
    sent: Sent,
    hash: String,
    line_count: i64,
    drift: Option<Drift>,
}

/// What a terminal sent, read and stripped.
#[derive(Debug, Clone)]
struct Sent {
    /// Which terminals send such.
    kind: Kind,
    /// Which of its tables.
    source: &'static str,
    /// What is kept of it.
    text: String,
    /// Its lines.
    read: attlog::Read,
    /// The latest time of a line that may have been sent as it was made.
    latest: Option<DateTime>,
}

/// What came of an upload.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Lines that are punches now.
    pub taken: i64,
    /// Lines that were there before.
    pub repeated: i64,
    /// Lines that were set aside.
    pub aside: i64,
}

impl Act for TakePunches {
    type Receipt = Taken;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<Taken, ActError> {
        let Self { terminal: id, stamp, sent, hash, line_count, drift } = self;
        let Sent { kind, source, text, read, latest } = sent;
        let found = terminal::find(write.reads(), id).await?;
        if found.is_none_or(|one| one.stage != Stage::InService || one.kind != kind) {
            return Err(ActError::Forbidden(Action::PunchTake));
        }
        let prompt = latest.and_then(|latest| prompt(latest, write.now()));
        let drift = match drift.or(prompt) {
            Some(drift) => Some(drift),
            None => heard::drift(write.reads(), id).await?,
        };
        let batch = BatchId(write.next_id());
        let received_at = write.now();
        let batch =
            Batch { id: batch, terminal: id, source, stamp, hash, line_count, received_at, drift };
        punch::insert_batch(write, &batch, text.into_bytes()).await?;
        let (punches, asides) = sort(read, drift, received_at);
        let taken = punch::insert(write, &batch, &punches).await?;
        punch::insert_asides(write, batch.id, &asides).await?;
        heard::advance(write.free(), id, (source, &batch.stamp), drift).await?;
        let deed = Deed {
            kind: Action::PunchTake.code(),
            object: batch.id.object(),
            by: None,
            recorded_by: None,
            paper: None,
            remark: String::new(),
        };
        punch::record(write, deed, (&batch, &punches, &asides, taken)).await?;
        let taken = taken.cast_signed();
        let count = |len: usize| i64::try_from(len).unwrap_or(i64::MAX);
        let repeated = count(punches.len()) - taken;
        Ok(Taken { taken, repeated, aside: count(asides.len()) })
    }
}

/// Gives every line its instant, or sets it aside.
pub(crate) fn sort(
    read: attlog::Read,
    drift: Option<Drift>,
    now: jiff::Timestamp,
) -> (Vec<Placed>, Vec<Aside>) {
    let attlog::Read { lines, mut asides } = read;
    let mut punches = Vec::with_capacity(lines.len());
    let mut before: Option<DateTime> = None;
    for line in lines {
        let reason = set_aside(line.shown, drift, now);
        match (reason, place(line.shown, before, (drift, now))) {
            (None, Some((at, clock))) => {
                before = Some(line.shown);
                punches.push(Placed { line, at, clock });
            }
            (reason, _) => {
                let reason = reason.unwrap_or(qz_domain::punch::Reason::Time);
                let text = format!("{}\t{}", line.pin, line.shown);
                asides.push(Aside { number: line.number, reason, text });
            }
        }
    }
    (punches, asides)
}

/// Remembers how far a terminal has sent, where nothing is kept of what it sent.
struct Advance(TerminalId, &'static str, String);

impl Chore for Advance {
    type Output = ();

    async fn run(self, free: &mut Free) -> Result<(), StoreError> {
        heard::advance(free, self.0, (self.1, &self.2), None).await
    }
}

impl Acts {
    /// Takes in what a terminal sent, once it was let in; the answer comes after the commit. The same upload again, with the same stamp,
    /// does nothing and gives the same answer.
    ///
    /// # Errors
    /// Forbidden where the terminal is not in service; otherwise when the store fails. Nothing is kept then.
    pub async fn take_upload_of(
        &self,
        terminal: TerminalId,
        (upload, stamp): (Upload, String),
        drift: Option<Drift>,
    ) -> Result<Taken, ActError> {
        let sent = Sent::of(upload);
        if sent.text.is_empty() {
            self.writer().chore(Advance(terminal, sent.source, stamp)).await?;
            return Ok(Taken::default());
        }
        let act = TakePunches::new(terminal, (sent, stamp), drift);
        let stamp = digest::sha256(&act.stamp);
        let request = format!("punch:{terminal}:{}:{}:{stamp}", act.sent.source, act.hash);
        Ok(self.perform(request, act).await?.receipt)
    }
}

impl Sent {
    /// Reads and strips what a terminal sent.
    fn of(upload: Upload) -> Self {
        match upload {
            Upload::Attlog(body) => {
                let text = attlog::strip(&body);
                let read = attlog::read(&text);
                let latest = read.lines.iter().map(|line| line.shown).max();
                Self { kind: Kind::Iclock, source: "ATTLOG", text, read, latest }
            }
            Upload::Operlog(body) => {
                let (text, read) = (operlog::strip(&body).text, attlog::Read::default());
                Self { kind: Kind::Iclock, source: "OPERLOG", text, read, latest: None }
            }
            Upload::Events(text) => {
                let (read, latest) = isapi::read(&text);
                Self { kind: Kind::Hikvision, source: "ISAPI", text, read, latest }
            }
        }
    }
}

impl TakePunches {
    fn new(terminal: TerminalId, (sent, stamp): (Sent, String), drift: Option<Drift>) -> Self {
        let hash = digest::sha256(&sent.text);
        let line_count = i64::try_from(sent.text.lines().count()).unwrap_or(i64::MAX);
        Self { terminal, stamp, sent, hash, line_count, drift }
    }

    /// A line that a kiosk wrote, by our own clock.
    pub(super) fn at_kiosk(terminal: TerminalId, line: String, drift: Drift) -> Self {
        let read = attlog::read(&line);
        let sent = Sent { kind: Kind::Kiosk, source: "KIOSK", text: line, read, latest: None };
        Self::new(terminal, (sent, String::new()), Some(drift))
    }

    /// What a terminal whose clock is right sends of a day at once, as a script has it.
    pub(crate) fn scripted(terminal: TerminalId, lines: &str, drift: Drift) -> Self {
        let sent = Sent::of(Upload::Attlog(lines.as_bytes().to_vec()));
        Self::new(terminal, (sent, String::new()), Some(drift))
    }
}
