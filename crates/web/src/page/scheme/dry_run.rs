//! A dry run of a scheme: what its text would have prompted, asked and shown over past days. Nothing is written.

use super::HOME;
use super::remark::language;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, EmptyState, Filter, FilterField, Link};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::mechanism::{DryRun, Found, Opened, RuleRun};
use qz_domain::id::AdoptionId;
use qz_domain::instant;
use qz_mechanism::Mechanism;
use qz_mechanism::cycle::Stretch;
use serde::Deserialize;

/// The most prompts of a rule that are shown.
const SHOWN: usize = 50;

#[derive(Template)]
#[template(path = "scheme/dry_run.html")]
struct DryRunPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    lead: String,
    filter: Filter,
    fault: Option<String>,
    rules: Vec<Rule>,
    opened: Vec<(String, String)>,
    empty: Option<EmptyState>,
}

/// What a rule came to.
struct Rule {
    element: String,
    sentence: String,
    prompts: Vec<Prompt>,
    more: Option<String>,
}

/// A hit.
struct Prompt {
    cycle: String,
    subject: String,
    trace: String,
}

/// Over which days.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    from: String,
    to: String,
}

impl Asked {
    /// The days; the last three whole months where nothing is asked.
    fn stretch(&self, today: Date) -> Stretch {
        let last = today.first_of_month().saturating_sub(1.day());
        let first = last.first_of_month().saturating_sub(2.months());
        (self.from.parse().unwrap_or(first), self.to.parse().unwrap_or(last))
    }
}

/// `GET /desk/schemes/{id}/dry-run?from=…&to=…`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<AdoptionId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let view = state.acts.adoption(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let stretch = asked.stretch(instant::day(state.acts.now()));
    let Some(mechanism) = Mechanism::read(&view.adoption.text).mechanism else {
        return Err(WebError::NotFound);
    };
    let language = language(&shell);
    let run = state.acts.dry_run(granted.account(), (&mechanism, stretch), language).await;
    let (run, fault) = match run {
        Ok(run) => (Some(run), None),
        Err(ActError::Forbidden(_)) => (None, Some(shell.say("scheme-dry-run-forbidden"))),
        Err(fault) => return Err(refuse(&shell, HOME, fault)),
    };
    let title = view.adoption.title.as_str();
    Ok(Html(draw(shell, (id, title), stretch, (run, fault)).render()?).into_response())
}

fn draw(
    shell: Shell,
    (id, scheme): (AdoptionId, &str),
    (from, to): Stretch,
    (run, fault): (Option<DryRun>, Option<String>),
) -> DryRunPage {
    let home = format!("{HOME}/{id}");
    let above = vec![
        Link::new(HOME, shell.say("scheme-list-title")),
        Link::new(home.clone(), scheme.to_owned()),
    ];
    let day = |name, key: &str, day: Date| FilterField::Day {
        name,
        label: shell.say(key),
        value: day.to_string(),
    };
    let fields = vec![day("from", "scheme-from", from), day("to", "scheme-to", to)];
    let words = shell.words;
    let rules = run.as_ref().map_or(&[][..], |run| &run.rules);
    let opened = run.as_ref().map_or(&[][..], |run| &run.opened);
    let known = run.as_ref().map_or_else(String::new, |run| words.date(run.known_on));
    let is_empty = rules.is_empty() && opened.is_empty() && fault.is_none();
    DryRunPage {
        crumb: Crumb::new(words, above, shell.say("scheme-dry-run-title")),
        title: shell.say("scheme-dry-run-title"),
        lead: shell.say_with("scheme-dry-run-lead", &[("day", known.into())]),
        filter: Filter::new(words, format!("{home}/dry-run"), fields, false),
        rules: rules.iter().map(|one| rule(&shell, one)).collect(),
        opened: opened.iter().map(|one| (one.element.clone(), times(words, one))).collect(),
        empty: is_empty.then(|| EmptyState::new(shell.say("scheme-dry-run-empty"))),
        fault,
        shell,
    }
}

fn rule(shell: &Shell, run: &RuleRun) -> Rule {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let sentence = match run.waits {
        Some(first) => {
            let first = first.within(language(shell));
            shell.say_with("scheme-rule-waits", &[("first", first.into())])
        }
        None => shell.say_with(
            "scheme-rule-came-to",
            &[
                ("asked", count(run.asked).into()),
                ("prompts", count(run.prompts.len()).into()),
                ("unknown", count(run.unknown).into()),
                ("excepted", count(run.excepted).into()),
            ],
        ),
    };
    let left = run.prompts.len().saturating_sub(SHOWN);
    Rule {
        element: run.element.clone(),
        sentence,
        prompts: run.prompts.iter().take(SHOWN).map(|one| prompt(shell.words, one)).collect(),
        more: (left > 0)
            .then(|| shell.say_with("scheme-rule-more", &[("count", count(left).into())])),
    }
}

fn prompt(words: Words, found: &Found) -> Prompt {
    Prompt {
        cycle: words.date(found.cycle.1),
        subject: found.subject.clone(),
        trace: found.trace.clone(),
    }
}

/// How often something would have come round, and what it would have shown.
fn times(words: Words, opened: &Opened) -> String {
    let times = opened.times.map(|times| i64::try_from(times).unwrap_or(i64::MAX));
    let said = match times {
        Some(times) => words.say_with("scheme-opened-times", &[("count", times.into())]),
        None => words.say("scheme-opened-waits"),
    };
    match &opened.shows {
        Some(shows) => {
            format!(
                "{said} {}",
                words.say_with("scheme-opened-shows", &[("content", shows.as_str().into())])
            )
        }
        None => said,
    }
}
