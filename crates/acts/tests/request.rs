//! Requests of attendance: asked for oneself, answered by the head and of the head by a leader of the county, keyed from paper;
//! what is approved is what the judge reads.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use qz_acts::log::{Options, verify_store};
use qz_acts::matter::PaperForm;
use qz_acts::outage::{OutageForm, RecordOutage, TakeBackOutage};
use qz_acts::record::view::{MessageFilter, Page};
use qz_acts::request::view::{RequestFilter, RequestSort};
use qz_acts::request::{
    ApproveRequest, AskRequest, EndRequest, RecordRequest, RefuseRequest, RequestForm,
    RevokeRequest, SetWorkStart, WithdrawRequest,
};
use qz_acts::{ActError, StoreUrl};
use qz_domain::attendance::CoverKind;
use qz_domain::id::{AccountId, RequestId};
use qz_domain::instant;
use qz_domain::message::MessageKind;
use qz_domain::request::{Stage, Step};
use qz_domain::role::Role;
use qz_store::Store;
use qz_store::request::approved;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;
use qz_testkit::terminal::{in_service, map, send};

fn form(kind: &str, from: &str, to: &str) -> RequestForm {
    let (kind, from, to) = (kind.to_owned(), from.to_owned(), to.to_owned());
    let place = if kind == "trip" { "柳湾镇" } else { "" }.to_owned();
    RequestForm { kind, from, to, place, ..RequestForm::default() }
}

fn leave(code: &str, from: &str, to: &str) -> RequestForm {
    RequestForm { subtype: code.to_owned(), ..form("leave", from, to) }
}

async fn ask(county: &County, actor: AccountId, form: RequestForm) -> Result<RequestId, ActError> {
    county.try_act(AskRequest { actor, form }).await.map(|made| made.request)
}

async fn approve(county: &County, actor: AccountId, request: RequestId) -> Result<Stage, ActError> {
    let act = ApproveRequest { actor, request, version: 1 };
    county.try_act(act).await.map(|changed| changed.stage)
}

/// What is approved of February and March 2016, as the judge reads it.
async fn facts(url: &StoreUrl) -> Vec<(CoverKind, String, String, String)> {
    let store = Store::open(url).await.unwrap();
    let mut conn = store.reader().await.unwrap();
    let at = |text| instant::instant(instant::read_civil(text).unwrap()).unwrap();
    let stretch = (at("2016-02-01 00:00"), at("2016-04-01 00:00"));
    let short = |at| instant::civil(at).strftime("%m-%d %H:%M").to_string();
    let found = approved(&mut conn, stretch, None).await.unwrap();
    found.into_iter().map(|one| (one.kind, one.label, short(one.from), short(one.to))).collect()
}

async fn told(county: &County, role: Role) -> Vec<MessageKind> {
    let account = county.account(role).await;
    let person = county.acts.own_record(account).await.unwrap().unwrap().person;
    let filter = MessageFilter { is_read: Some(false), ..MessageFilter::default() };
    let (lines, _) = county.acts.messages(person, &filter, Page::all()).await.unwrap();
    county.acts.mark_messages(person, None, true).await.unwrap();
    lines.into_iter().map(|line| line.kind).collect()
}

fn fact(kind: CoverKind, label: &str, from: &str, to: &str) -> (CoverKind, String, String, String) {
    (kind, label.to_owned(), from.to_owned(), to.to_owned())
}

