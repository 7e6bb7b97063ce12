//! The auditor's page (审计): who did what to which record, and how the log stands. What was
//! written in a record or said with an act is not shown: an officer reads no case.

use super::{Facts, act_name, log_of};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::format::TimeTag;
use crate::page::download::{self, Format};
use crate::page::matter::search;
use crate::page::matter::timeline::act_by;
use crate::part::{Choice, EmptyState, Filter, FilterField, Link};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use jiff::ToSpan as _;
use jiff::civil::Date;
use qz_acts::log::{ActEntry, ActFilter};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::action::Action;
use qz_domain::field::FieldError;
use qz_domain::id::{AccountId, ActId};
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// The most rows of a file.
const EXPORT_MOST: u32 = 100_000;

/// The kinds of records that acts are on, and the key of their name.
const OBJECTS: [(&str, &str); 46] = [
    ("account", "log-object-account"),
    ("accountability", "log-object-accountability"),
    ("adoption", "log-object-adoption"),
    ("article", "log-object-article"),
    ("attendance_assignment", "log-object-attendance-assignment"),
    ("attendance_exception", "log-object-attendance-exception"),
    ("attendance_rule", "log-object-attendance-rule"),
    ("attendance_sheet", "log-object-attendance-sheet"),
    ("away", "log-object-away"),
    ("bulletin", "log-object-bulletin"),
    ("campaign", "log-object-campaign"),
    ("chain", "log-object-chain"),
    ("deputy", "log-object-deputy"),
    ("draw", "log-object-draw"),
    ("duty_post", "log-object-duty-post"),
    ("duty_swap", "log-object-duty-swap"),
    ("filing", "log-object-filing"),
    ("finding", "log-object-finding"),
    ("holiday_notice", "log-object-holiday-notice"),
    ("import", "log-object-import"),
    ("kin", "log-object-kin"),
    ("law_change", "log-object-law-change"),
    ("list_entry", "log-object-list-entry"),
    ("meeting", "log-object-meeting"),
    ("monthly_report", "log-object-monthly-report"),
    ("objection", "log-object-objection"),
    ("outage", "log-object-outage"),
    ("person", "log-object-person"),
    ("post", "log-object-post"),
    ("prompt", "log-object-prompt"),
    ("rectification", "log-object-rectification"),
    ("request", "log-object-request"),
    ("review", "log-object-review"),
    ("roster", "log-object-roster"),
    ("sanction", "log-object-sanction"),
    ("sealed_source", "log-object-sealed-source"),
    ("source_opening", "log-object-source-opening"),
    ("suspicion", "log-object-suspicion"),
    ("terminal", "log-object-terminal"),
    ("terminal_batch", "log-object-terminal-batch"),
    ("terminal_order", "log-object-terminal-order"),
    ("terminal_pin", "log-object-terminal-pin"),
    ("ticket", "log-object-ticket"),
    ("unit", "log-object-unit"),
    ("visit", "log-object-visit"),
    ("work_start", "log-object-work-start"),
];

/// What the auditor may ask.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    account: String,
    #[serde(default)]
    from: String,
    #[serde(default)]
    to: String,
    before: Option<i64>,
}

struct ActRow {
    leaf: u64,
    href: String,
    at: TimeTag,
    what: String,
    object: String,
    by: String,
    account: String,
}

#[derive(Template)]
#[template(path = "log/audit.html")]
struct AuditPageView {
    shell: Shell,
    facts: Facts,
    difference: Option<String>,
    filter: Filter,
    rows: Vec<ActRow>,
    empty: Option<EmptyState>,
    newest: Option<String>,
    older: Option<String>,
    files: Vec<Link>,
}

/// `GET /desk/log`
pub(super) async fn show(
    _: Granted,
    State(state): State<WebState>,
    mut shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let facts = Facts::read(&state, &mut shell).await?;
    let (filter, faults) = asked.filter(&state).await?;
    let page = state.acts.log_page(&filter, asked.before.map(ActId)).await;
    let page = page.map_err(WebError::internal)?;
    let here = query::without(&shell.here, "before");
    let files = query::without(&shell.here, "before").replacen("/desk/log", "", 1);
    let file = |ending: &str, label: &str| {
        Link::new(format!("/desk/log/export.{ending}{files}"), shell.say(label))
    };
    let listed = page.entries.iter().filter(|_| faults.is_empty());
    let clear = Link::new("/desk/log", shell.say("part-filter-clear"));
    let empty = EmptyState::new(shell.say("log-none")).way(clear);
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let view = AuditPageView {
        difference: log_of(&state)?.last_check().and_then(|check| check.outcome.err()),
        filter: controls(&shell, &asked).with_faults(&faults),
        rows: listed.map(|act| row(&shell, act)).collect(),
        empty: faults.is_empty().then_some(empty),
        newest: asked.before.map(|_| here.clone()),
        older: page.next.map(|act| query::with(&here, "before", &act.to_string())),
        files: vec![file("csv", "log-as-csv"), file("xlsx", "log-as-xlsx")],
        facts,
        shell,
    };
    Ok((status, Html(view.render()?)).into_response())
}

