//! Tokens of programs: for one's own actions, for a while, never for an officer.

use super::town::{Town, key};
use qz_acts::account::{EndRole, SuspendAccount};
use qz_acts::identity::token::{self, TokenForm};
use qz_acts::identity::{IdentityError, Proof, Secret};
use qz_acts::{ActError, power};
use qz_domain::action::Action;
use qz_domain::id::AccountId;
use qz_domain::role::Role;
use qz_testkit::engines::on_both_engines;

async fn make(
    town: &Town,
    account: AccountId,
    actions: &[&str],
    days: &str,
) -> Result<Secret, ActError> {
    let form = TokenForm {
        label: "夜间导入".to_owned(),
        actions: actions.iter().map(|action| (*action).to_owned()).collect(),
        days: days.to_owned(),
    };
    token::make(&town.acts, account, &form).await
}

#[tokio::test]
async fn a_token_is_for_actions_its_owner_may_do() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let clerk = town.open("clerk.one").await;
        let none = make(&town, clerk, &["visit_list"], "30").await;
        assert_eq!(key(none), "forbidden visit_list", "no role yet");
        town.grant(clerk, Role::Clerk).await;
        let secret = make(&town, clerk, &["visit_list", "visit_import"], "30").await.unwrap();
        assert!(secret.reveal().starts_with("qz_"));
        let found = token::resolve(&town.acts, secret.reveal()).await.unwrap().unwrap();
        assert_eq!((found.actor.account, found.account_name.as_str()), (clerk, "clerk.one"));
        let Proof::Token { actions, .. } = found.proof else { panic!("a token") };
        assert_eq!(actions, [Action::VisitList, Action::VisitImport]);
        for (actions, days, fault) in [
            (vec!["training_record"], "30", "forbidden training_record"),
            (vec!["self_service"], "30", "forbidden self_service"),
            (vec![], "30", "actions fault-missing"),
            (vec!["everything"], "30", "actions fault-not-one-of"),
            (vec!["visit_list"], "91", "days fault-not-a-number"),
            (vec!["visit_list"], "0", "days fault-not-a-number"),
        ] {
            assert_eq!(key(make(&town, clerk, &actions, days).await), fault);
        }
        let proven = token::prove(&town.acts, "clerk.one", secret.reveal()).await;
        assert_eq!(proven.unwrap().actor.account, clerk);
        let other = token::prove(&town.acts, "system", secret.reveal()).await;
        assert!(matches!(other, Err(IdentityError::Wrong)));
    })
    .await;
}

#[tokio::test]
async fn officers_have_no_tokens_and_a_token_dies_when_its_owner_becomes_one() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        for role in [Role::System, Role::Security, Role::Audit] {
            let officer = town.officer(role).await;
            assert!(token::choices(&town.acts, officer).await.unwrap().is_empty());
            let refused = make(&town, officer, &["account_read"], "30").await;
            assert_eq!(key(refused), "forbidden account_read");
        }
        let account = town.open("somebody").await;
        let grant = town.grant(account, Role::Clerk).await;
        let secret = make(&town, account, &["visit_list"], "30").await.unwrap();
        let actor = town.officer(Role::Security).await;
        town.act(EndRole { actor, grant }).await.unwrap();
        let found = token::resolve(&town.acts, secret.reveal()).await.unwrap().unwrap();
        assert!(power::reach(&found.actor, Action::VisitList).is_none(), "no role, no power");
        town.grant(account, Role::Audit).await;
        assert!(token::resolve(&town.acts, secret.reveal()).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test]
async fn a_token_ends_with_its_days_its_account_and_its_owners_word() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let account = town.open("somebody").await;
        town.grant(account, Role::Clerk).await;
        let good = async |secret: &Secret| {
            token::resolve(&town.acts, secret.reveal()).await.unwrap().is_some()
        };
        let short = make(&town, account, &["visit_list"], "1").await.unwrap();
        town.pass(24 * 60 - 1);
        assert!(good(&short).await);
        town.pass(1);
        assert!(!good(&short).await, "its day is over");
        let secret = make(&town, account, &["visit_list"], "90").await.unwrap();
        let listed = token::list(&town.acts, account).await.unwrap();
        let other = town.officer(Role::System).await;
        assert_eq!(key(token::end(&town.acts, other, listed[0].id).await), "not found");
        token::end(&town.acts, account, listed[0].id).await.unwrap();
        assert!(!good(&secret).await, "ended by its owner");
        let secret = make(&town, account, &["visit_list"], "90").await.unwrap();
        town.act(SuspendAccount { actor: other, account }).await.unwrap();
        assert!(!good(&secret).await, "ended with its account");
        for text in ["", "qz_", "qz_x"] {
            assert!(token::resolve(&town.acts, text).await.unwrap().is_none());
        }
    })
    .await;
}
