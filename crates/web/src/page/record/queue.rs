//! The queue of messages (消息队列) as who runs the machine sees it: kind, when, state, channel; no
//! person and no words. The desk is the only channel there is.

use super::notices::{Asked, state_light};
use crate::page::at::At;
use crate::page::listing::{Listed, Page, Row};
use crate::part::{FilterField, Link};
use crate::words::Words;
use qz_acts::ActError;
use qz_acts::record::view::MessageView;
use qz_document::sheet::Cell;
use qz_domain::instant;
use qz_domain::spelled::Spelled;
use serde::Deserialize;

const HOME: &str = "/desk/queue";

/// What is asked of the queue: the same as of one's own messages.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Queue(Asked);

impl Listed for Queue {
    type Line = MessageView;

    const FAMILY: &'static str = "queue";
    const HOME: &'static str = HOME;
    const STEM: &'static str = "queue";
    const COLUMNS: &'static [&'static str] = &["at", "channel"];

    fn page(&self) -> &str {
        &self.0.page
    }

    fn is_filtered(&self) -> bool {
        self.0.is_filtered()
    }

    fn fields(&self, at: &At) -> Vec<FilterField> {
        self.0.fields(at.shell.words)
    }

    async fn lines(&self, at: &At, page: Page) -> Result<(Vec<MessageView>, i64), ActError> {
        at.state.acts.queue(&self.0.filter(), page).await
    }

    fn row(&self, at: &At, line: &MessageView) -> Row {
        let words = at.shell.words;
        Row {
            name: Link::new(format!("{HOME}?kind={}", line.kind.code()), words.term(line.kind)),
            light: state_light(words, line.is_read),
            cells: vec![when(words, line), channel(words, line)],
        }
    }

    fn cells(&self, at: &At, line: &MessageView) -> Vec<Cell> {
        let words = at.shell.words;
        vec![
            Cell::Text(words.term(line.kind)),
            Cell::Text(state_light(words, line.is_read).word),
            Cell::Text(when(words, line)),
            Cell::Text(channel(words, line)),
        ]
    }
}

fn channel(words: Words, line: &MessageView) -> String {
    words.say(&format!("queue-channel-{}", line.channel))
}

fn when(words: Words, line: &MessageView) -> String {
    words.date_time(instant::civil(line.created_at))
}
