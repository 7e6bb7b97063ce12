//! Key a request from its paper (按纸质录入): whoever approved it signed there, so it is approved at once.

use super::RequestMade;
use super::form::{RequestForm, read};
use super::load::{concern, deciders, must_stand};
use crate::matter::{self, Doing, PaperForm};
use crate::person::named_standing;
use crate::{ActError, message, power};
use qz_domain::action::Action;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, PersonId, RequestId};
use qz_domain::instant;
use qz_domain::refusal::Refusal;
use qz_domain::request::{LINE_MOST, Request, RequestRefusal, Stage, Step, must_be_decider};
use qz_store::{Act, Subject, Write, request};

/// Keys a request from its paper.
#[derive(Debug, Clone)]
pub struct RecordRequest {
    /// Who keys it.
    pub actor: AccountId,
    /// For whom it is, by work number or name.
    pub person: String,
    /// What the paper says.
    pub form: RequestForm,
    /// Its number and day, and who approved it.
    pub paper: PaperForm,
}

impl Act for RecordRequest {
    type Receipt = RequestMade;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<RequestMade, ActError> {
        let Self { actor, person, form, paper } = self;
        let new = read(&form, instant::civil(write.now()))?;
        let given = ("whose", person.as_str());
        let (named, unit) = named_standing(write, given, new.from.date()).await?;
        let whom = concern(Stage::Approved, named.person, &unit);
        let actor = power::require(write, actor, Action::RequestRecord, &whom).await?;
        field::text("by", &paper.by, LINE_MOST)?;
        let doing = matter::alone(write, &actor, &paper, None).await?;
        let (Some(_), Some(by)) = (&doing.paper, doing.by.first().copied()) else {
            return Err(FieldError::new("paper_number", Fault::Missing).into());
        };
        let id = RequestId(write.next_id());
        let new = approved(Request { id, person: named.person, unit: unit.id, ..new }, by, &doing);
        must_be_theirs(write, (&named.name, &new), (by, &paper.by, &doing)).await?;
        must_stand(write, &new, true).await?;
        request::insert(write, &new).await?;
        write.record(doing.deed(Step::Record, new.id.object(), &actor)).await?;
        message::request_answered(write, &new).await?;
        Ok(RequestMade { request: new.id })
    }
}

fn approved(new: Request, by: PersonId, doing: &Doing) -> Request {
    let (decided_by, decided_on) = (Some(by), Some(doing.day));
    // Asked by that day at the latest.
    let is_late = new.is_late && new.from.date() < doing.day;
    Request { stage: Stage::Approved, decided_by, decided_on, is_late, ..new }
}

/// Whoever approved it heads the unit, or leads the county; neither they nor whoever keys it is the one it is for.
async fn must_be_theirs(
    write: &mut Write,
    (name, new): (&str, &Request),
    (by, given, doing): (PersonId, &str, &Doing),
) -> Result<(), ActError> {
    let whose = deciders(write.reads(), (new.person, new.unit)).await?;
    let by_county = whose.leaders.contains(&by);
    let hands: Vec<_> = doing.by.iter().chain(&doing.keyed_by).copied().collect();
    let found = must_be_decider((new.person, name), &hands, (whose.is_head, by_county));
    found.map_err(Refusal::from)?;
    if !by_county && !whose.heads.contains(&by) {
        let person = given.trim().to_owned();
        return Err(Refusal::from(RequestRefusal::NotTheirs { person }).into());
    }
    Ok(())
}
