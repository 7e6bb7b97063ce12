//! One person's record: posts, training, declared kin, and the forms for who may fill them in.
//!
//! Kin are shown to the person and to whoever keeps the county's declarations, to nobody else.

use super::form::{self, KinSent, Shown, TrainingSent, label};
use super::list::{either, training_light};
use super::moving::Step;
use super::withdraw;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::format::TimeTag;
use crate::page::accountability::{line_goes, line_light, line_measure, line_speak};
use crate::page::away as list_away;
use crate::page::matter::{due_light, search};
use crate::page::once::once;
use crate::page::record::mine::{self, Rest};
use crate::part::{Crumb, ErrorSummary, Light, LightState, Link, RefusalBox};
use crate::refusal::{act_error, field_errors, plain, refusal_box};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::accountability::view::AccountabilityLine;
use qz_acts::kin::{DeclareKin, KinForm};
use qz_acts::organisation::on_day::{DeputyLine, Handover};
use qz_acts::person::view::{KinTie, PersonView, PostHeld};
use qz_acts::training::{RecordTraining, TrainingForm};
use qz_domain::accountability::Stage;
use qz_domain::action::Action;
use qz_domain::away::Away;
use qz_domain::id::PersonId;
use qz_domain::instant;
use qz_domain::reading::Reading;
use qz_domain::training::Training;

#[derive(Template)]
#[template(path = "person/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    home: String,
    name: String,
    number: String,
    kind: String,
    lead: String,
    on: Option<String>,
    on_wrong: Option<String>,
    light: Light,
    posts: Vec<PostRow>,
    trainings: Vec<TrainingRow>,
    kin: Option<Vec<KinRow>>,
    held: Option<Vec<HeldRow>>,
    rest: Option<Rest>,
    moves: Vec<Link>,
    handed: Vec<(String, String)>,
    stands_in: Vec<StandInRow>,
    away: Option<Vec<AwayRow>>,
    record_away: Option<Link>,
    refusal: Option<RefusalBox>,
    kin_form: Option<Shown>,
    training_form: Option<Shown>,
}

struct PostRow {
    light: Light,
    unit: String,
    post: String,
    kind: String,
    due: String,
    rank: String,
    since: TimeTag,
    until: Option<TimeTag>,
}

/// A post for which the person stands in.
struct StandInRow {
    light: Light,
    post: String,
    since: TimeTag,
    until: Option<TimeTag>,
}

/// An absence.
struct AwayRow {
    light: Light,
    kind: String,
    note: String,
    since: TimeTag,
    until: String,
    back: Option<Link>,
}

struct TrainingRow {
    course: String,
    since: TimeTag,
    until: TimeTag,
    light: Light,
}

struct KinRow {
    name: String,
    relation: String,
    works_in: String,
    declared: String,
    withdrawn: Option<String>,
    step: Option<Link>,
}

/// What concerns oneself.
struct HeldRow {
    name: Link,
    light: Light,
    measure: String,
    noticed: Option<TimeTag>,
}

/// Where the page stands: the keeper's view of somebody, or one's own record.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Listed,
    Own,
}

/// What was sent and refused, to be shown again, and the day that is looked at.
#[derive(Default)]
struct Again {
    on: Option<Date>,
    on_wrong: Option<String>,
    kin: KinSent,
    kin_errors: Vec<crate::part::FieldError>,
    training: TrainingSent,
    training_errors: Vec<crate::part::FieldError>,
    refusal: Option<RefusalBox>,
}

/// The day that is looked at.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    on: String,
}

/// `GET /desk/people/{id}`, `?on=DATE` for what was held on a day.
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<PersonId>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let again = match search::day("on", &asked.on) {
        Ok(on) => Again { on, ..Again::default() },
        Err(fault) => {
            let said = plain(shell.words, &[fault]).pop().map(|fault| fault.message);
            Again { on_wrong: said, ..Again::default() }
        }
    };
    let is_mistaken = again.on_wrong.is_some();
    let page = page(&state, &granted, shell, (id, Place::Listed), again).await?;
    state.acts.note_reads(granted.actor(), (Reading::Person, id.0), [id]);
    if is_mistaken { shown_again(&page) } else { Ok(Html(page.render()?).into_response()) }
}

/// `GET /desk/me/record`
pub(super) async fn own(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let Some(id) = granted.person() else { return nobody(shell) };
    let page = page(&state, &granted, shell, (id, Place::Own), Again::default()).await?;
    Ok(Html(page.render()?).into_response())
}

