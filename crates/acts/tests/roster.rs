//! Duty rosters from the post to the judged day: what is published is owed, what is handed over in time moves, what comes
//! too late stays on record beside it, and a stand-by is never attendance.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::date;
use qz_acts::attendance::view::DayLine;
use qz_acts::attendance::{AgreeSheet, CorrectSheet, SealSheet};
use qz_acts::log::{Options, verify_store};
use qz_acts::request::{ApproveRequest, AskRequest, RequestForm};
use qz_acts::roster::{
    AddDutyPost, ApproveSwap, AskSwap, ChangeRoster, CloseDutyPost, DraftRoster, PublishRoster,
    RefuseSwap, SwapForm, WithdrawSwap,
};
use qz_domain::attendance::CoverKind;
use qz_domain::id::{AccountId, DutyPostId, RosterId};
use qz_domain::month::Month;
use qz_domain::request::CreditBasis;
use qz_domain::role::Role;
use qz_domain::roster::Clash;
use qz_testkit::attendance::{assign, on, person, punch, unit};
use qz_testkit::county::County;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;
use qz_testkit::roster::{month_form, post_form, published, seen, watched};

/// What days of a month came to for somebody: the day of the month and the codes.
async fn came_to(county: &County, role: Role, month: &str) -> Vec<(i8, String)> {
    let account = county.account(role).await;
    let month: Month = month.parse().unwrap();
    let month = county.acts.attendance_of(account, (None, month)).await.unwrap();
    let told = |line: &DayLine| (line.key.day.day(), line.codes().to_string());
    month.days.iter().map(told).collect()
}

fn at(days: &[(i8, String)], day: i8) -> &str {
    days.iter().find(|(on, _)| *on == day).map_or("", |(_, codes)| codes)
}

fn swap(roster: RosterId, post: DutyPostId, day: i8, taker: &str) -> SwapForm {
    let (taker, reason) = (taker.to_owned(), "家里有事。".to_owned());
    SwapForm { roster, post, day: date(2016, 3, day), taker, reason }
}

