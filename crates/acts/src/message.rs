//! Messages (消息) that acts put into the queue, in their own transaction: days and codes, no words.

use crate::ActError;
use jiff::civil::Date;
use qz_domain::account::RoleGrant;
use qz_domain::accountability::Accountability;
use qz_domain::attendance::PersonDay;
use qz_domain::attendance::exception::Exception;
use qz_domain::attendance::sheet::Sheet;
use qz_domain::bulletin::Bulletin;
use qz_domain::id::{PersonId, UnitId};
use qz_domain::instant;
use qz_domain::matter::{Hand, Part};
use qz_domain::message::MessageKind;
use qz_domain::monthly_report::{MonthlyReport, ReportKey};
use qz_domain::objection::Objection;
use qz_domain::request::{Request, Stage};
use qz_domain::review::{Outcome, Review};
use qz_domain::sanction::Sanction;
use qz_domain::spelled::Spelled;
use qz_domain::term::Deadline;
use qz_domain::ticket::Ticket;
use qz_domain::visit::{Manner, Visit};
use qz_store::outbox::{self, Message};
use qz_store::{StoreError, Write, account};
use serde::{Deserialize, Serialize};

/// The values of a message, in no language; those that do not belong to its kind are absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Details {
    /// The last day: of a window, a remedy, a name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub day: String,
    /// Code of the role.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// Code of the answer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub outcome: String,
    /// Which monthly report; of attendance which day of whom, or which month.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub report: String,
}

impl Details {
    /// A day.
    pub(crate) fn on(day: &impl ToString) -> Self {
        Self { day: day.to_string(), ..Self::default() }
    }

    /// A monthly report and the day it is due.
    pub(crate) fn of_report(key: ReportKey, day: &impl ToString) -> Self {
        Self { report: key.to_string(), ..Self::on(day) }
    }

    fn until(term: Option<&Deadline>) -> Self {
        term.map_or_else(Self::default, |term| Self::on(&term.due.earliest()))
    }
}

/// A message.
pub(crate) fn message(
    person: PersonId,
    (kind, about): (MessageKind, i64),
    details: &Details,
) -> Result<Message, ActError> {
    let details = serde_json::to_string(details).map_err(StoreError::from)?;
    Ok(Message { person, kind: kind.code(), about, details })
}

async fn put(write: &mut Write, messages: &[Message]) -> Result<(), ActError> {
    Ok(outbox::put(write.free(), messages).await?)
}

/// One message to everybody who speaks for a unit.
async fn put_to_unit(
    write: &mut Write,
    unit: UnitId,
    (kind, about): (MessageKind, i64),
    details: &Details,
) -> Result<(), ActError> {
    let details = serde_json::to_string(details).map_err(StoreError::from)?;
    Ok(outbox::put_to_unit(write.free(), unit, (kind.code(), about), &details).await?)
}

/// Tells whoever is held to account: the person, or those who speak for the unit.
async fn tell_held(
    write: &mut Write,
    row: &Accountability,
    (to_person, to_unit): (MessageKind, MessageKind),
    details: &Details,
) -> Result<(), ActError> {
    match row.person() {
        Some(person) => put(write, &[message(person, (to_person, row.id.0), details)?]).await,
        None => put_to_unit(write, row.unit, (to_unit, row.id.0), details).await,
    }
}

/// Notice was given.
pub(crate) async fn noticed(write: &mut Write, row: &Accountability) -> Result<(), ActError> {
    let kinds = (MessageKind::NoticeGiven, MessageKind::UnitNoticeGiven);
    tell_held(write, row, kinds, &Details::until(Some(&row.answer_due))).await
}

/// A decision was served.
pub(crate) async fn served(write: &mut Write, row: &Accountability) -> Result<(), ActError> {
    let kinds = (MessageKind::DecisionServed, MessageKind::UnitDecisionServed);
    tell_held(write, row, kinds, &Details::until(row.remedy_due.as_ref())).await
}

/// A review was asked for: those who speak for the organ are told until when it is taken in.
pub(crate) async fn review_asked(write: &mut Write, row: &Review) -> Result<(), ActError> {
    let details = Details::until(row.accept_due.as_ref());
    put_to_unit(write, row.organ, (MessageKind::ReviewAsked, row.id.0), &details).await
}

/// A request for a review was taken in, or not: its subject is told until when what follows.
pub(crate) async fn review_taken(
    write: &mut Write,
    row: &Review,
    decision: &Accountability,
    deadline: Deadline,
) -> Result<(), ActError> {
    let details = Details::until(Some(&deadline));
    tell_of_review(write, (row, decision), MessageKind::ReviewTaken, &details).await
}