/// `GET /desk/log/export.csv` and `.xlsx`
pub(super) async fn export(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (filter, faults) = asked.filter(&state).await?;
    search::readable(shell.words, &faults)?;
    let acts = state.acts.log_rows(&filter, None, EXPORT_MOST).await.map_err(WebError::internal)?;
    let now = shell.now_text().unwrap_or_default();
    let values = [("count", acts.len().into()), ("now", now.into())];
    let columns = [
        "log-column-leaf",
        "log-column-at",
        "log-column-what",
        "log-column-object",
        "log-column-by",
        "log-column-account",
        "log-column-hash",
    ];
    let sheet = Sheet {
        title: shell.say("log-title"),
        header: columns.iter().map(|key| shell.say(key)).collect(),
        rows: acts.iter().map(|act| cells(&shell, act)).collect(),
        notes: vec![shell.say_with("log-export-note", &values)],
    };
    download::sheet(&sheet, "log", format)
}

fn cells(shell: &Shell, act: &ActEntry) -> Vec<Cell> {
    vec![
        Cell::Text(act.leaf.to_string()),
        Cell::Moment(instant::civil(act.at)),
        Cell::Text(act_name(shell, &act.kind)),
        Cell::Text(object_name(shell, act)),
        Cell::Text(who(shell, act)),
        Cell::Text(act.recorded_by.as_ref().map(|(_, name)| name.clone()).unwrap_or_default()),
        Cell::Text(act.hash.to_hex()),
    ]
}

impl Asked {
    /// The filter of the acts, and what of it could not be read. An unknown account did nothing.
    async fn filter(&self, state: &WebState) -> Result<(ActFilter, Vec<FieldError>), WebError> {
        let name = self.account.trim();
        let account = match name {
            "" => None,
            name => {
                let found = state.acts.log_account(name).await.map_err(WebError::internal)?;
                Some(found.unwrap_or(AccountId(0)))
            }
        };
        let (days, faults) = search::span(&self.from, &self.to);
        let morning = |day: Date| instant::instant(day.at(0, 0, 0, 0));
        let next = |day: Date| day.checked_add(1.day()).ok();
        let filter = ActFilter {
            kind: Some(self.kind.clone()).filter(|kind| !kind.is_empty()),
            account,
            from: days.and_then(|(from, _)| morning(from)),
            until: days.and_then(|(_, to)| next(to)).and_then(morning),
        };
        Ok((filter, faults))
    }

    fn is_filtered(&self) -> bool {
        [&self.kind, &self.account, &self.from, &self.to].iter().any(|asked| !asked.is_empty())
    }
}

fn controls(shell: &Shell, asked: &Asked) -> Filter {
    let mut choices = vec![Choice::new("", shell.say("log-all"), &asked.kind)];
    choices.extend(
        Action::ALL
            .iter()
            .map(|action| Choice::new(action.code(), shell.words.term(*action), &asked.kind)),
    );
    let day = |name, label: &str, value: &str| FilterField::Day {
        name,
        label: shell.say(label),
        value: value.to_owned(),
    };
    let fields = vec![
        FilterField::Choice { name: "kind", label: shell.say("log-column-what"), choices },
        FilterField::Word {
            name: "account",
            label: shell.say("log-column-account"),
            value: asked.account.clone(),
        },
        day("from", "log-from", &asked.from),
        day("to", "log-to", &asked.to),
    ];
    Filter::new(shell.words, "/desk/log", fields, asked.is_filtered())
}

fn row(shell: &Shell, act: &ActEntry) -> ActRow {
    ActRow {
        leaf: act.leaf,
        href: format!("/verify?leaf={}", act.leaf),
        at: shell.words.instant(act.at),
        what: act_name(shell, &act.kind),
        object: object_name(shell, act),
        by: who(shell, act),
        account: act.recorded_by.as_ref().map(|(_, name)| name.clone()).unwrap_or_default(),
    }
}

/// Who did it, and for whom.
fn who(shell: &Shell, act: &ActEntry) -> String {
    act.by.as_ref().map(|(_, name)| act_by(shell.words, name, act)).unwrap_or_default()
}

/// The kind and number of a record: `走访812`.
fn object_name(shell: &Shell, act: &ActEntry) -> String {
    let key = OBJECTS.iter().find(|(kind, _)| *kind == act.object_kind).map(|(_, key)| *key);
    let kind = key.map_or_else(|| act.object_kind.clone(), |key| shell.say(key));
    shell.say_with("log-object", &[("kind", kind.into()), ("number", act.object.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_record_has_a_name() {
        let named: Vec<_> = OBJECTS.iter().map(|(kind, _)| *kind).collect();
        let mut kinds: Vec<_> = qz_acts::log::object_kinds().collect();
        kinds.sort_unstable();
        assert_eq!(named, kinds);
    }
}
