//! Rows of matters as a program reads them: what a page says, no more, and for no longer.

use crate::json;
use crate::year::visitor;
use axum::http::{StatusCode, header};
use jiff::civil::{Date, date};
use qz_acts::StoreUrl;
use qz_acts::accountability::{
    DecideMeasure, DecisionForm, GiveNotice, GiveStatement, NoticeForm, ServeDecision, ServiceForm,
    StatementForm,
};
use qz_acts::bulletin::{BulletinForm, PublishBulletin};
use qz_acts::finding::{AdjudicateFinding, AdjudicationForm, RegisterFinding, RegistrationForm};
use qz_acts::list_entry::{
    NominateForList, NominationForm, NoticeForm as ListNoticeForm, NotifyList, VerificationForm,
    VerifyForList,
};
use qz_acts::matter::PaperForm;
use qz_acts::rectification::{OrderForm, OrderRectification};
use qz_domain::bulletin::Step;
use qz_domain::id::{AccountabilityId, BulletinId};
use qz_domain::instant;
use qz_domain::role::Role;
use qz_testkit::client::Client;
use qz_testkit::county::county_at;
use qz_testkit::engines::{acts_at, on_both_engines};
use qz_testkit::matter::{Matter, texts};
use qz_testkit::review::Reviewing;
use serde_json::{Value, json as given};

/// Whom the bulletin names.
const NAME: &str = "郗怀朴";
/// What it says was done.
const CONDUCT: &str = "未落实值班安排。";

fn morning(day: Date) -> jiff::Timestamp {
    instant::instant(day.at(9, 0, 0, 0)).unwrap()
}

/// Anybody, on a day.
async fn anybody(url: &StoreUrl, day: Date) -> Client {
    visitor(&acts_at(url, morning(day)).await)
}

fn keys(row: &Value) -> Vec<&String> {
    row.as_object().unwrap().keys().collect()
}

/// Whether the page and the API say a text alike, and that they do, or do not.
async fn alike(client: &mut Client, (page, api): (&str, &str), (text, is_said): (&str, bool)) {
    for path in [page, api] {
        let found = client.get(path).await;
        assert_eq!(found.status, StatusCode::OK, "{path}: {}", found.body);
        assert_eq!(found.body.contains(text), is_said, "{path}, {text}: {}", found.body);
    }
}

#[tokio::test]
async fn a_name_goes_from_the_api_with_the_day_on_which_it_goes_from_the_page() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let page = format!("/bulletins/{}", one.bulletin);
        let at = format!("/api/v1{page}");
        // 90 days from 18 February end on 18 May.
        for (day, is_named) in [(date(2016, 5, 18), true), (date(2016, 5, 19), false)] {
            let mut reader = anybody(&url, day).await;
            alike(&mut reader, (&page, &at), (NAME, is_named)).await;
            alike(&mut reader, (&page, &at), (CONDUCT, true)).await;
            let told = json(&mut reader, &at).await;
            assert_eq!(told["names_shown"], is_named);
            assert_eq!(told["names_until"], "2016-05-18");
            let decision = &told["decisions"][0];
            let rank = if is_named { given!("section_head") } else { Value::Null };
            assert_eq!((&decision["rank"], &decision["subject"]), (&rank, &given!("person")));
            let list = json(&mut reader, "/api/v1/bulletins").await;
            assert_eq!((&list["total"], &list["bulletins"][0]["id"]), (&given!(1), &told["id"]));
            assert_eq!(list["bulletins"][0]["names_shown"], is_named);
            assert_eq!(list["bulletins"][0]["highest_rank"], rank);
            let reviews = json(&mut reader, "/api/v1/reviews").await;
            assert_eq!(reviews["total"], 0);
        }
    })
    .await;
}

