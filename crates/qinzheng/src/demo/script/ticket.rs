//! The tickets of a scenario: `tickets.toml`, what anybody sent, who handled it, what the unit and whoever
//! sent it said.

use super::super::scenario::Scenario;
use super::day;
use super::steps::{Dated, add};
use anyhow::{Context, Result, bail};
use jiff::civil::Date;
use qz_acts::script::{ScriptedStep, ScriptedTicket, Sent};
use qz_acts::ticket::{TicketAnswerForm, TicketForm};
use qz_domain::spelled::Spelled;
use qz_domain::ticket::Kind;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TicketFile {
    ticket: Vec<Ticket>,
}

/// A ticket, as far as it came.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ticket {
    pub kind: String,
    /// The title of the article whose page is wrong.
    #[serde(default)]
    pub article: String,
    #[serde(default)]
    pub page: String,
    #[serde(default)]
    pub passage: String,
    #[serde(default)]
    pub is_private: bool,
    #[serde(default)]
    pub unit: String,
    #[serde(default)]
    pub service: String,
    pub told: String,
    #[serde(default)]
    pub contact: String,
    /// The code of its receipt, which a visitor of the demo may use.
    pub code: String,
    #[serde(deserialize_with = "day")]
    pub submitted: Date,
    pub steps: Vec<TicketStep>,
}

/// What was done about it; whoever sent it has no work number.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TicketStep {
    #[serde(deserialize_with = "day")]
    pub day: Date,
    pub what: String,
    #[serde(default)]
    pub by: String,
    #[serde(default)]
    pub text: String,
    #[serde(default)]
    pub outcome: String,
    #[serde(default)]
    pub was: String,
    #[serde(default)]
    pub became: String,
}

/// The tickets of a scenario.
pub(super) fn read(scenario: &Scenario) -> Result<Vec<Ticket>> {
    let (name, text) = scenario.tickets;
    let file: TicketFile = toml::from_str(text).with_context(|| name.to_owned())?;
    for ticket in &file.ticket {
        if Kind::from_code(&ticket.kind).is_none() {
            bail!("{name}: there is no kind `{}`", ticket.kind);
        }
        for step in &ticket.steps {
            if step.scripted(&ticket.told).is_none() {
                bail!("{name}: there is no step `{}`", step.what);
            }
        }
    }
    Ok(file.ticket)
}

impl Ticket {
    /// Adds its steps. All orders of a day come after those of draws.
    pub(super) fn steps(&self, steps: &mut Vec<Dated>) {
        let sent = ScriptedStep::Ticket(ScriptedTicket::Send(Box::new(self.sent())));
        add(steps, (self.submitted, 40), ("", &self.told), sent);
        for (step, order) in self.steps.iter().zip(41..) {
            let Some(scripted) = step.scripted(&self.told) else { continue };
            add(steps, (step.day, order), (&step.by, &self.told), ScriptedStep::Ticket(scripted));
        }
    }

    fn sent(&self) -> Sent {
        let form = TicketForm {
            page: self.page.clone(),
            passage: self.passage.clone(),
            is_private: self.is_private,
            unit: self.unit.clone(),
            service: self.service.clone(),
            body: self.told.clone(),
            contact: self.contact.clone(),
        };
        let kind = Kind::from_code(&self.kind).unwrap_or(Kind::Complaint);
        Sent { kind, form, article: self.article.clone(), code: self.code.clone() }
    }
}

impl TicketStep {
    /// The step on the ticket that told this; `None` for a word that names none.
    fn scripted(&self, told: &str) -> Option<ScriptedTicket> {
        let (told, text) = (told.to_owned(), self.text.clone());
        Some(match self.what.as_str() {
            "accept" => ScriptedTicket::Accept(told),
            "hide" => ScriptedTicket::Hide(told),
            "ask" => ScriptedTicket::Ask(told, text),
            "reply" => ScriptedTicket::Reply(told, text),
            "hand-over" => ScriptedTicket::HandOver(told),
            "report" => ScriptedTicket::Report(told, text),
            "answer" => {
                let form = TicketAnswerForm {
                    outcome: self.outcome.clone(),
                    answer: text,
                    was: self.was.clone(),
                    became: self.became.clone(),
                };
                ScriptedTicket::Answer(told, form)
            }
            "solved" => ScriptedTicket::Solved(told),
            "not-solved" => ScriptedTicket::NotSolved(told, text),
            _ => return None,
        })
    }

    /// Whether somebody of the office did it.
    pub(super) fn is_of_office(&self) -> bool {
        !self.by.is_empty() && self.what != "report"
    }
}
