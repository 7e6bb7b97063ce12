//! Roles: two officers for each, the three kept apart, effect at the next request.

use super::town::{PASSWORD, Town, key, told};
use qz_acts::account::{ConfirmRole, EndRole, ResumeAccount, SuspendAccount, reset};
use qz_acts::identity::sign_in;
use qz_domain::role::Role;
use qz_testkit::engines::on_both_engines;

#[tokio::test]
async fn a_role_has_effect_once_a_second_officer_confirms_it_in_a_session_that_is_open() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let clerk = town.open("clerk.one").await;
        let token = town.sign_in("clerk.one", PASSWORD).await.unwrap();
        let grant = town.propose(clerk, Role::Clerk).await.unwrap();
        assert_eq!(town.roles(&token).await, [], "proposed only");
        let system = town.officer(Role::System).await;
        let alone = town.act(ConfirmRole { actor: system, grant }).await;
        assert_eq!(key(alone), "forbidden role_confirm");
        town.confirm(grant).await.unwrap();
        assert_eq!(town.roles(&token).await, [Role::Clerk]);
        assert_eq!(key(town.confirm(grant).await), "refusal-out-of-order");
        let actor = town.officer(Role::Security).await;
        town.act(EndRole { actor, grant }).await.unwrap();
        assert_eq!(town.roles(&token).await, [], "ended");
        assert_eq!(key(town.act(EndRole { actor, grant }).await), "refusal-out-of-order");
        assert_eq!(key(town.confirm(grant).await), "refusal-out-of-order");
    })
    .await;
}

#[tokio::test]
async fn only_the_system_officer_proposes_and_only_the_security_officer_confirms() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let account = town.open("somebody").await;
        for role in [Role::Security, Role::Audit] {
            let actor = town.officer(role).await;
            let refused = town.propose_by(actor, account, Role::Clerk).await;
            assert_eq!(key(refused), "forbidden role_propose");
        }
        let grant = town.propose(account, Role::Clerk).await.unwrap();
        for role in [Role::System, Role::Audit] {
            let actor = town.officer(role).await;
            assert_eq!(key(town.act(ConfirmRole { actor, grant }).await), "forbidden role_confirm");
            assert_eq!(key(town.act(EndRole { actor, grant }).await), "forbidden role_confirm");
        }
        let own = town.propose_by(account, account, Role::Clerk).await;
        assert_eq!(key(own), "forbidden role_propose");
    })
    .await;
}

#[tokio::test]
async fn whoever_proposed_does_not_confirm_even_in_another_office() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let second = town.open("second.system").await;
        let seat = town.grant(second, Role::System).await;
        let account = town.open("somebody").await;
        let grant = town.propose_by(second, account, Role::Clerk).await.unwrap();
        let security = town.officer(Role::Security).await;
        town.act(EndRole { actor: security, grant: seat }).await.unwrap();
        town.grant(second, Role::Security).await;
        let refused = town.act(ConfirmRole { actor: second, grant }).await;
        assert_eq!(key(refused), "refusal-same-officer");
        town.confirm(grant).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn no_account_holds_an_officers_role_beside_another() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let apart = "refusal-officer-holds-another";
        let audit = town.officer(Role::Audit).await;
        for role in [Role::Clerk, Role::Hr, Role::Security, Role::Audit] {
            assert_eq!(key(town.propose(audit, role).await), apart, "{role:?}");
        }
        let account = town.open("somebody").await;
        let clerk = town.propose(account, Role::Clerk).await.unwrap();
        assert_eq!(key(town.propose(account, Role::Audit).await), apart, "beside a proposed one");
        assert_eq!(key(town.propose(account, Role::Clerk).await), "role fault-taken");
        town.propose(account, Role::Inspector).await.unwrap();
        town.confirm(clerk).await.unwrap();
        let own = town.propose(town.officer(Role::System).await, Role::Clerk).await;
        assert_eq!(key(own), "refusal-own-account");
    })
    .await;
}

