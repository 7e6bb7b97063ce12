//! Sessions: how long they last, how many at once, who ends them.

use super::town::{PASSWORD, Town, key};
use qz_acts::identity::{Proof, Secret, session};
use qz_domain::id::SessionId;
use qz_domain::role::Role;
use qz_testkit::engines::on_both_engines;

async fn number(town: &Town, token: &Secret) -> SessionId {
    match town.who(token).await.expect("a session").proof {
        Proof::Session { id, .. } => id,
        Proof::Token { .. } => panic!("not a token"),
    }
}

#[tokio::test]
async fn a_session_ends_when_idle_for_half_an_hour() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let token = town.sign_in("system", PASSWORD).await.unwrap();
        for _ in 0..3 {
            town.pass(29);
            assert!(town.who(&token).await.is_some(), "used within half an hour");
        }
        town.pass(30);
        assert!(town.who(&token).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn a_session_ends_after_twelve_hours_of_use() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let token = town.sign_in("system", PASSWORD).await.unwrap();
        for _ in 0..(12 * 60 / 20 - 1) {
            town.pass(20);
            assert!(town.who(&token).await.is_some());
        }
        town.pass(20);
        assert!(town.who(&token).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn every_sign_in_is_a_new_session_and_each_is_ended_alone() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let account = town.open("somebody").await;
        let one = town.sign_in("somebody", PASSWORD).await.unwrap();
        let two = town.sign_in("somebody", PASSWORD).await.unwrap();
        assert_ne!(one, two);
        let (first, second) = (number(&town, &one).await, number(&town, &two).await);
        let listed = session::list(&town.acts, account).await.unwrap();
        assert_eq!(listed.len(), 3, "with the one from activating");
        let other = town.officer(Role::System).await;
        let foreign = session::end(&town.acts, other, first).await;
        assert_eq!(key(foreign), "not found", "another's session is not there");
        session::end(&town.acts, account, first).await.unwrap();
        assert!(town.who(&one).await.is_none() && town.who(&two).await.is_some());
        assert_eq!(key(session::end(&town.acts, account, first).await), "not found");
        session::end(&town.acts, account, second).await.unwrap();
        assert_eq!(session::list(&town.acts, account).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_account_has_five_sessions_at_once_and_an_officer_two() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        town.open("somebody").await;
        for (name, most) in [("somebody", session::AT_ONCE), ("audit", session::OFFICER_AT_ONCE)] {
            let mut tokens = vec![];
            for _ in 0..=most {
                town.pass(1);
                tokens.push(town.sign_in(name, PASSWORD).await.unwrap());
            }
            assert!(town.who(&tokens[0]).await.is_none(), "{name}: the oldest gives way");
            for token in &tokens[1..] {
                assert!(town.who(token).await.is_some(), "{name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_no_token_is_nobody() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        town.sign_in("system", PASSWORD).await.unwrap();
        for text in ["", "x", "' or 1=1 --", &"A".repeat(100_000)] {
            assert!(session::resolve(&town.acts, text).await.unwrap().is_none());
        }
    })
    .await;
}
