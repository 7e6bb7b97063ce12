//! The organisation (机构): units, posts and people, each added by one act; who is in which post, by
//! date.

mod add_person;
mod add_post;
mod add_unit;
mod appoint;
mod end_appointment;
mod moving;
pub mod on_day;
mod transfer;
pub mod view;

pub use add_person::{AddPerson, PersonAdded, PersonForm};
pub use add_post::{AddPost, PostAdded, PostForm};
pub use add_unit::{AddUnit, UnitAdded, UnitForm};
pub use appoint::{Appoint, AppointForm, Appointed};
pub use end_appointment::{EndAppointment, EndForm};
pub(crate) use moving::first_word;
pub use transfer::{Transfer, TransferForm};

use crate::{ActError, Acts};
use qz_domain::field::{Fault, FieldError};
use qz_domain::power::Concern;
use qz_domain::unit::Unit;
use qz_store::{Conn, unit};

/// An action on the organisation as a whole concerns no unit in particular.
pub(crate) fn whole_county() -> Concern {
    Concern { stage: "", people: vec![], units: vec![] }
}

/// The unit a person named: by code, or by its full name when only one has it.
pub(crate) async fn named_unit(
    conn: &mut Conn,
    field: &'static str,
    given: &str,
) -> Result<Unit, ActError> {
    let given = given.trim();
    if given.is_empty() {
        return Err(FieldError::new(field, Fault::Missing).into());
    }
    unit::find_named(conn, given)
        .await?
        .ok_or_else(|| FieldError::new(field, Fault::Unknown(given.to_owned())).into())
}

impl Acts {
    /// Every unit, by code.
    pub async fn units(&self) -> Result<Vec<Unit>, ActError> {
        Ok(unit::all(&mut self.reader().await?).await?)
    }

    /// A unit by its code.
    pub async fn unit(&self, code: &str) -> Result<Option<Unit>, ActError> {
        Ok(unit::find_by_code(&mut self.reader().await?, code).await?)
    }
}
