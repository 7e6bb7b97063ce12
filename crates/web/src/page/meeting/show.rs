//! One meeting: its agenda as a table with the ballot on each matter, who took no part and why, what came of it.

use super::carry::Carried;
use super::choose::{due, subject};
use super::{HOME, paper, step};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::family;
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::part::{Crumb, Light, LightState, Link, Timeline};
use crate::refusal::refusal_box;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::meeting::view::{ItemView, Matter, MeetingView};
use qz_domain::accountability;
use qz_domain::action::Action;
use qz_domain::id::{AccountabilityId, MeetingId, PersonId};
use qz_domain::matter::MatterRefusal;
use qz_domain::meeting::{Proposal, Stage, Step, Tally, Vote};
use qz_domain::number::DocumentNumber;
use qz_domain::reading::Reading;
use qz_domain::refusal::Refusal;

/// The page.
#[derive(Template)]
#[template(path = "meeting/show.html")]
pub(super) struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    carried: Option<Carried>,
    carry: Option<CarryForm>,
    items: Vec<Row>,
    minutes: String,
    facts: Vec<(String, String)>,
    timeline: Timeline,
}

/// The form that carries out what was voted.
struct CarryForm {
    action: String,
    request: String,
    versions: Vec<(AccountabilityId, i64)>,
    button: String,
}

/// A row of the agenda.
struct Row {
    place: usize,
    file: Option<Link>,
    about: String,
    proposed: String,
    due: String,
    said: Vec<String>,
    recused: Vec<String>,
    light: Light,
    vote: Option<Link>,
}

/// `GET /desk/meetings/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<MeetingId>,
) -> Result<Response, WebError> {
    let view = state.acts.meeting(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let at = At { state, granted, shell };
    Ok(Html(draw(at, &view, None).render()?).into_response())
}

pub(super) fn draw(at: At, view: &MeetingView, carried: Option<Carried>) -> ShowPage {
    let home = format!("{HOME}/{}", view.row.id);
    note_reads(&at, view);
    let carry = carry_form(&at, view, &home);
    let shell = at.shell;
    let title = title(&shell, view);
    let above = vec![Link::new(HOME, shell.say("meeting-list-title"))];
    let steps = view.steps.iter().filter(|step| **step != Step::Vote);
    let links = steps.map(|step| family::link::<step::Meetings>(&shell, *step, &home));
    ShowPage {
        crumb: Crumb::new(shell.words, above, title.clone()),
        title,
        light: stage_light(shell.words, view.row.stage),
        now: now(&shell, view),
        links: links.chain(paper::links(&shell, view, &home)).collect(),
        carried,
        carry,
        items: view.items.iter().map(|item| row(&shell, view, (item, &home))).collect(),
        minutes: view.row.minutes.clone(),
        facts: facts(&shell, view),
        timeline: timeline(&shell, &view.timeline, next(&shell, view.row.stage)),
        shell,
    }
}

/// Whoever reads the agenda has read of everybody on it.
pub(super) fn note_reads(at: &At, view: &MeetingView) {
    for item in &view.items {
        let Some(row) = item.matter.as_ref().map(|matter| &matter.around.row) else { continue };
        let about = (Reading::Accountability, row.id.0);
        at.state.acts.note_reads(at.granted.actor(), about, row.person());
    }
}

/// The organ and the day.
pub(super) fn title(shell: &Shell, view: &MeetingView) -> String {
    let organ = shell.unit_name(&view.organ);
    let day = shell.words.date(view.row.held_on);
    shell.say_with("meeting-title", &[("organ", organ.into()), ("day", day.into())])
}

/// The number of minutes; empty before they are signed.
pub(super) fn minutes_number(number: Option<DocumentNumber>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

/// Where a meeting stands, as a light.
pub(super) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Called => LightState::Warn,
        Stage::Held => LightState::Ok,
        Stage::CalledOff => LightState::None,
    };
    Light::new(light, words.term(stage))
}

/// What is so and what comes next, in a sentence or two.
fn now(shell: &Shell, view: &MeetingView) -> String {
    let open = view.row.items.iter().filter(|item| item.proposal.is_none()).count();
    let code = match view.row.stage {
        Stage::Called if open == 0 => "settled",
        Stage::Called => "called",
        Stage::Held if to_carry(view).next().is_some() => "to-carry",
        Stage::Held => "held",
        Stage::CalledOff => "called-off",
    };
    let values = [("open", open.into()), ("reason", view.row.reason.as_str().into())];
    shell.say_with(&format!("meeting-now-{code}"), &values)
}