/// A review was handed over: its subject is told, and those who speak for the organ that has it now; the term that
/// runs goes on running.
pub(crate) async fn review_handed_over(
    write: &mut Write,
    row: &Review,
    decision: &Accountability,
) -> Result<(), ActError> {
    let details = Details::until(row.running().as_ref());
    let kind = MessageKind::ReviewHandedOver;
    put_to_unit(write, row.organ, (kind, row.id.0), &details).await?;
    tell_of_review(write, (row, decision), kind, &details).await
}

/// What a review decided was served: its subject is told, of a person their unit too, as it was told of the
/// decision; and where it changed the decision, whoever signed a bulletin that tells of it.
pub(crate) async fn review_served(
    write: &mut Write,
    (row, decision): (&Review, &Accountability),
    hands: &[Hand],
) -> Result<(), ActError> {
    let details = Details {
        outcome: row.outcome.map(|outcome| outcome.code().to_owned()).unwrap_or_default(),
        ..Details::until(row.next_due.as_ref())
    };
    let own = (MessageKind::ReviewServed, row.id.0);
    let to_unit = decision.person().map_or(own, |_| (MessageKind::UnitReviewServed, row.id.0));
    put_to_unit(write, decision.unit, to_unit, &details).await?;
    let to_person = decision.person().map(|person| message(person, own, &details));
    let mut messages = to_person.into_iter().collect::<Result<Vec<_>, _>>()?;
    if row.outcome.is_some_and(Outcome::changes) {
        let signed = |hand: &&Hand| hand.part == Part::Signed && !hand.is_keyed && !hand.is_absent;
        for Hand { person, .. } in hands.iter().filter(signed) {
            let kind = (MessageKind::BulletinToCorrect, row.id.0);
            messages.push(message(*person, kind, &Details::default())?);
        }
    }
    put(write, &messages).await
}

async fn tell_of_review(
    write: &mut Write,
    (row, decision): (&Review, &Accountability),
    kind: MessageKind,
    details: &Details,
) -> Result<(), ActError> {
    match decision.person() {
        Some(person) => put(write, &[message(person, (kind, row.id.0), details)?]).await,
        None => put_to_unit(write, decision.unit, (kind, row.id.0), details).await,
    }
}

/// A visit was filed without the unit's reply: of a covert one the unit did not know.
pub(crate) async fn reply_asked(write: &mut Write, visit: &Visit) -> Result<(), ActError> {
    if visit.manner != Manner::Covert {
        return Ok(());
    }
    let details = Details::on(&instant::day(visit.visited_at.unwrap_or(write.now())));
    put_to_unit(write, visit.unit, (MessageKind::ReplyAsked, visit.id.0), &details).await
}

/// A name was cleared: whoever the notice told is told, for a unit those who head it.
pub(crate) async fn cleared(write: &mut Write, row: &Accountability) -> Result<(), ActError> {
    let told = match row.person() {
        Some(person) => vec![person],
        None => account::heads(write.reads(), row.unit).await?,
    };
    let details = row.served_on.as_ref().map_or_else(Details::default, Details::on);
    let of = |person| message(person, (MessageKind::NameCleared, row.id.0), &details);
    put(write, &told.into_iter().map(of).collect::<Result<Vec<_>, _>>()?).await
}

/// Tells the subject what is kept of a sanction on them, and of every change to it: each is to be read again.
pub(crate) async fn sanction(write: &mut Write, row: &Sanction) -> Result<(), ActError> {
    let is_new = row.version == 1;
    let (kind, details) = if is_new {
        (MessageKind::SanctionRecorded, Details::on(&row.decided_on))
    } else {
        (MessageKind::SanctionChanged, Details::default())
    };
    put(write, &[message(row.subject, (kind, row.id.0), &details)?]).await?;
    let one = (kind.code().to_owned(), row.id.0);
    Ok(outbox::mark(write.free(), row.subject, Some(one), false).await?)
}

/// A request of attendance waits: whoever decides on it is told.
pub(crate) async fn request_asked(
    write: &mut Write,
    row: &Request,
    deciders: &[PersonId],
) -> Result<(), ActError> {
    let details = Details::on(&row.from.date());
    let of = |person: &PersonId| message(*person, (MessageKind::RequestAsked, row.id.0), &details);
    put(write, &deciders.iter().map(of).collect::<Result<Vec<_>, _>>()?).await
}

/// A request of attendance was answered, or what was approved is taken back: whoever it is for is told.
pub(crate) async fn request_answered(write: &mut Write, row: &Request) -> Result<(), ActError> {
    let kind = match row.stage {
        Stage::Approved => MessageKind::RequestApproved,
        Stage::Refused => MessageKind::RequestRefused,
        Stage::Revoked => MessageKind::RequestRevoked,
        Stage::Pending | Stage::Withdrawn | Stage::Ended => return Ok(()),
    };
    let details = Details::on(&row.from.date());
    put(write, &[message(row.person, (kind, row.id.0), &details)?]).await
}

/// An objection was answered.
pub(crate) async fn answered(write: &mut Write, row: &Objection) -> Result<(), ActError> {
    let details = Details { outcome: row.stage.code().to_owned(), ..Details::default() };
    put(write, &[message(row.person, (MessageKind::ObjectionAnswered, row.id.0), &details)?]).await
}

