//! Messages to oneself (通知), read and not read. They are words only here: the queue keeps days and
//! codes.

use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::format::TimeTag;
use crate::page::download::Format;
use crate::page::listing::{self, PER_PAGE};
use crate::page::matter::wrong::refuse;
use crate::page::matter::{day_text, search};
use crate::page::{request, sanction};
use crate::part::{
    Choice, EmptyState, ExportLinks, Filter, FilterField, Light, LightState, Link, Pager,
};
use crate::shell::Shell;
use crate::words::Words;
use askama::Template;
use axum::Form;
use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use qz_acts::ActError;
use qz_acts::power;
use qz_acts::record::view::{MessageFilter, MessageView, Page};
use qz_document::sheet::Cell;
use qz_domain::action::Action;
use qz_domain::id::{AccountabilityId, ReviewId};
use qz_domain::instant;
use qz_domain::message::MessageKind;
use qz_domain::month::Month;
use qz_domain::monthly_report::ReportKey;
use qz_domain::power::Reach;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const HOME: &str = "/desk/notices";
const COLUMNS: [&str; 2] = ["kind", "when"];

#[derive(Template)]
#[template(path = "record/notices.html")]
struct NoticesPage {
    shell: Shell,
    sentence: String,
    filter: Filter,
    rows: Vec<NoticeRow>,
    /// Whether anything may be marked with the rest.
    marks_all: bool,
    empty: EmptyState,
    pager: Pager,
    export: ExportLinks,
}

