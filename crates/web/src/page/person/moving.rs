//! Appoint somebody, transfer them, end an appointment (任免与调动): one page a step, on the record of
//! the person. A transfer shows what work is open and asks who takes it over.

use super::choosing::{Asked, Choosing};
use super::list::either;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Choice, Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::organisation::on_day::OpenWork;
use qz_acts::organisation::{
    Appoint, AppointForm, Appointed, EndAppointment, EndForm, Transfer, TransferForm,
};
use qz_acts::person::view::PersonView;
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::appointment::AppointmentKind;
use qz_domain::id::PersonId;

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Appoint,
    Transfer,
    End,
}

impl Step {
    /// Every step, in the order of its buttons.
    pub const ALL: [Self; 3] = [Self::Appoint, Self::Transfer, Self::End];

    /// The power it needs.
    pub fn action(self) -> Action {
        match self {
            Self::Appoint => Action::Appoint,
            Self::Transfer => Action::Transfer,
            Self::End => Action::AppointmentEnd,
        }
    }

    /// Where its page is.
    pub fn path(self) -> &'static str {
        match self {
            Self::Appoint => "/desk/people/{id}/appoint",
            Self::Transfer => "/desk/people/{id}/transfer",
            Self::End => "/desk/people/{id}/end",
        }
    }

    fn code(self) -> &'static str {
        self.path().rsplit('/').next().unwrap_or_default()
    }

    /// The button that leads to it.
    pub fn link(self, shell: &Shell, home: &str) -> Link {
        let label = shell.say(&format!("moving-{}-title", self.code()));
        Link::new(format!("{home}/{}", self.code()), label)
    }
}

/// `GET /desk/people/{id}/{step}`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    (Path(id), Query(asked)): (Path<PersonId>, Query<Asked>),
    step: Step,
) -> Result<Response, WebError> {
    let sent = Sent::new(state.acts.new_request(), 0);
    let case = (id, step, &asked);
    step::first(&draw(&state, &granted, shell, case, (&sent, (vec![], None))).await?)
}

/// `POST /desk/people/{id}/{step}`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    (Path(id), Query(asked)): (Path<PersonId>, Query<Asked>),
    Form(sent): Form<Sent>,
    step: Step,
) -> Result<Response, WebError> {
    let home = format!("/desk/people/{id}");
    let view = read(&state, &granted, &shell, id).await?;
    let outcome = perform(&state, &granted, (step, &view.person.number), &sent).await;
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let case = (id, step, &asked);
            step::again(&draw(&state, &granted, shell, case, (&sent, wrong)).await?)
        }
    }
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    id: PersonId,
) -> Result<PersonView, WebError> {
    let view = state.acts.person(granted.account(), id).await;
    view.map_err(|fault| refuse(shell, "/desk/people", fault))
}

async fn perform(
    state: &WebState,
    granted: &Granted,
    (step, person): (Step, &str),
    sent: &Sent,
) -> Result<Done<Appointed>, ActError> {
    let (acts, actor, source) = (&state.acts, granted.account(), String::new());
    let request = once(state, granted, &sent.request());
    let text = |name: &str| sent.text(name);
    let (person, paper_number, paper_day) =
        (person.to_owned(), text("paper_number"), text("paper_day"));
    if step == Step::End {
        let (post, until) = (text("post"), text("until"));
        let form = EndForm { person, post, until, paper_number, paper_day };
        return acts.perform(request, EndAppointment { actor, form }).await;
    }
    let (post, since, due) = (text("post"), text("since"), text("due"));
    let kind = text("footing");
    let to = AppointForm { person, post, kind, since, due, paper_number, paper_day };
    if step == Step::Appoint {
        return acts.perform(request, Appoint { actor, form: to, source }).await;
    }
    let form = TransferForm { to, from: text("from"), taker: text("taker") };
    acts.perform(request, Transfer { actor, form, source }).await
}

async fn draw(
    state: &WebState,
    granted: &Granted,
    shell: Shell,
    (id, step, asked): (PersonId, Step, &Asked),
    (sent, wrong): (&Sent, Wrong),
) -> Result<StepPage, WebError> {
    let view = read(state, granted, &shell, id).await?;
    let work = match step {
        Step::Transfer => {
            let work = state.acts.open_work(granted.account(), id).await;
            work.map_err(|fault| refuse(&shell, "/desk/people", fault))?
        }
        Step::Appoint | Step::End => vec![],
    };
    let held = view.posts.iter().filter(|held| held.appointment.until.is_none());
    let held: Vec<_> = held.map(|held| code_of(&shell, held)).collect();
    let mut plan = plan(&shell, step, &view, &work);
    if step == Step::End {
        return Ok(step::draw(shell, (plan, held), sent, wrong, end_fields));
    }
    let choice = Choosing::read(state, granted, &shell, (&plan.action, asked)).await?;
    plan.action.clone_from(&choice.action);
    let posts = choice.posts(&shell, sent.get("post"));
    let page =
        step::draw(shell, (plan, held), sent, wrong, |forms| fields(forms, (step, &work), posts));
    Ok(page.choose_first(choice.filter))
}

/// A post the person holds, as a field takes it: its code first.
fn code_of(shell: &Shell, held: &qz_acts::person::view::PostHeld) -> String {
    let unit = either(shell.words, &held.unit.name, &held.unit.name_en);
    let post = either(shell.words, &held.post.name, &held.post.name_en);
    format!("{} {unit} {post}", held.post.code)
}

fn end_fields(forms: &Forms<'_>) -> Vec<Field> {
    vec![forms.unit("post", "moving-hint-held"), forms.day("until")]
}

/// The fields of a new appointment; the post is typed until a unit was chosen.
fn fields(
    forms: &Forms<'_>,
    (step, work): (Step, &[OpenWork]),
    posts: Option<Vec<Choice>>,
) -> Vec<Field> {
    let hint = |field: Field, key: &str| field.hint(forms.shell.say(key));
    let post = match posts {
        Some(posts) => forms.select("post", posts).wide(),
        None => hint(forms.line("post"), "moving-hint-post"),
    };
    let mut fields = match step {
        Step::Transfer => vec![forms.unit("from", "moving-hint-held"), post],
        Step::Appoint | Step::End => vec![post, forms.radios::<AppointmentKind>("footing")],
    };
    fields.push(forms.day("since"));
    if step == Step::Appoint {
        fields.push(hint(forms.day("due"), "moving-hint-due"));
    }
    if !work.is_empty() {
        fields.push(forms.people("taker", "moving-hint-taker"));
    }
    fields
}

fn plan(shell: &Shell, step: Step, view: &PersonView, work: &[OpenWork]) -> Plan {
    let words = shell.words;
    let home = format!("/desk/people/{}", view.person.id);
    let open = work.iter().map(|one| {
        let unit = either(words, &one.unit, &one.unit_en);
        (words.term(one.kind), unit)
    });
    Plan {
        key: format!("moving-{}", step.code()),
        above: vec![
            Link::new("/desk/people", shell.say("person-list-title")),
            Link::new(home.clone(), view.person.name.clone()),
        ],
        action: format!("{home}/{}", step.code()),
        lead: vec![("name", view.person.name.clone()), ("work", work.len().to_string())],
        texts: vec![],
        facts: open.collect(),
        links: vec![Link::new("/desk/units", shell.say("unit-list-title"))],
        rules: match step {
            Step::Appoint => &["moving-rule-who", "moving-rule-one", "moving-rule-due"],
            Step::Transfer => &["moving-rule-who", "moving-rule-part"],
            Step::End => &["moving-rule-who"],
        },
        by: None,
        paper: PaperPart::Folded,
    }
}
