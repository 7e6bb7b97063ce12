//! Procedures (程序): what may follow what, as constant rows that every act consults.

use crate::action::Action;
use crate::refusal::{Guard, Refusal};
use crate::spelled::Spelled;

/// A step of a procedure.
pub trait Stepped: Copy + PartialEq + 'static {
    /// The action whose power the step needs; its code names the step in the log.
    fn action(self) -> Action;
}

/// One row (办理次序): a step leads from a stage to a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<S: 'static, T: 'static> {
    /// From where; `None` when the step makes the record.
    pub from: Option<S>,
    /// By which step.
    pub step: T,
    /// To where.
    pub to: S,
    /// The guards the step must pass besides order, version and power.
    pub guards: &'static [Guard],
}

/// Writes a row of a table.
pub(crate) const fn row<S: Copy, T: Copy>(
    from: Option<S>,
    step: T,
    to: S,
    guards: &'static [Guard],
) -> Row<S, T> {
    Row { from, step, to, guards }
}

/// The row of a step from a stage.
///
/// # Errors
/// Where there is no such row: a refusal that names both.
pub fn find<S: Spelled, T: Stepped>(
    table: &'static [Row<S, T>],
    from: Option<S>,
    step: T,
) -> Result<&'static Row<S, T>, Refusal> {
    table.iter().find(|row| row.from == from && row.step == step).ok_or_else(|| {
        let stage = from.map_or("none", Spelled::code);
        Refusal::OutOfOrder { act: step.action().code(), stage }
    })
}

/// The stages that are in work (在办): a step leads on from each to another.
pub fn open<S: Spelled, T: Copy>(table: &'static [Row<S, T>]) -> Vec<S> {
    open_by(table, |_| true)
}

/// The stages from which one of the steps that are `counted` leads on to another.
pub fn open_by<S: Spelled, T: Copy>(
    table: &'static [Row<S, T>],
    counted: impl Fn(T) -> bool,
) -> Vec<S> {
    let leads_on = |stage: &S| {
        table.iter().any(|row| row.from == Some(*stage) && row.to != *stage && counted(row.step))
    };
    S::ALL.iter().copied().filter(leads_on).collect()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::{accountability, bulletin, finding, visit};
    use std::fmt::Debug;

    fn codes<S: Spelled>(stages: Vec<S>) -> Vec<&'static str> {
        stages.into_iter().map(Spelled::code).collect()
    }

    #[test]
    fn what_may_still_move_on_is_in_work() {
        assert_eq!(codes(open(visit::TRANSITIONS)), ["planned", "reported"]);
        let findings = codes(open(finding::TRANSITIONS));
        assert_eq!(findings, ["registered", "asked", "replied", "held", "verifying", "verified"]);
        let held = codes(accountability::in_work());
        assert_eq!(held, ["noticed", "answered", "waived", "decided"]);
        let bulletins = codes(open(bulletin::TRANSITIONS));
        assert_eq!(bulletins, ["drafted", "checked", "reviewed", "countersigned", "signed"]);
    }

    /// Walks every step from every stage and finds exactly the rows of the table, each once; every
    /// stage can be reached.
    pub(crate) fn walk<S: Spelled + Debug, T: Stepped + Debug>(
        table: &'static [Row<S, T>],
        steps: &[T],
    ) {
        let stages = S::ALL.iter().copied().map(Some).chain([None]);
        let mut lawful = 0;
        for from in stages {
            for wanted in steps {
                match find(table, from, *wanted) {
                    Ok(row) => {
                        assert!((row.from, row.step) == (from, *wanted));
                        lawful += 1;
                    }
                    Err(refusal) => assert_eq!(refusal.guard(), Guard::Order),
                }
            }
        }
        assert_eq!(lawful, table.len(), "a row is written twice");
        let mut reached = vec![];
        for _ in 0..=table.len() {
            for row in table {
                let begins = row.from.is_none_or(|from| reached.contains(&from));
                if begins && !reached.contains(&row.to) {
                    reached.push(row.to);
                }
            }
        }
        for stage in S::ALL {
            assert!(reached.contains(stage), "nothing leads to {stage:?}");
        }
    }
}
