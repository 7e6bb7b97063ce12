//! The cases of the specification, by their numbers.

use super::bench::{Known, under, under_from};

/// A Tuesday.
const DAY: &str = "2026-03-03";

fn r1(times: &str) -> Known {
    under("R1").punched(DAY, times)
}

fn r2(times: &str) -> Known {
    under("R2").punched(DAY, times)
}

#[test]
fn cases_1_to_8_arriving_and_leaving() {
    for (case, times, expected) in [
        ("1", "07:58 12:01 14:25 18:02", "normal 0 0 - 450"),
        ("2", "08:05:00 12:01 14:25 18:02", "normal 0 0 - 445"),
        ("3", "08:05:01 12:01 14:25 18:02", "late 5 0 - 444"),
        ("4", "08:30:00 12:01 14:25 18:02", "late 30 0 - 420"),
        ("5", "08:30:01 12:01 14:25 18:02", "very_late 30 0 - 419"),
        ("6", "09:00:01 12:01 14:25 18:02", "unexplained_half 0 0 - 389"),
        (
            "6, and the afternoon by itself",
            "09:00:01 12:01 14:40 17:40",
            "unexplained_half+late+left_early 10 20 - 359",
        ),
        ("7", "07:58 12:01 14:25 17:50", "left_early 0 10 - 440"),
        ("8", "07:58 12:01 14:25 17:55:00", "normal 0 0 - 445"),
    ] {
        assert_eq!(r1(times).day(DAY), expected, "case {case}");
    }
}

#[test]
fn cases_9_to_12_points_without_evidence() {
    let two = "07:58 18:02";
    assert_eq!(r1(two).day(DAY), "missing_punch 0 0 am_out+pm_in 0", "case 9");
    assert_eq!(r2(two).day(DAY), "normal 0 0 - 480", "case 9 with two points");
    assert_eq!(r1("07:58").day(DAY), "unexplained_half+missing_punch 0 0 am_out 0", "case 10");
    assert_eq!(r1("").day(DAY), "unexplained 0 0 - 0", "case 11");
    assert_eq!(under("R1").day("2026-03-07"), "rest 0 0 - 0", "case 12");
    assert_eq!(r2("").day(DAY), "unexplained 0 0 - 0");
    assert_eq!(r2("09:00:01 17:00").day(DAY), "unexplained_half+left_early 0 60 - 359");
    assert_eq!(r2("09:00:01").day(DAY), "unexplained_half+missing_punch 0 0 day_out 0");
}

#[test]
fn cases_13_to_18_the_calendar() {
    let nobody = under("R1");
    for (case, day, expected) in [
        ("13", "2026-02-14", "unexplained 0 0 - 0"),
        ("14", "2026-02-16", "statutory_holiday 0 0 - 0"),
        ("15", "2026-02-20", "in_lieu_rest 0 0 - 0"),
        ("16", "2026-09-20", "unexplained 0 0 - 0"),
        ("16", "2026-09-25", "statutory_holiday 0 0 - 0"),
        ("17", "2026-01-04", "unexplained 0 0 - 0"),
        ("17", "2026-10-10", "unexplained 0 0 - 0"),
        ("17", "2027-01-04", "calendar_unknown 0 0 - 0"),
        ("18", "2020-10-01", "statutory_holiday 0 0 - 0"),
    ] {
        assert_eq!(nobody.day(day), expected, "case {case}");
    }
    let remarks = |day| nobody.rows(day, day)[0].remarks;
    let provisional = qz_engine::attendance::Row::PROVISIONAL;
    assert_eq!((remarks("2026-12-24"), remarks("2026-12-28")), (0, provisional));
    assert_eq!(remarks("2025-12-29"), 0);
}

#[test]
fn cases_19_and_20_work_on_a_free_day() {
    let saturday = under("R1").punched("2026-03-07", "08:50 12:10");
    assert_eq!(saturday.day("2026-03-07"), "rest 0 0 - 200", "case 19");
    let row = saturday.rows("2026-03-07", "2026-03-07")[0];
    assert_eq!(row.remarks, qz_engine::attendance::Row::UNAPPROVED);
    let ordered = saturday.with("2026-03-07", "overtime 09:00 12:00");
    assert_eq!(ordered.day("2026-03-07"), "overtime+rest 0 0 - 180", "case 20");
    let evening = r1("07:58 12:01 14:25 20:30").with(DAY, "overtime 17:00 20:00");
    assert_eq!(evening.day(DAY), "normal+overtime 0 0 - 570", "an hour of the order is of the day");
    let absent = under("R1").with("2026-03-07", "overtime 09:00 12:00");
    assert_eq!(absent.day("2026-03-07"), "rest 0 0 - 0");
}

#[test]
fn cases_21_and_22_taps_that_are_repeated() {
    let double = r1("07:55:00 07:55:03 12:05 14:20 18:02");
    assert_eq!(double.day(DAY), "normal 0 0 - 450", "case 21");
    let five = r1("07:55 07:55 07:55 07:55 07:55 12:05 14:20 18:02");
    assert_eq!(five.day(DAY), "normal 0 0 - 450", "case 22");
}

