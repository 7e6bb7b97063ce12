//! One bulletin as its page tells it today: names only while they may be shown.

use super::unit_name::UnitName;
use crate::app::WebState;
use crate::error::WebError;
use crate::page::portal::hidden::must_be_shown;
use crate::page::portal::{bulletins, fault, today};
use axum::Json;
use axum::extract::{Path, State};
use jiff::civil::Date;
use qz_acts::ActError;
use qz_acts::bulletin::public::{Mark, PublicBulletin, PublicItem, Reader};
use qz_acts::rectification::view::RectificationLine;
use qz_domain::bulletin::Promise;
use qz_domain::id::BulletinId;
use qz_domain::rectification::Check;
use qz_domain::spelled::Spelled;
use qz_domain::term::Due;
use serde::Serialize;
use utoipa::ToSchema;

/// A published bulletin as anybody may read it today.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Bulletin {
    /// What `/bulletins/{id}` takes.
    id: String,
    /// Its number in the year's series of its organ.
    #[schema(examples("〔2015〕1号"))]
    number: String,
    /// The issuing organ.
    organ: UnitName,
    /// `ordinary`, or `self_requested` by whom it is on.
    kind: &'static str,
    /// Who may read its names: `public` anybody, `county` its staff.
    scope: &'static str,
    /// The title.
    title: String,
    /// The opening; empty once it is withdrawn.
    lead: String,
    /// What is asked of everybody; empty once it is withdrawn.
    close: String,
    /// The day it was signed.
    #[schema(value_type = String, format = Date)]
    signed_on: Date,
    /// The day it was published.
    #[schema(value_type = String, format = Date)]
    published_on: Date,
    /// The last day its names are shown; absent where the calendar of that year is not out.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    names_until: Option<Date>,
    /// Whether names may be read by anybody today.
    names_shown: bool,
    /// Who asked for it, of a self-requested one.
    #[serde(skip_serializing_if = "Option::is_none")]
    requester: Option<Requester>,
    /// The decisions it makes known.
    decisions: Vec<Told>,
    /// The faults of a self-requested one.
    faults: Vec<String>,
    /// The plan of a self-requested one.
    plan: Vec<Promised>,
    /// What was said in it since, because a decision was changed.
    corrections: Vec<Correction>,
    /// Whether it was withdrawn.
    withdrawn: bool,
}

/// Who asked for a bulletin on themselves.
#[derive(Debug, Serialize, ToSchema)]
struct Requester {
    /// Their name, while it is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// Their rank.
    rank: &'static str,
}

/// A decision that a bulletin makes known. Of one that a review felled only that it did.
#[derive(Debug, Serialize, ToSchema)]
struct Told {
    /// `unit` or `person`.
    subject: &'static str,
    /// The unit.
    unit: UnitName,
    /// The name of a person, while it is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// Their rank, while the name is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<&'static str>,
    /// Why the name is shown.
    #[serde(skip_serializing_if = "String::is_empty")]
    naming: String,
    /// What was done.
    #[serde(skip_serializing_if = "String::is_empty")]
    conduct: String,
    /// Code of the ground.
    #[serde(skip_serializing_if = "String::is_empty")]
    ground: String,
    /// Code of the measure.
    #[serde(skip_serializing_if = "String::is_empty")]
    measure: String,
    /// The day of the decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    decided_on: Option<Date>,
    /// Whether it is under review: its name, if any, is suspended.
    under_review: bool,
    /// What a review made of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<Reviewed>,
}

/// What a review made of a decision.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Reviewed {
    /// `varied`, `cancelled` or `sent_back`.
    outcome: &'static str,
    /// The number of the review's decision.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    /// From which day on.
    #[schema(value_type = String, format = Date)]
    served_on: Date,
}

/// A promise of a self-requested bulletin.
#[derive(Debug, Serialize, ToSchema)]
struct Promised {
    /// What.
    item: String,
    /// By what it will be known to be done.
    standard: String,
    /// By when.
    #[schema(value_type = String, format = Date)]
    due: Date,
    /// How it stands, once it was taken up.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<Kept>,
}

/// How a promise stands.
#[derive(Debug, Serialize, ToSchema)]
struct Kept {
    /// The stage of its rectification.
    stage: &'static str,
    /// How it stands to its term.
    lamp: &'static str,
    /// What the revisit found: `lasts` or `reopen`.
    #[serde(skip_serializing_if = "Option::is_none")]
    revisit: Option<&'static str>,
    /// The day of the revisit.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = Date)]
    revisited_on: Option<Date>,
}

