//! The visits behind the figures (走访记录): number, day, manner, the two units; filtered, sorted,
//! paged, as a file.

mod asked;

pub(crate) use asked::AskedVisits;

use super::download::{MOST_ROWS, asked as asked_format, links};
use super::furniture::{Furniture, home_link};
use super::statistics::file_notes;
use super::{fault, named, today, unit_link};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::part::{ExportLinks, FieldError, Filter, Link, Pager};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use asked::Wanted;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::visit::public::{Page, PublicSort, PublicVisit};
use qz_document::sheet::{Cell, Sheet};

/// Where the list is.
pub(super) const PATH: &str = "/statistics/visits";
/// How many rows a page shows.
const PER_PAGE: i64 = 50;

/// A visit as a row.
struct Row {
    number: String,
    day: Date,
    manner: String,
    unit: Link,
    organ: Link,
}

/// A column one may sort by.
struct Column {
    label: String,
    href: String,
    /// The value of `aria-sort`, when the list is sorted by it.
    sorted: Option<&'static str>,
}

/// The list when what was asked for could be read.
struct Matter {
    sentence: String,
    columns: Vec<Column>,
    rows: Vec<Row>,
    pager: Pager,
    export: ExportLinks,
}

#[derive(Template)]
#[template(path = "portal/visits.html")]
struct VisitsPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    form: Filter,
    faults: Vec<FieldError>,
    matter: Option<Matter>,
}

/// `GET /statistics/visits?from=&to=&organ=&unit=&manner=&q=&number=&sort=&page=&format=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<AskedVisits>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let format = asked_format(words, asked.format())?;
    let wanted = match asked.read(&state.acts, words).await? {
        Ok(wanted) => wanted,
        Err(faults) if format.is_some() => return Err(WebError::Invalid(faults)),
        Err(faults) => {
            let form = asked.form(words, None);
            let page = page(shell, form, faults, None);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, Html(page.render()?)).into_response());
        }
    };
    if let Some(format) = format {
        return export(&state, &shell, &wanted, format).await;
    }
    let page_asked = Page::number(wanted.page, PER_PAGE);
    let found = state.acts.filed_visits(&wanted.filter, wanted.sort, page_asked).await;
    let (visits, total) = found.map_err(fault)?;
    let matter = build(&shell, &wanted, &visits, total, today(&state.acts));
    let form = asked.form(words, Some(&wanted));
    Ok(Html(page(shell, form, vec![], Some(matter)).render()?).into_response())
}

fn page(shell: Shell, form: Filter, faults: Vec<FieldError>, matter: Option<Matter>) -> VisitsPage {
    let title = shell.say("portal-visits-title");
    let above = vec![home_link(&shell), Link::new("/statistics", shell.say("nav-statistics"))];
    let about = matter.as_ref().map_or(title.clone(), |matter| matter.sentence.clone());
    let furniture = Furniture::below(&shell, above, &title).about(about);
    VisitsPage { shell, furniture, title, form, faults, matter }
}

fn build(
    shell: &Shell,
    wanted: &Wanted,
    visits: &[PublicVisit],
    total: i64,
    today: Date,
) -> Matter {
    let words = shell.words;
    let total_rows = u64::try_from(total).unwrap_or_default();
    let per_page = PER_PAGE.unsigned_abs();
    let said = [("count", total.into()), ("scope", wanted.scope(words, today).into())];
    let key = if total == 0 { "portal-visits-none" } else { "portal-visits-sentence" };
    let most = usize::try_from(total.min(MOST_ROWS)).unwrap_or_default();
    Matter {
        sentence: words.say_with(key, &said),
        columns: columns(shell, wanted.sort),
        rows: visits.iter().map(|visit| row(words, visit)).collect(),
        pager: Pager::new(words, &shell.here, wanted.page.unsigned_abs(), per_page, total_rows),
        export: links(words, &shell.here, most),
    }
}

fn row(words: Words, visit: &PublicVisit) -> Row {
    Row {
        number: visit.number.to_string(),
        day: visit.day,
        manner: words.term(visit.manner),
        unit: Link::new(unit_link(&visit.unit.code), named(words, &visit.unit)),
        organ: Link::new(unit_link(&visit.organ.code), named(words, &visit.organ)),
    }
}

/// The heads of the columns, each a link that sorts by it; the day turns round.
fn columns(shell: &Shell, now: PublicSort) -> Vec<Column> {
    let column = |key: &str, sort: PublicSort, sorted: Option<&'static str>| Column {
        label: shell.say(key),
        href: query::with(&query::without(&shell.here, "page"), "sort", asked::sort_name(sort)),
        sorted,
    };
    let up = |sort: PublicSort| (now == sort).then_some("ascending");
    let (other_way, by_day) = match now {
        PublicSort::Latest => (PublicSort::Earliest, Some("descending")),
        PublicSort::Earliest => (PublicSort::Latest, Some("ascending")),
        _ => (PublicSort::Latest, None),
    };
    vec![
        column("portal-day", other_way, by_day),
        column("portal-unit", PublicSort::Unit, up(PublicSort::Unit)),
        column("portal-organ", PublicSort::Organ, up(PublicSort::Organ)),
        column("portal-number-of", PublicSort::Number, up(PublicSort::Number)),
    ]
}

/// Exactly the rows of the filter, in the order of the page.
async fn export(
    state: &WebState,
    shell: &Shell,
    wanted: &Wanted,
    format: Format,
) -> Result<Response, WebError> {
    let found = state.acts.filed_visits(&wanted.filter, wanted.sort, Page::all()).await;
    let (visits, _) = found.map_err(fault)?;
    let words = shell.words;
    let scope = wanted.scope(words, today(&state.acts));
    let header = [
        "portal-number-of",
        "portal-day",
        "portal-manner",
        "portal-unit-code",
        "portal-unit",
        "portal-organ-code",
        "portal-organ",
    ];
    let sheet = Sheet {
        title: words.say("portal-visits-title"),
        header: header.map(|key| words.say(key)).into(),
        notes: file_notes(shell, &scope, visits.len()),
        rows: visits.iter().map(|visit| cells(words, visit)).collect(),
    };
    download::sheet(&sheet, "visits", format)
}

fn cells(words: Words, visit: &PublicVisit) -> Vec<Cell> {
    vec![
        Cell::Text(visit.number.to_string()),
        Cell::Day(visit.day),
        Cell::Text(words.term(visit.manner)),
        Cell::Text(visit.unit.code.clone()),
        Cell::Text(named(words, &visit.unit)),
        Cell::Text(visit.organ.code.clone()),
        Cell::Text(named(words, &visit.organ)),
    ]
}
