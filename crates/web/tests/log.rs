//! The log through its doors: a mirror reads the files, a citizen checks an entry, the auditor
//! reads who did what and nothing of what was written.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use axum::http::{StatusCode, header};
use qz_acts::log::{LogKeeper, Site};
use qz_acts::visit::{PlanForm, PlanVisit};
use qz_domain::role::Role;
use qz_ledger::{ProofFile, audit};
use qz_testkit::client::{Client, Page, config, demo_config};
use qz_testkit::county::{County, county};
use qz_testkit::engines::{chance, on_both_engines};
use qz_web::app::{WebConfig, app};
use std::net::SocketAddr;
use tempfile::{TempDir, tempdir};

fn keeper(county: &County) -> (LogKeeper, TempDir) {
    let folder = tempdir().unwrap();
    LogKeeper::create(folder.path(), "qianxi.example/acts", &*chance()).unwrap();
    (LogKeeper::open(county.acts.clone(), folder.path()).unwrap(), folder)
}

fn with_log(keeper: &LogKeeper) -> WebConfig {
    WebConfig { log: Some(keeper.log().clone()), ..demo_config() }
}

async fn plan(county: &County) {
    let actor = county.account(Role::Clerk).await;
    let form = PlanForm {
        organ: "QX10".to_owned(),
        unit: "QX20".to_owned(),
        manner: "暗访".to_owned(),
        from: "2016-02-15".to_owned(),
        until: String::new(),
        purpose: "不可外传的事由".to_owned(),
        team: vec!["G2".to_owned(), "G3".to_owned()],
        ..PlanForm::default()
    };
    county.done(PlanVisit { actor, form }).await;
}

fn value<'a>(page: &'a Page, name: &header::HeaderName) -> &'a str {
    page.headers[name].to_str().unwrap()
}

#[tokio::test]
async fn a_mirror_checks_the_whole_log_from_its_doors() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (keeper, _folder) = keeper(&county);
        let size = keeper.sign_now().await.unwrap().unwrap().size;
        let router = app(county.acts.clone(), with_log(&keeper));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}/log", listener.local_addr().unwrap());
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        let server = tokio::spawn(async move { axum::serve(listener, service).await });
        let (mirror, key): (Site, _) = (address.parse().unwrap(), keeper.log().key().clone());
        let audited =
            tokio::task::spawn_blocking(move || audit(&mirror, Some(&key))).await.unwrap();
        assert_eq!(audited.unwrap().size, size);
        server.abort();
    })
    .await;
}

