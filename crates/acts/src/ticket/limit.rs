//! How often a connection may knock (限度): how many tickets it sends in a day, how often it tries a
//! receipt. No address is kept: only a hash with a salt that lives and dies with the program.

use crate::identity::limits::{Since, wait};
use crate::identity::{hash, hash_of_typed_code};
use crate::{ActError, Acts};
use qz_domain::id::TicketId;
use qz_domain::instant;
use qz_domain::number::TicketNumber;
use qz_store::sign_in::{self, Attempt};
use qz_store::{Chore, Free, StoreError, ticket};
use std::fmt::Write as _;
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

/// The salt of this run of the program.
#[derive(Debug, Clone, Default)]
pub(crate) struct Connections(Arc<OnceLock<[u8; 32]>>);

/// Why a receipt opens nothing.
#[derive(Debug, thiserror::Error)]
pub enum TicketError {
    /// No such number, or not its code: nobody is told which.
    #[error("no ticket has this number and this code")]
    Wrong,
    /// Too many tries; the next may come after `seconds`.
    #[error("too many tries; wait {seconds} seconds")]
    TooSoon {
        /// How long to wait.
        seconds: u32,
    },
    /// The act or the store failed.
    #[error("the receipt could not be looked up")]
    Act(#[from] ActError),
}

impl From<StoreError> for TicketError {
    fn from(fault: StoreError) -> Self {
        Self::Act(fault.into())
    }
}

impl Acts {
    /// What stands for a connection on this day, and for nothing tomorrow.
    pub fn connection(&self, from: IpAddr) -> String {
        let salt = self.connections.0.get_or_init(|| self.chance());
        let mut text = format!("{} {}", instant::day(self.now()), from.to_canonical());
        for byte in salt {
            // Writing to a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        hash(&text)
    }

    /// The ticket of a receipt, and the hash of its code: by number and code as they were typed.
    pub(super) async fn knock(
        &self,
        (number, code): (&str, &str),
        from: IpAddr,
    ) -> Result<(TicketId, String), TicketError> {
        let connection = self.connection(from);
        let name = hash(&format!("ticket {}", number.trim()));
        let attempt = Attempt { name, network: connection.clone(), address: connection };
        let code = hash_of_typed_code(code);
        let number = number.trim().parse().ok();
        let knock = Knock { attempt, number, code: code.clone() };
        match self.writer().chore(knock).await? {
            Ok(Some(id)) => Ok((id, code)),
            Ok(None) => Err(TicketError::Wrong),
            Err(seconds) => Err(TicketError::TooSoon { seconds }),
        }
    }
}

/// Counts a try as failed, if the limits let it pass, and takes it back when it was right.
struct Knock {
    attempt: Attempt,
    number: Option<TicketNumber>,
    code: String,
}

impl Chore for Knock {
    type Output = Result<Option<TicketId>, u32>;

    async fn run(self, free: &mut Free) -> Result<Self::Output, StoreError> {
        let Self { attempt, number, code } = self;
        let now = free.now();
        let since = Since::before(now);
        let (pair, hour, familiar) = (since.pair, since.hour, since.familiar);
        let earlier = sign_in::failures(free.reads(), &attempt, pair, hour, familiar).await?;
        let seconds = wait(&earlier, now);
        if seconds > 0 {
            return Ok(Err(seconds));
        }
        let found = match number {
            Some(number) => ticket::of_receipt(free.reads(), number, &code).await?,
            None => None,
        };
        if found.is_none() {
            sign_in::fail(free, &attempt, now).await?;
        } else {
            sign_in::forget(free, &attempt).await?;
        }
        Ok(Ok(found))
    }
}
