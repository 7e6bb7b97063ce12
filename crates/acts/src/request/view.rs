//! What somebody may see of requests: their own, those of their unit, all of the county; and what stands around one.

use super::credit;
use super::load::{self, Loaded, name_of};
use crate::calendar::known;
use crate::matter::view::{Sight, sights};
use crate::{ActError, Acts, power};
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::calendar::{Calendar, UnknownYear};
use qz_domain::id::{AccountId, RequestId};
use qz_domain::instant;
use qz_domain::law::{Law, Leave};
use qz_domain::person::Person;
use qz_domain::power::Concern;
use qz_domain::procedure::Stepped;
use qz_domain::request::{Balance, Credit, Request, RequestKind, Stage, Step, TRANSITIONS, earned};
use qz_domain::unit::Unit;
pub use qz_store::ledger::ActEntry;
pub use qz_store::list::Page;
pub use qz_store::request::Colleague;
pub use qz_store::request::list::{RequestFilter, RequestLine, RequestSort};
use qz_store::{Conn, Subject, person, request, work_start};

/// What is left of a leave, and what it was counted from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeaveLeft {
    /// The leave.
    pub rule: &'static Leave,
    /// When their service began, where it is recorded.
    pub service: Option<Date>,
    /// What is left; a year without a known calendar cannot be counted.
    pub balance: Result<Balance, UnknownYear>,
    /// The days that earned it, where it is earned.
    pub credits: Vec<Credit>,
}

/// A request with everything that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestView {
    /// The request.
    pub row: Request,
    /// For whom.
    pub person: Person,
    /// Their unit on the first day.
    pub unit: Unit,
    /// The name of whoever decided; empty before.
    pub decided_by: String,
    /// What is left of the leave, where it is one.
    pub left: Option<LeaveLeft>,
    /// The same person's other requests on the same hours.
    pub beside: Vec<Request>,
    /// Who of the unit is away on the same days, for whoever answers.
    pub colleagues: Vec<Colleague>,
    /// Every act on it, oldest first.
    pub timeline: Vec<ActEntry>,
    /// The steps this viewer may take now.
    pub steps: Vec<Step>,
}

impl Acts {
    /// A request as an account may see it. One it may not see does not exist for it.
    pub async fn request(
        &self,
        account: AccountId,
        id: RequestId,
    ) -> Result<RequestView, ActError> {
        let mut conn = self.reader().await?;
        let Loaded { row, unit } = load::load(&mut conn, id).await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let concern = load::concern(row.stage, row.person, &unit);
        if !power::may(&actor, Action::RequestRead, &concern) {
            return Err(ActError::NotFound);
        }
        let is_own = actor.person == Some(row.person);
        let answers = |step: Step| matches!(step, Step::Approve | Step::Refuse | Step::Revoke);
        let can = |step: &Step| {
            // An instant cannot end early.
            let is_there = *step != Step::End || row.from < row.to;
            let is_anothers = !is_own || !answers(*step);
            is_there && is_anothers && power::may(&actor, step.action(), &concern)
        };
        let rows = TRANSITIONS.iter().filter(|one| one.from == Some(row.stage));
        let steps = rows.map(|one| one.step).filter(can).collect();
        let others = request::standing_of(&mut conn, row.person).await?;
        let today = instant::day(self.now());
        let around = if is_own { vec![] } else { request::colleagues(&mut conn, &row).await? };
        let decider = match row.decided_by {
            Some(person) => name_of(&mut conn, person).await?,
            None => String::new(),
        };
        Ok(RequestView {
            left: left_of(&mut conn, &row, (&others, today)).await?,
            beside: beside(&row, &others),
            person: person::find(&mut conn, row.person).await?.ok_or(ActError::NotFound)?,
            timeline: qz_store::ledger::acts_of(&mut conn, id.object()).await?,
            colleagues: around,
            decided_by: decider,
            steps,
            row,
            unit,
        })
    }

