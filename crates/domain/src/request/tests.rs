//! Requests by case: what is counted, what clashes, what is in time, who answers.

use super::*;
use crate::calendar::{Calendar, UnknownYear};
use crate::instant::instant;
use crate::law::{CountyLaw, Law};
use crate::refusal::Worded;
use jiff::civil::{date, time};

fn at(text: &str, edge: Edge) -> DateTime {
    read("from", text, edge).unwrap()
}

/// A request of a kind, from and to as people write it.
fn request(kind: RequestKind, from: &str, to: &str) -> Request {
    let from = at(from, Edge::First);
    Request {
        id: RequestId(0),
        person: PersonId(1),
        unit: UnitId(1),
        kind,
        subtype: String::new(),
        from,
        to: if kind == RequestKind::Correction { from } else { at(to, Edge::Last) },
        pattern: None,
        place: String::new(),
        reason: String::new(),
        asked_on: from.date(),
        is_late: false,
        stage: Stage::Approved,
        decided_by: None,
        decided_on: None,
        answer: String::new(),
        ended_at: None,
        version: 1,
    }
}

fn leave(code: &str, from: &str, to: &str) -> Request {
    Request { subtype: code.to_owned(), ..request(RequestKind::Leave, from, to) }
}

fn balance(code: &str, since: Option<Date>, rows: &[Request]) -> Result<Balance, UnknownYear> {
    let on = rows.last().unwrap().from.date();
    let rule = Law::shipped().on(on).leave(code).unwrap();
    let calendar = Calendar::shipped().unwrap();
    let minutes = earned(&credits(rows, &[], (date(2027, 12, 31), &calendar))?);
    Balance::of(rule, (since, on, minutes), rows, &calendar)
}

#[test]
fn a_day_a_half_of_it_and_a_minute_are_read_at_either_end() {
    let said = |text, edge| at(text, edge).to_string();
    assert_eq!(said("2026-03-03", Edge::First), "2026-03-03T00:00:00");
    assert_eq!(said("2026/3/3", Edge::Last), "2026-03-04T00:00:00");
    assert_eq!(said("2026-03-03 上午", Edge::Last), "2026-03-03T13:00:00");
    assert_eq!(said("2026-03-03 pm", Edge::First), "2026-03-03T13:00:00");
    assert_eq!(said("2026-03-03 14:30:59", Edge::First), "2026-03-03T14:30:00");
    for wrong in ["明天", "2026-02-30", "2026-03-03 傍晚", "2026-03-03 25:00"] {
        assert_eq!(read("from", wrong, Edge::First).unwrap_err().fault.key(), "fault-bad-form");
    }
    assert_eq!(read("to", " ", Edge::Last).unwrap_err().fault.key(), "fault-missing");
}

#[test]
fn annual_leave_over_a_weekend_takes_two_working_days() {
    let since = Some(date(2010, 7, 1));
    let found = balance("annual", since, &[leave("annual", "2026-03-06", "2026-03-09")]).unwrap();
    assert_eq!((found.entitled, found.used, found.left()), (Some(20), 4, Some(16)));
    let feast = balance("annual", since, &[leave("annual", "2026-02-16", "2026-02-24")]).unwrap();
    assert_eq!(feast.used, 2, "the whole of the spring festival is free, 24 February is not");
    let half = balance("annual", since, &[leave("annual", "2026-03-06 下午", "2026-03-06")]);
    assert_eq!(half.unwrap().used, 1);
}

#[test]
fn home_and_maternity_leave_count_every_day() {
    let home = balance(
        "home_spouse",
        Some(date(2010, 7, 1)),
        &[leave("home_spouse", "2026-02-10", "2026-03-11")],
    );
    assert_eq!(home.unwrap().left(), Some(0));
    let child = balance("maternity", None, &[leave("maternity", "2026-02-10", "2026-05-18")]);
    assert_eq!(child.unwrap().left(), Some(0));
}

