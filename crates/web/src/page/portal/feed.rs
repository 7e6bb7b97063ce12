//! The feed (订阅): the latest bulletins as Atom. Entries hold title and number, never a name.

use super::bulletins::{PATH, corrected, number};
use super::fault;
use crate::app::WebState;
use crate::error::WebError;
use crate::shell::Shell;
use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use qz_acts::bulletin::public::{BulletinFilter, BulletinSort, Page};

/// How many entries the feed has.
const ENTRIES: i64 = 30;

/// One entry.
struct Entry {
    address: String,
    title: String,
    day: String,
    organ: String,
}

#[derive(Template)]
#[template(path = "portal/feed.xml")]
struct Feed {
    title: String,
    origin: String,
    lang: &'static str,
    updated: String,
    entries: Vec<Entry>,
}

/// `GET /feed.atom`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let page = Page::number(1, ENTRIES);
    let found = state.acts.published(&BulletinFilter::default(), BulletinSort::Latest, page).await;
    let (lines, _) = found.map_err(fault)?;
    let origin = shell.site.public_url.as_ref().map(crate::headers::PublicUrl::origin);
    let origin = origin.unwrap_or_default();
    let entry = |line: &qz_acts::bulletin::public::BulletinLine| Entry {
        address: format!("{origin}{PATH}/{}", line.id),
        title: [number(shell.words, line), line.title.clone(), corrected(shell.words, line)]
            .join(" ")
            .trim_end()
            .to_owned(),
        day: line.published_on.clone(),
        organ: line.organ.name.clone(),
    };
    let feed = Feed {
        title: shell.site_name(),
        lang: shell.words.locale.tag(),
        updated: lines.first().map_or_else(|| "1970-01-01".to_owned(), |l| l.published_on.clone()),
        entries: lines.iter().map(entry).collect(),
        origin,
    };
    let kind = [(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")];
    Ok((kind, feed.render()?).into_response())
}
