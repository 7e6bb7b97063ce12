//! What was imported before, what is on its way, and the rows of a file that waits.

use super::columns::ImportKind;
use super::file::{ImportFile, read};
use super::row::needed;
use crate::actor::Actor;
use crate::{ActError, Acts, power};
use qz_domain::action::Action;
use qz_domain::id::AccountId;
use qz_domain::power::Concern;
use qz_domain::spelled::Spelled;
pub use qz_store::import::list::ImportLine;
use qz_store::upload::{self, Upload};

impl ImportKind {
    /// The action whose power a file of this kind needs.
    pub fn action(self) -> Action {
        needed(self)
    }

    /// Whether an actor may import a file of this kind: the power must reach the whole county.
    pub fn is_open_to(self, actor: &Actor) -> bool {
        let whole = Concern { stage: "", people: vec![], units: vec![] };
        power::may(actor, self.action(), &whole)
    }
}

impl Acts {
    /// The latest imports of the kinds that an account may import.
    pub async fn imports(
        &self,
        account: AccountId,
        most: i64,
    ) -> Result<Vec<ImportLine>, ActError> {
        let mut conn = self.reader().await?;
        let Some(actor) = power::actor(&mut conn, account).await? else { return Ok(vec![]) };
        let kinds = (ImportKind::Units.is_open_to(&actor), ImportKind::Visits.is_open_to(&actor));
        Ok(qz_store::import::list::latest(&mut conn, kinds, most).await?)
    }

    /// The account's own uploads that are still kept, latest first.
    pub async fn uploads(&self, account: AccountId, most: i64) -> Result<Vec<Upload>, ActError> {
        Ok(upload::recent::of_account(&mut self.reader().await?, account, most).await?)
    }

    /// The rows of an upload of the account, for looking at them before they are imported.
    pub async fn upload_file(&self, account: AccountId, id: i64) -> Result<ImportFile, ActError> {
        let found = self.upload(account, id).await?;
        let kind = ImportKind::from_code(&found.kind).ok_or(ActError::NotFound)?;
        let body = upload::body(&mut self.reader().await?, id).await?;
        let body = body.ok_or(ActError::NotFound)?;
        // A large workbook takes a moment: not on the threads that answer requests.
        let work = move || read(kind, &found.file_name, &body).ok();
        tokio::task::spawn_blocking(work).await.ok().flatten().ok_or(ActError::NotFound)
    }
}
