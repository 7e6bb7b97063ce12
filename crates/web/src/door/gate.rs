//! The gate (关口): who comes, whether the request is theirs, what they may do, to which record.

use super::csrf::check_form;
use super::{Granted, Scope};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::stand_in;
use crate::part::Link;
use crate::refusal::{forbidden, refusal_box};
use crate::session::{Visitor, words_of};
use crate::words::Words;
use axum::extract::Request;
use qz_acts::identity::{Identity, Proof};
use qz_acts::power;
use qz_domain::action::Action;
use std::sync::Arc;

pub(super) struct Gate {
    pub action: Action,
    pub scope: Scope,
}

impl Gate {
    /// Lets a request in, or says why not.
    pub async fn admit(
        &self,
        state: &WebState,
        request: Request,
    ) -> Result<(Granted, Request), WebError> {
        let identity = Visitor::of(&request).identity()?;
        let words = words_of(&request);
        let request = match &identity.proof {
            Proof::Session { csrf, .. } => check_form(state, request, csrf, words).await?,
            Proof::Token { .. } => super::csrf::hold_body(request).await?,
        };
        if !self.has_power(&identity) {
            return Err(self.turn_away(&identity, words));
        }
        let request = self.find_record(state, &identity, request).await?;
        Ok((Granted::new(identity, self.action), request))
    }

    /// Whether the power for the action exists at all. One's own matters need no role.
    fn has_power(&self, identity: &Identity) -> bool {
        let shown = match &identity.proof {
            Proof::Session { .. } => true,
            Proof::Token { actions, .. } => actions.contains(&self.action),
        };
        let own = self.scope.is_own() && self.action == Action::SelfService;
        shown && (own || power::reach(&identity.actor, self.action).is_some())
    }

    /// Why not: a leader's action is refused by the name of what ended for whoever acted for one.
    fn turn_away(&self, identity: &Identity, words: Words) -> WebError {
        match &identity.stood_down {
            Some(refusal) if power::is_leaders(self.action) => {
                let back = Link::new(stand_in::PATH, words.say("stand-title"));
                WebError::Refused(refusal_box(words, refusal, back))
            }
            _ => forbidden(words, self.action),
        }
    }

    /// Asks for the record, where the path names one.
    async fn find_record(
        &self,
        state: &WebState,
        identity: &Arc<Identity>,
        request: Request,
    ) -> Result<Request, WebError> {
        if !self.scope.is_record() {
            return Ok(request);
        }
        let (mut parts, body) = request.into_parts();
        let concern = self.scope.concern(state.acts.clone(), &mut parts).await;
        let concern = concern.map_err(WebError::internal)?.ok_or(WebError::NotFound)?;
        if power::may(&identity.actor, self.action, &concern) {
            return Ok(Request::from_parts(parts, body));
        }
        let readable = |reading| power::may(&identity.actor, reading, &concern);
        if self.scope.reading().is_some_and(readable) && self.reaches(identity, &concern) {
            return Err(WebError::Conflict);
        }
        Err(WebError::NotFound)
    }

    /// Whether the power would cover the record in another stage.
    fn reaches(&self, identity: &Identity, concern: &qz_domain::power::Concern) -> bool {
        let powers = power::POWERS.iter().filter(|power| power.action == self.action);
        let stages = powers.flat_map(|power| power.stages.iter().copied());
        stages.into_iter().any(|stage| {
            let there = qz_domain::power::Concern { stage, ..concern.clone() };
            power::may(&identity.actor, self.action, &there)
        })
    }
}
