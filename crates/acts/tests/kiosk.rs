//! The kiosk: a page by a unit's door that is a terminal, opened by a key, at which a card or two numbers are a punch.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::SignedDuration;
use qz_acts::Acts;
use qz_acts::log::{Options, verify_store};
use qz_acts::terminal::view::{Page, PunchFilter, PunchLine};
use qz_acts::terminal::{
    EndKey, EndPin, GiveKey, KioskFault, KioskForm, KioskPunched, RetireTerminal, Upload, give_key,
};
use qz_domain::id::TerminalId;
use qz_domain::punch::Clock;
use qz_domain::role::Role;
use qz_testkit::county::{County, county};
use qz_testkit::engines::{MORNING, acts_at, on_both_engines};
use qz_testkit::matter::key;
use qz_testkit::terminal::{in_service, keyed, map, send, take_up};

/// A card of eight digits.
const CARD: &str = "00123456";

async fn kiosk(county: &County) -> (TerminalId, String) {
    let (terminal, key) = keyed(county, ("KIOSK-01", "kiosk")).await;
    take_up(county, terminal).await;
    map(county, (CARD, "G6"), "2016-02-01").await;
    map(county, ("4831", "G7"), "2016-02-01").await;
    (terminal, key)
}

fn given(shown: &str, number: &str) -> KioskForm {
    KioskForm { shown: shown.to_owned(), number: number.to_owned() }
}

async fn punch(
    acts: &Acts,
    (key, request): (&str, &str),
    form: KioskForm,
) -> Result<KioskPunched, String> {
    acts.kiosk_punch((key, request), &form).await.map_err(|fault| match fault {
        KioskFault::TooSoon { seconds } => format!("too soon: {seconds}"),
        fault => fault.to_string(),
    })
}

async fn punches(county: &County) -> Vec<PunchLine> {
    let hr = county.account(Role::Hr).await;
    county.acts.punches(hr, &PunchFilter::default(), Page::all()).await.unwrap().0
}

#[tokio::test]
async fn a_card_or_two_numbers_are_a_punch_by_our_clock() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (terminal, key) = kiosk(&county).await;
        let first = punch(&county.acts, (&key, "a-1"), given(CARD, "")).await.unwrap();
        assert_eq!((first.name.as_str(), first.at, first.repeated), ("郗怀朴", MORNING, false));
        let second = punch(&county.acts, (&key, "a-2"), given(" g7 ", "4831")).await.unwrap();
        assert!(!second.repeated);
        let found = punches(&county).await;
        let of: Vec<_> = found
            .iter()
            .rev()
            .map(|one| {
                (one.pin.as_str(), one.person.as_ref().unwrap().0.as_str(), one.raw, one.clock)
            })
            .collect();
        let measured = Clock::Measured;
        assert_eq!(of, [(CARD, "G6", (255, 2), measured), ("4831", "G7", (255, 3), measured)]);
        assert_eq!(found[0].terminal.0, terminal);
        verify_store(&url, &Options::default(), |_, _| {}).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_form_that_is_sent_twice_is_one_punch_and_a_swipe_later_is_another() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (_, key) = kiosk(&county).await;
        punch(&county.acts, (&key, "a-1"), given(CARD, "")).await.unwrap();
        let size = county.acts.ledger_head().await.unwrap().size;
        let later = acts_at(&url, MORNING + SignedDuration::from_secs(2)).await;
        let again = punch(&later, (&key, "a-1"), given(CARD, "")).await.unwrap();
        assert!(again.repeated);
        assert_eq!(punches(&county).await.len(), 1);
        assert_eq!(later.ledger_head().await.unwrap().size, size);
        let swiped = punch(&later, (&key, "a-2"), given(CARD, "")).await.unwrap();
        assert!(!swiped.repeated);
        assert_eq!(punches(&county).await.len(), 2, "the judge takes both for one");
    })
    .await;
}

#[tokio::test]
async fn whoever_is_not_known_by_both_leaves_no_punch() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (_, key) = kiosk(&county).await;
        for (form, said) in [
            (given("99999999", ""), "nobody is known by this"),
            (given("G6", "4831"), "nobody is known by this"),
            (given("G7", "4832"), "nobody is known by this"),
            (given("七", "4831"), "nobody is known by this"),
            (given("G7", "四八三一"), "nobody is known by this"),
            (given("G7", ""), "too short for a card, and no number with it"),
            (given("4831", ""), "too short for a card, and no number with it"),
            (given("G7", "483"), "too short for a card, and no number with it"),
        ] {
            let found = punch(&county.acts, (&key, "a-1"), form.clone()).await;
            assert_eq!(found.unwrap_err(), said, "{form:?}");
        }
        assert_eq!(punches(&county).await, []);
        let hr = county.account(Role::Hr).await;
        let id = map(&county, ("77777777", "G6"), "2016-02-01").await;
        county.done(EndPin { actor: hr, id, until: "2016-02-15".to_owned() }).await;
        let ended = punch(&county.acts, (&key, "a-2"), given("77777777", "")).await;
        assert_eq!(ended.unwrap_err(), "nobody is known by this", "not of today");
    })
    .await;
}

