//! The file check over all cases: what each file lacks, by rule, with where it is mended.

use super::{link, place};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::forms::any_of;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::search;
use crate::page::matter::wrong::refuse;
use crate::part::{FilterField, Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::finding::dossier::Checked;
use qz_acts::finding::view::FindingFilter;
use qz_document::sheet::Cell;
use qz_domain::file_check::{Defect, Place};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// Where the list is.
pub(super) const HOME: &str = "/desk/file-check";
const COLUMNS: [&str; 3] = ["unit", "place", "source"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    rule: String,
    unit: String,
    page: String,
}

impl Asked {
    fn rule(&self) -> Option<Defect> {
        Defect::from_code(&self.rule)
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
        let column = |name: &str| words.say(&format!("file-check-column-{name}"));
        let rules = any_of::<Defect>(words, &self.rule);
        vec![
            FilterField::Word { name: "unit", label: column("unit"), value: self.unit.clone() },
            FilterField::Choice { name: "rule", label: column("stage"), choices: rules },
        ]
    }
}

/// A defect of a case.
type Found = (Checked, Defect, Place);

/// `GET /desk/file-check`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = read(&state, &granted, &shell, &asked).await?;
    let page = search::page(&asked.page);
    let most = usize::try_from(PER_PAGE).unwrap_or(usize::MAX);
    let first = usize::try_from((page - 1) * PER_PAGE).unwrap_or(usize::MAX);
    let listing = Listing {
        family: "file-check",
        home: HOME,
        columns: &COLUMNS,
        rows: found.iter().skip(first).take(most).map(|one| row(&shell, one)).collect(),
        fields: asked.fields(shell.words),
        faults: vec![],
        is_filtered: asked.rule().is_some() || !asked.unit.trim().is_empty(),
        page,
        total: found.len() as u64,
        ways: vec![],
    };
    list::show(shell, listing)
}

/// `GET /desk/file-check/export.csv`, `export.xlsx`
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = read(&state, &granted, &shell, &asked).await?;
    let rows = found.iter().map(|one| cells(&shell, one)).collect();
    list::export(&shell, ("file-check", "file-check"), &COLUMNS, rows, format)
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    asked: &Asked,
) -> Result<Vec<Found>, WebError> {
    let unit = search::unit(state, &asked.unit).await?;
    let filter = FindingFilter { unit, ..FindingFilter::default() };
    let cases = state.acts.file_check(granted.account(), &filter).await;
    let cases = cases.map_err(|fault| refuse(shell, HOME, fault))?;
    let each = cases.into_iter().flat_map(|one| {
        let defects = one.defects.clone();
        defects.into_iter().map(move |(defect, place)| (one.clone(), defect, place))
    });
    let rule = asked.rule();
    Ok(each.filter(|(_, defect, _)| rule.is_none_or(|rule| rule == *defect)).collect())
}

/// The unit, where it is mended, on what the rule rests.
fn texts(shell: &Shell, (one, defect, at): &Found) -> [String; 3] {
    let unit = shell.words.unit(&one.line.unit.name, &one.line.unit.name_en).to_owned();
    let code = defect.code().replace('_', "-");
    let source = shell.say(&format!("file-check-source-{code}"));
    [unit, place(shell, None, *at).label, source]
}

fn row(shell: &Shell, found: &Found) -> Row {
    let (one, defect, _) = found;
    let name = Link::new(link(shell, one.line.id).href, one.line.number.to_string());
    let light = Light::new(LightState::Warn, shell.words.term(*defect));
    Row { name, light, cells: texts(shell, found).to_vec() }
}

fn cells(shell: &Shell, found: &Found) -> Vec<Cell> {
    let (one, defect, _) = found;
    let first = [one.line.number.to_string(), shell.words.term(*defect)];
    first.into_iter().chain(texts(shell, found)).map(Cell::Text).collect()
}
