//! Take up the promises of a self-requested bulletin: one click, and each becomes a rectification.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::rectification::TakeUpPromise;
use qz_domain::bulletin::Bulletin;
use qz_domain::id::BulletinId;

const BULLETINS: &str = "/desk/bulletins";

type Promises = (Bulletin, Vec<i64>);

/// `GET /desk/bulletins/{id}/take-up`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<BulletinId>,
) -> Result<Response, WebError> {
    let found = read(&state, &granted, &shell, id).await?;
    let sent = Sent::new(state.acts.new_request(), found.0.version);
    step::first(&draw(shell, &found, &sent, (vec![], None)))
}

/// `POST /desk/bulletins/{id}/take-up`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<BulletinId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let found = read(&state, &granted, &shell, id).await?;
    let request = once(&state, &granted, &sent.request());
    for place in &found.1 {
        let (actor, paper) = (granted.account(), sent.paper());
        let act = TakeUpPromise { actor, bulletin: id, place: *place, paper };
        // Each promise is an act of its own: sent again, those that are done stay done.
        let done = state.acts.perform(format!("{request} {place}"), act).await;
        if let Err(wrong) = settle(&shell, HOME, done)? {
            return step::again(&draw(shell, &found, &sent, wrong));
        }
    }
    Ok(Redirect::to(HOME).into_response())
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    id: BulletinId,
) -> Result<Promises, WebError> {
    let found = state.acts.promises_to_take_up(granted.account(), id).await;
    found.map_err(|fault| refuse(shell, BULLETINS, fault))
}

fn draw(shell: Shell, (bulletin, places): &Promises, sent: &Sent, wrong: Wrong) -> StepPage {
    let words = shell.words;
    let texts = bulletin.plan.iter().zip(1_i64..).filter(|(_, place)| places.contains(place));
    let told = texts.map(|(promise, _)| {
        let due = words.date(promise.due);
        (format!("{} · {due}", promise.item), promise.standard.clone())
    });
    let plan = Plan {
        key: "rectification-take-up".to_owned(),
        above: vec![Link::new(HOME, shell.say("rectification-list-title"))],
        action: format!("{BULLETINS}/{}/take-up", bulletin.id),
        lead: vec![("title", bulletin.title.clone()), ("count", places.len().to_string())],
        texts: told.collect(),
        rules: &["rectification-rule-promised", "rectification-rule-third"],
        by: Some("matter-hint-by"),
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |_| vec![])
}
