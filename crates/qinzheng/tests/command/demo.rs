//! The demo county: served at once, loaded meanwhile, used again.

use crate::browser::{get, post};
use crate::program::Place;
use crate::server::Server;

#[test]
fn the_port_is_open_at_once_and_says_how_far_the_load_is() {
    let place = Place::new();
    let server = Server::start(&place, "demo");
    let before = get(server.address(), "/readyz", "").expect("it answers");
    let home = get(server.address(), "/", "").expect("it answers");
    let after = get(server.address(), "/readyz", "").expect("it answers");
    if after.status == 503 {
        let progress: serde_json::Value = serde_json::from_str(&before.body).expect("JSON");
        assert!(progress["done"].is_u64() && progress["total"].is_u64(), "{progress}");
        assert_eq!(home.status, 503);
    }
    server.ready().stop();
}

#[test]
fn the_year_has_its_figures_and_is_loaded_once() {
    let place = Place::new();
    let figures = "/api/v1/statistics?from=2015-01-01&to=2015-12-31";
    for _ in 0..2 {
        let server = Server::start(&place, "demo").ready();
        let answer = get(server.address(), figures, "").expect("it answers");
        let figures: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
        for (name, value) in [
            ("visits", 1630),
            ("findings_upheld", 106),
            ("units_held", 81),
            ("decisions_on_persons", 177),
            ("bulletins", 17),
            ("bulletins_self_requested", 1),
        ] {
            assert_eq!(figures[name], value, "{name}");
        }
        for part in ["rank", "footing", "measure"] {
            let counts = figures[format!("decisions_by_{part}")].as_object().expect("counts");
            let sum: i64 = counts.values().filter_map(serde_json::Value::as_i64).sum();
            assert_eq!(sum, 177, "{part}");
        }
        assert_eq!(figures["decisions_by_measure"]["reprimand"], 2);
        let taken = post(server.address(), "/demo/sign-in", "", &[("persona", "clerk")]);
        let taken = taken.expect("it answers");
        assert!(!taken.cookies.is_empty(), "{}", taken.body);
        let list = get(server.address(), "/desk/visits", &taken.cookies).expect("it answers");
        assert_eq!(list.status, 200);
        let gaps = get(server.address(), "/desk/file-check/export.csv", &taken.cookies);
        let gaps = gaps.expect("it answers").body;
        assert_eq!(gaps.trim_end().lines().count(), 1, "every file of the year is sound: {gaps}");
        server.stop();
    }
    let verified = place.run(&["ledger", "verify", "--data", "demo", "--format", "json"]).well();
    let verified: serde_json::Value = serde_json::from_str(&verified.out).expect("JSON");
    assert_eq!(verified["checkpoints"], 1, "a second start adds nothing: {verified}");
    assert_eq!(verified["signatures_checked"], true);
    a_month_is_a_file(&place);
}

/// Five figures of the county and eighteen members, who all reported July in time and not June.
fn a_month_is_a_file(place: &Place) {
    let month = |month: &str, file: &str| {
        place.run(&["report", "month", month, "-o", file, "--data", "demo"])
    };
    assert_eq!(month("2015-07", "july.csv").well().out, "july.csv: 2015-07, 23 rows\n");
    assert_eq!(month("2015-06", "june.xlsx").well().out, "june.xlsx: 2015-06, 23 rows\n");
    let july = std::fs::read_to_string(place.path("july.csv")).expect("the file");
    assert_eq!(july.matches("按期上报").count(), 18, "{july}");
    let again = month("2015-07", "july.csv").refused();
    assert!(again.err.contains("july.csv cannot be made"), "{}", again.err);
    let paper = month("2015-07", "july.pdf").refused();
    insta::assert_snapshot!(paper.err, @"qinzheng: july.pdf: a report is written as a sheet; name a file that ends in .xlsx or .csv");
}

/// The rows of a file of the portal, without its head.
fn rows(server: &Server, path: &str) -> Vec<Vec<String>> {
    let answer = get(server.address(), path, "").expect("it answers");
    assert_eq!(answer.status, 200, "{path}");
    let text = answer.body.trim_start_matches('\u{feff}');
    text.lines().skip(1).map(|row| row.split(',').map(str::to_owned).collect()).collect()
}

