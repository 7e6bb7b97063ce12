//! What a day decides fails closed: a name past its time, a working day that nobody knows yet, a decision that may
//! still be reviewed.

use crate::fail_closed::{length, refused};
use crate::look::{browser, look};
use crate::matter::{done, enrol};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use qz_acts::StoreUrl;
use qz_domain::bulletin::Step;
use qz_domain::instant;
use qz_domain::role::Role;
use qz_testkit::client::Client;
use qz_testkit::county::{county, county_at};
use qz_testkit::engines::{acts_at, on_both_engines};
use qz_testkit::matter::Matter;
use qz_testkit::review::Reviewing;

/// An invented notice of a year that has none yet.
const NOTICE: &str = include_str!("../../../domain/tests/notice/2027.toml");

fn morning(day: Date) -> Timestamp {
    instant::instant(day.at(9, 0, 0, 0)).unwrap()
}

/// Somebody without an account, on a later day.
async fn anybody(url: &StoreUrl, day: Date) -> Client {
    Client::at_demo(&acts_at(url, morning(day)).await)
}

#[tokio::test]
async fn a_name_is_gone_from_every_page_and_file_once_its_time_is_over() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let before = length(&url).await;
        let surfaces = [
            format!("/bulletins/{}", one.bulletin),
            "/bulletins".to_owned(),
            "/feed.atom".to_owned(),
            "/data/bulletins.csv?from=2016-01-01&to=2016-12-31".to_owned(),
            "/search?q=值班空岗".to_owned(),
            "/statistics".to_owned(),
        ];
        for (day, is_named) in [(date(2016, 2, 19), true), (date(2016, 12, 1), false)] {
            let mut reader = anybody(&url, day).await;
            let mut named = 0;
            for path in &surfaces {
                let page = reader.get(path).await;
                let is_there = page.body.contains("郗怀朴");
                named += usize::from(is_there);
                assert!(is_named || !is_there, "{day} {path}: {}", page.body);
            }
            assert_eq!(named > 1, is_named, "{day}: {named}");
        }
        let mut later = anybody(&url, date(2016, 12, 1)).await;
        let page = look(&mut later, &surfaces[0], "bulletin-expired").await;
        assert!(page.body.contains("noindex"), "{}", page.body);
        assert_eq!(length(&url).await, before, "nobody has to do anything for it");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_published_on_a_day_nobody_knows_to_be_a_working_day() {
    on_both_engines(async |url| {
        let last = morning(date(2026, 12, 31));
        let matter = Matter::in_county(county_at(&url, last).await).await;
        let (_, held) = answered(&matter).await;
        let bulletin = matter.drafted(matter.draft(&[(held, "")])).await.unwrap();
        for (version, (actor, step)) in (1..).zip([
            (matter.verifier, Step::Check),
            (matter.adjudicator, Step::Review),
            (matter.chair, Step::Sign),
        ]) {
            matter.advance(actor, bulletin, (step, version)).await.unwrap();
        }
        let mut later = matter.county.clone();
        later.acts = acts_at(&url, morning(date(2027, 1, 8))).await;
        let mut publisher = browser(&later, "discipline").await;
        let at = format!("/desk/bulletins/{bulletin}");
        let publish = format!("{at}/publish");
        let words = "没有发布：2027年的放假安排还没有导入";
        refused(&url, &mut publisher, (&publish, &[]), words).await;
        let before = length(&url).await;
        let mut cadre = browser(&later, "cadre").await;
        let page = cadre.post("/desk/calendar", &[("notice", NOTICE)]).await;
        assert!(page.status.is_client_error(), "the wrong account: {}", page.status);
        assert_eq!(length(&url).await, before);
        later.acts.import_notice(later.account(Role::Hr).await, NOTICE).await.unwrap();
        assert_eq!(done(&mut publisher, &publish, &[]).await, at);
    })
    .await;
}

/// A decision under the law of 2026, served on its last day.
async fn answered(matter: &Matter) -> (qz_domain::id::FindingId, qz_domain::id::AccountabilityId) {
    let finding = matter.verified().await;
    let notice = ("G6", "circulated_criticism");
    let held = matter.notify(matter.proposer, finding, notice).await.unwrap();
    matter.answer(held).await.unwrap();
    matter.adjudicate(matter.adjudicator, finding, "accountability_2019_7").await.unwrap();
    matter.decide(matter.chair, held, (2, matter.decision())).await.unwrap();
    matter.serve(matter.screener, held).await.unwrap();
    (finding, held)
}

#[tokio::test]
async fn nobody_is_put_on_the_black_list_before_the_decision_is_final() {
    on_both_engines(async |url| {
        let matter = Matter::in_county(county(&url).await).await;
        let (_, undecided) = matter.upheld().await;
        let mut discipline = browser(&matter.county, "discipline").await;
        let at = format!("/desk/accountabilities/{undecided}/propose");
        let fields = [("reason", "值班制度长期落空。")];
        let words = "没有办成：没有已经送达的决定";
        let page = refused(&url, &mut discipline, (&at, &fields), words).await;
        assert!(page.body.contains("值班制度长期落空。"), "what was typed is kept");
        matter.decide(matter.chair, undecided, (2, matter.decision())).await.unwrap();
        refused(&url, &mut discipline, (&at, &fields), words).await;
        matter.serve(matter.screener, undecided).await.unwrap();
        refused(&url, &mut discipline, (&at, &fields), "申请复核的期限到").await;
        let before = length(&url).await;
        for persona in ["clerk", "head", "cadre"] {
            let mut other = browser(&matter.county, persona).await;
            let page = other.post(&at, &fields).await;
            assert!(page.status.is_client_error(), "{persona}: {}", page.status);
        }
        assert_eq!(length(&url).await, before);
        let mut reader = Client::at_demo(&matter.county.acts);
        let page = look(&mut reader, "/lists/black", "black-list-empty").await;
        assert!(!page.body.contains("郗怀朴"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_given_notice_before_it_was_asked_whether_the_error_is_excused() {
    on_both_engines(async |url| {
        let matter = Matter::in_county(county_at(&url, morning(date(2026, 11, 23))).await).await;
        let finding = matter.verified().await;
        let mut proposer = enrol(&matter.county, "yao", "G12", Role::Discipline).await;
        let at = format!("/desk/findings/{finding}/notify");
        let mut fields = vec![
            ("person", "G6"),
            ("conduct", "未落实值班安排。"),
            ("ground", "accountability_2019_7"),
            ("measure", "circulated_criticism"),
            ("tolerance.1", "neither"),
            ("tolerance.2", "bars"),
            ("tolerance_because.2", ""),
        ];
        let words = "容错理由 2：还没有填写。";
        let page = refused(&url, &mut proposer, (&at, &fields), words).await;
        assert!(page.body.contains("容错 3：还没有填写。"), "{}", page.body);
        assert!(page.body.contains("先行先试，因缺乏经验而失误"), "{}", page.body);
        fields[6].1 = "早有明令。";
        fields.push(("tolerance.3", "neither"));
        let given = done(&mut proposer, &at, &fields).await;
        let mut head = browser(&matter.county, "head").await;
        let page = look(&mut head, &given, "accountability-tolerance").await;
        assert!(page.body.contains("不能容错：早有明令。"), "{}", page.body);
        let paper = look(&mut head, &format!("{given}/paper/notice"), "notice-tolerance").await;
        assert!(paper.body.contains("对这些回答也可以陈述申辩"), "{}", paper.body);
    })
    .await;
}
