//! What a decision caused, and what its review makes of each (决定变动的后果): read from the records as they stand.

use super::load::Loaded;
use crate::ActError;
use crate::matter::law;
use jiff::civil::Date;
use qz_domain::accountability::Accountability;
use qz_domain::id::BulletinId;
use qz_domain::number::DocumentNumber;
use qz_domain::review::{Consequence, Effect, Review, Standing};
use qz_domain::spelled::Spelled;
use qz_store::bulletin::{Telling, telling};
use qz_store::{Conn, list_entry, review};

/// One thing a decision caused, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caused {
    /// What.
    pub consequence: Consequence,
    /// What became of it, or becomes of it once what was decided is served.
    pub effect: Effect,
    /// The bulletins it stands in, with their numbers.
    pub bulletins: Vec<(BulletinId, Option<DocumentNumber>)>,
    /// The last day of an influence period, or of a measure that lasts, as it was and as it is; absent where there is none.
    pub until: Option<(Date, Date)>,
}

/// Everything the decision of a review caused. Of a review that is not decided: as it stands now.
pub(super) async fn caused(conn: &mut Conn, loaded: &Loaded) -> Result<Vec<Caused>, ActError> {
    let Loaded { row, around, .. } = loaded;
    let told = telling(conn, around.row.id).await?;
    let reviews = review::of_accountability(conn, around.row.id).await?;
    let is_listed = list_entry::rests_on(conn, around.row.id).await?;
    let mut all = vec![];
    for consequence in Consequence::ALL {
        let effect = effect(row, &reviews, *consequence);
        all.extend(one(*consequence, effect, (&around.row, row), (&told, is_listed)));
    }
    Ok(all)
}

fn effect(row: &Review, reviews: &[Review], consequence: Consequence) -> Effect {
    match row.outcome {
        Some(outcome) => consequence.effect_of(outcome),
        None => Standing::of(reviews).effect_on(consequence),
    }
}

/// One consequence, where the decision has it at all.
fn one(
    consequence: Consequence,
    effect: Effect,
    (decision, row): (&Accountability, &Review),
    (told, is_listed): (&[Telling], bool),
) -> Option<Caused> {
    let in_those = |is_it: fn(&&Telling) -> bool| {
        let bulletins: Vec<_> =
            told.iter().filter(is_it).map(|one| (one.bulletin, one.number)).collect();
        (!bulletins.is_empty()).then_some((bulletins, None))
    };
    let (bulletins, until) = match consequence {
        Consequence::Told => in_those(|_| true)?,
        Consequence::Named => in_those(|one| one.is_named)?,
        Consequence::Period => (vec![], Some(period(effect, decision, row)?)),
        Consequence::Running => (vec![], Some(running(effect, decision, row)?)),
        Consequence::Listed if !is_listed => return None,
        Consequence::Listed | Consequence::Counted | Consequence::Recorded => (vec![], None),
    };
    Some(Caused { consequence, effect, bulletins, until })
}

/// A measure that lasts: its last day as it was, and as it is; it ends with the decision.
fn running(effect: Effect, decision: &Accountability, row: &Review) -> Option<(Date, Date)> {
    let was = decision.runs_until()?;
    let is = match effect {
        Effect::Kept | Effect::Suspended => was,
        Effect::Ended | Effect::Changed => {
            row.served_on.or(row.decided_on).map_or(was, |day| day.min(was))
        }
    };
    Some((was, is))
}

/// An influence period: its last day as it was, and as it is.
fn period(effect: Effect, decision: &Accountability, row: &Review) -> Option<(Date, Date)> {
    let was = law::bears_until(decision, &decision.measure)?;
    let is = match effect {
        Effect::Kept | Effect::Suspended => was,
        Effect::Ended => row.served_on.or(row.decided_on).map_or(was, |day| day.min(was)),
        Effect::Changed => law::bears_until(decision, &row.measure)
            .or(row.served_on)
            .map_or(was, |day| day.min(was)),
    };
    Some((was, is))
}
