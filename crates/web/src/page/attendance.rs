//! The desk's pages of attendance (考勤): one's own calendar, a day and why it came to what it did, the month of a unit,
//! the county's months on the way to being sealed, rules and whom they bind.

mod ask;
mod calendar;
mod close;
mod day;
mod light;
mod month;
mod month_step;
mod print;
mod rule;
mod step;
mod unit;

pub(in crate::page) use light::of_day;
pub(in crate::page) use month::of_month;

use crate::door::Method::{Get, Post};
use crate::door::{Doors, Scope};
use qz_domain::action::Action;

/// Where one's own month is.
pub(in crate::page) const HOME: &str = "/desk/attendance";
const UNIT: &str = "/desk/attendance/unit";
const CLOSE: &str = "/desk/attendance/close";
const RULES: &str = "/desk/attendance/rules";

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    let (read, list, rule) = (Action::AttendanceRead, Action::AttendanceList, Action::RuleAssign);
    let doors = doors
        .rail("rail-attendance", HOME, "attendance-mine-title", read)
        .rail("rail-attendance", UNIT, "attendance-unit-title", list)
        .rail("rail-attendance", CLOSE, "attendance-close-title", Action::SheetSeal)
        .rail("rail-attendance", RULES, "attendance-rule-title", rule)
        .door(Get, HOME, read, Scope::Reach, calendar::show)
        .door(Get, "/desk/attendance/days/{day}", read, Scope::Reach, day::show)
        .door(Get, UNIT, list, Scope::Reach, unit::show)
        .door(Get, "/desk/attendance/unit/sheet.csv", list, Scope::Reach, unit::export)
        .door(Get, "/desk/attendance/unit/sheet.xlsx", list, Scope::Reach, unit::export)
        .door(Get, "/desk/attendance/unit/print", list, Scope::Reach, print::show)
        .door(Get, "/desk/attendance/unit/kept.csv", list, Scope::Reach, unit::kept)
        .door(Post, UNIT, Action::SheetAgree, Scope::Reach, unit::agree)
        .door(Post, "/desk/attendance/unit/ask", Action::ExceptionAsk, Scope::Reach, ask::ask_many)
        .door(Get, CLOSE, Action::SheetSeal, Scope::Reach, close::show)
        .door(Post, CLOSE, Action::SheetSeal, Scope::Reach, close::seal)
        .door(Get, RULES, rule, Scope::Reach, rule::show);
    let doors = month_step::doors(step::doors(doors));
    rule::doors(doors)
}

/// A step's two doors: its form and what it sends.
macro_rules! form_doors {
    ($doors:expr, $path:expr, $action:expr, $form:expr, $submit:expr) => {
        $doors
            .door($crate::door::Method::Get, $path, $action, $crate::door::Scope::Reach, $form)
            .door($crate::door::Method::Post, $path, $action, $crate::door::Scope::Reach, $submit)
    };
}

use form_doors;