struct NoticeRow {
    light: Light,
    text: Link,
    when: TimeTag,
    kind: &'static str,
    about: i64,
    /// What pressing its button makes of it, and the button's words; none where it is opened and signed for.
    mark: Option<(&'static str, String)>,
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
                label: words.say("notice-column-kind"),
                choices: crate::page::matter::forms::any_of::<MessageKind>(words, &self.kind),
            },
            FilterField::Choice {
                name: "state",
                label: words.say("notice-column-stage"),
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

/// A message in words, and where it leads: of a matter that its reader may not open, to itself.
pub(in crate::page) fn message_link(words: Words, granted: &Granted, view: &MessageView) -> Link {
    let term = |list: &str, code: &str| match code {
        "" => String::new(),
        code => words.term_of(list, code),
    };
    let report = &view.details.report;
    let month = report.parse::<ReportKey>().map(|key| key.month).ok();
    let month = month.or_else(|| report.parse::<Month>().ok());
    let month = month.map(|month| words.month(month.first())).unwrap_or_default();
    let values = [
        ("month", month.into()),
        ("day", day_text(words, &view.details.day).into()),
        ("role", term("role", &view.details.role).into()),
        ("outcome", term(outcomes(view.kind), &view.details.outcome).into()),
    ];
    let key = format!("message-{}", view.kind.code().replace('_', "-"));
    Link::new(address(granted, view), words.say_with(&key, &values))
}

/// Where a message leads.
fn address(granted: &Granted, view: &MessageView) -> String {
    let matters = power::reach(granted.actor(), Action::AccountabilityRead);
    match view.kind {
        MessageKind::UnitNoticeGiven | MessageKind::UnitDecisionServed
            if matters.is_none_or(|reach| reach == Reach::Own) =>
        {
            HOME.to_owned()
        }
        MessageKind::ReplyAsked => format!("/desk/visits/{}", view.about),
        MessageKind::UnitNoticeGiven
        | MessageKind::UnitDecisionServed
        | MessageKind::NoticeGiven
        | MessageKind::StatementDue
        | MessageKind::DecisionServed
        | MessageKind::NameCleared => format!("/desk/accountabilities/{}", view.about),
        MessageKind::UnitReviewServed if matters.is_none_or(|reach| reach == Reach::Own) => {
            HOME.to_owned()
        }
        MessageKind::ReviewAsked
        | MessageKind::ReviewTaken
        | MessageKind::ReviewHandedOver
        | MessageKind::ReviewServed
        | MessageKind::UnitReviewServed => format!("/desk/reviews/{}", view.about),
        // Whoever signs need not be one who may read the review: it is their own bulletin that they see.
        MessageKind::BulletinToCorrect => match view.bulletin {
            Some(bulletin) => format!("/desk/bulletins/{bulletin}"),
            None => "/desk/bulletins?stage=published".to_owned(),
        },
        MessageKind::ObjectionAnswered => format!("/desk/me/objections/{}", view.about),
        MessageKind::ReportDue | MessageKind::ReportReturned => {
            format!("/desk/reports/{}", view.details.report)
        }
        MessageKind::TicketHandedOver
        | MessageKind::TicketReported
        | MessageKind::TicketReplied => format!("/desk/tickets/{}", view.about),
        MessageKind::SanctionRecorded | MessageKind::SanctionChanged => of_sanction(view),
        MessageKind::RequestAsked
        | MessageKind::RequestApproved
        | MessageKind::RequestRefused
        | MessageKind::RequestRevoked => format!("{}/{}", request::HOME, view.about),
        MessageKind::DayAsked | MessageKind::DaySettled | MessageKind::DayDecided => {
            format!("/desk/attendance/days/{}", view.details.report)
        }
        MessageKind::MonthSealed => format!("/desk/attendance?month={}", view.details.report),
        MessageKind::RoleGranted => "/desk/me".to_owned(),
        MessageKind::BulletinNames | MessageKind::NameGone => format!("/bulletins/{}", view.about),
    }
}

/// The record of the sanction a message tells of.
fn of_sanction(view: &MessageView) -> String {
    format!("{}/{}", sanction::HOME, view.about)
}

/// Of which list a message's outcome is.
fn outcomes(kind: MessageKind) -> &'static str {
    match kind {
        MessageKind::ReviewServed | MessageKind::UnitReviewServed => "review-outcome",
        MessageKind::DaySettled | MessageKind::DayDecided => "exception-outcome",
        _ => "objection-stage",
    }
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
    let (lines, total) = found(&state, &granted, &shell, (&asked, part)).await?;
    let (words, total) = (shell.words, total.unsigned_abs());
    let none = if asked.is_filtered() { "matter-none-found" } else { "notice-none" };
    let mut rows = vec![];
    for line in &lines {
        let signs = opens(&state, &granted, (line.kind, line.about)).await?;
        rows.push(row(words, &granted, (line, signs && !line.is_read)));
    }
    let page = NoticesPage {
        sentence: words.say_with("notice-lead", &[("count", i64::from(shell.unread).into())]),
        filter: Filter::new(words, HOME, asked.fields(words), asked.is_filtered()),
        marks_all: lines.iter().any(|line| !line.is_read && !line.kind.asks_signature()),
        rows,
        empty: EmptyState::new(words.say(none)),
        pager: Pager::new(words, &shell.here, page, PER_PAGE, total),
        export: listing::links(&shell, HOME, total),
        shell,
    };
    Ok(Html(page.render()?).into_response())
}

/// The messages that were asked for, and how many there are; none for an account that is nobody's.
async fn found(
    state: &WebState,
    granted: &Granted,
    shell: &Shell,
    (asked, part): (&Asked, Page),
) -> Result<(Vec<MessageView>, i64), WebError> {
    let Some(person) = granted.person() else { return Ok((vec![], 0)) };
    let found = state.acts.messages(person, &asked.filter(), part).await;
    found.map_err(|fault| refuse(shell, "/desk", fault))
}

/// Whether a message is signed for on the page of what it is about. Whoever may not open that any more, such as a
/// head who has left the unit, takes note of it here.
async fn opens(
    state: &WebState,
    granted: &Granted,
    (kind, about): (MessageKind, i64),
) -> Result<bool, WebError> {
    if !kind.asks_signature() {
        return Ok(false);
    }
    let (account, acts) = (granted.account(), &state.acts);
    let opened = if reviewed(kind) {
        acts.review(account, ReviewId(about)).await.map(drop)
    } else {
        acts.accountability(account, AccountabilityId(about)).await.map(drop)
    };
    match opened {
        Ok(()) => Ok(true),
        Err(ActError::NotFound) => Ok(false),
        Err(fault) => Err(WebError::internal(fault)),
    }
}

/// Whether what is signed for is a review.
fn reviewed(kind: MessageKind) -> bool {
    matches!(kind, MessageKind::ReviewServed | MessageKind::UnitReviewServed)
}

/// The page of what is signed for.
fn record(kind: MessageKind, about: i64) -> String {
    let home = if reviewed(kind) { "/desk/reviews" } else { "/desk/accountabilities" };
    format!("{home}/{about}")
}

/// What is to be signed for on the page of a record: its form, once for each message.
pub(in crate::page) async fn to_sign(
    state: &WebState,
    granted: &Granted,
    (kinds, about): (&[MessageKind], i64),
) -> Result<Vec<&'static str>, WebError> {
    let Some(person) = granted.person() else { return Ok(vec![]) };
    let found = state.acts.to_sign(person, (kinds, about)).await;
    Ok(found.map_err(WebError::internal)?.into_iter().map(Spelled::code).collect())
}

