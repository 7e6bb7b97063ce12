//! The papers of a procedure (纸面文书): each a page to print, filled with what the record says, with room for
//! what is written and signed by hand, and a code that leads back to the record.

use crate::asset;
use crate::error::WebError;
use crate::part::{Crumb, Link};
use crate::shell::Shell;
use crate::term::Term;
use askama::Template;
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::matter::view::NamedHand;
use qz_domain::matter::Part;

/// What stands on a paper.
#[derive(Debug, Default)]
pub(in crate::page) struct Paper {
    /// The organ in whose name it is.
    pub organ: String,
    /// Number and year, where it has one.
    pub number: String,
    /// What it is called.
    pub heading: String,
    /// To whom it goes; may be empty.
    pub to: String,
    /// What it says, a paragraph each.
    pub says: Vec<String>,
    /// Rows to be read or filled in; an empty value leaves room to write.
    pub rows: Vec<Row>,
    /// Organ and day under it; may be empty.
    pub sign: Option<(String, String)>,
    /// What whoever fills it in must know.
    pub foot: String,
}

/// A row of a paper.
#[derive(Debug)]
pub(in crate::page) struct Row {
    label: String,
    value: String,
    room: usize,
}

impl Row {
    /// A row that says something, or has room of some lines for it.
    pub fn new(label: String, value: impl Into<String>, room: usize) -> Self {
        let value = value.into();
        Self { label, room: if value.is_empty() { room } else { 0 }, value }
    }
}

/// A row whose label is a word of papers.
pub(in crate::page) fn row(
    shell: &Shell,
    name: &str,
    value: impl Into<String>,
    room: usize,
) -> Row {
    Row::new(shell.say(&format!("paper-row-{name}")), value, room)
}

/// A row of boxes, ticked where it is so.
pub(in crate::page) fn boxes<T: Term>(shell: &Shell, chosen: Option<T>) -> String {
    let mark = |one: &T| {
        let sign = if chosen == Some(*one) { "☑" } else { "☐" };
        format!("{sign} {}", shell.words.term(*one))
    };
    T::ALL.iter().map(mark).collect::<Vec<_>>().join("　")
}

/// Who took a part, by name; empty as long as nobody did.
pub(in crate::page) fn taken(hands: &[NamedHand], part: Part) -> String {
    let took = hands.iter().filter(|hand| hand.part == part && !hand.is_keyed);
    took.map(|hand| hand.name.as_str()).collect::<Vec<_>>().join("、")
}

/// A day, where there is one.
pub(in crate::page) fn day(shell: &Shell, day: Option<Date>) -> String {
    day.map_or_else(String::new, |day| shell.words.date(day))
}

/// The paper that an address asks for, and the way to each that the record has.
pub(in crate::page) fn chosen<T: Term>(
    shell: &Shell,
    (home, code): (&str, &str),
    all: &[T],
) -> Result<(T, Vec<(Link, bool)>), WebError> {
    let kind = T::from_code(code).filter(|kind| all.contains(kind)).ok_or(WebError::NotFound)?;
    let way = |one: &T| {
        (Link::new(format!("{home}/paper/{}", one.code()), shell.words.term(*one)), *one == kind)
    };
    Ok((kind, all.iter().map(way).collect()))
}

#[derive(Template)]
#[template(path = "matter/paper.html")]
struct PaperPage {
    shell: Shell,
    crumb: Crumb,
    papers: Vec<(Link, bool)>,
    qr: String,
    paper: Paper,
}

/// Draws a paper of a record: the pages above, the record last; its papers, with the one that is shown.
pub(in crate::page) fn draw(
    shell: Shell,
    above: Vec<Link>,
    papers: Vec<(Link, bool)>,
    paper: Paper,
) -> Result<Response, WebError> {
    let home = above.last().map_or("/desk", |link| link.href.as_str());
    let page = PaperPage {
        qr: code(&shell, home)?,
        crumb: Crumb::new(shell.words, above, paper.heading.clone()),
        papers,
        paper,
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

#[derive(Template)]
#[template(path = "matter/paper_alone.html")]
struct AlonePage<'a> {
    lang: &'static str,
    style: &'static str,
    qr: String,
    paper: &'a Paper,
}

/// A paper as a file that needs nothing beside it; the code leads to the record's page.
pub(in crate::page) fn alone(
    shell: &Shell,
    home: &str,
    paper: &Paper,
) -> Result<Vec<u8>, WebError> {
    let (lang, style) = (shell.words.locale.tag(), asset::style());
    let page = AlonePage { lang, style, qr: code(shell, home)?, paper };
    Ok(page.render()?.into_bytes())
}

/// A code for an address of this installation; without a public address, for the path alone.
pub(in crate::page) fn code(shell: &Shell, path: &str) -> Result<String, WebError> {
    let origin =
        shell.site.public_url.as_ref().map_or_else(String::new, |url| (*url.origin()).to_owned());
    let address = format!("{origin}{path}");
    qz_document::qr::svg(&address, &shell.say("visit-paper-code")).map_err(WebError::internal)
}