#[test]
fn case_26_a_clock_in_doubt() {
    let doubted = r1("07:58 12:01 14:25 18:02").doubted(DAY, "07:58");
    assert_eq!(doubted.day(DAY), "to_verify 0 0 - 450");
    assert_eq!(doubted.day("2026-03-04"), "unexplained 0 0 - 0");
}

#[test]
fn cases_31_to_35_duties() {
    let night = |rule: &str| {
        under_from("R1", "2026-01-01", Some("2026-03-02")).posted(rule, DAY, Some(DAY)).posted(
            "R1",
            "2026-03-04",
            None,
        )
    };
    let done = night("NIGHT").punched(DAY, "17:55 08:03+1");
    assert_eq!(done.day(DAY), "duty 0 0 - 840", "case 31");
    assert_eq!(done.day("2026-03-04"), "rest_after_duty 0 0 - 0", "case 31, the next day");
    let open = night("NIGHT").punched(DAY, "17:55").punched("2026-03-05", "08:03");
    assert_eq!(open.day(DAY), "missing_punch+duty 0 0 duty_out 0", "case 32");
    let late =
        night("NIGHT-ON").punched(DAY, "17:55 08:01+1").punched("2026-03-04", "12:01 14:25 18:02");
    assert_eq!(late.day(DAY), "duty 0 0 - 840", "case 33");
    assert_eq!(late.day("2026-03-04"), "missing_punch 0 0 am_in 210", "case 33, the next day");
    let shared = Known { postings: night("NIGHT-SHARED").postings, ..late.clone() };
    assert_eq!(shared.day(DAY), "duty 0 0 - 840", "case 33, shared");
    assert_eq!(shared.day("2026-03-04"), "normal 0 0 - 449", "case 33, shared, the next day");
    let two = late.punched("2026-03-04", "08:04");
    assert_eq!(
        (two.day(DAY), two.day("2026-03-04")),
        ("duty 0 0 - 840".into(), "normal 0 0 - 446".into())
    );
    let missed = night("NIGHT");
    assert_eq!(missed.day(DAY), "unexplained 0 0 - 0");
    assert_eq!(
        missed.day("2026-03-04"),
        "rest_after_duty 0 0 - 0",
        "the roster frees, not the punches"
    );
    let morning = night("NIGHT-AM").punched("2026-03-04", "14:25 18:02");
    assert_eq!(morning.day("2026-03-04"), "normal+rest_after_duty 0 0 - 210");
}

#[test]
fn cases_34_and_35_a_duty_belongs_to_the_day_it_begins() {
    let last =
        under_from("NIGHT", "2026-01-31", Some("2026-01-31")).posted("R1", "2026-02-01", None);
    let done = last.punched("2026-01-31", "17:50 08:10+1");
    let rows = done.rows("2026-02-01", "2026-02-01");
    assert_eq!(
        (rows[0].first, rows[0].worked),
        (qz_engine::attendance::Row::NO_PUNCH, 0),
        "case 34"
    );
    assert_eq!(done.day("2026-01-31"), "duty+rest 0 0 - 840", "case 34");
    let feast = under_from("NIGHT", "2026-02-16", Some("2026-02-16"))
        .punched("2026-02-16", "17:50 08:10+1");
    assert_eq!(feast.day("2026-02-16"), "duty+statutory_holiday 0 0 - 840", "case 35");
}

#[test]
fn cases_39_to_43_trips() {
    let trip = under("R1").with(DAY, "trip 08:00 18:00");
    assert_eq!(trip.day(DAY), "trip 0 0 - 0", "case 39");
    let back = under("R1").with("2026-03-04", "trip 08:00 12:00");
    assert_eq!(back.day("2026-03-04"), "unexplained_half+trip 0 0 - 0", "case 40");
    let field = r1("07:58 12:01").with(DAY, "field 14:30 18:00");
    assert_eq!(field.day(DAY), "normal+trip 0 0 - 240", "case 41");
    let clash = under("R1").with(DAY, "trip 08:00 18:00").with(DAY, "leave 14:00 18:00");
    assert_eq!(clash.day(DAY), "to_verify+leave+trip 0 0 - 0", "case 43");
}

#[test]
fn cases_44_to_49_leave() {
    let long = under("R1")
        .with("2026-03-06", "leave 00:00 24:00")
        .with("2026-03-09", "leave 00:00 24:00")
        .with("2026-03-07", "leave 00:00 24:00");
    let days = ["2026-03-06", "2026-03-07", "2026-03-08", "2026-03-09", "2026-03-10"]
        .map(|day| long.day(day));
    assert_eq!(
        days,
        ["leave 0 0 - 0", "rest 0 0 - 0", "rest 0 0 - 0", "leave 0 0 - 0", "unexplained 0 0 - 0"],
        "cases 44 and 49"
    );
    let hours = |first: &str| {
        r1(&format!("{first} 12:01 14:25 18:02")).with(DAY, "leave 08:00 10:00").day(DAY)
    };
    assert_eq!(hours("10:03"), "normal+leave 0 0 - 327", "case 46");
    assert_eq!(hours("10:06"), "late+leave 6 0 - 324", "case 46");
    assert_eq!(hours("07:58"), "normal+leave 0 0 - 330", "a punch before the leave stands");
    let noon = r1("14:32 18:02").with(DAY, "leave 08:00 12:00");
    assert_eq!(noon.day(DAY), "normal+leave 0 0 - 208", "case 47");
}

