//! Door controllers that send their events: the conformance list, one by one.

use crate::device::{Answer, Port, port};
use qz_acts::terminal::view::TerminalView;
use qz_acts::terminal::{EndKey, give_key};
use qz_domain::id::TerminalId;
use qz_domain::punch::{Clock, Reason};
use qz_domain::role::Role;
use qz_testkit::terminal::{keyed, map, take_up};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const DOOR: &str = "DSK1T0001";

/// A door controller that sends to a port.
struct Door {
    port: Port,
    terminal: TerminalId,
    path: String,
}

impl Door {
    async fn open(patience: Duration) -> Self {
        let port = Port::open(patience).await;
        let (terminal, key) = keyed(&port.county, (DOOR, "hikvision")).await;
        take_up(&port.county, terminal).await;
        Self { port, terminal, path: format!("/isapi/{DOOR}/{key}") }
    }

    async fn post(&self, kind: &str, body: &str) -> Answer {
        self.port.post_with(&self.path, &format!("Content-Type: {kind}\r\n"), body).await
    }

    async fn json(&self, body: &str) {
        let answer = self.post("application/json", body).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, "OK\n"), "{body}");
    }

    async fn view(&self) -> TerminalView {
        let hr = self.port.county.account(Role::Hr).await;
        self.port.county.acts.terminal(hr, self.terminal).await.unwrap()
    }
}

async fn door() -> Door {
    Door::open(Duration::from_secs(20)).await
}

/// An event in which somebody was known by their face, with all that a device tells besides.
fn event(number: i64, person: &str, (at, minor, current): (&str, i64, bool)) -> String {
    format!(
        "{{\"ipAddress\":\"192.0.2.7\",\"portNo\":80,\"protocol\":\"HTTP\",\"macAddress\":\"00:00:5e:00:53:01\",\
         \"channelID\":1,\"dateTime\":\"{at}\",\"activePostCount\":1,\"eventType\":\"AccessControllerEvent\",\
         \"eventState\":\"active\",\"eventDescription\":\"Access Controller Event\",\"AccessControllerEvent\":{{\
         \"deviceName\":\"door\",\"majorEventType\":5,\"subEventType\":{minor},\"name\":\"洛书远\",\
         \"cardNo\":\"9988776655\",\"cardReaderNo\":1,\"employeeNoString\":\"{person}\",\"serialNo\":{number},\
         \"userType\":\"normal\",\"currentVerifyMode\":\"cardOrFace\",\"attendanceStatus\":\"checkIn\",\
         \"currentEvent\":{current},\"frontSerialNo\":{},\"mask\":\"no\",\"currTemperature\":36.5,\
         \"FaceRect\":{{\"x\":0.25,\"y\":0.5}},\"picturesNumber\":1}}}}",
        number - 1
    )
}

fn at(number: i64, person: &str, time: &str) -> String {
    event(number, person, (&format!("2016-02-16T{time}+08:00"), 75, false))
}

fn multipart(parts: &[(&str, &str)]) -> String {
    let part = |(kind, text): &(&str, &str)| {
        format!(
            "--MIME_boundary\r\nContent-Disposition: form-data; name=\"event_log\"\r\n\
             Content-Type: {kind}\r\nContent-Length: {}\r\n\r\n{text}\r\n",
            text.len()
        )
    };
    let body: String = parts.iter().map(part).collect();
    body + "--MIME_boundary--\r\n"
}

const MULTIPART: &str = "multipart/form-data; boundary=MIME_boundary";

