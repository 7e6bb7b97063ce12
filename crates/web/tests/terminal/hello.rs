//! Who calls, and what it is told.

use crate::device::{BOX, port};
use qz_domain::role::Role;
use qz_testkit::terminal::{form, pending};

fn hello(serial: &str, zone: &str, stamps: [&str; 3]) -> String {
    format!(
        "GET OPTION FROM: {serial}\n{}=0\n{}=0\n{}=9999\nErrorDelay=30\nDelay=10\n\
         TransTimes=00:00;14:05\nTransInterval=1\nTransFlag=TransData AttLog\tOpLog\n{zone}\
         Realtime=1\nEncrypt=0\nServerVer=2.4.1\nPushProtVer=2.4.1\nMaxPostSize=1048576\n",
        stamps[0], stamps[1], stamps[2]
    )
}

const NEW: [&str; 3] = ["ATTLOGStamp", "OPERLOGStamp", "ATTPHOTOStamp"];

#[tokio::test]
async fn the_hello_is_these_bytes_whatever_version_says_it() {
    let port = port().await;
    for (version, names) in
        [("&pushver=2.4.1", NEW), ("&pushver=3.1.2", NEW), ("", ["Stamp", "OpStamp", "PhotoStamp"])]
    {
        let path = format!("/iclock/cdata?SN={BOX}&options=all{version}&language=83");
        let answer = port.get(&path).await;
        assert_eq!((answer.status, answer.body), (200, hello(BOX, "TimeZone=8\n", names)));
        assert!(answer.head.to_lowercase().contains("content-type: text/plain"));
    }
}

#[tokio::test]
async fn the_number_in_small_letters_and_the_path_with_aspx_are_the_same_box() {
    let port = port().await;
    let answer = port.get("/iclock/cdata.aspx?sn=cjde0001&options=all&pushver=2.4.1").await;
    assert_eq!(answer.body, hello("cjde0001", "TimeZone=8\n", NEW));
    assert_eq!(port.get("/iclock/getrequest.aspx?sn=cjde0001").await.body, "OK\n");
    assert_eq!(port.post("/iclock/devicecmd.aspx?sn=cjde0001", "").await.body, "OK\n");
}

#[tokio::test]
async fn each_model_is_told_the_zone_as_it_wants() {
    let port = port().await;
    let hr = port.county.account(Role::Hr).await;
    for (nth, (zone, said)) in
        [("minutes", "TimeZone=480\n"), ("offset", "TimeZone=+08:00\n"), ("unsaid", "")]
            .into_iter()
            .enumerate()
    {
        let serial = format!("ZONE000{nth}");
        let form = qz_acts::terminal::TerminalForm { zone: zone.to_owned(), ..form(&serial) };
        let act = qz_acts::terminal::RegisterTerminal { actor: hr, form };
        let terminal = port.county.done(act).await.terminal;
        let act = qz_acts::terminal::TakeUpTerminal { actor: hr, terminal, version: 1 };
        port.county.done(act).await;
        let answer = port.get(&format!("/iclock/cdata?SN={serial}&options=all&pushver=2")).await;
        assert_eq!(answer.body, hello(&serial, said, NEW));
    }
}

#[tokio::test]
async fn who_is_unknown_or_waits_is_put_off_and_remembered() {
    let port = port().await;
    pending(&port.county, "WAITS001").await;
    for serial in ["UNKNOWN1", "WAITS001"] {
        let query = format!("?SN={serial}&options=all&table=ATTLOG&Stamp=1");
        let line = "1\t2016-02-16 08:00:00\t0\t1\n";
        for answer in [
            port.get(&format!("/iclock/cdata{query}")).await,
            port.post(&format!("/iclock/cdata{query}"), line).await,
            port.get(&format!("/iclock/getrequest{query}")).await,
            port.post(&format!("/iclock/devicecmd{query}"), "ID=1&Return=0").await,
        ] {
            assert_eq!((answer.status, answer.body.as_str()), (503, "ERROR: not in service\n"));
        }
    }
    assert!(port.punches().await.is_empty());
    let hr = port.county.account(Role::Hr).await;
    let callers = port.county.acts.terminal_callers(hr).await.unwrap();
    assert_eq!(callers.iter().map(|one| one.serial.as_str()).collect::<Vec<_>>(), ["UNKNOWN1"]);
    for path in ["/iclock/cdata", "/iclock/cdata?SN=", "/iclock/cdata?SN=a%0D%0Ab"] {
        assert_eq!(port.get(path).await.status, 400, "{path}");
    }
}

#[tokio::test]
async fn there_is_no_page_and_nothing_else_on_the_port() {
    let port = port().await;
    for path in ["/", "/desk", "/sign-in", "/iclock", "/iclock/registry", "/metrics", "/api/v1"] {
        let answer = port.get(path).await;
        assert_eq!((answer.status, answer.body.as_str()), (404, ""), "{path}");
    }
    assert_eq!(port.post("/iclock/getrequest?SN=CJDE0001", "").await.status, 405);
}

#[tokio::test]
async fn the_time_is_the_servers_in_the_head_and_when_it_is_asked() {
    let port = port().await;
    let answer = port.get(&format!("/iclock/cdata?SN={BOX}&type=time")).await;
    assert_eq!(answer.body, "Time=2016-02-16T09:01:00+08:00\n");
    let head = answer.head.to_lowercase();
    assert!(head.contains("date: tue, 16 feb 2016 01:01:00 gmt"), "{head}");
    assert_eq!(head.matches("\ndate:").count(), 1);
}
