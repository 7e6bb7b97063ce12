//! Attendance judged from files: the forms, the faults by file and line, and the same bytes in any order and on any
//! number of threads.

use crate::program::{Place, Said};

const RULES: &str = r#"
规则 "R1" 起="2026-01-01" {
    宽限 迟到=5 早退=5; 分级 迟到=30 严重迟到=60; 窗口 前=60 后=360; 连击 60
    时段 "am" 起="08:00" 止="12:00"; 时段 "pm" 起="14:30" 止="18:00"
}
rule "R1" from="2026-03-04" { session "day" from="09:00" to="17:00" break="12:00-13:00" half-days=2; }
"#;
const PEOPLE: &str = "person,unit,rule,from,to\n\
    穆青山,县税务局,R1,2026-01-01,\n\
    E07,\"县公安局, 枫渡所\",R1,2026-03-03,2026-03-03\n";
const PUNCHES: &str = "person,time,device\n\
    穆青山,2026-03-03T08:40:00+08:00,A1\n\
    穆青山,2026-03-03T04:01:00Z,A1\n\
    穆青山,2026-03-04T08:58:30+08:00,A1\n\
    穆青山,2026-03-04T17:00:00+08:00,A1\n\
    E07,2026-03-03T07:58:00+08:00,B1\n\
    nobody,2026-03-03T07:58:00+08:00,B1\n";
const COVERAGE: &str = "person,kind,from,to\n\
    穆青山,leave:annual,2026-03-03T14:30:00+08:00,2026-03-03T18:00:00+08:00\n";

fn place() -> Place {
    let place = Place::new();
    place.write("r.kdl", RULES);
    place.write("p.csv", PEOPLE);
    place.write("x.csv", PUNCHES);
    place.write("c.csv", COVERAGE);
    place
}

fn judge(place: &Place, more: &[&str]) -> Said {
    let files =
        ["--rules", "r.kdl", "--people", "p.csv", "--punches", "x.csv", "--coverage", "c.csv"];
    let days = ["--from", "2026-03-03", "--to", "2026-03-04"];
    let words = [&["attendance", "judge"], &files[..], &days, more].concat();
    place.run(&words)
}

