//! The published articles (文章): title, heading, source, when. What was withdrawn says so.

use super::download::{self, MOST_ROWS};
use super::fault;
use super::records::{self, Asking, Kind, PER_PAGE, Shown};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::matter::forms::any_of;
use crate::page::matter::search;
use crate::part::{Filter, FilterField};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::article::public::{ArticleFilter, ArticleLine, ArticleSort, Page};
use qz_document::sheet::Cell;
use qz_domain::article::{Section, Stage};
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

/// Where the list is.
pub(super) const PATH: &str = "/articles";

const KIND: Kind = Kind {
    path: PATH,
    title: "nav-articles",
    sentence: "portal-articles-sentence",
    none: "portal-articles-none",
    scope: "portal-articles-scope",
    define: "portal-define-articles",
    columns: &[
        ("portal-article-title", Some("title")),
        ("portal-article-section", None),
        ("portal-article-source", None),
        ("portal-article-published", Some("earliest")),
    ],
};

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    section: String,
    sort: String,
    page: String,
    format: String,
}

impl Asked {
    fn filter(&self) -> ArticleFilter {
        let looked = self.q.trim();
        ArticleFilter {
            section: Section::from_code(&self.section),
            text: (!looked.is_empty()).then(|| looked.to_owned()),
            ..ArticleFilter::default()
        }
    }

    fn sort(&self) -> (ArticleSort, &'static str) {
        match self.sort.as_str() {
            "earliest" => (ArticleSort::Earliest, "earliest"),
            "title" => (ArticleSort::Title, "title"),
            _ => (ArticleSort::Latest, ""),
        }
    }
}

/// `GET /articles?q=&section=&sort=&page=&format=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let format = download::asked(words, Some(&asked.format))?;
    let page = search::page(&asked.page).cast_signed();
    let wanted = if format.is_some() { Page::all() } else { Page::number(page, PER_PAGE) };
    let (filter, (sort, sorted)) = (asked.filter(), asked.sort());
    let found = state.acts.published_articles(&filter, sort, wanted).await;
    let (lines, total) = found.map_err(fault)?;
    let scope = words.say("portal-all-years");
    if let Some(format) = format {
        let header = KIND.columns.iter().map(|(key, _)| *key).collect::<Vec<_>>();
        let rows = lines.iter().map(|line| cells(words, line)).collect();
        return records::file(&shell, (KIND, "articles"), (&scope, format), (&header, rows));
    }
    let most = usize::try_from(total.min(MOST_ROWS)).unwrap_or_default();
    let is_active = filter != ArticleFilter::default();
    let asking = Asking {
        form: Filter::new(words, PATH, fields(words, &asked), is_active),
        scope,
        sorted,
        page,
        files: download::links(words, &shell.here, most),
        counts: vec![],
    };
    let rows = lines.iter().map(|line| row(words, line)).collect();
    records::listed(shell, KIND, asking, (rows, total))
}

fn fields(words: Words, asked: &Asked) -> Vec<FilterField> {
    let label = |key: &str| words.say(key);
    vec![
        FilterField::Word {
            name: "q",
            label: label("portal-article-words"),
            value: asked.q.clone(),
        },
        FilterField::Choice {
            name: "section",
            label: label("portal-article-section"),
            choices: any_of::<Section>(words, &asked.section),
        },
    ]
}

/// The title; of a withdrawn article, that it is withdrawn.
fn title(words: Words, line: &ArticleLine) -> String {
    if line.stage == Stage::Withdrawn {
        format!("{}（{}）", line.title, words.term(line.stage))
    } else {
        line.title.clone()
    }
}

fn published(words: Words, line: &ArticleLine) -> String {
    let at = line.published_at.map(|at| words.date_time(instant::civil(at)));
    at.unwrap_or_default()
}

fn row(words: Words, line: &ArticleLine) -> Vec<Shown> {
    vec![
        Shown::wide_link(format!("{PATH}/{}", line.id), title(words, line)),
        Shown::text(words.term(line.section)),
        Shown::text(&line.source),
        Shown::text(published(words, line)),
    ]
}

fn cells(words: Words, line: &ArticleLine) -> Vec<Cell> {
    let section = words.term(line.section);
    let texts = [title(words, line), section, line.source.clone(), published(words, line)];
    texts.map(Cell::Text).to_vec()
}