#[tokio::test]
async fn the_files_of_the_log_say_how_long_they_may_be_kept() {
    let folder = tempdir().unwrap();
    let county = county(&qz_acts::StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let (keeper, _keys) = keeper(&county);
    let mut client = Client::new(app(county.acts.clone(), with_log(&keeper)));
    assert_eq!(client.get("/log/checkpoint").await.status, StatusCode::NOT_FOUND);
    let signed = keeper.sign_now().await.unwrap().unwrap();

    let checkpoint = client.get("/log/checkpoint").await;
    assert_eq!(checkpoint.body, signed.note);
    assert_eq!(value(&checkpoint, &header::CONTENT_TYPE), "text/plain; charset=utf-8");
    assert_eq!(value(&checkpoint, &header::CACHE_CONTROL), "public, max-age=5");
    let vkeys = client.get("/log/vkeys").await;
    assert_eq!(vkeys.body.trim_end(), keeper.log().key().to_string());
    let bundle = format!("/log/tile/entries/000.p/{}", signed.size);
    let bundle = client.get(&bundle).await;
    assert_eq!(bundle.status, StatusCode::OK);
    assert_eq!(value(&bundle, &header::CONTENT_TYPE), "application/octet-stream");
    assert_eq!(value(&bundle, &header::CACHE_CONTROL), "public, max-age=31536000, immutable");
    for none in ["tile/0/000", "tile/entries/001.p/1", "tile/0/0", "tile/x", "tile/0/000.p/0", "x"]
    {
        let page = client.get(&format!("/log/{none}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[tokio::test]
async fn anybody_checks_an_entry_and_takes_the_proof_home() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (keeper, _folder) = keeper(&county);
        let size = keeper.sign_now().await.unwrap().unwrap().size;
        plan(&county).await;
        keeper.log().check_now(None).await.unwrap();
        let mut client = Client::new(app(county.acts.clone(), with_log(&keeper)));

        let page = client.get("/verify").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(
            page.body.contains("查验一条记录") && page.body.contains("另有1条"),
            "{}",
            page.body
        );
        assert!(page.body.contains(&keeper.log().key().to_string()));
        let page = client.get("/verify?leaf=3").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.body.contains(&format!("与覆盖{size}条的签名检查点一致")), "{}", page.body);
        assert!(page.body.contains("/verify/3/proof"));

        let proof = client.get("/verify/3/proof").await;
        let entry = client.get("/verify/3/entry").await;
        assert_eq!(
            value(&proof, &header::CONTENT_DISPOSITION),
            "attachment; filename*=UTF-8''entry-3.tlog-proof"
        );
        let file: ProofFile = proof.body.parse().unwrap();
        file.verify(entry.body.as_bytes(), keeper.log().key()).unwrap();

        let page = client.get(&format!("/verify?leaf={size}")).await;
        assert!(page.body.contains("等待下一次签发检查点"), "{}", page.body);
        assert_eq!(
            client.get(&format!("/verify/{size}/proof")).await.status,
            StatusCode::NOT_FOUND
        );
        let page = client.get("/verify?leaf=99999").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(page.body.contains("账本里没有这一条"), "{}", page.body);
        let page = client.get("/verify?act=1x").await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.body.contains("f-act-error"), "{}", page.body);
        client.headers.insert(header::ACCEPT_LANGUAGE, "en".parse().unwrap());
        let page = client.get("/verify?act=2").await;
        assert!(page.body.contains("<h2 id=\"v-proven\">Entry 0</h2>"), "{}", page.body);
        assert!(page.body.contains("entries and") && !page.body.contains('⟦'), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn the_auditor_reads_who_did_what_and_nothing_of_what_was_written() {
    on_both_engines(async |url| {
        let county = county(&url).await;
        let (keeper, _folder) = keeper(&county);
        plan(&county).await;
        keeper.sign_now().await.unwrap();
        keeper.log().check_now(None).await.unwrap();
        let mut auditor = Client::new(app(county.acts.clone(), with_log(&keeper)));
        auditor.take("audit").await;
        let page = auditor.get("/desk/log").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        assert!(page.body.contains("计划走访") && page.body.contains("闻允安"), "{}", page.body);
        assert!(page.body.contains("，逐条重算了"), "{}", page.body);
        assert!(!page.body.contains("不可外传") && !page.body.contains('⟦'), "{}", page.body);

        let mut english = auditor.clone();
        english.headers.insert(header::ACCEPT_LANGUAGE, "en".parse().unwrap());
        let page = english.get("/desk/log").await;
        assert!(page.body.contains("Plan a visit") && !page.body.contains('⟦'), "{}", page.body);

        let filtered = auditor.get("/desk/log?kind=visit_plan&account=clerk&from=2016-02-16").await;
        assert_eq!(filtered.body.matches("/verify?leaf=").count(), 1, "{}", filtered.body);
        for none in ["account=nobody", "to=2016-02-15", "kind=visit_sign"] {
            let page = auditor.get(&format!("/desk/log?{none}")).await;
            assert!(page.body.contains("没有符合条件的办理记录"), "{none}: {}", page.body);
        }
        for bad in ["/desk/log?from=gestern", "/desk/log/export.csv?to=gestern"] {
            let page = auditor.get(bad).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}");
            assert!(page.body.contains("“gestern”不是日期") && !page.body.contains("?leaf="));
        }
        let csv = auditor.get("/desk/log/export.csv?kind=visit_plan").await;
        assert_eq!(csv.status, StatusCode::OK);
        assert!(csv.body.contains("计划走访") && !csv.body.contains("不可外传"), "{}", csv.body);

        for persona in ["clerk", "system", "security", "hr"] {
            let mut other = auditor.stranger();
            other.take(persona).await;
            assert_eq!(other.get("/desk/log").await.status, StatusCode::FORBIDDEN, "{persona}");
            let file = other.get("/desk/log/export.csv").await;
            assert_eq!(file.status, StatusCode::FORBIDDEN, "{persona}");
        }
    })
    .await;
}

#[tokio::test]
async fn older_acts_are_a_page_further() {
    let folder = tempdir().unwrap();
    let county = county(&qz_acts::StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let (keeper, _keys) = keeper(&county);
    for _ in 0..40 {
        plan(&county).await;
    }
    let mut auditor = Client::new(app(county.acts.clone(), with_log(&keeper)));
    auditor.take("audit").await;
    let (mut path, mut leaves) = ("/desk/log".to_owned(), Vec::new());
    loop {
        let page = auditor.get(&path).await;
        let found = page.body.split("/verify?leaf=").skip(1);
        leaves.extend(found.map(|rest| rest.split('"').next().unwrap().parse::<u64>().unwrap()));
        let Some((before, _)) = page.body.split_once("更早的</a>") else { break };
        let href = before.rsplit_once("href=\"").unwrap().1.split('"').next().unwrap();
        href.clone_into(&mut path);
    }
    let size = keeper.log().standing().await.unwrap().head.size;
    assert_eq!(leaves, (0..size).rev().collect::<Vec<_>>());
}

#[tokio::test]
async fn an_installation_without_a_log_has_no_such_pages() {
    let folder = tempdir().unwrap();
    let county = county(&qz_acts::StoreUrl::Sqlite(folder.path().join("county.db"))).await;
    let mut client = Client::new(app(county.acts.clone(), config()));
    for path in ["/log/checkpoint", "/log/vkeys", "/verify", "/desk/log"] {
        assert_eq!(client.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
