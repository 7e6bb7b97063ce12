//! The law by date: who may decide what, written by hand; what was not in force, word for word.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use jiff::civil::{Date, date};
use proptest::prelude::*;
use qz_domain::law::{
    DecidedSubject, DecidingOrgan, Law, LawOn, Nearness, OrganFunction, Unlawful,
};
use qz_domain::post::Rank;
use qz_domain::refusal::Worded;
use qz_domain::spelled::Spelled;

/// Who may decide each measure: organ, how near, for whom. `head` is 乡科级正职, `deputy` 乡科级副职;
/// each holds the ranks below it. Written from the duties of the organs, not from the file.
const AUTHORITY: &[(&str, &[&str])] = &[
    ("reminder_talk", &["discipline county head", "organisation county head", "any own deputy"]),
    (
        "criticism",
        &["discipline county head", "police system deputy", "tax system deputy", "any own deputy"],
    ),
    (
        "summons_talk",
        &[
            "discipline county head",
            "discipline county unit",
            "committee county unit",
            "government county unit",
        ],
    ),
    ("ordered_self_review", &["discipline county head", "any own deputy"]),
    ("written_review", &["discipline county head", "discipline county unit", "any own deputy"]),
    (
        "ordered_rectification",
        &["discipline county unit", "committee county unit", "government county unit"],
    ),
    ("cancel_merit", &["discipline county head", "discipline county unit", "any own deputy"]),
    (
        "circulated_criticism",
        &[
            "discipline county head",
            "discipline county unit",
            "committee county unit",
            "government county unit",
            "police system deputy",
            "tax system deputy",
            "any own deputy",
        ],
    ),
    ("admonition", &["discipline county head", "organisation county head"]),
    ("reprimand", &["police system deputy"]),
    ("suspension", &["police system deputy"]),
    ("confinement", &["police system deputy"]),
    ("stand_down", &["tax system deputy"]),
    ("disqualification", &["tax system deputy"]),
    ("org_adjustment", &[]),
    ("warning", &[]),
    ("demerit", &[]),
    ("major_demerit", &[]),
    ("demotion", &[]),
    ("removal", &[]),
    ("discharge", &[]),
    ("criminal_transfer", &[]),
];

const ORGANS: [(&str, Option<OrganFunction>); 7] = [
    ("discipline", Some(OrganFunction::DisciplineCommission)),
    ("organisation", Some(OrganFunction::OrganisationDepartment)),
    ("committee", Some(OrganFunction::CommitteeOffice)),
    ("government", Some(OrganFunction::GovernmentOffice)),
    ("police", Some(OrganFunction::Police)),
    ("tax", Some(OrganFunction::Tax)),
    ("any", None),
];

/// Whether the table lets an organ decide a measure.
fn expected(measure: &str, organ: &str, near: Nearness, subject: DecidedSubject) -> bool {
    let rows = AUTHORITY.iter().find(|(code, _)| *code == measure).unwrap().1;
    rows.iter().any(|row| {
        let [who, reach, whom] = row.split(' ').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let reach = match reach {
            "county" => Nearness::County,
            "system" => Nearness::System,
            _ => Nearness::OwnUnit,
        };
        let fits = match (whom, subject) {
            ("unit", DecidedSubject::Unit) => true,
            ("head", DecidedSubject::Person(rank)) => rank >= Rank::SectionHead,
            ("deputy", DecidedSubject::Person(rank)) => rank >= Rank::SectionDeputy,
            _ => false,
        };
        (who == organ || who == "any") && near <= reach && fits
    })
}

