//! The page of a step of a report: confirming it with the counts as they are now, returning it.

use super::show::{facts, rows, title};
use super::{HOME, key};
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
use qz_acts::monthly_report::view::ReportView;
use qz_acts::monthly_report::{ConfirmReport, ReportChanged, ReturnReport};
use qz_acts::{ActError, Done};
use qz_domain::monthly_report::{Counted, ReportKey, Step};
use qz_domain::spelled::Spelled;

/// The steps that have a page of their own here.
pub(super) const STEPS: [Step; 2] = [Step::Confirm, Step::Return];

/// The path of a step.
pub(super) fn path(step: Step) -> &'static str {
    match step {
        Step::Confirm => "/desk/reports/{id}/confirm",
        Step::Return => "/desk/reports/{id}/return",
    }
}

fn code(step: Step) -> &'static str {
    path(step).rsplit('/').next().unwrap_or_default()
}

/// The button that leads to a step's page.
pub(super) fn link(shell: &Shell, step: Step, home: &str) -> Link {
    let label = shell.say(&format!("report-{}-title", code(step)));
    Link::new(format!("{home}/{}", code(step)), label)
}

/// `GET /desk/reports/{id}/{step}`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<String>,
    step: Step,
) -> Result<Response, WebError> {
    let view = state.acts.monthly_report(granted.account(), key(&id)?).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let mut sent = Sent::new(state.acts.new_request(), version(&view));
    if let (Step::Confirm, Some(report)) = (step, &view.line.report) {
        sent = sent.put("words", &report.confirmed.words);
    }
    step::first(&draw(shell, &granted, (step, &view), &sent, (vec![], None)))
}

/// `POST /desk/reports/{id}/{step}`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<String>,
    Form(sent): Form<Sent>,
    step: Step,
) -> Result<Response, WebError> {
    let (home, key) = (format!("{HOME}/{id}"), key(&id)?);
    let outcome = perform(&state, &granted, (key, step, &sent)).await;
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let view = state.acts.monthly_report(granted.account(), key).await;
            let view = view.map_err(|fault| refuse(&shell, &home, fault))?;
            let sent = sent.at(version(&view));
            step::again(&draw(shell, &granted, (step, &view), &sent, wrong))
        }
    }
}

async fn perform(
    state: &WebState,
    granted: &Granted,
    (key, step, sent): (ReportKey, Step, &Sent),
) -> Result<Done<ReportChanged>, ActError> {
    let (actor, version, paper) = (granted.account(), sent.version(), sent.paper());
    let request = once(state, granted, &sent.request());
    match step {
        Step::Confirm => {
            let words = sent.text("words");
            let act = ConfirmReport { actor, key, version, words, paper };
            state.acts.perform(request, act).await
        }
        Step::Return => {
            let reason = sent.text("reason");
            let act = ReturnReport { actor, key, version, reason, paper };
            state.acts.perform(request, act).await
        }
    }
}

fn version(view: &ReportView) -> i64 {
    view.line.report.as_ref().map_or(0, |report| report.version)
}

fn draw(
    shell: Shell,
    granted: &Granted,
    (step, view): (Step, &ReportView),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let plan = plan(&shell, granted, step, view);
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| match step {
        Step::Confirm => vec![forms.lines("words", 5, "report-hint-words").optional()],
        Step::Return => vec![forms.lines("reason", 3, "report-hint-reason")],
    })
}

fn plan(shell: &Shell, granted: &Granted, step: Step, view: &ReportView) -> Plan {
    let (words, line) = (shell.words, &view.line);
    let home = format!("{HOME}/{}", line.key);
    let title = title(words, line);
    let reason = line.report.as_ref().map(|report| report.reason.clone()).unwrap_or_default();
    Plan {
        key: format!("report-{}", code(step)),
        above: vec![
            Link::new(HOME, shell.say("report-list-title")),
            Link::new(home.clone(), title.clone()),
        ],
        action: format!("{home}/{}", code(step)),
        lead: vec![("title", title)],
        texts: vec![(shell.say("report-returned-for"), reason)],
        facts: counts(shell, step, view),
        links: links(shell, granted, view),
        rules: match step {
            Step::Confirm if view.live.is_nil() => {
                &["report-rule-nil", "report-rule-first", "report-rule-again"]
            }
            Step::Confirm => &["report-rule-cutoff", "report-rule-first", "report-rule-again"],
            Step::Return => &["report-rule-returner", "report-rule-kept"],
        },
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
    }
}

/// The counts the step is about: those of now to confirm, those that were confirmed to return.
fn counts(shell: &Shell, step: Step, view: &ReportView) -> Vec<(String, String)> {
    let words = shell.words;
    let counts = match (step, &view.line.report) {
        (Step::Return, Some(report)) => report.confirmed.counts,
        _ => view.live,
    };
    let each = Counted::ALL.iter();
    let each = each.map(|what| (words.term(*what), words.number(counts.of(*what))));
    facts(words, &view.line).into_iter().chain(each).collect()
}

/// The way to the rows of each count as they are now.
fn links(shell: &Shell, granted: &Granted, view: &ReportView) -> Vec<Link> {
    let words = shell.words;
    let link = |what: &Counted| {
        let count = view.live.of(*what);
        let href = rows(granted, &view.line, (*what, count));
        let said = [("what", words.term(*what).into()), ("count", count.into())];
        (!href.is_empty()).then(|| Link::new(href, words.say_with("report-rows-of", &said)))
    };
    Counted::ALL.iter().filter_map(link).collect()
}
