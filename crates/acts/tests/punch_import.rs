//! Files of punches: what a row says is kept once, whoever sends it again; what can be no punch is refused with its
//! reason; whose a work number is follows at once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use qz_acts::log::{Options, verify_store};
use qz_acts::punch::{FileFault, PunchFile, PunchReport, read};
use qz_acts::terminal::view::{Page, PunchFilter, PunchLine, TerminalFilter, TerminalSort};
use qz_acts::terminal::{OrderForm, OrderTerminal, RetireTerminal};
use qz_acts::{ActError, BatchMode};
use qz_domain::punch::Clock;
use qz_domain::role::Role;
use qz_domain::terminal::Serial;
use qz_testkit::county::{County, county};
use qz_testkit::engines::on_both_engines;
use qz_testkit::matter::key;
use qz_testkit::terminal::{in_service, pending, send};

const DINGTALK: &str = "每日统计表,统计日期：2016-02-15至2016-02-15,,,,,,\n\
    姓名,工号,UserId,日期,上班1打卡时间,上班1打卡结果,下班1打卡时间,下班1打卡结果\n\
    郗怀朴,G6,x6,16-02-15 星期一,07:58,正常,次日 00:12,正常\n\
    晏知川,G7,x7,2016/2/15,08:31,迟到,18:02,补卡审批通过\n\
    蓝思齐,,x8,2016/2/15,08:00,正常,,缺卡\n";

async fn import(county: &County, role: Role, text: &str) -> Result<PunchReport, ActError> {
    let actor = county.account(role).await;
    let file = read("a.csv", text.as_bytes()).unwrap();
    county.acts.import_punches(actor, (file, ""), BatchMode::AllOrNothing).await
}

async fn punches(county: &County) -> Vec<PunchLine> {
    let hr = county.account(Role::Hr).await;
    county.acts.punches(hr, &PunchFilter::default(), Page::all()).await.unwrap().0
}

fn counts(report: &PunchReport) -> (i64, i64, Vec<(usize, &str, &str)>) {
    let refused = report.refused.iter();
    let refused = refused.map(|one| (one.row, one.column.as_str(), one.reason.as_str())).collect();
    (report.accepted, report.repeated, refused)
}

#[tokio::test]
async fn a_daily_sheet_is_its_peoples_at_once_and_again_it_changes_nothing() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let before = county.acts.ledger_head().await.unwrap().size;
        let report = import(&county, Role::Hr, DINGTALK).await.unwrap();
        let refused = vec![(4, "下班1打卡时间", "corrected"), (5, "上班1打卡时间", "person")];
        assert_eq!(counts(&report), (3, 0, refused.clone()));
        assert_eq!((report.mapped, report.kept), (2, true));
        // The source, two numbers, the file.
        assert_eq!(county.acts.ledger_head().await.unwrap().size, before + 4);
        let found = punches(&county).await;
        let found: Vec<_> = found
            .iter()
            .map(|one| (one.person.as_ref().unwrap().0.as_str(), one.shown.as_str(), one.clock))
            .collect();
        assert_eq!(
            found,
            [
                ("G6", "2016-02-16 00:12:00", Clock::Platform),
                ("G7", "2016-02-15 08:31:00", Clock::Platform),
                ("G6", "2016-02-15 07:58:00", Clock::Platform),
            ]
        );
        let again = import(&county, Role::Hr, DINGTALK).await.unwrap();
        assert_eq!(counts(&again), (0, 3, refused));
        assert_eq!(county.acts.ledger_head().await.unwrap().size, before + 4, "one act a file");
        let more = format!("{DINGTALK}郗怀朴,G6,x6,2016/2/14,08:00,正常,,\n");
        let more = import(&county, Role::Hr, &more).await.unwrap();
        assert_eq!((more.accepted, more.repeated, more.mapped), (1, 3, 0), "row by row");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_number_that_is_told_later_is_taken_when_the_file_comes_again() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        import(&county, Role::Hr, DINGTALK).await.unwrap();
        let hr = county.account(Role::Hr).await;
        let form = qz_acts::terminal::PinForm {
            numbering: "工号".to_owned(),
            pin: "x8".to_owned(),
            person: "G8".to_owned(),
            since: "2016-01-01".to_owned(),
            until: String::new(),
        };
        county.done(qz_acts::terminal::MapPin { actor: hr, form }).await;
        let report = import(&county, Role::Hr, DINGTALK).await.unwrap();
        assert_eq!((report.accepted, report.repeated, report.refused.len()), (1, 3, 1));
        let found = punches(&county).await;
        assert!(found.iter().any(|one| one.person.as_ref().is_some_and(|one| one.0 == "G8")));
    })
    .await;
}

