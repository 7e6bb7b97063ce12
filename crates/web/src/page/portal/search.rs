//! Search (查找) over what anybody may read: bulletins, campaigns, articles, units, schemes, the law, the story, help.
//!
//! A person is never found. Bulletins are looked through only in what they show for good (title, text,
//! conduct, unit), so a name finds nothing, whether it is still shown or already masked.

mod excerpt;
mod look;

use super::furniture::{Furniture, home_link};
use super::today;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::matter::search::page;
use crate::part::{Link, Pager};
use crate::query;
use crate::refusal::told;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use excerpt::Excerpt;
use look::{Look, Room};
use qz_domain::field;
use qz_domain::refusal::Worded;
use serde::Deserialize;

/// Where the page is.
pub(super) const PATH: &str = "/search";
/// The most characters that are looked for.
const LONGEST: usize = 60;
/// How many hits a room shows beside others.
const FEW: usize = 5;
/// How many hits a page of one room has.
const PER_PAGE: usize = 20;

/// What a visitor looks for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    room: String,
    page: String,
}

/// Something that was found.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    link: Link,
    about: String,
    excerpt: Excerpt,
}

/// What was found in one room.
struct Group {
    code: &'static str,
    title: String,
    hits: Vec<Hit>,
    more: Option<Link>,
}

#[derive(Template)]
#[template(path = "portal/search.html")]
struct SearchPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    looked: String,
    sentence: String,
    fault: Option<String>,
    groups: Vec<Group>,
    pager: Option<Pager>,
}

/// `GET /search?q=&room=&page=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let looked = match field::optional_text("q", &asked.q, LONGEST) {
        Ok(looked) => looked,
        Err(wrong) => {
            let said = told(words, wrong.fault.key(), &wrong.fault.args());
            let page = draw(shell, asked.q.clone(), (Some(said), vec![], 0), None);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response());
        }
    };
    if looked.is_empty() {
        return Ok(Html(draw(shell, looked, (None, vec![], 0), None).render()?).into_response());
    }
    let look = Look { state: &state, words, looked: &looked, today: today(&state.acts) };
    let one = Room::ALL.into_iter().find(|room| room.code() == asked.room);
    let (at, size) = match one {
        Some(_) => (page(&asked.page), PER_PAGE),
        None => (1, FEW),
    };
    let (mut groups, mut all, mut pager) = (vec![], 0, None);
    for room in Room::ALL.into_iter().filter(|room| one.is_none_or(|one| one == *room)) {
        let (hits, total) = look.room(room, (at, size)).await?;
        all += total;
        if one.is_some() {
            let total = u64::try_from(total).unwrap_or_default();
            pager = Some(Pager::new(words, &shell.here, at, PER_PAGE as u64, total));
        }
        if !hits.is_empty() {
            groups.push(group(&shell, (room, &looked), (hits, total), one.is_none()));
        }
    }
    let pager = pager.filter(|_| all > 0);
    Ok(Html(draw(shell, looked, (None, groups, all), pager).render()?).into_response())
}

fn group(
    shell: &Shell,
    (room, looked): (Room, &str),
    (hits, total): (Vec<Hit>, usize),
    beside_others: bool,
) -> Group {
    let said = [("count", total.into())];
    let address = query::with(&query::with(PATH, "q", looked), "room", room.code());
    let more = (beside_others && total > hits.len())
        .then(|| Link::new(address, shell.say_with("search-more", &said)));
    let title = shell.say(room.title());
    Group { code: room.code(), title, hits, more }
}

fn draw(
    shell: Shell,
    looked: String,
    (fault, groups, all): (Option<String>, Vec<Group>, usize),
    pager: Option<Pager>,
) -> SearchPage {
    let title = shell.say("nav-search");
    let said = [("looked", looked.as_str().into()), ("count", all.into())];
    let sentence = match (looked.is_empty() || fault.is_some(), all) {
        (true, _) => shell.say("search-lead"),
        (_, 0) => shell.say_with("search-none", &said),
        _ => shell.say_with("search-found", &said),
    };
    let furniture =
        Furniture::below(&shell, vec![home_link(&shell)], &title).about(shell.say("search-lead"));
    SearchPage { shell, furniture, title, looked, sentence, fault, groups, pager }
}
