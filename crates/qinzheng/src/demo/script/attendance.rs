//! The attendance of a scenario: `attendance.toml`, which units keep it from when on, and the days that were not as they
//! should be. Every other working day somebody comes a little before eight and leaves a little after six, at a minute
//! that follows from their number and the date.

use super::super::scenario::Scenario;
use super::roster;
use super::steps::{Dated, add};
use super::{day, maybe_day};
use anyhow::{Context, Result};
use jiff::civil::Date;
use qz_acts::attendance::AssignForm;
use qz_acts::script::{ScriptedAttendance, ScriptedStep};
use qz_acts::terminal::{PinForm, TerminalForm};
use qz_document::sheet;
use qz_domain::calendar::Calendar;
use qz_domain::month::Month;
use serde::Deserialize;
use std::fmt::Write as _;

/// What is done with a month of a unit, in the order of the days.
const ORDER: u8 = 90;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AttendanceFile {
    /// The officer of personnel who keeps it.
    keeper: String,
    unit: Vec<Kept>,
}

/// A unit that keeps attendance.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    code: String,
    rule: String,
    /// When it was said.
    #[serde(deserialize_with = "day")]
    said: Date,
    /// From which day on.
    #[serde(deserialize_with = "day")]
    since: Date,
    document: String,
    serial: String,
    name: String,
    /// Who heads it and says what a day was.
    head: String,
    /// Who works there besides those the people's file has in it.
    #[serde(default)]
    also: Vec<String>,
    /// The last month that was agreed, and the last that was sealed.
    agreed: String,
    sealed: String,
    /// Days that were not as they should be.
    #[serde(default, rename = "day")]
    days: Vec<Odd>,
    /// The months whose duty roster is told.
    #[serde(default, rename = "roster")]
    rosters: Vec<roster::Told>,
}

/// A day that was not as it should be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Odd {
    who: String,
    #[serde(deserialize_with = "day")]
    on: Date,
    /// The times that were punched; none where nothing was.
    #[serde(default)]
    punched: Vec<String>,
    #[serde(default)]
    said: String,
    #[serde(default, deserialize_with = "maybe_day")]
    said_on: Option<Date>,
    #[serde(default, deserialize_with = "maybe_day")]
    asked_on: Option<Date>,
    #[serde(default)]
    outcome: String,
    #[serde(default)]
    because: String,
    #[serde(default, deserialize_with = "maybe_day")]
    settled_on: Option<Date>,
    #[serde(default)]
    contested: String,
    #[serde(default, deserialize_with = "maybe_day")]
    contested_on: Option<Date>,
}

/// The attendance of a scenario.
#[derive(Debug)]
pub struct Attendance {
    keeper: String,
    units: Vec<(Kept, Vec<String>)>,
    /// The last working days that are played.
    days: Vec<Date>,
}

/// Reads it.
pub(super) fn read(scenario: &Scenario) -> Result<Attendance> {
    let (name, text) = scenario.attendance;
    let file: AttendanceFile = toml::from_str(text).with_context(|| name.to_owned())?;
    let people = scenario.organisation.last().map_or("", |file| file.text);
    let table = sheet::read(people.as_bytes()).context("people.csv")?;
    let of = |kept: &Kept| {
        let cells = table.rows.iter().map(|row| &row.cells);
        let own = cells.filter(|cells| cells.get(3) == Some(&kept.code));
        own.filter_map(|cells| cells.first().cloned()).chain(kept.also.iter().cloned()).collect()
    };
    let units: Vec<_> = file.unit.into_iter().map(|kept| (of(&kept), kept)).collect();
    let calendar = Calendar::shipped().context("the calendar")?;
    let first = units.iter().map(|(_, kept)| kept.since).min().unwrap_or(scenario.start.date());
    let days = first
        .series(jiff::ToSpan::days(1))
        .take_while(|day| *day < scenario.start.date())
        .filter(|day| calendar.is_workday(*day) == Ok(true));
    Ok(Attendance {
        keeper: file.keeper,
        days: days.collect(),
        units: units.into_iter().map(|(people, kept)| (kept, people)).collect(),
    })
}

impl Attendance {
    /// Who needs which role for which unit.
    pub(super) fn needs(&self) -> Vec<(String, &'static str, String)> {
        self.units.iter().map(|(kept, _)| (kept.head.clone(), "head", kept.code.clone())).collect()
    }

    /// Adds its steps, after all others of a day.
    pub(super) fn steps(&self, steps: &mut Vec<Dated>) {
        for (kept, people) in &self.units {
            self.begin(steps, (kept, people));
            for day in self.days.iter().filter(|day| kept.since <= **day) {
                punched(steps, (kept, people), *day);
            }
            kept.days.iter().for_each(|odd| said(steps, kept, odd));
            self.months(steps, kept);
            let unit = (&*kept.code, &*kept.head, &*kept.serial);
            kept.rosters.iter().for_each(|one| one.steps(steps, (&self.keeper, unit), people));
        }
    }