#[tokio::test]
async fn a_review_suspends_the_name_and_what_it_fells_is_told_no_more() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let page = format!("/bulletins/{}", one.bulletin);
        let at = format!("/api/v1{page}");
        let mut reader = visitor(&one.acts);
        alike(&mut reader, (&page, &at), (NAME, true)).await;
        let review = one.ask().await.unwrap();
        alike(&mut reader, (&page, &at), (NAME, false)).await;
        let told = json(&mut reader, &at).await;
        assert_eq!(told["decisions"][0]["under_review"], true);
        let reviews = json(&mut reader, "/api/v1/reviews").await;
        let row = &reviews["reviews"][0];
        assert_eq!(keys(row), ["bulletin", "number", "organ", "subject", "under_review", "unit"]);
        assert_eq!(row["under_review"], true);
        let decided = json(&mut reader, "/api/v1/decisions").await;
        assert_eq!(decided["total"], 1, "it stands as long as it is not felled");

        one.take(one.matter.screener, review, true).await.unwrap();
        one.decide(one.reviewer, review, one.form("撤销", "")).await.unwrap();
        one.serve(one.matter.screener, review).await.unwrap();
        for text in [NAME, CONDUCT] {
            alike(&mut reader, (&page, &at), (text, false)).await;
        }
        let told = json(&mut reader, &at).await;
        let decision = &told["decisions"][0];
        assert_eq!(decision["review"]["outcome"], "cancelled");
        assert_eq!(keys(decision), ["review", "subject", "under_review", "unit"]);
        let reviews = json(&mut reader, "/api/v1/reviews").await;
        assert_eq!(reviews["reviews"][0]["review"], decision["review"]);
        assert_eq!(json(&mut reader, "/api/v1/decisions").await["total"], 0);
    })
    .await;
}

#[tokio::test]
async fn a_decision_on_a_person_has_rank_and_month_and_a_finding_neither_facts_nor_names() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        let mut reader = visitor(&one.acts);
        let decisions = json(&mut reader, "/api/v1/decisions?subject=persons").await;
        let row = &decisions["decisions"][0];
        assert_eq!(keys(row), ["footing", "measure", "month", "organ", "rank", "subject"]);
        assert_eq!((&row["month"], &row["organ"]["code"]), (&given!("2016-02"), &given!("QX50")));
        assert_eq!(json(&mut reader, "/api/v1/decisions?unit=QX20").await["total"], 0);
        let findings = json(&mut reader, "/api/v1/findings?unit=QX20").await;
        let row = &findings["findings"][0];
        assert_eq!(keys(row), ["adjudicated_on", "number", "organ", "stage", "unit", "visit"]);
        let number = row["number"].as_str().unwrap();
        assert_eq!(json(&mut reader, &format!("/api/v1/findings/{number}")).await, *row);
    })
    .await;
}

#[tokio::test]
async fn a_finding_that_is_not_borne_out_is_not_there() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let finding = matter.verified().await;
        let view = matter.county.acts.finding(matter.verifier, finding).await.unwrap();
        let mut reader = visitor(&matter.county.acts);
        let at = format!("/api/v1/findings/{}", view.finding.number);
        assert_eq!(reader.get(&at).await.status, StatusCode::NOT_FOUND);
        assert_eq!(json(&mut reader, "/api/v1/findings").await["total"], 0);
    })
    .await;
}

/// A served decision on G15, made known in the commission alone.
async fn in_the_unit(matter: &Matter) -> AccountabilityId {
    let county = &matter.county;
    let form = RegistrationForm {
        organ: "县纪委".to_owned(),
        weight: "单位通报".to_owned(),
        facts: "上班时间看视频，当场停下。".to_owned(),
        ..RegistrationForm::default()
    };
    let finding = county.done(RegisterFinding { actor: matter.verifier, form }).await.finding;
    let form = NoticeForm {
        person: "G15".to_owned(),
        conduct: "上班时间看视频约十分钟。".to_owned(),
        ground: "county_plan_2015".to_owned(),
        measure: "reminder_talk".to_owned(),
        ..NoticeForm::default()
    };
    let given = county.done(GiveNotice { actor: matter.verifier, finding, form }).await;
    let accountability = given.accountability;
    let form =
        StatementForm { statement: "以后注意。".to_owned(), ..StatementForm::default() };
    county.done(GiveStatement { actor: matter.proposer, accountability, version: 1, form }).await;
    let (outcome, ground) = ("属实".to_owned(), "county_plan_2015".to_owned());
    let reason = "在岗而不办事，时间短。".to_owned();
    let form = AdjudicationForm { outcome, ground, reason, paper: PaperForm::default() };
    county.done(AdjudicateFinding { actor: matter.chair, finding, version: 1, form }).await;
    let (panel, measure) = (texts(&["G10"]), "reminder_talk".to_owned());
    let form = DecisionForm { panel, measure, ..matter.decision() };
    county.done(DecideMeasure { actor: matter.chair, accountability, version: 2, form }).await;
    let form = ServiceForm::default();
    county.done(ServeDecision { actor: matter.chair, accountability, version: 3, form }).await;
    accountability
}

