//! Scopes (范围): to which records a gate's action applies.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use qz_acts::{ActError, Acts};
use qz_domain::action::Action;
use qz_domain::power::Concern;
use std::pin::Pin;
use std::str::FromStr;

type Found = Pin<Box<dyn Future<Output = Result<Option<Concern>, ActError>> + Send>>;
type ConcernOf = Box<dyn Fn(Acts, &str) -> Option<Found> + Send + Sync>;

/// To which records a gate's action applies.
pub struct Scope(Kind);

enum Kind {
    Own,
    Reach,
    Record { concern_of: ConcernOf, reading: Option<Action> },
}

#[expect(non_upper_case_globals, reason = "they are named like the variants they stand for")]
impl Scope {
    /// What belongs to the account that is signed in. Its handler asks for nobody else's.
    pub const Own: Self = Self(Kind::Own);

    /// No one record: a form, or a list that its handler keeps within [`super::Granted::reach`].
    pub const Reach: Self = Self(Kind::Reach);
}

impl Scope {
    /// The record that the first parameter of the path names. The gate asks whom it concerns, and
    /// lets in whose power covers that; for anybody else there is no such record.
    pub fn record<Id, F, Answer>(concern_of: F) -> Self
    where
        Id: FromStr,
        F: Fn(Acts, Id) -> Answer + Send + Sync + 'static,
        Answer: Future<Output = Result<Option<Concern>, ActError>> + Send + 'static,
    {
        let concern_of: ConcernOf = Box::new(move |acts, name| {
            let id = name.parse().ok()?;
            Some(Box::pin(concern_of(acts, id)))
        });
        Self(Kind::Record { concern_of, reading: None })
    }

    /// Tells whoever may read the record, but came too late for the action, that it changed (409)
    /// instead of that it is not there.
    #[must_use]
    pub fn read_by(self, reading: Action) -> Self {
        match self.0 {
            Kind::Record { concern_of, .. } => {
                Self(Kind::Record { concern_of, reading: Some(reading) })
            }
            kind => Self(kind),
        }
    }

    /// Whether it is one record.
    pub(super) fn is_record(&self) -> bool {
        matches!(self.0, Kind::Record { .. })
    }

    /// Whether it is what belongs to the account itself.
    pub(super) fn is_own(&self) -> bool {
        matches!(self.0, Kind::Own)
    }

    /// By which action the record is read.
    pub(super) fn reading(&self) -> Option<Action> {
        match self.0 {
            Kind::Record { reading, .. } => reading,
            _ => None,
        }
    }

    /// Whom the record concerns that the path names; `None` when there is none.
    pub(super) async fn concern(
        &self,
        acts: Acts,
        parts: &mut Parts,
    ) -> Result<Option<Concern>, ActError> {
        let Kind::Record { concern_of, .. } = &self.0 else { return Ok(None) };
        let Ok(params) = RawPathParams::from_request_parts(parts, &()).await else {
            return Ok(None);
        };
        let Some((_, name)) = params.iter().next() else { return Ok(None) };
        match concern_of(acts, name) {
            Some(found) => found.await,
            None => Ok(None),
        }
    }
}
