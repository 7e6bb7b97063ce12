//! One draw (随机抽取) for anybody: what was bound, what followed, and how to work it out again. Of a
//! sealed one only that it is there.

use super::draws::PATH;
use super::furniture::{Furniture, home_link};
use super::{fault, has, unit_link, unit_name};
use crate::app::WebState;
use crate::error::WebError;
use crate::page::download;
use crate::page::draw::stage_light;
use crate::part::{Light, Link};
use crate::shell::Shell;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Response};
use qz_acts::ActError;
use qz_acts::draw::public::PublicDraw;
use qz_domain::action::Action;
use qz_domain::draw::{Draw, Pooled, Stage};
use qz_domain::id::DrawId;
use qz_domain::instant;
use qz_domain::spelled::Spelled;

#[derive(Template)]
#[template(path = "portal/draw.html")]
struct DrawPage {
    shell: Shell,
    furniture: Furniture,
    title: String,
    light: Light,
    now: String,
    drawn: Vec<Link>,
    pool: Vec<Link>,
    entries: Vec<(String, String)>,
    acts: Vec<(String, Link)>,
    facts: Vec<(String, String)>,
    codes: Vec<(String, String)>,
    file: Option<(String, String)>,
    has_log: bool,
}

fn read(id: &str) -> Result<DrawId, WebError> {
    id.parse().map_err(|_| WebError::NotFound)
}

fn missing(error: ActError) -> WebError {
    match error {
        ActError::NotFound => WebError::NotFound,
        other => fault(other),
    }
}

/// `GET /draws/{id}`
pub(super) async fn show(
    State(state): State<WebState>,
    shell: Shell,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let shown = state.acts.public_draw(read(&id)?).await.map_err(missing)?;
    let has_log = has(&state, "/log/vkeys");
    Ok(Html(draw(shell, &shown, has_log).render()?).into_response())
}

/// `GET /draws/{id}/file`
pub(super) async fn file(
    State(state): State<WebState>,
    Path(id): Path<String>,
) -> Result<Response, WebError> {
    let id = read(&id)?;
    let text = state.acts.draw_file(id).await.map_err(missing)?;
    let shown = state.acts.public_draw(id).await.map_err(missing)?;
    download::file(text.into_bytes(), &file_name(&shown.draw), "application/json")
}

fn file_name(draw: &Draw) -> String {
    format!("draw-{}-{}.json", draw.number.year, draw.number.serial)
}

fn draw(shell: Shell, shown: &PublicDraw, has_log: bool) -> DrawPage {
    let (draw, words) = (&shown.draw, shell.words);
    let organ = unit_name(words, &shown.organ);
    let said = [("organ", organ.into()), ("number", draw.number.to_string().into())];
    let title = words.say_with("draw-title", &said);
    let above = vec![home_link(&shell), Link::new(PATH, shell.say("nav-draws"))];
    let furniture = Furniture::below(&shell, above, &title).about(title.clone());
    let is_drawn = draw.stage == Stage::Drawn && shown.is_told;
    let link = |one: &Pooled| Link::new(unit_link(&one.code), format!("{} {}", one.code, one.name));
    let entry = |one: &qz_domain::draw::DrawEntry| (one.by.clone(), one.text.clone());
    DrawPage {
        furniture,
        light: stage_light(words, draw.stage),
        now: now(&shell, shown),
        drawn: draw.drawn_units().map(link).collect(),
        pool: draw.pool.iter().map(link).collect(),
        entries: if is_drawn { draw.entries.iter().map(entry).collect() } else { vec![] },
        acts: acts(&shell, shown),
        facts: facts(&shell, shown),
        codes: codes(&shell, draw, is_drawn),
        file: is_drawn.then(|| (format!("{PATH}/{}/file", draw.id), file_name(draw))),
        has_log,
        title,
        shell,
    }
}

/// What is so, in a sentence.
fn now(shell: &Shell, shown: &PublicDraw) -> String {
    let code = match shown.draw.stage {
        Stage::Announced | Stage::EnteredOnce | Stage::Entered => "waiting",
        Stage::Drawn if !shown.is_told => "sealed",
        Stage::Drawn => "drawn",
        Stage::CalledOff => "called-off",
    };
    let reason = [("reason", shown.draw.reason.as_str().into())];
    shell.say_with(&format!("portal-draw-{code}"), &reason)
}

/// Each act with its day and its leaf; who did it is not told here.
fn acts(shell: &Shell, shown: &PublicDraw) -> Vec<(String, Link)> {
    let words = shell.words;
    let act = |act: &qz_acts::draw::public::ActEntry| {
        let what = Action::from_code(&act.kind).map_or_else(String::new, |kind| words.term(kind));
        let leaf = i64::try_from(act.leaf).unwrap_or(i64::MAX);
        let label = words.say_with("matter-act-leaf", &[("leaf", leaf.into())]);
        let at = words.date_time(instant::civil(act.at));
        (format!("{at} {what}"), Link::new(format!("/verify?leaf={leaf}"), label))
    };
    shown.acts.iter().map(act).collect()
}

fn facts(shell: &Shell, shown: &PublicDraw) -> Vec<(String, String)> {
    let (draw, words) = (&shown.draw, shell.words);
    let column = |key: &str| shell.say(&format!("draw-column-{key}"));
    let mut facts = vec![
        (column("organ"), unit_name(words, &shown.organ)),
        (column("announced-on"), words.date(draw.announced_on)),
    ];
    if shown.is_told {
        let of = [("take", draw.take.into()), ("pool", draw.pool.len().into())];
        facts.push((column("purpose"), draw.purpose.clone()));
        facts.push((column("drawn"), words.say_with("draw-of", &of)));
    }
    if draw.stage == Stage::Drawn && shown.is_told {
        let count = [("count", draw.called_off.into())];
        facts.push((column("called-off"), words.say_with("draw-called-off-count", &count)));
    }
    facts
}

/// The hashes to compare.
fn codes(shell: &Shell, draw: &Draw, is_drawn: bool) -> Vec<(String, String)> {
    let mut codes = vec![(shell.say("draw-commitment"), draw.commitment.clone())];
    if is_drawn {
        codes.push((shell.say("draw-seed"), draw.seed.clone()));
    }
    codes
}