#[test]
fn an_organ_decides_what_its_function_its_reach_and_the_rank_allow_then_and_now() {
    let subjects: Vec<_> = std::iter::once(DecidedSubject::Unit)
        .chain(Rank::ALL.iter().map(|rank| DecidedSubject::Person(*rank)))
        .collect();
    let mut cells = 0;
    for day in [date(2015, 6, 24), date(2026, 11, 23)] {
        let on = Law::shipped().on(day);
        assert_eq!(on.measures().count(), AUTHORITY.len());
        for (measure, _) in AUTHORITY {
            for (name, function) in ORGANS {
                for near in Nearness::ALL {
                    for subject in &subjects {
                        let functions = function.into_iter().collect();
                        let organ = DecidingOrgan { functions, nearness: *near };
                        let found = on.authority(measure, &organ, *subject);
                        let may = expected(measure, name, *near, *subject);
                        assert_eq!(
                            found.is_ok(),
                            may,
                            "{day} {measure} {name} {near:?} {subject:?}"
                        );
                        cells += 1;
                    }
                }
            }
        }
    }
    assert_eq!(cells, 2 * 22 * 7 * 3 * 8);
}

#[test]
fn an_organ_is_known_by_its_name_on_that_day() {
    let of = |day, name: &str| Law::shipped().on(day).functions(name);
    let (then, now) = (date(2015, 6, 24), date(2026, 11, 23));
    assert_eq!(of(then, "县纪委"), [OrganFunction::DisciplineCommission]);
    assert_eq!(of(then, "县监委"), []);
    assert_eq!(of(now, "县纪委监委"), [OrganFunction::DisciplineCommission]);
    assert_eq!(of(then, "县地税局"), [OrganFunction::Tax]);
    assert_eq!(of(now, "县地税局"), [], "merged in 2018");
    assert_eq!(of(now, "县税务局"), [OrganFunction::Tax]);
    assert_eq!(of(then, "麦垭镇"), []);
}

fn refused<T: std::fmt::Debug>(found: Result<T, Unlawful>) -> String {
    let unlawful = found.unwrap_err();
    let args: Vec<_> =
        unlawful.args().into_iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("{} {}", unlawful.key(), args.join(" "))
}

#[test]
fn what_is_not_in_force_is_refused_by_its_name_and_days() {
    let on = Law::shipped().on(date(2015, 6, 16));
    insta::assert_snapshot!(
        refused(on.ground("accountability_2016_6")),
        @"refusal-law-not-in-force zh=中国共产党问责条例（2016）第6条 en=Party Accountability Regulation 2016, art. 6 from=2016-07-08 day=2015-06-16 until=2019-08-31"
    );
    insta::assert_snapshot!(
        refused(on.ground("county_plan_2015")),
        @"refusal-law-not-in-force zh=示河县整治庸政懒政提高工作效能实施方案 en=Shihe County's plan against mediocre and idle governance, 2015 from=2015-06-17 day=2015-06-16"
    );
    let on = Law::shipped().on(date(2026, 11, 23));
    insta::assert_snapshot!(
        refused(on.ground("leaders_2009_5")),
        @"refusal-law-no-longer-in-force zh=关于实行党政领导干部问责的暂行规定第5条 en=Interim Rules on Holding Leading Cadres Accountable 2009, art. 5 from=2009-06-30 day=2026-11-23 until=2019-08-31"
    );
    assert_eq!(refused(on.measure("flogging")), "refusal-law-unknown code=flogging");
    let organ = DecidingOrgan {
        functions: vec![OrganFunction::DisciplineCommission],
        nearness: Nearness::County,
    };
    let head = DecidedSubject::Person(Rank::CountyDeputy);
    assert_eq!(
        refused(on.authority("admonition", &organ, head)),
        "refusal-outside-authority zh=诫勉 en=admonition rank=county_deputy"
    );
    assert_eq!(
        refused(on.authority("warning", &organ, head)),
        "refusal-record-only zh=警告 en=warning"
    );
}

#[test]
fn the_remedy_of_2015_is_not_that_of_today() {
    let ask = |on: LawOn<'_>| on.term("remedy_ask").unwrap().length.to_string();
    assert_eq!(ask(Law::shipped().on(date(2016, 7, 7))), "15d");
    assert_eq!(ask(Law::shipped().on(date(2016, 7, 8))), "1mo");
}

