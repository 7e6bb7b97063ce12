//! The desk's pages of articles (文章): list, draft, one article and its steps.

mod draft;
mod list;
mod show;
mod step;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use crate::page::listing;
use crate::page::matter::family;
use list::Asked;
use qz_acts::Acts;
use qz_domain::action::Action;
use qz_domain::id::ArticleId;

/// Where the list is.
const HOME: &str = "/desk/articles";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, begin) = (Action::ArticleRead, Action::ArticleDraft);
    let doors = doors
        .rail("rail-articles", HOME, "article-list-title", read)
        .rail("rail-articles", "/desk/articles/draft", "article-draft-title", begin)
        .door(Get, HOME, read, Scope::Reach, listing::show::<Asked>)
        .door(Get, "/desk/articles/export.csv", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/articles/export.xlsx", read, Scope::Reach, listing::export::<Asked>)
        .door(Get, "/desk/articles/draft", begin, Scope::Reach, draft::form)
        .door(Post, "/desk/articles/draft", begin, Scope::Reach, draft::submit)
        .door(Get, "/desk/articles/{id}", read, one(), show::show);
    family::doors::<step::Articles>(doors)
}

/// One article.
fn one() -> Scope {
    Scope::record(|acts: Acts, id: ArticleId| async move { acts.article_concern(id).await })
}
