//! The acts of attendance, which judge days inside their transaction.

use super::{COUNT, Counter, LOOKED_UP, MOST, WRITERS_OWN, since};
use qz_acts::BatchMode;
use qz_acts::attendance::{
    AdoptRule, AgreeSheet, AskDay, AssignRule, ContestDay, CorrectSheet, DayForm, DecideDay,
    ExplainDay, ReleaseRule, ReturnSheet, RuleForm, SealSheet, SettleDay, SettleForm,
};
use qz_acts::matter::PaperForm;
use qz_acts::request::{AskRequest, RecordRequest, RequestForm};
use qz_acts::roster::{
    AddDutyPost, ApproveSwap, AskSwap, ChangeRoster, CloseDutyPost, DraftRoster, PublishRoster,
    SwapForm,
};
use qz_acts::terminal::{
    EndKey, EndPin, GiveKey, MapPin, OrderForm as TerminalOrderForm, OrderTerminal, PinForm,
    RegisterTerminal, TakeUpTerminal, TerminalForm,
};
use qz_domain::attendance::PersonDay;
use qz_domain::month::Month;
use qz_domain::role::Role;
use qz_store::StoreUrl;
use qz_testkit::attendance::{
    assign, at as attendance_at, form as assign_form, on as attendance_on, person, punch, town,
    unit,
};
use qz_testkit::county::{county, county_at};
use qz_testkit::{roster, terminal};
use std::sync::atomic::Ordering;
use tracing_subscriber::Registry;
use tracing_subscriber::layer::SubscriberExt;

#[tokio::test]
async fn no_act_of_attendance_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let url = StoreUrl::Sqlite(folder.path().join("county.db"));
    let (county, terminal) = town(&url).await;
    let (hr, head) = (county.account(Role::Hr).await, county.account(Role::Head).await);
    let own = county.account(Role::Liaison).await;
    let body =
        "规则 \"夏令\" 起=\"2016-03-20\" { 时段 \"day\" 起=\"08:00\" 止=\"17:00\" }".to_owned();
    let form = RuleForm { body, document: String::new() };
    counted!(county, AdoptRule { actor: hr, form });
    let form = assign_form(("QX50", ""), ("夏令", "2016-03-30"));
    let assignment = counted!(county, AssignRule { actor: hr, form }).assignment;
    counted!(county, ReleaseRule { actor: hr, assignment, until: "2016-03-31".to_owned() });
    let person = person(&county, Role::Liaison).await;
    let county = attendance_on(&url, "2016-04-01 09:00").await;
    // Not told its clock, the terminal's punches are in doubt: that costs a statement more.
    terminal::send(&county, terminal, ("7\t2016-03-02 08:01:02\t0\t1\n", "1")).await;
    let day = PersonDay { person, day: jiff::civil::date(2016, 3, 2) };
    let said = |said: &str| DayForm { day, said: said.to_owned() };
    let found =
        || SettleForm { day, outcome: "stands".to_owned(), because: "核对。".to_owned() };
    counted!(county, AskDay { actor: head, day });
    counted!(county, ExplainDay { actor: own, form: said("下村。") });
    counted!(county, SettleDay { actor: head, version: 2, form: found() });
    counted!(county, ContestDay { actor: own, form: said("有证明。") });
    counted!(county, DecideDay { actor: hr, version: 4, form: found() });
}

#[tokio::test]
async fn no_month_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let url = StoreUrl::Sqlite(folder.path().join("county.db"));
    let county = county_at(&url, attendance_at("2016-02-26 09:00")).await;
    let terminal = terminal::in_service(&county, "CJDE0001").await;
    for (pin, person) in [("6", "G6"), ("7", "G7")] {
        terminal::map(&county, (pin, person), "2016-01-01").await;
    }
    assign(&county, ("QX20", ""), ("两点", "2016-03-31")).await;
    let (hr, actor) = (county.account(Role::Hr).await, county.account(Role::Head).await);
    let county = attendance_on(&url, "2016-04-02 09:00").await;
    let both = "6 2016-03-31 07:50:00\n6 2016-03-31 18:05:00\n7 2016-03-31 07:50:00";
    punch(&county, terminal, both).await;
    let unit = unit(&county, "QX20").await;
    let (month, reason) = (Month::new(2016, 3).unwrap(), "核对。".to_owned());
    counted!(county, AgreeSheet { actor, unit, month });
    counted!(county, ReturnSheet { actor: hr, unit, month, reason: reason.clone() });
    counted!(county, AgreeSheet { actor, unit, month });
    counted!(county, SealSheet { actor: hr, unit, month });
    punch(&county, terminal, "7 2016-03-31 18:05:00").await;
    counted!(county, CorrectSheet { actor: hr, unit, month, reason });
}