#[tokio::test]
async fn whoever_guesses_must_wait_and_another_at_the_kiosk_need_not() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (_, key) = kiosk(&county).await;
        for nth in 0..3 {
            let wrong = given("G7", &format!("000{nth}"));
            let found = punch(&county.acts, (&key, "a-1"), wrong).await;
            assert_eq!(found.unwrap_err(), "nobody is known by this");
        }
        let right = given("G7", "4831");
        let found = punch(&county.acts, (&key, "a-1"), right.clone()).await;
        assert_eq!(found.unwrap_err(), "too soon: 1", "the right one too");
        assert!(punch(&county.acts, (&key, "a-2"), given(CARD, "")).await.is_ok());
        let later = acts_at(&url, MORNING + SignedDuration::from_secs(1)).await;
        assert!(punch(&later, (&key, "a-1"), right).await.is_ok());
        let wrong = punch(&later, (&key, "a-3"), given("G7", "0000")).await;
        assert_eq!(wrong.unwrap_err(), "nobody is known by this", "what was right ends the wait");
    })
    .await;
}

#[tokio::test]
async fn a_kiosk_without_its_key_or_not_in_service_takes_nothing() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (terminal, key) = keyed(&county, ("KIOSK-01", "kiosk")).await;
        map(&county, (CARD, "G6"), "2016-02-01").await;
        let try_with = async |key: &str| punch(&county.acts, (key, "a-1"), given(CARD, "")).await;
        assert_eq!(try_with(&key).await.unwrap_err(), "the kiosk is not in service");
        take_up(&county, terminal).await;
        let other = "0000-0000-0000-0000-0000";
        assert_eq!(try_with(other).await.unwrap_err(), "no kiosk has this key");
        assert_eq!(try_with("").await.unwrap_err(), "no kiosk has this key");
        let (door, doors_key) = keyed(&county, ("DOOR01", "hikvision")).await;
        take_up(&county, door).await;
        assert_eq!(try_with(&doors_key).await.unwrap_err(), "no kiosk has this key");
        let hr = county.account(Role::Hr).await;
        let request = county.acts.new_request();
        let new = give_key(&county.acts, request, (hr, terminal)).await.unwrap().unwrap();
        assert_eq!(try_with(&key).await.unwrap_err(), "no kiosk has this key");
        assert!(try_with(&new.reveal().to_lowercase()).await.is_ok());
        county.done(EndKey { actor: hr, terminal }).await;
        assert_eq!(try_with(new.reveal()).await.unwrap_err(), "no kiosk has this key");
        let request = county.acts.new_request();
        let last = give_key(&county.acts, request, (hr, terminal)).await.unwrap().unwrap();
        county.done(RetireTerminal { actor: hr, terminal, version: 2 }).await;
        assert_eq!(try_with(last.reveal()).await.unwrap_err(), "the kiosk is not in service");
        assert_eq!(punches(&county).await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn only_personnel_gives_keys_and_no_kind_sends_what_another_does() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let boxed = in_service(&county, "CJDE0001").await;
        let (terminal, _) = keyed(&county, ("KIOSK-01", "kiosk")).await;
        take_up(&county, terminal).await;
        let hr = county.account(Role::Hr).await;
        let give = |actor, terminal| GiveKey { actor, terminal, hash: "0".repeat(64) };
        for role in [Role::Clerk, Role::System, Role::Head] {
            let actor = county.account(role).await;
            assert_eq!(key(county.try_act(give(actor, terminal)).await), "forbidden", "{role:?}");
            assert_eq!(key(county.try_act(EndKey { actor, terminal }).await), "forbidden");
        }
        assert_eq!(key(county.try_act(give(hr, boxed)).await), "refusal-no-key-needed");
        assert_eq!(
            key(county.try_act(EndKey { actor: hr, terminal: boxed }).await),
            "refusal-no-key"
        );
        let view = county.acts.terminal(hr, terminal).await.unwrap();
        assert_eq!(
            (view.keyed_at, view.may_key, view.may_order),
            (Some(MORNING), (true, true), false)
        );
        assert_eq!(view.timeline.len(), 3);
        let lines = "7\t2016-02-16 07:58:01\t0\t1\n";
        send(&county, boxed, (lines, "1")).await;
        let foreign = Upload::Attlog(lines.as_bytes().to_vec());
        let events = Upload::Events("1\t7\t2016-02-16T07:58:01+08:00\t5\t75\t\tnow\n".to_owned());
        for (terminal, upload) in [(terminal, foreign), (boxed, events)] {
            let said = county.acts.take_upload_of(terminal, (upload, String::new()), None).await;
            assert_eq!(said.unwrap_err().to_string(), forbidden());
        }
    })
    .await;
}

fn forbidden() -> String {
    qz_acts::ActError::Forbidden(qz_domain::action::Action::PunchTake).to_string()
}
