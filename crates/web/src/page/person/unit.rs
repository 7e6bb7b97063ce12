//! The list of units with their posts and people.

use super::list::either;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::part::{EmptyState, Link};
use crate::shell::Shell;
use askama::Template;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use qz_acts::organisation::view::UnitLine;
use qz_domain::action::Action;

#[derive(Template)]
#[template(path = "person/units.html")]
struct UnitsPage {
    shell: Shell,
    sentence: String,
    rows: Vec<Row>,
    empty: EmptyState,
    may_import: bool,
}

/// A unit of the list.
struct Row {
    code: String,
    name: String,
    kind: String,
    line: String,
    parent: String,
    posts: i64,
    authorised: i64,
    people: i64,
    href: String,
}

/// `GET /desk/units`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    let lines = state.acts.units_with_counts().await.map_err(WebError::internal)?;
    let sum = |count: fn(&UnitLine) -> i64| lines.iter().map(count).sum::<i64>();
    let sentence = shell.say_with(
        "unit-list-all",
        &[
            ("units", lines.len().into()),
            ("posts", sum(|line| line.posts).into()),
            ("people", sum(|line| line.people).into()),
        ],
    );
    let may_import = granted.may_somewhere(Action::OrganisationImport);
    let mut empty = EmptyState::new(shell.say("unit-list-none"));
    if may_import {
        empty = empty.way(Link::new("/desk/import", shell.say("import-title")));
    }
    let rows = lines.into_iter().map(|line| row(&shell, line)).collect();
    Ok(Html(UnitsPage { shell, sentence, rows, empty, may_import }.render()?).into_response())
}

fn row(shell: &Shell, line: UnitLine) -> Row {
    let words = shell.words;
    let UnitLine { unit, parent_code, posts, authorised, people } = line;
    Row {
        name: either(words, &unit.name, &unit.name_en),
        kind: words.term(unit.kind),
        line: words.term(unit.line),
        parent: parent_code,
        posts,
        authorised,
        people,
        href: crate::query::with("/desk/people", "unit", &unit.code),
        code: unit.code,
    }
}