/// A role was granted to somebody's account.
pub(crate) async fn granted(
    write: &mut Write,
    person: Option<PersonId>,
    grant: &RoleGrant,
) -> Result<(), ActError> {
    let Some(person) = person else { return Ok(()) };
    let details = Details { role: grant.role.code().to_owned(), ..Details::default() };
    put(write, &[message(person, (MessageKind::RoleGranted, grant.id.0), &details)?]).await
}

/// A monthly report was returned to its unit: whoever speaks for it is told, once a confirmation.
pub(crate) async fn returned(write: &mut Write, row: &MonthlyReport) -> Result<(), ActError> {
    let key = ReportKey { campaign: row.campaign, unit: row.unit, month: row.month };
    let details = Details::of_report(key, &row.latest_on);
    let told = account::speakers(write.reads(), Some(row.unit)).await?;
    let about = (MessageKind::ReportReturned, row.confirmed.id.0);
    let of = |(_, person)| message(person, about, &details);
    put(write, &told.into_iter().map(of).collect::<Result<Vec<_>, _>>()?).await
}

/// A complaint was given to the unit: whoever speaks for it is told.
pub(crate) async fn ticket_handed_over(write: &mut Write, row: &Ticket) -> Result<(), ActError> {
    let Some(unit) = row.unit else { return Ok(()) };
    let details = Details::until(row.answer_due.as_ref());
    put_to_unit(write, unit, (MessageKind::TicketHandedOver, row.id.0), &details).await
}

/// The unit answered: whoever has the ticket in hand is told.
pub(crate) async fn ticket_reported(write: &mut Write, row: &Ticket) -> Result<(), ActError> {
    tell_handler(write, row, MessageKind::TicketReported).await
}

/// Whoever sent it added something: whoever has it in hand is told.
pub(crate) async fn ticket_replied(write: &mut Write, row: &Ticket) -> Result<(), ActError> {
    tell_handler(write, row, MessageKind::TicketReplied).await
}

async fn tell_handler(write: &mut Write, row: &Ticket, kind: MessageKind) -> Result<(), ActError> {
    let Some(handler) = row.handler else { return Ok(()) };
    let details = Details::until(row.answer_due.as_ref());
    put(write, &[message(handler, (kind, row.id.0), &details)?]).await
}

/// A published bulletin names people: those with a reason for it, and who asked for it.
pub(crate) async fn named(
    write: &mut Write,
    bulletin: &Bulletin,
    told: &[Accountability],
) -> Result<(), ActError> {
    let is_named = |one: &&Accountability| {
        let mut items = bulletin.items.iter();
        items.any(|item| item.accountability == one.id && !item.naming.is_empty())
    };
    let named = told.iter().filter(is_named).filter_map(Accountability::person);
    let details = Details::until(bulletin.expiry.as_ref());
    let of = |person| message(person, (MessageKind::BulletinNames, bulletin.id.0), &details);
    let messages = named.chain(bulletin.on).map(of).collect::<Result<Vec<_>, _>>()?;
    put(write, &messages).await
}

/// A day of attendance was settled: the person is told what it was found to be.
pub(crate) async fn day_settled(write: &mut Write, row: &Exception) -> Result<(), ActError> {
    put(write, &[message(row.person, (MessageKind::DaySettled, row.id.0), &of_day(row))?]).await
}

/// Somebody is asked what happened on a day, and until when they may say so.
pub(crate) async fn day_asked(
    write: &mut Write,
    row: &Exception,
    until: Date,
) -> Result<(), ActError> {
    let details = Details { report: of_day(row).report, ..Details::on(&until) };
    put(write, &[message(row.person, (MessageKind::DayAsked, row.id.0), &details)?]).await
}

/// What a day was found to be was looked at again.
pub(crate) async fn day_decided(write: &mut Write, row: &Exception) -> Result<(), ActError> {
    put(write, &[message(row.person, (MessageKind::DayDecided, row.id.0), &of_day(row))?]).await
}

fn of_day(row: &Exception) -> Details {
    let outcome = row.outcome.map(|outcome| outcome.code().to_owned()).unwrap_or_default();
    let report = PersonDay { person: row.person, day: row.day }.to_string();
    Details { outcome, report, ..Details::on(&row.day) }
}

/// A month of a unit was sealed: everybody with a day in it is told.
pub(crate) async fn month_sealed(
    write: &mut Write,
    sheet: &Sheet,
    people: &[PersonId],
) -> Result<(), ActError> {
    let details = Details { report: sheet.month.to_string(), ..Details::default() };
    let of = |person: &PersonId| message(*person, (MessageKind::MonthSealed, sheet.id.0), &details);
    put(write, &people.iter().map(of).collect::<Result<Vec<_>, _>>()?).await
}