#[tokio::test]
async fn an_event_with_a_picture_is_a_punch_and_nothing_of_the_person_is_kept_but_the_number() {
    let door = door().await;
    map(&door.port.county, ("007", "G6"), "2016-02-01").await;
    let picture = "\u{fffd}JFIF-secret-picture";
    let event = at(20, "007", "07:58:01");
    let body = multipart(&[("application/json", &event), ("image/jpeg", picture)]);
    let answer = door.post(MULTIPART, &body).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "OK\n"));
    let punches = door.port.punches().await;
    let one = &punches[0];
    assert_eq!((one.pin.as_str(), one.shown.as_str()), ("007", "2016-02-16 07:58:01"));
    assert_eq!((one.raw, one.clock), ((1, 75), Clock::Doubtful));
    assert_eq!(one.person.as_ref().unwrap().0, "G6");
    door.port.county.acts.clone().close().await;
    let bytes = door.port.bytes();
    assert!(bytes.contains("20\t007\t2016-02-16T07:58:01+08:00\t5\t75\tcheckIn\tlater"));
    for dropped in ["secret-picture", "9988776655", "00:00:5e", "36.5", "FaceRect", "cardOrFace"] {
        assert!(!bytes.contains(dropped), "{dropped} is kept");
    }
}

#[tokio::test]
async fn json_and_xml_whatever_the_head_says_are_the_same_and_times_are_the_countys() {
    let door = door().await;
    door.json(&event(1, "7", ("2016-02-16T00:00:00Z", 1, false))).await;
    door.post("text/plain", &event(2, "7", ("2016-02-16T06:30:00+06:30", 1, false))).await;
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><EventNotificationAlert version=\"2.0\">\
        <dateTime>2016-02-16T08:00:02+08:00</dateTime><eventType>AccessControllerEvent</eventType>\
        <AccessControllerEvent><majorEventType>5</majorEventType><subEventType>38</subEventType>\
        <employeeNoString>7</employeeNoString><serialNo>3</serialNo><currentEvent>false</currentEvent>\
        </AccessControllerEvent></EventNotificationAlert>";
    let answer = door.post("application/xml", xml).await;
    assert_eq!(answer.status, 200);
    let list = format!("[{},{}]", at(4, "7", "08:00:03"), at(5, "8", "08:00:03"));
    door.json(&list).await;
    let shown: Vec<_> = door.port.punches().await.into_iter().rev().map(|one| one.shown).collect();
    let expected = ["08:00:00", "08:00:02", "08:00:03", "08:00:03"];
    assert_eq!(shown, expected.map(|time| format!("2016-02-16 {time}")), "the first came twice");
}

#[tokio::test]
async fn a_heartbeat_is_heard_and_measures_the_clock() {
    let door = door().await;
    let beat = "{\"ipAddress\":\"192.0.2.7\",\"dateTime\":\"2016-02-16T09:08:00+08:00\",\
                \"eventType\":\"heartBeat\",\"eventState\":\"active\"}";
    door.json(beat).await;
    let heard = door.view().await.heard;
    assert!(heard.heard_at.is_some() && heard.sent_at.is_none());
    assert_eq!(heard.drift, Some(420));
    door.json(&at(1, "7", "08:11:00")).await;
    let punch = &door.port.punches().await[0];
    assert_eq!((punch.clock, punch.shown.as_str()), (Clock::Measured, "2016-02-16 08:11:00"));
    assert_eq!(qz_domain::instant::rfc3339(punch.at), "2016-02-16T08:04:00+08:00");
}

#[tokio::test]
async fn what_comes_as_it_happens_measures_the_clock_and_what_comes_from_memory_does_not() {
    let door = door().await;
    door.json(&event(1, "7", ("2016-02-16T09:00:30+08:00", 75, false))).await;
    assert_eq!(door.view().await.heard.drift, None);
    door.json(&event(2, "8", ("2016-02-16T09:00:30+08:00", 75, true))).await;
    assert_eq!(door.view().await.heard.drift, Some(0));
    let clocks: Vec<_> = door.port.punches().await.iter().map(|one| one.clock).collect();
    assert!(clocks.contains(&Clock::Doubtful) && clocks.contains(&Clock::Measured), "{clocks:?}");
}

