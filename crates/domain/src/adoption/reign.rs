//! From which day to which day each version of a scheme is the one that new cycles begin with (施行期间).

use super::Adoption;
use crate::id::AdoptionId;
use jiff::civil::Date;

/// The days on which cycles begin with a version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reign {
    /// The version.
    pub adoption: AdoptionId,
    /// The first day.
    pub first: Date,
    /// The last day on which a cycle begins with it; none while no later version is known and it is not ended.
    pub last_start: Option<Date>,
    /// The last day of any of its cycles, where it was ended.
    pub last: Option<Date>,
    /// Whether another version was in force before: its first cycle is then a whole one.
    pub follows: bool,
}

/// The reigns of the versions of one scheme in one unit, in order. One that another replaced before its first day has none.
pub fn reigns(versions: &[Adoption]) -> Vec<Reign> {
    let mut found: Vec<&Adoption> = versions.iter().filter(|one| one.since.is_some()).collect();
    found.sort_by_key(|one| (one.since, one.id.0));
    let mut reigns: Vec<Reign> = vec![];
    for one in found {
        let Some(first) = one.since else { continue };
        let before = first.yesterday().ok();
        // Of two with the same first day the later one counts.
        reigns.retain(|earlier| earlier.first < first);
        let mut follows = false;
        if let Some(earlier) = reigns.last_mut() {
            follows = earlier.last.is_none_or(|last| Some(last) >= before);
            earlier.last_start = earlier.last_start.min_known(before);
        }
        let (last_start, last) = (one.until, one.until);
        reigns.push(Reign { adoption: one.id, first, last_start, last, follows });
    }
    reigns
}

/// The earlier of two days, either of which may not be known.
trait MinKnown {
    fn min_known(self, other: Self) -> Self;
}

impl MinKnown for Option<Date> {
    fn min_known(self, other: Self) -> Self {
        match (self, other) {
            (Some(one), Some(two)) => Some(one.min(two)),
            (one, two) => one.or(two),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::adoption::{Covers, Stage};
    use crate::id::UnitId;
    use jiff::civil::date;

    fn adoption(id: i64, since: Option<Date>, until: Option<Date>) -> Adoption {
        Adoption {
            id: AdoptionId(id),
            unit: UnitId(1),
            covers: Covers::Alone,
            stage: Stage::InForce,
            code: "try".to_owned(),
            title: "试一试".to_owned(),
            text: String::new(),
            drafted_on: date(2015, 6, 1),
            since,
            until,
            latest_on: date(2015, 6, 1),
            reason: String::new(),
            version: 1,
        }
    }

    #[test]
    fn a_later_version_begins_where_the_earlier_one_begins_no_more_cycles() {
        let (june, august) = (date(2015, 6, 10), date(2015, 8, 1));
        let versions = [adoption(2, Some(august), None), adoption(1, Some(june), None)];
        let found = reigns(&versions);
        let told: Vec<_> = found
            .iter()
            .map(|one| (one.adoption.0, one.first, one.last_start, one.last, one.follows))
            .collect();
        let last = Some(date(2015, 7, 31));
        assert_eq!(told, [(1, june, last, None, false), (2, august, None, None, true)]);
    }

    #[test]
    fn one_that_was_replaced_before_its_first_day_has_no_reign_and_drafts_have_none() {
        let day = date(2015, 6, 10);
        let versions =
            [adoption(1, Some(day), None), adoption(2, Some(day), None), adoption(3, None, None)];
        let found = reigns(&versions);
        assert_eq!(found.iter().map(|one| one.adoption.0).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn what_was_ended_ends_and_what_begins_after_a_gap_begins_afresh() {
        let (june, end, august) = (date(2015, 6, 10), date(2015, 6, 20), date(2015, 8, 1));
        let versions = [adoption(1, Some(june), Some(end)), adoption(2, Some(august), None)];
        let found = reigns(&versions);
        assert_eq!((found[0].last_start, found[0].last), (Some(end), Some(end)));
        assert!(!found[1].follows);
    }
}
