//! The kiosk (打卡台): a page by a unit's door that is a terminal. Somebody swipes a card, or types their work number with
//! their number at this terminal; the time is ours. What is kept is kept by [`TakePunches`] like any other punch.
//!
//! A number at a terminal is no password: personnel reads it, as it reads every terminal's. So a card's number alone is
//! enough only when it is long, a short one needs the work number with it, and whoever guesses must wait.

use super::take::TakePunches;
use crate::identity::limits::{Since, wait};
use crate::identity::{hash, hash_of_typed_code};
use crate::{ActError, Acts};
use jiff::Timestamp;
use qz_domain::instant;
use qz_domain::person::Person;
use qz_domain::punch::Drift;
use qz_domain::terminal::{Kind, Pin, Stage, Terminal};
use qz_domain::unit::Unit;
use qz_store::sign_in::{self, Attempt};
use qz_store::terminal::{key, pin};
use qz_store::{Chore, Free, StoreError, person, terminal, unit};

/// The fewest characters of a card's number.
pub const CARD_LEAST: usize = 8;
/// The fewest characters of a number that is typed with the work number.
pub const NUMBER_LEAST: usize = 4;
/// The most characters of either that are looked at.
const TYPED_MOST: usize = 64;
/// How a punch says that it was by card.
const BY_CARD: i64 = 2;
/// How a punch says that it was by numbers that were typed.
const BY_NUMBER: i64 = 3;

/// A kiosk that was opened, whatever stage it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kiosk {
    /// The terminal it is.
    pub terminal: Terminal,
    /// The unit it stands in.
    pub unit: Unit,
}

/// What somebody gave at a kiosk.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KioskForm {
    /// 卡号或工号
    pub shown: String,
    /// 考勤编号: their number at this terminal; empty with a card.
    pub number: String,
}

/// Who punched, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KioskPunched {
    /// Their name; to be shown masked.
    pub name: String,
    /// When.
    pub at: Timestamp,
    /// Whether this very form was sent before, so that nothing new was kept.
    pub repeated: bool,
}

/// Why a kiosk took no punch.
#[derive(Debug, thiserror::Error)]
pub enum KioskFault {
    /// No kiosk has this key.
    #[error("no kiosk has this key")]
    Shut,
    /// The kiosk is not in service.
    #[error("the kiosk is not in service")]
    Waiting,
    /// Too short for a card, and no number with it.
    #[error("too short for a card, and no number with it")]
    Short,
    /// Nobody is known by what was given, or not by both together.
    #[error("nobody is known by this")]
    Unknown,
    /// Too many tries.
    #[error("too many tries; {seconds} seconds to wait")]
    TooSoon {
        /// How long to wait.
        seconds: u32,
    },
    /// What any act can say.
    #[error(transparent)]
    Act(#[from] ActError),
}

impl From<StoreError> for KioskFault {
    fn from(fault: StoreError) -> Self {
        Self::Act(fault.into())
    }
}

impl Acts {
    /// The kiosk that a key opens, whatever stage it is in; `None` where it opens none.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn kiosk(&self, shown: &str) -> Result<Option<Kiosk>, ActError> {
        let mut conn = self.reader().await?;
        let Some(id) = key::holder(&mut conn, &hash_of_typed_code(shown)).await? else {
            return Ok(None);
        };
        let found = terminal::find(&mut conn, id).await?.filter(|one| one.kind == Kind::Kiosk);
        let Some(terminal) = found else { return Ok(None) };
        let unit = unit::find(&mut conn, terminal.unit).await?.ok_or(ActError::NotFound)?;
        Ok(Some(Kiosk { terminal, unit }))
    }

