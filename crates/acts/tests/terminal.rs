//! Attendance terminals: registered, taken into service, and what they send: kept once, whatever is sent again, with the
//! time as it was said beside the time as it is taken to be.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::SignedDuration;
use qz_acts::ActError;
use qz_acts::log::{Options, verify_store};
use qz_acts::terminal::view::{Page, PunchFilter, TerminalFilter, TerminalSort};
use qz_acts::terminal::{
    Called, EndPin, MapPin, OrderForm, OrderTerminal, PinForm, RefuseTerminal, RegisterTerminal,
    RetireTerminal, TakeUpTerminal, Taken, Upload,
};
use qz_domain::id::TerminalId;
use qz_domain::punch::{Clock, Drift, Reason};
use qz_domain::role::Role;
use qz_domain::terminal::{Serial, Stage};
use qz_testkit::county::{County, county};
use qz_testkit::engines::{MORNING, acts_at, on_both_engines};
use qz_testkit::matter::key;
use qz_testkit::terminal::{form, in_service, map, order, pending, send};

const TWO: &str = "007\t2016-02-16 07:58:01\t0\t1\n8\t2016-02-16 07:59:30\t255\t25\n";

async fn size(county: &County) -> u64 {
    county.acts.ledger_head().await.unwrap().size
}

#[tokio::test]
async fn a_terminal_is_registered_once_taken_up_and_retired_in_order() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (hr, system) = (county.account(Role::Hr).await, county.account(Role::System).await);
        let clerk = county.account(Role::Clerk).await;
        let register = |actor, serial| RegisterTerminal { actor, form: form(serial) };
        assert_eq!(key(county.try_act(register(clerk, "CJDE0001")).await), "forbidden");
        assert_eq!(key(county.try_act(register(system, "CJDE0001")).await), "forbidden");
        assert_eq!(key(county.try_act(register(hr, "a b")).await), "serial fault-bad-form");
        let terminal = county.done(register(hr, "cjde0001")).await.terminal;
        assert_eq!(key(county.try_act(register(hr, "CJDE0001")).await), "serial fault-taken");
        let retire = RetireTerminal { actor: hr, terminal, version: 1 };
        assert_eq!(key(county.try_act(retire).await), "refusal-out-of-order");
        county.done(RefuseTerminal { actor: hr, terminal, version: 1 }).await;
        let stale = TakeUpTerminal { actor: hr, terminal, version: 1 };
        assert_eq!(key(county.try_act(stale).await), "refusal-stale-version");
        let taken_up = county.done(TakeUpTerminal { actor: hr, terminal, version: 2 }).await;
        assert_eq!((taken_up.version, taken_up.stage), (3, Stage::InService));
        let retired = county.done(RetireTerminal { actor: hr, terminal, version: 3 }).await;
        assert_eq!(retired.stage, Stage::Retired);
        let view = county.acts.terminal(system, terminal).await.unwrap();
        assert_eq!(view.timeline.len(), 4);
        assert!(!view.may_read_punches && !view.may_order);
        assert!(county.acts.terminal(clerk, terminal).await.is_err());
    })
    .await;
}

#[tokio::test]
async fn what_is_sent_again_is_counted_and_stays_as_it_was() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let terminal = in_service(&county, "CJDE0001").await;
        let first = send(&county, terminal, (TWO, "10")).await;
        assert_eq!(first, Taken { taken: 2, repeated: 0, aside: 0 });
        let after = size(&county).await;
        for _ in 0..4 {
            assert_eq!(send(&county, terminal, (TWO, "10")).await, first, "the first answer");
        }
        assert_eq!(size(&county).await, after, "the same upload is one act");
        let three = format!("{TWO}007\t2016-02-16 08:58:01\t1\t1\n");
        let more = send(&county, terminal, (&three, "11")).await;
        assert_eq!(more, Taken { taken: 1, repeated: 2, aside: 0 });
        assert_eq!(size(&county).await, after + 1, "one leaf an upload");
        let older = send(&county, terminal, ("9\t2016-02-15 07:58:01\t0\t1\n", "9")).await;
        assert_eq!(older.taken, 1, "an older batch after a newer one");
        let hr = county.account(Role::Hr).await;
        let all = PunchFilter::default();
        let (lines, total) = county.acts.punches(hr, &all, Page::all()).await.unwrap();
        assert_eq!((total, lines[0].pin.as_str()), (4, "9"), "what was sent last");
        let own = PunchFilter { terminal: Some(terminal), ..PunchFilter::default() };
        let (lines, total) = county.acts.punches(hr, &own, Page::all()).await.unwrap();
        assert_eq!((total, lines[0].pin.as_str()), (4, "007"), "of a terminal the latest");
        let stamps = county.acts.terminal_stamps(terminal).await.unwrap();
        assert_eq!(stamps, ("9".to_owned(), "0".to_owned()));
        let again = acts_at(&url, MORNING + SignedDuration::from_hours(1)).await;
        assert_eq!(again.terminal_stamps(terminal).await.unwrap().0, "9", "after a restart");
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn good_lines_stand_and_the_others_are_set_aside_with_their_reason() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let terminal = in_service(&county, "CJDE0001").await;
        let body = "0\t2016-02-16 07:58:01\nrubbish\n1\t2000-01-01 00:00:05\t0\t1\n\
                    1\t2016-02-16 09:11:01\t0\t1\n1\t2016-02-16 09:10:59\t0\t15\t0\t1\t36.5\n\
                    1\t2016-02-16 08:00:00\t0\t200\n1\t1970-01-01 00:00:00\n";
        let taken = send(&county, terminal, (body, "1")).await;
        assert_eq!(taken, Taken { taken: 3, repeated: 0, aside: 4 });
        let hr = county.account(Role::Hr).await;
        let view = county.acts.terminal(hr, terminal).await.unwrap();
        let reasons: Vec<_> = view.asides.iter().map(|one| (one.number, one.reason)).collect();
        assert_eq!(
            reasons,
            [(2, Reason::Fields), (3, Reason::Unset), (4, Reason::Future), (7, Reason::Unset)]
        );
        assert_eq!(view.counts, (3, 4));
        let clocks: Vec<_> = view.punches.iter().map(|one| (one.clock, one.raw)).collect();
        let (back, doubtful) = (Clock::SetBack, Clock::Doubtful);
        assert_eq!(clocks, [(doubtful, (0, 15)), (back, (0, 200)), (doubtful, (-1, -1))]);
    })
    .await;
}

