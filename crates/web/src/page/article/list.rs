//! The list of articles, on the screen and as a file.

use super::HOME;
use crate::page::at::At;
use crate::page::listing::{self, Listed, Page, Row};
use crate::page::matter::forms::any_of;
use crate::part::{FilterField, Light, LightState, Link};
use crate::words::Words;
use jiff::Timestamp;
use qz_acts::ActError;
use qz_acts::article::view::{ArticleFilter, ArticleLine, ArticleSort};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::article::{Section, Stage};
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

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
}

impl Listed for Asked {
    type Line = ArticleLine;

    const FAMILY: &'static str = "article";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "articles";
    const COLUMNS: &'static [&'static str] =
        &["section", "source", "authors", "latest-on", "published-on"];

    fn page(&self) -> &str {
        &self.page
    }

    fn is_filtered(&self) -> bool {
        self.filter() != ArticleFilter::default()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        let words = at.shell.words;
        let (stages, sections) = (any_of::<Stage>(words, &self.stage), &self.section);
        let column = |name: &str| words.say(&format!("article-column-{name}"));
        let choices = any_of::<Section>(words, sections);
        vec![
            FilterField::Word { name: "q", label: column("name"), value: self.q.clone() },
            FilterField::Choice { name: "stage", label: column("stage"), choices: stages },
            FilterField::Choice { name: "section", label: column("section"), choices },
            listing::orders(words, "article", &ORDERS, &self.sort),
        ]
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<ArticleLine>, i64), ActError> {
        at.state.acts.articles(at.account(), &self.filter(), self.order(), page).await
    }

    fn ways(&self, at: &At) -> Vec<Link> {
        at.begin(Action::ArticleDraft, &format!("{HOME}/draft"), "article-draft-title")
    }

    fn row(&self, at: &At, line: &ArticleLine) -> Row {
        let words = at.shell.words;
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

    fn cells(&self, at: &At, line: &ArticleLine) -> Vec<Cell> {
        let words = at.shell.words;
        let text = |text: String| Cell::Text(text);
        vec![
            text(line.title.clone()),
            text(words.term(line.stage)),
            text(words.term(line.section)),
            text(line.source.clone()),
            text(line.authors.clone()),
            listing::day(&line.latest_on),
            text(published(words, line.published_at)),
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

fn published(words: Words, at: Option<Timestamp>) -> String {
    at.map_or_else(String::new, |at| words.date_time(instant::civil(at)))
}