/// What it makes known, published on 18 February.
async fn published(url: &StoreUrl, matter: &Matter, held: AccountabilityId) -> BulletinId {
    let scope = "本单位".to_owned();
    let form = BulletinForm { scope, ..matter.draft(&[(held, "引以为戒。")]) };
    let bulletin = matter.drafted(form).await.unwrap();
    let hands = [
        (matter.verifier, Step::Check),
        (matter.adjudicator, Step::Review),
        (matter.chair, Step::Sign),
    ];
    for (version, (actor, step)) in (1..).zip(hands) {
        matter.advance(actor, bulletin, (step, version)).await.unwrap();
    }
    let acts = acts_at(url, morning(date(2016, 2, 18))).await;
    let (actor, version, paper) = (matter.verifier, 4, PaperForm::default());
    let act = PublishBulletin { actor, bulletin, version, paper };
    acts.perform(acts.new_request(), act).await.unwrap();
    bulletin
}

#[tokio::test]
async fn what_is_made_known_in_a_unit_alone_is_never_there() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let held = in_the_unit(&matter).await;
        let bulletin = published(&url, &matter, held).await;
        let mut reader = anybody(&url, date(2016, 2, 18)).await;
        for path in ["", "/api/v1"] {
            let found = reader.get(&format!("{path}/bulletins/{bulletin}")).await;
            assert_eq!(found.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(json(&mut reader, "/api/v1/bulletins").await["total"], 0);
        let mut staff = Client::at_demo(&acts_at(&url, morning(date(2016, 2, 18))).await);
        staff.take("discipline").await;
        let at = format!("/api/v1/bulletins/{bulletin}");
        assert_eq!(
            staff.get(&at).await.status,
            StatusCode::NOT_FOUND,
            "to nobody, signed in or not"
        );
    })
    .await;
}

#[tokio::test]
async fn a_page_that_is_hidden_is_not_said_in_another_form() {
    on_both_engines(async |url| {
        let one = Reviewing::new(&url).await;
        one.ask().await.unwrap();
        let page = format!("/bulletins/{}", one.bulletin);
        let (mut reader, mut clerk) = (Client::at_demo(&one.acts), Client::at_demo(&one.acts));
        assert_eq!(json(&mut reader, "/api/v1/reviews").await["total"], 1);
        let form = reader.get(&format!("/corrections/new?page={page}")).await;
        let own = ["request"].map(|name| (name, form.hidden(name).unwrap()));
        let mut fields: Vec<(&str, &str)> = own.iter().map(|(name, v)| (*name, &**v)).collect();
        fields.extend([("page", &*page), ("told", "写了不该写的。"), ("private", "1")]);
        let sent = reader.post(&format!("/corrections/new?page={page}"), &fields).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.body);
        clerk.take("clerk").await;
        let list = clerk.get("/desk/tickets?stage=submitted").await.body;
        let is_ticket = |href: &&str| {
            let id = href.strip_prefix("/desk/tickets/").unwrap_or_default();
            id.starts_with(|c: char| c.is_ascii_digit())
        };
        let home = list.split("href=\"").find(is_ticket).unwrap();
        let hide = format!("{}/hide", home.split('"').next().unwrap());
        let form = clerk.get(&hide).await;
        let own = ["request", "version"].map(|name| (name, form.hidden(name).unwrap_or_default()));
        let fields: Vec<(&str, &str)> = own.iter().map(|(name, v)| (*name, &**v)).collect();
        let hidden = clerk.post(&hide, &fields).await;
        assert_eq!(hidden.status, StatusCode::SEE_OTHER, "{}", hidden.body);

        for path in [page.clone(), format!("/api/v1{page}")] {
            let found = reader.get(&path).await;
            assert_eq!(found.status, StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS, "{path}");
            assert!(!found.body.contains(CONDUCT), "{path}: {}", found.body);
        }
        let found = reader.get(&format!("/api/v1{page}")).await;
        assert_eq!(found.headers[header::CONTENT_TYPE], "application/problem+json");
        let problem: Value = serde_json::from_str(&found.body).unwrap();
        assert_eq!(problem["type"], "urn:qinzheng:problem:withheld");
        assert_eq!(problem["title"], "这一页暂不公开");
        assert_eq!(json(&mut reader, "/api/v1/reviews").await["total"], 0);
    })
    .await;
}

