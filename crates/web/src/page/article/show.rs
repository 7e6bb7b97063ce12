//! One article: its text as a reader will see it, whose hands it went through, what comes next.

use super::HOME;
use super::list::stage_light;
use super::step;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::family;
use crate::page::matter::hands::{HandRow, hands};
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::page::portal::cited::{Body, body};
use crate::part::{Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::article::view::ArticleView;
use qz_domain::action::Action;
use qz_domain::article::Stage;
use qz_domain::id::ArticleId;
use qz_domain::instant;

#[derive(Template)]
#[template(path = "article/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    organ: String,
    body: Body,
    facts: Vec<(String, String)>,
    hands: Vec<HandRow>,
    timeline: Timeline,
}

/// `GET /desk/articles/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<ArticleId>,
) -> Result<Response, WebError> {
    let view = state.acts.article(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let body = body(&state, shell.words, &view.blocks).await?;
    Ok(Html(draw(shell, &view, body).render()?).into_response())
}

fn draw(shell: Shell, view: &ArticleView, body: Body) -> ShowPage {
    let article = &view.article;
    let home = format!("{HOME}/{}", article.id);
    let above = vec![Link::new(HOME, shell.say("article-list-title"))];
    let mut links: Vec<_> = view
        .steps
        .iter()
        .map(|step| family::link::<step::Articles>(&shell, *step, &home))
        .collect();
    if article.published_at.is_some() {
        let public = format!("/articles/{}", article.id);
        links.push(Link::new(public, shell.say("article-on-the-portal")));
    }
    ShowPage {
        crumb: Crumb::new(shell.words, above, article.title.clone()),
        title: article.title.clone(),
        light: stage_light(shell.words, article.stage),
        now: now(&shell, view),
        links,
        organ: shell.unit_name(&view.organ),
        body,
        facts: facts(&shell, view),
        hands: hands(&shell, &view.hands),
        timeline: timeline(&shell, &view.timeline, next(&shell, article.stage)),
        shell,
    }
}

/// What is so and what comes next, in a sentence.
fn now(shell: &Shell, view: &ArticleView) -> String {
    let code = match view.article.stage {
        Stage::Drafted => "drafted",
        Stage::Checked => "checked",
        Stage::Published => "published",
        Stage::Withdrawn => "withdrawn",
    };
    let reason = [("reason", view.article.reason.as_str().into())];
    shell.say_with(&format!("article-now-{code}"), &reason)
}

fn next(shell: &Shell, stage: Stage) -> Option<String> {
    match stage {
        Stage::Drafted => Some(shell.words.term(Action::ArticleCheck)),
        Stage::Checked => Some(shell.words.term(Action::ArticlePublish)),
        Stage::Published | Stage::Withdrawn => None,
    }
}

pub(super) fn facts(shell: &Shell, view: &ArticleView) -> Vec<(String, String)> {
    let (article, words) = (&view.article, shell.words);
    let column = |key: &str| shell.say(&format!("article-column-{key}"));
    let mut facts = vec![
        (column("section"), words.term(article.section)),
        (column("source"), article.source.clone()),
        (column("authors"), article.authors.clone()),
    ];
    facts.extend(view.editor.as_ref().map(|person| (column("editor"), person.name.clone())));
    facts.push((column("drafted-on"), words.date(article.drafted_on)));
    let published = article.published_at.map(|at| words.date_time(instant::civil(at)));
    facts.extend(published.map(|at| (column("published-on"), at)));
    facts
}
