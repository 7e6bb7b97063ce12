//! Attendance from the rule to the sealed month: nobody is judged without a rule, people say what a day was and never
//! the machine, and what is sealed stays.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::date;
use qz_acts::attendance::AssignRule;
use qz_acts::attendance::view::DayLine;
use qz_acts::attendance::{
    AdoptRule, AgreeSheet, AskDay, ContestDay, CorrectSheet, DayForm, DecideDay, ExplainDay,
    ReleaseRule, ReturnSheet, RuleForm, SealSheet, SettleDay, SettleForm,
};
use qz_acts::away::{AwayForm, RecordAway};
use qz_acts::deputy::{DeputyForm, SetDeputy};
use qz_acts::log::{Options, verify_store};
use qz_acts::outage::{OutageForm, RecordOutage};
use qz_acts::request::{ApproveRequest, AskRequest, RequestForm};
use qz_domain::attendance::PersonDay;
use qz_domain::attendance::exception::{Outcome, Stage, Step};
use qz_domain::attendance::sheet;
use qz_domain::fact::{Fact, FactRow};
use qz_domain::id::{PersonId, TerminalId};
use qz_domain::month::Month;
use qz_domain::role::Role;
use qz_store::StoreUrl;
use qz_testkit::attendance::{assign, form, on, person, punch, town, unit};
use qz_testkit::county::County;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;

fn march() -> Month {
    Month::new(2016, 3).unwrap()
}

fn day(person: PersonId, number: i8) -> PersonDay {
    PersonDay { person, day: date(2016, 3, number) }
}

/// What the days of somebody came to in March: the day of the month and the codes.
async fn came_to(county: &County, role: Role) -> Vec<(i8, String)> {
    let account = county.account(role).await;
    let month = county.acts.attendance_of(account, (None, march())).await.unwrap();
    let told = |line: &DayLine| (line.key.day.day(), line.codes().to_string());
    month.days.iter().map(told).collect()
}

#[tokio::test]
async fn a_rule_binds_from_a_day_to_come_and_nobody_without_one_is_judged() {
    on_both_engines(async |url| {
        let (county, terminal) = town(&url).await;
        let hr = county.account(Role::Hr).await;
        let late = AssignRule { actor: hr, form: form(("QX10", ""), ("两点", "2016-02-26")) };
        assert_eq!(key(county.try_act(late).await), "refusal-attendance-not-to-come");
        let twice = AssignRule { actor: hr, form: form(("QX20", ""), ("两点", "2016-05-01")) };
        assert_eq!(key(county.try_act(twice).await), "refusal-attendance-bound");
        let unknown = AssignRule { actor: hr, form: form(("QX10", ""), ("六点", "2016-05-01")) };
        assert_eq!(key(county.try_act(unknown).await), "refusal-attendance-no-such-rule");
        let silent = AssignRule { actor: hr, form: form(("", "G7"), ("免考勤", "2016-05-01")) };
        assert_eq!(key(county.try_act(silent).await), "reason fault-missing");
        let head = county.account(Role::Head).await;
        let wrong = AssignRule { actor: head, form: form(("QX10", ""), ("两点", "2016-05-01")) };
        assert_eq!(key(county.try_act(wrong).await), "forbidden");
        let county = on(&url, "2016-03-04 07:00").await;
        punch(
            &county,
            terminal,
            "7 2016-02-29 07:58:00\n7 2016-03-01 07:58:00\n7 2016-03-01 18:01:00",
        )
        .await;
        let days = came_to(&county, Role::Liaison).await;
        let expected = [(1, "normal"), (2, "unexplained"), (3, "unexplained")];
        assert_eq!(days, expected.map(|(day, codes)| (day, codes.to_owned())));
        let below = came_to(&county, Role::Cadre).await;
        assert_eq!(below.len(), 3, "the unit below is bound too");
        assert_eq!(came_to(&county, Role::Clerk).await, [], "no rule binds the office");
    })
    .await;
}

