//! Rules and whom they bind: what is in force, a new version, a new assignment, the end of one.

use super::{HOME, RULES, form_doors};
use crate::app::WebState;
use crate::door::{Doors, Granted};
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Choice, Link};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::attendance::view::AssignmentLine;
use qz_acts::attendance::{AdoptRule, AssignForm, AssignRule, ReleaseRule, RuleForm};
use qz_domain::action::Action;
use qz_domain::id::AssignmentId;
use serde::Deserialize;

const ADOPT: &str = "/desk/attendance/rules/adopt";
const ASSIGN: &str = "/desk/attendance/rules/assign";
const RELEASE: &str = "/desk/attendance/rules/release";

/// The doors of rules.
pub(super) fn doors(doors: Doors) -> Doors {
    let doors = form_doors!(doors, ADOPT, Action::RuleAdopt, adopt_form, adopt);
    let doors = form_doors!(doors, ASSIGN, Action::RuleAssign, assign_form, assign);
    form_doors!(doors, RELEASE, Action::RuleRelease, release_form, release)
}

struct RuleRow {
    code: String,
    since: String,
    sessions: String,
}

struct AssignmentRow {
    who: String,
    code: String,
    span: String,
    reason: String,
    end: Option<Link>,
}

#[derive(Template)]
#[template(path = "attendance/rules.html")]
struct RulesPage {
    shell: Shell,
    links: Vec<Link>,
    rules: Vec<RuleRow>,
    assignments: Vec<AssignmentRow>,
}

/// What an address names.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    id: String,
}

/// `GET /desk/attendance/rules`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let found = state.acts.attendance_rules(granted.account()).await;
    let (book, lines) = found.map_err(|fault| refuse(&shell, HOME, fault))?;
    let words = shell.words;
    let rule = |rule: &qz_acts::attendance::Rule| RuleRow {
        code: rule.code.clone(),
        since: words.date(rule.from),
        sessions: sessions(words, rule),
    };
    let page = RulesPage {
        links: vec![
            Link::new(ASSIGN, shell.say("attendance-assign-button")),
            Link::new(ADOPT, shell.say("attendance-adopt-button")),
        ],
        rules: book.rules().iter().map(rule).collect(),
        assignments: lines.iter().map(|line| assignment(&shell, line)).collect(),
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

fn sessions(words: Words, rule: &qz_acts::attendance::Rule) -> String {
    if rule.is_exempt {
        return words.say("attendance-rule-exempt");
    }
    let clock = |minutes: i32| format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
    let session =
        |one: &qz_acts::attendance::RuleSession| format!("{}–{}", clock(one.from), clock(one.to));
    let said: Vec<_> = rule.sessions.iter().map(session).collect();
    said.join(&words.say("attendance-joint"))
}

fn assignment(shell: &Shell, line: &AssignmentLine) -> AssignmentRow {
    let words = shell.words;
    let unit = words.unit(&line.unit.0, &line.unit.1);
    let who = match &line.person {
        Some((number, name)) => format!("{number} {name}"),
        None => unit.to_owned(),
    };
    let until = line.row.until.map_or_else(|| words.say("terminal-open"), |day| words.date(day));
    let end = || {
        Link::new(
            query::with(RELEASE, "id", &line.row.id.to_string()),
            shell.say("attendance-release-button"),
        )
    };
    AssignmentRow {
        who,
        code: line.row.code.clone(),
        span: format!("{} – {until}", words.date(line.row.since)),
        reason: [line.row.reason.as_str(), line.row.document.as_str()].join(" ").trim().to_owned(),
        end: line.row.until.is_none().then(end),
    }
}

fn plan(shell: &Shell, key: &str, action: String) -> Plan {
    Plan {
        key: format!("attendance-{key}"),
        above: vec![Link::new(RULES, shell.say("attendance-rule-title"))],
        action,
        paper: PaperPart::None,
        ..Plan::default()
    }
}

async fn adopt_form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let sent = Sent::new(state.acts.new_request(), 0)
        .put("rule_body", shell.say("attendance-adopt-example"));
    step::first(&draw_adopt(shell, &sent, (vec![], None)))
}

