//! The portal as a visitor sees it: figures that open to exactly their rows, files of exactly those
//! rows, nothing that is not public, and an empty county that says what will be here.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

#[path = "portal/column.rs"]
mod column;
#[path = "portal/demo.rs"]
mod demo;
#[path = "portal/expiry.rs"]
mod expiry;
#[path = "portal/mechanism.rs"]
mod mechanism;
#[path = "portal/story.rs"]
mod story;
#[path = "portal/year.rs"]
mod year;

use self::column::{column, different};
use axum::http::{StatusCode, header};
use qz_acts::StoreUrl;
use qz_document::sheet;
use qz_testkit::client::{Client, Page};
use std::collections::BTreeMap;
use tempfile::TempDir;
use year::{beginning, visitor};

struct Site {
    visitor: Client,
    acts: qz_acts::Acts,
    _folder: TempDir,
}

impl Site {
    async fn of_the_year() -> Self {
        let (url, folder) = place();
        let acts = year::year(&url).await;
        Self { visitor: visitor(&acts), acts, _folder: folder }
    }

    async fn of_a_new_county() -> Self {
        let (url, folder) = place();
        let acts = beginning(&url).await;
        Self { visitor: visitor(&acts), acts, _folder: folder }
    }

    async fn get(&mut self, path: &str) -> Page {
        self.visitor.get(path).await
    }

    async fn page(&mut self, path: &str) -> String {
        let page = self.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
        page.body
    }

    /// How many rows the list of visits says it has.
    async fn rows(&mut self, path: &str) -> i64 {
        let path = path.replace("&#38;", "&");
        let page = self.page(&path).await;
        if page.contains("没有符合条件的走访。") {
            return 0;
        }
        let (_, rest) = page.split_once("符合条件的走访").expect("a sentence");
        let digits: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == ',').collect();
        digits.replace(',', "").parse().expect("a number")
    }
}

fn place() -> (StoreUrl, TempDir) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    (StoreUrl::Sqlite(folder.path().join("county.db")), folder)
}

/// The links of a page whose text is a number: the address and the number.
fn numbers(page: &str) -> Vec<(String, i64)> {
    let links = page.split("<a href=\"").skip(1).filter_map(|rest| {
        let (href, rest) = rest.split_once("\">")?;
        let number = rest.split_once("</a>")?.0.replace(',', "").parse().ok()?;
        Some((href.to_owned(), number))
    });
    links.collect()
}

/// The numbers of a table, by the section that holds it, without its total.
fn counted(page: &str, section: &str) -> Vec<(String, i64)> {
    let (_, rest) = page.split_once(&format!("aria-labelledby=\"{section}\"")).expect("a section");
    let (body, _) = rest.split_once("</tbody>").expect("a table");
    numbers(body)
}

#[tokio::test]
async fn every_number_of_the_statistics_opens_exactly_its_rows() {
    let mut site = Site::of_the_year().await;
    let page = site.page("/statistics?from=2015-01-01&to=2015-12-31").await;
    for section in ["s-time", "s-manner"] {
        let lines = counted(&page, section);
        assert_eq!(lines.iter().map(|(_, count)| count).sum::<i64>(), 1630, "{section}");
        for (href, count) in lines {
            assert_eq!(site.rows(&href).await, count, "{href}");
        }
    }
    for (whole, of, lines) in [
        ("/statistics/units", "unit", different("被访单位代码")),
        ("/statistics/organs", "organ", different("督查单位代码")),
    ] {
        let page = site.page(&format!("{whole}?from=2015-01-01&to=2015-12-31")).await;
        let (body, _) = page.split_once("</tbody>").expect("a table");
        let counts: Vec<_> = numbers(body)
            .into_iter()
            .filter(|(href, _)| href.contains(&format!("{of}=")))
            .collect();
        assert_eq!(counts.len(), lines, "{whole}");
        assert_eq!(counts.iter().map(|(_, count)| count).sum::<i64>(), 1630, "{whole}");
        for (href, count) in counts.iter().step_by(9) {
            assert_eq!(site.rows(href).await, *count, "{href}");
        }
    }
}