#[test]
fn every_figure_opens_to_its_rows_and_names_go_on_their_day_while_the_counts_stay() {
    const DAYS: &str = "from=2015-01-01&to=2015-12-31";
    let place = Place::new();
    let mut named = vec![];
    // The first bulletin's names end on 25 September; the last one's on 28 March.
    for today in ["2015-12-30", "2016-02-16", "2016-06-01"] {
        let arguments = ["demo", "--port", "0", "--data", "demo", "--today", today];
        let server = Server::start_with(&place, &arguments).ready();
        let count = |path: String| rows(&server, &path).len();
        assert_eq!(count(format!("/statistics/findings?{DAYS}&format=csv")), 106);
        let decisions = format!("/statistics/decisions?{DAYS}&format=csv");
        assert_eq!(count(format!("{decisions}&subject=units&each=unit")), 81);
        assert_eq!(count(format!("{decisions}&subject=persons")), 177);
        assert_eq!(count(format!("/bulletins?{DAYS}&kind=ordinary&format=csv")), 17);
        assert_eq!(count("/bulletins?format=csv".to_owned()), 18);
        let bulletins = rows(&server, "/data/bulletins.csv");
        let shown: Vec<_> =
            bulletins.iter().map(|row| row[8].clone()).filter(|name| !name.is_empty()).collect();
        let first = get(server.address(), "/feed.atom", "").expect("it answers").body;
        assert!(shown.iter().all(|name| !first.contains(name)), "a feed names nobody");
        let page = rows(&server, "/bulletins?format=csv");
        let highest: Vec<_> = page.iter().filter(|row| row[5] == "县处级正职").collect();
        assert_eq!((highest.len(), highest[0][3].as_str()), (1, "自请通报"));
        let persons = rows(&server, &format!("{decisions}&subject=persons"));
        assert!(
            persons.iter().all(|row| row[0].len() == 7 && row[3].is_empty()),
            "no unit, no day"
        );
        named.push(shown);
        server.stop();
    }
    let [december, february, june] = [0, 1, 2].map(|at| named[at].len());
    assert!(december > february && february > 0, "{december} {february}");
    assert_eq!(june, 0);
}

#[test]
fn the_clock_is_moved_on_past_the_next_expiry_and_names_are_gone() {
    let place = Place::new();
    let server = Server::start(&place, "demo").ready();
    let shown = || {
        let bulletins = rows(&server, "/data/bulletins.csv");
        bulletins.iter().filter(|row| !row[8].is_empty()).count()
    };
    let before = shown();
    let page = get(server.address(), "/demo/clock", "").expect("it answers");
    assert!(page.body.contains("拨到2016年2月17日"), "{}", page.body);
    let moved = post(server.address(), "/demo/clock", "", &[("to", "expiry")]);
    assert_eq!(moved.expect("it answers").status, 303);
    assert!(shown() < before, "{} of {before}", shown());
    let back = post(server.address(), "/demo/clock", "", &[("to", "yesterday")]);
    assert_eq!(back.expect("it answers").status, 404);
    server.stop();
}

#[test]
fn the_other_scenario_is_one_click_away_and_has_sessions_of_its_own() {
    let place = Place::new();
    let server = Server::start(&place, "demo").ready();
    let ask = |path: &str, cookies: &str| get(server.address(), path, cookies).expect("it answers");
    assert!(ask("/", "").body.contains("/demo/scenario?take=today"));
    assert_eq!(ask("/demo/scenario?take=nowhere", "").status, 404);
    let taken = ask("/demo/scenario?take=today", "");
    assert_eq!((taken.status, taken.cookies.as_str()), (303, "scenario=today"));
    while ask("/readyz", &taken.cookies).status != 200 {
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let figures = ask("/api/v1/statistics?from=2026-01-01&to=2026-12-31", &taken.cookies);
    let figures: serde_json::Value = serde_json::from_str(&figures.body).expect("JSON");
    for (name, value) in [
        ("visits", 24),
        ("findings_upheld", 3),
        ("units_held", 1),
        // Four were served, and a review cancelled one of them.
        ("decisions_on_persons", 3),
        ("bulletins", 2),
    ] {
        assert_eq!(figures[name], value, "{name}");
    }
    assert!(ask("/", &taken.cookies).body.contains("/demo/scenario?take=2015"));
    let cadre = post(server.address(), "/demo/sign-in", &taken.cookies, &[("persona", "cadre")]);
    let cadre = cadre.expect("it answers").cookies;
    assert!(cadre.starts_with("qz-today="), "{cadre}");
    assert_eq!(ask("/desk", &format!("{}; {cadre}", taken.cookies)).status, 200);
    assert_eq!(ask("/desk", &cadre).status, 303, "nobody is signed in to the other scenario");
    server.stop();
    let today = place.run(&["ledger", "verify", "--data", "demo/today"]);
    today.well();
}

#[test]
fn a_demo_and_a_county_are_not_mixed_up() {
    let place = Place::with_county();
    Server::start(&place, "demo").kill();
    let said = place.run(&["serve", "--data", "demo"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: demo is a demo's folder: serve it with `qinzheng demo --data demo`");
    let said = place.run(&["demo", "--port", "0", "--data", "a"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: a is a real county's folder: name another one for the demo");
}

#[test]
fn a_folder_of_another_version_is_not_loaded_any_further() {
    let place = Place::new();
    Server::start(&place, "demo").kill();
    place.write("demo/demo.edition", "of another time");
    let said = place.run(&["demo", "--port", "0", "--data", "demo"]).refused();
    insta::assert_snapshot!(said.err, @"qinzheng: demo holds the demo of another version of this program: name a new folder with --data, or delete this one; everything in it is invented");
    std::fs::remove_file(place.path("demo/demo.edition")).expect("it was there");
    assert_eq!(place.run(&["demo", "--port", "0", "--data", "demo"]).refused().err, said.err);
}

#[test]
fn a_port_in_use_is_said() {
    let place = Place::new();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("its number").port().to_string();
    let said = place.run(&["demo", "--port", &port]).refused();
    assert!(said.err.contains("cannot be listened at: is another server there?"), "{}", said.err);
    assert!(place.names(".").is_empty(), "nothing is made");
}
