//! Prompts that somebody dealt with (疑点处置). A machine prompts and decides nothing: a person takes a prompt up as a finding,
//! or dismisses it with a reason. What nobody dealt with is not kept: it is worked out again whenever somebody looks.

mod refusal;

pub use refusal::PromptRefusal;

use crate::id::{AdoptionId, FindingId, PersonId, PromptId, UnitId};
use crate::spelled;
use jiff::ToSpan;
use jiff::civil::Date;

spelled! {
    /// What somebody made of a prompt (处置).
    PromptOutcome {
        /// 不成立: dismissed, with a reason.
        Dismissed = "dismissed", "不成立";
        /// 转为线索: a finding was registered from it.
        TakenUp = "taken_up", "转为线索";
    }
}

/// The most characters of why a prompt is dismissed.
pub const REASON_MOST: usize = 300;
/// For how many days after its cycle a prompt is worked out, and for how many a dismissed one is kept: then it is erased.
pub const PROMPT_DAYS: i64 = 90;
/// A rule is muted once at least so many of its prompts were dealt with …
pub const MUTED_FROM: i64 = 10;
/// … and more than so many of a hundred were dismissed.
pub const MUTED_ABOVE: i64 = 80;

/// A prompt somebody dealt with, as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// Number in the store; of one taken up that of its finding.
    pub id: PromptId,
    /// The version of the scheme that prompted.
    pub adoption: AdoptionId,
    /// The element, by its title.
    pub element: String,
    /// The first day of its cycle.
    pub cycle: Date,
    /// The last day of its cycle.
    pub last: Date,
    /// The work number, the unit's code or the number of the record; empty once erased.
    pub subject: String,
    /// The person, where it is one; none once erased.
    pub person: Option<PersonId>,
    /// The unit, where one is known.
    pub unit: Option<UnitId>,
    /// The condition with its values, as whoever dealt with it saw it; empty once erased.
    pub trace: String,
    /// The records, as whoever dealt with it saw them, with 、 between; empty once erased.
    pub records: String,
    /// What they made of it.
    pub outcome: PromptOutcome,
    /// Why it is dismissed; empty otherwise, and once erased.
    pub reason: String,
    /// The finding that was registered from it.
    pub finding: Option<FindingId>,
    /// Who dealt with it; none once erased.
    pub by: Option<PersonId>,
    /// Dealt with on.
    pub dealt_on: Date,
}

impl Prompt {
    /// Whether its words are erased.
    pub fn is_erased(&self) -> bool {
        self.subject.is_empty()
    }

    /// It without whom it was about and what was said.
    #[must_use]
    pub fn erased(self) -> Self {
        Self {
            subject: String::new(),
            person: None,
            unit: None,
            trace: String::new(),
            records: String::new(),
            reason: String::new(),
            by: None,
            ..self
        }
    }
}

/// Whether prompts of a cycle are still worked out on a day.
pub fn is_worked_out(last: Date, today: Date) -> bool {
    last < today && last.saturating_add(PROMPT_DAYS.days()) >= today
}

/// How a rule's prompts were dealt with (查准率).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Precision {
    /// Dismissed.
    pub dismissed: i64,
    /// Taken up as findings.
    pub taken_up: i64,
}

impl Precision {
    /// The share of those dismissed, in per cent; none where none was dealt with.
    pub fn dismissed_share(self) -> Option<i64> {
        let all = self.dismissed + self.taken_up;
        (all > 0).then(|| self.dismissed * 100 / all)
    }

    /// Whether the rule prompts no more until a new version of its scheme is put into force.
    pub fn is_muted(self) -> bool {
        self.dismissed + self.taken_up >= MUTED_FROM
            && self.dismissed * 100 > MUTED_ABOVE * (self.dismissed + self.taken_up)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_rule_is_muted_by_many_dismissals_and_never_by_a_few() {
        let muted = |dismissed, taken_up| Precision { dismissed, taken_up }.is_muted();
        assert!(!muted(9, 0) && muted(10, 0));
        assert!(!muted(8, 2) && muted(9, 2));
        assert_eq!(Precision { dismissed: 9, taken_up: 2 }.dismissed_share(), Some(81));
        assert_eq!(Precision::default().dismissed_share(), None);
    }

    #[test]
    fn prompts_are_worked_out_once_the_cycle_is_over_and_for_ninety_days() {
        let last = date(2015, 6, 30);
        assert!(!is_worked_out(last, last));
        assert!(is_worked_out(last, date(2015, 7, 1)));
        assert!(is_worked_out(last, date(2015, 9, 28)));
        assert!(!is_worked_out(last, date(2015, 9, 29)));
    }

    #[test]
    fn what_is_erased_keeps_the_count_and_nothing_of_anybody() {
        let prompt = Prompt {
            id: PromptId(1),
            adoption: AdoptionId(2),
            element: "作风".to_owned(),
            cycle: date(2015, 6, 1),
            last: date(2015, 6, 30),
            subject: "G7".to_owned(),
            person: Some(PersonId(3)),
            unit: Some(UnitId(4)),
            trace: "说明逾期(1) > 0 → 是".to_owned(),
            records: "5".to_owned(),
            outcome: PromptOutcome::Dismissed,
            reason: "当天停电".to_owned(),
            finding: None,
            by: Some(PersonId(6)),
            dealt_on: date(2015, 7, 2),
        };
        let erased = prompt.clone().erased();
        assert!(!prompt.is_erased() && erased.is_erased());
        assert_eq!((erased.person, erased.by, &*erased.reason), (None, None, ""));
        assert_eq!((erased.outcome, erased.cycle), (prompt.outcome, prompt.cycle));
    }
}
