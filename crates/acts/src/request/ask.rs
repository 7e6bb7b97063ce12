//! Ask (提出申请) for leave, a trip, overtime, a correction: for oneself, at the screen. Whoever decides is told.

use super::RequestMade;
use super::form::{RequestForm, read};
use super::load::{deciders, must_stand, name_of};
use crate::{ActError, message, power};
use qz_domain::action::Action;
use qz_domain::id::{AccountId, PersonId, RequestId, UnitId};
use qz_domain::instant;
use qz_domain::power::Concern;
use qz_domain::refusal::Refusal;
use qz_domain::request::Request;
use qz_store::{Act, Subject, Write, accountability, request};

/// Asks for something.
#[derive(Debug, Clone)]
pub struct AskRequest {
    /// Who asks, for themselves.
    pub actor: AccountId,
    /// What they write.
    pub form: RequestForm,
}

impl Act for AskRequest {
    type Receipt = RequestMade;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RequestMade, ActError> {
        let Self { actor, form } = self;
        let forbidden = || ActError::Forbidden(Action::RequestAsk);
        let actor = power::actor(write.reads(), actor).await?.ok_or_else(forbidden)?;
        // An account that is nobody's has nothing to ask for.
        let person = actor.person.ok_or(ActError::NotFound)?;
        let concern = Concern { stage: "", people: vec![person], units: vec![] };
        if !power::may(&actor, Action::RequestAsk, &concern) {
            return Err(forbidden());
        }
        let new = read(&form, instant::civil(write.now()))?;
        let unit = unit_on(write, person, &new).await?;
        let new = Request { id: RequestId(write.next_id()), person, unit, ..new };
        must_stand(write, &new, false).await?;
        request::insert(write, &new).await?;
        write.record(actor.deed(Action::RequestAsk, new.id.object())).await?;
        let whose = deciders(write.reads(), (person, unit)).await?;
        message::request_asked(write, &new, &whose.told(person)).await?;
        Ok(RequestMade { request: new.id })
    }
}

/// The unit of somebody on the first day of a request.
async fn unit_on(write: &mut Write, person: PersonId, new: &Request) -> Result<UnitId, ActError> {
    let day = new.from.date();
    let found = accountability::standing_on(write.reads(), person, day).await?;
    if let Some(found) = found {
        return Ok(found.unit);
    }
    let person = name_of(write.reads(), person).await?;
    Err(Refusal::NoPost { person, day }.into())
}
