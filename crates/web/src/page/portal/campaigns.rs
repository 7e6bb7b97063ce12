//! The issued campaigns (专项): title, lead, days, how they stand to today; and the one of the first page.

use super::records::{self, Asking, Kind, PER_PAGE, Shown};
use super::{fault, named, today};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::matter::search;
use crate::part::{ExportLinks, Filter, FilterField, Link};
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use jiff::civil::Date;
use qz_acts::campaign::public::{CampaignFilter, CampaignLine, CampaignSort, Page};
use qz_domain::campaign::{Progress, Stage};
use serde::Deserialize;

/// Where the list is.
pub(super) const PATH: &str = "/campaigns";

const KIND: Kind = Kind {
    path: PATH,
    title: "nav-campaigns",
    sentence: "portal-campaigns-sentence",
    none: "portal-campaigns-none",
    scope: "portal-campaigns-scope",
    define: "portal-campaigns-scope",
    columns: &[
        ("campaign-column-name", Some("title")),
        ("campaign-column-organ", None),
        ("campaign-column-doc-number", None),
        ("campaign-column-progress", None),
        ("campaign-column-starts", Some("earliest")),
        ("campaign-column-ends", Some("ends")),
        ("campaign-column-members", None),
    ],
};

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    q: String,
    sort: String,
    page: String,
}

/// `GET /campaigns?q=&sort=&page=`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let words = shell.words;
    let (page, looked) = (search::page(&asked.page).cast_signed(), asked.q.trim());
    let text = (!looked.is_empty()).then(|| looked.to_owned());
    let filter = CampaignFilter { text, ..CampaignFilter::default() };
    let (sort, sorted) = match asked.sort.as_str() {
        "earliest" => (CampaignSort::Earliest, "earliest"),
        "ends" => (CampaignSort::Ends, "ends"),
        "title" => (CampaignSort::Title, "title"),
        _ => (CampaignSort::Latest, ""),
    };
    let found = state.acts.issued_campaigns(&filter, sort, Page::number(page, PER_PAGE)).await;
    let (lines, total) = found.map_err(fault)?;
    let label = words.say("portal-campaign-words");
    let field = FilterField::Word { name: "q", label, value: asked.q.clone() };
    let asking = Asking {
        form: Filter::new(words, PATH, vec![field], filter != CampaignFilter::default()),
        scope: words.say("portal-all-years"),
        sorted,
        page,
        files: ExportLinks::new(words, 0, vec![]),
        counts: vec![],
    };
    let day = today(&state.acts);
    let rows = lines.iter().map(|line| row(words, line, day)).collect();
    records::listed(shell, KIND, asking, (rows, total))
}

fn row(words: Words, line: &CampaignLine, today: Date) -> Vec<Shown> {
    let standing = match line.stage {
        Stage::Replaced => words.term(line.stage),
        _ => words.term(Progress::of((line.starts, line.ends), today)),
    };
    vec![
        Shown::wide_link(format!("{PATH}/{}", line.id), line.title.clone()),
        Shown::text(named(words, &line.organ)),
        Shown::text(&line.doc_number),
        Shown::text(standing),
        Shown::text(words.date(line.starts)),
        Shown::text(words.date(line.ends)),
        Shown::text(words.number(line.members)),
    ]
}

/// The campaign of the first page: the one under way, or else the latest.
pub(super) struct Present {
    /// The way to it.
    pub way: Link,
    /// Who leads it, and how it stands to today.
    pub said: String,
}

impl Present {
    /// The campaign of a day, if any was ever issued.
    pub async fn on(state: &WebState, words: Words, day: Date) -> Result<Option<Self>, WebError> {
        let found = state.acts.present_campaign(day).await.map_err(fault)?;
        Ok(found.map(|line| Self::of(words, &line, day)))
    }

    fn of(words: Words, line: &CampaignLine, day: Date) -> Self {
        let said = [
            ("organ", named(words, &line.organ).into()),
            ("progress", words.term(Progress::of((line.starts, line.ends), day)).into()),
            ("starts", words.date(line.starts).into()),
            ("ends", words.date(line.ends).into()),
            ("members", line.members.into()),
        ];
        Self {
            way: Link::new(format!("{PATH}/{}", line.id), line.title.clone()),
            said: words.say_with("portal-campaign-said", &said),
        }
    }
}
