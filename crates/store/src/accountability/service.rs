//! How decisions were served (送达方式).

use crate::conn::{Conn, on_either};
use crate::error::StoreError;
use crate::writer::Write;
use qz_domain::accountability::{Manner, Service};
use qz_domain::id::AccountabilityId;
use qz_domain::spelled::Spelled;

/// How a decision was served; `None` before it was.
pub async fn find(conn: &mut Conn, id: AccountabilityId) -> Result<Option<Service>, StoreError> {
    const SQL: &str =
        "select manner, witnesses from accountability_service where accountability = $1";
    let row: Option<(String, String)> =
        on_either!(conn, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
    let Some((manner, witnesses)) = row else { return Ok(None) };
    let corrupt = || StoreError::Corrupt { table: "accountability_service", id: id.0 };
    let manner = Manner::from_code(&manner).ok_or_else(corrupt)?;
    Ok(Some(Service { manner, witnesses: witnesses.lines().map(str::to_owned).collect() }))
}

/// Adds how a decision was served.
pub async fn insert(
    write: &mut Write,
    id: AccountabilityId,
    service: &Service,
) -> Result<(), StoreError> {
    const SQL: &str = "
        insert into accountability_service ( accountability, manner, witnesses )
        values ( $1, $2, $3 )";
    on_either!(write.reads(), c => sqlx::query(SQL)
        .bind(id.0)
        .bind(service.manner.code())
        .bind(service.witnesses.join("\n"))
        .execute(c)
        .await
        .map(drop))?;
    Ok(())
}
