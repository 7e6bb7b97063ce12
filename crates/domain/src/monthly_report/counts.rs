//! What a report counts (月报数字).

use crate::spelled;
use crate::spelled::Spelled;

spelled! {
    /// One of the counts of a report.
    Counted {
        /// 派出走访: filed visits that the unit's people made.
        VisitsMade = "visits_made", "派出走访";
        /// 接受走访: filed visits to the unit.
        VisitsHad = "visits_had", "接受走访";
        /// 查实问题: findings at the unit that were borne out.
        Findings = "findings", "查实问题";
        /// 单位被问责: served decisions on the unit itself.
        UnitDecisions = "unit_decisions", "单位被问责";
        /// 人员被问责: served decisions on people of the unit, as often as there were.
        PersonDecisions = "person_decisions", "人员被问责";
        /// 发出通报: bulletins the unit published.
        Bulletins = "bulletins", "发出通报";
    }
}

impl Counted {
    /// Those that anybody may know of one unit. A post held by one person counts as a name, so
    /// decisions on people are told of the county alone.
    pub const PUBLIC: [Self; 5] =
        [Self::VisitsMade, Self::VisitsHad, Self::Findings, Self::UnitDecisions, Self::Bulletins];
}

/// The counts of one unit and month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts([i64; Counted::ALL.len()]);

impl Counts {
    /// One of them.
    pub fn of(&self, what: Counted) -> i64 {
        self.0[what as usize]
    }

    /// Sets one of them.
    pub fn set(&mut self, what: Counted, count: i64) {
        self.0[what as usize] = count;
    }

    /// Whether there is nothing to count: a nil report (零报告).
    pub fn is_nil(&self) -> bool {
        self.0 == [0; Counted::ALL.len()]
    }

    /// Whether there is nothing among what anybody may know.
    pub fn is_publicly_nil(&self) -> bool {
        Counted::PUBLIC.iter().all(|what| self.of(*what) == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_count_has_a_place_of_its_own_and_one_is_not_for_everybody() {
        let mut counts = Counts::default();
        assert!(counts.is_nil());
        for (what, count) in Counted::ALL.iter().zip(1..) {
            counts.set(*what, count);
        }
        let read: Vec<_> = Counted::ALL.iter().map(|what| counts.of(*what)).collect();
        assert_eq!(read, [1, 2, 3, 4, 5, 6]);
        let mut held = Counts::default();
        held.set(Counted::PersonDecisions, 2);
        assert!(!held.is_nil() && held.is_publicly_nil());
    }
}
