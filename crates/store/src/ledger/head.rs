//! The ledger's head (账本现状): how long it is, its root, what was signed last.

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use qz_ledger::{Frontier, Hash};

/// How the ledger stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// How many leaves it has.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// Size and root of the newest signed checkpoint; `None` before the first.
    pub signed: Option<(u64, Hash)>,
}

impl Head {
    /// How many leaves no checkpoint covers yet.
    pub fn unsigned(&self) -> u64 {
        self.size - self.signed.map_or(0, |(size, _)| size).min(self.size)
    }
}

/// The head as it stands now.
pub async fn head(conn: &mut Conn) -> Result<Head, StoreError> {
    const SQL: &str = "
        select size, frontier, signed_size, signed_root
          from ledger_head
         where id = 1";
    type Row = (i64, String, i64, String);

    let (size, frontier, signed_size, signed_root): Row =
        on_either!(conn, c => sqlx::query_as(SQL).fetch_one(c).await)?;
    let fault = |fault: &dyn std::fmt::Display| StoreError::Head(fault.to_string());
    let frontier = Frontier::decode(size.unsigned_abs(), &frontier).map_err(|why| fault(&why))?;
    let signed = match signed_size {
        0 => None,
        size => Some((size.unsigned_abs(), signed_root.parse().map_err(|why| fault(&why))?)),
    };
    Ok(Head { size: frontier.size(), root: frontier.root(), signed })
}
