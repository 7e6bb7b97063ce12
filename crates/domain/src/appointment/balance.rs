//! Posts against people (编制与在岗): how many a unit is authorised for, has, lacks, lends.

use super::AppointmentKind;
use crate::person::PersonKind;

/// A unit or a post counted on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Balance {
    /// 编制: how many it is authorised for.
    pub authorised: i64,
    /// 在编: who is in an own post; the second line is not among them.
    pub held: i64,
    /// 退二线: who left the first line and stays in the unit.
    pub second_line: i64,
    /// 借入: who is lent to it from elsewhere.
    pub lent_in: i64,
    /// 借出: who of its own is lent elsewhere.
    pub lent_out: i64,
}

impl Balance {
    /// Counts one who is in a post of it. What stands beside an own post is counted there, once.
    pub fn count(&mut self, kind: AppointmentKind, footing: PersonKind) {
        match (kind, footing) {
            (AppointmentKind::Full, PersonKind::SecondLine) => self.second_line += 1,
            (AppointmentKind::Full, _) => self.held += 1,
            (kind, _) if kind.is_away() => self.lent_in += 1,
            _ => {}
        }
    }

    /// How many it lacks.
    pub fn vacant(&self) -> i64 {
        (self.authorised - self.held).max(0)
    }

    /// How many it has beyond what it is authorised for.
    pub fn over(&self) -> i64 {
        (self.held - self.authorised).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spelled::Spelled;

    #[test]
    fn a_person_is_counted_once_in_the_own_post_and_the_second_line_apart() {
        let mut unit = Balance { authorised: 2, ..Balance::default() };
        for kind in AppointmentKind::ALL {
            unit.count(*kind, PersonKind::CivilServant);
        }
        unit.count(AppointmentKind::Full, PersonKind::SecondLine);
        let (held, second_line, lent_in) = (unit.held, unit.second_line, unit.lent_in);
        assert_eq!((held, second_line, lent_in), (1, 1, 3));
        assert_eq!((unit.vacant(), unit.over()), (1, 0));
        unit.held = 4;
        assert_eq!((unit.vacant(), unit.over()), (0, 2));
    }
}