#[test]
fn each_person_and_day_has_one_row() {
    let said = judge(&place(), &[]).well();
    insta::assert_snapshot!(said.out, @r#"
    person,date,status,late_minutes,early_minutes,missing,worked_minutes,reasons
    E07,2026-03-03,unexplained_half+missing_punch,0,0,am_out,0,R1@2026-01-01
    穆青山,2026-03-03,very_late+leave,40,0,,200,R1@2026-01-01;leave:annual
    穆青山,2026-03-04,normal,0,0,,420,R1@2026-03-04
    "#);
    assert_eq!(said.err, "qinzheng: 1 punches of people who are posted nowhere\n");
}

#[test]
fn json_tells_the_sessions_and_a_summary_the_units() {
    let said = judge(&place(), &["--format", "json"]).well();
    let rows: serde_json::Value = serde_json::from_str(&said.out).expect("one JSON document");
    assert_eq!(rows.as_array().map(Vec::len), Some(3));
    assert_eq!(rows[1]["sessions"][0]["in"], "2026-03-03T08:40:00+08:00");
    assert_eq!(rows[1]["sessions"][0]["due_in"], "2026-03-03T08:00:00+08:00");
    assert_eq!(rows[1]["sessions"].as_array().map(Vec::len), Some(1), "the afternoon is leave");
    assert_eq!(rows[2]["sessions"][0]["codes"], "normal");
    let said = judge(&place(), &["--summary"]).well();
    insta::assert_snapshot!(said.out, @r#"
    unit,days,normal,late,very_late,left_early,missing_points,unexplained_halves,leave_days,trip_days,worked_minutes
    "县公安局, 枫渡所",1,0,0,0,0,1,1,0,0,0
    县税务局,2,1,0,1,0,0,0,1,0,620
    "#);
    let said = judge(&place(), &["--summary", "--format", "json"]).well();
    let units: serde_json::Value = serde_json::from_str(&said.out).expect("one JSON document");
    assert_eq!(units[1]["worked_minutes"], 620);
}

#[test]
fn order_repeats_marks_line_ends_and_threads_change_no_byte() {
    let place = place();
    let expected = judge(&place, &["--threads", "1"]).well().out;
    let turned = |text: &str| {
        let mut lines: Vec<_> = text.lines().collect();
        let rest = lines.split_off(1);
        let repeated = rest.iter().rev().chain(&rest);
        format!(
            "\u{feff}{}\r\n",
            lines.into_iter().chain(repeated.copied()).collect::<Vec<_>>().join("\r\n")
        )
    };
    place.write("x.csv", &turned(PUNCHES));
    place.write("c.csv", &turned(COVERAGE));
    let mut people: Vec<_> = PEOPLE.lines().collect();
    people.swap(1, 2);
    place.write("p.csv", &format!("\u{feff}{}", people.join("\r\n")));
    for threads in ["1", "2", "5"] {
        assert_eq!(judge(&place, &["--threads", threads]).well().out, expected, "{threads}");
    }
    place.write(
        "x.csv",
        &PUNCHES
            .replace("person,time,device", "device,person,time")
            .replace(",A1", "")
            .replace(",B1", "")
            .lines()
            .map(|line| {
                if line.starts_with("device") {
                    format!("{line}\n")
                } else {
                    format!("\"A, 1\",{line}\n")
                }
            })
            .collect::<String>(),
    );
    assert_eq!(judge(&place, &[]).well().out, expected, "columns are found by their names");
}

/// Judges with one file changed; the first fault is told, and nothing is written.
fn refused(file: &str, text: &str, expected: &str) {
    let place = place();
    place.write(file, text);
    let said = judge(&place, &[]);
    assert_eq!(said.code, 1, "{expected}");
    assert!(said.err.contains(expected), "{expected}\n{}", said.err);
    assert_eq!(said.out, "", "nothing is half-written");
}

#[test]
fn what_is_wrong_with_rules_and_people_is_told_by_file_and_line() {
    let point = RULES.replace("grace", "point").replace("宽限", "得分");
    refused("r.kdl", &point, "r.kdl:3:5: a rule has no `得分`");
    let was = |from: &str, to: &str| PEOPLE.replace(from, to);
    for (text, expected) in [
        (was("R1,2026-01-01", "R9,2026-01-01"), "p.csv:2: no rule is called R9"),
        (
            format!("{PEOPLE}E07,县公安局,R1,2026-03-01,\n"),
            "p.csv:4: this posting overlaps the one of line 3; end the earlier one the day before",
        ),
        (
            was("2026-03-03,2026-03-03", "2026-03-03,2026-02-03"),
            "p.csv:3: the posting ends before it begins",
        ),
        (was("2026-01-01", "1 January"), "p.csv:2: 1 January is no date; write it as 2026-03-01"),
        (was("unit,", "office,"), "p.csv:1: no column unit; write person,unit,rule,from,to"),
    ] {
        refused("p.csv", &text, expected);
    }
    assert_eq!(place().run(&["attendance", "judge", "--rules", "r.kdl"]).code, 2);
}

#[test]
fn what_is_wrong_with_punches_and_facts_is_told_by_file_and_line() {
    refused(
        "x.csv",
        &PUNCHES.replace("08:58:30", "8:58"),
        "x.csv:4: 2026-03-04T8:58+08:00 is no instant; write it as 2026-03-03T07:58:00+08:00",
    );
    let renamed = PUNCHES.replace("device", "terminal");
    refused("x.csv", &renamed, "x.csv:1: no column device; write person,time,device");
    refused("x.csv", &format!("{PUNCHES}E07\n"), "x.csv:8: too few columns");
    let was = |from: &str, to: &str| COVERAGE.replace(from, to);
    let kinds =
        "c.csv:2: absence is no kind; write leave, trip, field, correction, outage, overtime";
    refused("c.csv", &was("leave:annual", "absence"), kinds);
    let instant = "c.csv:2: a correction is one instant: write it as from and as to";
    refused("c.csv", &was("leave:annual", "correction"), instant);
    refused("c.csv", &was("T18:00", "T09:00"), "c.csv:2: this ends before it begins");
}
