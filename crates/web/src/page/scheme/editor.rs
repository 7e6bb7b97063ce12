//! The editor of a scheme: its text, checked as often as one likes before it is kept. It works without a script: the button
//! that checks sends the form and shows what is remarked beside it.

use super::remark::{Checked, checked};
use super::{HOME, diff};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{seat, units};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::{Crumb, ErrorSummary, Field, Link, RefusalBox};
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use diff::Difference;
use qz_acts::adoption::view::AdoptionView;
use qz_acts::adoption::{AdoptionForm, DraftAdoption, EditAdoption};
use qz_domain::action::Action;
use qz_domain::adoption::Covers;
use qz_domain::id::AdoptionId;
use qz_domain::spelled::Spelled;
use qz_mechanism::Mechanism;
use qz_mechanism::shipped;
use serde::Deserialize;

#[derive(Template)]
#[template(path = "scheme/editor.html")]
struct EditorPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    lead: String,
    action: String,
    button: String,
    back: String,
    request: String,
    version: i64,
    of: String,
    errors: ErrorSummary,
    refusal: Option<RefusalBox>,
    fields: Vec<Field>,
    paper: Vec<Field>,
    paper_open: bool,
    units: Vec<String>,
    starts: Vec<Link>,
    checked: Option<Checked>,
    difference: Option<Difference>,
}

/// What a draft begins with: a scheme that ships, or a version that is there.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Begun {
    from: String,
    of: Option<AdoptionId>,
}

/// What an editor is of.
struct About {
    key: &'static str,
    above: Vec<Link>,
    action: String,
    /// The text it is compared with.
    before: Option<String>,
    /// Whether its unit can be chosen.
    is_new: bool,
}

/// `GET /desk/schemes/draft?from=…` or `?of=…`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(begun): Query<Begun>,
) -> Result<Response, WebError> {
    let mut sent = Sent::new(state.acts.new_request(), 0).put("covers", Covers::Alone.code());
    if let Some(unit) = seat(&state, &granted, Action::AdoptionDraft).await? {
        sent = sent.put("adoption_unit", unit);
    }
    let mut about = drafting(&shell);
    if let Some((_, text)) = shipped::FILES.iter().find(|(code, _)| *code == begun.from) {
        sent = sent.put("scheme_text", *text);
    }
    if let Some(of) = begun.of {
        let view = state.acts.adoption(granted.account(), of).await;
        let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
        let unit = format!("{} {}", view.unit.code, view.unit.name);
        sent = sent
            .put("adoption_unit", unit)
            .put("covers", view.adoption.covers.code())
            .put("scheme_text", &view.adoption.text)
            .put("of", of.to_string());
        about.before = Some(view.adoption.text);
    }
    let page = draw(&state, (shell, about), &sent, (vec![], None)).await?;
    Ok(Html(page.render()?).into_response())
}

/// `POST /desk/schemes/draft`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let mut about = drafting(&shell);
    if let Ok(of) = sent.get("of").parse::<AdoptionId>() {
        let view = state.acts.adoption(granted.account(), of).await;
        about.before = view.ok().map(|view| view.adoption.text);
    }
    if !sent.get("check").is_empty() {
        let page = draw(&state, (shell, about), &sent, (vec![], None)).await?;
        return Ok(Html(page.render()?).into_response());
    }
    let act = DraftAdoption { actor: granted.account(), form: read(&sent) };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.adoption)).into_response()),
        Err(wrong) => again(&draw(&state, (shell, about), &sent, wrong).await?),
    }
}

/// `GET /desk/schemes/{id}/edit`
pub(super) async fn edit_form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<AdoptionId>,
) -> Result<Response, WebError> {
    let view = state.acts.adoption(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let sent = Sent::new(state.acts.new_request(), view.adoption.version)
        .put("covers", view.adoption.covers.code())
        .put("scheme_text", &view.adoption.text);
    let about = editing(&shell, &view);
    let page = draw(&state, (shell, about), &sent, (vec![], None)).await?;
    Ok(Html(page.render()?).into_response())
}

/// `POST /desk/schemes/{id}/edit`
pub(super) async fn edit_submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<AdoptionId>,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let view = state.acts.adoption(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let about = editing(&shell, &view);
    if !sent.get("check").is_empty() {
        let page = draw(&state, (shell, about), &sent, (vec![], None)).await?;
        return Ok(Html(page.render()?).into_response());
    }
    let (actor, version, home) = (granted.account(), sent.version(), format!("{HOME}/{id}"));
    let act = EditAdoption { actor, adoption: id, version, form: read(&sent) };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, &home, state.acts.perform(request, act).await)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let sent = sent.at(view.adoption.version);
            again(&draw(&state, (shell, about), &sent, wrong).await?)
        }
    }
}