fn row(words: Words, granted: &Granted, (line, opens): (&MessageView, bool)) -> NoticeRow {
    let (to, key) =
        if line.is_read { ("unread", "notice-mark-unread") } else { ("read", "notice-mark-read") };
    NoticeRow {
        light: state_light(words, line.is_read),
        text: message_link(words, granted, line),
        when: words.instant(line.created_at),
        kind: line.kind.code(),
        about: line.about,
        mark: (!opens).then(|| (to, words.say(key))),
    }
}

/// `GET /desk/notices/export.csv` and `.xlsx`
pub(super) async fn file(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let (lines, _) = found(&state, &granted, &shell, (&asked, Page::all())).await?;
    let words = shell.words;
    let rows = lines.iter().map(|line| {
        vec![
            Cell::Text(message_link(words, &granted, line).label),
            Cell::Text(state_light(words, line.is_read).word),
            Cell::Text(words.term(line.kind)),
            Cell::Text(words.date_time(instant::civil(line.created_at))),
        ]
    });
    listing::sheet(&shell, ("notice", "notices"), &COLUMNS, rows.collect(), format)
}

/// What is to be marked: the message of a kind about a thing, or all when none is named.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Mark {
    kind: String,
    about: i64,
    state: String,
    /// `today` when it was marked on the first page, `record` when it is signed for on the page of what it is about:
    /// there it leads back then.
    at: String,
}

/// `POST /desk/notices`: one is read or not read, or all are read. The list stays as it was asked.
pub(super) async fn mark(
    granted: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Form(sent): Form<Mark>,
) -> Result<Response, WebError> {
    if let Some(person) = granted.person() {
        let one = match sent.kind.as_str() {
            "" => None,
            kind => Some((MessageKind::from_code(kind).ok_or(WebError::NotFound)?, sent.about)),
        };
        let is_read = sent.state != "unread";
        if let Some((kind, about)) = one.filter(|_| is_read && sent.at != "record")
            && opens(&state, &granted, (kind, about)).await?
        {
            // It is signed for where it is read, not here.
            return Ok(Redirect::to(&record(kind, about)).into_response());
        }
        let done = state.acts.mark_messages(person, one, is_read).await;
        done.map_err(|fault| refuse(&shell, HOME, fault))?;
        if let Some((kind, about)) = one.filter(|_| sent.at == "record") {
            return Ok(Redirect::to(&record(kind, about)).into_response());
        }
    }
    let back = if sent.at == "today" { "/desk" } else { shell.here.as_str() };
    Ok(Redirect::to(back).into_response())
}
