//! Facts on both engines: what a source declares is what it gives, only what stands is given, and only to whoever may list it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::{Date, date};
use qz_acts::fact::SOURCES;
use qz_acts::finding::view::{FindingFilter, FindingSort, Page};
use qz_acts::list_entry::{
    NominateForList, NominationForm, NoticeForm, NotifyList, VerificationForm, VerifyForList,
};
use qz_acts::meeting::{CallForm, CallMeeting};
use qz_acts::rectification::{OrderForm, OrderRectification};
use qz_acts::request::{ApproveRequest, AskRequest, RequestForm};
use qz_acts::ticket::{SubmitTicket, TicketForm};
use qz_domain::fact::{Fact, FactTable};
use qz_domain::id::AccountId;
use qz_domain::role::Role;
use qz_domain::ticket::Kind;
use qz_store::StoreUrl;
use qz_testkit::attendance::{assign, on as later};
use qz_testkit::campaign::issued;
use qz_testkit::county::County;
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::{Matter, key, on};
use qz_testkit::meeting::attendance;
use qz_testkit::review::Reviewing;
use std::cell::RefCell;

const FEBRUARY: (Date, Date) = (date(2016, 2, 1), date(2016, 2, 29));
const MARCH: (Date, Date) = (date(2016, 3, 1), date(2016, 3, 31));

/// The county with a decision on G6 that was served and told of; what it rests on was seen on 1 February.
async fn told(url: &StoreUrl) -> Reviewing {
    Reviewing::new(url).await
}

/// Besides, one matter that came to nothing and one on which G6 was given notice and not heard yet.
async fn with_others(url: &StoreUrl) -> Reviewing {
    let told = told(url).await;
    told.matter.unfounded("值班表当日已调整。").await;
    let open = told.matter.verified().await;
    told.matter.notify(told.matter.proposer, open, ("G6", "criticism")).await.unwrap();
    told
}

/// Somebody who lists the records behind a source for the county, or for the commission.
async fn reader(matter: &Matter, source: &str) -> AccountId {
    match source {
        "attendance" | "staff" | "requests" => matter.county.account(Role::Hr).await,
        "decisions" | "bulletins" | "lists" => matter.screener,
        "meetings" => matter.chair,
        _ => matter.clerk,
    }
}

async fn asked(county: &County, account: AccountId, source: &str, days: (Date, Date)) -> FactTable {
    county.acts.facts(account, (source, &[days])).await.unwrap()
}

/// What a field says, row by row.
fn said(table: &FactTable, field: &str) -> Vec<Option<Fact>> {
    let place = table.place(field).unwrap();
    table.rows.iter().map(|row| row.facts[place].clone()).collect()
}

fn sum(table: &FactTable, field: &str) -> i64 {
    let whole = |fact: Option<Fact>| match fact {
        Some(Fact::Whole(whole)) => whole,
        _ => 0,
    };
    said(table, field).into_iter().map(whole).sum()
}

fn records(table: &FactTable) -> Vec<&str> {
    table.rows.iter().map(|row| row.record.as_str()).collect()
}

/// A request, a complaint, a red entry, a plan with its reports, a meeting, a rectification, a rule of attendance.
async fn everything(url: &StoreUrl) -> Reviewing {
    let told = with_others(url).await;
    let matter = &told.matter;
    issued(&matter.county, &["QX20", "QX50"]).await;
    assign(&matter.county, ("QX20", ""), ("两点", "2016-03-01")).await;
    leave(&matter.county).await;
    complaint(&matter.county).await;
    red_entry(&matter.county).await;
    let (finding, held) = matter.upheld().await;
    let form = OrderForm {
        item: "值班室半小时无人。".to_owned(),
        standard: "值班表与在岗记录逐日相符。".to_owned(),
        due: "2016-02-25".to_owned(),
        paper: on("18"),
    };
    matter.county.done(OrderRectification { actor: matter.proposer, finding, form }).await;
    let form = CallForm {
        organ: "QX50".to_owned(),
        held_on: "2016-02-18".to_owned(),
        attendance: attendance(&["G11", "G12", "G20"]),
        items: vec![held],
    };
    matter.county.done(CallMeeting { actor: matter.chair, form }).await;
    told
}

async fn leave(county: &County) {
    let (actor, head) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
    let form = RequestForm {
        kind: "leave".to_owned(),
        subtype: "annual".to_owned(),
        from: "2016-02-19".to_owned(),
        to: "2016-02-22".to_owned(),
        ..RequestForm::default()
    };
    let request = county.done(AskRequest { actor, form }).await.request;
    county.done(ApproveRequest { actor: head, request, version: 1 }).await;
}

async fn complaint(county: &County) {
    let code = county.acts.new_ticket_code().reveal().to_owned();
    let code = county.acts.ticket_code_hash(&code).unwrap();
    let form = TicketForm {
        unit: "QX20".to_owned(),
        service: "便民大厅3号窗口".to_owned(),
        body: "上午十点没有人，等了四十分钟。".to_owned(),
        ..TicketForm::default()
    };
    county.done(SubmitTicket { kind: Kind::Complaint, form, code, connection: None }).await;
}

