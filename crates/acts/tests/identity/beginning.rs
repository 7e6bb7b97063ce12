//! The beginning: the county, its three officers, their one-time codes.

use super::town::{OFFICE, PASSWORD, Town, county, from, key, told};
use qz_acts::account::{self, AccountForm, TieAccount};
use qz_acts::identity::init::{check_officers, found, init};
use qz_acts::identity::{demo, sign_in};
use qz_acts::organisation::{AddPerson, AddPost, PersonForm, PostForm};
use qz_domain::role::Role;
use qz_domain::spelled::Spelled;
use qz_testkit::engines::on_both_engines;

async fn faults(town: &Town) -> Vec<String> {
    let faults = check_officers(&town.acts).await.unwrap();
    faults.iter().map(|fault| fault.to_string().chars().take(42).collect()).collect()
}

#[tokio::test]
async fn init_invites_three_officers_once() {
    on_both_engines(async |url| {
        let town = Town::empty(&url).await;
        assert_eq!(faults(&town).await[0], "no account holds the role system (系统管理员)");
        let invitations = init(&town.acts, &county()).await.unwrap();
        let names: Vec<_> = invitations.iter().map(|i| i.account_name.as_str()).collect();
        assert_eq!(names, ["system", "security", "audit"]);
        assert_eq!(faults(&town).await.len(), 3, "nobody has used their code");
        for invitation in &invitations {
            let token = town.activate(invitation).await.unwrap();
            assert_eq!(town.roles(&token).await, [invitation.role]);
        }
        assert_eq!(faults(&town).await, Vec::<String>::new());
        let again = init(&town.acts, &county()).await;
        assert_eq!(key(again), "refusal-out-of-order");
        assert_eq!(key(found(&town.acts, county()).await), "refusal-out-of-order");
        assert_eq!(town.acts.units().await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_refused_beginning_leaves_nothing_behind() {
    on_both_engines(async |url| {
        let town = Town::empty(&url).await;
        let mut nameless = county();
        nameless.name = String::new();
        assert_eq!(key(init(&town.acts, &nameless).await), "name fault-missing");
        assert!(town.acts.units().await.unwrap().is_empty());
        assert!(init(&town.acts, &county()).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_code_is_good_once_for_a_day_and_a_wrong_one_tells_nothing() {
    on_both_engines(async |url| {
        let town = Town::empty(&url).await;
        let invitations = init(&town.acts, &county()).await.unwrap();
        let [system, security, audit] = &invitations[..] else { panic!("three officers") };
        let wrong = |name: &'static str, code: &'static str| {
            sign_in::activate(&town.acts, name, code, PASSWORD, from(OFFICE))
        };
        assert_eq!(told(wrong("system", "0000-0000-0000-0000-0000").await), "identity-wrong-code");
        assert_eq!(told(wrong("nobody", "0000-0000-0000-0000-0000").await), "identity-wrong-code");
        assert_eq!(told(wrong("system", "").await), "identity-wrong-code");
        let crossed = security.code.reveal();
        let crossed = sign_in::activate(&town.acts, "system", crossed, PASSWORD, from(OFFICE));
        assert_eq!(told(crossed.await), "identity-wrong-code");
        town.pass(1);
        assert_eq!(told(town.activate(system).await), "in");
        assert_eq!(told(town.activate(system).await), "identity-wrong-code", "used");
        town.pass(24 * 60 - 2);
        assert_eq!(told(town.activate(security).await), "in");
        town.pass(1);
        assert_eq!(told(town.activate(audit).await), "identity-wrong-code", "too old");
    })
    .await;
}

#[tokio::test]
async fn a_first_password_is_judged_with_what_is_known_of_its_owner() {
    on_both_engines(async |url| {
        let town = Town::empty(&url).await;
        let invitations = init(&town.acts, &county()).await.unwrap();
        let code = invitations[0].code.reveal();
        for (password, key) in [
            ("too short", "password-too-short"),
            ("password12345", "password-common"),
            ("my system is mine", "password-holds"),
            ("千溪县的天气真的很好呀呀", "password-holds"),
            ("qianxi county rain", "password-holds"),
            ("sudden rain at noon", "in"),
        ] {
            let outcome = sign_in::activate(&town.acts, "system", code, password, from(OFFICE));
            assert_eq!(told(outcome.await), key, "{password}");
        }
    })
    .await;
}

#[tokio::test]
async fn an_account_is_opened_by_the_system_officer_alone_and_told_its_code_once() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let form = |name: &str| AccountForm { name: name.to_owned(), person: String::new() };
        for role in [Role::Security, Role::Audit] {
            let actor = town.officer(role).await;
            let refused =
                account::open(&town.acts, town.acts.new_request(), actor, form("wen")).await;
            assert_eq!(key(refused), "forbidden account_manage");
        }
        let system = town.officer(Role::System).await;
        for (name, fault) in [
            ("", "name fault-missing"),
            ("w", "name fault-bad-form"),
            ("9wen", "name fault-bad-form"),
            ("wen yunan", "name fault-bad-form"),
            ("闻允安", "name fault-bad-form"),
            ("a123456789012345678901234567890123", "name fault-too-long"),
            (" AUDIT ", "name fault-taken"),
        ] {
            let refused =
                account::open(&town.acts, town.acts.new_request(), system, form(name)).await;
            assert_eq!(key(refused), fault, "{name:?}");
        }
        let open = |request: &str| {
            account::open(&town.acts, request.to_owned(), system, form("Wen.Yunan"))
        };
        let first = open("one click").await.unwrap();
        let second = open("one click").await.unwrap();
        assert_eq!(first.account, second.account);
        assert!(first.code.is_some() && second.code.is_none());
        assert_eq!(town.named("wen.yunan").await, first.account);
    })
    .await;
}

#[tokio::test]
async fn a_person_has_one_account_and_an_account_one_person() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        let hr = town.open("hr.first").await;
        town.grant(hr, Role::Hr).await;
        people(&town, hr).await;
        let system = town.officer(Role::System).await;
        let tie = |account, person: &str| TieAccount {
            actor: system,
            account,
            person: person.to_owned(),
        };
        assert_eq!(key(town.act(tie(hr, "G404")).await), "person fault-unknown");
        assert_eq!(key(town.act(tie(hr, "")).await), "person fault-missing");
        town.act(tie(hr, "G1")).await.unwrap();
        assert_eq!(key(town.act(tie(hr, "G2")).await), "person fault-taken");
        let other = town.open("second").await;
        assert_eq!(key(town.act(tie(other, "G1")).await), "person fault-taken");
        assert_eq!(key(town.act(tie(system, "G2")).await), "refusal-own-account");
        let form = AccountForm { name: "third".to_owned(), person: "G1".to_owned() };
        let third = account::open(&town.acts, town.acts.new_request(), system, form).await;
        assert_eq!(key(third), "person fault-taken");
    })
    .await;
}

async fn people(town: &Town, hr: qz_domain::id::AccountId) {
    let text = |text: &str| text.to_owned();
    let post = PostForm {
        code: text("QX-1"),
        unit: text("QX"),
        name: text("干事"),
        name_en: String::new(),
        rank: text("科员"),
        leads: text("否"),
        authorised: text("9"),
    };
    town.act(AddPost { actor: hr, form: post, source: String::new() }).await.unwrap();
    for (number, name) in [("G1", "桑叙和"), ("G2", "洛书远")] {
        let form = PersonForm {
            number: text(number),
            name: text(name),
            kind: text("公务员"),
            unit: text("QX"),
            post: text("QX-1"),
            since: text("2014-01-01"),
        };
        town.act(AddPerson { actor: hr, form, source: String::new() }).await.unwrap();
    }
}

#[tokio::test]
async fn a_demos_personas_are_taken_without_a_password_and_never_by_one() {
    on_both_engines(async |url| {
        let town = Town::empty(&url).await;
        found(&town.acts, county()).await.unwrap();
        let persona = |role, unit: &str| demo::Persona::open(role, None, unit.to_owned());
        let unknown = demo::open_personas(&town.acts, &[persona(Role::Hr, "ZZ")]).await;
        assert_eq!(key(unknown), "unit fault-unknown");
        let personas = [persona(Role::Hr, "QX"), persona(Role::System, "QX")];
        for _ in 0..2 {
            demo::open_personas(&town.acts, &personas).await.unwrap();
        }
        assert_eq!(demo::personas(&town.acts).await.unwrap(), [Role::Hr, Role::System]);
        let token = demo::sign_in(&town.acts, "hr").await.unwrap();
        assert_eq!(town.roles(&token).await, [Role::Hr]);
        assert_eq!(told(demo::sign_in(&town.acts, "clerk").await), "identity-no-persona");
        assert_eq!(told(demo::sign_in(&town.acts, "root").await), "identity-no-persona");
        for password in ["", "hr", PASSWORD] {
            assert_eq!(told(town.sign_in("hr", password).await), "identity-wrong");
        }
        let (actor, account) = (town.named("system").await, town.named("hr").await);
        town.act(account::SuspendAccount { actor, account }).await.unwrap();
        assert_eq!(told(demo::sign_in(&town.acts, "hr").await), "identity-suspended");
        assert_eq!(demo::personas(&town.acts).await.unwrap(), [Role::System]);
    })
    .await;
}

#[tokio::test]
async fn a_real_account_is_no_persona_whatever_its_name() {
    on_both_engines(async |url| {
        let town = Town::founded(&url).await;
        for role in [Role::System, Role::Security, Role::Audit] {
            let taken = demo::sign_in(&town.acts, role.code()).await;
            assert_eq!(told(taken), "identity-no-persona");
        }
    })
    .await;
}
