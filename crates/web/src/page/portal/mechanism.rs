//! One scheme (机制) for anybody: where it came from, its elements as a picture, its text in both languages, the words of its
//! conditions, its examples. Each is a part of its own.

mod example;
mod mark;
mod meaning;
mod naming;
mod origin;
mod picture;
pub(super) mod posts;
mod running;
mod said;
pub(super) mod shipped;
mod term;
mod text;

pub(super) use naming::{contents, reading};

use super::furniture::{Furniture, home_link};
use super::mechanisms::PATH;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download;
use crate::part::{Link, ReadingTools};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use example::Examples;
use meaning::Meanings;
use origin::Origin;
use picture::Picture;
use qz_acts::adoption::public::Running as Runs;
use qz_domain::instant;
use running::Running;
use serde::Deserialize;
use shipped::Both;
use std::borrow::Cow;
use text::Text;

/// What the address says besides the code: the language of the text, of the file; which version of a unit is meant.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    text: String,
    lang: String,
    version: String,
}

#[derive(Template)]
#[template(path = "portal/mechanism.html")]
struct MechanismPage<'a> {
    furniture: Furniture,
    title: String,
    origin: Origin,
    picture: Picture,
    text: Text<'a>,
    meanings: Meanings,
    examples: Examples,
    running: Running,
    posts: Option<Link>,
    shell: Shell,
}

/// `GET /mechanisms/{code}?text=&version=`, and the file at `/mechanisms/{code}.kdl?lang=&version=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (name, is_file) = match code.strip_suffix(".kdl") {
        Some(name) => (name, true),
        None => (code.as_str(), false),
    };
    let runs = state.acts.running(Some(name)).await.map_err(WebError::internal)?;
    let both = meant(name, &runs, &asked)?;
    if is_file {
        return file(&shell, name, &both, &asked);
    }
    let today = instant::day(state.acts.now());
    let running = Running::new(&state, &shell, (name, &runs, today)).await?;
    Ok(Html(draw(shell, name, (&both, running), &asked).render()?).into_response())
}

/// The version that is asked for; else the scheme as it ships; else the latest version that any unit put into force.
fn meant(code: &str, runs: &[Runs], asked: &Asked) -> Result<Cow<'static, Both>, WebError> {
    let own = |text: &str| Both::read(text).map(Cow::Owned).ok_or(WebError::NotFound);
    if let Ok(id) = asked.version.parse() {
        let version = runs.iter().find_map(|one| one.version(id));
        return own(&version.ok_or(WebError::NotFound)?.text);
    }
    if let Some(both) = shipped::of(code) {
        return Ok(Cow::Borrowed(both));
    }
    let latest = runs.iter().filter_map(Runs::latest).max_by_key(|one| one.id);
    own(&latest.ok_or(WebError::NotFound)?.text)
}

/// The file in a language, laid out as `fmt` lays it out.
fn file(shell: &Shell, code: &str, both: &Both, asked: &Asked) -> Result<Response, WebError> {
    let text = both.within(text::asked(shell.words, &asked.lang)).text();
    download::file(text.as_bytes().to_vec(), &format!("{code}.kdl"), "text/plain; charset=utf-8")
}

fn draw<'a>(
    shell: Shell,
    code: &str,
    (both, running): (&'a Both, Running),
    asked: &Asked,
) -> MechanismPage<'a> {
    let words = shell.words;
    let mechanism = both.read_by(words);
    let title = mechanism.title().to_owned();
    let address = address(code, asked);
    let language = text::asked(words, &asked.text);
    let above = vec![home_link(&shell), Link::new(PATH, shell.say("nav-mechanisms"))];
    let about = shell.say_with("mechanism-about", &[("title", title.as_str().into())]);
    let mut furniture = Furniture::below(&shell, above, &title).about(about);
    furniture.tools = ReadingTools::new(&shell, text::files(words, &address), PATH);
    let wall = versioned(format!("{PATH}/{code}/posts"), asked);
    let posts = posts::has_posts(mechanism).then(|| Link::new(wall, shell.say("mechanism-posts")));
    MechanismPage {
        furniture,
        origin: Origin::new(words, mechanism),
        picture: Picture::new(words, mechanism),
        text: Text::new(&shell, &address, (both.within(language), language)),
        meanings: Meanings::new(words, mechanism),
        examples: Examples::new(words, mechanism),
        running,
        posts,
        title,
        shell,
    }
}

/// The address of the page, with the version where one is asked for.
fn address(code: &str, asked: &Asked) -> String {
    versioned(format!("{PATH}/{code}"), asked)
}

fn versioned(address: String, asked: &Asked) -> String {
    if asked.version.is_empty() {
        address
    } else {
        query::with(&address, "version", &asked.version)
    }
}
