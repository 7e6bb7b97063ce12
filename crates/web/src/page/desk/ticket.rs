//! The tickets of the day: those nobody has in hand, those I have, those my unit was given.

use super::{LOOKED_AT, Row, Today};
use crate::error::WebError;
use crate::page::matter::due_light;
use crate::page::ticket::{about, stage_light};
use crate::part::Link;
use crate::words::Words;
use jiff::civil::Date;
use qz_acts::ticket::view::{Page, TicketFilter, TicketLine, TicketSort};
use qz_domain::action::Action;
use qz_domain::procedure::Stepped;
use qz_domain::ticket::Stage;

/// What waits: its name here, the stage it waits in, the action, its page.
const WAITS: [(&str, Stage, Action, &str); 5] = [
    ("reopened-ticket", Stage::Reopened, Action::TicketAccept, "accept"),
    ("new-ticket", Stage::Submitted, Action::TicketAccept, "accept"),
    ("my-ticket", Stage::Accepted, Action::TicketAnswer, "answer"),
    ("reported-ticket", Stage::Reported, Action::TicketAnswer, "answer"),
    ("unit-ticket", Stage::HandedOver, Action::TicketReport, "report"),
];

/// What waits for whoever is signed in.
pub(super) async fn waiting(today: &mut Today<'_>) -> Result<(), WebError> {
    if !today.granted.may_somewhere(Action::TicketRead) {
        return Ok(());
    }
    for (id, stage, action, page) in WAITS {
        let filter = TicketFilter { stage: Some(stage), ..TicketFilter::default() };
        let account = today.granted.account();
        let (acts, few) = (&today.state.acts, Page::number(1, LOOKED_AT));
        let found = acts.tickets(account, &filter, TicketSort::Due, few).await;
        let mut rows = vec![];
        for line in found.map_err(WebError::internal)?.0 {
            let view = acts.ticket(account, line.id).await.map_err(WebError::internal)?;
            if view.steps.iter().any(|step| step.action() == action) {
                rows.push(row((today.words, today.day), &line, (id, page)));
            }
        }
        today.waits(id, rows, "/desk/tickets");
    }
    Ok(())
}

fn row((words, day): (Words, Date), line: &TicketLine, (id, page): (&str, &str)) -> Row {
    let href = format!("/desk/tickets/{}", line.id);
    let due = due_light(words, &line.due, day);
    Row {
        light: due.unwrap_or_else(|| stage_light(words, line.stage)),
        act: Some(Link::new(format!("{href}/{page}"), words.say(&format!("desk-act-{id}")))),
        title: Link::new(href, line.number.to_string()),
        about: words.term(line.kind),
        place: about(words, line),
        when: line.submitted_on.parse().ok().map(|day| words.short_day(day)),
    }
}