#[tokio::test]
async fn a_leave_is_asked_answered_ended_early_and_revoked() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (me, head) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
        let id = ask(&county, me, leave("annual", "2016-02-19", "2016-02-22")).await.unwrap();
        assert_eq!(told(&county, Role::Head).await, [MessageKind::RequestAsked]);
        assert!(facts(&url).await.is_empty(), "nothing is approved yet");
        let own = approve(&county, me, id).await;
        assert_eq!(key(own), "forbidden");
        let view = county.acts.request(head, id).await.unwrap();
        assert_eq!(view.steps, [Step::Approve, Step::Refuse]);
        let left = view.left.unwrap().balance.unwrap();
        assert_eq!(
            (left.entitled, left.asked),
            (None, 4),
            "two working days; no start is recorded"
        );
        assert_eq!(approve(&county, head, id).await.unwrap(), Stage::Approved);
        assert_eq!(told(&county, Role::Liaison).await, [MessageKind::RequestApproved]);
        let whole = [fact(CoverKind::Leave, "annual", "02-19 00:00", "02-23 00:00")];
        assert_eq!(facts(&url).await, whole);
        assert_eq!(key(approve(&county, head, id).await), "refusal-out-of-order");
        let trip = ask(&county, me, form("trip", "2016-02-22 下午", "2016-02-23")).await;
        assert_eq!(key(trip), "refusal-request-clash");
        let other = ask(&county, me, leave("sick", "2016-02-19 上午", "")).await;
        assert_eq!(key(other), "refusal-request-overlap");
        let end = |back_at: &str| EndRequest {
            actor: me,
            request: id,
            version: 2,
            back_at: back_at.to_owned(),
        };
        assert_eq!(key(county.try_act(end("2016-02-23")).await), "back_at fault-outside-days");
        county.done(end("2016-02-22")).await;
        let cut = [fact(CoverKind::Leave, "annual", "02-19 00:00", "02-22 00:00")];
        assert_eq!(facts(&url).await, cut);
        ask(&county, me, form("trip", "2016-02-22", "2016-02-23")).await.unwrap();
        let revoke = |actor, answer: &str| RevokeRequest {
            actor,
            request: id,
            version: 3,
            answer: answer.to_owned(),
        };
        assert_eq!(key(county.try_act(revoke(head, "")).await), "because fault-missing");
        let hr = county.account(Role::Hr).await;
        county.done(revoke(hr, "材料不实。")).await;
        assert!(facts(&url).await.is_empty());
        assert_eq!(told(&county, Role::Liaison).await, [MessageKind::RequestRevoked]);
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_head_is_answered_by_the_countys_leaders_and_nobody_answers_themselves() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let head = county.account(Role::Head).await;
        let leader = county.open("leader", "G10", Role::CountyLeader, "QX").await;
        let deputy = county.open("second", "G4", Role::Head, "QX20").await;
        let id = ask(&county, head, form("trip", "2016-02-18", "")).await.unwrap();
        assert_eq!(key(approve(&county, head, id).await), "refusal-request-own");
        assert_eq!(key(approve(&county, deputy, id).await), "refusal-request-of-a-head");
        let waiting = county.acts.requests_to_answer(leader).await.unwrap();
        assert_eq!(waiting.iter().map(|line| line.id).collect::<Vec<_>>(), [id]);
        assert!(county.acts.requests_to_answer(deputy).await.unwrap().is_empty());
        let refuse = |answer: &str| RefuseRequest {
            actor: leader,
            request: id,
            version: 1,
            answer: answer.to_owned(),
        };
        assert_eq!(key(county.try_act(refuse(" ")).await), "because fault-missing");
        county.done(refuse("当天有会。")).await;
        assert_eq!(told(&county, Role::Head).await, [MessageKind::RequestRefused]);
        let again = ask(&county, head, form("trip", "2016-02-18", "")).await.unwrap();
        let withdraw = WithdrawRequest { actor: head, request: again, version: 1 };
        county.done(withdraw).await;
        assert_eq!(key(approve(&county, leader, again).await), "refusal-out-of-order");
        let third = ask(&county, head, form("trip", "2016-02-18", "")).await.unwrap();
        assert_eq!(approve(&county, leader, third).await.unwrap(), Stage::Approved);
        let expected = [fact(CoverKind::Trip, "", "02-18 00:00", "02-19 00:00")];
        assert_eq!(facts(&url).await, expected);
        for role in [Role::Cadre, Role::Clerk, Role::Organisation, Role::System] {
            let other = county.account(role).await;
            assert_eq!(key(county.acts.request(other, third).await), "not found", "{role:?}");
        }
        let (filter, sort) = (RequestFilter::default(), RequestSort::Waiting);
        for (role, count) in [(Role::Hr, 3), (Role::Head, 3), (Role::Cadre, 0), (Role::Audit, 0)] {
            let other = county.account(role).await;
            let seen = county.acts.requests(other, &filter, sort, Page::all()).await;
            assert_eq!(seen.unwrap().1, count, "{role:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_left_is_counted_and_more_is_refused() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (hr, me) = (county.account(Role::Hr).await, county.account(Role::Liaison).await);
        let head = county.account(Role::Head).await;
        let set = |since: &str| SetWorkStart {
            actor: hr,
            person: "G7".to_owned(),
            since: since.to_owned(),
        };
        let by_head = SetWorkStart { actor: head, ..set("2010-01-01") };
        assert_eq!(key(county.try_act(by_head).await), "forbidden");
        assert_eq!(key(county.try_act(set("2016-02-17")).await), "work_since fault-in-the-future");
        county.done(set("2015-02-20")).await;
        let early = ask(&county, me, leave("annual", "2016-02-29", "")).await;
        assert_eq!(key(early), "refusal-request-beyond", "a year is full, the month is not over");
        ask(&county, me, leave("annual", "2016-03-01", "2016-03-04")).await.unwrap();
        let more = ask(&county, me, leave("annual", "2016-03-07", "2016-03-08")).await;
        assert_eq!(key(more), "refusal-request-beyond");
        county.done(set("2005-02-20")).await;
        ask(&county, me, leave("annual", "2016-03-07", "2016-03-08")).await.unwrap();
        let ahead = ask(&county, me, leave("annual", "2027-03-08", "")).await;
        assert_eq!(key(ahead), "refusal-request-year-unknown");
        let rest = ask(&county, me, leave("compensatory", "2016-03-10 08:00", "2016-03-10 10:00"));
        assert_eq!(key(rest.await), "refusal-request-beyond-hours");
        let ahead = ask(&county, me, form("overtime", "2016-02-20 09:00", "2016-02-20 12:00"));
        approve(&county, head, ahead.await.unwrap()).await.unwrap();
        let rest = ask(&county, me, leave("compensatory", "2016-03-10 08:00", "2016-03-10 10:00"));
        assert_eq!(key(rest.await), "refusal-request-beyond-hours", "not worked yet");
        let order = ask(&county, me, form("overtime", "2016-02-13 09:00", "2016-02-13 12:00"));
        approve(&county, head, order.await.unwrap()).await.unwrap();
        let rest = ask(&county, me, leave("compensatory", "2016-03-10 08:00", "2016-03-10 10:00"));
        rest.await.unwrap();
        let left = county.acts.own_leaves(me).await.unwrap();
        let said: Vec<_> = left
            .iter()
            .map(|one| (one.rule.code.as_str(), one.balance.as_ref().unwrap().left()))
            .collect();
        assert_eq!(said, [("annual", Some(8)), ("compensatory", Some(60))]);
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_forgotten_punch_is_claimed_in_time_twice_and_only_where_there_is_none() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (me, hr) = (county.account(Role::Liaison).await, county.account(Role::Hr).await);
        let terminal = in_service(&county, "CJDE0001").await;
        map(&county, ("7", "G7"), "2016-01-01").await;
        send(&county, terminal, ("7\t2016-02-15 08:20:00\t0\t1\n", "1")).await;
        let at = |text: &str| form("correction", text, "");
        assert_eq!(
            key(ask(&county, me, at("2016-02-17 08:00")).await),
            "from_when fault-in-the-future"
        );
        assert_eq!(key(ask(&county, me, at("2016-02-05 08:00")).await), "refusal-request-too-late");
        assert_eq!(key(ask(&county, me, at("2016-02-15 08:00")).await), "refusal-request-punched");
        let down = OutageForm {
            unit: "QX20".to_owned(),
            terminal: "CJDE0001".to_owned(),
            from: "2016-02-15 07:30".to_owned(),
            to: "2016-02-15 08:10".to_owned(),
            reason: "断电".to_owned(),
        };
        let record = |actor| RecordOutage { actor, form: down.clone() };
        assert_eq!(key(county.try_act(record(me)).await), "forbidden");
        let outage = county.done(record(hr)).await.outage;
        let first = ask(&county, me, at("2016-02-15 08:00")).await.unwrap();
        let stretch = {
            let at = |text| instant::instant(instant::read_civil(text).unwrap()).unwrap();
            (at("2016-02-15 08:00"), at("2016-02-16 00:00"))
        };
        let store = Store::open(&url).await.unwrap();
        let mut conn = store.reader().await.unwrap();
        let found = qz_store::outage::within(&mut conn, stretch).await.unwrap();
        assert_eq!(found.iter().map(|one| one.id).collect::<Vec<_>>(), [outage]);
        let reason = String::new();
        let back = TakeBackOutage { actor: hr, outage, reason };
        assert_eq!(key(county.try_act(back.clone()).await), "because fault-missing");
        let back = TakeBackOutage { reason: "登记错了。".to_owned(), ..back };
        county.done(back.clone()).await;
        assert_eq!(key(county.try_act(back).await), "refusal-nothing-changed");
        assert!(qz_store::outage::within(&mut conn, stretch).await.unwrap().is_empty());
        ask(&county, me, at("2016-02-15 18:00")).await.unwrap();
        let third = ask(&county, me, at("2016-02-12 18:00")).await;
        assert_eq!(key(third), "refusal-request-quota-spent");
        let head = county.account(Role::Head).await;
        approve(&county, head, first).await.unwrap();
        let expected = [fact(CoverKind::Correction, "", "02-15 08:00", "02-15 08:00")];
        assert_eq!(facts(&url).await, expected);
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn what_is_too_late_comes_on_paper_and_whoever_approved_it_is_checked() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (me, hr) = (county.account(Role::Liaison).await, county.account(Role::Hr).await);
        let late = ask(&county, me, form("trip", "2016-02-06", "2016-02-14")).await.unwrap();
        let view = county.acts.request(me, late).await.unwrap();
        assert!(view.row.is_late, "it was over two working days ago at most");
        let gone = form("trip", "2016-01-28", "2016-01-29");
        assert_eq!(key(ask(&county, me, gone.clone()).await), "refusal-request-too-late");
        let paper = |by: &str| PaperForm {
            number: "枫差〔2016〕1号".to_owned(),
            day: "2016-01-27".to_owned(),
            by: by.to_owned(),
            ..PaperForm::default()
        };
        let record = |actor, person: &str, by: &str| RecordRequest {
            actor,
            person: person.to_owned(),
            form: gone.clone(),
            paper: paper(by),
        };
        assert_eq!(key(county.try_act(record(me, "G7", "G6")).await), "forbidden");
        assert_eq!(key(county.try_act(record(hr, "G7", "")).await), "by fault-missing");
        assert_eq!(key(county.try_act(record(hr, "G7", "G7")).await), "refusal-request-own");
        assert_eq!(key(county.try_act(record(hr, "G7", "G8")).await), "refusal-request-not-theirs");
        assert_eq!(key(county.try_act(record(hr, "G6", "G9")).await), "refusal-request-of-a-head");
        let nowhere = RecordRequest { paper: PaperForm::default(), ..record(hr, "G7", "G6") };
        let nowhere =
            RecordRequest { paper: PaperForm { number: String::new(), ..paper("G6") }, ..nowhere };
        assert_eq!(key(county.try_act(nowhere).await), "paper_number fault-missing");
        let made = county.done(record(hr, "G7", "G6")).await.request;
        let view = county.acts.request(hr, made).await.unwrap();
        assert_eq!((view.row.stage, view.row.is_late), (Stage::Approved, false));
        assert_eq!((view.decided_by.as_str(), view.timeline.len()), ("郗怀朴", 1));
        assert_eq!(told(&county, Role::Liaison).await, [MessageKind::RequestApproved]);
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_standing_duty_is_there_day_by_day_without_the_leave_taken_meanwhile() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (me, head) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
        let duty = |to: &str, hours: &str| RequestForm {
            subtype: "village".to_owned(),
            weekdays: "25".to_owned(),
            hours: hours.to_owned(),
            place: "水磨村".to_owned(),
            ..form("standing", "2016-02-16", to)
        };
        assert_eq!(key(ask(&county, me, duty("", "08:00-18:00")).await), "to_when fault-missing");
        assert_eq!(
            key(ask(&county, me, duty("2016-09-01", "8:00-18:00")).await),
            "to_when fault-outside-days"
        );
        assert_eq!(key(ask(&county, me, duty("2016-03-01", "全天")).await), "hours fault-bad-form");
        let id = ask(&county, me, duty("2016-02-26", "8:00-18:00")).await.unwrap();
        approve(&county, head, id).await.unwrap();
        let ill = ask(&county, me, leave("sick", "2016-02-19 下午", "2016-02-22")).await.unwrap();
        approve(&county, head, ill).await.unwrap();
        let out = |from: &str, to: &str| fact(CoverKind::Field, "village", from, to);
        let expected = [
            out("02-16 08:00", "02-16 18:00"),
            out("02-19 08:00", "02-19 13:00"),
            fact(CoverKind::Leave, "sick", "02-19 13:00", "02-23 00:00"),
            out("02-23 08:00", "02-23 18:00"),
            out("02-26 08:00", "02-26 18:00"),
        ];
        assert_eq!(facts(&url).await, expected);
    })
    .await;
}