#[test]
fn cases_54_to_56_corrections_and_outages() {
    let forgot = r1("07:58 14:25 18:02").with(DAY, "correction 12:02");
    assert_eq!(forgot.day(DAY), "normal+corrected 0 0 - 450", "case 54");
    let punched = r1("08:40 12:01 14:25 18:02").with(DAY, "correction 08:00");
    assert_eq!(punched.day(DAY), "very_late 40 0 - 410", "case 55");
    let down = r1("12:01 14:25 18:02").with(DAY, "outage 07:30 09:00");
    assert_eq!(down.day(DAY), "normal+outage 0 0 - 450", "case 56");
    let late = r1("08:20 12:01 14:25 18:02").with(DAY, "outage 07:30 09:00");
    assert_eq!(late.day(DAY), "normal+outage 0 0 - 450", "what came late counts as due");
    let good = r1("07:59 12:01 14:25 18:02").with(DAY, "outage 07:30 09:00");
    assert_eq!(good.day(DAY), "normal 0 0 - 450", "an outage is noted only where it is used");
}

#[test]
fn cases_57_to_63_postings_and_exemptions() {
    let moved = under_from("R1", "2026-03-10", Some("2026-03-20"));
    assert_eq!(
        (moved.day("2026-03-09"), moved.day("2026-03-23")),
        ("no row".into(), "no row".into()),
        "case 59"
    );
    assert_eq!(moved.rows("2026-03-01", "2026-03-31").len(), 11, "case 59");
    let part = under("PART");
    assert_eq!(part.day(DAY), "not_scheduled 0 0 - 0", "case 61");
    assert_eq!(part.day("2026-03-04"), "unexplained 0 0 - 0", "case 61");
    assert_eq!(part.day("2026-02-16"), "statutory_holiday 0 0 - 0");
    let free = under("FREE");
    assert_eq!(
        (free.day(DAY), free.day("2026-03-07")),
        ("exempt 0 0 - 0".into(), "rest 0 0 - 0".into()),
        "cases 60, 62, 63"
    );
}

#[test]
fn cases_64_and_65_flexible_hours_and_nursing() {
    let flexible = |times: &str| under("FLEX").punched(DAY, times).day(DAY);
    assert_eq!(flexible("08:25 18:25"), "normal 0 0 - 480", "case 64");
    assert_eq!(flexible("08:25 18:20"), "left_early 0 5 - 475", "case 64");
    assert_eq!(flexible("08:31 18:30"), "late 1 0 - 479", "case 64");
    assert_eq!(flexible("07:00 17:30"), "normal 0 0 - 480");
    let milder = under("FLEX").punched(DAY, "10:00 17:30").with(DAY, "leave 07:30 10:00");
    assert_eq!(milder.day(DAY), "normal+leave 0 0 - 330");
    let nursing = r2("07:58 17:00").with(DAY, "leave 17:00 18:00");
    assert_eq!(nursing.day(DAY), "normal+leave 0 0 - 420", "case 65");
}

#[test]
fn case_69_and_75_halves_and_changes() {
    let rows = under("R1").rows(DAY, DAY);
    assert_eq!(rows[0].halves, 2, "case 69");
    let changed =
        under("CHANGED").punched("2026-03-03", "08:40 12:00").punched("2026-03-04", "08:40 12:00");
    assert_eq!(changed.day("2026-03-03"), "late 40 0 - 200", "case 75");
    assert_eq!(changed.day("2026-03-04"), "normal 0 0 - 180", "case 75");
    let early = under("CHANGED").punched("2025-12-31", "08:00");
    assert_eq!(early.day("2025-12-31"), "no row", "nothing before a rule's start");
    let summer = |day: &str| under("SUMMER").punched(day, "07:58 12:00 14:30 18:31").day(day);
    assert_eq!(summer("2026-04-30"), "late 30 0 - 420");
    assert_eq!(summer("2026-05-06"), "normal 0 0 - 450");
}

#[test]
fn half_a_day_off_a_day_of_two_halves_leaves_half_a_day_to_explain() {
    let half = under("R2").with(DAY, "leave 08:00 12:00");
    assert_eq!(half.day(DAY), "unexplained_half+leave 0 0 - 0");
    let hour = under("R2").with(DAY, "leave 08:00 09:00");
    assert_eq!(hour.day(DAY), "unexplained+leave 0 0 - 0");
}
