//! The year day by day: that day's declarations and visit sheets come in, then everybody does what
//! they did that day, with the county's clock standing at that evening. So nothing is on record before
//! it happened.

use super::ambient::{DemoAmbient, beginning, evening};
use super::load::{Progress, account_of};
use super::scenario::Scenario;
use super::script::{Dated, Script, steps};
use anyhow::{Context, Result, bail};
use jiff::civil::Date;
use qz_acts::import::{ImportFile, ImportKind, read};
use qz_acts::{Acts, BatchMode};
use qz_document::sheet;
use qz_domain::role::Role;
use std::collections::{BTreeMap, HashMap};

/// Where a row says on which day it was done.
const DECLARED_ON: usize = 3;
const VISITED_AT: usize = 4;
const APPOINTED_SINCE: usize = 3;
const SINCE: usize = 2;
/// Where the people's file has number and post.
const NUMBER: usize = 0;
const POST: usize = 4;

/// What happened on one day.
#[derive(Default)]
struct DayOfYear {
    files: Vec<(Role, ImportFile)>,
    steps: Vec<Dated>,
}

/// Everything that happened, by day.
pub struct Year {
    days: BTreeMap<Date, DayOfYear>,
}

impl Year {
    /// The rows of the files and the steps of the script up to the scenario's start; what lies
    /// later is left to whoever plays on. What was declared before the county began to keep its
    /// records is there from the first day.
    pub fn of(scenario: &Scenario, script: &Script) -> Result<Self> {
        let mut days: BTreeMap<Date, DayOfYear> = BTreeMap::new();
        let ours = [
            (ImportKind::Kin, "kin", scenario.kin, DECLARED_ON, Role::Hr),
            (ImportKind::Visits, "visits", scenario.visits, VISITED_AT, Role::Clerk),
        ];
        let moves = scenario.moves.iter().map(|file| {
            let name = file.name.trim_end_matches(".csv");
            (file.kind, name, file.text, begins(file.kind), file.by)
        });
        for (kind, name, text, column, by) in moves.chain(ours) {
            for (day, text) in rows_by_day(scenario, (text, column)).context(name)? {
                let name = format!("{name}-{day}.csv");
                let file = read(kind, &name, text.as_bytes()).context(name)?;
                days.entry(day).or_default().files.push((by, file));
            }
        }
        for step in steps(script, &heads(scenario)?) {
            days.entry(step.day).or_default().steps.push(step);
        }
        days.retain(|day, _| *day < scenario.start.date());
        Ok(Self { days })
    }

    /// How many rows and steps there are.
    pub fn size(&self) -> usize {
        let rows =
            |day: &DayOfYear| day.files.iter().map(|(_, file)| file.rows.len()).sum::<usize>();
        self.days.values().map(|day| rows(day) + day.steps.len()).sum()
    }

    /// Plays every day.
    pub async fn play(self, acts: &Acts, ambient: &DemoAmbient, progress: &Progress) -> Result<()> {
        for (day, DayOfYear { files, steps }) in self.days {
            ambient.stand_at(evening(day));
            for (by, file) in files {
                let by = account_of(acts, by).await?;
                let all = BatchMode::AllOrNothing;
                let report = acts.import(by, &file, all, Box::new(|_, _| true)).await?;
                if let Some(fault) = report.refused.first() {
                    bail!("{}, row {}: {:?}", file.name, fault.row, fault.trouble);
                }
                progress.set(progress.get() + file.rows.len());
            }
            let count = steps.len();
            let requests: Vec<_> = steps.iter().map(|step| step.request.clone()).collect();
            let steps = steps.into_iter().map(|step| (step.request, step.scripted)).collect();
            if let Err((place, refused)) = acts.play(steps).await {
                let what = requests.get(place).cloned().unwrap_or_default();
                bail!("{day}, {what}: {refused:?}");
            }
            progress.set(progress.get() + count);
        }
        Ok(())
    }
}

/// Where a row of moves says on which day it begins.
fn begins(kind: ImportKind) -> usize {
    if kind == ImportKind::Appointments { APPOINTED_SINCE } else { SINCE }
}

/// The file cut into one for each day, each with the header.
fn rows_by_day(
    scenario: &Scenario,
    (text, column): (&str, usize),
) -> Result<BTreeMap<Date, String>> {
    let first = qz_domain::instant::day(beginning(scenario));
    let (header, rows) = text.split_once('\n').context("no header")?;
    let mut days: BTreeMap<Date, String> = BTreeMap::new();
    for row in rows.lines() {
        let when = row.split(',').nth(column).unwrap_or_default();
        let day: Date =
            when.get(..10).unwrap_or_default().parse().with_context(|| row.to_owned())?;
        let file = days.entry(day.max(first)).or_insert_with(|| format!("{header}\n"));
        file.push_str(row);
        file.push('\n');
    }
    Ok(days)
}

/// Who heads each unit: the holder of its first post.
fn heads(scenario: &Scenario) -> Result<HashMap<String, String>> {
    let people = scenario.organisation.last().map_or("", |file| file.text);
    let table = sheet::read(people.as_bytes()).context("people.csv")?;
    let head = |row: &sheet::Row| {
        let (number, post) = (row.cells.get(NUMBER)?, row.cells.get(POST)?);
        Some((post.strip_suffix("-01")?.to_owned(), number.clone()))
    };
    Ok(table.rows.iter().filter_map(head).collect())
}
