//! The steps on a bulletin. Each has a page that says what it does before it is done.

use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::bulletin::view::BulletinView;
use qz_acts::bulletin::{AdvanceBulletin, BulletinChanged, PublishBulletin, SignBulletin};
use qz_acts::{ActError, Done};
use qz_domain::bulletin::{Scope, Step};
use qz_domain::id::BulletinId;

const HOME: &str = "/desk/bulletins";

/// The steps that have a page of their own here.
pub(super) const STEPS: [Step; 6] =
    [Step::Check, Step::Review, Step::Countersign, Step::Sign, Step::Publish, Step::CallOff];

/// The path of a step.
pub(super) fn path(step: Step) -> &'static str {
    match step {
        Step::Draft | Step::Edit => "/desk/bulletins/{id}/edit",
        Step::Check => "/desk/bulletins/{id}/check",
        Step::Review => "/desk/bulletins/{id}/review",
        Step::Countersign => "/desk/bulletins/{id}/countersign",
        Step::Sign => "/desk/bulletins/{id}/sign",
        Step::Publish => "/desk/bulletins/{id}/publish",
        Step::CallOff => "/desk/bulletins/{id}/call-off",
    }
}

fn code(step: Step) -> &'static str {
    path(step).rsplit('/').next().unwrap_or_default()
}

/// The button that leads to a step's page.
pub(super) fn link(shell: &Shell, step: Step, home: &str) -> Link {
    let label = shell.say(&format!("bulletin-{}-title", code(step)));
    Link::new(format!("{home}/{}", code(step)), label)
}

/// `GET /desk/bulletins/{id}/{step}`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<BulletinId>,
    step: Step,
) -> Result<Response, WebError> {
    let view = state.acts.bulletin(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let sent = Sent::new(state.acts.new_request(), view.bulletin.version);
    step::first(&draw(shell, (step, &view), &sent, (vec![], None)))
}

/// `POST /desk/bulletins/{id}/{step}`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<BulletinId>,
    Form(sent): Form<Sent>,
    step: Step,
) -> Result<Response, WebError> {
    let home = format!("{HOME}/{id}");
    let outcome = perform(&state, &granted, (id, step, &sent)).await;
    match settle(&shell, &home, outcome)? {
        // Whoever counter-signed for another organ may not read it any more.
        Ok(_) => match state.acts.bulletin(granted.account(), id).await {
            Err(ActError::NotFound) => Ok(Redirect::to(HOME).into_response()),
            _ => Ok(Redirect::to(&home).into_response()),
        },
        Err(wrong) => {
            let view = state.acts.bulletin(granted.account(), id).await;
            let view = view.map_err(|fault| refuse(&shell, &home, fault))?;
            let sent = sent.at(view.bulletin.version);
            step::again(&draw(shell, (step, &view), &sent, wrong))
        }
    }
}

async fn perform(
    state: &WebState,
    granted: &Granted,
    (bulletin, step, sent): (BulletinId, Step, &Sent),
) -> Result<Done<BulletinChanged>, ActError> {
    let (actor, version, paper) = (granted.account(), sent.version(), sent.paper());
    let request = once(state, granted, &sent.request());
    let acts = &state.acts;
    match step {
        Step::Sign => acts.perform(request, SignBulletin { actor, bulletin, version, paper }).await,
        Step::Publish => {
            acts.perform(request, PublishBulletin { actor, bulletin, version, paper }).await
        }
        step => {
            let act = AdvanceBulletin { actor, bulletin, version, step, paper };
            acts.perform(request, act).await
        }
    }
}

fn draw(shell: Shell, (step, view): (Step, &BulletinView), sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = plan(&shell, step, view);
    step::draw(shell, (plan, vec![]), sent, wrong, |_| vec![])
}

fn plan(shell: &Shell, step: Step, view: &BulletinView) -> Plan {
    let bulletin = &view.bulletin;
    let home = format!("{HOME}/{}", bulletin.id);
    let count = bulletin.items.iter().filter(|item| !item.naming.is_empty()).count();
    let names = match bulletin.scope {
        Scope::Public => "bulletin-names-public",
        Scope::County => "bulletin-names-county",
    };
    let names = shell.say_with(names, &[("count", count.into())]);
    let column = |key: &str| shell.say(&format!("bulletin-column-{key}"));
    let facts = vec![
        (column("kind"), shell.words.term(bulletin.kind)),
        (column("scope"), shell.words.term(bulletin.scope)),
        (column("organ"), shell.unit_name(&view.organ)),
        (column("decisions"), shell.words.number(bulletin.items.len())),
    ];
    Plan {
        key: format!("bulletin-{}", code(step)),
        above: vec![
            Link::new(HOME, shell.say("bulletin-list-title")),
            Link::new(home.clone(), bulletin.title.clone()),
        ],
        action: format!("{home}/{}", code(step)),
        lead: vec![("title", bulletin.title.clone()), ("names", names)],
        texts: vec![(column("lead"), bulletin.lead.clone())],
        facts,
        links: vec![Link::new(home, shell.say("bulletin-read-whole"))],
        rules: match step {
            Step::Draft | Step::Edit => &[],
            Step::Check => &["bulletin-rule-check", "bulletin-rule-drafter"],
            Step::Review => &["bulletin-rule-review", "bulletin-rule-drafter"],
            Step::Countersign => &["bulletin-rule-countersign", "bulletin-rule-drafter"],
            Step::Sign => &["bulletin-rule-number", "bulletin-rule-signer"],
            Step::Publish => &["bulletin-rule-day", "bulletin-rule-publisher"],
            Step::CallOff => &["bulletin-rule-called-off"],
        },
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
    }
}
