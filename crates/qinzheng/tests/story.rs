//! The first hour of a real county (第一小时): from `init` to a first visit, a copy, and the check of
//! the copy; with the program and its pages alone, as the guide `docs/guide/first-hour.md` tells it.
#![expect(clippy::expect_used, reason = "a test that cannot go on has failed")]

#[path = "stage/browser.rs"]
mod browser;
#[path = "stage/form.rs"]
mod form;
#[path = "stage/program.rs"]
mod program;

#[path = "story/county.rs"]
mod county;
#[path = "story/desk.rs"]
mod desk;

use desk::Served;
use program::Place;

/// A clerk's first sheet: two trained inspectors of one office, another office visited.
const SHEET: [(&str, &str); 8] = [
    ("number.1", "2016-0001"),
    ("unit.1", "BZ02"),
    ("manner.1", "明察"),
    ("visited_at.1", "2016-02-15 09:00"),
    ("team.1", "B001、B002"),
    ("observed.1", "09:00到窗口，3人在岗。"),
    ("outcome.1", "无问题"),
    ("told.1", "窗口主任"),
];

#[test]
fn the_first_hour_of_a_county() {
    let place = Place::new();
    let codes = county::set_up(&place);
    county::write_files(&place);
    let served = Served::start(&place, "a");
    let [system, security, _audit] = codes.map(|(name, code)| served.activate(&name, &code));

    let hr = served.invite(&system, &security, ("hu.renshi", "hr"));
    let token = hr.make_token(&["organisation_import", "training_record"]);
    for (kind, rows) in [("units", 3), ("posts", 3), ("people", 3), ("training", 2)] {
        let said = county::import(&place, kind, "hu.renshi", &token).well();
        assert_eq!(said.out.trim(), format!("accepted {rows}, repeated 0, refused 0"));
    }
    let said = county::import(&place, "people", "hu.renshi", &token).well();
    assert_eq!(said.out.trim(), "accepted 0, repeated 3, refused 0");

    let clerk = served.invite(&system, &security, ("du.zhuangan", "clerk"));
    clerk.file_sheet(&SHEET);
    place.run(&["doctor", "--data", "a"]).well();
    place.run(&["backup", "1.qz", "--data", "a"]).well();
    place.run(&["restore", "1.qz", "--data", "b"]).well();
    let [ours, copy] = ["a", "b"]
        .map(|folder| served.verify(folder).split(" checkpoints").next().map(str::to_owned));
    assert_eq!(ours, copy);

    served.an_older_copy_is_noticed("1.qz", &clerk);
}
