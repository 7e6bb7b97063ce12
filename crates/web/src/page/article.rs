//! The desk's pages of articles (文章): list, draft, one article and its steps.

mod draft;
mod list;
mod show;
mod step;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Granted, Scope};
use crate::page::matter::sent::Sent;
use crate::shell::Shell;
use axum::Form;
use axum::extract::{Path, State};
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::article::Step;
use qz_domain::id::ArticleId;
use qz_domain::procedure::Stepped;

/// Where the list is.
const HOME: &str = "/desk/articles";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, begin) = (Action::ArticleRead, Action::ArticleDraft);
    let doors = doors
        .rail("rail-articles", HOME, "article-list-title", read)
        .rail("rail-articles", "/desk/articles/draft", "article-draft-title", begin)
        .door(Get, HOME, read, Scope::Reach, list::show)
        .door(Get, "/desk/articles/export.csv", read, Scope::Reach, list::export)
        .door(Get, "/desk/articles/export.xlsx", read, Scope::Reach, list::export)
        .door(Get, "/desk/articles/draft", begin, Scope::Reach, draft::form)
        .door(Post, "/desk/articles/draft", begin, Scope::Reach, draft::submit)
        .door(Get, "/desk/articles/{id}", read, one(), show::show);
    step::STEPS.into_iter().fold(doors, step_doors)
}

/// The page that asks before a step, and where it goes.
fn step_doors(doors: Doors, step: Step) -> Doors {
    let form = move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>| {
        step::form(granted, state, shell, id, step)
    };
    let submit =
        move |granted: Granted, state: State<_>, shell: Shell, id: Path<_>, sent: Form<Sent>| {
            step::submit(granted, state, shell, id, sent, step)
        };
    let scope = || one().read_by(Action::ArticleRead);
    let (path, action) = (step::path(step), step.action());
    doors.door(Get, path, action, scope(), form).door(Post, path, action, scope(), submit)
}

/// One article.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: ArticleId| async move { acts.article_concern(id).await })
}
