//! Lists of objections: one's own, and those an office is to answer; on the screen and as files.

use super::office_home;
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::forms::any_of;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::wrong::refuse;
use crate::page::matter::{day_text, due_light, search};
use crate::part::{FilterField, Light, LightState, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::objection::view::{ObjectionFilter, ObjectionLine, ObjectionSort, Page};
use qz_document::sheet::Cell;
use qz_domain::instant;
use qz_domain::objection::{EntryKind, Office, Stage};
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const OWN: &str = "/desk/me/objections";
const COLUMNS: [&str; 5] = ["entry", "wrong", "raised-on", "due", "answered-on"];
const ORDERS: [&str; 3] = ["due", "latest", "person"];
/// How many characters of what is wrong a row shows.
const SHORT: usize = 40;

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

    fn is_filtered(&self) -> bool {
        [&self.q, &self.stage, &self.kind].iter().any(|field| !field.is_empty())
    }

    fn fields(&self, words: Words, is_sorted: bool) -> Vec<FilterField> {
        let label = |name: &str| words.say(&format!("objection-filter-{name}"));
        let mut fields = vec![
            FilterField::Word { name: "q", label: label("q"), value: self.q.clone() },
            FilterField::Choice {
                name: "stage",
                label: label("stage"),
                choices: any_of::<Stage>(words, &self.stage),
            },
            FilterField::Choice {
                name: "kind",
                label: label("kind"),
                choices: any_of::<EntryKind>(words, &self.kind),
            },
        ];
        if is_sorted {
            fields.push(list::orders(words, "objection", &ORDERS, &self.sort));
        }
        fields
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

impl Whose {
    fn home(self) -> &'static str {
        match self {
            Self::Own => OWN,
            Self::Office(office) => office_home(office),
        }
    }

    async fn lines(
        self,
        state: &WebState,
        granted: &Granted,
        (asked, page): (&Asked, Page),
    ) -> Result<(Vec<ObjectionLine>, i64), ActError> {
        let (filter, account) = (asked.filter(), granted.account());
        match self {
            Self::Own => state.acts.own_objections(account, &filter, page).await,
            Self::Office(office) => {
                let seat = (account, office);
                state.acts.objections(seat, &filter, asked.order(), page).await
            }
        }
    }
}

/// `GET /desk/me/objections`
pub(super) async fn mine(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    show(&state, &granted, shell, (&asked, Whose::Own)).await
}

/// `GET /desk/objections/{office}`
pub(super) async fn office(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
    office: Office,
) -> Result<Response, WebError> {
    show(&state, &granted, shell, (&asked, Whose::Office(office))).await
}

async fn show(
    state: &WebState,
    granted: &Granted,
    shell: Shell,
    (asked, whose): (&Asked, Whose),
) -> Result<Response, WebError> {
    let page = search::page(&asked.page);
    let part = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let found = whose.lines(state, granted, (asked, part)).await;
    let (lines, total) = found.map_err(|fault| refuse(&shell, "/desk", fault))?;
    let (words, today) = (shell.words, instant::day(state.acts.now()));
    let is_own = matches!(whose, Whose::Own);
    let record = || Link::new("/desk/me/record#entries", words.say("record-title"));
    let listing = Listing {
        family: "objection",
        home: whose.home(),
        columns: &COLUMNS,
        rows: lines.iter().map(|line| row(words, line, (whose, today))).collect(),
        fields: asked.fields(words, !is_own),
        faults: vec![],
        is_filtered: asked.is_filtered(),
        page,
        total: total.unsigned_abs(),
        ways: is_own.then(record).into_iter().collect(),
    };
    list::show(shell, listing)
}

fn row(words: Words, line: &ObjectionLine, (whose, today): (Whose, Date)) -> Row {
    let stage = stage_light(words, line.stage);
    let due = due_light(words, &line.due, today).filter(|_| line.stage == Stage::Raised);
    let light = due.map_or(stage.clone(), |due| {
        Light::new(due.state, format!("{} · {}", stage.word, due.word))
    });
    let (number, name) = &line.person;
    Row {
        name: Link::new(format!("{}/{}", whose.home(), line.id), format!("{name} {number}")),
        light,
        cells: vec![
            words.term(line.entry.kind),
            short(&line.wrong),
            day_text(words, &line.raised_on),
            day_text(words, &line.due),
            day_text(words, &line.answered_on),
        ],
    }
}

fn short(text: &str) -> String {
    match text.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}……", &text[..end]),
        None => text.to_owned(),
    }
}

/// `GET /desk/me/objections/export.csv` and `.xlsx`
pub(super) async fn mine_file(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    file(&state, &granted, &shell, (&asked, Whose::Own, format)).await
}

/// `GET /desk/objections/{office}/export.{format}`
pub(super) async fn office_file(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    (office, format): (Office, Format),
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    file(&state, &granted, &shell, (&asked, Whose::Office(office), format)).await
}

async fn file(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    (asked, whose, format): (&Asked, Whose, Format),
) -> Result<Response, WebError> {
    let found = whose.lines(state, granted, (asked, Page::all())).await;
    let (lines, _) = found.map_err(|fault| refuse(shell, whose.home(), fault))?;
    let words = shell.words;
    let rows = lines.iter().map(|line| {
        let (number, name) = &line.person;
        vec![
            Cell::Text(format!("{name} {number}")),
            Cell::Text(words.term(line.stage)),
            Cell::Text(words.term(line.entry.kind)),
            Cell::Text(line.wrong.clone()),
            list::day(&line.raised_on),
            list::day(&line.due),
            list::day(&line.answered_on),
        ]
    });
    list::export(shell, ("objection", "objections"), &COLUMNS, rows.collect(), format)
}