#[test]
fn what_is_asked_is_apart_from_what_was_taken_and_other_years_do_not_count() {
    let asked = Request { stage: Stage::Pending, ..leave("annual", "2026-03-10", "2026-03-10") };
    let gone = Request { stage: Stage::Refused, ..leave("annual", "2026-03-11", "2026-03-11") };
    let back = Request {
        ended_at: Some(at("2026-03-04", Edge::First)),
        ..leave("annual", "2026-03-02", "2026-03-06")
    };
    let rows = [leave("annual", "2025-12-30", "2025-12-31"), back, gone, asked];
    let found = balance("annual", Some(date(2010, 7, 1)), &rows).unwrap();
    assert_eq!((found.used, found.asked, found.left()), (4, 2, Some(14)));
}

#[test]
fn a_year_without_a_calendar_is_refused() {
    let rows = [leave("annual", "2027-03-10", "2027-03-10")];
    assert_eq!(balance("annual", Some(date(2010, 7, 1)), &rows), Err(UnknownYear(2027)));
    let rows = [leave("maternity", "2027-03-10", "2027-03-10")];
    assert_eq!(balance("maternity", None, &rows).unwrap().used, 2, "every day is counted there");
}

#[test]
fn overtime_on_a_day_off_earns_minutes_and_on_a_workday_none() {
    let order = |from, to| request(RequestKind::Overtime, from, to);
    let rows = [
        order("2026-03-07 09:00", "2026-03-07 12:00"),
        order("2026-03-09 18:00", "2026-03-09 20:00"),
        leave("compensatory", "2026-03-10 08:00", "2026-03-10 10:00"),
    ];
    let found = balance("compensatory", None, &rows).unwrap();
    assert!(found.in_minutes);
    assert_eq!((found.entitled, found.used, found.left()), (Some(180), 120, Some(60)));
    let whole = balance("compensatory", None, &[leave("compensatory", "2026-03-10", "2026-03-10")]);
    assert_eq!(whole.unwrap().left(), Some(-480));
}

#[test]
fn time_off_in_lieu_is_what_was_worked_inside_the_order_and_on_duty() {
    let order = |from, to| request(RequestKind::Overtime, from, to);
    let rows = [
        order("2026-03-07 09:00", "2026-03-07 12:00"),
        order("2026-03-08 09:00", "2026-03-08 12:00"),
        order("2026-03-15 08:00", "2026-03-15 20:00"),
        order("2026-03-21 09:00", "2026-03-21 12:00"),
        Request { stage: Stage::Revoked, ..order("2026-03-14 09:00", "2026-03-14 12:00") },
    ];
    let worked = |day, minutes, has_duty| WorkedDay { day: date(2026, 3, day), has_duty, minutes };
    // 8 March was ordered and not worked, 9 March is a workday, 14 March a duty over night.
    let judged =
        [worked(7, 170, false), worked(8, 0, false), worked(9, 840, true), worked(14, 840, true)];
    let calendar = Calendar::shipped().unwrap();
    let found = credits(&rows, &judged, (date(2026, 3, 20), &calendar)).unwrap();
    let told: Vec<_> =
        found.iter().map(|one| (one.day.day(), one.basis, one.ordered, one.minutes)).collect();
    let expected = [
        (7, CreditBasis::Worked, 180, 170),
        (8, CreditBasis::Worked, 180, 0),
        (14, CreditBasis::Worked, 0, 480),
        (15, CreditBasis::Ordered, 720, 480),
        (21, CreditBasis::Ahead, 180, 0),
    ];
    assert_eq!(told, expected);
    assert_eq!(earned(&found), 1130);
    assert_eq!((found[2].has_duty, found[2].worked), (true, Some(840)));
    assert_eq!(
        credits(
            &[order("2027-03-10 09:00", "2027-03-10 10:00")],
            &[],
            (date(2026, 3, 20), &calendar)
        ),
        Err(UnknownYear(2027))
    );
}

