//! What a box sends.

use crate::device::{BOX, Port, port};
use qz_acts::terminal::view::Page;
use qz_domain::punch::Clock;
use qz_domain::role::Role;
use std::time::{Duration, Instant};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

#[tokio::test]
async fn lines_of_two_to_sixteen_fields_with_any_end_are_punches() {
    let port = port().await;
    let body = "007\t2016-02-16 07:58:01\r\n0\t2016-02-16 07:58:02\t255\t15\t0\r\n\
                1\t2016-02-16 07:58:03\t0\t25\t0\t0\t0\r\n\
                1\t2016-02-16 07:58:04\t0\t200\t0\t0\t0\t1\t36.5\t0\r\n\
                1\t2016-02-16 07:58:05\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t9\t";
    let answer = port.attlog("1", body).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "OK: 5\n"));
    let punches = port.punches().await;
    let found: Vec<_> = punches.iter().rev().map(|one| (one.pin.as_str(), one.raw)).collect();
    let raw = [(-1, -1), (255, 15), (0, 25), (0, 200), (0, 1)];
    assert_eq!(found, ["007", "0", "1", "1", "1"].into_iter().zip(raw).collect::<Vec<_>>());
    assert_eq!(port.attlog("2", "").await.body, "OK: 0\n", "an empty body");
}

#[tokio::test]
async fn a_bad_line_among_good_ones_is_set_aside_and_the_batch_is_done() {
    let port = port().await;
    let body = "1\t2016-02-16 07:58:01\t0\t1\nrubbish\n1\t1455580681\t0\t1\n\
                1\t1970-01-01 00:00:00\t0\t1\n1\t2000-01-01 00:00:01\t0\t1\n\
                1\t2099-01-01 00:00:00\t0\t1\n2\t2016-02-16 07:58:01\t0\t1\n";
    assert_eq!(port.attlog("1", body).await.body, "OK: 2\n");
    let hr = port.county.account(Role::Hr).await;
    let view = port.county.acts.terminal(hr, port.terminal).await.unwrap();
    assert_eq!(view.counts, (2, 5));
}

#[tokio::test]
async fn whatever_is_sent_again_in_any_order_is_answered_well_and_kept_once() {
    let port = port().await;
    let (first, second) = ("1\t2016-02-16 07:58:01\t0\t1\n", "1\t2016-02-16 08:58:01\t1\t1\n");
    assert_eq!(port.attlog("20", second).await.body, "OK: 1\n");
    assert_eq!(port.attlog("10", first).await.body, "OK: 1\n");
    for stamp in ["10", "20", "None", "0"] {
        let both = format!("{first}{second}");
        assert_eq!(port.attlog(stamp, &both).await.body, "OK: 2\n");
        assert_eq!(port.attlog(stamp, first).await.body, "OK: 1\n");
    }
    assert_eq!(port.punches().await.len(), 2);
}

#[tokio::test]
async fn how_far_it_has_sent_is_told_again_as_it_said_it() {
    let port = port().await;
    let line = "1\t2016-02-16 07:58:01\t0\t1\n";
    for stamp in ["None", "2016-02-16T08:00:00", "82983982"] {
        port.attlog(stamp, line).await;
        let hello = port.get(&format!("/iclock/cdata?SN={BOX}&options=all&pushver=2.4.1")).await;
        assert!(hello.body.contains(&format!("\nATTLOGStamp={stamp}\n")), "{}", hello.body);
    }
    // A watermark that would write a line of its own into the hello is none.
    port.attlog("1%0ATransFlag=1111111111", line).await;
    let hello = port.get(&format!("/iclock/cdata?SN={BOX}&options=all&pushver=2.4.1")).await;
    assert!(hello.body.contains("\nATTLOGStamp=82983982\n"), "{}", hello.body);
}

#[tokio::test]
async fn ten_megabytes_are_too_much_and_sent_again_in_parts_nothing_is_lost() {
    let port = port().await;
    let line = "1\t2016-02-16 07:58:01\t0\t1\n";
    let much = line.repeat(10 * 1024 * 1024 / line.len());
    let answer = port.attlog("1", &much).await;
    // The answer may be cut off by what is still on its way; nothing was taken all the same.
    assert!(matches!(answer.status, 413 | 0), "{}", answer.status);
    assert!(port.punches().await.is_empty());
    let declared = format!(
        "POST /iclock/cdata?SN={BOX}&table=ATTLOG HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\
         Transfer-Encoding: chunked\r\n\r\n"
    );
    let chunk = "x".repeat(64 * 1024);
    let chunks = format!("10000\r\n{chunk}\r\n").repeat(33);
    assert_eq!(port.send(&format!("{declared}{chunks}")).await.status, 413);
    assert_eq!(port.attlog("1", line).await.body, "OK: 1\n");
}