    /// Whom a request concerns; `None` when there is none.
    pub async fn request_concern(&self, id: RequestId) -> Result<Option<Concern>, ActError> {
        match load::load(&mut self.reader().await?, id).await {
            Ok(Loaded { row, unit }) => Ok(Some(load::concern(row.stage, row.person, &unit))),
            Err(ActError::NotFound) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The requests an account may see: one page, and how many there are in all.
    pub async fn requests(
        &self,
        account: AccountId,
        filter: &RequestFilter,
        sort: RequestSort,
        page: Page,
    ) -> Result<(Vec<RequestLine>, i64), ActError> {
        use request::list::Seen;
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?;
        let actor = actor.ok_or(ActError::Forbidden(Action::RequestRead))?;
        let of = |sight| match sight {
            Sight::All => Seen::All,
            Sight::Unit(unit) => Seen::OfUnit(unit),
            Sight::Own(person) => Seen::OfPerson(person),
        };
        let seen: Vec<_> = sights(&actor, Action::RequestRead).into_iter().map(of).collect();
        Ok(request::list::page(&mut conn, (&seen, filter), sort, page).await?)
    }

    /// The requests that wait for an account's answer, the first to begin first.
    pub async fn requests_to_answer(
        &self,
        account: AccountId,
    ) -> Result<Vec<RequestLine>, ActError> {
        let mut conn = self.reader().await?;
        let actor = self.actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        request_lines(&mut conn, &actor).await
    }

    /// What is left of the leaves that are counted, of an account's own person, today.
    pub async fn own_leaves(&self, account: AccountId) -> Result<Vec<LeaveLeft>, ActError> {
        let mut conn = self.reader().await?;
        let actor = power::actor(&mut conn, account).await?.ok_or(ActError::NotFound)?;
        let Some(person) = actor.person else { return Ok(vec![]) };
        let today = instant::day(self.now());
        let rows = request::standing_of(&mut conn, person).await?;
        let (found, calendar) = credit::of(&mut conn, person, (&rows, today)).await?;
        let service = work_start::find(&mut conn, person).await?.map(|one| one.since);
        let rules = Law::shipped().on(today).leaves().filter(|rule| rule.is_strict);
        let left = |rule| left(rule, (service, today), (&rows, &calendar), found.clone());
        Ok(rules.map(left).collect())
    }
}

/// Those of units whose head the actor is that are not of another head; of county leaders those of heads.
async fn request_lines(
    conn: &mut Conn,
    actor: &crate::actor::Actor,
) -> Result<Vec<RequestLine>, ActError> {
    use request::list::Seen;
    let filter = RequestFilter {
        stage: Some(Stage::Pending),
        not_of: actor.person,
        ..RequestFilter::default()
    };
    let of = |sight| match sight {
        Sight::All => Some(Seen::All),
        Sight::Unit(unit) => Some(Seen::OfUnit(unit)),
        Sight::Own(_) => None,
    };
    let seen: Vec<_> = sights(actor, Action::RequestApprove).into_iter().filter_map(of).collect();
    if seen.is_empty() {
        return Ok(vec![]);
    }
    let order = (RequestSort::Waiting, Page::number(1, WAITING));
    let (lines, _) = request::list::page(conn, (&seen, &filter), order.0, order.1).await?;
    // The county's leaders answer the heads, and where there is none; what waits for a head is not theirs.
    let heads = request::heads(conn).await?;
    let is_county = seen.contains(&Seen::All);
    let is_theirs = |line: &RequestLine| {
        let mut of_unit = heads.iter().filter(|(unit, _)| *unit == line.unit.code).peekable();
        let is_headless = of_unit.peek().is_none();
        let is_head = of_unit.any(|(_, person)| *person == line.person.0);
        (is_head || is_headless) == is_county
    };
    Ok(lines.into_iter().filter(is_theirs).collect())
}

/// How many requests that wait are looked at.
const WAITING: i64 = 200;

fn beside(row: &Request, others: &[Request]) -> Vec<Request> {
    let meets =
        |other: &&Request| other.id != row.id && other.from < row.end() && row.from < other.end();
    others.iter().filter(meets).cloned().collect()
}

async fn left_of(
    conn: &mut Conn,
    row: &Request,
    (others, today): (&[Request], Date),
) -> Result<Option<LeaveLeft>, ActError> {
    let day = row.from.date();
    let Ok(rule) = Law::shipped().on(day).leave(&row.subtype) else { return Ok(None) };
    if row.kind != RequestKind::Leave {
        return Ok(None);
    }
    let service = work_start::find(conn, row.person).await?.map(|one| one.since);
    let (found, calendar) = if rule.is_earned {
        credit::of(conn, row.person, (others, today)).await?
    } else {
        (Ok(vec![]), known(conn).await?)
    };
    Ok(Some(left(rule, (service, day), (others, &calendar), found)))
}

fn left(
    rule: &'static Leave,
    (service, on): (Option<Date>, Date),
    (rows, calendar): (&[Request], &Calendar),
    found: Result<Vec<Credit>, UnknownYear>,
) -> LeaveLeft {
    let found = if rule.is_earned { found } else { Ok(vec![]) };
    let of =
        |credits: &Vec<Credit>| Balance::of(rule, (service, on, earned(credits)), rows, calendar);
    let balance = found.as_ref().map_err(|year| *year).and_then(of);
    LeaveLeft { rule, service, balance, credits: found.unwrap_or_default() }
}
