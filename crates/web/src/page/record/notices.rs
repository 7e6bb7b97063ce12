//! Messages to oneself (通知), read and not read. They are words only here: the queue keeps days and
//! codes.

use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::format::TimeTag;
use crate::page::matter::list::PER_PAGE;
use crate::page::matter::wrong::refuse;
use crate::page::matter::{day_text, search};
use crate::part::{Choice, EmptyState, Filter, FilterField, Light, LightState, Link, Pager};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::record::view::{MessageFilter, MessageView, Page};
use qz_domain::message::MessageKind;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const HOME: &str = "/desk/notices";

#[derive(Template)]
#[template(path = "record/notices.html")]
struct NoticesPage {
    shell: Shell,
    sentence: String,
    filter: Filter,
    rows: Vec<NoticeRow>,
    empty: EmptyState,
    pager: Pager,
}

struct NoticeRow {
    light: Light,
    text: Link,
    when: TimeTag,
}

/// What a visitor asks of the list.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    pub kind: String,
    pub state: String,
    pub page: String,
}

impl Asked {
    /// The filter.
    pub fn filter(&self) -> MessageFilter {
        let kind = MessageKind::from_code(&self.kind).map(|kind| kind.code().to_owned());
        let is_read = match self.state.as_str() {
            "read" => Some(true),
            "unread" => Some(false),
            _ => None,
        };
        MessageFilter { kind, is_read }
    }

    /// Its fields.
    pub fn fields(&self, words: Words) -> Vec<FilterField> {
        let state = |value: &str, key: &str| Choice::new(value, words.say(key), &self.state);
        vec![
            FilterField::Choice {
                name: "kind",
                label: words.say("notice-kind"),
                choices: crate::page::matter::forms::any_of::<MessageKind>(words, &self.kind),
            },
            FilterField::Choice {
                name: "state",
                label: words.say("notice-state"),
                choices: vec![
                    state("", "matter-all"),
                    state("unread", "notice-unread"),
                    state("read", "notice-read"),
                ],
            },
        ]
    }

    /// Whether anything is asked for.
    pub fn is_filtered(&self) -> bool {
        !self.kind.is_empty() || !self.state.is_empty()
    }
}

/// Whether a message was read.
pub(super) fn state_light(words: Words, is_read: bool) -> Light {
    if is_read {
        Light::new(LightState::None, words.say("notice-read"))
    } else {
        Light::new(LightState::Warn, words.say("notice-unread"))
    }
}

/// A message in words, and where it leads.
pub(in crate::page) fn message_link(words: Words, view: &MessageView) -> Link {
    let href = match view.kind {
        MessageKind::NoticeGiven
        | MessageKind::StatementDue
        | MessageKind::DecisionServed
        | MessageKind::NameCleared => {
            format!("/desk/accountabilities/{}", view.about)
        }
        MessageKind::ObjectionAnswered => format!("/desk/me/objections/{}", view.about),
        MessageKind::RoleGranted => "/desk/me".to_owned(),
        MessageKind::BulletinNames | MessageKind::NameGone => format!("/bulletins/{}", view.about),
    };
    let term = |list: &str, code: &str| match code {
        "" => String::new(),
        code => words.term_of(list, code),
    };
    let values = [
        ("day", day_text(words, &view.details.day).into()),
        ("role", term("role", &view.details.role).into()),
        ("outcome", term("objection-stage", &view.details.outcome).into()),
    ];
    let key = format!("message-{}", view.kind.code().replace('_', "-"));
    Link::new(href, words.say_with(&key, &values))
}

/// `GET /desk/notices`
pub(super) async fn show(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let page = search::page(&asked.page);
    let part = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let (lines, total) = match granted.person() {
        Some(person) => {
            let found = state.acts.messages(person, &asked.filter(), part).await;
            found.map_err(|fault| refuse(&shell, "/desk", fault))?
        }
        None => (vec![], 0),
    };
    let words = shell.words;
    let rows = lines.iter().map(|line| NoticeRow {
        light: state_light(words, line.is_read),
        text: message_link(words, line),
        when: words.instant(line.created_at),
    });
    let none = if asked.is_filtered() { "matter-none-found" } else { "notice-none" };
    let page = NoticesPage {
        sentence: words.say_with("notice-lead", &[("count", i64::from(shell.unread).into())]),
        filter: Filter::new(words, HOME, asked.fields(words), asked.is_filtered()),
        rows: rows.collect(),
        empty: EmptyState::new(words.say(none)),
        pager: Pager::new(words, &shell.here, page, PER_PAGE, total.unsigned_abs()),
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

/// `POST /desk/notices`: all are read.
pub(super) async fn read(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
) -> Result<Response, WebError> {
    if let Some(person) = granted.person() {
        let done = state.acts.mark_read(person, None).await;
        done.map_err(|fault| refuse(&shell, HOME, fault))?;
    }
    Ok(Redirect::to(HOME).into_response())
}
