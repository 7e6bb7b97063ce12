//! The officers at work: an account from its opening to its first power, page by page.

use super::sign_in::PASSWORD;
use axum::http::StatusCode;
use qz_domain::role::Role;
use qz_testkit::client::{Client, Page};
use qz_testkit::county::county;
use qz_testkit::engines::on_both_engines;

/// Where the first form leads whose path ends like this.
fn action(page: &Page, ending: &str) -> Option<String> {
    let forms = page.body.split("action=\"").skip(1).filter_map(|rest| rest.split('"').next());
    forms.filter(|path| path.ends_with(ending)).map(str::to_owned).next()
}

/// Opens an account for G4; returns its one-time code as it was typed off.
async fn open_an_account(system: &mut Client) -> String {
    let fields = [("name", "qiao.yining"), ("person", "G404")];
    let page = system.post("/desk/accounts", &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.body.contains("value=\"qiao.yining\""), "what was typed is kept");
    let page = system.post("/desk/accounts", &[("name", "qiao.yining"), ("person", "G4")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let (_, rest) = page.body.split_once("<code>").unwrap();
    rest.split('<').next().unwrap().to_lowercase()
}

/// Its owner mistypes twice, then is in.
async fn activate(owner: &mut Client, code: &str) {
    for (code, again, status) in [
        ("0000-0000-0000-0000-0000", PASSWORD, StatusCode::UNAUTHORIZED),
        (code, "not the same", StatusCode::UNPROCESSABLE_ENTITY),
        (code, PASSWORD, StatusCode::SEE_OTHER),
    ] {
        let name = "qiao.yining";
        let fields = [("name", name), ("code", code), ("password", PASSWORD), ("again", again)];
        let page = owner.post("/sign-in/activate", &fields).await;
        assert_eq!(page.status, status, "{}", page.body);
    }
    owner.get("/desk/me").await;
}

#[tokio::test]
async fn an_account_is_opened_activated_given_a_role_and_suspended() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut system = Client::at_demo(&county.acts);
        system.take("system").await;
        let mut security = system.stranger();
        security.take("security").await;

        let code = open_an_account(&mut system).await;
        let mut owner = system.stranger();
        activate(&mut owner, &code).await;
        assert_eq!(owner.get("/desk/visits").await.status, StatusCode::FORBIDDEN);

        let account = county.account_named("qiao.yining").await;
        let here = format!("/desk/accounts/{account}");
        let propose = format!("{here}/roles");
        let page = system.post(&propose, &[("role", "clerk"), ("unit", "ZZ")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", page.body);
        let page = system.post(&propose, &[("role", "clerk"), ("unit", "QX10")]).await;
        assert_eq!(page.location(), Some(here.as_str()));
        let page = system.get(&here).await;
        assert_eq!(action(&page, "/confirm"), None, "the proposer is offered no button");
        assert_eq!(owner.get("/desk/visits").await.status, StatusCode::FORBIDDEN, "proposed only");

        assert!(security.get("/desk/accounts").await.body.contains("qiao.yining"));
        let confirm = action(&security.get(&here).await, "/confirm").unwrap();
        assert_eq!(system.post(&confirm, &[]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(security.post(&confirm, &[]).await.location(), Some(here.as_str()));
        assert_eq!(owner.get("/desk/visits").await.status, StatusCode::OK, "the same session");
        assert_eq!(security.post(&confirm, &[]).await.status, StatusCode::CONFLICT, "too late");

        let end = action(&security.get(&here).await, "/end").unwrap();
        assert_eq!(security.post(&end, &[]).await.location(), Some(here.as_str()));
        assert_eq!(owner.get("/desk/visits").await.status, StatusCode::FORBIDDEN, "at once");

        let page = system.post(&format!("{here}/suspend"), &[]).await;
        assert_eq!(page.location(), Some(here.as_str()));
        assert_eq!(owner.get("/desk/me").await.status, StatusCode::SEE_OTHER);
        let page = system.post(&format!("{here}/suspend"), &[]).await;
        assert_eq!(page.status, StatusCode::CONFLICT);
        assert_eq!(system.post(&format!("{here}/resume"), &[]).await.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn refusals_of_the_officers_name_their_guard_in_both_languages() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let mut system = Client::at_demo(&county.acts);
        system.take("system").await;
        let security = county.account(Role::Security).await;
        let own = county.account(Role::System).await;
        for (path, fields, guard, chinese, english) in [
            (
                format!("/desk/accounts/{security}/roles"),
                vec![("role", "clerk"), ("unit", "QX10")],
                "three-officers",
                "三员不能兼任",
                "officers",
            ),
            (
                format!("/desk/accounts/{security}/suspend"),
                vec![],
                "three-officers",
                "只剩这一个账号",
                "only",
            ),
            (
                format!("/desk/accounts/{own}/suspend"),
                vec![],
                "second-officer",
                "不能决定自己账号的事",
                "own account",
            ),
        ] {
            for (language, word) in [("zh-CN", chinese), ("en", english)] {
                system.cookies.insert("lang".to_owned(), language.to_owned());
                let page = system.post(&path, &fields).await;
                assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
                assert!(page.body.contains(guard), "{path}: {}", page.body);
                assert!(page.body.contains(word), "{path}: {}", page.body);
                assert!(!page.body.contains('⟦'), "{path}: {}", page.body);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn every_page_of_accounts_is_whole_in_both_languages() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let account = county.account(Role::Clerk).await;
        for persona in ["system", "security", "audit"] {
            let mut client = Client::at_demo(&county.acts);
            client.take(persona).await;
            for language in ["zh-CN", "en"] {
                client.cookies.insert("lang".to_owned(), language.to_owned());
                let one = format!("/desk/accounts/{account}");
                for path in [
                    "/desk/me",
                    "/desk/accounts",
                    "/desk/accounts?status=suspended",
                    "/desk/accounts?status=nonsense&page=7",
                    one.as_str(),
                    "/sign-in",
                    "/sign-in/activate",
                ] {
                    let page = client.get(path).await;
                    assert_eq!(page.status, StatusCode::OK, "{persona} {path}");
                    assert!(!page.body.contains('⟦'), "{persona} {path}: {}", page.body);
                    assert_eq!(page.body.matches("<h1").count(), 1, "{persona} {path}");
                    assert!(!page.body.contains(" style="), "{persona} {path}");
                }
            }
        }
    })
    .await;
}
