//! One article (文章) with the furniture of a page: path, authors, time, source, editor in charge. One
//! that was withdrawn is a notice that it was, and why.

use super::articles::PATH;
use super::cited::{Body, body};
use super::furniture::{Furniture, home_link};
use super::{fault, phrases, unit_name};
use crate::app::WebState;
use crate::error::WebError;
use crate::format::TimeTag;
use crate::part::Link;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ActError;
use qz_acts::article::public::PublicArticle;
use qz_domain::id::ArticleId;
use qz_domain::instant;

#[derive(Template)]
#[template(path = "portal/article.html")]
struct ArticlePage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    phrases: Vec<String>,
    organ: String,
    section: String,
    authors: String,
    source: String,
    editor: String,
    published: TimeTag,
    published_text: String,
    body: Body,
    withdrawn: Option<String>,
    report: Option<String>,
}

/// `GET /articles/{id}`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let id: ArticleId = id.parse().map_err(|_| WebError::NotFound)?;
    let article = match state.acts.public_article(id).await {
        Ok(article) => article,
        Err(ActError::NotFound) => return Err(WebError::NotFound),
        Err(other) => return Err(fault(other)),
    };
    let body = body(&state, shell.words, &article.blocks).await?;
    Ok(Html(draw(shell, article, body).render()?).into_response())
}

fn draw(shell: Shell, article: PublicArticle, body: Body) -> ArticlePage {
    let words = shell.words;
    let above = vec![home_link(&shell), Link::new(PATH, shell.say("nav-articles"))];
    let mut furniture = Furniture::below(&shell, above, &shell.say("portal-article-here"))
        .about(article.title.clone());
    furniture.kind = "要闻动态";
    let withdrawn = article.withdrawn.map(|(day, reason)| {
        let said = [("day", words.date(day).into()), ("reason", reason.into())];
        words.say_with("portal-article-withdrawn", &said)
    });
    let at = instant::civil(article.published_at);
    ArticlePage {
        furniture,
        phrases: phrases(&article.title),
        title: article.title,
        organ: unit_name(words, &article.organ),
        section: words.term(article.section),
        authors: article.authors,
        source: article.source,
        editor: article.editor,
        published: words.moment(at),
        published_text: at.strftime("%Y-%m-%d %H:%M").to_string(),
        body,
        withdrawn,
        report: shell.correction_link(),
        shell,
    }
}