fn read(sent: &Sent) -> AdoptionForm {
    AdoptionForm {
        unit: sent.text("adoption_unit"),
        covers: sent.text("covers"),
        text: sent.text("scheme_text"),
        paper: sent.paper(),
    }
}

fn drafting(shell: &Shell) -> About {
    About {
        key: "scheme-draft",
        above: vec![Link::new(HOME, shell.say("scheme-list-title"))],
        action: format!("{HOME}/draft"),
        before: None,
        is_new: true,
    }
}

fn editing(shell: &Shell, view: &AdoptionView) -> About {
    let home = format!("{HOME}/{}", view.adoption.id);
    About {
        key: "scheme-edit",
        above: vec![
            Link::new(HOME, shell.say("scheme-list-title")),
            Link::new(home.clone(), view.adoption.title.clone()),
        ],
        action: format!("{home}/edit"),
        before: Some(view.before().unwrap_or(&view.adoption).text.clone()),
        is_new: false,
    }
}

async fn draw(
    state: &WebState,
    (shell, about): (Shell, About),
    sent: &Sent,
    (faults, refusal): Wrong,
) -> Result<EditorPage, WebError> {
    let text = sent.get("scheme_text").replace("\r\n", "\n");
    let beside = beside(state, &text).await?;
    let checked = (!text.trim().is_empty()).then(|| checked(&shell, &text, &beside));
    let before = about.before.as_deref().filter(|before| *before != text);
    let difference = before.and_then(|before| diff::between(&shell, before, &text));
    let errors = ErrorSummary::new(shell.words, faults);
    let forms = Forms { shell: &shell, errors: &errors, sent };
    let say = |part: &str| shell.say(&format!("{}-{part}", about.key));
    let (paper, paper_open) = (forms.paper(Some("matter-hint-by")), forms.is_paper_open());
    let is_blank = about.is_new && text.trim().is_empty();
    Ok(EditorPage {
        crumb: Crumb::new(shell.words, about.above.clone(), say("title")),
        title: say("title"),
        lead: say("lead"),
        button: say("button"),
        back: about.above.last().map_or_else(String::new, |link| link.href.clone()),
        action: about.action,
        request: sent.request(),
        version: sent.version(),
        of: sent.text("of"),
        refusal,
        fields: fields(&forms, about.is_new),
        paper,
        paper_open,
        units: units(state).await?,
        starts: if is_blank { starts() } else { vec![] },
        checked,
        difference,
        errors,
        shell,
    })
}

fn fields(forms: &Forms<'_>, is_new: bool) -> Vec<Field> {
    let mut fields = vec![];
    if is_new {
        fields.push(forms.unit("adoption_unit", "scheme-hint-unit"));
    }
    fields.push(forms.radios::<Covers>("covers"));
    fields.push(forms.lines("scheme_text", 24, "scheme-hint-text"));
    fields
}

/// The schemes that ship, to begin with.
fn starts() -> Vec<Link> {
    let link = |(code, reading): (&str, qz_mechanism::mechanism::Reading)| {
        let title = reading.mechanism?.title().to_owned();
        Some(Link::new(format!("{HOME}/draft?from={code}"), title))
    };
    shipped::readings().filter_map(link).collect()
}

/// The schemes in force today, for what they ask already; a version of the same one is left out.
async fn beside(state: &WebState, text: &str) -> Result<Vec<Mechanism>, WebError> {
    let code = Mechanism::read(text).mechanism.map(|one| one.code().to_owned());
    let today = qz_domain::instant::day(state.acts.now());
    let running = state.acts.running(None).await.map_err(WebError::internal)?;
    let present = running.iter().filter_map(|one| one.on(today));
    let others = present.filter(|one| Some(&one.code) != code.as_ref());
    Ok(others.filter_map(|one| Mechanism::read(&one.text).mechanism).collect())
}

fn again(page: &EditorPage) -> Result<Response, WebError> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}
