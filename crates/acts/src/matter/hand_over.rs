//! To whom a matter is handed over (转办), for findings and accountabilities alike.

use crate::ActError;
use crate::matter::PaperForm;
use crate::organisation::named_unit;
use jiff::civil::Date;
use qz_domain::field;
use qz_domain::finding::REASON_MOST;
use qz_domain::id::UnitId;
use qz_domain::law::Law;
use qz_domain::matter::{HandOver, Handing};
use qz_domain::refusal::Refusal;
use qz_domain::unit::Unit;
use qz_store::{Write, unit};

/// To whom, and why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HandOverForm {
    /// 提级办理 or 交叉办理.
    pub way: String,
    /// The organ that is to have it, by code or name.
    pub organ: String,
    /// Why: who is missing, or tied to it.
    pub reason: String,
    /// The paper, when it was done on one.
    pub paper: PaperForm,
}

/// Who has a matter now.
pub(crate) struct Handed {
    pub way: HandOver,
    pub to: UnitId,
    /// In whose stead.
    pub instead_of: Option<UnitId>,
    pub because: String,
}

/// Reads to whom a matter of an organ that concerns a unit is handed, and refuses whom it cannot be handed to.
pub(crate) async fn handed(
    write: &mut Write,
    form: &HandOverForm,
    (from, instead_of): (&Unit, Option<UnitId>),
    (concerned, day): (UnitId, Date),
) -> Result<Handed, ActError> {
    let way = field::word::<HandOver>("hand_over", &form.way)?;
    let to = named_unit(write.reads(), "hand_over_to", &form.organ).await?;
    let because = field::text("reason", &form.reason, REASON_MOST)?;
    let law = Law::shipped().on(day);
    let reaches_the_county = law.reaches_the_county(&law.functions(&to.name));
    let concerned = unit::with_those_below(write.reads(), concerned).await?;
    let handing = Handing { from, to: &to, reaches_the_county, concerned: &concerned };
    way.must_fit(handing).map_err(Refusal::from)?;
    let instead_of = match way {
        HandOver::Lifted => None,
        HandOver::Crossed => instead_of.or(Some(from.id)),
    };
    Ok(Handed { way, to: to.id, instead_of, because })
}
