//! Erase dismissed prompts (抹去疑点): ninety days after somebody dismissed them. The day's round does it; that one was
//! dismissed stays, whom it was about goes. So do questions about prompts, and what was answered, ninety days after they were
//! put, unless a finding came of it.

use crate::{ActError, Acts, BatchMode};
use jiff::ToSpan;
use jiff::civil::Date;
use qz_domain::action::Action;
use qz_domain::filing::FilingKind;
use qz_domain::id::{FilingId, PromptId};
use qz_domain::instant;
use qz_domain::prompt::{PROMPT_DAYS, PromptOutcome};
use qz_domain::spelled::Spelled;
use qz_store::{Act, Deed, ObjectRef, Subject, Write, filing, prompt};

/// The most prompts of one transaction.
const MOST: i64 = 200;

/// Erases one prompt, if its time is over.
struct Erase(PromptId);

impl Act for Erase {
    type Receipt = ();
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<(), ActError> {
        let until = last_day(instant::day(write.now()));
        let found = prompt::find(write.reads(), self.0).await?;
        let is_due = |outcome, day| outcome == PromptOutcome::Dismissed && day <= until;
        let found = found.filter(|one| !one.is_erased() && is_due(one.outcome, one.dealt_on));
        let erased = found.ok_or(ActError::NotFound)?.erased();
        prompt::update(write, &erased).await?;
        write.record(deed(self.0.object())).await?;
        Ok(())
    }
}

/// Erases a question about a prompt, or an answer to one.
struct EraseQuestion(FilingId);

impl Act for EraseQuestion {
    type Receipt = ();
    type Error = ActError;

    async fn perform(self, write: &mut Write) -> Result<(), ActError> {
        let until = last_day(instant::day(write.now()));
        let found = filing::find(write.reads(), self.0).await?.ok_or(ActError::NotFound)?;
        let question = match found.answers {
            Some(id) => filing::find(write.reads(), id).await?.ok_or(ActError::NotFound)?,
            None => found,
        };
        if question.kind != FilingKind::Asked || question.filed_on > until {
            return Err(ActError::NotFound);
        }
        filing::erase(write, self.0).await?;
        write.record(deed(self.0.object())).await?;
        Ok(())
    }
}

/// Done by nobody: the rule does it.
fn deed(object: ObjectRef) -> Deed {
    Deed {
        kind: Action::PromptErase.code(),
        object,
        by: None,
        recorded_by: None,
        paper: None,
        remark: String::new(),
    }
}

/// The last day of dismissal of what is erased today.
fn last_day(today: Date) -> Date {
    today.saturating_sub(PROMPT_DAYS.days())
}

impl Acts {
    /// Erases every dismissed prompt, and every question about a prompt with its answers, whose time is over; tells how many.
    /// Asked again, it does nothing.
    pub(crate) async fn erase_prompts(&self) -> Result<usize, ActError> {
        let until = last_day(instant::day(self.now()));
        let mut erased = 0;
        loop {
            let mut conn = self.reader().await?;
            let prompts = prompt::due(&mut conn, until, MOST).await?;
            let questions = filing::due_questions(&mut conn, until, MOST).await?;
            drop(conn);
            if prompts.is_empty() && questions.is_empty() {
                return Ok(erased);
            }
            let prompts = prompts.into_iter().map(|id| (format!("erase:prompt:{id}"), Erase(id)));
            erased += self.erase_all(prompts.collect()).await?;
            let questions = questions.into_iter();
            let questions = questions.map(|id| (format!("erase:question:{id}"), EraseQuestion(id)));
            erased += self.erase_all(questions.collect()).await?;
        }
    }

    async fn erase_all<A>(&self, acts: Vec<(String, A)>) -> Result<usize, ActError>
    where
        A: Act<Error = ActError>,
    {
        let report = self.writer().batch(acts, BatchMode::AllOrNothing, |_| true).await?;
        Ok(report.outcomes.into_iter().collect::<Result<Vec<_>, _>>()?.len())
    }
}
