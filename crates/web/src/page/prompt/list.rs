//! The prompts of the schemes in force, rule by rule, with what each was worked out from.

use super::key::Which;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::scheme::remark::language;
use crate::page::scheme::run::stretch;
use crate::part::{EmptyState, Light, LightState, Link};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::ToSpan;
use qz_acts::ActError;
use qz_acts::run::view::{PromptLine, RuleView};
use qz_domain::adoption::Adoption;
use qz_domain::filing::Filing;
use qz_domain::id::AdoptionId;
use qz_domain::instant;
use qz_domain::prompt::PROMPT_DAYS;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "scheme/prompts.html")]
struct PromptsPage {
    shell: Shell,
    title: String,
    lead: String,
    schemes: Vec<Scheme>,
    empty: Option<EmptyState>,
}

/// A scheme with its rules.
struct Scheme {
    title: Link,
    unit: String,
    rules: Vec<Rule>,
}

/// A rule in a cycle.
struct Rule {
    element: String,
    cycle: String,
    light: Light,
    sentence: String,
    precision: String,
    prompts: Vec<Prompt>,
}

/// A prompt that nobody dealt with.
struct Prompt {
    subject: String,
    trace: String,
    records: String,
    /// When it was asked about, and what was answered.
    answer: String,
    said: Vec<(String, String)>,
    ask: Option<String>,
    dismiss: String,
    take_up: String,
}

/// Of which scheme; of all, where none is asked.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    adoption: Option<AdoptionId>,
}

/// `GET /desk/prompts?adoption=…`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let running = state.acts.running(None).await.map_err(WebError::internal)?;
    let today = instant::day(state.acts.now());
    let days = (today.saturating_sub(PROMPT_DAYS.days()), today);
    let mut schemes = vec![];
    for one in &running {
        for version in &one.versions {
            if asked.adoption.is_some_and(|asked| asked != version.id) {
                continue;
            }
            let asked = (version.id, days);
            match state.acts.rules(granted.account(), asked, language(&shell)).await {
                Ok(rules) if told(&rules).next().is_none() => {}
                Ok(rules) => {
                    let unit = shell.unit_name(&one.unit);
                    schemes.push(scheme(&shell, (version, unit), &rules));
                }
                // Schemes of other units, and versions that never began, are passed over.
                Err(ActError::Forbidden(_) | ActError::NotFound) => {}
                Err(fault) => return Err(WebError::internal(fault)),
            }
        }
    }
    let page = PromptsPage {
        title: shell.say("prompt-title"),
        lead: shell.say("prompt-lead"),
        empty: schemes.is_empty().then(|| EmptyState::new(shell.say("prompt-empty"))),
        schemes,
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

fn scheme(shell: &Shell, (version, unit): (&Adoption, String), rules: &[RuleView]) -> Scheme {
    let href = format!("{}/{}", crate::page::scheme::HOME, version.id);
    Scheme {
        title: Link::new(href, version.title.clone()),
        unit,
        rules: told(rules).map(|one| rule(shell, version.id, one)).collect(),
    }
}

/// The rules of which there is something to say, the latest cycle first: a cycle that is over, of which the viewer is told
/// nothing and nothing was made, is left out, and so is one under way.
fn told(rules: &[RuleView]) -> impl Iterator<Item = &RuleView> {
    let has_more = |view: &&RuleView| {
        let was_dealt_with = view.dismissed + view.taken_up.len() > 0;
        view.came_to.is_some() || was_dealt_with || view.precision.is_muted()
    };
    rules.iter().rev().filter(has_more)
}

fn rule(shell: &Shell, adoption: AdoptionId, view: &RuleView) -> Rule {
    let prompts = view.came_to.as_ref().map_or(&[][..], |came| &came.prompts);
    let (light, key) = match (&view.came_to, prompts.len()) {
        _ if view.precision.is_muted() => (LightState::None, "prompt-muted"),
        (None, _) => (LightState::None, "prompt-not-asked"),
        (Some(_), 0) => (LightState::Ok, "prompt-none-left"),
        _ => (LightState::Warn, "prompt-some-left"),
    };
    Rule {
        element: view.element.clone(),
        cycle: stretch(shell.words, view.cycle),
        light: Light::new(light, shell.say(key)),
        sentence: sentence(shell, view),
        precision: precision(shell, view),
        prompts: prompts.iter().map(|one| prompt(shell, (adoption, view), one)).collect(),
    }
}

fn sentence(shell: &Shell, view: &RuleView) -> String {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let dealt =
        [("dismissed", count(view.dismissed).into()), ("taken", count(view.taken_up.len()).into())];
    let dealt = shell.say_with("prompt-dealt", &dealt);
    let Some(came) = &view.came_to else { return dealt };
    let values = [
        ("asked", count(came.asked).into()),
        ("prompts", count(came.prompts.len()).into()),
        ("unknown", count(came.unknown).into()),
        ("excepted", count(came.excepted).into()),
    ];
    format!("{} {dealt}", shell.say_with("prompt-came-to", &values))
}

/// How many in a hundred were dismissed so far.
fn precision(shell: &Shell, view: &RuleView) -> String {
    match view.precision.dismissed_share() {
        Some(share) => shell.say_with("prompt-precision", &[("share", share.into())]),
        None => String::new(),
    }
}

fn prompt(shell: &Shell, (adoption, view): (AdoptionId, &RuleView), line: &PromptLine) -> Prompt {
    let (element, subject) = (view.element.clone(), line.subject.clone());
    let which = Which { adoption, element, cycle: view.cycle.0, subject };
    let may_ask = !view.questions.is_empty() && line.asked_on.is_none();
    Prompt {
        subject: format!("{} {}", line.subject, line.name).trim().to_owned(),
        trace: line.trace.clone(),
        records: line.records.join("、"),
        answer: answer(shell, line),
        said: line.answer.as_ref().map(said).unwrap_or_default(),
        ask: may_ask.then(|| which.at("/desk/prompts/ask")),
        dismiss: which.at("/desk/prompts/dismiss"),
        take_up: which.at("/desk/prompts/take-up"),
    }
}

/// When it was asked about or answered, in words.
fn answer(shell: &Shell, line: &PromptLine) -> String {
    let (key, day) = match (&line.answer, line.asked_on) {
        (Some(answer), _) => ("prompt-answered-on", answer.filed_on),
        (None, Some(day)) => ("prompt-asked-on", day),
        (None, None) => return String::new(),
    };
    shell.say_with(key, &[("day", shell.words.date(day).into())])
}

fn said(answer: &Filing) -> Vec<(String, String)> {
    answer.fields.iter().map(|field| (field.title.clone(), field.value.clone())).collect()
}