#[tokio::test]
async fn the_first_page_shows_the_last_year_that_has_records() {
    let mut site = Site::of_the_year().await;
    let page = site.page("/").await;
    assert!(page.contains("<span class=\"nb\">2015年全年，</span>"), "{page}");
    for (href, number) in [
        ("/statistics/visits?from=2015-01-01&#38;to=2015-12-31", 1630),
        ("/statistics/units?from=2015-01-01&#38;to=2015-12-31", different("被访单位代码")),
        ("/statistics/organs?from=2015-01-01&#38;to=2015-12-31", different("督查单位代码")),
    ] {
        let (_, rest) = page.split_once(&format!("<a href=\"{href}\"><i>")).expect(href);
        assert!(
            rest.split_once("</b>").expect(href).0.ends_with(&format!("<b>{number}")),
            "{href}"
        );
    }
    assert!(page.len() <= 60_000, "the first page has {} bytes", page.len());
    // The county itself is no unit of the county.
    let units = column("units.csv", "代码").len() - 1;
    assert!(page.contains(&format!("全县共{units}个单位")), "{page}");
    assert!(site.page("/units").await.contains(&format!("全县共有{units}个单位")));
    let other = site.page("/?year=2013").await;
    assert!(other.contains("2013年全年，"), "{other}");
    assert!(other.contains("href=\"/?year=2015\""), "{other}");
    assert_eq!(site.get("/?year=soon").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_file_has_exactly_the_rows_of_the_list() {
    let mut site = Site::of_the_year().await;
    for (query, rows) in
        [("", 1630), ("&manner=covert", 712), ("&from=2015-06-01&to=2015-06-30", 142)]
    {
        let listed = site.rows(&format!("/statistics/visits?sort=number{query}")).await;
        let file = site.get(&format!("/statistics/visits?sort=number{query}&format=csv")).await;
        let table = sheet::read(file.body.as_bytes()).expect("a table");
        assert_eq!((listed, table.rows.len()), (rows, usize::try_from(rows).expect("rows")));
        assert_eq!(
            table.header,
            ["表号", "日期", "方式", "被走访单位代码", "被走访单位", "派出单位代码", "派出单位"]
        );
        let data = site.get(&format!("/data/visits.csv?sort=number{query}")).await;
        assert_eq!(
            sheet::read(data.body.as_bytes()).expect("a table").rows.len(),
            table.rows.len()
        );
    }
}

#[tokio::test]
async fn each_part_of_the_open_statistics_adds_up_to_the_total() {
    let mut site = Site::of_the_year().await;
    let file = site.get("/data/statistics.json").await;
    assert_eq!(file.headers[header::LINK], "</data#licence>; rel=\"license\"");
    let data: serde_json::Value = serde_json::from_str(&file.body).expect("JSON");
    let mut parts: BTreeMap<String, i64> = BTreeMap::new();
    for row in data["rows"].as_array().expect("rows") {
        let part = row["part"].as_str().expect("a part").to_owned();
        *parts.entry(part).or_default() += row["count"].as_i64().expect("a number");
    }
    let matters = ["bulletins", "decisions_on_persons", "findings_upheld", "units_held"];
    let others = ["bulletins_self_requested", "excused", "meetings_held", "reviews_begun"];
    for part in matters.into_iter().chain(others) {
        assert_eq!(parts.remove(part), Some(0), "{part}: nothing was decided in this county");
    }
    let expected =
        ["manner", "month", "organ", "total", "unit"].map(|part| (part.to_owned(), 1630));
    assert_eq!(parts, BTreeMap::from(expected));
    assert_eq!(data["as_of"], "2016-02-16T09:01:00+08:00");
    assert_eq!(site.get("/data/people.csv").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/data/visits.xml").await.status, StatusCode::NOT_FOUND);
}

/// The publication gate: every word of the public pages against every name, every observation and
/// every post told, of the year's files.
#[tokio::test]
async fn no_public_page_names_a_person_or_tells_what_was_seen() {
    let mut site = Site::of_the_year().await;
    let mut shown = String::new();
    for path in [
        "/",
        "/statistics",
        "/statistics/units",
        "/statistics/organs",
        "/statistics/visits?sort=number",
        "/statistics/visits?format=csv",
        "/units",
        "/units/SH403",
        "/data",
        "/data/visits.json",
        "/data/statistics.csv",
        "/data/units.json",
        "/api/v1/visits?per_page=200",
        "/api/v1/statistics",
        "/api/v1/units",
    ] {
        shown += &site.page(path).await;
    }
    for secret in [
        column("people.csv", "姓名"),
        column("visits.csv", "看到的情况"),
        column("visits.csv", "检查人一"),
    ] {
        assert!(!secret.is_empty());
        for text in secret.iter().filter(|text| !text.is_empty()) {
            assert!(!shown.contains(text.as_str()), "{text}");
        }
    }
    assert!(!shown.contains("有情况") && !shown.contains("\"matter\""), "an outcome is shown");
}

/// How many visits are to or by a unit with these words in its name.
fn named(words: &str) -> i64 {
    let names: BTreeMap<String, String> =
        column("units.csv", "代码").into_iter().zip(column("units.csv", "名称")).collect();
    let visited = column("visits.csv", "被访单位代码");
    let sent = column("visits.csv", "督查单位代码");
    let pairs = visited.iter().zip(&sent);
    let found =
        pairs.filter(|(unit, organ)| names[*unit].contains(words) || names[*organ].contains(words));
    i64::try_from(found.count()).expect("a number")
}

/// A search that looked into observations would tell, row by row, what was seen.
#[tokio::test]
async fn words_are_looked_for_in_names_of_units_alone() {
    let mut site = Site::of_the_year().await;
    let find = |word: &str| format!("/statistics/visits?q={}", qz_web::query::encode(word));
    assert_eq!(site.rows(&find("敬老院送来")).await, 0);
    assert_eq!(site.rows(&find("无问题")).await, 0);
    let found = site.rows(&find("砚溪镇")).await;
    assert_eq!(found, named("砚溪镇"));
    assert_eq!(site.rows(&find("yanxi town")).await, found);
    assert_eq!(site.rows(&find("%")).await, 0);
    let ignored = site.rows("/statistics/visits?outcome=matter&stage=planned&unreplied=1").await;
    assert_eq!(ignored, 1630);
}

#[tokio::test]
async fn what_cannot_be_read_is_named_and_the_form_stays() {
    let mut site = Site::of_a_new_county().await;
    let page = site.get("/statistics?from=2015-13-01&to=2015-01-01").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.body.contains("<a href=\"#q-from\">起始日期：“2015-13-01”不是日期"),
        "{}",
        page.body
    );
    assert!(page.body.contains("id=\"q-from\""), "{}", page.body);
    let page = site.get("/statistics/units?from=2015-02-01&to=2015-01-01").await;
    assert!(page.body.contains("起始日期2015年2月1日晚于截止日期2015年1月1日"), "{}", page.body);
    let page = site.get("/statistics/visits?unit=NOWHERE&number=12&page=0").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in ["没有找到“NOWHERE”", "请写成2015-0311这样", "请写1到"] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    let page = site.get("/statistics?format=pdf").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("没有“pdf”这种文件"), "{}", page.body);
    assert_eq!(site.get("/units/NOWHERE").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_new_county_says_what_will_be_here_and_shows_no_zero() {
    let mut site = Site::of_a_new_county().await;
    let page = site.page("/").await;
    assert!(page.contains("第一份两人签字的走访记录归档后"), "{page}");
    assert!(!page.contains("class=\"figs\"") && !page.contains("<svg class=\"chart"), "{page}");
    let page = site.page("/statistics").await;
    assert!(page.contains("2016年至今没有归档的走访"), "{page}");
    assert!(site.page("/statistics/visits").await.contains("没有符合条件的走访"));
    assert!(site.page("/units").await.contains("全县共有1个单位"));
    assert!(site.page("/units/SH").await.contains("没有归档的走访"));
    assert_eq!(site.get("/data/visits.csv").await.status, StatusCode::OK);
}

/// Every address that a page of the portal names is there.
#[tokio::test]
async fn no_link_leads_to_nothing() {
    let mut site = Site::of_the_year().await;
    let mut open = vec!["/".to_owned()];
    let mut seen = std::collections::BTreeSet::new();
    while let Some(path) = open.pop() {
        let family: String = path.split(['?', '=']).take(2).collect::<Vec<_>>().join("?");
        let family =
            family.rsplit_once("/SH").map_or(family.clone(), |(front, _)| front.to_owned());
        if !seen.insert(family) || path.starts_with("/preferences") || path.starts_with("/sign-in")
        {
            continue;
        }
        let page = site.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        let links = page.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        let ours = links.filter(|href| href.starts_with('/'));
        open.extend(ours.map(|href| {
            href.replace("&#38;", "&").split('#').next().unwrap_or_default().to_owned()
        }));
    }
    assert!(seen.len() > 12, "only {} kinds of pages were reached", seen.len());
}

#[tokio::test]
async fn a_page_is_kept_until_the_ledger_grows() {
    let mut site = Site::of_a_new_county().await;
    let first = site.get("/units").await;
    let etag = first.headers[header::ETAG].clone();
    site.visitor.headers.insert(header::IF_NONE_MATCH, etag.clone());
    assert_eq!(site.get("/units").await.status, StatusCode::NOT_MODIFIED);
    let form = qz_acts::organisation::UnitForm {
        code: "SH900".to_owned(),
        name: "新设局".to_owned(),
        kind: "政府机构".to_owned(),
        parent: "SH".to_owned(),
        line: "综合".to_owned(),
        since: "2016-01-01".to_owned(),
        ..Default::default()
    };
    let (accounts, _) = site.acts.accounts(None, 1, 10).await.expect("the accounts");
    let hr = accounts.iter().find(|listed| listed.account.name == "hr").expect("the account");
    let act = qz_acts::organisation::AddUnit { actor: hr.account.id, form, source: String::new() };
    site.acts.perform("new unit".to_owned(), act).await.expect("a unit");
    let page = site.get("/units").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("新设局"), "{}", page.body);
    assert_ne!(page.headers[header::ETAG], etag);
    site.visitor.headers.clear();
    site.visitor.headers.insert(header::ACCEPT_LANGUAGE, "en".parse().expect("a header"));
    assert!(site.page("/units").await.contains("Units of the county"));
}