#[tokio::test]
async fn a_clock_that_was_measured_is_taken_off_and_what_it_showed_is_kept() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let terminal = in_service(&county, "CJDE0001").await;
        let seven = SignedDuration::from_mins(7);
        let drift = Some(Drift::measured(MORNING + seven, MORNING));
        let serial: Serial = "CJDE0001".parse().unwrap();
        let called = county.acts.terminal_called(&serial, (true, drift)).await.unwrap();
        assert!(matches!(called, Called::InService(_)));
        send(&county, terminal, ("1\t2016-02-16 08:11:00\t0\t1\n", "1")).await;
        let hr = county.account(Role::Hr).await;
        let view = county.acts.terminal(hr, terminal).await.unwrap();
        let punch = &view.punches[0];
        assert_eq!((punch.shown.as_str(), punch.clock), ("2016-02-16 08:11:00", Clock::Measured));
        assert_eq!(qz_domain::instant::rfc3339(punch.at), "2016-02-16T08:04:00+08:00");
        assert_eq!(view.heard.drift, Some(420));
        let minute = Some(Drift::measured(MORNING + SignedDuration::from_mins(1), MORNING));
        let upload = Upload::Attlog(b"2\t2016-02-16 08:12:00\t0\t1\n".to_vec());
        county.acts.take_upload_of(terminal, (upload, "2".to_owned()), minute).await.unwrap();
        let view = county.acts.terminal(hr, terminal).await.unwrap();
        assert_eq!(view.heard.drift, Some(60), "what an upload says is kept too");
        let later = acts_at(&url, MORNING + SignedDuration::from_mins(6)).await;
        let upload = (Upload::Attlog(b"1\t2016-02-16 08:50:00\n".to_vec()), "2".to_owned());
        later.take_upload_of(terminal, upload, None).await.unwrap();
        let view = later.terminal(hr, terminal).await.unwrap();
        assert_eq!(view.punches[0].clock, Clock::Doubtful, "measured too long ago");
    })
    .await;
}

#[tokio::test]
async fn a_number_that_is_mapped_later_gives_its_punches_their_person() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let terminal = in_service(&county, "CJDE0001").await;
        send(&county, terminal, (TWO, "1")).await;
        send(&county, terminal, ("007\t2016-01-04 07:58:01\t0\t1\n", "2")).await;
        let hr = county.account(Role::Hr).await;
        let unmatched = PunchFilter { terminal: Some(terminal), is_unmatched: true };
        let count = async || county.acts.punches(hr, &unmatched, Page::all()).await.unwrap().1;
        assert_eq!(count().await, 3);
        let id = map(&county, ("007", "G6"), "2016-02-01").await;
        assert_eq!(count().await, 2, "of its days alone; 7 is not 007");
        let view = county.acts.terminal(hr, terminal).await.unwrap();
        let found = view.punches.iter().find(|one| one.pin == "007").unwrap();
        assert_eq!(found.person.as_ref().unwrap().0, "G6");
        let pin_of = |pin: &str, person: &str, since: &str| PinForm {
            numbering: "枫渡镇".to_owned(),
            pin: pin.to_owned(),
            person: person.to_owned(),
            since: since.to_owned(),
            until: String::new(),
        };
        let again = MapPin { actor: hr, form: pin_of("007", "G7", "2016-02-10") };
        assert_eq!(key(county.try_act(again).await), "pin fault-overlapping");
        let until = "2016-02-15".to_owned();
        county.done(EndPin { actor: hr, id, until }).await;
        county.done(MapPin { actor: hr, form: pin_of("007", "G7", "2016-02-16") }).await;
        let later = EndPin { actor: hr, id, until: "2016-02-16".to_owned() };
        assert_eq!(key(county.try_act(later).await), "until fault-overlapping");
        let view = county.acts.terminal(hr, terminal).await.unwrap();
        let found = view.punches.iter().find(|one| one.pin == "007").unwrap();
        assert_eq!(found.person.as_ref().unwrap().0, "G7");
        let other =
            PinForm { numbering: "柳湾镇".to_owned(), ..pin_of("1", "G7", "2016-01-01") };
        let other = MapPin { actor: hr, form: other };
        assert_eq!(key(county.try_act(other).await), "numbering fault-unknown");
    })
    .await;
}

