//! Sessions at the door (会话): who comes, by cookie or by token, and the shell around their page.

use crate::app::{WebConfig, WebState};
use crate::error::WebError;
use crate::headers::cookie;
use crate::page::{demo_clock, demo_scenario, stand_in};
use crate::part::Link;
use crate::shell::{DemoBanner, Named, OfficerTag, Preferences, RailGroup, Shell};
use crate::words::{Locale, Words};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;
use qz_acts::identity::{Identity, Proof, Secret, session, token};
use qz_acts::{ActError, power};
use qz_domain::instant;
use qz_domain::refusal::Worded;
use std::sync::Arc;

/// The cookie's name over https: browsers keep it to this host, this path, this protocol.
const SECURE_COOKIE: &str = "__Host-qz";
/// The cookie's name on a plain connection: a trial on one machine.
const PLAIN_COOKIE: &str = "qz";

/// Paths below this take a program's token.
const API: &str = "/api/";
/// Paths below this need no visitor.
const ASSETS: &str = "/asset/";

/// Who asks: an extension of every request.
#[derive(Debug, Clone)]
pub(crate) enum Visitor {
    /// Nobody is signed in.
    Nobody,
    /// An account.
    Known(Arc<Identity>),
    /// The store could not tell.
    Unclear(Arc<ActError>),
}

/// The store could not tell who asks.
#[derive(Debug, thiserror::Error)]
#[error("the session cannot be read")]
struct NotRead(#[source] Arc<ActError>);

impl Visitor {
    /// Who sent a request.
    pub(crate) fn of(request: &Request) -> Self {
        request.extensions().get::<Self>().cloned().unwrap_or(Self::Nobody)
    }

    /// The account, or that nobody is signed in.
    pub(crate) fn identity(self) -> Result<Arc<Identity>, WebError> {
        match self {
            Self::Nobody => Err(WebError::SignedOut),
            Self::Known(identity) => Ok(identity),
            Self::Unclear(fault) => Err(WebError::internal(NotRead(fault))),
        }
    }
}

/// The words of whoever sent a request.
pub(crate) fn words_of(request: &Request) -> Words {
    request.extensions().get::<Shell>().map(|shell| shell.words).unwrap_or_default()
}

/// Middleware: finds out who asks, and puts the [`Visitor`] and the [`Shell`] into the request.
pub(crate) async fn identify(
    State(state): State<WebState>,
    mut request: Request,
    next: Next,
) -> Response {
    if request.uri().path().starts_with(ASSETS) {
        return next.run(request).await;
    }
    let (path, headers) = (request.uri().path().to_owned(), request.headers().clone());
    let visitor = match who(&state, &path, &headers).await {
        Ok(Some(identity)) => Visitor::Known(Arc::new(identity)),
        Ok(None) => Visitor::Nobody,
        Err(fault) => Visitor::Unclear(Arc::new(fault)),
    };
    let mut shell = shell(&state, &request, &visitor);
    shell.unread = unread(&state, &path, &visitor).await;
    request.extensions_mut().insert(visitor);
    request.extensions_mut().insert(shell);
    next.run(request).await
}

/// How many messages wait for a visitor of the desk. No page fails for want of the number.
async fn unread(state: &WebState, path: &str, visitor: &Visitor) -> u32 {
    let Visitor::Known(identity) = visitor else { return 0 };
    let Some(person) = identity.actor.person.filter(|_| path.starts_with("/desk")) else {
        return 0;
    };
    let count = state.acts.unread(person).await.unwrap_or_default();
    u32::try_from(count).unwrap_or_default()
}

/// A program shows its token in `Authorization`, and then no cookie counts; a browser its cookie.
async fn who(
    state: &WebState,
    path: &str,
    headers: &HeaderMap,
) -> Result<Option<Identity>, ActError> {
    if path.starts_with(API)
        && let Some(shown) = headers.get(header::AUTHORIZATION)
    {
        return match shown.to_str().ok().and_then(bearer) {
            Some(shown) => token::resolve(&state.acts, shown).await,
            None => Ok(None),
        };
    }
    match cookie(headers, cookie_name(&state.config)) {
        Some(shown) => session::resolve(&state.acts, shown).await,
        None => Ok(None),
    }
}

fn bearer(shown: &str) -> Option<&str> {
    let (scheme, token) = shown.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then_some(token.trim())
}

fn cookie_name(config: &WebConfig) -> &'static str {
    match &config.demo {
        Some(demo) => demo.session,
        None if config.is_https() => SECURE_COOKIE,
        None => PLAIN_COOKIE,
    }
}

