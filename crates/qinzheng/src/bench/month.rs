//! A county's attendance judged from its store: 300 units, 12,000 people, a year of punches. The month, the year, and
//! the month of one person, as pages and sheets ask for them.

use super::county::BenchCounty;
use super::figure::Figure;
use anyhow::{Context, Result, ensure};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use qz_acts::attendance::{AssignForm, AssignRule};
use qz_acts::import::{ImportKind, read};
use qz_acts::terminal::{MapPin, PinForm, RegisterTerminal, TakeUpTerminal, TerminalForm, Upload};
use qz_acts::{Acts, BatchMode};
use qz_domain::calendar::Calendar;
use qz_domain::id::{AccountId, PersonId, TerminalId};
use qz_domain::month::Month;
use qz_domain::punch::Drift;
use std::fmt::Write as _;
use std::time::Instant;
use tokio::task::JoinSet;

const UNITS: usize = 300;
const PEOPLE: usize = 12_000;
const YEAR: i16 = 2015;
/// Numbers that are mapped at once.
const AT_ONCE: usize = 400;

/// Every figure.
pub async fn measure(rounds: usize) -> Result<Vec<Figure>> {
    let county = BenchCounty::with_people().await?;
    let hr = account(&county.acts, "hr").await?;
    // A rule binds from a day to come.
    county.stand_at(date(YEAR - 1, 12, 31).at(9, 0, 0, 0));
    people(&county.acts, hr, PEOPLE).await?;
    let terminals = terminals(&county.acts, hr).await?;
    county.stand_at(date(YEAR + 1, 1, 1).at(9, 0, 0, 0));
    let lines = punches(&county.acts, &terminals).await?;
    let month = (date(YEAR, 10, 1), date(YEAR, 10, 31));
    let year = (date(YEAR, 1, 1), date(YEAR, 12, 31));
    let mut figures = vec![Figure::median("attendance-year-punches", vec![lines], "lines")];
    for (names, stretch) in [
        (["attendance-county-month", "attendance-county-month-all-cores"], month),
        (["attendance-county-year", "attendance-county-year-all-cores"], year),
    ] {
        for (name, threads) in names.into_iter().zip([1, qz_engine::attendance::threads()]) {
            let mut times = vec![];
            for _ in 0..rounds {
                let began = Instant::now();
                let days = county.acts.attendance_days(stretch, threads).await?;
                times.push(began.elapsed().as_secs_f64() * 1e3);
                ensure!(days > 300_000, "{days} days");
            }
            figures.push(Figure::median(name, times, "ms"));
        }
    }
    let mut times = vec![];
    let one = Month::new(YEAR, 10).context("a month")?;
    let somebody = bound(&county.acts, hr, one).await?;
    for _ in 0..rounds * 20 {
        let began = Instant::now();
        let view = county.acts.attendance_of(hr, (Some(somebody), one)).await?;
        times.push(began.elapsed().as_secs_f64() * 1e3);
        ensure!(view.days.len() > 30, "a month of {} days", view.days.len());
    }
    figures.push(Figure::median("attendance-person-month", times, "ms"));
    county.close().await;
    Ok(figures)
}

/// Somebody whom a rule binds in a month.
async fn bound(acts: &Acts, hr: AccountId, month: Month) -> Result<PersonId> {
    let unit = acts.unit("BX000").await?.context("the first unit")?;
    let view = acts.attendance_of_unit(hr, (unit.id, month)).await?;
    Ok(view.people.first().context("somebody of the first unit")?.person)
}

/// An account of the demo by its name.
pub(super) async fn account(acts: &Acts, name: &str) -> Result<AccountId> {
    let (accounts, _) = acts.accounts(None, 1, 200).await?;
    let found = accounts.into_iter().find(|listed| listed.account.name == name);
    Ok(found.context("the account of personnel")?.account.id)
}