/// G9 on the red list with their consent: in notice from 5 May 2016, listed from 13 May until 10 August.
async fn listed(url: &StoreUrl) {
    let matter = Matter::in_county(county_at(url, morning(date(2016, 12, 1))).await).await;
    let county = &matter.county;
    let keeper = async |name, person| county.open(name, person, Role::Publicity, "QX10").await;
    let (first, second) = (keeper("xuan", "G4").await, keeper("chuan", "G3").await);
    let on = |day: &str| PaperForm {
        number: format!("榜-{day}"),
        day: format!("2016-{day}"),
        ..PaperForm::default()
    };
    let form = NominationForm {
        unit: String::new(),
        person: "G9".to_owned(),
        reason: "窗口半年无一件超期。".to_owned(),
        consent: "同意书3号".to_owned(),
        paper: on("05-03"),
    };
    let actor = county.account(Role::Cadre).await;
    let entry = county.done(NominateForList { actor, form }).await.entry;
    let (passed, verified) = ("yes".to_owned(), "逐件核对。".to_owned());
    let form = VerificationForm { passed, verified, paper: on("05-04") };
    county.done(VerifyForList { actor: first, entry, version: 1, form }).await;
    let form = ListNoticeForm { paper: on("05-05"), ..ListNoticeForm::default() };
    county.done(NotifyList { actor: second, entry, version: 2, form }).await;
}

#[tokio::test]
async fn whom_a_list_is_about_is_told_as_long_as_the_page_tells_it() {
    on_both_engines(async |url| {
        listed(&url).await;
        let (page, at) = ("/lists/red", "/api/v1/lists/red");
        for (day, standing) in [
            (date(2016, 5, 6), Some("in_notice")),
            (date(2016, 5, 13), Some("listed")),
            (date(2016, 8, 10), Some("listed")),
            (date(2016, 8, 11), None),
        ] {
            let mut reader = anybody(&url, day).await;
            alike(&mut reader, (page, at), ("桑叙和", standing.is_some())).await;
            let list = json(&mut reader, at).await;
            assert_eq!(list["total"], i64::from(standing.is_some()), "{day}");
            let found = list["entries"].as_array().unwrap().first();
            assert_eq!(found.map(|row| row["standing"].as_str().unwrap()), standing, "{day}");
            assert_eq!(list["past"]["expired"], i64::from(standing.is_none()), "{day}");
            assert_eq!(json(&mut reader, "/api/v1/lists/black").await["total"], 0);
            let other = json(&mut reader, "/api/v1/lists/red?unit=QX50").await;
            assert_eq!(other["total"], 0, "{day}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_rests_on_a_finding_is_told_without_its_words() {
    on_both_engines(async |url| {
        let matter = Matter::new(&url).await;
        let (finding, _) = matter.upheld().await;
        let form = OrderForm {
            item: "值班室夜里无人。".to_owned(),
            standard: "记录可查。".to_owned(),
            ..OrderForm::default()
        };
        let act = OrderRectification { actor: matter.adjudicator, finding, form };
        matter.county.done(act).await;
        let mut reader = visitor(&matter.county.acts);
        let (page, at) = ("/rectifications", "/api/v1/rectifications");
        alike(&mut reader, (page, at), ("值班室夜里无人", false)).await;
        let list = json(&mut reader, at).await;
        let row = &list["rectifications"][0];
        assert_eq!(keys(row), ["due", "lamp", "ordered_on", "source", "stage", "unit"]);
        assert_eq!((&row["source"], &row["stage"]), (&given!("finding"), &given!("ordered")));
        for (asked, found) in [("told=closed", 0), ("stage=ordered", 1), ("source=promise", 0)] {
            let list = json(&mut reader, &format!("{at}?{asked}")).await;
            assert_eq!(list["total"], found, "{asked}");
        }
    })
    .await;
}
