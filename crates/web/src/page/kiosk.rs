//! The kiosk's pages (打卡台): a desktop or touch screen by a unit's door, opened once with its key and used by whoever
//! comes. It is no session: the cookie opens this page alone, and ends with the key. It works by keyboard, card reader or
//! finger, without script: the page of a punch leads back by itself.

use crate::app::WebState;
use crate::door::Doors;
use crate::door::Method::{Get, Post};
use crate::error::WebError;
use crate::headers::cookie;
use crate::page::sign_in::{answer, redirect};
use crate::part::Field;
use crate::session;
use crate::shell::Shell;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::terminal::{Kiosk, KioskFault, KioskForm, KioskPunched};
use qz_domain::instant;
use qz_domain::terminal::Stage;
use serde::Deserialize;

const HERE: &str = "/kiosk";
const OPEN: &str = "/kiosk/open";
/// The cookie that holds the key; it is sent to this page alone.
const COOKIE: &str = "qz-kiosk";
/// How long a browser keeps it, in seconds: as long as browsers keep any.
const KEPT: u32 = 400 * 24 * 3600;
/// After how many seconds the page of a punch leads back.
const SHOWN: u32 = 6;
/// The longest key or request that is looked at.
const TOKEN_MOST: usize = 64;

/// The doors of this family.
pub(crate) fn doors(doors: Doors) -> Doors {
    doors
        .public(Get, HERE, show)
        .public(Post, HERE, punch)
        .public(Get, OPEN, show_opening)
        .public(Post, OPEN, open)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Given {
    request: String,
    shown: String,
    number: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Opening {
    key: String,
}

/// The page. After a punch it says who it was, leads back by itself, and takes the next card; whoever types goes back
/// first, so that nothing half typed is lost when it does.
#[derive(Template)]
#[template(path = "kiosk/kiosk.html")]
struct KioskPage {
    shell: Shell,
    place: String,
    /// Why nobody can punch here now.
    shut: Option<String>,
    done: Option<Done>,
    failure: Option<String>,
    request: String,
    refresh: Option<u32>,
}

/// Who punched.
struct Done {
    /// Who and when.
    said: String,
    /// A kind word.
    kind: String,
}

#[derive(Template)]
#[template(path = "kiosk/open.html")]
struct OpenPage {
    shell: Shell,
    failure: Option<String>,
    fields: Vec<Field>,
}

/// `GET /kiosk`
async fn show(
    State(state): State<WebState>,
    shell: Shell,
    headers: HeaderMap,
) -> Result<Response, WebError> {
    match kiosk(&state, &headers).await? {
        Some(kiosk) => Ok(Html(page(&state, shell, &kiosk).render()?).into_response()),
        None => Ok(redirect(OPEN)),
    }
}

async fn kiosk(state: &WebState, headers: &HeaderMap) -> Result<Option<Kiosk>, WebError> {
    match key(headers) {
        Some(key) => state.acts.kiosk(key).await.map_err(WebError::internal),
        None => Ok(None),
    }
}

fn key(headers: &HeaderMap) -> Option<&str> {
    cookie(headers, COOKIE).filter(|key| key.len() <= TOKEN_MOST)
}

/// `POST /kiosk`
async fn punch(
    State(state): State<WebState>,
    shell: Shell,
    headers: HeaderMap,
    Form(given): Form<Given>,
) -> Result<Response, WebError> {
    let Some(kiosk) = kiosk(&state, &headers).await? else { return Ok(redirect(OPEN)) };
    let mut page = page(&state, shell, &kiosk);
    if given.shown.trim().is_empty() && given.number.trim().is_empty() {
        return Ok(Html(page.render()?).into_response());
    }
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let is_named = (1..=TOKEN_MOST).contains(&given.request.len());
    let is_named = is_named && given.request.chars().all(plain);
    let request = if is_named { given.request } else { state.acts.new_request() };
    let form = KioskForm { shown: given.shown, number: given.number };
    let shown = key(&headers).unwrap_or_default();
    match state.acts.kiosk_punch((shown, &request), &form).await {
        Ok(punched) => {
            page.done = Some(done(&page.shell, &punched));
            page.refresh = Some(SHOWN);
            Ok(Html(page.render()?).into_response())
        }
        Err(fault) => refused(page, fault),
    }
}

/// Says why nothing was kept.
fn refused(mut page: KioskPage, fault: KioskFault) -> Result<Response, WebError> {
    let say = |key: &str| page.shell.say(key);
    let (status, wait, said) = match fault {
        KioskFault::Shut => return Ok(redirect(OPEN)),
        KioskFault::Act(fault) => return Err(WebError::internal(fault)),
        KioskFault::Waiting => (StatusCode::SERVICE_UNAVAILABLE, None, say("kiosk-waiting")),
        KioskFault::Short => (StatusCode::UNPROCESSABLE_ENTITY, None, say("kiosk-short")),
        KioskFault::Unknown => (StatusCode::UNPROCESSABLE_ENTITY, None, say("kiosk-unknown")),
        KioskFault::TooSoon { seconds } => {
            let said = page.shell.say_with("kiosk-too-soon", &[("seconds", seconds.into())]);
            (StatusCode::TOO_MANY_REQUESTS, Some(seconds), said)
        }
    };
    page.failure = Some(said);
    Ok(answer(status, wait, page.render()?))
}

fn page(state: &WebState, mut shell: Shell, kiosk: &Kiosk) -> KioskPage {
    big(&mut shell);
    let waits = kiosk.terminal.stage != Stage::InService;
    KioskPage {
        place: format!("{} · {}", shell.unit_name(&kiosk.unit), kiosk.terminal.name),
        shut: waits.then(|| shell.say("kiosk-waiting")),
        done: None,
        failure: None,
        request: state.acts.new_request(),
        // One that waits looks again by itself.
        refresh: waits.then_some(60),
        shell,
    }
}

/// Big type, and nothing of whoever may be signed in at this browser.
fn big(shell: &mut Shell) {
    shell.preferences.elder = true;
    shell.officer = None;
    shell.rail.clear();
}

fn done(shell: &Shell, punched: &KioskPunched) -> Done {
    let at = instant::civil(punched.at);
    let mut name = punched.name.chars();
    let first: String = name.next().into_iter().collect();
    // How long a name is tells little, and nothing that the colleague behind needs.
    let values = [
        ("name", format!("{first}**").into()),
        ("time", at.strftime("%H:%M:%S").to_string().into()),
    ];
    let key = if punched.repeated { "kiosk-repeated" } else { "kiosk-done" };
    let kind = if at.hour() < 12 { "kiosk-kind-morning" } else { "kiosk-kind-afternoon" };
    Done { said: shell.say_with(key, &values), kind: shell.say(kind) }
}

/// `GET /kiosk/open`
async fn show_opening(shell: Shell) -> Result<Response, WebError> {
    Ok(Html(opening(shell, None).render()?).into_response())
}

/// `POST /kiosk/open`
async fn open(
    State(state): State<WebState>,
    shell: Shell,
    Form(given): Form<Opening>,
) -> Result<Response, WebError> {
    let key = given.key.trim();
    let found = if key.len() <= TOKEN_MOST {
        state.acts.kiosk(key).await.map_err(WebError::internal)?
    } else {
        None
    };
    if found.is_none() {
        let said = shell.say("kiosk-no-such-key");
        return Ok(answer(
            StatusCode::UNPROCESSABLE_ENTITY,
            None,
            opening(shell, Some(said)).render()?,
        ));
    }
    let mut response = redirect(HERE);
    // Whoever opened it may have been at work at this browser; from now on anybody stands before it.
    session::forget(response.headers_mut(), &state.config);
    keep(response.headers_mut(), state.config.is_https(), key);
    Ok(response)
}

fn opening(mut shell: Shell, failure: Option<String>) -> OpenPage {
    big(&mut shell);
    let fields = vec![
        Field::line(shell.words, "key", shell.say("kiosk-key"), "")
            .hint(shell.say("kiosk-key-hint"))
            .autocomplete("off"),
    ];
    OpenPage { shell, failure, fields }
}

fn keep(headers: &mut HeaderMap, is_https: bool, key: &str) {
    let key: String = key.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let secure = if is_https { "; Secure" } else { "" };
    let cookie =
        format!("{COOKIE}={key}; Path={HERE}; HttpOnly; SameSite=Strict; Max-Age={KEPT}{secure}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        headers.append(header::SET_COOKIE, cookie);
    }
}
