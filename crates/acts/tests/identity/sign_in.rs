//! Signing in: what a stranger learns (nothing), how long a guesser waits, what the owner keeps.

use super::town::{OFFICE, PASSWORD, Town, from, told};
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, Version};
use qz_acts::account::{Activate, ChangePassword, OpenAccount};
use qz_acts::identity::sign_in::change_password;
use qz_domain::role::Role;
use qz_testkit::engines::on_both_engines;

#[tokio::test]
async fn an_unknown_name_is_told_the_same_and_costs_the_same_as_a_wrong_password() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let computed = || town.acts.passwords().computed();
        let before = computed();
        let known = town.sign_in("system", "not the password").await;
        let after_known = computed();
        let unknown = town.sign_in("nobody", "not the password").await;
        let after_unknown = computed();
        assert_eq!(format!("{known:?}"), format!("{unknown:?}"));
        assert_eq!((after_known - before, after_unknown - after_known), (1, 1));
        let invited = OpenAccount {
            actor: town.officer(Role::System).await,
            form: qz_acts::account::AccountForm {
                name: "invited".to_owned(),
                ..Default::default()
            },
            code: "hash".to_owned(),
        };
        town.act(invited).await.unwrap();
        assert_eq!(told(town.sign_in("invited", "").await), "identity-wrong");
        assert_eq!(computed() - after_unknown, 1);
    })
    .await;
}

#[tokio::test]
async fn a_name_is_taken_in_any_case_and_a_password_only_as_it_is() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        assert_eq!(told(town.sign_in("  SYSTEM ", PASSWORD).await), "in");
        assert_eq!(told(town.sign_in("system", &PASSWORD.to_uppercase()).await), "identity-wrong");
        assert_eq!(told(town.sign_in("system", &format!("{PASSWORD} ")).await), "identity-wrong");
        let long = format!("{PASSWORD}{}", "x".repeat(5000));
        assert_eq!(told(town.sign_in("system", &long).await), "identity-wrong");
    })
    .await;
}

#[tokio::test]
async fn a_guesser_waits_longer_each_time_and_the_owner_elsewhere_does_not() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let guess = async || told(town.sign_in_from("system", "a guess", "198.51.100.7").await);
        for _ in 0..3 {
            assert_eq!(guess().await, "identity-wrong");
        }
        assert_eq!(guess().await, "wait 1");
        for wait in [1, 2, 4, 8] {
            town.pass_seconds(wait);
            assert_eq!(guess().await, "identity-wrong");
            assert_eq!(guess().await, format!("wait {}", wait * 2));
        }
        let right = town.sign_in_from("system", PASSWORD, "198.51.100.7").await;
        assert_eq!(told(right), "wait 16", "even the right password waits there");
        assert_eq!(told(town.sign_in("system", PASSWORD).await), "in");
        town.pass(24 * 60 + 1);
        assert_eq!(guess().await, "identity-wrong", "failures expire");
        assert_eq!(guess().await, "identity-wrong");
    })
    .await;
}

#[tokio::test]
async fn success_forgets_the_failures_of_that_address() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        for _ in 0..2 {
            assert_eq!(told(town.sign_in("system", "mistyped").await), "identity-wrong");
        }
        assert_eq!(told(town.sign_in("system", PASSWORD).await), "in");
        for _ in 0..3 {
            assert_eq!(told(town.sign_in("system", "mistyped").await), "identity-wrong");
        }
        assert_eq!(told(town.sign_in("system", PASSWORD).await), "wait 1");
    })
    .await;
}

#[tokio::test]
async fn many_at_once_get_no_more_tries_than_one_after_another() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let before = town.acts.passwords().computed();
        let mut tries = tokio::task::JoinSet::new();
        for nth in 0..20 {
            let acts = town.acts.clone();
            tries.spawn(async move {
                let guess = format!("guess number {nth}");
                told(
                    qz_acts::identity::sign_in::sign_in(&acts, "system", &guess, from(OFFICE))
                        .await,
                )
            });
        }
        let outcomes = tries.join_all().await;
        let wrong = outcomes.iter().filter(|said| *said == "identity-wrong").count();
        let waiting = outcomes.iter().filter(|said| *said == "wait 1").count();
        assert_eq!((wrong, waiting), (3, 17), "{outcomes:?}");
        assert_eq!(town.acts.passwords().computed() - before, 3);
    })
    .await;
}

