//! The year at a glance (一年十二盏): how many of each month's reports came in time, for the first page.

use super::{PATH, count, month_link, of_year};
use crate::app::WebState;
use crate::error::WebError;
use crate::part::{Light, LightState, Link};
use crate::query;
use crate::words::Words;
use askama::Template;
use qz_acts::monthly_report::public::PublicReport;
use qz_domain::month::Month;
use qz_domain::monthly_report::Lamp;

/// A month: its name, and how many of how many.
struct Cell {
    month: Link,
    share: Option<Light>,
}

/// The twelve months of a year.
#[derive(Template)]
#[template(path = "portal/strip.html")]
pub(in crate::page::portal) struct Strip {
    caption: String,
    head: String,
    cells: Vec<Cell>,
    /// Where the year is shown unit by unit.
    pub all: String,
}

impl askama::filters::HtmlSafe for Strip {}

impl Strip {
    /// The year's strip; `None` for a year in which nothing is owed.
    pub async fn of_year(
        state: &WebState,
        words: Words,
        year: i16,
    ) -> Result<Option<Self>, WebError> {
        let reports = of_year(state, year).await?;
        if reports.is_empty() {
            return Ok(None);
        }
        let cell = |month: Month| {
            let of: Vec<_> = reports.iter().filter(|one| one.key.month == month).cloned().collect();
            let name = words.say(&format!("month-short-{}", month.number()));
            Cell {
                month: Link::new(month_link(month), name),
                share: (!of.is_empty()).then(|| share(&of)),
            }
        };
        Ok(Some(Self {
            caption: words.say_with("report-strip", &[("year", year.to_string().into())]),
            head: words.say("report-strip-share"),
            cells: Month::all_of(year).map(cell).collect(),
            all: query::with(PATH, "year", &year.to_string()),
        }))
    }
}

/// How many came in time; red while one is overdue, yellow where one wants attention or came late.
fn share(reports: &[PublicReport]) -> Light {
    let any = |lamps: &[Lamp]| lamps.iter().any(|lamp| count(reports, *lamp) > 0);
    let state = if any(&[Lamp::Overdue]) {
        LightState::Stop
    } else if any(&[Lamp::Near, Lamp::Late, Lamp::Returned]) {
        LightState::Warn
    } else if any(&[Lamp::NotDue, Lamp::Unknown]) {
        LightState::None
    } else {
        LightState::Ok
    };
    Light::new(state, format!("{}/{}", count(reports, Lamp::InTime), reports.len()))
}