/// Gives the browser a session's token. Whatever session it had is forgotten with the old cookie.
pub(crate) fn keep(headers: &mut HeaderMap, config: &WebConfig, token: &Secret) {
    set_cookie(headers, config, token.reveal(), "");
}

/// Takes a session's token from the browser.
pub(crate) fn forget(headers: &mut HeaderMap, config: &WebConfig) {
    set_cookie(headers, config, "", "; Max-Age=0");
}

fn set_cookie(headers: &mut HeaderMap, config: &WebConfig, value: &str, age: &str) {
    let secure = if config.is_https() { "; Secure" } else { "" };
    let name = cookie_name(config);
    let cookie = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        headers.append(header::SET_COOKIE, cookie);
    }
}

fn shell(state: &WebState, request: &Request, visitor: &Visitor) -> Shell {
    let here = request.uri().path_and_query().map_or("/", |path| path.as_str());
    let preferences = Preferences::from_headers(request.headers());
    let now = instant::civil(state.acts.now());
    let mut shell = Shell::new(Arc::clone(&state.site), preferences, here, now);
    if let Some(demo) = &state.config.demo {
        let scenario = demo.scenario.name(shell.words.locale).to_owned();
        let clock = shell.now_text().unwrap_or_default();
        let move_on = || Link::new(demo_clock::PATH, shell.say("demo-clock-link"));
        let mut links: Vec<_> = demo.clock.iter().map(|_| move_on()).collect();
        links.extend(demo.beside.iter().map(|other| switch_to(other, shell.words)));
        shell.demo = Some(DemoBanner { scenario, clock, links });
    }
    if let Visitor::Known(identity) = visitor {
        shell.officer = Some(tag(identity, shell.words));
        shell.stands_for = stands_for(identity, shell.words);
        shell.rail = rail(state, identity, &shell);
        if let Proof::Session { csrf, .. } = &identity.proof {
            shell.csrf.clone_from(csrf);
        }
    }
    shell
}

/// The way to a scenario beside this one.
fn switch_to((code, name): &(&str, Named), words: Words) -> Link {
    let name = name.name(words.locale).to_owned();
    let label = words.say_with("demo-scenario-link", &[("scenario", name.as_str().into())]);
    Link::new(format!("{}?take={code}", demo_scenario::PATH), label)
}

fn tag(identity: &Identity, words: Words) -> OfficerTag {
    let unit = identity.roles.first().map(|held| match words.locale {
        Locale::En if !held.unit_en.is_empty() => held.unit_en.clone(),
        _ => held.unit.clone(),
    });
    let mut roles: Vec<String> =
        identity.roles.iter().map(|held| words.term(held.grant.role)).collect();
    roles.dedup();
    OfficerTag {
        name: identity.called().to_owned(),
        unit: unit.unwrap_or_default(),
        roles,
        href: Some("/desk/me"),
    }
}

/// For whom they act, or why they no longer do; the way to the switch.
fn stands_for(identity: &Identity, words: Words) -> Option<Link> {
    let said = match (&identity.actor.stands_for, &identity.stood_down) {
        (Some(one), _) => words.say_with("stand-now", &[("name", one.name.as_str().into())]),
        (None, Some(refusal)) => {
            let title = format!("{}-title", refusal.key());
            let why = crate::refusal::told(words, &title, &refusal.args());
            words.say_with("stand-down", &[("why", why.into())])
        }
        (None, None) => return None,
    };
    Some(Link::new(stand_in::PATH, said))
}

/// What the desk offers this account, in the order the doors were mounted.
fn rail(state: &WebState, identity: &Identity, shell: &Shell) -> Vec<RailGroup> {
    let mut groups: Vec<(&str, RailGroup)> = Vec::new();
    for offer in state.offers.iter() {
        if power::reach(&identity.actor, offer.action).is_none() {
            continue;
        }
        let entry = shell.rail_entry(offer.href, offer.label, None);
        if let Some((_, group)) = groups.iter_mut().find(|(key, _)| *key == offer.group) {
            group.entries.push(entry);
        } else {
            let title = shell.say(offer.group);
            groups.push((offer.group, RailGroup { title, entries: vec![entry] }));
        }
    }
    let mut groups: Vec<RailGroup> = groups.into_iter().map(|(_, group)| group).collect();
    RailGroup::mark_nearest(&mut groups);
    groups
}