#[test]
fn leave_over_a_trip_and_leave_over_leave_cannot_stand() {
    let trip = request(RequestKind::Trip, "2026-03-03", "2026-03-05");
    let after = leave("sick", "2026-03-06", "2026-03-06");
    let over = Request { id: RequestId(2), ..leave("sick", "2026-03-05 下午", "2026-03-06") };
    let rows = [trip.clone(), after];
    assert_eq!(clashes(&over, &rows).len(), 2);
    let refusal = must_not_clash("甲", &over, &rows).unwrap_err();
    assert_eq!(refusal.key(), "refusal-request-clash");
    assert_eq!(refusal.args()[1..3], [("kind", "leave".into()), ("other", "trip".into())]);
    let later = leave("sick", "2026-03-06 下午", "2026-03-09");
    let refusal = must_not_clash("甲", &Request { id: RequestId(2), ..later }, &rows).unwrap_err();
    assert_eq!(refusal.key(), "refusal-request-overlap");
    let gone = [Request { stage: Stage::Revoked, ..trip.clone() }];
    assert!(must_not_clash("甲", &over, &gone).is_ok());
    let back = [Request { ended_at: Some(at("2026-03-05 下午", Edge::First)), ..trip }];
    assert!(must_not_clash("甲", &over, &back).is_ok(), "they were back by then");
}

/// A standing duty on Mondays, Wednesdays and Fridays in the morning.
fn standing(from: &str, to: &str) -> Request {
    let weekdays = Weekdays::read("1、3 5").unwrap();
    let pattern = Pattern { weekdays, from: time(8, 0, 0, 0), to: time(12, 0, 0, 0) };
    Request {
        subtype: "village".to_owned(),
        pattern: Some(pattern),
        ..request(RequestKind::Standing, from, to)
    }
}

#[test]
fn a_standing_duty_is_the_hours_of_its_weekdays_and_gives_way_to_leave() {
    let duty = standing("2026-03-02", "2026-03-09");
    let days: Vec<_> = duty.spans().iter().map(|(from, _)| from.date().day()).collect();
    assert_eq!(days, [2, 4, 6, 9]);
    let away = Request { id: RequestId(2), ..leave("sick", "2026-03-04 10:00", "2026-03-06") };
    assert!(must_not_clash("甲", &away, std::slice::from_ref(&duty)).is_ok());
    let left = without(duty.spans(), &away.spans());
    let said: Vec<_> = left.iter().map(|(from, to)| format!("{from} {to}")).collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    2026-03-02T08:00:00 2026-03-02T12:00:00
    2026-03-04T08:00:00 2026-03-04T10:00:00
    2026-03-09T08:00:00 2026-03-09T12:00:00
    ");
    let other = Request { id: RequestId(3), ..standing("2026-03-06", "2026-03-20") };
    assert!(must_not_clash("甲", &other, &[duty]).is_err());
    assert_eq!(Weekdays::WORKING.to_string(), "12345");
    assert!(["", "08", "x"].iter().all(|text| Weekdays::read(text).is_none()));
}

#[test]
fn a_trip_is_registered_two_working_days_after_it_at_the_latest() {
    let calendar = Calendar::shipped().unwrap();
    let asked = |day| {
        let trip =
            Request { asked_on: day, ..request(RequestKind::Trip, "2026-03-05", "2026-03-06") };
        must_be_in_time(&trip, &calendar, &CountyLaw::default(), &[])
    };
    assert!(asked(date(2026, 3, 10)).is_ok(), "a weekend lies between");
    let refusal = asked(date(2026, 3, 11)).unwrap_err();
    assert_eq!(refusal.key(), "refusal-request-too-late");
    assert_eq!(refusal.args()[1], ("until", "2026-03-10".to_owned()));
    let ill = Request { asked_on: date(2026, 3, 20), ..leave("sick", "2026-03-05", "2026-03-06") };
    assert!(must_be_in_time(&ill, &calendar, &CountyLaw::default(), &[]).is_ok());
}

