//! Answer a ticket (答复): what came of it. A correction says on the page what it said and what is right;
//! a private page is shown again or gone for good.

use super::load::{begin, must_handle};
use super::{TicketChanged, keep, say};
use crate::ActError;
use crate::matter::law;
use crate::wrong::Wrong;
use qz_domain::field::{self, Fault, FieldError};
use qz_domain::id::{AccountId, TicketId};
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use qz_domain::ticket::{BODY_MOST, Outcome, PASSAGE_MOST, Step, Ticket, Voice};
use qz_store::{Act, Write};

/// What the office answers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TicketAnswerForm {
    /// 已更正, 已撤除, 已处理 or 不采纳.
    pub outcome: String,
    /// The answer, which whoever sent it reads.
    pub answer: String,
    /// What the page says, of a correction.
    pub was: String,
    /// What is right.
    pub became: String,
}

/// Answers a ticket.
#[derive(Debug, Clone)]
pub struct AnswerTicket {
    /// Who answers.
    pub actor: AccountId,
    /// The ticket.
    pub ticket: TicketId,
    /// The version they read.
    pub version: i64,
    /// What they answer.
    pub form: TicketAnswerForm,
}

impl Act for AnswerTicket {
    type Receipt = TicketChanged;
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<TicketChanged, ActError> {
        let Self { actor, ticket, version, form } = self;
        let outcome = field::word::<Outcome>("outcome", &form.outcome)?;
        let step = (Step::Answer(outcome), version);
        let mut begun = begin(write, (actor, ticket), step).await?;
        must_handle(write, &begun).await?;
        let row = &mut begun.row;
        let answer = settle(row, outcome, &form)?;
        let today = instant::day(write.now());
        row.answered_on = Some(today);
        row.unsolved_due = Some(law::deadline(write, today, "ticket_unsolved").await?);
        say(write, &begun.row, (Voice::Office, answer)).await?;
        keep(write, (begun.row, begun.transition), Some(&begun.actor)).await
    }
}

/// Reads the form into the ticket, all faults at once; gives the answer.
fn settle(row: &mut Ticket, outcome: Outcome, form: &TicketAnswerForm) -> Result<String, ActError> {
    let mut wrong = Wrong::default();
    if !row.fits(outcome) {
        wrong.note::<()>(Err(FieldError::new("outcome", unfit(row, outcome))));
    }
    let answer = wrong.note(field::text("answer", &form.answer, BODY_MOST));
    let passage = |name, given| match outcome {
        Outcome::Corrected => field::text(name, given, PASSAGE_MOST),
        _ => Ok(String::new()),
    };
    let was = wrong.note(passage("was", &form.was));
    let became = wrong.note(passage("became", &form.became));
    wrong.none()?;
    row.outcome = Some(outcome);
    row.is_hidden = outcome == Outcome::Removed;
    row.was = was.unwrap_or_default();
    row.became = became.unwrap_or_default();
    Ok(answer.unwrap_or_default())
}

fn unfit(row: &Ticket, outcome: Outcome) -> Fault {
    let fitting = Outcome::ALL.iter().filter(|one| row.fits(**one)).map(|one| one.chinese());
    let allowed: Vec<_> = fitting.collect();
    Fault::NotOneOf { found: outcome.chinese().to_owned(), allowed: allowed.join(" ") }
}