#[tokio::test]
async fn strangers_use_up_their_hundred_and_never_the_owners_way_in() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        // One guess from each of many addresses in many networks: nobody waits for a pair.
        let mut refused = 0;
        for nth in 0..90 {
            let address = format!("198.51.{nth}.7");
            let said = told(town.sign_in_from("system", "a guess", &address).await);
            refused += u32::from(said == "wait 300");
        }
        assert_eq!(refused, 10, "after eighty in an hour strangers are stopped");
        let unfamiliar = town.sign_in_from("system", PASSWORD, "203.0.113.1").await;
        assert_eq!(told(unfamiliar), "wait 300");
        assert_eq!(told(town.sign_in("system", PASSWORD).await), "in", "where the owner sits");
        town.pass(61);
        let unfamiliar = town.sign_in_from("system", PASSWORD, "203.0.113.1").await;
        assert_eq!(told(unfamiliar), "in", "never for good");
    })
    .await;
}

#[tokio::test]
async fn a_network_that_tries_many_names_is_slowed() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let mut said = String::new();
        for nth in 0..31 {
            let (name, address) = (format!("name{nth}"), format!("198.51.100.{nth}"));
            said = told(town.sign_in_from(&name, "password12345", &address).await);
        }
        assert_eq!(said, "wait 1");
        let other = town.sign_in_from("name32", "password12345", "198.51.101.1").await;
        assert_eq!(told(other), "identity-wrong", "another network is not slowed");
    })
    .await;
}

#[tokio::test]
async fn a_weak_hash_is_replaced_when_its_owner_signs_in() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let open = OpenAccount {
            actor: town.officer(Role::System).await,
            form: qz_acts::account::AccountForm { name: "old".to_owned(), ..Default::default() },
            code: "hash".to_owned(),
        };
        let account = town.act(open).await.unwrap().account;
        let params = Params::new(1024, 1, 1, None).unwrap();
        let weak = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let weak: PasswordHash =
            weak.hash_password_with_salt(PASSWORD.as_bytes(), b"sixteen bytes ok").unwrap();
        let phc = weak.to_string();
        town.act(Activate { account, code: "hash".to_owned(), phc: phc.clone() }).await.unwrap();
        let computed = || town.acts.passwords().computed();
        let before = computed();
        assert_eq!(told(town.sign_in("old", PASSWORD).await), "in");
        assert_eq!(computed() - before, 2, "verified, and hashed anew");
        assert_eq!(told(town.sign_in("old", PASSWORD).await), "in");
        assert_eq!(computed() - before, 3);
        let stale = ChangePassword { account, old: phc, new: "x".to_owned() };
        let stale = super::town::key(town.act(stale).await);
        assert_eq!(stale, "forbidden self_service", "the weak hash is gone");
    })
    .await;
}

#[tokio::test]
async fn a_changed_password_ends_every_session_and_begins_one() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let account = town.open("somebody").await;
        let here = town.sign_in("somebody", PASSWORD).await.unwrap();
        let there = town.sign_in_from("somebody", PASSWORD, "203.0.113.9").await.unwrap();
        let new = "a heron stands on one leg";
        let change = async |present: &str, new: &str| {
            change_password(&town.acts, account, present, new, from(OFFICE)).await
        };
        assert_eq!(told(change("not the password", new).await), "identity-wrong");
        assert_eq!(told(change(PASSWORD, PASSWORD).await), "password-same");
        assert_eq!(told(change(PASSWORD, "short").await), "password-too-short");
        assert!(town.who(&here).await.is_some() && town.who(&there).await.is_some());
        town.pass_seconds(2);
        let fresh = change(PASSWORD, new).await.unwrap();
        assert!(town.who(&here).await.is_none() && town.who(&there).await.is_none());
        assert!(town.who(&fresh).await.is_some());
        assert_eq!(told(town.sign_in("somebody", new).await), "in");
        assert_eq!(told(town.sign_in("somebody", PASSWORD).await), "identity-wrong");
    })
    .await;
}