#[tokio::test]
async fn a_rehearsal_says_the_same_and_keeps_nothing() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let hr = county.account(Role::Hr).await;
        let before = county.acts.ledger_head().await.unwrap().size;
        let file = || read("a.csv", DINGTALK.as_bytes()).unwrap();
        let report =
            county.acts.import_punches(hr, (file(), ""), BatchMode::Rehearse).await.unwrap();
        assert_eq!((report.accepted, report.refused.len(), report.kept), (3, 2, false));
        let first: Vec<_> = report.first.iter().map(|one| (one.row, one.pin.as_str())).collect();
        assert_eq!(first, [(3, "G6"), (3, "G6"), (4, "G7")]);
        assert_eq!(county.acts.ledger_head().await.unwrap().size, before);
        assert!(punches(&county).await.is_empty());
        let clerk = county.account(Role::Clerk).await;
        for mode in [BatchMode::Rehearse, BatchMode::AllOrNothing] {
            let said = county.acts.import_punches(clerk, (file(), ""), mode).await;
            assert!(matches!(said, Err(ActError::Forbidden(_))));
        }
    })
    .await;
}

#[tokio::test]
async fn a_terminals_own_file_is_that_terminals_and_meets_what_it_sent() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let hr = county.account(Role::Hr).await;
        let terminal = in_service(&county, "CJDE0001").await;
        pending(&county, "WAITS001").await;
        send(&county, terminal, ("007\t2016-02-16 07:58:01\t0\t1\n", "7")).await;
        let text =
            "007\t2016-02-16 07:58:01\t0\t1\t0\t0\t36.5\n8\t2016-02-16 07:59:00\t1\t1\nrubbish\n";
        let file = || -> PunchFile { read("1_attlog.dat", text.as_bytes()).unwrap() };
        let try_import = async |serial: &str| {
            county.acts.import_punches(hr, (file(), serial), BatchMode::AllOrNothing).await
        };
        for (serial, fault) in [
            ("", "terminal fault-missing"),
            ("NOBODY01", "terminal fault-unknown"),
            ("WAITS001", "terminal fault-unknown"),
            ("import:dingtalk", "terminal fault-unknown"),
        ] {
            assert_eq!(key(try_import(serial).await), fault, "{serial}");
        }
        let report = try_import("cjde0001").await.unwrap();
        assert_eq!(counts(&report), (1, 1, vec![(3, "", "fields")]));
        let stamps = county.acts.terminal_stamps(terminal).await.unwrap();
        assert_eq!(stamps.0, "7", "how far the box has sent is the box's own word");
        county.done(RetireTerminal { actor: hr, terminal, version: 2 }).await;
        let late = read("2.dat", b"9\t2016-02-16 08:00:00\t0\t1\n").unwrap();
        let late = county.acts.import_punches(hr, (late, "CJDE0001"), BatchMode::AllOrNothing);
        assert_eq!(late.await.unwrap().accepted, 1, "a box out of use may have something left");
        let view = county.acts.terminal(hr, terminal).await.unwrap();
        assert_eq!(view.counts, (3, 1));
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_source_of_files_is_no_box_and_takes_no_order() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let hr = county.account(Role::Hr).await;
        import(&county, Role::Hr, "person,time\nG6,2016-02-15 08:00\n\u{540d},x\n").await.unwrap();
        let (filter, sort) = (TerminalFilter::default(), TerminalSort::Name);
        let (lines, _) = county.acts.terminals(hr, &filter, (sort, Page::all())).await.unwrap();
        let one = &lines[0];
        assert_eq!((one.serial.as_str(), one.name.as_str()), ("import:table", "打卡表"));
        assert!(one.serial.parse::<Serial>().is_err(), "nobody can say it at the port");
        let form = OrderForm { order: "check".to_owned(), ..OrderForm::default() };
        let order = OrderTerminal { actor: hr, terminal: one.id, form };
        assert_eq!(key(county.try_act(order).await), "forbidden");
        let view = county.acts.terminal(hr, one.id).await.unwrap();
        assert!(!view.may_order && view.punches[0].clock == Clock::Doubtful);
        assert_eq!(view.asides[0].number, 3002, "row 3, column 2");
    })
    .await;
}

#[test]
fn what_is_no_file_of_punches_says_what_would_be() {
    let fault = read("a.csv", "name,colour\na,b\n".as_bytes()).unwrap_err();
    assert_eq!(fault, FileFault::NoForm);
    assert_eq!(
        fault.to_string(),
        "the file is none that is known: a terminal's own file, person and time, DingTalk's daily sheet or WeCom's check-ins"
    );
}