/// `POST /desk/people/{id}/kin`
pub(super) async fn declare_kin(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<PersonId>,
    Form(sent): Form<KinSent>,
) -> Result<Response, WebError> {
    let place = place(&granted);
    declare(&state, &granted, shell, (id, place), sent).await
}

/// `POST /desk/me/record/kin`
pub(super) async fn declare_own_kin(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<KinSent>,
) -> Result<Response, WebError> {
    let id = granted.person().ok_or(WebError::NotFound)?;
    declare(&state, &granted, shell, (id, Place::Own), sent).await
}

/// Whoever may not list people comes back to their own record.
fn place(granted: &Granted) -> Place {
    if granted.may_somewhere(Action::PersonRead) { Place::Listed } else { Place::Own }
}

async fn declare(
    state: &WebState,
    granted: &Granted,
    shell: Shell,
    (id, place): (PersonId, Place),
    sent: KinSent,
) -> Result<Response, WebError> {
    let number = number(state, granted, &shell, id).await?;
    let form = KinForm {
        person: number,
        relative: sent.relative.clone(),
        relation: sent.relation.clone(),
        declared_on: sent.declared_on.clone(),
    };
    let act = DeclareKin { actor: granted.account(), form, source: String::new() };
    let request = once(state, granted, &sent.request);
    match state.acts.perform(request, act).await {
        Ok(_) => Ok(done(id, place, "kin")),
        Err(error) => {
            let (faults, refusal) = wrong(&shell, error)?;
            let again = Again { kin: sent, kin_errors: faults, refusal, ..Again::default() };
            shown_again(&page(state, granted, shell, (id, place), again).await?)
        }
    }
}

/// `POST /desk/people/{id}/training`
pub(super) async fn record_training(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<PersonId>,
    Form(sent): Form<TrainingSent>,
) -> Result<Response, WebError> {
    let number = number(&state, &granted, &shell, id).await?;
    let form = TrainingForm {
        person: number,
        course: sent.course.clone(),
        since: sent.since.clone(),
        until: sent.until.clone(),
    };
    let act = RecordTraining { actor: granted.account(), form, source: String::new() };
    let request = once(&state, &granted, &sent.request);
    match state.acts.perform(request, act).await {
        Ok(_) => Ok(done(id, Place::Listed, "training")),
        Err(error) => {
            let (faults, refusal) = wrong(&shell, error)?;
            let again =
                Again { training: sent, training_errors: faults, refusal, ..Again::default() };
            shown_again(&page(&state, &granted, shell, (id, Place::Listed), again).await?)
        }
    }
}

/// The work number under which the acts know a person.
async fn number(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    id: PersonId,
) -> Result<String, WebError> {
    let found = state.acts.person(granted.account(), id).await;
    Ok(found.map_err(|error| act_error(shell.words, error, back(shell)))?.person.number)
}

fn back(shell: &Shell) -> Link {
    Link::new("/desk/people", shell.say("person-list-title"))
}

fn done(id: PersonId, place: Place, part: &str) -> Response {
    Redirect::to(&format!("{}#{part}", home(id, place))).into_response()
}

fn home(id: PersonId, place: Place) -> String {
    match place {
        Place::Listed => format!("/desk/people/{id}"),
        Place::Own => "/desk/me/record".to_owned(),
    }
}

/// Faults of fields and what a guard said, for the form; everything else is a page of its own.
fn wrong(
    shell: &Shell,
    error: ActError,
) -> Result<(Vec<crate::part::FieldError>, Option<RefusalBox>), WebError> {
    match error {
        ActError::Invalid(faults) => {
            Ok((field_errors(shell.words, &faults, |field| label(shell, field)), None))
        }
        ActError::Refused(refusal) => {
            Ok((vec![], Some(refusal_box(shell.words, &refusal, back(shell)))))
        }
        other => Err(act_error(shell.words, other, back(shell))),
    }
}

fn shown_again(page: &ShowPage) -> Result<Response, WebError> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

async fn page(
    state: &WebState,
    granted: &Granted,
    shell: Shell,
    (id, place): (PersonId, Place),
    again: Again,
) -> Result<ShowPage, WebError> {
    let found = state.acts.person(granted.account(), id).await;
    let view = found.map_err(|error| act_error(shell.words, error, back(&shell)))?;
    let request = || state.acts.new_request();
    let requests = (request(), request());
    let today = instant::day(state.acts.now());
    let own = match place {
        Place::Own => mine::read(state, granted, &shell, &view).await?,
        Place::Listed => None,
    };
    let mut page = draw(shell, view, (place, today), again, requests);
    if let Some(own) = own {
        let held = |line| held(&page.shell, line, today);
        page.held = Some(own.lines.iter().map(held).collect());
        page.rest = Some(mine::rest(&page.shell, own, today));
    }
    if place == Place::Listed {
        let may = |step: &Step| granted.may_somewhere(step.action());
        let steps = Step::ALL.into_iter().filter(may);
        page.moves = steps.map(|step| step.link(&page.shell, &page.home)).collect();
    }
    if place == Place::Listed && granted.may_somewhere(Action::Transfer) {
        let all = state.acts.handovers(granted.account(), id).await;
        let all = all.map_err(|error| act_error(page.shell.words, error, back(&page.shell)))?;
        page.handed = all.into_iter().map(|one| handed(page.shell.words, one)).collect();
    }
    Ok(page)
}

