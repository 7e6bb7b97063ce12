//! The published articles (文章): title, heading, source, when. What was withdrawn says so.

use super::fault;
use super::records::{self, Asking, Kind, PER_PAGE, Shown};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::matter::forms::any_of;
use crate::page::matter::search;
use crate::part::{ExportLinks, Filter, FilterField};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::article::public::{ArticleFilter, ArticleLine, ArticleSort, Page};
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
    define: "portal-articles-scope",
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
}

/// `GET /articles?q=&section=&sort=&page=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let (page, looked) = (search::page(&asked.page).cast_signed(), asked.q.trim());
    let filter = ArticleFilter {
        section: Section::from_code(&asked.section),
        text: (!looked.is_empty()).then(|| looked.to_owned()),
        ..ArticleFilter::default()
    };
    let (sort, sorted) = match asked.sort.as_str() {
        "earliest" => (ArticleSort::Earliest, "earliest"),
        "title" => (ArticleSort::Title, "title"),
        _ => (ArticleSort::Latest, ""),
    };
    let found = state.acts.published_articles(&filter, sort, Page::number(page, PER_PAGE)).await;
    let (lines, total) = found.map_err(fault)?;
    let is_active = filter != ArticleFilter::default();
    let asking = Asking {
        form: Filter::new(words, PATH, fields(words, &asked), is_active),
        scope: words.say("portal-all-years"),
        sorted,
        page,
        files: ExportLinks::new(words, 0, vec![]),
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

fn row(words: Words, line: &ArticleLine) -> Vec<Shown> {
    let title = if line.stage == Stage::Withdrawn {
        format!("{}（{}）", line.title, words.term(line.stage))
    } else {
        line.title.clone()
    };
    let at = line.published_at.map(|at| words.date_time(instant::civil(at)));
    vec![
        Shown::wide_link(format!("{PATH}/{}", line.id), title),
        Shown::text(words.term(line.section)),
        Shown::text(&line.source),
        Shown::text(at.unwrap_or_default()),
    ]
}
