//! Loading the demo: the county, its people, the personas and officials, then the year day by day.
//! Every step may be repeated and does nothing the second time, so a load that was cut off goes on
//! where it stopped.

use super::ambient::{DemoAmbient, beginning, start};
use super::files::DemoFile;
use super::scenario::Scenario;
use super::script::{self, Script};
use super::year::Year;
use anyhow::{Context, Result, bail};
use qz_acts::backup::Tenant;
use qz_acts::identity::demo::{Persona, open_personas};
use qz_acts::identity::init::{County, OFFICERS, found};
use qz_acts::import::{ImportFile, read};
use qz_acts::{Acts, BatchMode};
use qz_document::sheet;
use qz_domain::id::AccountId;
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_web::app::{Preparing, Readiness};
use qz_web::shell::Named;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Where in the people's file the work number and the unit stand.
const NUMBER: usize = 0;
const UNIT: usize = 3;

/// How far the load is: told to whoever waits at the door. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Progress {
    readiness: Readiness,
    done: Arc<AtomicUsize>,
    total: usize,
}

impl Progress {
    /// Nothing is loaded yet, of so many rows.
    fn begin(readiness: Readiness, total: usize) -> Self {
        let progress = Self { readiness, done: Arc::default(), total };
        progress.set(0);
        progress
    }

    /// How much is done.
    pub fn get(&self) -> usize {
        self.done.load(Ordering::Relaxed)
    }

    /// So much is done.
    pub fn set(&self, done: usize) {
        self.done.store(done, Ordering::Relaxed);
        self.readiness.progress(preparing(done, self.total));
    }
}

/// What the door says meanwhile.
pub fn preparing(done: usize, total: usize) -> Preparing {
    let count = |rows: usize| u64::try_from(rows).unwrap_or(u64::MAX);
    let label = Named::new("正在装载演示数据", "Loading the demo's year");
    Preparing { label, done: count(done), total: count(total) }
}

/// Loads the demo's year, day by day.
pub async fn load(
    acts: &Acts,
    ambient: &DemoAmbient,
    readiness: &Readiness,
    scenario: &Scenario,
) -> Result<()> {
    let script = script::read(scenario)?;
    let year = Year::of(scenario, &script)?;
    let later = year.size();
    let progress = load_files(acts, ambient, readiness, (scenario, &script, later)).await?;
    year.play(acts, ambient, &progress).await?;
    ambient.stand_at(start(scenario, None));
    Ok(())
}

/// Loads the county and its people, and nothing that happened.
pub async fn load_people(
    acts: &Acts,
    ambient: &DemoAmbient,
    readiness: &Readiness,
    scenario: &Scenario,
) -> Result<()> {
    let script = script::read(scenario)?;
    load_files(acts, ambient, readiness, (scenario, &script, 0)).await?;
    ambient.stand_at(start(scenario, None));
    Ok(())
}

async fn load_files(
    acts: &Acts,
    ambient: &DemoAmbient,
    readiness: &Readiness,
    (scenario, script, later): (&Scenario, &Script, usize),
) -> Result<Progress> {
    ambient.stand_at(beginning(scenario));
    let (organisation, ties) = (read_all(scenario.organisation)?, read_all(scenario.ties)?);
    let files = organisation.iter().chain(&ties);
    let total = files.map(|(_, file)| file.rows.len()).sum::<usize>() + later;
    let progress = Progress::begin(readiness.clone(), total);
    let Tenant { code, name, name_en } = super::county();
    let since = Some(jiff::civil::date(2000, 1, 1));
    found(acts, County { code: code.clone(), name, name_en, since }).await?;
    let hr = Persona::open(Role::Hr, None, code.clone());
    open_personas(acts, &[hr]).await?;
    import(acts, &organisation, &progress).await?;
    open_personas(acts, &personas(scenario, &organisation, &code)?).await?;
    open_personas(acts, &script::officials(script)).await?;
    import(acts, &ties, &progress).await?;
    Ok(progress)
}

