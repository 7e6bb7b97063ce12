//! Doors made up for the test, behind the layers of the application.

use super::Method::{Get, Post};
use super::*;
use crate::app::{WebConfig, assemble};
use crate::error::WebError;
use crate::shell::Named;
use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{Multipart, Path};
use axum::http::{StatusCode, header};
use qz_acts::identity::{demo, session, token};
use qz_acts::{ActError, Acts};
use qz_domain::id::VisitId;
use qz_domain::power::Concern;
use qz_domain::role::Role;
use qz_testkit::county::{County, county};
use tower::ServiceExt;

async fn fails() -> &'static str {
    panic!("the content of a record")
}

async fn name(granted: Granted) -> String {
    format!("{} {:?}", granted.identity().account_name, granted.reach())
}

async fn number(_: Granted, Path(id): Path<i64>) -> String {
    format!("visit {id}")
}

async fn json(granted: Granted, State(_): State<WebState>, Json(sent): Json<i64>) -> String {
    format!("{} {sent}", granted.identity().account_name)
}

async fn file(_: Granted, mut form: Multipart) -> Result<String, WebError> {
    let mut bytes = 0;
    while let Some(field) = form.next_field().await.map_err(|_| WebError::Unreadable)? {
        bytes += field.bytes().await.map_err(|_| WebError::Unreadable)?.len();
    }
    Ok(bytes.to_string())
}

/// Visit 1 is planned, visit 2 is filed and of nobody's unit, visit 3 cannot be read.
async fn concern_of(_: Acts, id: VisitId) -> Result<Option<Concern>, ActError> {
    let of = |stage| Some(Concern { stage, people: vec![], units: vec![] });
    match id.0 {
        1 => Ok(of("planned")),
        2 => Ok(of("filed")),
        3 => Err(ActError::Store(qz_acts::StoreError::WriterStopped)),
        _ => Ok(None),
    }
}

fn made_up() -> Doors {
    let correct = || Scope::record(concern_of).read_by(Action::VisitRead);
    Doors::new()
        .public(Get, "/fails", fails)
        .door(Get, "/api/v1/mine", Action::VisitList, Scope::Reach, name)
        .door(Post, "/api/v1/plan", Action::VisitPlan, Scope::Reach, json)
        .door(Get, "/desk/mine", Action::VisitList, Scope::Reach, name)
        .door(Get, "/desk/visits/{id}", Action::VisitRead, Scope::record(concern_of), number)
        .door(Post, "/desk/visits/{id}/correct", Action::VisitCorrect, correct(), number)
        .door(Post, "/desk/files", Action::VisitImport, Scope::Reach, file)
}

struct Scene {
    county: County,
    router: Router,
    _folder: tempfile::TempDir,
}

impl Scene {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("county.db");
        let county = county(&qz_acts::StoreUrl::Sqlite(file)).await;
        let config = WebConfig::new(Named::new("千溪县", "Qianxi"), Named::new("办", "Office"));
        let router = assemble(county.acts.clone(), config, made_up());
        Self { county, router, _folder: folder }
    }

    async fn ask(&self, request: Request) -> (StatusCode, String) {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8(bytes.into()).unwrap())
    }

    /// A session of a persona: its cookie and its forms' token.
    async fn cookie(&self, role: &str) -> (String, String) {
        let token = demo::sign_in(&self.county.acts, role).await.unwrap();
        let found = session::resolve(&self.county.acts, token.reveal()).await.unwrap().unwrap();
        let qz_acts::identity::Proof::Session { csrf, .. } = found.proof else { unreachable!() };
        (format!("qz={}", token.reveal()), csrf)
    }

    /// A clerk's token for one action.
    async fn bearer(&self, action: &str) -> String {
        let account = self.county.account(Role::Clerk).await;
        let form = token::TokenForm {
            label: "试".to_owned(),
            actions: vec![action.to_owned()],
            days: "1".to_owned(),
        };
        let secret = token::make(&self.county.acts, account, &form).await.unwrap();
        format!("Bearer {}", secret.reveal())
    }
}

fn get(path: &str, name: header::HeaderName, value: &str) -> Request {
    Request::get(path).header(name, value).body(Body::empty()).unwrap()
}

#[tokio::test]
async fn a_handler_that_panics_is_a_fault_with_a_number_and_the_process_lives() {
    let scene = Scene::new().await;
    for _ in 0..2 {
        let (status, page) = scene.ask(get("/fails", header::ACCEPT, "text/html")).await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert!(page.contains("<code>") && !page.contains("the content"), "{page}");
    }
}

