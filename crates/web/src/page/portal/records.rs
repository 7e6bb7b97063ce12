//! The records behind the figures of matters: findings borne out, served decisions. What they share:
//! the query, the table, the file.

mod asked;

pub(super) use asked::none_of;
pub(crate) use asked::{AskedRecords, Wanted};

use super::download::{MOST_ROWS, links};
use super::furniture::{Furniture, home_link};
use super::statistics::file_notes;
use super::{archive, bulletins, mechanisms};
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::part::{ExportLinks, FieldError, Filter, Link, Pager};
use crate::query;
use crate::shell::Shell;
use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use qz_document::sheet::{Cell, Sheet};

/// How many rows a page shows.
pub(super) const PER_PAGE: i64 = 50;

/// A kind of records and the keys of its words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    /// Where the list is.
    pub path: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What is found, with `count` and `scope`.
    pub sentence: &'static str,
    /// That nothing is found.
    pub none: &'static str,
    /// What is public of it.
    pub scope: &'static str,
    /// What one of it is.
    pub define: &'static str,
    /// The columns: key of the head, and the order it sorts by.
    pub columns: &'static [(&'static str, Option<&'static str>)],
}

/// A cell as it is shown.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    text: String,
    href: Option<String>,
    /// Whether it may break over lines.
    is_wide: bool,
}

impl Shown {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self { text: text.into(), href: None, is_wide: false }
    }

    /// A text that leads somewhere.
    pub fn link(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), is_wide: false }
    }

    /// A long text.
    pub fn wide(text: impl Into<String>) -> Self {
        Self { is_wide: true, ..Self::text(text) }
    }

    /// A long text that leads somewhere.
    pub fn wide_link(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { is_wide: true, ..Self::link(href, text) }
    }
}

/// A column's head.
struct Head {
    label: String,
    href: Option<String>,
    is_sorted: bool,
}

/// The list when what was asked for could be read.
struct Matter {
    sentence: String,
    heads: Vec<Head>,
    rows: Vec<Vec<Shown>>,
    pager: Pager,
    export: ExportLinks,
    counts: Vec<Link>,
}

#[derive(Template)]
#[template(path = "portal/records.html")]
struct RecordsPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    scope: String,
    is_indexed: bool,
    way: Option<Link>,
    all: &'static str,
    form: Filter,
    faults: Vec<FieldError>,
    matter: Option<Matter>,
}

/// How a list was asked for, read: what its page shows besides the rows.
pub(super) struct Asking {
    /// The form with what was asked for.
    pub form: Filter,
    /// Which days, in words.
    pub scope: String,
    /// In which order; empty is the usual one.
    pub sorted: &'static str,
    /// Which page, counted from 1.
    pub page: i64,
    /// The same rows as files.
    pub files: ExportLinks,
    /// Counts of the whole, each leading to its rows.
    pub counts: Vec<Link>,
}

/// The page of what was found.
pub(super) fn found(
    shell: Shell,
    kind: Kind,
    (asked, wanted): (&AskedRecords, &Wanted),
    (rows, total): (Vec<Vec<Shown>>, i64),
) -> Result<Response, WebError> {
    let words = shell.words;
    let most = usize::try_from(total.min(MOST_ROWS)).unwrap_or_default();
    let asking = Asking {
        form: asked.form(words, kind.path, Some(wanted)),
        scope: wanted.scope(words),
        sorted: wanted.sort,
        page: wanted.page,
        files: links(words, &shell.here, most),
        counts: vec![],
    };
    listed(shell, kind, asking, (rows, total))
}

/// The page of a list, however it was asked for.
pub(super) fn listed(
    shell: Shell,
    kind: Kind,
    Asking { form, scope, sorted, page, files, counts }: Asking,
    (rows, total): (Vec<Vec<Shown>>, i64),
) -> Result<Response, WebError> {
    let words = shell.words;
    let key = if total == 0 { kind.none } else { kind.sentence };
    let said = [("count", total.into()), ("scope", scope.into())];
    let (page, per_page) = (page.unsigned_abs(), PER_PAGE.unsigned_abs());
    let matter = Matter {
        sentence: words.say_with(key, &said),
        heads: heads(&shell, kind, sorted),
        rows,
        pager: Pager::new(words, &shell.here, page, per_page, total.unsigned_abs()),
        export: files,
        counts,
    };
    Ok(Html(draw(shell, kind, form, (vec![], Some(matter))).render()?).into_response())
}

/// The page when what was asked for cannot be used.
pub(super) fn mistaken(
    shell: Shell,
    kind: Kind,
    asked: &AskedRecords,
    faults: Vec<FieldError>,
) -> Result<Response, WebError> {
    let form = asked.form(shell.words, kind.path, None);
    let page = draw(shell, kind, form, (faults, None));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response())
}

fn draw(
    shell: Shell,
    kind: Kind,
    form: Filter,
    (faults, matter): (Vec<FieldError>, Option<Matter>),
) -> RecordsPage {
    let title = shell.say(kind.title);
    let mut above = vec![home_link(&shell)];
    if kind.path == archive::PATH {
        above.push(Link::new(bulletins::PATH, shell.say("nav-bulletins")));
    }
    if kind.path.starts_with("/statistics/") {
        above.push(Link::new("/statistics", shell.say("nav-statistics")));
    }
    let about = matter.as_ref().map_or(title.clone(), |matter| matter.sentence.clone());
    let furniture = Furniture::below(&shell, above, &title).about(about);
    let scope = shell.say_with(kind.scope, &[("now", furniture.as_of.as_str().into())]);
    let way = match kind.path {
        bulletins::PATH => Some(Link::new(archive::PATH, shell.say("portal-archive-way"))),
        mechanisms::PATH => Some(Link::new("/help/mechanism", shell.say("mechanism-help"))),
        _ => None,
    };
    let is_indexed = kind.path != archive::PATH;
    RecordsPage {
        shell,
        furniture,
        title,
        scope,
        is_indexed,
        way,
        all: kind.path,
        form,
        faults,
        matter,
    }
}

fn heads(shell: &Shell, kind: Kind, sorted: &str) -> Vec<Head> {
    let address = query::without(&shell.here, "page");
    let head = |(key, sort): &(&'static str, Option<&'static str>)| Head {
        label: shell.say(key),
        href: sort.map(|sort| query::with(&address, "sort", sort)),
        is_sorted: *sort == Some(sorted),
    };
    kind.columns.iter().map(head).collect()
}

/// The same rows as a file; `scope` says which days, in words.
pub(super) fn file(
    shell: &Shell,
    (kind, stem): (Kind, &str),
    (scope, format): (&str, Format),
    (header, rows): (&[&str], Vec<Vec<Cell>>),
) -> Result<Response, WebError> {
    let mut notes = file_notes(shell, scope, rows.len());
    notes.retain(|note| *note != shell.say("portal-define-visits"));
    notes.push(shell.say(kind.define));
    let sheet = Sheet {
        title: shell.say(kind.title),
        header: header.iter().map(|key| shell.say(key)).collect(),
        notes,
        rows,
    };
    download::sheet(&sheet, stem, format)
}