/// Brings in so many people, in the units of the bench.
pub(super) async fn people(acts: &Acts, hr: AccountId, count: usize) -> Result<()> {
    let mut units = String::from("代码,名称,英文名,类别,上级代码,系统,起始日期\n");
    let mut posts = String::from("代码,单位代码,名称,英文名,职级,领导职务,编制数\n");
    for unit in 0..UNITS {
        writeln!(
            units,
            "BX{unit:03},量度单位{unit:03},Unit {unit:03},政府机构,SH,综合,2000-01-01"
        )?;
        writeln!(posts, "BX{unit:03}-1,BX{unit:03},科员,Officer,科员,否,99")?;
    }
    let mut people = String::from("工号,姓名,类别,单位代码,岗位代码,起始日期\n");
    for one in 0..count {
        let unit = one % UNITS;
        writeln!(people, "B{one:05},量度{one:05},公务员,BX{unit:03},BX{unit:03}-1,2014-01-01")?;
    }
    let files =
        [(ImportKind::Units, units), (ImportKind::Posts, posts), (ImportKind::People, people)];
    for (kind, text) in files {
        let file = read(kind, "bench.csv", text.as_bytes())?;
        let report = acts.import(hr, &file, BatchMode::AllOrNothing, Box::new(|_, _| true)).await?;
        ensure!(report.kept, "{kind:?}: {:?}", report.refused.first());
    }
    Ok(())
}

/// A terminal for each unit, all of one numbering, which knows everybody by their place.
async fn terminals(acts: &Acts, hr: AccountId) -> Result<Vec<TerminalId>> {
    let mut terminals = vec![];
    for nth in 0..UNITS {
        let form = TerminalForm {
            serial: format!("BENCH{nth:03}"),
            name: format!("量度{nth:03}"),
            unit: format!("BX{nth:03}"),
            place: String::new(),
            numbering: "bench".to_owned(),
            kind: "iclock".to_owned(),
            zone: "hours".to_owned(),
        };
        let register = RegisterTerminal { actor: hr, form };
        let terminal = acts.perform(acts.new_request(), register).await?.receipt.terminal;
        let take_up = TakeUpTerminal { actor: hr, terminal, version: 1 };
        acts.perform(acts.new_request(), take_up).await?;
        terminals.push(terminal);
    }
    for unit in 0..UNITS {
        let (code, unit) = ("两点".to_owned(), format!("BX{unit:03}"));
        let form =
            AssignForm { unit, code, since: "2015-01-02".to_owned(), ..AssignForm::default() };
        acts.perform(acts.new_request(), AssignRule { actor: hr, form }).await?;
    }
    let all: Vec<usize> = (0..PEOPLE).collect();
    for some in all.chunks(AT_ONCE) {
        let mut set = JoinSet::new();
        for one in some {
            let form = PinForm {
                numbering: "bench".to_owned(),
                pin: one.to_string(),
                person: format!("B{one:05}"),
                since: "2015-01-01".to_owned(),
                until: String::new(),
            };
            let (acts, request) = (acts.clone(), acts.new_request());
            set.spawn(async move { acts.perform(request, MapPin { actor: hr, form }).await });
        }
        while let Some(done) = set.join_next().await {
            done??;
        }
    }
    Ok(terminals)
}

/// A year of two punches a working day from everybody, as uploads of a month and a terminal.
async fn punches(acts: &Acts, terminals: &[TerminalId]) -> Result<f64> {
    let calendar = Calendar::shipped()?;
    let mut lines = 0.0;
    for month in Month::all_of(YEAR) {
        let days: Vec<Date> = month
            .first()
            .series(1.day())
            .take_while(|day| Month::of(*day) == month)
            .filter(|day| calendar.is_workday(*day) == Ok(true))
            .collect();
        for (place, terminal) in terminals.iter().enumerate() {
            let mut body = String::new();
            for day in &days {
                for one in (place..PEOPLE).step_by(terminals.len()) {
                    let minute = (one * 31 + usize::from(day.day().unsigned_abs()) * 7) % 30;
                    writeln!(body, "{one}\t{day} 07:{:02}:{:02}\t255\t4", 30 + minute, one % 60)?;
                    writeln!(body, "{one}\t{day} 18:{minute:02}:{:02}\t255\t4", one % 60)?;
                    lines += 2.0;
                }
            }
            let drift = Some(Drift::measured(acts.now(), acts.now()));
            let upload = (Upload::Attlog(body.into_bytes()), month.to_string());
            acts.take_upload_of(*terminal, upload, drift).await?;
        }
    }
    Ok(lines)
}
