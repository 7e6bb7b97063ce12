//! The posts of a scheme (人定岗、物定位、事定责、工作定标准) on a wall for anybody, and as plates (岗位牌) to print: one a sheet.

use super::mark::Mark;
use super::said::value;
use super::{Asked, address, meant};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::furniture::{Furniture, home_link};
use crate::page::portal::mechanisms::PATH;
use crate::part::{Link, ReadingTools};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::adoption::public::Running as Runs;
use qz_mechanism::Mechanism;
use qz_mechanism::block::Block;
use qz_mechanism::grammar::{Key, Node};

/// What stands on a plate, in this order.
const LINES: [(Key, &str); 6] = [
    (Key::Person, "mechanism-post-person"),
    (Key::Place, "mechanism-post-place"),
    (Key::Duties, "mechanism-post-duties"),
    (Key::Standard, "mechanism-post-standard"),
    (Key::Due, "mechanism-post-due"),
    (Key::Contact, "mechanism-post-contact"),
];

/// A post.
struct Plate {
    title: String,
    mark: Mark,
    lines: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "portal/mechanism/posts.html")]
struct PostsPage {
    furniture: Furniture,
    title: String,
    lead: String,
    plates: Vec<Plate>,
    shell: Shell,
}

/// `GET /mechanisms/{code}/posts?version=`
pub(in crate::page::portal) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Path(code): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let runs = state.acts.running(Some(&code)).await.map_err(WebError::internal)?;
    let both = meant(&code, &runs, &asked)?;
    let mechanism = both.read_by(shell.words);
    if !has_posts(mechanism) {
        return Err(WebError::NotFound);
    }
    let whose = whose(&shell, &runs, &asked).unwrap_or_else(|| mechanism.unit().to_owned());
    let page = draw(shell, (&code, &asked), (mechanism, whose));
    Ok(Html(page.render()?).into_response())
}

/// Whether a scheme has posts.
pub(super) fn has_posts(mechanism: &Mechanism) -> bool {
    mechanism.root().lines(Node::Post).next().is_some()
}

/// The unit of the version that is asked for.
fn whose(shell: &Shell, runs: &[Runs], asked: &Asked) -> Option<String> {
    let id = asked.version.parse().ok()?;
    let one = runs.iter().find(|one| one.version(id).is_some())?;
    Some(shell.unit_name(&one.unit))
}

fn draw(
    shell: Shell,
    (code, asked): (&str, &Asked),
    (mechanism, whose): (&Mechanism, String),
) -> PostsPage {
    let words = shell.words;
    let above = Link::new(address(code, asked), mechanism.title());
    let crumbs = vec![home_link(&shell), Link::new(PATH, shell.say("nav-mechanisms")), above];
    let title = shell.say("mechanism-posts");
    let values = [("unit", whose.into()), ("title", mechanism.title().into())];
    let mut furniture = Furniture::below(&shell, crumbs, &title);
    furniture.tools = ReadingTools::new(&shell, vec![], PATH);
    PostsPage {
        lead: shell.say_with("mechanism-posts-lead", &values),
        plates: mechanism.root().lines(Node::Post).map(|post| plate(words, post)).collect(),
        furniture,
        title,
        shell,
    }
}

fn plate(words: Words, post: &Block) -> Plate {
    let line = |(key, label): &(Key, &str)| {
        let setting = post.setting(*key)?;
        Some((words.say(label), value(words, &setting.value)))
    };
    Plate {
        title: post.title().to_owned(),
        mark: Mark::of(words, post),
        lines: LINES.iter().filter_map(line).collect(),
    }
}