async fn red_entry(county: &County) {
    let actor = county.account(Role::Cadre).await;
    let form = NominationForm {
        unit: "QX30".to_owned(),
        reason: "窗口半年无一件超期。".to_owned(),
        paper: on("15"),
        ..NominationForm::default()
    };
    let entry = county.done(NominateForList { actor, form }).await.entry;
    let first = county.open("xuan", "G4", Role::Publicity, "QX10").await;
    let second = county.open("chuan", "G3", Role::Publicity, "QX10").await;
    let (passed, verified) = ("yes".to_owned(), "逐件核对。".to_owned());
    let form = VerificationForm { passed, verified, paper: on("16") };
    county.done(VerifyForList { actor: first, entry, version: 1, form }).await;
    let form = NoticeForm { paper: on("17"), ..NoticeForm::default() };
    county.done(NotifyList { actor: second, entry, version: 2, form }).await;
}

#[tokio::test]
async fn every_source_gives_what_it_declares_and_the_same_on_both_engines() {
    let given = RefCell::new(vec![]);
    on_both_engines(async |url| {
        let told = everything(&url).await;
        let county = later(&url, "2016-03-05 09:00").await;
        let mut tables = vec![];
        for source in SOURCES {
            let name = source.names.en;
            let account = reader(&told.matter, name).await;
            let periods = [FEBRUARY, MARCH];
            let table = county.acts.facts(account, (source.names.zh, &periods)).await.unwrap();
            assert_eq!(table.rows.is_empty(), !source.is_fed(), "{name}");
            assert_eq!(table.columns.len(), source.fields.len(), "{name}");
            for (column, field) in table.columns.iter().zip(source.fields) {
                assert_eq!((column.name, column.kind), (field.names.en, field.kind), "{name}");
            }
            for row in &table.rows {
                assert_eq!(row.facts.len(), table.columns.len(), "{name}");
                for (fact, field) in row.facts.iter().zip(source.fields) {
                    let Some(fact) = fact else { continue };
                    assert_eq!(fact.kind(), field.kind, "{name}: {}", field.names.en);
                    let codes = field.words.map(|words| words()).unwrap_or_default();
                    let is_code = |(code, _): &(&str, &str)| *code == fact.to_string();
                    assert!(codes.is_empty() || codes.iter().any(is_code), "{name}: {fact}");
                }
            }
            tables.push((name, table));
        }
        given.borrow_mut().push(tables);
    })
    .await;
    let given = given.into_inner();
    assert!(given.iter().all(|tables| *tables == given[0]));
}

#[tokio::test]
async fn what_came_to_nothing_and_what_nobody_was_heard_on_is_in_no_source() {
    on_both_engines(async |url| {
        let Reviewing { matter, held, .. } = with_others(&url).await;
        let county = &matter.county;
        let of =
            async |source| asked(county, reader(&matter, source).await, source, FEBRUARY).await;
        let findings = of("findings").await;
        assert_eq!((records(&findings), sum(&findings, "upheld")), (vec!["2016-0001"], 1));
        assert_eq!((sum(&findings, "decided"), sum(&findings, "final")), (1, 0));
        assert!(findings.rows.iter().all(|row| row.person.is_none()));
        let decisions = of("decisions").await;
        assert_eq!(records(&decisions), [held.to_string()]);
        assert_eq!(decisions.rows[0].person.as_ref().unwrap().1, "G6");
        assert_eq!((sum(&decisions, "told"), sum(&decisions, "final")), (1, 0));
        let measure = Some(Fact::Text("circulated_criticism".to_owned()));
        assert_eq!(said(&decisions, "measure"), [measure]);
        let visits = of("visits").await;
        assert_eq!((sum(&visits, "visits"), sum(&visits, "borne_out")), (3, 1));
        assert_eq!((sum(&visits, "covert"), sum(&visits, "team")), (3, 6));
        let bulletins = of("bulletins").await;
        assert_eq!((sum(&bulletins, "decisions"), sum(&bulletins, "named")), (1, 1));
        assert_eq!(bulletins.rows[0].unit.as_ref().unwrap().1, "QX20");
    })
    .await;
}

#[tokio::test]
async fn what_a_review_fells_leaves_every_source() {
    on_both_engines(async |url| {
        let told = told(&url).await;
        let (matter, county) = (&told.matter, &told.matter.county);
        let of = async |source| asked(county, reader(matter, source).await, source, FEBRUARY).await;
        let review = told.ask().await.unwrap();
        assert_eq!(sum(&of("decisions").await, "under_review"), 1);
        assert_eq!(sum(&of("findings").await, "under_review"), 1);
        assert_eq!(sum(&of("bulletins").await, "named"), 0);
        told.take(matter.screener, review, true).await.unwrap();
        told.decide(told.reviewer, review, told.form("撤销", "")).await.unwrap();
        assert_eq!(of("decisions").await.rows.len(), 1, "it counts once it is served");
        told.serve(matter.screener, review).await.unwrap();
        for source in ["findings", "decisions", "bulletins"] {
            assert_eq!(records(&of(source).await), Vec::<&str>::new(), "{source}");
        }
        assert_eq!(sum(&of("visits").await, "borne_out"), 0);
    })
    .await;
}

