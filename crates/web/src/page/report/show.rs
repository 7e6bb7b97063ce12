//! One report, owed or made: its counts as they were confirmed and as they are now, whose hands it
//! went through, what comes next.

use super::list::due_text;
use super::{HOME, key, step};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::family;
use crate::page::matter::hands::{HandRow, hands};
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::page::person::either;
use crate::page::portal::report_rows;
use crate::part::{Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::monthly_report::view::{ReportLine, ReportView};
use qz_domain::action::Action;
use qz_domain::instant;
use qz_domain::monthly_report::{Confirmation, Counted, Counts, Lamp, Stage};
use qz_domain::spelled::Spelled;

/// A count in each version and now.
struct CountRow {
    name: String,
    confirmed: Vec<String>,
    now: Link,
}

/// What a unit added with a confirmation.
struct Added {
    title: String,
    words: String,
}

#[derive(Template)]
#[template(path = "report/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: Vec<String>,
    links: Vec<Link>,
    heads: Vec<String>,
    counts: Vec<CountRow>,
    added: Vec<Added>,
    facts: Vec<(String, String)>,
    hands: Vec<HandRow>,
    timeline: Timeline,
}

/// `GET /desk/reports/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let view = state.acts.monthly_report(granted.account(), key(&id)?).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    Ok(Html(draw(shell, &granted, &view).render()?).into_response())
}

/// What a report is called.
pub(super) fn title(words: Words, line: &ReportLine) -> String {
    let unit = &line.unit;
    let said = [
        ("month", words.month(line.key.month.first()).into()),
        ("unit", either(words, &unit.name, &unit.name_en).into()),
    ];
    words.say_with("report-title", &said)
}

fn draw(shell: Shell, granted: &Granted, view: &ReportView) -> ShowPage {
    let (words, line) = (shell.words, &view.line);
    let home = format!("{HOME}/{}", line.key);
    let title = title(words, line);
    let above = vec![Link::new(HOME, shell.say("report-list-title"))];
    let mut links: Vec<_> =
        view.steps.iter().map(|step| family::link::<step::Reports>(&shell, *step, &home)).collect();
    let public = format!("/reports/{}", line.key.month);
    links.push(Link::new(public, shell.say("report-month-of-county")));
    let confirmed = |one: &Confirmation| {
        words.say_with("report-confirmed-on", &[("day", words.date(one.on).into())])
    };
    let added = view.confirmations.iter().filter(|one| !one.words.is_empty());
    let added = added.map(|one| Added { title: confirmed(one), words: one.words.clone() });
    ShowPage {
        crumb: Crumb::new(words, above, title.clone()),
        light: Light::lamp(words, line.lamp),
        now: now(words, view),
        links,
        heads: view.confirmations.iter().map(confirmed).collect(),
        counts: Counted::ALL.iter().map(|what| count_row(words, granted, view, *what)).collect(),
        added: added.collect(),
        facts: facts(words, line),
        hands: hands(&shell, &view.hands),
        timeline: timeline(&shell, &view.timeline, next(words, view)),
        title,
        shell,
    }
}

fn count_row(words: Words, granted: &Granted, view: &ReportView, what: Counted) -> CountRow {
    let number = |counts: &Counts| words.number(counts.of(what));
    CountRow {
        name: words.term(what),
        confirmed: view.confirmations.iter().map(|one| number(&one.counts)).collect(),
        now: Link::new(rows(granted, &view.line, (what, view.live.of(what))), number(&view.live)),
    }
}

/// Where the rows of a count are, for this reader; nothing where there is none, or where only the
/// organ that handled them may read them.
pub(super) fn rows(granted: &Granted, line: &ReportLine, (what, count): (Counted, i64)) -> String {
    let is_closed =
        what == Counted::PersonDecisions && !granted.may_somewhere(Action::DecisionServe);
    if count == 0 || is_closed {
        return String::new();
    }
    report_rows(what, &line.unit.code, line.key.month)
}

/// What is so, in sentences.
fn now(words: Words, view: &ReportView) -> Vec<String> {
    let line = &view.line;
    let day = ("day", due_text(words, line.due).into());
    let Some(report) = &line.report else {
        let key = if line.lamp == Lamp::Overdue { "report-now-overdue" } else { "report-now-owed" };
        return vec![words.say_with(key, &[day])];
    };
    let mut said = vec![match report.stage {
        Stage::Returned => {
            words.say_with("report-now-returned", &[("reason", report.reason.as_str().into())])
        }
        Stage::Confirmed => {
            let at = words.date_time(instant::civil(report.confirmed.cutoff_at));
            words.say_with("report-now-confirmed", &[("at", at.into())])
        }
    }];
    if report.confirmed.counts.is_nil() {
        said.push(words.say("report-now-nil"));
    }
    if report.confirmed.counts != view.live {
        said.push(words.say("report-now-differs"));
    }
    said
}

fn next(words: Words, view: &ReportView) -> Option<String> {
    view.line.is_open().then(|| words.term(Action::MonthlyReportConfirm))
}

pub(super) fn facts(words: Words, line: &ReportLine) -> Vec<(String, String)> {
    let column = |key: &str| words.say(&format!("report-column-{key}"));
    let lead = &line.lead;
    let mut facts = vec![
        (column("campaign"), line.title.clone()),
        (column("lead"), either(words, &lead.name, &lead.name_en)),
        (column("month"), words.month(line.key.month.first())),
        (column("due"), due_text(words, line.due)),
    ];
    let reported = line.report.as_ref();
    facts.extend(reported.map(|report| (column("reported-on"), words.date(report.first_on))));
    facts
}