/// A file of the demo as its rows.
type ReadFile = (&'static DemoFile, ImportFile);

fn read_all(files: &'static [DemoFile]) -> Result<Vec<ReadFile>> {
    let read = |file: &'static DemoFile| {
        let table = read(file.kind, file.name, file.text.as_bytes()).context(file.name)?;
        Ok((file, table))
    };
    files.iter().map(read).collect()
}

/// The personas of the file with their people and units, and the three officers without.
fn personas(scenario: &Scenario, organisation: &[ReadFile], county: &str) -> Result<Vec<Persona>> {
    let people = organisation.last().map(|(_, people)| people.rows.as_slice()).unwrap_or_default();
    let units: HashMap<_, _> =
        people.iter().map(|(_, cells)| (cells[NUMBER].as_str(), cells[UNIT].clone())).collect();
    let table = sheet::read(scenario.personas.as_bytes()).context("personas.csv")?;
    let mut personas = Vec::new();
    for row in &table.rows {
        let [role, number, ..] = row.cells.as_slice() else { bail!("personas.csv: row too short") };
        let unit = units.get(number.as_str()).with_context(|| format!("personas.csv: {number}"))?;
        let role = Role::from_code(role).with_context(|| format!("personas.csv: {role}"))?;
        personas.push(Persona::open(role, Some(number.clone()), unit.clone()));
    }
    let officer = |role| Persona::open(role, None, county.to_owned());
    personas.extend(OFFICERS.map(officer));
    Ok(personas)
}

async fn import(acts: &Acts, files: &[ReadFile], progress: &Progress) -> Result<()> {
    for (source, file) in files {
        let actor = account_of(acts, source.by).await?;
        let before = progress.get();
        let counts = progress.clone();
        let hear = move |done: usize, _: usize| {
            counts.set(before + done);
            true
        };
        let report = acts.import(actor, file, BatchMode::AllOrNothing, Box::new(hear)).await?;
        if let Some(fault) = report.refused.first() {
            bail!("{}, row {}: {:?}", source.name, fault.row, fault.trouble);
        }
        progress.set(before + file.rows.len());
    }
    Ok(())
}

/// The account of a persona.
pub async fn account_of(acts: &Acts, role: Role) -> Result<AccountId> {
    let identity = crate::persona::take(acts, role.code()).await?;
    Ok(identity.actor.account)
}

#[cfg(test)]
mod tests {
    use super::super::scenario::{TODAY, YEAR_2015};
    use super::*;
    use jiff::civil::Date;
    use qz_acts::StoreUrl;
    use qz_acts::run::view::ElementCount;
    use qz_store::Store;
    use qz_store::snapshot::Snapshot;

    async fn replay(scenario: &Scenario, file: &std::path::Path) -> (u64, qz_ledger::Hash) {
        let url = StoreUrl::Sqlite(file.to_owned());
        let ambient = DemoAmbient::of(scenario);
        let acts = Acts::open(&url, ambient.clock(), ambient.chance()).await.unwrap();
        let readiness = Readiness::ready();
        load(&acts, &ambient, &readiness, scenario).await.unwrap();
        let shown = readiness.now().unwrap();
        assert_eq!(shown.done, shown.total);
        if scenario.code == YEAR_2015.code {
            assert_eq!(shown.total, 5_860);
            check_terms(&acts).await;
            check_stand_in(&acts).await;
            check_schemes(&acts).await;
        }
        acts.close().await;
        let store = Store::connect(&url).await.unwrap();
        Snapshot::begin(&store).await.unwrap().ledger().await.unwrap()
    }

    /// Counts on the days of the public table alone, one by one.
    struct Days(std::collections::BTreeMap<Date, bool>);

    impl Days {
        fn read() -> Option<Self> {
            let file = qz_testkit::shared_folder::oracle("china-workdays.csv")?;
            let text = std::fs::read_to_string(file).unwrap();
            let day = |row: &str| {
                let mut cells = row.split(',');
                let day: Date = cells.next().unwrap().parse().unwrap();
                (day, cells.next().unwrap() == "1")
            };
            Some(Self(text.lines().skip(1).map(day).collect()))
        }

