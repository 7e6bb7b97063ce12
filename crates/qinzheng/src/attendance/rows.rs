//! Rows as they are written.

use super::coverage::Coverage;
use super::people::People;
use super::summary::{HEADER as UNITS, lines};
use super::{Form, Wanted};
use anyhow::Result;
use jiff::civil::Date;
use qz_domain::attendance::{Code, Codes, CoverKind};
use qz_engine::attendance::{
    DAY, Facts, Judge, Points, Row, Second, SessionPart, Summary, date_of, midnight,
};
use serde::Serialize;
use std::io::Write;

const DAYS: &str = "person,date,status,late_minutes,early_minutes,missing,worked_minutes,reasons\n";

/// Writes rows of one judge.
pub(super) struct Writer<'a> {
    judge: &'a Judge<'a>,
    people: &'a People,
    coverage: &'a Coverage,
    wanted: Wanted,
    first: i32,
    dates: Vec<(String, Date)>,
}

#[derive(Serialize)]
struct DayLine<'a> {
    person: &'a str,
    date: &'a str,
    status: String,
    late_minutes: u16,
    early_minutes: u16,
    missing: String,
    worked_minutes: u16,
    reasons: String,
    sessions: Vec<SessionLine<'a>>,
}

#[derive(Serialize)]
struct SessionLine<'a> {
    name: &'a str,
    due_in: String,
    due_out: String,
    #[serde(rename = "in")]
    arrived: Option<String>,
    #[serde(rename = "out")]
    left: Option<String>,
    codes: String,
    late: Second,
    early: Second,
    worked: Second,
}

/// Where rows are written to, block after block.
pub(super) struct Sheet<'o, Out> {
    out: &'o mut Out,
    between: &'static str,
    form: Form,
}

impl<Out: Write> Sheet<'_, Out> {
    /// Adds the rows of a block.
    pub fn add(&mut self, text: &[u8]) -> Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.out.write_all(self.between.as_bytes())?;
        if self.form == Form::Json {
            self.between = ",\n";
        }
        Ok(self.out.write_all(text)?)
    }
}

impl<'a> Writer<'a> {
    /// For the rows of a judge.
    pub fn new(
        judge: &'a Judge<'a>,
        (people, coverage): (&'a People, &'a Coverage),
        wanted: Wanted,
    ) -> Self {
        let range = judge.days().range();
        let first = *range.start();
        let dates = range.map(date_of).map(|date| (date.to_string(), date)).collect();
        Self { judge, people, coverage, wanted, first, dates }
    }