#[tokio::test]
async fn who_sends_too_slowly_is_cut_off_and_the_others_are_served() {
    let port = Port::open(Duration::from_millis(300)).await;
    let mut slow = TcpStream::connect(port.address).await.unwrap();
    let head = format!(
        "POST /iclock/cdata?SN={BOX}&table=ATTLOG HTTP/1.1\r\nHost: x\r\nContent-Length: 40\r\n\r\n1\t2016"
    );
    slow.write_all(head.as_bytes()).await.unwrap();
    assert_eq!(port.attlog("1", "1\t2016-02-16 07:58:01\t0\t1\n").await.status, 200);
    let mut said = vec![];
    let _ = tokio::time::timeout(Duration::from_secs(10), slow.read_to_end(&mut said)).await;
    assert!(String::from_utf8_lossy(&said).starts_with("HTTP/1.1 503"));
    assert_eq!(port.punches().await.len(), 1);
}

#[tokio::test]
async fn who_dawdles_over_the_head_of_a_call_is_cut_off_and_the_others_are_served() {
    let port = Port::open(Duration::from_millis(300)).await;
    let mut slow = TcpStream::connect(port.address).await.unwrap();
    let began = Instant::now();
    let head = format!("GET /iclock/getrequest?SN={BOX} HTTP/1.1\r\nHost: x\r\n");
    slow.write_all(head.as_bytes()).await.unwrap();
    let (mut reads, mut writes) = slow.into_split();
    // A letter now and then, and never the empty line that ends a head.
    let dawdling = tokio::spawn(async move {
        while writes.write_all(b"X-Wait: a\r\n").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    });
    assert_eq!(port.attlog("1", "1\t2016-02-16 07:58:01\t0\t1\n").await.status, 200);
    let mut said = vec![];
    let cut = tokio::time::timeout(Duration::from_secs(10), reads.read_to_end(&mut said)).await;
    assert!(cut.is_ok(), "it is still connected after {:?}", began.elapsed());
    assert!(began.elapsed() >= Duration::from_millis(300), "cut off too soon");
    assert!(!String::from_utf8_lossy(&said).contains("200 OK"), "no head, no answer");
    dawdling.abort();
    assert_eq!(port.punches().await.len(), 1);
}

#[tokio::test]
async fn no_password_no_template_and_no_picture_is_kept() {
    let port = port().await;
    let body = "OPLOG 21\t0\t2016-02-16 08:00:00\t0\t0\t0\t0\nUSER PIN=7\tName=洛书远\tPri=0\tPasswd=24680\n\
                FP PIN=7\tFID=0\tSize=9\tValid=1\tTMP=QUJDREVG\nBIOPHOTO PIN=7\tContent=QUJDREVG\n";
    let path = format!("/iclock/cdata?SN={BOX}&table=OPERLOG&Stamp=5");
    assert_eq!(port.post(&path, body).await.status, 200);
    for table in ["ATTPHOTO", "options", "BIODATA", "nobody-knows"] {
        let path = format!("/iclock/cdata?SN={BOX}&table={table}&Stamp=1");
        let answer = port.post(&path, "PIN=7\nFFD8\u{0}secret-picture").await;
        assert_eq!((answer.status, answer.body.as_str()), (200, "OK\n"), "{table}");
    }
    let folder = port.county.acts.clone();
    folder.close().await;
    let text = port.bytes();
    assert!(text.contains("OPLOG 21") && text.contains("USER PIN=7\tPri=0"));
    for secret in ["24680", "QUJDREVG", "secret-picture", "Name=洛书远"] {
        assert!(!text.contains(secret), "{secret} is kept");
    }
}

#[tokio::test]
async fn a_clock_that_a_call_tells_is_taken_off_its_punches() {
    let port = port().await;
    let path = format!("/iclock/cdata?SN={BOX}&table=ATTLOG&Stamp=1");
    let date = "Date: Tue, 16 Feb 2016 01:08:00 GMT\r\n";
    port.post_with(&path, date, "1\t2016-02-16 08:11:00\t0\t1\n").await;
    let punch = &port.punches().await[0];
    assert_eq!((punch.clock, punch.shown.as_str()), (Clock::Measured, "2016-02-16 08:11:00"));
    assert_eq!(qz_domain::instant::rfc3339(punch.at), "2016-02-16T08:04:00+08:00");
    let hr = port.county.account(Role::Hr).await;
    let (filter, sort) = Default::default();
    let lines = port.county.acts.terminals(hr, &filter, (sort, Page::all())).await.unwrap().0;
    assert_eq!(lines[0].drift, Some(420));
}