#[tokio::test]
async fn what_is_no_punch_is_answered_well_and_kept_nowhere() {
    let door = door().await;
    for other in [
        "{\"eventType\":\"videoloss\",\"eventState\":\"inactive\"}".to_owned(),
        "{\"eventType\":\"faceSnap\",\"name\":\"洛书远\"}".to_owned(),
        event(1, "", ("2016-02-16T08:00:00+08:00", 21, true)),
        event(2, "", ("2016-02-16T08:00:01+08:00", 76, true)),
        String::new(),
    ] {
        door.json(&other).await;
    }
    let view = door.view().await;
    assert_eq!((view.counts, view.numbers.highest), ((0, 0), Some(2)));
    assert_eq!(view.numbers.missing(), 0);
}

#[tokio::test]
async fn who_was_not_let_in_a_bad_time_and_a_bad_body_are_set_aside_with_their_reason() {
    let door = door().await;
    door.json(&event(1, "7", ("2016-02-16T08:00:00+08:00", 8, false))).await;
    door.json(&event(2, "7", ("1970-01-01T08:00:00+08:00", 75, false))).await;
    door.json(&event(3, "7", ("2016-02-16T08:00:00+00:00", 75, false))).await;
    door.json(&event(4, "七", ("2016-02-16T08:00:00+08:00", 75, false))).await;
    let answer = door.post("application/json", "{\"name\":\"洛书远\",").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "OK\n"), "or it would come for ever");
    door.json(&at(5, "7", "08:00:00")).await;
    let view = door.view().await;
    let reasons: Vec<_> = view.asides.iter().rev().map(|one| one.reason).collect();
    let expected = [Reason::Unproven, Reason::Unset, Reason::Future, Reason::Pin, Reason::Body];
    assert_eq!(reasons, expected);
    assert!(!view.asides.iter().any(|one| one.body.contains("洛书远")), "{:?}", view.asides);
    assert_eq!(view.counts, (1, 5));
}

#[tokio::test]
async fn a_whole_batch_sent_again_in_any_order_changes_nothing() {
    let door = door().await;
    let events: Vec<_> = (1..=20).map(|nth| at(nth, "7", &format!("08:00:{nth:02}"))).collect();
    let parts: Vec<_> = events.iter().map(|one| ("application/json", one.as_str())).collect();
    assert_eq!(door.post(MULTIPART, &multipart(&parts)).await.status, 200);
    let first = door.port.punches().await;
    assert_eq!(first.len(), 20);
    let size = door.port.county.acts.ledger_head().await.unwrap().size;
    assert_eq!(door.post(MULTIPART, &multipart(&parts)).await.status, 200);
    assert_eq!(door.port.county.acts.ledger_head().await.unwrap().size, size, "one act");
    for one in events.iter().rev() {
        door.json(one).await;
    }
    assert_eq!(door.port.punches().await, first);
    assert_eq!(door.view().await.numbers.missing(), 0);
}

#[tokio::test]
async fn a_number_that_never_came_is_missed_until_it_comes() {
    let door = door().await;
    for number in [101, 102, 106, 104] {
        door.json(&at(number, "7", &format!("08:01:{:02}", number - 100))).await;
    }
    let numbers = door.view().await.numbers;
    assert_eq!((numbers.highest, numbers.gaps.clone()), (Some(106), vec![(105, 105), (103, 103)]));
    assert_eq!(numbers.missing(), 2);
    // A door that opens has a number like a punch.
    door.json(&event(103, "", ("2016-02-16T08:00:00+08:00", 21, false))).await;
    door.json(&at(105, "7", "08:01:05")).await;
    assert_eq!(door.view().await.numbers.missing(), 0);
    door.json(&event(5_000, "7", ("2016-02-16T08:02:00+08:00", 75, true))).await;
    assert_eq!(door.view().await.numbers.missing(), 4_893);
    door.json(&event(1, "7", ("2016-02-16T08:03:00+08:00", 75, true))).await;
    let numbers = door.view().await.numbers;
    assert_eq!((numbers.highest, numbers.missing()), (Some(1), 0), "it counts anew");
}

