//! The two ways on from a suspicion: a finding of its own is registered, or none is.

use super::show::{facts, texts, title};
use super::{HOME, one};
use crate::app::WebState;
use crate::door::{Granted, Scope};
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family::{Family, plan};
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::suspicion::view::SuspicionView;
use qz_acts::suspicion::{DropSuspicion, SuspicionChanged, TakeUpForm, TakeUpSuspicion};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::id::SuspicionId;
use qz_domain::suspicion::Step;

/// Where a finding is registered from a suspicion.
pub(super) const TAKE_UP: &str = "/desk/suspicions/{id}/take-up";

/// The step that leads back to the suspicion.
pub(super) struct Suspicions;

impl Family for Suspicions {
    type Id = SuspicionId;
    type Step = Step;
    type View = SuspicionView;
    type Changed = SuspicionChanged;

    const NAME: &'static str = "suspicion";
    const HOME: &'static str = HOME;
    const READ: Action = Action::SuspicionRead;
    const PAGES: &'static [(Step, &'static str)] = &[(Step::Drop, "/desk/suspicions/{id}/drop")];

    fn one(_: Step) -> Scope {
        one()
    }

    async fn read(at: &At, id: SuspicionId) -> Result<SuspicionView, ActError> {
        at.state.acts.suspicion(at.account(), id).await
    }

    fn version(view: &SuspicionView) -> i64 {
        view.row.version
    }

    async fn perform(
        at: &At,
        request: String,
        (suspicion, _, sent): (SuspicionId, Step, &Sent),
    ) -> Result<Done<SuspicionChanged>, ActError> {
        let (actor, version, paper) = (at.account(), sent.version(), sent.paper());
        let answer = sent.text("answer");
        let act = DropSuspicion { actor, suspicion, version, answer, paper };
        at.state.acts.perform(request, act).await
    }

    fn plan(at: &At, step: Step, view: &SuspicionView) -> Plan {
        let shell = &at.shell;
        Plan {
            texts: texts(shell, view),
            facts: facts(shell, view),
            rules: &["suspicion-rule-honest", "suspicion-rule-another"],
            ..plan::<Self>(shell, step, (view.row.id, &title(shell, view)))
        }
    }

    fn fields(forms: &Forms<'_>, _: Step, _: &SuspicionView) -> Vec<Field> {
        vec![forms.lines("answer", 3, "suspicion-hint-answer")]
    }
}

/// `GET /desk/suspicions/{id}/take-up`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<SuspicionId>,
) -> Result<Response, WebError> {
    let view = view(&state, &granted, (&shell, id)).await?;
    let begun = format!("{}\n{}", view.row.facts, view.row.intent);
    let sent = Sent::new(state.acts.new_request(), view.row.version).put("facts", begun);
    step::first(&draw(shell, &view, &sent, (vec![], None)))
}

/// `POST /desk/suspicions/{id}/take-up`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(suspicion): Path<SuspicionId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = TakeUpForm { facts: sent.text("facts"), paper: sent.paper() };
    let (actor, version) = (granted.account(), sent.version());
    let act = TakeUpSuspicion { actor, suspicion, version, form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("/desk/findings/{}", made.finding)).into_response()),
        Err(wrong) => {
            let view = view(&state, &granted, (&shell, suspicion)).await?;
            let sent = sent.at(view.row.version);
            step::again(&draw(shell, &view, &sent, wrong))
        }
    }
}

async fn view(
    state: &WebState,
    granted: &Granted,
    (shell, id): (&Shell, SuspicionId),
) -> Result<SuspicionView, WebError> {
    let view = state.acts.suspicion(granted.account(), id).await;
    view.map_err(|fault| refuse(shell, HOME, fault))
}

fn draw(shell: Shell, view: &SuspicionView, sent: &Sent, wrong: Wrong) -> StepPage {
    let title = title(&shell, view);
    let home = format!("{HOME}/{}", view.row.id);
    let plan = Plan {
        key: "suspicion-take-up".to_owned(),
        above: vec![
            Link::new(HOME, shell.say("suspicion-list-title")),
            Link::new(home, title.clone()),
        ],
        action: TAKE_UP.replace("{id}", &view.row.id.to_string()),
        lead: vec![("title", title)],
        facts: facts(&shell, view),
        rules: &[
            "suspicion-rule-honest",
            "suspicion-rule-nobody",
            "suspicion-rule-another",
            "suspicion-rule-clearing",
        ],
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        vec![forms.lines("facts", 6, "suspicion-hint-facts")]
    })
}