/// A piece of work that was handed over, and from whom to whom.
fn handed(words: Words, (one, from, to): (Handover, String, String)) -> (String, String) {
    let said = [("from", from.into()), ("to", to.into())];
    (words.term(one.kind), words.say_with("moving-handed", &said))
}

/// What concerns oneself, with how long one may still speak.
fn held(shell: &Shell, line: &AccountabilityLine, today: Date) -> HeldRow {
    let words = shell.words;
    let open = match line.stage {
        Stage::Noticed => line_speak(words, line, today),
        Stage::Served => due_light(words, &line.remedy_due, today)
            .filter(|light| light.state != LightState::Stop),
        _ => None,
    };
    let key = if line.stage == Stage::Noticed { "record-speak" } else { "record-review" };
    let stage = match line_goes(words, line, today) {
        Some(goes) => Light::new(LightState::None, goes),
        None => line_light(words, line),
    };
    let light = match open {
        Some(left) => {
            let said = words.say_with(key, &[("left", left.word.into())]);
            Light::new(left.state, format!("{} · {said}", stage.word))
        }
        None => stage,
    };
    HeldRow {
        name: Link::new(format!("/desk/accountabilities/{}", line.id), line.finding.to_string()),
        light,
        measure: line_measure(words, line),
        noticed: line.noticed_on.parse().ok().map(|day| words.day(day)),
    }
}

fn draw(
    shell: Shell,
    mut view: PersonView,
    (place, today): (Place, Date),
    again: Again,
    (kin_request, training_request): (String, String),
) -> ShowPage {
    let words = shell.words;
    let day = again.on.unwrap_or(today);
    if again.on.is_some() {
        view.posts.retain(|held| held.appointment.holds_on(day));
    }
    let kin_form = view.may_declare.then(|| {
        let errors = ErrorSummary::new(words, again.kin_errors);
        form::kin(&shell, &KinSent { request: kin_request, ..again.kin }, errors)
    });
    let training_form = (view.may_train && place == Place::Listed).then(|| {
        let errors = ErrorSummary::new(words, again.training_errors);
        let sent = TrainingSent { request: training_request, ..again.training };
        form::training(&shell, &sent, errors)
    });
    let steps = (view.offered.contains(&Action::KinWithdraw) && place == Place::Listed)
        .then_some(view.person.id);
    let last = view.trainings.iter().map(|training| training.until).max();
    ShowPage {
        crumb: Crumb::new(words, vec![above(&shell, place)], view.person.name.clone()),
        home: home(view.person.id, place),
        kind: words.term(view.person.kind),
        lead: lead(&shell, &view, day),
        on_wrong: again.on_wrong,
        on: again.on.map(|day| words.say_with("person-on", &[("day", words.date(day).into())])),
        light: training_light(words, last, today),
        posts: view.posts.iter().map(|held| post(&shell, held, day)).collect(),
        trainings: view.trainings.iter().map(|one| training(&shell, one, today)).collect(),
        kin: view.kin.map(|ties| ties.into_iter().map(|tie| kin(&shell, tie, steps)).collect()),
        held: None,
        rest: None,
        moves: vec![],
        handed: vec![],
        stands_in: view.stands_in.iter().map(|line| stand_in(&shell, line, day)).collect(),
        away: view.away.as_ref().map(|all| {
            all.iter()
                .map(|one| away(&shell, one, (day, view.offered.contains(&Action::AwayEnd))))
                .collect()
        }),
        record_away: view
            .offered
            .contains(&Action::AwayRecord)
            .then(|| list_away::record_for(&shell, &view.person)),
        refusal: again.refusal,
        name: view.person.name,
        number: view.person.number,
        kin_form,
        training_form,
        shell,
    }
}

fn above(shell: &Shell, place: Place) -> Link {
    match place {
        Place::Listed => back(shell),
        Place::Own => Link::new("/desk", shell.say("shell-rail-today")),
    }
}