#[tokio::test]
async fn a_box_without_its_key_or_not_in_service_is_put_off_and_learns_nothing() {
    let port = port().await;
    let (terminal, key) = keyed(&port.county, (DOOR, "hikvision")).await;
    let event = at(1, "7", "08:00:00");
    let path = format!("/isapi/{DOOR}/{key}");
    let put_off = async |path: &str| {
        let answer = port.post(path, &event).await;
        assert_eq!(
            (answer.status, answer.body.as_str()),
            (503, "ERROR: not in service\n"),
            "{path}"
        );
    };
    put_off(&path).await;
    take_up(&port.county, terminal).await;
    for path in [
        &format!("/isapi/{DOOR}/0000-0000-0000-0000-0000"),
        &format!("/isapi/UNKNOWN1/{key}"),
        // A terminal of the push protocol has no key, and one with a key is no such terminal.
        &format!("/isapi/CJDE0001/{key}"),
        &format!("/iclock/cdata?SN={DOOR}&table=ATTLOG&Stamp=1"),
        "/isapi/a%20b/x",
    ] {
        put_off(path).await;
    }
    assert!(port.punches().await.is_empty());
    assert_eq!(port.post(&path, &event).await.status, 200);
    assert_eq!(port.get(&path).await.status, 405);
    let hr = port.county.account(Role::Hr).await;
    let callers = port.county.acts.terminal_callers(hr).await.unwrap();
    assert_eq!(callers.iter().map(|one| one.serial.as_str()).collect::<Vec<_>>(), ["UNKNOWN1"]);
    let request = port.county.acts.new_request();
    let new = give_key(&port.county.acts, request, (hr, terminal)).await.unwrap().unwrap();
    put_off(&path).await;
    let path = format!("/isapi/{}/{}", DOOR.to_lowercase(), new.reveal().to_lowercase());
    assert_eq!(port.post(&path, &event).await.status, 200, "in any letters");
    port.county.done(EndKey { actor: hr, terminal }).await;
    put_off(&path).await;
}

#[tokio::test]
async fn ten_megabytes_are_too_much_and_nothing_of_them_is_taken() {
    let door = door().await;
    let much = multipart(&[
        ("application/json", &at(1, "7", "08:00:00")),
        ("image/jpeg", &"x".repeat(10 * 1024 * 1024)),
    ]);
    let answer = door.post(MULTIPART, &much).await;
    // The answer may be cut off by what is still on its way; nothing was taken all the same.
    assert!(matches!(answer.status, 413 | 0), "{}", answer.status);
    assert!(door.port.punches().await.is_empty());
    let less = multipart(&[
        ("application/json", &at(1, "7", "08:00:00")),
        ("image/jpeg", &"x".repeat(2 * 1024 * 1024)),
    ]);
    assert_eq!(door.post(MULTIPART, &less).await.status, 200);
    assert_eq!(door.port.punches().await.len(), 1);
}

#[tokio::test]
async fn who_sends_too_slowly_is_cut_off_and_sends_again() {
    let door = Door::open(Duration::from_millis(300)).await;
    let event = at(1, "7", "08:00:00");
    let mut slow = TcpStream::connect(door.port.address).await.unwrap();
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: x\r\nContent-Length: {}\r\n\r\n{}",
        door.path,
        event.len(),
        &event[..40]
    );
    slow.write_all(head.as_bytes()).await.unwrap();
    let mut said = vec![];
    let _ = tokio::time::timeout(Duration::from_secs(10), slow.read_to_end(&mut said)).await;
    assert!(String::from_utf8_lossy(&said).starts_with("HTTP/1.1 503"));
    assert!(door.port.punches().await.is_empty());
    door.json(&event).await;
    assert_eq!(door.port.punches().await.len(), 1);
}
