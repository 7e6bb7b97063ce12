//! Who told, through the pages: sealed, asked for, opened by another, read by one alone; and nowhere else in any answer
//! to anybody.

use crate::fail_closed::{length, refused};
use crate::look::{browser, hold, look};
use crate::matter::{done, enrol};
use axum::http::{StatusCode, header};
use jiff::SignedDuration;
use qz_domain::id::FindingId;
use qz_domain::role::Role;
use qz_testkit::client::{Client, demo_config};
use qz_testkit::engines::{MORNING, acts_at, on_both_engines};
use qz_testkit::matter::Matter;
use qz_web::app::doors;
use qz_web::door::Method;

const TOLD: &str = "佟望舒，枫渡镇老街";
const WORD: &str = "佟望舒";

/// Whoever did not seal and the one who did; the subject, who heads the unit; the three officers; the first secretary;
/// whoever said yes.
const OTHERS: [&str; 13] = [
    "clerk",
    "head",
    "inspector",
    "liaison",
    "cadre",
    "hr",
    "organisation",
    "system",
    "security",
    "audit",
    "first-secretary",
    "county-leader",
    "adjudicator",
];

/// Every page there is, with these records where a path names one: none of them may say who told.
async fn crawl(client: &mut Client, records: &[String]) -> usize {
    let mut seen = 0;
    for door in doors(&demo_config()).listed() {
        if door.method != Method::Get {
            continue;
        }
        for id in records {
            let path = door.path.replace("{id}", id).replace("{kind}", "lead");
            if path.contains('{') {
                break;
            }
            let page = client.get(&path).await;
            assert!(!page.body.contains(WORD), "{path}");
            seen += usize::from(page.status == StatusCode::OK);
            if !door.path.contains("{id}") {
                break;
            }
        }
    }
    seen
}

/// A finding whose source the clerk sealed on its page.
async fn sealed(matter: &Matter, clerk: &mut Client) -> FindingId {
    let finding = matter.verified().await;
    let at = format!("/desk/findings/{finding}");
    let page = look(clerk, &at, "finding-unsealed").await;
    assert!(page.body.contains(&format!("{at}/seal")), "{}", page.body);
    assert!(!page.body.contains("来源已封存"));
    assert_eq!(done(clerk, &format!("{at}/seal"), &[("source_words", TOLD)]).await, at);
    finding
}

#[tokio::test]
async fn two_open_it_and_one_reads_it() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let mut clerk = browser(&matter.county, "clerk").await;
        let mut asker = browser(&matter.county, "discipline").await;
        let mut second = browser(&matter.county, "adjudicator").await;
        let finding = sealed(&matter, &mut clerk).await;
        let at = format!("/desk/findings/{finding}");
        for client in [&mut clerk, &mut asker, &mut second] {
            let page = look(client, &at, "finding-sealed").await;
            assert!(page.body.contains("来源已封存") && !page.body.contains(WORD));
        }
        let seal = format!("{at}/seal");
        let again = [("source_words", "别人")];
        refused(&url, &mut clerk, (&seal, &again), "没有封存：这条线索的来源已经封存").await;
        let fields = [("opening_purpose", "ask_back"), ("reason", "时间对不上。")];
        let opening = done(&mut asker, &format!("{at}/open-source"), &fields).await;
        let page = look(&mut asker, &opening, "opening-requested").await;
        assert!(page.body.contains("等第二人同意") && !page.body.contains("/approve"));
        let page = look(&mut second, "/desk", "today-second").await;
        assert!(page.body.contains("1件来源开启等第二人同意"), "{}", page.body);
        assert_eq!(done(&mut second, &format!("{opening}/approve"), &[]).await, opening);
        let page = look(&mut asker, "/desk", "today-asker").await;
        assert!(page.body.contains("1件来源已为您开启"), "{}", page.body);
        let page = look(&mut asker, "/desk/openings?stage=opened", "openings").await;
        assert!(page.body.contains("回访核对") && page.body.contains("闻砚秋"));
        let read = format!("{opening}/read");
        let page = look(&mut asker, &read, "opening-read").await;
        assert!(page.body.contains("现在阅看") && !page.body.contains(WORD), "not before the act");
        let before = length(&url).await;
        for nth in 1..=2 {
            let page = asker.post(&read, &[]).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.body);
            hold(&page, "opening-unsealed");
            assert!(page.body.contains(TOLD), "{}", page.body);
            assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
            assert_eq!(length(&url).await, before + nth, "each time is an act");
        }
        let page = look(&mut second, &opening, "opening-opened").await;
        assert!(page.body.contains("阅看封存来源") && !page.body.contains(WORD));
        let then = acts_at(&url, MORNING + SignedDuration::from_hours(24)).await;
        let mut later = Client::at_demo(&then);
        later.take("discipline").await;
        let page = refused(&url, &mut later, (&read, &[]), "没有显示：24小时已到").await;
        assert!(!page.body.contains(WORD) && page.body.contains("这次开启到2016-02-17 09:01为止"));
    })
    .await;
}

