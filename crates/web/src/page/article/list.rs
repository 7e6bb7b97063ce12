//! The list of articles, on the screen and as a file.

use super::HOME;
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
use jiff::Timestamp;
use qz_acts::article::view::{ArticleFilter, ArticleLine, ArticleSort, Page};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::article::{Section, Stage};
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const COLUMNS: [&str; 5] = ["section", "source", "authors", "latest-on", "published-on"];
const ORDERS: [&str; 3] = ["latest", "earliest", "title"];

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    stage: String,
    section: String,
    sort: String,
    page: String,
}

impl Asked {
    fn filter(&self) -> ArticleFilter {
        let words = self.q.trim();
        ArticleFilter {
            stage: Stage::from_code(&self.stage),
            section: Section::from_code(&self.section),
            words: (!words.is_empty()).then(|| words.to_owned()),
            ..ArticleFilter::default()
        }
    }

    fn order(&self) -> ArticleSort {
        match self.sort.as_str() {
            "earliest" => ArticleSort::Earliest,
            "title" => ArticleSort::Title,
            _ => ArticleSort::Latest,
        }
    }

    fn fields(&self, words: Words) -> Vec<FilterField> {
        let (stages, sections) = (any_of::<Stage>(words, &self.stage), &self.section);
        let column = |name: &str| words.say(&format!("article-column-{name}"));
        let choices = any_of::<Section>(words, sections);
        vec![
            FilterField::Word { name: "q", label: column("name"), value: self.q.clone() },
            FilterField::Choice { name: "stage", label: column("stage"), choices: stages },
            FilterField::Choice { name: "section", label: column("section"), choices },
            list::orders(words, "article", &ORDERS, &self.sort),
        ]
    }
}

/// Where an article stands, as a light.
pub(super) fn stage_light(words: Words, stage: Stage) -> Light {
    let light = match stage {
        Stage::Published => LightState::Ok,
        Stage::Withdrawn => LightState::None,
        Stage::Drafted | Stage::Checked => LightState::Warn,
    };
    Light::new(light, words.term(stage))
}

/// `GET /desk/articles`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let page = search::page(&asked.page);
    let number = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let (lines, total) = read(&state, &granted, &shell, (&asked, number)).await?;
    let words = shell.words;
    let begin = granted.may_somewhere(Action::ArticleDraft);
    let way = begin.then(|| Link::new(format!("{HOME}/draft"), words.say("article-draft-title")));
    let filter = asked.filter();
    let listing = Listing {
        family: "article",
        home: HOME,
        columns: &COLUMNS,
        rows: lines.iter().map(|line| row(words, line)).collect(),
        fields: asked.fields(words),
        faults: vec![],
        is_filtered: filter != ArticleFilter::default(),
        page,
        total: total.unsigned_abs(),
        ways: way.into_iter().collect(),
    };
    list::show(shell, listing)
}

/// `GET /desk/articles/export.csv` and `.xlsx`
pub(super) async fn export(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (lines, _) = read(&state, &granted, &shell, (&asked, Page::all())).await?;
    let rows = lines.iter().map(|line| cells(shell.words, line)).collect();
    list::export(&shell, ("article", "articles"), &COLUMNS, rows, format)
}

async fn read(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    (asked, page): (&Asked, Page),
) -> Result<(Vec<ArticleLine>, i64), WebError> {
    let found = state.acts.articles(granted.account(), &asked.filter(), asked.order(), page).await;
    found.map_err(|fault| refuse(shell, HOME, fault))
}

fn published(words: Words, at: Option<Timestamp>) -> String {
    at.map_or_else(String::new, |at| words.date_time(instant::civil(at)))
}

fn row(words: Words, line: &ArticleLine) -> Row {
    Row {
        name: Link::new(format!("{HOME}/{}", line.id), line.title.clone()),
        light: stage_light(words, line.stage),
        cells: vec![
            words.term(line.section),
            line.source.clone(),
            line.authors.clone(),
            crate::page::matter::day_text(words, &line.latest_on),
            published(words, line.published_at),
        ],
    }
}

fn cells(words: Words, line: &ArticleLine) -> Vec<Cell> {
    let text = |text: String| Cell::Text(text);
    vec![
        text(line.title.clone()),
        text(words.term(line.stage)),
        text(words.term(line.section)),
        text(line.source.clone()),
        text(line.authors.clone()),
        list::day(&line.latest_on),
        text(published(words, line.published_at)),
    ]
}
