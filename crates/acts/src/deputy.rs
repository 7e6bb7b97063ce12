//! Deputies (AB岗): naming who stands in for a post, ending it, and who does on a day.

mod end;
mod set;
pub mod view;

pub use end::{EndDeputy, EndDeputyForm};
pub use set::{DeputyForm, DeputySet, SetDeputy};

use crate::ActError;
use qz_domain::post::Post;
use qz_domain::power::Concern;
use qz_store::{Conn, unit};

/// Whom a deputy concerns: the unit of the post.
async fn concern_of(conn: &mut Conn, post: &Post) -> Result<Concern, ActError> {
    let unit = unit::find(conn, post.unit).await?.ok_or(ActError::NotFound)?;
    Ok(Concern::of_unit(unit.id, unit.line))
}
