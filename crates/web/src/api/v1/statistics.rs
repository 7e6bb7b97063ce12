//! The figures: a key appears with the act behind it, never as a placeholder zero.

use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::period::{AskedPeriod, Period};
use crate::page::portal::{data_years, fault, today, usual};
use crate::shell::Shell;
use crate::words::Words;
use axum::Json;
use axum::extract::{Query, State};
use jiff::civil::Date;
use qz_acts::matter::public::MatterFigures;
use qz_acts::visit::public::PublicFigures;
use qz_domain::spelled::Spelled;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;

/// The figures of a span of days, all of one moment: the months and the manners each add up to
/// `visits`.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Statistics {
    /// The first day counted.
    #[schema(value_type = String, format = Date, examples("2015-01-01"))]
    from: Date,
    /// The last day counted.
    #[schema(value_type = String, format = Date, examples("2015-12-31"))]
    to: Date,
    /// Filed inspection visits that were made in the span.
    visits: i64,
    /// The same by month, `2015-06`; months without a visit are left out.
    visits_by_month: BTreeMap<String, i64>,
    /// The same by manner: `open`, `covert`, `written`, `telephone`.
    visits_by_manner: BTreeMap<&'static str, i64>,
    /// Units that were visited at least once.
    units_visited: usize,
    /// Organs that sent inspectors at least once.
    inspecting_organs: usize,
    /// Findings adjudicated in the span as upheld or partly upheld.
    findings_upheld: i64,
    /// Distinct units on which a decision was served in the span, on the unit itself.
    units_held: i64,
    /// Decisions on persons served in the span, as person-times.
    decisions_on_persons: i64,
    /// The same by rank: `county_head` to `worker`; they add up.
    decisions_by_rank: BTreeMap<&'static str, i64>,
    /// The same by footing: `civil_servant` and the others; they add up.
    decisions_by_footing: BTreeMap<&'static str, i64>,
    /// The same by measure; they add up.
    decisions_by_measure: BTreeMap<String, i64>,
    /// Bulletins on decisions published in the span.
    bulletins: i64,
    /// Bulletins that their signer asked for, published in the span; not among the others.
    bulletins_self_requested: i64,
    /// Units and persons let off in the span after an answer that the error is excused.
    excused: i64,
    /// Meetings of these days that decided matters, whose minutes are signed.
    meetings_held: i64,
    /// Reviews of decisions begun on these days.
    reviews_begun: i64,
    /// Reviews served on these days, by what they decided.
    reviews_by_outcome: BTreeMap<&'static str, i64>,
    /// What each figure counts, in the language asked for.
    definitions: BTreeMap<&'static str, String>,
}

/// The figures of a span of days.
///
/// Without days: the last year with a record. One day alone takes the rest of its year with it.
#[utoipa::path(
    get,
    path = "/api/v1/statistics",
    tag = "public",
    params(
        ("from" = Option<String>, Query, format = Date, description = "First day, like 2015-01-01"),
        ("to" = Option<String>, Query, format = Date, description = "Last day, like 2015-12-31"),
    ),
    responses(
        (status = 200, description = "The figures", body = Statistics),
        (status = 422, description = "A day cannot be used; `errors` names the parameter",
            content_type = "application/problem+json"),
    )
)]
pub(crate) async fn statistics(
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<AskedPeriod>,
) -> Result<Json<Statistics>, WebError> {
    let usual = usual(data_years(&state.acts).await?, today(&state.acts));
    let period = asked.read(shell.words, usual).map_err(WebError::Invalid)?;
    let days = (period.from, period.to);
    let figures = state.acts.filed_figures(days, None).await.map_err(fault)?;
    let matters = state.acts.matter_figures(days, None).await.map_err(fault)?;
    Ok(Json(build(shell.words, period, &figures, matters)))
}

fn build(
    words: Words,
    period: Period,
    figures: &PublicFigures,
    matters: MatterFigures,
) -> Statistics {
    let mut visits_by_month = BTreeMap::new();
    for (day, count) in &figures.by_day {
        *visits_by_month.entry(day.strftime("%Y-%m").to_string()).or_default() += count;
    }
    let manners = figures.by_manner.iter().map(|(manner, count)| (manner.code(), *count));
    let definitions = [
        ("visits", "portal-define-visits"),
        ("units_visited", "portal-define-units"),
        ("inspecting_organs", "portal-define-organs"),
        ("findings_upheld", "portal-define-findings"),
        ("units_held", "portal-define-held"),
        ("decisions_on_persons", "portal-define-persons"),
        ("bulletins", "portal-define-bulletins"),
        ("excused", "portal-define-excused"),
        ("meetings_held", "portal-define-meetings"),
        ("reviews_begun", "portal-define-reviews"),
    ];
    Statistics {
        from: period.from,
        to: period.to,
        visits: figures.visits,
        visits_by_month,
        visits_by_manner: manners.collect(),
        units_visited: figures.by_unit.len(),
        inspecting_organs: figures.by_organ.len(),
        findings_upheld: matters.findings_upheld(),
        units_held: matters.units_held(),
        decisions_on_persons: matters.decisions_on_persons(),
        decisions_by_rank: matters.ranks.iter().map(|(rank, n)| (rank.code(), *n)).collect(),
        decisions_by_footing: matters.kinds.iter().map(|(kind, n)| (kind.code(), *n)).collect(),
        bulletins: matters.bulletins,
        bulletins_self_requested: matters.self_requested,
        excused: matters.excused,
        meetings_held: matters.meetings,
        reviews_begun: matters.reviews.begun,
        reviews_by_outcome: matters.reviews.served.iter().map(|(o, n)| (o.code(), *n)).collect(),
        decisions_by_measure: matters.measures.into_iter().collect(),
        definitions: definitions.map(|(name, key)| (name, words.say(key))).into(),
    }
}
