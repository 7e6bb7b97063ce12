//! A file of punches through the desk: kept and rehearsed when it comes, looked at, then imported.

use super::file::{FileFault, PunchFile, read};
use super::plan::PunchReport;
use crate::{ActError, Acts, BatchMode};
use qz_domain::field;
use qz_domain::id::AccountId;
use qz_store::{Chore, Free, StoreError, upload};

pub use qz_store::upload::Upload;

/// What an upload of this kind is called; other imports leave it alone.
const KIND: &str = "punches";
/// It waits to be confirmed.
pub const REHEARSED: &str = "rehearsed";
/// It is imported.
pub const IMPORTED: &str = "imported";

struct Keep {
    upload: Upload,
    hash: String,
    body: Vec<u8>,
}

impl Chore for Keep {
    type Output = i64;

    async fn run(self, free: &mut Free) -> Result<i64, StoreError> {
        let (id, day) = (free.next_id(), 86_400_000);
        upload::forget_before(free, free.now().as_millisecond() - 7 * day).await?;
        upload::insert(free, &Upload { id, ..self.upload }, &self.hash, self.body).await?;
        Ok(id)
    }
}

struct Finish(i64, String);

impl Chore for Finish {
    type Output = bool;

    async fn run(self, free: &mut Free) -> Result<bool, StoreError> {
        upload::advance(free, self.0, (REHEARSED, IMPORTED), &self.1).await
    }
}

/// Reads a file away from the threads that answer requests.
async fn read_aside(name: String, bytes: Vec<u8>) -> Result<PunchFile, FileFault> {
    let work = move || read(&name, &bytes);
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(FileFault::NoForm))
}

impl Acts {
    /// Takes a file to be looked at before it is imported. What it holds that is not kept is not kept here either.
    ///
    /// # Errors
    /// As [`Acts::import_punches`]; the inner one when it is no file of punches.
    pub async fn take_punch_file(
        &self,
        account: AccountId,
        (name, bytes): (&str, Vec<u8>),
        terminal: &str,
    ) -> Result<Result<i64, FileFault>, ActError> {
        let name = field::text("file", name, 120)?;
        let file = match read_aside(name.clone(), bytes).await {
            Ok(file) => file,
            Err(fault) => return Ok(Err(fault)),
        };
        let (hash, body) = (file.original.clone(), file.kept.clone());
        let total = i64::try_from(file.read.count()).unwrap_or(i64::MAX);
        let report = self.import_punches(account, (file, terminal), BatchMode::Rehearse).await?;
        let upload = Upload {
            id: 0,
            account,
            kind: KIND.to_owned(),
            file_name: name,
            state: REHEARSED.to_owned(),
            done: 0,
            total,
            report: serde_json::to_string(&report).map_err(StoreError::from)?,
        };
        Ok(Ok(self.writer().chore(Keep { upload, hash, body }).await?))
    }

    /// A file of the account, what it would do or did, and its first lines.
    ///
    /// # Errors
    /// Not found where the account sent none.
    pub async fn punch_upload(
        &self,
        account: AccountId,
        id: i64,
    ) -> Result<(Upload, PunchReport), ActError> {
        let found = upload::find(&mut self.reader().await?, id).await?;
        let is_own = |found: &Upload| found.account == account && found.kind == KIND;
        let found = found.filter(is_own).ok_or(ActError::NotFound)?;
        let report = serde_json::from_str(&found.report).map_err(StoreError::from)?;
        Ok((found, report))
    }

    /// The account's files that wait to be confirmed, the latest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn punch_uploads(&self, account: AccountId) -> Result<Vec<Upload>, ActError> {
        let all = upload::recent::of_account(&mut self.reader().await?, account, 50).await?;
        let waits = |one: &Upload| one.kind == KIND && one.state == REHEARSED;
        Ok(all.into_iter().filter(waits).collect())
    }

    /// Imports what was looked at; gives what came of it. Confirming twice imports once.
    ///
    /// # Errors
    /// As [`Acts::import_punches`].
    pub async fn confirm_punch_upload(
        &self,
        account: AccountId,
        id: i64,
    ) -> Result<PunchReport, ActError> {
        let (found, report) = self.punch_upload(account, id).await?;
        if found.state != REHEARSED {
            return Ok(report);
        }
        let body = upload::body(&mut self.reader().await?, id).await?.ok_or(ActError::NotFound)?;
        let file = read_aside(found.file_name, body).await.map_err(|_| ActError::NotFound)?;
        let PunchReport { serial, original, left_out, .. } = report;
        let file = PunchFile { original, left_out, ..file };
        let report = self.import_punches(account, (file, &serial), BatchMode::AllOrNothing).await?;
        let text = serde_json::to_string(&report).map_err(StoreError::from)?;
        self.writer().chore(Finish(id, text)).await?;
        Ok(report)
    }
}