#[tokio::test]
async fn a_night_on_the_roster_is_owed_and_the_day_after_it_is_free() {
    on_both_engines(async |url| {
        let (county, terminal, [night, calls]) = watched(&url).await;
        let march = [
            (night, 3, "G7、G6"),
            (night, 5, "晏知川"),
            (calls, 8, "G7"),
            (night, 31, "G7 晏知川"),
        ];
        published(&county, "2016-03", &march).await;
        published(&county, "2016-04", &[(night, 4, "G7")]).await;
        let county = on(&url, "2016-04-06 09:00").await;
        let punches = "7 2016-03-03 17:55:00\n7 2016-03-04 08:03:00
            7 2016-03-05 17:55:00
            7 2016-03-08 07:58:00\n7 2016-03-08 18:01:00
            7 2016-03-31 17:50:00\n7 2016-04-01 08:05:00
            7 2016-04-04 17:55:00\n7 2016-04-05 08:10:00";
        punch(&county, terminal, punches).await;
        let days = came_to(&county, Role::Liaison, "2016-03").await;
        assert_eq!((at(&days, 3), at(&days, 4)), ("duty", "rest_after_duty"), "case 31");
        assert_eq!((at(&days, 5), at(&days, 6)), ("missing_punch+duty+rest", "rest"), "case 32");
        assert_eq!(at(&days, 8), "normal", "case 36: a stand-by asks for nothing");
        assert_eq!(at(&days, 31), "duty", "case 34: the night is of the month it begins in");
        let days = came_to(&county, Role::Liaison, "2016-04").await;
        assert_eq!(at(&days, 1), "rest_after_duty");
        let expected = ("duty+statutory_holiday", "rest_after_duty");
        assert_eq!((at(&days, 4), at(&days, 5)), expected, "case 35");
        let days = came_to(&county, Role::Head, "2016-03").await;
        assert_eq!((at(&days, 3), at(&days, 4)), ("unexplained", "rest_after_duty"), "D13");
        let view = seen(&county, Role::Head, "2016-03").await;
        let gap = |day| view.gaps.get(&(night, date(2016, 3, day))).copied();
        assert_eq!((gap(3), gap(5), gap(7)), (Some(1), Some(1), Some(2)), "case 38");
        let unseen: Vec<_> = view.unseen.iter().map(|turn| view.name(turn.person)).collect();
        assert_eq!(unseen, ["郗怀朴"]);
        let below = county.account(Role::Cadre).await;
        let town = unit(&county, "QX20").await;
        let march = "2016-03".parse().unwrap();
        let found = county.acts.roster_of(below, (town, march)).await;
        assert_eq!(key(found.map(|_| ())), "forbidden", "a roster is its unit's");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_turn_is_handed_over_by_whoever_has_it_and_answered_by_neither_of_the_two() {
    on_both_engines(async |url| {
        let (county, _, [night, _]) = watched(&url).await;
        let roster =
            published(&county, "2016-03", &[(night, 10, "G7"), (night, 22, "G7")]).await.roster;
        let (me, head) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
        let hr = county.account(Role::Hr).await;
        let ask =
            |actor, day, taker: &str| AskSwap { actor, form: swap(roster, night, day, taker) };
        assert_eq!(key(county.try_act(ask(me, 11, "G6")).await), "refusal-roster-not-their-turn");
        assert_eq!(key(county.try_act(ask(head, 10, "G7")).await), "refusal-roster-not-their-turn");
        assert_eq!(key(county.try_act(ask(me, 10, "G7")).await), "refusal-roster-has-it-already");
        assert_eq!(key(county.try_act(ask(me, 10, "G8")).await), "refusal-roster-not-of-unit");
        assert_eq!(key(county.try_act(ask(me, 10, "无名氏")).await), "taker fault-unknown");
        let first = county.done(ask(me, 10, "G6")).await.swap;
        assert_eq!(key(county.try_act(ask(me, 10, "G6")).await), "refusal-roster-asked-already");
        let approve = |actor, swap| ApproveSwap { actor, swap, version: 1 };
        assert_eq!(key(county.try_act(approve(me, first)).await), "forbidden");
        assert_eq!(key(county.try_act(approve(head, first)).await), "refusal-roster-own-swap");
        assert!(!county.done(approve(hr, first)).await.is_late);
        let again = ApproveSwap { version: 2, ..approve(hr, first) };
        assert_eq!(key(county.try_act(again).await), "refusal-out-of-order");
        let second = county.done(ask(me, 22, "G6")).await.swap;
        let answer = String::new();
        let refuse = RefuseSwap { actor: hr, swap: second, version: 1, answer };
        assert_eq!(key(county.try_act(refuse.clone()).await), "because fault-missing");
        let answer = "人手不够。".to_owned();
        county.done(RefuseSwap { answer, ..refuse }).await;
        let third = county.done(ask(me, 22, "G6")).await.swap;
        let withdraw = |actor| WithdrawSwap { actor, swap: third, version: 1 };
        assert_eq!(key(county.try_act(withdraw(hr)).await), "forbidden");
        county.done(withdraw(me)).await;
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_turn_handed_over_in_time_moves_and_one_approved_too_late_stays_with_both_on_record() {
    on_both_engines(async |url| {
        let (county, terminal, [night, _]) = watched(&url).await;
        let turns = [(night, 10, "G7"), (night, 15, "G7")];
        let roster = published(&county, "2016-03", &turns).await.roster;
        let (me, hr) = (county.account(Role::Liaison).await, county.account(Role::Hr).await);
        let ask = |day| AskSwap { actor: me, form: swap(roster, night, day, "G6") };
        let approve = |swap| ApproveSwap { actor: hr, swap, version: 1 };
        let (first, second) = (county.done(ask(10)).await.swap, county.done(ask(15)).await.swap);
        county.done(approve(first)).await;
        let county = on(&url, "2016-03-15 18:00").await;
        assert!(county.done(approve(second)).await.is_late, "it began at that minute");
        let county = on(&url, "2016-03-18 09:00").await;
        let punches = "6 2016-03-10 17:55:00\n6 2016-03-11 08:03:00
            6 2016-03-15 17:55:00\n6 2016-03-16 08:03:00
            7 2016-03-10 07:55:00\n7 2016-03-10 18:03:00";
        punch(&county, terminal, punches).await;
        let mine = came_to(&county, Role::Liaison, "2016-03").await;
        let theirs = came_to(&county, Role::Head, "2016-03").await;
        assert_eq!((at(&mine, 10), at(&theirs, 10)), ("normal", "duty"), "case 37, before");
        assert_eq!(at(&theirs, 11), "rest_after_duty");
        assert_eq!(at(&mine, 15), "unexplained", "case 37, afterwards");
        let view = seen(&county, Role::Head, "2016-03").await;
        let late: Vec<_> = view.swaps.iter().filter(|line| line.row.is_late).collect();
        assert_eq!(late.len(), 1);
        assert_eq!((late[0].giver.as_str(), late[0].taker.as_str()), ("晏知川", "郗怀朴"));
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_post_has_a_rule_of_duty_and_is_closed_not_changed() {
    on_both_engines(async |url| {
        let (county, _, [_, calls]) = watched(&url).await;
        let (me, head) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
        let wrong = AddDutyPost { actor: head, form: post_form("白班", "值班", "两点", "1") };
        assert_eq!(key(county.try_act(wrong).await), "refusal-roster-no-duty-rule");
        let wrong = AddDutyPost { actor: head, form: post_form("夜班", "值班", "", "0") };
        let said = key(county.try_act(wrong).await);
        assert_eq!(
            said,
            "duty_post fault-taken, rule_code fault-missing, needed fault-not-a-number"
        );
        let wrong = AddDutyPost { actor: me, form: post_form("晚班", "值班", "夜班", "1") };
        assert_eq!(key(county.try_act(wrong).await), "forbidden");
        for name in ["三", "四", "五", "六", "七", "八"] {
            county.done(AddDutyPost { actor: head, form: post_form(name, "备勤", "", "1") }).await;
        }
        let ninth = AddDutyPost { actor: head, form: post_form("九", "备勤", "", "1") };
        assert_eq!(key(county.try_act(ninth).await), "refusal-roster-too-many-posts");
        let close = |last: &str| CloseDutyPost { actor: head, post: calls, last: last.to_owned() };
        let said = key(county.try_act(close("2016-02-25")).await);
        assert_eq!(said, "last_day fault-outside-days");
        county.done(close("2016-03-10")).await;
        assert_eq!(key(county.try_act(close("2016-03-11")).await), "refusal-nothing-changed");
        let form = month_form("2016-03", &[(calls, 11, "G7")]);
        let late = county.try_act(DraftRoster { actor: me, version: 0, form }).await;
        assert_eq!(key(late), "p1.11 fault-outside-days");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

fn draft(actor: AccountId, version: i64, turns: &[(DutyPostId, i8, &str)]) -> DraftRoster {
    DraftRoster { actor, version, form: month_form("2016-03", turns) }
}

#[tokio::test]
async fn a_draft_names_people_of_the_unit_and_prompts_without_refusing() {
    on_both_engines(async |url| {
        let (county, _, [night, calls]) = watched(&url).await;
        let (me, head) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
        let away = county.try_act(draft(me, 0, &[(night, 3, "G8")])).await;
        assert_eq!(key(away), "refusal-roster-not-of-unit");
        let nobody = county.try_act(draft(me, 0, &[(night, 3, "G7"), (calls, 4, "无名氏")])).await;
        assert_eq!(key(nobody), "p2.4 fault-unknown", "the second post, the fourth day");
        let below = county.account(Role::Cadre).await;
        assert_eq!(key(county.try_act(draft(below, 0, &[])).await), "forbidden");
        let turns = [(night, 1, "G7"), (night, 2, "G7"), (calls, 2, "G7")];
        county.done(draft(me, 0, &turns)).await;
        let leave = RequestForm {
            kind: "leave".to_owned(),
            subtype: "sick".to_owned(),
            from: "2016-03-01".to_owned(),
            ..RequestForm::default()
        };
        let request = county.done(AskRequest { actor: me, form: leave }).await.request;
        county.done(ApproveRequest { actor: head, request, version: 1 }).await;
        let person = person(&county, Role::Liaison).await;
        let view = seen(&county, Role::Liaison, "2016-03").await;
        let (first, second) = (date(2016, 3, 1), date(2016, 3, 2));
        let expected = [
            Clash::Twice { person, day: second },
            Clash::Away { person, day: first, kind: CoverKind::Leave },
            Clash::SecondNight { person, day: second },
        ];
        assert_eq!(view.clashes, expected, "they prompt, and it is kept all the same");
    })
    .await;
}

#[tokio::test]
async fn a_roster_is_published_before_it_begins_and_changed_with_a_reason() {
    on_both_engines(async |url| {
        let (county, _, [night, calls]) = watched(&url).await;
        let (me, head) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
        let kept = county.done(draft(me, 0, &[])).await;
        let publish = |version| PublishRoster { actor: head, roster: kept.roster, version };
        assert_eq!(key(county.try_act(publish(1)).await), "refusal-roster-empty");
        let turns = [(night, 1, "G7"), (night, 2, "G7"), (calls, 2, "G7")];
        assert_eq!(key(county.try_act(draft(me, 0, &turns)).await), "refusal-stale-version");
        county.done(draft(me, 1, &turns)).await;
        let by_liaison = PublishRoster { actor: me, roster: kept.roster, version: 2 };
        assert_eq!(key(county.try_act(by_liaison).await), "forbidden");
        let late = on(&url, "2016-03-01 18:00").await;
        assert_eq!(key(late.try_act(publish(2)).await), "refusal-roster-begun");
        let county = on(&url, "2016-03-01 17:59").await;
        county.done(publish(2)).await;
        assert_eq!(key(county.try_act(draft(me, 3, &turns)).await), "refusal-out-of-order");
        let county = on(&url, "2016-03-02 09:00").await;
        let change = |reason: &str, turns: &[(DutyPostId, i8, &str)]| ChangeRoster {
            actor: head,
            version: 3,
            form: month_form("2016-03", turns),
            reason: reason.to_owned(),
        };
        assert_eq!(key(county.try_act(change("没有变", &turns)).await), "refusal-nothing-changed");
        let other = [(night, 1, "G6"), (night, 2, "G6"), (calls, 2, "G7")];
        assert_eq!(key(county.try_act(change("", &other)).await), "because fault-missing");
        county.done(change("病假。", &other)).await;
        let view = seen(&county, Role::Head, "2016-03").await;
        let told: Vec<_> = view.changes[0].turns.iter().map(|one| (one.day, one.is_late)).collect();
        let expected = [(date(2016, 3, 1), true), (date(2016, 3, 2), false)];
        assert_eq!(told, expected, "what had begun is told apart");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

/// Lines of somebody who was there all day.
fn day_of_work(pin: &str, day: i8) -> String {
    format!("{pin} 2016-03-{day:02} 07:50:00\n{pin} 2016-03-{day:02} 18:05:00\n")
}

#[tokio::test]
async fn a_roster_changed_after_the_month_was_sealed_is_a_numbered_correction() {
    on_both_engines(async |url| {
        let (county, terminal, [night, _]) = watched(&url).await;
        published(&county, "2016-03", &[(night, 31, "G6")]).await;
        let county = on(&url, "2016-04-02 09:00").await;
        let lines: Vec<_> = (1..=30)
            .flat_map(|day| ["6", "7"].map(|pin| day_of_work(pin, day)))
            .chain([day_of_work("7", 31)])
            .chain(["6 2016-03-31 17:50:00\n6 2016-04-01 08:05:00\n".to_owned()])
            .collect();
        punch(&county, terminal, &lines.concat()).await;
        let (hr, actor) = (county.account(Role::Hr).await, county.account(Role::Head).await);
        let (unit, month) = (unit(&county, "QX20").await, "2016-03".parse().unwrap());
        county.done(AgreeSheet { actor, unit, month }).await;
        county.done(SealSheet { actor: hr, unit, month }).await;
        let form = month_form("2016-03", &[(night, 31, "G6、G7")]);
        let reason = "漏排一人。".to_owned();
        county.done(ChangeRoster { actor, version: 2, form, reason: reason.clone() }).await;
        let view = county.acts.attendance_of_unit(actor, (unit, month)).await.unwrap();
        assert!(view.is_changed);
        county.done(CorrectSheet { actor: hr, unit, month, reason }).await;
        let view = county.acts.attendance_of_unit(actor, (unit, month)).await.unwrap();
        assert_eq!(view.copies.len(), 2);
        assert_ne!(view.copies[0].body, view.copies[1].body);
    })
    .await;
}

#[tokio::test]
async fn time_off_in_lieu_is_what_was_worked_of_overtime_and_of_duty_on_days_off() {
    on_both_engines(async |url| {
        let (county, terminal, [night, _]) = watched(&url).await;
        published(&county, "2016-03", &[(night, 5, "G7")]).await;
        let (me, head) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
        let form = |kind: &str, subtype: &str, from: &str, to: &str| RequestForm {
            kind: kind.to_owned(),
            subtype: subtype.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            ..RequestForm::default()
        };
        for day in ["12", "13"] {
            let (from, to) = (format!("2016-03-{day} 09:00"), format!("2016-03-{day} 12:00"));
            let form = form("overtime", "", &from, &to);
            let request = county.done(AskRequest { actor: me, form }).await.request;
            county.done(ApproveRequest { actor: head, request, version: 1 }).await;
        }
        let county = on(&url, "2016-03-16 09:00").await;
        let rest = form("leave", "compensatory", "2016-03-17 08:00", "2016-03-17 09:00");
        let rest = AskRequest { actor: me, form: rest };
        let refused = county.try_act(rest.clone()).await;
        assert_eq!(key(refused), "refusal-request-beyond-hours", "ordered, and nobody came");
        let punches = "7 2016-03-05 17:55:00\n7 2016-03-06 08:03:00
            7 2016-03-12 09:30:00\n7 2016-03-12 12:10:00";
        punch(&county, terminal, punches).await;
        county.done(rest).await;
        let left = county.acts.own_leaves(me).await.unwrap();
        let rest = left.iter().find(|one| one.rule.is_earned).unwrap();
        let told: Vec<_> = rest
            .credits
            .iter()
            .map(|one| (one.day.day(), one.basis, one.has_duty, one.ordered, one.minutes))
            .collect();
        let worked = CreditBasis::Worked;
        let expected =
            [(5, worked, true, 0, 480), (12, worked, false, 180, 150), (13, worked, false, 180, 0)];
        assert_eq!(told, expected, "cases 20 and 35");
        assert_eq!(rest.balance.as_ref().unwrap().left(), Some(570));
    })
    .await;
}

#[tokio::test]
async fn a_duty_on_a_day_that_no_rule_binds_is_not_judged() {
    on_both_engines(async |url| {
        let (county, terminal, [night, _]) = watched(&url).await;
        published(&county, "2016-02", &[(night, 28, "G7")]).await;
        assign(&county, ("QX10", ""), ("两点", "2016-03-01")).await;
        let county = on(&url, "2016-03-02 09:00").await;
        punch(&county, terminal, "7 2016-02-28 17:55:00\n7 2016-02-29 08:01:00").await;
        assert_eq!(came_to(&county, Role::Liaison, "2016-02").await, []);
    })
    .await;
}
