//! Lists of objections: one's own, and those an office is to answer; on the screen and as files.

use super::office_home;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::at::At;
use crate::page::download::Format;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::page::matter::{day_text, due_light};
use crate::part::{FilterField, Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::ActError;
use qz_acts::objection::view::{ObjectionFilter, ObjectionLine, ObjectionSort};
use qz_document::sheet::Cell;
use qz_domain::objection::{EntryKind, Office, Stage};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const OWN: &str = "/desk/me/objections";
const ORDERS: [&str; 3] = ["due", "latest", "person"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    kind: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> ObjectionFilter {
        let words = self.q.trim();
        ObjectionFilter {
            stage: Stage::from_code(&self.stage),
            kind: EntryKind::from_code(&self.kind),
            words: (!words.is_empty()).then(|| words.to_owned()),
        }
    }

    fn order(&self) -> ObjectionSort {
        match self.sort.as_str() {
            "latest" => ObjectionSort::Latest,
            "person" => ObjectionSort::Person,
            _ => ObjectionSort::Due,
        }
    }
}

/// Where an objection stands, as a light; an open one by its term.
pub(super) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Raised => LightState::Warn,
        Stage::Corrected => LightState::Ok,
        Stage::Kept | Stage::Withdrawn => LightState::None,
    };
    Light::new(light, words.term(stage))
}

/// Whose list.
#[derive(Clone, Copy)]
enum Whose {
    Own,
    Office(Office),
}

/// A list of objections: whose it is, and what is asked of it.
struct Objections {
    whose: Whose,
    asked: Asked,
}

impl Listed for Objections {
    type Line = ObjectionLine;

    const FAMILY: &'static str = "objection";
    const HOME: &'static str = OWN;
    const STEM: &'static str = "objections";
    const COLUMNS: &'static [&'static str] = &["entry", "wrong", "raised-on", "due", "answered-on"];

    fn home(&self) -> &'static str {
        match self.whose {
            Whose::Own => Self::HOME,
            Whose::Office(office) => office_home(office),
        }
    }

    fn page(&self) -> &str {
        &self.asked.page
    }

    fn is_filtered(&self) -> bool {
        let Asked { q, stage, kind, .. } = &self.asked;
        [q, stage, kind].iter().any(|field| !field.is_empty())
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let label = |name: &str| words.say(&format!("objection-filter-{name}"));
        let mut fields = vec![
            FilterField::Word { name: "q", label: label("q"), value: self.asked.q.clone() },
            FilterField::Choice {
                name: "stage",
                label: label("stage"),
                choices: any_of::<Stage>(words, &self.asked.stage),
            },
            FilterField::Choice {
                name: "kind",
                label: label("kind"),
                choices: any_of::<EntryKind>(words, &self.asked.kind),
            },
        ];
        if matches!(self.whose, Whose::Office(_)) {
            fields.push(listing::orders(words, "objection", &ORDERS, &self.asked.sort));
        }
        fields
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<ObjectionLine>, i64), ActError> {
        let (acts, account, filter) = (&at.state.acts, at.account(), self.asked.filter());
        match self.whose {
            Whose::Own => acts.own_objections(account, &filter, page).await,
            Whose::Office(office) => {
                acts.objections((account, office), &filter, self.asked.order(), page).await
            }
        }
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        match self.whose {
            Whose::Own => vec![Link::new("/desk/me/record#entries", at.shell.say("record-title"))],
            Whose::Office(_) => vec![],
        }
    }

    fn row(&self, at: &At, line: &ObjectionLine) -> Row {
        let (words, today) = (at.shell.words, at.today());
        let stage = stage_light(words, line.stage);
        let due = due_light(words, &line.due, today).filter(|_| line.stage == Stage::Raised);
        let light = due.map_or(stage.clone(), |due| {
            Light::new(due.state, format!("{} · {}", stage.word, due.word))
        });
        let (number, name) = &line.person;
        Row {
            name: Link::new(format!("{}/{}", self.home(), line.id), format!("{name} {number}")),
            light,
            cells: vec![
                words.term(line.entry.kind),
                listing::short(&line.wrong),
                day_text(words, &line.raised_on),
                day_text(words, &line.due),
                day_text(words, &line.answered_on),
            ],
        }
    }

    fn cells(&self, at: &At, line: &ObjectionLine) -> Vec<Cell> {
        let words = at.shell.words;
        let (number, name) = &line.person;
        vec![
            Cell::Text(format!("{name} {number}")),
            Cell::Text(words.term(line.stage)),
            Cell::Text(words.term(line.entry.kind)),
            Cell::Text(line.wrong.clone()),
            listing::day(&line.raised_on),
            listing::day(&line.due),
            listing::day(&line.answered_on),
        ]
    }
}

/// `GET /desk/me/objections`
pub(super) async fn mine(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    listing::draw(At { state, granted, shell }, &Objections { whose: Whose::Own, asked }).await
}

/// `GET /desk/objections/{office}`
pub(super) async fn office(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
    office: Office,
) -> Result<Response, WebError> {
    let whose = Whose::Office(office);
    listing::draw(At { state, granted, shell }, &Objections { whose, asked }).await
}

/// `GET /desk/me/objections/export.csv` and `.xlsx`
pub(super) async fn mine_file(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let list = Objections { whose: Whose::Own, asked };
    listing::file(&At { state, granted, shell }, &list, format).await
}

/// `GET /desk/objections/{office}/export.{format}`
pub(super) async fn office_file(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    (office, format): (Office, Format),
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let list = Objections { whose: Whose::Office(office), asked };
    listing::file(&At { state, granted, shell }, &list, format).await
}
