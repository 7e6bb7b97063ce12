//! Draft an article: heading, title, text, source, authors. Its marks are explained beside the form.

use super::HOME;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::forms::Forms;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage, seat, units};
use crate::page::matter::wrong::{Wrong, settle};
use crate::page::once::once;
use crate::part::{Field, Link};
use crate::shell::Shell;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::article::{ArticleForm, DraftArticle};
use qz_domain::action::Action;
use qz_domain::article::Section;
use qz_domain::spelled::Spelled;

/// What a writer must know of the marks, and of what follows.
pub(super) const RULES: &[&str] = &[
    "article-rule-heading",
    "article-rule-list",
    "article-rule-link",
    "article-rule-figure",
    "article-rule-names",
];

/// `GET /desk/articles/draft`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let organ = seat(&state, &granted, Action::ArticleDraft).await?.unwrap_or_default();
    let sent = Sent::new(state.acts.new_request(), 0)
        .put("organ", organ)
        .put("section", Section::News.code());
    step::first(&draw(&state, shell, &sent, (vec![], None)).await?)
}

/// `POST /desk/articles/draft`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Sent>,
) -> Result<Response, WebError> {
    let act = DraftArticle { actor: granted.account(), form: read(&sent) };
    let request = once(&state, &granted, &sent.request());
    match settle(&shell, HOME, state.acts.perform(request, act).await)? {
        Ok(made) => Ok(Redirect::to(&format!("{HOME}/{}", made.article)).into_response()),
        Err(wrong) => step::again(&draw(&state, shell, &sent, wrong).await?),
    }
}

async fn draw(
    state: &WebState,
    shell: Shell,
    sent: &Sent,
    wrong: Wrong,
) -> Result<StepPage, WebError> {
    let plan = Plan {
        key: "article-draft".to_owned(),
        above: vec![Link::new(HOME, shell.say("article-list-title"))],
        action: format!("{HOME}/draft"),
        lead: vec![],
        texts: vec![],
        facts: vec![],
        links: vec![],
        rules: RULES,
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
    };
    let units = units(state).await?;
    Ok(step::draw(shell, (plan, units), sent, wrong, |forms| {
        let organ = forms.unit("organ", "matter-hint-issuer");
        std::iter::once(organ).chain(fields(forms)).collect()
    }))
}

/// The form as the acts take it.
pub(super) fn read(sent: &Sent) -> ArticleForm {
    ArticleForm {
        organ: sent.text("organ"),
        section: sent.text("section"),
        title: sent.text("title"),
        body: sent.text("body"),
        source: sent.text("source"),
        authors: sent.text("authors"),
        paper: sent.paper(),
    }
}

/// What is written of an article, whether for the first time or again.
pub(super) fn fields(forms: &Forms<'_>) -> Vec<Field> {
    let hint = |field: Field, key: &str| field.hint(forms.shell.say(key));
    vec![
        forms.radios::<Section>("section"),
        forms.line("title").wide(),
        forms.lines("body", 18, "article-hint-body"),
        hint(forms.line("source"), "article-hint-source"),
        hint(forms.line("authors"), "article-hint-authors"),
    ]
}
