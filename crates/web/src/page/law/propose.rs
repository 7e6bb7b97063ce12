//! Propose another length for a term of the county's own. A look at the days it gives changes nothing.

use super::terms::{self, Settable};
use super::{CHANGES, HOME, PROPOSE};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use qz_acts::law::{ProposalForm, ProposeLawChange};
use qz_domain::calendar::Calendar;
use qz_domain::instant;
use qz_domain::law::CountyLaw;
use qz_domain::term::Length;
use serde::Deserialize;

/// What will be checked, and what follows.
const RULES: &[&str] = &["law-rule-own", "law-rule-bounds", "law-rule-to-come", "law-rule-apart"];

/// The term that was chosen on the overview.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    term: String,
}

/// `GET /desk/law/propose?term=`
pub(super) async fn form(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let sent = Sent::new(state.acts.new_request(), 0).put("term", asked.term);
    step::first(&draw(&state, shell, &sent, (vec![], None)).await?)
}

/// `POST /desk/law/propose`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    if !sent.get("look").is_empty() {
        return step::first(&draw(&state, shell, &sent, (vec![], None)).await?);
    }
    let act = ProposeLawChange { actor: granted.account(), form: read(&sent) };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{CHANGES}/{}", made.change)).into_response()),
        Err(wrong) => step::again(&draw(&state, shell, &sent, wrong).await?),
    }
}

/// The form as the act takes it.
fn read(sent: &Sent) -> ProposalForm {
    ProposalForm {
        term: sent.text("term"),
        length: sent.text("length"),
        from: sent.text("holds_from"),
        document: sent.text("document"),
        reason: sent.text("reason"),
        paper: sent.paper(),
    }
}

async fn draw(
    state: &WebState,
    shell: Shell,
    sent: &Sent,
    wrong: Wrong,
) -> Result<StepPage, WebError> {
    let law = state.acts.confirmed_law().await.map_err(WebError::internal)?;
    let calendar = state.acts.calendar().await.map_err(WebError::internal)?;
    let today = instant::day(state.acts.now());
    let choices = terms::choices(shell.words, &law.county, today, sent.get("term"));
    let plan = Plan {
        key: "law-propose".to_owned(),
        above: vec![Link::new(HOME, shell.say("law-title"))],
        action: PROPOSE.to_owned(),
        lead: vec![],
        texts: preview(&shell, (&law.county, &calendar), today, sent),
        facts: vec![],
        links: vec![],
        rules: RULES,
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
    };
    let look = shell.say("law-look");
    let page = step::draw(shell, (plan, vec![]), sent, wrong, |forms| {
        vec![
            forms.select("term", choices).wide(),
            forms.line("length").hint(forms.shell.say("law-hint-length")),
            forms.day("holds_from").hint(forms.shell.say("law-hint-from")),
            forms.line("document").hint(forms.shell.say("law-hint-document")),
            forms.lines("reason", 3, "law-hint-reason"),
        ]
    });
    Ok(page.with_look(look))
}

/// What the chosen length gives, counted from today, beside what it is now.
fn preview(
    shell: &Shell,
    (county, calendar): (&CountyLaw, &Calendar),
    today: Date,
    sent: &Sent,
) -> Vec<(String, String)> {
    let settable = terms::settable(county, today);
    let chosen = settable.iter().find(|one| one.now.term.code == sent.get("term"));
    chosen.map(|one| said(shell, calendar, today, (one, sent))).into_iter().collect()
}

fn said(
    shell: &Shell,
    calendar: &Calendar,
    today: Date,
    (one, sent): (&Settable<'_>, &Sent),
) -> (String, String) {
    let words = shell.words;
    let line = |key: &str, length: Length| {
        let said = [
            ("length", words.length(length).into()),
            ("day", terms::ends(words, calendar, (today, length)).into()),
        ];
        words.say_with(key, &said)
    };
    let unit = one.bounds.least.unit();
    let wanted = format!("{}{unit}", sent.get("length").trim()).parse::<Length>().ok();
    let wanted = wanted.filter(|length| one.bounds.hold(*length));
    let mut lines = vec![line("law-counted-now", one.now.length())];
    lines.push(line("law-counted-least", one.bounds.least));
    lines.push(line("law-counted-most", one.bounds.most));
    lines.extend(wanted.map(|length| line("law-counted-new", length)));
    let title = shell.say_with("law-counted", &[("day", words.date(today).into())]);
    (title, lines.join(" "))
}
