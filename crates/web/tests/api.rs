//! The public API as a program sees it: the figures of the demo's year, rows page by page, problems
//! that name the parameter, and a description that holds every door.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

#[path = "portal/column.rs"]
mod column;
#[path = "api/matters.rs"]
mod matters;
#[path = "portal/year.rs"]
mod year;

use self::column::{column, different};
use axum::http::{StatusCode, header};
use qz_acts::StoreUrl;
use qz_testkit::client::Client;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use year::{beginning, config, visitor};

async fn json(client: &mut Client, path: &str) -> Value {
    let answer = client.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/json");
    serde_json::from_str(&answer.body).expect("JSON")
}

#[tokio::test]
async fn the_year_2015_has_1630_visits_on_both_engines() {
    qz_testkit::engines::on_both_engines(async |url| {
        let acts = year::year(&url).await;
        let mut client = visitor(&acts);
        let figures = json(&mut client, "/api/v1/statistics?from=2015-01-01&to=2015-12-31").await;
        assert_eq!(figures["visits"], 1630);
        assert_eq!(figures["visits_by_manner"], json!({"covert": 712, "open": 918}));
        assert_eq!(figures["units_visited"], different("被访单位代码"));
        let months = figures["visits_by_month"].as_object().expect("months");
        assert_eq!(months.values().filter_map(Value::as_i64).sum::<i64>(), 1630);
        assert_eq!((months.len(), &months["2015-11"]), (12, &json!(221)));
        assert_eq!(json(&mut client, "/api/v1/statistics").await, figures);
        let none = json(&mut client, "/api/v1/statistics?from=2014-01-01&to=2014-12-31").await;
        assert_eq!((&none["visits"], &none["visits_by_month"]), (&json!(0), &json!({})));

        rows_come_page_by_page(&mut client).await;
        let units = json(&mut client, "/api/v1/units").await;
        assert_eq!(units["total"], column("units.csv", "代码").len());
        assert_eq!(units["units"][1]["parent"], "SH");
    })
    .await;
}

/// Following the links gives every visit once.
async fn rows_come_page_by_page(client: &mut Client) {
    let mut next = Some("/api/v1/visits?per_page=200&sort=number".to_owned());
    let mut numbers = BTreeSet::new();
    let mut pages = 0;
    while let Some(path) = next.take() {
        let answer = client.get(&path).await;
        let page: Value = serde_json::from_str(&answer.body).expect("JSON");
        assert_eq!(page["total"], 1630);
        for visit in page["visits"].as_array().expect("rows") {
            let names: Vec<&String> = visit.as_object().expect("a row").keys().collect();
            assert_eq!(names, ["day", "manner", "number", "organ", "unit"]);
            assert!(numbers.insert(visit["number"].as_str().expect("a number").to_owned()));
        }
        let link = answer.headers.get(header::LINK).map(|link| link.to_str().expect("a link"));
        next = link.and_then(|link| Some(link.strip_prefix('<')?.split_once('>')?.0.to_owned()));
        pages += 1;
    }
    assert_eq!((numbers.len(), pages), (1630, 9));
}

async fn new_county() -> (Client, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let acts = beginning(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    (visitor(&acts), folder)
}

/// What is asked for wrongly, the parameter at fault, and what is said of it.
const WRONG: &[(&str, &str, &str)] = &[
    (
        "/api/v1/statistics?from=x",
        "from",
        "From: “x” is not a day; please write it like 2015-06-18.",
    ),
    (
        "/api/v1/statistics?from=2015-02-01&to=2015-01-01",
        "from",
        "The first day, 1 February 2015, is after the last day, 1 January 2015. Please swap the two.",
    ),
    (
        "/api/v1/visits?per_page=500",
        "per_page",
        "“500” does not fit; please write a whole number from 1 to 200.",
    ),
    (
        "/api/v1/visits?unit=X",
        "unit",
        "“X” was not found; please check the code, the number or the full name.",
    ),
    (
        "/api/v1/visits?sort=secret",
        "sort",
        "“secret” is not one of the choices; please write one of these: latest earliest number unit organ.",
    ),
    (
        "/api/v1/rectifications?told=secret",
        "told",
        "“secret” is not one of the choices; please write one of these: ordered closed in_time returned revisited reopened.",
    ),
    (
        "/api/v1/decisions?rank=emperor",
        "rank",
        "“emperor” is not one of the choices; please write one of these: 县处级正职 县处级副职 乡科级正职 乡科级副职 科员 办事员 工勤.",
    ),
    (
        "/api/v1/decisions?subject=everybody",
        "subject",
        "“everybody” is not one of the choices; please write one of these: units persons.",
    ),
    (
        "/api/v1/lists/red?page=0",
        "page",
        "“0” does not fit; please write a whole number from 1 to 1,000,000.",
    ),
];

#[tokio::test]
async fn a_problem_names_the_parameter() {
    let (mut client, _folder) = new_county().await;
    client.headers.insert(header::ACCEPT_LANGUAGE, "en".parse().expect("a header"));
    for &(path, field, said) in WRONG {
        let answer = client.get(path).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
        let problem: Value = serde_json::from_str(&answer.body).expect("JSON");
        assert_eq!(problem["errors"], json!([{ "field": field, "detail": said }]), "{path}");
        assert_eq!(problem["type"], "urn:qinzheng:problem:invalid");
    }
}

#[tokio::test]
async fn what_is_not_there_is_a_problem_too() {
    let (mut client, _folder) = new_county().await;
    for none in ["nothing", "lists/grey", "bulletins/7", "bulletins/x", "findings/2016-0001"] {
        let answer = client.get(&format!("/api/v1/{none}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{none}");
        assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json", "{none}");
    }
}

#[tokio::test]
async fn the_description_holds_every_door_and_no_other() {
    let (mut client, _folder) = new_county().await;
    let document = json(&mut client, "/api/v1/openapi.json").await;
    assert_eq!(document["openapi"], "3.1.0");
    let described: BTreeSet<(String, String)> = document["paths"]
        .as_object()
        .expect("paths")
        .iter()
        .flat_map(|(path, methods)| {
            let methods = methods.as_object().expect("methods").keys();
            methods.map(move |method| (method.to_uppercase(), path.clone()))
        })
        .collect();
    let doors = qz_web::app::doors(&config());
    let mounted: BTreeSet<(String, String)> = doors
        .listed()
        .iter()
        .filter(|door| door.path.starts_with("/api/"))
        .map(|door| (door.method.name().to_owned(), door.path.to_owned()))
        .collect();
    assert_eq!(described, mounted);
    for name in [
        "Statistics",
        "VisitPage",
        "Units",
        "Finding",
        "FindingPage",
        "DecisionPage",
        "Bulletin",
        "BulletinPage",
        "ListPage",
        "RectificationPage",
        "ReviewPage",
    ] {
        assert!(document["components"]["schemas"][name].is_object(), "{name}");
    }
}
