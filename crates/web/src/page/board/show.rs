//! One entry: for what, what it rests on, what was said of it, which terms run and from what source, what comes
//! next.

use super::{HOME, step};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::family;
use crate::page::matter::hands::{HandRow, hands};
use crate::page::matter::term_text;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::list_entry::view::{ListLine, ListView};
use qz_domain::action::Action;
use qz_domain::id::ListEntryId;
use qz_domain::list_entry::{Board, Stage, Standing};
use qz_domain::power::Concern;

/// What was said at a step, and when.
pub(super) struct Said {
    pub title: String,
    pub day: String,
    pub text: String,
}

#[derive(Template)]
#[template(path = "board/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    texts: Vec<Said>,
    facts: Vec<(String, String)>,
    clocks: Vec<(String, String)>,
    decision: Option<Link>,
    public: Option<Link>,
    hands: Vec<HandRow>,
    timeline: Timeline,
}

/// `GET /desk/lists/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<ListEntryId>,
) -> Result<Response, WebError> {
    let view = state.acts.list_entry(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let decision = decision(&state, &granted, &view.line).await?;
    Ok(Html(draw(shell, &view, decision).render()?).into_response())
}

/// The decision it rests on; no way there for whoever may not read it.
async fn decision(
    state: &WebState,
    granted: &Granted,
    line: &ListLine,
) -> Result<Option<Link>, WebError> {
    let Some(row) = &line.decision else { return Ok(None) };
    let concern: Option<Concern> =
        state.acts.accountability_concern(row.id, None).await.map_err(WebError::internal)?;
    let readable = concern.is_some_and(|one| granted.may(Action::AccountabilityRead, &one));
    let href = if readable { format!("/desk/accountabilities/{}", row.id) } else { String::new() };
    let number = row.number.map_or_else(String::new, |number| number.to_string());
    Ok(Some(Link::new(href, number)))
}

fn draw(shell: Shell, view: &ListView, decision: Option<Link>) -> ShowPage {
    let (words, one) = (shell.words, &view.line.entry);
    let home = format!("{HOME}/{}", one.id);
    let title = title(&shell, &view.line);
    let above = vec![Link::new(HOME, shell.say("board-list-title"))];
    let steps = view.steps.iter();
    let shown = view.line.standing.is_shown();
    let path = match one.board {
        Board::Red => "/lists/red",
        Board::Black => "/lists/black",
    };
    ShowPage {
        crumb: Crumb::new(words, above, title.clone()),
        light: Light::standing(words, (one.board, view.line.standing)),
        now: shell.say(&format!("board-now-{}", now(view.line.standing, one.stage))),
        links: steps.map(|step| family::link::<step::Entries>(&shell, *step, &home)).collect(),
        texts: said(&shell, view),
        facts: facts(&shell, view),
        clocks: clocks(&shell, view),
        decision,
        public: shown.then(|| Link::new(path, shell.say("board-public-page"))),
        hands: hands(&shell, &view.hands),
        timeline: timeline(&shell, &view.timeline, next(&shell, &view.line)),
        title,
        shell,
    }
}

/// Whom an entry is about.
pub(super) fn subject(shell: &Shell, line: &ListLine) -> String {
    line.person.clone().unwrap_or_else(|| shell.unit_name(&line.unit))
}

/// What an entry is called.
pub(super) fn title(shell: &Shell, line: &ListLine) -> String {
    let board = shell.words.term(line.entry.board);
    shell.say_with("board-title", &[("board", board.into()), ("name", subject(shell, line).into())])
}

/// What is so now, and what is missing for the next step.
fn now(standing: Standing, stage: Stage) -> &'static str {
    match (standing, stage) {
        (Standing::Pending, Stage::Nominated) => "nominated",
        (Standing::Pending, Stage::Told) => "told",
        (Standing::Pending, Stage::Stated) => "stated",
        (Standing::Pending, _) => "verified",
        (Standing::InNotice, Stage::Contested) => "contested",
        (Standing::InNotice, _) => "in-notice",
        (Standing::Held, _) => "held",
        (Standing::Listed, Stage::Contested) => "listed-contested",
        (Standing::Listed, _) => "listed",
        (Standing::Expired, _) => "expired",
        (Standing::Fallen, _) => "fallen",
        (Standing::Removed, _) => "removed",
        (Standing::Declined, _) => "declined",
    }
}

fn next(shell: &Shell, line: &ListLine) -> Option<String> {
    let action = match line.entry.stage {
        Stage::Told | Stage::Stated | Stage::Verified if line.standing == Standing::Fallen => {
            return None;
        }
        Stage::Nominated | Stage::Stated => Action::ListVerify,
        Stage::Told => Action::ListState,
        Stage::Verified => Action::ListNotice,
        Stage::Contested => Action::ListAnswer,
        Stage::Noticed | Stage::Declined | Stage::Removed => return None,
    };
    Some(shell.words.term(action))
}

/// What was said at each step, in order.
pub(super) fn said(shell: &Shell, view: &ListView) -> Vec<Said> {
    let one = &view.line.entry;
    let date = |day: Option<Date>| day.map_or_else(String::new, |day| shell.words.date(day));
    let text = |key: &str, day: Option<Date>, text: &str| Said {
        title: shell.say(&format!("board-said-{key}")),
        day: date(day),
        text: text.to_owned(),
    };
    let mut texts = vec![text("reason", Some(one.proposed_on), &one.reason)];
    texts.push(text("statement", None, &one.statement));
    texts.push(text("verified", None, &one.verified));
    for objection in &view.objections {
        texts.push(text("objection", Some(objection.raised_on), &objection.reason));
        if let Some(outcome) = objection.outcome {
            let said = text("answer", objection.answered_on, &objection.answer);
            let title = format!("{}：{}", said.title, shell.words.term(outcome));
            texts.push(Said { title, ..said });
        }
    }
    texts.push(text("removal", one.removed_on, &one.removal));
    texts.retain(|one| !one.text.is_empty());
    texts
}

/// The facts beside the page.
pub(super) fn facts(shell: &Shell, view: &ListView) -> Vec<(String, String)> {
    let (words, line) = (shell.words, &view.line);
    let one = &line.entry;
    let label = |key: &str| shell.say(&format!("board-column-{key}"));
    let mut facts = vec![
        (label("board"), words.term(one.board)),
        (label("stage"), words.term(line.standing)),
        (label("where"), words.term(one.stage)),
        (label("unit"), shell.unit_name(&line.unit)),
    ];
    facts.extend(line.person.clone().map(|name| (label("person"), name)));
    facts.extend(line.office.as_ref().map(|office| (label("office"), shell.unit_name(office))));
    if !one.consent.is_empty() {
        facts.push((label("consent"), one.consent.clone()));
    }
    facts.extend(one.listed_from().map(|day| (label("since"), words.date(day))));
    facts
}

/// The terms, each with its length and its source.
fn clocks(shell: &Shell, view: &ListView) -> Vec<(String, String)> {
    let (one, county) = (&view.line.entry, &view.county);
    let open = view.line.objection.as_ref().map(|objection| objection.due);
    let clocks = [
        ("statement", "statement_window", one.statement_due),
        ("notice", "list_notice", one.notice_due),
        ("listed", "list_expiry", one.expiry),
        ("answer", "list_objection", open),
    ];
    let told = clocks.into_iter().filter_map(|(key, code, due)| Some((key, code, due?)));
    let row = |(key, code, due)| {
        let label = shell.say(&format!("board-clock-{key}"));
        (label, term_text(shell.words, county, (code, &due)))
    };
    told.map(row).collect()
}