#[tokio::test]
async fn a_lighter_measure_takes_the_place_of_the_decided_one() {
    on_both_engines(async |url| {
        let told = told(&url).await;
        told.through("变更", "criticism").await;
        let account = told.matter.screener;
        let decisions = asked(&told.matter.county, account, "decisions", FEBRUARY).await;
        assert_eq!(said(&decisions, "measure"), [Some(Fact::Text("criticism".to_owned()))]);
        assert_eq!((sum(&decisions, "varied"), sum(&decisions, "under_review")), (1, 0));
        let bulletins = asked(&told.matter.county, account, "bulletins", FEBRUARY).await;
        assert_eq!((sum(&bulletins, "decisions"), sum(&bulletins, "named")), (1, 0));
    })
    .await;
}

#[tokio::test]
async fn whoever_may_not_list_the_records_reads_no_facts_of_them() {
    on_both_engines(async |url| {
        let matter = everything(&url).await.matter;
        let acts = &matter.county.acts;
        let facts = async |account, source| acts.facts(account, (source, &[FEBRUARY])).await;
        let cadre = matter.county.account(Role::Cadre).await;
        let system = matter.county.account(Role::System).await;
        for source in SOURCES.iter().filter(|source| source.is_fed()) {
            let name = source.names.en;
            assert_eq!(key(facts(cadre, name).await), "forbidden", "{name}");
            assert_eq!(key(facts(system, name).await), "forbidden", "{name}");
        }
        let units = async |source| {
            let rows = facts(matter.mayor, source).await.unwrap().rows;
            let mut units: Vec<_> = rows.into_iter().filter_map(|row| Some(row.unit?.1)).collect();
            units.dedup();
            units
        };
        for source in ["staff", "visits", "rectifications", "requests"] {
            assert_eq!(units(source).await, ["QX20"], "{source}");
        }
        assert!(units("findings").await.is_empty(), "the organ's, not those of the unit");
        assert!(units("decisions").await.is_empty(), "those on the unit itself alone");
        assert_eq!(key(facts(matter.mayor, "attendance").await), "forbidden");
        assert_eq!(key(facts(matter.clerk, "decisions").await), "forbidden");
    })
    .await;
}

#[tokio::test]
async fn a_row_falls_in_the_period_of_its_day_and_what_lasts_in_every_period() {
    on_both_engines(async |url| {
        let matter = everything(&url).await.matter;
        let county = later(&url, "2016-03-05 09:00").await;
        let of = async |source| {
            let account = reader(&matter, source).await;
            let april = (date(2016, 4, 1), date(2016, 4, 30));
            county.acts.facts(account, (source, &[FEBRUARY, MARCH, april])).await.unwrap()
        };
        let periods =
            |table: &FactTable| table.rows.iter().map(|row| row.period).collect::<Vec<_>>();
        assert_eq!(periods(&of("visits").await), [0; 4]);
        let ordered = of("rectifications").await;
        assert_eq!(periods(&ordered), [0, 1], "April has not begun");
        let one = |whole| Some(Fact::Whole(whole));
        assert_eq!(said(&ordered, "due"), [one(1), one(0)]);
        assert_eq!(said(&ordered, "overdue"), [one(1), one(1)]);
        assert_eq!(said(&ordered, "unsettled"), [one(1), one(1)]);
        let staff = of("staff").await;
        let half = staff.rows.len() / 2;
        assert!(periods(&staff).iter().take(half).all(|period| *period == 0) && half > 16);
        let duties = of("duties").await;
        assert_eq!((periods(&duties), sum(&duties, "due")), (vec![0, 0, 1, 1], 0));
        let requests = of("requests").await;
        assert_eq!((sum(&requests, "days"), sum(&requests, "approved")), (4, 1));
        let reports = of("reports").await;
        assert_eq!((sum(&reports, "owed"), sum(&reports, "missing")), (4, 2));
        let tickets = of("tickets").await;
        assert_eq!((sum(&tickets, "complaints"), sum(&tickets, "overdue")), (1, 1));
        assert_eq!(tickets.rows[0].unit, None, "nothing came of it yet");
        assert_eq!(tickets.known_on, date(2016, 3, 5));
        let all = FindingFilter::default();
        let (lines, _) = county
            .acts
            .findings(matter.clerk, &all, FindingSort::Number, Page::all())
            .await
            .unwrap();
        assert!(lines.len() > of("findings").await.rows.len(), "only what is borne out is a fact");
    })
    .await;
}
