//! An import through the desk: the file is kept, rehearsed, looked at, then imported; each as a job
//! of the worker, with progress, and every step can be stopped.

use super::columns::ImportKind;
use super::file::{HeaderFault, read};
use super::row::needed;
use super::run::{ImportReport, Importing, RowFault, Trouble};
use crate::{ActError, Acts, BatchMode, power};
use qz_domain::field::FieldError;
use qz_domain::id::AccountId;
use qz_domain::power::Concern;
use qz_domain::refusal::Worded;
use qz_domain::spelled::Spelled;
pub use qz_store::upload::Upload;
use qz_store::{Chore, Free, StoreError, job, upload};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The kind of the worker's job.
pub const JOB: &str = "import";

/// A report as it is kept with the upload: keys and arguments, worded when shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptReport {
    /// Rows that were (or would be) new.
    pub accepted: usize,
    /// Rows that had been imported before.
    pub repeated: usize,
    /// Rows that cannot be imported.
    pub refused: Vec<KeptFault>,
    /// What is wrong with the file as a whole.
    pub file_fault: String,
}

/// A faulty row as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFault {
    /// The row number a person sees in the file; 0 for the file as a whole.
    pub row: usize,
    /// The field, empty when none is at fault.
    pub field: String,
    /// The key of the words.
    pub key: String,
    /// Their arguments.
    pub args: Vec<(String, String)>,
}

impl KeptFault {
    /// The fault with its words' key and arguments.
    pub fn of(fault: &RowFault) -> Self {
        let worded = |what: &dyn Worded| {
            let args = what.args().into_iter().map(|(name, value)| (name.to_owned(), value));
            (what.key().to_owned(), args.collect())
        };
        let (key, args) = match &fault.trouble {
            Trouble::Field(what) => worded(what),
            Trouble::Refused(refusal) => worded(refusal),
            Trouble::Forbidden(action) => {
                let action = ("action".to_owned(), action.code().to_owned());
                ("import-forbidden".to_owned(), vec![action])
            }
        };
        Self { row: fault.row, field: fault.field.unwrap_or_default().to_owned(), key, args }
    }
}

impl From<&ImportReport> for KeptReport {
    fn from(report: &ImportReport) -> Self {
        Self {
            accepted: report.accepted,
            repeated: report.repeated,
            refused: report.refused.iter().map(KeptFault::of).collect(),
            file_fault: String::new(),
        }
    }
}

/// By upload: rows tried, rows in all, whether it shall stop.
type UnderWay = HashMap<i64, (usize, usize, bool)>;

/// How far the imports under way are, and which shall stop. Lives as long as the process.
#[derive(Debug, Clone, Default)]
pub struct Progress(Arc<Mutex<UnderWay>>);

impl Progress {
    /// Rows tried of rows in all.
    pub fn of(&self, upload: i64) -> Option<(usize, usize)> {
        self.lock().get(&upload).map(|(done, total, _)| (*done, *total))
    }

    /// Asks an import to stop, begun or about to begin; nothing of it will be kept.
    pub fn stop(&self, upload: i64) {
        self.lock().entry(upload).or_default().2 = true;
    }

    fn hear(&self, upload: i64) -> Importing {
        let progress = self.clone();
        progress.lock().entry(upload).or_default();
        Box::new(move |done, total| {
            let mut all = progress.lock();
            let entry = all.entry(upload).or_default();
            *entry = (done, total, entry.2);
            !entry.2
        })
    }