/// What the person does on a day, in a sentence.
fn lead(shell: &Shell, view: &PersonView, day: Date) -> String {
    let now: Vec<String> = view
        .posts
        .iter()
        .filter(|held| held.appointment.holds_on(day))
        .map(|held| {
            let unit = either(shell.words, &held.unit.name, &held.unit.name_en);
            format!("{unit} {}", either(shell.words, &held.post.name, &held.post.name_en))
        })
        .collect();
    if now.is_empty() { shell.say("person-no-post") } else { now.join(&shell.say("refusal-joint")) }
}

fn post(shell: &Shell, held: &PostHeld, day: Date) -> PostRow {
    let (words, one) = (shell.words, &held.appointment);
    let (state, key) = match one.holds_on(day) {
        true if one.is_past_due(day) => (LightState::Warn, "person-post-past-due"),
        true => (LightState::Ok, "person-post-now"),
        false if one.since > day => (LightState::None, "person-post-later"),
        false => (LightState::None, "person-post-past"),
    };
    let due = one.due.map(|due| words.say_with("holder-due", &[("day", words.date(due).into())]));
    PostRow {
        light: Light::new(state, words.say(key)),
        kind: words.term(one.kind),
        due: due.unwrap_or_default(),
        unit: either(words, &held.unit.name, &held.unit.name_en),
        post: either(words, &held.post.name, &held.post.name_en),
        rank: words.term(held.post.rank),
        since: words.day(one.since),
        until: one.until.map(|day| words.day(day)),
    }
}

fn training(shell: &Shell, one: &Training, today: Date) -> TrainingRow {
    let words = shell.words;
    let full = training_light(words, Some(one.until), today);
    let (state, key) = match full.state {
        _ if one.since > today => (LightState::None, "training-later"),
        LightState::Stop => (LightState::Stop, "training-over"),
        state => (state, "training-valid"),
    };
    TrainingRow {
        course: words.term(one.course),
        since: words.day(one.since),
        until: words.day(one.until),
        light: Light::new(state, words.say(key)),
    }
}

fn stand_in(shell: &Shell, line: &DeputyLine, day: Date) -> StandInRow {
    let (words, one) = (shell.words, &line.deputy);
    let (state, key) = match one.holds_on(day) {
        true => (LightState::Ok, "deputy-now"),
        false if one.since > day => (LightState::None, "deputy-later"),
        false => (LightState::None, "deputy-past"),
    };
    let unit = either(words, &line.unit, &line.unit_en);
    StandInRow {
        light: Light::new(state, words.say(key)),
        post: format!("{unit} {}", either(words, &line.post, &line.post_en)),
        since: words.day(one.since),
        until: one.until.map(|day| words.day(day)),
    }
}

fn away(shell: &Shell, one: &Away, (day, may_end): (Date, bool)) -> AwayRow {
    let words = shell.words;
    let is_open = one.until >= day && one.back_on.is_none_or(|back| back > day);
    AwayRow {
        light: list_away::light(words, one, day),
        kind: words.term(one.kind),
        note: one.note.clone(),
        since: words.day(one.since),
        until: list_away::until(words, one),
        back: (is_open && may_end).then(|| list_away::back_link(shell, one.id)),
    }
}

/// A tie; with `of`, the person from whose record it may be withdrawn.
fn kin(shell: &Shell, tie: KinTie, of: Option<PersonId>) -> KinRow {
    let words = shell.words;
    let withdrawn = tie.withdrawn.map(|(day, why)| {
        let values = [("day", words.date(day).into()), ("why", why.into())];
        words.say_with("person-kin-withdrawn", &values)
    });
    let step = match (of, &withdrawn) {
        (Some(of), None) => Some(withdraw::link(shell, of, tie.id)),
        _ => None,
    };
    let key = if tie.declared_by_other { "person-kin-by-other" } else { "person-kin-by-self" };
    KinRow {
        relation: words.term(tie.relation),
        works_in: tie
            .works_in
            .map(|unit| either(words, &unit.name, &unit.name_en))
            .unwrap_or_default(),
        declared: words.say_with(key, &[("day", words.date(tie.declared_on).into())]),
        name: format!("{} {}", tie.other.name, tie.other.number),
        withdrawn,
        step,
    }
}

#[derive(Template)]
#[template(path = "person/nobody.html")]
struct NobodyPage {
    shell: Shell,
}

/// An account that belongs to no person has no record.
fn nobody(shell: Shell) -> Result<Response, WebError> {
    Ok(Html(NobodyPage { shell }.render()?).into_response())
}
