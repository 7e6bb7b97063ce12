//! One's own record through the pages: somebody sees who read, objects, the organ answers, and the
//! answer and its notice arrive.

use crate::look::{browser, look};
use axum::http::StatusCode;
use qz_testkit::client::Client;
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::Matter;

async fn body(client: &mut Client, path: &str) -> String {
    let page = client.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.body);
    page.body
}

/// One's own page has the entries as a part of the page, not as its text.
async fn is_whole(person: &mut Client) {
    let whole = look(person, "/desk/me/record", "record").await.body;
    assert!(whole.contains("<h2 id=\"entries\">"), "{whole}");
}

/// The answer stands on the objection, on the desk and among the notices, which can be read.
async fn is_told(mayor: &mut Client, own: &str) {
    let answered = body(mayor, own).await;
    assert!(answered.contains("笔录记载为2月1日。") && answered.contains("第五十条"));
    assert!(body(mayor, "/desk").await.contains("您的异议已答复：不予更正。"));
    let notices = look(mayor, "/desk/notices", "record-notices").await.body;
    assert!(notices.contains("可以陈述申辩") && notices.contains("全部标为已读"));
    is_marked_one_by_one(mayor).await;
    let read = mayor.post("/desk/notices", &[]).await;
    assert_eq!(read.status, StatusCode::SEE_OTHER);
    assert!(!body(mayor, "/desk/notices").await.contains("全部标为已读"));
    is_signed_where_it_is_read(mayor).await;
}

/// To mark all is not to sign for a notice: it asks on until it is opened and signed for on its own page.
async fn is_signed_where_it_is_read(mayor: &mut Client) {
    let today = body(mayor, "/desk").await;
    assert!(today.contains("待签收") && today.contains("可以陈述申辩"), "{today}");
    let held = today.split("href=\"/desk/accountabilities/").nth(1).unwrap();
    let held = held.split('"').next().unwrap().to_owned();
    let at = format!("/desk/accountabilities/{held}");
    let sign = [("kind", "notice_given"), ("about", held.as_str()), ("state", "read")];
    let page = mayor.post("/desk/notices", &sign).await;
    assert_eq!(page.location(), Some(at.as_str()), "it leads to where it is signed for");
    let page = look(mayor, &at, "accountability-to-sign").await.body;
    assert!(page.contains("表示收到并看过，不表示同意"), "{page}");
    let sign = [sign.as_slice(), &[("at", "record")]].concat();
    assert_eq!(mayor.post("/desk/notices", &sign).await.location(), Some(at.as_str()));
    assert!(!body(mayor, &at).await.contains("表示收到并看过"));
    assert!(!body(mayor, "/desk").await.contains("待签收"));
}

/// One notice is marked as read and as not read; the list stays as it was asked, and so do its files.
async fn is_marked_one_by_one(mayor: &mut Client) {
    let objection = [("kind", "objection_answered"), ("about", ""), ("state", "")];
    let asked = "/desk/notices?kind=objection_answered&state=unread";
    let list = body(mayor, asked).await;
    let about = list.split("name=\"about\" value=\"").nth(1).unwrap();
    let about = about.split('"').next().unwrap().to_owned();
    let mark = |state| {
        let [kind, (name, _), (field, _)] = objection;
        [kind, (name, about.as_str()), (field, state)]
    };
    let marked = mayor.post(asked, &mark("read")).await;
    assert_eq!(marked.location(), Some(asked), "{}", marked.body);
    assert!(!body(mayor, asked).await.contains("您的异议已答复"));
    let read = body(mayor, "/desk/notices/export.csv?state=read").await;
    assert!(
        read.contains("您的异议已答复：不予更正。") && !read.contains("可以陈述申辩"),
        "{read}"
    );
    mayor.post("/desk/notices", &mark("unread")).await;
    assert!(body(mayor, asked).await.contains("您的异议已答复"));
    let unknown = [("kind", "nothing"), ("about", "1"), ("state", "read")];
    assert_eq!(mayor.post("/desk/notices", &unknown).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whom_it_concerns_sees_who_read_objects_and_is_told_the_answer() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let matter = Matter::in_county(county.clone()).await;
        let finding = matter.verified().await;
        let notice = ("G6", "circulated_criticism");
        let held = matter.notify(matter.proposer, finding, notice).await.unwrap();
        let mut mayor = browser(&county, "head").await;
        let mut organ = browser(&county, "discipline").await;

        is_whole(&mut mayor).await;
        let none = body(&mut mayor, "/desk/me/reads").await;
        assert!(none.contains("还没有别人看过"), "{none}");
        body(&mut organ, &format!("/desk/accountabilities/{held}")).await;
        body(&mut mayor, &format!("/desk/accountabilities/{held}")).await;
        county.acts.settle_reads().await;
        let reads = look(&mut mayor, "/desk/me/reads", "record-reads").await.body;
        assert!(reads.contains("闻砚秋") && reads.contains("纪检干部"), "{reads}");
        assert!(reads.contains("共1条"), "one's own reading is not noted: {reads}");
        assert!(body(&mut mayor, "/desk/me/reads/export.csv").await.contains("闻砚秋"));
        assert!(body(&mut mayor, "/desk/me/record/export.csv").await.contains("枫渡镇"));

        let record = look(&mut mayor, "/desk/me/record", "record-own").await.body;
        let raise = format!("/desk/me/objections/raise?entry=accountability-{held}");
        assert!(record.contains(&raise), "{record}");
        look(&mut mayor, &raise, "record-raise").await;
        let empty = mayor.post(&raise, &[("wrong", ""), ("rightly", "")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("wrong", "日期写错。"), ("rightly", "应为2月2日。"), ("request", "r1")];
        let sent = mayor.post(&raise, &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let own = sent.location().unwrap().to_owned();
        look(&mut mayor, &own, "record-objection").await;
        let again = mayor.post(&raise, &[("wrong", "甲"), ("rightly", "乙")]).await;
        assert!(again.body.contains("没有提出：这一条已有异议在办"), "{}", again.body);

        let id = own.rsplit('/').next().unwrap();
        assert!(body(&mut organ, "/desk").await.contains(&format!("objections/matters/{id}")));
        look(&mut organ, "/desk/objections/matters", "record-office").await;
        let at = format!("/desk/objections/matters/{id}");
        look(&mut organ, &at, "record-office-one").await;
        look(&mut organ, &format!("{at}/answer"), "record-answer").await;
        let fields = [("outcome", "kept"), ("answer", "笔录记载为2月1日。"), ("version", "1")];
        let sent = organ.post(&format!("{at}/answer"), &fields).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert!(body(&mut organ, "/desk/objections/matters/export.csv").await.contains("日期写错"));

        is_told(&mut mayor, &own).await;

        let mut system = browser(&county, "system").await;
        let queue = look(&mut system, "/desk/queue", "record-queue").await.body;
        assert!(queue.contains("异议答复") && !queue.contains("郗怀朴"), "{queue}");
        let mut stranger = browser(&county, "cadre").await;
        assert_eq!(stranger.get(&own).await.status, StatusCode::NOT_FOUND);
    })
    .await;
}