#[tokio::test]
async fn officers_do_not_decide_about_themselves_and_no_office_is_left_empty() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let system = town.officer(Role::System).await;
        let security = town.officer(Role::Security).await;
        let own = SuspendAccount { actor: system, account: system };
        assert_eq!(key(town.act(own).await), "refusal-own-account");
        let own = reset(&town.acts, town.acts.new_request(), system, system).await;
        assert_eq!(key(own), "refusal-own-account");
        for role in [Role::Security, Role::Audit] {
            let account = town.officer(role).await;
            let last = town.act(SuspendAccount { actor: system, account }).await;
            assert_eq!(key(last), "refusal-last-officer");
        }
        let seat = town.acts.account(system).await.unwrap().unwrap().grants[0].grant.id;
        let last = town.act(EndRole { actor: security, grant: seat }).await;
        assert_eq!(key(last), "refusal-last-officer");
        let own = town.acts.account(security).await.unwrap().unwrap().grants[0].grant.id;
        let own = town.act(EndRole { actor: security, grant: own }).await;
        assert_eq!(key(own), "refusal-own-account");
        let second = town.open("second.audit").await;
        town.grant(second, Role::Audit).await;
        let account = town.officer(Role::Audit).await;
        town.act(SuspendAccount { actor: system, account }).await.unwrap();
        let last = town.act(SuspendAccount { actor: system, account: second }).await;
        assert_eq!(key(last), "refusal-last-officer");
    })
    .await;
}

#[tokio::test]
async fn suspending_ends_sessions_at_once_and_resuming_gives_none_back() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let (actor, account) = (town.officer(Role::System).await, town.open("somebody").await);
        let token = town.sign_in("somebody", PASSWORD).await.unwrap();
        assert!(town.who(&token).await.is_some());
        town.act(SuspendAccount { actor, account }).await.unwrap();
        assert!(town.who(&token).await.is_none());
        assert_eq!(told(town.sign_in("somebody", PASSWORD).await), "identity-suspended");
        assert_eq!(told(town.sign_in("somebody", "another password").await), "identity-wrong");
        let twice = town.act(SuspendAccount { actor, account }).await;
        assert_eq!(key(twice), "refusal-out-of-order");
        assert_eq!(key(town.propose(account, Role::Clerk).await), "refusal-out-of-order");
        town.act(ResumeAccount { actor, account }).await.unwrap();
        let twice = town.act(ResumeAccount { actor, account }).await;
        assert_eq!(key(twice), "refusal-out-of-order");
        assert!(town.who(&token).await.is_none(), "an ended session stays ended");
        assert_eq!(told(town.sign_in("somebody", PASSWORD).await), "in");
    })
    .await;
}

#[tokio::test]
async fn a_role_proposed_for_a_suspended_account_is_not_confirmed() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let (actor, account) = (town.officer(Role::System).await, town.open("somebody").await);
        let grant = town.propose(account, Role::Clerk).await.unwrap();
        town.act(SuspendAccount { actor, account }).await.unwrap();
        assert_eq!(key(town.confirm(grant).await), "refusal-out-of-order");
        town.act(ResumeAccount { actor, account }).await.unwrap();
        town.confirm(grant).await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_reset_kills_the_old_password_and_its_owner_chooses_the_new_one() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let (system, account) = (town.officer(Role::System).await, town.open("somebody").await);
        let session = town.sign_in("somebody", PASSWORD).await.unwrap();
        let invited = reset(&town.acts, town.acts.new_request(), system, account).await.unwrap();
        let code = invited.code.unwrap();
        assert!(town.who(&session).await.is_none());
        assert_eq!(told(town.sign_in("somebody", PASSWORD).await), "identity-wrong");
        let new = "a heron stands on one leg";
        let activated = sign_in::activate(
            &town.acts,
            "somebody",
            code.reveal(),
            new,
            super::town::from(super::town::OFFICE),
        );
        assert_eq!(told(activated.await), "in");
        assert_eq!(told(town.sign_in("somebody", PASSWORD).await), "identity-wrong");
        assert_eq!(told(town.sign_in("somebody", new).await), "in");
        let audit = town.officer(Role::Audit).await;
        let refused = reset(&town.acts, town.acts.new_request(), audit, account).await;
        assert_eq!(key(refused), "forbidden account_manage");
    })
    .await;
}

#[tokio::test]
async fn of_two_who_confirm_one_wins_and_an_end_is_never_overrun() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let actor = town.officer(Role::Security).await;
        let account = town.open("somebody").await;
        for _ in 0..10 {
            let grant = town.propose(account, Role::Clerk).await.unwrap();
            let (one, two) = tokio::join!(town.confirm(grant), town.confirm(grant));
            let mut outcomes = [one.is_ok(), two.is_ok()];
            outcomes.sort_unstable();
            assert_eq!(outcomes, [false, true]);
            town.act(EndRole { actor, grant }).await.unwrap();
            let grant = town.propose(account, Role::Clerk).await.unwrap();
            let (_, ended) = tokio::join!(town.confirm(grant), town.act(EndRole { actor, grant }));
            ended.unwrap();
            let page = town.acts.account(account).await.unwrap().unwrap();
            let stage = page.grants.last().unwrap().grant.stage;
            assert_eq!(stage, qz_domain::account::GrantStage::Ended);
        }
    })
    .await;
}
