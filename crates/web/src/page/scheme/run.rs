//! The run of a scheme in force: its items over some days, cycle by cycle, with what was filed and what can be done now.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::filing::{Item, state_light};
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, EmptyState, Filter, FilterField, Light, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_acts::run::view::{ItemLine, RunView};
use qz_domain::adoption::Adoption;
use qz_domain::filing::FilingKind;
use qz_domain::id::AdoptionId;
use qz_domain::instant;
use qz_domain::term::Due;
use qz_mechanism::cycle::Stretch;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "scheme/run.html")]
struct RunPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    lead: String,
    links: Vec<Link>,
    filter: Filter,
    cycles: Vec<Cycle>,
    empty: Option<EmptyState>,
}

/// The items of one cycle.
struct Cycle {
    title: String,
    rows: Vec<Row>,
}

/// An item.
struct Row {
    element: String,
    unit: String,
    due: String,
    light: Light,
    said: Vec<Said>,
    ways: Vec<Link>,
}

/// What was filed.
struct Said {
    fields: Vec<(String, String)>,
    note: String,
    correct: Option<Link>,
}

/// Over which days.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    from: String,
    to: String,
    open: String,
}

/// `GET /desk/schemes/{id}/run?from=…&to=…&open=1`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<AdoptionId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let account = granted.account();
    let view = state.acts.adoption(account, id).await;
    let adoption = view.map_err(|fault| refuse(&shell, HOME, fault))?.adoption;
    let today = instant::day(state.acts.now());
    let begun = today.first_of_month().saturating_sub(1.month());
    let stretch = (asked.from.parse().unwrap_or(begun), asked.to.parse().unwrap_or(today));
    let run = state.acts.run(account, (id, stretch)).await;
    let run = run.map_err(|fault| refuse(&shell, HOME, fault))?;
    let page = draw(shell, (&adoption, run), (stretch, &asked));
    Ok(Html(page.render()?).into_response())
}

fn draw(
    shell: Shell,
    (adoption, run): (&Adoption, RunView),
    (stretch, asked): (Stretch, &Asked),
) -> RunPage {
    let words = shell.words;
    let home = format!("{HOME}/{}", adoption.id);
    let above = vec![
        Link::new(HOME, shell.say("scheme-list-title")),
        Link::new(home.clone(), adoption.title.clone()),
    ];
    let title = shell.say("scheme-run-title");
    let is_open = |item: &ItemLine| asked.open.is_empty() || item.state.is_open();
    let items: Vec<_> = run.items.into_iter().filter(is_open).collect();
    let cycles = cycles(&shell, adoption.id, &items);
    RunPage {
        crumb: Crumb::new(words, above, title.clone()),
        lead: shell.say_with("scheme-run-lead", &[("title", adoption.title.as_str().into())]),
        links: vec![
            Link::new(format!("/desk/prompts?adoption={}", adoption.id), shell.say("prompt-title")),
            Link::new(format!("/mechanisms/{}", adoption.code), shell.say("scheme-on-the-portal")),
        ],
        filter: Filter::new(
            words,
            format!("{home}/run"),
            fields(&shell, stretch, asked),
            !asked.open.is_empty(),
        ),
        empty: cycles.is_empty().then(|| EmptyState::new(shell.say("scheme-run-empty"))),
        cycles,
        title,
        shell,
    }
}

fn fields(shell: &Shell, (from, to): Stretch, asked: &Asked) -> Vec<FilterField> {
    use crate::part::Choice;
    let day = |name, key: &str, day: Date| FilterField::Day {
        name,
        label: shell.say(key),
        value: day.to_string(),
    };
    let choice =
        |value: &str, key: &str| Choice::new(value.to_owned(), shell.say(key), &asked.open);
    let choices = vec![choice("", "scheme-run-all"), choice("1", "scheme-run-open")];
    let label = shell.say("scheme-run-which");
    vec![
        day("from", "scheme-from", from),
        day("to", "scheme-to", to),
        FilterField::Choice { name: "open", label, choices },
    ]
}

/// The items, cycle by cycle, the latest first.
fn cycles(shell: &Shell, adoption: AdoptionId, items: &[ItemLine]) -> Vec<Cycle> {
    let mut cycles: Vec<(Stretch, Vec<Row>)> = vec![];
    for item in items {
        let row = row(shell, adoption, item);
        match cycles.last_mut() {
            Some((cycle, rows)) if *cycle == item.cycle => rows.push(row),
            _ => cycles.push((item.cycle, vec![row])),
        }
    }
    cycles.reverse();
    let titled = |(cycle, rows)| Cycle { title: stretch(shell.words, cycle), rows };
    cycles.into_iter().map(titled).collect()
}

/// A cycle in words: of what comes once its first day alone, of a single day that day.
pub(in crate::page) fn stretch(words: Words, (first, last): Stretch) -> String {
    if last == Date::MAX {
        return words.say_with("scheme-cycle-from", &[("from", words.date(first).into())]);
    }
    if first == last {
        return words.date(first);
    }
    let days = [("from", words.date(first).into()), ("to", words.date(last).into())];
    words.say_with("scheme-cycle", &days)
}

fn row(shell: &Shell, adoption: AdoptionId, item: &ItemLine) -> Row {
    let words = shell.words;
    let key = Item {
        adoption,
        element: item.element.clone(),
        cycle: item.cycle.0,
        unit: item.unit.code.clone(),
        answers: item.answers,
    };
    let mut ways = vec![];
    if item.may_file {
        let is_asked = !item.asked.is_empty();
        let path = if is_asked { "/desk/registers/write" } else { "/desk/filings/file" };
        ways.push(Link::new(key.at(path), shell.say("filing-file-button")));
    }
    if item.may_excuse {
        ways.push(Link::new(key.at("/desk/filings/excuse"), shell.say("filing-excuse-button")));
    }
    let said = item.filings.iter().map(|one| {
        let day = words.date(one.filed_on);
        let key = match (one.kind, one.corrects) {
            (FilingKind::Excused, _) => "filing-excused-on",
            (FilingKind::Nothing, _) => "filing-nothing-on",
            (_, Some(_)) => "filing-corrected-on",
            _ => "filing-filed-on",
        };
        let values = [("day", day.into()), ("reason", one.reason.as_str().into())];
        let is_filled = one.kind == FilingKind::Filled && !one.fields.is_empty();
        let correct = format!("/desk/filings/{}/correct", one.id);
        Said {
            fields: one
                .fields
                .iter()
                .map(|field| (field.title.clone(), field.value.clone()))
                .collect(),
            note: shell.say_with(key, &values),
            correct: is_filled.then(|| Link::new(correct, shell.say("filing-correct-title"))),
        }
    });
    Row {
        element: element(shell, item),
        unit: shell.unit_name(&item.unit),
        due: due(words, item.due),
        light: state_light(words, item.state),
        said: said.collect(),
        ways,
    }
}

/// The element, with whom it asks where it asks somebody in person.
fn element(shell: &Shell, item: &ItemLine) -> String {
    if item.asked.is_empty() {
        return item.element.clone();
    }
    let values = [("person", item.asked.as_str().into())];
    format!("{} ({})", item.element, shell.say_with("filing-asked-person", &values))
}

/// By when, in words.
pub(in crate::page) fn due(words: Words, due: Option<Due>) -> String {
    match due {
        Some(Due::Fixed(day)) => words.date(day),
        Some(Due::AwaitingCalendar { .. }) => words.say("scheme-due-awaits"),
        None => words.say("scheme-due-open"),
    }
}
