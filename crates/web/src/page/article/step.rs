//! The page of a step of an article: what it does, who may do it, its form.

use super::HOME;
use super::draft::{RULES, fields, read};
use super::show::facts;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::sent::Sent;
use crate::page::matter::step::{self, PaperPart, Plan, StepPage};
use crate::page::matter::wrong::{Wrong, refuse, settle};
use crate::page::once::once;
use crate::part::Link;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use qz_acts::article::view::ArticleView;
use qz_acts::article::{
    ArticleChanged, CheckArticle, EditArticle, PublishArticle, WithdrawArticle,
};
use qz_acts::{ActError, Done};
use qz_domain::article::{Stage, Step};
use qz_domain::id::ArticleId;
use qz_domain::spelled::Spelled;

/// The steps that have a page of their own here.
pub(super) const STEPS: [Step; 4] = [Step::Edit, Step::Check, Step::Publish, Step::Withdraw];

/// The path of a step.
pub(super) fn path(step: Step) -> &'static str {
    match step {
        Step::Draft | Step::Edit => "/desk/articles/{id}/edit",
        Step::Check => "/desk/articles/{id}/check",
        Step::Publish => "/desk/articles/{id}/publish",
        Step::Withdraw => "/desk/articles/{id}/withdraw",
    }
}

fn code(step: Step) -> &'static str {
    path(step).rsplit('/').next().unwrap_or_default()
}

/// The button that leads to a step's page.
pub(super) fn link(shell: &Shell, step: Step, home: &str) -> Link {
    let label = shell.say(&format!("article-{}-title", code(step)));
    Link::new(format!("{home}/{}", code(step)), label)
}

/// `GET /desk/articles/{id}/{step}`
pub(super) async fn form(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<ArticleId>,
    step: Step,
) -> Result<Response, WebError> {
    let view = state.acts.article(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let article = &view.article;
    let mut sent = Sent::new(state.acts.new_request(), article.version);
    if step == Step::Edit {
        sent = sent
            .put("section", article.section.code())
            .put("title", &article.title)
            .put("body", &article.body)
            .put("source", &article.source)
            .put("authors", &article.authors);
    }
    step::first(&draw(shell, (step, &view), &sent, (vec![], None)))
}

/// `POST /desk/articles/{id}/{step}`
pub(super) async fn submit(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<ArticleId>,
    Form(sent): Form<Sent>,
    step: Step,
) -> Result<Response, WebError> {
    let home = format!("{HOME}/{id}");
    let outcome = perform(&state, &granted, (id, step, &sent)).await;
    match settle(&shell, &home, outcome)? {
        Ok(_) => Ok(Redirect::to(&home).into_response()),
        Err(wrong) => {
            let view = state.acts.article(granted.account(), id).await;
            let view = view.map_err(|fault| refuse(&shell, &home, fault))?;
            let sent = sent.at(view.article.version);
            step::again(&draw(shell, (step, &view), &sent, wrong))
        }
    }
}

async fn perform(
    state: &WebState,
    granted: &Granted,
    (article, step, sent): (ArticleId, Step, &Sent),
) -> Result<Done<ArticleChanged>, ActError> {
    let (actor, version, paper) = (granted.account(), sent.version(), sent.paper());
    let request = once(state, granted, &sent.request());
    let acts = &state.acts;
    match step {
        Step::Draft | Step::Edit => {
            acts.perform(request, EditArticle { actor, article, version, form: read(sent) }).await
        }
        Step::Check => acts.perform(request, CheckArticle { actor, article, version, paper }).await,
        Step::Publish => {
            acts.perform(request, PublishArticle { actor, article, version, paper }).await
        }
        Step::Withdraw => {
            let reason = sent.text("reason");
            let act = WithdrawArticle { actor, article, version, reason, paper };
            acts.perform(request, act).await
        }
    }
}

fn draw(shell: Shell, (step, view): (Step, &ArticleView), sent: &Sent, wrong: Wrong) -> StepPage {
    let plan = plan(&shell, step, view);
    step::draw(shell, (plan, vec![]), sent, wrong, |forms| match step {
        Step::Draft | Step::Edit => fields(forms),
        Step::Withdraw => vec![forms.lines("reason", 3, "article-hint-reason")],
        Step::Check | Step::Publish => vec![],
    })
}

fn plan(shell: &Shell, step: Step, view: &ArticleView) -> Plan {
    let article = &view.article;
    let home = format!("{HOME}/{}", article.id);
    Plan {
        key: format!("article-{}", code(step)),
        above: vec![
            Link::new(HOME, shell.say("article-list-title")),
            Link::new(home.clone(), article.title.clone()),
        ],
        action: format!("{home}/{}", code(step)),
        lead: vec![("title", article.title.clone())],
        texts: vec![],
        facts: facts(shell, view),
        links: vec![Link::new(home, shell.say("article-read-whole"))],
        rules: match step {
            Step::Draft | Step::Edit => RULES,
            Step::Check => &["article-rule-check", "article-rule-writer"],
            Step::Publish => &["article-rule-writer", "article-rule-third", "article-rule-fixed"],
            Step::Withdraw if article.stage == Stage::Published => &["article-rule-notice"],
            Step::Withdraw => &["article-rule-gone"],
        },
        by: Some("matter-hint-by"),
        paper: PaperPart::Folded,
    }
}
