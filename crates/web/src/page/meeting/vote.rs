//! The ballot on one matter: what is put to the vote, and how each of those who came voted. Whoever may not vote stands there
//! as recused, with the reason.

use super::HOME;
use super::choose::subject;
use super::show::{name, note_reads, title, why};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Choice, Crumb, ErrorSummary, Field, Link, RefusalBox};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::meeting::view::{ItemView, Matter, MeetingView};
use qz_acts::meeting::{BallotForm, RecordVote, VoteForm};
use qz_domain::accountability::Stage;
use qz_domain::id::{AccountabilityId, MeetingId};
use qz_domain::meeting::{Proposal, Vote};
use qz_domain::spelled::Spelled;

/// Where the form is.
pub(super) const PATH: &str = "/desk/meetings/{id}/items/{item}/vote";

#[derive(Template)]
#[template(path = "meeting/vote.html")]
struct VotePage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    texts: Vec<(String, String)>,
    file: Link,
    action: String,
    back: String,
    request: String,
    version: i64,
    errors: ErrorSummary,
    refusal: Option<RefusalBox>,
    fields: Vec<Field>,
    ballots: Vec<BallotRow>,
}

/// A row of the ballot.
struct BallotRow {
    row: usize,
    name: String,
    bar: Option<String>,
    choices: Vec<Choice>,
    words: String,
    faults: Vec<String>,
}

/// `GET /desk/meetings/{id}/items/{item}/vote`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path((id, about)): Path<(MeetingId, AccountabilityId)>,
) -> Result<Response, WebError> {
    let at = At { state, granted, shell };
    let (view, place) = read(&at, (id, about)).await?;
    note_reads(&at, &view);
    let sent = begun(&at, &view, &view.items[place]);
    Ok(Html(draw(at, (&view, place), &sent, (vec![], None))?.render()?).into_response())
}

/// `POST /desk/meetings/{id}/items/{item}/vote`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path((meeting, about)): Path<(MeetingId, AccountabilityId)>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let at = At { state, granted, shell };
    let (view, place) = read(&at, (meeting, about)).await?;
    let (actor, version, form) = (at.account(), sent.version(), taken(&view, &sent));
    let act = RecordVote { actor, meeting, version, accountability: about, form };
    let request = once(&at.state, &at.granted, &sent.request());
    let home = format!("{HOME}/{meeting}");
    match settle(&at.shell, &home, at.state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&format!("{home}#item-{}", place + 1)).into_response()),
        Err(wrong) => {
            let sent = sent.at(view.row.version);
            let page = draw(at, (&view, place), &sent, wrong)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
        }
    }
}

/// The meeting, and where the matter stands on its agenda.
async fn read(
    at: &At,
    (id, about): (MeetingId, AccountabilityId),
) -> Result<(MeetingView, usize), WebError> {
    let found = at.state.acts.meeting(at.account(), id).await;
    let view = found.map_err(|fault| refuse(&at.shell, HOME, fault))?;
    let mut items = view.items.iter();
    let place = items.position(|item| item.item.accountability == about && item.matter.is_some());
    let place = place.ok_or(WebError::NotFound)?;
    Ok((view, place))
}

/// The form as it is first shown: what was taken down before, or the measure of the notice and who is barred.
fn begun(at: &At, view: &MeetingView, item: &ItemView) -> Sent {
    let blank = Sent::new(at.state.acts.new_request(), view.row.version);
    let said = &item.item;
    let proposed = item.matter.as_ref().map_or("", |one| one.around.row.proposed.as_str());
    let measure = if said.measure.is_empty() { proposed } else { &said.measure };
    let sent = blank
        .put("proposal", said.proposal.map_or("", Spelled::code))
        .put("measure", measure)
        .put("response", &said.response)
        .put("because", &said.because);
    let rows = (1..).zip(view.row.present());
    rows.fold(sent, |sent, (row, person): (usize, _)| {
        let before = said.ballots.iter().find(|one| one.person == person);
        let barred = item.barred.iter().find(|(who, _)| *who == person);
        let (vote, words) = match (before, barred) {
            (Some(one), _) => (one.vote.code(), one.words.clone()),
            (None, Some((_, bar))) => (Vote::Recused.code(), why(at.shell.words, bar)),
            (None, None) => ("", String::new()),
        };
        sent.put(&format!("vote.{row}"), vote).put(&format!("dissent.{row}"), words)
    })
}

