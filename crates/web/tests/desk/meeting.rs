//! A meeting through the pages: called on three matters, voted on one by one, signed, printed, carried out; who sees nothing
//! of it.

use crate::look::{browser, hold, look};
use crate::matter::{done, enrol, send};
use axum::http::StatusCode;
use qz_domain::id::AccountabilityId;
use qz_domain::role::Role;
use qz_testkit::client::Client;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::Matter;
use qz_testkit::meeting::Sitting;

const LIST: &str = "/desk/meetings";
const DISSENT: &str = "初次且已纠正，提醒谈话就够了。";

const MEASURE: [(&str, &str); 4] = [
    ("proposal", "measure"),
    ("measure", "criticism"),
    ("response", "临时下村不免除报备。"),
    ("because", "首次，已纠正。"),
];

/// What everybody votes, by the place at which they sit.
fn votes(votes: [&'static str; 5]) -> Vec<(&'static str, &'static str)> {
    let names = ["vote.1", "vote.2", "vote.3", "vote.4", "vote.5"];
    names.into_iter().zip(votes).collect()
}

/// Takes down the ballot on a matter.
async fn vote(
    chair: &mut Client,
    at: &str,
    fields: &[(&str, &str)],
    votes: &[(&str, &str)],
) -> StatusCode {
    let fields = [fields, votes].concat();
    send(chair, at, &fields).await.status
}

/// Who is barred is said before the vote, and refused in the guard's own words when they vote all the same.
async fn barred(chair: &mut Client, home: &str, way: &str) {
    let page = look(chair, home, "meeting-called").await;
    assert!(page.body.contains("前面参加过核实"), "who is barred is said: {}", page.body);
    let page = look(chair, way, "meeting-vote").await;
    assert!(page.body.contains("应当回避：前面参加过核实"), "{}", page.body);
    let fields = [MEASURE.as_slice(), &votes(["for"; 5])].concat();
    let page = send(chair, way, &fields).await;
    hold(&page, "meeting-vote-barred");
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("燕南飞") && page.body.contains("核实"), "{}", page.body);
    assert!(page.body.contains("首次，已纠正。"), "what was typed is kept");
}

/// The three matters: criticism without one of them, none against one of them, put off.
async fn voted(chair: &mut Client, home: &str, ways: &[String]) {
    let mut ballots = votes(["for", "for", "for", "for", "recused"]);
    ballots.push(("dissent.5", "前面参加过核实"));
    assert_eq!(vote(chair, &ways[0], &MEASURE, &ballots).await, StatusCode::SEE_OTHER);
    let refused = send(chair, &format!("{home}/sign"), &[("minutes", "逐项表决。")]).await;
    hold(&refused, "meeting-sign-open");
    assert!(refused.body.contains("第2、3项还没有结果"), "{}", refused.body);
    let none = [("proposal", "no_measure"), ("because", "轻微。")];
    let mut ballots = votes(["for", "for", "against", "for", "for"]);
    ballots.push(("dissent.3", DISSENT));
    assert_eq!(vote(chair, &ways[1], &none, &ballots).await, StatusCode::SEE_OTHER);
    let later = [("proposal", "put_off"), ("because", "等审计结果。")];
    assert_eq!(vote(chair, &ways[2], &later, &[]).await, StatusCode::SEE_OTHER);
}

/// The minutes, matter by matter.
async fn printed(chair: &mut Client, home: &str) {
    let minutes = look(chair, &format!("{home}/paper/minutes"), "meeting-minutes").await;
    for said in [DISSENT, "〔2016〕1号", "等审计结果。", "栾静川（初次"] {
        assert!(minutes.body.contains(said), "{said}: {}", minutes.body);
    }
    look(chair, &format!("{home}/paper/agenda"), "meeting-agenda").await;
}

/// One of two changed since, so it is listed and the first stands; then the second is done too.
async fn carried(chair: &mut Client, home: &str, items: &[AccountabilityId]) {
    let page = look(chair, home, "meeting-held").await;
    assert!(page.body.contains("执行表决结果（2项）"), "{}", page.body);
    let names: Vec<_> = items[..2].iter().map(|id| format!("version.{id}")).collect();
    let request = page.hidden("request").unwrap();
    let fields = |second| {
        [(names[0].as_str(), "2"), (names[1].as_str(), second), ("request", request.as_str())]
    };
    let page = chair.post(&format!("{home}/carry"), &fields("1")).await;
    hold(&page, "meeting-carried-in-part");
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in ["已决定1项", "1项没有决定", "第2项 郗怀朴："] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    let page = chair.post(&format!("{home}/carry"), &fields("2")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("已决定不予追究"), "{}", page.body);
}

