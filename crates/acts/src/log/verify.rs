//! The self-check of a store that no server need be running on: a data folder, a restored copy.

use qz_store::verify::{self, Options, Verified, VerifyError};
use qz_store::{Store, StoreError, StoreUrl};

/// Checks the whole store at an address as it stands; nothing in it is changed or brought up to
/// date. `progress` hears how many leaves of how many were checked.
pub async fn verify_store(
    url: &StoreUrl,
    options: &Options,
    progress: impl FnMut(u64, u64) + Send,
) -> Result<Verified, VerifyError> {
    if let StoreUrl::Sqlite(file) = url
        && !file.exists()
    {
        let text = format!("{} is not there: no store to check", file.display());
        return Err(StoreError::Unfit(text).into());
    }
    let store = Store::connect(url).await?;
    let outcome = verify::run(store.reader().await?, options, progress).await;
    store.close().await;
    outcome
}
