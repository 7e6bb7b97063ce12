//! The pack of a draw (封装走访单): for each visit the face of an envelope, without the unit's name, and the sheet that
//! goes into it. Whoever goes opens it on the day.

use super::show::title;
use super::{HOME, Of};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::wrong::refuse;
use crate::page::visit::{Twin, twin};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::visit::view::VisitView;
use qz_domain::visit::Stage;

/// Where it is.
pub(super) const PATH: &str = "/desk/visits/pack";

#[derive(Template)]
#[template(path = "draw/pack.html")]
struct PackPage {
    shell: Shell,
    title: String,
    back: String,
    envelopes: Vec<Envelope>,
}

struct Envelope {
    number: String,
    place: String,
    days: String,
    team: String,
    twin: Twin,
}

/// `GET /desk/visits/pack?draw=`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(of): Query<Of>,
) -> Result<Response, WebError> {
    let id = of.id()?;
    let view = state.acts.draw(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let to_come: Vec<_> = view.visits.iter().filter(|one| one.stage == Stage::Planned).collect();
    let mut envelopes = Vec::with_capacity(to_come.len());
    for (place, one) in (1..).zip(&to_come) {
        let visit = state.acts.visit(granted.account(), one.visit).await;
        let visit = visit.map_err(|fault| refuse(&shell, HOME, fault))?;
        envelopes.push(envelope(&shell, &visit, (place, to_come.len()))?);
    }
    let (title, back) = (title(&shell, &view), format!("{HOME}/{id}"));
    Ok(Html(PackPage { shell, title, back, envelopes }.render()?).into_response())
}

fn envelope(
    shell: &Shell,
    view: &VisitView,
    (place, of): (usize, usize),
) -> Result<Envelope, WebError> {
    let visit = &view.visit;
    let (from, until) =
        (shell.words.date(visit.planned_from), shell.words.date(visit.planned_until));
    let names: Vec<_> = view.team.iter().map(|one| one.name.clone()).collect();
    Ok(Envelope {
        number: visit.number.to_string(),
        place: shell.say_with("draw-pack-place", &[("place", place.into()), ("of", of.into())]),
        days: if from == until { from } else { format!("{from} – {until}") },
        team: names.join("、"),
        twin: twin(shell, view)?,
    })
}
