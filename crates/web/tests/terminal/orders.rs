//! What is ordered of a box, and what it says to that.

use crate::device::{BOX, port};
use qz_domain::role::Role;
use qz_testkit::terminal::order;

#[tokio::test]
async fn two_hundred_and_one_orders_go_out_in_two_answers() {
    let port = port().await;
    for _ in 0..201 {
        order(&port.county, port.terminal, "check").await;
    }
    let path = format!("/iclock/getrequest?SN={BOX}&INFO=8.0.1,12,3,4000,192.0.2.7");
    let first = port.get(&path).await.body;
    let second = port.get(&path).await.body;
    assert_eq!((first.lines().count(), second.lines().count()), (200, 1));
    assert!(first.starts_with("C:") && first.ends_with(":CHECK\n"));
    assert_eq!(port.get(&path).await.body, "OK\n");
}

#[tokio::test]
async fn three_results_at_once_are_read_and_those_of_nobodys_orders_passed_over() {
    let port = port().await;
    let mut ids = vec![];
    for what in ["check", "info", "log"] {
        ids.push(order(&port.county, port.terminal, what).await);
    }
    port.get(&format!("/iclock/getrequest?SN={BOX}")).await;
    let body = format!(
        "ID={}&Return=0&CMD=DATA\nID={}&Return=0&CMD=INFO\nFWVersion=8.0.1\nID={}&Return=-1&CMD=LOG\n\
         ID=424242&Return=0&CMD=DATA\n",
        ids[0], ids[1], ids[2]
    );
    let answer = port.post(&format!("/iclock/devicecmd?SN={BOX}"), &body).await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "OK\n"));
    let hr = port.county.account(Role::Hr).await;
    let orders = port.county.acts.terminal(hr, port.terminal).await.unwrap().orders;
    let results: Vec<_> = orders.iter().rev().map(|one| one.result).collect();
    assert_eq!(results, [Some(0), Some(0), Some(-1)]);
}

#[tokio::test]
async fn an_order_is_not_lost_when_the_box_goes_away_before_it_hears() {
    use tokio::io::AsyncWriteExt;
    let port = port().await;
    let id = order(&port.county, port.terminal, "check").await;
    let mut gone = tokio::net::TcpStream::connect(port.address).await.unwrap();
    let ask = format!("GET /iclock/getrequest?SN={BOX} HTTP/1.1\r\nHost: x\r\n\r\n");
    gone.write_all(ask.as_bytes()).await.unwrap();
    drop(gone);
    let hr = port.county.account(Role::Hr).await;
    let orders = port.county.acts.terminal(hr, port.terminal).await.unwrap().orders;
    assert_eq!((orders[0].id.0, orders[0].answered_at), (id, None), "it waits for its result");
}
