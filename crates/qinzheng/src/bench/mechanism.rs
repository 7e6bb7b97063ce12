//! Rules of schemes over facts of a store: a thousand rules asked of twenty thousand people over a year.

use super::county::BenchCounty;
use super::figure::Figure;
use super::meter::{Meter, peak, unit};
use super::month::{account, people};
use anyhow::{Context, Result, ensure};
use jiff::civil::{Date, date};
use qz_domain::calendar::Calendar;
use qz_domain::fact::FactTable;
use qz_engine::prompt::{Asked, Rule, Subjects, Verdict};
use qz_mechanism::Mechanism;
use qz_mechanism::fact::Per;
use qz_mechanism::language::Language;
use qz_mechanism::rule;
use std::fmt::Write as _;

/// How many people.
const PEOPLE: usize = 20_000;
/// How many rules.
const RULES: usize = 1_000;
/// The year.
const YEAR: (Date, Date) = (date(2015, 1, 1), date(2015, 12, 31));
/// Conditions of the kinds that schemes have; the number is a rule's own.
const CONDITIONS: [&str; 5] = [
    "兼任岗位 > {}",
    "任期逾期 > {} 且 非 任领导职务",
    "天数(本职起始日) > {} 且 职级 = \\\"科员\\\"",
    "人员类别 属于 [\\\"公务员\\\", \\\"事业人员\\\"] 且 代理 + 主持工作 > {}",
    "任领导职务 或 借出 > {}",
];

/// Every figure.
pub async fn measure(rounds: usize) -> Result<Vec<Figure>> {
    let county = BenchCounty::with_people().await?;
    let hr = account(&county.acts, "hr").await?;
    people(&county.acts, hr, PEOPLE).await?;
    county.stand_at(date(2016, 1, 1).at(9, 0, 0, 0));
    let (calendar, rules) = (Calendar::shipped()?, rules()?);
    let (mut reads, mut walls, mut cpus) = (vec![], vec![], vec![]);
    for _ in 0..rounds {
        let meter = Meter::start();
        let table = county.acts.facts(hr, ("staff", &[YEAR])).await?;
        reads.push(meter.stop().wall.as_secs_f64());
        let meter = Meter::start();
        let asked = ask(&rules, &table, &calendar);
        let spent = meter.stop();
        ensure!(asked >= PEOPLE * RULES, "{asked} evaluations");
        walls.push(spent.wall.as_secs_f64());
        cpus.push(spent.seconds() * 1e9 / f64::from(u32::try_from(asked)?));
    }
    county.close().await;
    let mut figures = vec![
        Figure::median("mechanism-facts-read", reads, "s"),
        Figure::median("mechanism-20M-evaluations", walls, "s"),
        Figure::median("mechanism-evaluation", cpus, unit("CPU-ns", "wall-ns")),
    ];
    figures.extend(peak().map(|peak| Figure::median("mechanism-peak-memory", vec![peak], "MB")));
    Ok(figures)
}

/// Rules as a file of schemes has them.
fn rules() -> Result<Vec<Rule>> {
    let mut text = String::from("机制 量度 代号=\"bench\" { 单位 某县; 对象 干部; 周期 每年\n");
    for nth in 0..RULES {
        let condition = CONDITIONS[nth % CONDITIONS.len()].replace("{}", &(nth / 50).to_string());
        writeln!(text, "查 第{nth}条 据=\"人员\" 按=人 当=\"{condition}\"")?;
    }
    text.push('}');
    let mechanism = Mechanism::read(&text).mechanism.context("a scheme of a thousand rules")?;
    let of = |element| {
        let (hit, unless, per, _) = rule::of(&mechanism, element).context("a rule")?;
        Ok(Rule { hit, unless, per })
    };
    mechanism.elements().map(of).collect()
}

/// Asks every rule of everybody, on every core; tells how often one was asked.
fn ask(rules: &[Rule], table: &FactTable, calendar: &Calendar) -> usize {
    let subjects = Subjects::of(table, Per::Person, 1);
    let asked = Asked { calendar, ends: &[YEAR.1], language: Language::Chinese };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let of = |rules: &[Rule]| {
        let verdicts = rules.iter().flat_map(|rule| rule.verdicts(&subjects, asked));
        let tell = |count: usize, verdict: Verdict| {
            // Every outcome is asked for, and none is kept.
            std::hint::black_box(verdict.outcome);
            count + 1
        };
        verdicts.fold(0, tell)
    };
    std::thread::scope(|scope| {
        let parts = rules.chunks(rules.len().div_ceil(threads));
        let running: Vec<_> = parts.map(|part| scope.spawn(move || of(part))).collect();
        running.into_iter().filter_map(|one| one.join().ok()).sum()
    })
}