#[tokio::test]
async fn a_rule_of_ones_own_goes_before_the_units_and_a_change_leaves_the_days_before() {
    on_both_engines(async |url| {
        let (county, terminal) = town(&url).await;
        let hr = county.account(Role::Hr).await;
        let body = "规则 \"四点\" 起=\"2016-03-02\" {\n    宽限 迟到=5 早退=5\n    \
                    时段 \"am\" 起=\"08:00\" 止=\"12:00\"; 时段 \"pm\" 起=\"14:30\" 止=\"18:00\"\n}";
        let adopt = |body: &str| RuleForm { body: body.to_owned(), document: String::new() };
        let two = format!("{body}\n{}", body.replace("四点", "五点"));
        let refused = county.try_act(AdoptRule { actor: hr, form: adopt(&two) }).await;
        assert_eq!(key(refused), "refusal-attendance-not-one-rule");
        let old = body.replace("2016-03-02", "2016-02-26");
        let refused = county.try_act(AdoptRule { actor: hr, form: adopt(&old) }).await;
        assert_eq!(key(refused), "refusal-attendance-not-to-come");
        let garbled = county.try_act(AdoptRule { actor: hr, form: adopt("规则 四点 {") }).await;
        assert_eq!(key(garbled), "rule_body fault-unreadable");
        county.done(AdoptRule { actor: hr, form: adopt(body) }).await;
        let refused = county.try_act(AdoptRule { actor: hr, form: adopt(body) }).await;
        assert_eq!(key(refused), "rule_body fault-unreadable", "that day has a version");
        let own = assign(&county, ("", "G7"), ("四点", "2016-03-02")).await;
        let county = on(&url, "2016-03-04 01:00").await;
        for number in 1..=3 {
            let lines = format!("7 2016-03-0{number} 07:58:00\n7 2016-03-0{number} 18:01:00");
            punch(&county, terminal, &lines).await;
        }
        let days = came_to(&county, Role::Liaison).await;
        let expected = [(1, "normal"), (2, "missing_punch"), (3, "missing_punch")];
        assert_eq!(days, expected.map(|(day, codes)| (day, codes.to_owned())));
        let past = ReleaseRule { actor: hr, assignment: own, until: "2016-03-02".to_owned() };
        assert_eq!(key(county.try_act(past).await), "refusal-attendance-not-to-come");
        let today = ReleaseRule { actor: hr, assignment: own, until: "2016-03-04".to_owned() };
        county.done(today).await;
        let county = on(&url, "2016-03-08 01:00").await;
        for number in [4, 7] {
            let lines = format!("7 2016-03-0{number} 07:58:00\n7 2016-03-0{number} 18:01:00");
            punch(&county, terminal, &lines).await;
        }
        let days = came_to(&county, Role::Liaison).await;
        assert_eq!(days[3], (4, "missing_punch".to_owned()), "its last day");
        assert_eq!(days[6], (7, "normal".to_owned()), "the unit's rule again");
    })
    .await;
}

/// 2 March: nothing was punched.
async fn absent(url: &StoreUrl) -> (County, PersonDay) {
    let (county, _) = town(url).await;
    let key = day(person(&county, Role::Liaison).await, 2);
    (county, key)
}

fn found(day: PersonDay, outcome: Outcome) -> SettleForm {
    let outcome = qz_domain::spelled::Spelled::code(outcome).to_owned();
    SettleForm { day, outcome, because: "查实。".to_owned() }
}

fn said(day: PersonDay, words: &str) -> DayForm {
    DayForm { day, said: words.to_owned() }
}

