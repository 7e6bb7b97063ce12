//! The log's keeper (账本保管): signs the ledger, publishes it, proves entries, checks everything.
//!
//! The log key and what it signed last stand in two files outside the database, `log.key` and
//! `log.state`. So an older copy of the database cannot be passed off as the ledger: the keeper
//! remembers more than the copy has, and refuses to sign.

mod check;
mod export;
mod fault;
mod files;
mod folder;
mod head;
mod http;
mod keeper;
mod prove;
mod publish;
mod rounds;
mod timeline;
mod verify;

pub use check::SelfCheck;
pub use export::Exported;
pub use fault::LogFault;
pub use files::{KEY_FILE, LogFiles, STATE_FILE};
pub use folder::Folder;
pub use http::{Site, SiteUrlError};
pub use keeper::LogKeeper;
pub use prove::{Proved, Sought};
pub use publish::{PublicLog, Standing};
pub use qz_store::ledger::{ActEntry, ActFilter, Checkpoint, Head, Leaf};
pub use qz_store::verify::{Difference, Options, Verified, VerifyError};
pub use timeline::{AuditPage, PER_PAGE};
pub use verify::verify_store;

/// The kinds of objects that acts are on, by name.
pub fn object_kinds() -> impl Iterator<Item = &'static str> {
    qz_store::governed::GOVERNED.iter().map(|kind| kind.name)
}