/// What a bulletin says of a decision that was changed.
#[derive(Debug, Serialize, ToSchema)]
struct Correction {
    /// `corrected` or `withdrawn`.
    kind: &'static str,
    /// The day.
    #[schema(value_type = String, format = Date)]
    on: Date,
    /// Why.
    reason: String,
}

/// A published bulletin as anybody may read it today.
#[utoipa::path(
    get,
    path = "/api/v1/bulletins/{id}",
    tag = "public",
    params(("id" = String, Path, description = "What /api/v1/bulletins gives as id")),
    responses(
        (status = 200, description = "The bulletin", body = Bulletin),
        (status = 404, description = "No such bulletin is published to anybody",
            content_type = "application/problem+json"),
        (status = 451, description = "Kept from the public while it is checked",
            content_type = "application/problem+json"),
    )
)]
pub(crate) async fn bulletin(
    State(state): State<WebState>,
    Path(id): Path<String>,
) -> Result<Json<Bulletin>, WebError> {
    let id: BulletinId = id.parse().map_err(|_| WebError::NotFound)?;
    must_be_shown(&state, &format!("{}/{id}", bulletins::PATH)).await?;
    let as_read = (Reader::Anybody, today(&state.acts));
    let found = match state.acts.public_bulletin(id, as_read).await {
        Ok(found) => found,
        Err(ActError::NotFound) => return Err(WebError::NotFound),
        Err(other) => return Err(fault(other)),
    };
    let kept = state.acts.promises_kept(id).await.map_err(fault)?;
    Ok(Json(build(found, &kept)))
}

fn build(found: PublicBulletin, kept: &[(RectificationLine, Option<Check>)]) -> Bulletin {
    let correction = |one: qz_domain::bulletin::Correction| Correction {
        kind: one.kind.code(),
        on: one.on,
        reason: one.reason,
    };
    Bulletin {
        id: found.id.to_string(),
        number: found.number.to_string(),
        organ: found.organ.into(),
        kind: found.kind.code(),
        scope: found.scope.code(),
        title: found.title,
        lead: found.lead,
        close: found.close,
        signed_on: found.signed_on,
        published_on: found.published_on,
        names_until: match found.expires {
            Due::Fixed(day) => Some(day),
            Due::AwaitingCalendar { .. } => None,
        },
        names_shown: found.shows_names,
        requester: found.requester.map(|(name, rank)| Requester { name, rank: rank.code() }),
        decisions: found.items.into_iter().map(told).collect(),
        faults: found.faults,
        plan: (1..).zip(found.plan).map(|(place, one)| promised(place, one, kept)).collect(),
        corrections: found.corrections.into_iter().map(correction).collect(),
        withdrawn: found.is_withdrawn,
    }
}

fn told(item: PublicItem) -> Told {
    let has_fallen = item.mark.as_ref().is_some_and(|mark| mark.outcome.fells());
    Told {
        subject: if item.is_person { "person" } else { "unit" },
        unit: item.unit.into(),
        name: item.name,
        rank: item.rank.map(Spelled::code),
        naming: item.naming,
        conduct: item.conduct,
        ground: item.ground,
        measure: item.measure,
        decided_on: Some(item.decided_on).filter(|_| !has_fallen),
        under_review: item.is_under_review,
        review: item.mark.map(Reviewed::from),
    }
}

impl From<Mark> for Reviewed {
    fn from(mark: Mark) -> Self {
        Self {
            outcome: mark.outcome.code(),
            number: mark.number.map(|number| number.to_string()),
            served_on: mark.served_on,
        }
    }
}

fn promised(place: i64, one: Promise, kept: &[(RectificationLine, Option<Check>)]) -> Promised {
    let found = kept.iter().find(|(line, _)| line.promise() == Some(place));
    let kept = found.map(|(line, revisit)| Kept {
        stage: line.rectification.stage.code(),
        lamp: line.lamp.code(),
        revisit: revisit.as_ref().map(|check| check.outcome.code()),
        revisited_on: revisit.as_ref().map(|check| check.on),
    });
    Promised { item: one.item, standard: one.standard, due: one.due, kept }
}
