//! Keep a page from the public (先行隐去) while it is checked: at once, by whoever of the office sees it
//! first. 个人信息保护法 47.

use super::load::{Begun, begin};
use super::{TicketChanged, keep};
use crate::ActError;
use qz_domain::id::{AccountId, TicketId};
use qz_domain::refusal::Refusal;
use qz_domain::ticket::{Kind, Step};
use qz_store::{Act, Write};

/// Keeps the page of a ticket from the public.
#[derive(Debug, Clone)]
pub struct HidePage {
    /// Who does.
    pub actor: AccountId,
    /// The ticket.
    pub ticket: TicketId,
    /// The version they read.
    pub version: i64,
}

impl Act for HidePage {
    type Receipt = TicketChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<TicketChanged, ActError> {
        let Self { actor, ticket, version } = self;
        let begun = begin(write, (actor, ticket), (Step::Hide, version)).await?;
        let Begun { actor, mut row, transition, .. } = begun;
        row.must_be(Kind::Correction).map_err(Refusal::from)?;
        if row.is_hidden {
            return Err(Refusal::NothingChanged.into());
        }
        (row.is_hidden, row.is_private) = (true, true);
        keep(write, (row, transition), Some(&actor)).await
    }
}
