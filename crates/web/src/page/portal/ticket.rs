//! Tickets for anybody (来件): three ways from one page, two forms, the receipt, one's own ticket by its
//! number and code, the figures. Nobody is asked who they are, and no address holds a number or a code.

mod figures;
mod own;
mod send;

use super::cache::{Cache, kept};
use super::furniture::{Furniture, home_link};
use crate::door::{Doors, Method::Get, Method::Post};
use crate::error::WebError;
use crate::part::Link;
use crate::shell::Shell;
use askama::Template;
use axum::response::{Html, IntoResponse, Response};

/// Where whoever has something to say begins, and comes back to.
pub(super) const PATH: &str = "/tickets";
/// What becomes of a word about a person's conduct.
const MISCONDUCT: &str = "/tickets/misconduct";

/// The doors of this family.
pub(super) fn doors(doors: Doors, cache: &Cache) -> Doors {
    doors
        .public(Get, PATH, own::blank)
        .public(Post, PATH, own::look)
        .public(Post, "/tickets/reply", own::reply)
        .public(Post, "/tickets/solved", own::solved)
        .public(Post, "/tickets/unsolved", own::unsolved)
        .public(Get, MISCONDUCT, misconduct)
        .public(Get, figures::PATH, kept(cache, figures::show))
        .public(Get, figures::ROWS, kept(cache, figures::rows))
        .public(Get, send::CORRECTION, send::correction)
        .public(Post, send::CORRECTION, send::submit_correction)
        .public(Get, send::COMPLAINT, send::complaint)
        .public(Post, send::COMPLAINT, send::submit_complaint)
        .footer(PATH, "nav-tickets")
}

/// The furniture of a page of this family.
fn furniture(shell: &Shell, here: &str) -> Furniture {
    let above = vec![home_link(shell), Link::new(PATH, shell.say("nav-tickets"))];
    Furniture::below(shell, above, here)
}

#[derive(Template)]
#[template(path = "portal/misconduct.html")]
struct MisconductPage {
    shell: Shell,
    furniture: Furniture,
}

/// `GET /tickets/misconduct`: where such a word goes; here is no field for it, and nothing is kept.
async fn misconduct(shell: Shell) -> Result<Response, WebError> {
    let furniture = furniture(&shell, &shell.say("ticket-misconduct-title"));
    Ok(Html(MisconductPage { shell, furniture }.render()?).into_response())
}
