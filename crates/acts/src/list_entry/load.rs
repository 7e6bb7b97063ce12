//! Loads entries, each as it stands today: this is the one way by which anything of a list is read.

use crate::actor::Actor;
use crate::{ActError, calendar, power};
use jiff::civil::Date;
use qz_domain::accountability::Accountability;
use qz_domain::calendar::Calendar;
use qz_domain::id::{AccountId, ListEntryId, PersonId};
use qz_domain::instant;
use qz_domain::list_entry::{Board, ListEntry, ListObjection, Stage, Standing, Step, TRANSITIONS};
use qz_domain::matter::{Hand, Part};
use qz_domain::power::Concern;
use qz_domain::procedure::Row;
use qz_domain::review;
use qz_domain::spelled::Spelled;
use qz_domain::term::{Deadline, Due};
use qz_domain::unit::Unit;
use qz_store::accountability::Judged;
use qz_store::list_entry::{Placed, all, find, objections, open_objections};
use qz_store::{Conn, Write, accountability, hand};

/// An entry as it stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListLine {
    /// The entry, its terms by the calendar as it is known now.
    pub entry: ListEntry,
    /// The unit, or the one in which the person has their post.
    pub unit: Unit,
    /// The office that verified it.
    pub office: Option<Unit>,
    /// The person's name, when it is one.
    pub person: Option<String>,
    /// The decision it rests on, as it is now.
    pub decision: Option<Accountability>,
    /// What reviews made of that decision.
    pub reviews: Option<review::Standing>,
    /// The objection that waits for its answer.
    pub objection: Option<ListObjection>,
    /// Where it stands.
    pub standing: Standing,
}

/// An entry on which a step may begin.
pub(super) struct Begun {
    pub actor: Actor,
    pub line: ListLine,
    pub transition: &'static Row<Stage, Step>,
    pub hands: Vec<Hand>,
}

/// Every entry as it stands on a day, the latest step first.
pub(super) async fn lines(conn: &mut Conn, today: Date) -> Result<Vec<ListLine>, ActError> {
    let (calendar, decisions) =
        (calendar::known(conn).await?, accountability::behind_lists(conn).await?);
    let open = open_objections(conn).await?;
    let objection = |id: ListEntryId| open.iter().find(|(entry, _)| *entry == id);
    let found = all(conn).await?.into_iter().map(|placed| {
        let objection = objection(placed.entry.id).map(|(_, one)| one.clone());
        line(placed, (&decisions, objection), (Some(&calendar), today))
    });
    Ok(found.collect())
}

/// One entry as it stands on a day.
pub(super) async fn load(
    conn: &mut Conn,
    id: ListEntryId,
    today: Date,
) -> Result<ListLine, ActError> {
    let placed = find(conn, id).await?.ok_or(ActError::NotFound)?;
    let decision = match placed.entry.decision {
        Some(id) => accountability::judged(conn, id).await?,
        None => None,
    };
    let objection = match placed.entry.stage {
        Stage::Contested => {
            objections(conn, id).await?.into_iter().find(|one| one.outcome.is_none())
        }
        _ => None,
    };
    let calendar = if waits(&placed.entry, objection.as_ref()) {
        Some(calendar::known(conn).await?)
    } else {
        None
    };
    Ok(line(placed, (decision.as_slice(), objection), (calendar.as_ref(), today)))
}

fn line(
    placed: Placed,
    (decisions, objection): (&[Judged], Option<ListObjection>),
    (calendar, today): (Option<&Calendar>, Date),
) -> ListLine {
    let Placed { entry, unit, office, person } = placed;
    let (entry, objection) = match calendar {
        Some(calendar) => {
            let again = |one: ListObjection| ListObjection { due: again(calendar, one.due), ..one };
            (settled(entry, calendar), objection.map(again))
        }
        None => (entry, objection),
    };
    let decision = decisions.iter().find(|(one, _)| Some(one.id) == entry.decision).cloned();
    let fallen = entry.falls_with(decision.as_ref().map(|(one, reviews)| (one, *reviews)));
    let standing = entry.standing(fallen, today);
    let (decision, reviews) = decision.unzip();
    ListLine { entry, unit, office, person, decision, reviews, objection, standing }
}