#[test]
fn two_corrections_a_month_and_each_within_seven_days() {
    let calendar = Calendar::shipped().unwrap();
    let made = |day: i8, stage| {
        let id = RequestId(i64::from(day));
        Request {
            id,
            stage,
            ..request(RequestKind::Correction, &format!("2026-03-{day} 08:00"), "")
        }
    };
    let asked = |row: &Request, on: Date, earlier: &[Request]| {
        let row = Request { asked_on: on, id: RequestId(0), ..row.clone() };
        must_be_in_time(&row, &calendar, &CountyLaw::default(), earlier).map_err(|one| one.key())
    };
    let third = made(20, Stage::Pending);
    let two = [made(10, Stage::Approved), made(11, Stage::Pending)];
    assert_eq!(asked(&third, date(2026, 3, 20), &two), Err("refusal-request-quota-spent"));
    let one = [made(10, Stage::Approved), made(11, Stage::Refused)];
    assert_eq!(asked(&third, date(2026, 3, 20), &one), Ok(()));
    assert_eq!(asked(&third, date(2026, 3, 27), &[]), Ok(()));
    assert_eq!(asked(&third, date(2026, 3, 28), &[]), Err("refusal-request-too-late"));
}

#[test]
fn a_point_that_was_punched_is_corrected_only_with_an_outage_on_record() {
    let moment = |text| instant(at(text, Edge::First)).unwrap();
    let claimed = moment("2026-03-03 08:00");
    let punches = [moment("2026-03-03 08:20"), moment("2026-03-03 12:05")];
    let refusal = must_be_unpunched(claimed, &punches, false).unwrap_err();
    assert_eq!(refusal.args(), [("punched", "2026-03-03 08:20".to_owned())]);
    assert!(must_be_unpunched(claimed, &punches, true).is_ok());
    assert!(must_be_unpunched(claimed, &punches[1..], false).is_ok());
}

#[test]
fn nobody_decides_on_their_own_and_no_unit_on_its_head() {
    let whose = (PersonId(1), "甲");
    let key = |deciders: &[i64], is_head, by_county| {
        let deciders: Vec<_> = deciders.iter().map(|id| PersonId(*id)).collect();
        must_be_decider(whose, &deciders, (is_head, by_county)).map_err(|one| one.key())
    };
    assert_eq!(key(&[2], false, false), Ok(()));
    assert_eq!(key(&[2, 1], false, true), Err("refusal-request-own"));
    assert_eq!(key(&[2], true, false), Err("refusal-request-of-a-head"));
    assert_eq!(key(&[2], true, true), Ok(()));
}

#[test]
fn annual_leave_beyond_what_is_left_is_refused_and_sick_leave_is_not() {
    let calendar = Calendar::shipped().unwrap();
    let since = Some(date(2022, 7, 1));
    let law = |code| Law::shipped().on(date(2026, 3, 3)).leave(code).unwrap();
    let taken = [Request { id: RequestId(9), ..leave("annual", "2026-03-02", "2026-03-05") }];
    let week = leave("annual", "2026-03-09", "2026-03-10");
    let refusal = must_be_left(law("annual"), &week, (since, &taken, 0), &calendar).unwrap_err();
    assert_eq!(refusal.args()[2..], [("wanted", "2".to_owned()), ("left", "1".to_owned())]);
    let day = leave("annual", "2026-03-09", "2026-03-09");
    assert_eq!(must_be_left(law("annual"), &day, (since, &taken, 0), &calendar), Ok(()));
    assert_eq!(must_be_left(law("annual"), &week, (None, &taken, 0), &calendar), Ok(()));
    let ill = leave("sick", "2026-03-09", "2026-06-30");
    assert_eq!(must_be_left(law("sick"), &ill, (since, &taken, 0), &calendar), Ok(()));
    let ahead = leave("annual", "2026-12-31", "2027-01-04");
    let refusal = must_be_left(law("annual"), &ahead, (since, &[], 0), &calendar).unwrap_err();
    assert_eq!(refusal.key(), "refusal-request-year-unknown");
}