#[tokio::test]
async fn a_meeting_is_voted_signed_and_carried_out_on_its_pages() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut chair = enrol(&county, "xun2", "G10", Role::Head).await;
        let one = Sitting::on(Matter::in_county_of(county, "xun2").await, 3).await;
        let home = format!("{LIST}/{}", one.meeting);
        let ways: Vec<_> = one.items.iter().map(|id| format!("{home}/items/{id}/vote")).collect();
        barred(&mut chair, &home, &ways[0]).await;
        voted(&mut chair, &home, &ways).await;
        look(&mut chair, &format!("{home}/sign"), "meeting-sign").await;
        done(&mut chair, &format!("{home}/sign"), &[("minutes", "逐项讨论，分别表决。")]).await;
        printed(&mut chair, &home).await;
        carried(&mut chair, &home, &one.items).await;
        let file = format!("/desk/accountabilities/{}", one.items[1]);
        let page = look(&mut chair, &file, "decided-at-a-meeting").await;
        assert!(page.body.contains(&format!("{home}#item-2")), "{}", page.body);
        let mut subject = browser(one.county(), "head").await;
        let page = look(&mut subject, &file, "decided-at-a-meeting-subject").await;
        assert!(page.body.contains("会上记有不同意见"), "{}", page.body);
        assert!(!page.body.contains(&home) && !page.body.contains(DISSENT), "{}", page.body);
        let list = look(&mut chair, &format!("{LIST}?stage=held&q=荀"), "meetings").await;
        assert!(list.body.contains(&home) && list.body.contains("〔2016〕1号"), "{}", list.body);
        let file = chair.get(&format!("{LIST}/export.csv")).await;
        assert!(file.body.contains("〔2016〕1号"), "{}", file.body);
    })
    .await;
}

#[tokio::test]
async fn a_meeting_is_called_by_ticking_what_is_ready() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut chair = enrol(&county, "xun2", "G10", Role::Head).await;
        let matter = Matter::in_county_of(county, "xun2").await;
        let held = matter.upheld().await.1;
        let call = format!("{LIST}/call");
        let page = look(&mut chair, &call, "meeting-call").await;
        let ticked = format!("item.{held}");
        assert!(page.body.contains(&ticked) && page.body.contains("已陈述"), "{}", page.body);
        let fields =
            [("organ", "QX50"), ("held_on", "2016-02-16"), ("chair", "G10"), ("invited", "G11")];
        let page = send(&mut chair, &call, &fields).await;
        hold(&page, "meeting-call-faults");
        assert!(page.body.contains("议题"), "{}", page.body);
        let fields = [
            ("organ", "QX50"),
            ("held_on", "2016-02-16"),
            ("chair", "G10 荀知远"),
            ("invited", "G11、G12"),
            (ticked.as_str(), "1"),
        ];
        let home = done(&mut chair, &call, &fields).await;
        for step in ["attend", "agenda", "call-off"] {
            look(&mut chair, &format!("{home}/{step}"), &format!("meeting-{step}")).await;
        }
        let fields = [("chair", "G10"), ("invited", "G11、G12、G13"), ("absent", "")];
        done(&mut chair, &format!("{home}/attend"), &fields).await;
        done(&mut chair, &format!("{home}/call-off"), &[("reason", "改期。")]).await;
        let page = look(&mut chair, &home, "meeting-called-off").await;
        assert!(page.body.contains("会议已取消：改期。"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn the_subject_the_head_of_their_unit_and_the_clerk_see_nothing_of_a_meeting() {
    on_both_engines(async |url| {
        let one = Sitting::on(Matter::new(&url).await, 1).await;
        let home = format!("{LIST}/{}", one.meeting);
        let vote = format!("{home}/items/{}/vote", one.items[0]);
        // The mayor is the subject and the head of the unit concerned at once.
        for persona in ["head", "clerk"] {
            let mut client = browser(one.county(), persona).await;
            let list = client.get(LIST).await;
            assert!(!list.body.contains(&home), "{persona}: {}", list.body);
            for path in [home.clone(), format!("{home}/paper/minutes"), vote.clone()] {
                let status = client.get(&path).await.status;
                let shut = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN];
                assert!(shut.contains(&status), "{persona} {path}: {status}");
            }
            for path in [vote.clone(), format!("{home}/sign"), format!("{home}/carry")] {
                let status = client.post(&path, &[("version", "1")]).await.status;
                let shut = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN];
                assert!(shut.contains(&status), "{persona} {path}: {status}");
            }
        }
    })
    .await;
}
