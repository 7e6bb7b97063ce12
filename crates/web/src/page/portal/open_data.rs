//! Open data (开放数据): the public rows as CSV and JSON for programs, with what they mean and what
//! one may do with them. Columns have fixed English names.

mod lists;
mod matters;
mod rows;

use super::furniture::{Furniture, home_link};
use super::{has, today};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download::{self, Format};
use crate::part::Link;
use crate::shell::Shell;
use askama::Template;
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse, Response};
use qz_document::sheet::{Cell, Sheet};
use qz_domain::instant;
use rows::Table;
use serde_json::{Value, json};

/// A set of rows that anybody may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Set {
    Statistics,
    Units,
    Visits,
    Findings,
    Decisions,
    Bulletins,
    RedList,
    BlackList,
}

impl Set {
    const ALL: [Self; 8] = [
        Self::Statistics,
        Self::Units,
        Self::Visits,
        Self::Findings,
        Self::Decisions,
        Self::Bulletins,
        Self::RedList,
        Self::BlackList,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Statistics => "statistics",
            Self::Units => "units",
            Self::Visits => "visits",
            Self::Findings => "findings",
            Self::Decisions => "decisions",
            Self::Bulletins => "bulletins",
            Self::RedList => "red_list",
            Self::BlackList => "black_list",
        }
    }

    fn title(self, shell: &Shell) -> String {
        shell.say(match self {
            Self::Statistics => "portal-data-statistics",
            Self::Units => "portal-data-units",
            Self::Visits => "portal-data-visits",
            Self::Findings => "portal-data-findings",
            Self::Decisions => "portal-data-decisions",
            Self::Bulletins => "portal-data-bulletins",
            Self::RedList => "word-board-red",
            Self::BlackList => "word-board-black",
        })
    }

    fn definition(self, shell: &Shell) -> String {
        shell.say(match self {
            Self::Statistics => "portal-define-visits",
            Self::Units => "portal-data-units-define",
            Self::Visits => "portal-data-visits-define",
            Self::Findings => "portal-define-findings",
            Self::Decisions => "portal-define-decisions",
            Self::Bulletins => "portal-data-bulletins-define",
            Self::RedList | Self::BlackList => "board-data-define",
        })
    }

    /// The columns with the keys of what they mean.
    fn columns(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Statistics => rows::STATISTICS,
            Self::Units => rows::UNITS,
            Self::Visits => rows::VISITS,
            Self::Findings => matters::FINDINGS,
            Self::Decisions => matters::DECISIONS,
            Self::Bulletins => matters::BULLETINS,
            Self::RedList | Self::BlackList => lists::LIST,
        }
    }
}

/// A set on the page.
struct Offered {
    id: &'static str,
    title: String,
    definition: String,
    files: Vec<Link>,
    columns: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "portal/data.html")]
struct DataPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    sets: Vec<Offered>,
    api: Option<&'static str>,
}

/// `GET /data`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    const API: &str = "/api/v1/openapi.json";
    let title = shell.say("nav-data");
    let page = DataPage {
        furniture: Furniture::below(&shell, vec![home_link(&shell)], &title)
            .about(shell.say("portal-data-sentence")),
        sets: Set::ALL.map(|set| offered(&shell, set)).into(),
        api: has(&state, API).then_some(API),
        title,
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

fn offered(shell: &Shell, set: Set) -> Offered {
    let file = |ending: &str| format!("/data/{}.{ending}", set.name());
    let columns = set.columns().iter().map(|(column, key)| (*column, shell.say(key)));
    Offered {
        id: set.name(),
        title: set.title(shell),
        definition: set.definition(shell),
        files: vec![Link::new(file("csv"), "CSV"), Link::new(file("json"), "JSON")],
        columns: columns.collect(),
    }
}

/// `GET /data/{file}`: `statistics.csv`, `visits.json` and the like, narrowed by the parameters of
/// the page that shows the same rows.
pub(super) async fn file(
    State(state): State<WebState>,
    shell: Shell,
    Path(file): Path<String>,
    Query(asked): Query<super::visits::AskedVisits>,
) -> Result<Response, WebError> {
    let (name, ending) = file.split_once('.').ok_or(WebError::NotFound)?;
    let set = Set::ALL.into_iter().find(|set| set.name() == name).ok_or(WebError::NotFound)?;
    let table = match (set, ending) {
        (_, "csv" | "json") => rows::read(&state, &shell, set, &asked, today(&state.acts)).await?,
        _ => return Err(WebError::NotFound),
    };
    let mut response = match ending {
        "csv" => download::sheet(&sheet(set, table), set.name(), Format::Csv)?,
        _ => Json(document(&state, &shell, set, &table)).into_response(),
    };
    let licence = HeaderValue::from_static("</data#licence>; rel=\"license\"");
    response.headers_mut().insert(header::LINK, licence);
    Ok(response)
}

fn sheet(set: Set, table: Table) -> Sheet {
    let header = set.columns().iter().map(|(column, _)| (*column).to_owned()).collect();
    Sheet { header, rows: table, ..Sheet::default() }
}

fn document(state: &WebState, shell: &Shell, set: Set, table: &Table) -> Value {
    let object = |cells: &Vec<Cell>| {
        let columns = set.columns().iter().zip(cells);
        columns.map(|((column, _), cell)| ((*column).to_owned(), value(cell))).collect::<Value>()
    };
    json!({
        "title": set.title(shell),
        "source": shell.site_name(),
        "licence": shell.say("portal-licence"),
        "definition": set.definition(shell),
        "as_of": instant::rfc3339(state.acts.now()),
        "count": table.len(),
        "rows": table.iter().map(object).collect::<Vec<Value>>(),
    })
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Empty => Value::Null,
        Cell::Text(text) => text.as_str().into(),
        Cell::Number(number) => (*number).into(),
        Cell::Day(day) => day.to_string().into(),
        Cell::Moment(moment) => moment.to_string().into(),
    }
}
