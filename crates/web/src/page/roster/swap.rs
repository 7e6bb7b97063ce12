//! A turn that is handed over: asked for, answered, taken back.

use super::said::{swap_light, swap_title};
use super::{ASK, HOME, OWN, SWAP};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Crumb, ErrorSummary, Field, Light, Link, RefusalBox};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use qz_acts::roster::view::SwapLine;
use qz_acts::roster::{ApproveSwap, AskSwap, RefuseSwap, SwapChanged, SwapForm, WithdrawSwap};
use qz_acts::{ActError, Done};
use qz_domain::id::{DutyPostId, RosterId, SwapId};
use qz_domain::roster::SwapStep;
use serde::Deserialize;

/// Which turn is meant.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Turn {
    roster: RosterId,
    post: DutyPostId,
    day: Date,
}

impl Turn {
    fn address(&self) -> String {
        let path = query::with(ASK, "roster", &self.roster.to_string());
        query::with(
            &query::with(&path, "post", &self.post.to_string()),
            "day",
            &self.day.to_string(),
        )
    }
}

/// `GET /desk/duties/hand-over?roster=…&post=…&day=…`
pub(super) async fn ask_form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(turn): Query<Turn>,
) -> Result<Response, WebError> {
    let sent = Sent::new(state.acts.new_request(), 0);
    step::first(&draw_ask(shell, &turn, &sent, (vec![], None)))
}

/// `POST /desk/duties/hand-over?roster=…&post=…&day=…`
pub(super) async fn ask(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(turn): Query<Turn>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let (taker, reason) = (sent.text("taker"), sent.text("because"));
    let Turn { roster, post, day } = turn.clone();
    let form = SwapForm { roster, post, day, taker, reason };
    let act = AskSwap { actor: granted.account(), form };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, OWN, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(OWN).into_response()),
        Err(wrong) => step::again(&draw_ask(shell, &turn, &sent, wrong)),
    }
}

fn draw_ask(shell: Shell, turn: &Turn, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        key: "roster-swap".to_owned(),
        above: vec![Link::new(OWN, shell.say("roster-own-title"))],
        action: turn.address(),
        lead: vec![("day", shell.words.date(turn.day))],
        rules: &["roster-rule-in-time", "roster-rule-both", "roster-rule-approved"],
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, vec![]), sent, wrong, ask_fields)
}

fn ask_fields(forms: &Forms<'_>) -> Vec<Field> {
    let taker = forms.line("taker").hint(forms.shell.say("roster-hint-taker"));
    vec![taker, forms.line("because").wide()]
}

/// Which one is meant.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Which {
    swap: SwapId,
}

#[derive(Template)]
#[template(path = "roster/swap.html")]
struct SwapPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    facts: Vec<(String, String)>,
    errors: ErrorSummary,
    refusal: Option<RefusalBox>,
    request: String,
    swap: SwapId,
    version: i64,
    answers: bool,
    because: Field,
    withdraws: bool,
}

/// `GET /desk/roster/swap?swap=…`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(which): Query<Which>,
) -> Result<Response, WebError> {
    let sent = Sent::new(state.acts.new_request(), 0);
    let page = page(&state, &granted, shell, (which.swap, &sent), (vec![], None)).await?;
    Ok(Html(page.render()?).into_response())
}

async fn page(
    state: &WebState,
    granted: &Granted,
    shell: Shell,
    (id, sent): (SwapId, &Sent),
    (faults, refusal): Wrong,
) -> Result<SwapPage, WebError> {
    let found = state.acts.swap(granted.account(), id).await;
    let (line, steps) = found.map_err(|fault| refuse(&shell, HOME, fault))?;
    let words = shell.words;
    let errors = ErrorSummary::new(words, faults);
    let forms = Forms { shell: &shell, errors: &errors, sent };
    let because = forms.line("because").wide();
    let title = swap_title(words, &line);
    let above = if granted.person() == Some(line.row.turn.person) {
        Link::new(OWN, shell.say("roster-own-title"))
    } else {
        let month = qz_domain::month::Month::of(line.row.turn.day).to_string();
        let unit = query::with(HOME, "unit", &line.unit.1.code);
        Link::new(query::with(&unit, "month", &month), shell.say("roster-month-title"))
    };
    Ok(SwapPage {
        crumb: Crumb::new(words, vec![above], title.clone()),
        light: swap_light(words, &line),
        facts: facts(&shell, &line),
        title,
        refusal,
        request: sent.request(),
        swap: id,
        version: line.row.version,
        answers: steps.contains(&SwapStep::Approve),
        withdraws: steps.contains(&SwapStep::Withdraw),
        because,
        errors,
        shell,
    })
}

fn facts(shell: &Shell, line: &SwapLine) -> Vec<(String, String)> {
    let (words, row) = (shell.words, &line.row);
    let column = |key: &str| shell.say(&format!("roster-column-{key}"));
    let mut facts = vec![
        (column("unit"), words.unit(&line.unit.1.name, &line.unit.1.name_en).to_owned()),
        (column("post"), line.post.clone()),
        (column("day"), words.date(row.turn.day)),
        (column("giver"), line.giver.clone()),
        (column("taker"), line.taker.clone()),
        (column("reason"), row.reason.clone()),
        (column("asked"), words.date(row.asked_on)),
    ];
    facts.extend(row.decided_on.map(|day| (column("decided"), words.date(day))));
    if !row.answer.is_empty() {
        facts.push((column("answer"), row.answer.clone()));
    }
    facts
}

/// `POST /desk/roster/swap/approve`
pub(super) async fn approve(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    end(SwapStep::Approve, (granted, state, shell), sent).await
}

/// `POST /desk/roster/swap/refuse`
pub(super) async fn refuse_swap(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    end(SwapStep::Refuse, (granted, state, shell), sent).await
}

/// `POST /desk/duties/withdraw`
pub(super) async fn withdraw(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    end(SwapStep::Withdraw, (granted, state, shell), sent).await
}

async fn end(
    step: SwapStep,
    (granted, state, shell): (Granted, WebState, Shell),
    sent: Sent,
) -> Result<Response, WebError> {
    let swap: SwapId = sent.get("swap").parse().map_err(|_| WebError::NotFound)?;
    let home = query::with(SWAP, "swap", &swap.to_string());
    let request = once(&state, &granted, &sent.request());
    let outcome = perform(&state, (step, swap), (&granted, request), &sent).await;
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let page = page(&state, &granted, shell, (swap, &sent), wrong).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
        }
    }
}

async fn perform(
    state: &WebState,
    (step, swap): (SwapStep, SwapId),
    (granted, request): (&Granted, String),
    sent: &Sent,
) -> Result<Done<SwapChanged>, ActError> {
    let (acts, actor, version) = (&state.acts, granted.account(), sent.version());
    match step {
        SwapStep::Approve => acts.perform(request, ApproveSwap { actor, swap, version }).await,
        SwapStep::Refuse => {
            let answer = sent.text("because");
            acts.perform(request, RefuseSwap { actor, swap, version, answer }).await
        }
        SwapStep::Ask | SwapStep::Withdraw => {
            acts.perform(request, WithdrawSwap { actor, swap, version }).await
        }
    }
}
