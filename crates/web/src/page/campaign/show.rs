//! One campaign: its plan, where today stands, the duties by unit, whose hands it went through.

use super::list::stage_light;
use super::told::{UnitDuties, duties, phases, standing};
use super::{HOME, step};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::matter::family;
use crate::page::matter::hands::{HandRow, hands};
use crate::page::matter::timeline::timeline;
use crate::page::matter::wrong::refuse;
use crate::page::portal::cited::{Body, body};
use crate::part::{Crumb, Light, Link, Timeline};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use qz_acts::campaign::view::{CampaignView, Related};
use qz_domain::action::Action;
use qz_domain::campaign::Stage;
use qz_domain::id::CampaignId;
use qz_domain::instant;
use qz_domain::spelled::Spelled;

#[derive(Template)]
#[template(path = "campaign/show.html")]
struct ShowPage {
    shell: Shell,
    crumb: Crumb,
    title: String,
    light: Light,
    now: String,
    links: Vec<Link>,
    doc_number: String,
    purpose: String,
    standing: String,
    phases: Option<Timeline>,
    duties: Vec<UnitDuties>,
    body: Body,
    facts: Vec<(String, String)>,
    related: Vec<(String, Link)>,
    hands: Vec<HandRow>,
    timeline: Timeline,
}

/// `GET /desk/campaigns/{id}`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<CampaignId>,
) -> Result<Response, WebError> {
    let view = state.acts.campaign(granted.account(), id).await;
    let view = view.map_err(|fault| refuse(&shell, HOME, fault))?;
    let body = body(&state, shell.words, &view.blocks).await?;
    let today = instant::day(state.acts.now());
    Ok(Html(draw(shell, &view, body, today).render()?).into_response())
}

fn draw(shell: Shell, view: &CampaignView, body: Body, today: Date) -> ShowPage {
    let campaign = &view.campaign;
    let home = format!("{HOME}/{}", campaign.id);
    let above = vec![Link::new(HOME, shell.say("campaign-list-title"))];
    let mut links: Vec<_> = view
        .steps
        .iter()
        .map(|step| family::link::<step::Campaigns>(&shell, *step, &home))
        .collect();
    if campaign.issued_on.is_some() {
        let public = format!("/campaigns/{}", campaign.id);
        links.push(Link::new(public, shell.say("campaign-on-the-portal")));
    }
    let next = (campaign.stage == Stage::Drafted).then(|| shell.words.term(Action::CampaignIssue));
    ShowPage {
        crumb: Crumb::new(shell.words, above, campaign.title.clone()),
        title: campaign.title.clone(),
        light: stage_light(shell.words, campaign.stage),
        now: now(&shell, view),
        links,
        doc_number: campaign.doc_number.clone(),
        purpose: campaign.purpose.clone(),
        standing: standing(shell.words, campaign, today),
        phases: (!campaign.phases.is_empty()).then(|| phases(shell.words, campaign, today)),
        duties: duties(shell.words, campaign, &view.units),
        body,
        facts: facts(&shell, view),
        related: related(&shell, view),
        hands: hands(&shell, &view.hands),
        timeline: timeline(&shell, &view.timeline, next),
        shell,
    }
}

/// What is so and what comes next, in a sentence.
fn now(shell: &Shell, view: &CampaignView) -> String {
    let code = view.campaign.stage.code().replace('_', "-");
    let reason = [("reason", view.campaign.reason.as_str().into())];
    shell.say_with(&format!("campaign-now-{code}"), &reason)
}

pub(super) fn facts(shell: &Shell, view: &CampaignView) -> Vec<(String, String)> {
    let (campaign, words) = (&view.campaign, shell.words);
    let column = |key: &str| shell.say(&format!("campaign-column-{key}"));
    let mut facts = vec![
        (column("organ"), shell.unit_name(&view.organ)),
        (column("starts"), words.date(campaign.starts)),
        (column("ends"), words.date(campaign.ends)),
        (column("members"), words.number(campaign.members().len())),
        (column("duties"), words.number(campaign.duties.len())),
        (column("report"), report(words, campaign.report_days)),
        (column("drafted-on"), words.date(campaign.drafted_on)),
    ];
    if !campaign.doc_number.is_empty() {
        facts.insert(1, (column("doc-number"), campaign.doc_number.clone()));
    }
    facts.extend(campaign.issued_on.map(|day| (column("issued-on"), words.date(day))));
    facts
}

/// When the members report each month.
fn report(words: Words, days: i64) -> String {
    words.say_with("campaign-report-days", &[("days", days.into())])
}

fn related(shell: &Shell, view: &CampaignView) -> Vec<(String, Link)> {
    let pair = |key: &str, found: &Option<Related>| {
        let (id, title) = found.as_ref()?;
        Some((shell.say(key), Link::new(format!("{HOME}/{id}"), title.clone())))
    };
    let before = pair("campaign-replaces", &view.replaces);
    before.into_iter().chain(pair("campaign-replaced-fact", &view.replaced_by)).collect()
}