    fn forget(&self, upload: i64) {
        self.lock().remove(&upload);
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, UnderWay> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Keep {
    upload: Upload,
    hash: String,
    body: Vec<u8>,
}

impl Chore for Keep {
    type Output = i64;

    async fn run(self, free: &mut Free) -> Result<i64, StoreError> {
        let id = free.next_id();
        let day = 86_400_000;
        upload::forget_before(free, free.now().as_millisecond() - 7 * day).await?;
        upload::insert(free, &Upload { id, ..self.upload }, &self.hash, self.body).await?;
        job::put(free, JOB, &id.to_string()).await?;
        Ok(id)
    }
}

struct Advance {
    upload: i64,
    step: (&'static str, &'static str),
    report: String,
    with_job: bool,
}

impl Chore for Advance {
    type Output = bool;

    async fn run(self, free: &mut Free) -> Result<bool, StoreError> {
        let moved = upload::advance(free, self.upload, self.step, &self.report).await?;
        if moved && self.with_job {
            job::put(free, JOB, &self.upload.to_string()).await?;
        }
        Ok(moved)
    }
}

impl Acts {
    /// Takes a file to be rehearsed. A file that is no table of its kind is refused at once.
    pub async fn take_upload(
        &self,
        account: AccountId,
        kind: ImportKind,
        file_name: &str,
        bytes: Vec<u8>,
    ) -> Result<Result<i64, HeaderFault>, ActError> {
        let mut conn = self.reader().await?;
        let action = needed(kind);
        let actor = power::actor(&mut conn, account).await?;
        let whole = Concern { stage: "", people: vec![], units: vec![] };
        if !actor.is_some_and(|actor| power::may(&actor, action, &whole)) {
            return Err(ActError::Forbidden(action));
        }
        let name = qz_domain::field::text("file", file_name, 120)
            .map_err(|fault: FieldError| ActError::Invalid(vec![fault]))?;
        let file = match read(kind, &name, &bytes) {
            Ok(file) => file,
            Err(fault) => return Ok(Err(fault)),
        };
        let upload = Upload {
            id: 0,
            account,
            kind: kind.code().to_owned(),
            file_name: name,
            state: "rehearsing".to_owned(),
            done: 0,
            total: i64::try_from(file.rows.len()).unwrap_or(i64::MAX),
            report: String::new(),
        };
        let keep = Keep { upload, hash: file.hash, body: bytes };
        Ok(Ok(self.writer().chore(keep).await?))
    }

    /// An upload of the account, with how far it is.
    pub async fn upload(&self, account: AccountId, id: i64) -> Result<Upload, ActError> {
        let found = upload::find(&mut self.reader().await?, id).await?;
        let mut found = found.filter(|found| found.account == account).ok_or(ActError::NotFound)?;
        if let Some((done, total)) = self.progress().of(id) {
            found.done = i64::try_from(done).unwrap_or(i64::MAX);
            found.total = i64::try_from(total).unwrap_or(i64::MAX).max(found.total);
        }
        Ok(found)
    }

    /// Imports what was rehearsed without a fault.
    pub async fn confirm_upload(&self, account: AccountId, id: i64) -> Result<bool, ActError> {
        let found = self.upload(account, id).await?;
        if found.state == "rehearsed" {
            // A wish to stop that came too late for the rehearsal is not one for the import.
            self.progress().forget(id);
        }
        let step = ("rehearsed", "importing");
        let advance = Advance { upload: id, step, report: found.report, with_job: true };
        Ok(self.writer().chore(advance).await?)
    }

    /// Stops an upload that is under way; nothing of it is kept.
    pub async fn stop_upload(&self, account: AccountId, id: i64) -> Result<(), ActError> {
        let found = self.upload(account, id).await?;
        if matches!(found.state.as_str(), "rehearsing" | "importing") {
            self.progress().stop(id);
        }
        Ok(())
    }

    /// The worker's part: rehearses or imports, and keeps the report.
    pub(crate) async fn work_on_upload(&self, id: i64) -> Result<(), ActError> {
        let mut conn = self.reader().await?;
        let Some(found) = upload::find(&mut conn, id).await? else { return Ok(()) };
        let body = upload::body(&mut conn, id).await?.unwrap_or_default();
        drop(conn);
        let (mode, from, to) = match found.state.as_str() {
            "rehearsing" => (BatchMode::Rehearse, "rehearsing", "rehearsed"),
            "importing" => (BatchMode::AllOrNothing, "importing", "imported"),
            _ => return Ok(()),
        };
        let outcome = self.run_upload(&found, &body, mode).await;
        self.progress().forget(id);
        let (to, report) = match outcome {
            Ok(report) if report.stopped => ("stopped", KeptReport::from(&report)),
            Ok(report) if mode == BatchMode::AllOrNothing && !report.kept => {
                ("rehearsed", KeptReport::from(&report))
            }
            Ok(report) => (to, KeptReport::from(&report)),
            Err(ActError::Store(fault)) => return Err(ActError::Store(fault)),
            Err(fault) => {
                ("failed", KeptReport { file_fault: fault.to_string(), ..KeptReport::default() })
            }
        };
        let report = serde_json::to_string(&report).map_err(StoreError::from)?;
        let advance = Advance { upload: id, step: (from, to), report, with_job: false };
        self.writer().chore(advance).await?;
        Ok(())
    }

    async fn run_upload(
        &self,
        upload: &Upload,
        body: &[u8],
        mode: BatchMode,
    ) -> Result<ImportReport, ActError> {
        let kind = ImportKind::from_code(&upload.kind).ok_or(ActError::NotFound)?;
        let file = read(kind, &upload.file_name, body).map_err(|_| ActError::NotFound)?;
        self.import(upload.account, &file, mode, self.progress().hear(upload.id)).await
    }
}