async fn adopt(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = RuleForm { body: sent.text("rule_body"), document: sent.text("document") };
    let act = AdoptRule { actor: granted.account(), form };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    match settle(&shell, RULES, outcome)? {
        Ok(_) => Ok(Redirect::to(RULES).into_response()),
        Err(wrong) => step::again(&draw_adopt(shell, &sent, wrong)),
    }
}

fn draw_adopt(shell: Shell, sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = Plan {
        rules: &["attendance-rule-to-come", "attendance-rule-version"],
        ..plan(&shell, "adopt", ADOPT.to_owned())
    };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        vec![forms.lines("rule_body", 9, "attendance-hint-body"), forms.line("document").optional()]
    })
}

async fn assign_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let sent = Sent::new(state.acts.new_request(), 0);
    let (units, codes) = offers(&state, &granted, &shell).await?;
    step::first(&draw_assign(shell, (&sent, units, &codes), (vec![], None)))
}

async fn offers(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
) -> Result<(Vec<String>, Vec<String>), WebError> {
    let found = state.acts.attendance_rules(granted.account()).await;
    let (book, _) = found.map_err(|fault| refuse(shell, HOME, fault))?;
    let mut codes: Vec<_> = book.rules().iter().map(|rule| rule.code.clone()).collect();
    codes.dedup();
    Ok((step::units(state).await?, codes))
}

async fn assign(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let form = AssignForm {
        unit: sent.text("bound_unit"),
        person: sent.text("bound_person"),
        code: sent.text("rule_code"),
        since: sent.text("since"),
        until: sent.text("until"),
        reason: sent.text("reason"),
        document: sent.text("document"),
    };
    let act = AssignRule { actor: granted.account(), form };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    match settle(&shell, RULES, outcome)? {
        Ok(_) => Ok(Redirect::to(RULES).into_response()),
        Err(wrong) => {
            let (units, codes) = offers(&state, &granted, &shell).await?;
            step::again(&draw_assign(shell, (&sent, units, &codes), wrong))
        }
    }
}

fn draw_assign(
    shell: Shell,
    (sent, units, codes): (&Sent, Vec<String>, &[String]),
    wrong: Wrong,
) -> StepPage {
    let plan = Plan {
        rules: &["attendance-rule-to-come", "attendance-rule-nobody-exempt"],
        ..plan(&shell, "assign", ASSIGN.to_owned())
    };
    let chosen = sent.text("rule_code");
    step::draw(shell, (plan, units), sent, wrong, |forms| {
        let choice = |code: &String| Choice::new(code.as_str(), code.clone(), chosen.as_str());
        vec![
            forms.unit("bound_unit", "attendance-hint-unit"),
            forms.people("bound_person", "attendance-hint-person").optional(),
            forms.select("rule_code", codes.iter().map(choice).collect()),
            forms.day("since"),
            forms.day("until").optional(),
            forms.line("reason").optional().hint(forms.shell.say("attendance-hint-reason")),
            forms.line("document").optional(),
        ]
    })
}

async fn release_form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let sent = Sent::new(state.acts.new_request(), 0);
    step::first(&draw_release(shell, (&asked, &sent), (vec![], None)))
}

async fn release(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let assignment: AssignmentId = asked.id.trim().parse().map_err(|_| WebError::NotFound)?;
    let act = ReleaseRule { actor: granted.account(), assignment, until: sent.text("until") };
    let outcome = state.acts.perform(once(&state, &granted, &sent.request()), act).await;
    match settle(&shell, RULES, outcome)? {
        Ok(_) => Ok(Redirect::to(RULES).into_response()),
        Err(wrong) => step::again(&draw_release(shell, (&asked, &sent), wrong)),
    }
}

fn draw_release(shell: Shell, (asked, sent): (&Asked, &Sent), wrong: Wrong) -> StepPage {
    let action = query::with(RELEASE, "id", &asked.id);
    let plan = Plan { rules: &["attendance-rule-to-come"], ..plan(&shell, "release", action) };
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| vec![forms.day("until")])
}