async fn called(county: &County, serial: &str) -> Called {
    county.acts.terminal_called(&serial.parse().unwrap(), (true, None)).await.unwrap()
}

#[tokio::test]
async fn who_is_not_in_service_is_kept_out_and_remembered() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let hr = county.account(Role::Hr).await;
        assert_eq!(called(&county, "UNKNOWN1").await, Called::Waiting);
        assert_eq!(called(&county, "UNKNOWN1").await, Called::Waiting);
        let callers = county.acts.terminal_callers(hr).await.unwrap();
        assert_eq!((callers.len(), callers[0].calls), (1, 2));
        let terminal = pending(&county, "UNKNOWN1").await;
        assert_eq!(called(&county, "UNKNOWN1").await, Called::Waiting);
        assert_eq!(county.acts.terminal_callers(hr).await.unwrap(), []);
        let upload = (Upload::Attlog(TWO.as_bytes().to_vec()), String::new());
        let said = county.acts.take_upload_of(terminal, upload, None).await;
        assert!(matches!(said, Err(ActError::Forbidden(_))));
        let (filter, sort) = (TerminalFilter::default(), TerminalSort::Waiting);
        let (lines, _) = county.acts.terminals(hr, &filter, (sort, Page::all())).await.unwrap();
        assert_eq!((lines[0].id, lines[0].heard_at), (terminal, Some(MORNING)));
    })
    .await;
}

async fn try_order(county: &County, terminal: TerminalId, form: OrderForm) -> String {
    let actor = county.account(Role::Hr).await;
    key(county.try_act(OrderTerminal { actor, terminal, form }).await)
}

#[tokio::test]
async fn an_order_goes_out_until_it_is_answered_and_nothing_dangerous_is_an_order() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let waits = pending(&county, "CJDE0002").await;
        let of = |order: &str| OrderForm { order: order.to_owned(), ..OrderForm::default() };
        assert_eq!(try_order(&county, waits, of("check")).await, "forbidden");
        let terminal = in_service(&county, "CJDE0001").await;
        for order in ["shell", "clear", "CLEAR DATA", "SHELL reboot"] {
            assert_eq!(try_order(&county, terminal, of(order)).await, "wanted fault-not-one-of");
        }
        assert_eq!(try_order(&county, terminal, of("drop_user")).await, "pin fault-missing");
        let (from, until) = ("2016-01-01".to_owned(), "2016-04-02".to_owned());
        let query = OrderForm { from, until, ..of("query") };
        assert_eq!(try_order(&county, terminal, query).await, "until fault-outside-days");
        let check = order(&county, terminal, "check").await;
        let reboot = order(&county, terminal, "reboot").await;
        let both = format!("C:{check}:CHECK\nC:{reboot}:REBOOT\n");
        assert_eq!(county.acts.terminal_orders(terminal).await.unwrap(), both);
        assert_eq!(county.acts.terminal_orders(terminal).await.unwrap(), "", "just gone out");
        let later = acts_at(&url, MORNING + SignedDuration::from_mins(2)).await;
        let again = later.terminal_orders(terminal).await.unwrap();
        assert_eq!(again, format!("C:{check}:CHECK\n"), "not answered; a box begins anew once");
        let known = later.terminal_answered(terminal, vec![(check, 0), (987_654, 0)]).await;
        assert_eq!(known.unwrap(), 1, "an order nobody gave is passed over");
        assert_eq!(later.terminal_answered(waits, vec![(reboot, 0)]).await.unwrap(), 0);
        let latest = acts_at(&url, MORNING + SignedDuration::from_hours(2)).await;
        assert_eq!(latest.terminal_orders(terminal).await.unwrap(), "");
        let hr = county.account(Role::Hr).await;
        let orders = latest.terminal(hr, terminal).await.unwrap().orders;
        let results: Vec<_> = orders.iter().map(|one| (one.id.0, one.result)).collect();
        assert_eq!(results, [(reboot, None), (check, Some(0))]);
    })
    .await;
}
