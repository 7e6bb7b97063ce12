//! One ticket: what is told, what was said since, the term that runs, what comes next.

use super::HOME;
use super::list::stage_light;
use super::step::Tickets;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::family;
use crate::page::matter::term_text;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ticket::view::TicketView;
use qz_domain::id::TicketId;
use qz_domain::instant;
use qz_domain::law::CountyLaw;
use qz_domain::ticket::{Kind, Stage, Ticket, TicketMessage};

#[derive(Template)]
#[template(path = "ticket/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    term: Option<String>,
    links: Vec<Link>,
    texts: Vec<(String, String)>,
    said: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    page: Option<Link>,
    timeline: Timeline,
}

/// `GET /desk/tickets/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<TicketId>,
) -> Result<Response, WebError> {
    let view = state.acts.ticket(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    Ok(Html(draw(shell, &view).render()?).into_response())
}

fn draw(shell: Shell, view: &TicketView) -> ShowPage {
    let (row, words) = (&view.ticket, shell.words);
    let home = format!("{HOME}/{}", row.id);
    let title = title(words, row);
    let above = vec![Link::new(HOME, shell.say("ticket-list-title"))];
    let link = |step: &_| family::link::<Tickets>(&shell, *step, &home);
    ShowPage {
        crumb: Crumb::new(words, above, title.clone()),
        light: stage_light(words, row.stage),
        term: running(words, &view.county, row),
        links: view.steps.iter().map(link).collect(),
        texts: told(&shell, row),
        said: row.messages.iter().map(|said| message(words, said)).collect(),
        facts: facts(&shell, view),
        page: (row.kind == Kind::Correction).then(|| Link::new(&row.page, &row.page)),
        timeline: timeline(&shell, &view.timeline, None),
        title,
        shell,
    }
}

/// What a ticket is called: its kind and its number.
pub(in crate::page) fn title(words: Words, row: &Ticket) -> String {
    format!("{} {}", words.term(row.kind), row.number)
}

/// The term that runs, in words.
pub(in crate::page) fn running(words: Words, county: &CountyLaw, row: &Ticket) -> Option<String> {
    let code = match row.stage {
        Stage::Submitted | Stage::Reopened => "correction_accept",
        Stage::Answered => "ticket_unsolved",
        _ => "correction_answer",
    };
    row.running().map(|term| term_text(words, county, (code, term)))
}

/// Something that was said: by whom and when, and what.
pub(in crate::page) fn message(words: Words, said: &TicketMessage) -> (String, String) {
    let when = words.date_time(instant::civil(said.said_at));
    (format!("{} · {when}", words.term(said.voice)), said.body.clone())
}

/// What was told; of an erased one that it is.
pub(in crate::page) fn told(shell: &Shell, row: &Ticket) -> Vec<(String, String)> {
    if row.is_erased {
        return vec![(shell.say("matter-field-told"), shell.say("ticket-erased"))];
    }
    let all = [("passage", &row.passage), ("told", &row.body)];
    let given = all.into_iter().filter(|(_, text)| !text.is_empty());
    given.map(|(name, text)| (shell.say(&format!("matter-field-{name}")), text.clone())).collect()
}

/// What it is about, in short.
pub(super) fn facts(shell: &Shell, view: &TicketView) -> Vec<(String, String)> {
    let (row, words) = (&view.ticket, shell.words);
    let column = |key: &str| shell.say(&format!("ticket-column-{key}"));
    let mut facts = vec![
        (column("kind"), words.term(row.kind)),
        (column("submitted-on"), words.date(row.submitted_on)),
    ];
    let unit = view.unit.as_ref().map(|unit| (column("unit"), shell.unit_name(unit)));
    facts.extend(unit);
    facts.push((column("service"), row.service.clone()));
    facts.extend(view.handler.as_ref().map(|one| (column("handler"), one.name.clone())));
    facts.extend(view.contact.clone().map(|way| (shell.say("matter-field-contact"), way)));
    facts.extend(row.outcome.map(|outcome| (column("outcome"), words.term(outcome))));
    facts.extend(row.answered_on.map(|day| (column("answered-on"), words.date(day))));
    facts.extend(row.closed_on.map(|day| (column("closed-on"), words.date(day))));
    for (is_so, key) in [
        (row.is_private, "ticket-is-private"),
        (row.is_hidden, "ticket-is-hidden"),
        (row.is_reopened, "ticket-is-reopened"),
    ] {
        facts.extend(is_so.then(|| (column("mark"), shell.say(key))));
    }
    facts.retain(|(_, value)| !value.is_empty());
    facts
}
