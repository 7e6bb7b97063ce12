//! The duty roster of a unit's month in a scenario: its rule, its posts, who is on when, a turn that is handed over, and
//! what was punched on it.

use super::day;
use super::steps::{Dated, add};
use jiff::civil::Date;
use qz_acts::attendance::RuleForm;
use qz_acts::roster::DutyPostForm;
use qz_acts::script::{ScriptedAttendance, ScriptedRoster, ScriptedStep};
use qz_domain::month::Month;
use serde::Deserialize;
use std::fmt::Write as _;

/// What is done with a roster, after the steps of attendance.
const ORDER: u8 = 100;

/// The roster of a month.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Told {
    month: String,
    /// The rule of the duty, as it is written, and its document.
    rule: String,
    document: String,
    /// When the rule was adopted, the posts were set up and the month was drawn up; it was published the day after.
    #[serde(deserialize_with = "day")]
    drafted: Date,
    post: Vec<Post>,
    turn: Vec<Turn>,
    #[serde(default)]
    swap: Vec<Swap>,
}

/// A post.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Post {
    name: String,
    kind: String,
    #[serde(default)]
    rule: String,
    needed: i64,
}

/// Who is on a post on a day, and what they punched on it, by work number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Turn {
    post: String,
    on: i8,
    who: Vec<String>,
    #[serde(default)]
    punched: Vec<(String, String)>,
}

/// A turn that was handed over.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Swap {
    post: String,
    #[serde(deserialize_with = "day")]
    on: Date,
    giver: String,
    taker: String,
    reason: String,
    #[serde(deserialize_with = "day")]
    asked: Date,
}

impl Told {
    /// Adds its steps: done by the keeper and the unit's head, and by whoever hands a turn over.
    pub(super) fn steps(
        &self,
        steps: &mut Vec<Dated>,
        (keeper, (unit, head, serial)): (&str, (&str, &str, &str)),
        people: &[String],
    ) {
        let Ok(month) = self.month.parse::<Month>() else { return };
        let next = |day: Date| day.tomorrow().unwrap_or(day);
        let mut step = |(on, order): (Date, u8), (by, what): (&str, &str), step| {
            let what = format!("{unit} {month} {what}");
            add(steps, (on, ORDER + order), (by, &what), ScriptedStep::Roster(step));
        };
        let rule = RuleForm { body: self.rule.clone(), document: self.document.clone() };
        step((self.drafted, 0), (keeper, "rule"), ScriptedRoster::Adopt(rule));
        for post in &self.post {
            let form = DutyPostForm {
                unit: unit.to_owned(),
                name: post.name.clone(),
                kind: post.kind.clone(),
                rule: post.rule.clone(),
                needed: post.needed.to_string(),
            };
            step((self.drafted, 1), (head, &post.name), ScriptedRoster::Post(form));
        }
        let turns = self.turn.iter().map(|turn| (turn.post.clone(), turn.on, turn.who.join("、")));
        let draft = ScriptedRoster::Draft(unit.to_owned(), month, turns.collect());
        step((self.drafted, 2), (head, "draft"), draft);
        let publish = ScriptedRoster::Publish(unit.to_owned(), month);
        step((next(self.drafted), 3), (head, "publish"), publish);
        for swap in &self.swap {
            let what = format!("{} {}", swap.giver, swap.on);
            let ask = ScriptedRoster::Ask {
                unit: unit.to_owned(),
                post: swap.post.clone(),
                day: swap.on,
                taker: swap.taker.clone(),
                reason: swap.reason.clone(),
            };
            step((swap.asked, 4), (&swap.giver, &what), ask);
            let approve = ScriptedRoster::Approve(unit.to_owned(), swap.on);
            step((next(swap.asked), 5), (head, &what), approve);
        }
        self.punches(steps, (month, serial), people);
    }

    /// What the terminal of the unit sends of the days of turns on site that are no working days.
    fn punches(&self, steps: &mut Vec<Dated>, (month, serial): (Month, &str), people: &[String]) {
        for turn in self.turn.iter().filter(|turn| !turn.punched.is_empty()) {
            let Ok(day) = Date::new(month.year(), month.number(), turn.on) else { continue };
            let mut text = String::new();
            for (who, time) in &turn.punched {
                let pin = people.iter().position(|person| person == who).map_or(0, |at| at + 1);
                let _ = writeln!(text, "{pin}\t{day} {time}\t255\t4");
            }
            let punch = ScriptedAttendance::Punch { serial: serial.to_owned(), lines: text };
            let what = format!("{serial} {day} {}", turn.post);
            add(steps, (day, ORDER + 6), ("", &what), ScriptedStep::Attend(punch));
        }
    }
}