#[tokio::test]
async fn a_day_is_settled_by_people_after_the_person_was_heard_and_looked_at_again_by_others() {
    on_both_engines(async |url| {
        let (_, day) = absent(&url).await;
        let county = on(&url, "2016-03-03 09:00").await;
        let (head, own) = (county.account(Role::Head).await, county.account(Role::Liaison).await);
        let settle =
            |actor, version, outcome| SettleDay { actor, version, form: found(day, outcome) };
        for outcome in [Outcome::Awol, Outcome::Stands] {
            let unheard = county.try_act(settle(head, 0, outcome)).await;
            assert_eq!(key(unheard), "refusal-attendance-not-asked");
        }
        assert_eq!(key(county.try_act(AskDay { actor: own, day }).await), "forbidden");
        assert_eq!(county.done(AskDay { actor: head, day }).await.stage, Stage::Asked);
        let again = county.try_act(AskDay { actor: head, day }).await;
        assert_eq!(key(again), "refusal-out-of-order");
        let early = county.try_act(settle(head, 1, Outcome::Awol)).await;
        assert_eq!(key(early), "refusal-attendance-not-heard-yet");
        assert_eq!(key(county.try_act(settle(own, 0, Outcome::Trip)).await), "forbidden");
        let other = ExplainDay { actor: head, form: said(day, "他病了。") };
        assert_eq!(key(county.try_act(other).await), "forbidden", "nobody speaks for another");
        county.done(ExplainDay { actor: own, form: said(day, "下村。") }).await;
        county.done(ExplainDay { actor: own, form: said(day, "下村入户。") }).await;
        let stale = county.try_act(settle(head, 2, Outcome::Awol)).await;
        assert_eq!(key(stale), "refusal-stale-version");
        let silent = SettleForm { because: String::new(), ..found(day, Outcome::Awol) };
        let silent = SettleDay { actor: head, version: 3, form: silent };
        assert_eq!(key(county.try_act(silent).await), "because fault-missing");
        let settled = county.done(settle(head, 3, Outcome::Awol)).await;
        assert_eq!(settled.stage, Stage::Settled);
        let view = county.acts.attendance_of(own, (None, march())).await.unwrap();
        assert_eq!(view.days[1].found, None, "it may still be contested");
        county.done(ContestDay { actor: own, form: said(day, "有村里证明。") }).await;
        let hr = county.account(Role::Hr).await;
        let decide = |actor, outcome| DecideDay { actor, version: 5, form: found(day, outcome) };
        assert_eq!(key(county.try_act(decide(head, Outcome::Trip)).await), "forbidden");
        let done = county.done(decide(hr, Outcome::Trip)).await;
        assert_eq!(done.stage, Stage::Final);
        let view = county.acts.attendance_of(own, (None, march())).await.unwrap();
        assert_eq!(view.days[1].found, Some(Outcome::Trip));
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn who_lets_the_days_go_by_is_settled_without_and_what_was_found_falls_with_new_facts() {
    on_both_engines(async |url| {
        let (county, terminal) = town(&url).await;
        let person = person(&county, Role::Liaison).await;
        let county = on(&url, "2016-03-04 09:00").await;
        let head = county.account(Role::Head).await;
        let settle = |number, version, outcome| SettleDay {
            actor: head,
            version,
            form: found(day(person, number), outcome),
        };
        punch(&county, terminal, "7 2016-03-03 08:10:00\n7 2016-03-03 18:01:00").await;
        let late = county.try_act(settle(3, 0, Outcome::Awol)).await;
        assert_eq!(key(late), "refusal-attendance-not-absent", "late is not absent");
        county.done(AskDay { actor: head, day: day(person, 2) }).await;
        let county = on(&url, "2016-03-09 09:00").await;
        let early = county.try_act(settle(2, 1, Outcome::Awol)).await;
        assert_eq!(
            key(early),
            "refusal-attendance-not-heard-yet",
            "three workdays from the day of asking, a weekend between"
        );
        let county = on(&url, "2016-03-10 09:00").await;
        county.done(settle(2, 1, Outcome::Awol)).await;
        let county = on(&url, "2016-03-18 09:00").await;
        let own = county.account(Role::Liaison).await;
        let contest = ContestDay { actor: own, form: said(day(person, 2), "不对。") };
        assert_eq!(key(county.try_act(contest).await), "refusal-attendance-too-late");
        let view = county.acts.attendance_of(own, (None, march())).await.unwrap();
        assert_eq!(view.days[1].found, Some(Outcome::Awol));
        punch(&county, terminal, "7 2016-03-02 07:55:00\n7 2016-03-02 18:03:00").await;
        let view = county.acts.attendance_of(own, (None, march())).await.unwrap();
        assert_eq!(view.days[1].codes().to_string(), "normal");
        assert_eq!(view.days[1].found, None, "the facts are others now");
    })
    .await;
}

#[tokio::test]
async fn a_heads_own_day_is_settled_above_and_nobody_settles_their_own() {
    on_both_engines(async |url| {
        let (county, _) = town(&url).await;
        let own = day(person(&county, Role::Head).await, 2);
        let county = on(&url, "2016-03-08 09:00").await;
        let head = county.account(Role::Head).await;
        let settle = |actor| SettleDay { actor, version: 0, form: found(own, Outcome::Excused) };
        assert_eq!(key(county.try_act(settle(head)).await), "refusal-attendance-own-day");
        let leader = county.account(Role::CountyLeader).await;
        assert_eq!(county.done(settle(leader)).await.stage, Stage::Settled);
    })
    .await;
}

#[tokio::test]
async fn whoever_stands_in_for_a_head_settles_neither_their_own_day_nor_the_heads() {
    on_both_engines(async |url| {
        let (county, _) = town(&url).await;
        assign(&county, ("QX50", ""), ("两点", "2016-03-01")).await;
        county.open("xun", "G10", Role::Head, "QX50").await;
        let actor = county.open("mu", "G11", Role::Cadre, "QX50").await;
        let organisation = county.account(Role::Organisation).await;
        let [post, deputy, since, until] =
            ["QX50-1", "G11", "2016-02-27", ""].map(ToOwned::to_owned);
        let form = DeputyForm { post, deputy, since, until };
        county.done(SetDeputy { actor: organisation, form, source: String::new() }).await;
        let county = on(&url, "2016-03-08 09:00").await;
        let hr = county.account(Role::Hr).await;
        let [absentee, kind, since, until] =
            ["G10", "出差", "2016-03-08", "2016-03-09"].map(ToOwned::to_owned);
        let form = AwayForm { absentee, kind, since, until, note: String::new() };
        county.done(RecordAway { actor: hr, form, source: String::new() }).await;
        let unit = unit(&county, "QX50").await;
        let people = county.acts.attendance_of_unit(hr, (unit, march())).await.unwrap().people;
        let of = |number: &str| {
            let found = people.iter().find(|one| one.number == number);
            day(found.unwrap().person, 2)
        };
        county.acts.act_for(actor, Some(of("G10").person)).await.unwrap();
        for whose in ["G10", "G11"] {
            let settle = SettleDay { actor, version: 0, form: found(of(whose), Outcome::Excused) };
            assert_eq!(key(county.try_act(settle).await), "refusal-attendance-own-day");
            let ask = county.try_act(AskDay { actor, day: of(whose) }).await;
            assert_eq!(key(ask), "refusal-attendance-own-day");
        }
        let asked = county.done(AskDay { actor, day: of("G12") }).await;
        assert_eq!(asked.stage, Stage::Asked);
    })
    .await;
}

#[tokio::test]
async fn what_was_said_of_another_result_is_as_if_nobody_had_spoken() {
    on_both_engines(async |url| {
        let (county, terminal) = town(&url).await;
        let key_of = day(person(&county, Role::Liaison).await, 2);
        let county = on(&url, "2016-03-03 09:00").await;
        let (head, own) = (county.account(Role::Head).await, county.account(Role::Liaison).await);
        county.done(ExplainDay { actor: own, form: said(key_of, "下村。") }).await;
        assert_eq!(county.acts.attendance_open(head).await.unwrap().len(), 1);
        punch(&county, terminal, "7 2016-03-02 09:30:00\n7 2016-03-02 18:01:00").await;
        assert_eq!(county.acts.attendance_open(head).await.unwrap(), [], "nobody waits any more");
        let view = county.acts.attendance_day(head, key_of).await.unwrap();
        assert_eq!(view.steps, [Step::Ask, Step::Settle]);
        let settle = SettleDay { actor: head, version: 1, form: found(key_of, Outcome::Stands) };
        let unheard = county.try_act(settle).await;
        assert_eq!(key(unheard), "refusal-attendance-not-asked", "the words spoke of another day");
        let contest = ContestDay { actor: own, form: said(key_of, "不对。") };
        assert_eq!(key(county.try_act(contest).await), "refusal-out-of-order");
        county.done(ExplainDay { actor: own, form: said(key_of, "车坏了。") }).await;
        let settle = SettleDay { actor: head, version: 2, form: found(key_of, Outcome::Stands) };
        assert_eq!(county.done(settle).await.stage, Stage::Settled);
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn where_nobody_heads_a_unit_the_one_above_answers_for_it() {
    on_both_engines(async |url| {
        let (county, _) = town(&url).await;
        let below = day(person(&county, Role::Cadre).await, 2);
        let county = on(&url, "2016-03-03 09:00").await;
        let (head, own) = (county.account(Role::Head).await, county.account(Role::Cadre).await);
        county.done(ExplainDay { actor: own, form: said(below, "在村里。") }).await;
        let open = county.acts.attendance_open(head).await.unwrap();
        assert_eq!(open.iter().map(|line| line.key).collect::<Vec<_>>(), [below]);
        let settle = SettleDay { actor: head, version: 1, form: found(below, Outcome::Trip) };
        assert_eq!(county.done(settle).await.stage, Stage::Settled);
        let units = county.acts.attendance_units(head).await.unwrap();
        let codes: Vec<_> = units.iter().map(|unit| unit.code.as_str()).collect();
        assert_eq!(codes, ["QX20", "QX21"]);
        let county = on(&url, "2016-04-02 09:00").await;
        let (centre, month) = (unit(&county, "QX21").await, march());
        let view = county.acts.attendance_of_unit(head, (centre, month)).await.unwrap();
        assert!(view.unsettled > 0);
        let agree = AgreeSheet { actor: head, unit: centre, month };
        assert_eq!(key(county.try_act(agree).await), "refusal-attendance-unsettled");
        let liaison = county.account(Role::Liaison).await;
        let settle = SettleDay { actor: liaison, version: 2, form: found(below, Outcome::Trip) };
        assert_eq!(key(county.try_act(settle).await), "forbidden");
    })
    .await;
}

#[tokio::test]
async fn facts_hold_nothing_against_anybody_before_the_days_to_explain_are_over() {
    on_both_engines(async |url| {
        let (_, day) = absent(&url).await;
        let stretch = (date(2016, 3, 1), date(2016, 3, 2));
        let facts = async |county: &County, fields: [&str; 4]| {
            let hr = county.account(Role::Hr).await;
            let table = county.acts.facts(hr, ("考勤", &[stretch])).await.unwrap();
            let row = table.rows.iter().find(|row| row.record == "G7").unwrap();
            assert_eq!(row.unit.as_ref().unwrap().1, "QX20");
            fields.map(|field| match row.facts[table.place(field).unwrap()] {
                Some(Fact::Whole(count)) => count,
                _ => panic!("{field} is known"),
            })
        };
        let fields = ["absent", "asking", "overdue", "awol"];
        let county = on(&url, "2016-03-03 09:00").await;
        assert_eq!(facts(&county, fields).await, [0, 2, 0, 0], "nobody asked");
        let head = county.account(Role::Head).await;
        county.done(AskDay { actor: head, day }).await;
        let county = on(&url, "2016-03-08 09:00").await;
        assert_eq!(facts(&county, fields).await, [0, 2, 0, 0], "the last day to explain");
        let county = on(&url, "2016-03-09 09:00").await;
        assert_eq!(facts(&county, fields).await, [2, 1, 1, 0]);
        county.done(SettleDay { actor: head, version: 1, form: found(day, Outcome::Awol) }).await;
        assert_eq!(facts(&county, fields).await, [0, 2, 0, 0], "it may be contested");
        let county = on(&url, "2016-03-17 09:00").await;
        assert_eq!(facts(&county, fields).await, [2, 1, 0, 2]);
        let hr = county.account(Role::Hr).await;
        let gossip = county.acts.facts(hr, ("gossip", &[stretch])).await;
        assert_eq!(key(gossip), "not found");
        assert_eq!(key(county.acts.facts(head, ("attendance", &[stretch])).await), "forbidden");
        let days = [stretch.0, stretch.1].map(|day| (day, day));
        let table = county.acts.facts(hr, ("attendance", &days)).await.unwrap();
        let absent = table.place("absent").unwrap();
        let of = |row: &FactRow| (row.period, row.facts[absent].clone());
        let own = table.rows.iter().filter(|row| row.record == "G7").map(of);
        let awol = Some(Fact::Whole(2));
        assert_eq!(own.collect::<Vec<_>>(), [(0, Some(Fact::Whole(0))), (1, awol)]);
    })
    .await;
}

/// March with everybody there on every day, in the order that `order` makes of the days.
async fn whole_month(url: &StoreUrl, order: impl Fn(&mut Vec<String>)) -> (County, TerminalId) {
    let (_, terminal) = town(url).await;
    let county = on(url, "2016-04-01 09:00").await;
    let mut lines: Vec<String> = (1..=31)
        .flat_map(|day| {
            [6, 7, 8].into_iter().flat_map(move |pin| {
                [
                    format!("{pin} 2016-03-{day:02} 07:5{}:00", day % 9),
                    format!("{pin} 2016-03-{day:02} 18:0{}:00", day % 9),
                ]
            })
        })
        .collect();
    order(&mut lines);
    for some in lines.chunks(40) {
        punch(&county, terminal, &some.join("\n")).await;
    }
    (county, terminal)
}

#[tokio::test]
async fn a_month_is_agreed_sealed_and_corrected_and_what_is_sealed_stays() {
    on_both_engines(async |url| {
        let (county, terminal) =
            whole_month(&url, |lines| lines.retain(|line| !line.starts_with("7 2016-03-30"))).await;
        let (head, hr) = (county.account(Role::Head).await, county.account(Role::Hr).await);
        let town = unit(&county, "QX20").await;
        let agree = || AgreeSheet { actor: head, unit: town, month: march() };
        let seal = |actor| SealSheet { actor, unit: town, month: march() };
        assert_eq!(key(county.try_act(agree()).await), "refusal-attendance-unsettled");
        let early = AgreeSheet { month: Month::new(2016, 4).unwrap(), ..agree() };
        assert_eq!(key(county.try_act(early).await), "refusal-attendance-month-not-over");
        let office = AgreeSheet { unit: unit(&county, "QX10").await, ..agree() };
        assert_eq!(key(county.try_act(office).await), "forbidden");
        assert_eq!(key(county.try_act(seal(hr)).await), "refusal-out-of-order");
        let missed = day(person(&county, Role::Liaison).await, 30);
        let own = county.account(Role::Liaison).await;
        county.done(ExplainDay { actor: own, form: said(missed, "开会。") }).await;
        let settle = SettleDay { actor: head, version: 1, form: found(missed, Outcome::Trip) };
        county.done(settle).await;
        county.done(agree()).await;
        assert_eq!(key(county.try_act(seal(head)).await), "forbidden");
        let sealed = county.done(seal(hr)).await;
        assert_eq!(sealed.stage, sheet::Stage::Sealed);
        let view = county.acts.attendance_of_unit(hr, (town, march())).await.unwrap();
        let kept = view.copies[0].clone();
        assert!(kept.body.contains("G7,2016-03-30,unexplained,0,0,,0,trip\n"), "{}", kept.body);
        assert!(!kept.body.contains("G8"), "the unit below has a month of its own");
        assert!(!view.is_changed);
        let nothing =
            CorrectSheet { actor: hr, unit: town, month: march(), reason: "核对".to_owned() };
        assert_eq!(key(county.try_act(nothing.clone()).await), "refusal-attendance-nothing-new");
        punch(&county, terminal, "7 2016-03-30 07:55:00\n7 2016-03-30 18:03:00").await;
        let view = county.acts.attendance_of_unit(hr, (town, march())).await.unwrap();
        assert!(view.is_changed);
        county.done(nothing).await;
        let view = county.acts.attendance_of_unit(hr, (town, march())).await.unwrap();
        assert_eq!(view.copies.len(), 2);
        assert_eq!(view.copies[0], kept, "byte for byte");
        assert!(view.copies[1].body.contains("G7,2016-03-30,normal,0,0,,480,\n"));
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn shuffled_and_repeated_uploads_give_the_same_bytes() {
    let sealed = async |order: fn(&mut Vec<String>)| {
        let folder = tempfile::tempdir().unwrap();
        let url = StoreUrl::Sqlite(folder.path().join("county.db"));
        let (county, _) = whole_month(&url, order).await;
        let town = unit(&county, "QX20").await;
        let head = county.account(Role::Head).await;
        county.done(AgreeSheet { actor: head, unit: town, month: march() }).await.digest
    };
    let straight = sealed(|_| {}).await;
    assert_eq!(sealed(|lines| lines.reverse()).await, straight);
    let shuffled = sealed(|lines| {
        let again: Vec<_> = lines.iter().step_by(3).cloned().collect();
        lines.extend(again);
        let count = lines.len();
        (0..count).for_each(|at| lines.swap(at, at * 7919 % count));
    });
    assert_eq!(shuffled.await, straight);
}

#[tokio::test]
async fn a_person_a_unit_and_the_county_are_judged_alike() {
    on_both_engines(async |url| {
        let (county, _) =
            whole_month(&url, |lines| lines.retain(|line| !line.contains("-1"))).await;
        let hr = county.account(Role::Hr).await;
        let town = unit(&county, "QX20").await;
        let of_unit = county.acts.attendance_of_unit(hr, (town, march())).await.unwrap();
        let months = county.acts.attendance_months(hr, march()).await.unwrap();
        let line = months.iter().find(|line| line.unit.id == town).unwrap();
        assert_eq!(line.people, of_unit.people.len());
        assert_eq!(line.unsettled, of_unit.unsettled);
        let mut days = 0;
        for one in &of_unit.people {
            let of_person =
                county.acts.attendance_of(hr, (Some(one.person), march())).await.unwrap();
            let told =
                |line: &DayLine| (line.key, line.codes(), line.row.worked, line.is_unsettled);
            let (alone, among): (Vec<_>, Vec<_>) =
                (of_person.days.iter().map(told).collect(), one.days.iter().map(told).collect());
            assert_eq!(alone, among);
            days += of_person.share.days;
        }
        assert_eq!(line.share.days, days);
    })
    .await;
}

#[tokio::test]
async fn a_month_that_is_sent_back_is_agreed_anew() {
    on_both_engines(async |url| {
        let (county, terminal) = whole_month(&url, |_| {}).await;
        let (head, hr) = (county.account(Role::Head).await, county.account(Role::Hr).await);
        let town = unit(&county, "QX20").await;
        let agree = || AgreeSheet { actor: head, unit: town, month: march() };
        county.done(agree()).await;
        let back =
            ReturnSheet {
                actor: hr, unit: town, month: march(), reason: "核对周末".to_owned()
            };
        let silent = ReturnSheet { reason: String::new(), ..back.clone() };
        assert_eq!(key(county.try_act(silent).await), "reason fault-missing");
        county.done(back).await;
        let seal = SealSheet { actor: hr, unit: town, month: march() };
        assert_eq!(key(county.try_act(seal.clone()).await), "refusal-out-of-order");
        county.done(agree()).await;
        punch(&county, terminal, "6 2016-03-05 22:00:00").await;
        assert_eq!(key(county.try_act(seal).await), "refusal-attendance-changed");
    })
    .await;
}

#[tokio::test]
async fn what_was_approved_changes_the_days_and_an_outage_excuses() {
    on_both_engines(async |url| {
        let (county, terminal) = town(&url).await;
        let own = county.account(Role::Liaison).await;
        let head = county.account(Role::Head).await;
        let form = RequestForm {
            kind: "trip".to_owned(),
            from: "2016-03-01".to_owned(),
            to: "2016-03-01".to_owned(),
            place: "县城".to_owned(),
            ..RequestForm::default()
        };
        let asked = county.done(AskRequest { actor: own, form }).await;
        let approve = ApproveRequest { actor: head, request: asked.request, version: 1 };
        county.done(approve).await;
        let county = on(&url, "2016-03-04 07:00").await;
        punch(&county, terminal, "7 2016-03-02 10:10:00\n7 2016-03-02 18:01:00").await;
        assert_eq!(
            came_to(&county, Role::Liaison).await[..2],
            [(1, "trip".to_owned()), (2, "unexplained_half".to_owned())]
        );
        let hr = county.account(Role::Hr).await;
        let form = OutageForm {
            unit: "QX20".to_owned(),
            from: "2016-03-02 07:00".to_owned(),
            to: "2016-03-02 10:00".to_owned(),
            reason: "停电".to_owned(),
            ..OutageForm::default()
        };
        county.done(RecordOutage { actor: hr, form }).await;
        assert_eq!(came_to(&county, Role::Liaison).await[1], (2, "normal+outage".to_owned()));
    })
    .await;
}