fn next(shell: &Shell, stage: Stage) -> Option<String> {
    (stage == Stage::Called).then(|| shell.words.term(Action::MeetingSign))
}

/// The matters that were carried at this meeting and are still undecided, with the version of each.
pub(super) fn to_carry(view: &MeetingView) -> impl Iterator<Item = (&ItemView, i64)> {
    let is_held = view.row.stage == Stage::Held;
    view.items.iter().filter(move |_| is_held).filter_map(|item| {
        let row = &item.matter.as_ref()?.around.row;
        let is_undecided = row.decided_on.is_none() && row.stage != accountability::Stage::Cleared;
        let is_carried = item.item.must_be_carried().is_ok();
        (is_undecided && is_carried).then_some((item, row.version))
    })
}

fn carry_form(at: &At, view: &MeetingView, home: &str) -> Option<CarryForm> {
    let versions: Vec<_> =
        to_carry(view).map(|(item, version)| (item.item.accountability, version)).collect();
    if versions.is_empty() || !view.may_carry {
        return None;
    }
    let count = [("count", versions.len().into())];
    Some(CarryForm {
        action: format!("{home}/carry"),
        request: at.state.acts.new_request(),
        button: at.shell.say_with("meeting-carry-button", &count),
        versions,
    })
}

fn row(shell: &Shell, view: &MeetingView, (item, home): (&ItemView, &str)) -> Row {
    let Some(matter) = &item.matter else {
        return Row {
            place: item.place,
            file: None,
            about: shell.say("meeting-kept"),
            proposed: String::new(),
            due: String::new(),
            said: vec![],
            recused: vec![],
            light: Light::new(LightState::None, shell.say("meeting-result-kept")),
            vote: None,
        };
    };
    let row = &matter.around.row;
    let key = if item.item.proposal.is_some() { "meeting-vote-again" } else { "meeting-vote" };
    let id = row.id;
    let vote = || Link::new(format!("{home}/items/{id}/vote"), shell.say(key));
    Row {
        place: item.place,
        file: Some(Link::new(format!("/desk/accountabilities/{id}"), subject(shell, matter))),
        about: format!("{} · {}", matter.finding, shell.unit_name(&matter.around.unit)),
        proposed: shell.words.measure(&row.proposed, row.noticed_on),
        due: due(shell, item.due),
        said: said(shell, view, item),
        recused: recused(shell, view, item),
        light: result(shell, view, (item, matter)),
        vote: view.steps.contains(&Step::Vote).then(vote),
    }
}

/// What was put to the vote, and how many voted how.
fn said(shell: &Shell, view: &MeetingView, item: &ItemView) -> Vec<String> {
    let Some(proposal) = proposal(shell, view, item) else { return vec![] };
    let mut said = vec![proposal];
    if !item.item.ballots.is_empty() {
        said.push(tally(shell, item.item.tally()));
    }
    let against = item.item.ballots.iter().filter(|one| one.vote == Vote::Against);
    said.extend(against.map(|one| by(shell, (view, one.person), &one.words)));
    said
}

/// What was put to the vote: which measure, none, or to put it off.
pub(super) fn proposal(shell: &Shell, view: &MeetingView, item: &ItemView) -> Option<String> {
    let proposal = item.item.proposal?;
    let said = match proposal {
        Proposal::Measure => shell.words.measure(&item.item.measure, view.row.held_on),
        Proposal::NoMeasure | Proposal::PutOff => shell.words.term(proposal),
    };
    Some(format!("{said}：{}", item.item.because))
}

/// How many voted how.
pub(super) fn tally(shell: &Shell, tally: Tally) -> String {
    let values = [
        ("agreed", tally.agreed.into()),
        ("against", tally.against.into()),
        ("abstained", tally.abstained.into()),
        ("recused", tally.recused.into()),
    ];
    shell.say_with("meeting-tally", &values)
}