/// Whether any of its terms waits for a year's notice.
fn waits(entry: &ListEntry, objection: Option<&ListObjection>) -> bool {
    let terms = [entry.statement_due, entry.notice_due, entry.expiry, objection.map(|one| one.due)];
    terms.into_iter().flatten().any(|term| matches!(term.due, Due::AwaitingCalendar { .. }))
}

/// A term by the calendar as it is known now: one that waited for a year's notice may have an end.
fn again(calendar: &Calendar, term: Deadline) -> Deadline {
    match term.due {
        Due::Fixed(_) => term,
        Due::AwaitingCalendar { .. } => Deadline::new(calendar, term.from, term.length),
    }
}

/// The terms of an entry, the listing counted from the end of the notice.
fn settled(mut entry: ListEntry, calendar: &Calendar) -> ListEntry {
    let again = |term| again(calendar, term);
    entry.statement_due = entry.statement_due.map(again);
    let told = entry.notice_due.map(again);
    if told != entry.notice_due {
        let after = told.map(|term| term.due.earliest());
        entry.expiry = entry.expiry.zip(after).map(|(term, from)| Deadline { from, ..term });
        entry.expiry = entry.expiry.map(|term| Deadline::new(calendar, term.from, term.length));
    }
    entry.notice_due = told;
    entry.expiry = entry.expiry.map(again);
    entry
}

impl ListLine {
    /// The term that runs where it stands: a statement, the notice, an answer, the listing.
    pub fn running(&self) -> Option<Deadline> {
        let open = self.objection.as_ref().map(|one| one.due);
        match self.standing {
            Standing::Pending => self.entry.statement_due,
            Standing::InNotice => open.or(self.entry.notice_due),
            Standing::Held => open,
            Standing::Listed => open.or(self.entry.expiry),
            _ => None,
        }
    }

    /// The decision it rests on, with what reviews made of it.
    pub(super) fn judged(&self) -> Option<(&Accountability, review::Standing)> {
        self.decision.as_ref().zip(self.reviews)
    }

    /// Whom it concerns: its unit, and whom it is about.
    pub(super) fn concern(&self) -> Concern {
        Concern {
            stage: self.entry.stage.code(),
            people: self.entry.person.into_iter().collect(),
            units: vec![(self.unit.id, self.unit.line)],
        }
    }

    /// Whom it concerns to read it: whoever nominated it or objected to it too.
    pub(super) fn read_by(&self, hands: &[Hand]) -> Concern {
        let mut concern = self.concern();
        let had = |hand: &&Hand| matches!(hand.part, Part::Nominated | Part::Objected);
        concern.people.extend(hands.iter().filter(had).map(|hand| hand.person));
        concern
    }

    /// Whether anybody could read whom it is about on a day.
    pub(super) fn is_shown_on(&self, day: Date) -> bool {
        let fallen = self.entry.falls_with(self.judged());
        self.entry.standing(fallen, day).is_shown()
    }

    /// Whom it concerns to object to it: on the red list, once it was before the public, whoever asks.
    pub(super) fn objected_by(&self, asking: Option<PersonId>) -> Concern {
        let mut concern = self.concern();
        let anybody = self.entry.board == Board::Red && self.entry.noticed_on.is_some();
        concern.people.extend(asking.filter(|_| anybody));
        concern
    }
}

/// Begins a step on an entry whose version `read` the actor has seen.
pub(super) async fn begin(
    write: &mut Write,
    account: AccountId,
    id: ListEntryId,
    (step, read): (Step, i64),
) -> Result<Begun, ActError> {
    let today = instant::day(write.now());
    let line = load(write.reads(), id, today).await?;
    let hands = hand::of_list_entry(write.reads(), id).await?;
    let concern = if step == Step::Object && line.entry.board == Board::Red {
        let asking = power::actor(write.reads(), account).await?.and_then(|actor| actor.person);
        line.objected_by(asking)
    } else {
        line.concern()
    };
    let (actor, transition) = power::begin(
        write,
        account,
        (TRANSITIONS, &concern),
        (line.entry.stage, step),
        (read, line.entry.version),
    )
    .await?;
    Ok(Begun { actor, line, transition, hands })
}
