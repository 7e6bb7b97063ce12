//! Ask: each kind has a short form of its own, reached by a link.

use super::{HOME, said};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Choice, Field, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use qz_acts::request::view::LeaveLeft;
use qz_acts::request::{AskRequest, RequestForm};
use qz_domain::instant;
use qz_domain::law::Law;
use qz_domain::request::{RequestKind, StandingDuty};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// Where one asks.
pub(super) const PATH: &str = "/desk/requests/new";
/// The forms there are, as addresses and keys name them.
pub(in crate::page) const GROUPS: [&str; 6] =
    ["leave", "trip", "overtime", "correction", "standing", "nursing"];
/// How many days from today on are offered.
const OFFERED: usize = 10;

/// Which form is asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Which {
    kind: String,
}

impl Which {
    /// The form, the first one for anything else.
    pub fn group(&self) -> &'static str {
        GROUPS.into_iter().find(|group| *group == self.kind).unwrap_or(GROUPS[0])
    }
}

/// Where a form of its own is.
pub(in crate::page) fn path_of(group: &str) -> String {
    format!("{PATH}?kind={group}")
}

/// `GET /desk/requests/new?kind=leave`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(which): Query<Which>,
) -> Result<Response, WebError> {
    let today = instant::day(state.acts.now());
    let left = own(&state, &granted, &shell).await?;
    let sent = begun(Sent::new(state.acts.new_request(), 0), today);
    step::first(&draw(shell, (which.group(), today, &left), &sent, (vec![], None)))
}

/// `POST /desk/requests/new?kind=leave`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(which): Query<Which>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let group = which.group();
    let today = instant::day(state.acts.now());
    let act = AskRequest { actor: granted.account(), form: form_of(group, today, &sent) };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.request)).into_response()),
        Err(wrong) => {
            let left = own(&state, &granted, &shell).await?;
            step::again(&draw(shell, (group, today, &left), &sent, wrong))
        }
    }
}

/// A blank form: it begins today.
pub(super) fn begun(blank: Sent, today: Date) -> Sent {
    blank.put("from_when", today.to_string()).put("request_kind", RequestKind::Trip.code())
}

async fn own(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
) -> Result<Vec<LeaveLeft>, WebError> {
    let left = state.acts.own_leaves(granted.account()).await;
    left.map_err(|fault| refuse(shell, HOME, fault))
}

fn draw(
    shell: Shell,
    (group, today, left): (&'static str, Date, &[LeaveLeft]),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let words = shell.words;
    let lines = left.iter().flat_map(|one| said::left(words, one));
    let plan = Plan {
        key: format!("request-new-{group}"),
        above: vec![Link::new(HOME, shell.say("request-list-title"))],
        action: path_of(group),
        facts: if group == "leave" { lines.collect() } else { vec![] },
        links: if group == "leave" { credit(&shell) } else { vec![] },
        rules: rules(group),
        paper: PaperPart::None,
        ..Plan::default()
    };
    step::draw(shell, (plan, days(words, today)), sent, wrong, |forms| fields(forms, group, today))
}

/// The way to what time off in lieu was earned by.
fn credit(shell: &Shell) -> Vec<Link> {
    vec![Link::new(super::credit::PATH, shell.say("request-credit-title"))]
}

/// What a form says of itself.
pub(super) fn rules(group: &str) -> &'static [&'static str] {
    match group {
        "leave" | "nursing" => &["request-rule-leave", "request-rule-clash", "request-rule-told"],
        "trip" => &["request-rule-trip", "request-rule-place", "request-rule-clash"],
        "correction" => &["request-rule-correction", "request-rule-punched", "request-rule-told"],
        "standing" => &["request-rule-standing", "request-rule-place", "request-rule-told"],
        _ => &["request-rule-overtime", "request-rule-told"],
    }
}

/// The days to come with their halves, as they are written.
pub(super) fn days(words: Words, today: Date) -> Vec<String> {
    let next = |day: &Date| day.tomorrow().ok();
    let days = std::iter::successors(Some(today), next).take(OFFERED);
    let (forenoon, afternoon) = (words.say("request-am"), words.say("request-pm"));
    days.flat_map(|day| {
        [day.to_string(), format!("{day} {forenoon}"), format!("{day} {afternoon}")]
    })
    .collect()
}

/// The fields of a form.
pub(super) fn fields(forms: &Forms<'_>, group: &str, today: Date) -> Vec<Field> {
    let when = |name: &str, hint: &str| forms.line(name).list("units").hint(forms.shell.say(hint));
    let from = || when("from_when", "request-hint-from");
    let to = || when("to_when", "request-hint-to").optional();
    let because = || forms.line("because").optional();
    let hours = || forms.line("hours").hint(forms.shell.say("request-hint-hours"));
    let whereto = || forms.line("whereto").hint(forms.shell.say("request-hint-place"));
    match group {
        "leave" => vec![forms.select("leave", leaves(forms, today)), from(), to(), because()],
        "trip" => {
            vec![forms.radios_of("request_kind", RequestKind::is_out), from(), to(), whereto()]
        }
        "correction" => {
            let at = when("from_when", "request-hint-at");
            vec![at, because()]
        }
        "standing" => {
            let weekdays = forms.line("weekdays").hint(forms.shell.say("request-hint-weekdays"));
            let last = when("to_when", "request-hint-last");
            let duty = forms.radios::<StandingDuty>("duty");
            vec![duty, from(), last, weekdays.optional(), hours(), whereto()]
        }
        "nursing" => vec![from(), when("to_when", "request-hint-last"), hours()],
        _ => vec![from(), to(), because()],
    }
}

/// The leaves of the day that are not minutes of each day.
fn leaves(forms: &Forms<'_>, today: Date) -> Vec<Choice> {
    let words = forms.shell.words;
    let rules = Law::shipped().on(today).leaves().filter(|rule| !rule.is_daily);
    let choice = |rule: &qz_domain::law::Leave| {
        Choice::new(rule.code.clone(), words.unit(&rule.zh, &rule.en), forms.sent.get("leave"))
    };
    rules.map(choice).collect()
}

/// What a form says, as an act takes it.
pub(super) fn form_of(group: &str, today: Date, sent: &Sent) -> RequestForm {
    let daily = || Law::shipped().on(today).leaves().find(|rule| rule.is_daily);
    let (kind, subtype) = match group {
        "leave" => (RequestKind::Leave.code().to_owned(), sent.text("leave")),
        "nursing" => {
            let code = daily().map(|rule| rule.code.clone()).unwrap_or_default();
            (RequestKind::Leave.code().to_owned(), code)
        }
        "trip" => (sent.text("request_kind"), String::new()),
        "correction" => (RequestKind::Correction.code().to_owned(), String::new()),
        "standing" => (RequestKind::Standing.code().to_owned(), sent.text("duty")),
        _ => (RequestKind::Overtime.code().to_owned(), String::new()),
    };
    RequestForm {
        kind,
        subtype,
        from: sent.text("from_when"),
        to: sent.text("to_when"),
        weekdays: sent.text("weekdays"),
        hours: sent.text("hours"),
        place: sent.text("whereto"),
        reason: sent.text("because"),
    }
}
