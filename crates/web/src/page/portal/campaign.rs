//! One campaign (专项) as anybody may read it: why, who leads and who takes part, where today stands, the
//! duties by unit, the plan's text, and the figures of its days. No person stands on this page.

use super::campaigns::PATH;
use super::cited::{Body, body};
use super::furniture::{Furniture, home_link};
use super::home::five;
use super::period::Period;
use super::reports::PATH as REPORTS;
use super::{fault, phrases, today, unit_name};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::campaign::told::{UnitDuties, duties, phases, standing};
use crate::part::{Figures, Link, Timeline};
use crate::query;
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::campaign::public::PublicCampaign;
use qz_acts::campaign::view::Related;
use qz_domain::campaign::Campaign;
use qz_domain::id::CampaignId;

#[derive(Template)]
#[template(path = "portal/campaign.html")]
struct CampaignPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    phrases: Vec<String>,
    purpose: String,
    standing: String,
    replaced: Option<Link>,
    earlier: Option<Link>,
    figures: Figures,
    phases: Option<Timeline>,
    duties: Vec<UnitDuties>,
    reports: Link,
    doc_number: String,
    body: Body,
    issued: String,
    facts: Vec<(String, String)>,
}

/// `GET /campaigns/{id}`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let id: CampaignId = id.parse().map_err(|_| WebError::NotFound)?;
    let read = match state.acts.public_campaign(id).await {
        Ok(read) => read,
        Err(ActError::NotFound) => return Err(WebError::NotFound),
        Err(other) => return Err(fault(other)),
    };
    let body = body(&state, shell.words, &read.blocks).await?;
    let figures = figures(&state, shell.words, &read).await?;
    let day = today(&state.acts);
    Ok(Html(draw(shell, &read, (body, figures), day).render()?).into_response())
}

/// The figures of the campaign's days, each a query that opens to its rows.
async fn figures(
    state: &WebState,
    words: Words,
    read: &PublicCampaign,
) -> Result<Figures, WebError> {
    let period = Period { from: read.campaign.starts, to: read.campaign.ends };
    let days = (period.from, period.to);
    let visits = state.acts.filed_figures(days, None).await.map_err(fault)?;
    let matters = state.acts.matter_figures(days, None).await.map_err(fault)?;
    Ok(Figures { figures: five(words, period, (&visits, &matters), String::new()) })
}

fn draw(
    shell: Shell,
    read: &PublicCampaign,
    (body, figures): (Body, Figures),
    day: Date,
) -> CampaignPage {
    let (words, campaign) = (shell.words, &read.campaign);
    let above = vec![home_link(&shell), Link::new(PATH, shell.say("nav-campaigns"))];
    let furniture = Furniture::below(&shell, above, &campaign.title).about(&campaign.purpose);
    let related = |found: &Option<Related>| {
        let (id, title) = found.as_ref()?;
        Some(Link::new(format!("{PATH}/{id}"), title.clone()))
    };
    CampaignPage {
        furniture,
        title: campaign.title.clone(),
        phrases: phrases(&campaign.title),
        purpose: campaign.purpose.clone(),
        standing: standing(words, campaign, day),
        replaced: related(&read.replaced_by),
        earlier: related(&read.replaces),
        figures,
        phases: (!campaign.phases.is_empty()).then(|| phases(words, campaign, day)),
        duties: duties(words, campaign, &read.units),
        reports: reports(words, campaign),
        doc_number: campaign.doc_number.clone(),
        body,
        issued: words
            .say_with("portal-campaign-issued", &[("day", words.date(read.issued_on).into())]),
        facts: facts(words, read),
        shell,
    }
}

/// The way to what its members report each month, in the year it began.
fn reports(words: Words, campaign: &Campaign) -> Link {
    let year = campaign.starts.year().to_string();
    Link::new(query::with(REPORTS, "year", &year), words.say("nav-reports"))
}

fn facts(words: Words, read: &PublicCampaign) -> Vec<(String, String)> {
    let campaign = &read.campaign;
    let column = |key: &str| words.say(&format!("campaign-column-{key}"));
    let report = [("days", campaign.report_days.into())];
    vec![
        (column("organ"), unit_name(words, &read.organ)),
        (column("starts"), words.date(campaign.starts)),
        (column("ends"), words.date(campaign.ends)),
        (column("issued-on"), words.date(read.issued_on)),
        (column("members"), words.number(campaign.members().len())),
        (column("duties"), words.number(campaign.duties.len())),
        (column("report"), words.say_with("campaign-report-days", &report)),
    ]
}
