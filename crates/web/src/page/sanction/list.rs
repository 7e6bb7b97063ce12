//! The list of the records of sanctions, on the screen and as a file.

use super::show::stage_light;
use super::{HOME, new};
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::day_text;
use crate::page::matter::forms::any_of;
use crate::part::{FilterField, Link};
use qz_acts::ActError;
use qz_acts::sanction::view::{SanctionFilter, SanctionLine, SanctionSort};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::sanction::{SanctionKind, Stage};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const ORDERS: [&str; 3] = ["latest", "person", "unit"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    kind: String,
    stage: String,
    sort: String,
    page: String,
}

impl Listed for Asked {
    type Line = SanctionLine;

    const FAMILY: &'static str = "sanction";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "sanctions";
    const COLUMNS: &'static [&'static str] = &["kind", "decided-on", "unit", "organ", "number"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        [&self.q, &self.kind, &self.stage].iter().any(|field| !field.is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let column = |name: &str| words.say(&format!("sanction-column-{name}"));
        vec![
            FilterField::Word {
                name: "q",
                label: words.say("sanction-filter-q"),
                value: self.q.clone(),
            },
            FilterField::Choice {
                name: "kind",
                label: column("kind"),
                choices: any_of::<SanctionKind>(words, &self.kind),
            },
            FilterField::Choice {
                name: "stage",
                label: column("stage"),
                choices: any_of::<Stage>(words, &self.stage),
            },
            listing::orders(words, "sanction", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<SanctionLine>, i64), ActError> {
        let sort = match self.sort.as_str() {
            "person" => SanctionSort::Person,
            "unit" => SanctionSort::Unit,
            _ => SanctionSort::Latest,
        };
        let words = self.q.trim();
        let filter = SanctionFilter {
            kind: SanctionKind::from_code(&self.kind),
            stage: Stage::from_code(&self.stage),
            words: (!words.is_empty()).then(|| words.to_owned()),
        };
        at.state.acts.sanctions(at.account(), &filter, sort, page).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        let may = at.granted.may_somewhere(Action::SanctionRecord);
        let way = || Link::new(new::PATH, at.shell.say("sanction-record-title"));
        may.then(way).into_iter().collect()
    }

    fn row(&self, at: &At, line: &SanctionLine) -> Row {
        let words = at.shell.words;
        let (name, number) = &line.person;
        Row {
            name: Link::new(format!("{HOME}/{}", line.id), format!("{number} {name}")),
            light: stage_light(words, line.stage),
            cells: vec![
                words.term(line.kind),
                day_text(words, &line.decided_on),
                words.unit(&line.unit.name, &line.unit.name_en).to_owned(),
                line.organ.clone(),
                line.number.clone(),
            ],
        }
    }

    fn cells(&self, at: &At, line: &SanctionLine) -> Vec<Cell> {
        let words = at.shell.words;
        let (name, number) = &line.person;
        vec![
            Cell::Text(format!("{number} {name}")),
            Cell::Text(words.term(line.stage)),
            Cell::Text(words.term(line.kind)),
            listing::day(&line.decided_on),
            Cell::Text(words.unit(&line.unit.name, &line.unit.name_en).to_owned()),
            Cell::Text(line.organ.clone()),
            Cell::Text(line.number.clone()),
        ]
    }
}