/// What was taken down.
fn taken(view: &MeetingView, sent: &Sent) -> VoteForm {
    let ballot = |(row, person): (usize, _)| BallotForm {
        person,
        vote: sent.text(&format!("vote.{row}")),
        words: sent.text(&format!("dissent.{row}")),
    };
    VoteForm {
        proposal: sent.text("proposal"),
        measure: sent.text("measure"),
        response: sent.text("response"),
        because: sent.text("because"),
        ballots: (1..).zip(view.row.present()).map(ballot).collect(),
    }
}

fn draw(
    at: At,
    (view, place): (&MeetingView, usize),
    sent: &Sent,
    (faults, refusal): Wrong,
) -> Result<VotePage, WebError> {
    let item = &view.items[place];
    let matter = item.matter.as_ref().ok_or(WebError::NotFound)?;
    let shell = at.shell;
    let home = format!("{HOME}/{}", view.row.id);
    let errors = ErrorSummary::new(shell.words, faults);
    let forms = Forms { shell: &shell, errors: &errors, sent };
    let who = subject(&shell, matter);
    let values = [("place", item.place.into()), ("name", who.clone().into())];
    let title_here = shell.say_with("meeting-vote-title", &values);
    let above = vec![
        Link::new(HOME, shell.say("meeting-list-title")),
        Link::new(home.clone(), title(&shell, view)),
    ];
    let id = item.item.accountability;
    Ok(VotePage {
        crumb: Crumb::new(shell.words, above, title_here.clone()),
        title: title_here,
        texts: texts(&shell, matter),
        file: Link::new(format!("/desk/accountabilities/{id}"), who),
        action: format!("{home}/items/{id}/vote"),
        back: home,
        request: sent.request(),
        version: sent.version(),
        refusal,
        fields: fields(&forms, view, matter),
        ballots: ballots(&forms, view, item),
        errors,
        shell,
    })
}

/// What was said before, to be read before voting.
fn texts(shell: &Shell, matter: &Matter) -> Vec<(String, String)> {
    let (row, words) = (&matter.around.row, shell.words);
    let label = |key: &str| shell.say(&format!("matter-field-{key}"));
    let all = vec![
        (label("conduct"), row.conduct.clone()),
        (label("ground"), words.ground(&row.ground, row.noticed_on)),
        (
            shell.say("accountability-measure-proposed"),
            words.measure(&row.proposed, row.noticed_on),
        ),
        (label("statement"), row.statement.clone()),
    ];
    all.into_iter().filter(|(_, text)| !text.is_empty()).collect()
}

fn fields(forms: &Forms<'_>, view: &MeetingView, matter: &Matter) -> Vec<Field> {
    let row = &matter.around.row;
    let measure = forms.measure(view.row.held_on, Some(row.person().is_none()));
    let mut fields = vec![
        forms.radios::<Proposal>("proposal"),
        measure.hint(forms.shell.say("meeting-hint-measure")).optional(),
    ];
    if row.stage == Stage::Answered {
        fields.push(forms.lines("response", 3, "matter-hint-response").optional());
    }
    fields.push(forms.lines("because", 2, "meeting-hint-because"));
    fields
}

fn ballots(forms: &Forms<'_>, view: &MeetingView, item: &ItemView) -> Vec<BallotRow> {
    let words = forms.shell.words;
    let row = |(row, person): (usize, _)| {
        let (vote, said) = (format!("vote.{row}"), format!("dissent.{row}"));
        let bar = item.barred.iter().find(|(who, _)| *who == person);
        BallotRow {
            row,
            name: name(view, person).to_owned(),
            bar: bar.map(|(_, bar)| why(words, bar)),
            choices: words.choices(Vote::read(forms.sent.get(&vote))),
            words: forms.sent.text(&said),
            faults: [forms.errors.of(&vote), forms.errors.of(&said)]
                .into_iter()
                .flatten()
                .collect(),
        }
    };
    (1..).zip(view.row.present()).map(row).collect()
}
