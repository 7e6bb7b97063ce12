//! The queue of messages (消息队列) as who runs the machine sees it: kind, when, state, channel; no
//! person and no words. The desk is the only channel there is.

use super::notices::{Asked, state_light};
use crate::app::WebState;
use crate::door::Granted;
use crate::error::WebError;
use crate::page::download::Format;
use crate::page::matter::list::{self, Listing, PER_PAGE, Row};
use crate::page::matter::search;
use crate::page::matter::wrong::refuse;
use crate::part::Link;
use crate::shell::Shell;
use crate::words::Words;
use axum::extract::{Query, State};
use axum::response::Response;
use qz_acts::record::view::{MessageView, Page};
use qz_document::sheet::Cell;
use qz_domain::instant;
use qz_domain::spelled::Spelled;

const HOME: &str = "/desk/queue";
const COLUMNS: [&str; 2] = ["at", "channel"];

/// `GET /desk/queue`
pub(super) async fn show(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let page = search::page(&asked.page);
    let part = Page::number(page.cast_signed(), PER_PAGE.cast_signed());
    let found = state.acts.queue(&asked.filter(), part).await;
    let (lines, total) = found.map_err(|fault| refuse(&shell, "/desk", fault))?;
    let words = shell.words;
    let listing = Listing {
        family: "queue",
        home: HOME,
        columns: &COLUMNS,
        rows: lines.iter().map(|line| row(words, line)).collect(),
        fields: asked.fields(words),
        faults: vec![],
        is_filtered: asked.is_filtered(),
        page,
        total: total.unsigned_abs(),
        ways: vec![],
    };
    list::show(shell, listing)
}

fn channel(words: Words, line: &MessageView) -> String {
    words.say(&format!("queue-channel-{}", line.channel))
}

fn at(words: Words, line: &MessageView) -> String {
    words.date_time(instant::civil(line.created_at))
}

fn row(words: Words, line: &MessageView) -> Row {
    Row {
        name: Link::new(format!("{HOME}?kind={}", line.kind.code()), words.term(line.kind)),
        light: state_light(words, line.is_read),
        cells: vec![at(words, line), channel(words, line)],
    }
}

/// `GET /desk/queue/export.csv` and `.xlsx`
pub(super) async fn file(
    _: Granted,
    State(state): State<WebState>,
    shell: Shell,
    format: Format,
    Query(asked): Query<Asked>,
) -> Result<Response, WebError> {
    let found = state.acts.queue(&asked.filter(), Page::all()).await;
    let (lines, _) = found.map_err(|fault| refuse(&shell, HOME, fault))?;
    let words = shell.words;
    let rows = lines.iter().map(|line| {
        vec![
            Cell::Text(words.term(line.kind)),
            Cell::Text(state_light(words, line.is_read).word),
            Cell::Text(at(words, line)),
            Cell::Text(channel(words, line)),
        ]
    });
    list::export(&shell, ("queue", "queue"), &COLUMNS, rows.collect(), format)
}