    /// Takes a punch at the kiosk that a key opens, now.
    ///
    /// # Errors
    /// Every [`KioskFault`]; nothing is kept then but that somebody tried.
    pub async fn kiosk_punch(
        &self,
        (shown, request): (&str, &str),
        form: &KioskForm,
    ) -> Result<KioskPunched, KioskFault> {
        let kiosk = self.kiosk(shown).await?.ok_or(KioskFault::Shut)?;
        if kiosk.terminal.stage != Stage::InService {
            return Err(KioskFault::Waiting);
        }
        let claim = Claim::read(form)?;
        let id = kiosk.terminal.id;
        let (pin, verify) = (claim.pin.clone(), claim.verify());
        let found = self.writer().chore(Ask { terminal: kiosk.terminal, claim }).await?;
        let found = found.map_err(|seconds| KioskFault::TooSoon { seconds })?;
        let name = found.ok_or(KioskFault::Unknown)?.name;
        let at = self.now();
        let shown = instant::civil(at).strftime("%Y-%m-%d %H:%M:%S");
        let line = format!("{pin}\t{shown}\t255\t{verify}\n");
        let act = TakePunches::at_kiosk(id, line, Drift { seconds: 0, measured_at: at });
        let done = self.perform(format!("kiosk:{id}:{request}"), act).await?;
        Ok(KioskPunched { name, at, repeated: done.repeated })
    }
}

/// Who somebody says they are.
#[derive(Debug, Clone)]
struct Claim {
    /// Their work number, where they typed it.
    work_number: Option<String>,
    /// Their number at the terminal, or their card's.
    pin: Pin,
}

impl Claim {
    fn read(form: &KioskForm) -> Result<Self, KioskFault> {
        let cut = |text: &str| text.trim().chars().take(TYPED_MOST).collect::<String>();
        let (shown, number) = (cut(&form.shown), cut(&form.number));
        let (work_number, pin, least) = if number.is_empty() {
            (None, shown, CARD_LEAST)
        } else {
            (Some(shown), number, NUMBER_LEAST)
        };
        if pin.chars().count() < least {
            return Err(KioskFault::Short);
        }
        let pin = pin.parse().map_err(|()| KioskFault::Unknown)?;
        Ok(Self { work_number, pin })
    }

    fn verify(&self) -> i64 {
        if self.work_number.is_some() { BY_NUMBER } else { BY_CARD }
    }

    /// Whose tries are counted: those with one work number, or with one card, at this kiosk.
    fn attempt(&self, terminal: &Terminal) -> Attempt {
        let place = hash(&format!("kiosk {}", terminal.id));
        let who = self.work_number.as_deref().unwrap_or(self.pin.as_str());
        let name = hash(&format!("kiosk {} {who}", terminal.id));
        Attempt { name, address: place.clone(), network: place }
    }
}

/// Asks who it is, unless there were too many tries; a try that leads to nobody counts.
struct Ask {
    terminal: Terminal,
    claim: Claim,
}

impl Chore for Ask {
    type Output = Result<Option<Person>, u32>;

    async fn run(self, free: &mut Free) -> Result<Self::Output, StoreError> {
        let (now, attempt) = (free.now(), self.claim.attempt(&self.terminal));
        let since = Since::before(now);
        let (pair, hour, familiar) = (since.pair, since.hour, since.familiar);
        let earlier = sign_in::failures(free.reads(), &attempt, pair, hour, familiar).await?;
        let seconds = wait(&earlier, now);
        if seconds > 0 {
            return Ok(Err(seconds));
        }
        let found = self.found(free, now).await?;
        match &found {
            Some(_) => sign_in::forget(free, &attempt).await?,
            None => sign_in::fail(free, &attempt, now).await?,
        }
        Ok(Ok(found))
    }
}

impl Ask {
    async fn found(&self, free: &mut Free, now: Timestamp) -> Result<Option<Person>, StoreError> {
        let today = instant::day(now);
        let rows = pin::of_pin(free.reads(), &self.terminal.numbering, &self.claim.pin).await?;
        let holds = |row: &&qz_domain::terminal::PinOf| {
            row.since <= today && row.until.is_none_or(|until| today <= until)
        };
        let Some(row) = rows.iter().find(holds) else { return Ok(None) };
        let found = person::find(free.reads(), row.person).await?;
        let is_theirs = |one: &Person| {
            let said = self.claim.work_number.as_ref();
            said.is_none_or(|said| said.eq_ignore_ascii_case(&one.number))
        };
        Ok(found.filter(is_theirs))
    }
}