        /// The day after so many working days.
        fn after(&self, from: Date, workdays: usize) -> Date {
            let later = self.0.range(from.tomorrow().unwrap()..).filter(|(_, works)| **works);
            later.map(|(day, _)| *day).nth(workdays - 1).unwrap()
        }

        /// So many calendar days on, or the next working day.
        fn on(&self, from: Date, days: i64) -> Date {
            let last = from.saturating_add(jiff::Span::new().days(days));
            *self.0.range(last..).find(|(_, works)| **works).unwrap().0
        }
    }

    /// Every term of the year against the public table, and the first bulletin's days.
    async fn check_terms(acts: &Acts) {
        use qz_acts::accountability::view::{AccountabilityFilter, AccountabilitySort, Page};
        let Some(days) = Days::read() else { return };
        let discipline = account_of(acts, Role::Discipline).await.unwrap();
        let (all, sort) = (AccountabilityFilter::default(), AccountabilitySort::default());
        let (lines, total) =
            acts.accountabilities(discipline, &all, sort, Page::all()).await.unwrap();
        assert!(total > 240, "the commission's own are {total}");
        for line in lines {
            let day = |text: &str| text.parse::<Date>().unwrap();
            let (noticed, served) = (day(&line.noticed_on), day(&line.served_on));
            assert_eq!(day(&line.answer_due), days.after(noticed, 5), "{:?}", line.number);
            assert_eq!(day(&line.remedy_due), days.on(served, 15), "{:?}", line.number);
            assert!(
                day(&line.decided_on) <= served && served <= days.after(day(&line.decided_on), 3)
            );
        }
    }

    /// Of all the year's acts one was done for a leader who was away.
    async fn check_stand_in(acts: &Acts) {
        let filter = qz_store::ledger::ActFilter {
            kind: Some("bulletin_sign".to_owned()),
            ..qz_store::ledger::ActFilter::default()
        };
        let signed = acts.log_rows(&filter, None, 100).await.unwrap();
        let name = |of: &Option<(_, String)>| of.as_ref().map(|(_, name)| name.clone());
        let stood_in = signed.iter().filter(|act| act.on_behalf_of.is_some());
        let both: Vec<_> = stood_in.map(|act| (name(&act.by), name(&act.on_behalf_of))).collect();
        assert_eq!(both, [(Some("邰朴".to_owned()), Some("栾含礼".to_owned()))]);
    }

    /// Every scheme of the year has what was late, excused, dismissed and upheld, and was disclosed.
    async fn check_schemes(acts: &Acts) {
        use jiff::civil::date;
        let running = acts.running(None).await.unwrap();
        let mut codes: Vec<_> = running.iter().map(|one| one.versions[0].code.as_str()).collect();
        codes.sort_unstable();
        assert_eq!(codes, ["budget-and-welfare", "three-asks"]);
        for version in running.iter().flat_map(|one| &one.versions) {
            let year = (date(2015, 3, 1), date(2016, 2, 16));
            let run = acts.public_run(version.id, year).await.unwrap();
            let sum = |of: fn(&ElementCount) -> usize| run.counts.iter().map(of).sum::<usize>();
            let found = [
                sum(|one| one.late + one.filed_late),
                sum(|one| one.excused),
                sum(|one| one.dismissed),
                sum(|one| one.taken_up),
                sum(|one| usize::from(one.shown_on.is_some())),
            ];
            assert!(found.iter().all(|count| *count > 0), "{}: {found:?}", version.code);
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn two_replays_give_one_root_and_a_third_pass_adds_nothing() {
        for (scenario, least) in [(&YEAR_2015, 5_041), (&TODAY, 500)] {
            let folder = tempfile::tempdir().unwrap();
            let [one, other] = ["one.db", "other.db"].map(|name| folder.path().join(name));
            let first = replay(scenario, &one).await;
            assert!(first.0 > least, "{}: {} leaves", scenario.code, first.0);
            assert_eq!(replay(scenario, &other).await, first);
            assert_eq!(replay(scenario, &one).await, first);
        }
    }
}
