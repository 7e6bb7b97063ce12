//! The facts that a rule of a scheme in force reads: of the units it binds and no others.

use super::{Scheme, bound, own};
use crate::ActError;
use crate::fact::{self, Feeding};
use jiff::civil::Date;
use qz_domain::fact::FactTable;
use qz_domain::id::UnitId;
use qz_mechanism::cycle::Stretch;
use qz_mechanism::rule::Facts;
use qz_store::Conn;
use qz_store::fact::{Asked, Sight};

/// What a source says of some stretches about the units a scheme binds; none where no record fills it yet.
pub(super) async fn facts(
    conn: &mut Conn,
    (scheme, facts): (&Scheme, Facts<'_>),
    (windows, today): (&[Stretch], Date),
) -> Result<Option<FactTable>, ActError> {
    let units: Vec<UnitId> = bound(conn, scheme).await?.iter().map(|unit| unit.id).collect();
    let mut table = match facts {
        Facts::Own(block) => own::table(conn, (scheme, block), (windows, today)).await?,
        Facts::Source(source) => {
            let Feeding::Fed(fed) = source.feeding else { return Ok(None) };
            let asked = Asked { periods: windows.to_vec(), today, sight: Sight::All, viewer: None };
            fact::gathered(conn, fed, &asked).await?
        }
    };
    table.rows.retain(|row| row.unit.as_ref().is_some_and(|(unit, _)| units.contains(unit)));
    Ok(Some(table))
}