#[tokio::test]
async fn no_act_on_a_terminal_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let county = county(&StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let actor = county.account(Role::Hr).await;
    let form = terminal::form("CJDE0001");
    let terminal = counted!(county, RegisterTerminal { actor, form }).terminal;
    counted!(county, TakeUpTerminal { actor, terminal, version: 1 });
    let form = PinForm {
        numbering: "枫渡镇".to_owned(),
        pin: "7".to_owned(),
        person: "G6".to_owned(),
        since: "2016-01-01".to_owned(),
        until: String::new(),
    };
    let id = counted!(county, MapPin { actor, form }).id;
    counted!(county, EndPin { actor, id, until: "2016-02-01".to_owned() });
    let form = TerminalOrderForm { order: "check".to_owned(), ..TerminalOrderForm::default() };
    counted!(county, OrderTerminal { actor, terminal, form });
    let kiosk = terminal::form("KIOSK-01");
    let form = TerminalForm { kind: "kiosk".to_owned(), ..kiosk };
    let kiosk = counted!(county, RegisterTerminal { actor, form }).terminal;
    counted!(county, GiveKey { actor, terminal: kiosk, hash: "0".repeat(64) });
    counted!(county, EndKey { actor, terminal: kiosk });
    let lines = "7\t2016-02-16 08:01:02\t0\t1\n8\t2016-02-16 08:01:03\t0\t1\nrubbish\n";
    let before = COUNT.load(Ordering::SeqCst);
    terminal::send(&county, terminal, (lines, "1")).await;
    let own = since(before).saturating_sub(WRITERS_OWN);
    println!("TakePunches: {own}");
    assert!((1..=MOST).contains(&own), "{own} statements");
    // The first file makes its source ready and maps its people; the second is its own act alone.
    for (nth, text) in
        ["person,time\nG6,2016-02-15 08:00\n", "person,time\nG6,2016-02-15 18:00\nx,1\n"]
            .into_iter()
            .enumerate()
    {
        let file = qz_acts::punch::read("a.csv", text.as_bytes()).unwrap();
        let before = COUNT.load(Ordering::SeqCst);
        county.acts.import_punches(actor, (file, ""), BatchMode::AllOrNothing).await.unwrap();
        // What is looked up before the transaction is no part of the act.
        let own = since(before).saturating_sub(WRITERS_OWN + LOOKED_UP);
        if nth == 1 {
            println!("ImportPunches: {own}");
            assert!((1..=MOST).contains(&own), "{own} statements");
        }
    }
}

#[tokio::test]
async fn no_step_of_a_roster_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let url = StoreUrl::Sqlite(folder.path().join("county.db"));
    let (county, _, [night, calls]) = roster::watched(&url).await;
    let (me, actor) = (county.account(Role::Liaison).await, county.account(Role::Head).await);
    let hr = county.account(Role::Hr).await;
    let form = roster::post_form("晚班", "值班", "夜班", "1");
    let evening = counted!(county, AddDutyPost { actor, form }).post;
    counted!(county, CloseDutyPost { actor, post: evening, last: "2016-12-31".to_owned() });
    let turns: Vec<_> = (1..=31)
        .flat_map(|day| [(night, day, "G6、G7"), (calls, day, "G7"), (evening, day, "G6")])
        .collect();
    let form = roster::month_form("2016-03", &turns);
    counted!(county, DraftRoster { actor: me, version: 0, form: form.clone() });
    let kept = counted!(county, DraftRoster { actor: me, version: 1, form });
    counted!(county, PublishRoster { actor, roster: kept.roster, version: 2 });
    let (form, reason) = (roster::month_form("2016-03", &turns[..60]), "减班。".to_owned());
    counted!(county, ChangeRoster { actor, version: 3, form, reason: reason.clone() });
    let (day, taker) = (jiff::civil::date(2016, 3, 2), "G6".to_owned());
    let form = SwapForm { roster: kept.roster, post: calls, day, taker, reason };
    let swap = counted!(county, AskSwap { actor: me, form }).swap;
    counted!(county, ApproveSwap { actor: hr, swap, version: 1 });
}

#[tokio::test]
async fn no_leave_in_lieu_takes_more_than_twelve_statements() {
    tracing::subscriber::set_global_default(Registry::default().with(Counter)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let url = StoreUrl::Sqlite(folder.path().join("county.db"));
    let (county, terminal, [night, _]) = roster::watched(&url).await;
    roster::published(&county, "2016-03", &[(night, 5, "G7")]).await;
    let county = attendance_on(&url, "2016-04-01 09:00").await;
    // Not told its clock, the terminal's punches are in doubt: that costs a statement more.
    terminal::send(
        &county,
        terminal,
        ("7\t2016-03-05 17:55:00\t0\t1\n7\t2016-03-06 08:03:00\t0\t1\n", "1"),
    )
    .await;
    let (me, hr) = (county.account(Role::Liaison).await, county.account(Role::Hr).await);
    let rest = |day: &str| RequestForm {
        kind: "leave".to_owned(),
        subtype: "compensatory".to_owned(),
        from: format!("2016-04-{day} 08:00"),
        to: format!("2016-04-{day} 09:00"),
        ..RequestForm::default()
    };
    counted!(county, AskRequest { actor: me, form: rest("05") });
    let paper = PaperForm {
        by: "G6".to_owned(),
        number: "假1".to_owned(),
        day: "2016-03-31".to_owned(),
        ..PaperForm::default()
    };
    let (person, form) = ("G7".to_owned(), rest("06"));
    counted!(county, RecordRequest { actor: hr, person, form, paper });
}