    /// A sheet with what stands before the rows.
    pub fn begin<'o, Out: Write>(&self, out: &'o mut Out) -> Result<Sheet<'o, Out>> {
        let begin = match (self.wanted.form, self.wanted.is_summary) {
            (Form::Json, true) => "",
            (Form::Json, false) => "[\n",
            (Form::Csv, true) => UNITS,
            (Form::Csv, false) => DAYS,
        };
        out.write_all(begin.as_bytes())?;
        Ok(Sheet { out, between: "", form: self.wanted.form })
    }

    /// Writes what stands after them.
    pub fn end(&self, sheet: Sheet<'_, impl Write>, summary: &Summary) -> Result<()> {
        let out = sheet.out;
        let units = lines(self.people, summary);
        match (self.wanted.form, self.wanted.is_summary) {
            (Form::Json, true) => {
                serde_json::to_writer(&mut *out, &units)?;
                out.write_all(b"\n")?;
            }
            (Form::Json, false) => out.write_all(b"\n]\n")?,
            (Form::Csv, _) => {
                for unit in units {
                    out.write_all(unit.csv().as_bytes())?;
                }
            }
        }
        Ok(())
    }

    /// A row.
    pub fn row(&self, text: &mut Vec<u8>, row: &Row, facts: &Facts<'_>) {
        match self.wanted.form {
            Form::Csv => self.csv(text, row, facts),
            Form::Json => self.json(text, row, facts),
        }
    }

    fn csv(&self, text: &mut Vec<u8>, row: &Row, facts: &Facts<'_>) {
        let (date, _) = self.date(row);
        field(text, self.people.name(row.person));
        text.push(b',');
        text.extend_from_slice(date.as_bytes());
        // Writing to memory cannot fail.
        let _ = write!(text, ",{},{},{},", row.codes, row.late, row.early);
        self.points(text, row);
        let _ = write!(text, ",{},", row.worked);
        let mut reasons = vec![];
        self.reasons(&mut reasons, row, facts);
        field(text, &String::from_utf8_lossy(&reasons));
        text.push(b'\n');
    }

    fn json(&self, text: &mut Vec<u8>, row: &Row, facts: &Facts<'_>) {
        let explained = self.judge.explain(row.person, facts, row.day);
        let parts = explained.map_or(vec![], |explained| explained.sessions);
        let into = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        let (mut missing, mut reasons) = (vec![], vec![]);
        self.points(&mut missing, row);
        self.reasons(&mut reasons, row, facts);
        let line = DayLine {
            person: self.people.name(row.person),
            date: &self.date(row).0,
            status: row.codes.to_string(),
            late_minutes: row.late,
            early_minutes: row.early,
            missing: into(missing),
            worked_minutes: row.worked,
            reasons: into(reasons),
            sessions: parts.iter().map(|part| self.session(row, part)).collect(),
        };
        if !text.is_empty() {
            text.extend_from_slice(b",\n");
        }
        let _ = serde_json::to_writer(text, &line);
    }

    fn session(&self, row: &Row, part: &SessionPart) -> SessionLine<'_> {
        SessionLine {
            name: self.session_name(row, usize::from(part.place)),
            due_in: instant(part.due_in),
            due_out: instant(part.due_out),
            arrived: part.arrived.map(instant),
            left: part.left.map(instant),
            codes: part.codes.to_string(),
            late: part.late,
            early: part.early,
            worked: part.worked,
        }
    }

    fn date(&self, row: &Row) -> &(String, Date) {
        let at = usize::try_from(row.day - self.first).unwrap_or_default();
        &self.dates[at.min(self.dates.len() - 1)]
    }

    fn session_name(&self, row: &Row, place: usize) -> &str {
        let rule = self.judge.rules().get(usize::from(row.rule));
        let sessions = rule.map_or(&[][..], |rule| rule.sessions_on(self.date(row).1));
        sessions.get(place).map_or("", |session| &session.name)
    }

    fn points(&self, text: &mut Vec<u8>, row: &Row) {
        if row.missing == Points::default() {
            return;
        }
        for (at, (place, is_leaving)) in row.missing.iter().enumerate() {
            if at > 0 {
                text.push(b'+');
            }
            text.extend_from_slice(self.session_name(row, place).as_bytes());
            text.extend_from_slice(if is_leaving { b"_out" } else { b"_in" });
        }
    }

    /// The version of the rule, the facts that matter, and what is to be known of the day.
    fn reasons(&self, text: &mut Vec<u8>, row: &Row, facts: &Facts<'_>) {
        if let Some(rule) = self.judge.rules().get(usize::from(row.rule)) {
            let _ = write!(text, "{}@{}", rule.code, rule.from);
        }
        let day = (midnight(row.day), midnight(row.day) + 2 * DAY);
        for cover in facts.covers {
            let is_near = cover.from < day.1 && day.0 < cover.to.max(cover.from + 1);
            if is_near && row.codes.meets(code_of(cover.kind)) {
                let _ = write!(text, ";{}", self.coverage.label(cover));
            }
        }
        if row.remarks & Row::UNAPPROVED != 0 {
            let _ = write!(text, ";unapproved");
        }
        if row.remarks & Row::PROVISIONAL != 0 {
            let _ = write!(text, ";provisional");
        }
    }
}

/// The code by which a row tells of such a fact.
fn code_of(kind: CoverKind) -> Codes {
    Codes::of(match kind {
        CoverKind::Leave => Code::Leave,
        CoverKind::Trip | CoverKind::Field => Code::Trip,
        CoverKind::Correction => Code::Corrected,
        CoverKind::Outage => Code::Outage,
        CoverKind::Overtime => Code::Overtime,
    })
}

/// A second of a day as an instant.
fn instant(at: Second) -> String {
    let day = at.div_euclid(DAY);
    let of_day = at.rem_euclid(DAY);
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    format!("{}T{hour:02}:{minute:02}:{second:02}+08:00", date_of(day))
}

/// A field, in quotes where it needs them.
pub(super) fn field(text: &mut Vec<u8>, value: &str) {
    if !value.contains([',', '"', '\n', '\r']) {
        return text.extend_from_slice(value.as_bytes());
    }
    text.push(b'"');
    text.extend_from_slice(value.replace('"', "\"\"").as_bytes());
    text.push(b'"');
}