    fn begin(&self, steps: &mut Vec<Dated>, (kept, people): (&Kept, &[String])) {
        let mut step = |order: u8, what: &str, step| {
            let what = format!("{} {what}", kept.code);
            add(
                steps,
                (kept.said, ORDER + order),
                (&self.keeper, &what),
                ScriptedStep::Attend(step),
            );
        };
        step(
            0,
            "rule",
            ScriptedAttendance::Assign(AssignForm {
                unit: kept.code.clone(),
                code: kept.rule.clone(),
                since: kept.since.to_string(),
                document: kept.document.clone(),
                ..AssignForm::default()
            }),
        );
        step(
            0,
            "terminal",
            ScriptedAttendance::Register(TerminalForm {
                serial: kept.serial.clone(),
                name: kept.name.clone(),
                unit: kept.code.clone(),
                place: "一楼大厅".to_owned(),
                numbering: kept.code.clone(),
                kind: "iclock".to_owned(),
                zone: "hours".to_owned(),
            }),
        );
        step(1, "service", ScriptedAttendance::TakeUp(kept.serial.clone()));
        for (pin, person) in (1..).zip(people) {
            step(
                2,
                person,
                ScriptedAttendance::Map(PinForm {
                    numbering: kept.code.clone(),
                    pin: pin.to_string(),
                    person: person.clone(),
                    since: kept.since.to_string(),
                    until: String::new(),
                }),
            );
        }
    }

    fn months(&self, steps: &mut Vec<Dated>, kept: &Kept) {
        let mut month = Month::of(kept.since);
        while month.to_string() <= kept.agreed {
            let Some(next) = month.next() else { break };
            let on = |day: i8| next.first().saturating_add(jiff::ToSpan::days(day));
            let what = format!("{} {month}", kept.code);
            let agree = ScriptedAttendance::Agree(kept.code.clone(), month);
            add(steps, (on(11), ORDER + 5), (&kept.head, &what), ScriptedStep::Attend(agree));
            if month.to_string() <= kept.sealed {
                let seal = ScriptedAttendance::Seal(kept.code.clone(), month);
                add(steps, (on(13), ORDER + 6), (&self.keeper, &what), ScriptedStep::Attend(seal));
            }
            month = next;
        }
    }
}

/// What people said of a day.
fn said(steps: &mut Vec<Dated>, kept: &Kept, odd: &Odd) {
    let what = format!("{} {}", odd.who, odd.on);
    let mut step = |day, order: u8, by: &str, step| {
        add(steps, (day, ORDER + order), (by, &what), ScriptedStep::Attend(step));
    };
    if let Some(day) = odd.asked_on {
        step(day, 4, &kept.head, ScriptedAttendance::Ask(odd.who.clone(), odd.on));
    }
    if let Some(day) = odd.said_on {
        let explain = ScriptedAttendance::Explain(odd.who.clone(), odd.on, odd.said.clone());
        step(day, 4, &odd.who, explain);
    }
    if let Some(day) = odd.settled_on {
        let found = (odd.outcome.clone(), odd.because.clone());
        step(day, 7, &kept.head, ScriptedAttendance::Settle(odd.who.clone(), odd.on, found));
    }
    if let Some(day) = odd.contested_on {
        let contest = ScriptedAttendance::Contest(odd.who.clone(), odd.on, odd.contested.clone());
        step(day, 8, &odd.who, contest);
    }
}

/// What the terminal of a unit sends of a day.
fn punched(steps: &mut Vec<Dated>, (kept, people): (&Kept, &[String]), day: Date) {
    let mut lines: Vec<(String, usize)> = vec![];
    for (pin, person) in (1..).zip(people) {
        let odd = kept.days.iter().find(|odd| odd.who == *person && odd.on == day);
        match odd {
            Some(odd) => lines.extend(odd.punched.iter().map(|time| (time.clone(), pin))),
            None => lines.extend(usual(person, day).map(|time| (time, pin))),
        }
    }
    lines.sort();
    let mut text = String::new();
    for (time, pin) in lines {
        let _ = writeln!(text, "{pin}\t{day} {time}\t255\t4");
    }
    let punch = ScriptedAttendance::Punch { serial: kept.serial.clone(), lines: text };
    let what = format!("{} {day}", kept.serial);
    add(steps, (day, ORDER + 3), ("", &what), ScriptedStep::Attend(punch));
}

/// When somebody comes and leaves on an ordinary day: of a hundred days one late by some minutes, one with a punch
/// forgotten.
fn usual(person: &str, day: Date) -> impl Iterator<Item = String> {
    let turn = mixed(person, day);
    let (come, leave) = (turn % 1500, turn / 1500 % 1500);
    let clock = |seconds: u64| {
        format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
    };
    let arrived = match turn / 2_250_000 % 100 {
        0 => 8 * 3600 + 6 * 60 + come / 2,
        _ => 7 * 3600 + 38 * 60 + come,
    };
    let left = (turn / 2_250_000 % 100 != 1).then(|| clock(18 * 3600 + leave));
    [Some(clock(arrived)), left].into_iter().flatten()
}

/// A number that follows from a person and a day.
fn mixed(person: &str, day: Date) -> u64 {
    let text = format!("{person} {day}");
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    hash ^ (hash >> 29)
}