#[tokio::test]
async fn nobody_else_reads_it_and_no_page_row_or_file_says_who_told() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let mut clerk = browser(&matter.county, "clerk").await;
        let mut asker = browser(&matter.county, "discipline").await;
        let finding = sealed(&matter, &mut clerk).await;
        let held = matter.notify(matter.proposer, finding, ("G6", "circulated_criticism")).await;
        let held = held.unwrap();
        let fields = [("opening_purpose", "protect"), ("reason", "有人打听。")];
        let ask = format!("/desk/findings/{finding}/open-source");
        let opening = done(&mut asker, &ask, &fields).await;
        let mut second = browser(&matter.county, "adjudicator").await;
        done(&mut second, &format!("{opening}/approve"), &[]).await;
        let read = format!("{opening}/read");
        assert!(asker.post(&read, &[]).await.body.contains(TOLD));
        let number = opening.rsplit('/').next().unwrap().to_owned();
        let records = [finding.to_string(), held.to_string(), number];
        let mut others =
            vec![("verifier", enrol(&matter.county, "lin", "G11", Role::Discipline).await)];
        for name in OTHERS {
            others.push((name, browser(&matter.county, name).await));
        }
        let before = length(&url).await;
        for (name, client) in &mut others {
            let page = client.post(&read, &[]).await;
            let shut = [StatusCode::FORBIDDEN, StatusCode::NOT_FOUND];
            assert!(shut.contains(&page.status), "{name}: {}", page.status);
            assert!(!page.body.contains(WORD), "{name}");
            assert!(crawl(client, &records).await > 10, "{name}");
        }
        assert!(crawl(&mut asker, &records).await > 40, "the asker too reads it by the act alone");
        let page = asker.get(&format!("/desk/findings/{finding}/paper/lead")).await;
        assert!(page.status == StatusCode::OK && !page.body.contains("来源已封存"), "not on paper");
        let mut mayor = browser(&matter.county, "head").await;
        for path in [format!("/desk/accountabilities/{held}"), "/desk".to_owned(), opening] {
            let page = mayor.get(&path).await;
            assert!(!page.body.contains("来源已封存"), "{path}");
        }
        assert_eq!(length(&url).await, before);
    })
    .await;
}

#[tokio::test]
async fn a_suspicion_is_noted_after_the_adjudication_and_taken_up_by_another() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let mut clerk = browser(&matter.county, "clerk").await;
        let finding = sealed(&matter, &mut clerk).await;
        let held = matter.notify(matter.proposer, finding, ("G6", "circulated_criticism")).await;
        let held = held.unwrap();
        let mut judge = browser(&matter.county, "adjudicator").await;
        let at = format!("/desk/findings/{finding}");
        let fields = [("outcome", "unfounded"), ("reason", "查无此事。")];
        let note = done(&mut judge, &format!("{at}/adjudicate"), &fields).await;
        assert_eq!(note, format!("{at}/suspicion"));
        let page = look(&mut judge, &note, "suspicion-note").await;
        assert!(page.body.contains("说错了、误会了，不是诬告"), "{}", page.body);
        assert!(!page.body.contains("值班室半小时无人"), "the finding is gone from their desk");
        let fields = [("untrue", "照片不是当天拍的。"), ("intent", "")];
        refused(&url, &mut judge, (&note, &fields), "f-intent-error").await;
        let fields = [("untrue", "照片不是当天拍的。"), ("intent", "照片日期被改过。")];
        let noted = done(&mut judge, &note, &fields).await;
        let page = look(&mut judge, &noted, "suspicion-noted").await;
        assert!(!page.body.contains("/take-up"), "not by whoever noted it");
        assert_eq!(judge.get(&format!("{noted}/take-up")).await.status, StatusCode::FORBIDDEN);
        let mut other = browser(&matter.county, "discipline").await;
        let page = look(&mut other, "/desk", "today-suspicion").await;
        assert!(page.body.contains("待处置诬告嫌疑1件"), "{}", page.body);
        look(&mut other, "/desk/suspicions?stage=noted", "suspicions").await;
        look(&mut other, &format!("{noted}/drop"), "suspicion-drop").await;
        let facts = [("facts", "照片的日期被改过。")];
        let new = done(&mut other, &format!("{noted}/take-up"), &facts).await;
        let page = look(&mut other, &new, "finding-from-suspicion").await;
        assert!(page.body.contains("由不实线索另行登记"), "{}", page.body);
        assert!(page.body.contains(&format!("{at}/open-source")), "who told may be asked for");
        let mut mayor = browser(&matter.county, "head").await;
        for path in [noted, new.clone(), format!("{new}/paper/lead"), at] {
            let status = mayor.get(&path).await.status;
            assert!([StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&status), "{path}");
        }
        for path in ["/desk".to_owned(), format!("/desk/accountabilities/{held}")] {
            assert!(!mayor.get(&path).await.body.contains("诬告"), "{path}");
        }
    })
    .await;
}