#[test]
fn heavier_measures_weigh_more() {
    let on = Law::shipped().on(date(2015, 6, 24));
    let heavier = |a: &str, b: &str| on.measure(a).unwrap().is_heavier_than(on.measure(b).unwrap());
    assert!(heavier("admonition", "circulated_criticism"));
    assert!(heavier("circulated_criticism", "criticism"));
    assert!(!heavier("criticism", "criticism"));
}

proptest! {
    /// On any day a code names one rule at most, and what lists hold can be asked for.
    #[test]
    fn every_rule_of_a_day_is_found_by_its_code(days in 0_i32..9_500) {
        let first: Date = date(2005, 1, 1);
        let day = first.saturating_add(jiff::Span::new().days(days));
        let on = Law::shipped().on(day);
        let mut codes: Vec<_> = on.measures().map(|rule| &rule.code).collect();
        codes.extend(on.grounds().map(|rule| &rule.code));
        codes.extend(on.terms().map(|rule| &rule.code));
        let all = codes.len();
        codes.sort_unstable();
        codes.dedup();
        prop_assert_eq!(codes.len(), all);
        for measure in on.measures() {
            prop_assert_eq!(on.measure(&measure.code).unwrap(), measure);
        }
        for term in on.terms() {
            prop_assert_eq!(on.term(&term.code).unwrap(), term);
        }
    }
}

/// What lasts, between which lengths: 公安机关督察条例 12, and the tax office's own rules.
#[test]
fn what_lasts_has_its_range_and_ends_on_a_day_of_the_calendar() {
    use qz_domain::term::Length::{Days, Months};
    let law = Law::shipped().on(date(2016, 2, 16));
    let lasting: Vec<_> = law
        .measures()
        .filter_map(|one| one.lasts.map(|range| (one.code.as_str(), range.least, range.most)))
        .collect();
    let expected = [
        ("suspension", Days(10), Days(60)),
        ("confinement", Days(1), Days(7)),
        ("stand_down", Months(1), Months(6)),
        ("disqualification", Months(12), Months(12)),
    ];
    assert_eq!(lasting, expected);
    let until = |measure, length| law.runs_until(measure, (date(2016, 1, 31), length));
    assert_eq!(until("stand_down", Months(1)), Some(date(2016, 2, 29)), "the month's last day");
    assert_eq!(until("suspension", Days(10)), Some(date(2016, 2, 10)), "a rest day ends it too");
    assert_eq!(until("suspension", Days(9)), None);
    assert_eq!(until("suspension", Months(1)), None);
    assert_eq!(until("criticism", Days(10)), None);
}

/// How long each leave is on a day, as the rules' texts have it: how it is counted, the days after so many years.
#[test]
fn leaves_are_as_long_as_their_rules_say() {
    let said = |day| {
        let rules = Law::shipped().on(day).leaves().map(|rule| {
            let tiers = rule.tiers.iter().map(|tier| format!("{}y {}", tier.years, tier.most));
            let tiers = tiers.collect::<Vec<_>>().join(", ");
            format!("{} {}: {tiers}", rule.code, rule.counts.code())
        });
        rules.collect::<Vec<_>>()
    };
    let today = [
        "annual workdays: 1y 5, 10y 10, 20y 15",
        "sick workdays: ",
        "personal workdays: ",
        "compensatory minutes: ",
        "marriage workdays: 0y 3",
        "bereavement workdays: 0y 3",
        "home_spouse days: 1y 30",
        "home_unmarried days: 1y 20",
        "home_parents days: 1y 20",
        "maternity days: 0y 98",
        "maternity_extra days: ",
        "miscarriage days: 0y 42",
        "nursing_hour minutes: ",
        "womens_day workdays: ",
        "youth_day workdays: ",
    ];
    assert_eq!(said(date(2016, 2, 16)), today);
    let before = said(date(2007, 12, 31));
    assert!(before.contains(&"maternity days: 0y 90".to_owned()), "{before:?}");
    assert!(!before.iter().any(|one| one.starts_with("annual")), "{before:?}");
}