#[tokio::test]
async fn a_programs_token_opens_the_api_for_its_actions_alone() {
    let scene = Scene::new().await;
    let bearer = scene.bearer("visit_list").await;
    let (status, body) = scene.ask(get("/api/v1/mine", header::AUTHORIZATION, &bearer)).await;
    assert_eq!((status, body.as_str()), (StatusCode::OK, "clerk County"));
    let (status, _) = scene.ask(get("/desk/mine", header::AUTHORIZATION, &bearer)).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "pages take no token");
    let plan = |bearer: &str| {
        let request = Request::post("/api/v1/plan").header(header::AUTHORIZATION, bearer);
        request.header(header::CONTENT_TYPE, "application/json").body(Body::from("7")).unwrap()
    };
    let (status, body) = scene.ask(plan(&bearer)).await;
    assert_eq!(status, StatusCode::FORBIDDEN, "the token is for another action: {body}");
    let bearer = scene.bearer("visit_plan").await;
    assert_eq!(scene.ask(plan(&bearer)).await, (StatusCode::OK, "clerk 7".to_owned()));
}

#[tokio::test]
async fn what_is_no_token_gets_a_problem_and_no_cookie_helps_it() {
    let scene = Scene::new().await;
    let (cookie, _) = scene.cookie("clerk").await;
    for shown in ["Bearer x", "Bearer ", "Basic Y2xlcms6", "nonsense", "Bearer qz_AAAA"] {
        let mut request = get("/api/v1/mine", header::AUTHORIZATION, shown);
        request.headers_mut().insert(header::COOKIE, cookie.parse().unwrap());
        let (status, body) = scene.ask(request).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{shown}");
        assert!(body.contains("urn:qinzheng:problem:signed-out"), "{body}");
    }
    let (status, _) = scene.ask(get("/api/v1/mine", header::COOKIE, &cookie)).await;
    assert_eq!(status, StatusCode::OK, "a session may read the API");
}

#[tokio::test]
async fn a_browser_changes_nothing_through_the_api_without_the_forms_token() {
    let scene = Scene::new().await;
    let (cookie, csrf) = scene.cookie("clerk").await;
    for (token, expected) in [("", StatusCode::FORBIDDEN), (csrf.as_str(), StatusCode::OK)] {
        let request = Request::post("/api/v1/plan")
            .header(header::COOKIE, &cookie)
            .header(header::CONTENT_TYPE, "application/json")
            .header("sec-fetch-site", "same-origin")
            .header("x-csrf", token)
            .body(Body::from("7"))
            .unwrap();
        assert_eq!(scene.ask(request).await.0, expected, "{token:?}");
    }
}

#[tokio::test]
async fn a_record_out_of_reach_is_not_there_and_one_past_the_step_has_changed() {
    let scene = Scene::new().await;
    let correct = async |role: &str, id: &str| {
        let (cookie, csrf) = scene.cookie(role).await;
        let request = Request::post(format!("/desk/visits/{id}/correct"))
            .header(header::COOKIE, cookie)
            .header("x-csrf", csrf)
            .body(Body::empty())
            .unwrap();
        scene.ask(request).await.0
    };
    assert_eq!(correct("clerk", "2").await, StatusCode::OK);
    assert_eq!(correct("clerk", "1").await, StatusCode::CONFLICT, "readable, not yet filed");
    assert_eq!(correct("inspector", "2").await, StatusCode::NOT_FOUND, "not on the team");
    assert_eq!(correct("inspector", "1").await, StatusCode::NOT_FOUND);
    assert_eq!(correct("liaison", "2").await, StatusCode::FORBIDDEN, "no such power");
    assert_eq!(correct("clerk", "404").await, StatusCode::NOT_FOUND);
    assert_eq!(correct("clerk", "x").await, StatusCode::NOT_FOUND);
    assert_eq!(correct("clerk", "3").await, StatusCode::INTERNAL_SERVER_ERROR);
}

#[tokio::test]
async fn a_file_comes_with_the_token_in_its_form_and_is_bounded() {
    let scene = Scene::new().await;
    let (cookie, csrf) = scene.cookie("clerk").await;
    let send = async |token: &str, size: usize| {
        let field = "--X\r\nContent-Disposition: form-data; name=";
        let body = format!(
            "{field}\"csrf\"\r\n\r\n{token}\r\n{field}\"file\"; filename=\"a.csv\"\r\n\r\n{}\r\n--X--\r\n",
            "a".repeat(size)
        );
        let request = Request::post("/desk/files")
            .header(header::COOKIE, &cookie)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=X")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body))
            .unwrap();
        scene.ask(request).await.0
    };
    assert_eq!(
        send(&csrf, 6_000_000).await,
        StatusCode::OK,
        "more than a form, less than the most"
    );
    assert_eq!(send("x", 10).await, StatusCode::FORBIDDEN);
    assert_eq!(send(&csrf, UPLOAD_MOST + 1).await, StatusCode::PAYLOAD_TOO_LARGE);
}
