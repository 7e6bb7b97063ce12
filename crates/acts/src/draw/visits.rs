//! Plan the visits to everything drawn in one go (一并计划): all or none, each under the guards of a single plan.

use super::load::load;
use crate::visit::{PlanForm, PlanVisit};
use crate::{ActError, Acts, BatchMode};
use qz_domain::draw::Draw;
use qz_domain::id::{AccountId, DrawId};
use qz_domain::spelled::Spelled;
use qz_domain::unit::Unit;
use qz_domain::visit::Manner;

/// What a person writes of the visits to everything drawn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DrawnVisitsForm {
    /// First day of all of them.
    pub from: String,
    /// Last day; empty means the first.
    pub until: String,
    /// The code of each unit with its team, by work number or name.
    pub teams: Vec<(String, String)>,
}

/// Why the visits were not planned, and to which unit it was.
#[derive(Debug)]
pub struct NotPlanned {
    /// The place of the unit in the form; 0 when it is about all of them.
    pub at: usize,
    /// Why.
    pub fault: ActError,
}

impl From<ActError> for NotPlanned {
    fn from(fault: ActError) -> Self {
        Self { at: 0, fault }
    }
}

impl Acts {
    /// Plans a visit to each unit of the form; how many.
    ///
    /// # Errors
    /// The first visit that cannot be planned. Then none is.
    pub async fn plan_drawn(
        &self,
        request: &str,
        (actor, draw): (AccountId, DrawId),
        form: &DrawnVisitsForm,
    ) -> Result<usize, NotPlanned> {
        let (record, organ) = self.draw_to_visit(draw).await?;
        let plan = |(at, (unit, team)): (usize, &(String, String))| {
            let form = plan_of((&record, &organ), form, (unit, team));
            (format!("{request}:{at}"), PlanVisit { actor, form })
        };
        let acts: Vec<_> = form.teams.iter().enumerate().map(plan).collect();
        let planned = acts.len();
        let batch = self.writer().batch(acts, BatchMode::AllOrNothing, |_| true).await;
        let outcomes = batch.map_err(ActError::from)?.outcomes;
        let failed = outcomes.into_iter().enumerate().find_map(|(at, one)| Some((at, one.err()?)));
        match failed {
            Some((at, fault)) => Err(NotPlanned { at, fault }),
            None => Ok(planned),
        }
    }

    async fn draw_to_visit(&self, draw: DrawId) -> Result<(Draw, Unit), ActError> {
        load(&mut self.reader().await?, draw).await
    }
}

fn plan_of(
    (draw, organ): (&Draw, &Unit),
    form: &DrawnVisitsForm,
    (unit, team): (&str, &str),
) -> PlanForm {
    let manner = if draw.is_sealed { Manner::Covert } else { Manner::Open };
    PlanForm {
        organ: organ.code.clone(),
        unit: unit.to_owned(),
        manner: manner.code().to_owned(),
        from: form.from.clone(),
        until: form.until.clone(),
        purpose: draw.purpose.clone(),
        draw: Some(draw.id),
        team: vec![team.to_owned()],
        told: Some(vec![]),
        ..PlanForm::default()
    }
}
