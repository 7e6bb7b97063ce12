//! The steps of one kind of record: each has a page that says what it does before it is done, and leads back
//! to the record afterwards.

use super::forms::Forms;
use super::sent::Sent;
use super::step::{self, Plan, StepPage};
use super::wrong::{Wrong, refuse, settle};
use crate::app::WebState;
use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::error::WebError;
use crate::page::at::At;
use crate::page::once::once;
use crate::part::{Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::{ActError, Done};
use qz_domain::action::Action;
use qz_domain::procedure::Stepped;
use std::fmt::Display;
use std::str::FromStr;

/// A kind of record whose steps have pages of their own.
pub(in crate::page) trait Family: 'static {
    /// What a path names a record by.
    type Id: Copy + Display + FromStr + Send + Sync;
    /// The steps of its procedure.
    type Step: Stepped + Send + Sync;
    /// What whoever is asked about a step reads of the record.
    type View: Send + Sync;
    /// What an act on it answers.
    type Changed: Send;

    /// Its name in keys: with the code of a step, `campaign-issue` has a title, a lead and a button.
    const NAME: &'static str;
    /// Where its list is; a record is one further down.
    const HOME: &'static str;
    /// Reading a record; whoever may do that is told why a step is not theirs.
    const READ: Action;
    /// The steps that have a page of their own here, each with its path. The last part is its code.
    const PAGES: &'static [(Self::Step, &'static str)];
    /// The steps whose pages are made elsewhere: buttons lead there all the same.
    const APART: &'static [(Self::Step, &'static str)] = &[];

    /// Which record a page is about, for one step.
    fn one(step: Self::Step) -> Scope;

    /// The record as whoever asks may read it.
    fn read(at: &At, id: Self::Id) -> impl Future<Output = Result<Self::View, ActError>> + Send;

    /// The version that was read.
    fn version(view: &Self::View) -> i64;

    /// The form as it is first shown.
    fn begun(
        _: &At,
        _: (Self::Step, &Self::View),
        blank: Sent,
    ) -> impl Future<Output = Result<Sent, WebError>> + Send {
        async { Ok(blank) }
    }

    /// Does the step.
    fn perform(
        at: &At,
        request: String,
        about: (Self::Id, Self::Step, &Sent),
    ) -> impl Future<Output = Result<Done<Self::Changed>, ActError>> + Send;

    /// What the page says of the step.
    fn plan(at: &At, step: Self::Step, view: &Self::View) -> Plan;

    /// The step's own fields.
    fn fields(forms: &Forms<'_>, step: Self::Step, view: &Self::View) -> Vec<Field>;
}

/// The code of a step: the last part of its path.
pub(in crate::page) fn code<F: Family>(step: F::Step) -> &'static str {
    let mut pages = F::PAGES.iter().chain(F::APART);
    let found = pages.find(|(one, _)| *one == step).map_or("", |(_, path)| path);
    found.rsplit('/').next().unwrap_or_default()
}

/// The button that leads to a step's page.
pub(in crate::page) fn link<F: Family>(shell: &Shell, step: F::Step, home: &str) -> Link {
    let code = code::<F>(step);
    Link::new(format!("{home}/{code}"), shell.say(&format!("{}-{code}-title", F::NAME)))
}

/// What every plan of a family begins with: its key, where its form goes, the record above it and in
/// its lead, a folded paper.
pub(in crate::page) fn plan<F: Family>(
    shell: &Shell,
    step: F::Step,
    (id, title): (F::Id, &str),
) -> Plan {
    let (code, home) = (code::<F>(step), format!("{}/{id}", F::HOME));
    Plan {
        key: format!("{}-{code}", F::NAME),
        above: vec![
            Link::new(F::HOME, shell.say(&format!("{}-list-title", F::NAME))),
            Link::new(home.clone(), title),
        ],
        action: format!("{home}/{code}"),
        lead: vec![("title", title.to_owned())],
        by: Some("matter-hint-by"),
        ..Plan::default()
    }
}

/// The pages that ask before a step, and where they go.
pub(in crate::page) fn doors<F: Family>(doors: Doors) -> Doors {
    F::PAGES.iter().fold(doors, |doors, (step, path)| {
        let (step, action) = (*step, step.action());
        let form =
            move |granted, State(state): State<WebState>, shell: Shell, Path(id): Path<_>| {
                form::<F>(At { state, granted, shell }, id, step)
            };
        let submit = move |granted,
                           State(state): State<WebState>,
                           shell: Shell,
                           Path(id): Path<_>,
                           Form(sent): Form<Sent>| {
            submit::<F>(At { state, granted, shell }, id, (step, sent))
        };
        let scope = || F::one(step).read_by(F::READ);
        doors.door(Get, path, action, scope(), form).door(Post, path, action, scope(), submit)
    })
}

/// `GET …/{id}/{step}`
async fn form<F: Family>(at: At, id: String, step: F::Step) -> Result<Response, WebError> {
    let id = read_id::<F>(&id)?;
    let view = read::<F>(&at, id).await?;
    let blank = Sent::new(at.state.acts.new_request(), F::version(&view));
    let sent = F::begun(&at, (step, &view), blank).await?;
    step::first(&draw::<F>(at, (step, &view), &sent, (vec![], None)))
}

/// `POST …/{id}/{step}`
async fn submit<F: Family>(
    at: At,
    id: String,
    (step, sent): (F::Step, Sent),
) -> Result<Response, WebError> {
    let id = read_id::<F>(&id)?;
    let home = format!("{}/{id}", F::HOME);
    let request = once(&at.state, &at.granted, &sent.request());
    let outcome = F::perform(&at, request, (id, step, &sent)).await;
    match settle(&at.shell, &home, outcome)? {
        Ok(_) => {
            // After some steps whoever took them reads the record no more.
            let reads = F::read(&at, id).await.is_ok();
            Ok(Redirect::to(if reads { &home } else { F::HOME }).into_response())
        }
        Err(wrong) => {
            let view = read::<F>(&at, id).await?;
            // What was typed stays; it may be sent again on the record as it is now.
            let sent = sent.at(F::version(&view));
            step::again(&draw::<F>(at, (step, &view), &sent, wrong))
        }
    }
}

async fn read<F: Family>(at: &At, id: F::Id) -> Result<F::View, WebError> {
    F::read(at, id).await.map_err(|fault| refuse(&at.shell, F::HOME, fault))
}

/// The number that a path names; the gate has read it before.
fn read_id<F: Family>(id: &str) -> Result<F::Id, WebError> {
    id.parse().map_err(|_| WebError::NotFound)
}

fn draw<F: Family>(
    at: At,
    (step, view): (F::Step, &F::View),
    sent: &Sent,
    wrong: Wrong,
) -> StepPage {
    let plan = F::plan(&at, step, view);
    step::draw(at.shell, (plan, vec![]), sent, wrong, |forms| F::fields(forms, step, view))
}