/// Who took no part and why; before the vote, who may not and why.
fn recused(shell: &Shell, view: &MeetingView, item: &ItemView) -> Vec<String> {
    if item.item.ballots.is_empty() {
        let barred = item.barred.iter();
        return barred.map(|(who, bar)| by(shell, (view, *who), &why(shell.words, bar))).collect();
    }
    let recused = item.item.ballots.iter().filter(|one| one.vote == Vote::Recused);
    recused.map(|one| by(shell, (view, one.person), &one.words)).collect()
}

/// Somebody by name, with what they said or what bars them.
pub(super) fn by(shell: &Shell, (view, person): (&MeetingView, PersonId), words: &str) -> String {
    let name = name(view, person);
    if words.is_empty() {
        return name.to_owned();
    }
    shell.say_with("meeting-by", &[("name", name.into()), ("words", words.into())])
}

pub(super) fn name(view: &MeetingView, person: PersonId) -> &str {
    let found = view.people.iter().find(|one| one.person == person);
    found.map_or("", |one| one.name.as_str())
}

/// What bars somebody, in short.
pub(super) fn why(words: Words, bar: &Refusal) -> String {
    match bar {
        Refusal::Matter(MatterRefusal::TookPart { earlier, .. }) => {
            words.say_with("meeting-bar-part", &[("part", words.term(*earlier).into())])
        }
        Refusal::Matter(MatterRefusal::OwnMatter { .. }) => words.say("meeting-bar-own"),
        Refusal::BelongsToUnit { unit, .. } => {
            words.say_with("meeting-bar-unit", &[("unit", unit.as_str().into())])
        }
        Refusal::KinInUnit { relation, unit, .. } => {
            let values =
                [("relation", words.term(*relation).into()), ("unit", unit.as_str().into())];
            words.say_with("meeting-bar-kin", &values)
        }
        other => refusal_box(words, other, Link::new("", "")).title,
    }
}

/// What came of a matter.
pub(super) fn result(
    shell: &Shell,
    view: &MeetingView,
    (item, matter): (&ItemView, &Matter),
) -> Light {
    let row = &matter.around.row;
    let say = |state, code: &str| Light::new(state, shell.say(&format!("meeting-result-{code}")));
    if matter.carried == Some(view.row.id) {
        let number = [("number", minutes_number(row.number).into())];
        return match row.number {
            Some(_) => {
                Light::new(LightState::Ok, shell.say_with("meeting-result-decided", &number))
            }
            None => say(LightState::Ok, "dropped"),
        };
    }
    match (item.item.proposal, view.row.stage) {
        (None, _) => say(LightState::Warn, "open"),
        (Some(Proposal::PutOff), _) => say(LightState::None, "put-off"),
        (Some(_), _) if !item.item.tally().is_carried() => say(LightState::None, "lost"),
        (Some(_), _) if row.decided_on.is_some() => say(LightState::None, "elsewhere"),
        (Some(_), Stage::Held) => say(LightState::Warn, "to-carry"),
        (Some(_), Stage::Called | Stage::CalledOff) => say(LightState::Ok, "carried"),
    }
}

/// What stands beside a meeting.
pub(super) fn facts(shell: &Shell, view: &MeetingView) -> Vec<(String, String)> {
    let (row, words) = (&view.row, shell.words);
    let column = |key: &str| shell.say(&format!("meeting-column-{key}"));
    let mut facts = vec![
        (column("organ"), shell.unit_name(&view.organ)),
        (column("name"), words.date(row.held_on)),
        (column("chair"), row.chair().map_or_else(String::new, |one| name(view, one).to_owned())),
        (column("present"), names(view, true)),
    ];
    let absent = names(view, false);
    if !absent.is_empty() {
        facts.push((column("absent"), absent));
    }
    facts.push((column("called-on"), words.date(row.called_on)));
    if let (Some(number), Some(day)) = (row.number, row.signed_on) {
        facts.push((column("number"), format!("{}{number}", shell.unit_name(&view.organ))));
        facts.push((column("signed-on"), words.date(day)));
    }
    facts
}

/// Those who came, or did not, by name.
pub(super) fn names(view: &MeetingView, is_present: bool) -> String {
    let fits = view.people.iter().filter(|one| one.is_present == is_present);
    fits.map(|one| one.name.as_str()).collect::<Vec<_>>().join("、")
}
