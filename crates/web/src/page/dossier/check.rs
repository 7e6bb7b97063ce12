//! The file check over all cases: what each file lacks, by rule, with where it is mended.

use super::{link, place};
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::matter::search;
use crate::part::{FilterField, Light, LightState, Link};
use crate::shell::Shell;
use qz_acts::ActError;
use qz_acts::finding::dossier::Checked;
use qz_acts::finding::view::FindingFilter;
use qz_document::sheet::Cell;
use qz_domain::file_check::{Defect, Place};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// Where the list is.
pub(super) const HOME: &str = "/desk/file-check";

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
}

/// A defect of a case.
type Found = (Checked, Defect, Place);

impl Listed for Asked {
    type Line = Found;

    const FAMILY: &'static str = "file-check";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "file-check";
    const COLUMNS: &'static [&'static str] = &["unit", "place", "source"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        self.rule().is_some() || !self.unit.trim().is_empty()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let column = |name: &str| words.say(&format!("file-check-column-{name}"));
        let rules = any_of::<Defect>(words, &self.rule);
        vec![
            FilterField::Word { name: "unit", label: column("unit"), value: self.unit.clone() },
            FilterField::Choice { name: "rule", label: column("stage"), choices: rules },
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<Found>, i64), ActError> {
        let unit = search::unit(&at.state, &self.unit).await?;
        let filter = FindingFilter { unit, ..FindingFilter::default() };
        let cases = at.state.acts.file_check(at.account(), &filter).await?;
        let each = cases.into_iter().flat_map(|one| {
            let defects = one.defects.clone();
            defects.into_iter().map(move |(defect, place)| (one.clone(), defect, place))
        });
        let rule = self.rule();
        let kept = each.filter(|(_, defect, _)| rule.is_none_or(|rule| rule == *defect));
        Ok(listing::cut(kept.collect(), page))
    }

    fn row(&self, at: &At, found: &Found) -> Row {
        let shell = &at.shell;
        let (one, defect, _) = found;
        let name = Link::new(link(shell, one.line.id).href, one.line.number.to_string());
        let light = Light::new(LightState::Warn, shell.words.term(*defect));
        Row { name, light, cells: texts(shell, found).to_vec() }
    }

    fn cells(&self, at: &At, found: &Found) -> Vec<Cell> {
        let shell = &at.shell;
        let (one, defect, _) = found;
        let first = [one.line.number.to_string(), shell.words.term(*defect)];
        first.into_iter().chain(texts(shell, found)).map(Cell::Text).collect()
    }
}

/// The unit, where it is mended, on what the rule rests.
fn texts(shell: &Shell, (one, defect, at): &Found) -> [String; 3] {
    let unit = shell.words.unit(&one.line.unit.name, &one.line.unit.name_en).to_owned();
    let code = defect.code().replace('_', "-");
    let source = shell.say(&format!("file-check-source-{code}"));
    [unit, place(shell, None, *at).label, source]
}
